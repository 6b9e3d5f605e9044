//! Whether a quotation says a value: the same number, scale word, unit and qualifier.

use super::{is_numeral, plain};
use crate::document::Cite;
use crate::quantity::{Date, DateBound, Quantity, Value, Year};
use std::ops::Range;

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
        if is_inside && let Some(date) = without_year(value, &read) {
            return Agreement::WithoutYear(date);
        }
        differs = words;
    }
    Agreement::Differs(differs)
}

/// True where two values are printed alike: same number, scale word, unit and qualifier, whichever numerals.
pub fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Quantity(left), Value::Quantity(right)) => {
            same_quantity(*left, *right) && left.qualifier == right.qualifier
        }
        (Value::Range { low, high }, Value::Range { low: other_low, high: other_high }) => {
            same_quantity(*low, *other_low)
                && same_quantity(*high, *other_high)
                && low.qualifier == other_low.qualifier
                && high.qualifier == other_high.qualifier
        }
        (Value::Date(left), Value::Date(right)) => same_date(*left, *right),
        (Value::Period { from, to }, Value::Period { from: other_from, to: other_to }) => {
            same_date(*from, *other_from) && same_date(*to, *other_to)
        }
        (Value::Ordinal(left), Value::Ordinal(right)) => {
            left.number == right.number && left.classifier == right.classifier && left.mark == right.mark
        }
        _ => false,
    }
}

/// A scale word is part of what is printed; between Arabic and Chinese numerals only the amount is.
fn same_quantity(left: Quantity, right: Quantity) -> bool {
    let same_number = if left.style == right.style {
        left.number == right.number && left.scale == right.scale
    } else {
        left.amount() == right.amount()
    };
    same_number && left.unit == right.unit
}

/// 截至 and 以来 belong to the sentence; 前 and 后 change what is said.
fn same_date(left: Date, right: Date) -> bool {
    let bound =
        |date: Date| if matches!(date.bound, DateBound::AsOf | DateBound::Since) { DateBound::At } else { date.bound };
    let plain = |date: Date| Date { bound: bound(date), style: left.style, ..date };
    plain(left) == plain(right)
}

fn same_but_hedge(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Quantity(left), Value::Quantity(right)) => same_quantity(*left, *right),
        (Value::Date(left), Value::Date(right)) => {
            same_date(Date { bound: right.bound, qualifier: right.qualifier, ..*left }, *right)
        }
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
        let parts_words =
            is_gap && character.is_ascii_alphanumeric() && characters.last().is_some_and(char::is_ascii_alphanumeric);
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
        let read = if may_begin(text, start) && !(is_date && inside_date(text, start)) {
            longest(text, start, inside.start, is_date)
        } else {
            None
        };
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
    let ends =
        ["约", "近", "超", "逾", "超过", "不足", "不到", "至少", "至多"].iter().any(|hedge| before.ends_with(hedge));
    (ends && !is_word) || ["以上", "以下", "左右", "上下"].iter().any(|hedge| after.starts_with(hedge))
}

/// What a value can begin with but for numerals: hedges, signs, words for years and ranks.
const BEGINNINGS: &str = "第约大近将接不超逾突至最低少高多小去今明本前后上下截¥$€£￥-+";

/// Words that end in a character which begins hedges: 签约 3 家 is no 约 3 家.
const WORDS: [&str; 12] =
    ["签约", "预约", "节约", "合约", "履约", "附近", "最近", "临近", "靠近", "赶超", "反超", "扩大"];

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
