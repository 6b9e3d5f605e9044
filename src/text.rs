//! Measuring and breaking text, without a browser.

/// A face of the style sheet's font stacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// `--ne-sans`.
    Sans,
    /// `--ne-serif`.
    Serif,
}

/// A font: family, size in CSS pixels, and one of the two weights that every pen has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// The family.
    pub family: Family,
    /// Size in CSS pixels.
    pub size: f64,
    /// True for weight 700, false for 400.
    pub is_bold: bool,
}

impl Font {
    /// The regular sans of a size.
    pub const fn sans(size: f64) -> Font {
        Font { family: Family::Sans, size, is_bold: false }
    }

    /// The bold sans of a size.
    pub const fn bold(size: f64) -> Font {
        Font { family: Family::Sans, size, is_bold: true }
    }

    /// The bold serif of a size.
    pub const fn serif(size: f64) -> Font {
        Font { family: Family::Serif, size, is_bold: true }
    }
}

/// Tells how wide a text is. Two implementors: the table here, and the browser's own measure.
pub trait Measure {
    /// The width in CSS pixels.
    fn width(&self, text: &str, font: Font) -> f64;
}

/// Advance widths of Noto Sans CJK SC for U+0020 to U+007E, in thousandths of the size.
const REGULAR: [u16; 95] = [
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555, 555, 555,
    555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812,
    723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620,
    554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338,
    270, 338, 555,
];

/// The same for the bold weight; the serif is near enough to it for layout.
const BOLD: [u16; 95] = [
    227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590, 590, 590, 590, 590,
    590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615, 585, 717, 757, 330, 568, 686, 578, 853,
    749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627, 580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644,
    581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626, 644, 644, 436, 495, 421, 637, 576, 863, 562, 574, 511, 378,
    296, 378, 590,
];

/// Measures with the advance widths of the first family of our stacks that systems share.
///
/// Heights never depend on it; only the places of labels do.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableMeasure;

impl Measure for TableMeasure {
    fn width(&self, text: &str, font: Font) -> f64 {
        let table = if font.is_bold { &BOLD } else { &REGULAR };
        let thousandths: u64 = text.chars().map(|character| advance(character, table)).sum();
        thousandths as f64 * font.size / 1000.0
    }
}

fn advance(character: char, table: &[u16; 95]) -> u64 {
    let code = u32::from(character);
    if let Some(width) = code.checked_sub(0x20).and_then(|place| table.get(usize::try_from(place).ok()?)) {
        return u64::from(*width);
    }
    match code {
        0xa0 => 226,
        0xb2 | 0xb3 | 0xb9 => 370,
        0x2013 | 0x2212 | 0xb1 | 0xd7 | 0xf7 => 570,
        0x300..=0x36f | 0x200b..=0x200f | 0x2060..=0x2064 | 0xfe00..=0xfe0f => 0,
        0xc0..=0x24f => 590,
        _ => 1000,
    }
}

/// A text cut to a width, with an ellipsis where something was lost.
pub fn cut(text: &str, font: Font, width: f64, measure: &dyn Measure) -> String {
    if measure.width(text, font) <= width {
        return text.to_owned();
    }
    let room = width - measure.width("…", font);
    let mut kept = String::new();
    for character in text.chars() {
        kept.push(character);
        if measure.width(&kept, font) > room {
            kept.pop();
            break;
        }
    }
    kept.push('…');
    kept
}

/// Breaks a text into lines no wider than `width`, at most `most` of them; the last is cut.
///
/// Chinese may break between any two characters but not before closing punctuation or after opening
/// punctuation; Latin words and numbers with their units stay whole where they fit.
pub fn lines(text: &str, font: Font, width: f64, most: usize, measure: &dyn Measure) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let mut longer = line.clone();
        longer.push_str(&piece);
        if line.trim().is_empty() || measure.width(longer.trim_end(), font) <= width {
            line = longer;
            continue;
        }
        lines.push(line.trim_end().to_owned());
        line = piece.trim_start().to_owned();
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).concat();
        lines.push(rest);
    }
    for line in &mut lines {
        *line = cut(line, font, width, measure);
    }
    lines
}

/// The smallest pieces that a line may not break inside.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut last: Option<char> = None;
    for character in text.chars() {
        let may_break = last.is_none_or(|last| may_break_between(last, character));
        match pieces.last_mut() {
            Some(piece) if !may_break => piece.push(character),
            _ => pieces.push(character.to_string()),
        }
        last = Some(character);
    }
    pieces
}

const CLOSING: &str = "，。、；：！？）》」』”’·%％…)],.;:!?";
const OPENING: &str = "（《「『“‘([";

/// True for punctuation that may not begin a line.
pub fn is_closing(character: char) -> bool {
    CLOSING.contains(character)
}

fn may_break_between(before: char, after: char) -> bool {
    if before == '\u{a0}' || after == '\u{a0}' || is_closing(after) || OPENING.contains(before) {
        return false;
    }
    if before == ' ' {
        return true;
    }
    if after == ' ' {
        return false;
    }
    is_wide(before) || is_wide(after) || before == '-' || before == '/'
}

/// True for characters that are set a full em wide and break freely.
pub fn is_wide(character: char) -> bool {
    u32::from(character) >= 0x2e80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_an_em_wide_and_digits_are_all_one_width() {
        let font = Font::sans(10.0);
        assert_eq!(TableMeasure.width("项目", font), 20.0);
        assert_eq!(TableMeasure.width("111", font), TableMeasure.width("789", font));
    }

    #[test]
    fn a_line_never_begins_with_closing_punctuation() {
        let broken = lines("数字经济产业园，智算中心。", Font::sans(10.0), 70.0, 9, &TableMeasure);
        assert_eq!(broken, ["数字经济产业", "园，智算中心。"]);
    }

    #[test]
    fn words_and_numbers_with_their_units_stay_whole() {
        let broken = lines("CNY 2.7\u{a0}billion invested", Font::sans(10.0), 60.0, 9, &TableMeasure);
        assert_eq!(broken, ["CNY", "2.7\u{a0}billion", "invested"]);
    }

    #[test]
    fn what_does_not_fit_is_cut_and_says_so() {
        assert_eq!(lines("一二三四五六七八", Font::sans(10.0), 30.0, 2, &TableMeasure), ["一二三", "四五…"]);
    }
}
