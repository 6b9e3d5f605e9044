//! Reading a document strictly, as the command line and the desk do: with line numbers, unknown fields and
//! keys written twice. The reader's page reads with the browser's own parser and has none of this.

use crate::document::Document;
use crate::locale::Language;
use crate::page::{Code, Problem, Why, Word};
use crate::raw::Raw;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// Most bytes of a document.
const BYTES: usize = 10_000_000;
/// Deepest nesting of a document.
const DEPTH: usize = 64;

/// Reads a document and reports what [`Page::check`](crate::page::Page::check) cannot see any more.
///
/// # Errors
/// One problem, where the text is no JSON, too large, or has a wrong type outside any list entry.
pub fn read(text: &str) -> Result<(Document, Vec<Problem>), Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > BYTES {
        return Err(too_much(text.len(), Why::Bytes, BYTES));
    }
    let depth = depth(text);
    if depth > DEPTH {
        return Err(too_much(depth, Why::Nested, DEPTH));
    }
    let mut state = State { path: String::new(), problems: Vec::new() };
    let mut json = serde_json::Deserializer::from_str(text);
    let value = Tree(&mut state).deserialize(&mut json).and_then(|value| json.end().map(|()| value));
    let value = value.map_err(|error| not_json(&error))?;
    let mut problems = state.problems;
    let (document, unknown) = Document::read(value)
        .map_err(|(path, reason)| Problem::new(Code::UnreadableEntry, path, vec![Word::Reason(reason)]))?;
    for path in unknown {
        let field = path.rsplit_once('.').map_or(path.as_str(), |(_, field)| field).to_owned();
        problems.push(Problem::new(Code::UnknownField, path, vec![Word::Plain(field)]));
    }
    crate::page::in_document_order(&mut problems);
    Ok((document, problems))
}

/// The problems as the command line gives them to other programs.
pub fn problems_json(problems: &[Problem], language: Language) -> String {
    let list: Vec<Value> = problems
        .iter()
        .map(|problem| {
            serde_json::json!({
                "level": problem.level.as_str(),
                "code": problem.code.as_str(),
                "path": problem.path,
                "fact": problem.fact,
                "message": problem.message(language),
                "hint": problem.hint(language),
            })
        })
        .collect();
    serde_json::json!({ "problems": list }).to_string()
}

fn too_much(found: usize, unit: Why, most: usize) -> Problem {
    Problem::new(Code::Overlong, String::new(), vec![Word::count(found), Word::Why(unit), Word::count(most)])
}

fn not_json(error: &serde_json::Error) -> Problem {
    let reason = error.to_string();
    let reason = reason.rsplit_once(" at line ").map_or(reason.as_str(), |(reason, _)| reason).to_owned();
    let words = vec![Word::count(error.line()), Word::count(error.column()), Word::Reason(reason)];
    Problem::new(Code::NotJson, String::new(), words)
}

/// How deep brackets are nested outside of strings.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut is_string, mut is_escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_string => is_escaped = true,
            b'"' => is_string = !is_string,
            b'[' | b'{' if !is_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !is_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Where the reading is, and the keys that were found twice.
struct State {
    path: String,
    problems: Vec<Problem>,
}

/// Builds the tree of values; serde_json's own would let the last of two equal keys win silently.
struct Tree<'s>(&'s mut State);

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Raw;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Raw;
    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }
    fn visit_bool<E>(self, truth: bool) -> Result<Raw, E> {
        Ok(Raw::Flag(truth))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Raw, E> {
        Ok(Raw::Number(number as f64))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Raw, E> {
        Ok(Raw::Number(number as f64))
    }
    fn visit_f64<E>(self, number: f64) -> Result<Raw, E> {
        Ok(Raw::Number(number))
    }
    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }
    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }
    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Raw, A::Error> {
        let mut values = Vec::new();
        let length = self.0.path.len();
        loop {
            self.0.path.push_str(&["[", &values.len().to_string(), "]"].concat());
            let value = list.next_element_seed(Tree(self.0))?;
            self.0.path.truncate(length);
            let Some(value) = value else { return Ok(Raw::List(values)) };
            values.push(value);
        }
    }
    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Raw, A::Error> {
        let mut fields: Vec<(String, Raw)> = Vec::new();
        let length = self.0.path.len();
        while let Some(key) = object.next_key::<String>()? {
            if length > 0 {
                self.0.path.push('.');
            }
            self.0.path.push_str(&key);
            if fields.iter().any(|(one, _)| *one == key) {
                self.0.problems.push(Problem::new(Code::DuplicateKey, self.0.path.clone(), vec![Word::plain(&key)]));
            }
            let value = object.next_value_seed(Tree(self.0))?;
            self.0.path.truncate(length);
            fields.push((key, value));
        }
        Ok(Raw::Object(fields))
    }
}
