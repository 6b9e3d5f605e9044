//! The words of the interface, in every language that the crate speaks.

/// A language that the explainer speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Language {
    /// Simplified Chinese, `zh-Hans`.
    #[default]
    Zh,
    /// English, `en`.
    En,
}

impl Language {
    /// Reads a BCP 47 tag: anything that begins with `en` is English, the rest is Chinese.
    pub fn from_tag(tag: &str) -> Language {
        let tag = tag.trim_start();
        if tag.len() >= 2 && tag.as_bytes().iter().take(2).map(u8::to_ascii_lowercase).eq(*b"en") {
            return Language::En;
        }
        Language::Zh
    }

    /// The tag to write into `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Zh => "zh-Hans",
            Language::En => "en",
        }
    }

    /// Chooses between the Chinese and the English form of something.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Language::Zh => zh,
            Language::En => en,
        }
    }
}

/// A fixed text of the interface in both languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    zh: &'static str,
    en: &'static str,
}

impl Phrase {
    const fn new(zh: &'static str, en: &'static str) -> Phrase {
        Phrase { zh, en }
    }

    /// The text in one language.
    pub fn get(self, language: Language) -> &'static str {
        language.pick(self.zh, self.en)
    }
}

/// Under the opening: how to ask a number.
pub const HOW_TO_ASK: Phrase = Phrase::new(
    "带点线的数字可以点开，看它出自哪里、有多准。",
    "Numbers with a dotted line can be opened: where they come from and how exact they are.",
);
/// Opens the table of a picture.
pub const SHOW_TABLE: Phrase = Phrase::new("看数据表", "See the data");
/// Heads the list of all facts.
pub const LEDGER: Phrase = Phrase::new("全部数字与出处", "Every number and its source");
/// Before the sources of a picture.
pub const SOURCE: Phrase = Phrase::new("来源", "Source");
/// Where shares or sums are ours.
pub const OUR_ARITHMETIC: Phrase = Phrase::new("占比为本图计算", "shares are our arithmetic");
/// Where the nodes were counted by us.
pub const OUR_COUNT: Phrase = Phrase::new("项目数为本图清点", "projects are our count");
/// A node without a sum.
pub const NO_SUM: Phrase = Phrase::new("金额不详", "amount not stated");
/// A partner without a home.
pub const NO_HOME: Phrase = Phrase::new("未写明", "not stated");
/// Closes the card.
pub const CLOSE: Phrase = Phrase::new("关闭", "Close");
/// The name of the card.
pub const CARD: Phrase = Phrase::new("出处", "Where it comes from");
/// Card row: who takes part.
pub const PARTNERS: Phrase = Phrase::new("合作方", "Partners");
/// Card row: how far it has got.
pub const STAGE: Phrase = Phrase::new("进展", "Stage");
/// Card row and table column: what it is called.
pub const NAME: Phrase = Phrase::new("名称", "Name");
/// Table column: the printed value.
pub const VALUE: Phrase = Phrase::new("数值", "Value");
/// Table column: the share of the whole.
pub const SHARE: Phrase = Phrase::new("占比", "Share");
/// Table column: the part.
pub const PART: Phrase = Phrase::new("部分", "Part");
/// Table column: the whole.
pub const WHOLE: Phrase = Phrase::new("整体", "Whole");
/// Table column: sums and capacities.
pub const FIGURES: Phrase = Phrase::new("金额与规模", "Sums and capacity");
/// Card row: the source.
pub const SOURCE_ROW: Phrase = Phrase::new("来源", "Source");
/// Card row: how we know it.
pub const NATURE: Phrase = Phrase::new("性质", "Nature");
/// Card row: who says so.
pub const SPEAKER: Phrase = Phrase::new("说话人", "Said by");
/// Card row: what it covers.
pub const SCOPE: Phrase = Phrase::new("范围", "Covers");
/// Card row: the date it holds for.
pub const AS_OF: Phrase = Phrase::new("截至", "As of");
/// Card row: a remark.
pub const NOTE: Phrase = Phrase::new("说明", "Note");
/// Card row: the newsroom's sign-off.
pub const CHECKED: Phrase = Phrase::new("核对", "Checked");
/// Card row: the equation of a derived fact.
pub const EQUATION: Phrase = Phrase::new("算式", "Arithmetic");
/// Nature: printed.
pub const STATED: Phrase = Phrase::new("原文直接写出，未经换算", "printed in the source, not converted");
/// Nature: inferred.
pub const INFERRED: Phrase = Phrase::new("由上下文推断，原文没有直接写", "inferred from the context, not printed");
/// Nature: counted.
pub const COUNTED: Phrase = Phrase::new("本图清点得出", "counted by us");
/// Nature: derived.
pub const DERIVED: Phrase = Phrase::new("本图计算得出", "our arithmetic");
/// After a date that the page does not print.
pub const DATE_INFERRED: Phrase = Phrase::new("（推断）", " (inferred)");
/// Heads the legend of the map.
pub const CELL_IS: Phrase = Phrase::new("一格是一个项目", "One cell is one project");
/// Stage class.
pub const LANDED: Phrase = Phrase::new("落地、引进", "Landed");
/// Stage class.
pub const ADVANCING: Phrase = Phrase::new("推进中", "Under way");
/// Stage class.
pub const IN_TALKS: Phrase = Phrase::new("对接、谋划", "In talks");
/// Before the reader's note on what was left out.
pub const LEFT_OUT: Phrase =
    Phrase::new("有些内容没有通过检查，没有显示：", "Some content did not pass the check and is not shown:");
/// Group name of the marks of a picture.
pub const MARKS: Phrase =
    Phrase::new("图中各项，方向键移动，回车打开", "Items of the picture; arrow keys move, Enter opens");
