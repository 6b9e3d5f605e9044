//! Reading a whole printed value: which reader gets furthest, and whether it gets to the end.

use super::cursor::Cursor;
use super::error::{ReadError, ReadErrorKind};
use super::fold::{Spaces, fold, fold_character, is_ideograph};
use super::value::{Ordinal, OrdinalMark, Style, Value};
use super::{chinese, read_amount, read_date, read_english};

impl Value {
    /// Reads a whole text as printed: `179.94亿元`, `超过 20 亿元`, `2028 年底`, `第十届`, `CNY 17.994
    /// billion`. Width, traditional characters, spaces and line breaks do not matter.
    pub fn read(text: &str) -> Result<Value, ReadError> {
        let english = is_english(text);
        let folded = fold(text, if english { Spaces::Single } else { Spaces::Dropped });
        let mut cursor = Cursor::new(&folded);
        if cursor.is_at_end() {
            return Err(ReadError { kind: ReadErrorKind::Empty, offset: 0 });
        }
        let value = if english { read_english::take(&mut cursor)? } else { take(&mut cursor)? };
        cursor.skip_space();
        if !cursor.is_at_end() {
            return Err(error(ReadErrorKind::UnknownUnit, &cursor));
        }
        Ok(value)
    }
}

pub(super) fn error(kind: ReadErrorKind, cursor: &Cursor<'_>) -> ReadError {
    ReadError { kind, offset: cursor.offset() }
}

/// Latin letters and no Chinese character. A text of digits and signs alone reads the same either way.
fn is_english(text: &str) -> bool {
    let mut has_letters = false;
    for character in text.chars().map(fold_character) {
        if is_ideograph(character) {
            return false;
        }
        has_letters |= character.is_ascii_alphabetic();
    }
    has_letters
}

/// Takes the value that the text goes on with: the longest of rank, date and amount. Where two are
/// as long, a rank is nearer to what is meant than a date, and a date (2019年) than an amount.
pub(super) fn take(cursor: &mut Cursor<'_>) -> Result<Value, ReadError> {
    let start = *cursor;
    let amount = read_amount::take(cursor);
    let mut longest = if amount.is_ok() { cursor.passed() } else { start.passed() };
    let mut value = amount;
    for reader in [read_date::take, take_ordinal] {
        let mut ahead = start;
        if let Some(found) = reader(&mut ahead)
            && ahead.passed() >= longest
        {
            longest = ahead.passed();
            *cursor = ahead;
            value = Ok(found);
        }
    }
    let exists = match value {
        Ok(Value::Date(date)) => date.exists(),
        Ok(Value::Period { from, to }) => from.exists() && to.exists(),
        _ => true,
    };
    if exists { value } else { Err(error(ReadErrorKind::NoSuchDate, &start)) }
}

/// What is ranked after 第; longer words first.
static RANKED: &[&str] = &[
    "产业", "届", "期", "号", "次", "个", "位", "名", "批", "轮", "章", "条", "季", "代", "版", "家", "阶段", "年",
    "天", "站", "方", "大", "线", "级", "等", "步", "层",
];

/// What is a rank even without 第.
static RANKED_BARE: &[&str] = &["期", "号", "级", "等", "线"];

fn take_ordinal(cursor: &mut Cursor<'_>) -> Option<Value> {
    let mark = if cursor.take('第') { OrdinalMark::Di } else { OrdinalMark::Bare };
    let (number, style) = take_whole(cursor)?;
    let classifiers = if mark == OrdinalMark::Di { RANKED } else { RANKED_BARE };
    let classifier = classifiers.iter().find(|word| cursor.take_word(word)).copied();
    if mark == OrdinalMark::Bare && classifier.is_none() {
        return None;
    }
    Some(Value::Ordinal(Ordinal { number, mark, classifier: classifier.unwrap_or_default(), style }))
}

/// Takes a whole number without a scale, in Arabic or Chinese numerals.
pub(super) fn take_whole(cursor: &mut Cursor<'_>) -> Option<(u32, Style)> {
    let mut ahead = *cursor;
    let mut number: u32 = 0;
    while let Some(digit) = ahead.peek().and_then(|character| character.to_digit(10)) {
        number = number.checked_mul(10)?.checked_add(digit)?;
        ahead.next();
    }
    if ahead.passed() > cursor.passed() {
        *cursor = ahead;
        return Some((number, Style::Arabic));
    }
    let (number, scale) = chinese::take(&mut ahead)?;
    let number = u32::try_from(number.shift10(scale.power())?.whole()?).ok()?;
    *cursor = ahead;
    Some((number, Style::Chinese))
}

/// The signs and words between the two ends of a range.
pub(super) fn take_range_sign(cursor: &mut Cursor<'_>) -> bool {
    ['至', '到', '~', '—', '-'].into_iter().any(|sign| cursor.take(sign))
}
