//! The sector map: what holds for its picture whatever the hierarchy, the width and the language.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "the helpers of a test may stop it")]

use news_explainer::document::{Basis, Hue, StageClass};
use news_explainer::geometry::{self, Point, Rect};
use news_explainer::locale::Language;
use news_explainer::page::{Block, Content, Fact, Hierarchy, Label, Nature, Node, Page, Plan, PlanCell};
use news_explainer::quantity::{Currency, Decimal, Quantity, Scale, Unit, Value};
use news_explainer::scene::{Anchor, Region, Scene, Shape, Target};
use news_explainer::text::{Measure, TableMeasure};
use news_explainer::theme::HUES;
use news_explainer::view::{self, Env};
use std::rc::Rc;

const WIDTHS: [f64; 9] = [280.0, 328.0, 360.0, 500.0, 520.0, 660.0, 688.0, 900.0, 1400.0];

fn label(zh: &str, en: &str) -> Label {
    Label { zh: zh.to_owned(), en: en.to_owned() }
}

fn money(id: &str, number: &str) -> Rc<Fact> {
    let quantity = Quantity::new(Decimal::parse(number).unwrap(), Scale::Yi, Unit::Money(Currency::Yuan));
    Rc::new(Fact {
        id: id.to_owned(),
        label: label("投资", "Investment"),
        short: None,
        value: Value::Quantity(quantity),
        exact: None,
        noun: None,
        scope: None,
        as_of: None,
        as_of_inferred: false,
        speaker: None,
        nature: Nature::Basis(Basis::Stated),
        cites: Vec::new(),
        note: None,
        checked: None,
    })
}

fn node(id: &str, name: Label, hue: Hue, children: Vec<Node>) -> Node {
    Node {
        id: id.to_owned(),
        short: name.clone(),
        name,
        hue,
        stage: None,
        facts: Vec::new(),
        organizations: Vec::new(),
        cites: Vec::new(),
        note: None,
        children,
    }
}

/// A hierarchy with so many leaves below each root, of all stages and with names of several lengths.
fn hierarchy(counts: &[usize]) -> Hierarchy {
    let stages = [StageClass::Landed, StageClass::Advancing, StageClass::InTalks];
    let names = [
        ("浪潮", "Inspur"),
        ("光伏园", "Solar park"),
        ("众合智源", "Zhonghe Zhiyuan"),
        ("智慧农产品园", "Farm produce park"),
    ];
    let root = |(index, count): (usize, &usize)| {
        let hue = HUES[index % HUES.len()].0;
        let leaf = |place: usize| {
            let (zh, en) = names[(index + place) % names.len()];
            let mut leaf = node(&format!("leaf-{index}-{place}"), label(zh, en), hue, Vec::new());
            leaf.stage = Some((stages[place % 3], "引进".to_owned()));
            leaf
        };
        node(&format!("root-{index}"), label("智能装备", "Smart equipment"), hue, (0..*count).map(leaf).collect())
    };
    Hierarchy {
        id: "sectors".to_owned(),
        title: label("板块", "Sectors"),
        levels: vec![("sector".to_owned(), label("板块", "Sector")), ("project".to_owned(), label("项目", "Project"))],
        rule: None,
        roots: counts.iter().enumerate().map(root).collect(),
        plan: None,
    }
}

/// The first six-sector story: 2.7 and 21 of one leaf each, 3.8 of three together.
fn story() -> Hierarchy {
    let mut story = hierarchy(&[8, 4, 4, 5, 8, 6]);
    let shared = money("shared", "3.8");
    let digital = &mut story.roots[0].children;
    digital[0].facts = vec![money("own", "2.7")];
    for leaf in &mut digital[2..5] {
        leaf.facts = vec![Rc::clone(&shared)];
        leaf.stage = Some((StageClass::Landed, "引进".to_owned()));
    }
    story.roots[1].children[0].facts = vec![money("solar", "21")];
    story
}

fn draw(hierarchy: &Hierarchy, width: f64, language: Language) -> Scene {
    let block = Block {
        id: "map".to_owned(),
        kicker: Default::default(),
        title: Default::default(),
        subtitle: Default::default(),
        text: Vec::new(),
        alt: None,
        note: Default::default(),
        is_full_width: true,
        content: Content::Map(Rc::new(hierarchy.clone())),
    };
    view::draw(&block, &Page::default(), &Env { width, language, measure: &TableMeasure })
}

/// Hierarchies from one leaf to hundreds, and from one root to sixty.
fn shapes() -> Vec<Vec<usize>> {
    let mut shapes = vec![
        vec![1],
        vec![7],
        vec![300],
        vec![0, 3],
        vec![1, 1],
        vec![8, 4, 4, 5, 8, 6],
        vec![1; 60],
        vec![5; 60],
        vec![40, 1, 1, 1, 25, 2],
        (1..=24).collect(),
    ];
    // A fixed sequence of odd sizes, the same at every run.
    let mut seed = 7_usize;
    for roots in [3, 5, 9, 14, 31] {
        shapes.push(
            (0..roots)
                .map(|_| {
                    seed = (seed * 1_103 + 12_345) % 65_536;
                    1 + seed % 9
                })
                .collect(),
        );
    }
    shapes
}

fn leaves(scene: &Scene) -> Vec<&Region> {
    scene
        .regions
        .iter()
        .filter(|region| matches!(&region.target, Target::Node(_, id) if id.starts_with("leaf")))
        .collect()
}

fn root_of(region: &Region) -> String {
    let Target::Node(_, id) = &region.target else { panic!("a map's regions are nodes") };
    id.split('-').nth(1).unwrap().to_owned()
}

/// The distance across the sides of two hexagons in widths of a cell; below one they overlap.
fn nearness(a: &Region, b: &Region) -> f64 {
    let (from, to) = (a.bounds().center(), b.bounds().center());
    let (x, y) = (to.x - from.x, to.y - from.y);
    let slant = 3_f64.sqrt() / 2.0;
    x.abs().max((x / 2.0 + y * slant).abs()).max((x / 2.0 - y * slant).abs()) / a.bounds().width
}

fn texts(scene: &Scene) -> Vec<(String, Rect, Anchor)> {
    let boxed = |shape: &Shape| {
        let Shape::Text { at, text, font, anchor, .. } = shape else { return None };
        let width = TableMeasure.width(text, *font);
        let left = match anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - width / 2.0,
            Anchor::End => at.x - width,
        };
        Some((text.clone(), Rect::new(left, at.y - font.size * 0.8, width, font.size * 0.85), *anchor))
    };
    scene.shapes.iter().filter_map(boxed).collect()
}

#[test]
fn no_two_cells_overlap() {
    for counts in shapes() {
        for width in [328.0, 660.0] {
            let scene = draw(&hierarchy(&counts), width, Language::Zh);
            let cells = leaves(&scene);
            for (place, cell) in cells.iter().enumerate() {
                assert!(cells[..place].iter().all(|other| nearness(cell, other) > 0.999), "{counts:?} at {width}");
            }
        }
    }
}

#[test]
fn every_leaf_has_one_cell_and_every_root_stands_before_its_leaves() {
    for counts in shapes() {
        let hierarchy = hierarchy(&counts);
        let scene = draw(&hierarchy, 660.0, Language::Zh);
        let ids: Vec<String> = scene.regions.iter().map(|region| region.target.id_and_kind().0.to_owned()).collect();
        let mut expected = Vec::new();
        for root in &hierarchy.roots {
            expected.push(root.id.clone());
            expected.extend(root.children.iter().map(|leaf| leaf.id.clone()));
        }
        assert_eq!(ids, expected);
    }
}

#[test]
fn the_land_of_a_root_is_connected() {
    for counts in shapes() {
        for width in [328.0, 660.0] {
            let scene = draw(&hierarchy(&counts), width, Language::Zh);
            for root in 0..counts.len() {
                let mine: Vec<&Region> =
                    scene.regions.iter().filter(|region| root_of(region) == root.to_string()).collect();
                let mut reached = vec![0];
                let mut next = 0;
                while let Some(from) = reached.get(next).copied() {
                    next += 1;
                    for (place, other) in mine.iter().enumerate() {
                        if !reached.contains(&place) && touch(mine[from], other) {
                            reached.push(place);
                        }
                    }
                }
                assert_eq!(reached.len(), mine.len(), "root {root} of {counts:?} at {width}");
            }
        }
    }
}

fn touch(a: &Region, b: &Region) -> bool {
    let shared = |point: &&Point| b.outline.iter().any(|other| other.distance(**point) < 0.1);
    a.outline.iter().filter(shared).count() >= 2
}

#[test]
fn the_height_is_in_proportion_to_the_width_of_a_class() {
    for counts in shapes() {
        let hierarchy = hierarchy(&counts);
        let ratio = |width: f64, language| draw(&hierarchy, width, language).height / width;
        for (base, widths) in [(328.0, &WIDTHS[..4]), (660.0, &WIDTHS[4..])] {
            for width in widths {
                for language in [Language::Zh, Language::En] {
                    assert!(
                        (ratio(*width, language) - ratio(base, Language::Zh)).abs() < 1e-9,
                        "{counts:?} at {width}"
                    );
                }
            }
        }
    }
}

#[test]
fn everything_stays_inside_the_picture() {
    for counts in shapes() {
        for width in WIDTHS {
            for language in [Language::Zh, Language::En] {
                let mut hierarchy = hierarchy(&counts);
                hierarchy.roots[0]
                    .children
                    .iter_mut()
                    .take(3)
                    .for_each(|leaf| leaf.facts = vec![money("shared", "1234.56")]);
                let scene = draw(&hierarchy, width, language);
                let frame = Rect::new(-0.01, -0.01, scene.width + 0.02, scene.height + 0.02);
                let inside = |rect: Rect| {
                    frame.contains(Point::new(rect.x, rect.y))
                        && frame.contains(Point::new(rect.right(), rect.bottom()))
                };
                for (text, rect, _) in texts(&scene) {
                    assert!(inside(rect), "{text} of {counts:?} at {width}");
                }
                for shape in &scene.shapes {
                    if let Shape::Polygon { points, .. } = shape {
                        assert!(inside(geometry::bounds(points)), "{counts:?} at {width}");
                    }
                }
            }
        }
    }
}

#[test]
fn no_label_covers_a_cell() {
    for counts in shapes() {
        for (width, language) in WIDTHS.into_iter().zip([Language::Zh, Language::En].into_iter().cycle()) {
            {
                let scene = draw(&hierarchy(&counts), width, language);
                let cells: Vec<Vec<Point>> = leaves(&scene)
                    .iter()
                    .map(|cell| geometry::hexagon(cell.bounds().center(), cell.bounds().height / 2.0 * 0.96))
                    .collect();
                for (text, rect, _) in texts(&scene).iter().filter(|(.., anchor)| *anchor == Anchor::Start) {
                    for cell in &cells {
                        let meets = (0..=20).any(|step| {
                            let x = rect.x + rect.width * f64::from(step) / 20.0;
                            [rect.y, rect.bottom()].iter().any(|y| geometry::contains(cell, Point::new(x, *y)))
                        });
                        assert!(!meets, "{text} of {counts:?} at {width}: {rect:?} {:?}", geometry::bounds(cell));
                    }
                }
            }
        }
    }
}

#[test]
fn one_more_leaf_moves_few_cells() {
    let (mut stayed, mut all) = (0, 0);
    // Sixty regions tell nothing that a dozen do not.
    for counts in shapes().into_iter().filter(|counts| counts.len() < 30) {
        let before = draw(&hierarchy(&counts), 660.0, Language::Zh);
        for root in 0..counts.len() {
            let mut more = counts.clone();
            more[root] += 1;
            let after = draw(&hierarchy(&more), 660.0, Language::Zh);
            for cell in leaves(&before) {
                let there = after.region(&cell.target).expect("no leaf is lost");
                let place = |region: &Region| {
                    let bounds = region.bounds();
                    Point::new(bounds.center().x / bounds.width, bounds.center().y / bounds.width)
                };
                all += 1;
                stayed += usize::from(place(cell).distance(place(there)) < 0.5);
            }
        }
    }
    assert!(stayed * 100 >= all * 80, "{stayed} of {all} stayed");
}

#[test]
fn a_sum_of_several_cells_is_said_once_and_counted_once() {
    for width in WIDTHS {
        let scene = draw(&story(), width, Language::Zh);
        let joint: Vec<String> =
            texts(&scene).into_iter().map(|(text, ..)| text).filter(|text| text.contains("合计")).collect();
        assert_eq!(joint.len(), 1, "{joint:?}");
        assert!(joint[0].contains("3.8"));
        assert!(!texts(&scene).iter().any(|(text, ..)| text.starts_with("1.2")), "never divided");
    }
    let scene = draw(&story(), 688.0, Language::Zh);
    assert!(texts(&scene).iter().any(|(text, ..)| text.replace('\u{a0}', "") == "8项·6.5亿元"));
    assert!(texts(&scene).iter().any(|(text, ..)| text.replace('\u{a0}', "") == "三项合计3.8亿"));
}

#[test]
fn a_link_joins_cells_of_any_rows() {
    let mut story = story();
    for leaf in &mut story.roots[4].children {
        leaf.facts = vec![money("all", "8.25")];
    }
    let scene = draw(&story, 688.0, Language::Zh);
    assert_eq!(texts(&scene).iter().filter(|(text, ..)| text.replace('\u{a0}', "") == "八项合计8.25亿").count(), 1);
}

#[test]
fn a_region_says_sector_position_stage_and_sum() {
    let name = |language, id: &str| {
        let scene = draw(&story(), 660.0, language);
        scene
            .region(&Target::Node("sectors".to_owned(), id.to_owned()))
            .map(|region| region.name.clone())
            .unwrap_or_default()
    };
    assert_eq!(name(Language::Zh, "leaf-0-0"), "浪潮，智能装备，第1个，共8个，落地（引进），2.7亿元");
    assert_eq!(name(Language::Zh, "leaf-0-3"), "智慧农产品园，智能装备，第4个，共8个，落地（引进），三项合计3.8亿元");
    assert_eq!(name(Language::En, "leaf-0-0"), "Inspur, Smart equipment, 1 of 8, landed, CNY 270 million");
    assert_eq!(
        name(Language::En, "leaf-1-1"),
        "Zhonghe Zhiyuan, Smart equipment, 2 of 4, under way, amount not stated"
    );
    assert_eq!(name(Language::Zh, "root-1"), "智能装备，4项，21亿元");
}

#[test]
fn the_same_hierarchy_gives_the_same_picture() {
    let picture = || format!("{:?}", draw(&story(), 660.0, Language::Zh));
    assert_eq!(picture(), picture());
}

#[test]
fn a_plan_is_followed_and_one_that_does_not_fit_is_not() {
    let cell = |root, is_leaf| Some(PlanCell { root, is_leaf });
    let rows =
        vec![vec![cell(0, false), cell(0, false), cell(1, true)], vec![cell(0, true), cell(1, false), cell(1, false)]];
    let mut hierarchy = hierarchy(&[1, 1]);
    hierarchy.plan = Some(Plan { wide: rows.clone(), narrow: rows });
    let scene = draw(&hierarchy, 660.0, Language::Zh);
    let cells = leaves(&scene);
    assert!(cells[0].bounds().y > cells[1].bounds().y, "the first root's leaf is below its label");
    let mut more = self::hierarchy(&[2, 1]);
    more.plan = hierarchy.plan;
    assert_eq!(leaves(&draw(&more, 660.0, Language::Zh)).len(), 3);
}
