//! Whatever an editor or a broken tool writes into a document, the check comes to an end with a page.
#![cfg(feature = "cli")]

use news_explainer::citation;
use news_explainer::document::Cite;
use news_explainer::locale::Language;
use news_explainer::page::Page;
use news_explainer::read_json;
use proptest::prelude::*;
use serde_json::{Value, json};

/// One of everything, small enough to be checked thousands of times.
fn sample() -> Value {
    json!({
        "$schema": "x", "format": 1, "id": "sample", "languages": ["zh-Hans", "en"],
        "kicker": "眉", "title": {"zh-Hans": "题", "en": "Title"}, "lead": "共{own}",
        "sources": [{"id": "s", "publisher": "报", "title": "题", "byline": "人", "date": "2024-06", "inferred": true, "page": "一", "url": "https://a.cn/b?c#d", "note": "注"}],
        "places": [{"id": "p", "name": "晋", "kind": "city", "tile": [1, 2], "cite": [{"source": "s", "exact": "晋"}]}, {"id": "q", "name": "阳", "kind": "zone", "within": "p"}],
        "organizations": [{"id": "o", "name": "公司", "short": "司", "home": "p", "home_basis": "named", "note": "注", "cite": []}],
        "facts": [
            {"id": "own", "label": "甲", "short": "甲", "value": "124家", "noun": {"one": "firm", "other": "firms"}, "scope": "全省", "as_of": "2023-12-31", "speaker": "人", "basis": "stated", "note": "注",
             "checked": {"by": "LZ", "on": "2024-06-13"}, "cite": [{"source": "s", "exact": "124 家", "prefix": "其中", "suffix": "是"}]},
            {"id": "third", "label": "乙", "value": "34家", "basis": "stated", "cite": [{"source": "s", "exact": "34家"}]},
            {"id": "end", "label": "日", "value": "2023年底", "basis": "stated", "cite": [{"source": "s", "exact": "2023年底"}]},
            {"id": "all", "label": "和", "derive": {"sum": ["own", "third"]}},
            {"id": "share", "label": "份", "derive": {"share": ["own", "all"]}},
            {"id": "later", "label": "后", "derive": {"date_after": ["end", "years"]}},
            {"id": "years", "label": "年", "value": "三年", "basis": "stated", "cite": [{"source": "s", "exact": "三年"}]},
            {"id": "nodes", "label": "数", "value": "2个", "basis": "counted", "derive": {"nodes": {"hierarchy": "h", "level": "low", "stage": "landed", "parent": "root", "with": "money"}}}
        ],
        "relations": [{"id": "r", "kind": "sum", "facts": ["own", "third"], "total": "all", "share": "share", "note": "注"}, {"id": "d", "kind": "differ", "facts": ["own", "third"], "note": "注"}],
        "hierarchies": [{
            "id": "h", "title": "层", "levels": [{"id": "top", "name": "上"}, {"id": "low", "name": "下"}], "rule": "数",
            "nodes": [{"id": "root", "name": "根", "hue": "solar"}, {"id": "one", "parent": "root", "name": "甲", "short": "甲", "stage": {"class": "landed", "verb": "引进"}, "facts": ["own"], "organizations": ["o"], "cite": [], "note": "注"}],
            "plan": {"letters": {"a": "root"}, "wide": ["aA"], "narrow": ["A", "a"]}
        }],
        "tables": [{"id": "t", "title": "表", "columns": [{"id": "c", "name": "列", "unit": "亿元", "packed": "1.5 _ -2"}, {"id": "n", "name": "名", "kind": "text", "values": ["甲", "乙", "丙"]}], "note": "注"}],
        "left_out": [{"text": "3.0", "source": "s", "prefix": "的", "suffix": "版", "reason": "版本"}],
        "corrections": [{"fact": "own", "old": "123家", "new": "124家", "date": "2024-06-20", "note": "改"}],
        "story": [
            {"id": "a", "kind": "parts", "kicker": "眉", "title": "约八成{own}", "claim": "between(own/all, 3/4, 0.8)", "facts": ["own", "third"], "whole": "all", "alt": "图", "note": "注", "width": "half", "text": ["{own:number}"]},
            {"id": "b", "kind": "columns", "items": [{"label": "甲", "part": "own", "whole": "all"}]},
            {"id": "m", "kind": "map", "hierarchy": "h", "table": "t"}
        ]
    })
}

/// The places of a document, depth first.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, value)| pointers(value, &format!("{at}/{index}"), found))
        }
        Value::Object(object) => object.iter().for_each(|(key, value)| pointers(value, &format!("{at}/{key}"), found)),
        _ => {}
    }
}

fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "",
        " ",
        "own",
        "all",
        "x",
        "{",
        "}",
        "{own}",
        "{{",
        "{own:number}",
        "124",
        "家",
        "亿元",
        "超过",
        "余",
        "%",
        "2028年底",
        "1e999",
        "NaN",
        "-",
        "(",
        ")",
        "<",
        "==",
        "/",
        "0",
        "and ",
        "max(",
        ",",
        "三分之二",
        "数十",
        "third",
        "two thirds",
        "\u{0}",
        "\u{202e}",
        "javascript:",
        "https://",
        "@",
        "😀",
        "é",
        "A",
        "a",
        ".",
        "_",
        "9999999999999999999999999999999999999999",
        "去年",
        "\n",
        "第十届",
    ]);
    prop::collection::vec(pieces, 0..8).prop_map(|pieces| pieces.concat())
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any_text().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let keys = prop::sample::select(vec![
        "id", "zh-Hans", "en", "value", "sum", "nodes", "facts", "source", "exact", "class", "x", "",
    ]);
    leaf.prop_recursive(3, 24, 4, move |inner| {
        let object = prop::collection::vec((keys.clone(), inner.clone()), 0..4);
        let object = object
            .prop_map(|fields| Value::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()));
        prop_oneof![prop::collection::vec(inner, 0..4).prop_map(Value::Array), object]
    })
}

fn comes_to_an_end(document: &Value) {
    let Ok((document, problems)) = read_json::read(&document.to_string()) else { return };
    let (page, more) = Page::check(&document);
    for problem in problems.iter().chain(&more) {
        for language in [Language::Zh, Language::En] {
            assert!(!problem.message(language).is_empty() && !problem.hint(language).is_empty());
        }
    }
    assert!(!page.languages.is_empty());
    for fact in &page.facts {
        assert!(!fact.label.zh.is_empty() && !fact.id.is_empty());
    }
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(1_500))]

    #[test]
    fn any_value_in_any_field_leaves_a_page_and_problems(changes in prop::collection::vec((any::<prop::sample::Index>(), any_json()), 1..4)) {
        let mut document = sample();
        for (place, value) in changes {
            let mut found = Vec::new();
            pointers(&document, "", &mut found);
            let pointer = place.get(&found).clone();
            if let Some(place) = document.pointer_mut(&pointer) {
                *place = value;
            }
        }
        comes_to_an_end(&document);
    }

    #[test]
    fn any_text_in_any_text_leaves_a_page_and_problems(place in any::<prop::sample::Index>(), text in any_text()) {
        let mut document = sample();
        let mut found = Vec::new();
        pointers(&document, "", &mut found);
        found.retain(|pointer| document.pointer(pointer).is_some_and(Value::is_string));
        if let Some(place) = document.pointer_mut(place.get(&found).as_str()) {
            *place = Value::from(text);
        }
        comes_to_an_end(&document);
    }

    #[test]
    fn any_claim_comes_to_an_end(claim in any_text()) {
        let mut document = sample();
        document["story"][0]["claim"] = Value::from(claim);
        comes_to_an_end(&document);
    }

    #[test]
    fn an_anchor_never_lands_on_another_number(before in any_text(), number in 1_u32..3_000, after in any_text(), sought in 1_u32..3_000) {
        let text = format!("{before}共{number}家{after}");
        let cite = Cite { source: "s".into(), exact: format!("{sought} 家"), prefix: Some("共".into()), suffix: None };
        if let Ok(range) = citation::find(&text, &cite) {
            let characters: Vec<char> = text.chars().collect();
            let found: String = characters[range.clone()].iter().collect();
            prop_assert_eq!(citation::normalize(&found).0, format!("{sought}家"));
            let is_digit = |place: Option<usize>| place.and_then(|place| characters.get(place)).is_some_and(char::is_ascii_digit);
            prop_assert!(!is_digit(range.start.checked_sub(1)) && !is_digit(Some(range.end)));
        }
    }

    #[test]
    fn an_edit_elsewhere_moves_no_anchor(before in "[甲乙丙，。 \n]{0,20}", after in "[甲乙丙，。 \n]{0,20}") {
        let text = format!("{before}组建了 158\n家运营公司{after}");
        let cite = Cite { source: "s".into(), exact: "158 家".into(), prefix: Some("组建了".into()), suffix: None };
        let start = before.chars().count() + 4;
        prop_assert_eq!(citation::find(&text, &cite), Ok(start..start + 5));
    }
}

#[test]
fn the_sample_is_read_and_nearly_sound() {
    let (document, problems) = read_json::read(&sample().to_string()).expect("JSON");
    assert_eq!(problems, []);
    let found: Vec<_> =
        Page::check(&document).1.iter().map(|problem| (problem.code.as_str(), problem.path.clone())).collect();
    assert_eq!(found, [("derive-mismatch", "facts[7].value".to_owned())]);
}

#[test]
fn an_anchor_is_refused_rather_than_guessed() {
    let text = "全省有 12 个开发区，其中１１个 试点，另有 11 个基金。";
    let cite = |exact: &str, prefix: &str, suffix: &str| Cite {
        source: "s".into(),
        exact: exact.into(),
        prefix: Some(prefix.into()).filter(|prefix: &String| !prefix.is_empty()),
        suffix: Some(suffix.into()).filter(|suffix: &String| !suffix.is_empty()),
    };
    assert_eq!(citation::find(text, &cite("11个", "", "")), Err(citation::Why::Ambiguous));
    assert_eq!(citation::find(text, &cite("11个", "其中", "试点")), Ok(14..17));
    assert_eq!(citation::find(text, &cite("1个", "其中", "试点")), Err(citation::Why::OtherDigits));
    assert_eq!(citation::find(text, &cite("13个", "全省有", "开发区")), Err(citation::Why::OtherDigits));
    assert_eq!(citation::find(text, &cite("99家", "", "")), Err(citation::Why::Absent));
    assert_eq!(citation::find(text, &cite(" ", "", "")), Err(citation::Why::Empty));
}
