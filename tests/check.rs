//! Every kind of problem: a small document that has it, where it is found, and the exact words.
#![cfg(feature = "cli")]
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "the helpers of a test may stop it")]

use news_explainer::document::Document;
use news_explainer::locale::Language;
use news_explainer::page::{Code, Page, Problem};
use news_explainer::read_json;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A sound document: facts that add up, a block, a hierarchy.
fn sound() -> Value {
    let fact = |id: &str, value: &str| json!({"id": id, "label": id, "value": value, "basis": "stated", "cite": [{"source": "s", "exact": value}]});
    json!({
        "format": 1,
        "id": "small",
        "languages": ["zh-Hans", "en"],
        "title": {"zh-Hans": "题目", "en": "A title"},
        "sources": [{"id": "s", "publisher": "报", "date": "2024-06"}],
        "facts": [fact("own", "124家"), fact("third", "34家"), fact("all", "158家")],
        "hierarchies": [{
            "id": "h",
            "title": "层级",
            "levels": [{"id": "top", "name": "上"}, {"id": "low", "name": "下"}],
            "nodes": [{"id": "root", "name": "根"}, {"id": "one", "parent": "root", "name": "甲"}, {"id": "two", "parent": "root", "name": "乙"}]
        }],
        "story": [{"id": "b", "kind": "text", "title": "公司", "text": ["共{own}"]}]
    })
}

fn add(document: &mut Value, list: &str, entry: Value) {
    document[list].as_array_mut().expect("a list").push(entry);
}

fn more_cite(document: &mut Value) {
    let cites = document["facts"][0]["cite"].as_array_mut().expect("a list");
    cites.push(json!({"source": "s", "exact": "124 家"}));
}

fn money(document: &mut Value) {
    let money = json!({"id": "money", "label": "钱", "value": "3亿元", "basis": "stated", "cite": [{"source": "s", "exact": "3亿元"}]});
    document["facts"].as_array_mut().expect("a list").push(money);
}

fn problems(document: Value) -> Vec<Problem> {
    let document: Document = serde_json::from_value(document).expect("the document as a whole can be read");
    Page::check(&document).1
}

type Case = (fn(&mut Value), &'static str, &'static str, &'static str, &'static str);

/// What is changed, the code, the path, the Chinese and the English words.
const CASES: &[Case] = &[
    // A source without date.
    (
        |d| {
            d["sources"][0]["date"] = json!("2024-13");
        },
        "impossible-date",
        "sources[0].date",
        "来源“s”：没有“2024-13”这样的日期。",
        "Source “s”: There is no date “2024-13”.",
    ),
    // Leap.
    (
        |d| {
            d["facts"][0]["checked"] = json!({"by": "LZ", "on": "2023-02-29"});
        },
        "impossible-date",
        "facts[0].checked.on",
        "事实“own”：没有“2023-02-29”这样的日期。",
        "Fact “own”: There is no date “2023-02-29”.",
    ),
    // Format.
    (
        |d| {
            d["format"] = json!(2);
        },
        "unsupported-format",
        "format",
        "format 是 2，这个程序只读 1。",
        "format is 2; this program reads 1.",
    ),
    // Language.
    (
        |d| {
            d["languages"] = json!(["zh-Hans", "en", "fr"]);
        },
        "unknown-language",
        "languages[2]",
        "不认识语言“fr”。",
        "The language “fr” is not known.",
    ),
    // No languages.
    (
        |d| {
            d["languages"] = json!([]);
        },
        "missing-field",
        "languages",
        "缺少“languages”。",
        "“languages” is missing.",
    ),
    // A wrong type.
    (
        |d| {
            d["facts"][0]["cite"][0]["exact"] = json!(158);
        },
        "unreadable-entry",
        "facts[0].cite[0].exact",
        "这一条读不出来：类型不对，这里是数，应当是文字。",
        "This entry cannot be read: invalid type: number, expected a string.",
    ),
    // A missing field.
    (
        |d| {
            add(d, "sources", json!({"id": "other"}));
        },
        "unreadable-entry",
        "sources[1]",
        "这一条读不出来：缺少字段“publisher”。",
        "This entry cannot be read: missing field `publisher`.",
    ),
    // A wrong word.
    (
        |d| {
            d["places"] = json!([{"id": "p", "name": "晋", "kind": "town"}]);
        },
        "unreadable-entry",
        "places[0].kind",
        "这一条读不出来：没有“town”这个选项，可用的是 `country`, `province`, `city`, `county`, `zone`。",
        "This entry cannot be read: unknown variant `town`, expected one of `country`, `province`, `city`, `county`, `zone`.",
    ),
    // No title.
    (
        |d| {
            d.as_object_mut().expect("object").remove("title");
        },
        "missing-text",
        "title",
        "这里没有文字。",
        "There is no text here.",
    ),
    // An empty text.
    (
        |d| {
            d["facts"][0]["label"] = json!({"zh-Hans": " "});
        },
        "missing-text",
        "facts[0].label",
        "事实“own”：这里没有文字。",
        "Fact “own”: There is no text here.",
    ),
    // No translation.
    (
        |d| {
            d["facts"][0]["label"] = json!({"zh-Hans": "公司"});
        },
        "missing-translation",
        "facts[0].label",
        "事实“own”：缺英文文字，读者会看到另一种语言。",
        "Fact “own”: The English text is missing; readers will see the other language.",
    ),
    // No value.
    (
        |d| {
            d["facts"][0].as_object_mut().expect("object").remove("value");
        },
        "missing-field",
        "facts[0]",
        "事实“own”：缺少“value”。",
        "Fact “own”: “value” is missing.",
    ),
    // No basis.
    (
        |d| {
            d["facts"][0].as_object_mut().expect("object").remove("basis");
        },
        "missing-field",
        "facts[0]",
        "事实“own”：缺少“basis”。",
        "Fact “own”: “basis” is missing.",
    ),
    // Empty id.
    (
        |d| {
            d["facts"][1]["id"] = json!("");
        },
        "empty-id",
        "facts[1].id",
        "id 是空的。",
        "The id is empty.",
    ),
    // Bad id.
    (
        |d| {
            d["facts"][1]["id"] = json!("a b");
        },
        "bad-id",
        "facts[1].id",
        "事实“a b”：id“a b”里有不能用的字符，或者太长。",
        "Fact “a b”: The id “a b” has characters that it cannot have, or is too long.",
    ),
    // Bad document id.
    (
        |d| {
            d["id"] = json!("山西");
        },
        "bad-id",
        "id",
        "id“山西”里有不能用的字符，或者太长。",
        "The id “山西” has characters that it cannot have, or is too long.",
    ),
    // Duplicate id.
    (
        |d| {
            d["facts"][1]["id"] = json!("own");
        },
        "duplicate-id",
        "facts[1].id",
        "事实“own”：“own”已经用过。",
        "Fact “own”: “own” is already taken.",
    ),
    // Unknown source.
    (
        |d| {
            d["facts"][0]["cite"][0]["source"] = json!("x");
            more_cite(d);
        },
        "unknown-id",
        "facts[0].cite[0].source",
        "事实“own”：没有 id 为“x”的条目。",
        "Fact “own”: Nothing has the id “x”.",
    ),
    // Unknown fact in a relation.
    (
        |d| {
            d["relations"] = json!([{"id": "r", "kind": "sum", "facts": ["own", "x"], "total": "all"}]);
        },
        "unknown-id",
        "relations[0].facts[1]",
        "关系“r”：没有 id 为“x”的条目。",
        "Relation “r”: Nothing has the id “x”.",
    ),
    // Overlong.
    (
        |d| {
            d["lead"] = json!("长".repeat(100_001));
        },
        "overlong",
        "lead",
        "有 100001 个字，上限是 100000。",
        "There are 100001 characters; the limit is 100000.",
    ),
    // Overlong list.
    (
        |d| {
            d["left_out"] = Value::Array(vec![json!({"text": "1", "source": "s", "reason": "x"}); 10_001]);
        },
        "overlong",
        "left_out",
        "有 10001 个条目，上限是 10000。",
        "There are 10001 entries; the limit is 10000.",
    ),
    // Javascript.
    (
        |d| {
            d["sources"][0]["url"] = json!("javascript:alert(1)");
        },
        "bad-link",
        "sources[0].url",
        "来源“s”：链接“javascript:alert(1)”不能用：不是以 http:// 或 https:// 开头。",
        "Source “s”: The link “javascript:alert(1)” cannot be used: it does not begin with http:// or https://.",
    ),
    // User.
    (
        |d| {
            d["sources"][0]["url"] = json!("https://a.cn@b.cn/");
        },
        "bad-link",
        "sources[0].url",
        "来源“s”：链接“https://a.cn@b.cn/”不能用：主机名前写了用户名。",
        "Source “s”: The link “https://a.cn@b.cn/” cannot be used: it names a user before the host.",
    ),
    // Space.
    (
        |d| {
            d["sources"][0]["url"] = json!("https://a.cn/a b");
        },
        "bad-link",
        "sources[0].url",
        "来源“s”：链接“https://a.cn/a b”不能用：含有空格、控制字符或看不见的字符。",
        "Source “s”: The link “https://a.cn/a b” cannot be used: it holds spaces, control characters or invisible ones.",
    ),
    // Host.
    (
        |d| {
            d["sources"][0]["url"] = json!("https:///a");
        },
        "bad-link",
        "sources[0].url",
        "来源“s”：链接“https:///a”不能用：主机名或端口不对。",
        "Source “s”: The link “https:///a” cannot be used: its host or port is not well formed.",
    ),
    // Place circle.
    (
        |d| {
            d["places"] = json!([{"id": "p", "name": "晋", "kind": "city", "within": "p"}]);
        },
        "place-cycle",
        "places[0].within",
        "地点“p”：地点“p”层层包含，绕成了圈或太深。",
        "Place “p”: The place “p” lies in a circle of places, or too deep.",
    ),
    // Unreadable value.
    (
        |d| {
            d["facts"][0]["value"] = json!("很多家");
        },
        "unreadable-value",
        "facts[0].value",
        "事实“own”：值“很多家”读不出来：这里应当有一个数字。",
        "Fact “own”: The value “很多家” cannot be read: a number is expected here.",
    ),
    // No citation.
    (
        |d| {
            d["facts"][0]["cite"] = json!([]);
        },
        "no-citation",
        "facts[0]",
        "事实“own”：没有引文，也没有写怎样算出。",
        "Fact “own”: It is neither cited nor derived.",
    ),
    // Other digits.
    (
        |d| {
            d["facts"][0]["value"] = json!("125家");
        },
        "quote-digits",
        "facts[0].cite[0].exact",
        "事实“own”：值是“125家”，引文写的却是“124家”。",
        "Fact “own”: The value is “125家”, but the quotation says “124家”.",
    ),
    // Other unit.
    (
        |d| {
            d["facts"][0]["value"] = json!("124个");
        },
        "quote-digits",
        "facts[0].cite[0].exact",
        "事实“own”：值是“124个”，引文写的却是“124家”。",
        "Fact “own”: The value is “124个”, but the quotation says “124家”.",
    ),
    // Dropped qualifier.
    (
        |d| {
            d["facts"][0]["value"] = json!("20亿元");
            d["facts"][0]["cite"][0]["exact"] = json!("超过20亿元");
        },
        "quote-digits",
        "facts[0].cite[0].exact",
        "事实“own”：值是“20亿元”，引文写的却是“超过20亿元”。",
        "Fact “own”: The value is “20亿元”, but the quotation says “超过20亿元”.",
    ),
    // No number.
    (
        |d| {
            d["facts"][0]["cite"][0]["exact"] = json!("公司");
        },
        "quote-digits",
        "facts[0].cite[0].exact",
        "事实“own”：值是“124家”，引文写的却是“公司”。",
        "Fact “own”: The value is “124家”, but the quotation says “公司”.",
    ),
    // Other year.
    (
        |d| {
            d["facts"][0]["value"] = json!("2022年10月");
            d["facts"][0]["basis"] = json!("inferred");
            d["facts"][0]["cite"][0]["exact"] = json!("去年10月");
        },
        "quote-digits",
        "facts[0].cite[0].exact",
        "事实“own”：值是“2022年10月”，引文写的却是“去年10月”。",
        "Fact “own”: The value is “2022年10月”, but the quotation says “去年10月”.",
    ),
    // Long quotation.
    (
        |d| {
            d["facts"][0]["cite"][0]["prefix"] = json!("一二三四五六七八九十一二三，");
        },
        "quote-too-long",
        "facts[0].cite[0].prefix",
        "事实“own”：引文有 14 个字，上限是 12。",
        "Fact “own”: The quotation has 14 characters; the limit is 12.",
    ),
    // Inferred year.
    (
        |d| {
            d["facts"][0]["value"] = json!("2023年10月");
            d["facts"][0]["cite"][0]["exact"] = json!("去年10月");
        },
        "inferred-without-basis",
        "facts[0].cite[0].exact",
        "事实“own”：“2023年10月”有一部分是推断的，却写成了原文写明的。",
        "Fact “own”: “2023年10月” is partly inferred, but given as stated.",
    ),
    // As of nothing.
    (
        |d| {
            d["facts"][0]["as_of"] = json!("2023-12-31");
        },
        "unsupported-as-of",
        "facts[0].as_of",
        "事实“own”：as_of“2023-12-31”没有依据。",
        "Fact “own”: Nothing supports the as_of “2023-12-31”.",
    ),
    // As of inferred.
    (
        |d| {
            d["facts"][0]["as_of"] = json!("2024-06");
            d["sources"][0]["inferred"] = json!(true);
        },
        "inferred-without-basis",
        "facts[0].as_of",
        "事实“own”：“2024-06”有一部分是推断的，却写成了原文写明的。",
        "Fact “own”: “2024-06” is partly inferred, but given as stated.",
    ),
    // Circle.
    (
        |d| {
            add(d, "facts", json!({"id": "x", "label": "甲", "derive": {"sum": ["own", "x"]}}));
        },
        "derive-cycle",
        "facts[3].derive",
        "事实“x”：它要由自己算出，绕成了圈。",
        "Fact “x”: It is derived from itself, in a circle.",
    ),
    // Count.
    (
        |d| {
            add(
                d,
                "facts",
                json!({"id": "x", "label": "甲", "value": "3个", "basis": "counted", "derive": {"count": ["own", "third"]}}),
            );
        },
        "derive-mismatch",
        "facts[3].value",
        "事实“x”：值写的是“3个”，算出来是“2个”。",
        "Fact “x”: The value is “3个”, but it comes out as “2个”.",
    ),
    // Sum of units.
    (
        |d| {
            money(d);
            add(d, "facts", json!({"id": "x", "label": "甲", "derive": {"sum": ["own", "money"]}}));
        },
        "derive-kind",
        "facts[4].derive",
        "事实“x”：算不出来：单位不同，不能计算。",
        "Fact “x”: It cannot be worked out: the units differ.",
    ),
    // Nothing to add.
    (
        |d| {
            add(d, "facts", json!({"id": "x", "label": "甲", "derive": {"sum": []}}));
        },
        "derive-kind",
        "facts[3].derive.sum",
        "事实“x”：算不出来：参与计算的事实个数不对。",
        "Fact “x”: It cannot be worked out: there are too few or too many facts.",
    ),
    // One fact.
    (
        |d| {
            d["relations"] = json!([{"id": "r", "kind": "sum", "facts": ["own"], "total": "all"}]);
        },
        "relation-facts",
        "relations[0].facts",
        "关系“r”：写了 1 个事实，至少要 2 个；share 只要一个，difference 只要两个。",
        "Relation “r”: Its facts number 1, at least 2 needed; share takes one only, difference two.",
    ),
    // Broken sum.
    (
        |d| {
            d["relations"] = json!([{"id": "r", "kind": "sum", "facts": ["own", "all"], "total": "third"}]);
        },
        "relation-broken",
        "relations[0]",
        "关系“r”：不成立：own 124家 + all 158家 = 282家 ≠ third 34家，相差 248家。",
        "Relation “r”: It does not hold: own 124家 + all 158家 = 282家 ≠ third 34家; the gap is 248家.",
    ),
    // Broken at most.
    (
        |d| {
            d["relations"] = json!([{"id": "r", "kind": "at_most", "facts": ["own", "third"]}]);
        },
        "relation-broken",
        "relations[0]",
        "关系“r”：不成立：own 124家 > third 34家，相差 90家。",
        "Relation “r”: It does not hold: own 124家 > third 34家; the gap is 90家.",
    ),
    // Broken equal.
    (
        |d| {
            d["relations"] = json!([{"id": "r", "kind": "equal", "facts": ["own", "third"]}]);
        },
        "relation-broken",
        "relations[0]",
        "关系“r”：不成立：own 124家 ≠ third 34家，相差 90家。",
        "Relation “r”: It does not hold: own 124家 ≠ third 34家; the gap is 90家.",
    ),
    // Broken difference.
    (
        |d| {
            d["relations"] = json!([{"id": "r", "kind": "difference", "facts": ["all", "own"], "total": "own"}]);
        },
        "relation-broken",
        "relations[0]",
        "关系“r”：不成立：all 158家 − own 124家 = 34家 ≠ own 124家，相差 90家。",
        "Relation “r”: It does not hold: all 158家 − own 124家 = 34家 ≠ own 124家; the gap is 90家.",
    ),
    // Broken share.
    (
        |d| {
            add(
                d,
                "facts",
                json!({"id": "x", "label": "甲", "value": "80%", "basis": "stated", "cite": [{"source": "s", "exact": "80%"}]}),
            );
            d["relations"] = json!([{"id": "r", "kind": "share", "facts": ["own"], "total": "all", "share": "x"}]);
        },
        "relation-broken",
        "relations[0]",
        "关系“r”：不成立：own 124家 ÷ all 158家 = 78.481% ≠ x 80%，相差 1.519%。",
        "Relation “r”: It does not hold: own 124家 ÷ all 158家 = 78.481% ≠ x 80%; the gap is 1.519%.",
    ),
    // Units.
    (
        |d| {
            money(d);
            d["relations"] = json!([{"id": "r", "kind": "at_most", "facts": ["own", "money"]}]);
        },
        "relation-units",
        "relations[0]",
        "关系“r”：单位不同，不能相加或比较：own 124家 与 money 3亿元。",
        "Relation “r”: The units differ, they cannot be added or compared: own 124家 and money 3亿元.",
    ),
    // Scopes.
    (
        |d| {
            d["facts"][0]["scope"] = json!("一期");
            d["facts"][1]["scope"] = json!("二期");
            d["relations"] = json!([{"id": "r", "kind": "sum", "facts": ["own", "third"], "total": "all"}]);
        },
        "relation-scope",
        "relations[0]",
        "关系“r”：“own”与“third”的口径不同，却没有说明。",
        "Relation “r”: “own” and “third” differ in scope, and nothing says so.",
    ),
    // No note.
    (
        |d| {
            d["relations"] = json!([{"id": "r", "kind": "differ", "facts": ["own", "all"]}]);
        },
        "differ-needs-note",
        "relations[0]",
        "关系“r”：声明了不一致（own 124家 ≠ all 158家），却没有 note。",
        "Relation “r”: It declares a disagreement (own 124家 ≠ all 158家) without a note.",
    ),
    // Equal after all.
    (
        |d| {
            d["relations"] = json!([{"id": "r", "kind": "differ", "facts": ["own", "own"], "note": "不一致"}]);
        },
        "differ-but-equal",
        "relations[0]",
        "关系“r”：声明了不一致，其实相等：own 124家 = own 124家。",
        "Relation “r”: It declares a disagreement, but the facts are equal: own 124家 = own 124家.",
    ),
    // No total.
    (
        |d| {
            d["relations"] = json!([{"id": "r", "kind": "sum", "facts": ["own", "third"]}]);
        },
        "missing-field",
        "relations[0]",
        "关系“r”：缺少“total”。",
        "Relation “r”: “total” is missing.",
    ),
    // Claim syntax.
    (
        |d| {
            d["story"][0]["claim"] = json!("own < ");
        },
        "claim-syntax",
        "story[0].claim",
        "版块“b”：断言的第 7 个字符处读不下去：这里应当是数、事实或括号。",
        "Block “b”: The claim cannot be read at character 7: a number, a fact or a bracket is expected.",
    ),
    // Claim chain.
    (
        |d| {
            d["story"][0]["claim"] = json!("1 < own < 2");
        },
        "claim-syntax",
        "story[0].claim",
        "版块“b”：断言的第 9 个字符处读不下去：比较不能连写，请用 and 连接。",
        "Block “b”: The claim cannot be read at character 9: comparisons cannot be chained; join them with and.",
    ),
    // Claim false.
    (
        |d| {
            d["story"][0]["claim"] = json!("own/all < 0.5");
        },
        "claim-false",
        "story[0].claim",
        "版块“b”：断言不成立：own/all < 0.5（own 124家, all 158家）。",
        "Block “b”: The claim does not hold: own/all < 0.5 (own 124家, all 158家).",
    ),
    // Claim unknown.
    (
        |d| {
            d["story"][0]["claim"] = json!("owned > 1");
        },
        "claim-unknown",
        "story[0].claim",
        "版块“b”：断言里的“owned”不是事实。",
        "Block “b”: “owned” in the claim is not a fact.",
    ),
    // Bare digits.
    (
        |d| {
            d["story"][0]["title"] = json!("共158家公司");
        },
        "bare-number",
        "story[0].title",
        "版块“b”：“158”没有出处，见“共158家公司”。",
        "Block “b”: “158” has no origin, in “共158家公司”.",
    ),
    // Bare numeral.
    (
        |d| {
            d["story"][0]["title"] = json!({"zh-Hans": "五分之四", "en": "Most"});
        },
        "bare-number",
        "story[0].title.zh-Hans",
        "版块“b”：“五分之四”没有出处，见“五分之四”。",
        "Block “b”: “五分之四” has no origin, in “五分之四”.",
    ),
    // Bare word.
    (
        |d| {
            d["story"][0]["title"] = json!({"zh-Hans": "多数", "en": "Four in all"});
        },
        "bare-number",
        "story[0].title.en",
        "版块“b”：“Four”没有出处，见“Four in all”。",
        "Block “b”: “Four” has no origin, in “Four in all”.",
    ),
    // Bare in the lead.
    (
        |d| {
            d["lead"] = json!("两家公司");
        },
        "bare-number",
        "lead",
        "“两”没有出处，见“两家公司”。",
        "“两” has no origin, in “两家公司”.",
    ),
    // Unknown fact.
    (
        |d| {
            d["story"][0]["text"][0] = json!("{owned}");
        },
        "unknown-fact-in-text",
        "story[0].text[0]",
        "版块“b”：花括号里的“owned”不是事实。",
        "Block “b”: “owned” in braces is not a fact.",
    ),
    // Open brace.
    (
        |d| {
            d["story"][0]["text"][0] = json!("共{own");
        },
        "unclosed-brace",
        "story[0].text[0]",
        "版块“b”：花括号没有合上：“{own”。",
        "Block “b”: A brace is not closed: “{own”.",
    ),
    // Plan count.
    (
        |d| {
            d["hierarchies"][0]["plan"] = json!({"letters": {"a": "root"}, "wide": ["aA"], "narrow": ["aAA"]});
        },
        "plan-mismatch",
        "hierarchies[0].plan.wide",
        "层级“h”：图样与节点不符：“root 1 ≠ 2”，格数与节点数不同。",
        "Hierarchy “h”: The plan does not fit the nodes: “root 1 ≠ 2”, cells and nodes differ in number.",
    ),
    // Plan apart.
    (
        |d| {
            d["hierarchies"][0]["plan"] = json!({"letters": {"a": "root"}, "wide": ["A.A"], "narrow": ["AA"]});
        },
        "plan-mismatch",
        "hierarchies[0].plan.wide",
        "层级“h”：图样与节点不符：“root”，这一片没有连在一起。",
        "Hierarchy “h”: The plan does not fit the nodes: “root”, its cells do not hang together.",
    ),
    // Plan rows.
    (
        |d| {
            d["hierarchies"][0]["plan"] = json!({"letters": {"a": "root"}, "wide": ["AA", "a"], "narrow": ["AA"]});
        },
        "plan-mismatch",
        "hierarchies[0].plan.wide[1]",
        "层级“h”：图样与节点不符：“a”，各行长度不一。",
        "Hierarchy “h”: The plan does not fit the nodes: “a”, the rows are not equally long.",
    ),
    // Plan letter.
    (
        |d| {
            d["hierarchies"][0]["plan"] = json!({"letters": {"a": "root"}, "wide": ["AB"], "narrow": ["AA"]});
        },
        "plan-mismatch",
        "hierarchies[0].plan.wide[0]",
        "层级“h”：图样与节点不符：“B”，这个字母没有写进 letters。",
        "Hierarchy “h”: The plan does not fit the nodes: “B”, this letter is not among the letters.",
    ),
    // No such parent.
    (
        |d| {
            d["hierarchies"][0]["nodes"][1]["parent"] = json!("x");
        },
        "hierarchy-parent",
        "hierarchies[0].nodes[1].parent",
        "节点“one”：parent“x”不对：上级节点不存在。",
        "Node “one”: The parent “x” is wrong: there is no such parent.",
    ),
    // Own parent.
    (
        |d| {
            d["hierarchies"][0]["nodes"][1]["parent"] = json!("one");
        },
        "hierarchy-parent",
        "hierarchies[0].nodes[1].parent",
        "节点“one”：parent“one”不对：节点成了自己的上级。",
        "Node “one”: The parent “one” is wrong: the node contains itself.",
    ),
    // Too deep.
    (
        |d| {
            d["hierarchies"][0]["nodes"][2]["parent"] = json!("one");
        },
        "hierarchy-depth",
        "hierarchies[0].nodes[2].parent",
        "节点“two”：有 3 层，这里只能有 2 层。",
        "Node “two”: The levels number 3; possible are 2.",
    ),
    // One level.
    (
        |d| {
            d["hierarchies"][0]["levels"] = json!([{"id": "all", "name": "全部"}]);
        },
        "hierarchy-depth",
        "hierarchies[0].levels",
        "层级“h”：有 1 层，这里只能有 2–3 层。",
        "Hierarchy “h”: The levels number 1; possible are 2–3.",
    ),
    // No nodes.
    (
        |d| {
            d["hierarchies"][0]["nodes"] = json!([]);
        },
        "hierarchy-empty",
        "hierarchies[0].nodes",
        "层级“h”：一个节点也没有。",
        "Hierarchy “h”: There are no nodes.",
    ),
    // No verb.
    (
        |d| {
            d["hierarchies"][0]["nodes"][1]["stage"] = json!({"class": "landed", "verb": ""});
        },
        "stage",
        "hierarchies[0].nodes[1].stage",
        "节点“one”：阶段“”：没有写原文的动词。",
        "Node “one”: The stage “”: the verb of the source is missing.",
    ),
    // Other verb.
    (
        |d| {
            d["hierarchies"][0]["nodes"][1]["stage"] = json!({"class": "landed", "verb": "对接"});
        },
        "stage",
        "hierarchies[0].nodes[1].stage",
        "节点“one”：阶段“对接”：这个动词说的是另一类。",
        "Node “one”: The stage “对接”: this verb says another class.",
    ),
    // Uneven table.
    (
        |d| {
            d["tables"] = json!([{"id": "t", "title": "表", "columns": [{"id": "a", "name": "甲", "packed": "1 2"}, {"id": "b", "name": "乙", "packed": "1"}]}]);
        },
        "table-length",
        "tables[0].columns[1]",
        "表“t”：列“b”有 1 行，第一列有 2 行。",
        "Table “t”: The rows of “b” number 1, those of the first column 2.",
    ),
    // No decimal.
    (
        |d| {
            d["tables"] =
                json!([{"id": "t", "title": "表", "columns": [{"id": "a", "name": "甲", "packed": "1 1e9"}]}]);
        },
        "table-number",
        "tables[0].columns[0].packed[1]",
        "表“t”：第 2 行的“1e9”不是数。",
        "Table “t”: “1e9” in row 2 is not a number.",
    ),
    // Parts over the whole.
    (
        |d| {
            d["story"][0] = json!({"id": "b", "kind": "parts", "facts": ["own", "all"], "whole": "all"});
        },
        "block-data",
        "story[0]",
        "版块“b”：画不出来：部分超过了整体（own 124家 + all 158家 > all 158家）。",
        "Block “b”: It cannot be drawn: a part is beyond the whole (own 124家 + all 158家 > all 158家).",
    ),
    // Bars of units.
    (
        |d| {
            money(d);
            d["story"][0] = json!({"id": "b", "kind": "bars", "facts": ["own", "money"]});
        },
        "block-data",
        "story[0]",
        "版块“b”：画不出来：单位不同，不能画在一起（own 124家, money 3亿元）。",
        "Block “b”: It cannot be drawn: the units differ, they cannot be drawn together (own 124家, money 3亿元).",
    ),
    // Bars of dates.
    (
        |d| {
            add(
                d,
                "facts",
                json!({"id": "x", "label": "甲", "value": "2019年", "basis": "stated", "cite": [{"source": "s", "exact": "2019年"}]}),
            );
            d["story"][0] = json!({"id": "b", "kind": "bars", "facts": ["x"]});
        },
        "block-data",
        "story[0]",
        "版块“b”：画不出来：这个事实不是单个的数（x 2019年）。",
        "Block “b”: It cannot be drawn: this fact is not a single number (x 2019年).",
    ),
    // Column over.
    (
        |d| {
            d["story"][0] =
                json!({"id": "b", "kind": "columns", "items": [{"label": "甲", "part": "all", "whole": "own"}]});
        },
        "block-data",
        "story[0].items[0]",
        "版块“b”：画不出来：部分超过了整体（all 158家 > own 124家）。",
        "Block “b”: It cannot be drawn: a part is beyond the whole (all 158家 > own 124家).",
    ),
    // Nought of nothing.
    (
        |d| {
            add(
                d,
                "facts",
                json!({"id": "x", "label": "甲", "value": "0家", "basis": "stated", "cite": [{"source": "s", "exact": "0家"}]}),
            );
            d["story"][0] = json!({"id": "b", "kind": "bars", "facts": ["own"], "whole": "x"});
        },
        "block-data",
        "story[0]",
        "版块“b”：画不出来：这里的数要大于零（x 0家）。",
        "Block “b”: It cannot be drawn: a number above nought is needed (x 0家).",
    ),
    // No facts.
    (
        |d| {
            d["story"][0] = json!({"id": "b", "kind": "stats"});
        },
        "missing-field",
        "story[0]",
        "版块“b”：缺少“facts”。",
        "Block “b”: “facts” is missing.",
    ),
    // No number left out.
    (
        |d| {
            d["left_out"] = json!([{"text": "公司", "source": "s", "reason": "无"}]);
        },
        "left-out",
        "left_out[0].text",
        "“公司”不是数。",
        "“公司” is not a number.",
    ),
    // Another value.
    (
        |d| {
            d["corrections"] =
                json!([{"fact": "own", "old": "123家", "new": "125家", "date": "2024-06-20", "note": "更正"}]);
        },
        "correction-mismatch",
        "corrections[0].new",
        "更正“own”：更正写的是“125家”，事实现在的值是“124家”。",
        "Correction “own”: The correction says “125家”, the fact's value is “124家”.",
    ),
];

#[test]
fn a_sound_document_has_no_problem() {
    assert_eq!(problems(sound()), []);
}

#[test]
fn every_kind_of_problem_is_told_once_with_its_place_and_its_words() {
    for (index, (change, code, path, zh, en)) in CASES.iter().enumerate() {
        let mut document = sound();
        change(&mut document);
        let problems = problems(document);
        let found: Vec<_> = problems.iter().map(|problem| (problem.code.as_str(), problem.path.as_str())).collect();
        assert_eq!(found, [(*code, *path)], "case {index}");
        let [problem] = problems.as_slice() else { panic!("case {index}") };
        assert_eq!(
            (problem.message(Language::Zh).as_str(), problem.message(Language::En).as_str()),
            (*zh, *en),
            "case {index}"
        );
        assert!(!problem.hint(Language::Zh).is_empty() && !problem.hint(Language::En).is_empty());
    }
}

/// What only the reading of the JSON text can see.
const TEXTS: &[(&str, &str, &str, &str, &str)] = &[
    (
        "{\"format\": 1,}",
        "not-json",
        "",
        "第 1 行第 14 列不是合格的 JSON：最后多了一个逗号。",
        "Line 1, column 14 is not valid JSON: trailing comma.",
    ),
    (
        "{\n\"format\": 1",
        "not-json",
        "",
        "第 2 行第 11 列不是合格的 JSON：还没有写完。",
        "Line 2, column 11 is not valid JSON: EOF while parsing an object.",
    ),
    (
        "{\"format\": 1e999}",
        "not-json",
        "",
        "第 1 行第 16 列不是合格的 JSON：数太大。",
        "Line 1, column 16 is not valid JSON: number out of range.",
    ),
    (
        "{\"format\": 1, \"facts\": 3}",
        "unreadable-entry",
        "facts",
        "这一条读不出来：类型不对，这里是数，应当是列表。",
        "This entry cannot be read: invalid type: number, expected a sequence.",
    ),
    (
        "\u{feff}{\"format\": 1, \"format\": 1}",
        "duplicate-key",
        "format",
        "“format”在同一个对象里写了两次。",
        "“format” is written twice in one object.",
    ),
    (
        "{\"format\": 1, \"facts\": [{\"id\": \"a\", \"label\": {\"zh-Hans\": \"甲\", \"fr\": \"A\"}}]}",
        "unknown-field",
        "facts[0].label.fr",
        "没有“fr”这个字段。",
        "There is no field “fr”.",
    ),
];

#[test]
fn what_is_wrong_with_the_text_is_told_with_line_or_path() {
    for (text, code, path, zh, en) in TEXTS {
        let problem = match read_json::read(text) {
            Ok((_, problems)) => problems.first().cloned().expect("a problem"),
            Err(problem) => problem,
        };
        let words = (problem.message(Language::Zh), problem.message(Language::En));
        assert_eq!(
            (problem.code.as_str(), problem.path.as_str(), words.0.as_str(), words.1.as_str()),
            (*code, *path, *zh, *en)
        );
    }
}

#[test]
fn a_document_too_deep_or_too_large_is_not_parsed() {
    let deep = ["{\"format\": 1, \"title\": ", &"[".repeat(100_000), &"]".repeat(100_000), "}"].concat();
    let problem = read_json::read(&deep).expect_err("too deep");
    assert_eq!(
        (problem.code, problem.message(Language::En).as_str()),
        (Code::Overlong, "There are 100001 levels of nesting; the limit is 64.")
    );
    let problem = read_json::read(&" ".repeat(10_000_001)).expect_err("too large");
    assert_eq!(
        (problem.code, problem.message(Language::Zh).as_str()),
        (Code::Overlong, "有 10000001 个字节，上限是 10000000。")
    );
}

#[test]
fn every_code_is_tested_here() {
    let tested: BTreeSet<&str> =
        CASES.iter().map(|(_, code, ..)| *code).chain(TEXTS.iter().map(|(_, code, ..)| *code)).collect();
    let all: BTreeSet<&str> = Code::all().map(Code::as_str).collect();
    assert_eq!(tested, all);
}

#[test]
fn problems_come_in_the_order_of_the_document() {
    let mut document = sound();
    document["story"][0]["text"][0] = json!("{x}");
    document["title"] = json!("两家");
    document["facts"][2]["value"] = json!("159家");
    document["facts"][0]["label"] = json!("");
    document["relations"] = json!([{"id": "r", "kind": "sum", "facts": ["own", "third"], "total": "x"}]);
    let found: Vec<String> = problems(document).into_iter().map(|problem| problem.path).collect();
    assert_eq!(found, ["title", "facts[0].label", "facts[2].cite[0].exact", "relations[0].total", "story[0].text[0]"]);
}

#[test]
fn what_is_sound_stays_on_the_page() {
    let mut document = sound();
    document["facts"][1]["value"] = json!("35家");
    document["facts"][0]["cite"][0]["source"] = json!("x");
    more_cite(&mut document);
    document["story"] = json!([
        {"id": "stats", "kind": "stats", "facts": ["own", "third"], "title": "公司"},
        {"id": "text", "kind": "text", "title": "题", "claim": "own < 100", "text": ["有{own}", "有{third}"]}
    ]);
    let document: Document = serde_json::from_value(document).expect("it can be read");
    let (page, _) = Page::check(&document);
    let facts: Vec<&str> = page.facts.iter().map(|fact| fact.id.as_str()).collect();
    assert_eq!(facts, ["own", "all"]);
    assert_eq!(page.fact("own").expect("it is sound").cites.len(), 1);
    let [stats, text] = page.story.as_slice() else { panic!("both blocks stay") };
    assert_eq!(stats.facts().len(), 1);
    assert!(text.title.is_empty(), "a title whose claim is false is not shown");
    assert_eq!(text.text.len(), 1, "a paragraph without its number is not shown");
}
