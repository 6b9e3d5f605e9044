//! Stat cards: a few key figures, each over a hairline, with what it is of below.

use super::label::{self, Answering};
use super::{Env, WidthClass};
use crate::geometry::{Point, Rect};
use crate::page::Fact;
use crate::quantity::Parts;
use crate::scene::{Anchor, Scene, Target};
use crate::text::{self, Font};
use crate::theme::Token;
use std::rc::Rc;

const CARD_HEIGHT: f64 = 96.0;
const GAP: f64 = 24.0;
const LABEL_LINES: usize = 2;
/// Between the number and what stands beside it.
const GAP_IN_FIGURE: f64 = 4.0;

/// How many cards stand in a row where there is room.
pub(super) fn columns(count: usize, is_full_width: bool) -> usize {
    match (count, is_full_width) {
        (_, true) => 4,
        (3, false) => 3,
        (_, false) => 2,
    }
}

/// Draws the cards, two a row on a phone, up to four where there is room.
pub(super) fn draw(facts: &[Rc<Fact>], columns: usize, class: WidthClass, env: &Env<'_>) -> Scene {
    let columns = match class {
        WidthClass::Narrow => 2,
        WidthClass::Wide => columns,
    }
    .min(facts.len())
    .max(1);
    let rows = facts.len().div_ceil(columns);
    let mut scene = Scene::new(env.width, rows as f64 * CARD_HEIGHT);
    let width = (env.width - GAP * (columns - 1) as f64) / columns as f64;
    for (place, fact) in facts.iter().enumerate() {
        let x = (place % columns) as f64 * (width + GAP);
        let y = (place / columns) as f64 * CARD_HEIGHT;
        card(&mut scene, fact, Rect::new(x, y, width, CARD_HEIGHT), class, env);
    }
    scene
}

fn card(scene: &mut Scene, fact: &Rc<Fact>, place: Rect, class: WidthClass, env: &Env<'_>) {
    scene.fill(Rect::new(place.x, place.y, place.width, 1.0), Token::RuleStrong);
    let setting = setting(fact, place.width, class, env);
    let (pieces, small) = (&setting.pieces, Font::sans(setting.small));
    let baseline = place.y + 44.0;
    let mut x = place.x;
    if !pieces.before.is_empty() {
        scene.text(Point::new(x, baseline), pieces.before.as_str(), small, Token::Ink2, Anchor::Start);
        x += env.measure.width(&pieces.before, small) + GAP_IN_FIGURE;
    }
    let (at, figure) = (Point::new(x, baseline), Font::bold(setting.size));
    let number = pieces.number.as_str();
    let drawn = label::dotted(
        scene,
        env,
        at,
        &Answering { text: number, number, font: figure, color: Token::Ink, anchor: Anchor::Start },
    );
    if !pieces.after.is_empty() {
        let at = Point::new(drawn.right() + GAP_IN_FIGURE, baseline);
        let after = text::cut(&pieces.after, small, (place.right() - at.x).max(0.0), env.measure);
        scene.text(at, after, small, Token::Ink2, Anchor::Start);
    }
    let label_font = Font::sans(13.0);
    for (line, words) in
        text::lines(fact.label.get(env.language), label_font, place.width, LABEL_LINES, env.measure).iter().enumerate()
    {
        scene.text(
            Point::new(place.x, baseline + 26.0 + 18.0 * line as f64),
            words.as_str(),
            label_font,
            Token::Ink2,
            Anchor::Start,
        );
    }
    let region = Rect::new(place.x, place.y + 4.0, place.width, place.height - 12.0);
    scene.region_at(Target::Fact(fact.id.clone()), region.corners(), label::name(fact, env.language));
}

/// How a card's figure is set.
struct Setting {
    pieces: Parts,
    size: f64,
    small: f64,
}

/// The largest setting that fits the card; its height stays the same. An English noun goes first, as the
/// label below says what is counted; then the type shrinks. Nothing of the number itself is ever cut.
fn setting(fact: &Fact, width: f64, class: WidthClass, env: &Env<'_>) -> Setting {
    let largest = match class {
        WidthClass::Narrow => 28.0,
        WidthClass::Wide => 32.0,
    };
    let mut last = None;
    for (size, small) in [(largest, 15.0), (24.0, 13.0), (20.0, 12.0), (16.0, 12.0)] {
        for pieces in [fact.parts(env.language), fact.bare_parts(env.language)] {
            let setting = Setting { pieces, size, small };
            if setting.width(env) <= width {
                return setting;
            }
            last = Some(setting);
        }
    }
    last.unwrap_or_else(|| Setting { pieces: Parts::default(), size: largest, small: 15.0 })
}

impl Setting {
    fn width(&self, env: &Env<'_>) -> f64 {
        let beside = |words: &str| match words {
            "" => 0.0,
            words => env.measure.width(words, Font::sans(self.small)) + GAP_IN_FIGURE,
        };
        env.measure.width(&self.pieces.number, Font::bold(self.size))
            + beside(&self.pieces.before)
            + beside(&self.pieces.after)
    }
}
