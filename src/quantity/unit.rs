//! Units: what a number counts or measures, and the exact factor to the base unit of its kind.

use super::counters::Counter;
use super::cursor::Cursor;
use super::measures::Measure;
use super::ratio::Ratio;

/// What a number counts or measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A bare number.
    None,
    /// Money in a currency; the base is its main unit (元).
    Money(Currency),
    /// `%` or 百分之; the base is the number before `%`.
    Percent,
    /// 成: tenths, a share like per cent.
    Tenth,
    /// 三分之二: the number counts parts of this many.
    Part(u32),
    /// 个百分点: a difference between two shares.
    PercentagePoint,
    /// Things counted with a counter (家, 个, 人…).
    Counter(Counter),
    /// A physical measure or a length of time.
    Measure(Measure),
}

/// Which numbers can be added and compared: those of one dimension, and of one counter or currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// A bare number.
    Number,
    /// Money.
    Money,
    /// A share of a whole: per cent, tenths, fractions.
    Share,
    /// A difference of shares.
    ShareDifference,
    /// A count of things.
    Count,
    /// Mass; the base is the kilogram.
    Mass,
    /// Area; the base is the square metre.
    Area,
    /// Volume; the base is the cubic metre.
    Volume,
    /// Energy; the base is the watt-hour.
    Energy,
    /// Power; the base is the watt.
    Power,
    /// Length; the base is the metre.
    Length,
    /// Calendar time; the base is the month.
    Months,
    /// Clock time; the base is the second.
    Duration,
}

/// A currency, in the order of how often it is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Currency {
    /// 元.
    Yuan,
    /// 美元.
    UsDollar,
    /// 欧元.
    Euro,
    /// 港元.
    HongKongDollar,
    /// 日元.
    Yen,
    /// 英镑.
    Pound,
    /// 韩元.
    Won,
    /// 卢布.
    Ruble,
    /// 新台币.
    TaiwanDollar,
    /// 澳元.
    AustralianDollar,
}

/// Currency, the symbol that is printed, the ISO code, and everything that is read as it. Words
/// that begin with another word come first.
static CURRENCIES: &[(Currency, &str, &str, &[&str])] = &[
    (Currency::UsDollar, "美元", "USD", &["美元", "美金"]),
    (Currency::Euro, "欧元", "EUR", &["欧元"]),
    (Currency::HongKongDollar, "港元", "HKD", &["港元", "港币"]),
    (Currency::Yen, "日元", "JPY", &["日元", "日圆"]),
    (Currency::Pound, "英镑", "GBP", &["英镑"]),
    (Currency::Won, "韩元", "KRW", &["韩元"]),
    (Currency::Ruble, "卢布", "RUB", &["卢布"]),
    (Currency::TaiwanDollar, "新台币", "TWD", &["新台币"]),
    (Currency::AustralianDollar, "澳元", "AUD", &["澳元"]),
    (Currency::Yuan, "元", "CNY", &["元人民币", "人民币", "元"]),
];

/// Signs that stand before a number.
static SIGNS: &[(char, Currency)] =
    &[('¥', Currency::Yuan), ('$', Currency::UsDollar), ('€', Currency::Euro), ('£', Currency::Pound)];

impl Currency {
    /// 元, 美元…
    pub fn symbol(self) -> &'static str {
        self.row().map_or("元", |(_, symbol, _, _)| symbol)
    }

    /// CNY, USD…
    pub fn code(self) -> &'static str {
        self.row().map_or("CNY", |(_, _, code, _)| code)
    }

    fn row(self) -> Option<&'static (Currency, &'static str, &'static str, &'static [&'static str])> {
        CURRENCIES.iter().find(|(currency, ..)| *currency == self)
    }

    /// Takes a sign (`$`), a code (`CNY`) or 人民币 from before a number.
    pub(super) fn take_before(cursor: &mut Cursor<'_>) -> Option<Currency> {
        if let Some((sign, currency)) = SIGNS.iter().find(|(sign, _)| cursor.peek() == Some(*sign)) {
            cursor.take(*sign);
            return Some(*currency);
        }
        if cursor.take_word("人民币") || cursor.take_word("RMB") {
            return Some(Currency::Yuan);
        }
        let (currency, ..) = CURRENCIES.iter().find(|(_, _, code, _)| cursor.take_word(code))?;
        Some(*currency)
    }
}

impl Unit {
    /// The unit of a counter; none for a word that counts nothing.
    pub fn counter(word: &str) -> Option<Unit> {
        Counter::of(word).map(Unit::Counter)
    }

    /// The unit of a measure by its printed symbol (`万吨` is a scale and `吨`).
    pub fn measure(symbol: &str) -> Option<Unit> {
        Measure::of(symbol).map(Unit::Measure)
    }

    /// Every unit that can be read, for tables and tests.
    pub fn all() -> impl Iterator<Item = Unit> {
        let plain = [Unit::None, Unit::Percent, Unit::Tenth, Unit::PercentagePoint];
        let money = CURRENCIES.iter().map(|(currency, ..)| Unit::Money(*currency));
        let counters = Counter::all().map(Unit::Counter);
        plain.into_iter().chain(money).chain(counters).chain(Measure::all().map(Unit::Measure))
    }

    /// Which other units it can be compared with.
    pub fn dimension(self) -> Dimension {
        match self {
            Unit::None => Dimension::Number,
            Unit::Money(_) => Dimension::Money,
            Unit::Percent | Unit::Tenth | Unit::Part(_) => Dimension::Share,
            Unit::PercentagePoint => Dimension::ShareDifference,
            Unit::Counter(_) => Dimension::Count,
            Unit::Measure(measure) => measure.dimension(),
        }
    }

    /// The unit that amounts of this dimension are brought to.
    pub fn base(self) -> Unit {
        match self {
            Unit::Tenth | Unit::Part(_) => Unit::Percent,
            Unit::Measure(measure) => Unit::measure(measure.base_symbol()).unwrap_or(self),
            other => other,
        }
    }

    /// How many base units make one of this unit, exactly: a fraction, because a third and a 亩 are
    /// no finite decimals.
    pub fn factor(self) -> Ratio {
        match self {
            Unit::Tenth => Ratio::from_i64(10),
            Unit::Part(parts) => Ratio::new(100, i128::from(parts)).unwrap_or(Ratio::ZERO),
            Unit::Measure(measure) => measure.factor(),
            _ => Ratio::ONE,
        }
    }

    /// Whether amounts of the two can be added: same dimension, and same counter or currency.
    pub fn same_kind(self, other: Unit) -> bool {
        match (self, other) {
            (Unit::Money(left), Unit::Money(right)) => left == right,
            (Unit::Counter(left), Unit::Counter(right)) => {
                left == right || (left.other() == right.other() && left.other() == "people")
            }
            _ => self.dimension() == other.dimension(),
        }
    }

    /// As a Chinese newspaper prints it after the number.
    pub fn symbol(self) -> &'static str {
        match self {
            Unit::None | Unit::Part(_) => "",
            Unit::Money(currency) => currency.symbol(),
            Unit::Percent => "%",
            Unit::Tenth => "成",
            Unit::PercentagePoint => "个百分点",
            Unit::Counter(counter) => counter.word(),
            Unit::Measure(measure) => measure.symbol(),
        }
    }

    /// Takes the longest unit that the text goes on with.
    pub(super) fn take(cursor: &mut Cursor<'_>) -> Option<Unit> {
        if cursor.take('%') {
            return Some(Unit::Percent);
        }
        if cursor.take_word("个百分点") || cursor.take_word("百分点") {
            return Some(Unit::PercentagePoint);
        }
        if let Some((currency, ..)) =
            CURRENCIES.iter().find(|(.., words)| words.iter().any(|word| cursor.take_word(word)))
        {
            return Some(Unit::Money(*currency));
        }
        if let Some(measure) = Measure::take(cursor) {
            return Some(Unit::Measure(measure));
        }
        if cursor.take('成') {
            return Some(Unit::Tenth);
        }
        Counter::first(|word| cursor.take_word(word)).map(Unit::Counter)
    }
}
