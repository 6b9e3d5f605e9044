//! Why a printed value cannot be read, in words that an editor can act on.

use crate::locale::Language;
use std::fmt;

/// Why a text is no value, and where it stops being one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// What is wrong.
    pub kind: ReadErrorKind,
    /// The byte of the text at which it goes wrong.
    pub offset: usize,
}

/// What is wrong with a text that should be a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadErrorKind {
    /// Nothing is there.
    Empty,
    /// No number stands where one is needed.
    NoNumber,
    /// Commas or points of a number stand where they cannot.
    BadNumber,
    /// The number has more digits than can be kept exact.
    TooLarge,
    /// After the value the text goes on with something that is neither unit nor hedge.
    UnknownUnit,
    /// Two hedges contradict each other (超过…以下).
    Contradiction,
    /// A month, day or quarter that does not exist.
    NoSuchDate,
    /// The lower end of a range is above its upper end.
    BackwardRange,
    /// The ends of a range have different units.
    MixedUnits,
}

impl ReadError {
    /// The error in plain words.
    pub fn message(self, language: Language) -> &'static str {
        let (zh, en) = match self.kind {
            ReadErrorKind::Empty => ("这里没有写数值", "there is no value here"),
            ReadErrorKind::NoNumber => ("这里应当有一个数字", "a number is expected here"),
            ReadErrorKind::BadNumber => {
                ("数字里的逗号或小数点位置不对", "the commas or the point of this number are misplaced")
            }
            ReadErrorKind::TooLarge => ("数字太长，无法保持精确", "the number is too long to be kept exact"),
            ReadErrorKind::UnknownUnit => {
                ("数值之后的文字不是已知的单位", "what follows the number is not a known unit")
            }
            ReadErrorKind::Contradiction => ("两个限定词互相矛盾", "two qualifiers contradict each other"),
            ReadErrorKind::NoSuchDate => ("没有这样的日期", "there is no such date"),
            ReadErrorKind::BackwardRange => ("范围的下限大于上限", "the range begins above its end"),
            ReadErrorKind::MixedUnits => ("范围两端的单位不同", "the two ends of the range have different units"),
        };
        language.pick(zh, en)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.message(Language::En))
    }
}

impl std::error::Error for ReadError {}
