//! Exact decimals: a whole number and the place of its point, never a float.

use std::cmp::Ordering;
use std::fmt;

/// The most decimal places that a number may have. Ten to this power still fits the mantissa,
/// which is what lets two decimals be compared without any overflow.
const MOST_PLACES: u8 = 38;

/// An exact decimal number that remembers how many places were printed.
///
/// Equality and order go by value (`95.60 == 95.6`); printing keeps the places (`95.60`).
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    mantissa: i128,
    places: u8,
}

#[expect(
    clippy::should_implement_trait,
    reason = "the operators cannot refuse; these say so in their type by giving nothing when a result does not fit"
)]
impl Decimal {
    /// Nought.
    pub const ZERO: Decimal = Decimal { mantissa: 0, places: 0 };
    /// One.
    pub const ONE: Decimal = Decimal { mantissa: 1, places: 0 };

    /// A whole number.
    pub const fn from_i64(number: i64) -> Decimal {
        Decimal { mantissa: number as i128, places: 0 }
    }

    /// A whole number divided by ten to the power of `places`.
    pub fn new(mantissa: i128, places: u8) -> Option<Decimal> {
        let fits = places <= MOST_PLACES && mantissa != i128::MIN;
        fits.then_some(Decimal { mantissa, places })
    }

    /// Reads ASCII digits with an optional sign (`-` or U+2212), one point, and commas that part
    /// the whole number into thousands. Anything else is not a number.
    pub fn parse(text: &str) -> Option<Decimal> {
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits, None),
        };
        if fraction.is_some_and(str::is_empty) || !grouped_in_thousands(whole) {
            return None;
        }
        let mut mantissa: i128 = 0;
        let mut places: u8 = 0;
        for digit in whole.bytes().filter(|byte| *byte != b',') {
            mantissa = append(mantissa, digit)?;
        }
        for digit in fraction.unwrap_or_default().bytes() {
            mantissa = append(mantissa, digit)?;
            places = places.checked_add(1)?;
        }
        Decimal::new(if negative { -mantissa } else { mantissa }, places)
    }

    /// The number divided by ten to the power of [`places`](Decimal::places) is the value.
    pub fn mantissa(self) -> i128 {
        self.mantissa
    }

    /// How many decimal places were printed.
    pub fn places(self) -> u8 {
        self.places
    }

    /// Whether the value is nought.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Whether the value is below nought.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// The same value without a sign.
    pub fn abs(self) -> Decimal {
        Decimal { mantissa: self.mantissa.abs(), places: self.places }
    }

    /// The value as a whole number, when it is one.
    pub fn whole(self) -> Option<i128> {
        let trimmed = self.trimmed();
        (trimmed.places == 0).then_some(trimmed.mantissa)
    }

    /// The same value with no nought at the end of its decimal places.
    pub fn trimmed(mut self) -> Decimal {
        while self.places > 0 && self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.places -= 1;
        }
        self
    }

    /// The same value printed with at least so many places, as far as they can be held.
    pub fn with_places(self, places: u8) -> Decimal {
        let mut wider = self;
        while wider.places < places.min(MOST_PLACES) {
            let Some(mantissa) = wider.mantissa.checked_mul(10) else {
                break;
            };
            wider = Decimal { mantissa, places: wider.places + 1 };
        }
        wider
    }

    /// The sum, unless it is too large to hold.
    pub fn add(self, other: Decimal) -> Option<Decimal> {
        self.aligned_sum(other).or_else(|| self.trimmed().aligned_sum(other.trimmed()))
    }

    /// The difference, unless it is too large to hold.
    pub fn sub(self, other: Decimal) -> Option<Decimal> {
        self.add(Decimal { mantissa: -other.mantissa, places: other.places })
    }

    /// The product, unless it is too large to hold.
    pub fn mul(self, other: Decimal) -> Option<Decimal> {
        let (left, right) = (self.trimmed(), other.trimmed());
        Decimal::new(left.mantissa.checked_mul(right.mantissa)?, left.places.checked_add(right.places)?)
    }

    /// The value times ten to the power of `power`, exactly, unless it is too large to hold.
    /// The digits stay as printed: only the point moves.
    pub fn shift10(self, power: i32) -> Option<Decimal> {
        let places = i32::from(self.places).checked_sub(power)?;
        if places < 0 {
            let factor = 10_i128.checked_pow(places.unsigned_abs())?;
            return Decimal::new(self.mantissa.checked_mul(factor)?, 0);
        }
        match u8::try_from(places).ok().and_then(|places| Decimal::new(self.mantissa, places)) {
            Some(shifted) => Some(shifted),
            None if self.trimmed().places < self.places => self.trimmed().shift10(power),
            None if self.mantissa % 10 == 0 && !self.is_zero() => {
                Decimal { mantissa: self.mantissa / 10, places: 0 }.shift10(power.checked_add(1)?)
            }
            None => self.is_zero().then_some(Decimal::ZERO),
        }
    }

    /// The nearest float, for drawing only. It is always finite.
    pub fn to_f64(self) -> f64 {
        self.mantissa as f64 / (0..self.places).fold(1.0, |power, _| power * 10.0)
    }

    /// The number in plain digits, with the places that were printed.
    pub fn plain(self) -> String {
        self.digits(false)
    }

    /// The number in plain digits with a comma before every third digit of the whole part.
    pub fn grouped(self) -> String {
        self.digits(true)
    }

    /// Written from the last digit to the first, without the standard formatting of numbers.
    fn digits(self, commas: bool) -> String {
        let places = usize::from(self.places);
        let mut rest = self.mantissa.unsigned_abs();
        let mut backwards = Vec::new();
        let mut place = 0;
        while rest > 0 || place <= places {
            if place == places && places > 0 {
                backwards.push('.');
            } else if commas && place > places && (place - places).is_multiple_of(3) {
                backwards.push(',');
            }
            backwards.push(char::from(b'0' + u8::try_from(rest % 10).unwrap_or_default()));
            rest /= 10;
            place += 1;
        }
        if self.mantissa < 0 {
            backwards.push('-');
        }
        backwards.iter().rev().collect()
    }

    fn aligned_sum(self, other: Decimal) -> Option<Decimal> {
        let places = self.places.max(other.places);
        Decimal::new(self.mantissa_at(places)?.checked_add(other.mantissa_at(places)?)?, places)
    }

    fn mantissa_at(self, places: u8) -> Option<i128> {
        let factor = 10_i128.checked_pow(u32::from(places.checked_sub(self.places)?))?;
        self.mantissa.checked_mul(factor)
    }

    /// Whole part and remainder, the remainder brought to the most places. Neither can overflow.
    fn parts(self) -> (i128, i128) {
        let one = 10_i128.pow(u32::from(self.places));
        let rest = 10_i128.pow(u32::from(MOST_PLACES - self.places));
        (self.mantissa / one, self.mantissa % one * rest)
    }
}

fn append(mantissa: i128, digit: u8) -> Option<i128> {
    if !digit.is_ascii_digit() {
        return None;
    }
    mantissa.checked_mul(10)?.checked_add(i128::from(digit - b'0'))
}

/// At least one digit; with commas, one to three digits first and three in each later group.
fn grouped_in_thousands(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let rest_fits = groups.clone().all(|group| group.len() == 3);
    !first.is_empty() && rest_fits && (first.len() <= 3 || groups.next().is_none())
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Decimal) -> bool {
        self.parts() == other.parts()
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        self.parts().cmp(&other.parts())
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.plain())
    }
}
