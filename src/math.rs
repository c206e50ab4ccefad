//! Exponentials and logarithms with the same bits on every platform, and numbers that are the same after a round trip through JSON.
//!
//! The standard library uses the platform's functions, whose last digit may differ between systems; later sums and thresholds
//! could turn that into a different score. `sqrt` and the four basic operations are exact under IEEE 754. `clippy.toml`
//! rejects the others.

/// A floating-point number of either size.
pub(crate) trait Real: Copy {
    fn exponential(self) -> Self;
    fn logarithm(self) -> Self;
}

impl Real for f64 {
    fn exponential(self) -> Self {
        libm::exp(self)
    }

    fn logarithm(self) -> Self {
        libm::log(self)
    }
}

impl Real for f32 {
    fn exponential(self) -> Self {
        libm::expf(self)
    }

    fn logarithm(self) -> Self {
        libm::logf(self)
    }
}

/// The nearest number of at most 15 significant digits: 4.1 times a billion is 4,100,000,000 and not 4,099,999,999.9999995. A
/// number this short is read from JSON as it was written, even by a reader that does not round correctly (as `serde_json` does not
/// without a feature). Longer integers are not: they are written with ".0", which makes one digit too many.
pub(crate) fn decimal(x: f64) -> f64 {
    if x.fract() == 0.0 && x.abs() < 1e15 { x } else { format!("{x:.14e}").parse().unwrap_or(x) }
}

/// e to the power of a number.
pub(crate) fn exp<T: Real>(x: T) -> T {
    x.exponential()
}

/// The natural logarithm.
pub(crate) fn ln<T: Real>(x: T) -> T {
    x.logarithm()
}

/// The natural logarithm of 1 + x.
pub(crate) fn ln_1p(x: f32) -> f32 {
    libm::log1pf(x)
}

/// The logistic function: log-odds to a probability.
pub(crate) fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + exp(-log_odds))
}

/// A probability to log-odds.
pub(crate) fn logit(p: f64) -> f64 {
    ln(p / (1.0 - p))
}

/// The limit of [`cautious_logit`] for probabilities near 0 or 1.
const CERTAIN: f64 = 0.01;

/// A probability to log-odds, limited to a hundred to one, which keeps one cue from deciding alone.
pub(crate) fn cautious_logit(p: f64) -> f64 {
    logit(p.clamp(CERTAIN, 1.0 - CERTAIN))
}

/// The square of a number.
pub(crate) fn square(x: f32) -> f32 {
    x * x
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the last bit, too: these values are the same on every machine.
    #[test]
    fn bits_are_those_of_any_platform() {
        let bits = [exp(0.3_f64), exp(-7.25_f64), ln(0.7_f64), ln(12.0_f64), logistic(1.1), logit(0.31)]
            .map(f64::to_bits);
        assert_eq!(
            bits,
            [
                0x3ff5_9905_8c8c_1a96,
                0x3f47_455f_e323_fafe,
                0xbfd6_d3c3_24e1_3f50,
                0x4003_e116_bcd3_9e7d,
                0x3fe8_0221_7b20_c902,
                0xbfe9_9a93_ca5c_286c
            ]
        );
        let bits = [exp(0.3_f32), ln(0.7_f32), ln(12.0_f32), ln_1p(0.35)].map(f32::to_bits);
        assert_eq!(bits, [0x3fac_c82c, 0xbeb6_9e1a, 0x401f_08b6, 0x3e99_a74f]);
    }
}
