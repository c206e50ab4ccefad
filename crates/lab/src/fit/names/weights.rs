//! The weights of the evidence: a logistic regression with a base rate for each set, shrunk towards hand-set weights.

use testimonia::compare::name::{FEATURES, NameEvidence as Evidence, NameFeature as Feature};

use super::costs::DOUBT;
use crate::fit::logistic::{logistic, solve};

/// A labelled pair of names.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) evidence: Evidence,
    /// Log-odds that are not fitted.
    pub(super) fixed: f64,
    pub(super) truth: f64,
    pub(super) set: usize,
    pub(super) weight: f64,
}

/// The weights, and the base rate of each set in log-odds.
#[derive(Clone, Debug)]
pub(super) struct Model {
    pub(super) bias: Vec<f64>,
    pub(super) weights: Vec<f64>,
}

/// The prior value of a weight.
fn hand(feature: Feature) -> f64 {
    match feature {
        Feature::Same => 4.0,
        Feature::Spelled => 3.0,
        Feature::Shorter => 2.0,
        Feature::Clash => -3.0,
        Feature::Apart => -6.0,
        Feature::ApartNear | Feature::ApartOneWord | Feature::ApartGivenName => 0.6,
        Feature::ApartSeveral => -0.6,
        Feature::Description => 1.5,
        Feature::SharedPlace => -1.5,
        Feature::Distance => -1.5,
        Feature::Far | Feature::Farther => -1.0,
        Feature::Further | Feature::Short => -0.8,
        Feature::Beside | Feature::BesideTwo => 0.8,
        Feature::Initial | Feature::Nickname | Feature::ClippedAlone => -2.0,
        Feature::Clipped => -3.0,
        Feature::NearGivenName | Feature::Genders => -3.0,
        Feature::OtherNumbers => -2.5,
        Feature::NearFamilyName => 1.2,
        _ => 0.0,
    }
}

impl Model {
    /// The library does not know from which set a pair comes. The fraction of pairs of one name in each case is taken from
    /// the sets that are news, as the mean of their base rates.
    pub(super) fn take_base_rate(&mut self, case: Feature, sets: &[usize]) {
        let rate = sets.iter().filter_map(|&s| self.bias.get(s)).sum::<f64>() / sets.len().max(1) as f64;
        if let Some(weight) = self.weights.get_mut(case as usize) {
            *weight += rate;
        }
    }

    pub(super) fn log_odds(&self, evidence: &Evidence) -> f64 {
        Feature::ALL.iter().zip(&self.weights).map(|(&f, w)| w * f64::from(evidence.get(f))).sum()
    }
}

/// How far a weight may be from the prior, as a standard deviation. The influence of kinds on names without a common word is
/// seen in few events.
fn spread(feature: Feature) -> f64 {
    match feature {
        Feature::Apart
        | Feature::ApartNear
        | Feature::ApartOneWord
        | Feature::ApartGivenName
        | Feature::ApartGivenNames
        | Feature::ApartSeveral
        | Feature::Description
        | Feature::Scripts => 0.25,
        Feature::Same => 0.1,
        Feature::NearFamilyName => 0.25,
        Feature::TwoGivenNames | Feature::Genders | Feature::SharedPlace | Feature::NearGivenName => 0.5,
        _ => 1.5,
    }
}

/// By Newton's method: small, exact and reproducible.
pub(super) fn fit(rows: &[Row], sets: usize) -> Model {
    let n = sets + FEATURES;
    let prior: Vec<f64> = (0..sets).map(|_| 0.0).chain(Feature::ALL.iter().map(|&f| hand(f))).collect();
    let mut weights = prior.clone();
    for _ in 0..60 {
        let mut gradient = vec![0.0; n];
        let mut hessian = vec![0.0; n * n];
        for row in rows {
            let mut z = vec![0.0; n];
            z[row.set] = 1.0;
            for (slot, &feature) in z[sets..].iter_mut().zip(Feature::ALL) {
                *slot = f64::from(row.evidence.get(feature));
            }
            let odds = row.fixed + z.iter().zip(&weights).map(|(z, w)| z * w).sum::<f64>();
            let p = logistic(odds);
            let agreed = if row.truth > 0.5 { p } else { 1.0 - p };
            let weight = row.weight * agreed / (agreed + DOUBT);
            let (error, curve) = (weight * (p - row.truth), weight * p * (1.0 - p));
            for i in (0..n).filter(|&i| z[i] != 0.0) {
                gradient[i] += error * z[i];
                for j in (0..=i).filter(|&j| z[j] != 0.0) {
                    hessian[i * n + j] += curve * z[i] * z[j];
                }
            }
        }
        for i in 0..n {
            let penalty = match i.checked_sub(sets).and_then(|f| Feature::ALL.get(f)) {
                Some(&feature) => spread(feature).powi(-2),
                None => 1.0,
            };
            gradient[i] += penalty * (weights[i] - prior[i]);
            hessian[i * n + i] += penalty;
        }
        let step = solve(&mut hessian, &gradient, n);
        let moved = step.iter().map(|s| s.abs()).fold(0.0, f64::max);
        // Far from the optimum, a full step may overshoot.
        let scale = (1.0 / moved.max(1e-9)).min(1.0);
        weights.iter_mut().zip(step).for_each(|(w, s)| *w -= scale * s);
        if moved < 1e-4 {
            break;
        }
    }
    let rest = weights.split_off(sets);
    Model { bias: weights, weights: rest }
}
