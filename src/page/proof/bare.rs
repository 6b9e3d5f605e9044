//! Numbers that stand bare in a text: digits, Chinese numerals and English number words.

use super::Word;
use crate::page::checker::Checker;
use crate::page::code::Code;
use crate::page::problem::At;
use crate::page::{Hierarchy, Label, Node, Organization, Place, Source};
use crate::quantity::{Ratio, Value, numerals_in};
use std::rc::Rc;

/// A number found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bare {
    /// As it stands there.
    text: String,
    /// What it says, where that is a number: 数十 and dozens are none.
    value: Option<Ratio>,
}

/// Names that hold a numeral: 众禾壹心, 三一重工, Phase Two. They may stand in a text as they are.
#[derive(Clone, Debug, Default)]
pub(in crate::page) struct Names {
    names: Vec<String>,
}

impl Names {
    /// The names in a document that hold a numeral.
    pub(in crate::page) fn of(
        sources: &[Rc<Source>],
        places: &[Rc<Place>],
        organizations: &[Rc<Organization>],
        hierarchies: &[Rc<Hierarchy>],
    ) -> Names {
        let mut labels: Vec<&Label> = Vec::new();
        labels.extend(sources.iter().flat_map(|source| source.title.iter().chain([&source.publisher])));
        labels.extend(places.iter().map(|place| &place.name));
        labels.extend(
            organizations.iter().flat_map(|organization| organization.short.iter().chain([&organization.name])),
        );
        let mut nodes: Vec<&Node> = hierarchies.iter().flat_map(|hierarchy| &hierarchy.roots).collect();
        while let Some(node) = nodes.pop() {
            labels.extend([&node.name, &node.short]);
            nodes.extend(&node.children);
        }
        let none = Names::default();
        let names = labels.into_iter().flat_map(|label| [&label.zh, &label.en]);
        // A name that is nothing but a number would excuse that number everywhere.
        let holds = |name: &&String| {
            numbers(name, &none).iter().any(|number| number.text.chars().count() < name.chars().count())
        };
        let names: Vec<String> = names.filter(holds).cloned().collect();
        // Repeated names are tried twice, which costs less than sorting them.
        Names { names }
    }

    /// True where the bytes lie within one of the names.
    fn cover(&self, text: &str, start: usize, end: usize) -> bool {
        self.names
            .iter()
            .any(|name| text.match_indices(name.as_str()).any(|(at, name)| at <= start && end <= at + name.len()))
    }
}

/// Numbers that may stand in a text although they are no facts.
pub(in crate::page) struct Allowed<'a> {
    /// Those inside names, such as those of companies.
    names: &'a Names,
    /// Those of the block's claim.
    literals: &'a [Ratio],
}

impl<'a> Allowed<'a> {
    /// The numbers inside names, and those of a claim.
    pub(in crate::page) fn of(names: &'a Names, literals: &'a [Ratio]) -> Allowed<'a> {
        Allowed { names, literals }
    }
}

/// True where every number in a text is one of the claim's or inside a name; reports the others.
pub(in crate::page) fn no_bare_number(checker: &mut Checker, text: &str, at: &At<'_>, allowed: &Allowed<'_>) -> bool {
    let mut is_sound = true;
    for number in numbers(text, allowed.names) {
        if number.value.is_none_or(|value| !allowed.literals.contains(&value)) {
            is_sound = false;
            checker.add(Code::BareNumber, at, &[Word::Plain(number.text), Word::clipped(text)]);
        }
    }
    is_sound
}

/// Words in which a numeral counts nothing.
const NO_NUMBERS: [&str; 4] = ["第三方", "third-party", "third party", "third parties"];

/// English words for parts of a whole.
const PARTS: [(&str, i64); 10] = [
    ("hal", 2),
    ("third", 3),
    ("quarter", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("hundredth", 100),
];

/// The numbers in a text, in order, without those inside names; a lone 一 and "one" are free.
fn numbers(text: &str, names: &Names) -> Vec<Bare> {
    let mut found: Vec<(usize, usize, Option<Ratio>)> = Vec::new();
    for (start, end, value) in numerals_in(text) {
        let after = text.get(end..).unwrap_or_default();
        let sign = ["%", "％", "成"].iter().find(|sign| after.starts_with(**sign));
        let end = end + sign.map_or(0, |sign| sign.len());
        let words = text.get(start..end).unwrap_or_default();
        let read = Value::read(words).ok().and_then(|value| value.quantity()).map(|quantity| quantity.ratio());
        let value = read.or(value.map(Ratio::from));
        let Some(below) = part(words) else {
            found.push((start, end, value));
            continue;
        };
        // Three quarters are one number, not two.
        let above = found.pop_if(|(_, before, _)| *before + 1 == start);
        let number = above.map_or(Some(Ratio::ONE), |(_, _, number)| number);
        found.push((above.map_or(start, |(start, _, _)| start), end, number.and_then(|number| number.div(below))));
    }
    let lower = text.to_ascii_lowercase();
    let is_word = |start: usize, end: usize| {
        NO_NUMBERS.iter().any(|word| lower.match_indices(word).any(|(at, word)| at <= start && end <= at + word.len()))
    };
    found.retain(|(start, end, _)| !names.cover(text, *start, *end) && !is_word(*start, *end));
    let bare = found
        .into_iter()
        .filter_map(|(start, end, value)| Some(Bare { text: text.get(start..end)?.to_owned(), value }));
    bare.collect()
}

/// Into how many parts an English word divides.
fn part(word: &str) -> Option<Ratio> {
    let word = word.to_ascii_lowercase();
    PARTS
        .iter()
        .find(|(part, _)| word.strip_prefix(part).is_some_and(|rest| matches!(rest, "" | "s" | "f" | "ves")))
        .map(|(_, below)| Ratio::from_i64(*below))
}
