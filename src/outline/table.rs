//! The numbers of a picture as a table.

use super::{Child, Item, keep_together, number};
use crate::locale::{self, Language, Phrase};
use crate::page::{Block, Content, Fact, Hierarchy, Node, Page, percent_text};
use crate::quantity::Ratio;
use std::rc::Rc;

/// The table of a block's picture.
pub(super) fn table(page: &Page, block: &Block, language: Language) -> Item {
    let (heads, rows) = match &block.content {
        Content::Text | Content::Note => (Vec::new(), Vec::new()),
        Content::Stats(facts) => (
            say(&[locale::NAME, locale::VALUE], language),
            facts.iter().map(|fact| vec![named(fact, language), valued(fact, language)]).collect(),
        ),
        Content::Bars { facts, whole } => with_share(facts, whole.as_ref(), language),
        Content::Parts { facts, whole } => with_share(facts, Some(whole), language),
        Content::Columns(items) => (
            say(&[locale::NAME, locale::PART, locale::WHOLE, locale::SHARE], language),
            items
                .iter()
                .map(|item| {
                    let name = Item::new("th", "").with("scope", "row").text(item.label.get(language));
                    let share = match crate::view::share_fact(page, &item.part, &item.whole) {
                        Some(fact) => Item::new("td", "").item(number(fact, percent_text(item.exact))),
                        None => Item::new("td", "").text(percent_text(item.exact)),
                    };
                    vec![name, valued(&item.part, language), valued(&item.whole, language), share]
                })
                .collect(),
        ),
        Content::Map(hierarchy) => nodes(hierarchy, language),
    };
    let head =
        Item::new("tr", "").items(heads.into_iter().map(|head| Item::new("th", "").with("scope", "col").text(head)));
    let body = Item::new("tbody", "").items(rows.into_iter().map(|cells| Item::new("tr", "").items(cells)));
    Item::new("div", "ne-tablebox")
        .item(Item::new("table", "ne-table").item(Item::new("thead", "").item(head)).item(body))
}

type Rows = (Vec<String>, Vec<Vec<Item>>);

fn say(phrases: &[Phrase], language: Language) -> Vec<String> {
    phrases.iter().map(|phrase| phrase.get(language).to_owned()).collect()
}

fn with_share(facts: &[Rc<Fact>], whole: Option<&Rc<Fact>>, language: Language) -> Rows {
    let exact = whole.and_then(|whole| whole.exact.as_ref());
    let mut heads = say(&[locale::NAME, locale::VALUE], language);
    if exact.is_some() {
        heads.push(locale::SHARE.get(language).to_owned());
    }
    let row = |fact: &Rc<Fact>| {
        let mut cells = vec![named(fact, language), valued(fact, language)];
        if let Some(whole) = exact {
            cells.push(Item::new("td", "").text(share(fact, whole)));
        }
        cells
    };
    let rows = facts.iter().chain(whole).map(row).collect();
    (heads, rows)
}

fn share(fact: &Fact, whole: &Ratio) -> String {
    fact.exact.as_ref().and_then(|exact| exact.div(*whole)).map(percent_text).unwrap_or_default()
}

fn named(fact: &Fact, language: Language) -> Item {
    Item::new("th", "").with("scope", "row").text(fact.label.get(language))
}

fn valued(fact: &Fact, language: Language) -> Item {
    Item::new("td", "").item(number(fact, fact.show(language)))
}

fn nodes(hierarchy: &Hierarchy, language: Language) -> Rows {
    let mut heads: Vec<String> =
        hierarchy.levels.first().map(|(_, name)| name.get(language).to_owned()).into_iter().collect();
    heads.extend(say(&[locale::NAME, locale::STAGE, locale::PARTNERS, locale::FIGURES], language));
    let mut rows = Vec::new();
    for root in &hierarchy.roots {
        for leaf in root.leaves() {
            rows.push(vec![
                Item::new("td", "").text(root.name.get(language)),
                Item::new("th", "").with("scope", "row").text(leaf.name.get(language)),
                Item::new("td", "").text(stage(leaf, language)),
                Item::new("td", "").text(partners(leaf, language)),
                figures(leaf, language),
            ]);
        }
    }
    (heads, rows)
}

/// The stage as the source prints it, or as its class in another language.
pub(super) fn stage(node: &Node, language: Language) -> String {
    node.stage.as_ref().map_or_else(String::new, |(class, verb)| match language {
        Language::Zh => verb.clone(),
        Language::En => super::figure::stage_name(*class).get(language).to_owned(),
    })
}

/// The partners with their homes, where the source states them.
pub(super) fn partners(node: &Node, language: Language) -> String {
    let names: Vec<String> = node
        .organizations
        .iter()
        .map(|organization| {
            let name = organization.name.get(language);
            match &organization.home {
                Some((home, _)) => {
                    [name, language.pick("（", " ("), home.name.get(language), language.pick("）", ")")].concat()
                }
                None => name.to_owned(),
            }
        })
        .collect();
    names.join(language.pick("、", "; "))
}

/// The sums and capacities of a node, or that its sum is not stated.
pub(super) fn figures(node: &Node, language: Language) -> Item {
    if node.facts.is_empty() {
        return Item::new("td", "").text(locale::NO_SUM.get(language));
    }
    let mut children = Vec::new();
    for (place, fact) in node.facts.iter().enumerate() {
        if place > 0 {
            children.push(Child::Text(language.pick("，", ", ").to_owned()));
        }
        children.push(Child::Item(number(fact, fact.show(language))));
    }
    Item::new("td", "").children(keep_together(children))
}
