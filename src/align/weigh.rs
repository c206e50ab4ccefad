//! Weighing: logistic regression turns features into a probability.

use std::sync::LazyLock;

use crate::align::feature::{FEATURES, Feature, Features};
use crate::align::weights;
use crate::math::exp;

/// What one feature, or the product of two, adds to the log-odds: its weight times its distance from the mean in standard
/// deviations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coefficient {
    /// The feature.
    pub feature: Feature,
    /// The feature it is multiplied by, which may be the same.
    pub times: Option<Feature>,
    /// Its mean over the pairs on which the weights were fitted.
    pub mean: f32,
    /// Its standard deviation on those pairs.
    pub deviation: f32,
    /// What one standard deviation adds.
    pub weight: f32,
}

impl Coefficient {
    /// The value of the feature or product.
    pub fn value(&self, features: &Features) -> f32 {
        let of = |feature: Feature| features.get(feature as usize).copied().unwrap_or_default();
        of(self.feature) * self.times.map_or(1.0, of)
    }

    /// The name of its row: that of its feature, or those of two with an asterisk between them.
    pub fn name(&self) -> String {
        let name = self.feature.name();
        self.times.map_or_else(|| name.to_owned(), |times| format!("{name}*{}", times.name()))
    }
}

/// A logistic regression over features.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// The log-odds of a pair whose features all have their mean values.
    pub bias: f32,
    /// One row for each feature or product.
    pub coefficients: Vec<Coefficient>,
}

/// A feature counts as at most this many standard deviations from its mean.
const FURTHEST: f32 = 4.0;

impl Model {
    /// The log-odds that a pair with these features is a link.
    pub fn log_odds(&self, features: &Features) -> f32 {
        self.coefficients.iter().fold(self.bias, |sum, c| {
            sum + c.weight * ((c.value(features) - c.mean) / c.deviation).clamp(-FURTHEST, FURTHEST)
        })
    }

    pub(super) fn read(bias: f32, rows: &[(&str, f32, f32, f32)]) -> Self {
        let coefficients = rows
            .iter()
            .filter_map(|&(name, mean, deviation, weight)| {
                let named = |name: &str| Feature::ALL.iter().find(|f| f.name() == name).copied();
                let (feature, times) = match name.split_once('*') {
                    Some((feature, times)) => (named(feature)?, Some(named(times)?)),
                    None => (named(name)?, None),
                };
                Some(Coefficient { feature, times, mean, deviation, weight })
            })
            .collect();
        Self { bias, coefficients }
    }
}

/// What linking has learned. [`Weights::default`] are the built-in weights; `lab fit linking` learns others.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// For sentences in whole sources, first pass: all features that do not depend on other pairs.
    pub own: Model,
    /// For sentences in whole sources, second pass: includes the first pass's results for other pairs.
    pub whole: Model,
    /// The third pass: includes the second pass's results for other pairs.
    pub again: Model,
    /// For sentences without sources around them.
    pub loose: Model,
}

static SHIPPED: LazyLock<Weights> = LazyLock::new(|| Weights {
    own: Model::read(weights::OWN.0, weights::OWN.1),
    whole: Model::read(weights::WHOLE.0, weights::WHOLE.1),
    again: Model::read(weights::AGAIN.0, weights::AGAIN.1),
    loose: Model::read(weights::LOOSE.0, weights::LOOSE.1),
});

impl Weights {
    /// The built-in weights.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self::shipped().clone()
    }
}

/// The logistic function.
pub(super) fn logistic(log_odds: f32) -> f32 {
    1.0 / (1.0 + exp(-log_odds))
}

/// All features zero.
pub(super) const BLANK: Features = [0.0; FEATURES];
