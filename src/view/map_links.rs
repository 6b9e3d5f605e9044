//! Sums that several cells share: lines that join the cells, and a pill that says the one sum.

use super::map_cell;
use super::map_park::Park;
use crate::geometry::{self, Point, Rect, Rounding};
use crate::scene::{Anchor, Scene, Shape, Stroke};
use crate::text::Font;
use crate::theme::Token;
use crate::view::Env;

/// How far below its middle a cell that shows a name is joined, in radii.
const DROP: f64 = 0.62;
/// How far above its middle such a cell's text moves, in radii.
pub(super) const LIFT: f64 = 0.24;
/// The pill's font size and the space above and below.
const SIZE: f64 = 12.0;
const PADDING: f64 = 3.5;

/// A link, laid out.
pub(super) struct Link {
    lines: Vec<(Point, Point)>,
    pill: Rect,
    words: String,
    on: Token,
    solid: Token,
}

/// Lays out a link between cells; its pill keeps off what is `taken`. `said` is what it may say, longest first.
pub(super) fn link(
    cells: &[Point],
    park: &Park,
    said: &[String],
    colors: (Token, Token),
    taken: &[Rect],
    env: &Env<'_>,
) -> Link {
    let has_names = map_cell::shows_names(park.cell);
    let lines: Vec<(Point, Point)> = joints(cells).into_iter().map(|pair| span(pair, park, has_names)).collect();
    // The middle of the longest level run is the quietest place; then the middle of any line.
    let mut places: Vec<Point> = level_middle(&lines).into_iter().collect();
    places.extend(lines.iter().map(|(a, b)| a.towards(*b, 0.5)));
    let run = geometry::bounds(&lines.iter().flat_map(|(a, b)| [*a, *b]).collect::<Vec<_>>()).width;
    let font = Font::bold(SIZE);
    let width = |words: &String| env.measure.width(words, font) + SIZE;
    // Best the dots stay in sight beside the pill; else it may cover them, but not the cells around.
    let within = |most: f64| said.iter().find(|words| width(words) <= most);
    let words = within(run - 10.0).or(within(run + park.cell * 0.6)).or(said.last()).cloned().unwrap_or_default();
    let (wide, high) = (width(&words), SIZE + 2.0 * PADDING);
    let pills: Vec<Rect> = places
        .iter()
        .map(|at| {
            let left = (at.x - wide / 2.0).clamp(1.0, (env.width - wide - 1.0).max(1.0));
            Rect::new(left, at.y - high / 2.0, wide, high)
        })
        .collect();
    let free = pills.iter().find(|pill| !taken.iter().any(|other| other.overlaps(**pill)));
    let pill = free.or(pills.first()).copied().unwrap_or_default();
    Link { lines, pill, words, on: colors.0, solid: colors.1 }
}

impl Link {
    /// Where the pill stands.
    pub(super) fn pill(&self) -> Rect {
        self.pill
    }

    /// Draws the lines, cased so that they also show between cells.
    pub(super) fn draw_lines(&self, scene: &mut Scene) {
        for (color, width, radius) in [(self.solid, 4.5, 4.5), (self.on, 1.5, 3.0)] {
            for (a, b) in &self.lines {
                scene.line(*a, *b, color, width);
                for center in [*a, *b] {
                    scene.shapes.push(Shape::Circle { center, radius, fill: Some(color), stroke: None });
                }
            }
        }
    }

    /// Draws the pill.
    pub(super) fn draw_pill(&self, scene: &mut Scene) {
        scene.shapes.push(Shape::Polygon {
            points: geometry::rounded(&self.pill.corners(), Rounding::Pixels(self.pill.height / 2.0), 8),
            fill: Some(self.on),
            stroke: Some(Stroke { color: self.solid, width: 1.0 }),
        });
        let middle = self.pill.center();
        let at = Point::new(middle.x, middle.y + SIZE * 0.36);
        scene.text(at, self.words.clone(), Font::bold(SIZE), self.solid, Anchor::Middle);
    }
}

/// The shortest joints that connect all cells, in the order in which they reach them.
fn joints(cells: &[Point]) -> Vec<(Point, Point)> {
    let mut rest: Vec<Point> = cells.iter().skip(1).copied().collect();
    let mut reached: Vec<Point> = cells.iter().take(1).copied().collect();
    let mut joints = Vec::new();
    while !rest.is_empty() {
        let nearest = reached
            .iter()
            .flat_map(|from| rest.iter().enumerate().map(move |(place, to)| (from.distance(*to), *from, place)))
            .min_by(|(a, ..), (b, ..)| a.total_cmp(b));
        let Some((_, from, place)) = nearest else { break };
        let to = rest.remove(place);
        reached.push(to);
        joints.push((from, to));
    }
    joints
}

/// The line of a joint: level ones run below the names, slanting ones cross the cells' common side.
fn span((from, to): (Point, Point), park: &Park, has_names: bool) -> (Point, Point) {
    if !has_names {
        return (from, to);
    }
    if (from.y - to.y).abs() < park.radius * 0.1 {
        let drop = park.radius * DROP;
        return (Point::new(from.x, from.y + drop), Point::new(to.x, to.y + drop));
    }
    let inside = (park.cell * 0.31 / from.distance(to).max(f64::EPSILON)).min(0.4);
    (from.towards(to, inside), to.towards(from, inside))
}

/// The middle of the longest run of level lines at one height.
fn level_middle(lines: &[(Point, Point)]) -> Option<Point> {
    let is_level = |(a, b): &(Point, Point)| (a.y - b.y).abs() < 1.0;
    let runs = lines.iter().filter(|line| is_level(line)).map(|(a, _)| {
        let points: Vec<Point> = lines
            .iter()
            .filter(|line| is_level(line) && (line.0.y - a.y).abs() < 1.0)
            .flat_map(|(a, b)| [*a, *b])
            .collect();
        geometry::bounds(&points)
    });
    runs.max_by(|a, b| a.width.total_cmp(&b.width)).map(Rect::center)
}
