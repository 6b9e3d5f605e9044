//! What a relation says must hold: sums that add up, shares that come out, scopes that are said.

use super::Word;
use crate::document::RelationKind;
use crate::locale::Language;
use crate::page::checker::Checker;
use crate::page::code::{Code, Why};
use crate::page::problem::At;
use crate::page::{Fact, Relation};
use crate::quantity::{Decimal, Dimension, Quantity, Ratio};
use std::rc::Rc;

/// True for a relation that holds between facts of one kind and scope; reports one that does not.
pub(in crate::page) fn relation_holds(checker: &mut Checker, relation: &Relation, at: &At<'_>) -> bool {
    same_units(checker, relation, at) && said_scopes(checker, relation, at) && holds(checker, relation, at)
}

/// Reports facts that cannot be added or compared.
fn same_units(checker: &mut Checker, relation: &Relation, at: &At<'_>) -> bool {
    let Some(first) = relation.facts.first() else { return false };
    let others = relation.facts.iter().skip(1).chain(&relation.total);
    let is_loose = matches!(relation.kind, RelationKind::Equal | RelationKind::Differ);
    let fits = |other: &Rc<Fact>| match (first.value.quantity(), other.value.quantity()) {
        (Some(left), Some(right)) => left.unit.same_kind(right.unit) || (is_loose && is_count(left) && is_count(right)),
        _ => is_loose && first.value.same_kind(&other.value),
    };
    let misfit = others.clone().find(|other| !fits(other));
    if let Some(misfit) = misfit {
        checker.add(Code::RelationUnits, at, &[Word::Plain(named(first)), Word::Plain(named(misfit))]);
        return false;
    }
    let is_share = |fact: &Rc<Fact>| fact.value.unit().is_some_and(|unit| unit.dimension() == Dimension::Share);
    if let Some(share) = relation.share.as_ref().filter(|share| !is_share(share)) {
        checker.add(Code::RelationUnits, &at.field("share"), &[Word::Plain(named(share)), Word::plain("%")]);
        return false;
    }
    true
}

/// 六大 and 6个 count the same.
fn is_count(quantity: Quantity) -> bool {
    matches!(quantity.unit.dimension(), Dimension::Count | Dimension::Number)
}

/// Facts of different scope may be set beside each other only with a word about it.
fn said_scopes(checker: &mut Checker, relation: &Relation, at: &At<'_>) -> bool {
    if relation.note.is_some()
        || !matches!(relation.kind, RelationKind::Sum | RelationKind::Difference | RelationKind::Equal)
    {
        return true;
    }
    let facts: Vec<&Rc<Fact>> = relation.facts.iter().chain(&relation.total).collect();
    let Some((one, other)) = different_scopes(&facts) else { return true };
    checker.add(Code::RelationScope, at, &[Word::plain(&one.id), Word::plain(&other.id)]);
    false
}

/// Two facts that both state a scope, and not the same one.
pub(super) fn different_scopes<'f>(facts: &[&'f Rc<Fact>]) -> Option<(&'f Rc<Fact>, &'f Rc<Fact>)> {
    let mut scoped = facts.iter().filter(|fact| fact.scope.is_some());
    let first = *scoped.next()?;
    scoped.find(|other| other.scope != first.scope).map(|other| (first, *other))
}

/// Reports a relation that does not hold, with both sides and the gap.
fn holds(checker: &mut Checker, relation: &Relation, at: &At<'_>) -> bool {
    let facts = &relation.facts;
    match relation.kind {
        RelationKind::Differ => {
            let is_equal = facts.windows(2).all(|pair| matches!(pair, [left, right] if equal(left, right)));
            if is_equal {
                checker.add(Code::DifferButEqual, at, &[Word::Plain(equation(facts, " = "))]);
            }
            !is_equal
        }
        RelationKind::Equal => {
            let unequal = facts.windows(2).find_map(|pair| match pair {
                [left, right] if !equal(left, right) => Some((left, right)),
                _ => None,
            });
            let Some((left, right)) = unequal else { return true };
            broken(checker, at, pair_text(left, " ≠ ", right), gap(left.exact, right.exact, left))
        }
        RelationKind::AtMost => {
            let above = facts.windows(2).find_map(|pair| match pair {
                [left, right] if left.exact > right.exact => Some((left, right)),
                _ => None,
            });
            let Some((left, right)) = above else { return true };
            broken(checker, at, pair_text(left, " > ", right), gap(left.exact, right.exact, left))
        }
        RelationKind::Sum | RelationKind::Difference => adds_up(checker, relation, at),
        RelationKind::Share => share_holds(checker, relation, at),
    }
}

fn equal(left: &Fact, right: &Fact) -> bool {
    match (left.value.quantity(), right.value.quantity()) {
        (Some(one), Some(other)) => left.exact == right.exact && one.qualifier == other.qualifier,
        _ => left.value.same_amount(&right.value),
    }
}

fn adds_up(checker: &mut Checker, relation: &Relation, at: &At<'_>) -> bool {
    let Some(total) = &relation.total else { return false };
    let mut numbers = relation.facts.iter().map(|fact| fact.exact);
    let first = numbers.next().flatten();
    let is_sum = relation.kind == RelationKind::Sum;
    let result = numbers.fold(first, |result, number| if is_sum { result?.add(number?) } else { result?.sub(number?) });
    if result.is_some() && result == total.exact {
        return true;
    }
    let mut text = equation(&relation.facts, if is_sum { " + " } else { " − " });
    if let Some(result) = result {
        text.push_str(" = ");
        text.push_str(&amount(result, total));
    }
    text.push_str(" ≠ ");
    text.push_str(&named(total));
    broken(checker, at, text, gap(result, total.exact, total))
}

fn share_holds(checker: &mut Checker, relation: &Relation, at: &At<'_>) -> bool {
    let (Some(part), Some(whole), Some(share)) = (relation.facts.first(), &relation.total, &relation.share) else {
        return false;
    };
    let exact = part.exact.zip(whole.exact).and_then(|(part, whole)| part.div(whole));
    let printed = share.value.quantity();
    let one = printed.map(|printed| Quantity { number: Decimal::ONE, ..printed }.ratio());
    let result = exact.zip(one).and_then(|(exact, one)| exact.div(one));
    let places = printed.map_or(0, |printed| printed.number.places());
    let rounded = result.map(|result| result.round(places));
    if rounded.is_some() && rounded == printed.map(|printed| printed.number) {
        return true;
    }
    let mut text = pair_text(part, " ÷ ", whole);
    if let Some(exact) = exact {
        text.push_str(" = ");
        text.push_str(&amount(exact, share));
    }
    text.push_str(" ≠ ");
    text.push_str(&named(share));
    broken(checker, at, text, gap(exact, share.exact, share))
}

fn broken(checker: &mut Checker, at: &At<'_>, equation: String, gap: Word) -> bool {
    checker.add(Code::RelationBroken, at, &[Word::Plain(equation), gap]);
    false
}

/// How far apart two numbers are, in the unit of a fact.
fn gap(left: Option<Ratio>, right: Option<Ratio>, like: &Fact) -> Word {
    let gap = left.zip(right).and_then(|(left, right)| if left < right { right.sub(left) } else { left.sub(right) });
    gap.map_or(Word::Why(Why::Unknown), |gap| Word::Plain(amount(gap, like)))
}

/// An amount in the unit and scale word of a fact.
fn amount(exact: Ratio, like: &Fact) -> String {
    let Some(quantity) = like.value.quantity() else { return String::new() };
    let one = Quantity { number: Decimal::ONE, ..quantity }.ratio();
    let number = exact.div(one).map_or(Decimal::ZERO, |number| number.round(quantity.number.places().max(4)).trimmed());
    let mut text = number.plain();
    text.push_str(quantity.scale.word());
    text.push_str(quantity.unit.symbol());
    text
}

/// A fact's id and value: `own 124家`.
pub(super) fn named(fact: &Fact) -> String {
    let mut text = fact.id.clone();
    text.push(' ');
    text.push_str(&fact.value.print(Language::Zh));
    text
}

fn pair_text(left: &Fact, sign: &str, right: &Fact) -> String {
    let mut text = named(left);
    text.push_str(sign);
    text.push_str(&named(right));
    text
}

pub(super) fn equation(facts: &[Rc<Fact>], sign: &str) -> String {
    let named: Vec<String> = facts.iter().map(|fact| named(fact)).collect();
    named.join(sign)
}
