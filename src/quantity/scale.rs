//! Scale words: 万, 亿 and their like, each a power of ten.

use super::cursor::Cursor;

/// The scale word between a number and its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    /// No scale word.
    One,
    /// 十.
    Shi,
    /// 百.
    Bai,
    /// 千.
    Qian,
    /// 万.
    Wan,
    /// 十万.
    ShiWan,
    /// 百万.
    BaiWan,
    /// 千万.
    QianWan,
    /// 亿.
    Yi,
    /// 十亿.
    ShiYi,
    /// 百亿.
    BaiYi,
    /// 千亿.
    QianYi,
    /// 万亿.
    WanYi,
}

/// In rising order: the place in the list is the power of ten.
const SCALES: [Scale; 13] = [
    Scale::One,
    Scale::Shi,
    Scale::Bai,
    Scale::Qian,
    Scale::Wan,
    Scale::ShiWan,
    Scale::BaiWan,
    Scale::QianWan,
    Scale::Yi,
    Scale::ShiYi,
    Scale::BaiYi,
    Scale::QianYi,
    Scale::WanYi,
];

/// The words in the same order.
const WORDS: &str = " 十 百 千 万 十万 百万 千万 亿 十亿 百亿 千亿 万亿";

impl Scale {
    /// All scales in rising order.
    pub fn all() -> impl Iterator<Item = Scale> {
        SCALES.into_iter()
    }

    /// The power of ten that it stands for.
    pub fn power(self) -> i32 {
        self as i32
    }

    /// The scale of a power of ten.
    pub(super) fn of_power(power: i32) -> Option<Scale> {
        SCALES.get(usize::try_from(power).ok()?).copied()
    }

    /// As printed; empty for one.
    pub fn word(self) -> &'static str {
        WORDS.split(' ').nth(self as usize).unwrap_or_default()
    }

    /// Takes the longest scale word, but never the 千 that belongs to a unit (千瓦, 千克, 千米) or
    /// the 百 of 百分点.
    pub(super) fn take(cursor: &mut Cursor<'_>) -> Scale {
        let longest =
            SCALES.into_iter().filter(|scale| fits(*cursor, scale.word())).max_by_key(|scale| scale.word().len());
        let scale = longest.unwrap_or(Scale::One);
        cursor.take_word(scale.word());
        scale
    }
}

fn fits(mut cursor: Cursor<'_>, word: &str) -> bool {
    if word.is_empty() || !cursor.take_word(word) {
        return false;
    }
    let unit_next = ["瓦", "克", "米"].iter().any(|unit| cursor.goes_on_with(unit));
    let percent_next = cursor.peek() == Some('分') && !cursor.goes_on_with("分钟");
    !(word.ends_with('千') && unit_next || word.ends_with('百') && percent_next)
}
