//! Colours and fonts as the page's style sheets give them.

use crate::locale::Language;
use crate::paint::Palette;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement};

/// The values of the sheet's custom properties on one element.
pub(super) struct Style {
    palette: Palette,
    sans: String,
    serif: String,
}

impl Style {
    /// Reads them.
    pub(super) fn read(host: &Element, language: Language) -> Result<Style, JsValue> {
        let style = web_sys::window()
            .ok_or(JsValue::NULL)?
            .get_computed_style(host)?
            .ok_or_else(|| JsValue::from_str("no computed style"))?;
        let stack = |name: &str| -> Result<String, JsValue> {
            let value = style.get_property_value(name)?;
            let value = value.trim();
            Ok(if value.is_empty() { "sans-serif".to_owned() } else { value.to_owned() })
        };
        let sans = stack(language.pick("--ne-sans", "--ne-sans-en"))?;
        let serif = stack(language.pick("--ne-serif", "--ne-serif-en"))?;
        let palette = Palette::new(&sans, &serif, |token| color(&style, &token.property()));
        Ok(Style { palette, sans, serif })
    }

    /// The colours and fonts for the pen.
    pub(super) fn palette(&self) -> &Palette {
        &self.palette
    }

    /// The font stacks, sans and serif.
    pub(super) fn fonts(&self) -> (&str, &str) {
        (&self.sans, &self.serif)
    }
}

/// A custom property as red, green, blue; a newspaper may write it as `#rgb`, `#rrggbb` or `rgb(…)`.
fn color(style: &CssStyleDeclaration, name: &str) -> [u8; 3] {
    let value = style.get_property_value(name).unwrap_or_default();
    read_color(value.trim()).or_else(|| painted_color(value.trim())).unwrap_or([0x80, 0x80, 0x80])
}

/// Any other colour that CSS knows (`hsl()`, `oklch()`, names): painted on one pixel and read back.
fn painted_color(value: &str) -> Option<[u8; 3]> {
    let canvas: HtmlCanvasElement = super::dom::document().ok()?.create_element("canvas").ok()?.unchecked_into();
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    context.set_fill_style_str("#808080");
    context.set_fill_style_str(value);
    context.fill_rect(0.0, 0.0, 1.0, 1.0);
    match context.get_image_data(0.0, 0.0, 1.0, 1.0).ok()?.data().as_slice() {
        [red, green, blue, ..] => Some([*red, *green, *blue]),
        _ => None,
    }
}

fn read_color(value: &str) -> Option<[u8; 3]> {
    if let Some(digits) = value.strip_prefix('#') {
        let number = u32::from_str_radix(digits, 16).ok()?;
        let byte = |shift: u32| u8::try_from((number >> shift) & 0xff).ok();
        let nibble = |shift: u32| u8::try_from(((number >> shift) & 0xf) * 17).ok();
        return match digits.len() {
            3 => Some([nibble(8)?, nibble(4)?, nibble(0)?]),
            6 => Some([byte(16)?, byte(8)?, byte(0)?]),
            8 => Some([byte(24)?, byte(16)?, byte(8)?]),
            _ => None,
        };
    }
    let inner = value.strip_prefix("rgb").and_then(|rest| rest.split_once('('))?.1.split_once(')')?.0;
    let mut numbers = inner.split([',', ' ', '/']).filter(|part| !part.is_empty());
    let mut next = || numbers.next()?.split('.').next()?.parse::<u8>().ok();
    Some([next()?, next()?, next()?])
}
