//! Exact numbers as newspapers print them: decimals with 万 and 亿, units, hedges, dates and ranks,
//! in Chinese and English; read from text and printed again without losing a digit.
//!
//! A text is folded once (`fold`), read through a `cursor` by the `read_*` files, one for each form,
//! and printed by the `*_text` files. Nothing here knows documents, and no arithmetic uses floats.

mod chinese;
mod chinese_text;
mod chinese_writing;
mod counters;
mod cursor;
mod date;
mod date_text;
mod decimal;
mod english_text;
mod error;
mod fold;
mod measures;
mod number_words;
mod numerals;
mod ordinary_words;
mod qualifier;
mod ratio;
mod read;
mod read_amount;
mod read_date;
mod read_english;
mod read_english_date;
mod read_number;
mod scale;
mod show;
mod unit;
mod value;

pub use counters::Counter;
pub use date::{Date, DateBound, DatePart, Year};
pub use decimal::Decimal;
pub use error::{ReadError, ReadErrorKind};
pub use measures::Measure;
pub use numerals::{digits_of, numerals_in};
pub use qualifier::Qualifier;
pub use ratio::Ratio;
pub use scale::Scale;
pub use show::{Noun, Parts};
pub use unit::{Currency, Dimension, Unit};
pub use value::{Ordinal, OrdinalMark, Quantity, Style, Value};
