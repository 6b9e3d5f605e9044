//! One block: kicker, title, subtitle, paragraphs, picture, remark, disagreements, table and source.

use super::{Child, Item, number, paragraph, sources, table};
use crate::document::StageClass;
use crate::locale::{self, Language};
use crate::page::{Block, Content, Hierarchy, Page, Relation};
use crate::scene::Target;
use crate::view;

/// The block at `place` of the story; `count` is its number among the figures.
pub(super) fn figure(page: &Page, place: usize, block: &Block, count: usize, language: Language) -> Item {
    let width = if block.is_full_width { "ne-fig ne-full" } else { "ne-fig" };
    let class = match block.content {
        Content::Text if block.is_full_width => "ne-text ne-full",
        Content::Note => "ne-fig ne-remark ne-full",
        _ => width,
    };
    let mut section = Item::new("section", class).with("data-b", block.id.clone());
    if let Some(kicker) = kicker(block, count, language) {
        section = section.item(kicker);
    }
    if !block.title.is_empty() {
        section = section.item(paragraph("h3", "ne-title", &block.title, language));
    }
    if !block.subtitle.is_empty() {
        section = section.item(paragraph("p", "ne-sub", &block.subtitle, language));
    }
    section = section.items(block.text.iter().map(|words| paragraph("p", "ne-p", words, language)));
    if let Content::Map(hierarchy) = &block.content {
        section = section.item(legend(hierarchy, language));
        section = section.item(Item::new("div", "ne-maprow").item(plot(place)).item(side(hierarchy, language)));
    } else if view::widths(block).is_some() {
        section = section.item(plot(place));
    }
    if !block.note.is_empty() {
        section = section.item(paragraph("p", "ne-note", &block.note, language));
    }
    section = section.items(disagreements(page, block).into_iter().map(|relation| conflict(relation, language)));
    if view::widths(block).is_some() {
        section = section.item(data(page, block, language));
    }
    section
}

fn plot(place: usize) -> Item {
    Item { children: vec![Child::Plot(place)], ..Item::new("div", "ne-plotbox") }
}

fn kicker(block: &Block, count: usize, language: Language) -> Option<Item> {
    let mut item = Item::new("p", "ne-kick");
    if block.is_figure() {
        item = item.text([language.pick("图\u{a0}", "Chart "), &count.to_string()].concat());
        if !block.kicker.is_empty() {
            item = item.text(language.pick("\u{3000}", " · "));
        }
    } else if block.kicker.is_empty() {
        return None;
    }
    Some(item.children(super::runs(&block.kicker, language)))
}

/// The table with the source as its summary, so that a reader without script can open it.
fn data(page: &Page, block: &Block, language: Language) -> Item {
    let summary = Item::new("summary", "ne-src")
        .text(sources::line(page, block, language))
        .text(language.pick("　", " "))
        .item(Item::new("span", "ne-open").text(locale::SHOW_TABLE.get(language)));
    Item::new("details", "ne-data").item(summary).item(table::table(page, block, language))
}

/// The declared disagreements that the block's facts take part in, each once.
fn disagreements<'a>(page: &'a Page, block: &Block) -> Vec<&'a Relation> {
    let drawn = block.facts();
    page.relations
        .iter()
        .filter(|relation| relation.kind == crate::document::RelationKind::Differ)
        .filter(|relation| relation.facts.iter().any(|fact| drawn.iter().any(|one| one.id == fact.id)))
        .collect()
}

pub(super) fn conflict(relation: &Relation, language: Language) -> Item {
    let mut words = Item::new("p", "ne-q")
        .item(Item::new("b", "").text(language.pick("两处说法不一致：", "Two figures disagree: ")));
    for (place, fact) in relation.facts.iter().enumerate() {
        if place > 0 {
            words = words.text(language.pick(" 与 ", " and "));
        }
        words = words.item(number(fact, fact.show(language)));
    }
    words = words.text(language.pick("。", "."));
    let mut text = Item::new("div", "").item(words);
    if let Some(note) = &relation.note {
        text = text.item(Item::new("p", "").text(note.get(language)));
    }
    Item::new("div", "ne-conflict").item(Item::new("span", "ne-ico").with("aria-hidden", "true").text("≠")).item(text)
}

/// The three stages with their marks and counts.
fn legend(hierarchy: &Hierarchy, language: Language) -> Item {
    let mut legend = Item::new("p", "ne-legend");
    for (class, count) in view::stage_counts(hierarchy) {
        if count == 0 {
            continue;
        }
        let swatch = match class {
            StageClass::Landed => "ne-sw ne-sw-a",
            StageClass::Advancing => "ne-sw ne-sw-b",
            StageClass::InTalks => "ne-sw ne-sw-c",
        };
        let name = stage_name(class).get(language);
        let entry = Item::new("span", "ne-key")
            .item(Item::new("i", swatch).with("aria-hidden", "true"))
            .text([name, " ", &count.to_string()].concat());
        legend = legend.item(entry);
    }
    legend
}

/// What a stage class is called.
pub(super) fn stage_name(class: StageClass) -> locale::Phrase {
    match class {
        StageClass::Landed => locale::LANDED,
        StageClass::Advancing => locale::ADVANCING,
        StageClass::InTalks => locale::IN_TALKS,
    }
}

/// The list beside a wide map: each region with its count and known sum.
fn side(hierarchy: &Hierarchy, language: Language) -> Item {
    let mut list = Item::new("ul", "ne-side");
    for root in &hierarchy.roots {
        let count = root.leaves().len().to_string();
        let sum = view::known_sum(root)
            .map_or_else(|| locale::NO_SUM.get(language).to_owned(), |sum| sum.show(language, None));
        let button = Item::new("button", "ne-row")
            .opens(Target::Node(hierarchy.id.clone(), root.id.clone()))
            .item(Item::new("b", hue_class(root.hue)).text(root.name.get(language)))
            .item(
                Item::new("span", "").text([count.as_str(), language.pick("\u{a0}项·", " projects · "), &sum].concat()),
            );
        list = list.item(Item::new("li", "").item(button));
    }
    list
}

fn hue_class(hue: crate::document::Hue) -> &'static str {
    use crate::document::Hue;
    match hue {
        Hue::Digital => "ne-c-digital",
        Hue::Solar => "ne-c-solar",
        Hue::Energy => "ne-c-energy",
        Hue::Equip => "ne-c-equip",
        Hue::Pharma => "ne-c-pharma",
        Hue::Logis => "ne-c-logis",
    }
}
