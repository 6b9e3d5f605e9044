//! Texts: which language is missing, which facts are printed, which numbers stand bare.

use super::checker::{Checker, Known, TEXT};
use super::code::{Code, Why};
use super::problem::{At, Word};
use super::proof::{self, Allowed};
use super::{Fact, FactPart, Label, Run, Words};
use crate::document::Text;
use crate::locale::Language;
use std::rc::Rc;

/// What a text of the story may say in numbers.
pub(super) struct Numbers<'a> {
    /// The facts.
    pub(super) facts: &'a Known<Fact>,
    /// The numbers that may stand there otherwise.
    pub(super) allowed: Allowed<'a>,
}

/// The text of each language, and the field that it stands in (none: the text is the same in all).
type Forms<'a> = [(Option<&'a str>, Option<&'static str>); 2];

impl Checker {
    /// A text that must be there.
    pub(super) fn label(&mut self, text: &Text, at: &At<'_>) -> Option<Label> {
        let [(zh, _), (en, _)] = self.forms(text, at)?;
        Some(Label { zh: zh.or(en)?.to_owned(), en: en.or(zh)?.to_owned() })
    }

    /// A text that may be absent.
    pub(super) fn label_if(&mut self, text: &Option<Text>, at: &At<'_>) -> Option<Label> {
        self.label(text.as_ref()?, at)
    }

    /// A text of the story: its facts are printed, and no other number stands in it.
    pub(super) fn words(&mut self, text: &Option<Text>, at: &At<'_>, numbers: &Numbers<'_>) -> Words {
        let Some([(zh, zh_field), (en, en_field)]) = text.as_ref().and_then(|text| self.forms(text, at)) else {
            return Words::default();
        };
        if zh_field.is_none() {
            let runs = zh.and_then(|zh| self.runs(zh, at, numbers)).unwrap_or_default();
            return Words { zh: runs.clone(), en: runs };
        }
        let mut form = |text: Option<&str>, field: Option<&str>| {
            let field = at.field(field.unwrap_or_default());
            text.and_then(|text| self.runs(text, &field, numbers))
        };
        let (zh, en) = (form(zh, zh_field), form(en, en_field));
        let (zh_or, en_or) = (zh.clone().or_else(|| en.clone()), en.or(zh));
        Words { zh: zh_or.unwrap_or_default(), en: en_or.unwrap_or_default() }
    }

    /// The text in both languages; reports languages without one, and texts that are too long.
    fn forms<'t>(&mut self, text: &'t Text, at: &At<'_>) -> Option<Forms<'t>> {
        let sound = |text: &'t str| Some(text).filter(|text| !text.trim().is_empty());
        let forms = match text {
            Text::Same(text) => [(sound(text), None); 2],
            Text::Each(texts) => [
                (texts.zh.as_deref().and_then(sound), Some(Language::Zh.tag())),
                (texts.en.as_deref().and_then(sound), Some(Language::En.tag())),
            ],
        };
        let [(zh, _), (en, _)] = forms;
        if zh.is_none() && en.is_none() {
            self.add(Code::MissingText, at, &[]);
            return None;
        }
        for language in self.languages.clone() {
            if language.pick(zh, en).is_none() {
                self.add(Code::MissingTranslation, at, &[Word::why(language.pick(Why::Chinese, Why::English))]);
            }
        }
        let longest = [zh, en].into_iter().flatten().map(|text| text.chars().count()).max().unwrap_or_default();
        self.length(longest, TEXT, Why::Characters, at).then_some(forms)
    }

    /// The pieces of one text; none where something in it cannot be shown.
    fn runs(&mut self, text: &str, at: &At<'_>, numbers: &Numbers<'_>) -> Option<Vec<Run>> {
        let mut runs = Vec::new();
        let mut plain = String::new();
        let mut is_sound = true;
        let mut rest = text;
        while let Some(brace) = rest.find(['{', '}']) {
            let (before, after) = rest.split_at(brace);
            plain.push_str(before);
            if let Some(after) = after.strip_prefix("{{") {
                plain.push('{');
                rest = after;
            } else if let Some(after) = after.strip_prefix('}') {
                plain.push('}');
                rest = after.strip_prefix('}').unwrap_or(after);
            } else {
                let Some((inner, after)) = after.strip_prefix('{').and_then(|after| after.split_once('}')) else {
                    self.add(Code::UnclosedBrace, at, &[Word::clipped(after)]);
                    return None;
                };
                rest = after;
                is_sound &= self.plain_run(&mut runs, &mut plain, at, numbers);
                match self.printed(inner, at, numbers.facts) {
                    Some(run) => runs.push(run),
                    None => is_sound = false,
                }
            }
        }
        plain.push_str(rest);
        is_sound &= self.plain_run(&mut runs, &mut plain, at, numbers);
        is_sound.then_some(runs)
    }

    /// Adds the words so far as a run of their own; false where a number stands bare in them.
    fn plain_run(&mut self, runs: &mut Vec<Run>, plain: &mut String, at: &At<'_>, numbers: &Numbers<'_>) -> bool {
        let is_sound = proof::no_bare_number(self, plain, at, &numbers.allowed);
        if !plain.is_empty() {
            runs.push(Run::Text(std::mem::take(plain)));
        }
        is_sound
    }

    /// What stands between braces: a fact, or a fact and how much of it is printed.
    fn printed(&mut self, inner: &str, at: &At<'_>, facts: &Known<Fact>) -> Option<Run> {
        let (id, part) = match inner.strip_suffix(":number") {
            Some(id) => (id, FactPart::Number),
            None => (inner, FactPart::Whole),
        };
        if !facts.has(id) {
            self.add(Code::UnknownFactInText, at, &[Word::clipped(inner)]);
        }
        facts.get(id).map(|fact| Run::Fact { fact: Rc::clone(fact), part })
    }
}
