//! Every figure of the Shanxi document, altered in every way that a slip of the pen can take, is an error
//! that names it.
#![cfg(feature = "cli")]
#![expect(clippy::expect_used, clippy::panic, reason = "the helpers of a test may stop it")]

use news_explainer::document::{Document, Entry, Fact};
use news_explainer::locale::Language;
use news_explainer::page::{Code, Level, Page, Problem};
use news_explainer::quantity::Value;
use news_explainer::read_json;
use std::sync::OnceLock;

fn shanxi() -> Document {
    static SHANXI: OnceLock<Document> = OnceLock::new();
    let read = || {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/documents/shanxi-zones.json");
        let text = std::fs::read_to_string(path).expect("documents/shanxi-zones.json is part of the project");
        read_json::read(&text).expect("it is JSON").0
    };
    SHANXI.get_or_init(read).clone()
}

fn facts(document: &mut Document) -> impl Iterator<Item = &mut Fact> {
    document.facts.iter_mut().map(|entry| match entry {
        Entry::Read(fact) => fact,
        Entry::Broken { path, reason } => panic!("{path}: {reason}"),
    })
}

fn errors(document: &Document) -> Vec<Problem> {
    let problems = Page::check(document).1;
    problems.into_iter().filter(|problem| problem.level == Level::Error).collect()
}

/// Other digits, one fewer, one more; other units and scale words, and none; other qualifiers, and none.
fn altered(printed: &str) -> Vec<String> {
    let characters: Vec<char> = printed.chars().collect();
    let with = |index: usize, new: &str| -> String {
        characters
            .iter()
            .enumerate()
            .map(|(at, character)| if at == index { new.to_owned() } else { character.to_string() })
            .collect()
    };
    let mut altered = Vec::new();
    for (index, character) in characters.iter().enumerate() {
        if let Some(digit) = character.to_digit(10) {
            for other in (0..10).filter(|other| *other != digit) {
                altered.push(with(index, &other.to_string()));
            }
            altered.push(with(index, ""));
            altered.push(with(index, &format!("{digit}{digit}")));
        }
        let numerals: Vec<char> = "一二三四五六七八九十".chars().collect();
        let value = if *character == '两' { '二' } else { *character };
        if numerals.contains(&value) {
            altered
                .extend(numerals.iter().filter(|other| **other != value).map(|other| with(index, &other.to_string())));
        }
        if *character == '.' {
            altered.push(with(index, ""));
        }
    }
    let units = [
        ("亿", "万"),
        ("亿", ""),
        ("万", "亿"),
        ("万", ""),
        ("万", "千"),
        ("元", "美元"),
        ("元", ""),
        ("%", "个百分点"),
        ("%", "‰"),
        ("%", ""),
        ("家", "个"),
        ("家", ""),
        ("个", "家"),
        ("个", "项"),
        ("个", ""),
        ("人", "户"),
        ("人", ""),
        ("块", "只"),
        ("块", ""),
        ("只", "家"),
        ("只", ""),
        ("吨", "千克"),
        ("吨", "亩"),
        ("平米", "平方公里"),
        ("平米", "亩"),
        ("GWh", "MWh"),
        ("GWh", "GW"),
        ("届", "期"),
        ("第", ""),
        ("大", "个"),
        ("方", "家"),
        ("年底", "年初"),
        ("年底", "年"),
        ("底", "前"),
        ("年", "月"),
        ("年", "个月"),
        ("月", "年"),
        ("月", "日"),
        ("日", ""),
        ("去年", "今年"),
        ("去年", "前年"),
        ("去年", ""),
    ];
    let qualifiers = [
        ("超过", ""),
        ("超过", "不足"),
        ("超过", "约"),
        ("超过", "近"),
        ("不足", ""),
        ("不足", "超过"),
        ("不足", "约"),
        ("余", ""),
        ("约", ""),
    ];
    for (old, new) in units.into_iter().chain(qualifiers) {
        if printed.contains(old) {
            altered.push(printed.replacen(old, new, 1));
        }
    }
    let is_hedged = ["超过", "不足", "余"].iter().any(|hedge| printed.contains(hedge));
    if !is_hedged {
        altered.extend(["约", "近", "超过", "不足", "至少"].map(|hedge| [hedge, printed].concat()));
        altered.extend(["以上", "以下", "左右"].map(|hedge| [printed, hedge].concat()));
    }
    altered.retain(|altered| altered != printed);
    altered
}

/// Alters every fact at once, each in its n-th way, for all n; gives each altered fact with the errors of
/// that document. Facts do not hide each other: what is asked of a fact is an error that names it and
/// quotes what was altered.
fn for_each_alteration(
    texts: impl Fn(&mut Fact) -> Option<&mut String>,
    mut check: impl FnMut(&str, &str, &[Problem]),
) -> usize {
    let mut count = 0;
    for round in 0.. {
        let mut document = shanxi();
        let mut done: Vec<(String, String)> = Vec::new();
        for fact in facts(&mut document) {
            let id = fact.id.clone();
            let Some(text) = texts(fact) else { continue };
            let Some(new) = altered(text).into_iter().nth(round) else { continue };
            text.clone_from(&new);
            done.push((id, new));
        }
        if done.is_empty() {
            break;
        }
        let errors = errors(&document);
        count += done.len();
        for (id, new) in done {
            check(&id, &new, &errors);
        }
    }
    count
}

fn names(problem: &Problem, id: &str) -> bool {
    let in_both = [Language::Zh, Language::En].iter().all(|language| problem.message(*language).contains(id));
    problem.fact.as_deref() == Some(id) && in_both
}

#[test]
fn the_shanxi_document_checks_clean() {
    let problems = Page::check(&shanxi()).1;
    let messages: Vec<String> = problems.iter().map(|problem| problem.message(Language::En)).collect();
    assert!(problems.is_empty(), "{messages:#?}");
}

#[test]
fn every_altered_value_is_an_error_that_names_its_fact() {
    let count = for_each_alteration(
        |fact| fact.value.as_mut(),
        |id, new, errors| {
            let shown = Value::read(new).map_or(new.to_owned(), |value| value.print(Language::Zh));
            let codes = [Code::QuoteDigits, Code::UnreadableValue, Code::DeriveMismatch, Code::InferredWithoutBasis];
            let quotes_it = |problem: &Problem| {
                problem.message(Language::Zh).contains(new) || problem.message(Language::Zh).contains(&shown)
            };
            let found =
                errors.iter().any(|problem| names(problem, id) && codes.contains(&problem.code) && quotes_it(problem));
            assert!(found, "{id}: {new} passed");
        },
    );
    println!("{count} altered values");
    assert!(count > 1500, "{count}");
}

#[test]
fn every_altered_quotation_is_an_error_that_names_its_fact() {
    let mut count = 0;
    for index in 0..3 {
        count += for_each_alteration(
            |fact| fact.cite.get_mut(index).map(|cite| &mut cite.exact),
            |id, new, errors| {
                let path = format!(".cite[{index}].exact");
                let found = errors.iter().any(|problem| names(problem, id) && problem.path.contains(&path));
                assert!(found, "{id}: quotation {index} {new} passed");
            },
        );
    }
    println!("{count} altered quotations");
    assert!(count > 3000, "{count}");
}

#[test]
fn every_altered_as_of_date_is_an_error_that_names_its_fact() {
    let count = for_each_alteration(
        |fact| fact.as_of.as_mut(),
        |id, new, errors| {
            let codes = [Code::UnsupportedAsOf, Code::ImpossibleDate];
            let found = errors.iter().any(|problem| {
                names(problem, id) && codes.contains(&problem.code) && problem.message(Language::Zh).contains(new)
            });
            assert!(found, "{id}: as_of {new} passed");
        },
    );
    println!("{count} altered as-of dates");
    assert!(count > 500, "{count}");
}

#[test]
fn one_figure_altered_alone_makes_the_document_fail() {
    let count = facts(&mut shanxi()).count();
    for index in 0..count {
        let mut document = shanxi();
        let fact = facts(&mut document).nth(index).expect("it is there");
        let id = fact.id.clone();
        let Some(value) = &mut fact.value else { continue };
        *value = altered(value).into_iter().next().expect("a value can be altered");
        let errors = errors(&document);
        assert!(errors.iter().any(|problem| names(problem, &id)), "{id}");
        let others = errors.iter().filter(|problem| {
            problem.fact.as_deref().is_some_and(|fact| fact != id) && problem.code == Code::QuoteDigits
        });
        assert_eq!(others.count(), 0, "{id}");
    }
}

#[test]
fn a_figure_altered_with_all_its_quotations_breaks_its_relations() {
    let document = shanxi();
    let relations: Vec<(String, Vec<String>)> = document
        .relations
        .iter()
        .filter_map(|entry| match entry {
            Entry::Read(relation) if relation.total.is_some() => {
                let ids = relation.facts.iter().chain(&relation.total).cloned();
                Some((relation.id.clone(), ids.collect()))
            }
            _ => None,
        })
        .collect();
    let mut count = 0;
    for (relation, ids) in &relations {
        for id in ids {
            let mut document = shanxi();
            let fact = facts(&mut document).find(|fact| fact.id == *id).expect("it is there");
            let Some(value) = &mut fact.value else { continue };
            let Some(new) = altered(value).into_iter().next() else { continue };
            value.clone_from(&new);
            for cite in &mut fact.cite {
                cite.exact.clone_from(&new);
            }
            let errors = errors(&document);
            let is_named = |problem: &Problem| {
                [Language::Zh, Language::En]
                    .iter()
                    .all(|language| problem.message(*language).contains(relation.as_str()))
            };
            let is_found = errors.iter().any(|problem| problem.code == Code::RelationBroken && is_named(problem));
            let is_counted = errors.iter().any(|problem| problem.code == Code::DeriveMismatch && names(problem, id));
            assert!(is_found || is_counted, "{relation}: {id} {new}");
            count += 1;
        }
    }
    assert!(count >= 7, "{count}");
}
