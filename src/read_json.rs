//! Reading a document strictly, as the command line and the desk do: with line numbers, unknown fields and
//! keys written twice. The reader's page reads with the browser's own parser and has none of this.

use crate::document::Document;
use crate::locale::Language;
use crate::page::{Code, Problem, Why, Word};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
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
    let mut unknown = |path: serde_ignored::Path<'_>| {
        let (path, field) = path_text(&path);
        problems.push(Problem::new(Code::UnknownField, path, vec![Word::Plain(field)]));
    };
    let document = serde_path_to_error::deserialize(serde_ignored::Deserializer::new(value, &mut unknown)).map_err(|error| {
        let path = Some(error.path().to_string()).filter(|path| path != ".").unwrap_or_default();
        Problem::new(Code::UnreadableEntry, path, vec![Word::Reason(error.into_inner().to_string())])
    })?;
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

/// The path in our own form, and the last field of it.
fn path_text(path: &serde_ignored::Path<'_>) -> (String, String) {
    let mut steps = Vec::new();
    let mut field = String::new();
    let mut next = path;
    loop {
        next = match next {
            serde_ignored::Path::Root => break,
            serde_ignored::Path::Seq { parent, index } => {
                steps.push(["[", &index.to_string(), "]"].concat());
                parent
            }
            serde_ignored::Path::Map { parent, key } => {
                if field.is_empty() {
                    field.clone_from(key);
                }
                steps.push([".", key].concat());
                parent
            }
            serde_ignored::Path::Some { parent } | serde_ignored::Path::NewtypeStruct { parent } | serde_ignored::Path::NewtypeVariant { parent } => parent,
        };
    }
    steps.reverse();
    (steps.concat().trim_start_matches('.').to_owned(), field)
}

/// Where the reading is, and the keys that were found twice.
struct State {
    path: String,
    problems: Vec<Problem>,
}

/// Builds the tree of values; serde_json's own would let the last of two equal keys win silently.
struct Tree<'s>(&'s mut State);

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;
    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }
    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }
    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Number::from_f64(number).map(Value::Number).ok_or_else(|| E::custom("number out of range"))
    }
    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }
    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        let length = self.0.path.len();
        loop {
            self.0.path.push_str(&["[", &values.len().to_string(), "]"].concat());
            let value = list.next_element_seed(Tree(self.0))?;
            self.0.path.truncate(length);
            let Some(value) = value else { return Ok(Value::Array(values)) };
            values.push(value);
        }
    }
    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        let length = self.0.path.len();
        while let Some(key) = object.next_key::<String>()? {
            if length > 0 {
                self.0.path.push('.');
            }
            self.0.path.push_str(&key);
            if fields.contains_key(&key) {
                self.0.problems.push(Problem::new(Code::DuplicateKey, self.0.path.clone(), vec![Word::plain(&key)]));
            }
            let value = object.next_value_seed(Tree(self.0))?;
            self.0.path.truncate(length);
            fields.insert(key, value);
        }
        Ok(Value::Object(fields))
    }
}
