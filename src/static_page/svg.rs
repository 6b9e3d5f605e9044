//! A scene as SVG: inline in a page, following its colours and fonts, or as a file that stands alone.
//!
//! plotters' SVG pen paints the scene four times enlarged, so that a whole number is a quarter of a CSS
//! pixel. What it wrote is then read back and written shorter: neighbours of the same look become one
//! path with relative steps, and nothing is said that is the default anyway.

// Named by path so that the browser test can take this file in too.
#[path = "svg/elements.rs"]
mod elements;

use elements::elements;
use plotters::prelude::SVGBackend;

use crate::paint::{self, Palette, PenKind};
use crate::scene::Scene;
use crate::text::Family;
use crate::theme::Token;

/// The pen's pixels to a CSS pixel.
const SCALE: f64 = 4.0;
/// What the pen is told as the sans of a page, whose sheet sets the real one.
const SANS: &str = "sans";
/// The same for the serif; also its class.
const SERIF: &str = "s";

/// The scene as an element of a page: colours are the sheet's custom properties, sans is the page's own
/// font, texts of class `s` are to be set in the serif. It is `scene.height` high, or, where it
/// grows, as high as its width makes it.
pub fn inline(scene: &Scene, class: &str, label: &str, grows: bool) -> String {
    let numbered = Palette::new(SANS, SERIF, number_as_color);
    let look = Look {
        color: &property,
        family: &|family| if family == SERIF { format!(r#" class="{SERIF}""#) } else { String::new() },
    };
    let height = if grows { String::new() } else { format!(r#" height="{}""#, extent(scene.height)) };
    format!(
        r#"<svg class="{}" {} width="100%"{height} preserveAspectRatio="xMinYMin meet" {}>{}</svg>"#,
        escaped(class),
        frame(scene),
        named(label),
        body(scene, &numbered, &look)
    )
}

/// The scene as a file of its own, in the sheet's colours and fonts, on its paper.
pub fn standalone(scene: &Scene, theme: Theme, label: &str) -> String {
    let palette = theme.palette();
    let sans = escaped(palette.family(Family::Sans));
    let look = Look {
        color: &str::to_owned,
        family: &|family| if family == sans { String::new() } else { format!(r#" font-family="{family}""#) },
    };
    let (width, height) = (extent(scene.width), extent(scene.height));
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" {} width="{width}" height="{height}" font-family="{sans}" {}><title>{}</title><path fill="{}" d="m0 0h{}v{}H0z"/>{}</svg>"#,
        frame(scene),
        named(label),
        escaped(label),
        hexadecimal(palette.color(Token::Paper)),
        (width * SCALE).ceil(),
        (height * SCALE).ceil(),
        body(scene, &palette, &look)
    )
}

/// The two sets of colours in the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// On light paper.
    Light,
    /// On dark paper.
    Dark,
}

const SHEET: &str = include_str!("../../www/news-explainer.css");
/// What is shown where the sheet has no colour.
const GREY: [u8; 3] = [0x80; 3];

impl Theme {
    /// Its name in attributes and in the names of files.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The sheet's own colours and fonts.
    pub fn palette(self) -> Palette {
        let [light, dark] =
            ["{", r#"[theme="dark"]"#].map(|start| SHEET.split_once(start).map_or("", |(_, rules)| rules));
        let own = match self {
            Theme::Light => light,
            Theme::Dark => dark,
        };
        let font = |family: &str| value(light, family).unwrap_or("sans-serif");
        let color = |token: Token| value(own, &token.property()).and_then(read_hexadecimal).unwrap_or(GREY);
        Palette::new(font("--ne-sans"), font("--ne-serif"), color)
    }
}

/// The first value of a property in a style sheet.
fn value<'a>(sheet: &'a str, property: &str) -> Option<&'a str> {
    let (_, rest) = sheet.split_once(&format!(" {property}:"))?;
    rest.split_once(';').map(|(value, _)| value.trim())
}

fn read_hexadecimal(color: &str) -> Option<[u8; 3]> {
    let digits = color.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let byte = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([byte(0)?, byte(2)?, byte(4)?])
}

/// What both kinds say of themselves. Sharp corners are cut off where a canvas cuts them off, and the
/// anchors of texts keep their side on a page that runs from right to left.
fn frame(scene: &Scene) -> String {
    let (width, height) = ((extent(scene.width) * SCALE).ceil(), (extent(scene.height) * SCALE).ceil());
    format!(r#"viewBox="0 0 {width} {height}" direction="ltr" stroke-miterlimit="10""#)
}

fn named(label: &str) -> String {
    format!(r#"role="img" aria-label="{}""#, escaped(label))
}

/// A side of the picture in CSS pixels, to the hundredth.
fn extent(side: f64) -> f64 {
    if side.is_finite() { (side.clamp(1.0, 65_535.0) * 100.0).round() / 100.0 } else { 1.0 }
}

fn escaped(text: &str) -> String {
    paint::plain(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&apos;")
}

fn hexadecimal([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}

/// A colour that stands for its token, to be read back by [`property`].
fn number_as_color(token: Token) -> [u8; 3] {
    [0, 0, u8::try_from(token.number()).unwrap_or_default()]
}

fn property(color: &str) -> String {
    let token = Token::all().find(|token| hexadecimal(number_as_color(*token)) == color);
    token.map_or_else(|| "currentColor".to_owned(), |token| format!("var({})", token.property()))
}

/// How colours and font families, as the pen wrote them, are written.
struct Look<'a> {
    color: &'a dyn Fn(&str) -> String,
    family: &'a dyn Fn(&str) -> String,
}

fn body(scene: &Scene, palette: &Palette, look: &Look) -> String {
    let mut tidy = String::new();
    for element in elements(&painted(scene, palette)) {
        element.write(&mut tidy, look);
    }
    tidy
}

/// What plotters' pen writes.
fn painted(scene: &Scene, palette: &Palette) -> String {
    let mut written = String::new();
    let mut pen = SVGBackend::with_string(&mut written, (1, 1));
    // Its buffer is a string in memory: there is nothing that could fail.
    let _ = paint::paint(&scene.shapes, &mut pen, SCALE, palette, PenKind::Svg);
    drop(pen);
    written
}
