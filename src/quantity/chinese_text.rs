//! Printing values in Chinese.

use super::chinese_writing;
use super::date_text;
use super::decimal::Decimal;
use super::qualifier::Qualifier;
use super::scale::Scale;
use super::show::Parts;
use super::unit::{Dimension, Unit};
use super::value::{Ordinal, OrdinalMark, Quantity, Style, Value};

/// The canonical text.
pub(super) fn print(value: &Value) -> String {
    match value {
        Value::Quantity(quantity) => join(parts(*quantity)),
        Value::Range { low, high } => range(*low, *high),
        Value::Date(date) => date_text::chinese(*date),
        Value::Period { from, to } => date_text::chinese(*from) + "至" + &date_text::chinese(*to),
        Value::Ordinal(ordinal) => rank(*ordinal),
    }
}

fn join(parts: Parts) -> String {
    parts.before + &parts.number + &parts.after
}

fn rank(ordinal: Ordinal) -> String {
    let mut text = String::from(if ordinal.mark == OrdinalMark::Di { "第" } else { "" });
    text.push_str(&whole(ordinal.number, ordinal.style));
    text.push_str(ordinal.classifier);
    text
}

/// A rank, year part or day, where two is 二.
pub(super) fn whole(number: u32, style: Style) -> String {
    match style {
        Style::Arabic => number.to_string(),
        Style::Chinese => chinese_writing::write(Decimal::from_i64(i64::from(number)), '二').unwrap_or_default(),
    }
}

/// The scale is printed once where both ends share it, and the hedge once for both.
fn range(low: Quantity, high: Quantity) -> String {
    if low.qualifier.is_inside() || high.qualifier.is_inside() {
        return join(parts(low)) + "至" + &join(parts(high));
    }
    let (before, after) = high.qualifier.chinese();
    let exact = |end: Quantity| Quantity { qualifier: Qualifier::Exact, ..end };
    let (first, last) = (parts(exact(low)), parts(exact(high)));
    let shared = low.scale == high.scale && low.unit == high.unit && low.unit != Unit::Percent;
    let mut text = String::from(before);
    text.push_str(&first.before);
    text.push_str(&first.number);
    if !shared {
        text.push_str(&first.after);
    }
    text.push('至');
    text.push_str(&join(last));
    text.push_str(after);
    text
}

/// Scale word and unit.
pub(super) fn unit(quantity: Quantity) -> String {
    String::from(quantity.scale.word()) + quantity.unit.symbol()
}

/// Hedge, number, and scale with unit.
pub(super) fn parts(quantity: Quantity) -> Parts {
    let (before, after) = quantity.qualifier.chinese();
    let mut before = before.to_owned();
    let mut quantity = quantity;
    if quantity.style == Style::Chinese && quantity.number.is_negative() {
        // 负 stands before 百分之 and before the whole fraction.
        before.push('负');
        quantity.number = quantity.number.abs();
    }
    let mut parts = Parts { before, number: number(quantity), after: unit(quantity) };
    match (quantity.unit, quantity.style) {
        (Unit::Part(size), Style::Arabic) => parts.number = parts.number + "/" + &size.to_string(),
        (Unit::Part(1_000), _) => parts.number = String::from("千分之") + &parts.number,
        (Unit::Part(10_000), _) => parts.number = String::from("万分之") + &parts.number,
        (Unit::Part(size), _) => parts.number = whole(size, Style::Chinese) + "分之" + &parts.number,
        (Unit::Percent, Style::Chinese) => {
            parts.before.push_str("百分之");
            parts.after.clear();
        }
        _ => {}
    }
    if let Some(whole) = half_year(quantity) {
        parts.number = whole;
        parts.after = String::from("年半");
    }
    match quantity.qualifier {
        Qualifier::More => parts.after = more(quantity, &parts.after),
        Qualifier::Several => parts.number = several(quantity.number),
        _ => {}
    }
    parts.after.push_str(after);
    parts
}

fn number(quantity: Quantity) -> String {
    if quantity.style == Style::Arabic {
        return quantity.number.plain();
    }
    let countable = !matches!(quantity.unit, Unit::None | Unit::Percent | Unit::Part(_));
    let hedge_inside = quantity.qualifier == Qualifier::More && !matches!(quantity.unit, Unit::Measure(_));
    if countable && !hedge_inside && quantity.number == half() {
        return String::from("半");
    }
    let lone_two = quantity.scale == Scale::One && !countable && quantity.number == Decimal::from_i64(2);
    chinese_writing::write(quantity.number, if lone_two { '二' } else { '两' })
        .unwrap_or_else(|| quantity.number.plain())
}

fn half() -> Decimal {
    Decimal::new(5, 1).unwrap_or(Decimal::ZERO)
}

/// 一年半: the whole years, when exactly half a year is left over.
fn half_year(quantity: Quantity) -> Option<String> {
    let years = quantity.style == Style::Chinese && quantity.scale == Scale::One && quantity.unit.symbol() == "年";
    let whole = quantity.number.sub(half())?.trimmed();
    if !years || quantity.qualifier == Qualifier::More || whole.places() > 0 || whole < Decimal::ONE {
        return None;
    }
    chinese_writing::write(whole, '两')
}

/// 数 and the power of ten.
fn several(number: Decimal) -> String {
    let mut text = String::from("数");
    for (size, word) in [(10, '十'), (100, '百'), (1000, '千')] {
        if number == Decimal::from_i64(size) {
            text.push(word);
        }
    }
    text
}

/// 余 stands after round tens (30余个, 20余亿元), after the scale word (3亿余元), or after the counter
/// is not yet said (158余家); measures take 多 at the end (三年多, 3个多月).
fn more(quantity: Quantity, after: &str) -> String {
    let ten = Decimal::from_i64(10);
    let tens = quantity.number >= ten && quantity.number.trimmed().whole().is_some_and(|whole| whole % 10 == 0);
    let share = matches!(quantity.unit.dimension(), Dimension::Share);
    if tens && !share {
        return String::from("余") + after;
    }
    if quantity.scale != Scale::One {
        return String::from(quantity.scale.word()) + "余" + quantity.unit.symbol();
    }
    match quantity.unit {
        Unit::None | Unit::Counter(_) | Unit::PercentagePoint => String::from("余") + after,
        Unit::Measure(measure) if measure.symbol() == "个月" => String::from("个多月"),
        _ => String::from(after) + "多",
    }
}
