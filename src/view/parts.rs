//! A part-of-whole bar: the parts fill a bracketed whole; a disagreeing whole stands beside it as a flag.

use super::label::{self, Answering};
use super::{Env, WidthClass};
use crate::geometry::{Point, Rect};
use crate::page::{Fact, Page, percent_text};
use crate::quantity::Ratio;
use crate::scale;
use crate::scene::{Anchor, Scene, Shape, Stroke, Target};
use crate::text::{self, Font};
use crate::theme::Token;
use std::rc::Rc;

const BAR_TOP: f64 = 44.0;
const BAR: f64 = 60.0;
const LABEL_ROW: f64 = 20.0;

/// Draws the parts of a whole.
pub(super) fn draw(facts: &[Rc<Fact>], whole: &Rc<Fact>, page: &Page, _class: WidthClass, env: &Env<'_>) -> Scene {
    // Two labels fit side by side below the bar; more take turns on two rows.
    let rows = if facts.len() > 2 { 2.0 } else { 1.0 };
    let mut scene = Scene::new(env.width, BAR_TOP + BAR + LABEL_ROW * rows + 8.0);
    let rivals: Vec<&Rc<Fact>> = page
        .disagreements(&whole.id)
        .flat_map(|relation| relation.facts.iter())
        .filter(|fact| fact.id != whole.id)
        .collect();
    let Some(whole_exact) = whole.exact.as_ref() else { return scene };
    let most = rivals.iter().filter_map(|fact| fact.exact.as_ref()).chain([whole_exact]).max().unwrap_or(whole_exact);
    let full = (env.width - 4.0).max(1.0);
    let whole_end = scale::length(Some(whole_exact), most, full).unwrap_or(full);
    bracket(&mut scene, whole, whole_end, env);
    let mut ends = Vec::new();
    let mut x = 0.0;
    for (place, fact) in facts.iter().enumerate() {
        let Some(length) = scale::length(fact.exact.as_ref(), most, full) else { continue };
        part(&mut scene, fact, whole_exact, Rect::new(x, BAR_TOP, length, BAR), place, env);
        ends.push((x, fact));
        x += length;
    }
    if x + 2.0 < whole_end {
        scene.outlined(
            Rect::new(x + 1.0, BAR_TOP, whole_end - x - 1.0, BAR),
            Some(Token::Whole),
            Token::RuleStrong,
            1.0,
        );
    }
    names(&mut scene, &ends, env);
    for rival in rivals {
        flag(&mut scene, rival, most, full, env);
    }
    scene
}

fn bracket(scene: &mut Scene, whole: &Rc<Fact>, end: f64, env: &Env<'_>) {
    let (low, high) = (BAR_TOP - 4.0, BAR_TOP - 11.0);
    let points =
        vec![Point::new(0.6, low), Point::new(0.6, high), Point::new(end - 0.6, high), Point::new(end - 0.6, low)];
    scene.shapes.push(Shape::Line { points, stroke: Stroke { color: Token::Ink2, width: 1.2 } });
    let words = whole.show(env.language);
    let drawn = label::dotted(
        scene,
        env,
        Point::new(0.0, BAR_TOP - 23.0),
        &Answering {
            text: &words,
            number: &whole.number_text(env.language),
            font: Font::bold(15.0),
            color: Token::Ink,
            anchor: Anchor::Start,
        },
    );
    scene.region_at(
        Target::Fact(whole.id.clone()),
        Rect::new(0.0, 0.0, drawn.width.max(44.0), BAR_TOP - 12.0).corners(),
        label::name(whole, env.language),
    );
}

fn part(scene: &mut Scene, fact: &Rc<Fact>, whole: &Ratio, place: Rect, number: usize, env: &Env<'_>) {
    // A paper-coloured gap of two pixels parts the parts.
    let drawn =
        Rect::new(place.x + if number == 0 { 0.0 } else { 1.0 }, place.y, (place.width - 2.0).max(0.5), place.height);
    let color = if number == 0 {
        scene.fill(drawn, Token::Data);
        Token::Paper
    } else {
        scene.outlined(drawn, Some(Token::DataSoft), Token::Data, 1.2);
        Token::Ink
    };
    let figure = Font::bold(26.0);
    let words = fact.number_text(env.language);
    let width = env.measure.width(&words, figure);
    if width + 16.0 <= drawn.width {
        let at = Point::new(drawn.x + 10.0, BAR_TOP + 39.0);
        scene.text(at, words.as_str(), figure, color, Anchor::Start);
        let share = fact.exact.as_ref().and_then(|exact| exact.div(*whole)).map(percent_text);
        let share_font = Font::sans(14.0);
        if let Some(share) = share.filter(|share| width + env.measure.width(share, share_font) + 26.0 <= drawn.width) {
            scene.text(Point::new(at.x + width + 7.0, at.y - 1.0), share, share_font, color, Anchor::Start);
        }
    }
    scene.region_at(Target::Fact(fact.id.clone()), drawn.corners(), label::name(fact, env.language));
}

/// Names below the parts: at the part's start, moved left where they would leave the picture.
fn names(scene: &mut Scene, parts: &[(f64, &Rc<Fact>)], env: &Env<'_>) {
    let font = Font::sans(13.0);
    let rows = if parts.len() > 2 { 2 } else { 1 };
    let mut taken = [0.0_f64; 2];
    for (place, (x, fact)) in parts.iter().enumerate() {
        let row = place % rows;
        let next = parts.get(place + rows).map_or(env.width, |(x, _)| *x);
        let words = label::short(fact, env.language);
        let wanted = env.measure.width(words, font);
        let left = if x + wanted > env.width { env.width - wanted } else { *x };
        let left = left.max(taken.get(row).copied().unwrap_or_default());
        // The last name may run to the edge; an earlier one stops where the next part begins.
        let room = if place + rows < parts.len() {
            (next - left - 8.0).max(wanted.min(env.width * 0.6 - left))
        } else {
            env.width - left
        };
        let words = text::cut(words, font, room.max(12.0), env.measure);
        let width = env.measure.width(&words, font);
        scene.text(
            Point::new(left, BAR_TOP + BAR + 20.0 + LABEL_ROW * row as f64),
            words,
            font,
            Token::Ink,
            Anchor::Start,
        );
        if let Some(end) = taken.get_mut(row) {
            *end = left + width + 10.0;
        }
    }
}

/// The other source's whole: an amber line at its own length, taller than the bar.
fn flag(scene: &mut Scene, rival: &Rc<Fact>, most: &Ratio, full: f64, env: &Env<'_>) {
    let Some(end) = scale::length(rival.exact.as_ref(), most, full) else { return };
    scene.line(Point::new(end + 1.0, BAR_TOP - 35.0), Point::new(end + 1.0, BAR_TOP + BAR), Token::ConflictMark, 3.0);
    let number = rival.number_text(env.language);
    let words = [env.language.pick("另一处写\u{a0}", "elsewhere "), &number].concat();
    let drawn = label::dotted(
        scene,
        env,
        Point::new(end - 6.0, BAR_TOP - 23.0),
        &Answering {
            text: &words,
            number: &number,
            font: Font::bold(13.0),
            color: Token::Conflict,
            anchor: Anchor::End,
        },
    );
    scene.region_at(Target::Fact(rival.id.clone()), drawn.inset(-4.0).corners(), label::name(rival, env.language));
}
