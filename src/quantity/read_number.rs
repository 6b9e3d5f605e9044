//! Reading the number of an amount: its digits or numerals with hedge and scale word, up to the unit.

use super::chinese;
use super::cursor::Cursor;
use super::decimal::Decimal;
use super::error::{ReadError, ReadErrorKind};
use super::qualifier::Qualifier;
use super::read::error;
use super::scale::Scale;
use super::value::Style;

/// More digits and commas than this are no figure of a newspaper, and would not stay exact in every unit.
const MOST_DIGITS: usize = 32;

/// A number and what stands between its digits and its unit.
pub(super) struct Number {
    pub(super) number: Decimal,
    pub(super) lower: Option<Decimal>,
    pub(super) scale: Scale,
    pub(super) style: Style,
    pub(super) hedge: Qualifier,
    pub(super) parts: Option<u32>,
}

pub(super) fn take_number(cursor: &mut Cursor<'_>) -> Result<Number, ReadError> {
    let start = *cursor;
    let nothing = Number {
        number: Decimal::ZERO,
        lower: None,
        scale: Scale::One,
        style: Style::Chinese,
        hedge: Qualifier::Exact,
        parts: None,
    };
    if let Some(number) = take_arabic(cursor)? {
        let mut found = Number { number, style: Style::Arabic, ..nothing };
        let mut ahead = *cursor;
        if ahead.take('/')
            && let Some(parts) = take_arabic(&mut ahead)?.and_then(whole_parts)
        {
            *cursor = ahead;
            return Ok(Number { parts: Some(parts), ..found });
        }
        finish(cursor, &mut found);
        while found.scale != Scale::One && found.hedge == Qualifier::Exact && take_smaller(cursor, &mut found)? {}
        return Ok(found);
    }
    if cursor.take('半') {
        return Decimal::new(5, 1)
            .map(|number| Number { number, ..nothing })
            .ok_or_else(|| error(ReadErrorKind::NoNumber, &start));
    }
    if cursor.take_word("好几") || cursor.take('数') || cursor.take('几') {
        let number = take_small_unit(cursor);
        return Ok(Number { number, scale: chinese::take_large_scale(cursor), hedge: Qualifier::Several, ..nothing });
    }
    if let Some((lower, number)) = take_neighbours(cursor) {
        return Ok(Number { number, lower: Some(lower), scale: chinese::take_large_scale(cursor), ..nothing });
    }
    if cursor.take_word("万分之") {
        let numerator = chinese::take(cursor).ok_or_else(|| error(ReadErrorKind::NoNumber, cursor))?;
        return Ok(Number { number: numerator.0, parts: Some(10_000), ..nothing });
    }
    let Some((number, scale)) = chinese::take(cursor) else {
        return Err(error(ReadErrorKind::NoNumber, &start));
    };
    if scale == Scale::One
        && let Some(parts) = whole_parts(number)
        && cursor.take_word("分之")
    {
        let (number, _) = chinese::take(cursor).ok_or_else(|| error(ReadErrorKind::NoNumber, cursor))?;
        return Ok(Number { number, parts: Some(parts), ..nothing });
    }
    let mut found = Number { number, scale, ..nothing };
    finish(cursor, &mut found);
    Ok(found)
}

fn whole_parts(number: Decimal) -> Option<u32> {
    number.whole().and_then(|parts| u32::try_from(parts).ok()).filter(|parts| *parts > 1)
}

/// 余, 多, 几 and the scale word, in either order: 30余万, 3亿多, 十几亿.
fn finish(cursor: &mut Cursor<'_>, found: &mut Number) {
    take_more(cursor, found);
    if found.scale == Scale::One {
        found.scale = match found.style {
            Style::Arabic => Scale::take(cursor),
            Style::Chinese => chinese::take_large_scale(cursor),
        };
    }
    take_more(cursor, found);
}

fn take_more(cursor: &mut Cursor<'_>, found: &mut Number) {
    if cursor.take('余') || cursor.take('多') || cursor.take('几') {
        found.hedge = Qualifier::More;
    } else if cursor.take('来') {
        found.hedge = Qualifier::About;
    }
}

/// 2000万 after 1亿: the sum in the smaller scale. Refuses what is not smaller.
fn take_smaller(cursor: &mut Cursor<'_>, found: &mut Number) -> Result<bool, ReadError> {
    let mut ahead = *cursor;
    let Some(number) = take_arabic(&mut ahead)? else {
        return Ok(false);
    };
    let mut next =
        Number { number, lower: None, scale: Scale::One, style: Style::Arabic, hedge: Qualifier::Exact, parts: None };
    finish(&mut ahead, &mut next);
    let step = found.scale.power() - next.scale.power();
    let sum = found.number.shift10(step).and_then(|larger| larger.add(number));
    let fits = step > 0 && Decimal::ONE.shift10(step).is_some_and(|limit| number < limit);
    let Some(sum) = sum.filter(|_| fits) else {
        return Ok(false);
    };
    (found.number, found.scale, found.hedge) = (sum, next.scale, next.hedge);
    *cursor = ahead;
    Ok(true)
}

/// Digits with their commas and point.
pub(super) fn take_arabic(cursor: &mut Cursor<'_>) -> Result<Option<Decimal>, ReadError> {
    let start = *cursor;
    let mut digits = String::new();
    while let Some(character) = cursor.peek() {
        let digit_next = || cursor.peek_after(1).is_some_and(|next| next.is_ascii_digit());
        let goes_on =
            character.is_ascii_digit() || matches!(character, '.' | ',') && !digits.is_empty() && digit_next();
        if !goes_on {
            break;
        }
        digits.push(character);
        cursor.next();
        // Refusing at once keeps a search over endless digits linear.
        if digits.len() > MOST_DIGITS {
            return Err(error(ReadErrorKind::TooLarge, &start));
        }
    }
    if digits.is_empty() {
        return Ok(None);
    }
    Decimal::parse(&digits).map(Some).ok_or_else(|| error(ReadErrorKind::BadNumber, &start))
}

/// 十, 百 or 千 after 数 or a pair of neighbours; one if there is none.
fn take_small_unit(cursor: &mut Cursor<'_>) -> Decimal {
    let begins_unit = |character| chinese::unit_begins(*cursor, character);
    let character = cursor.peek().filter(|character| !begins_unit(*character));
    let unit = character.and_then(chinese::small_unit);
    let Some(unit) = unit.and_then(|unit| i64::try_from(unit).ok()) else {
        return Decimal::ONE;
    };
    cursor.next();
    Decimal::from_i64(unit)
}

/// 两三, 三五, 七八 and the unit they share (三四十, 两三百).
fn take_neighbours(cursor: &mut Cursor<'_>) -> Option<(Decimal, Decimal)> {
    let low = cursor.peek().and_then(chinese::digit)?;
    let high = cursor.peek_after(1).and_then(chinese::digit)?;
    let third = cursor.peek_after(2).and_then(chinese::digit);
    if third.is_some() || low == 0 || !(high == low + 1 || (low, high) == (3, 5)) {
        return None;
    }
    cursor.next();
    cursor.next();
    let unit = take_small_unit(cursor);
    let times = |digit: u64| i64::try_from(digit).ok().and_then(|digit| unit.mul(Decimal::from_i64(digit)));
    Some((times(low)?, times(high)?))
}
