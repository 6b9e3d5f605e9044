//! English number words in running text.

use super::cursor::Cursor;
use super::decimal::Decimal;
use super::numerals::Numeral;
use super::read_english;

/// English number words beyond those that are read as amounts; a third is no decimal.
static WORDS: &[(&str, Option<i64>)] = &[
    ("thirteen", Some(1300)),
    ("fourteen", Some(1400)),
    ("fifteen", Some(1500)),
    ("sixteen", Some(1600)),
    ("seventeen", Some(1700)),
    ("eighteen", Some(1800)),
    ("nineteen", Some(1900)),
    ("twenty", Some(2000)),
    ("thirty", Some(3000)),
    ("forty", Some(4000)),
    ("fifty", Some(5000)),
    ("sixty", Some(6000)),
    ("seventy", Some(7000)),
    ("eighty", Some(8000)),
    ("ninety", Some(9000)),
    ("dozens", Some(1200)),
    ("dozen", Some(1200)),
    ("hundreds", Some(10_000)),
    ("hundred", Some(10_000)),
    ("thousands", Some(100_000)),
    ("thousand", Some(100_000)),
    ("millions", Some(100_000_000)),
    ("million", Some(100_000_000)),
    ("billions", Some(100_000_000_000)),
    ("billion", Some(100_000_000_000)),
    ("trillions", Some(100_000_000_000_000)),
    ("trillion", Some(100_000_000_000_000)),
    ("half", Some(50)),
    ("halves", Some(50)),
    ("quarters", Some(25)),
    ("quarter", Some(25)),
    ("fifths", Some(20)),
    ("fifth", Some(20)),
    ("thirds", None),
    ("third", None),
    ("sixths", None),
    ("tenths", Some(10)),
    ("tenth", Some(10)),
];

/// Takes a Latin word, and gives its number if it is one; `one` is not.
pub(super) fn take(cursor: &mut Cursor<'_>) -> Option<Numeral> {
    let start = *cursor;
    let mut word = start;
    while word.peek().is_some_and(|letter| letter.is_ascii_alphabetic()) {
        word.next();
    }
    *cursor = word;
    let mut number = start;
    let is_one = number.take_word("one");
    number = start;
    if !is_one && let Some(amount) = read_english::take_plain_number(&mut number) {
        *cursor = number;
        return Some(Numeral {
            start: start.offset(),
            end: number.end_of_passed(),
            run: Some(amount),
            amounts: vec![amount.trimmed().plain()],
        });
    }
    let mut known = start;
    let hundredths = known.take_any(WORDS)?;
    let value = hundredths.and_then(|hundredths| Decimal::new(i128::from(hundredths), 2)).map(Decimal::trimmed);
    *cursor = known;
    let amount = value.map_or_else(|| String::from("1/3"), Decimal::plain);
    Some(Numeral { start: start.offset(), end: known.end_of_passed(), run: value, amounts: vec![amount] })
}
