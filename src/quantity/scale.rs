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
static SCALES: &[(Scale, &str)] = &[
    (Scale::One, ""),
    (Scale::Shi, "十"),
    (Scale::Bai, "百"),
    (Scale::Qian, "千"),
    (Scale::Wan, "万"),
    (Scale::ShiWan, "十万"),
    (Scale::BaiWan, "百万"),
    (Scale::QianWan, "千万"),
    (Scale::Yi, "亿"),
    (Scale::ShiYi, "十亿"),
    (Scale::BaiYi, "百亿"),
    (Scale::QianYi, "千亿"),
    (Scale::WanYi, "万亿"),
];

impl Scale {
    /// All scales in rising order.
    pub fn all() -> impl Iterator<Item = Scale> {
        SCALES.iter().map(|(scale, _)| *scale)
    }

    /// The power of ten that it stands for.
    pub fn power(self) -> i32 {
        SCALES.iter().zip(0..).find(|((scale, _), _)| *scale == self).map_or(0, |(_, power)| power)
    }

    /// The scale of a power of ten.
    pub(super) fn of_power(power: i32) -> Option<Scale> {
        SCALES.iter().zip(0..).find(|(_, this)| *this == power).map(|((scale, _), _)| *scale)
    }

    /// As printed; empty for one.
    pub fn word(self) -> &'static str {
        SCALES.iter().find(|(scale, _)| *scale == self).map_or("", |(_, word)| word)
    }

    /// Takes the longest scale word, but never the 千 that belongs to a unit (千瓦, 千克, 千米) or
    /// the 百 of 百分点.
    pub(super) fn take(cursor: &mut Cursor<'_>) -> Scale {
        let longest = SCALES.iter().filter(|(_, word)| fits(*cursor, word)).max_by_key(|(_, word)| word.len());
        let Some((scale, word)) = longest else {
            return Scale::One;
        };
        cursor.take_word(word);
        *scale
    }
}

fn fits(mut cursor: Cursor<'_>, word: &str) -> bool {
    if word.is_empty() || !cursor.take_word(word) {
        return false;
    }
    let unit_next = ["瓦", "克", "米"].iter().any(|unit| cursor.goes_on_with(unit));
    let percent_next = cursor.peek() == Some('分');
    !(word.ends_with('千') && unit_next || word.ends_with('百') && percent_next)
}
