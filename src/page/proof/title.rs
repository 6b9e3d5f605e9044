//! The claim under a title, and the scopes of what a picture sets side by side.

use super::Word;
use super::claim::{self, Fault, Lookup};
use super::relation::{different_scopes, named};
use crate::document::Block;
use crate::page::Fact;
use crate::page::checker::{Checker, Known};
use crate::page::code::Code;
use crate::page::problem::At;
use crate::quantity::Ratio;
use std::rc::Rc;

/// The numbers of the claim, and whether it holds; a title whose claim does not hold is not shown.
pub(in crate::page) fn claimed(
    checker: &mut Checker,
    written: &Block,
    at: &At<'_>,
    facts: &Known<Fact>,
) -> (Vec<Ratio>, bool) {
    let Some(text) = &written.claim else { return (Vec::new(), true) };
    let lookup = |name: &str| match facts.get(name) {
        Some(fact) => fact.exact.map_or(Lookup::NotANumber, Lookup::Number),
        None if facts.has(name) => Lookup::Broken,
        None => Lookup::Unknown,
    };
    let claim = claim::read(text, &lookup);
    let at = at.field("claim");
    let holds = match claim.outcome {
        Ok(true) => true,
        Ok(false) => {
            let figures: Vec<String> =
                claim.names.iter().filter_map(|name| facts.get(name)).map(|fact| named(fact)).collect();
            checker.add(Code::ClaimFalse, &at, &[Word::clipped(text), Word::Plain(figures.join(", "))]);
            false
        }
        Err(Fault::Syntax(position, why)) => {
            checker.add(Code::ClaimSyntax, &at, &[Word::count(position), Word::Why(why)]);
            false
        }
        Err(Fault::Unknown(name)) => {
            checker.add(Code::ClaimUnknown, &at, &[Word::clipped(&name)]);
            false
        }
        Err(Fault::Broken) => false,
    };
    (claim.literals, holds)
}

/// Reports facts of different scope in one picture without a word about it.
pub(in crate::page) fn scopes_said(checker: &mut Checker, facts: &[&Rc<Fact>], written: &Block, at: &At<'_>) {
    let is_said = written.subtitle.is_some() || written.note.is_some();
    if let Some((one, other)) = different_scopes(facts).filter(|_| !is_said) {
        checker.add(Code::RelationScope, at, &[Word::plain(&one.id), Word::plain(&other.id)]);
    }
}
