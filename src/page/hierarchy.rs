//! Hierarchies: first their bare shape, which counts need, then their nodes with facts and names.

use super::checker::{Checker, Known, LIST};
use super::code::{Code, Why};
use super::plan;
use super::problem::{At, Word};
use super::{Fact, Hierarchy, Node, Organization, Source, proof};
use crate::document::{self, Document, Hue, StageClass};
use crate::ordered::{Map, Set};
use std::rc::Rc;

/// Most levels.
const LEVELS: usize = 3;
/// Most nodes: ten thousand cells and what contains them.
const NODES: usize = 12_000;

/// A hierarchy whose nodes have sound ids and parents.
pub(super) struct Shape<'d> {
    index: usize,
    has_id: bool,
    /// As the editor wrote it.
    pub(super) written: &'d document::Hierarchy,
    /// The sound nodes, in reading order.
    pub(super) nodes: Vec<ShapeNode<'d>>,
}

/// A node and its place in the tree.
pub(super) struct ShapeNode<'d> {
    index: usize,
    /// As the editor wrote it.
    pub(super) written: &'d document::Node,
    /// Ids of what contains it, nearest first.
    pub(super) above: Vec<&'d str>,
}

/// The shapes of all hierarchies.
pub(super) fn shapes<'d>(checker: &mut Checker, document: &'d Document) -> Vec<Shape<'d>> {
    let list = At::top("hierarchies");
    let mut seen = Set::new();
    let mut shapes = Vec::new();
    for (index, written) in checker.entries(&document.hierarchies, &list, LIST) {
        let at = list.index(index);
        let at = at.named(&written.id);
        let has_id = checker.id(&written.id, &at, &mut seen);
        let levels = written.levels.len();
        if !(2..=LEVELS).contains(&levels) {
            checker.add(Code::HierarchyDepth, &at.field("levels"), &[Word::count(levels), Word::plain("2–3")]);
        }
        let nodes = shape_nodes(checker, written, &at);
        shapes.push(Shape { index, has_id, written, nodes });
    }
    shapes
}

fn shape_nodes<'d>(checker: &mut Checker, hierarchy: &'d document::Hierarchy, at: &At<'_>) -> Vec<ShapeNode<'d>> {
    let list = at.field("nodes");
    let mut seen = Set::new();
    let mut parents: Map<&str, Option<&str>> = Map::new();
    let mut with_id = Vec::new();
    for (index, written) in checker.entries(&hierarchy.nodes, &list, NODES) {
        if checker.id(&written.id, &list.index(index).named(&written.id), &mut seen) {
            parents.insert(&written.id, written.parent.as_deref());
            with_id.push((index, written));
        }
    }
    if with_id.is_empty() {
        checker.add(Code::HierarchyEmpty, &list, &[]);
    }
    let deepest = hierarchy.levels.len().clamp(2, LEVELS);
    let mut nodes: Vec<ShapeNode<'d>> = Vec::new();
    let mut unsound: Set<&str> = Set::new();
    for (index, written) in with_id {
        let mut above = Vec::new();
        let mut next = written.parent.as_deref();
        let mut orphan = None;
        while let Some(parent) = next
            && above.len() <= LEVELS
        {
            above.push(parent);
            match parents.get(parent) {
                Some(grandparent) => next = *grandparent,
                None => {
                    orphan = Some(parent);
                    break;
                }
            }
        }
        let at = list.index(index);
        let at = at.named(&written.id);
        if let Some(parent) = orphan {
            if above.len() == 1 {
                checker.add(
                    Code::HierarchyParent,
                    &at.field("parent"),
                    &[Word::plain(parent), Word::why(Why::ParentUnknown)],
                );
            }
            unsound.insert(&written.id);
        } else if above.contains(&written.id.as_str()) {
            checker.add(
                Code::HierarchyParent,
                &at.field("parent"),
                &[Word::plain(&written.id), Word::why(Why::ParentCycle)],
            );
            unsound.insert(&written.id);
        } else if above.len() >= deepest {
            checker.add(
                Code::HierarchyDepth,
                &at.field("parent"),
                &[Word::count(above.len() + 1), Word::count(deepest)],
            );
            unsound.insert(&written.id);
        } else {
            nodes.push(ShapeNode { index, written, above });
        }
    }
    nodes.retain(|node| !node.above.iter().any(|parent| unsound.contains(parent)));
    nodes
}

/// Everything that a node may refer to.
pub(super) struct References<'a> {
    /// Facts.
    pub(super) facts: &'a Known<Fact>,
    /// Organizations.
    pub(super) organizations: &'a Known<Organization>,
    /// Sources.
    pub(super) sources: &'a Known<Source>,
}

/// The hierarchies with everything in them.
pub(super) fn hierarchies(
    checker: &mut Checker,
    document: &Document,
    shapes: &[Shape<'_>],
    references: &References<'_>,
) -> (Vec<Rc<Hierarchy>>, Known<Hierarchy>) {
    let mut known = Known::declared(&document.hierarchies, |hierarchy| &hierarchy.id);
    let mut hierarchies = Vec::new();
    let list = At::top("hierarchies");
    for shape in shapes {
        let at = list.index(shape.index);
        let at = at.named(&shape.written.id);
        let title = checker.label(&shape.written.title, &at.field("title"));
        let rule = checker.label_if(&shape.written.rule, &at.field("rule"));
        let levels = levels(checker, shape.written, &at);
        let roots = roots(checker, shape, &at, references);
        let plan = shape.written.plan.as_ref().and_then(|plan| plan::plan(checker, plan, &roots, &at));
        let (Some(title), Some(levels)) = (title, levels) else { continue };
        if !shape.has_id || roots.is_empty() {
            continue;
        }
        let hierarchy = Rc::new(Hierarchy { id: shape.written.id.clone(), title, levels, rule, roots, plan });
        known.insert(&hierarchy.id, Rc::clone(&hierarchy));
        hierarchies.push(hierarchy);
    }
    (hierarchies, known)
}

fn levels(checker: &mut Checker, hierarchy: &document::Hierarchy, at: &At<'_>) -> Option<Vec<(String, super::Label)>> {
    let list = at.field("levels");
    let mut seen = Set::new();
    let mut levels = Vec::new();
    for (index, level) in hierarchy.levels.iter().enumerate().take(LEVELS) {
        let at = list.index(index);
        let has_id = checker.id(&level.id, &at, &mut seen);
        let name = checker.label(&level.name, &at.field("name"));
        levels.extend(name.filter(|_| has_id).map(|name| (level.id.clone(), name)));
    }
    (levels.len() == hierarchy.levels.len() && levels.len() >= 2).then_some(levels)
}

/// Builds the tree from the leaves up: no recursion, however deep the document claims to be.
fn roots(checker: &mut Checker, shape: &Shape<'_>, at: &At<'_>, references: &References<'_>) -> Vec<Node> {
    let list = at.field("nodes");
    let mut children: Map<&str, Vec<Node>> = Map::new();
    let mut built: Vec<Option<(usize, Node)>> = Vec::new();
    for node in &shape.nodes {
        let at = list.index(node.index);
        built.push(
            build(checker, node.written, &at.named(&node.written.id), references)
                .map(|built| (node.above.len(), built)),
        );
    }
    let mut roots = Vec::new();
    for depth in (0..LEVELS).rev() {
        for (place, node) in built.iter_mut().zip(&shape.nodes) {
            let Some((_, mut built)) = place.take_if(|(at_depth, _)| *at_depth == depth) else { continue };
            built.children = children.remove(built.id.as_str()).unwrap_or_default();
            match node.above.first() {
                Some(parent) => children.entry(parent).or_default().push(built),
                None => roots.push(built),
            }
        }
    }
    for (index, root) in roots.iter_mut().enumerate() {
        let written = shape.nodes.iter().find(|node| node.written.id == root.id).and_then(|node| node.written.hue);
        colour(root, written.or_else(|| HUES.get(index % HUES.len()).copied()).unwrap_or(Hue::Digital));
    }
    roots
}

const HUES: [Hue; 6] = [Hue::Digital, Hue::Solar, Hue::Energy, Hue::Equip, Hue::Pharma, Hue::Logis];

/// Gives a root's colour to all below it; as deep as there are levels.
fn colour(node: &mut Node, hue: Hue) {
    node.hue = hue;
    for child in &mut node.children {
        colour(child, hue);
    }
}

fn build(checker: &mut Checker, written: &document::Node, at: &At<'_>, references: &References<'_>) -> Option<Node> {
    let name = checker.label(&written.name, &at.field("name"));
    let short = checker.label_if(&written.short, &at.field("short"));
    let stage = written.stage.as_ref().and_then(|stage| checked_stage(checker, stage, &at.field("stage")));
    let facts = checker.find_all(references.facts, &written.facts, &at.field("facts"));
    let organizations = checker.find_all(references.organizations, &written.organizations, &at.field("organizations"));
    let cites = checker.citations(&written.cite, references.sources, at);
    let note = checker.label_if(&written.note, &at.field("note"));
    let name = name?;
    let short = short.unwrap_or_else(|| name.clone());
    Some(Node {
        id: written.id.clone(),
        name,
        short,
        hue: Hue::Digital,
        stage,
        facts,
        organizations,
        cites,
        note,
        children: Vec::new(),
    })
}

/// A stage whose verb is there and does not say another class than its own.
fn checked_stage(checker: &mut Checker, stage: &document::Stage, at: &At<'_>) -> Option<(StageClass, String)> {
    if stage.verb.trim().is_empty() {
        checker.add(Code::Stage, at, &[Word::plain(""), Word::why(Why::VerbMissing)]);
        return None;
    }
    proof::stage_fits(checker, stage, at).then(|| (stage.class, stage.verb.clone()))
}
