//! Pointing at a place in a text by its words: the words around may wrap and be spaced otherwise, the
//! digits must be the same or nothing is attached.

use crate::document::Cite;
use crate::quantity::{Date, DateBound, Quantity, Value, Year};
use std::ops::Range;

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
    let part = |part: Option<&String>| part.map(|part| normalize(part).0.chars().collect::<Vec<char>>()).unwrap_or_default();
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
        let goes_on_after = is_numeral(at(Some(after))) || (is_point(at(Some(after))) && is_numeral(at(Some(after + 1))));
        let is_cut = exact.first().copied().is_some_and(is_numeral) && goes_on_before || exact.last().copied().is_some_and(is_numeral) && goes_on_after;
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
        before.take_while(|(left, right)| left == right).count() + after.take_while(|(left, right)| left == right).count()
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

/// How a quotation agrees with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// It says the value.
    Same,
    /// It says the value but for its year, which it does not print or prints as 去年.
    WithoutYear(Date),
    /// It says something else: the words that were read as a value, empty if there are none.
    Differs(String),
}

/// Compares a quotation with a value: number, scale word, unit and qualifier. The qualifier may stand in
/// the context, the rest must stand in the quotation itself.
pub fn agreement(value: &Value, cite: &Cite) -> Agreement {
    let prefix: Vec<char> = spaced(cite.prefix.as_deref().unwrap_or_default());
    let exact = spaced(&cite.exact);
    let inside = prefix.len()..prefix.len() + exact.len();
    let is_date = matches!(value, Value::Date(_) | Value::Period { .. });
    let alone = readings(&exact, 0..exact.len(), is_date);
    let mut whole = prefix;
    whole.extend(exact);
    whole.extend(spaced(cite.suffix.as_deref().unwrap_or_default()));
    let mut differs = String::new();
    for (words, read) in readings(&whole, inside, is_date) {
        let is_inside = alone.iter().any(|(_, alone)| same_but_hedge(alone, &read));
        if is_inside && same(value, &read) {
            return Agreement::Same;
        }
        if is_inside
            && let Some(date) = without_year(value, &read)
        {
            return Agreement::WithoutYear(date);
        }
        differs = words;
    }
    Agreement::Differs(differs)
}

/// True where two values are printed alike: same number, scale word, unit and qualifier, whichever numerals.
pub fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Quantity(left), Value::Quantity(right)) => same_quantity(*left, *right) && left.qualifier == right.qualifier,
        (Value::Range { low, high }, Value::Range { low: other_low, high: other_high }) => {
            same_quantity(*low, *other_low) && same_quantity(*high, *other_high) && low.qualifier == other_low.qualifier && high.qualifier == other_high.qualifier
        }
        (Value::Date(left), Value::Date(right)) => same_date(*left, *right),
        (Value::Period { from, to }, Value::Period { from: other_from, to: other_to }) => same_date(*from, *other_from) && same_date(*to, *other_to),
        (Value::Ordinal(left), Value::Ordinal(right)) => left.number == right.number && left.classifier == right.classifier && left.mark == right.mark,
        _ => false,
    }
}

/// A scale word is part of what is printed; between Arabic and Chinese numerals only the amount is.
fn same_quantity(left: Quantity, right: Quantity) -> bool {
    let same_number = if left.style == right.style { left.number == right.number && left.scale == right.scale } else { left.amount() == right.amount() };
    same_number && left.unit == right.unit
}

/// 截至 and 以来 belong to the sentence; 前 and 后 change what is said.
fn same_date(left: Date, right: Date) -> bool {
    let bound = |date: Date| if matches!(date.bound, DateBound::AsOf | DateBound::Since) { DateBound::At } else { date.bound };
    let plain = |date: Date| Date { bound: bound(date), style: left.style, ..date };
    plain(left) == plain(right)
}

fn same_but_hedge(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Quantity(left), Value::Quantity(right)) => same_quantity(*left, *right),
        (Value::Date(left), Value::Date(right)) => same_date(Date { bound: right.bound, qualifier: right.qualifier, ..*left }, *right),
        _ => same(left, right),
    }
}

/// The date that was read, where it lacks only the year that the value gives.
fn without_year(value: &Value, read: &Value) -> Option<Date> {
    let (Value::Date(value), Value::Date(read)) = (value, read) else { return None };
    let lacks = matches!((value.year, read.year), (Some(Year::Absolute(_)), None | Some(Year::Relative(_))));
    (lacks && same_date(Date { year: read.year, ..*value }, *read)).then_some(*read)
}

/// The characters of a quotation; white space only where it parts two words or numbers of Latin script.
fn spaced(text: &str) -> Vec<char> {
    let mut characters: Vec<char> = Vec::new();
    let mut is_gap = false;
    for character in text.chars() {
        if character.is_whitespace() {
            is_gap = true;
            continue;
        }
        let Some(character) = plain(character) else { continue };
        let parts_words = is_gap && character.is_ascii_alphanumeric() && characters.last().is_some_and(char::is_ascii_alphanumeric);
        if parts_words {
            characters.push(' ');
        }
        characters.push(character);
        is_gap = false;
    }
    characters
}

/// Longest value in characters.
const LONGEST: usize = 24;

/// The values that can be read in a text, leftmost and longest first, as far as they reach into a range.
fn readings(text: &[char], inside: Range<usize>, is_date: bool) -> Vec<(String, Value)> {
    let mut readings = Vec::new();
    let mut start = inside.start.saturating_sub(LONGEST);
    while start < inside.end {
        let read = if may_begin(text, start) && !(is_date && inside_date(text, start)) { longest(text, start, inside.start, is_date) } else { None };
        match read {
            Some((words, value)) => {
                start += words.chars().count();
                readings.push((words, value));
            }
            None => start += 1,
        }
    }
    readings
}

/// Where a date is looked for, 突破2019年 is no amount of years.
fn longest(text: &[char], start: usize, beyond: usize, is_date: bool) -> Option<(String, Value)> {
    let most = text.len().min(start + LONGEST);
    (start.max(beyond) + 1..=most).rev().filter(|end| !inside_number(text, *end)).find_map(|end| {
        let words: String = text.get(start..end)?.iter().collect();
        let value = Value::read(&words).ok()?;
        let is_time = matches!(value, Value::Date(_) | Value::Period { .. });
        let is_amount = matches!(value, Value::Quantity(_) | Value::Range { .. });
        ((is_time || !is_date) && (is_amount || !is_hedged(text, start, end))).then_some((words, value))
    })
}

/// Hedges that change what is said even where they cannot be read: 超过2019年, 第十届左右.
fn is_hedged(text: &[char], start: usize, end: usize) -> bool {
    let before: String = text.get(start.saturating_sub(2)..start).unwrap_or_default().iter().collect();
    let after: String = text.iter().skip(end).take(2).collect();
    let is_word = WORDS.iter().any(|word| before.ends_with(word));
    let ends = ["约", "近", "超", "逾", "超过", "不足", "不到", "至少", "至多"].iter().any(|hedge| before.ends_with(hedge));
    (ends && !is_word) || ["以上", "以下", "左右", "上下"].iter().any(|hedge| after.starts_with(hedge))
}

/// What a value can begin with but for numerals: hedges, signs, words for years and ranks.
const BEGINNINGS: &str = "第约大近将接不超逾突至最低少高多小去今明本前后上下截¥$€£￥-+";

/// Words that end in a character which begins hedges: 签约 3 家 is no 约 3 家.
const WORDS: [&str; 12] = ["签约", "预约", "节约", "合约", "履约", "附近", "最近", "临近", "靠近", "赶超", "反超", "扩大"];

fn may_begin(text: &[char], start: usize) -> bool {
    let Some(character) = text.get(start).copied() else { return false };
    let before = start.checked_sub(1).and_then(|before| text.get(before)).copied();
    let has_number_near = |distance: usize| text.iter().skip(start + 1).take(distance).any(|near| is_numeral(*near));
    if is_numeral(character) {
        return !inside_number(text, start);
    }
    if character.is_ascii_alphabetic() {
        return !before.is_some_and(|before| before.is_ascii_alphanumeric()) && has_number_near(20);
    }
    let is_word_end = before.is_some_and(|before| WORDS.iter().any(|word| word.chars().eq([before, character])));
    BEGINNINGS.contains(character) && !is_word_end && has_number_near(4)
}

/// True where a number goes on across this place: no value begins or ends in the middle of 2019.
fn inside_number(text: &[char], place: usize) -> bool {
    let at = |place: Option<usize>| place.and_then(|place| text.get(place)).copied().unwrap_or(' ');
    let (before, after) = (at(place.checked_sub(1)), at(Some(place)));
    let is_point = matches!(before, '.' | ',') && at(place.checked_sub(2)).is_ascii_digit();
    after.is_ascii_digit() && (before.is_ascii_digit() || is_point)
}

/// True after a year or month in figures: what follows is not a date of its own.
fn inside_date(text: &[char], start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    matches!(before, [.., number, '年' | '月'] if is_numeral(*number))
}
