//! In which order facts are worked out: each after those that it needs.

use crate::document::{self, Derive, NodeCount};
use crate::ordered::{Map, sort};
use crate::page::checker::Checker;
use crate::page::code::Code;
use crate::page::hierarchy::Shape;
use crate::page::problem::At;

/// A fact and its place in the list.
type Written<'d> = (usize, &'d document::Fact);

/// The facts in an order in which each comes after those that it needs; reports circles, and leaves them out.
pub(in crate::page) fn in_order<'d>(
    checker: &mut Checker,
    entries: &[Written<'d>],
    shapes: &[Shape<'_>],
) -> Vec<Written<'d>> {
    let mut places: Map<&str, usize> = Map::new();
    for (place, (_, fact)) in entries.iter().enumerate() {
        places.insert(&fact.id, place);
    }
    let mut waiting_for: Vec<usize> = Vec::new();
    let mut waited_on: Vec<Vec<usize>> = vec![Vec::new(); entries.len()];
    let mut ready = Vec::new();
    for (place, (_, fact)) in entries.iter().enumerate() {
        let mut needs: Vec<usize> = needs(fact, shapes).into_iter().filter_map(|id| places.get(id).copied()).collect();
        sort(&mut needs, |a, b| a < b);
        needs.dedup();
        waiting_for.push(needs.len());
        if needs.is_empty() {
            ready.push(place);
        }
        for need in needs {
            if let Some(waiting) = waited_on.get_mut(need) {
                waiting.push(place);
            }
        }
    }
    let mut order = Vec::new();
    while let Some(place) = ready.pop() {
        order.extend(entries.get(place).copied());
        for later in waited_on.get_mut(place).map(std::mem::take).unwrap_or_default() {
            if let Some(left) = waiting_for.get_mut(later) {
                *left -= 1;
                if *left == 0 {
                    ready.push(later);
                }
            }
        }
    }
    let list = At::top("facts");
    for ((index, fact), left) in entries.iter().zip(waiting_for) {
        if left > 0 {
            checker.add(Code::DeriveCycle, &list.index(*index).named(&fact.id).field("derive"), &[]);
        }
    }
    order
}

fn needs<'a>(fact: &'a document::Fact, shapes: &'a [Shape<'_>]) -> Vec<&'a str> {
    match &fact.derive {
        None => Vec::new(),
        Some(Derive::Sum(ids) | Derive::Count(ids)) => ids.iter().map(String::as_str).collect(),
        Some(
            Derive::Difference(first, second)
            | Derive::Share(first, second)
            | Derive::Ratio(first, second)
            | Derive::Per(first, second)
            | Derive::DateAfter(first, second),
        ) => vec![first, second],
        Some(Derive::Nodes(NodeCount { with: None, .. })) => Vec::new(),
        Some(Derive::Nodes(count)) => {
            let shapes = shapes.iter().filter(|shape| shape.written.id == count.hierarchy);
            shapes.flat_map(|shape| &shape.nodes).flat_map(|node| &node.written.facts).map(String::as_str).collect()
        }
    }
}
