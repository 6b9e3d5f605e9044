//! A reader without a browser: opens the Shanxi explainer, points, taps, walks with the keys, reads.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use news_explainer::explainer::Explainer;
use news_explainer::geometry::Point;
use news_explainer::locale::Language;
use news_explainer::page::Content;
use news_explainer::read_json;
use news_explainer::scene::{Scene, Shape, Target};
use news_explainer::state::{Event, Input, Key, Response};
use news_explainer::text::TableMeasure;

struct Reader {
    explainer: Explainer,
    width: f64,
}

impl Reader {
    fn opens(document: &str, language: Language) -> Reader {
        let text = std::fs::read_to_string(format!("{}/documents/{document}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let (document, problems) = read_json::read(&text).unwrap();
        assert!(problems.is_empty());
        Reader { explainer: Explainer::open(&document, language).unwrap(), width: 448.0 }
    }

    fn picture(&mut self, block: &str) -> &Scene {
        let place = self.explainer.place(block).unwrap();
        self.explainer.scene(place, self.width, &TableMeasure).unwrap()
    }

    fn does(&mut self, block: &str, input: Input) -> Response {
        self.picture(block);
        let place = self.explainer.place(block);
        self.explainer.input(place, input)
    }

    fn middle_of(&mut self, block: &str, target: &Target) -> Point {
        self.picture(block).region(target).unwrap().bounds().center()
    }

    fn card(&self) -> Option<String> {
        self.explainer.outline().all("ne-card").first().map(|card| card.words())
    }
}

fn fact(id: &str) -> Target {
    Target::Fact(id.to_owned())
}

#[test]
fn tapping_a_bar_opens_the_card_of_its_number_and_tells_the_page() {
    let mut reader = Reader::opens("shanxi-zones.json", Language::Zh);
    let at = reader.middle_of("services", &fact("property"));
    let response = reader.does("services", Input::Tap(at));
    assert_eq!(response.event, Some(Event::Open { id: "property".into(), kind: "fact" }));
    let card = reader.card().unwrap();
    assert!(card.contains("77\u{a0}家"), "{card}");
    assert!(card.contains("科学导报"), "{card}");
}

#[test]
fn a_tap_beside_every_mark_closes_the_card() {
    let mut reader = Reader::opens("shanxi-zones.json", Language::Zh);
    reader.does("who", Input::Activate(fact("own")));
    assert!(reader.card().is_some());
    let response = reader.does("who", Input::Tap(Point::new(-200.0, -200.0)));
    assert!(response.used);
    assert!(reader.card().is_none());
}

#[test]
fn escape_closes_the_card_and_is_left_to_the_page_when_none_is_open() {
    let mut reader = Reader::opens("shanxi-zones.json", Language::Zh);
    reader.does("who", Input::Activate(fact("own")));
    assert!(reader.does("who", Input::Key(Key::Escape)).used);
    assert!(!reader.does("who", Input::Key(Key::Escape)).used);
}

#[test]
fn the_arrow_keys_walk_the_bars_from_top_to_bottom_and_home_and_end_jump() {
    let mut reader = Reader::opens("shanxi-zones.json", Language::Zh);
    let down = |reader: &mut Reader| reader.does("services", Input::Key(Key::Down)).focus;
    reader.does("services", Input::Focus(fact("property")));
    assert_eq!(down(&mut reader), Some(fact("planning")));
    assert_eq!(down(&mut reader), Some(fact("environment")));
    assert_eq!(reader.does("services", Input::Key(Key::End)).focus, Some(fact("smart")));
    assert_eq!(reader.does("services", Input::Key(Key::Home)).focus, Some(fact("operators_services")));
}

#[test]
fn every_project_of_the_map_can_be_reached_by_arrow_keys_alone() {
    let mut reader = Reader::opens("shanxi-zones.json", Language::Zh);
    for width in [328.0, 660.0] {
        reader.width = width;
        let targets: Vec<Target> = reader.picture("map").regions.iter().map(|region| region.target.clone()).collect();
        let mut reached = vec![targets[0].clone()];
        let mut next = 0;
        while next < reached.len() {
            for key in [Key::Left, Key::Right, Key::Up, Key::Down] {
                reader.does("map", Input::Focus(reached[next].clone()));
                if let Some(target) = reader.does("map", Input::Key(key)).focus
                    && !reached.contains(&target)
                {
                    reached.push(target);
                }
            }
            next += 1;
        }
        let missed: Vec<&Target> = targets.iter().filter(|target| !reached.contains(target)).collect();
        assert!(missed.is_empty(), "at {width}: {missed:?}");
    }
}

#[test]
fn pointing_at_a_cell_rings_it_and_leaving_clears_the_ring() {
    let mut reader = Reader::opens("shanxi-zones.json", Language::Zh);
    reader.width = 660.0;
    let target = reader.picture("map").regions.last().unwrap().target.clone();
    let at = reader.middle_of("map", &target);
    assert!(reader.does("map", Input::Move(at)).overlay_changed);
    let place = reader.explainer.place("map").unwrap();
    assert_eq!(reader.explainer.overlay(place).len(), 1);
    assert!(!reader.does("map", Input::Move(at)).overlay_changed, "the same cell is not drawn twice");
    assert!(reader.does("map", Input::Leave).overlay_changed);
    assert!(reader.explainer.overlay(place).is_empty());
}

#[test]
fn an_open_number_is_ringed_in_every_picture_that_draws_it() {
    let mut reader = Reader::opens("shanxi-zones.json", Language::Zh);
    reader.does("who", Input::Activate(fact("operators_services")));
    for block in ["who", "services"] {
        reader.picture(block);
        let place = reader.explainer.place(block).unwrap();
        assert_eq!(reader.explainer.overlay(place).len(), 2, "{block}");
    }
}

#[test]
fn the_card_of_either_figure_shows_the_disagreement() {
    let mut reader = Reader::opens("shanxi-zones.json", Language::Zh);
    for id in ["operators", "operators_services"] {
        reader.does("who", Input::Activate(fact(id)));
        let card = reader.card().unwrap();
        assert!(card.contains("158\u{a0}家") && card.contains("159\u{a0}家") && card.contains("不一致"), "{card}");
    }
}

#[test]
fn the_card_of_a_share_shows_its_arithmetic() {
    let mut reader = Reader::opens("shanxi-zones.json", Language::Zh);
    let derived = reader
        .explainer
        .page()
        .facts
        .iter()
        .find(|fact| fact.equation(Language::Zh).is_some_and(|equation| equation.contains('÷')))
        .unwrap();
    let (id, equation) = (derived.id.clone(), derived.equation(Language::Zh).unwrap());
    reader.does("pilots", Input::Activate(fact(&id)));
    assert!(reader.card().unwrap().contains(&equation), "{equation}");
}

#[test]
fn a_title_never_parts_a_number_from_the_comma_after_it() {
    let reader = Reader::opens("shanxi-zones.json", Language::Zh);
    let outline = reader.explainer.outline();
    let together = outline.all("ne-nb");
    assert!(!together.is_empty());
    assert!(
        together.iter().all(|item| item.words().ends_with(['，', '。', '、', '；', '：', '）', '”', '」'])),
        "{:?}",
        together.iter().map(|item| item.words()).collect::<Vec<_>>()
    );
}

#[test]
fn every_number_of_the_outline_opens_a_fact_that_exists() {
    for document in ["shanxi-zones.json", "energy-week.json"] {
        for language in [Language::Zh, Language::En] {
            let reader = Reader::opens(document, language);
            let outline = reader.explainer.outline();
            let numbers = outline.all("ne-num");
            assert!(numbers.len() > 10);
            for number in numbers {
                let Some(Target::Fact(id)) = &number.target else { panic!("{number:?}") };
                assert!(reader.explainer.page().fact(id).is_some(), "{id}");
            }
        }
    }
}

#[test]
fn the_height_of_a_picture_depends_on_its_width_class_alone() {
    for language in [Language::Zh, Language::En] {
        let mut reader = Reader::opens("shanxi-zones.json", language);
        let blocks: Vec<(String, bool)> = reader
            .explainer
            .page()
            .story
            .iter()
            .map(|block| (block.id.clone(), matches!(block.content, Content::Map(_))))
            .collect();
        for (block, is_map) in blocks {
            let heights = |reader: &mut Reader, widths: [f64; 3]| {
                widths.map(|width| {
                    reader.width = width;
                    let scene = reader.picture(&block);
                    if is_map { scene.height / scene.width } else { scene.height }
                })
            };
            for widths in [[280.0, 328.0, 410.0], [530.0, 660.0, 900.0]] {
                let [first, second, third] = heights(&mut reader, widths);
                assert!(
                    (first - second).abs() < 1e-6 && (second - third).abs() < 1e-6,
                    "{block}: {first} {second} {third}"
                );
            }
        }
    }
}

#[test]
fn bars_are_as_long_as_their_values_say() {
    let mut reader = Reader::opens("shanxi-zones.json", Language::Zh);
    let scene = reader.picture("services").clone();
    let bars: Vec<f64> = scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Rect { rect, fill: Some(news_explainer::theme::Token::Data), .. } => Some(rect.width),
            _ => None,
        })
        .collect();
    let expected = [77.0, 64.0, 57.0, 56.0, 37.0].map(|value| value / 159.0 * 448.0);
    assert_eq!(bars.len(), expected.len());
    for (bar, expected) in bars.iter().zip(expected) {
        assert!((bar - expected).abs() < 1e-6, "{bar} {expected}");
    }
}

#[test]
fn the_source_line_names_the_newspaper_before_our_own_article() {
    let reader = Reader::opens("shanxi-zones.json", Language::Zh);
    for line in reader.explainer.outline().all("ne-src") {
        assert!(line.words().starts_with("来源：《科学导报》"), "{}", line.words());
    }
}
