//! Facts: values read or worked out, each with its quotations.

use super::checker::{Checker, Known, LIST};
use super::code::Code;
use super::derive::{self, Derived, Printed};
use super::hierarchy::Shape;
use super::problem::{At, Word};
use super::{Fact, Nature, Source, proof};
use crate::document::{self, Basis, Document, Noun};
use crate::ordered::{Map, Set};
use std::rc::Rc;

/// The facts, in the document's order.
pub(super) fn facts(
    checker: &mut Checker,
    document: &Document,
    shapes: &[Shape<'_>],
    sources: &Known<Source>,
) -> (Vec<Rc<Fact>>, Known<Fact>) {
    let mut known = Known::declared(&document.facts, |fact| &fact.id);
    let list = At::top("facts");
    let mut seen = Set::new();
    let mut entries = Vec::new();
    for (index, written) in checker.entries(&document.facts, &list, LIST) {
        if checker.id(&written.id, &list.index(index).named(&written.id), &mut seen) {
            entries.push((index, written));
        }
    }
    let mut sound: Map<usize, Rc<Fact>> = Map::new();
    for (index, written) in derive::in_order(checker, &entries, shapes) {
        let at = list.index(index);
        if let Some(fact) = fact(checker, written, &at.named(&written.id), &known, shapes, sources) {
            let fact = Rc::new(fact);
            known.insert(&written.id, Rc::clone(&fact));
            sound.insert(index, fact);
        }
    }
    proof::as_of_dates(checker, &mut sound, &mut known, &list);
    (sound.values().cloned().collect(), known)
}

/// One fact, if it has a value that something supports.
fn fact(
    checker: &mut Checker,
    written: &document::Fact,
    at: &At<'_>,
    known: &Known<Fact>,
    shapes: &[Shape<'_>],
    sources: &Known<Source>,
) -> Option<Fact> {
    let label = checker.label(&written.label, &at.field("label"));
    let short = checker.label_if(&written.short, &at.field("short"));
    let scope = checker.label_if(&written.scope, &at.field("scope"));
    let speaker = checker.label_if(&written.speaker, &at.field("speaker"));
    let note = checker.label_if(&written.note, &at.field("note"));
    let as_of = written.as_of.as_ref().and_then(|date| checker.date(date, &at.field("as_of")));
    let checked = written.checked.as_ref().and_then(|checked| {
        let day = checker.day(&checked.on, &at.field("checked").field("on"));
        day.map(|day| (checked.by.clone(), day))
    });
    let printed = written.value.as_ref().map(|value| checker.value(value, &at.field("value")));
    let cites = checker.citations(&written.cite, sources, at);
    let derived = match &written.derive {
        Some(derive) => Some(derive::derive(
            checker,
            derive,
            Printed { value: printed.flatten(), is_cited: !written.cite.is_empty() },
            at,
            known,
            shapes,
        )?),
        None => None,
    };
    let (value, exact, nature) = match (derived, printed) {
        (Some(Derived { value, exact, operation, operands }), None) => {
            (value, exact, Nature::Derived { operation, operands })
        }
        (Some(Derived { value, exact, operation, operands }), Some(printed)) => {
            (printed.unwrap_or(value), exact, Nature::Derived { operation, operands })
        }
        (None, Some(printed)) => {
            let value = printed?;
            (
                value,
                value.quantity().map(|quantity| quantity.ratio()),
                Nature::Basis(written.basis.unwrap_or(Basis::Stated)),
            )
        }
        (None, None) => {
            checker.add(Code::MissingField, at, &[Word::plain("value")]);
            return None;
        }
    };
    if written.basis.is_none() && written.derive.is_none() {
        checker.add(Code::MissingField, at, &[Word::plain("basis")]);
    }
    if written.cite.is_empty() && written.derive.is_none() {
        checker.add(Code::NoCitation, at, &[]);
        return None;
    }
    let cites = proof::quoted(checker, written, &value, cites, at);
    if cites.is_empty() && written.derive.is_none() {
        return None;
    }
    let noun = written.noun.as_ref().map(|noun| match noun {
        Noun::Same(plural) => (plural.clone(), plural.clone()),
        Noun::Forms(forms) => (forms.one.clone(), forms.other.clone()),
    });
    let label = label?;
    Some(Fact {
        id: written.id.clone(),
        label,
        short,
        value,
        exact,
        noun,
        scope,
        as_of,
        as_of_inferred: written.as_of_inferred,
        speaker,
        nature,
        cites,
        note,
        checked,
    })
}
