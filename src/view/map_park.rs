//! From lattice to pixels: regions moved apart so that roads open between them, all in proportion to the width.

use super::WidthClass;
use super::map_plan::{Site, Sites};
use crate::geometry::Point;
use crate::ordered::sort;

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
    let by_class = |[wide, narrow]: [f64; 2]| match class {
        WidthClass::Wide => wide,
        WidthClass::Narrow => narrow,
    };
    let offsets = offsets(&sites.sites, by_class(ROAD));
    // First in widths of a cell, then scaled to the picture: so the height is in proportion to the width.
    let places: Vec<Point> = sites.sites.iter().map(|site| place(*site, &offsets)).collect();
    if places.is_empty() {
        return Park { cell: 0.0, radius: 0.0, height: 0.0, centers: Vec::new() };
    }
    let fold =
        |pick: fn(&Point) -> f64, better: fn(f64, f64) -> f64, start: f64| places.iter().map(pick).fold(start, better);
    let left = fold(|point| point.x, f64::min, f64::INFINITY) - 0.5;
    let right = fold(|point| point.x, f64::max, f64::NEG_INFINITY) + 0.5;
    let radius = 0.5 / ROW;
    let top = fold(|point| point.y, f64::min, f64::INFINITY) - radius;
    let bottom = fold(|point| point.y, f64::max, f64::NEG_INFINITY) + radius;
    let pad = by_class(PAD) * width;
    let cell = (width - 2.0 * pad) / (right - left).max(f64::from(sites.columns) + 0.5);
    let centers = places.iter().map(|at| Point::new(pad + (at.x - left) * cell, pad + (at.y - top) * cell)).collect();
    Park { cell, radius: radius * cell, height: 2.0 * pad + (bottom - top) * cell, centers }
}

fn place(site: Site, offsets: &[Point]) -> Point {
    let offset = offsets.get(site.root).copied().unwrap_or_default();
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

/// Who stands where, sorted by row and column.
struct Lattice(Vec<((i32, i32), Site)>);

impl Lattice {
    fn of(sites: &[Site]) -> Lattice {
        let mut at: Vec<((i32, i32), Site)> = sites.iter().map(|site| ((site.row, site.column), *site)).collect();
        sort(&mut at, |(a, _), (b, _)| a < b);
        Lattice(at)
    }

    fn root(&self, place: (i32, i32)) -> Option<usize> {
        let found = self.0.binary_search_by_key(&place, |(place, _)| *place).ok()?;
        self.0.get(found).map(|(_, site)| site.root)
    }

    /// The sites of a row between two columns.
    fn between(&self, row: i32, first: i32, last: i32) -> impl Iterator<Item = Site> + '_ {
        let start = self.0.partition_point(|(place, _)| *place < (row, first));
        self.0.iter().skip(start).take_while(move |(place, _)| *place <= (row, last)).map(|(_, site)| *site)
    }
}

/// How far each region moves, in widths of a cell, so that a road's width lies between it and each neighbour.
///
/// Every pair of neighbours asks for room in each direction in which they touch. Of all moves that grant every
/// wish these are the smallest, found by Hildreth's method: wishes are met in turn, half by either side, and a
/// wish gives back what it turns out not to need. Where regions interlock and would overlap, all stay.
fn offsets(sites: &[Site], road: f64) -> Vec<Point> {
    let lattice = Lattice::of(sites);
    let mut offsets = vec![Point::default(); sites.iter().map(|site| site.root + 1).max().unwrap_or_default()];
    let mut wishes = wishes(sites, &lattice);
    for _ in 0..ROUNDS {
        for wish in &mut wishes {
            let along = wish.along;
            let Ok([a, b]) = offsets.get_disjoint_mut([wish.first, wish.second]) else { continue };
            let missing = road * wish.share - ((b.x - a.x) * along.x + (b.y - a.y) * along.y);
            let granted = (missing / 2.0).max(-wish.granted);
            wish.granted += granted;
            *a = Point::new(a.x - along.x * granted, a.y - along.y * granted);
            *b = Point::new(b.x + along.x * granted, b.y + along.y * granted);
        }
    }
    if overlaps(sites, &lattice, &offsets) {
        offsets.fill(Point::default());
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
fn wishes(sites: &[Site], lattice: &Lattice) -> Vec<Wish> {
    let mut touching: Vec<(usize, usize, usize)> = Vec::new();
    for site in sites {
        for (direction, next) in forward(*site).into_iter().enumerate() {
            touching.extend(
                lattice.root(next).filter(|other| *other != site.root).map(|other| (site.root, other, direction)),
            );
        }
    }
    sort(&mut touching, |a, b| a < b);
    // How many times each is there: in how many rows two regions touch.
    let mut counted: Vec<((usize, usize, usize), usize)> = Vec::new();
    for touch in touching {
        match counted.last_mut() {
            Some((last, times)) if *last == touch => *times += 1,
            _ => counted.push((touch, 1)),
        }
    }
    let is_beside = |first: usize, second: usize| {
        [(first, second, 0), (second, first, 0)]
            .iter()
            .any(|touch| counted.binary_search_by_key(touch, |(touch, _)| *touch).is_ok())
    };
    let wish = |((first, second, direction), rows): &((usize, usize, usize), usize)| {
        let share = match direction {
            // Regions that touch sideways in one row only, as where one pushes a corner between two others,
            // make do with a path: three abreast must not tear the map apart.
            0 if *rows < 2 => PATH,
            0 => 1.0,
            _ if is_beside(*first, *second) => ZIGZAG,
            _ => SLANT,
        };
        let along = DIRECTIONS.get(*direction).copied().unwrap_or_default();
        Wish { first: *first, second: *second, along, share, granted: 0.0 }
    };
    counted.iter().map(wish).collect()
}

/// True where two cells of different regions would overlap. Regions move by less than a cell or two, so only
/// sites within a few steps can meet.
fn overlaps(sites: &[Site], lattice: &Lattice, offsets: &[Point]) -> bool {
    sites.iter().any(|site| {
        let here = place(*site, offsets);
        (site.row..=site.row + 3)
            .flat_map(|row| lattice.between(row, site.column - 3, site.column + 3))
            .any(|other| other.root != site.root && nearness(here, place(other, offsets)) < 1.0 - 1e-6)
    })
}

/// The distance of two cells' middles measured across their sides: below one they overlap.
fn nearness(a: Point, b: Point) -> f64 {
    let (x, y) = (b.x - a.x, b.y - a.y);
    x.abs().max((x * 0.5 + y * ROW).abs()).max((x * 0.5 - y * ROW).abs())
}
