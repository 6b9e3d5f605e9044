//! The fields of one object while they are read: taken by name; the first misfit and what is left over are
//! remembered, so that one wrong field does not lose the sense of the rest.

use super::{Entry, Text, TextByLanguage};
use crate::raw::Raw;

/// What was found wrong, or left over, with its path.
pub(super) type Found = (String, String);

/// The fields of one object.
#[derive(Debug, Default)]
pub(super) struct Fields {
    left: Vec<(String, Raw)>,
    /// The first field that does not fit: its path in this object, and why.
    pub(super) misfit: Option<Found>,
    /// Fields that nobody took, of this object and those inside it.
    pub(super) unknown: Vec<String>,
}

impl Fields {
    /// The fields of a value that should be an object.
    pub(super) fn of(raw: Raw) -> Fields {
        match raw {
            Raw::Object(left) => Fields { left, ..Fields::default() },
            other => {
                let mut fields = Fields::default();
                fields.mismatch("", &other, "an object");
                fields
            }
        }
    }

    /// Ends the reading: what was not taken is unknown.
    pub(super) fn end(&mut self) {
        let left = std::mem::take(&mut self.left);
        self.unknown.extend(left.into_iter().map(|(name, _)| name));
    }

    fn take(&mut self, name: &str) -> Option<Raw> {
        let place = self.left.iter().position(|(one, _)| one == name)?;
        Some(self.left.swap_remove(place).1).filter(|raw| *raw != Raw::Null)
    }

    fn note(&mut self, path: &str, reason: String) {
        if self.misfit.is_none() {
            self.misfit = Some((path.to_owned(), reason));
        }
    }

    fn mismatch(&mut self, path: &str, found: &Raw, expected: &str) {
        self.note(path, ["invalid type: ", found.kind(), ", expected ", expected].concat());
    }

    fn missing(&mut self, name: &str) {
        self.note("", ["missing field `", name, "`"].concat());
    }

    /// A text that may be absent.
    pub(super) fn string(&mut self, name: &str) -> Option<String> {
        match self.take(name)? {
            Raw::Text(text) => Some(text),
            other => {
                self.mismatch(name, &other, "a string");
                None
            }
        }
    }

    /// A text that must be there.
    pub(super) fn needed_string(&mut self, name: &str) -> String {
        self.needed(name, Fields::string)
    }

    /// A list of texts.
    pub(super) fn strings(&mut self, name: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for (place, raw) in self.list(name).into_iter().enumerate() {
            match raw {
                Raw::Text(text) => texts.push(text),
                other => self.mismatch(&item(name, place), &other, "a string"),
            }
        }
        texts
    }

    /// A text in the document's languages that may be absent.
    pub(super) fn text(&mut self, name: &str) -> Option<Text> {
        let raw = self.take(name)?;
        self.as_text(name, raw)
    }

    /// A text in the document's languages that must be there.
    pub(super) fn needed_text(&mut self, name: &str) -> Text {
        self.needed(name, Fields::text)
    }

    /// A list of texts in the document's languages.
    pub(super) fn texts(&mut self, name: &str) -> Vec<Text> {
        let list = self.list(name);
        list.into_iter().enumerate().filter_map(|(place, raw)| self.as_text(&item(name, place), raw)).collect()
    }

    fn as_text(&mut self, path: &str, raw: Raw) -> Option<Text> {
        match raw {
            Raw::Text(text) => Some(Text::Same(text)),
            Raw::Object(_) => {
                let mut texts = Fields::of(raw);
                let text = TextByLanguage { zh: texts.string("zh-Hans"), en: texts.string("en") };
                self.absorb(path, texts);
                Some(Text::Each(text))
            }
            other => {
                self.mismatch(path, &other, "a text, or a map of texts by language");
                None
            }
        }
    }

    /// A flag; false when absent.
    pub(super) fn flag(&mut self, name: &str) -> bool {
        match self.take(name) {
            Some(Raw::Flag(flag)) => flag,
            Some(other) => {
                self.mismatch(name, &other, "a boolean");
                false
            }
            None => false,
        }
    }

    /// A whole number that is not negative.
    pub(super) fn number(&mut self, name: &str) -> Option<u32> {
        let raw = self.take(name)?;
        self.as_number(name, &raw)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and within u32")]
    fn as_number(&mut self, path: &str, raw: &Raw) -> Option<u32> {
        match raw {
            Raw::Number(number) if *number >= 0.0 && *number <= f64::from(u32::MAX) && number.trunc() == *number => {
                Some(*number as u32)
            }
            other => {
                self.mismatch(path, other, "a whole number");
                None
            }
        }
    }

    /// A pair of small whole numbers.
    pub(super) fn pair(&mut self, name: &str) -> Option<(u8, u8)> {
        let raw = self.take(name)?;
        let Raw::List(list) = &raw else {
            self.mismatch(name, &raw, "two numbers");
            return None;
        };
        let [first, second] = list.as_slice() else {
            self.note(name, ["invalid length ", &list.len().to_string(), ", expected two numbers"].concat());
            return None;
        };
        let mut small = |raw: &Raw| u8::try_from(self.as_number(name, raw)?).ok();
        Some((small(first)?, small(second)?))
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(&mut self, name: &str, words: &[(&str, T)]) -> Option<T> {
        let word = self.string(name)?;
        let found = words.iter().find(|(one, _)| *one == word).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.unknown_word(name, &word, &known);
        }
        found
    }

    fn unknown_word(&mut self, name: &str, word: &str, known: &[&str]) {
        self.note(name, ["unknown variant `", word, "`, expected one of `", &known.join("`, `"), "`"].concat());
    }

    /// One of a few words that must be there; the fallback stands in where the entry is broken anyway.
    pub(super) fn needed_choice<T: Copy>(&mut self, name: &str, words: &[(&str, T)], fallback: T) -> T {
        if !self.has(name) {
            self.missing(name);
        }
        self.choice(name, words).unwrap_or(fallback)
    }

    /// An object that may be absent.
    pub(super) fn object<T>(&mut self, name: &str, read: fn(&mut Fields) -> T) -> Option<T> {
        let raw = self.take(name)?;
        Some(self.as_object(name, raw, read))
    }

    /// A list of objects, all of which must be sound.
    pub(super) fn objects<T>(&mut self, name: &str, read: fn(&mut Fields) -> T) -> Vec<T> {
        let list = self.list(name);
        list.into_iter().enumerate().map(|(place, raw)| self.as_object(&item(name, place), raw, read)).collect()
    }

    fn as_object<T>(&mut self, path: &str, raw: Raw, read: fn(&mut Fields) -> T) -> T {
        let mut inner = Fields::of(raw);
        let value = read(&mut inner);
        self.absorb(path, inner);
        value
    }

    /// A list of entries, each read on its own: a broken one does not make this object a misfit.
    pub(super) fn entries<T>(&mut self, name: &str, read: fn(&mut Fields) -> T) -> Vec<Entry<T>> {
        let list = self.list(name);
        let mut entries = Vec::with_capacity(list.len());
        for (place, raw) in list.into_iter().enumerate() {
            let mut inner = Fields::of(raw);
            let value = read(&mut inner);
            entries.push(match inner.misfit.take() {
                None => Entry::Read(value),
                Some((path, reason)) => Entry::Broken { path, reason },
            });
            self.absorb(&item(name, place), inner);
        }
        entries
    }

    /// The pairs of a map of texts, in its order.
    pub(super) fn string_pairs(&mut self, name: &str) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        match self.take(name) {
            Some(Raw::Object(fields)) => {
                for (key, raw) in fields {
                    match raw {
                        Raw::Text(text) => pairs.push((key, text)),
                        other => self.mismatch(&[name, ".", &key].concat(), &other, "a string"),
                    }
                }
            }
            Some(other) => self.mismatch(name, &other, "an object"),
            None => {}
        }
        pairs
    }

    /// True where the object has this field.
    pub(super) fn has(&self, name: &str) -> bool {
        self.left.iter().any(|(one, raw)| one == name && *raw != Raw::Null)
    }

    /// True where the field is an object, not a plain text.
    pub(super) fn is_object(&self, name: &str) -> bool {
        self.left.iter().any(|(one, raw)| one == name && matches!(raw, Raw::Object(_)))
    }

    /// Reports a list of the wrong length.
    pub(super) fn wrong_length(&mut self, name: &str, expected: &str) {
        self.note(name, ["invalid length, expected ", expected].concat());
    }

    /// Reports that this object says nothing of what it could.
    pub(super) fn none_of(&mut self, names: &[&str]) {
        self.unknown_word("", "", names);
    }

    /// Ends the reading of an object inside, and takes over what was wrong in it.
    fn absorb(&mut self, path: &str, mut inner: Fields) {
        inner.end();
        if let Some((field, reason)) = inner.misfit {
            self.note(&join(path, &field), reason);
        }
        self.unknown.extend(inner.unknown.iter().map(|field| join(path, field)));
    }

    fn list(&mut self, name: &str) -> Vec<Raw> {
        match self.take(name) {
            Some(Raw::List(list)) => list,
            Some(other) => {
                self.mismatch(name, &other, "a sequence");
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn needed<T: Default>(&mut self, name: &str, read: fn(&mut Fields, &str) -> Option<T>) -> T {
        if !self.has(name) {
            self.missing(name);
        }
        read(self, name).unwrap_or_default()
    }
}

fn item(name: &str, place: usize) -> String {
    [name, "[", &place.to_string(), "]"].concat()
}

fn join(path: &str, field: &str) -> String {
    let point = if path.is_empty() || field.is_empty() || field.starts_with('[') { "" } else { "." };
    [path, point, field].concat()
}
