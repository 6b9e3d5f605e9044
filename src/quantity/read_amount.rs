//! Reading amounts and ranges of amounts in Chinese text.

use super::cursor::Cursor;
use super::decimal::Decimal;
use super::error::{ReadError, ReadErrorKind};
use super::qualifier::Qualifier;
use super::ratio::Ratio;
use super::read::{error, take_range_sign};
use super::read_number::{Number, take_number};
use super::scale::Scale;
use super::unit::{Currency, Dimension, Unit};
use super::value::{Quantity, Style, Value};

/// Takes an amount or a range of amounts.
pub(super) fn take(cursor: &mut Cursor<'_>) -> Result<Value, ReadError> {
    let start = *cursor;
    let first = take_one(cursor)?;
    if let Some(lower) = first.lower {
        let low = Quantity { number: lower, ..first.quantity };
        return Ok(Value::Range { low, high: first.quantity });
    }
    let mut ahead = *cursor;
    if !take_range_sign(&mut ahead) {
        return Ok(Value::Quantity(first.quantity));
    }
    // 30-50 is a range; a dash before anything but a number belongs to the text that follows.
    let Ok(second) = take_one(&mut ahead) else {
        return Ok(Value::Quantity(first.quantity));
    };
    *cursor = ahead;
    range(first.quantity, second.quantity, &start)
}

/// Gives each end what is printed only at the other: 3至5亿元 is 3亿元 to 5亿元.
pub(super) fn range(low: Quantity, high: Quantity, start: &Cursor<'_>) -> Result<Value, ReadError> {
    let (mut low, mut high) = (low, high);
    let unit_printed_once = low.unit == Unit::None && high.unit != Unit::None;
    if unit_printed_once {
        low.unit = high.unit;
    }
    if high.unit == Unit::None && low.unit == Unit::Percent {
        high.unit = Unit::Percent;
    }
    // A Chinese numeral holds its own 十, 百 and 千, so it can only be given 万 and above by itself.
    let givable = low.style == Style::Arabic || matches!(high.scale, Scale::Wan | Scale::Yi | Scale::WanYi);
    let scaled = Quantity { scale: high.scale, ..low };
    if givable
        && low.scale == Scale::One
        && (unit_printed_once || low.unit == Unit::None)
        && scaled.ratio() <= high.ratio()
    {
        low = scaled;
    }
    (low, high) = (share_in_full(low), share_in_full(high));
    if !low.unit.same_kind(high.unit) {
        return Err(error(ReadErrorKind::MixedUnits, start));
    }
    if low.ratio() > high.ratio() {
        return Err(error(ReadErrorKind::BackwardRange, start));
    }
    if low.qualifier.is_inside() || high.qualifier.is_inside() {
        return Ok(Value::Range { low, high });
    }
    let hedge = low.qualifier.join(high.qualifier);
    let hedge = hedge.ok_or_else(|| error(ReadErrorKind::Contradiction, start))?;
    (low.qualifier, high.qualifier) = (hedge, hedge);
    Ok(Value::Range { low, high })
}

/// An amount, and the lower number where two neighbours are printed together (两三家, 七八成).
struct Amount {
    quantity: Quantity,
    lower: Option<Decimal>,
}

fn take_one(cursor: &mut Cursor<'_>) -> Result<Amount, ReadError> {
    let start = *cursor;
    let mut hedge = Qualifier::take_before(cursor);
    let currency = Currency::take_before(cursor);
    let negative = cursor.take('-') || cursor.take('负');
    let percent = cursor.take_word("百分之");
    let mut found = take_number(cursor)?;
    if negative && (found.hedge == Qualifier::Several || found.lower.is_some()) {
        return Err(error(ReadErrorKind::NoNumber, &start));
    }
    if negative {
        found.number = Decimal::ZERO.sub(found.number).unwrap_or(found.number);
    }
    let mut unit = match found.parts {
        Some(parts) => Unit::Part(parts),
        None if percent => Unit::Percent,
        None => take_unit(cursor, &mut found)?,
    };
    if let (Some(currency), Unit::None) = (currency, unit) {
        unit = Unit::Money(currency);
    }
    let contradiction = error(ReadErrorKind::Contradiction, &start);
    if currency.is_some() && !matches!(unit, Unit::Money(_)) {
        return Err(contradiction);
    }
    hedge = hedge.join(found.hedge).ok_or(contradiction)?;
    hedge = hedge.join(Qualifier::take_after(cursor)).ok_or(contradiction)?;
    hedge = hedge.join(Qualifier::take_after(cursor)).ok_or(contradiction)?;
    let quantity = Quantity { number: found.number, scale: found.scale, unit, qualifier: hedge, style: found.style };
    let share = share_in_full(quantity);
    if quantity.qualifier == Qualifier::Several && share != quantity {
        return Err(error(ReadErrorKind::UnknownUnit, &start));
    }
    let quantity = share;
    if !stays_exact(quantity) {
        return Err(error(ReadErrorKind::TooLarge, &start));
    }
    Ok(Amount { quantity, lower: found.lower })
}

/// A share takes no scale word when it is printed: 一万% is 10000%.
pub(super) fn share_in_full(quantity: Quantity) -> Quantity {
    let share = matches!(quantity.unit.dimension(), Dimension::Share | Dimension::ShareDifference);
    match quantity.number.shift10(quantity.scale.power()) {
        Some(number) if share => Quantity { number, scale: Scale::One, ..quantity },
        _ => quantity,
    }
}

/// Whether the amount fits in its base unit, so that nothing downstream can overflow silently.
pub(super) fn stays_exact(quantity: Quantity) -> bool {
    let shifted = quantity.number.shift10(quantity.scale.power());
    shifted
        .and_then(|amount| Ratio::from(amount).mul(quantity.unit.factor()))
        .and_then(|base| base.mul(Ratio::from_i64(1_000_000)))
        .is_some()
}

/// What half a unit more is printed as, after the number: 3个半月, 一年半.
static HALF_MORE: &[(&str, &str)] =
    &[("个半月", "个月"), ("个半小时", "小时"), ("年半", "年"), ("天半", "天"), ("小时半", "小时")];

/// 多 inside a unit: 3个多月.
static SOME_MORE: &[(&str, &str)] = &[("个多月", "个月"), ("个多小时", "小时")];

fn take_unit(cursor: &mut Cursor<'_>, found: &mut Number) -> Result<Unit, ReadError> {
    let whole = found.number.whole().is_some() && found.scale == Scale::One;
    let plain = whole && found.lower.is_none() && found.hedge == Qualifier::Exact;
    if plain && let Some(symbol) = cursor.take_any(HALF_MORE) {
        let with_half = Decimal::new(5, 1).and_then(|half| found.number.add(half));
        found.number = with_half.ok_or_else(|| error(ReadErrorKind::TooLarge, cursor))?;
        return Ok(Unit::measure(symbol).unwrap_or(Unit::None));
    }
    if let Some(symbol) = cursor.take_any(SOME_MORE) {
        found.hedge = Qualifier::More;
        return Ok(Unit::measure(symbol).unwrap_or(Unit::None));
    }
    Ok(Unit::take(cursor).unwrap_or(Unit::None))
}
