//! From DOM events to inputs: pointer, touch, keyboard and assistive technology come in by this one door.

use crate::geometry::Point;
use crate::scene::Target;
use crate::state::{Input, Key};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent};

/// An input with where it happened.
pub(super) struct Read {
    /// The block's place in the story.
    pub(super) place: Option<usize>,
    /// What happened.
    pub(super) input: Input,
    /// The element that a card belongs to.
    pub(super) opener: Option<Element>,
    /// True where the browser's own answer must be held back once the input is used.
    pub(super) takes_default: bool,
}

/// Reads an event of the shadow root; `None` belongs to the page.
pub(super) fn read(event: &Event, is_card_open: bool) -> Option<Read> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let plot = element.closest(".ne-plot").ok().flatten();
    let place = plot.as_ref().and_then(|plot| plot.get_attribute("data-plot")?.parse().ok());
    let (input, opener, takes_default) = match event.type_().as_str() {
        "click" => {
            let (input, opener) = click(event, &element, plot.as_ref(), is_card_open)?;
            (input, opener, false)
        }
        "pointermove" => (pointer_move(event, plot.as_ref())?, None, false),
        "pointerleave" => (Input::Leave, None, false),
        "focusin" => {
            let mark = element.closest(".ne-mark").ok()??;
            // A finger or mouse that closes a card gives the focus back without a ring.
            if !mark.matches(":focus-visible").unwrap_or(true) {
                return None;
            }
            (Input::Focus(target(&mark)?), None, false)
        }
        "focusout" => {
            element.closest(".ne-mark").ok()??;
            (Input::Blur, None, false)
        }
        "keydown" => (key(event, &element, is_card_open)?, None, true),
        _ => return None,
    };
    Some(Read { place, input, opener, takes_default })
}

fn click(
    event: &Event,
    element: &Element,
    plot: Option<&Element>,
    is_card_open: bool,
) -> Option<(Input, Option<Element>)> {
    if element.closest("[data-close]").ok().flatten().is_some() {
        return Some((Input::Close, None));
    }
    if let Some(pressed) = element.closest("[data-t]").ok().flatten() {
        return Some((Input::Activate(target(&pressed)?), Some(pressed)));
    }
    if let Some(plot) = plot {
        return Some((Input::Tap(point(event.dyn_ref()?, plot)), Some(plot.clone())));
    }
    // A tap beside the card closes it; one inside it, on plain words, does nothing.
    let is_inside_card = element.closest(".ne-card").ok().flatten().is_some();
    (is_card_open && !is_inside_card).then_some((Input::Close, None))
}

fn pointer_move(event: &Event, plot: Option<&Element>) -> Option<Input> {
    let event: &PointerEvent = event.dyn_ref()?;
    if event.pointer_type() == "touch" {
        return None;
    }
    Some(plot.map_or(Input::Leave, |plot| Input::Move(point(event, plot))))
}

fn key(event: &Event, element: &Element, is_card_open: bool) -> Option<Input> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let key = match event.key().as_str() {
        "Escape" => return is_card_open.then_some(Input::Close),
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "Home" => Key::Home,
        "End" => Key::End,
        _ => return None,
    };
    element.closest(".ne-mark").ok()??;
    Some(Input::Key(key))
}

fn target(element: &Element) -> Option<Target> {
    Target::read(&element.get_attribute("data-t")?)
}

fn point(event: &MouseEvent, plot: &Element) -> Point {
    let place = plot.get_bounding_client_rect();
    Point::new(f64::from(event.client_x()) - place.left(), f64::from(event.client_y()) - place.top())
}
