//! Reading dates and periods in Chinese text, and ISO dates.

use super::cursor::Cursor;
use super::date::{Date, DateBound, DatePart, RELATIVE_YEARS, Year};
use super::qualifier::Qualifier;
use super::read::{take_range_sign, take_whole};
use super::value::Value;

/// Outside these a number before 年 is how long something lasted.
const YEARS: std::ops::RangeInclusive<u32> = 1600..=2199;

/// Takes a date or a period. Whether the day exists is asked by the caller.
pub(super) fn take(cursor: &mut Cursor<'_>) -> Option<Value> {
    let start = *cursor;
    let Some(from) = take_date(cursor) else {
        return take_short_period(start, cursor);
    };
    let mut ahead = *cursor;
    if take_range_sign(&mut ahead)
        && let Some(to) = take_date(&mut ahead)
    {
        *cursor = ahead;
        return Some(Value::Period { from, to: inherit(from, to) });
    }
    Some(Value::Date(from))
}

/// 6月13日至15日: the second date has the month and year of the first.
fn inherit(from: Date, to: Date) -> Date {
    let month = if to.year.is_none() && to.day.is_some() { to.month.or(from.month) } else { to.month };
    Date { year: to.year.or(from.year), month, ..to }
}

/// 1至6月, 2019—2023年: the unit is printed once, at the end.
fn take_short_period<'a>(start: Cursor<'a>, cursor: &mut Cursor<'a>) -> Option<Value> {
    let mut ahead = start;
    let (number, style) = take_whole(&mut ahead)?;
    if !take_range_sign(&mut ahead) {
        return None;
    }
    let to = take_date(&mut ahead)?;
    let mut from = Date { style, ..Date::UNKNOWN };
    match (to.year, to.month, to.day) {
        (Some(Year::Absolute(_)), ..) if YEARS.contains(&number) => {
            from.year = u16::try_from(number).ok().map(Year::Absolute)
        }
        (None, Some(_), _) => from.month = Some(u8::try_from(number).ok()?),
        (None, None, Some(_)) => from.day = Some(u8::try_from(number).ok()?),
        _ => return None,
    }
    *cursor = ahead;
    Some(Value::Period { from, to })
}

static YEAR_PARTS: &[(&str, DatePart)] = &[
    ("年底", DatePart::End),
    ("年末", DatePart::End),
    ("年初", DatePart::Start),
    ("年中", DatePart::Middle),
    ("上半年", DatePart::FirstHalf),
    ("下半年", DatePart::SecondHalf),
    ("前三季度", DatePart::FirstThreeQuarters),
    ("前3季度", DatePart::FirstThreeQuarters),
];

/// Only after a year that is printed: 2028年底.
static SHORT_YEAR_PARTS: &[(&str, DatePart)] =
    &[("底", DatePart::End), ("末", DatePart::End), ("初", DatePart::Start), ("中", DatePart::Middle)];

static MONTH_PARTS: &[(&str, DatePart)] = &[
    ("初", DatePart::Start),
    ("上旬", DatePart::Early),
    ("中旬", DatePart::Middle),
    ("下旬", DatePart::Late),
    ("底", DatePart::End),
    ("末", DatePart::End),
];

static BOUNDS_AFTER: &[(&str, DateBound)] = &[
    ("之前", DateBound::Before),
    ("以前", DateBound::Before),
    ("前", DateBound::Before),
    ("之后", DateBound::After),
    ("以后", DateBound::After),
    ("后", DateBound::After),
    ("以来", DateBound::Since),
    ("起", DateBound::Since),
];

static AS_OF: &[(&str, ())] = &[("截至到", ()), ("截止到", ()), ("截至", ()), ("截止", ())];

pub(super) fn take_date(cursor: &mut Cursor<'_>) -> Option<Date> {
    let mut ahead = *cursor;
    let mut date = Date::UNKNOWN;
    if ahead.take_any(AS_OF).is_some() {
        date.bound = DateBound::AsOf;
    }
    date.qualifier = Qualifier::take_before(&mut ahead);
    let before = ahead.passed();
    if !take_iso(&mut ahead, &mut date) {
        take_year(&mut ahead, &mut date);
        if date.part.is_none() {
            take_month_and_day(&mut ahead, &mut date);
        }
    }
    let hedged_otherwise = !matches!(date.qualifier, Qualifier::Exact | Qualifier::About);
    if ahead.passed() == before || hedged_otherwise {
        return None;
    }
    if ahead.take_word("前后") || ahead.take_word("左右") {
        date.qualifier = Qualifier::About;
    }
    if date.bound == DateBound::At {
        date.bound = ahead.take_any(BOUNDS_AFTER).unwrap_or(DateBound::At);
    }
    *cursor = ahead;
    Some(date)
}

/// `2024-06-13` or `2019-02`: exactly two digits a part, so that 2019-2023 is no date.
fn take_iso(cursor: &mut Cursor<'_>, date: &mut Date) -> bool {
    let mut ahead = *cursor;
    let Some(year) = take_digits(&mut ahead, 4).filter(|year| YEARS.contains(year)) else {
        return false;
    };
    let month = if ahead.take('-') { take_digits(&mut ahead, 2) } else { None };
    let Some(month) = month.filter(|month| (1..=12).contains(month)) else {
        return false;
    };
    let mut longer = ahead;
    let day = if longer.take('-') { take_digits(&mut longer, 2) } else { None };
    if day.is_some() {
        ahead = longer;
    }
    if ahead.peek().is_some_and(|next| next.is_ascii_digit() || matches!(next, '.' | '年' | '%')) {
        return false;
    }
    date.year = u16::try_from(year).ok().map(Year::Absolute);
    date.month = u8::try_from(month).ok();
    date.day = day.and_then(|day| u8::try_from(day).ok());
    *cursor = ahead;
    true
}

fn take_digits(cursor: &mut Cursor<'_>, count: usize) -> Option<u32> {
    let mut number = 0;
    for _ in 0..count {
        number = number * 10 + cursor.next()?.to_digit(10)?;
    }
    Some(number)
}

/// The year and the part of the year; or the part alone (上半年, 年底).
fn take_year(cursor: &mut Cursor<'_>, date: &mut Date) {
    let mut ahead = *cursor;
    if let Some(years) = ahead.take_any(RELATIVE_YEARS) {
        date.year = Some(Year::Relative(years));
    } else if let Some((year, style)) = take_whole(&mut ahead).filter(|(year, _)| YEARS.contains(year))
        && ahead.take('年')
    {
        ahead.take('度');
        date.year = u16::try_from(year).ok().map(Year::Absolute);
        date.style = style;
    }
    if date.year.is_some() {
        *cursor = ahead;
    }
    date.part = cursor.take_any(YEAR_PARTS).or_else(|| take_quarter(cursor));
    if date.part.is_none() && date.year.is_some() {
        date.part = cursor.take_any(SHORT_YEAR_PARTS);
    }
}

fn take_quarter(cursor: &mut Cursor<'_>) -> Option<DatePart> {
    let mut ahead = *cursor;
    ahead.take('第');
    let (quarter, _) = take_whole(&mut ahead)?;
    let quarter = u8::try_from(quarter).ok().filter(|quarter| (1..=4).contains(quarter))?;
    if !ahead.take_word("季度") {
        return None;
    }
    *cursor = ahead;
    Some(DatePart::Quarter(quarter))
}

fn take_month_and_day(cursor: &mut Cursor<'_>, date: &mut Date) {
    let mut ahead = *cursor;
    let Some((number, style)) = take_whole(&mut ahead) else {
        return;
    };
    let Ok(number) = u8::try_from(number) else {
        return;
    };
    let year_known = date.year.is_some();
    if !year_known && ahead.take('日') {
        *cursor = ahead;
        (date.day, date.style) = (Some(number), style);
        return;
    }
    if !ahead.take_word("月份") && !ahead.take('月') {
        return;
    }
    *cursor = ahead;
    date.month = Some(number);
    if date.year.is_none_or(|year| matches!(year, Year::Relative(_))) {
        date.style = style;
    }
    date.part = cursor.take_any(MONTH_PARTS);
    if date.part.is_some() {
        return;
    }
    let Some((day, _)) = take_whole(&mut ahead) else {
        return;
    };
    if let Ok(day) = u8::try_from(day)
        && (ahead.take('日') || ahead.take('号'))
    {
        *cursor = ahead;
        date.day = Some(day);
    }
}
