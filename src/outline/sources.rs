//! Naming sources: under a picture, in the ledger, on a card.

use crate::locale::{self, Language};
use crate::page::{Block, Content, Page, Source};
use std::rc::Rc;

/// The line under a picture: its sources, and what is our own arithmetic.
pub(super) fn line(page: &Page, block: &Block, language: Language) -> String {
    let mut named: Vec<&Rc<Source>> = Vec::new();
    let mut cited: Vec<&Rc<Source>> =
        block.facts().iter().filter_map(|fact| fact.cites.first()).map(|cite| &cite.source).collect();
    if let Content::Map(hierarchy) = &block.content {
        let nodes = hierarchy.roots.iter().flat_map(|root| root.leaves());
        cited.extend(nodes.filter_map(|node| node.cites.first()).map(|cite| &cite.source));
    }
    for source in cited {
        if !named.iter().any(|one| one.id == source.id) {
            named.push(source);
        }
    }
    if named.iter().any(|source| !source.own) {
        named.retain(|source| !source.own);
    }
    if named.is_empty() {
        named.extend(page.sources.first());
    }
    let names: Vec<String> = named.iter().map(|source| name(source, language)).collect();
    let mut line =
        [locale::SOURCE.get(language), language.pick("：", ": "), &names.join(language.pick("、", "; "))].concat();
    let remark = match &block.content {
        Content::Bars { whole: Some(_), .. } | Content::Parts { .. } | Content::Columns(_) => {
            Some(locale::OUR_ARITHMETIC)
        }
        Content::Map(_) => Some(locale::OUR_COUNT),
        _ => None,
    };
    if let Some(remark) = remark {
        line.push_str(language.pick("；", "; "));
        line.push_str(remark.get(language));
    }
    line
}

/// Publisher and title of a source.
pub(super) fn name(source: &Source, language: Language) -> String {
    let publisher = source.publisher.get(language);
    match &source.title {
        Some(title) => language.pick(
            ["《", publisher, "》", title.get(language)].concat(),
            [publisher, ", ", title.get(language)].concat(),
        ),
        None => language.pick(["《", publisher, "》"].concat(), publisher.to_owned()),
    }
}

/// The same with byline and date, for a card.
pub(super) fn full_name(source: &Source, language: Language) -> String {
    let mut words = name(source, language);
    for part in [
        source.byline.as_ref().map(|byline| byline.get(language).to_owned()),
        source.date.clone(),
        source.page.as_ref().map(|page| page.get(language).to_owned()),
    ]
    .into_iter()
    .flatten()
    {
        words.push_str(language.pick("，", ", "));
        words.push_str(&part);
    }
    if source.inferred {
        words.push_str(locale::DATE_INFERRED.get(language));
    }
    words
}
