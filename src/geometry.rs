//! Points, rectangles and outlines in CSS pixels: plain arithmetic, no drawing.

use crate::ordered::sort;

/// A point, x to the right and y downwards, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Point {
    /// Distance from the left edge.
    pub x: f64,
    /// Distance from the top edge.
    pub y: f64,
}

impl Point {
    /// The point (x, y).
    pub const fn new(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    /// The distance to another point.
    pub fn distance(self, other: Point) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The point a fraction `t` of the way to another.
    pub fn towards(self, other: Point, t: f64) -> Point {
        Point::new(self.x + (other.x - self.x) * t, self.y + (other.y - self.y) * t)
    }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width, never negative.
    pub width: f64,
    /// Height, never negative.
    pub height: f64,
}

impl Rect {
    /// A rectangle by its top left corner and size.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect { x, y, width, height }
    }

    /// The right edge.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    pub fn center(self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// True where the point lies inside or on the edge.
    pub fn contains(self, point: Point) -> bool {
        point.x >= self.x && point.x <= self.right() && point.y >= self.y && point.y <= self.bottom()
    }

    /// The rectangle made smaller on all sides, or larger by a negative amount.
    pub fn inset(self, by: f64) -> Rect {
        Rect::new(self.x + by, self.y + by, (self.width - 2.0 * by).max(0.0), (self.height - 2.0 * by).max(0.0))
    }

    /// True where the two share some area.
    pub fn overlaps(self, other: Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Its four corners, clockwise from the top left.
    pub fn corners(self) -> Vec<Point> {
        vec![
            Point::new(self.x, self.y),
            Point::new(self.right(), self.y),
            Point::new(self.right(), self.bottom()),
            Point::new(self.x, self.bottom()),
        ]
    }
}

/// The smallest upright rectangle around the points.
pub fn bounds(points: &[Point]) -> Rect {
    let (mut left, mut top, mut right, mut bottom) =
        (f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
    for point in points {
        left = left.min(point.x);
        right = right.max(point.x);
        top = top.min(point.y);
        bottom = bottom.max(point.y);
    }
    if points.is_empty() {
        return Rect::default();
    }
    Rect::new(left, top, right - left, bottom - top)
}

/// True where the point lies inside the polygon (even-odd rule).
pub fn contains(polygon: &[Point], point: Point) -> bool {
    let mut inside = false;
    for (a, b) in edges(polygon) {
        let crosses = (a.y > point.y) != (b.y > point.y);
        if crosses && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x {
            inside = !inside;
        }
    }
    inside
}

/// Twice the signed area; positive for clockwise outlines, as y points down.
pub fn doubled_area(polygon: &[Point]) -> f64 {
    edges(polygon).map(|(a, b)| a.x * b.y - b.x * a.y).sum()
}

/// The edges of a closed outline.
pub fn edges(polygon: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    polygon.iter().copied().zip(polygon.iter().copied().cycle().skip(1))
}

/// The six corners of a pointed-top hexagon, clockwise from the top.
pub fn hexagon(center: Point, radius: f64) -> Vec<Point> {
    (0..6).map(|corner| hexagon_corner(center, radius, corner)).collect()
}

fn hexagon_corner(center: Point, radius: f64, corner: u8) -> Point {
    // Half the square root of three. Written out: sine and cosine would be eight kilobytes of wasm.
    const WIDE: f64 = 0.866_025_403_784_438_6;
    let (x, y) = match corner % 6 {
        0 => (0.0, -1.0),
        1 => (WIDE, -0.5),
        2 => (WIDE, 0.5),
        3 => (0.0, 1.0),
        4 => (-WIDE, 0.5),
        _ => (-WIDE, -0.5),
    };
    Point::new(center.x + radius * x, center.y + radius * y)
}

/// How far a corner's rounding reaches along its edges.
#[derive(Clone, Copy, Debug)]
pub enum Rounding {
    /// So many pixels, at most half an edge.
    Pixels(f64),
    /// This fraction of each edge, at most one half.
    Fraction(f64),
}

/// Rounds the corners of an outline; each corner becomes a short run of points on a curve.
pub fn rounded(polygon: &[Point], rounding: Rounding, steps: u8) -> Vec<Point> {
    let before = polygon.iter().copied().cycle().skip(polygon.len().saturating_sub(1));
    let after = polygon.iter().copied().cycle().skip(1);
    let mut points = Vec::with_capacity(polygon.len() * (usize::from(steps) + 1));
    for ((corner, before), after) in polygon.iter().copied().zip(before).zip(after) {
        let reach = |end: Point| match rounding {
            Rounding::Pixels(pixels) => (pixels / corner.distance(end).max(f64::EPSILON)).min(0.5),
            Rounding::Fraction(fraction) => fraction.min(0.5),
        };
        let start = corner.towards(before, reach(before));
        let end = corner.towards(after, reach(after));
        for step in 0..=steps {
            let t = f64::from(step) / f64::from(steps.max(1));
            points.push(start.towards(corner, t).towards(corner.towards(end, t), t));
        }
    }
    points
}

/// Moves every edge of a clockwise outline outwards, joining them at their corners.
pub fn grown(polygon: &[Point], by: f64) -> Vec<Point> {
    let before = polygon.iter().copied().cycle().skip(polygon.len().saturating_sub(1));
    let after = polygon.iter().copied().cycle().skip(1);
    polygon
        .iter()
        .copied()
        .zip(before)
        .zip(after)
        .map(|((corner, before), after)| {
            let (first, second) = (outward(before, corner), outward(corner, after));
            let (x, y) = (first.x + second.x, first.y + second.y);
            let along = x * first.x + y * first.y;
            if along.abs() < 1e-9 {
                return corner;
            }
            Point::new(corner.x + x / along * by, corner.y + y / along * by)
        })
        .collect()
}

fn outward(a: Point, b: Point) -> Point {
    let length = a.distance(b).max(f64::EPSILON);
    Point::new((b.y - a.y) / length, (a.x - b.x) / length)
}

/// The outlines, each clockwise, of a union of hexagons of one lattice, given by their centres.
///
/// Inner holes come out counter-clockwise. Edges that two hexagons share cancel out.
pub fn union_of_hexagons(centers: &[Point], radius: f64) -> Vec<Vec<Point>> {
    // Corners of neighbours agree but for rounding: a quarter of a pixel tells them apart.
    let key = |point: Point| (rounded_to_quarter(point.x), rounded_to_quarter(point.y));
    let mut sides: Vec<Side> = centers
        .iter()
        .flat_map(|center| {
            (0..6).map(move |corner| {
                let (from, to) =
                    (hexagon_corner(*center, radius, corner), hexagon_corner(*center, radius, (corner + 1) % 6));
                Side { from: key(from), to: key(to), corner: from, is_open: true }
            })
        })
        .collect();
    sort(&mut sides, |a, b| (a.from, a.to) < (b.from, b.to));
    for place in 0..sides.len() {
        let Some(back) = sides.get(place).map(|side| (side.to, side.from)) else { break };
        if sides.binary_search_by_key(&back, |side| (side.from, side.to)).is_ok()
            && let Some(side) = sides.get_mut(place)
        {
            side.is_open = false;
        }
    }
    sides.retain(|side| side.is_open);
    let mut outlines = Vec::new();
    while let Some(start) = sides.iter().find(|side| side.is_open).map(|side| side.from) {
        let (mut outline, mut at) = (Vec::new(), start);
        loop {
            let first = sides.partition_point(|side| side.from < at);
            let next = sides.iter_mut().skip(first).take_while(|side| side.from == at).find(|side| side.is_open);
            let Some(side) = next else { break };
            side.is_open = false;
            outline.push(side.corner);
            at = side.to;
        }
        outlines.push(outline);
    }
    outlines
}

/// A side of a hexagon, its ends as keys that neighbours agree on.
struct Side {
    from: (i64, i64),
    to: (i64, i64),
    corner: Point,
    is_open: bool,
}

#[expect(clippy::cast_possible_truncation, reason = "coordinates are clamped far inside i64")]
fn rounded_to_quarter(value: f64) -> i64 {
    (value.clamp(-1e9, 1e9) * 4.0).round() as i64
}

/// Parallel lines at 45 degrees, `step` apart, clipped to a convex polygon and kept out of some rectangles.
///
/// Lines start from a grid of their own, so that neighbouring polygons hatch alike.
pub fn hatch(polygon: &[Point], step: f64, direction: Slant, keep_out: &[Rect]) -> Vec<(Point, Point)> {
    let sign = match direction {
        Slant::Up => 1.0,
        Slant::Down => -1.0,
    };
    // A line is x·sign + y = c; c runs over multiples of the step measured across the lines.
    let level = |point: Point| point.x * sign + point.y;
    let across = step * std::f64::consts::SQRT_2;
    let low = polygon.iter().map(|point| level(*point)).fold(f64::INFINITY, f64::min);
    let high = polygon.iter().map(|point| level(*point)).fold(f64::NEG_INFINITY, f64::max);
    let mut lines = Vec::new();
    if !(low.is_finite() && high.is_finite() && across > 0.0) || (high - low) / across > 2000.0 {
        return lines;
    }
    let mut c = (low / across).ceil() * across;
    while c <= high {
        let crossings = edges(polygon).filter_map(|(a, b)| {
            let (la, lb) = (level(a), level(b));
            ((la <= c) != (lb <= c)).then(|| a.towards(b, (c - la) / (lb - la)))
        });
        // A convex outline is crossed twice: the ends are the leftmost and the rightmost crossing.
        let ends = crossings.fold(None, |ends: Option<(Point, Point)>, at| match ends {
            None => Some((at, at)),
            Some((left, right)) if at.x < left.x => Some((at, right)),
            Some((left, right)) if at.x > right.x => Some((left, at)),
            kept => kept,
        });
        if let Some((start, end)) = ends {
            keep_line_out((start, end), keep_out, &mut lines);
        }
        c += across;
    }
    lines
}

/// Which way hatching runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slant {
    /// From bottom left to top right.
    Up,
    /// From top left to bottom right.
    Down,
}

fn keep_line_out(line: (Point, Point), keep_out: &[Rect], lines: &mut Vec<(Point, Point)>) {
    let mut pieces = vec![line];
    for rect in keep_out {
        pieces = pieces.into_iter().flat_map(|piece| outside(piece, *rect)).collect();
    }
    lines.extend(pieces.into_iter().filter(|(a, b)| a.distance(*b) > 1.0));
}

/// The parts of a line that lie outside a rectangle.
fn outside((a, b): (Point, Point), rect: Rect) -> Vec<(Point, Point)> {
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (from, to, low, high) in [(a.x, b.x, rect.x, rect.right()), (a.y, b.y, rect.y, rect.bottom())] {
        let run = to - from;
        if run.abs() < 1e-9 {
            if from < low || from > high {
                return vec![(a, b)];
            }
            continue;
        }
        let (first, second) = ((low - from) / run, (high - from) / run);
        enter = enter.max(first.min(second));
        leave = leave.min(first.max(second));
    }
    if enter >= leave {
        return vec![(a, b)];
    }
    let mut pieces = Vec::new();
    if enter > 0.0 {
        pieces.push((a, a.towards(b, enter)));
    }
    if leave < 1.0 {
        pieces.push((a.towards(b, leave), b));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_union_of_two_neighbouring_hexagons_has_ten_corners_and_their_area() {
        let radius = 10.0;
        let width = radius * 3_f64.sqrt();
        let outlines = union_of_hexagons(&[Point::new(0.0, 0.0), Point::new(width, 0.0)], radius);
        assert_eq!(outlines.len(), 1);
        assert_eq!(outlines[0].len(), 10);
        let one = doubled_area(&hexagon(Point::new(0.0, 0.0), radius));
        assert!((doubled_area(&outlines[0]) - 2.0 * one).abs() < 1e-6);
    }

    #[test]
    fn growing_an_outline_moves_its_edges_outwards() {
        let square = Rect::new(0.0, 0.0, 10.0, 10.0).corners();
        assert_eq!(bounds(&grown(&square, 2.0)), Rect::new(-2.0, -2.0, 14.0, 14.0));
    }

    #[test]
    fn hatching_stays_inside_its_polygon_and_out_of_its_label() {
        let polygon = hexagon(Point::new(50.0, 50.0), 30.0);
        let label = Rect::new(40.0, 44.0, 20.0, 12.0);
        let lines = hatch(&polygon, 6.0, Slant::Up, &[label]);
        assert!(lines.len() > 5);
        for (a, b) in lines {
            let middle = a.towards(b, 0.5);
            assert!(contains(&polygon, middle));
            assert!(!label.inset(0.01).contains(middle));
        }
    }

    #[test]
    fn rounding_keeps_the_outline_inside_its_corners() {
        let points = rounded(&Rect::new(0.0, 0.0, 20.0, 20.0).corners(), Rounding::Pixels(4.0), 4);
        assert_eq!(points.len(), 20);
        assert!(points.iter().all(|point| Rect::new(0.0, 0.0, 20.0, 20.0).contains(*point)));
        assert!(!contains(&points, Point::new(0.3, 0.3)));
    }
}
