//! Remarks on single entries: lengths of quotations, numbers left out, corrections, verbs of stages.

use super::Word;
use crate::citation;
use crate::document::{self, Cite, Document, Entry, StageClass};
use crate::page::Fact;
use crate::page::checker::Checker;
use crate::page::code::{Code, Why};
use crate::page::problem::At;
use crate::quantity::Value;

/// Most characters of a quotation.
const EXACT: usize = 24;
/// Most characters on either side of it.
const CONTEXT: usize = 12;

/// Reports a quotation that takes more of an article than it needs.
pub(in crate::page) fn quote_length(checker: &mut Checker, cite: &Cite, at: &At<'_>, exact: &str) {
    let parts = [
        (Some(&cite.exact), exact, EXACT),
        (cite.prefix.as_ref(), "prefix", CONTEXT),
        (cite.suffix.as_ref(), "suffix", CONTEXT),
    ];
    for (text, field, most) in parts {
        let length = text.map_or(0, |text| citation::normalize(text).0.chars().count());
        if length > most {
            checker.add(Code::QuoteTooLong, &at.field(field), &[Word::count(length), Word::count(most)]);
        }
    }
}

/// True where what was left out is a number; reports it where it is not.
pub(in crate::page) fn left_out_is_number(checker: &mut Checker, text: &str, at: &At<'_>) -> bool {
    let is_number = citation::normalize(text).0.contains(citation::is_numeral);
    if !is_number {
        checker.add(Code::LeftOut, at, &[Word::clipped(text)]);
    }
    is_number
}

/// True for a correction from another value to the fact's; reports what it says otherwise.
pub(in crate::page) fn correction_holds(
    checker: &mut Checker,
    document: &Document,
    written: &document::Correction,
    [old, new]: [&Value; 2],
    fact: &Fact,
    at: &At<'_>,
) -> bool {
    let (field, said) = if !citation::same(new, &fact.value) {
        ("new", &written.new)
    } else if citation::same(old, new) {
        ("old", &written.old)
    } else {
        return true;
    };
    let printed = document_value(document, &written.fact).unwrap_or_default();
    checker.add(Code::CorrectionMismatch, &at.field(field), &[Word::plain(said), Word::plain(printed)]);
    false
}

/// The value of a fact as the document prints it.
fn document_value<'d>(document: &'d Document, id: &str) -> Option<&'d str> {
    document.facts.iter().find_map(|entry| match entry {
        Entry::Read(document::Fact { id: this, value, .. }) if this == id => value.as_deref(),
        Entry::Read(_) | Entry::Broken { .. } => None,
    })
}

/// Verbs that say a class plainly; others are the editor's to judge.
const VERBS: [(&str, StageClass); 9] = [
    ("对接", StageClass::InTalks),
    ("洽谈", StageClass::InTalks),
    ("谋划", StageClass::InTalks),
    ("拟", StageClass::InTalks),
    ("引进", StageClass::Landed),
    ("落地", StageClass::Landed),
    ("建成", StageClass::Landed),
    ("投产", StageClass::Landed),
    ("成立", StageClass::Landed),
];

/// True for a stage whose verb does not say another class than its own.
pub(in crate::page) fn stage_fits(checker: &mut Checker, stage: &document::Stage, at: &At<'_>) -> bool {
    let mut says = VERBS.iter().filter(|(verb, _)| stage.verb.contains(verb)).peekable();
    let fits = says.peek().is_none() || says.any(|(_, class)| *class == stage.class);
    if !fits {
        checker.add(Code::Stage, at, &[Word::plain(&stage.verb), Word::Why(Why::VerbClass)]);
    }
    fits
}
