//! A document on its way into the engine: through the browser's own parser, or strictly on the command line.
//!
//! From [`Page::check`] on both are the same. What differs before it stands in [`DIFFERENCES`], and both sides
//! hold to that list. In the browser also: whatever a page hands over is refused or reported, never a trap;
//! and the table of widths is near the browser's own measure.
#![cfg(any(target_arch = "wasm32", feature = "cli"))]
#![cfg_attr(
    target_arch = "wasm32",
    expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where something is wrong")
)]

/// What one text comes to on each side.
struct Difference {
    what: &'static str,
    json: &'static str,
    /// The problem of the command line, by code.
    #[cfg_attr(target_arch = "wasm32", expect(dead_code, reason = "read on the command line only"))]
    strict: &'static str,
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "read in the browser only"))]
    browser: Browser,
}

/// What the browser makes of it.
#[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "read in the browser only"))]
enum Browser {
    /// Shown, with nothing said; the document's id is then this.
    Silent(&'static str),
    /// Refused, with a message that holds these words.
    Refused(&'static str),
    /// A problem at this path.
    Problem(&'static str),
}

const DIFFERENCES: [Difference; 7] = [
    Difference {
        what: "a number beyond all bounds becomes infinity",
        json: r#"{"format":1,"id":"a","facts":[{"id":"x","label":"x","value":1e999}]}"#,
        strict: "not-json",
        browser: Browser::Problem("facts[0]"),
    },
    Difference {
        what: "of a key written twice the last wins",
        json: r#"{"format":1,"id":"a","id":"b"}"#,
        strict: "duplicate-key",
        browser: Browser::Silent("b"),
    },
    Difference {
        what: "a field that nobody knows is ignored",
        json: r#"{"format":1,"id":"a","colour":"red"}"#,
        strict: "unknown-field",
        browser: Browser::Silent("a"),
    },
    Difference {
        what: "a key called __proto__ is a field that nobody knows",
        json: r#"{"format":1,"id":"a","__proto__":{"id":"b"}}"#,
        strict: "unknown-field",
        browser: Browser::Silent("a"),
    },
    Difference {
        what: "half a character becomes the sign for an unknown one",
        json: r#"{"format":1,"id":"\ud800"}"#,
        strict: "not-json",
        browser: Browser::Silent("\u{fffd}"),
    },
    Difference {
        what: "nesting no document needs is refused, earlier than on the command line",
        json: r#"{"format":1,"id":"a","x":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"#,
        strict: "unknown-field",
        browser: Browser::Refused("nested too deeply"),
    },
    Difference {
        what: "a comment is no JSON on either side, but only the command line says where",
        json: "{\"format\":1, // one\n\"id\":\"a\"}",
        strict: "not-json",
        browser: Browser::Refused("JSON"),
    },
];

#[cfg(not(target_arch = "wasm32"))]
mod on_the_command_line {
    use super::DIFFERENCES;
    use news_explainer::read_json;

    #[test]
    fn the_strict_reader_names_every_listed_difference() {
        for difference in &DIFFERENCES {
            let problems = match read_json::read(difference.json) {
                Ok((_, problems)) => problems,
                Err(problem) => vec![problem],
            };
            let codes: Vec<&str> = problems.iter().map(|problem| problem.code.as_str()).collect();
            assert!(codes.contains(&difference.strict), "{}: {codes:?}", difference.what);
        }
    }
}

#[cfg(target_arch = "wasm32")]
mod in_the_browser {
    use super::{Browser, DIFFERENCES};
    use js_sys::{Function, JSON, Reflect};
    use news_explainer::document::Document;
    use news_explainer::explainer::Explainer;
    use news_explainer::locale::Language;
    use news_explainer::page::{Level, Page, Problem};
    use news_explainer::text::{Family, Font, Measure, TableMeasure};
    use serde::Deserialize;
    use wasm_bindgen::prelude::*;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

    wasm_bindgen_test_configure!(run_in_browser);

    const SHANXI: &str = include_str!("../documents/shanxi-zones.json");

    fn from_object(object: JsValue) -> Result<Document, String> {
        Document::deserialize(serde_wasm_bindgen::Deserializer::from(object)).map_err(|error| error.to_string())
    }

    fn from_text(text: &str) -> Result<Document, String> {
        from_object(JSON::parse(text).map_err(|error| format!("no JSON: {error:?}"))?)
    }

    /// The value of an expression of JavaScript.
    fn made_by(expression: &str) -> JsValue {
        Function::new_no_args(&format!("return ({expression})")).call0(&JsValue::NULL).unwrap()
    }

    fn errors(document: &Document) -> Vec<Problem> {
        Page::check(document).1.into_iter().filter(|problem| problem.level == Level::Error).collect()
    }

    #[wasm_bindgen_test]
    fn the_built_in_document_gives_its_page_without_a_problem() {
        let object = JSON::parse(SHANXI).unwrap();
        let length = |list: &str| Reflect::get(&Reflect::get(&object, &list.into()).unwrap(), &"length".into());
        let count = |list: &str| length(list).unwrap().as_f64().unwrap();
        let (page, problems) = Page::check(&from_object(object.clone()).unwrap());
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(page.facts.len() as f64, count("facts"));
        assert_eq!(page.sources.len() as f64, count("sources"));
        assert_eq!(page.story.len() as f64, count("story"));
        let projects: usize = page.hierarchies[0].roots.iter().map(|root| root.leaves().len()).sum();
        assert_eq!(page.fact("all_projects").unwrap().show(Language::En), format!("{projects} projects"));
    }

    #[wasm_bindgen_test]
    fn the_browser_holds_to_the_list_of_differences() {
        for Difference { what, json, browser, .. } in &DIFFERENCES {
            match (browser, from_text(json)) {
                (Browser::Refused(words), Err(message)) => assert!(message.contains(words), "{what}: {message}"),
                (Browser::Silent(id), Ok(document)) => assert_eq!(document.id.as_deref(), Some(*id), "{what}"),
                (Browser::Problem(path), Ok(document)) => {
                    let paths: Vec<String> = errors(&document).into_iter().map(|problem| problem.path).collect();
                    assert!(paths.iter().any(|one| one.starts_with(path)), "{what}: {paths:?}");
                }
                (_, end) => assert_eq!(end.map(|document| document.id), Err(String::new()), "{what}"),
            }
        }
    }

    #[wasm_bindgen_test]
    fn nesting_that_would_exhaust_the_stack_is_refused() {
        for depth in [33, 5_000, 100_000] {
            let deep = made_by(&format!(
                "(() => {{ let x = 1; for (let i = 0; i < {depth}; i += 1) x = [x]; return {{ x }} }})()"
            ));
            let message = from_object(deep).unwrap_err();
            assert!(message.contains("nested too deeply"), "{depth}: {message}");
        }
    }

    /// What a page may put inside an entry; each must be told with the entry's path, and the rest still shown.
    const INSIDE: [(&str, &str); 14] = [
        ("facts[0].value", "NaN"),
        ("facts[0].value", "-Infinity"),
        ("facts[0].value", "1e308"),
        ("facts[0].value", "2 ** 53 + 2"),
        ("facts[0].value", "12n"),
        ("facts[0].value", "['158家']"),
        ("facts[0].value", "'9'.repeat(100000) + '家'"),
        ("facts[0].label", "17"),
        ("facts[0].cite", "'reform'"),
        ("facts[0].cite[0].exact", "{}"),
        ("hierarchies[0].nodes", "{ length: 1e9 }"),
        ("places[0].tile", "[NaN, 1e300]"),
        ("story[0].facts", "[null, undefined, '__proto__']"),
        ("story[0]", "new Map([['id', 'key'], ['kind', 3]])"),
    ];

    #[wasm_bindgen_test]
    fn hostile_values_inside_an_entry_are_problems_with_its_path() {
        for (place, value) in INSIDE {
            let object = JSON::parse(SHANXI).unwrap();
            let spoil = Function::new_with_args("document", &format!("document.{place} = {value}"));
            spoil.call1(&JsValue::NULL, &object).unwrap();
            let document = from_object(object).unwrap();
            let problems = errors(&document);
            let entry = &place[..=place.find(']').unwrap()];
            assert!(problems.iter().any(|problem| problem.path.starts_with(entry)), "{place} = {value}: {problems:?}");
            let explainer = Explainer::open(&document, Language::Zh).unwrap();
            assert!(!explainer.outline().words().is_empty());
        }
    }

    /// What a page may hand over as the whole document.
    const WHOLE: [&str; 18] = [
        "null",
        "undefined",
        "NaN",
        "'{}'",
        "Symbol('document')",
        "() => 1",
        "2n ** 70n",
        "new Set([1])",
        "new Uint8Array(9)",
        "new Date(NaN)",
        "document.body",
        "(() => { const x = { format: 1, facts: [] }; x.facts.push(x); return x })()",
        "new Proxy({}, {})",
        "new Proxy([], {})",
        "{ format: NaN }",
        "{ format: 1e300, story: 1 }",
        "{ format: -0, story: [[[]]] }",
        "JSON.parse('{\"__proto__\": {\"format\": 1}, \"constructor\": 1, \"toString\": null}')",
    ];

    #[wasm_bindgen_test]
    fn hostile_documents_are_refused_in_words() {
        for expression in WHOLE {
            let Ok(document) = from_object(made_by(expression)) else { continue };
            let failure = Explainer::open(&document, Language::En).map(|_| ()).unwrap_err();
            assert!(!failure.message.is_empty(), "{expression}");
        }
    }

    /// What throws while it is read: `element.js` makes text of a page's objects first, so that this never
    /// happens inside the engine; here it must at least leave the engine usable.
    const THROWING: [&str; 4] = [
        "{ format: 1, get facts() { throw new Error('of the page') } }",
        "{ get format() { throw null } }",
        "new Proxy({}, { ownKeys() { throw new TypeError('of the page') } })",
        "(() => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy })()",
    ];

    #[wasm_bindgen_test]
    fn what_throws_while_it_is_read_ends_as_an_exception_and_not_as_a_trap() {
        let read = Closure::<dyn Fn(JsValue) -> bool>::new(|object| from_object(object).is_ok());
        let guarded = "try { return read(value) } catch (error) { return error instanceof WebAssembly.RuntimeError ? 'trap' : 'thrown' }";
        let guarded = Function::new_with_args("read, value", guarded);
        for expression in THROWING {
            let end = guarded.call2(&JsValue::NULL, read.as_ref(), &made_by(expression)).unwrap();
            assert!(end == JsValue::FALSE || end == JsValue::from_str("thrown"), "{expression}: {end:?}");
        }
        assert!(errors(&from_text(SHANXI).unwrap()).is_empty(), "the engine goes on");
    }

    #[wasm_bindgen_test]
    fn a_proxy_of_a_sound_document_is_read_like_the_document() {
        let object = JSON::parse(SHANXI).unwrap();
        let wrap = "const wrap = (x) => typeof x === 'object' && x ? new Proxy(x, { get: (o, k, r) => k === 'length' ? o.length : wrap(Reflect.get(o, k)) }) : x; return wrap(document)";
        let proxy = Function::new_with_args("document", wrap).call1(&JsValue::NULL, &object).unwrap();
        assert_eq!(from_object(proxy).map(|document| errors(&document).len()), Ok(0));
    }

    #[wasm_bindgen_test]
    fn the_table_of_widths_is_near_the_browsers_own_measure() {
        let sheet = include_str!("../www/news-explainer.css");
        let stack = |name: &str| sheet.split(name).nth(1).unwrap().split(';').next().unwrap().trim().to_owned();
        let stacks = [("--ne-sans:", Family::Sans), ("--ne-serif:", Family::Serif), ("--ne-sans-en:", Family::Sans)];
        let document = web_sys::window().unwrap().document().unwrap();
        let canvas: HtmlCanvasElement = document.create_element("canvas").unwrap().unchecked_into();
        let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().unchecked_into();
        let texts = [
            "开发区运营公司",
            "数字信创、装备制造",
            "0123456789",
            "179.94",
            "158家",
            "179.94亿元",
            "CNY 17.994 billion",
            "Companies by service",
            "Energy-storage equipment plant",
            "35 projects",
        ];
        let mut wrong = Vec::new();
        for (name, family) in stacks {
            for is_bold in [false, true] {
                let font = Font { family, size: 16.0, is_bold };
                context.set_font(&format!("{} 16px {}", if is_bold { 700 } else { 400 }, stack(name)));
                for text in texts {
                    let own = context.measure_text(text).unwrap().width();
                    let table = TableMeasure.width(text, font);
                    if (table - own).abs() > 0.15 * own {
                        wrong.push(format!("{name} bold {is_bold} “{text}”: {table:.1}, the browser {own:.1}"));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    use super::Difference;
}
