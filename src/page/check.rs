//! The whole check, list by list: each needs only what the lists before it made.

use super::checker::Checker;
use super::code::Code;
use super::problem::{At, Problem, Problems, Word};
use super::proof::{Allowed, Names};
use super::words::Numbers;
use super::{Page, fact, hierarchy, lists, relation, story, table};
use crate::document::Document;
use crate::locale::Language;

/// The only version of the format so far.
const FORMAT: u32 = 1;

/// What is sound of a document, and what is not.
pub(super) fn check(document: &Document) -> (Page, Vec<Problem>) {
    let mut checker = Checker { languages: vec![Language::Zh], problems: Problems::default() };
    if document.format != FORMAT {
        checker.add(
            Code::UnsupportedFormat,
            &At::top("format"),
            &[Word::count(usize::try_from(document.format).unwrap_or(usize::MAX))],
        );
        return (Page { languages: checker.languages, ..Page::default() }, checker.problems.in_document_order());
    }
    languages(&mut checker, document);
    let mut page = Page { languages: checker.languages.clone(), ..Page::default() };
    if let Some(id) = &document.id
        && checker.id_form(id, &At::top("id"))
    {
        page.id.clone_from(id);
    }
    let (sources, known_sources) = lists::sources(&mut checker, document);
    let (places, known_places) = lists::places(&mut checker, document, &known_sources);
    let (organizations, known_organizations) =
        lists::organizations(&mut checker, document, &known_sources, &known_places);
    let shapes = hierarchy::shapes(&mut checker, document);
    let (facts, known_facts) = fact::facts(&mut checker, document, &shapes, &known_sources);
    let references =
        hierarchy::References { facts: &known_facts, organizations: &known_organizations, sources: &known_sources };
    let (hierarchies, known_hierarchies) = hierarchy::hierarchies(&mut checker, document, &shapes, &references);
    let (tables, known_tables) = table::tables(&mut checker, document, &known_sources);
    page.relations = relation::relations(&mut checker, document, &known_facts);
    page.left_out = lists::left_out(&mut checker, document, &known_sources);
    page.corrections = lists::corrections(&mut checker, document, &known_facts);
    let names = Names::of(&sources, &places, &organizations, &hierarchies);
    let numbers = Numbers { facts: &known_facts, allowed: Allowed::of(&names, &[]) };
    page.kicker = checker.words(&document.kicker, &At::top("kicker"), &numbers);
    page.title = checker.words(&document.title, &At::top("title"), &numbers);
    page.lead = checker.words(&document.lead, &At::top("lead"), &numbers);
    if document.title.is_none() {
        checker.add(Code::MissingText, &At::top("title"), &[]);
    }
    let references = story::References {
        facts: &known_facts,
        hierarchies: &known_hierarchies,
        tables: &known_tables,
        names: &names,
    };
    page.story = story::story(&mut checker, document, &references);
    (page.sources, page.places, page.organizations) = (sources, places, organizations);
    (page.facts, page.hierarchies, page.tables) = (facts, hierarchies, tables);
    (page, checker.problems.in_document_order())
}

/// The languages of the document, first one first; Chinese where it names none that we speak.
fn languages(checker: &mut Checker, document: &Document) {
    let list = At::top("languages");
    let mut languages = Vec::new();
    for (index, tag) in document.languages.iter().enumerate().take(10) {
        let known = [Language::Zh, Language::En].into_iter().find(|language| language.tag() == tag);
        match known {
            None => checker.add(Code::UnknownLanguage, &list.index(index), &[Word::clipped(tag)]),
            Some(language) if languages.contains(&language) => {
                checker.add(Code::DuplicateId, &list.index(index), &[Word::plain(tag)])
            }
            Some(language) => languages.push(language),
        }
    }
    if document.languages.is_empty() {
        checker.add(Code::MissingField, &list, &[Word::plain("languages")]);
    }
    if !languages.is_empty() {
        checker.languages = languages;
    }
}
