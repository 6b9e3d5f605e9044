//! Canvases: their backing store, and plotters' pen on them.

use super::browser_measure::BrowserMeasure;
use super::style::Style;
use crate::paint;
use crate::scene::Shape;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement};

/// The largest backing store, in device pixels: beyond it iOS shows nothing, without an error.
const MOST_PIXELS: f64 = 16_000_000.0;
/// The longest side, for the same reason.
const LONGEST_SIDE: f64 = 16_000.0;

/// A canvas, hidden from assistive technology: its marks have buttons.
pub(super) fn create(document: &Document, class: &str) -> Result<HtmlCanvasElement, JsValue> {
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_attribute("class", class)?;
    canvas.set_attribute("aria-hidden", "true")?;
    // plotters' anchors flip on a right-to-left canvas; layout mirrors where it must.
    canvas.set_attribute("dir", "ltr")?;
    // Without a size of its own a canvas reports nothing to pens; it is set before each drawing.
    canvas.set_width(1);
    canvas.set_height(1);
    Ok(canvas)
}

/// Draws shapes on a canvas of `(width, height, pixel ratio)`, clearing it first.
pub(super) fn draw(
    canvas: &HtmlCanvasElement,
    shapes: &[Shape],
    size: (f64, f64, f64),
    style: &Style,
    measure: &BrowserMeasure,
) -> Result<(), JsValue> {
    let (width, height, ratio) = size;
    let scale = fitting_scale(width, height, ratio);
    let (pixels_wide, pixels_high) = (whole(width * scale), whole(height * scale));
    if (canvas.width(), canvas.height()) == (pixels_wide, pixels_high) {
        let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
        context.clear_rect(0.0, 0.0, f64::from(pixels_wide), f64::from(pixels_high));
    } else {
        canvas.set_width(pixels_wide);
        canvas.set_height(pixels_high);
    }
    if shapes.is_empty() {
        return Ok(());
    }
    let mut pen = CanvasBackend::with_canvas_object(canvas.clone()).ok_or_else(|| JsValue::from_str("no canvas"))?;
    let descent = |font: &str| measure.descent(font);
    paint::paint(shapes, &mut pen, scale, style.palette(), paint::PenKind::Canvas(&descent))
        .map_err(|words| JsValue::from_str(&words))
}

/// The pixel ratio, smaller where the backing store would be too large.
fn fitting_scale(width: f64, height: f64, ratio: f64) -> f64 {
    let ratio = if ratio.is_finite() { ratio.clamp(0.5, 8.0) } else { 1.0 };
    let by_area = (MOST_PIXELS / (width * height).max(1.0)).sqrt();
    let by_side = LONGEST_SIDE / width.max(height).max(1.0);
    ratio.min(by_area).min(by_side)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the longest side")]
fn whole(pixels: f64) -> u32 {
    pixels.clamp(1.0, LONGEST_SIDE).round() as u32
}
