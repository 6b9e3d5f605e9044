//! Writing Chinese numerals.

use super::decimal::Decimal;

/// Above this the writer would need a word beyond 万亿.
const TOO_LARGE: u64 = 100_000_000_000_000_000;

/// Writes a number in Chinese numerals; none for one that is too large. `two` stands for a lone two
/// and for the two before 千, 万 and 亿 (两家, 两千), but 二 for ranks and dates.
pub(super) fn write(number: Decimal, two: char) -> Option<String> {
    let trimmed = number.abs();
    let text = trimmed.plain();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let whole: u64 = whole.parse().ok()?;
    let mut written = String::new();
    if number.is_negative() {
        written.push('负');
    }
    if whole >= TOO_LARGE {
        return None;
    }
    if whole == 2 && fraction.is_empty() {
        written.push(two);
        return Some(written);
    }
    write_whole(whole, two, &mut written);
    if !fraction.is_empty() {
        written.push('点');
        written.extend(fraction.bytes().map(|digit| digit_character(u64::from(digit.saturating_sub(b'0')))));
    }
    Some(written)
}

/// Writes a year digit by digit.
pub(super) fn write_digits(number: u64) -> String {
    // Between the digits of a year nought is 〇, in an amount 零.
    number
        .to_string()
        .bytes()
        .map(|digit| digit_character(u64::from(digit.saturating_sub(b'0'))))
        .map(|digit| if digit == '零' { '〇' } else { digit })
        .collect()
}

fn digit_character(digit: u64) -> char {
    "零一二三四五六七八九".chars().zip(0..).find(|(_, value)| *value == digit).map_or('零', |(character, _)| character)
}

fn write_whole(number: u64, two: char, written: &mut String) {
    if number == 0 {
        written.push('零');
        return;
    }
    for (size, word) in [(100_000_000, '亿'), (10_000, '万')] {
        if number >= size {
            let (head, rest) = (number / size, number % size);
            if head == 2 {
                written.push(two)
            } else {
                write_whole(head, two, written)
            }
            written.push(word);
            if rest > 0 {
                if rest < size / 10 {
                    written.push('零');
                }
                write_rest(rest, two, written);
            }
            return;
        }
    }
    if (10..20).contains(&number) {
        written.push('十');
        if number > 10 {
            written.push(digit_character(number - 10));
        }
        return;
    }
    write_section(number, two, written);
}

/// What follows a large unit: there 十 is 一十, and 二 stays 二 when it is the last digit.
fn write_rest(rest: u64, two: char, written: &mut String) {
    if rest < 10_000 {
        write_section(rest, two, written);
        return;
    }
    write_whole(rest, two, written);
}

/// A number below ten thousand.
fn write_section(number: u64, two: char, written: &mut String) {
    let mut rest = number;
    let mut gap = false;
    let mut begun = false;
    for (size, word) in [(1000, Some('千')), (100, Some('百')), (10, Some('十')), (1, None)] {
        let digit = rest / size;
        rest %= size;
        if digit == 0 {
            gap = begun;
            continue;
        }
        if gap {
            written.push('零');
        }
        written.push(if digit == 2 && size == 1000 { two } else { digit_character(digit) });
        written.extend(word);
        (gap, begun) = (false, true);
    }
}
