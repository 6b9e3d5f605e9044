//! The browser's own measure of texts, kept so that each text is asked for once.

use crate::text::{Family, Font, Measure};
use litemap::LiteMap;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CanvasRenderingContext2d;

/// Measures on a canvas that is never shown.
pub(super) struct BrowserMeasure {
    context: CanvasRenderingContext2d,
    stacks: (String, String),
    /// Widths by font and text, `700 13px …|text`, and descents by font alone.
    known: RefCell<LiteMap<String, f64>>,
}

impl BrowserMeasure {
    /// A measure with a canvas of its own.
    pub(super) fn new() -> Result<BrowserMeasure, JsValue> {
        let document = super::dom::document()?;
        let canvas: web_sys::HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
        let context = canvas.get_context("2d")?.ok_or_else(|| JsValue::from_str("no canvas"))?.unchecked_into();
        Ok(BrowserMeasure { context, stacks: (String::new(), String::new()), known: RefCell::default() })
    }

    /// Sets the font stacks, sans and serif.
    pub(super) fn set_stacks(&mut self, stacks: (&str, &str)) {
        if (self.stacks.0.as_str(), self.stacks.1.as_str()) != stacks {
            self.stacks = (stacks.0.to_owned(), stacks.1.to_owned());
            self.forget();
        }
    }

    /// Forgets all widths, because fonts arrived.
    pub(super) fn forget(&mut self) {
        self.known.borrow_mut().clear();
    }

    /// How far the lower edge of a font (in the form of CSS) lies below its baseline.
    pub(super) fn descent(&self, font: &str) -> f64 {
        if let Some(descent) = self.known.borrow().get(font) {
            return *descent;
        }
        self.context.set_font(font);
        // Not the font's own descent: the browser's lower edge is the one that the pen hangs texts from.
        let ascent = |baseline: &str| {
            self.context.set_text_baseline(baseline);
            self.context.measure_text("x").map_or(0.0, |metrics| metrics.actual_bounding_box_ascent())
        };
        let descent = ascent("bottom") - ascent("alphabetic");
        self.known.borrow_mut().insert(font.to_owned(), descent);
        descent
    }
}

impl Measure for BrowserMeasure {
    fn width(&self, text: &str, font: Font) -> f64 {
        let stack = if font.family == Family::Serif { &self.stacks.1 } else { &self.stacks.0 };
        let weight = if font.is_bold { "700 " } else { "400 " };
        let font = [weight, &super::dom::number(font.size), "px ", stack].concat();
        let key = [font.as_str(), "|", text].concat();
        let mut known = self.known.borrow_mut();
        if let Some(width) = known.get(key.as_str()) {
            return *width;
        }
        self.context.set_font(&font);
        let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
        known.insert(key, width);
        width
    }
}
