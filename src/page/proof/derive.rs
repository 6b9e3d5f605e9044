//! A value printed beside a derivation.

use crate::citation;
use crate::page::Operation;
use crate::page::checker::Checker;
use crate::page::code::Code;
use crate::page::derive::Derived;
use crate::page::problem::At;
use crate::page::proof::Word;
use crate::quantity::{Decimal, Quantity, Value};

/// True where the printed value agrees with the derived one; reports it where it does not.
pub(in crate::page) fn derivation_agrees(
    checker: &mut Checker,
    printed: &Value,
    derived: &Derived,
    at: &At<'_>,
) -> bool {
    let agrees = agrees(printed, derived);
    if !agrees {
        checker.add(Code::DeriveMismatch, at, &[Word::value(printed), Word::value(&derived.value)]);
    }
    agrees
}

/// A printed value agrees with a derived one where it says the same, or the exact number rounded to its own places.
fn agrees(printed: &Value, derived: &Derived) -> bool {
    if citation::same(printed, &derived.value) {
        return true;
    }
    let (Value::Quantity(printed), Value::Quantity(value), Some(exact)) = (printed, derived.value, derived.exact)
    else {
        return false;
    };
    if !printed.unit.same_kind(value.unit) || printed.qualifier != value.qualifier {
        return false;
    }
    let is_rounded = matches!(derived.operation, Operation::Share | Operation::Ratio | Operation::Per);
    if !is_rounded {
        return printed.ratio() == exact;
    }
    let one = Quantity { number: Decimal::ONE, ..*printed }.ratio();
    exact.div(one).is_some_and(|number| number.round(printed.number.places()) == printed.number)
}
