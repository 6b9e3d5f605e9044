//! Relations: sums, shares and declared disagreements between facts that are there.

use super::checker::{Checker, Known, LIST};
use super::code::Code;
use super::problem::{At, Word};
use super::{Fact, Relation, proof};
use crate::document::{self, Document, RelationKind};
use crate::ordered::Set;
use std::rc::Rc;

/// The relations that hold.
pub(super) fn relations(checker: &mut Checker, document: &Document, facts: &Known<Fact>) -> Vec<Relation> {
    let list = At::top("relations");
    let (mut relations, mut seen) = (Vec::new(), Set::new());
    for (index, written) in checker.entries(&document.relations, &list, LIST) {
        let at = list.index(index);
        let at = at.named(&written.id);
        let has_id = checker.id(&written.id, &at, &mut seen);
        relations.extend(relation(checker, written, &at, facts).filter(|_| has_id));
    }
    relations
}

/// How many facts each kind takes, and whether it needs a total.
fn needs(kind: RelationKind) -> (usize, usize, bool) {
    match kind {
        RelationKind::Sum => (2, LIST, true),
        RelationKind::Share => (1, 1, true),
        RelationKind::Difference => (2, 2, true),
        RelationKind::AtMost | RelationKind::Equal | RelationKind::Differ => (2, LIST, false),
    }
}

fn relation(checker: &mut Checker, written: &document::Relation, at: &At<'_>, known: &Known<Fact>) -> Option<Relation> {
    let kind = written.kind;
    let note = checker.label_if(&written.note, &at.field("note"));
    let (least, most, has_total) = needs(kind);
    if !(least..=most).contains(&written.facts.len()) {
        let words = &[Word::count(written.facts.len()), Word::count(least)];
        checker.add(Code::RelationFacts, &at.field("facts"), words);
        return None;
    }
    let facts = checker.find_all(known, &written.facts, &at.field("facts"));
    let total = end(checker, &written.total, has_total, "total", at, known);
    let share = end(checker, &written.share, kind == RelationKind::Share, "share", at, known);
    let (total, share) = (total?, share?);
    if facts.len() != written.facts.len() {
        return None;
    }
    if kind == RelationKind::Differ && note.is_none() {
        checker.add(Code::DifferNeedsNote, at, &[Word::facts(&facts, " ≠ ")]);
        return None;
    }
    let relation = Relation { id: written.id.clone(), kind, facts, total, share, note };
    proof::relation_holds(checker, &relation, at).then_some(relation)
}

/// The fact at an end of a relation: `Some(None)` where the kind has none, `None` where it is missing or broken.
fn end(
    checker: &mut Checker,
    id: &Option<String>,
    is_needed: bool,
    field: &str,
    at: &At<'_>,
    known: &Known<Fact>,
) -> Option<Option<Rc<Fact>>> {
    match id {
        Some(id) if is_needed => checker.find(known, id, &at.field(field)).map(Some),
        None if is_needed => {
            checker.add(Code::MissingField, at, &[Word::plain(field)]);
            None
        }
        _ => Some(None),
    }
}
