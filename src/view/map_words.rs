//! What a map says: names and amounts in cells, the labels of regions, and the names for a screen reader.

use super::map_break;
use super::map_plan::leaves;
use super::map_sums::{self, Joint};
use crate::document::StageClass;
use crate::geometry::{Point, Rect};
use crate::locale::{self, Language};
use crate::page::{Fact, Hierarchy, Node};
use crate::quantity::{Qualifier, Scale, Unit};
use crate::scene::{Anchor, Shape};
use crate::text::{self, Font};
use crate::theme::{Shade, Token};
use crate::view::Env;

/// Width of a cell from which it shows a name.
const NAMES_FROM: f64 = 56.0;
/// Width of a cell from which a region's label has two lines.
const TWO_LINES_FROM: f64 = 36.0;
/// No text is smaller.
const SMALLEST: f64 = 12.0;
/// Height of a line, in sizes of its font: usually, and where three lines must share a cell.
const LOOSE: f64 = 1.24;
const TIGHT: f64 = 1.08;
/// Space that a cell keeps free beside its text.
const MARGIN: f64 = 3.5;

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
    let amounts = sum.map(|sum| amounts(sum, env.language)).unwrap_or_default();
    if !shows_names(room.cell) {
        let bare = sum.and_then(|sum| bare_amount(sum, env.language));
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
    for amount in amounts.iter().map(Some).chain([None]) {
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
    let font = Font::sans(SMALLEST);
    let cut = text::cut(name, font, room.width(-room.lift, font), env.measure);
    fitted(&[(cut, font)], LOOSE, room, color, env).unwrap_or_default()
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

/// A sum as a cell may print it, longest first: every digit and hedge stays, the unit gets shorter.
pub(super) fn amounts(sum: &Fact, language: Language) -> Vec<String> {
    let whole = shortened(&sum.value.show(language, None), language);
    match language {
        Language::Zh => vec![whole.clone(), whole.replace('\u{a0}', "")],
        Language::En => {
            let bare = whole.strip_prefix("CNY").map(|bare| bare.trim_start_matches([' ', '\u{a0}']).to_owned());
            [whole].into_iter().chain(bare).collect()
        }
    }
}

/// The number alone, where the picture's subtitle can name the unit once: exact 亿元 in Chinese.
pub(super) fn bare_amount(sum: &Fact, language: Language) -> Option<String> {
    let quantity = sum.value.quantity()?;
    let is_plain = quantity.scale == Scale::Yi && quantity.qualifier == Qualifier::Exact && language == Language::Zh;
    (is_plain && matches!(quantity.unit, Unit::Money(currency) if currency.code() == "CNY"))
        .then(|| sum.number_text(language))
}

/// 亿元 as 亿, million as m.
fn shortened(shown: &str, language: Language) -> String {
    match language {
        Language::Zh => match shown.strip_suffix('元') {
            Some(rest) if rest.ends_with(['亿', '万']) => rest.to_owned(),
            _ => shown.to_owned(),
        },
        Language::En => shown.replace("million", "m").replace("billion", "bn").replace("trillion", "tn"),
    }
}

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
pub(super) fn label_size<'a>(roots: impl Iterator<Item = (&'a Node, Plate)> + Clone, cell: f64, env: &Env<'_>) -> f64 {
    let largest = match cell {
        ..TWO_LINES_FROM => 13.0,
        _ if shows_names(cell) => (cell * 0.28).clamp(16.0, 20.0),
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
        return vec![line(at(size * 0.36), &name, font, ink, Anchor::Start, env)];
    }
    let mut lines = vec![line(at(above), &name, font, ink, Anchor::Start, env)];
    let told =
        told(hierarchy, root, env.language).into_iter().find(|words| env.measure.width(words, small) <= plate.width);
    lines.extend(told.map(|words| line(at(below), &words, small, Token::Ink2, Anchor::Start, env)));
    lines
}

/// Count and known sum of a region, longest form first.
fn told(hierarchy: &Hierarchy, root: &Node, language: Language) -> Vec<String> {
    let leaves = leaves(root);
    let count = counted(hierarchy, leaves.len(), language);
    let sum = map_sums::known_sum(root).map(|sum| sum.show(language, None));
    let has_money = leaves.iter().any(|leaf| map_sums::money(leaf).next().is_some());
    // What a region shares with another is neither's own sum.
    let sum = sum.filter(|_| !map_sums::shares(hierarchy, root));
    let number = leaves.len().to_string();
    let dot = language.pick("·", " · ");
    let joined = |a: &str, b: &str| [a, dot, b].concat();
    match (sum, language) {
        (Some(sum), Language::Zh) => vec![joined(&count, &sum), joined(&count, &shortened(&sum, language)), count],
        (Some(sum), Language::En) => {
            let short = shortened(&sum, language);
            vec![joined(&count, &sum), joined(&count, &short), joined(&number, &short), short, count, number]
        }
        // Sums that cannot be added are known, only not as one number.
        (None, _) if has_money || leaves.is_empty() => vec![count],
        (None, Language::Zh) => vec![joined(&count, locale::NO_SUM.get(language)), count],
        (None, Language::En) => {
            vec![joined(&count, locale::NO_SUM.get(language)), joined(&number, "sum not stated"), count, number]
        }
    }
}

/// `8 项`, `8 projects`.
pub(super) fn counted(hierarchy: &Hierarchy, count: usize, language: Language) -> String {
    let number = count.to_string();
    match language {
        Language::Zh => [&number, "\u{a0}项"].concat(),
        Language::En => {
            let noun = hierarchy.levels.last().map_or("item", |(_, name)| name.en.as_str()).to_lowercase();
            match (count, noun.strip_suffix('y')) {
                (1, _) => [&number, "\u{a0}", &noun].concat(),
                (_, Some(stem)) => [&number, "\u{a0}", stem, "ies"].concat(),
                (_, None) => [&number, "\u{a0}", &noun, "s"].concat(),
            }
        }
    }
}

/// A region's name for a reader who does not see it.
pub(super) fn region_name(hierarchy: &Hierarchy, root: &Node, language: Language) -> String {
    let told = told(hierarchy, root, language).into_iter().next().unwrap_or_default();
    let told = told.replace(language.pick("·", " · "), language.pick("，", ", "));
    spoken(&[root.name.get(language), &told], language)
}

/// A leaf's name for a reader who does not see it: `欧朗德，数字信创，第1个，共8个，落地（引进），2.7亿元`.
pub(super) fn leaf_name(root: &Node, place: usize, leaf: &Node, joints: &[Joint<'_>], language: Language) -> String {
    let (at, all) = ((place + 1).to_string(), leaves(root).len().to_string());
    let position = language.pick(["第", &at, "个，共", &all, "个"].concat(), [&at, " of ", &all].concat());
    let stage = leaf.stage.as_ref().map(|(class, verb)| stage(*class, verb, language));
    let mut sums: Vec<String> = map_sums::money(leaf)
        .map(|sum| {
            let shown = sum.value.show(language, None);
            match joints.iter().find(|joint| joint.fact.id == sum.id) {
                Some(joint) => together(&shown, joint.leaves.len(), language),
                None => shown,
            }
        })
        .collect();
    if sums.is_empty() {
        sums.push(locale::NO_SUM.get(language).to_owned());
    }
    let sums = sums.join(language.pick("，", ", "));
    let mut parts = vec![leaf.short.get(language), root.short.get(language), &position];
    parts.extend(stage.as_deref());
    parts.push(&sums);
    spoken(&parts, language)
}

/// A stage with the verb that the source prints; the verb is Chinese and stays in Chinese texts.
fn stage(class: StageClass, verb: &str, language: Language) -> String {
    let (zh, en) = match class {
        StageClass::Landed => ("落地", "landed"),
        StageClass::Advancing => ("推进中", "under way"),
        StageClass::InTalks => ("对接", "in talks"),
    };
    match language {
        Language::Zh if verb.is_empty() || verb == zh => zh.to_owned(),
        Language::Zh => [zh, "（", verb, "）"].concat(),
        Language::En => en.to_owned(),
    }
}

/// A sum of several: `三项合计 3.8 亿`, `CNY 380 m for all 3`.
pub(super) fn together(sum: &str, count: usize, language: Language) -> String {
    const NUMERALS: [&str; 11] = ["", "", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    let digits = count.to_string();
    match language {
        Language::Zh => {
            let numeral = NUMERALS.get(count).copied().unwrap_or(&digits);
            [numeral, "项合计\u{a0}", sum].concat()
        }
        Language::En if count == 2 => [sum, " for both"].concat(),
        Language::En => [sum, " for all ", &digits].concat(),
    }
}

/// What a link's pill may say, longest first.
pub(super) fn pill(joint: &Joint<'_>, is_wide: bool, language: Language) -> Vec<String> {
    let amounts = amounts(joint.fact, language);
    let short = amounts.last().cloned().unwrap_or_default();
    let longest = amounts.first().map(|amount| together(amount, joint.leaves.len(), language));
    match language {
        Language::Zh => {
            let bare = bare_amount(joint.fact, language).filter(|_| !is_wide);
            let mut said: Vec<String> = longest.filter(|_| is_wide).into_iter().collect();
            said.extend(bare.map(|bare| ["合计\u{a0}", &bare].concat()));
            said.push(["合计\u{a0}", amounts.first().unwrap_or(&short)].concat());
            said
        }
        Language::En => {
            let in_all = [&short, " in all"].concat();
            longest.into_iter().chain([together(&short, joint.leaves.len(), language), in_all]).collect()
        }
    }
}

fn spoken(parts: &[&str], language: Language) -> String {
    let text = parts.join(language.pick("，", ", "));
    language.pick(text.replace('\u{a0}', ""), text.replace('\u{a0}', " "))
}
