//! Horizontal bars on a track, one fact each, in the order of the document.

use super::label::{self, Answering};
use super::{Env, WidthClass};
use crate::geometry::{Point, Rect};
use crate::page::{Fact, percent_text};
use crate::quantity::Ratio;
use crate::scale;
use crate::scene::{Anchor, Scene, Target};
use crate::text::{self, Font};
use crate::theme::Token;
use std::rc::Rc;

const ROW: f64 = 48.0;
const BAR: f64 = 16.0;
/// From a row's top to its bar: the line with name and value stands above it.
const BAR_TOP: f64 = 22.0;

/// Draws the bars; with a whole, each lies on a track of that length, with a tick at one half.
pub(super) fn draw(facts: &[Rc<Fact>], whole: Option<&Rc<Fact>>, _class: WidthClass, env: &Env<'_>) -> Scene {
    let top = if whole.is_some() { 22.0 } else { 0.0 };
    let mut scene = Scene::new(env.width, top + ROW * facts.len() as f64 - 4.0);
    let most = whole.and_then(|whole| whole.exact).or_else(|| facts.iter().filter_map(|fact| fact.exact).max());
    if let Some(whole) = whole {
        heading(&mut scene, whole, env);
    }
    for (place, fact) in facts.iter().enumerate() {
        let y = top + ROW * place as f64;
        row(&mut scene, fact, whole.is_some(), most.as_ref(), y, env);
    }
    scene
}

fn heading(scene: &mut Scene, whole: &Rc<Fact>, env: &Env<'_>) {
    let small = Font::sans(12.0);
    let half = env.width / 2.0;
    scene.text(Point::new(half, 12.0), env.language.pick("一半", "half"), small, Token::Ink2, Anchor::Middle);
    scene.line(Point::new(half, 16.0), Point::new(half, 22.0), Token::Ink, 1.5);
    let words = [env.language.pick("全部\u{a0}", "all "), &whole.show_bare(env.language)].concat();
    let words = text::cut(&words, small, half - 24.0, env.measure);
    let drawn = label::dotted(
        scene,
        env,
        Point::new(env.width, 12.0),
        &Answering {
            text: &words,
            number: &whole.number_text(env.language),
            font: small,
            color: Token::Ink2,
            anchor: Anchor::End,
        },
    );
    scene.region_at(Target::Fact(whole.id.clone()), drawn.inset(-2.0).corners(), label::name(whole, env.language));
}

fn row(scene: &mut Scene, fact: &Rc<Fact>, on_track: bool, most: Option<&Ratio>, y: f64, env: &Env<'_>) {
    let (value_font, share_font, name_font) = (Font::bold(14.0), Font::sans(13.0), Font::sans(14.0));
    let value = fact.show_bare(env.language);
    let baseline = y + 15.0;
    let drawn = label::dotted(
        scene,
        env,
        Point::new(env.width, baseline),
        &Answering {
            text: &value,
            number: &fact.number_text(env.language),
            font: value_font,
            color: Token::Ink,
            anchor: Anchor::End,
        },
    );
    let mut left_of_value = drawn.x - 10.0;
    let share = most.filter(|_| on_track).and_then(|most| fact.exact?.div(*most));
    if let Some(share) = share {
        let words = percent_text(share);
        scene.text(Point::new(left_of_value, baseline), words.as_str(), share_font, Token::Ink2, Anchor::End);
        left_of_value -= env.measure.width(&words, share_font) + 10.0;
    }
    let name = text::cut(label::short(fact, env.language), name_font, left_of_value.max(40.0), env.measure);
    scene.text(Point::new(0.0, baseline), name, name_font, Token::Ink, Anchor::Start);
    let bar_y = y + BAR_TOP;
    if on_track {
        scene.outlined(Rect::new(0.0, bar_y, env.width, BAR), Some(Token::Whole), Token::Rule, 1.0);
    }
    // Without a length nothing is drawn: a missing value is not a bar of zero.
    if let Some(length) = most.and_then(|most| scale::length(fact.exact.as_ref(), most, env.width)) {
        scene.fill(Rect::new(0.0, bar_y, length, BAR), Token::Data);
    }
    if on_track {
        let half = env.width / 2.0;
        scene.line(Point::new(half, bar_y - 3.0), Point::new(half, bar_y + BAR + 3.0), Token::Ink, 1.5);
    }
    let region = Rect::new(0.0, y, env.width, ROW - 6.0);
    scene.region_at(Target::Fact(fact.id.clone()), region.corners(), label::name(fact, env.language));
}
