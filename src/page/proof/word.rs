//! What fills the gaps of a message.

use super::relation::{equation, named};
use crate::locale::Language;
use crate::page::Fact;
use crate::page::code::Why;
use crate::quantity::Value;
use std::rc::Rc;

/// What fills a gap in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// An id, a figure or the editor's own words: the same in every language.
    Plain(String),
    /// What a JSON reader says about an entry, in English.
    Reason(String),
    /// A phrase of ours, translated when the message is written.
    Why(Why),
}

impl Word {
    /// An id, a figure or the editor's own words.
    pub fn plain(text: &str) -> Word {
        Word::Plain(text.to_owned())
    }

    /// A count.
    pub fn count(number: usize) -> Word {
        Word::Plain(number.to_string())
    }

    /// The beginning of a text that somebody wrote.
    pub(in crate::page) fn clipped(text: &str) -> Word {
        Word::plain(text.char_indices().nth(80).and_then(|(end, _)| text.get(..end)).unwrap_or(text))
    }

    /// A phrase of ours.
    pub(in crate::page) fn why(why: Why) -> Word {
        Word::Why(why)
    }

    /// What a reader says of an entry.
    pub(in crate::page) fn reason(reason: &str) -> Word {
        Word::Reason(reason.to_owned())
    }

    /// A value as printed.
    pub(in crate::page) fn value(value: &Value) -> Word {
        Word::Plain(value.print(Language::Zh))
    }

    /// A fact's id and value.
    pub(in crate::page) fn fact(fact: &Fact) -> Word {
        Word::Plain(named(fact))
    }

    /// Facts with a sign between them.
    pub(in crate::page) fn facts(facts: &[Rc<Fact>], sign: &str) -> Word {
        Word::Plain(equation(facts, sign))
    }

    /// Parts that are more than their whole.
    pub(in crate::page) fn beyond(parts: &[Rc<Fact>], whole: &Fact) -> Word {
        Word::Plain([equation(parts, " + ").as_str(), " > ", &named(whole)].concat())
    }

    /// Two counts that ought to be one.
    pub(in crate::page) fn unequal(id: &str, left: usize, right: usize) -> Word {
        Word::Plain([id, " ", &left.to_string(), " ≠ ", &right.to_string()].concat())
    }
}
