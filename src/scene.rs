//! What a picture is made of: shapes and regions in CSS pixels. No colours but tokens, no rounding.

use crate::geometry::{self, Point, Rect};
use crate::text::Font;
use crate::theme::Token;

/// A whole picture.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels; depends on the data and the width class, never on a measured text.
    pub height: f64,
    /// The shapes, in drawing order.
    pub shapes: Vec<Shape>,
    /// What can be pointed at, in reading order; where two overlap, the later one wins.
    pub regions: Vec<Region>,
}

/// Something drawn.
#[derive(Clone, Debug)]
pub enum Shape {
    /// An upright rectangle.
    Rect {
        /// Where.
        rect: Rect,
        /// Its fill.
        fill: Option<Token>,
        /// Its outline, centred on the edge.
        stroke: Option<Stroke>,
    },
    /// A closed outline.
    Polygon {
        /// Its corners.
        points: Vec<Point>,
        /// Its fill.
        fill: Option<Token>,
        /// Its outline, centred on the edge.
        stroke: Option<Stroke>,
    },
    /// An open line.
    Line {
        /// Its points.
        points: Vec<Point>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A circle.
    Circle {
        /// Its middle.
        center: Point,
        /// Its radius.
        radius: f64,
        /// Its fill.
        fill: Option<Token>,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// One line of text.
    Text {
        /// The anchor, on the baseline.
        at: Point,
        /// The words.
        text: String,
        /// The font.
        font: Font,
        /// The colour.
        color: Token,
        /// Which end of the text the anchor is.
        anchor: Anchor,
    },
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// The colour.
    pub color: Token,
    /// The width in CSS pixels.
    pub width: f64,
}

/// Which end of a text its anchor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// Something that can be pointed at, focused and opened.
#[derive(Clone, Debug)]
pub struct Region {
    /// What it stands for.
    pub target: Target,
    /// Its outline.
    pub outline: Vec<Point>,
    /// Its name for a reader who does not see it.
    pub name: String,
}

/// What a region or a number stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A fact, by id.
    Fact(String),
    /// A node of a hierarchy, by the ids of both.
    Node(String, String),
}

impl Target {
    /// The text that stands for the target in the DOM and in links: `fact:operators`, `node:sectors/solar`.
    pub fn token(&self) -> String {
        match self {
            Target::Fact(id) => ["fact:", id].concat(),
            Target::Node(hierarchy, id) => ["node:", hierarchy, "/", id].concat(),
        }
    }

    /// Reads what [`Target::token`] wrote.
    pub fn read(token: &str) -> Option<Target> {
        if let Some(id) = token.strip_prefix("fact:") {
            return Some(Target::Fact(id.to_owned()));
        }
        let (hierarchy, id) = token.strip_prefix("node:")?.split_once('/')?;
        Some(Target::Node(hierarchy.to_owned(), id.to_owned()))
    }

    /// Id and kind, for the host page's events.
    pub fn id_and_kind(&self) -> (&str, &'static str) {
        match self {
            Target::Fact(id) => (id, "fact"),
            Target::Node(_, id) => (id, "node"),
        }
    }
}

impl Shape {
    /// The same shape somewhere else.
    pub fn moved(&self, x: f64, y: f64) -> Shape {
        let shift = |point: &Point| Point::new(point.x + x, point.y + y);
        let mut moved = self.clone();
        match &mut moved {
            Shape::Rect { rect, .. } => {
                rect.x += x;
                rect.y += y;
            }
            Shape::Polygon { points, .. } | Shape::Line { points, .. } => *points = points.iter().map(shift).collect(),
            Shape::Circle { center: at, .. } | Shape::Text { at, .. } => *at = shift(at),
        }
        moved
    }
}

impl Region {
    /// The smallest rectangle around it.
    pub fn bounds(&self) -> Rect {
        geometry::bounds(&self.outline)
    }
}

/// How near a finger must come to a small region, in CSS pixels: half of a 44 px target.
const REACH: f64 = 22.0;

impl Scene {
    /// What stands at a point: the last region that contains it, else the nearest within a finger's reach.
    pub fn hit(&self, point: Point) -> Option<&Region> {
        if let Some(region) = self.regions.iter().rev().find(|region| geometry::contains(&region.outline, point)) {
            return Some(region);
        }
        self.regions
            .iter()
            .map(|region| (region, distance_to(region.bounds(), point)))
            .filter(|(region, distance)| *distance <= reach_of(region.bounds()))
            .min_by(|(_, a), (_, b)| a.total_cmp(b))
            .map(|(region, _)| region)
    }

    /// The region of a target.
    pub fn region(&self, target: &Target) -> Option<&Region> {
        self.regions.iter().find(|region| region.target == *target)
    }
}

fn distance_to(rect: Rect, point: Point) -> f64 {
    let x = (rect.x - point.x).max(point.x - rect.right()).max(0.0);
    let y = (rect.y - point.y).max(point.y - rect.bottom()).max(0.0);
    x.hypot(y)
}

/// A region smaller than a fingertip is reached from further away, a large one only from inside.
fn reach_of(rect: Rect) -> f64 {
    (REACH - rect.width.min(rect.height) / 2.0).max(0.0)
}

/// Helpers to write a scene down; each returns nothing and adds one shape.
impl Scene {
    /// An empty scene.
    pub fn new(width: f64, height: f64) -> Scene {
        Scene { width, height, ..Scene::default() }
    }

    /// A filled rectangle.
    pub fn fill(&mut self, rect: Rect, fill: Token) {
        self.shapes.push(Shape::Rect { rect, fill: Some(fill), stroke: None });
    }

    /// A filled rectangle with an outline drawn inside its edge.
    pub fn outlined(&mut self, rect: Rect, fill: Option<Token>, color: Token, width: f64) {
        self.shapes.push(Shape::Rect { rect: rect.inset(width / 2.0), fill, stroke: Some(Stroke { color, width }) });
    }

    /// A straight line.
    pub fn line(&mut self, from: Point, to: Point, color: Token, width: f64) {
        self.shapes.push(Shape::Line { points: vec![from, to], stroke: Stroke { color, width } });
    }

    /// A horizontal line of dashes.
    pub fn dashed(&mut self, from: Point, to: Point, color: Token, width: f64, dash: f64) {
        let length = from.distance(to);
        let mut at = 0.0;
        while at < length {
            let end = (at + dash).min(length);
            self.line(from.towards(to, at / length), from.towards(to, end / length), color, width);
            at += 2.0 * dash;
        }
    }

    /// A line of text.
    pub fn text(&mut self, at: Point, text: impl Into<String>, font: Font, color: Token, anchor: Anchor) {
        self.shapes.push(Shape::Text { at, text: text.into(), font, color, anchor });
    }

    /// The dotted underline of a number that answers, `width` wide from `left`, under a baseline.
    pub fn dots(&mut self, left: f64, width: f64, baseline: f64, size: f64) {
        let y = baseline + size * 0.14 + 3.4;
        let mut x = left + 1.0;
        while x <= left + width - 0.5 {
            self.shapes.push(Shape::Circle {
                center: Point::new(x, y),
                radius: 1.0,
                fill: Some(Token::RuleStrong),
                stroke: None,
            });
            x += 4.0;
        }
    }

    /// A region.
    pub fn region_at(&mut self, target: Target, outline: Vec<Point>, name: impl Into<String>) {
        self.regions.push(Region { target, outline, name: name.into() });
    }
}
