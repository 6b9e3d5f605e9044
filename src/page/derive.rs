//! Facts that follow from other facts: in which order they are worked out, and how.

use super::checker::{Checker, Known};
use super::code::{Code, Why};
use super::hierarchy::Shape;
use super::problem::{At, Word};
use super::{Fact, Operation, proof};
use crate::document::Derive;
use crate::quantity::{Date, Decimal, Dimension, Qualifier, Quantity, Ratio, Scale, Unit, Value, Year};
use std::rc::Rc;

mod nodes;
mod order;

pub(super) use order::in_order;

/// What a derivation gives.
pub(super) struct Derived {
    /// The value to print; a share in whole per cent.
    pub(super) value: Value,
    /// The exact value, where it is a number.
    pub(super) exact: Option<Ratio>,
    /// How it follows.
    pub(super) operation: Operation,
    /// From what.
    pub(super) operands: Vec<Rc<Fact>>,
}

/// The value that the editor wrote beside a derivation.
#[derive(Clone, Copy)]
pub(super) struct Printed {
    /// The value, if there is one.
    pub(super) value: Option<Value>,
    /// True where a quotation vouches for its unit.
    pub(super) is_cited: bool,
}

/// Works a fact out; none where something that it needs is missing. A printed value must agree with the result.
pub(super) fn derive(
    checker: &mut Checker,
    written: &Derive,
    printed: Printed,
    at: &At<'_>,
    facts: &Known<Fact>,
    shapes: &[Shape<'_>],
) -> Option<Derived> {
    let at_derive = at.field("derive");
    let derived = match written {
        Derive::Nodes(count) => {
            let number = nodes::count_nodes(checker, count, &at_derive.field("nodes"), facts, shapes)?;
            counted(number, Operation::Nodes, Vec::new(), printed)
        }
        Derive::Count(ids) => {
            let operands = operands(checker, ids, &at_derive.field("count"), facts)?;
            counted(operands.len(), Operation::Count, operands, printed)
        }
        Derive::Sum(ids) => {
            let operands = operands(checker, ids, &at_derive.field("sum"), facts)?;
            computed(checker, Operation::Sum, operands, &at_derive)?
        }
        Derive::Difference(first, second) => {
            pair(checker, Operation::Difference, "difference", [first, second], &at_derive, facts)?
        }
        Derive::Share(first, second) => pair(checker, Operation::Share, "share", [first, second], &at_derive, facts)?,
        Derive::Ratio(first, second) => pair(checker, Operation::Ratio, "ratio", [first, second], &at_derive, facts)?,
        Derive::Per(first, second) => pair(checker, Operation::Per, "per", [first, second], &at_derive, facts)?,
        Derive::DateAfter(first, second) => {
            pair(checker, Operation::DateAfter, "date_after", [first, second], &at_derive, facts)?
        }
    };
    let is_sound =
        printed.value.is_none_or(|printed| proof::derivation_agrees(checker, &printed, &derived, &at.field("value")));
    is_sound.then_some(derived)
}

fn operands(checker: &mut Checker, ids: &[String], at: &At<'_>, facts: &Known<Fact>) -> Option<Vec<Rc<Fact>>> {
    if ids.is_empty() {
        checker.add(Code::DeriveKind, at, &[Word::why(Why::DeriveEmpty)]);
        return None;
    }
    let operands = checker.find_all(facts, ids, at);
    (operands.len() == ids.len()).then_some(operands)
}

fn pair(
    checker: &mut Checker,
    operation: Operation,
    field: &str,
    ids: [&String; 2],
    at: &At<'_>,
    facts: &Known<Fact>,
) -> Option<Derived> {
    let operands = operands(checker, &ids.map(String::clone), &at.field(field), facts)?;
    computed(checker, operation, operands, at)
}

fn computed(checker: &mut Checker, operation: Operation, operands: Vec<Rc<Fact>>, at: &At<'_>) -> Option<Derived> {
    match compute(operation, &operands) {
        Ok((value, exact)) => Some(Derived { value, exact, operation, operands }),
        Err(why) => {
            checker.add(Code::DeriveKind, at, &[Word::why(why)]);
            None
        }
    }
}

/// A count takes the unit that is quoted, so that 六大 may be counted as well as 6个; otherwise it is in 个.
fn counted(number: usize, operation: Operation, operands: Vec<Rc<Fact>>, printed: Printed) -> Derived {
    let unit = printed
        .value
        .filter(|_| printed.is_cited)
        .and_then(|value| value.unit())
        .filter(|unit| matches!(unit.dimension(), Dimension::Count | Dimension::Number));
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    let quantity = Quantity::new(
        Decimal::from_i64(number),
        Scale::One,
        unit.or_else(|| Unit::counter("个")).unwrap_or(Unit::None),
    );
    Derived { value: Value::Quantity(quantity), exact: Some(quantity.ratio()), operation, operands }
}

fn compute(operation: Operation, operands: &[Rc<Fact>]) -> Result<(Value, Option<Ratio>), Why> {
    if operation == Operation::DateAfter {
        let [date, duration] = operands else { return Err(Why::DeriveDate) };
        let date = date_after(date.value.date(), duration.value.quantity()).ok_or(Why::DeriveDate)?;
        return Ok((Value::Date(date), None));
    }
    let mut quantities = Vec::new();
    for operand in operands {
        let (Some(quantity), Some(exact)) = (operand.value.quantity(), operand.exact) else {
            return Err(Why::DeriveNumber);
        };
        if quantity.qualifier != Qualifier::Exact {
            return Err(Why::DeriveHedge);
        }
        quantities.push((quantity, exact));
    }
    let Some(((first, exact), rest)) = quantities.split_first() else { return Err(Why::DeriveEmpty) };
    let is_one_kind = rest.iter().all(|(other, _)| first.unit.same_kind(other.unit));
    if operation != Operation::Per && !is_one_kind {
        return Err(Why::DeriveUnits);
    }
    if let Operation::Sum | Operation::Difference = operation {
        let total = rest
            .iter()
            .try_fold(*first, |total, (other, _)| added(total, *other, operation))
            .ok_or(Why::DeriveLarge)?;
        return Ok((Value::Quantity(total), Some(total.ratio())));
    }
    let [(_, below)] = rest else { return Err(Why::DeriveEmpty) };
    if below.is_zero() {
        return Err(Why::ClaimZero);
    }
    let exact = exact.div(*below).ok_or(Why::DeriveLarge)?;
    let (number, unit) = match operation {
        Operation::Share => (exact.round_percent(), Unit::Percent),
        Operation::Per => (exact.round(2).trimmed(), first.unit.base()),
        _ => (exact.round(2).trimmed(), Unit::None),
    };
    Ok((Value::Quantity(Quantity::new(number, Scale::One, unit)), Some(exact)))
}

/// The sum or difference in the unit of the first and the larger scale word of the two, to the last digit.
fn added(left: Quantity, right: Quantity, operation: Operation) -> Option<Quantity> {
    if left.unit != right.unit {
        let ratio = match operation {
            Operation::Difference => left.ratio().sub(right.ratio())?,
            _ => left.ratio().add(right.ratio())?,
        };
        let number = ratio.round(12).trimmed();
        let is_exact = Ratio::from(number) == ratio && left.unit.dimension() != Dimension::Share;
        return is_exact.then(|| Quantity::new(number, Scale::One, left.unit.base()));
    }
    let scale = left.scale.max(right.scale);
    let number = |quantity: Quantity| quantity.number.shift10(quantity.scale.power() - scale.power());
    let (left_number, right_number) = (number(left)?, number(right)?);
    let number = match operation {
        Operation::Difference => left_number.sub(right_number)?,
        _ => left_number.add(right_number)?,
    };
    Some(Quantity::new(number, scale, left.unit))
}

/// A date and so many years or months after it, as precise as the date is.
fn date_after(date: Option<Date>, duration: Option<Quantity>) -> Option<Date> {
    let (date, duration) = (date?, duration?);
    if duration.unit.dimension() != Dimension::Months || duration.qualifier != Qualifier::Exact {
        return None;
    }
    let months = u32::try_from(duration.base().whole()?).ok()?;
    let Some(Year::Absolute(year)) = date.year else { return None };
    let from_zero = u32::from(date.month.unwrap_or(1)) - 1 + months;
    if date.month.is_none() && !months.is_multiple_of(12) {
        return None;
    }
    let year = u16::try_from(u32::from(year).checked_add(from_zero / 12)?).ok()?;
    let month = date.month.is_some().then(|| u8::try_from(from_zero % 12 + 1).ok()).flatten();
    let after = Date { year: Some(Year::Absolute(year)), month, ..date };
    after.exists().then_some(after)
}
