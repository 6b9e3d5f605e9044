//! What a scene becomes on the SVG pen, read back: places, colours, texts, and that nothing is drawn wrong.

#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where something is wrong"
)]

use news_explainer::geometry::{self, Point, Rect, Slant};
use news_explainer::paint::{self, Palette, PenKind};
use news_explainer::scene::{Anchor, Scene, Shape, Stroke};
use news_explainer::static_page::svg::{self, Theme};
use news_explainer::text::{Family, Font};
use news_explainer::theme::Token;
use plotters::prelude::SVGBackend;
use proptest::prelude::*;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::{Document, Node};
use resvg::usvg::{Options, Tree};

const WIDTH: f64 = 200.0;
const HEIGHT: f64 = 120.0;

fn scene(shapes: Vec<Shape>) -> Scene {
    Scene { width: WIDTH, height: HEIGHT, shapes, regions: Vec::new() }
}

fn stroke(color: Token, width: f64) -> Option<Stroke> {
    Some(Stroke { color, width })
}

fn text(at: Point, text: &str, font: Font, anchor: Anchor) -> Shape {
    Shape::Text { at, text: text.to_owned(), font, color: Token::Ink, anchor }
}

/// The marks inside the picture, as XML.
fn inline(shapes: Vec<Shape>) -> String {
    svg::inline(&scene(shapes), "ne-n", "A test", false)
}

/// The same shapes as the pen writes them, before any tidying.
fn untidied(shapes: &[Shape], scale: f64, palette: &Palette, kind: PenKind) -> String {
    let mut written = String::new();
    let mut pen = SVGBackend::with_string(&mut written, (800, 480));
    paint::paint(shapes, &mut pen, scale, palette, kind).unwrap();
    drop(pen);
    written
}

fn marks<'a>(document: &'a Document) -> Vec<Node<'a, 'a>> {
    document.root_element().descendants().skip(1).filter(|node| node.is_element()).collect()
}

/// The subpaths of a path in relative steps, in CSS pixels.
fn subpaths(steps: &str) -> Vec<Vec<Point>> {
    let mut subpaths: Vec<Vec<Point>> = Vec::new();
    let (mut x, mut y) = (0.0, 0.0);
    let separated = steps.replace('-', " -");
    let mut rest = separated.as_str();
    while let Some(letter) = rest.chars().next() {
        let end = rest[1..].find(|c: char| c.is_ascii_alphabetic()).map_or(rest.len(), |at| at + 1);
        let numbers: Vec<f64> = rest[1..end].split_whitespace().map(|number| number.parse().unwrap()).collect();
        match letter {
            'm' | 'l' => {
                for (place, pair) in numbers.chunks(2).enumerate() {
                    (x, y) = (x + pair[0] / 4.0, y + pair[1] / 4.0);
                    if letter == 'm' && place == 0 {
                        subpaths.push(Vec::new());
                    }
                    subpaths.last_mut().unwrap().push(Point::new(x, y));
                }
            }
            'h' | 'v' => {
                for number in numbers {
                    if letter == 'h' {
                        x += number / 4.0
                    } else {
                        y += number / 4.0
                    }
                    subpaths.last_mut().unwrap().push(Point::new(x, y));
                }
            }
            'z' => {
                let start = subpaths.last().unwrap()[0];
                (x, y) = (start.x, start.y);
            }
            other => panic!("unknown step {other} in {steps}"),
        }
        rest = &rest[end..];
    }
    subpaths
}

fn boxes(node: Node) -> Vec<Rect> {
    subpaths(node.attribute("d").unwrap()).iter().map(|points| geometry::bounds(points)).collect()
}

#[test]
fn a_filled_rectangle_lands_on_its_corners() {
    let written =
        inline(vec![Shape::Rect { rect: Rect::new(10.0, 20.5, 30.0, 40.0), fill: Some(Token::Data), stroke: None }]);
    let document = Document::parse(&written).unwrap();
    let [mark] = marks(&document)[..] else { panic!("{written}") };
    assert_eq!(boxes(mark), [Rect::new(10.0, 20.5, 30.0, 40.0)]);
    assert_eq!(mark.attribute("fill"), Some("var(--ne-data)"));
}

#[test]
fn an_outline_of_a_rectangle_is_centred_on_its_edge_and_lies_over_its_fill() {
    let rect = Rect::new(10.5, 10.5, 40.0, 20.0);
    let written = inline(vec![Shape::Rect { rect, fill: Some(Token::Paper), stroke: stroke(Token::RuleStrong, 1.0) }]);
    let document = Document::parse(&written).unwrap();
    let [fill, outline] = marks(&document)[..] else { panic!("{written}") };
    assert_eq!(boxes(fill), [rect]);
    assert_eq!(
        boxes(outline),
        [
            Rect::new(10.0, 10.0, 41.0, 1.0),
            Rect::new(10.0, 30.0, 41.0, 1.0),
            Rect::new(10.0, 11.0, 1.0, 19.0),
            Rect::new(50.0, 11.0, 1.0, 19.0),
        ]
    );
}

#[test]
fn a_polygon_with_an_outline_is_one_mark() {
    let points = vec![Point::new(10.0, 10.0), Point::new(30.0, 12.0), Point::new(22.0, 40.25)];
    let shape = Shape::Polygon { points: points.clone(), fill: Some(Token::Ground), stroke: stroke(Token::Ink, 1.5) };
    let written = inline(vec![shape]);
    let document = Document::parse(&written).unwrap();
    let [mark] = marks(&document)[..] else { panic!("{written}") };
    assert_eq!(subpaths(mark.attribute("d").unwrap()), [points]);
    let look = ["fill", "stroke", "stroke-width"].map(|name| mark.attribute(name).unwrap());
    assert_eq!(look, ["var(--ne-ground)", "var(--ne-ink)", "6"]);
    assert!(mark.attribute("d").unwrap().ends_with('z'));
}

#[test]
fn a_thin_straight_line_fills_whole_pixels_wherever_it_is_put() {
    for y in [20.0, 20.1, 20.25, 20.5, 20.9] {
        let mut lines = Scene::new(WIDTH, HEIGHT);
        lines.line(Point::new(5.0, y), Point::new(105.0, y), Token::Rule, 1.0);
        let written = inline(lines.shapes.clone());
        let document = Document::parse(&written).unwrap();
        let place = boxes(marks(&document)[0])[0];
        assert_eq!((place.y.fract(), place.height, place.width), (0.0, 1.0, 100.0));
        assert!((place.center().y - y).abs() <= 0.5);
        for scale in [1.0, 1.25, 2.0, 3.0] {
            let palette = Theme::Light.palette();
            let raw = untidied(&lines.shapes, scale, &palette, PenKind::Canvas(&|_| 0.0));
            let document = Document::parse(&raw).unwrap_or_else(|_| panic!("{raw}"));
            let height: f64 = marks(&document)[0].attribute("height").unwrap().parse().unwrap();
            assert_eq!(height, scale.round());
        }
    }
}

#[test]
fn a_slanted_line_keeps_its_ends_and_neighbours_of_one_look_are_one_path() {
    let polygon = geometry::hexagon(Point::new(100.0, 60.0), 40.0);
    let lines = geometry::hatch(&polygon, 6.0, Slant::Up, &[]);
    let mut hatched = Scene::new(WIDTH, HEIGHT);
    lines.iter().for_each(|(a, b)| hatched.line(*a, *b, Token::DataSoft, 1.5));
    let written = inline(hatched.shapes);
    let document = Document::parse(&written).unwrap();
    let [mark] = marks(&document)[..] else { panic!("{written}") };
    let drawn = subpaths(mark.attribute("d").unwrap());
    assert_eq!(drawn.len(), lines.len());
    for ((a, b), points) in lines.iter().zip(&drawn) {
        assert!(a.distance(points[0]) < 0.2 && b.distance(points[1]) < 0.2);
    }
}

#[test]
fn the_dots_of_an_underline_are_one_path_and_a_lone_circle_stays_a_circle() {
    let mut dotted = Scene::new(WIDTH, HEIGHT);
    dotted.dots(10.0, 80.0, 50.0, 16.0);
    let center = Point::new(150.0, 60.0);
    let circle = Shape::Circle { center, radius: 12.0, fill: Some(Token::Accent), stroke: stroke(Token::Ink, 2.0) };
    dotted.shapes.push(circle);
    let written = inline(dotted.shapes);
    let document = Document::parse(&written).unwrap();
    let [dots, circle] = marks(&document)[..] else { panic!("{written}") };
    let drawn = subpaths(dots.attribute("d").unwrap());
    assert_eq!(drawn.len(), 20);
    assert_eq!(drawn[1][0], Point::new(15.0, drawn[0][0].y));
    assert_eq!(dots.attribute("stroke-linecap"), Some("round"));
    let place = ["cx", "cy", "r", "stroke-width", "fill"].map(|name| circle.attribute(name).unwrap());
    assert_eq!(place, ["600", "240", "48", "8", "var(--ne-accent)"]);
}

#[test]
fn a_text_keeps_its_anchor_baseline_size_weight_and_family() {
    let at = Point::new(50.0, 30.0);
    let written = inline(vec![
        text(at, "左 & left", Font::sans(14.0), Anchor::Start),
        text(at, "<b>\"right\"</b>", Font::bold(12.5), Anchor::End),
        text(at, "middle", Font::serif(32.0), Anchor::Middle),
    ]);
    let document = Document::parse(&written).unwrap();
    let [start, end, middle] = marks(&document)[..] else { panic!("{written}") };
    let look = |node: Node| {
        ["x", "y", "font-size", "text-anchor", "font-weight", "class"]
            .map(|name| node.attribute(name).unwrap_or("-").to_owned())
    };
    assert_eq!(look(start), ["200", "120", "56", "-", "-", "-"]);
    assert_eq!(look(end), ["200", "120", "50", "end", "bold", "-"]);
    assert_eq!(look(middle), ["200", "120", "128", "middle", "bold", "s"]);
    assert_eq!(start.text(), Some("左 & left"));
    assert_eq!(end.text(), Some("<b>\"right\"</b>"));
}

#[test]
fn a_canvas_is_told_how_far_under_the_baseline_a_font_ends_and_asked_once_for_each() {
    let asked = std::cell::RefCell::new(Vec::new());
    let edge = |font: &str| {
        asked.borrow_mut().push(font.to_owned());
        3.4
    };
    let palette = Palette::new("A, \"B C\"", "D", |_| [0, 0, 0]);
    let at = Point::new(50.0, 30.0);
    let shapes = [text(at, "one", Font::bold(14.0), Anchor::Start), text(at, "two", Font::bold(14.0), Anchor::Start)];
    let raw = untidied(&shapes, 2.0, &palette, PenKind::Canvas(&edge));
    assert_eq!(*asked.borrow(), ["bold 28px A, \"B C\""]);
    assert_eq!(raw.matches(r#"x="100" y="63""#).count(), 2);
}

#[test]
fn every_token_is_a_custom_property_and_nothing_else_names_a_colour() {
    let shapes = Token::all()
        .map(|token| Shape::Rect { rect: Rect::new(0.0, 0.0, 9.0, 9.0), fill: Some(token), stroke: None })
        .collect();
    let written = inline(shapes);
    for token in Token::all() {
        assert!(written.contains(&format!("fill=\"var({})\"", token.property())), "{token:?}");
    }
    for noise in ["#", "currentColor", " style=", " id=", "<script", "opacity", "\n", "none"] {
        assert!(!written.contains(noise), "{noise} in {written}");
    }
}

#[test]
fn the_frame_says_size_name_and_direction() {
    let scene = Scene::new(328.0, 150.5);
    let fixed = svg::inline(&scene, "ne-n", "Shares & \"sums\"", false);
    let document = Document::parse(&fixed).unwrap();
    let get = |name: &str| document.root_element().attribute(name);
    assert_eq!(get("viewBox"), Some("0 0 1312 602"));
    assert_eq!((get("width"), get("height")), (Some("100%"), Some("150.5")));
    assert_eq!((get("role"), get("aria-label")), (Some("img"), Some("Shares & \"sums\"")));
    assert_eq!((get("direction"), get("class")), (Some("ltr"), Some("ne-n")));
    let growing = svg::inline(&scene, "ne-w", "", true);
    assert!(!growing.contains(" height="));
    let endless = svg::inline(&Scene::new(f64::INFINITY, f64::NAN), "", "", false);
    assert!(endless.contains(r#"viewBox="0 0 4 4""#));
}

#[test]
fn a_file_has_the_sheets_own_colours_and_fonts() {
    let shapes = vec![
        text(Point::new(9.0, 9.0), "serif", Font::serif(20.0), Anchor::Start),
        text(Point::new(9.0, 9.0), "sans", Font::sans(20.0), Anchor::Start),
    ];
    for (theme, paper, ink) in [(Theme::Light, "#FBFAF6", "#1A1917"), (Theme::Dark, "#15171A", "#F1EFEA")] {
        let written = svg::standalone(&scene(shapes.clone()), theme, "A test");
        let document = Document::parse(&written).unwrap();
        let root = document.root_element();
        assert!(root.attribute("font-family").unwrap().contains("\"Noto Sans CJK SC\""));
        let [title, ground, serif, sans] = marks(&document)[..] else { panic!("{written}") };
        assert_eq!(title.text(), Some("A test"));
        assert_eq!(ground.attribute("fill"), Some(paper));
        assert_eq!(serif.attribute("fill"), Some(ink));
        assert!(serif.attribute("font-family").unwrap().contains("\"Noto Serif CJK SC\""));
        assert_eq!(sans.attribute("font-family"), None);
        let palette = theme.palette();
        assert!(Token::all().all(|token| palette.color(token) != [0x80; 3]), "the sheet lacks a token");
    }
}

#[test]
fn overlapping_outlines_that_run_against_each_other_leave_no_hole() {
    let mut backwards = Rect::new(20.0, 20.0, 40.0, 40.0).corners();
    backwards.reverse();
    let forwards = Rect::new(10.0, 10.0, 80.0, 80.0).corners();
    let polygon = |points| Shape::Polygon { points, fill: Some(Token::Data), stroke: None };
    compare(&[polygon(forwards), polygon(backwards)]).unwrap();
}

#[test]
fn what_is_not_finite_is_not_drawn() {
    let bad = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY];
    let ok = Stroke { color: Token::Ink, width: 1.0 };
    for bad in bad {
        let point = Point::new(bad, 1.0);
        let shapes = vec![
            Shape::Rect { rect: Rect::new(bad, 0.0, 1.0, 1.0), fill: Some(Token::Ink), stroke: None },
            Shape::Rect { rect: Rect::new(0.0, 0.0, 1.0, bad), fill: Some(Token::Ink), stroke: None },
            Shape::Polygon {
                points: vec![Point::default(), point, Point::new(9.0, 9.0)],
                fill: Some(Token::Ink),
                stroke: None,
            },
            Shape::Line { points: vec![Point::default(), point], stroke: ok },
            Shape::Line { points: vec![Point::default(), Point::new(9.0, 9.0)], stroke: Stroke { width: bad, ..ok } },
            Shape::Circle { center: point, radius: 1.0, fill: Some(Token::Ink), stroke: None },
            Shape::Circle { center: Point::default(), radius: bad, fill: Some(Token::Ink), stroke: None },
            text(point, "x", Font::sans(9.0), Anchor::Start),
            text(Point::default(), "x", Font::sans(bad), Anchor::Start),
        ];
        let written = inline(shapes);
        assert!(written.ends_with("></svg>"), "{written}");
    }
    let palette = Theme::Light.palette();
    let dot = Shape::Circle { center: Point::default(), radius: 1.0, fill: Some(Token::Ink), stroke: None };
    for scale in [f64::NAN, 0.0, -1.0, f64::INFINITY] {
        assert!(!untidied(std::slice::from_ref(&dot), scale, &palette, PenKind::Svg).contains("circle"));
    }
}

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![4 => -50.0..250.0, 1 => any::<f64>(), 1 => prop_oneof![Just(f64::NAN), Just(1e308), Just(-1e308), Just(0.0)]]
}

/// Shapes with every number from `number`.
fn shape(number: BoxedStrategy<f64>, words: &'static str) -> impl Strategy<Value = Shape> {
    let tokens: Vec<Token> = Token::all().take(4).collect();
    let token = proptest::sample::select(tokens);
    let point = (number.clone(), number.clone()).prop_map(|(x, y)| Point::new(x, y));
    let line =
        (token.clone(), number.clone()).prop_map(|(color, width)| Stroke { color, width: (width / 20.0).max(0.5) });
    let look = (proptest::option::of(token.clone()), proptest::option::of(line.clone()));
    let points = proptest::collection::vec(point.clone(), 0..7);
    let anchor = prop_oneof![Just(Anchor::Start), Just(Anchor::Middle), Just(Anchor::End)];
    let family = prop_oneof![Just(Family::Sans), Just(Family::Serif)];
    let font =
        (family, number.clone(), any::<bool>()).prop_map(|(family, size, is_bold)| Font { family, size, is_bold });
    prop_oneof![
        (point.clone(), number.clone(), number.clone(), look.clone()).prop_map(
            |(at, width, height, (fill, stroke))| {
                Shape::Rect { rect: Rect::new(at.x, at.y, width.abs(), height.abs()), fill, stroke }
            }
        ),
        (points.clone(), look.clone()).prop_map(|(points, (fill, stroke))| Shape::Polygon { points, fill, stroke }),
        (points, line).prop_map(|(points, stroke)| Shape::Line { points, stroke }),
        (point.clone(), number, look).prop_map(|(center, radius, (fill, stroke))| Shape::Circle {
            center,
            radius,
            fill,
            stroke
        }),
        (point, words, font, token, anchor).prop_map(|(at, text, font, color, anchor)| Shape::Text {
            at,
            text,
            font,
            color,
            anchor
        }),
    ]
}

/// Renders what the pen wrote and what the tidied file says, and tells where they differ.
fn compare(shapes: &[Shape]) -> Result<(), TestCaseError> {
    let palette = Theme::Light.palette();
    let raw = untidied(shapes, 4.0, &palette, PenKind::Svg).replacen(
        '>',
        " stroke-miterlimit=\"10\"><path fill=\"#FBFAF6\" d=\"M0 0h800v480H0z\"/>",
        1,
    );
    let tidied = svg::standalone(&scene(shapes.to_vec()), Theme::Light, "");
    let [raw, tidied] = [(raw, 1.0), (tidied, 4.0)].map(|(written, scale)| {
        let tree = Tree::from_str(&written, &Options::default()).unwrap_or_else(|error| panic!("{error}: {written}"));
        let mut pixels = Pixmap::new(800, 480).unwrap();
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels
    });
    let difference = |a: &[u8], b: &[u8]| a.iter().zip(b).map(|(a, b)| a.abs_diff(*b)).max().unwrap_or_default();
    let differences: Vec<u8> =
        raw.data().chunks(4).zip(tidied.data().chunks(4)).map(|(a, b)| difference(a, b)).collect();
    let far = differences.iter().filter(|difference| **difference > 140).count();
    let near = differences.iter().filter(|difference| **difference > 24).count();
    prop_assert!(far <= 4 && near < 400, "{} pixels differ much, {} a little: {:?}", far, near, shapes);
    Ok(())
}

proptest! {
    #[test]
    fn no_number_is_too_strange_to_paint(shapes in proptest::collection::vec(shape(any_number().boxed(), "[a-z]{0,3}"), 0..12)) {
        let written = inline(shapes);
        let document = Document::parse(&written).unwrap();
        for node in marks(&document) {
            for place in node.attribute("d").map(|_| boxes(node)).unwrap_or_default() {
                prop_assert!(place.x.abs() <= 2.1e6 && place.right().abs() <= 2.1e6, "{}", written);
            }
        }
        for illegible in ["NaN", "inf", "e+"] {
            prop_assert!(!written.contains(illegible));
        }
    }

    #[test]
    fn any_text_is_well_formed_and_read_back_as_it_was(words in proptest::string::string_regex("(?s).{0,12}").unwrap(), label: String) {
        let shapes = vec![text(Point::default(), &words, Font::sans(12.0), Anchor::Start)];
        let written = svg::inline(&scene(shapes.clone()), &label, &label, true);
        let document = Document::parse(&written).unwrap();
        let plain = paint::plain(&words);
        prop_assert_eq!(marks(&document).first().and_then(|node| node.text()).unwrap_or_default(), &plain);
        prop_assert_eq!(document.root_element().attribute("aria-label"), Some(&*paint::plain(&label)));
        let file = svg::standalone(&scene(shapes), Theme::Dark, &label);
        prop_assert!(Document::parse(&file).is_ok());
    }

    #[test]
    fn control_and_forbidden_characters_are_gone(words in proptest::collection::vec(
        prop_oneof![(0_u32..0xa0), Just(0xfffe), Just(0xffff), Just(0x1ffff), Just(0xfdd0), Just(0x4e2d)], 0..20)) {
        let words: String = words.into_iter().filter_map(char::from_u32).collect();
        let plain = paint::plain(&words);
        prop_assert!(!plain.chars().any(|character| character.is_control() || character as u32 & 0xfffe == 0xfffe));
        prop_assert!(!plain.contains("  ") && plain.trim_matches(' ') == plain);
        prop_assert_eq!(paint::plain(&plain), plain.clone());
        prop_assert_eq!(plain.matches('中').count(), words.matches('中').count());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn tidying_does_not_change_a_picture(shapes in proptest::collection::vec(shape((1.0..190.0).boxed(), ""), 1..16)) {
        compare(&shapes)?;
    }
}
