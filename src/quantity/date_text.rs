//! Printing dates in Chinese and English.

use super::chinese_text::whole;
use super::chinese_writing;
use super::date::{Date, DateBound, DatePart, RELATIVE_YEARS, Year};
use super::qualifier::Qualifier;
use super::value::Style;
use crate::locale::Language;

/// The canonical Chinese text: `2028年底`, `去年10月`, `6月13日`.
pub(super) fn chinese(date: Date) -> String {
    let mut text = String::new();
    if date.bound == DateBound::AsOf {
        text.push_str("截至");
    }
    if date.qualifier == Qualifier::About {
        text.push('约');
    }
    match date.year {
        Some(Year::Absolute(year)) => {
            text.push_str(&if date.style == Style::Chinese {
                chinese_writing::write_digits(u64::from(year))
            } else {
                year.to_string()
            });
            text.push('年');
        }
        Some(Year::Relative(years)) => {
            text.push_str(RELATIVE_YEARS.iter().find(|(_, known)| *known == years).map_or("", |(word, _)| word))
        }
        None => {}
    }
    if let Some(month) = date.month {
        text.push_str(&whole(u32::from(month), date.style));
        text.push('月');
    }
    if let Some(day) = date.day {
        text.push_str(&whole(u32::from(day), date.style));
        text.push('日');
    }
    if let Some(part) = date.part {
        text.push_str(chinese_part(part, date));
    }
    text.push_str(match date.bound {
        DateBound::At | DateBound::AsOf => "",
        DateBound::Before => "前",
        DateBound::After => "后",
        DateBound::Since => "以来",
    });
    text
}

fn chinese_part(part: DatePart, date: Date) -> &'static str {
    let of_month = date.month.is_some();
    // 2028年底 says 年 once; a part that stands alone or after 去年 says it itself.
    let year_said = of_month || date.year.is_some();
    match part {
        DatePart::Start => {
            if year_said {
                "初"
            } else {
                "年初"
            }
        }
        DatePart::Middle if of_month => "中旬",
        DatePart::Middle => {
            if year_said {
                "中"
            } else {
                "年中"
            }
        }
        DatePart::End => {
            if year_said {
                "底"
            } else {
                "年底"
            }
        }
        DatePart::Early => "上旬",
        DatePart::Late => "下旬",
        DatePart::FirstHalf => "上半年",
        DatePart::SecondHalf => "下半年",
        DatePart::Quarter(1) => "一季度",
        DatePart::Quarter(2) => "二季度",
        DatePart::Quarter(3) => "三季度",
        DatePart::Quarter(_) => "四季度",
        DatePart::FirstThreeQuarters => "前三季度",
    }
}

/// The short form: `2019-02`, `2023 年底`; `Feb 2019`, `end-2023`. None where there is no shorter one.
pub(super) fn short(date: Date, language: Language) -> Option<String> {
    if date.bound != DateBound::At || date.qualifier != Qualifier::Exact {
        return None;
    }
    if let (Language::En, Some(Year::Absolute(year)), Some(DatePart::End), None) =
        (language, date.year, date.part, date.month)
    {
        return Some(format!("end-{year}"));
    }
    if date.part.is_some() {
        return None;
    }
    match language {
        Language::Zh => date.iso().filter(|iso| !iso.starts_with('-')),
        Language::En => Some(english_day(date, MONTHS_SHORT)),
    }
}

pub(super) static MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

static MONTHS_SHORT: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `end of 2028`, `October last year`, `13 June`.
pub(super) fn english(date: Date) -> String {
    let mut text = String::new();
    text.push_str(match date.bound {
        DateBound::At => "",
        DateBound::Before => "before ",
        DateBound::After => "after ",
        DateBound::Since => "since ",
        DateBound::AsOf => "as of ",
    });
    if date.qualifier == Qualifier::About {
        text.push_str("about ");
    }
    let alone = date.year.is_none() && date.month.is_none();
    let (part, alone_part) = match date.part {
        None => ("", ""),
        Some(DatePart::Start) => ("beginning of ", "beginning of the year"),
        Some(DatePart::Early) => ("first ten days of ", ""),
        Some(DatePart::Middle) => ("middle of ", "middle of the year"),
        Some(DatePart::Late) => ("last ten days of ", ""),
        Some(DatePart::End) => ("end of ", "end of the year"),
        Some(DatePart::FirstHalf) => ("first half of ", "first half of the year"),
        Some(DatePart::SecondHalf) => ("second half of ", "second half of the year"),
        Some(DatePart::Quarter(1)) => ("first quarter of ", "first quarter"),
        Some(DatePart::Quarter(2)) => ("second quarter of ", "second quarter"),
        Some(DatePart::Quarter(3)) => ("third quarter of ", "third quarter"),
        Some(DatePart::Quarter(_)) => ("fourth quarter of ", "fourth quarter"),
        Some(DatePart::FirstThreeQuarters) => ("first three quarters of ", "first three quarters"),
    };
    if date.part.is_some() && date.bound != DateBound::At {
        text.push_str("the ");
    }
    text.push_str(if alone { alone_part } else { part });
    text.push_str(&english_day(date, MONTHS));
    text
}

fn english_day(date: Date, months: [&str; 12]) -> String {
    let mut words: Vec<String> = Vec::with_capacity(3);
    if let Some(day) = date.day {
        words.push(if date.month.is_some() {
            day.to_string()
        } else {
            String::from("the ") + &super::english_text::rank_word(u32::from(day))
        });
    }
    if let Some(name) = date.month.and_then(|month| months.get(usize::from(month).checked_sub(1)?)) {
        words.push((*name).to_owned());
    }
    match date.year {
        Some(Year::Absolute(year)) => words.push(year.to_string()),
        Some(Year::Relative(years)) => words.push(english_relative(years).to_owned()),
        None => {}
    }
    words.join(" ")
}

pub(super) static ENGLISH_YEARS: &[(&str, i8)] = &[
    ("three years ago", -3),
    ("the year before last", -2),
    ("last year", -1),
    ("this year", 0),
    ("next year", 1),
    ("the year after next", 2),
];

fn english_relative(years: i8) -> &'static str {
    ENGLISH_YEARS.iter().find(|(_, known)| *known == years).map_or("", |(words, _)| words)
}
