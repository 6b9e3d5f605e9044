//! The counters (量词) of Chinese newspapers, and the English nouns that stand for some of them.

/// A word that counts things of one kind: its place in the list of counters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counter(u8);

/// One text instead of an array: a pointer and a length for each word would be as long as the words. Longer
/// words come before their own beginnings, so that the first match is the longest.
const WORDS: &str = "人次 人 名 户 倍 次 岁 页 字 章 款 股 票 家 个 只 项 块 座 \
     台套 台 辆 件套 件 条 所 位 类 种 大 套 份 张 本 部 批次 批 支 \
     幅 处 间 栋 幢 层 艘 架 列 班 趟 场次 场 片 根 头 匹 棵 株 粒 \
     颗 枚 把 副 组 对 双 口 门 宗 笔 起 例 单 箱 袋 瓶 盒 桶 床 \
     席 县 市 省 镇 乡 村 国 篇 封 首 集 道 重 步 点 者 方 园 链条 \
     链 级 轮";

/// The English nouns of the first counters: for exactly one, and for any other number. The others do not say
/// what is counted.
const NOUNS: &str = "visit/visits|person/people|person/people|household/households|time/times|\
     time/times|year old/years old|page/pages|character/characters|chapter/chapters|\
     model/models|share/shares|vote/votes";

impl Counter {
    /// Every counter.
    pub(super) fn all() -> impl Iterator<Item = Counter> {
        (0..).zip(WORDS.split(' ')).map(|(place, _)| Counter(place))
    }

    /// The counter of a printed word.
    pub(super) fn of(word: &str) -> Option<Counter> {
        Counter::first(|known| known == word)
    }

    /// The first counter whose word answers.
    pub(super) fn first(is_it: impl FnMut(&str) -> bool) -> Option<Counter> {
        WORDS.split(' ').position(is_it).and_then(|place| u8::try_from(place).ok()).map(Counter)
    }

    /// As printed: `家`.
    pub fn word(self) -> &'static str {
        WORDS.split(' ').nth(usize::from(self.0)).unwrap_or_default()
    }

    /// The English noun for exactly one, empty where the counter alone does not say what is counted.
    pub fn one(self) -> &'static str {
        self.nouns().0
    }

    /// The English noun for any other number, empty likewise.
    pub fn other(self) -> &'static str {
        self.nouns().1
    }

    fn nouns(self) -> (&'static str, &'static str) {
        NOUNS.split('|').nth(usize::from(self.0)).and_then(|nouns| nouns.split_once('/')).unwrap_or_default()
    }
}

/// English nouns that are read back as a counter; what is shown comes from the document's noun.
static ENGLISH_NOUNS: &[(&str, &str)] = &[
    ("company", "家"),
    ("companies", "家"),
    ("firm", "家"),
    ("enterprise", "家"),
    ("piece", "块"),
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
    let by_name = Counter::all().find(|counter| {
        !counter.other().is_empty() && (same(counter.one()) || counter.other().eq_ignore_ascii_case(word))
    });
    if by_name.is_some() {
        return by_name;
    }
    let (_, printed) = ENGLISH_NOUNS.iter().find(|(noun, _)| same(noun))?;
    Counter::of(printed)
}
