//! The checked model: what [`Page::check`] makes of a [`Document`].
//!
//! A `Page` is always valid: every reference is resolved, every value is read, every number in a text is a
//! fact. What could not be used is not in it, and stands in the list of [`Problem`]s instead. Nothing
//! downstream checks again, and the `Document` never leaves this module.
//!
//! The check has two halves. What makes a page sound (shapes, ids, values, sums worked out, pictures that can
//! be drawn) lies in `page/*` and is in every build. The editor's proof (quotations that say their values,
//! claims, bare numbers, hints…) lies in `page/proof/*` behind the feature `proof`: the reader's WebAssembly
//! leaves it out, because a document is proved before it is published. `page/trusted.rs` stands in for it
//! there, so that the rest of the check does not know which build it is in.

use crate::document::{Basis, Cite, Document, HomeBasis, Hue, PlaceKind, RelationKind, StageClass};
use crate::locale::Language;
use crate::quantity::{Decimal, Ratio, Value};
use std::rc::Rc;

mod check;
mod checker;
mod code;
mod derive;
mod fact;
mod hierarchy;
mod lists;
mod plan;
mod print;
mod problem;
#[cfg(feature = "proof")]
mod proof;
#[cfg(not(feature = "proof"))]
#[path = "page/trusted.rs"]
mod proof;
mod relation;
mod story;
mod table;
mod words;

pub use code::{Code, Why};
pub use print::percent_text;
pub use problem::{Level, Problem, Word, in_document_order};

/// A text in every language; one language stands in for another that is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Label {
    /// The text in one language.
    pub fn get(&self, language: Language) -> &str {
        language.pick(&self.zh, &self.en)
    }
}

/// A text in which facts are printed, in every language.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Chinese.
    pub zh: Vec<Run>,
    /// English.
    pub en: Vec<Run>,
}

impl Words {
    /// The runs in one language.
    pub fn get(&self, language: Language) -> &[Run] {
        language.pick(&self.zh, &self.en)
    }

    /// True where nothing is said.
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }
}

/// A piece of a text.
#[derive(Clone, Debug)]
pub enum Run {
    /// Words without a number.
    Text(String),
    /// A fact, printed.
    Fact {
        /// The fact.
        fact: Rc<Fact>,
        /// How much of it is printed.
        part: FactPart,
    },
}

/// How much of a fact a text prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactPart {
    /// Number and unit.
    Whole,
    /// The number alone.
    Number,
}

/// The checked page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The document's short name.
    pub id: String,
    /// Its languages, first one first; never empty.
    pub languages: Vec<Language>,
    /// The line above the title.
    pub kicker: Words,
    /// The title.
    pub title: Words,
    /// The opening.
    pub lead: Words,
    /// All sources, in the document's order.
    pub sources: Vec<Rc<Source>>,
    /// All places.
    pub places: Vec<Rc<Place>>,
    /// All organizations.
    pub organizations: Vec<Rc<Organization>>,
    /// All facts that could be read or derived.
    pub facts: Vec<Rc<Fact>>,
    /// All relations that hold.
    pub relations: Vec<Relation>,
    /// All hierarchies.
    pub hierarchies: Vec<Rc<Hierarchy>>,
    /// All tables.
    pub tables: Vec<Rc<Table>>,
    /// Numbers deliberately not used.
    pub left_out: Vec<LeftOut>,
    /// Corrections.
    pub corrections: Vec<Correction>,
    /// The blocks, in reading order.
    pub story: Vec<Block>,
}

impl Page {
    /// Checks a document: the page keeps what is sound, the problems say what is not.
    pub fn check(document: &Document) -> (Page, Vec<Problem>) {
        check::check(document)
    }

    /// The fact of this id.
    pub fn fact(&self, id: &str) -> Option<&Rc<Fact>> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// The block of this id.
    pub fn block(&self, id: &str) -> Option<&Block> {
        self.story.iter().find(|block| block.id == id)
    }

    /// The declared disagreements that a fact takes part in.
    pub fn disagreements<'a>(&'a self, fact: &'a str) -> impl Iterator<Item = &'a Relation> + 'a {
        self.relations.iter().filter(move |relation| {
            relation.kind == RelationKind::Differ && relation.facts.iter().any(|one| one.id == fact)
        })
    }
}

/// One article or data set.
#[derive(Clone, Debug)]
pub struct Source {
    /// Unique id.
    pub id: String,
    /// Who published it.
    pub publisher: Label,
    /// Its title.
    pub title: Option<Label>,
    /// Who wrote it.
    pub byline: Option<Label>,
    /// When, as ISO text, as far as is known.
    pub date: Option<String>,
    /// True where the date is not printed.
    pub inferred: bool,
    /// True for an article of our own wording.
    pub own: bool,
    /// Page or section.
    pub page: Option<Label>,
    /// An http or https address.
    pub url: Option<String>,
    /// A remark.
    pub note: Option<Label>,
}

/// A place.
#[derive(Clone, Debug)]
pub struct Place {
    /// Unique id.
    pub id: String,
    /// Its name.
    pub name: Label,
    /// What kind of place.
    pub kind: PlaceKind,
    /// Id of the place that contains it.
    pub within: Option<String>,
    /// Column and row on the tile grid.
    pub tile: Option<(u8, u8)>,
}

/// A company, institution, office or association.
#[derive(Clone, Debug)]
pub struct Organization {
    /// Unique id.
    pub id: String,
    /// Its name as printed.
    pub name: Label,
    /// A shorter name.
    pub short: Option<Label>,
    /// Where it comes from, and how that is known.
    pub home: Option<(Rc<Place>, HomeBasis)>,
    /// A remark.
    pub note: Option<Label>,
    /// Where it is named.
    pub cites: Vec<Citation>,
}

/// One number, date or range with its origin.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Unique id.
    pub id: String,
    /// What the value is of.
    pub label: Label,
    /// A shorter label for pictures.
    pub short: Option<Label>,
    /// The value as it is printed; a derived share is rounded here and exact in [`Fact::exact`].
    pub value: Value,
    /// The exact value in base units, where it is a number; a percentage as a fraction.
    pub exact: Option<Ratio>,
    /// English singular and plural of what is counted.
    pub noun: Option<(String, String)>,
    /// What it covers.
    pub scope: Option<Label>,
    /// The date it holds for, as ISO text.
    pub as_of: Option<String>,
    /// True where that date is not printed.
    pub as_of_inferred: bool,
    /// Who says so.
    pub speaker: Option<Label>,
    /// How we know it.
    pub nature: Nature,
    /// Where it is said.
    pub cites: Vec<Citation>,
    /// A remark.
    pub note: Option<Label>,
    /// The newsroom's sign-off: initials and day.
    pub checked: Option<(String, String)>,
}

/// How a value is known.
#[derive(Clone, Debug)]
pub enum Nature {
    /// Printed, inferred or counted.
    Basis(Basis),
    /// Computed from other facts.
    Derived {
        /// How.
        operation: Operation,
        /// From what, in order.
        operands: Vec<Rc<Fact>>,
    },
}

/// How a derived fact follows from its operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// All added.
    Sum,
    /// First less second.
    Difference,
    /// First as a share of the second.
    Share,
    /// First divided by second.
    Ratio,
    /// First for each one of the second.
    Per,
    /// Number of facts.
    Count,
    /// Date plus duration.
    DateAfter,
    /// Number of nodes of a hierarchy.
    Nodes,
}

/// A place in a source.
#[derive(Clone, Debug)]
pub struct Citation {
    /// The source.
    pub source: Rc<Source>,
    /// The words.
    pub quote: Cite,
}

/// What holds between facts.
#[derive(Clone, Debug)]
pub struct Relation {
    /// Unique id.
    pub id: String,
    /// What holds.
    pub kind: RelationKind,
    /// The facts, in order.
    pub facts: Vec<Rc<Fact>>,
    /// The sum, whole or difference.
    pub total: Option<Rc<Fact>>,
    /// The share.
    pub share: Option<Rc<Fact>>,
    /// Words for the reader.
    pub note: Option<Label>,
}

/// Named levels and their nodes.
#[derive(Clone, Debug)]
pub struct Hierarchy {
    /// Unique id.
    pub id: String,
    /// What it shows.
    pub title: Label,
    /// Names of the levels, top first; two or three.
    pub levels: Vec<(String, Label)>,
    /// How the nodes were counted.
    pub rule: Option<Label>,
    /// The top-level nodes.
    pub roots: Vec<Node>,
    /// A hand-drawn plan whose letters are checked against the nodes.
    pub plan: Option<Plan>,
}

/// One thing in a hierarchy, with what it contains.
#[derive(Clone, Debug)]
pub struct Node {
    /// Unique id.
    pub id: String,
    /// Its name.
    pub name: Label,
    /// A short name for its cell.
    pub short: Label,
    /// The colour family, inherited from the top.
    pub hue: Hue,
    /// How far it has got, and the printed verb.
    pub stage: Option<(StageClass, String)>,
    /// Its facts.
    pub facts: Vec<Rc<Fact>>,
    /// Who takes part.
    pub organizations: Vec<Rc<Organization>>,
    /// Where it is named.
    pub cites: Vec<Citation>,
    /// A remark.
    pub note: Option<Label>,
    /// What it contains.
    pub children: Vec<Node>,
}

/// Rows of letters, resolved: for each row and column the root's index and whether it is a cell.
#[derive(Clone, Debug)]
pub struct Plan {
    /// For wide pictures.
    pub wide: Vec<Vec<Option<PlanCell>>>,
    /// For narrow pictures.
    pub narrow: Vec<Vec<Option<PlanCell>>>,
}

/// One place of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanCell {
    /// Index of the top-level node.
    pub root: usize,
    /// True for a cell of a leaf, false for land that holds the label.
    pub is_leaf: bool,
}

/// A table of columns of one length.
#[derive(Clone, Debug)]
pub struct Table {
    /// Unique id.
    pub id: String,
    /// What it shows.
    pub title: Label,
    /// The columns.
    pub columns: Vec<Column>,
    /// A remark.
    pub note: Option<Label>,
}

/// One column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Unique in the table.
    pub id: String,
    /// Its heading.
    pub name: Label,
    /// The unit of its numbers as printed.
    pub unit: Option<String>,
    /// The cells.
    pub cells: Cells,
    /// Where it comes from.
    pub cites: Vec<Citation>,
}

/// The cells of a column.
#[derive(Clone, Debug)]
pub enum Cells {
    /// Words or dates.
    Text(Vec<String>),
    /// Decimals; `None` is missing, never zero.
    Number(Vec<Option<Decimal>>),
}

/// A number deliberately not used.
#[derive(Clone, Debug)]
pub struct LeftOut {
    /// Where it stands.
    pub citation: Citation,
    /// Why it is not used.
    pub reason: Label,
}

/// Something published wrongly and mended.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The fact.
    pub fact: Rc<Fact>,
    /// What it said.
    pub old: String,
    /// What it says now.
    pub new: String,
    /// The day, as ISO text.
    pub date: String,
    /// Why.
    pub note: Label,
}

/// One block of the story.
#[derive(Clone, Debug)]
pub struct Block {
    /// Unique id.
    pub id: String,
    /// The words above the title.
    pub kicker: Words,
    /// The finding.
    pub title: Words,
    /// What, whose, when, unit.
    pub subtitle: Words,
    /// Paragraphs.
    pub text: Vec<Words>,
    /// The editor's own description of the picture.
    pub alt: Option<Words>,
    /// A remark under the picture.
    pub note: Words,
    /// True where it takes both columns.
    pub is_full_width: bool,
    /// What it shows.
    pub content: Content,
}

/// What a block shows.
#[derive(Clone, Debug)]
pub enum Content {
    /// Words only.
    Text,
    /// A remark.
    Note,
    /// Key figures.
    Stats(Vec<Rc<Fact>>),
    /// Horizontal bars on a track.
    Bars {
        /// One bar each.
        facts: Vec<Rc<Fact>>,
        /// The length of the track.
        whole: Option<Rc<Fact>>,
    },
    /// Parts that fill a whole.
    Parts {
        /// The parts.
        facts: Vec<Rc<Fact>>,
        /// What they fill.
        whole: Rc<Fact>,
    },
    /// Columns filled to a share.
    Columns(Vec<Share>),
    /// The sector map.
    Map(Rc<Hierarchy>),
}

/// A part and its whole.
#[derive(Clone, Debug)]
pub struct Share {
    /// What the share is of.
    pub label: Label,
    /// The part.
    pub part: Rc<Fact>,
    /// The whole.
    pub whole: Rc<Fact>,
    /// Part over whole, exact.
    pub exact: Ratio,
}

impl Block {
    /// Every fact that the picture draws, in drawing order.
    pub fn facts(&self) -> Vec<&Rc<Fact>> {
        match &self.content {
            Content::Text | Content::Note => Vec::new(),
            Content::Stats(facts) => facts.iter().collect(),
            Content::Bars { facts, whole } => facts.iter().chain(whole).collect(),
            Content::Parts { facts, whole } => facts.iter().chain([whole]).collect(),
            Content::Columns(items) => items.iter().flat_map(|item| [&item.part, &item.whole]).collect(),
            Content::Map(hierarchy) => {
                let mut facts = Vec::new();
                for node in hierarchy.roots.iter().flat_map(|root| root.leaves()) {
                    facts.extend(node.facts.iter());
                }
                facts
            }
        }
    }
}

impl Node {
    /// The nodes without children below this one, or the node itself.
    pub fn leaves(&self) -> Vec<&Node> {
        if self.children.is_empty() {
            return vec![self];
        }
        self.children.iter().flat_map(Node::leaves).collect()
    }
}
