//! Pointing at a place in a text by its words: the words around may wrap and be spaced otherwise, the
//! digits must be the same or nothing is attached.

use crate::document::Cite;
use std::ops::Range;

mod agreement;

pub use agreement::{Agreement, agreement, same};

/// Why a quotation is not attached to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The quotation has no characters.
    Empty,
    /// The words do not occur.
    Absent,
    /// The words around are there, but another number stands between them.
    OtherDigits,
    /// The words occur more than once and the context does not tell which is meant.
    Ambiguous,
}

/// The text without white space, in plain width and with plain quotation marks; and for each of its
/// characters the place of the character that it stands for in the text as given.
pub fn normalize(text: &str) -> (String, Vec<usize>) {
    let mut normalized = String::with_capacity(text.len());
    let mut offsets = Vec::with_capacity(text.len() / 2);
    for (offset, character) in text.chars().enumerate() {
        if let Some(character) = plain(character) {
            normalized.push(character);
            offsets.push(offset);
        }
    }
    (normalized, offsets)
}

/// True for a quotation without anything to be seen.
pub(crate) fn is_empty(text: &str) -> bool {
    text.chars().all(|character| plain(character).is_none())
}

fn plain(character: char) -> Option<char> {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0),
        '“' | '”' | '„' | '「' | '」' => Some('"'),
        '‘' | '’' => Some('\''),
        '—' | '–' | '―' | '−' | '‐' | '‑' => Some('-'),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
        _ => Some(character).filter(|character| !character.is_whitespace() && !character.is_control()),
    }
}

/// Where in a text a quotation stands: characters of the text as given.
pub fn find(text: &str, cite: &Cite) -> Result<Range<usize>, Why> {
    let (normalized, offsets) = normalize(text);
    let text: Vec<char> = normalized.chars().collect();
    let part =
        |part: Option<&String>| part.map(|part| normalize(part).0.chars().collect::<Vec<char>>()).unwrap_or_default();
    let (exact, prefix, suffix) = (part(Some(&cite.exact)), part(cite.prefix.as_ref()), part(cite.suffix.as_ref()));
    if exact.is_empty() {
        return Err(Why::Empty);
    }
    let starts: Vec<usize> = occurrences(&text, &exact).collect();
    if starts.is_empty() {
        let is_there = !prefix.is_empty() && !suffix.is_empty() && around(&text, &prefix, &suffix, exact.len());
        return Err(if is_there { Why::OtherDigits } else { Why::Absent });
    }
    let start = choose(&text, &starts, exact.len(), &prefix, &suffix)?;
    let end = start + exact.len() - 1;
    match (offsets.get(start), offsets.get(end)) {
        (Some(first), Some(last)) => Ok(*first..*last + 1),
        _ => Err(Why::Absent),
    }
}

/// Every place where the words stand and their numbers do not go on beyond them.
fn occurrences<'t>(text: &'t [char], exact: &'t [char]) -> impl Iterator<Item = usize> + 't {
    let at = |place: Option<usize>| place.and_then(|place| text.get(place)).copied().unwrap_or(' ');
    let is_point = |character: char| matches!(character, '.' | ',');
    text.windows(exact.len()).enumerate().filter_map(move |(start, window)| {
        let (before, after) = (start.checked_sub(1), start + exact.len());
        let goes_on_before = is_numeral(at(before)) || (is_point(at(before)) && is_numeral(at(start.checked_sub(2))));
        let goes_on_after =
            is_numeral(at(Some(after))) || (is_point(at(Some(after))) && is_numeral(at(Some(after + 1))));
        let is_cut = exact.first().copied().is_some_and(is_numeral) && goes_on_before
            || exact.last().copied().is_some_and(is_numeral) && goes_on_after;
        (window == exact && !is_cut).then_some(start)
    })
}

/// A digit or a Chinese numeral.
pub(crate) fn is_numeral(character: char) -> bool {
    character.is_ascii_digit() || "〇零一二两三四五六七八九十百千万亿半几数".contains(character)
}

/// The one occurrence that the context means.
fn choose(text: &[char], starts: &[usize], length: usize, prefix: &[char], suffix: &[char]) -> Result<usize, Why> {
    let score = |start: usize| {
        let before = text.get(..start).unwrap_or_default().iter().rev().zip(prefix.iter().rev());
        let after = text.get(start + length..).unwrap_or_default().iter().zip(suffix);
        before.take_while(|(left, right)| left == right).count()
            + after.take_while(|(left, right)| left == right).count()
    };
    let best = starts.iter().map(|start| score(*start)).max().unwrap_or_default();
    let mut of_best = starts.iter().filter(|start| score(**start) == best);
    match (of_best.next(), of_best.next()) {
        (Some(only), None) => Ok(*only),
        (None, _) => Err(Why::Absent),
        (Some(_), Some(_)) => Err(Why::Ambiguous),
    }
}

/// True where prefix and suffix stand with about as much between them as was quoted.
fn around(text: &[char], prefix: &[char], suffix: &[char], length: usize) -> bool {
    let starts = text.windows(prefix.len()).enumerate().filter(|(_, window)| *window == prefix);
    let mut gaps = starts.filter_map(|(start, _)| text.get(start + prefix.len()..));
    gaps.any(|rest| rest.windows(suffix.len()).take(length + 6).any(|window| window == suffix))
}
