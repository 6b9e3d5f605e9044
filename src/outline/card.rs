//! The card of a number or of a project: what it is, and who says so.

use super::{Item, figure, ledger, number, sources, table};
use crate::document::Basis;
use crate::locale::{self, Language, Phrase};
use crate::page::{Fact, Nature, Node, Page};
use crate::scene::Target;
use crate::state::Open;

/// The open card.
pub(super) fn card(page: &Page, open: &Open, language: Language) -> Item {
    let (title, body) = match &open.target {
        Target::Fact(id) => (
            locale::CARD.get(language).to_owned(),
            page.fact(id).map(|fact| fact_body(page, fact, language)).unwrap_or_default(),
        ),
        Target::Node(hierarchy, id) => match page.node(hierarchy, id) {
            Some((root, node)) => {
                (level_name(page, hierarchy, root, node, language), node_body(hierarchy, root, node, language))
            }
            None => (String::new(), Vec::new()),
        },
    };
    let close = Item::new("button", "ne-x").with("data-close", "").with("aria-label", locale::CLOSE.get(language));
    let head = Item::new("div", "ne-top").item(Item::new("span", "").text(title.as_str())).item(close.text("×"));
    let card = Item::new("div", "ne-card").with("role", "dialog").with("aria-label", title).with("tabindex", "-1");
    card.item(head).items(body)
}

/// What a node of its level is called: the first level's name for a root, the last one's for a leaf.
fn level_name(page: &Page, hierarchy: &str, root: &Node, node: &Node, language: Language) -> String {
    let levels = page.hierarchies.iter().find(|one| one.id == hierarchy).map(|hierarchy| hierarchy.levels.as_slice());
    let levels = levels.unwrap_or_default();
    let level = match node.id == root.id {
        true => levels.first(),
        false if node.children.is_empty() => levels.last(),
        false => levels.get(1),
    };
    level.map(|(_, name)| name.get(language).to_owned()).unwrap_or_default()
}

fn fact_body(page: &Page, fact: &Fact, language: Language) -> Vec<Item> {
    let mut body = vec![
        Item::new("p", "ne-big").text(fact.show(language)),
        Item::new("p", "ne-what").text(fact.label.get(language)),
    ];
    for cite in &fact.cites {
        let fragment = ledger::quotation(cite);
        body.push(Item { tag: "blockquote", class: "ne-frag", ..fragment });
        body.push(Item::new("p", "ne-from").text(sources::full_name(&cite.source, language)));
    }
    let nature = match &fact.nature {
        Nature::Basis(Basis::Stated) => locale::STATED,
        Nature::Basis(Basis::Inferred) => locale::INFERRED,
        Nature::Basis(Basis::Counted) => locale::COUNTED,
        Nature::Derived { .. } => locale::DERIVED,
    };
    let mut rows = Rows::new(language);
    rows.row(locale::NATURE, nature.get(language));
    if let Some(equation) = fact.equation(language) {
        rows.row(locale::EQUATION, &equation);
    }
    if let Some(scope) = &fact.scope {
        rows.row(locale::SCOPE, scope.get(language));
    }
    if let Some(as_of) = &fact.as_of {
        let inferred = if fact.as_of_inferred { locale::DATE_INFERRED.get(language) } else { "" };
        rows.row(locale::AS_OF, &[as_of.as_str(), inferred].concat());
    }
    if let Some(speaker) = &fact.speaker {
        rows.row(locale::SPEAKER, speaker.get(language));
    }
    if let Some((by, on)) = &fact.checked {
        rows.row(locale::CHECKED, &[by.as_str(), " ", on].concat());
    }
    if let Some(note) = &fact.note {
        rows.row(locale::NOTE, note.get(language));
    }
    body.push(rows.list);
    body.extend(page.disagreements(&fact.id).map(|relation| figure::conflict(relation, language)));
    body
}

fn node_body(hierarchy: &str, root: &Node, node: &Node, language: Language) -> Vec<Item> {
    let mut body = vec![Item::new("h4", "ne-name").text(node.name.get(language))];
    let mut rows = Rows::new(language);
    if node.children.is_empty() {
        rows.row(locale::STAGE, &table::stage(node, language));
        rows.row(locale::PARTNERS, &table::partners(node, language));
        for (place, fact) in node.facts.iter().enumerate() {
            let name = if place == 0 { locale::FIGURES } else { Phrase::default() };
            let value = Item::new("dd", "").item(number(fact, fact.show(language)));
            rows.push(name, value.text(" ").text(fact.label.get(language)));
        }
        if node.facts.is_empty() {
            rows.row(locale::FIGURES, locale::NO_SUM.get(language));
        }
    } else {
        let list =
            Item::new("ul", "ne-leaves").items(node.children.iter().map(|child| leaf(hierarchy, child, language)));
        body.push(list);
    }
    if let Some(note) = &node.note {
        rows.row(locale::NOTE, note.get(language));
    }
    if node.id != root.id {
        body.insert(0, Item::new("p", "ne-of").text(root.name.get(language)));
    }
    body.push(rows.list);
    for cite in node.cites.iter().take(1) {
        body.push(Item { tag: "blockquote", class: "ne-frag", ..ledger::quotation(cite) });
        body.push(Item::new("p", "ne-from").text(sources::full_name(&cite.source, language)));
    }
    body
}

fn leaf(hierarchy: &str, node: &Node, language: Language) -> Item {
    let button = Item::new("button", "ne-row")
        .opens(Target::Node(hierarchy.to_owned(), node.id.clone()))
        .item(Item::new("b", "").text(node.name.get(language)))
        .item(Item::new("span", "").text(table::stage(node, language)));
    let mut item = Item::new("li", "").item(button);
    for fact in &node.facts {
        item = item.text(" ").item(number(fact, fact.show(language)));
    }
    item
}

/// Pairs of name and value; an empty value makes no row.
struct Rows {
    list: Item,
    language: Language,
}

impl Rows {
    fn new(language: Language) -> Rows {
        Rows { list: Item::new("dl", "ne-kv"), language }
    }

    fn row(&mut self, name: Phrase, value: &str) {
        if !value.is_empty() {
            self.push(name, Item::new("dd", "").text(value));
        }
    }

    fn push(&mut self, name: Phrase, value: Item) {
        let list = std::mem::take(&mut self.list);
        self.list = list.item(Item::new("dt", "").text(name.get(self.language))).item(value);
    }
}
