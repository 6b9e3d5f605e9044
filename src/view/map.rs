//! The sector map: one hexagon for each project, clustered into the regions of a park.

use super::map_park::Park;
use super::map_plan::{self, Site, leaves};
use super::{Env, WidthClass, map_park};
use crate::document::StageClass;
use crate::geometry::{self, Point, Rect, Rounding, Slant};
use crate::page::{Hierarchy, Node};
use crate::scene::{Scene, Shape, Stroke, Target};
use crate::theme::{self, Shade, Token};
use map_cell::{Line, Room};
use map_label::Plate;
use map_links::Link;
use map_sums::Joint;

pub(crate) use self::map_sums::known_sum;

#[path = "map_break.rs"]
mod map_break;
#[path = "map_cell.rs"]
mod map_cell;
#[path = "map_label.rs"]
mod map_label;
#[path = "map_links.rs"]
mod map_links;
#[path = "map_sums.rs"]
mod map_sums;
#[path = "map_words.rs"]
mod map_words;

/// How far the ground reaches beyond the lattice, in widths of a cell: half a road and a little, so that the
/// grounds of neighbours fuse into one park.
const GROUND: f64 = 0.125;
/// How far the land stays inside the lattice, in widths of a cell, and at most in pixels.
const LAND: (f64, f64) = (0.039, 3.0);
/// How far a cell stays inside the lattice.
const CELL: (f64, f64) = (0.035, 2.5);
/// Width of the outline of a project that has not landed.
const OUTLINE: f64 = 1.6;
/// Width of the land's edge.
const EDGE: f64 = 1.2;
/// Free space around words on hatching.
const HALO: f64 = 3.0;
/// Corners are curves of so many steps.
const STEPS: u8 = 5;

/// How many leaves there are of each stage, in the order of the legend.
pub(crate) fn stage_counts(hierarchy: &Hierarchy) -> [(StageClass, usize); 3] {
    [StageClass::Landed, StageClass::Advancing, StageClass::InTalks].map(|class| {
        let of_class =
            |root| leaves(root).iter().filter(|leaf| leaf.stage.as_ref().is_some_and(|(one, _)| *one == class)).count();
        (class, hierarchy.roots.iter().map(of_class).sum())
    })
}

/// Draws the map: ground, land, cells, words, links, labels.
pub(super) fn draw(hierarchy: &Hierarchy, class: WidthClass, env: &Env<'_>) -> Scene {
    let sites = map_plan::sites(hierarchy, class);
    let park = map_park::park(&sites, class, env.width);
    let joints = map_sums::joints(hierarchy);
    let regions = regions(hierarchy, &sites.sites, &park);
    let mut scene = Scene::new(env.width, park.height);
    for region in &regions {
        let ground = Token::Ground;
        region.lay(&mut scene, GROUND * park.cell, &park, ground, None);
    }
    let inset = LAND.1.min(LAND.0 * park.cell);
    for region in &regions {
        let tint = Token::Sector(region.root.hue, Shade::Tint);
        let edge = Stroke { color: tint, width: EDGE };
        region.lay(&mut scene, -inset, &park, Token::Sector(region.root.hue, Shade::Land), Some(edge));
    }
    let plates = regions.iter().filter_map(|region| Some((region.root, region.plate(&park)?)));
    let size = map_label::size(plates.clone(), park.cell, env);
    let labels: Vec<Line> =
        plates.flat_map(|(root, plate)| map_label::label(hierarchy, root, plate, size, park.cell, env)).collect();
    let links = links(&regions, &joints, &labels, &park, env);
    let mut words = Vec::new();
    for (index, region) in regions.iter().enumerate() {
        for (place, (leaf, center)) in region.cells.iter().enumerate() {
            let is_joined = joints.iter().any(|joint| joint.leaves.contains(&(index, place)));
            let lift = if is_joined { map_links::LIFT * park.radius } else { 0.0 };
            let radius = park.radius - CELL.1.min(CELL.0 * park.cell);
            let room = Room { center: *center, radius, cell: park.cell, lift };
            let sum = map_sums::own(leaf, &joints);
            let lines = map_cell::cell(leaf, sum.map(AsRef::as_ref), room, text_color(leaf), env);
            cell(&mut scene, leaf, room, park.radius, &lines);
            words.extend(lines);
        }
    }
    links.iter().for_each(|link| link.draw_lines(&mut scene));
    scene.shapes.extend(words.into_iter().map(|line| line.shape));
    links.iter().for_each(|link| link.draw_pill(&mut scene));
    scene.shapes.extend(labels.into_iter().map(|line| line.shape));
    for region in &regions {
        region.answer(&mut scene, hierarchy, &joints, &park, env);
    }
    scene
}

/// A top-level node with its land.
struct Region<'a> {
    root: &'a Node,
    /// The middles of the label's land, left to right along its longest row.
    label: Vec<Point>,
    /// Each leaf and its cell's middle.
    cells: Vec<(&'a Node, Point)>,
    /// The middles of all its land.
    land: Vec<Point>,
}

fn regions<'a>(hierarchy: &'a Hierarchy, sites: &[Site], park: &Park) -> Vec<Region<'a>> {
    let region = |(index, root): (usize, &'a Node)| {
        let mut leaves = leaves(root).into_iter();
        let mut region = Region { root, label: Vec::new(), cells: Vec::new(), land: Vec::new() };
        for (site, center) in sites.iter().zip(&park.centers).filter(|(site, _)| site.root == index) {
            region.land.push(*center);
            match site.leaf {
                None => region.label.push(*center),
                Some(_) => region.cells.extend(leaves.next().map(|leaf| (leaf, *center))),
            }
        }
        region
    };
    hierarchy.roots.iter().enumerate().map(region).collect()
}

impl Region<'_> {
    /// Fills the region's outline, moved outwards by some pixels, with soft corners.
    fn lay(&self, scene: &mut Scene, by: f64, park: &Park, fill: Token, stroke: Option<Stroke>) {
        let outlines = geometry::union_of_hexagons(&self.land, park.radius);
        // A hole in a region is left filled: the pen has one ring a polygon.
        for outline in outlines.iter().filter(|outline| geometry::doubled_area(outline) > 0.0) {
            let points = geometry::rounded(&geometry::grown(outline, by), Rounding::Fraction(0.42), STEPS);
            scene.shapes.push(Shape::Polygon { points, fill: Some(fill), stroke });
        }
    }

    /// The land for the label: the first row of it, less a little at the left.
    fn plate(&self, park: &Park) -> Option<Plate> {
        let first = self.label.first()?;
        let row = self.label.iter().filter(|center| (center.y - first.y).abs() < park.radius * 0.1);
        let right = row.map(|center| center.x).fold(first.x, f64::max) + park.cell / 2.0;
        let space = park.cell * if map_cell::shows_names(park.cell) { 0.155 } else { 0.13 };
        let left = Point::new(first.x - park.cell / 2.0 + space, first.y);
        Some(Plate { left, width: right - left.x - 0.5 })
    }

    /// Writes the regions that answer: the label's land, then each cell.
    fn answer(&self, scene: &mut Scene, hierarchy: &Hierarchy, joints: &[Joint<'_>], park: &Park, env: &Env<'_>) {
        let target = |id: &String| Target::Node(hierarchy.id.clone(), id.clone());
        if let Some(outline) = geometry::union_of_hexagons(&self.label, park.radius).into_iter().next() {
            scene.region_at(target(&self.root.id), outline, map_words::region_name(hierarchy, self.root, env.language));
        }
        for (place, (leaf, center)) in self.cells.iter().enumerate() {
            let name = map_words::leaf_name(self.root, place, leaf, joints, env.language);
            scene.region_at(target(&leaf.id), geometry::hexagon(*center, park.radius), name);
        }
    }
}

fn links(regions: &[Region<'_>], joints: &[Joint<'_>], labels: &[Line], park: &Park, env: &Env<'_>) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for joint in joints {
        let cells: Vec<Point> = joint
            .leaves
            .iter()
            .filter_map(|(root, leaf)| regions.get(*root)?.cells.get(*leaf).map(|(_, center)| *center))
            .collect();
        let hue = joint.leaves.first().and_then(|(root, _)| regions.get(*root)).map(|region| region.root.hue);
        let Some(hue) = hue else { continue };
        let colors = (Token::Sector(hue, Shade::On), Token::Sector(hue, Shade::Solid));
        let said = map_words::pill(joint, map_cell::shows_names(park.cell), env.language);
        let taken: Vec<Rect> = links.iter().map(Link::pill).chain(labels.iter().map(|line| line.bounds)).collect();
        links.push(map_links::link(&cells, park, &said, colors, &taken, env));
    }
    links
}

/// How a leaf is drawn; without a stage it is simply there.
fn stage(leaf: &Node) -> StageClass {
    leaf.stage.as_ref().map_or(StageClass::Landed, |(class, _)| *class)
}

fn text_color(leaf: &Node) -> Token {
    match stage(leaf) {
        StageClass::Landed => Token::Sector(leaf.hue, Shade::On),
        StageClass::Advancing | StageClass::InTalks => Token::Ink,
    }
}

/// Draws a cell: solid, tinted or hatched, the hatching kept clear of its words.
fn cell(scene: &mut Scene, leaf: &Node, room: Room, radius: f64, words: &[Line]) {
    let solid = Token::Sector(leaf.hue, Shade::Solid);
    let shape = |inset: f64| {
        geometry::rounded(&geometry::hexagon(room.center, room.radius - inset), Rounding::Pixels(radius / 5.0), STEPS)
    };
    let stroke = Some(Stroke { color: solid, width: OUTLINE });
    match stage(leaf) {
        StageClass::Landed => scene.shapes.push(Shape::Polygon { points: shape(0.0), fill: Some(solid), stroke: None }),
        StageClass::Advancing => {
            let fill = Some(Token::Sector(leaf.hue, Shade::Tint));
            scene.shapes.push(Shape::Polygon { points: shape(OUTLINE / 2.0), fill, stroke });
        }
        StageClass::InTalks => {
            let points = shape(OUTLINE / 2.0);
            scene.shapes.push(Shape::Polygon { points: points.clone(), fill: Some(Token::Paper), stroke: None });
            let halos: Vec<Rect> = words.iter().map(|line| line.bounds.inset(-HALO)).collect();
            for (from, to) in geometry::hatch(&points, theme::HATCH_STEP, Slant::Up, &halos) {
                scene.line(from, to, Token::Sector(leaf.hue, Shade::Hatch), theme::HATCH_WIDTH);
            }
            scene.shapes.push(Shape::Polygon { points, fill: None, stroke });
        }
    }
}
