//! The money of a map: what each project is known to cost, added up exactly, and never divided.

use super::map_plan::leaves;
use crate::page::{Fact, Hierarchy, Node};
use crate::quantity::{Decimal, Qualifier, Quantity, Scale, Unit, Value};
use std::rc::Rc;

/// A sum that several leaves share.
pub(super) struct Joint<'a> {
    /// The sum.
    pub(super) fact: &'a Rc<Fact>,
    /// Root and leaf, by index, of each leaf that names it, in reading order; at least two.
    pub(super) leaves: Vec<(usize, usize)>,
}

/// The sums of a hierarchy that several leaves share, in reading order.
pub(super) fn joints(hierarchy: &Hierarchy) -> Vec<Joint<'_>> {
    let mut joints: Vec<Joint<'_>> = Vec::new();
    for (root, node) in hierarchy.roots.iter().enumerate() {
        for (leaf, node) in leaves(node).into_iter().enumerate() {
            for fact in money(node) {
                match joints.iter_mut().find(|joint| joint.fact.id == fact.id) {
                    Some(joint) if joint.leaves.last() == Some(&(root, leaf)) => {}
                    Some(joint) => joint.leaves.push((root, leaf)),
                    None => joints.push(Joint { fact, leaves: vec![(root, leaf)] }),
                }
            }
        }
    }
    joints.retain(|joint| joint.leaves.len() > 1);
    joints
}

/// The money facts of a leaf.
pub(super) fn money(node: &Node) -> impl Iterator<Item = &Rc<Fact>> {
    node.facts.iter().filter(|fact| matches!(fact.value.unit(), Some(Unit::Money(_))))
}

/// The sum that a leaf has for itself, if it has just one: two sums of one project may contain each other.
pub(super) fn own<'a>(node: &'a Node, joints: &[Joint<'_>]) -> Option<&'a Rc<Fact>> {
    let mut own = money(node).filter(|fact| joints.iter().all(|joint| joint.fact.id != fact.id));
    own.next().filter(|_| own.next().is_none())
}

/// True where a sum is also named in another region.
pub(super) fn shares(hierarchy: &Hierarchy, root: &Node) -> bool {
    let names = |leaf: &Node, fact: &Fact| money(leaf).any(|other| other.id == fact.id);
    let others = || hierarchy.roots.iter().filter(|other| other.id != root.id).flat_map(leaves);
    leaves(root).into_iter().flat_map(money).any(|fact| others().any(|leaf| names(leaf, fact)))
}

/// What is known of a region's money, added up exactly. A sum that several leaves share counts once; a range
/// cannot be added. `None` where nothing is known, or where currencies cannot be added.
pub(crate) fn known_sum(root: &Node) -> Option<Value> {
    let mut seen: Vec<&str> = Vec::new();
    let mut total: Option<Quantity> = None;
    for fact in leaves(root).into_iter().flat_map(money) {
        let Some(quantity) = fact.value.quantity().filter(|_| !seen.contains(&fact.id.as_str())) else { continue };
        seen.push(&fact.id);
        total = Some(match total {
            None => quantity,
            Some(before) => add(before, quantity)?,
        });
    }
    total.map(Value::Quantity)
}

/// Over 20 and 3 are over 23; two different hedges only leave about so much.
fn add(a: Quantity, b: Quantity) -> Option<Quantity> {
    if !a.unit.same_kind(b.unit) {
        return None;
    }
    let base = a.base().add(b.base())?;
    let scale = [Scale::Yi, Scale::Wan]
        .into_iter()
        .find(|scale| Decimal::ONE.shift10(scale.power()).is_some_and(|one| base.abs() >= one));
    let scale = scale.unwrap_or(Scale::One);
    let mut sum = Quantity::new(base.shift10(-scale.power())?.trimmed(), scale, a.unit.base());
    sum.qualifier = match (a.qualifier, b.qualifier) {
        (one, Qualifier::Exact) | (Qualifier::Exact, one) => one,
        (one, other) if one == other => one,
        _ => Qualifier::About,
    };
    Some(sum)
}
