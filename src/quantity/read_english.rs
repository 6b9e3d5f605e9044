//! Reading English amounts: `CNY 17.994 billion`, `more than 2,600 people`.

use super::counters;
use super::cursor::Cursor;
use super::decimal::Decimal;
use super::english_text::PARTS;
use super::error::{ReadError, ReadErrorKind};
use super::measures::Measure;
use super::qualifier::Qualifier;
use super::read::error;
use super::read_amount::{range, share_in_full, stays_exact};
use super::read_english_date::take_date;
use super::read_number::take_arabic;
use super::scale::Scale;
use super::unit::{Currency, Unit};
use super::value::{Quantity, Style, Value};

/// Takes a date, or else an amount or a range of amounts.
pub(super) fn take(cursor: &mut Cursor<'_>) -> Result<Value, ReadError> {
    let start = *cursor;
    if let Some(date) = take_date(cursor) {
        let exists = date.exists();
        return if exists { Ok(Value::Date(date)) } else { Err(error(ReadErrorKind::NoSuchDate, &start)) };
    }
    *cursor = start;
    let (mut first, first_power) = take_amount(cursor)?;
    let mut ahead = *cursor;
    ahead.skip_space();
    let sign = ahead.take_word("to") || ahead.take('—') || ahead.take('-');
    ahead.skip_space();
    if !sign {
        return Ok(Value::Quantity(first));
    }
    let Ok((second, power)) = take_amount(&mut ahead) else {
        return Ok(Value::Quantity(first));
    };
    *cursor = ahead;
    // CNY 3–5 million names the currency before the first number only, and the scale after the last.
    if first_power.is_none()
        && let Some(power) = power
    {
        (first.number, first.scale) = scaled(first.number, power).unwrap_or((first.number, first.scale));
    }
    let second = if second.unit == Unit::None { Quantity { unit: first.unit, ..second } } else { second };
    range(first, second, &start)
}

/// An amount, and the power of ten of its scale word.
fn take_amount(cursor: &mut Cursor<'_>) -> Result<(Quantity, Option<i32>), ReadError> {
    let start = *cursor;
    let qualifier = Qualifier::take_english(cursor);
    cursor.skip_space();
    let currency = Currency::take_before(cursor);
    cursor.skip_space();
    let negative = cursor.take('-');
    let (mut number, style, parts) = take_number(cursor)?;
    if negative {
        number = Decimal::ZERO.sub(number).unwrap_or(number);
    }
    // Half a million is no fraction of a whole.
    let power = if parts.is_none() { take_power(cursor) } else { None };
    let (number, scale) = match power {
        Some(power) => scaled(number, power).ok_or_else(|| error(ReadErrorKind::TooLarge, &start))?,
        None => (number, Scale::One),
    };
    let unit = match (parts, currency) {
        (Some(_), Some(_)) => return Err(error(ReadErrorKind::Contradiction, &start)),
        (Some(parts), None) => Unit::Part(parts),
        (_, Some(currency)) => Unit::Money(currency),
        _ => take_unit(cursor),
    };
    let quantity = share_in_full(Quantity { number, scale, unit, qualifier, style });
    if stays_exact(quantity) { Ok((quantity, power)) } else { Err(error(ReadErrorKind::TooLarge, &start)) }
}

static NUMBER_WORDS: &[(&str, i64)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
];

/// Digits or a number word; and the size of the parts if it counts parts (two-thirds).
fn take_number(cursor: &mut Cursor<'_>) -> Result<(Decimal, Style, Option<u32>), ReadError> {
    if let Some(number) = take_arabic(cursor)? {
        return Ok((number, Style::Arabic, None));
    }
    if cursor.take_word("half") {
        return Ok((Decimal::ONE, Style::Chinese, Some(2)));
    }
    let Some(number) = cursor.take_any(NUMBER_WORDS) else {
        return Err(error(ReadErrorKind::NoNumber, cursor));
    };
    let mut ahead = *cursor;
    if !ahead.take('-') {
        ahead.skip_space();
    }
    let parts =
        PARTS.iter().find(|(_, one, other)| ahead.take_word(other) || ahead.take_word(one)).map(|(size, ..)| *size);
    if parts.is_some() {
        *cursor = ahead;
    }
    Ok((Decimal::from_i64(number), Style::Chinese, parts))
}

static SCALE_WORDS: &[(&str, i32)] =
    &[("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("mn", 6), ("bn", 9), ("tn", 12)];

fn take_power(cursor: &mut Cursor<'_>) -> Option<i32> {
    let mut ahead = *cursor;
    ahead.skip_space();
    let power = ahead.take_any(SCALE_WORDS)?;
    *cursor = ahead;
    Some(power)
}

/// English scale words become 万, 亿 or 万亿, by size, as the newspaper would print the same amount.
fn scaled(number: Decimal, power: i32) -> Option<(Decimal, Scale)> {
    let reached = |scale: &Scale| {
        let limit = Decimal::ONE.shift10(scale.power() - power);
        limit.is_some_and(|limit| number.abs() >= limit)
    };
    let scale = [Scale::WanYi, Scale::Yi, Scale::Wan].into_iter().find(reached).unwrap_or(Scale::One);
    let moved = number.shift10(power - scale.power())?;
    Some((if number.places() == 0 { moved.trimmed() } else { moved }, scale))
}

/// The amount that digits or a number word stand for, with a scale word after it; for searching.
pub(super) fn take_plain_number(cursor: &mut Cursor<'_>) -> Option<Decimal> {
    let mut ahead = *cursor;
    let (number, _, parts) = take_number(&mut ahead).ok()?;
    if parts.is_some() {
        return None;
    }
    let power = take_power(&mut ahead).unwrap_or(0);
    *cursor = ahead;
    number.shift10(power)
}

fn take_unit(cursor: &mut Cursor<'_>) -> Unit {
    let mut ahead = *cursor;
    ahead.skip_space();
    let unit = if ahead.take('%') || ahead.take_word("per cent") || ahead.take_word("percent") {
        Unit::Percent
    } else if ahead.take_word("percentage points") || ahead.take_word("percentage point") {
        Unit::PercentagePoint
    } else if ahead.take_word("yuan") {
        Unit::Money(Currency::Yuan)
    } else if let Some(measure) = Measure::take_english(&mut ahead) {
        Unit::Measure(measure)
    } else if let Some(counter) = take_word(&mut ahead).as_deref().and_then(counters::from_english) {
        Unit::Counter(counter)
    } else {
        return Unit::None;
    };
    *cursor = ahead;
    unit
}

fn take_word(cursor: &mut Cursor<'_>) -> Option<String> {
    let mut word = String::new();
    while let Some(letter) = cursor.peek().filter(char::is_ascii_alphabetic) {
        word.push(letter);
        cursor.next();
    }
    (!word.is_empty()).then_some(word)
}
