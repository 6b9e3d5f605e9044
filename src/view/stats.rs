//! Stat cards: a few key figures, each over a hairline, with what it is of below.

use super::label;
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
    let pieces = fact.parts(env.language);
    let small = Font::sans(15.0);
    let size = fitting_size(&pieces, place.width, class, env);
    let figure = Font::bold(size);
    let baseline = place.y + 44.0;
    let mut x = place.x;
    if !pieces.before.is_empty() {
        scene.text(Point::new(x, baseline), pieces.before.as_str(), small, Token::Ink2, Anchor::Start);
        x += env.measure.width(&pieces.before, small) + 4.0;
    }
    let drawn = label::dotted(
        scene,
        env,
        Point::new(x, baseline),
        &pieces.number,
        &pieces.number,
        figure,
        Token::Ink,
        Anchor::Start,
    );
    if !pieces.after.is_empty() {
        let room = (place.right() - drawn.right() - 4.0).max(0.0);
        let after = text::cut(&pieces.after, small, room, env.measure);
        scene.text(Point::new(drawn.right() + 4.0, baseline), after, small, Token::Ink2, Anchor::Start);
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

/// The largest of a few sizes at which the figure fits its card; the height stays the same.
fn fitting_size(pieces: &Parts, width: f64, class: WidthClass, env: &Env<'_>) -> f64 {
    let small = Font::sans(15.0);
    let beside = [&pieces.before, &pieces.after]
        .into_iter()
        .filter(|piece| !piece.is_empty())
        .map(|piece| env.measure.width(piece, small) + 4.0)
        .sum::<f64>();
    let largest = match class {
        WidthClass::Narrow => 28.0,
        WidthClass::Wide => 32.0,
    };
    [largest, 24.0, 20.0]
        .into_iter()
        .find(|size| env.measure.width(&pieces.number, Font::bold(*size)) + beside <= width)
        .unwrap_or(18.0)
}
