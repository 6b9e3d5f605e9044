//! Counting the nodes of a hierarchy.

use crate::document::{NodeCount, NodeWith};
use crate::page::Fact;
use crate::page::checker::{Checker, Known, LIST};
use crate::page::code::Code;
use crate::page::hierarchy::Shape;
use crate::page::problem::{At, Word};
use crate::quantity::Dimension;

/// How many nodes answer a description.
pub(super) fn count_nodes(
    checker: &mut Checker,
    count: &NodeCount,
    at: &At<'_>,
    facts: &Known<Fact>,
    shapes: &[Shape<'_>],
) -> Option<usize> {
    let unknown = |checker: &mut Checker, field: &str, id: &str| {
        checker.add(Code::UnknownId, &at.field(field), &[Word::plain(id)]);
    };
    let Some(shape) = shapes.iter().find(|shape| shape.written.id == count.hierarchy) else {
        unknown(checker, "hierarchy", &count.hierarchy);
        return None;
    };
    let Some(depth) = shape.written.levels.iter().position(|level| level.id == count.level) else {
        unknown(checker, "level", &count.level);
        return None;
    };
    if let Some(parent) = &count.parent
        && !shape.nodes.iter().any(|node| node.written.id == *parent)
    {
        unknown(checker, "parent", parent);
        return None;
    }
    let has_money = |ids: &[String]| {
        ids.iter()
            .take(LIST)
            .filter_map(|id| facts.get(id))
            .any(|fact| fact.value.unit().is_some_and(|unit| unit.dimension() == Dimension::Money))
    };
    let matching = shape.nodes.iter().filter(|node| {
        let is_stage =
            count.stage.is_none_or(|class| node.written.stage.as_ref().is_some_and(|stage| stage.class == class));
        let is_below = count.parent.as_deref().is_none_or(|parent| node.above.contains(&parent));
        let has = match count.with {
            None => true,
            Some(NodeWith::Money) => has_money(&node.written.facts),
        };
        node.above.len() == depth && is_stage && is_below && has
    });
    Some(matching.count())
}
