//! Dates as newspapers print them: partial, relative to the article, or a part of a year or month.

use super::qualifier::Qualifier;
use super::value::Style;

/// A date of which only what is printed is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year, if one is printed.
    pub year: Option<Year>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
    /// The part of the year or month: 底, 初, 上半年…
    pub part: Option<DatePart>,
    /// Whether it is meant as the date itself, or as what lies before or after it.
    pub bound: DateBound,
    /// [`Qualifier::About`] or [`Qualifier::Exact`].
    pub qualifier: Qualifier,
    /// Arabic or Chinese numerals.
    pub style: Style,
}

/// A year of the calendar, or one counted from the year of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// 2028 年.
    Absolute(u16),
    /// 去年 is -1, 今年 0, 明年 1.
    Relative(i8),
}

/// A part of a year, or of a month where one is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePart {
    /// 初.
    Start,
    /// 上旬.
    Early,
    /// 年中, 中旬.
    Middle,
    /// 下旬.
    Late,
    /// 底, 末.
    End,
    /// 上半年.
    FirstHalf,
    /// 下半年.
    SecondHalf,
    /// 一季度 … 四季度.
    Quarter(u8),
    /// 前三季度.
    FirstThreeQuarters,
}

/// How the time meant lies to the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateBound {
    /// The date itself.
    At,
    /// 前, 之前.
    Before,
    /// 后, 之后.
    After,
    /// 以来, 起.
    Since,
    /// 截至.
    AsOf,
}

/// The years that are printed relative to the article.
pub(super) static RELATIVE_YEARS: &[(&str, i8)] =
    &[("大前年", -3), ("前年", -2), ("去年", -1), ("上年", -1), ("今年", 0), ("本年", 0), ("明年", 1), ("后年", 2)];

impl Date {
    /// A date with nothing known yet.
    pub const UNKNOWN: Date = Date {
        year: None,
        month: None,
        day: None,
        part: None,
        bound: DateBound::At,
        qualifier: Qualifier::Exact,
        style: Style::Arabic,
    };

    /// Whether such a day or part exists. The 29th of February does unless the year is known to
    /// lack it; a day has no parts, a month no quarters, a year no 旬.
    pub fn exists(self) -> bool {
        let longest = match (self.month, self.year) {
            (Some(2), Some(Year::Absolute(year))) if !is_leap(year) => 28,
            (Some(2), _) => 29,
            (Some(4 | 6 | 9 | 11), _) => 30,
            _ => 31,
        };
        let part_fits = match self.part {
            None => true,
            Some(_) if self.day.is_some() => false,
            Some(DatePart::Start | DatePart::Middle | DatePart::End) => true,
            Some(DatePart::Early | DatePart::Late) => self.month.is_some(),
            Some(DatePart::Quarter(quarter)) => self.month.is_none() && (1..=4).contains(&quarter),
            Some(_) => self.month.is_none(),
        };
        let month_fits = self.month.is_none_or(|month| (1..=12).contains(&month));
        part_fits && month_fits && self.day.is_none_or(|day| (1..=longest).contains(&day))
    }

    /// The date with a relative year counted from the year of the article.
    pub fn resolved(self, article_year: u16) -> Date {
        let Some(Year::Relative(years)) = self.year else {
            return self;
        };
        let year = article_year.checked_add_signed(i16::from(years)).map(Year::Absolute);
        Date { year: year.or(self.year), ..self }
    }

    /// ISO text as far as it is known (`2028`, `2019-02`, `2024-06-13`, `--06-13`); none for a
    /// relative year. The part of the year is not in it.
    pub fn iso(self) -> Option<String> {
        let mut text = match self.year {
            Some(Year::Absolute(year)) => format!("{year:04}"),
            Some(Year::Relative(_)) => return None,
            None => String::from("-"),
        };
        match (self.month, self.day) {
            (Some(month), Some(day)) => text.push_str(&format!("-{month:02}-{day:02}")),
            (Some(month), None) => text.push_str(&format!("-{month:02}")),
            (None, Some(day)) => text.push_str(&format!("--{day:02}")),
            (None, None) => {}
        }
        Some(text)
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400)
}
