//! From lattice to pixels: regions moved apart so that roads open between them, all in proportion to the width.

use super::WidthClass;
use super::map_plan::{Site, Sites};
use crate::geometry::Point;
use std::collections::{BTreeMap, BTreeSet};

/// Space between the map and the edge of the picture, as a fraction of its width.
const PAD: [f64; 2] = [11.0 / 660.0, 8.0 / 328.0];
/// Width of a road, as a fraction of a cell's width.
const ROAD: [f64; 2] = [0.245, 0.2];
/// The width of slanting roads, in roads: between regions one above the other, and between regions side by
/// side, whose border zigzags. This much of a road opens there when they part straight down or sideways.
const SLANT: f64 = 0.87;
const ZIGZAG: f64 = 0.5;
/// The width of a path, in roads.
const PATH: f64 = 0.6;
/// How often the roads' widths are evened out; the error halves every few rounds.
const ROUNDS: usize = 240;
/// The height of a lattice row in widths of a cell.
const ROW: f64 = 0.866_025_403_784_438_6;

/// The map in pixels.
#[derive(Clone, Debug)]
pub(super) struct Park {
    /// Width of a cell on the lattice.
    pub(super) cell: f64,
    /// Radius of a cell on the lattice.
    pub(super) radius: f64,
    /// Height of the picture.
    pub(super) height: f64,
    /// The middle of each site, in the order of the sites.
    pub(super) centers: Vec<Point>,
}

/// Places the sites in a picture of this width.
pub(super) fn park(sites: &Sites, class: WidthClass, width: f64) -> Park {
    let by_class = |[wide, narrow]: [f64; 2]| match class { WidthClass::Wide => wide, WidthClass::Narrow => narrow };
    let offsets = offsets(&sites.sites, by_class(ROAD));
    // First in widths of a cell, then scaled to the picture: so the height is in proportion to the width.
    let places: Vec<Point> = sites.sites.iter().map(|site| place(*site, &offsets)).collect();
    let fold = |pick: fn(&Point) -> f64, better: fn(f64, f64) -> f64, start: f64| places.iter().map(pick).fold(start, better);
    let left = fold(|point| point.x, f64::min, f64::INFINITY) - 0.5;
    let right = fold(|point| point.x, f64::max, f64::NEG_INFINITY) + 0.5;
    let radius = 0.5 / ROW;
    let top = fold(|point| point.y, f64::min, f64::INFINITY) - radius;
    let bottom = fold(|point| point.y, f64::max, f64::NEG_INFINITY) + radius;
    let pad = by_class(PAD) * width;
    if places.is_empty() {
        return Park { cell: 0.0, radius: 0.0, height: 0.0, centers: Vec::new() };
    }
    let cell = (width - 2.0 * pad) / (right - left).max(f64::from(sites.columns) + 0.5);
    let centers = places.iter().map(|at| Point::new(pad + (at.x - left) * cell, pad + (at.y - top) * cell)).collect();
    Park { cell, radius: radius * cell, height: 2.0 * pad + (bottom - top) * cell, centers }
}

fn place(site: Site, offsets: &BTreeMap<usize, Point>) -> Point {
    let offset = offsets.get(&site.root).copied().unwrap_or_default();
    let shift = if site.row.rem_euclid(2) == 1 { 0.5 } else { 0.0 };
    Point::new(f64::from(site.column) + shift + offset.x, f64::from(site.row) * ROW + offset.y)
}

/// To the right, lower right and lower left.
const DIRECTIONS: [Point; 3] = [Point::new(1.0, 0.0), Point::new(0.5, ROW), Point::new(-0.5, ROW)];

/// Row and column of the neighbours in these directions.
fn forward(site: Site) -> [(i32, i32); 3] {
    let odd = site.row.rem_euclid(2);
    [(site.row, site.column + 1), (site.row + 1, site.column + odd), (site.row + 1, site.column + odd - 1)]
}

/// How far each region moves, in widths of a cell, so that a road's width lies between it and each neighbour.
///
/// Every pair of neighbours asks for room in each direction in which they touch. Of all moves that grant every
/// wish these are the smallest, found by Hildreth's method: wishes are met in turn, half by either side, and a
/// wish gives back what it turns out not to need. Where regions interlock and would overlap, all stay.
fn offsets(sites: &[Site], road: f64) -> BTreeMap<usize, Point> {
    let at: BTreeMap<(i32, i32), usize> = sites.iter().map(|site| ((site.row, site.column), site.root)).collect();
    let mut offsets: BTreeMap<usize, Point> = sites.iter().map(|site| (site.root, Point::default())).collect();
    let mut wishes = wishes(sites, &at);
    for _ in 0..ROUNDS {
        for wish in &mut wishes {
            let (Some(a), Some(b)) = (offsets.get(&wish.first).copied(), offsets.get(&wish.second).copied()) else { continue };
            let along = wish.along;
            let missing = road * wish.share - ((b.x - a.x) * along.x + (b.y - a.y) * along.y);
            let granted = (missing / 2.0).max(-wish.granted);
            wish.granted += granted;
            offsets.insert(wish.first, Point::new(a.x - along.x * granted, a.y - along.y * granted));
            offsets.insert(wish.second, Point::new(b.x + along.x * granted, b.y + along.y * granted));
        }
    }
    if overlaps(sites, &at, &offsets) {
        offsets.values_mut().for_each(|offset| *offset = Point::default());
    }
    offsets
}

/// Two neighbours that ask for a road between them.
struct Wish {
    first: usize,
    second: usize,
    /// The direction from the first to the second.
    along: Point,
    /// The width that is asked for, in roads.
    share: f64,
    /// How far the first has moved back for it so far.
    granted: f64,
}

/// The wishes, one for each pair and direction in which they touch, in a fixed order.
fn wishes(sites: &[Site], at: &BTreeMap<(i32, i32), usize>) -> Vec<Wish> {
    let mut touching = BTreeSet::new();
    for site in sites {
        for (direction, next) in forward(*site).into_iter().enumerate() {
            if let Some(other) = at.get(&next).filter(|other| **other != site.root) {
                touching.insert((site.root, *other, direction));
            }
        }
    }
    // Regions that touch sideways in one row only, as where one pushes a corner between two others, make do
    // with a path: three abreast must not tear the map apart.
    let rows_beside = |first: usize, second: usize| {
        let beside = |site: &&Site| site.root == first && at.get(&(site.row, site.column + 1)) == Some(&second);
        sites.iter().filter(beside).count()
    };
    let is_beside = |first: usize, second: usize| touching.contains(&(first, second, 0)) || touching.contains(&(second, first, 0));
    touching
        .iter()
        .map(|(first, second, direction)| {
            let share = match direction {
                0 if rows_beside(*first, *second) < 2 => PATH,
                0 => 1.0,
                _ if is_beside(*first, *second) => ZIGZAG,
                _ => SLANT,
            };
            let along = DIRECTIONS.get(*direction).copied().unwrap_or_default();
            Wish { first: *first, second: *second, along, share, granted: 0.0 }
        })
        .collect()
}

/// True where two cells of different regions would overlap. Regions move by less than a cell, so only
/// sites within two steps can meet.
fn overlaps(sites: &[Site], at: &BTreeMap<(i32, i32), usize>, offsets: &BTreeMap<usize, Point>) -> bool {
    sites.iter().any(|site| {
        let here = place(*site, offsets);
        (site.row..=site.row + 3).any(|row| {
            at.range((row, site.column - 3)..=(row, site.column + 3))
                .filter(|(_, root)| **root != site.root)
                .any(|((row, column), root)| {
                    let there = place(Site { root: *root, leaf: None, column: *column, row: *row }, offsets);
                    nearness(here, there) < 1.0 - 1e-6
                })
        })
    })
}

/// The distance of two cells' middles measured across their sides: below one they overlap.
fn nearness(a: Point, b: Point) -> f64 {
    let (x, y) = (b.x - a.x, b.y - a.y);
    x.abs().max((x * 0.5 + y * ROW).abs()).max((x * 0.5 - y * ROW).abs())
}
