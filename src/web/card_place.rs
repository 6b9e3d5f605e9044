//! Where the card goes: a sheet at the bottom of a phone, beside its number where there is room.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Own width from which the card stands beside its number.
const WIDE: f64 = 720.0;
const CARD_WIDTH: f64 = 320.0;
const GAP: f64 = 10.0;

/// Places the open card, if there is one.
pub(super) fn place(root: &Element, opener: Option<&Element>) {
    let Some(card) = root.query_selector(".ne-card").ok().flatten() else { return };
    let frame = root.get_bounding_client_rect();
    let is_sheet = frame.width() < WIDE || opener.is_none();
    // Setting an attribute or property of an element of our own does not fail.
    let _ = card.set_attribute("data-at", if is_sheet { "sheet" } else { "beside" });
    let style = card.unchecked_ref::<HtmlElement>().style();
    let _ = style.remove_property("--ne-card-width");
    let Some(opener) = opener.filter(|_| !is_sheet) else {
        let _ = style.remove_property("left");
        let _ = style.remove_property("top");
        return;
    };
    let mark = opener.get_bounding_client_rect();
    // Over the list beside the map, else right of the mark, else left of it, else below.
    let side =
        opener.closest(".ne-maprow").ok().flatten().and_then(|row| row.query_selector(".ne-side").ok().flatten());
    let (left, top) = match side.map(|side| side.get_bounding_client_rect()).filter(|side| side.width() > 1.0) {
        Some(side) => {
            let _ = style.set_property("--ne-card-width", &super::dom::pixels(side.width()));
            (side.left(), side.top())
        }
        None if mark.right() + GAP + CARD_WIDTH <= frame.right() => (mark.right() + GAP, mark.top() - 40.0),
        None if mark.left() - GAP - CARD_WIDTH >= frame.left() => (mark.left() - GAP - CARD_WIDTH, mark.top() - 40.0),
        None => (mark.left().min(frame.right() - CARD_WIDTH), mark.bottom() + GAP),
    };
    let left = (left - frame.left()).max(0.0);
    let top = (top - frame.top()).max(0.0);
    let _ = style.set_property("left", &super::dom::pixels(left.round()));
    let _ = style.set_property("top", &super::dom::pixels(top.round()));
}
