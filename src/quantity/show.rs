//! The printed faces of a value: canonical text, typeset text, and the pieces of it.

use super::chinese_text;
use super::date_text;
use super::english_text;
use super::fold::is_ideograph;
use super::value::Value;
use crate::locale::Language;

/// The English noun of a counted thing, given by the document: `piece`, `pieces`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun<'a> {
    /// For exactly one.
    pub one: &'a str,
    /// For any other number.
    pub other: &'a str,
}

/// A printed value in three pieces, so that a picture can set the number large.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// What stands before the digits: `超过`, `more than CNY`.
    pub before: String,
    /// The digits: `20`.
    pub number: String,
    /// What stands after them: `亿元`, `billion`.
    pub after: String,
}

impl Value {
    /// The canonical text without typesetting, which reads back as the same value: `179.94亿元`. In
    /// English it is the same as [`show`](Value::show) without a noun.
    pub fn print(&self, language: Language) -> String {
        match language {
            Language::Zh => chinese_text::print(self),
            Language::En => self.show(language, None),
        }
    }

    /// The text as it is set on the page: `179.94 亿元` with a no-break space between digit and
    /// character, `CNY 17.994 billion`, `3 million pieces`; a minus is U+2212.
    pub fn show(&self, language: Language, noun: Option<Noun<'_>>) -> String {
        match language {
            Language::Zh => typeset(&chinese_text::print(self)),
            Language::En => with_minus(&english_text::print(self, noun)),
        }
    }

    /// Hedge, number and unit apart. For ranges, dates and ranks everything is the number.
    pub fn parts(&self, language: Language, noun: Option<Noun<'_>>) -> Parts {
        let Value::Quantity(quantity) = self else {
            return Parts { number: self.show(language, noun), ..Parts::default() };
        };
        let mut parts = match language {
            Language::Zh => chinese_text::parts(*quantity),
            Language::En => english_text::parts(*quantity, noun),
        };
        parts.number = with_minus(&parts.number);
        parts
    }

    /// The number alone, without hedge, scale word and unit: `179.94`; in English in the scale that
    /// [`unit_text`](Value::unit_text) names: `17.994`. Ranges, dates and ranks come whole.
    pub fn number_text(&self, language: Language) -> String {
        self.parts(language, None).number
    }

    /// Scale word and unit, as the caption of an axis or of a large number: `亿元`, `CNY billion`,
    /// `million pieces`. Empty for dates and ranks.
    pub fn unit_text(&self, language: Language, noun: Option<Noun<'_>>) -> String {
        let quantity = match self {
            Value::Quantity(quantity) => *quantity,
            Value::Range { high, .. } => *high,
            _ => return String::new(),
        };
        match language {
            Language::Zh => chinese_text::unit(quantity),
            Language::En => english_text::unit(quantity, noun),
        }
    }

    /// The short form for axes and lists: dates as `2019-02` and `Feb 2019`; the rest as shown.
    pub fn short(&self, language: Language, noun: Option<Noun<'_>>) -> String {
        match self {
            Value::Date(date) => date_text::short(*date, language).unwrap_or_else(|| self.show(language, noun)),
            _ => self.show(language, noun),
        }
    }
}

/// Sets a no-break space wherever a digit meets a Chinese character or a Latin unit.
fn typeset(text: &str) -> String {
    let mut set = String::with_capacity(text.len() + 8);
    let mut last = ' ';
    for character in text.chars() {
        let joint = last.is_ascii_digit() && is_word(character) || is_word(last) && character.is_ascii_digit();
        let minus = character == '-';
        if joint || minus && is_word(last) {
            set.push('\u{A0}');
        }
        set.push(if minus { '\u{2212}' } else { character });
        last = character;
    }
    set
}

/// Letters and ideographs; superscripts and signs are none.
fn is_word(character: char) -> bool {
    character.is_ascii_alphabetic() || is_ideograph(character)
}

fn with_minus(text: &str) -> String {
    // A hyphen between letters (two-thirds) or digits (2019-02) is no minus.
    let mut set = String::with_capacity(text.len());
    let mut last = ' ';
    for character in text.chars() {
        let minus = character == '-' && !(is_word(last) || last.is_ascii_digit());
        set.push(if minus { '\u{2212}' } else { character });
        last = character;
    }
    set
}
