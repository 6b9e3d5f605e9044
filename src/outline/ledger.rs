//! The ledger: every fact with its value and where it is said.

use super::{Item, number, sources};
use crate::locale::{self, Language};
use crate::page::{Citation, Fact, Nature, Page};

/// All facts, closed at first; a reader without script opens it, a printed page shows it.
pub(super) fn ledger(page: &Page, language: Language) -> Item {
    let count = page.facts.len().to_string();
    let title = [locale::LEDGER.get(language), language.pick("（", " ("), &count, language.pick("）", ")")].concat();
    let list = Item::new("ol", "ne-facts").items(page.facts.iter().map(|fact| entry(page, fact, language)));
    let mut sources = Item::new("ol", "ne-sources");
    for source in &page.sources {
        let mut item = Item::new("li", "").text(sources::full_name(source, language));
        if let Some(url) = &source.url {
            item = item.text(" ").item(
                Item::new("a", "").with("href", url.clone()).with("rel", "noopener noreferrer").text(url.clone()),
            );
        }
        sources = sources.item(item);
    }
    Item::new("details", "ne-ledger").item(Item::new("summary", "ne-sum").text(title)).item(list).item(sources)
}

fn entry(page: &Page, fact: &Fact, language: Language) -> Item {
    let item = Item::new("li", "")
        .with("id", anchor(page, &fact.id))
        .item(number(fact, fact.show(language)))
        .text(" ")
        .text(fact.label.get(language));
    let item = match fact.cites.first() {
        Some(cite) => item.text(" ").item(quotation(cite)),
        None => item,
    };
    let origin = match (&fact.nature, fact.cites.first()) {
        (Nature::Derived { .. }, _) => {
            fact.equation(language).unwrap_or_else(|| locale::DERIVED.get(language).to_owned())
        }
        (_, Some(cite)) => short_name(page, cite),
        _ => locale::COUNTED.get(language).to_owned(),
    };
    item.text(" ").item(Item::new("small", "").text(origin))
}

/// A source by its number in the list below the ledger.
fn short_name(page: &Page, cite: &Citation) -> String {
    let place = page.sources.iter().position(|source| source.id == cite.source.id).map_or(0, |place| place + 1);
    ["[", &place.to_string(), "]"].concat()
}

/// The id of a fact's entry, for links inside the static face.
pub fn anchor(page: &Page, fact: &str) -> String {
    ["ne-", &page.id, "-", fact].concat()
}

/// The words that hold the number, with a few around them.
pub(super) fn quotation(cite: &Citation) -> Item {
    let mut item = Item::new("q", "");
    if let Some(prefix) = &cite.quote.prefix {
        item = item.text(prefix.as_str());
    }
    item = item.item(Item::new("mark", "").text(cite.quote.exact.as_str()));
    if let Some(suffix) = &cite.quote.suffix {
        item = item.text(suffix.as_str());
    }
    item
}
