//! Something wrong in a document: what, where, why, and what to do about it.

use super::code::Code;
use super::proof;
pub use super::proof::Word;
use crate::locale::Language;
use crate::ordered::sort;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The document may not be published like this.
    Error,
    /// It may, but somebody should look.
    Warning,
}

impl Level {
    /// The word used in machine-readable output.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
        }
    }
}

/// One thing that is wrong in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub level: Level,
    /// What kind of problem.
    pub code: Code,
    /// Where it is: `facts[12].cite[0].exact`; empty for the whole document.
    pub path: String,
    /// The fact concerned.
    pub fact: Option<String>,
    /// Id of the list entry that the path leads to, where it has one.
    pub entry: Option<String>,
    /// What the message is about, in the order of its gaps.
    pub(super) words: Vec<Word>,
}

impl Problem {
    /// A problem outside any list entry, as the reading of the JSON text finds it.
    pub fn new(code: Code, path: String, words: Vec<Word>) -> Problem {
        Problem { level: code.level(), code, path, fact: None, entry: None, words }
    }

    /// What is wrong, in a sentence that names the entry.
    pub fn message(&self, language: Language) -> String {
        proof::message(self, language)
    }

    /// What to do about it, in a sentence.
    pub fn hint(&self, language: Language) -> String {
        proof::hint(self, language)
    }
}

/// A step of a path, and the steps before it; becomes text only when there is a problem. Its functions are called
/// hundreds of times: inlined, they would be a tenth of the check.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<'a> {
    up: Option<&'a At<'a>>,
    step: Step<'a>,
    entry: Option<&'a str>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Field(&'a str),
    Index(usize),
}

impl<'a> At<'a> {
    /// A field of the document itself.
    pub(super) fn top(field: &'a str) -> At<'a> {
        At { up: None, step: Step::Field(field), entry: None }
    }

    /// A field of what is here.
    #[inline(never)]
    pub(super) fn field<'b>(&'b self, field: &'b str) -> At<'b> {
        At { up: Some(self), step: Step::Field(field), entry: self.entry }
    }

    /// An element of the list that is here.
    #[inline(never)]
    pub(super) fn index(&self, index: usize) -> At<'_> {
        At { up: Some(self), step: Step::Index(index), entry: self.entry }
    }

    /// The same place, now that the entry's id is known.
    #[inline(never)]
    pub(super) fn named<'b>(&'b self, id: &'b str) -> At<'b> {
        At { up: self.up, step: self.step, entry: Some(id) }
    }

    fn root(&self) -> &str {
        let mut at = self;
        while let Some(up) = at.up {
            at = up;
        }
        match at.step {
            Step::Field(field) => field,
            Step::Index(_) => "",
        }
    }

    fn path(&self) -> String {
        let mut steps = vec![self.step];
        let mut at = self;
        while let Some(up) = at.up {
            at = up;
            steps.push(at.step);
        }
        let mut path = String::new();
        for step in steps.iter().rev() {
            match step {
                Step::Field(field) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(field);
                }
                Step::Index(index) => {
                    path.push('[');
                    path.push_str(&index.to_string());
                    path.push(']');
                }
            }
        }
        path
    }
}

/// The problems found so far, with their place in the document.
#[derive(Debug, Default)]
pub(super) struct Problems {
    list: Vec<Problem>,
}

/// No more than this many are kept: nobody reads further, and memory is the reader's.
const MOST: usize = 10_000;

impl Problems {
    /// Notes a problem.
    pub(super) fn add(&mut self, code: Code, at: &At<'_>, words: &[Word]) {
        if self.list.len() >= MOST {
            return;
        }
        let entry = at.entry.filter(|id| !id.is_empty()).map(str::to_owned);
        let fact = entry.clone().filter(|_| matches!(at.root(), "facts" | "corrections"));
        self.list.push(Problem { level: code.level(), code, path: at.path(), fact, entry, words: words.to_vec() });
    }

    /// All of them, in the order of the document.
    pub(super) fn in_document_order(mut self) -> Vec<Problem> {
        in_document_order(&mut self.list);
        self.list
    }
}

/// The fields of a document in their order.
const FIELDS: [&str; 18] = [
    "",
    "$schema",
    "format",
    "id",
    "languages",
    "kicker",
    "title",
    "lead",
    "sources",
    "places",
    "organizations",
    "facts",
    "relations",
    "hierarchies",
    "tables",
    "left_out",
    "corrections",
    "story",
];

/// The rank of a top-level field, and every index on the way down.
fn place(path: &str, found: usize) -> Place {
    let root = path.split(['.', '[']).next().unwrap_or_default();
    let rank = FIELDS.iter().position(|field| *field == root).unwrap_or(FIELDS.len());
    let indexes = path.split('[').skip(1).filter_map(|rest| rest.split(']').next()?.parse().ok()).collect();
    (rank, indexes, found)
}

/// The rank of the top-level field, the indexes on the way down, and the order of finding.
type Place = (usize, Vec<usize>, usize);

/// Sorts problems of several origins into the order of the document.
pub fn in_document_order(problems: &mut Vec<Problem>) {
    // Problems of one place keep the order in which they were found.
    let mut placed: Vec<(Place, Problem)> =
        problems.drain(..).enumerate().map(|(found, problem)| (place(&problem.path, found), problem)).collect();
    sort(&mut placed, |a, b| a.0 < b.0);
    problems.extend(placed.into_iter().map(|(_, problem)| problem));
}
