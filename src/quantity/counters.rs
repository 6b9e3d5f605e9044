//! The counters (量词) of Chinese newspapers, and the English nouns that stand for some of them.

/// A word that counts things of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counter {
    /// As printed: `家`.
    pub word: &'static str,
    /// The English noun for exactly one, empty where the counter alone does not say what is counted.
    pub one: &'static str,
    /// The English noun for any other number, empty likewise.
    pub other: &'static str,
}

const fn bare(word: &'static str) -> Counter {
    Counter { word, one: "", other: "" }
}

const fn named(word: &'static str, one: &'static str, other: &'static str) -> Counter {
    Counter { word, one, other }
}

/// Longer words come before their own beginnings, so that the first match is the longest.
pub(super) static COUNTERS: &[Counter] = &[
    named("人次", "visit", "visits"),
    named("人", "person", "people"),
    named("名", "person", "people"),
    named("户", "household", "households"),
    named("倍", "time", "times"),
    named("次", "time", "times"),
    named("岁", "year old", "years old"),
    named("页", "page", "pages"),
    named("字", "character", "characters"),
    named("章", "chapter", "chapters"),
    named("款", "model", "models"),
    named("股", "share", "shares"),
    named("票", "vote", "votes"),
    bare("家"),
    bare("个"),
    bare("只"),
    bare("项"),
    bare("块"),
    bare("座"),
    bare("台套"),
    bare("台"),
    bare("辆"),
    bare("件套"),
    bare("件"),
    bare("条"),
    bare("所"),
    bare("位"),
    bare("类"),
    bare("种"),
    bare("大"),
    bare("套"),
    bare("份"),
    bare("张"),
    bare("本"),
    bare("部"),
    bare("批次"),
    bare("批"),
    bare("支"),
    bare("幅"),
    bare("处"),
    bare("间"),
    bare("栋"),
    bare("幢"),
    bare("层"),
    bare("艘"),
    bare("架"),
    bare("列"),
    bare("班"),
    bare("趟"),
    bare("场次"),
    bare("场"),
    bare("片"),
    bare("根"),
    bare("头"),
    bare("匹"),
    bare("棵"),
    bare("株"),
    bare("粒"),
    bare("颗"),
    bare("枚"),
    bare("把"),
    bare("副"),
    bare("组"),
    bare("对"),
    bare("双"),
    bare("口"),
    bare("门"),
    bare("宗"),
    bare("笔"),
    bare("起"),
    bare("例"),
    bare("单"),
    bare("箱"),
    bare("袋"),
    bare("瓶"),
    bare("盒"),
    bare("桶"),
    bare("床"),
    bare("席"),
    bare("县"),
    bare("市"),
    bare("省"),
    bare("镇"),
    bare("乡"),
    bare("村"),
    bare("国"),
    bare("篇"),
    bare("封"),
    bare("首"),
    bare("集"),
    bare("道"),
    bare("重"),
    bare("步"),
    bare("点"),
    bare("者"),
    bare("方"),
    bare("园"),
    bare("链条"),
    bare("链"),
    bare("级"),
    bare("轮"),
];

/// English nouns that are read back as a counter; what is shown comes from the document's noun.
static ENGLISH_NOUNS: &[(&str, &str)] = &[
    ("piece", "块"),
    ("company", "家"),
    ("companies", "家"),
    ("firm", "家"),
    ("enterprise", "家"),
    ("project", "个"),
    ("zone", "个"),
    ("item", "项"),
    ("fund", "只"),
    ("vehicle", "辆"),
    ("employee", "人"),
    ("worker", "人"),
    ("resident", "人"),
];

/// The counter that an English noun is read as. A plural with `s` is read as its singular.
pub(super) fn from_english(word: &str) -> Option<Counter> {
    let same = |noun: &str| {
        noun.eq_ignore_ascii_case(word)
            || word.strip_suffix(['s', 'S']).is_some_and(|stem| noun.eq_ignore_ascii_case(stem))
    };
    let by_name = COUNTERS
        .iter()
        .find(|counter| !counter.other.is_empty() && (same(counter.one) || counter.other.eq_ignore_ascii_case(word)));
    if let Some(counter) = by_name {
        return Some(*counter);
    }
    let (_, printed) = ENGLISH_NOUNS.iter().find(|(noun, _)| same(noun))?;
    COUNTERS.iter().find(|counter| counter.word == *printed).copied()
}
