//! Reading a document out of a tree of values: one function for each shape of [`super`], in its order.

use super::*;
use crate::raw::Raw;
use fields::Fields;
use serde::de::{Deserialize, Deserializer, Error};

#[path = "fields.rs"]
mod fields;

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Document, D::Error> {
        let (document, _) = Document::read(Raw::deserialize(deserializer)?)
            .map_err(|(path, reason)| D::Error::custom([path.as_str(), ": ", &reason].concat()))?;
        Ok(document)
    }
}

impl Document {
    /// Reads a document, and the paths of the fields that nobody knows.
    ///
    /// # Errors
    /// Path and reason, where something outside the list entries has the wrong type.
    pub fn read(raw: Raw) -> Result<(Document, Vec<String>), (String, String)> {
        let mut fields = Fields::of(raw);
        let document = document(&mut fields);
        fields.end();
        match fields.misfit {
            Some(misfit) => Err(misfit),
            None => Ok((document, fields.unknown)),
        }
    }
}

fn document(fields: &mut Fields) -> Document {
    Document {
        schema: fields.string("$schema"),
        format: fields.number("format").unwrap_or(0),
        id: fields.string("id"),
        languages: fields.strings("languages"),
        kicker: fields.text("kicker"),
        title: fields.text("title"),
        lead: fields.text("lead"),
        sources: fields.entries("sources", source),
        places: fields.entries("places", place),
        organizations: fields.entries("organizations", organization),
        facts: fields.entries("facts", fact),
        relations: fields.entries("relations", relation),
        hierarchies: fields.entries("hierarchies", hierarchy),
        tables: fields.entries("tables", table),
        left_out: fields.entries("left_out", left_out),
        corrections: fields.entries("corrections", correction),
        story: fields.entries("story", block),
    }
}

fn source(fields: &mut Fields) -> Source {
    Source {
        id: fields.needed_string("id"),
        publisher: fields.needed_text("publisher"),
        title: fields.text("title"),
        byline: fields.text("byline"),
        date: fields.string("date"),
        inferred: fields.flag("inferred"),
        own: fields.flag("own"),
        page: fields.text("page"),
        url: fields.string("url"),
        note: fields.text("note"),
    }
}

const PLACE_KINDS: [(&str, PlaceKind); 5] = [
    ("country", PlaceKind::Country),
    ("province", PlaceKind::Province),
    ("city", PlaceKind::City),
    ("county", PlaceKind::County),
    ("zone", PlaceKind::Zone),
];

fn place(fields: &mut Fields) -> Place {
    Place {
        id: fields.needed_string("id"),
        name: fields.needed_text("name"),
        kind: fields.needed_choice("kind", &PLACE_KINDS, PlaceKind::Zone),
        within: fields.string("within"),
        tile: fields.pair("tile"),
        cite: fields.objects("cite", cite),
    }
}

const HOME_BASES: [(&str, HomeBasis); 2] = [("stated", HomeBasis::Stated), ("named", HomeBasis::Named)];

fn organization(fields: &mut Fields) -> Organization {
    Organization {
        id: fields.needed_string("id"),
        name: fields.needed_text("name"),
        short: fields.text("short"),
        home: fields.string("home"),
        home_basis: fields.choice("home_basis", &HOME_BASES),
        note: fields.text("note"),
        cite: fields.objects("cite", cite),
    }
}

const BASES: [(&str, Basis); 3] =
    [("stated", Basis::Stated), ("inferred", Basis::Inferred), ("counted", Basis::Counted)];

fn fact(fields: &mut Fields) -> Fact {
    Fact {
        id: fields.needed_string("id"),
        label: fields.needed_text("label"),
        short: fields.text("short"),
        value: fields.string("value"),
        noun: noun(fields),
        scope: fields.text("scope"),
        as_of: fields.string("as_of"),
        as_of_inferred: fields.flag("as_of_inferred"),
        speaker: fields.text("speaker"),
        basis: fields.choice("basis", &BASES),
        cite: fields.objects("cite", cite),
        note: fields.text("note"),
        checked: fields
            .object("checked", |fields| Checked { by: fields.needed_string("by"), on: fields.needed_string("on") }),
        derive: fields.object("derive", derive).flatten(),
    }
}

fn noun(fields: &mut Fields) -> Option<Noun> {
    if fields.is_object("noun") {
        let forms =
            |fields: &mut Fields| NounForms { one: fields.needed_string("one"), other: fields.needed_string("other") };
        return fields.object("noun", forms).map(Noun::Forms);
    }
    fields.string("noun").map(Noun::Same)
}

const OPERATIONS: [&str; 8] = ["sum", "difference", "share", "ratio", "per", "count", "date_after", "nodes"];

fn derive(fields: &mut Fields) -> Option<Derive> {
    if fields.has("nodes") {
        return fields.object("nodes", node_count).map(Derive::Nodes);
    }
    let Some(operation) = OPERATIONS.into_iter().find(|operation| fields.has(operation)) else {
        fields.none_of(&OPERATIONS);
        return None;
    };
    let operands = fields.strings(operation);
    match operation {
        "sum" => return Some(Derive::Sum(operands)),
        "count" => return Some(Derive::Count(operands)),
        _ => {}
    }
    let Ok([first, second]) = <[String; 2]>::try_from(operands) else {
        fields.wrong_length(operation, "two ids");
        return None;
    };
    Some(match operation {
        "difference" => Derive::Difference(first, second),
        "share" => Derive::Share(first, second),
        "ratio" => Derive::Ratio(first, second),
        "per" => Derive::Per(first, second),
        _ => Derive::DateAfter(first, second),
    })
}

fn node_count(fields: &mut Fields) -> NodeCount {
    NodeCount {
        hierarchy: fields.needed_string("hierarchy"),
        level: fields.needed_string("level"),
        stage: fields.choice("stage", &STAGES),
        parent: fields.string("parent"),
        with: fields.choice("with", &[("money", NodeWith::Money)]),
    }
}

fn cite(fields: &mut Fields) -> Cite {
    Cite {
        source: fields.needed_string("source"),
        exact: fields.needed_string("exact"),
        prefix: fields.string("prefix"),
        suffix: fields.string("suffix"),
    }
}

const RELATIONS: [(&str, RelationKind); 6] = [
    ("sum", RelationKind::Sum),
    ("share", RelationKind::Share),
    ("difference", RelationKind::Difference),
    ("at_most", RelationKind::AtMost),
    ("equal", RelationKind::Equal),
    ("differ", RelationKind::Differ),
];

fn relation(fields: &mut Fields) -> Relation {
    Relation {
        id: fields.needed_string("id"),
        kind: fields.needed_choice("kind", &RELATIONS, RelationKind::Equal),
        facts: fields.strings("facts"),
        total: fields.string("total"),
        share: fields.string("share"),
        note: fields.text("note"),
    }
}

fn hierarchy(fields: &mut Fields) -> Hierarchy {
    Hierarchy {
        id: fields.needed_string("id"),
        title: fields.needed_text("title"),
        levels: fields.objects("levels", |fields| Level {
            id: fields.needed_string("id"),
            name: fields.needed_text("name"),
            noun: noun(fields),
        }),
        rule: fields.text("rule"),
        nodes: fields.entries("nodes", node),
        plan: fields.object("plan", |fields| Plan {
            letters: fields.string_pairs("letters"),
            wide: fields.strings("wide"),
            narrow: fields.strings("narrow"),
        }),
    }
}

const HUES: [(&str, Hue); 6] = [
    ("digital", Hue::Digital),
    ("solar", Hue::Solar),
    ("energy", Hue::Energy),
    ("equip", Hue::Equip),
    ("pharma", Hue::Pharma),
    ("logis", Hue::Logis),
];

const STAGES: [(&str, StageClass); 3] =
    [("landed", StageClass::Landed), ("advancing", StageClass::Advancing), ("in_talks", StageClass::InTalks)];

fn node(fields: &mut Fields) -> Node {
    Node {
        id: fields.needed_string("id"),
        parent: fields.string("parent"),
        name: fields.needed_text("name"),
        short: fields.text("short"),
        hue: fields.choice("hue", &HUES),
        stage: fields.object("stage", |fields| Stage {
            class: fields.needed_choice("class", &STAGES, StageClass::InTalks),
            verb: fields.needed_string("verb"),
        }),
        facts: fields.strings("facts"),
        organizations: fields.strings("organizations"),
        cite: fields.objects("cite", cite),
        note: fields.text("note"),
    }
}

fn table(fields: &mut Fields) -> Table {
    Table {
        id: fields.needed_string("id"),
        title: fields.needed_text("title"),
        columns: fields.objects("columns", column),
        note: fields.text("note"),
    }
}

const COLUMN_KINDS: [(&str, ColumnKind); 3] =
    [("number", ColumnKind::Number), ("text", ColumnKind::Text), ("date", ColumnKind::Date)];

fn column(fields: &mut Fields) -> Column {
    Column {
        id: fields.needed_string("id"),
        name: fields.needed_text("name"),
        kind: fields.choice("kind", &COLUMN_KINDS),
        unit: fields.string("unit"),
        values: fields.has("values").then(|| fields.strings("values")),
        packed: fields.string("packed"),
        cite: fields.objects("cite", cite),
    }
}

fn left_out(fields: &mut Fields) -> LeftOut {
    LeftOut {
        text: fields.needed_string("text"),
        source: fields.needed_string("source"),
        prefix: fields.string("prefix"),
        suffix: fields.string("suffix"),
        reason: fields.needed_text("reason"),
    }
}

fn correction(fields: &mut Fields) -> Correction {
    Correction {
        fact: fields.needed_string("fact"),
        old: fields.needed_string("old"),
        new: fields.needed_string("new"),
        date: fields.needed_string("date"),
        note: fields.needed_text("note"),
    }
}

const BLOCK_KINDS: [(&str, BlockKind); 7] = [
    ("text", BlockKind::Text),
    ("stats", BlockKind::Stats),
    ("bars", BlockKind::Bars),
    ("parts", BlockKind::Parts),
    ("columns", BlockKind::Columns),
    ("map", BlockKind::Map),
    ("note", BlockKind::Note),
];

fn block(fields: &mut Fields) -> Block {
    Block {
        id: fields.needed_string("id"),
        kind: fields.needed_choice("kind", &BLOCK_KINDS, BlockKind::Text),
        kicker: fields.text("kicker"),
        title: fields.text("title"),
        subtitle: fields.text("subtitle"),
        text: fields.texts("text"),
        claim: fields.string("claim"),
        alt: fields.text("alt"),
        note: fields.text("note"),
        width: fields.choice("width", &[("full", BlockWidth::Full), ("half", BlockWidth::Half)]),
        facts: fields.strings("facts"),
        whole: fields.string("whole"),
        items: fields.objects("items", |fields| ShareItem {
            label: fields.needed_text("label"),
            part: fields.needed_string("part"),
            whole: fields.needed_string("whole"),
        }),
        hierarchy: fields.string("hierarchy"),
        table: fields.string("table"),
    }
}
