//! Exact fractions, for shares and for the expressions of a claim.

use super::decimal::Decimal;
use std::cmp::Ordering;

/// An exact fraction in lowest terms, its denominator above nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

#[expect(
    clippy::should_implement_trait,
    reason = "the operators cannot refuse; these say so in their type by giving nothing when a result does not fit"
)]
impl Ratio {
    /// Nought.
    pub const ZERO: Ratio = Ratio { numerator: 0, denominator: 1 };
    /// One.
    pub const ONE: Ratio = Ratio { numerator: 1, denominator: 1 };

    /// A fraction in lowest terms; none for a denominator of nought.
    pub fn new(numerator: i128, denominator: i128) -> Option<Ratio> {
        if denominator == 0 || numerator == i128::MIN || denominator == i128::MIN {
            return None;
        }
        let divisor = common_divisor(numerator, denominator) * denominator.signum();
        Some(Ratio { numerator: numerator / divisor, denominator: denominator / divisor })
    }

    /// A whole number.
    pub fn from_i64(number: i64) -> Ratio {
        Ratio { numerator: i128::from(number), denominator: 1 }
    }

    /// The number above the line.
    pub fn numerator(self) -> i128 {
        self.numerator
    }

    /// The number below the line, always above nought.
    pub fn denominator(self) -> i128 {
        self.denominator
    }

    /// Whether the value is nought.
    pub fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// The sum, unless it is too large to hold.
    pub fn add(self, other: Ratio) -> Option<Ratio> {
        let divisor = common_divisor(self.denominator, other.denominator);
        let widened = other.denominator / divisor;
        let left = self.numerator.checked_mul(widened)?;
        let right = other.numerator.checked_mul(self.denominator / divisor)?;
        Ratio::new(left.checked_add(right)?, self.denominator.checked_mul(widened)?)
    }

    /// The difference, unless it is too large to hold.
    pub fn sub(self, other: Ratio) -> Option<Ratio> {
        self.add(Ratio { numerator: -other.numerator, denominator: other.denominator })
    }

    /// The product, unless it is too large to hold.
    pub fn mul(self, other: Ratio) -> Option<Ratio> {
        // Reducing crosswise first keeps every product as small as it can be.
        let left = common_divisor(self.numerator, other.denominator);
        let right = common_divisor(other.numerator, self.denominator);
        Ratio::new(
            (self.numerator / left).checked_mul(other.numerator / right)?,
            (self.denominator / right).checked_mul(other.denominator / left)?,
        )
    }

    /// The quotient; none when dividing by nought or when it is too large to hold.
    pub fn div(self, other: Ratio) -> Option<Ratio> {
        self.mul(Ratio::new(other.denominator, other.numerator)?)
    }

    /// The nearest float, for drawing only. It is always finite.
    pub fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    /// The share as whole per cent, halves away from nought: `56/159` is 35.
    pub fn round_percent(self) -> Decimal {
        let hundredths = self.round(2);
        hundredths.shift10(2).map_or(hundredths, Decimal::trimmed)
    }

    /// The value to so many decimal places, halves away from nought. Where the digits would not
    /// fit, fewer places are given, never wrong ones.
    pub fn round(self, decimals: u8) -> Decimal {
        let denominator = self.denominator.unsigned_abs();
        let mut rest = self.numerator.unsigned_abs() % denominator;
        let mut mantissa = self.numerator.unsigned_abs() / denominator;
        let mut places = 0;
        while places < decimals.min(30) {
            let (digit, next) = ten_times(rest, denominator);
            let Some(longer) = mantissa.checked_mul(10).and_then(|longer| longer.checked_add(digit)) else {
                break;
            };
            if longer >= i128::MAX.unsigned_abs() {
                break;
            }
            (mantissa, rest, places) = (longer, next, places + 1);
        }
        if rest >= denominator - rest {
            mantissa += 1;
        }
        let magnitude = i128::try_from(mantissa).unwrap_or(i128::MAX);
        Decimal::new(if self.numerator < 0 { -magnitude } else { magnitude }, places).unwrap_or(Decimal::ZERO)
    }
}

impl From<Decimal> for Ratio {
    fn from(decimal: Decimal) -> Ratio {
        // Ten to the power of a decimal's places always fits; the fallback is never used.
        let one = 10_i128.checked_pow(u32::from(decimal.places())).unwrap_or(1);
        Ratio::new(decimal.mantissa(), one).unwrap_or(Ratio::ZERO)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    /// Compares whole parts, then the inverted remainders, as Euclid would: cross-multiplying
    /// could overflow, this cannot.
    fn cmp(&self, other: &Ratio) -> Ordering {
        let (mut left, mut right) = ((self.numerator, self.denominator), (other.numerator, other.denominator));
        let mut turned = false;
        loop {
            let whole = left.0.div_euclid(left.1).cmp(&right.0.div_euclid(right.1));
            let rests = (left.0.rem_euclid(left.1), right.0.rem_euclid(right.1));
            let order = match (whole, rests) {
                (Ordering::Equal, (0, _) | (_, 0)) => rests.0.cmp(&rests.1),
                (Ordering::Equal, _) => {
                    (left, right) = ((left.1, rests.0), (right.1, rests.1));
                    turned = !turned;
                    continue;
                }
                (decided, _) => decided,
            };
            return if turned { order.reverse() } else { order };
        }
    }
}

/// Never nought for a fraction that holds, because one of the two is a denominator.
fn common_divisor(left: i128, right: i128) -> i128 {
    let (mut larger, mut smaller) = (left.abs(), right.abs());
    while smaller != 0 {
        (larger, smaller) = (smaller, larger % smaller);
    }
    larger.max(1)
}

/// Ten times `rest / denominator` as a whole digit and what is left, by doubling and adding, since
/// ten times the largest remainder would not fit.
fn ten_times(rest: u128, denominator: u128) -> (u128, u128) {
    let carry = |digit: u128, rest: u128| {
        if rest >= denominator { (digit + 1, rest - denominator) } else { (digit, rest) }
    };
    let (two, left) = carry(0, rest + rest);
    let (four, left) = carry(two + two, left + left);
    let (five, left) = carry(four, left + rest);
    carry(five + five, left + left)
}
