//! The blocks: each with words whose numbers are facts, and data that its picture can show truly.

use super::checker::{Checker, Known, LIST};
use super::code::{Code, Why};
use super::problem::{At, Word};
use super::proof::{self, Allowed, Names};
use super::words::Numbers;
use super::{Block, Content, Fact, Hierarchy, Share, Table, Words};
use crate::document::{self, BlockKind, BlockWidth, Document};
use crate::ordered::Set;
use crate::quantity::Ratio;
use std::rc::Rc;

/// Everything that a block may refer to.
pub(super) struct References<'a> {
    /// Facts.
    pub(super) facts: &'a Known<Fact>,
    /// Hierarchies.
    pub(super) hierarchies: &'a Known<Hierarchy>,
    /// Tables.
    pub(super) tables: &'a Known<Table>,
    /// Names that hold numerals.
    pub(super) names: &'a Names,
}

/// The blocks, in reading order.
pub(super) fn story(checker: &mut Checker, document: &Document, references: &References<'_>) -> Vec<Block> {
    let list = At::top("story");
    let (mut blocks, mut seen) = (Vec::new(), Set::new());
    for (index, written) in checker.entries(&document.story, &list, LIST) {
        let at = list.index(index);
        let at = at.named(&written.id);
        let has_id = checker.id(&written.id, &at, &mut seen);
        blocks.extend(block(checker, written, &at, references).filter(|_| has_id));
    }
    blocks
}

fn block(checker: &mut Checker, written: &document::Block, at: &At<'_>, references: &References<'_>) -> Option<Block> {
    let (literals, title_holds) = proof::claimed(checker, written, at, references.facts);
    let numbers = Numbers { facts: references.facts, allowed: Allowed::of(references.names, &literals) };
    let kicker = checker.words(&written.kicker, &at.field("kicker"), &numbers);
    let title = checker.words(&written.title, &at.field("title"), &numbers);
    let subtitle = checker.words(&written.subtitle, &at.field("subtitle"), &numbers);
    let list = at.field("text");
    checker.length(written.text.len(), LIST, Why::Entries, &list);
    let paragraphs = written.text.iter().enumerate().take(LIST);
    let text: Vec<Words> =
        paragraphs.map(|(index, text)| checker.words(&Some(text.clone()), &list.index(index), &numbers)).collect();
    let alt = checker.words(&written.alt, &at.field("alt"), &numbers);
    let note = checker.words(&written.note, &at.field("note"), &numbers);
    if let Some(table) = &written.table {
        checker.find(references.tables, table, &at.field("table"));
    }
    let content = content(checker, written, at, references)?;
    let by_kind = matches!(written.kind, BlockKind::Bars | BlockKind::Parts | BlockKind::Columns);
    Some(Block {
        id: written.id.clone(),
        kicker,
        title: if title_holds { title } else { Words::default() },
        subtitle,
        text: text.into_iter().filter(|words| !words.is_empty()).collect(),
        alt: Some(alt).filter(|alt| !alt.is_empty()),
        note,
        is_full_width: written.width.map_or(!by_kind, |width| width == BlockWidth::Full),
        content,
    })
}

/// What the block shows, if there is anything to show.
fn content(
    checker: &mut Checker,
    written: &document::Block,
    at: &At<'_>,
    references: &References<'_>,
) -> Option<Content> {
    match written.kind {
        BlockKind::Text | BlockKind::Note => {
            if written.text.is_empty() && written.title.is_none() {
                checker.add(Code::MissingField, at, &[Word::plain("text")]);
                return None;
            }
            Some(if written.kind == BlockKind::Text { Content::Text } else { Content::Note })
        }
        BlockKind::Stats => listed(checker, written, at, references).map(Content::Stats),
        BlockKind::Bars => bars(checker, written, at, references),
        BlockKind::Parts => parts(checker, written, at, references),
        BlockKind::Columns => columns(checker, written, at, references).map(Content::Columns),
        BlockKind::Map => {
            let Some(id) = &written.hierarchy else {
                checker.add(Code::MissingField, at, &[Word::plain("hierarchy")]);
                return None;
            };
            checker.find(references.hierarchies, id, &at.field("hierarchy")).map(Content::Map)
        }
    }
}

/// The facts of a picture that are sound; none where there are none.
fn listed(
    checker: &mut Checker,
    written: &document::Block,
    at: &At<'_>,
    references: &References<'_>,
) -> Option<Vec<Rc<Fact>>> {
    if written.facts.is_empty() {
        checker.add(Code::MissingField, at, &[Word::plain("facts")]);
        return None;
    }
    let facts = checker.find_all(references.facts, &written.facts, &at.field("facts"));
    Some(facts).filter(|facts| !facts.is_empty())
}

fn bars(checker: &mut Checker, written: &document::Block, at: &At<'_>, references: &References<'_>) -> Option<Content> {
    let facts = listed(checker, written, at, references)?;
    let whole = match &written.whole {
        Some(whole) => Some(checker.find(references.facts, whole, &at.field("whole"))?),
        None => None,
    };
    comparable(checker, &facts, whole.as_ref(), written, at)?;
    if let Some(whole) = &whole {
        amount_of_whole(checker, whole, at)?;
        let longer = facts.iter().find(|fact| fact.exact > whole.exact || fact.exact < Some(Ratio::ZERO));
        if let Some(longer) = longer {
            over(checker, at, std::slice::from_ref(longer), whole);
            return None;
        }
    }
    Some(Content::Bars { facts, whole })
}

fn parts(
    checker: &mut Checker,
    written: &document::Block,
    at: &At<'_>,
    references: &References<'_>,
) -> Option<Content> {
    let Some(whole) = &written.whole else {
        checker.add(Code::MissingField, at, &[Word::plain("whole")]);
        return None;
    };
    let whole = checker.find(references.facts, whole, &at.field("whole"));
    let facts = listed(checker, written, at, references)?;
    let whole = whole?;
    if facts.len() != written.facts.len() {
        return None;
    }
    comparable(checker, &facts, Some(&whole), written, at)?;
    let amount = amount_of_whole(checker, &whole, at)?;
    if let Some(negative) = facts.iter().find(|fact| fact.exact < Some(Ratio::ZERO)) {
        checker.add(Code::BlockData, at, &[Word::why(Why::BlockNegative), Word::fact(negative)]);
        return None;
    }
    let sum = facts.iter().try_fold(Ratio::ZERO, |sum, fact| sum.add(fact.exact?));
    if sum.is_none_or(|sum| sum > amount) {
        over(checker, at, &facts, &whole);
        return None;
    }
    Some(Content::Parts { facts, whole })
}

fn columns(
    checker: &mut Checker,
    written: &document::Block,
    at: &At<'_>,
    references: &References<'_>,
) -> Option<Vec<Share>> {
    if written.items.is_empty() {
        checker.add(Code::MissingField, at, &[Word::plain("items")]);
        return None;
    }
    let list = at.field("items");
    checker.length(written.items.len(), LIST, Why::Entries, &list);
    let mut shares = Vec::new();
    for (index, item) in written.items.iter().enumerate().take(LIST) {
        let at = list.index(index);
        let label = checker.label(&item.label, &at.field("label"));
        let part = checker.find(references.facts, &item.part, &at.field("part"));
        let whole = checker.find(references.facts, &item.whole, &at.field("whole"));
        let (Some(label), Some(part), Some(whole)) = (label, part, whole) else { continue };
        if comparable(checker, std::slice::from_ref(&part), Some(&whole), written, &at).is_none() {
            continue;
        }
        let Some(amount) = amount_of_whole(checker, &whole, &at) else { continue };
        let exact =
            part.exact.and_then(|part| part.div(amount)).filter(|share| Ratio::ZERO <= *share && *share <= Ratio::ONE);
        let Some(exact) = exact else {
            over(checker, &at, &[part], &whole);
            continue;
        };
        shares.push(Share { label, part, whole, exact });
    }
    // The first column is the line that the others are read against: without it they say something else.
    let has_first = shares.first().map(|share| &share.part.id) == written.items.first().map(|item| &item.part);
    has_first.then_some(shares)
}

/// Facts that one picture sets beside each other: all amounts of one kind, and any difference of scope said.
fn comparable(
    checker: &mut Checker,
    facts: &[Rc<Fact>],
    whole: Option<&Rc<Fact>>,
    written: &document::Block,
    at: &At<'_>,
) -> Option<()> {
    let all: Vec<&Rc<Fact>> = facts.iter().chain(whole).collect();
    if let Some(fact) = all.iter().find(|fact| fact.exact.is_none()) {
        checker.add(Code::BlockData, at, &[Word::why(Why::BlockNumber), Word::fact(fact)]);
        return None;
    }
    let first = all.first()?;
    if let Some(other) = all.iter().find(|other| !first.value.same_kind(&other.value)) {
        let facts = Word::facts(&[Rc::clone(first), Rc::clone(other)], ", ");
        checker.add(Code::BlockData, at, &[Word::why(Why::BlockUnits), facts]);
        return None;
    }
    proof::scopes_said(checker, &all, written, at);
    Some(())
}

/// The amount of a whole, which must be above nought.
fn amount_of_whole(checker: &mut Checker, whole: &Fact, at: &At<'_>) -> Option<Ratio> {
    let amount = whole.exact.filter(|amount| *amount > Ratio::ZERO);
    if amount.is_none() {
        checker.add(Code::BlockData, at, &[Word::why(Why::BlockNegative), Word::fact(whole)]);
    }
    amount
}

/// Reports parts that are more than their whole.
fn over(checker: &mut Checker, at: &At<'_>, parts: &[Rc<Fact>], whole: &Fact) {
    checker.add(Code::BlockData, at, &[Word::why(Why::BlockOver), Word::beyond(parts, whole)]);
}
