//! Finding every number in a text, for the rule that no number stands without a fact; and the
//! sequence of numbers of a quotation, for the rule that its digits are the value's.

use super::cursor::Cursor;
use super::decimal::Decimal;
use super::fold::{Spaces, fold};
use super::qualifier::Qualifier;
use super::scale::Scale;
use super::value::Value;
use super::{chinese, number_words, ordinary_words, read_amount, read_english, read_number};

/// Every number of a text as a byte range, with its value where it has a decimal one (a third has
/// none): runs of digits, Chinese numerals and English number words. A lone 一 or `one`, a lone 零, and
/// numerals inside ordinary words (统一, 百姓) are no numbers.
pub fn numerals_in(text: &str) -> Vec<(usize, usize, Option<Decimal>)> {
    let mut found = Vec::new();
    search(text, |numeral| found.push((numeral.start, numeral.end, numeral.run)), Purpose::Runs);
    found
}

/// The numbers of a text in order, in plain digits with their scale words worked in, so that texts
/// can be compared by what their numbers say: `两家` and `2 家` give `2`, `8000 万元` and `0.8 亿元` give
/// `80000000`, `三分之二` gives `2/3`, `数十` gives `数10`.
pub fn digits_of(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    // 一家 as a whole value is one; in running text 一 is mostly an article.
    let purpose = if Value::read(text).is_ok() { Purpose::Whole } else { Purpose::Running };
    search(text, |numeral| found.extend(numeral.amounts), purpose);
    found
}

/// What the numbers are looked for, which decides when a lone 一 is one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// The runs of characters that are numbers; never a lone 一.
    Runs,
    /// The amounts of running text, where 一 counts before what it is no article of.
    Running,
    /// The amounts of a text that is a value as a whole, where 一 is one.
    Whole,
}

pub(super) struct Numeral {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The value of the run of digits or numerals alone.
    pub(super) run: Option<Decimal>,
    /// The amounts that it stands for with its scale word; two for 两三家.
    pub(super) amounts: Vec<String>,
}

fn search(text: &str, mut report: impl FnMut(Numeral), purpose: Purpose) {
    let folded = fold(text, Spaces::Words);
    let mut cursor = Cursor::new(&folded);
    let mut last = ' ';
    while let Some(character) = cursor.peek() {
        let start = cursor;
        let inside_word = last.is_ascii_alphabetic() && character.is_ascii_alphabetic();
        let numeral =
            if inside_word || ordinary_words::skip(&mut cursor) { None } else { take(&mut cursor, last, purpose) };
        if let Some(numeral) = numeral {
            report(numeral);
        }
        if cursor.passed() == start.passed() {
            cursor.next();
        }
        last = cursor.last().unwrap_or(' ');
    }
}

fn take(cursor: &mut Cursor<'_>, last: char, purpose: Purpose) -> Option<Numeral> {
    let character = cursor.peek()?;
    if purpose != Purpose::Runs
        && let Some(range) = take_range(cursor)
    {
        return Some(range);
    }
    if character.is_ascii_digit() {
        return Some(take_digits(cursor));
    }
    if character.is_ascii_alphabetic() {
        return number_words::take(cursor);
    }
    take_chinese(cursor, last, purpose)
}

/// A range is taken whole, because 3至5亿 prints the scale of its first number after its second.
fn take_range(cursor: &mut Cursor<'_>) -> Option<Numeral> {
    let start = *cursor;
    let first = cursor.peek()?;
    if !first.is_ascii_digit() && chinese::digit(first).is_none() {
        return None;
    }
    // The English reader sees the million that the Chinese one leaves behind.
    let (mut ahead, mut english) = (start, start);
    let chinese = read_amount::take(&mut ahead);
    let mut value = read_english::take(&mut english);
    if english.passed() > ahead.passed() {
        ahead = english;
    } else {
        value = chinese;
    }
    let Ok(Value::Range { low, high }) = value else {
        return None;
    };
    *cursor = ahead;
    let amounts = [low, high].map(|end| end.amount().trimmed().plain()).to_vec();
    Some(Numeral { start: start.offset(), end: ahead.end_of_passed(), run: None, amounts })
}

fn take_digits(cursor: &mut Cursor<'_>) -> Numeral {
    let start = *cursor;
    let mut run = start;
    // A list of numbers (1,2,3) or a number beyond all measure is reported digit run by digit run.
    let value = match read_number::take_arabic(&mut run) {
        Ok(value) => value,
        Err(_) => {
            run = start;
            take_digit_run(&mut run)
        }
    };
    *cursor = run;
    let mut whole = start;
    let amounts = match read_number::take_number(&mut whole) {
        Ok(number) if whole.passed() >= run.passed() => {
            *cursor = whole;
            amounts(&number)
        }
        _ => vec![value.map_or_else(|| start.text_to(&run), |value| value.trimmed().plain())],
    };
    let mut english = start;
    let amounts = match read_english::take_plain_number(&mut english) {
        Some(amount) if english.passed() > cursor.passed() => {
            *cursor = english;
            vec![amount.trimmed().plain()]
        }
        _ => amounts,
    };
    Numeral { start: start.offset(), end: run.end_of_passed(), run: value, amounts }
}

fn take_digit_run(cursor: &mut Cursor<'_>) -> Option<Decimal> {
    let mut digits = String::new();
    while let Some(digit) = cursor.peek().filter(char::is_ascii_digit) {
        digits.push(digit);
        cursor.next();
    }
    Decimal::parse(&digits)
}

/// The amounts of a number with everything up to its unit.
fn amounts(found: &read_number::Number) -> Vec<String> {
    let amount = |number: Decimal| number.shift10(found.scale.power()).unwrap_or(number).trimmed().plain();
    let mut text = amount(found.number);
    if let Some(parts) = found.parts {
        text.push('/');
        text.push_str(&parts.to_string());
    }
    if found.hedge == Qualifier::Several {
        text.insert(0, '数');
    }
    found.lower.map(amount).into_iter().chain([text]).collect()
}

fn take_chinese(cursor: &mut Cursor<'_>, last: char, purpose: Purpose) -> Option<Numeral> {
    let start = *cursor;
    let character = cursor.peek()?;
    let several = matches!(character, '数' | '几')
        && cursor
            .peek_after(1)
            .is_some_and(|next| chinese::small_unit(next).is_some() || chinese::large_unit(next).is_some());
    let percent = cursor.take_word("百分之");
    if percent && cursor.peek().is_some_and(|next| next.is_ascii_digit()) {
        return Some(Numeral { start: start.offset(), ..take_digits(cursor) });
    }
    let begins = several
        || percent
        || character == '半'
        || chinese::digit(character).is_some()
        || chinese::small_unit(character).is_some()
        || cursor.goes_on_with("万分之");
    let mut whole = *cursor;
    let number = if begins { read_number::take_number(&mut whole).ok() } else { None };
    let Some(number) = number else {
        // Nothing was a numeral after all: the search goes on behind this character.
        *cursor = start;
        return None;
    };
    let run = run_end(*cursor, whole, &number);
    let single = !percent && run.passed() == start.passed() + 1;
    *cursor = whole;
    if single && !stands_alone(character, last, start, purpose) {
        // Only the character itself is passed, as a number may begin right behind it.
        *cursor = start;
        cursor.next();
        return None;
    }
    let value = if number.parts.is_some() { None } else { number.number.shift10(number.scale.power()) };
    Some(Numeral { start: start.offset(), end: run.end_of_passed(), run: value, amounts: amounts(&number) })
}

/// Where the numeral itself ends: before 余, 多 or 来, unless the scale word comes after it.
fn run_end<'a>(start: Cursor<'a>, whole: Cursor<'a>, number: &read_number::Number) -> Cursor<'a> {
    let mut run = start;
    if number.parts.is_none()
        && number.scale == Scale::One
        && number.hedge != Qualifier::Several
        && chinese::take(&mut run).is_some()
        && number.lower.is_none()
    {
        return run;
    }
    whole
}

/// Whether a numeral of one character is a number: 一 and 零 mostly are not, 百 and 千 only with a hedge.
fn stands_alone(character: char, last: char, start: Cursor<'_>, purpose: Purpose) -> bool {
    let next = start.peek_after(1).unwrap_or(' ');
    match character {
        '一' => match purpose {
            Purpose::Runs => false,
            Purpose::Running => last == '第' || "家期月日号年届只名户座台辆所人亩吨级季".contains(next),
            Purpose::Whole => true,
        },
        '〇' => purpose == Purpose::Whole,
        '百' | '千' => {
            matches!(last, '近' | '上' | '超' | '逾' | '过' | '数' | '几' | '约') || matches!(next, '余' | '多')
        }
        _ => true,
    }
}
