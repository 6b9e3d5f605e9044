//! Reading Chinese numerals: 一百五十八, 两千, 十, 一点二亿, 二〇二四.

use super::cursor::Cursor;
use super::decimal::Decimal;
use super::scale::Scale;

/// The value of a Chinese digit. Traditional forms have been folded before.
pub(super) fn digit(character: char) -> Option<u64> {
    let value = "〇一二三四五六七八九".chars().zip(0..).find(|(digit, _)| *digit == character);
    match value {
        Some((_, value)) => Some(value),
        None => (character == '两').then_some(2),
    }
}

/// The value of 十, 百, 千.
pub(super) fn small_unit(character: char) -> Option<u64> {
    match character {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// The value of 万 and 亿.
pub(super) fn large_unit(character: char) -> Option<u64> {
    match character {
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}

/// Takes a Chinese numeral. One that ends in its only large unit keeps it as a scale (六亿 is 6 亿),
/// as the same number in Arabic digits would be printed.
pub(super) fn take(cursor: &mut Cursor<'_>) -> Option<(Decimal, Scale)> {
    if let Some(number) = take_digit_by_digit(cursor) {
        return Some((number, Scale::One));
    }
    let mut ahead = *cursor;
    let mut numeral = Numeral::default();
    while let Some(character) = ahead.peek() {
        let zero_dangles = character == '〇' && numeral.begun && !nonzero_follows(ahead);
        if unit_begins(ahead, character) || zero_dangles || !numeral.push(character) {
            break;
        }
        ahead.next();
    }
    if !numeral.begun {
        return None;
    }
    let mut number = Decimal::from_i64(i64::try_from(numeral.value()?).ok()?);
    let mut scale = Scale::One;
    if let Some((head, power)) = numeral.only_large_unit {
        number = Decimal::from_i64(i64::try_from(head).ok()?);
        scale = Scale::of_power(power)?;
    }
    if let Some(fraction) = take_fraction(&mut ahead) {
        number = number.add(fraction)?;
        scale = take_large_scale(&mut ahead);
    }
    *cursor = ahead;
    Some((number, scale))
}

/// Inside a numeral 零 stands for a gap before a digit or 十; at its end it says nothing.
fn nonzero_follows(cursor: Cursor<'_>) -> bool {
    let next = cursor.peek_after(1);
    next.is_some_and(|next| next == '十' || digit(next).is_some_and(|digit| digit > 0))
}

/// 千瓦 and 千米 are units, and 百分之 begins a percentage: their first character is no numeral.
pub(super) fn unit_begins(cursor: Cursor<'_>, character: char) -> bool {
    match character {
        '千' => ["千瓦", "千克", "千米"].iter().any(|unit| cursor.goes_on_with(unit)),
        '百' => cursor.goes_on_with("百分") && !cursor.goes_on_with("百分钟"),
        _ => false,
    }
}

/// 万, 亿 or 万亿 after a decimal (一点二亿) or after 余 and 多; a Chinese numeral holds its own 十, 百, 千.
pub(super) fn take_large_scale(cursor: &mut Cursor<'_>) -> Scale {
    if matches!(cursor.peek(), Some('万' | '亿')) { Scale::take(cursor) } else { Scale::One }
}

/// 二〇二四, 一九四九: at least three digits with no unit between them.
fn take_digit_by_digit(cursor: &mut Cursor<'_>) -> Option<Decimal> {
    let mut ahead = *cursor;
    let mut value: i64 = 0;
    let mut count = 0;
    while let Some(digit) = ahead.peek().filter(|character| *character != '两').and_then(digit) {
        value = value.checked_mul(10)?.checked_add(i64::try_from(digit).ok()?)?;
        ahead.next();
        count += 1;
    }
    let unit_follows = ahead.peek().is_some_and(|next| small_unit(next).is_some());
    if count < 3 || unit_follows {
        return None;
    }
    *cursor = ahead;
    Some(Decimal::from_i64(value))
}

/// 点 and the digits after it, if a digit follows.
fn take_fraction(cursor: &mut Cursor<'_>) -> Option<Decimal> {
    let mut ahead = *cursor;
    if !ahead.take('点') {
        return None;
    }
    let mut mantissa: i128 = 0;
    let mut places: u8 = 0;
    while let Some(digit) = ahead.peek().and_then(digit) {
        mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(digit))?;
        places = places.checked_add(1)?;
        ahead.next();
    }
    if places == 0 {
        return None;
    }
    *cursor = ahead;
    Decimal::new(mantissa, places)
}

/// A numeral as far as it has been read.
struct Numeral {
    begun: bool,
    done: u64,
    section: u64,
    digit: Option<u64>,
    after_zero: bool,
    last_small: u64,
    last_large: u64,
    last: char,
    only_large_unit: Option<(u64, i32)>,
}

impl Default for Numeral {
    fn default() -> Numeral {
        Numeral {
            begun: false,
            done: 0,
            section: 0,
            digit: None,
            after_zero: false,
            last_small: 10_000,
            last_large: u64::MAX,
            last: ' ',
            only_large_unit: None,
        }
    }
}

impl Numeral {
    /// Takes one more character; refuses what cannot go on the numeral.
    fn push(&mut self, character: char) -> bool {
        let taken = match character {
            '〇' => self.push_zero(),
            _ => match (digit(character), small_unit(character), large_unit(character)) {
                (Some(digit), ..) => self.push_digit(digit),
                (_, Some(unit), _) => self.push_small(unit),
                (.., Some(unit)) => self.push_large(unit),
                _ => false,
            },
        };
        if taken {
            self.begun = true;
            self.last = character;
        }
        taken
    }

    fn push_zero(&mut self) -> bool {
        if self.digit.is_some() || self.after_zero {
            return false;
        }
        self.only_large_unit = None;
        self.after_zero = true;
        if !self.begun {
            self.digit = Some(0);
        }
        true
    }

    fn push_digit(&mut self, digit: u64) -> bool {
        if self.digit.is_some() {
            return false;
        }
        self.only_large_unit = None;
        self.digit = Some(digit);
        true
    }

    fn push_small(&mut self, unit: u64) -> bool {
        if unit >= self.last_small || self.digit == Some(0) {
            return false;
        }
        // 十 alone is ten, and so are 百万 and 千亿 at the very beginning; not in the middle.
        let bare = self.digit.is_none();
        if bare && self.begun && unit != 10 {
            return false;
        }
        self.section += self.digit.take().unwrap_or(1) * unit;
        self.only_large_unit = None;
        self.last_small = unit;
        self.after_zero = false;
        true
    }

    fn push_large(&mut self, unit: u64) -> bool {
        // 万亿: the 亿 raises the 万 just read.
        if unit == 100_000_000 && self.last == '万' && self.done < 100_000_000 {
            self.done = self.done.saturating_mul(unit);
            self.last_large = unit;
            self.only_large_unit = self.only_large_unit.map(|(head, _)| (head, 12));
            return true;
        }
        let head = self.section + self.digit.unwrap_or(0);
        let raises = unit == 100_000_000 && self.last_large == 10_000 && self.done < 100_000_000;
        if head == 0 || unit >= self.last_large && !raises {
            return false;
        }
        self.only_large_unit = (self.done == 0).then_some((head, if unit == 10_000 { 4 } else { 8 }));
        self.done = if raises { (self.done + head) * unit } else { self.done + head * unit };
        self.section = 0;
        self.digit = None;
        self.after_zero = false;
        self.last_small = 10_000;
        self.last_large = unit;
        true
    }

    /// The value, a last digit without its unit taken as colloquial: 一万二 is 12000, 三百五 is 350.
    fn value(&self) -> Option<u64> {
        let digit = self.digit.unwrap_or(0);
        let step = match (self.last_small, self.last_large) {
            _ if self.after_zero => 1,
            (10_000, u64::MAX) => 1,
            (10_000, large) => large / 10,
            (small, _) => small / 10,
        };
        self.done.checked_add(self.section)?.checked_add(digit.checked_mul(step)?)
    }
}
