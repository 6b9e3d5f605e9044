//! Printing values in English: the same digits, the point moved from 万 and 亿 to million and billion.

use super::date_text;
use super::decimal::Decimal;
use super::qualifier::Qualifier;
use super::scale::Scale;
use super::show::{Noun, Parts};
use super::unit::{Dimension, Unit};
use super::value::{Ordinal, Quantity, Style, Value};

/// The text with plain hyphens for minus signs.
pub(super) fn print(value: &Value, noun: Option<Noun<'_>>) -> String {
    match value {
        Value::Quantity(quantity) => join(&parts(*quantity, noun)),
        Value::Range { low, high } => range(*low, *high, noun),
        Value::Date(date) => date_text::english(*date),
        Value::Period { from, to } => date_text::english(*from) + " to " + &date_text::english(*to),
        Value::Ordinal(ordinal) => rank(*ordinal, noun),
    }
}

fn join(parts: &Parts) -> String {
    let mut text = parts.before.clone();
    push_word(&mut text, &parts.number);
    push_word(&mut text, &parts.after);
    text
}

/// Adds a word after a space; a per cent sign stands close.
fn push_word(text: &mut String, word: &str) {
    if !text.is_empty() && !word.is_empty() && word != "%" {
        text.push(' ');
    }
    text.push_str(word);
}

/// `CNY 300–500 million` where both ends share unit and scale, `CNY 30 million to CNY 5 billion` where not.
fn range(low: Quantity, high: Quantity, noun: Option<Noun<'_>>) -> String {
    if low.qualifier.is_inside() || high.qualifier.is_inside() {
        return join(&parts(low, noun)) + " to " + &join(&parts(high, noun));
    }
    let plural = noun.map(|noun| Noun { one: noun.other, other: noun.other });
    let first = parts(low, plural);
    let last = parts(Quantity { qualifier: Qualifier::Exact, ..high }, plural);
    let shared = first.after == last.after || low.unit == high.unit && scaled(low).1 == scaled(high).1;
    let mut text = first.before;
    push_word(&mut text, &first.number);
    if shared {
        text.push('\u{2013}');
        text.push_str(&last.number);
        push_word(&mut text, &last.after);
        return text;
    }
    push_word(&mut text, &first.after);
    text.push_str(" to ");
    text.push_str(&join(&last));
    text
}

/// Scale word and unit: `CNY billion`, `million pieces`.
pub(super) fn unit(quantity: Quantity, noun: Option<Noun<'_>>) -> String {
    let parts = parts(quantity, noun);
    match quantity.unit {
        Unit::Money(currency) => {
            let mut text = currency.code().to_owned();
            push_word(&mut text, &parts.after);
            text
        }
        _ => parts.after,
    }
}

/// Hedge with currency, number, and scale word with unit.
pub(super) fn parts(quantity: Quantity, noun: Option<Noun<'_>>) -> Parts {
    let mut before = quantity.qualifier.english().to_owned();
    let (number, scale) = scaled(quantity);
    let mut after = scale.to_owned();
    let mut digits = digits(quantity, number);
    if quantity.qualifier == Qualifier::Several {
        digits = several(quantity).to_owned();
        after.clear();
    }
    match quantity.unit {
        Unit::Money(currency) => {
            push_word(if quantity.qualifier == Qualifier::Several { &mut after } else { &mut before }, currency.code())
        }
        Unit::Part(size) => digits = fraction(number, size),
        Unit::Measure(measure) if digits == "half" => after = article(measure.one()),
        _ => push_word(&mut after, noun_of(quantity, noun)),
    }
    Parts { before, number: digits, after }
}

/// The number in the scale that English prints it in, and the word of that scale. No digit is
/// dropped or added; places that were printed stay.
fn scaled(quantity: Quantity) -> (Decimal, &'static str) {
    let number = match quantity.unit {
        Unit::Tenth => quantity.number.shift10(1).unwrap_or(quantity.number),
        _ => quantity.number,
    };
    let amount = number.shift10(quantity.scale.power()).unwrap_or(number);
    // A number printed in full stays in full; a Chinese numeral says its 万 and 亿 anyway.
    if quantity.scale == Scale::One && quantity.style == Style::Arabic {
        return (number, "");
    }
    let steps = [(12, "trillion"), (9, "billion"), (6, "million"), (0, "")];
    let reached = |power: i32| power == 0 || Decimal::ONE.shift10(power).is_some_and(|limit| amount.abs() >= limit);
    let (power, word) = steps.into_iter().find(|(power, _)| reached(*power)).unwrap_or((0, ""));
    let moved = number.shift10(quantity.scale.power() - power).unwrap_or(number);
    if number.places() > 0 {
        return (moved, word);
    }
    (moved.trimmed(), word)
}

static WORDS: [&str; 13] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// A small number that was printed in Chinese numerals is a word in English too.
fn digits(quantity: Quantity, number: Decimal) -> String {
    let plain = matches!(quantity.unit.dimension(), Dimension::Share | Dimension::ShareDifference | Dimension::Money);
    if quantity.style == Style::Chinese && quantity.scale == Scale::One && !plain {
        let word = number.whole().and_then(|whole| WORDS.get(usize::try_from(whole).ok()?));
        if let Some(word) = word {
            return (*word).to_owned();
        }
        if Decimal::new(5, 1) == Some(number) && matches!(quantity.unit, Unit::Measure(_)) {
            return String::from("half");
        }
    }
    number.grouped()
}

fn article(noun: &str) -> String {
    let mut text = String::from(if noun == "hour" { "an " } else { "a " });
    text.push_str(noun);
    text
}

fn noun_of<'a>(quantity: Quantity, noun: Option<Noun<'a>>) -> &'a str {
    let single = quantity.number.shift10(quantity.scale.power()) == Some(Decimal::ONE)
        && quantity.qualifier != Qualifier::Several;
    let choose = |one: &'a str, other: &'a str| if single { one } else { other };
    match quantity.unit {
        Unit::Percent | Unit::Tenth => "%",
        Unit::PercentagePoint => choose("percentage point", "percentage points"),
        Unit::Measure(measure) => choose(measure.one(), measure.other()),
        _ => match (noun, quantity.unit) {
            (Some(noun), _) => choose(noun.one, noun.other),
            (None, Unit::Counter(counter)) => choose(counter.one(), counter.other()),
            _ => "",
        },
    }
}

/// 数十 as English says it.
fn several(quantity: Quantity) -> &'static str {
    let amount = quantity.number.shift10(quantity.scale.power()).and_then(Decimal::whole).unwrap_or(1);
    match amount {
        1_000_000_000_000.. => "trillions of",
        100_000_000_000.. => "hundreds of billions of",
        10_000_000_000.. => "tens of billions of",
        1_000_000_000.. => "billions of",
        100_000_000.. => "hundreds of millions of",
        10_000_000.. => "tens of millions of",
        1_000_000.. => "millions of",
        100_000.. => "hundreds of thousands of",
        10_000.. => "tens of thousands of",
        1_000.. => "thousands of",
        100.. => "hundreds of",
        10.. => "dozens of",
        _ => "several",
    }
}

/// The names of the parts of a whole, from a half.
pub(super) static PARTS: &[(u32, &str, &str)] = &[
    (2, "half", "halves"),
    (3, "third", "thirds"),
    (4, "quarter", "quarters"),
    (5, "fifth", "fifths"),
    (6, "sixth", "sixths"),
    (7, "seventh", "sevenths"),
    (8, "eighth", "eighths"),
    (9, "ninth", "ninths"),
    (10, "tenth", "tenths"),
];

fn fraction(number: Decimal, size: u32) -> String {
    let name = PARTS.iter().find(|(known, ..)| *known == size);
    let count = number.whole().and_then(|whole| WORDS.get(usize::try_from(whole).ok()?));
    match (name, count) {
        (Some((2, ..)), Some(&"one")) => String::from("half"),
        (Some((_, one, other)), Some(count)) => (*count).to_owned() + "-" + if *count == "one" { one } else { other },
        _ => number.grouped() + "/" + &size.to_string(),
    }
}

/// `10th edition`, `phase 1`, `first`.
fn rank(ordinal: Ordinal, noun: Option<Noun<'_>>) -> String {
    let mut text = String::new();
    if ordinal.classifier == "期" && noun.is_none() {
        text.push_str("phase ");
        text.push_str(&ordinal.number.to_string());
        return text;
    }
    text.push_str(&rank_word(ordinal.number));
    push_word(&mut text, noun.map_or("", |noun| noun.one));
    text
}

/// `1st`, `2nd`, `10th`.
pub(super) fn rank_word(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    number.to_string() + ending
}
