//! The reader's stand-in for `proof.rs`: the same functions, which trust that the document was proved before it
//! was published, and problems in plain sentences without their particulars.

use super::checker::{Checker, Known};
use super::code::{Code, Why};
use super::derive::Derived;
use super::plan::Rows;
use super::problem::{At, Problem};
use super::{Citation, Fact, Hierarchy, Node, Organization, Place, Relation, Source};
use crate::document::{self, Cite, Document};
use crate::locale::Language;
use crate::ordered::Map;
use crate::quantity::{Ratio, Value};
use std::marker::PhantomData;
use std::rc::Rc;

/// The particulars of a problem, which nobody reads here: nothing is kept, and nothing is worked out for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word;

impl Word {
    /// An id, a figure or the editor's own words.
    pub fn plain(_: &str) -> Word {
        Word
    }

    /// A count.
    pub fn count(_: usize) -> Word {
        Word
    }

    pub(super) fn clipped(_: &str) -> Word {
        Word
    }

    pub(super) fn why(_: Why) -> Word {
        Word
    }

    pub(super) fn reason(_: &str) -> Word {
        Word
    }

    pub(super) fn fact(_: &Fact) -> Word {
        Word
    }

    pub(super) fn facts(_: &[Rc<Fact>], _: &str) -> Word {
        Word
    }

    pub(super) fn beyond(_: &[Rc<Fact>], _: &Fact) -> Word {
        Word
    }

    pub(super) fn unequal(_: &str, _: usize, _: usize) -> Word {
        Word
    }
}

/// What is wrong, in a plain sentence.
pub(super) fn message(problem: &Problem, language: Language) -> String {
    let (zh, en) = match problem.code {
        Code::UnsupportedFormat => ("文档的格式版本不对。", "The document has another format."),
        Code::MissingText | Code::MissingTranslation => ("缺少文字。", "A text is missing."),
        Code::MissingField => ("缺少一项内容。", "Something is missing."),
        Code::EmptyId | Code::BadId | Code::DuplicateId => ("id 不能用。", "The id cannot be used."),
        Code::UnknownId | Code::UnknownFactInText => ("所指的条目不存在。", "It points at nothing."),
        Code::Overlong => ("太长。", "It is too long."),
        Code::BadLink => ("链接不能用。", "The link cannot be used."),
        Code::NoCitation => ("没有引文。", "It has no citation."),
        Code::BlockData | Code::DeriveKind | Code::DeriveCycle => ("数据不合用。", "The data do not fit."),
        _ => ("这里读不出来。", "This cannot be read."),
    };
    language.pick(zh, en).to_owned()
}

/// What to do about it: only an editor asks.
pub(super) fn hint(_: &Problem, _: Language) -> String {
    String::new()
}

/// Names that hold a numeral excuse it to an editor.
#[derive(Clone, Copy, Debug)]
pub(super) struct Names;

impl Names {
    pub(super) fn of(_: &[Rc<Source>], _: &[Rc<Place>], _: &[Rc<Organization>], _: &[Rc<Hierarchy>]) -> Names {
        Names
    }
}

/// Which numbers a text may hold is an editor's question too.
pub(super) struct Allowed<'a>(PhantomData<&'a Names>);

impl<'a> Allowed<'a> {
    pub(super) fn of(_: &'a Names, _: &'a [Ratio]) -> Allowed<'a> {
        Allowed(PhantomData)
    }
}

pub(super) fn no_bare_number(_: &mut Checker, _: &str, _: &At<'_>, _: &Allowed<'_>) -> bool {
    true
}

pub(super) fn as_of_dates(_: &mut Checker, _: &mut Map<usize, Rc<Fact>>, _: &mut Known<Fact>, _: &At<'_>) {}

pub(super) fn quoted(
    _: &mut Checker,
    _: &document::Fact,
    _: &Value,
    cites: Vec<Citation>,
    _: &At<'_>,
) -> Vec<Citation> {
    cites
}

pub(super) fn derivation_agrees(_: &mut Checker, _: &Value, _: &Derived, _: &At<'_>) -> bool {
    true
}

pub(super) fn relation_holds(_: &mut Checker, _: &Relation, _: &At<'_>) -> bool {
    true
}

pub(super) fn claimed(_: &mut Checker, _: &document::Block, _: &At<'_>, _: &Known<Fact>) -> (Vec<Ratio>, bool) {
    (Vec::new(), true)
}

pub(super) fn scopes_said(_: &mut Checker, _: &[&Rc<Fact>], _: &document::Block, _: &At<'_>) {}

pub(super) fn hangs_together(_: &mut Checker, _: &Rows, _: usize, _: &Node, _: &At<'_>) -> bool {
    true
}

pub(super) fn stage_fits(_: &mut Checker, _: &document::Stage, _: &At<'_>) -> bool {
    true
}

pub(super) fn quote_length(_: &mut Checker, _: &Cite, _: &At<'_>, _: &str) {}

pub(super) fn left_out_is_number(_: &mut Checker, _: &str, _: &At<'_>) -> bool {
    true
}

pub(super) fn correction_holds(
    _: &mut Checker,
    _: &Document,
    _: &document::Correction,
    _: [&Value; 2],
    _: &Fact,
    _: &At<'_>,
) -> bool {
    true
}
