//! The label of a region: its name, and below it how many cells it has and what is known of their money.

use super::map_cell::{self, Line, SMALLEST};
use super::map_words;
use crate::geometry::Point;
use crate::page::{Hierarchy, Node};
use crate::scene::Anchor;
use crate::text::{self, Font};
use crate::theme::{Shade, Token};
use crate::view::Env;

/// Width of a cell from which a label has two lines.
const TWO_LINES_FROM: f64 = 36.0;

/// Where a region's label stands: the left end of its baseline's middle, and how wide it may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plate {
    /// The left end, at the height of the cells' middle.
    pub(super) left: Point,
    /// The width of the land, less what is kept free.
    pub(super) width: f64,
}

/// Latin serifs run wider than the sans that widths are measured by.
const SERIF: f64 = 1.12;

fn fits_as_title(name: &str, size: f64, width: f64, env: &Env<'_>) -> bool {
    let wider = if name.chars().all(text::is_wide) { 1.0 } else { SERIF };
    env.measure.width(name, Font::serif(size)) * wider <= width
}

/// The one size for all regions' names: the largest at which each fits on its plate, long or short.
pub(super) fn size<'a>(roots: impl Iterator<Item = (&'a Node, Plate)> + Clone, cell: f64, env: &Env<'_>) -> f64 {
    let largest = match cell {
        ..TWO_LINES_FROM => 13.0,
        _ if map_cell::shows_names(cell) => (cell * 0.28).clamp(16.0, 20.0),
        _ => (cell * 0.34).clamp(SMALLEST, 15.0),
    };
    let fits = |size: f64| {
        roots.clone().all(|(root, plate)| fits_as_title(root.short.get(env.language), size, plate.width, env))
    };
    [largest, 16.0, 15.0, 14.0, 13.0]
        .into_iter()
        .filter(|size| *size <= largest)
        .find(|size| fits(*size))
        .unwrap_or(SMALLEST)
}

/// The two lines of a region's label.
pub(super) fn label(
    hierarchy: &Hierarchy,
    root: &Node,
    plate: Plate,
    size: f64,
    cell: f64,
    env: &Env<'_>,
) -> Vec<Line> {
    let small = Font::sans(if cell >= 80.0 { 13.0 } else { SMALLEST });
    // The lower line stands just above the tips of the cells below, the name on top of it.
    let below = (cell * 0.29 - 1.5).min(cell * 0.24);
    let above = below - small.size * 0.95 - size * 0.27 - cell * 0.02;
    let font = Font::serif(size);
    let (name, short) = (root.name.get(env.language), root.short.get(env.language));
    let fitting = [name, short].into_iter().find(|name| fits_as_title(name, size, plate.width, env));
    let name = fitting.map_or_else(|| text::cut(short, font, plate.width / SERIF, env.measure), ToOwned::to_owned);
    let at = |down: f64| Point::new(plate.left.x, plate.left.y + down);
    let ink = Token::Sector(root.hue, Shade::Ink);
    if cell < TWO_LINES_FROM {
        return vec![map_cell::line(at(size * 0.36), &name, font, ink, Anchor::Start, env)];
    }
    let mut lines = vec![map_cell::line(at(above), &name, font, ink, Anchor::Start, env)];
    let told = map_words::told(hierarchy, root, env.language)
        .into_iter()
        .find(|words| env.measure.width(words, small) <= plate.width);
    lines.extend(told.map(|words| map_cell::line(at(below), &words, small, Token::Ink2, Anchor::Start, env)));
    lines
}
