//! From exact numbers to pixels: finite, clamped, bounded. plotters' own scales are never used.

use crate::quantity::Ratio;

/// A number as a length: `value` of `most` over `length` pixels, clamped to the length.
///
/// A missing or non-finite value has no length at all: `None`, never zero.
pub fn length(value: Option<&Ratio>, most: &Ratio, length: f64) -> Option<f64> {
    let (value, most) = (value?.to_f64(), most.to_f64());
    if !value.is_finite() || !most.is_finite() || most <= 0.0 {
        return None;
    }
    Some((value / most).clamp(0.0, 1.0) * length)
}
