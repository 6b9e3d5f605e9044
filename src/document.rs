//! The document exactly as an editor writes it: plain shapes, from which the JSON Schema is made. How they
//! are read out of JSON stands in `document/read.rs`.
//!
//! Every list entry is read on its own ([`Entry`]): a broken one is kept as its error text, so that
//! [`crate::page::Page::check`] can report it and the rest still shows.

mod read;

#[cfg(feature = "cli")]
use schemars::JsonSchema;

/// One list entry: what it says, or why it could not be read.
#[derive(Clone, Debug)]
pub enum Entry<T> {
    /// The entry as the editor wrote it.
    Read(T),
    /// The reader's own words about the first thing that did not fit.
    Broken {
        /// Path of the offending field inside the entry (`cite[0].exact`), empty where it is not known.
        path: String,
        /// What is wrong there.
        reason: String,
    },
}

#[cfg(feature = "cli")]
impl<T: JsonSchema> JsonSchema for Entry<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
    fn inline_schema() -> bool {
        T::inline_schema()
    }
}

/// A text in one language, or in several by language tag.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(JsonSchema), schemars(untagged))]
pub enum Text {
    /// The same text in every language.
    Same(String),
    /// One text for each language.
    Each(TextByLanguage),
}

impl Default for Text {
    fn default() -> Text {
        Text::Same(String::new())
    }
}

/// The languages that a text may be written in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct TextByLanguage {
    /// Simplified Chinese.
    #[cfg_attr(feature = "cli", schemars(rename = "zh-Hans"))]
    pub zh: Option<String>,
    /// English.
    pub en: Option<String>,
}

/// A whole explainer.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema), schemars(title = "news-explainer document"))]
pub struct Document {
    /// Where the JSON Schema is, for editors' tools.
    #[cfg_attr(feature = "cli", schemars(rename = "$schema"))]
    pub schema: Option<String>,
    /// Version of this format; 1 today.
    pub format: u32,
    /// A short name for files and links: letters, digits, `-`, `_`.
    pub id: Option<String>,
    /// The languages that the document is written in, first one first: `zh-Hans`, `en`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub languages: Vec<String>,
    /// The line above the title.
    pub kicker: Option<Text>,
    /// The title of the explainer.
    pub title: Option<Text>,
    /// What it is about, in a sentence or two.
    pub lead: Option<Text>,
    /// Where the facts were published.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub sources: Vec<Entry<Source>>,
    /// Places, for homes and maps.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub places: Vec<Entry<Place>>,
    /// Companies, institutions, associations.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub organizations: Vec<Entry<Organization>>,
    /// Every number and date of the story.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub facts: Vec<Entry<Fact>>,
    /// What must hold between facts.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub relations: Vec<Entry<Relation>>,
    /// Things that contain things: sectors and their projects, departments and their budgets.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub hierarchies: Vec<Entry<Hierarchy>>,
    /// Series and other tables.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub tables: Vec<Entry<Table>>,
    /// Numbers of the article that are deliberately not used.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub left_out: Vec<Entry<LeftOut>>,
    /// What was published wrongly and mended.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub corrections: Vec<Entry<Correction>>,
    /// The blocks, in reading order.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub story: Vec<Entry<Block>>,
}

/// One article or data set.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Source {
    /// Unique among sources.
    pub id: String,
    /// Who published it.
    pub publisher: Text,
    /// Its title.
    pub title: Option<Text>,
    /// Who wrote it.
    pub byline: Option<Text>,
    /// When, as far as is known: `2024`, `2024-06` or `2024-06-13`.
    pub date: Option<String>,
    /// True where the date is not printed but follows from the text.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub inferred: bool,
    /// True for an article of our own wording: pictures name the other sources first.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub own: bool,
    /// Page or section.
    pub page: Option<Text>,
    /// An http(s) address.
    pub url: Option<String>,
    /// Anything a reader should know about it.
    pub note: Option<Text>,
}

/// A place that organizations and facts belong to.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Place {
    /// Unique among places.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What kind of place.
    pub kind: PlaceKind,
    /// The place that contains it.
    pub within: Option<String>,
    /// Column and row on the tile grid.
    pub tile: Option<(u8, u8)>,
    /// Where it is named.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub cite: Vec<Cite>,
}

/// Kinds of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename_all = "snake_case"))]
pub enum PlaceKind {
    /// A country.
    Country,
    /// A province, region or municipality.
    Province,
    /// A city or prefecture.
    City,
    /// A county or district.
    County,
    /// A development zone.
    Zone,
}

/// A company, institution, office or association.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Organization {
    /// Unique among organizations.
    pub id: String,
    /// Its name as printed.
    pub name: Text,
    /// A shorter name for pictures.
    pub short: Option<Text>,
    /// The place it comes from, where the source says so.
    pub home: Option<String>,
    /// How the source says so: in a sentence, or by the name itself.
    pub home_basis: Option<HomeBasis>,
    /// Anything a reader should know, such as a misprint that was mended.
    pub note: Option<Text>,
    /// Where it is named.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub cite: Vec<Cite>,
}

/// How a home is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename_all = "snake_case"))]
pub enum HomeBasis {
    /// The source states it.
    Stated,
    /// The printed name contains the place.
    Named,
}

/// One cited number, date or range; or one derived from others.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Fact {
    /// Unique among facts.
    pub id: String,
    /// What the value is of.
    pub label: Text,
    /// A shorter label for pictures.
    pub short: Option<Text>,
    /// The value as printed: `179.94亿元`, `超过20亿元`, `2028年底`.
    pub value: Option<String>,
    /// The English noun of a counted thing.
    pub noun: Option<Noun>,
    /// What the value covers and what it does not.
    pub scope: Option<Text>,
    /// The date it holds for: `2023`, `2023-12` or `2023-12-31`.
    pub as_of: Option<String>,
    /// True where that date is not printed.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub as_of_inferred: bool,
    /// Who says so.
    pub speaker: Option<Text>,
    /// Whether the source states it, we inferred it or we counted it.
    pub basis: Option<Basis>,
    /// Where it is said.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub cite: Vec<Cite>,
    /// Anything a reader should know.
    pub note: Option<Text>,
    /// The newsroom's sign-off.
    pub checked: Option<Checked>,
    /// How it follows from other facts.
    pub derive: Option<Derive>,
}

/// The English noun of a counted thing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(JsonSchema), schemars(untagged))]
pub enum Noun {
    /// The plural; used for one as well.
    Same(String),
    /// Singular and plural.
    Forms(NounForms),
}

/// Singular and plural of a noun.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct NounForms {
    /// For exactly one.
    pub one: String,
    /// For any other number.
    pub other: String,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename_all = "snake_case"))]
pub enum Basis {
    /// The source prints it.
    Stated,
    /// It follows from what the source prints.
    Inferred,
    /// We counted it, by a stated rule.
    Counted,
}

/// The newsroom's sign-off on one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Checked {
    /// Initials of the person.
    pub by: String,
    /// The day, `2024-06-13`.
    pub on: String,
}

/// How a fact follows from others.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename_all = "snake_case"))]
pub enum Derive {
    /// All of them added.
    Sum(Vec<String>),
    /// The first less the second.
    Difference(String, String),
    /// The first as a share of the second.
    Share(String, String),
    /// The first divided by the second.
    Ratio(String, String),
    /// The first for each one of the second.
    Per(String, String),
    /// How many facts are listed.
    Count(Vec<String>),
    /// A date, and a duration after it.
    DateAfter(String, String),
    /// How many nodes of a hierarchy answer the description.
    Nodes(NodeCount),
}

/// Which nodes to count.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct NodeCount {
    /// The hierarchy.
    pub hierarchy: String,
    /// The level, by id.
    pub level: String,
    /// Only nodes of this stage.
    pub stage: Option<StageClass>,
    /// Only nodes below this one.
    pub parent: Option<String>,
    /// Only nodes with this.
    pub with: Option<NodeWith>,
}

/// What a counted node must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename_all = "snake_case"))]
pub enum NodeWith {
    /// A fact in money, its own or shared.
    Money,
}

/// A place in a source, by its words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Cite {
    /// The source.
    pub source: String,
    /// The words that hold the number.
    pub exact: String,
    /// A few words before.
    pub prefix: Option<String>,
    /// A few words after.
    pub suffix: Option<String>,
}

/// What must hold between facts.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Relation {
    /// Unique among relations.
    pub id: String,
    /// What must hold.
    pub kind: RelationKind,
    /// The facts concerned, in order.
    pub facts: Vec<String>,
    /// The sum, the whole, or the difference.
    pub total: Option<String>,
    /// The share, as a fact in per cent.
    pub share: Option<String>,
    /// Words for the reader; needed for a disagreement.
    pub note: Option<Text>,
}

/// Kinds of relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename_all = "snake_case"))]
pub enum RelationKind {
    /// `facts` add up to `total`.
    Sum,
    /// The first fact is `share` of `total`.
    Share,
    /// The first fact less the second is `total`.
    Difference,
    /// Each fact is at most the next.
    AtMost,
    /// All facts have the same value.
    Equal,
    /// The sources disagree, and say so openly.
    Differ,
}

/// Named levels and their nodes.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Hierarchy {
    /// Unique among hierarchies.
    pub id: String,
    /// What it shows.
    pub title: Text,
    /// Two or three levels, top first.
    pub levels: Vec<Level>,
    /// How the nodes were counted.
    pub rule: Option<Text>,
    /// All nodes, in reading order.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub nodes: Vec<Entry<Node>>,
    /// A hand-drawn plan of the map.
    pub plan: Option<Plan>,
}

/// One level of a hierarchy.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Level {
    /// Unique in the hierarchy.
    pub id: String,
    /// What a node of this level is called.
    pub name: Text,
    /// The English noun when counting them.
    pub noun: Option<Noun>,
}

/// One thing in a hierarchy.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Node {
    /// Unique in the hierarchy.
    pub id: String,
    /// The node that contains it; absent on the top level.
    pub parent: Option<String>,
    /// Its name.
    pub name: Text,
    /// A name of a few letters, for its cell.
    pub short: Option<Text>,
    /// The colour family of a top-level node.
    pub hue: Option<Hue>,
    /// How far it has got.
    pub stage: Option<Stage>,
    /// Its sums, capacities and dates.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub facts: Vec<String>,
    /// Who takes part.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub organizations: Vec<String>,
    /// Where it is named.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub cite: Vec<Cite>,
    /// Anything a reader should know.
    pub note: Option<Text>,
}

/// The six colour families of the sector map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename_all = "snake_case"))]
pub enum Hue {
    /// Deep blue.
    Digital,
    /// Ochre.
    Solar,
    /// Green.
    Energy,
    /// Light blue.
    Equip,
    /// Plum.
    Pharma,
    /// Brown.
    Logis,
}

/// How far a project has got.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Stage {
    /// The class it is drawn as.
    pub class: StageClass,
    /// The verb that the source prints.
    pub verb: String,
}

/// Classes of stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename_all = "snake_case"))]
pub enum StageClass {
    /// Landed or brought in.
    Landed,
    /// Under way.
    Advancing,
    /// In talks or planned.
    InTalks,
}

/// A hand-drawn plan of the map: rows of letters, one cell a letter.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Plan {
    /// Letter to top-level node; a capital is a cell, a small letter is land for the label, `.` is nothing.
    #[cfg_attr(feature = "cli", schemars(with = "std::collections::BTreeMap<String, String>"))]
    pub letters: Vec<(String, String)>,
    /// The plan for wide pictures.
    pub wide: Vec<String>,
    /// The plan for narrow pictures.
    pub narrow: Vec<String>,
}

/// A table of columns.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Table {
    /// Unique among tables.
    pub id: String,
    /// What it shows.
    pub title: Text,
    /// The columns, all of one length.
    pub columns: Vec<Column>,
    /// Anything a reader should know.
    pub note: Option<Text>,
}

/// One column of a table.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Column {
    /// Unique in the table.
    pub id: String,
    /// Its heading.
    pub name: Text,
    /// What the cells are; numbers when absent and packed.
    pub kind: Option<ColumnKind>,
    /// The unit of every number, as printed.
    pub unit: Option<String>,
    /// The cells, one text each.
    pub values: Option<Vec<String>>,
    /// The cells of a dense column: decimals with one space between, `_` where there is none.
    pub packed: Option<String>,
    /// Where the column comes from.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub cite: Vec<Cite>,
}

/// What a column's cells are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename_all = "snake_case"))]
pub enum ColumnKind {
    /// Decimals.
    Number,
    /// Words.
    Text,
    /// Dates.
    Date,
}

/// A number of an article that is deliberately not used.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct LeftOut {
    /// The number as printed.
    pub text: String,
    /// The source.
    pub source: String,
    /// A few words before.
    pub prefix: Option<String>,
    /// A few words after.
    pub suffix: Option<String>,
    /// Why it is not used.
    pub reason: Text,
}

/// Something that was published wrongly and mended.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Correction {
    /// The fact concerned.
    pub fact: String,
    /// What it said.
    pub old: String,
    /// What it says now.
    pub new: String,
    /// The day of the correction.
    pub date: String,
    /// Why.
    pub note: Text,
}

/// One block of the story. Which fields count depends on `kind`.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct Block {
    /// Unique among blocks.
    pub id: String,
    /// What it is.
    pub kind: BlockKind,
    /// The words above the title.
    pub kicker: Option<Text>,
    /// The finding.
    pub title: Option<Text>,
    /// What, whose, when, unit.
    pub subtitle: Option<Text>,
    /// Paragraphs.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub text: Vec<Text>,
    /// What must hold for the title to be true.
    pub claim: Option<String>,
    /// The picture in words; made from the outline when absent.
    pub alt: Option<Text>,
    /// A remark under the picture.
    pub note: Option<Text>,
    /// Whether it takes the whole width where there are two columns.
    pub width: Option<BlockWidth>,
    /// The facts it shows.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub facts: Vec<String>,
    /// The fact that the others are parts of.
    pub whole: Option<String>,
    /// Pairs of part and whole.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub items: Vec<ShareItem>,
    /// The hierarchy of a map.
    pub hierarchy: Option<String>,
    /// The table of a picture.
    pub table: Option<String>,
}

/// Kinds of block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename_all = "snake_case"))]
pub enum BlockKind {
    /// Title and paragraphs.
    Text,
    /// Key figures.
    Stats,
    /// Horizontal bars.
    Bars,
    /// A part-of-whole bar.
    Parts,
    /// Columns filled to a share.
    Columns,
    /// The sector map.
    Map,
    /// A remark on its own.
    Note,
}

/// How wide a block is where there are two columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename_all = "snake_case"))]
pub enum BlockWidth {
    /// Both columns.
    Full,
    /// One column.
    Half,
}

/// A part and its whole.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(JsonSchema))]
pub struct ShareItem {
    /// What the share is of.
    pub label: Text,
    /// The part.
    pub part: String,
    /// The whole.
    pub whole: String,
}
