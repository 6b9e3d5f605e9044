//! Scene to any plotters pen. Here CSS pixels become whole device pixels, once; nothing else rounds.
//!
//! A pen is given finite, clamped pixels and never asked how wide a text is. What pens do differently
//! is evened out here: straight upright lines and outlines are filled rectangles, so that they are crisp
//! and equally wide on all of them; closed outlines have a join at every corner; a text hangs on its
//! alphabetic baseline, which no plotters pen offers by itself.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};

use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, Shape, Stroke};
use crate::text::{Family, Font};
use crate::theme::Token;

/// What the tokens and families stand for on one pen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    colors: Vec<[u8; 3]>,
    sans: String,
    serif: String,
}

impl Palette {
    /// A palette of two font stacks, as CSS writes them, and a colour (red, green, blue) for each token.
    pub fn new(sans: &str, serif: &str, color: impl FnMut(Token) -> [u8; 3]) -> Palette {
        Palette { colors: Token::all().map(color).collect(), sans: plain(sans), serif: plain(serif) }
    }

    /// The colour of a token: red, green, blue.
    pub fn color(&self, token: Token) -> [u8; 3] {
        self.colors.get(token.number()).copied().unwrap_or_default()
    }

    /// The font stack of a family.
    pub fn family(&self, family: Family) -> &str {
        match family {
            Family::Sans => &self.sans,
            Family::Serif => &self.serif,
        }
    }
}

/// What a pen does in its own way.
#[derive(Clone, Copy)]
pub enum PenKind<'a> {
    /// plotters-canvas. It hangs a text by the font's lower edge, so it must be told, for a font in the
    /// form of CSS (`bold 24px serif`), how far that edge lies below the alphabetic baseline.
    Canvas(&'a dyn Fn(&str) -> f64),
    /// plotters-svg. A text is put at its baseline, and the `dy` that the pen adds must be dropped after.
    Svg,
}

/// plotters' SVG pen divides every font size by this, its canvas pen does not.
const SVG_FONT_DIVISOR: f64 = 1.24;
/// Pixels beyond this are drawn at it, far outside of any canvas.
const FARTHEST: f64 = 1e6;
/// Device pixels of the largest type.
const LARGEST_TYPE: f64 = 4096.0;

/// Draws the shapes in order, `scale` device pixels to a CSS pixel.
///
/// A shape with a number that is not finite is left out: it is never drawn in a wrong place. The error
/// is the pen's own words.
pub fn paint<B: DrawingBackend>(
    shapes: &[Shape],
    pen: &mut B,
    scale: f64,
    palette: &Palette,
    pen_kind: PenKind,
) -> Result<(), String> {
    if !scale.is_finite() || scale <= 0.0 {
        return Ok(());
    }
    let mut painter = Painter { pen, grid: Grid::new(scale, pen_kind), palette, pen_kind, edges: Vec::new() };
    for shape in shapes.iter().filter(|shape| is_finite(shape)) {
        painter.shape(shape)?;
    }
    Ok(())
}

/// A text as every pen can set it: no control characters, none that XML forbids, single spaces.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        let is_space = matches!(character, ' ' | '\t' | '\n' | '\r');
        if is_space && !plain.is_empty() && !plain.ends_with(' ') {
            plain.push(' ');
        }
        if !is_space && !character.is_control() && !is_noncharacter(character) {
            plain.push(character);
        }
    }
    plain.truncate(plain.trim_end_matches(' ').len());
    plain
}

fn is_noncharacter(character: char) -> bool {
    let code = u32::from(character);
    code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code)
}

fn is_finite(shape: &Shape) -> bool {
    let are_finite = |points: &[Point]| points.iter().all(|point| point.x.is_finite() && point.y.is_finite());
    let is_thick = |stroke: &Option<Stroke>| stroke.is_none_or(|stroke| stroke.width.is_finite());
    match shape {
        Shape::Rect { rect, stroke, .. } => are_finite(&rect.corners()) && is_thick(stroke),
        Shape::Polygon { points, stroke, .. } => are_finite(points) && is_thick(stroke),
        Shape::Line { points, stroke } => are_finite(points) && stroke.width.is_finite(),
        Shape::Circle { center, radius, stroke, .. } => {
            are_finite(&[*center]) && radius.is_finite() && is_thick(stroke)
        }
        Shape::Text { at, font, .. } => are_finite(&[*at]) && font.size.is_finite(),
    }
}

/// The one place where pixels are rounded, up where two are equally near.
#[expect(clippy::cast_possible_truncation, reason = "the value is finite and within a million pixels")]
fn whole(pixels: f64) -> i32 {
    (pixels + 0.5).floor().clamp(-FARTHEST, FARTHEST) as i32
}

/// How CSS pixels fall on device pixels.
#[derive(Clone, Copy)]
struct Grid {
    scale: f64,
    /// Straight lines that are a multiple of this wide begin at a multiple of it: the SVG pen's own
    /// pixels are finer than the screen's.
    step: i32,
}

impl Grid {
    fn new(scale: f64, pen_kind: PenKind) -> Grid {
        let step = match pen_kind {
            PenKind::Canvas(_) => 1,
            PenKind::Svg => whole(scale).max(1),
        };
        Grid { scale, step }
    }

    fn at(self, css: f64) -> i32 {
        whole(css * self.scale)
    }

    fn point(self, point: Point) -> (i32, i32) {
        (self.at(point.x), self.at(point.y))
    }

    /// A line's width or a circle's radius: at least a pixel.
    fn size(self, css: f64) -> i32 {
        self.at(css.abs()).max(1)
    }

    /// Both ends of an extent, at least a pixel from each other.
    fn span(self, from: f64, to: f64) -> (i32, i32) {
        let start = self.at(from.min(to));
        (start, self.at(from.max(to)).max(start + 1))
    }

    /// Both sides of an upright or level line.
    fn band(self, middle: f64, width: f64) -> (i32, i32) {
        let width = self.size(width);
        let step = if width % self.step == 0 { self.step } else { 1 };
        let start = (middle * self.scale - f64::from(width) / 2.0).clamp(-FARTHEST, FARTHEST);
        let start = whole(start / f64::from(step)) * step;
        (start, start + width)
    }

    /// An outline without points that fall on the one before.
    fn outline(self, points: &[Point]) -> Vec<(i32, i32)> {
        let mut outline: Vec<_> = points.iter().map(|point| self.point(*point)).collect();
        outline.dedup();
        outline
    }
}

struct Painter<'a, B: DrawingBackend> {
    pen: &'a mut B,
    grid: Grid,
    palette: &'a Palette,
    pen_kind: PenKind<'a>,
    /// What the canvas said about each font so far.
    edges: Vec<(String, f64)>,
}

impl<B: DrawingBackend> Painter<'_, B> {
    fn shape(&mut self, shape: &Shape) -> Result<(), String> {
        match shape {
            Shape::Rect { rect, fill, stroke } => self.rect(*rect, *fill, *stroke),
            Shape::Polygon { points, fill, stroke } => self.polygon(points, *fill, *stroke),
            Shape::Line { points, stroke } => self.line(points, *stroke),
            Shape::Circle { center, radius, fill, stroke } => self.circle(*center, *radius, *fill, *stroke),
            Shape::Text { at, text, font, color, anchor } => self.text(*at, &plain(text), *font, *color, *anchor),
        }
    }

    fn rect(&mut self, rect: Rect, fill: Option<Token>, stroke: Option<Stroke>) -> Result<(), String> {
        if let Some(fill) = fill.filter(|_| rect.width > 0.0 && rect.height > 0.0) {
            self.block(self.grid.span(rect.x, rect.right()), self.grid.span(rect.y, rect.bottom()), fill)?;
        }
        let Some(Stroke { color, width }) = stroke else { return Ok(()) };
        let (left, right) = (self.grid.band(rect.x, width), self.grid.band(rect.right(), width));
        let (top, bottom) = (self.grid.band(rect.y, width), self.grid.band(rect.bottom(), width));
        self.block((left.0, right.1), top, color)?;
        self.block((left.0, right.1), bottom, color)?;
        self.block(left, (top.1, bottom.0), color)?;
        self.block(right, (top.1, bottom.0), color)
    }

    /// A filled rectangle of whole pixels, from its ends across and down.
    fn block(&mut self, across: (i32, i32), down: (i32, i32), fill: Token) -> Result<(), String> {
        if across.0 >= across.1 || down.0 >= down.1 {
            return Ok(());
        }
        let style = self.style(fill, 1);
        self.pen.draw_rect((across.0, down.0), (across.1, down.1), &style, true).map_err(words)
    }

    fn polygon(&mut self, points: &[Point], fill: Option<Token>, stroke: Option<Stroke>) -> Result<(), String> {
        let mut outline = self.grid.outline(points);
        while outline.len() > 1 && outline.first() == outline.last() {
            outline.pop();
        }
        let &[first, second, _, ..] = outline.as_slice() else { return Ok(()) };
        if let Some(fill) = fill {
            let style = self.style(fill, 1);
            self.pen.fill_polygon(outline.iter().copied(), &style).map_err(words)?;
        }
        let Some(Stroke { color, width }) = stroke else { return Ok(()) };
        let width = self.grid.size(width);
        outline.push(first);
        // No pen closes a path; going on to the second corner gives the first one its join. A hairline
        // has no joins, but would be darker where it is drawn twice.
        if width > 1 {
            outline.push(second);
        }
        let style = self.style(color, width);
        self.pen.draw_path(outline, &style).map_err(words)
    }

    fn line(&mut self, points: &[Point], Stroke { color, width }: Stroke) -> Result<(), String> {
        if let [a, b] = points {
            let is_same = |a: f64, b: f64| (a - b).abs() * self.grid.scale < 0.5;
            match (is_same(a.x, b.x), is_same(a.y, b.y)) {
                (true, true) => return Ok(()),
                (true, false) => {
                    return self.block(self.grid.band((a.x + b.x) / 2.0, width), self.grid.span(a.y, b.y), color);
                }
                (false, true) => {
                    return self.block(self.grid.span(a.x, b.x), self.grid.band((a.y + b.y) / 2.0, width), color);
                }
                (false, false) => {}
            }
        }
        let path = self.grid.outline(points);
        if path.len() < 2 {
            return Ok(());
        }
        let style = self.style(color, self.grid.size(width));
        self.pen.draw_path(path, &style).map_err(words)
    }

    fn circle(
        &mut self,
        center: Point,
        radius: f64,
        fill: Option<Token>,
        stroke: Option<Stroke>,
    ) -> Result<(), String> {
        if radius <= 0.0 {
            return Ok(());
        }
        let (center, radius) = (self.grid.point(center), self.grid.size(radius).unsigned_abs());
        if let Some(fill) = fill {
            let style = self.style(fill, 1);
            self.pen.draw_circle(center, radius, &style, true).map_err(words)?;
        }
        let Some(Stroke { color, width }) = stroke else { return Ok(()) };
        let style = self.style(color, self.grid.size(width));
        self.pen.draw_circle(center, radius, &style, false).map_err(words)
    }

    fn text(&mut self, at: Point, text: &str, font: Font, color: Token, anchor: Anchor) -> Result<(), String> {
        if text.is_empty() || font.size <= 0.0 {
            return Ok(());
        }
        let palette = self.palette;
        let family = palette.family(font.family);
        let size = (font.size * self.grid.scale).min(LARGEST_TYPE);
        let (size, below) = match self.pen_kind {
            PenKind::Canvas(edge) => (size, self.edge(edge, font, size, family)),
            PenKind::Svg => (size * SVG_FONT_DIVISOR, 0.0),
        };
        let h_pos = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let weight = if font.is_bold { FontStyle::Bold } else { FontStyle::Normal };
        let [red, green, blue] = palette.color(color);
        let color = RGBColor(red, green, blue);
        let style = TextStyle::from(FontDesc::new(FontFamily::Name(family), size, weight))
            .color(&color)
            .pos(Pos::new(h_pos, VPos::Bottom));
        // Browsers put the baseline itself on a whole pixel, so it is chosen before the font's edge is added.
        let position = (self.grid.at(at.x), whole(f64::from(self.grid.at(at.y)) + below));
        self.pen.draw_text(text, &style, position).map_err(words)
    }

    /// How far a font's lower edge lies below the baseline, in device pixels; each font is asked for once.
    fn edge(&mut self, ask: &dyn Fn(&str) -> f64, font: Font, size: f64, family: &str) -> f64 {
        let weight = if font.is_bold { "bold " } else { "normal " };
        let name = [weight, &size.to_string(), "px ", family].concat();
        if let Some((_, known)) = self.edges.iter().find(|(known, _)| *known == name) {
            return *known;
        }
        let answer = ask(&name);
        let edge = if answer.is_finite() { answer.clamp(-size, size) } else { size / 5.0 };
        self.edges.push((name, edge));
        edge
    }

    fn style(&self, token: Token, stroke_width: i32) -> ShapeStyle {
        let [red, green, blue] = self.palette.color(token);
        ShapeStyle {
            color: RGBColor(red, green, blue).to_rgba(),
            filled: true,
            stroke_width: stroke_width.unsigned_abs(),
        }
    }
}

fn words(error: impl std::fmt::Display) -> String {
    error.to_string()
}
