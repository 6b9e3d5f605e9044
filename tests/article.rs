//! The sample article says every fact of the document, with its own citations holding.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use news_explainer::citation;
use news_explainer::locale::Language;
use news_explainer::page::{Nature, Page};
use news_explainer::read_json;
use std::fs;

fn file(name: &str) -> String {
    fs::read_to_string(format!("{}/documents/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn page() -> Page {
    let (document, _) = read_json::read(&file("shanxi-zones.json")).unwrap();
    Page::check(&document).0
}

#[test]
fn every_stated_fact_is_cited_in_the_sample_article_and_found_there() {
    let article = file("shanxi-zones.article.txt");
    let page = page();
    let mut found = 0;
    for fact in page.facts.iter().filter(|fact| !matches!(fact.nature, Nature::Derived { .. })) {
        let own: Vec<_> = fact.cites.iter().filter(|cite| cite.source.own).collect();
        assert!(!own.is_empty(), "{} has no citation in the article", fact.id);
        for cite in own {
            if let Err(why) = citation::find(&article, &cite.quote) {
                panic!("{}: “{}” is not found in the article: {why:?}", fact.id, cite.quote.exact);
            }
            found += 1;
        }
    }
    assert!(found >= 70, "{found}");
}

#[test]
fn a_changed_digit_in_the_article_lets_its_citation_go() {
    let article = file("shanxi-zones.article.txt");
    let page = page();
    let fact = page.fact("infra").unwrap();
    let cite = fact.cites.iter().find(|cite| cite.source.own).unwrap();
    assert!(article.contains("179.94"));
    assert!(citation::find(&article.replace("179.94", "179.95"), &cite.quote).is_err());
}

#[test]
fn the_story_counts_thirty_five_projects_in_six_sectors_and_adds_only_what_is_stated() {
    let page = page();
    let sectors = &page.hierarchies[0].roots;
    assert_eq!(sectors.len(), 6);
    assert_eq!(sectors.iter().map(|sector| sector.leaves().len()).sum::<usize>(), 35);
    let sum = page.fact("known_sums").unwrap();
    assert_eq!(sum.exact.unwrap().to_f64(), 27.5e8);
}

#[test]
fn the_document_that_the_readme_shows_has_no_problem() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let example = readme.split("```json").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let (document, unknown) = read_json::read(example).unwrap();
    let messages: Vec<String> = unknown
        .iter()
        .chain(&Page::check(&document).1)
        .map(|problem| format!("{}: {}", problem.path, problem.message(Language::En)))
        .collect();
    assert!(messages.is_empty(), "{messages:?}");
}
