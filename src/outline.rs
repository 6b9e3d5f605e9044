//! The same content as words, in reading order, with roles and values.
//!
//! One tree of [`Item`]s serves both faces: `static_page` writes it as HTML, `web` keeps it as real DOM. So
//! the page without script and the live page cannot disagree, and their layout is the same.

use crate::locale::{self, Language};
use crate::page::{Fact, FactPart, Page, Run, Words};
use crate::scene::Target;
use crate::state::State;
use crate::text;

mod card;
mod figure;
mod ledger;
mod sources;
mod table;

/// An element: what it is, how the sheet knows it, what it holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// The element's name.
    pub tag: &'static str,
    /// Its class, or empty.
    pub class: &'static str,
    /// Other attributes, in order; never `style`, never a handler.
    pub attributes: Vec<(&'static str, String)>,
    /// What a press on it opens.
    pub target: Option<Target>,
    /// What it holds.
    pub children: Vec<Child>,
}

/// What an element holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Child {
    /// Another element.
    Item(Item),
    /// Words.
    Text(String),
    /// The picture of a block, by its place in the story; each face draws it in its own way.
    Plot(usize),
}

impl Item {
    /// An element with a class.
    pub fn new(tag: &'static str, class: &'static str) -> Item {
        Item { tag, class, ..Item::default() }
    }

    /// With an attribute more.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Item {
        self.attributes.push((name, value.into()));
        self
    }

    /// With an element more inside.
    pub fn item(mut self, item: Item) -> Item {
        self.children.push(Child::Item(item));
        self
    }

    /// With several elements more inside.
    pub fn items(mut self, items: impl IntoIterator<Item = Item>) -> Item {
        self.children.extend(items.into_iter().map(Child::Item));
        self
    }

    /// With words inside.
    pub fn text(mut self, text: impl Into<String>) -> Item {
        self.children.push(Child::Text(text.into()));
        self
    }

    /// With more of any kind inside.
    pub fn children(mut self, children: Vec<Child>) -> Item {
        self.children.extend(children);
        self
    }

    /// Opening something when pressed.
    pub fn opens(mut self, target: Target) -> Item {
        self.target = Some(target);
        self
    }

    /// All words inside, in reading order.
    pub fn words(&self) -> String {
        let mut words = String::new();
        for child in &self.children {
            match child {
                Child::Item(item) => words.push_str(&item.words()),
                Child::Text(text) => words.push_str(text),
                Child::Plot(_) => {}
            }
        }
        words
    }

    /// Every element of a class, in reading order.
    pub fn all<'a>(&'a self, class: &str) -> Vec<&'a Item> {
        let mut found = Vec::new();
        if self.class.split(' ').any(|one| one == class) {
            found.push(self);
        }
        for child in &self.children {
            if let Child::Item(item) = child {
                found.extend(item.all(class));
            }
        }
        found
    }
}

/// The whole explainer as words.
pub fn outline(page: &Page, state: &State, language: Language, shown: &[String]) -> Item {
    let mut grid = Item::new("div", "ne-grid");
    let mut figures = 0;
    for (place, block) in page.story.iter().enumerate() {
        if block.is_figure() {
            figures += 1;
        }
        if shown.is_empty() || shown.contains(&block.id) {
            grid = grid.item(figure::figure(page, place, block, figures, language));
        }
    }
    // The card stands outside the body: a size container would hold a fixed sheet inside itself.
    let mut body = Item::new("div", "ne-body");
    if shown.is_empty() {
        body = body.item(header(page, language));
    }
    body = body.item(grid);
    if shown.is_empty() {
        body = body.item(ledger::ledger(page, language));
    }
    let root = Item::new("div", "ne").with("lang", language.tag()).item(body);
    match &state.open {
        Some(open) => root.item(card::card(page, open, language)),
        None => root,
    }
}

fn header(page: &Page, language: Language) -> Item {
    let mut header = Item::new("header", "ne-head");
    if !page.kicker.is_empty() {
        header = header.item(paragraph("p", "ne-kick", &page.kicker, language));
    }
    if !page.title.is_empty() {
        header = header.item(paragraph("h2", "ne-h", &page.title, language));
    }
    if !page.lead.is_empty() {
        header = header.item(paragraph("p", "ne-lead", &page.lead, language));
    }
    header.item(Item::new("p", "ne-how").text(locale::HOW_TO_ASK.get(language)))
}

/// An element with words in which every fact can be pressed.
fn paragraph(tag: &'static str, class: &'static str, words: &Words, language: Language) -> Item {
    Item::new(tag, class).children(runs(words, language))
}

/// Words in which every fact can be pressed; a quarter em stands between digits and characters.
fn runs(words: &Words, language: Language) -> Vec<Child> {
    let mut children = Vec::new();
    let mut last: Option<char> = None;
    for run in words.get(language) {
        match run {
            Run::Text(text) => {
                let mut spaced = String::new();
                if let (Some(before), Some(after)) = (last, text.chars().next())
                    && is_spaced(before, after)
                {
                    spaced.push('\u{a0}');
                }
                spaced.push_str(text);
                last = text.chars().last().or(last);
                children.push(Child::Text(spaced));
            }
            Run::Fact { fact, part } => {
                let printed = match part {
                    FactPart::Whole => fact.show(language),
                    FactPart::Number => fact.number_text(language),
                };
                if let (Some(before), Some(after)) = (last, printed.chars().next())
                    && is_spaced(before, after)
                {
                    children.push(Child::Text("\u{a0}".to_owned()));
                }
                last = printed.chars().last().or(last);
                children.push(Child::Item(number(fact, printed)));
            }
        }
    }
    keep_together(children)
}

/// Puts closing punctuation into one unbreakable run with the number before it: a button is an atom to the
/// browser's line breaking, which would let the next line begin with a comma.
fn keep_together(children: Vec<Child>) -> Vec<Child> {
    let mut kept: Vec<Child> = Vec::new();
    for child in children {
        if let (Some(Child::Item(before)), Child::Text(text)) = (kept.last(), &child)
            && before.tag == "button"
        {
            let end = text.find(|character| !text::is_closing(character)).unwrap_or(text.len());
            let (marks, rest) = text.split_at(end);
            if !marks.is_empty() {
                let number = before.clone();
                kept.pop();
                kept.push(Child::Item(Item::new("span", "ne-nb").item(number).text(marks)));
                if !rest.is_empty() {
                    kept.push(Child::Text(rest.to_owned()));
                }
                continue;
            }
        }
        kept.push(child);
    }
    kept
}

/// True where a Chinese character and a Latin letter or digit meet.
fn is_spaced(before: char, after: char) -> bool {
    let is_latin = |character: char| character.is_ascii_alphanumeric() || character == '%';
    let is_ideograph = |character: char| ('\u{3400}'..='\u{9fff}').contains(&character);
    (is_latin(before) && is_ideograph(after)) || (is_ideograph(before) && is_latin(after) && text::is_wide(before))
}

/// A printed number that opens its card.
fn number(fact: &Fact, printed: String) -> Item {
    Item::new("button", "ne-num").opens(Target::Fact(fact.id.clone())).text(printed)
}

pub use ledger::anchor;

/// The picture of the block at `place` in words: the editor's own, else its title and values.
pub fn describe(page: &Page, place: usize, language: Language) -> String {
    let Some(block) = page.story.get(place) else { return String::new() };
    if let Some(alt) = &block.alt {
        return plain(alt, language);
    }
    let values: Vec<String> = block
        .facts()
        .iter()
        .take(12)
        .map(|fact| [fact.label.get(language), language.pick("：", ": "), &fact.show(language)].concat())
        .collect();
    let title = plain(&block.title, language);
    [title, values.join(language.pick("；", "; "))].join(language.pick("。", ". "))
}

/// Words without anything to press.
fn plain(words: &Words, language: Language) -> String {
    Item::new("", "").children(runs(words, language)).words()
}
