//! The physical units and lengths of time that newspapers print.

use super::cursor::Cursor;
use super::ratio::Ratio;
use super::unit::Dimension;

/// A physical unit or a length of time: its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure(u8);

/// A row of the table.
struct Row {
    symbol: &'static str,
    one: &'static str,
    other: &'static str,
    dimension: Dimension,
    factor: i64,
    divisor: i64,
}

impl Measure {
    /// Every measure.
    pub(super) fn all() -> impl Iterator<Item = Measure> {
        (0..).zip(MEASURES).map(|(place, _)| Measure(place))
    }

    /// The measure of a printed symbol.
    pub(super) fn of(symbol: &str) -> Option<Measure> {
        Measure::all().find(|measure| measure.symbol() == symbol)
    }

    fn row(self) -> &'static Row {
        // Only places of the table are ever made, and it is not empty.
        MEASURES.get(usize::from(self.0)).unwrap_or(&FIRST)
    }

    /// As printed in Chinese: `吨`, `GWh`.
    pub fn symbol(self) -> &'static str {
        self.row().symbol
    }

    /// The English word or symbol for exactly one.
    pub fn one(self) -> &'static str {
        self.row().one
    }

    /// The English word or symbol for any other number.
    pub fn other(self) -> &'static str {
        self.row().other
    }

    /// What it measures.
    pub fn dimension(self) -> Dimension {
        self.row().dimension
    }

    /// How many base units make one, exactly.
    pub fn factor(self) -> Ratio {
        Ratio::new(i128::from(self.row().factor), i128::from(self.row().divisor)).unwrap_or(Ratio::ONE)
    }

    /// The symbol of the base unit of its dimension.
    pub(super) fn base_symbol(self) -> &'static str {
        match self.dimension() {
            Dimension::Mass => "公斤",
            Dimension::Area => "平方米",
            Dimension::Volume => "立方米",
            Dimension::Energy => "Wh",
            Dimension::Power => "W",
            Dimension::Length => "米",
            Dimension::Months => "个月",
            Dimension::Duration => "秒",
            _ => self.symbol(),
        }
    }

    /// Takes the longest measure that the text goes on with.
    pub(super) fn take(cursor: &mut Cursor<'_>) -> Option<Measure> {
        let found = Measure::all()
            .filter(|measure| cursor.goes_on_with(measure.symbol()))
            .max_by_key(|measure| measure.symbol().len());
        let other = OTHER_NAMES.iter().filter(|(name, _)| cursor.goes_on_with(name)).max_by_key(|(name, _)| name.len());
        if let Some((name, symbol)) = other
            && found.is_none_or(|measure| measure.symbol().len() < name.len())
        {
            cursor.take_word(name);
            return Measure::of(symbol);
        }
        let measure = found?;
        cursor.take_word(measure.symbol());
        Some(measure)
    }

    /// Takes an English name or symbol; longer ones first.
    pub(super) fn take_english(cursor: &mut Cursor<'_>) -> Option<Measure> {
        let mut best: Option<(usize, Measure)> = None;
        for measure in Measure::all() {
            for word in [measure.other(), measure.one()] {
                let longer = best.is_none_or(|(length, _)| word.len() > length);
                if longer && !word.is_empty() && cursor.goes_on_with(word) {
                    best = Some((word.len(), measure));
                }
            }
        }
        let (length, measure) = best?;
        let word = if measure.other().len() == length { measure.other() } else { measure.one() };
        cursor.take_word(word);
        Some(measure)
    }
}

/// What is printed now and then for a measure of the table.
static OTHER_NAMES: &[(&str, &str)] = &[
    ("㎡", "平方米"),
    ("m²", "平方米"),
    ("m2", "平方米"),
    ("km²", "平方公里"),
    ("km2", "平方公里"),
    ("千克", "公斤"),
    ("kg", "公斤"),
    ("立方", "立方米"),
    ("m³", "立方米"),
    ("千米", "公里"),
    ("km", "公里"),
    ("个小时", "小时"),
    ("秒钟", "秒"),
    ("平方千米", "平方公里"),
    ("个年头", "年"),
    ("周年", "年"),
];

const fn row(
    symbol: &'static str,
    one: &'static str,
    other: &'static str,
    dimension: Dimension,
    factor: i64,
    divisor: i64,
) -> Row {
    Row { symbol, one, other, dimension, factor, divisor }
}

const FIRST: Row = row("公斤", "kg", "kg", Dimension::Mass, 1, 1);

/// Units that are printed differently stay apart (度 and 千瓦时), though they compare as equal amounts.
static MEASURES: &[Row] = &[
    FIRST,
    row("吨标准煤", "tonne of standard coal", "tonnes of standard coal", Dimension::Mass, 1_000, 1),
    row("吨", "tonne", "tonnes", Dimension::Mass, 1_000, 1),
    row("克", "g", "g", Dimension::Mass, 1, 1_000),
    row("斤", "jin", "jin", Dimension::Mass, 5, 10),
    row("平方米", "m²", "m²", Dimension::Area, 1, 1),
    row("平米", "m²", "m²", Dimension::Area, 1, 1),
    row("平方公里", "km²", "km²", Dimension::Area, 1_000_000, 1),
    row("公顷", "ha", "ha", Dimension::Area, 10_000, 1),
    // A mu is a fifteenth of a hectare, which is no finite decimal.
    row("亩", "mu", "mu", Dimension::Area, 2_000, 3),
    row("立方米", "m³", "m³", Dimension::Volume, 1, 1),
    row("升", "litre", "litres", Dimension::Volume, 1, 1_000),
    row("Wh", "Wh", "Wh", Dimension::Energy, 1, 1),
    row("kWh", "kWh", "kWh", Dimension::Energy, 1_000, 1),
    row("MWh", "MWh", "MWh", Dimension::Energy, 1_000_000, 1),
    row("GWh", "GWh", "GWh", Dimension::Energy, 1_000_000_000, 1),
    row("TWh", "TWh", "TWh", Dimension::Energy, 1_000_000_000_000, 1),
    row("千瓦时", "kWh", "kWh", Dimension::Energy, 1_000, 1),
    row("度", "kWh", "kWh", Dimension::Energy, 1_000, 1),
    row("W", "W", "W", Dimension::Power, 1, 1),
    row("kW", "kW", "kW", Dimension::Power, 1_000, 1),
    row("MW", "MW", "MW", Dimension::Power, 1_000_000, 1),
    row("GW", "GW", "GW", Dimension::Power, 1_000_000_000, 1),
    row("瓦", "W", "W", Dimension::Power, 1, 1),
    row("千瓦", "kW", "kW", Dimension::Power, 1_000, 1),
    row("兆瓦", "MW", "MW", Dimension::Power, 1_000_000, 1),
    row("吉瓦", "GW", "GW", Dimension::Power, 1_000_000_000, 1),
    row("公里", "km", "km", Dimension::Length, 1_000, 1),
    row("米", "m", "m", Dimension::Length, 1, 1),
    row("厘米", "cm", "cm", Dimension::Length, 1, 100),
    row("毫米", "mm", "mm", Dimension::Length, 1, 1_000),
    row("年", "year", "years", Dimension::Months, 12, 1),
    row("个月", "month", "months", Dimension::Months, 1, 1),
    row("周", "week", "weeks", Dimension::Duration, 604_800, 1),
    row("天", "day", "days", Dimension::Duration, 86_400, 1),
    row("小时", "hour", "hours", Dimension::Duration, 3_600, 1),
    row("分钟", "minute", "minutes", Dimension::Duration, 60, 1),
    row("秒", "second", "seconds", Dimension::Duration, 1, 1),
];
