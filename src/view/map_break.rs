//! Breaking a short name into the lines of a cell: Chinese evenly, English at words or between syllables.

use crate::text::{self, Font, Measure};

/// Two letters that make one sound and stay together.
const PAIRS: [&str; 6] = ["ch", "sh", "zh", "th", "ph", "ck"];

/// The name in exactly `count` lines, or `None` where it cannot be broken well into so many.
pub(super) fn broken(name: &str, font: Font, width: f64, count: usize, measure: &dyn Measure) -> Option<Vec<String>> {
    if count <= 1 {
        return Some(vec![name.to_owned()]);
    }
    if name.chars().all(text::is_wide) {
        let characters: Vec<char> = name.chars().collect();
        // Three characters stay on one line; two by two from four.
        let each = characters.len().div_ceil(count).max(2);
        let lines: Vec<String> = characters.chunks(each).map(|line| line.iter().collect()).collect();
        return (lines.len() == count).then_some(lines);
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in name.split(' ') {
        let longer = if line.is_empty() { word.to_owned() } else { [&line, " ", word].concat() };
        if measure.width(&longer, font) <= width {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut pieces = hyphenated(word, font, width, measure)?;
        line = pieces.pop()?;
        lines.append(&mut pieces);
    }
    lines.push(line);
    (lines.len() == count).then_some(lines)
}

/// A word in as many lines as it needs, each but the last with a hyphen.
fn hyphenated(word: &str, font: Font, width: f64, measure: &dyn Measure) -> Option<Vec<String>> {
    if measure.width(word, font) <= width {
        return Some(vec![word.to_owned()]);
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    for syllable in syllables(word) {
        let longer = [&line, syllable.as_str(), "-"].concat();
        if !line.is_empty() && measure.width(&longer, font) > width {
            lines.push([&line, "-"].concat());
            line = syllable;
        } else {
            line.push_str(&syllable);
        }
    }
    lines.push(line);
    lines.iter().all(|line| measure.width(line, font) <= width).then_some(lines)
}

/// Cuts a word where a syllable may begin: before the last consonant that stands before a vowel.
fn syllables(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let is_vowel = |place: usize| letters.get(place).is_some_and(|letter| "aeiouyüAEIOUY".contains(*letter));
    let pair_at = |place: usize| {
        let pair: String = letters.iter().skip(place).take(2).collect();
        PAIRS.contains(&pair.to_lowercase().as_str())
    };
    let mut cuts = vec![0];
    for place in 1..letters.len() {
        let begins = !is_vowel(place) && !pair_at(place - 1);
        let before_vowel = is_vowel(place + 1) || (pair_at(place) && is_vowel(place + 2));
        // Two letters at least on either side, and no syllable that is a silent e.
        if begins && before_vowel && place >= 2 && place + 2 < letters.len() && (1..place).any(|before| is_vowel(before) || is_vowel(0)) {
            cuts.push(place);
        }
    }
    cuts.push(letters.len());
    cuts.windows(2).filter_map(|pair| letters.get(*pair.first()?..*pair.last()?)).map(|part| part.iter().collect()).collect()
}
