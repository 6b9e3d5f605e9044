//! The words inside a cell: a short name and an amount, set so that they fit a hexagon.

use super::map_break;
use super::map_words;
use crate::geometry::{Point, Rect};
use crate::page::{Fact, Node};
use crate::scene::{Anchor, Shape};
use crate::text::{self, Font};
use crate::theme::Token;
use crate::view::Env;

/// Width of a cell from which it shows a name.
const NAMES_FROM: f64 = 56.0;
/// No text is smaller.
pub(super) const SMALLEST: f64 = 12.0;
/// Height of a line, in sizes of its font: usually, and where three lines must share a cell.
const LOOSE: f64 = 1.24;
const TIGHT: f64 = 1.08;
/// Space that a cell keeps free beside its text.
const MARGIN: f64 = 2.8;

/// A line of text with the rectangle that it covers.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The line, ready to draw.
    pub(super) shape: Shape,
    /// Where it stands.
    pub(super) bounds: Rect,
}

/// The inside of a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// The cell's middle.
    pub(super) center: Point,
    /// Its radius as drawn.
    pub(super) radius: f64,
    /// Its width on the lattice, which decides what it shows.
    pub(super) cell: f64,
    /// How far its text stands above the middle, to make place for a link.
    pub(super) lift: f64,
}

impl Room {
    /// The width that is free for a line whose middle is `y` below the cell's middle.
    fn width(self, y: f64, font: Font) -> f64 {
        let far = y.abs() + font.size * 0.4;
        let half = self.radius * 3_f64.sqrt() / 2.0;
        let beyond = (far - self.radius / 2.0).max(0.0) / (self.radius / 2.0);
        // Figures may come nearer to the side than names: they are read as one sign.
        let margin = if font.is_bold { 2.0 } else { MARGIN };
        (2.0 * (half * (1.0 - beyond) - margin)).max(0.0)
    }
}

/// True where cells of this width show names.
pub(super) fn shows_names(cell: f64) -> bool {
    cell >= NAMES_FROM
}

/// The texts of a cell: its short name, where there is room, and its own sum.
pub(super) fn cell(leaf: &Node, sum: Option<&Fact>, room: Room, color: Token, env: &Env<'_>) -> Vec<Line> {
    let amounts = sum.map(|sum| map_words::amounts(sum, env.language)).unwrap_or_default();
    if !shows_names(room.cell) {
        let bare = sum.and_then(|sum| map_words::bare_amount(sum, env.language));
        let sizes = [15.0, 13.5, SMALLEST];
        let single = |amount: &String| sizes.map(|size| vec![(amount.clone(), Font::bold(size))]);
        let choices = bare.iter().chain(&amounts).flat_map(single);
        return choices.into_iter().find_map(|lines| fitted(&lines, LOOSE, room, color, env)).unwrap_or_default();
    }
    let largest = (room.cell / 4.75).clamp(SMALLEST, env.language.pick(15.0, 13.0));
    let name = leaf.short.get(env.language);
    let styles = [(largest, 2.0, LOOSE), (SMALLEST, 2.0, LOOSE), (SMALLEST, 0.0, TIGHT)];
    let ways: Vec<Vec<String>> =
        line_counts(name, largest, room).into_iter().flat_map(|count| map_break::broken(name, count)).collect();
    let is_hyphenated = |way: &&Vec<String>| way.iter().any(|line| line.ends_with('-'));
    let choices: Vec<Option<&String>> =
        if amounts.is_empty() { vec![None] } else { amounts.iter().map(Some).collect() };
    for amount in choices {
        // A smaller name is better than a hyphen, and a hyphen better than no amount.
        for hyphens in [false, true] {
            for (size, larger, leading) in styles {
                for way in ways.iter().filter(|way| is_hyphenated(way) == hyphens) {
                    let name = way.iter().map(|line| (line.clone(), Font::sans(size)));
                    let sum = amount.map(|amount| (amount.clone(), Font::bold(size + larger)));
                    let lines: Vec<(String, Font)> = name.chain(sum).collect();
                    if let Some(lines) = fitted(&lines, leading, room, color, env) {
                        return lines;
                    }
                }
            }
        }
    }
    // An amount stays even where the name must be cut.
    let font = Font::sans(SMALLEST);
    let cut = |share: f64| (text::cut(name, font, room.width(-room.lift, font) * share, env.measure), font);
    let with_amount =
        |amount: &String| fitted(&[cut(0.85), (amount.clone(), Font::bold(SMALLEST))], LOOSE, room, color, env);
    amounts.iter().find_map(with_amount).or_else(|| fitted(&[cut(1.0)], LOOSE, room, color, env)).unwrap_or_default()
}

/// How many lines to try, best first: four characters look better two by two than from side to side.
fn line_counts(name: &str, size: f64, room: Room) -> [usize; 3] {
    let characters = name.chars().count();
    let is_tight = characters > 3 && characters as f64 * size > room.cell * 0.68;
    if is_tight && name.chars().all(text::is_wide) { [2, 3, 1] } else { [1, 2, 3] }
}

/// Lines stacked around a cell's middle, if each fits into the hexagon at its height.
fn fitted(lines: &[(String, Font)], leading: f64, room: Room, color: Token, env: &Env<'_>) -> Option<Vec<Line>> {
    let step = |font: Font| font.size * leading;
    let mut top = -lines.iter().map(|(_, font)| step(*font)).sum::<f64>() / 2.0 - room.lift;
    let mut placed = Vec::new();
    for (words, font) in lines {
        let middle = top + step(*font) / 2.0;
        top += step(*font);
        let width = env.measure.width(words, *font);
        if width > room.width(middle, *font) || middle.abs() + font.size / 2.0 > room.radius {
            return None;
        }
        let at = Point::new(room.center.x, room.center.y + middle + font.size * 0.36);
        placed.push(line(at, words, *font, color, Anchor::Middle, env));
    }
    Some(placed)
}

/// A line of text and the rectangle that it covers.
pub(super) fn line(at: Point, words: &str, font: Font, color: Token, anchor: Anchor, env: &Env<'_>) -> Line {
    let width = env.measure.width(words, font);
    let left = match anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - width / 2.0,
        Anchor::End => at.x - width,
    };
    Line {
        shape: Shape::Text { at, text: words.to_owned(), font, color, anchor },
        bounds: Rect::new(left, at.y - font.size * 0.88, width, font.size * 1.1),
    }
}
