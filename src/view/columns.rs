//! Share columns: equal columns filled from below; the first sets a dashed line across the others.

use super::label::{self, Answering};
use super::{Env, WidthClass};
use crate::geometry::{Point, Rect};
use crate::page::{Page, Share, percent_text};
use crate::scene::{Anchor, Scene, Target};
use crate::text::{self, Font};
use crate::theme::Token;

const TOP: f64 = 8.0;
const COLUMN: f64 = 168.0;
const WIDEST: f64 = 72.0;

/// Draws the shares.
pub(super) fn draw(items: &[Share], page: &Page, _class: WidthClass, env: &Env<'_>) -> Scene {
    let mut scene = Scene::new(env.width, TOP + COLUMN + 64.0);
    let pitch = env.width / items.len().max(1) as f64;
    let width = WIDEST.min(pitch - 14.0).max(8.0);
    for (place, item) in items.iter().enumerate() {
        let x = pitch * place as f64 + (pitch - width) / 2.0;
        column(&mut scene, item, page, Rect::new(x, TOP, width, COLUMN), place == 0, env);
        below(&mut scene, item, x + width / 2.0, pitch, env);
    }
    if let Some(first) = items.first() {
        reference(&mut scene, filled(first), items, pitch, width);
    }
    scene
}

fn filled(item: &Share) -> f64 {
    let share = item.exact.to_f64();
    if share.is_finite() { share.clamp(0.0, 1.0) * COLUMN } else { 0.0 }
}

fn column(scene: &mut Scene, item: &Share, page: &Page, place: Rect, is_reference: bool, env: &Env<'_>) {
    let (mark, words) = if is_reference { (Token::Data, Token::Ink) } else { (Token::Accent, Token::Accent) };
    let height = filled(item);
    let top = place.bottom() - height;
    scene.outlined(place, Some(Token::Whole), Token::RuleStrong, 1.2);
    scene.fill(Rect::new(place.x, top, place.width, height), mark);
    let percent = percent_text(item.exact);
    let derived = label::share_fact(page, &item.part, &item.whole);
    let font = Font::bold(20.0);
    // A full column has no room above: its share stands inside.
    let (y, words) = if top - place.y < 26.0 { (top + 24.0, Token::Paper) } else { (top - 7.0, words) };
    scene.text(Point::new(place.center().x, y), percent.as_str(), font, words, Anchor::Middle);
    let target = derived.unwrap_or(&item.part);
    let name = [item.label.get(env.language), env.language.pick("：", ": "), &percent].concat();
    scene.region_at(Target::Fact(target.id.clone()), place.corners(), name);
}

fn below(scene: &mut Scene, item: &Share, middle: f64, pitch: f64, env: &Env<'_>) {
    let base = TOP + COLUMN;
    let room = pitch - 4.0;
    let name = text::cut(item.label.get(env.language), Font::bold(13.0), room, env.measure);
    scene.text(Point::new(middle, base + 20.0), name, Font::bold(13.0), Token::Ink, Anchor::Middle);
    let (part, whole) = (item.part.parts(env.language), item.whole.parts(env.language));
    let same_unit = part.before == whole.before && part.after == whole.after;
    let small = Font::sans(12.0);
    if same_unit {
        let words = [&part.number, " / ", &whole.number].concat();
        let font = if env.measure.width(&words, Font::sans(13.0)) <= room { Font::sans(13.0) } else { small };
        let left = middle - env.measure.width(&words, font) / 2.0;
        let y = base + 38.0;
        scene.text(Point::new(middle, y), words.as_str(), font, Token::Ink2, Anchor::Middle);
        let part_width = env.measure.width(&part.number, font);
        let whole_width = env.measure.width(&whole.number, font);
        let whole_left = left + env.measure.width(&words, font) - whole_width;
        scene.dots(left, part_width, y, font.size);
        scene.dots(whole_left, whole_width, y, font.size);
        number_region(scene, &item.part, left, part_width, y, env);
        number_region(scene, &item.whole, whole_left, whole_width, y, env);
        let unit = [part.before.as_str(), " ", part.after.as_str()].concat();
        let unit = text::cut(unit.trim(), small, room, env.measure);
        scene.text(Point::new(middle, base + 57.0), unit, small, Token::Ink3, Anchor::Middle);
        return;
    }
    for (fact, y, before) in
        [(&item.part, base + 38.0, ""), (&item.whole, base + 57.0, env.language.pick("共\u{a0}", "of "))]
    {
        let words = text::cut(&[before, &fact.show(env.language)].concat(), small, room, env.measure);
        let drawn = label::dotted(
            scene,
            env,
            Point::new(middle, y),
            &Answering {
                text: &words,
                number: &fact.number_text(env.language),
                font: small,
                color: Token::Ink2,
                anchor: Anchor::Middle,
            },
        );
        number_region(scene, fact, drawn.x, drawn.width, y, env);
    }
}

fn number_region(scene: &mut Scene, fact: &crate::page::Fact, left: f64, width: f64, baseline: f64, env: &Env<'_>) {
    let rect = Rect::new(left - 2.0, baseline - 13.0, width + 4.0, 18.0);
    scene.region_at(Target::Fact(fact.id.clone()), rect.corners(), label::name(fact, env.language));
}

/// The dashed line of the first column's share: paper where it crosses a fill, ink elsewhere.
fn reference(scene: &mut Scene, height: f64, items: &[Share], pitch: f64, width: f64) {
    let y = TOP + COLUMN - height;
    for (place, item) in items.iter().enumerate().skip(1) {
        let x = pitch * place as f64 + (pitch - width) / 2.0;
        let across = if filled(item) > height { Token::Paper } else { Token::Ink };
        scene.dashed(Point::new(x - (pitch - width), y), Point::new(x, y), Token::Ink, 1.2, 3.0);
        scene.dashed(Point::new(x, y), Point::new(x + width, y), across, 1.6, 3.0);
    }
}
