//! What a printed number can be: an amount, a range of amounts, a date, a period or a rank.

use super::date::Date;
use super::decimal::Decimal;
use super::qualifier::Qualifier;
use super::ratio::Ratio;
use super::scale::Scale;
use super::unit::{Dimension, Unit};

/// A number, range, date, period or rank, as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// An amount: 179.94亿元.
    Quantity(Quantity),
    /// A range of amounts of one kind: 3至5亿元.
    Range {
        /// The lower end.
        low: Quantity,
        /// The upper end.
        high: Quantity,
    },
    /// A date: 2028年底.
    Date(Date),
    /// A time from one date to another: 1至6月.
    Period {
        /// The first date.
        from: Date,
        /// The last date.
        to: Date,
    },
    /// A place in a row: 第十届, 一期.
    Ordinal(Ordinal),
}

/// An amount as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The number before the scale word, with the decimal places that were printed.
    pub number: Decimal,
    /// 万, 亿…
    pub scale: Scale,
    /// What is counted or measured.
    pub unit: Unit,
    /// 约, 超过, 余…
    pub qualifier: Qualifier,
    /// Arabic or Chinese numerals.
    pub style: Style,
}

/// Which numerals were printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// 158.
    Arabic,
    /// 一百五十八.
    Chinese,
}

/// A place in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ordinal {
    /// Which place.
    pub number: u32,
    /// Whether 第 is printed before it.
    pub mark: OrdinalMark,
    /// What is ranked: 届, 期; empty after a bare 第十.
    pub classifier: &'static str,
    /// Arabic or Chinese numerals.
    pub style: Style,
}

/// How a rank is marked as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrdinalMark {
    /// 第十届.
    Di,
    /// 一期.
    Bare,
}

impl Value {
    /// Whether the two can be compared or added: amounts of one dimension and counter, or both
    /// dates, or both ranks of one thing.
    pub fn same_kind(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Date(_) | Value::Period { .. }, Value::Date(_) | Value::Period { .. }) => true,
            (Value::Ordinal(left), Value::Ordinal(right)) => left.classifier == right.classifier,
            _ => match (self.unit(), other.unit()) {
                (Some(left), Some(right)) => left.same_kind(right),
                _ => false,
            },
        }
    }

    /// Whether the two say the same, however they are written: 2家 and 两家, 0.5亿元 and 5000万元.
    pub fn same_amount(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Quantity(left), Value::Quantity(right)) => left.same_amount(*right),
            (Value::Range { low, high }, Value::Range { low: other_low, high: other_high }) => {
                low.same_amount(*other_low) && high.same_amount(*other_high)
            }
            (Value::Date(left), Value::Date(right)) => Date { style: right.style, ..*left } == *right,
            (Value::Period { from, to }, Value::Period { from: other_from, to: other_to }) => {
                Value::Date(*from).same_amount(&Value::Date(*other_from))
                    && Value::Date(*to).same_amount(&Value::Date(*other_to))
            }
            (Value::Ordinal(left), Value::Ordinal(right)) => {
                left.number == right.number && left.classifier == right.classifier
            }
            _ => false,
        }
    }

    /// The amount, if it is a single one.
    pub fn quantity(&self) -> Option<Quantity> {
        match self {
            Value::Quantity(quantity) => Some(*quantity),
            _ => None,
        }
    }

    /// The date, if it is a single one.
    pub fn date(&self) -> Option<Date> {
        match self {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// The unit of an amount or a range.
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Value::Quantity(quantity) => Some(quantity.unit),
            Value::Range { high, .. } => Some(high.unit),
            _ => None,
        }
    }
}

impl Quantity {
    /// An exact amount in Arabic digits.
    pub fn new(number: Decimal, scale: Scale, unit: Unit) -> Quantity {
        Quantity { number, scale, unit, qualifier: Qualifier::Exact, style: Style::Arabic }
    }

    /// The amount in the base unit of its dimension (元, 1, kg, m², Wh, W, m; for shares the number
    /// before %). Exact for every unit but those that are no finite decimal (亩, 三分之二), which come
    /// with twelve places; use [`ratio`](Quantity::ratio) where that matters.
    pub fn base(self) -> Decimal {
        let amount = self.amount();
        match self.unit.factor() {
            Ratio::ONE => amount,
            factor if factor.denominator() == 1 => i64::try_from(factor.numerator())
                .ok()
                .and_then(|factor| amount.mul(Decimal::from_i64(factor)))
                .map_or(amount, Decimal::trimmed),
            factor => Ratio::from(amount).mul(factor).map_or(amount, |exact| exact.round(12).trimmed()),
        }
    }

    /// The exact amount for expressions: in the base unit, and a share as a part of one (66% is 0.66).
    pub fn ratio(self) -> Ratio {
        let amount = Ratio::from(self.amount());
        let base = amount.mul(self.unit.factor()).unwrap_or(amount);
        if self.unit.dimension() != Dimension::Share {
            return base;
        }
        Ratio::new(1, 100).and_then(|hundredth| base.mul(hundredth)).unwrap_or(base)
    }

    /// The number with its scale worked in, in the unit as printed: 179.94亿 is 17994000000.
    /// Every number that can be read fits; a made-up one that does not keeps its printed digits.
    pub fn amount(self) -> Decimal {
        self.number.shift10(self.scale.power()).unwrap_or(self.number)
    }

    /// The same amount with another scale word: 3.7亿元 as 37000万元 or 370000000元. None for a unit
    /// that takes no scale word, or when the digits do not fit.
    pub fn in_scale(self, scale: Scale) -> Option<String> {
        if matches!(self.unit, Unit::Percent | Unit::PercentagePoint | Unit::Tenth | Unit::Part(_)) {
            return None;
        }
        let mut text = self.number.shift10(self.scale.power() - scale.power())?.trimmed().plain();
        // Places that were printed and are still decimal places stay.
        if let Some(printed) =
            self.number.shift10(self.scale.power() - scale.power()).filter(|_| self.number.places() > 0)
        {
            text = printed.plain();
        }
        text.push_str(scale.word());
        text.push_str(self.unit.symbol());
        Some(text)
    }

    /// Whether the two say the same amount with the same hedge, however they are written.
    pub fn same_amount(self, other: Quantity) -> bool {
        self.unit.same_kind(other.unit) && self.qualifier == other.qualifier && self.ratio() == other.ratio()
    }
}
