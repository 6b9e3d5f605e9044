//! The canvas and the SVG of one scene, in a real browser: every mark's ink is in the same place.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]
#![expect(clippy::cast_possible_truncation, reason = "the sides of a canvas are small whole numbers")]

use news_explainer::geometry::{self, Point, Rect, Slant};
use news_explainer::paint::{self, PenKind};
use news_explainer::scene::{self, Anchor, Scene, Shape, Stroke};
use news_explainer::text::{self, Family, Font};
use news_explainer::theme::{self, Token};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement, HtmlImageElement, SvgGraphicsElement};

// The SVG writer is native and part of the command line; here it is compiled into the test.
#[path = "../src/static_page/svg.rs"]
#[expect(dead_code, unreachable_pub, reason = "it is a module of the crate, of which the test uses a part")]
mod svg;

wasm_bindgen_test_configure!(run_in_browser);

const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 80.0;
/// Ink that is fainter than this much of the way from the paper does not count.
const FAINT: u8 = 60;

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// A canvas covered with paper, kept in memory as every drawing on it is read back.
fn canvas(ratio: f64) -> (HtmlCanvasElement, CanvasRenderingContext2d) {
    let canvas: HtmlCanvasElement = document().create_element("canvas").unwrap().unchecked_into();
    canvas.set_attribute("dir", "ltr").unwrap();
    canvas.set_width((WIDTH * ratio) as u32);
    canvas.set_height((HEIGHT * ratio) as u32);
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"willReadFrequently".into(), &true.into()).unwrap();
    let context = canvas.get_context_with_context_options("2d", &options).unwrap().unwrap();
    let context: CanvasRenderingContext2d = context.unchecked_into();
    let [red, green, blue] = svg::Theme::Light.palette().color(Token::Paper);
    context.set_fill_style_str(&format!("rgb({red},{green},{blue})"));
    context.fill_rect(0.0, 0.0, WIDTH * ratio, HEIGHT * ratio);
    (canvas, context)
}

/// The place of everything that is not paper, in CSS pixels.
fn ink(context: &CanvasRenderingContext2d, ratio: f64) -> Rect {
    let data = context.get_image_data(0.0, 0.0, WIDTH * ratio, HEIGHT * ratio).unwrap().data().0;
    let [red, green, blue] = svg::Theme::Light.palette().color(Token::Paper);
    let paper = [red, green, blue, 255];
    let is_ink = |pixel: &[u8]| *pixel != paper && paper.iter().zip(pixel).any(|(a, b)| a.abs_diff(*b) > FAINT);
    let bare = paper.repeat((WIDTH * ratio) as usize);
    let mut corners = Vec::new();
    for (y, row) in data.chunks(bare.len()).enumerate().filter(|(_, row)| *row != bare) {
        let columns = || row.chunks(4).enumerate().filter(|(_, pixel)| is_ink(pixel)).map(|(x, _)| x as f64);
        if let (Some(first), Some(last)) = (columns().next(), columns().next_back()) {
            let y = y as f64;
            corners.extend([Point::new(first / ratio, y / ratio), Point::new((last + 1.0) / ratio, (y + 1.0) / ratio)]);
        }
    }
    geometry::bounds(&corners)
}

/// How far the line that a canvas calls `bottom` lies below the alphabetic baseline.
fn edge(font: &str) -> f64 {
    let (_, context) = canvas(1.0);
    context.set_font(font);
    // Not fontBoundingBoxDescent: Chromium's `bottom` is the em box's.
    let [alphabetic, bottom] = ["alphabetic", "bottom"].map(|baseline| {
        context.set_text_baseline(baseline);
        context.measure_text("x").unwrap().actual_bounding_box_ascent()
    });
    bottom - alphabetic
}

fn painted(shapes: &[Shape], ratio: f64) -> Rect {
    let (canvas, context) = canvas(ratio);
    let mut pen = CanvasBackend::with_canvas_object(canvas).unwrap();
    paint::paint(shapes, &mut pen, ratio, &svg::Theme::Light.palette(), PenKind::Canvas(&edge)).unwrap();
    ink(&context, ratio)
}

fn scene(shapes: &[Shape]) -> Scene {
    Scene { width: WIDTH, height: HEIGHT, shapes: shapes.to_vec(), regions: Vec::new() }
}

async fn drawn(shapes: &[Shape], ratio: f64) -> Rect {
    let written = svg::standalone(&scene(shapes), svg::Theme::Light, "test");
    let image = HtmlImageElement::new().unwrap();
    let source: String = js_sys::encode_uri_component(&written).into();
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{source}"));
    JsFuture::from(image.decode()).await.unwrap();
    let (_, context) = canvas(ratio);
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, WIDTH * ratio, HEIGHT * ratio).unwrap();
    ink(&context, ratio)
}

fn distance(a: Rect, b: Rect) -> f64 {
    [a.x - b.x, a.y - b.y, a.right() - b.right(), a.bottom() - b.bottom()]
        .into_iter()
        .fold(0.0, |most, by| by.abs().max(most))
}

async fn agree(name: &str, shapes: &[Shape]) -> Result<(), String> {
    for ratio in [1.0, 2.0, 3.0] {
        let (canvas, svg) = (painted(shapes, ratio), drawn(shapes, ratio).await);
        if canvas.width <= 0.0 || distance(canvas, svg) > 1.0 {
            return Err(format!("{name} at ratio {ratio}: canvas {canvas:?}, SVG {svg:?}\n"));
        }
    }
    Ok(())
}

async fn all_agree(scenes: Vec<(String, Vec<Shape>)>) {
    let mut wrong = String::new();
    for (name, shapes) in scenes {
        wrong += &agree(&name, &shapes).await.err().unwrap_or_default();
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn stroke(width: f64) -> Option<Stroke> {
    Some(Stroke { color: Token::Ink, width })
}

#[wasm_bindgen_test]
async fn marks_are_in_the_same_place() {
    let hexagon = geometry::hexagon(Point::new(90.3, 40.2), 30.0);
    let line = |from: (f64, f64), to: (f64, f64), width: f64| {
        let mut scene = Scene::new(WIDTH, HEIGHT);
        scene.line(Point::new(from.0, from.1), Point::new(to.0, to.1), Token::Ink, width);
        scene.shapes
    };
    let mut hatched = Scene::new(WIDTH, HEIGHT);
    for (a, b) in geometry::hatch(&hexagon, theme::HATCH_STEP, Slant::Up, &[]) {
        hatched.line(a, b, Token::Ink, theme::HATCH_WIDTH);
    }
    let mut dotted = Scene::new(WIDTH, HEIGHT);
    dotted.dots(20.0, 60.0, 40.0, 16.0);
    dotted.shapes.iter_mut().for_each(|shape| {
        if let Shape::Circle { fill, .. } = shape {
            *fill = Some(Token::Ink);
        }
    });
    let polygon = |fill, stroke| vec![Shape::Polygon { points: hexagon.clone(), fill, stroke }];
    let rect = |rect, fill, stroke| vec![Shape::Rect { rect, fill, stroke }];
    let circle = |fill, stroke| vec![Shape::Circle { center: Point::new(50.4, 40.6), radius: 20.5, fill, stroke }];
    let scenes = [
        ("a bar", rect(Rect::new(10.3, 10.7, 100.1, 20.2), Some(Token::Ink), None)),
        ("an outlined box", rect(Rect::new(10.5, 10.5, 100.0, 30.0), None, stroke(1.0))),
        ("a thick box", rect(Rect::new(12.2, 10.8, 100.0, 30.0), None, stroke(2.0))),
        ("a hexagon", polygon(Some(Token::Ink), None)),
        ("an outlined hexagon", polygon(Some(Token::Paper), stroke(2.0))),
        ("a hairline hexagon", polygon(None, stroke(1.0))),
        ("hatching", hatched.shapes),
        ("dots", dotted.shapes),
        ("a disc", circle(Some(Token::Ink), None)),
        ("a ring", circle(None, stroke(1.5))),
        ("a level hairline", line((10.0, 20.0), (200.0, 20.0), 1.0)),
        ("a level hairline between pixels", line((10.0, 20.4), (200.0, 20.4), 1.0)),
        ("an upright line", line((30.5, 10.0), (30.5, 70.0), 2.0)),
        ("a slanted line", line((10.2, 10.4), (200.0, 70.0), 1.5)),
        (
            "a sharp corner",
            vec![Shape::Line {
                points: vec![Point::new(20.0, 20.0), Point::new(120.0, 40.0), Point::new(20.0, 60.0)],
                stroke: Stroke { color: Token::Ink, width: 3.0 },
            }],
        ),
    ];
    all_agree(scenes.into_iter().map(|(name, shapes)| (name.to_owned(), shapes)).collect()).await;
}

#[wasm_bindgen_test]
async fn texts_are_in_the_same_place() {
    let mut scenes = Vec::new();
    for words in ["179.94亿元", "Solar jagged"] {
        for anchor in [Anchor::Start, Anchor::Middle, Anchor::End] {
            for size in [12.0, 13.5, 20.0, 32.0] {
                for (family, is_bold) in [(Family::Sans, false), (Family::Sans, true), (Family::Serif, true)] {
                    let font = Font { family, size, is_bold };
                    let at = Point::new(120.3, 50.2);
                    let shape = Shape::Text { at, text: words.to_owned(), font, color: Token::Ink, anchor };
                    scenes.push((format!("{words} {anchor:?} {font:?}"), vec![shape]));
                }
            }
        }
    }
    all_agree(scenes).await;
}

#[wasm_bindgen_test]
fn a_text_stands_on_its_baseline() {
    for size in [12.0, 16.0, 24.0, 32.0] {
        for font in [Font::sans(size), Font::bold(size), Font::serif(size)] {
            for ratio in [1.0, 2.0, 3.0] {
                let at = Point::new(20.0, 50.0);
                let shape = Shape::Text { at, text: "EHEH".to_owned(), font, color: Token::Ink, anchor: Anchor::Start };
                let bottom = painted(&[shape], ratio).bottom();
                assert!((bottom - 50.0).abs() <= 1.0, "{font:?} at ratio {ratio} stands on {bottom}");
            }
        }
    }
}

#[wasm_bindgen_test]
fn anchors_keep_their_side_on_a_page_from_right_to_left() {
    let at = Point::new(120.0, 50.0);
    let shapes =
        [Shape::Text { at, text: "left".to_owned(), font: Font::sans(16.0), color: Token::Ink, anchor: Anchor::Start }];
    let page = document().create_element("div").unwrap();
    page.set_attribute("dir", "rtl").unwrap();
    page.set_inner_html(&svg::inline(&scene(&shapes), "", "", false));
    document().body().unwrap().append_child(&page).unwrap();
    let text: SvgGraphicsElement = page.query_selector("text").unwrap().unwrap().unchecked_into();
    let place = text.get_b_box().unwrap();
    assert!((place.x() / 4.0 - 120.0).abs() < 2.0, "{}", place.x());
    page.remove();
}

#[wasm_bindgen_test]
fn painting_adds_nothing_to_the_host_page() {
    let before = document().query_selector_all("*").unwrap().length();
    let at = Point::new(20.0, 50.0);
    painted(
        &[Shape::Text {
            at,
            text: "179.94亿元".to_owned(),
            font: Font::sans(16.0),
            color: Token::Ink,
            anchor: Anchor::End,
        }],
        2.0,
    );
    assert_eq!(document().query_selector_all("*").unwrap().length(), before);
}
