//! How pictures print facts: the number with its unit, dotted where it answers.

use super::Env;
use crate::geometry::{Point, Rect};
use crate::locale::Language;
use crate::page::{Fact, Nature, Operation, Page};
use crate::scene::{Anchor, Scene};
use crate::text::Font;
use crate::theme::Token;
use std::rc::Rc;

/// The short label of a fact, or its label.
pub(crate) fn short(fact: &Fact, language: Language) -> &str {
    fact.short.as_ref().unwrap_or(&fact.label).get(language)
}

/// The name of a fact's region: what it is of, and the value.
pub(crate) fn name(fact: &Fact, language: Language) -> String {
    [fact.label.get(language), language.pick("：", ": "), &fact.show(language)].concat()
}

/// A text with a number in it that answers.
pub(crate) struct Answering<'a> {
    /// The whole text.
    pub(crate) text: &'a str,
    /// The number in it, dotted underneath.
    pub(crate) number: &'a str,
    /// The font.
    pub(crate) font: Font,
    /// The colour.
    pub(crate) color: Token,
    /// Which end of the text the place is.
    pub(crate) anchor: Anchor,
}

/// Draws a text whose number is dotted underneath, and returns the rectangle of the whole text.
pub(crate) fn dotted(scene: &mut Scene, env: &Env<'_>, at: Point, words: &Answering<'_>) -> Rect {
    let Answering { text, number, font, color, anchor } = *words;
    let width = env.measure.width(text, font);
    let left = match anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - width / 2.0,
        Anchor::End => at.x - width,
    };
    scene.text(at, text, font, color, anchor);
    if let Some((before, _)) = text.split_once(number).filter(|_| !number.is_empty()) {
        let start = left + env.measure.width(before, font);
        scene.dots(start, env.measure.width(number, font), at.y, font.size);
    }
    Rect::new(left, at.y - font.size, width, font.size * 1.3)
}

/// The derived fact that is exactly this share, if the document has one.
pub(crate) fn share_fact<'a>(page: &'a Page, part: &Fact, whole: &Fact) -> Option<&'a Rc<Fact>> {
    page.facts.iter().find(|fact| match &fact.nature {
        Nature::Derived { operation: Operation::Share, operands } => {
            matches!(operands.as_slice(), [a, b] if a.id == part.id && b.id == whole.id)
        }
        _ => false,
    })
}
