//! What lies over a picture: the hovered mark, the open one, the one with the keyboard's focus.

use crate::geometry::{self, Point};
use crate::scene::{Scene, Shape, Stroke, Target};
use crate::state::State;
use crate::theme::Token;

/// The shapes over the picture of `block`; they change without the picture being drawn again.
pub fn overlay(block: &str, scene: &Scene, state: &State) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let here = |pair: &Option<(String, Target)>| {
        pair.as_ref().filter(|(one, _)| one == block).map(|(_, target)| target.clone())
    };
    if let Some(region) = here(&state.hover).and_then(|target| scene.region(&target)) {
        shapes.push(outline(&region.outline, -1.0, Token::Ink, 2.0));
    }
    // An open fact is ringed in every picture that draws it: the same number lights up everywhere.
    let open = state.open.as_ref().map(|open| open.target.clone());
    for target in [open, here(&state.focus)].into_iter().flatten() {
        if let Some(region) = scene.region(&target) {
            shapes.push(outline(&region.outline, 0.6, Token::RingGap, 5.0));
            shapes.push(outline(&region.outline, 1.8, Token::Ring, 2.5));
        }
    }
    shapes
}

fn outline(points: &[Point], by: f64, color: Token, width: f64) -> Shape {
    let clockwise: Vec<Point> =
        if geometry::doubled_area(points) >= 0.0 { points.to_vec() } else { points.iter().rev().copied().collect() };
    Shape::Polygon { points: geometry::grown(&clockwise, by), fill: None, stroke: Some(Stroke { color, width }) }
}
