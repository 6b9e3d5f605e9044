//! Reading English dates: `13 June 2024`, `end of 2028`, `October last year`.

use super::cursor::Cursor;
use super::date::{Date, DateBound, DatePart, Year};
use super::date_text::{ENGLISH_YEARS, MONTHS};
use super::qualifier::Qualifier;

static BOUNDS: &[(&str, DateBound)] = &[
    ("before", DateBound::Before),
    ("after", DateBound::After),
    ("since", DateBound::Since),
    ("as of", DateBound::AsOf),
];

static PARTS_OF_YEAR: &[(&str, DatePart)] = &[
    ("end of", DatePart::End),
    ("beginning of", DatePart::Start),
    ("middle of", DatePart::Middle),
    ("first ten days of", DatePart::Early),
    ("last ten days of", DatePart::Late),
    ("first half of", DatePart::FirstHalf),
    ("second half of", DatePart::SecondHalf),
    ("first three quarters of", DatePart::FirstThreeQuarters),
    ("first quarter of", DatePart::Quarter(1)),
    ("second quarter of", DatePart::Quarter(2)),
    ("third quarter of", DatePart::Quarter(3)),
    ("fourth quarter of", DatePart::Quarter(4)),
];

/// A day, month or year; never a bare number, which is an amount.
pub(super) fn take_date(cursor: &mut Cursor<'_>) -> Option<Date> {
    let mut date = Date::UNKNOWN;
    date.bound = cursor.take_any(BOUNDS).unwrap_or(DateBound::At);
    cursor.skip_space();
    if cursor.take_word("about") {
        date.qualifier = Qualifier::About;
        cursor.skip_space();
    }
    cursor.take_word("the ");
    date.part = cursor.take_any(PARTS_OF_YEAR);
    if cursor.take_word("end-") {
        date.part = Some(DatePart::End);
    }
    cursor.skip_space();
    date.day = take_day(cursor);
    cursor.skip_space();
    date.month = take_month(cursor);
    cursor.skip_space();
    if date.month.is_some() && date.day.is_none() {
        let mut ahead = *cursor;
        date.day = take_day(&mut ahead);
        if date.day.is_some() {
            ahead.take(',');
            *cursor = ahead;
        }
        cursor.skip_space();
    }
    let before_year = *cursor;
    date.year = cursor.take_any(ENGLISH_YEARS).map(Year::Relative).or_else(|| take_year(cursor));
    if date.year.is_none() {
        *cursor = before_year;
    }
    let named = date.month.is_some() || matches!(date.year, Some(Year::Relative(_)));
    let placed = date.year.is_some() && (date.part.is_some() || date.bound != DateBound::At);
    let day_alone = date.day.is_some() && date.month.is_none();
    (!day_alone && (named || placed)).then_some(date)
}

/// One or two digits that nothing but a space or comma follows.
fn take_day(cursor: &mut Cursor<'_>) -> Option<u8> {
    let mut ahead = *cursor;
    let mut day: u8 = 0;
    let mut count = 0;
    while let Some(digit) = ahead.peek().and_then(|character| character.to_digit(10)) {
        day = day.checked_mul(10)?.checked_add(u8::try_from(digit).ok()?)?;
        ahead.next();
        count += 1;
    }
    if !(1..=2).contains(&count) || !matches!(ahead.peek(), None | Some(' ' | ',')) {
        return None;
    }
    *cursor = ahead;
    Some(day)
}

fn take_month(cursor: &mut Cursor<'_>) -> Option<u8> {
    let mut number = 0;
    for name in MONTHS {
        number += 1;
        let short = name.get(..3).unwrap_or(name);
        if cursor.take_word(name) || cursor.take_word(short) {
            return Some(number);
        }
    }
    None
}

fn take_year(cursor: &mut Cursor<'_>) -> Option<Year> {
    let mut year: u16 = 0;
    for _ in 0..4 {
        year = year.checked_mul(10)?.checked_add(u16::try_from(cursor.next()?.to_digit(10)?).ok()?)?;
    }
    let ends = !cursor.peek().is_some_and(|next| next.is_ascii_digit());
    (ends && (1600..=2199).contains(&year)).then_some(Year::Absolute(year))
}
