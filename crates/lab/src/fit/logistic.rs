//! Logistic regression with an L2 penalty, by Newton's method: small, exact and reproducible.

use std::io::{self, Write};

use testimonia::align::{Coefficient, Feature, Features, Model};

/// A labelled pair.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) features: Features,
    /// 1 for a link, 0 for none; in between for graded pairs.
    pub(crate) truth: f64,
    /// Rows of one group share a base rate.
    pub(crate) group: usize,
    pub(crate) weight: f64,
    /// Rows with the same number are held out together: those of one event, if known.
    pub(crate) event: usize,
}

/// The probability for log-odds.
pub(crate) fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// Writes the model as a Rust tuple whose opening bracket was already written: bias, then feature, mean, standard deviation,
/// weight.
pub(crate) fn write_rows(out: &mut impl Write, model: &Model) -> io::Result<()> {
    writeln!(out, "    {:.4},\n    &[", model.bias)?;
    for c in &model.coefficients {
        writeln!(out, "        ({:?}, {:.4}, {:.4}, {:.4}),", c.name(), c.mean, c.deviation, c.weight)?;
    }
    writeln!(out, "    ],\n);")
}

/// Fits the features selected by `wanted`, and the product of each two of `products`; the bias is that of the first group.
/// `penalty` applies to squared weights of standardised features, in rows.
pub(crate) fn fit(
    rows: &[Row],
    penalty: f64,
    wanted: impl Fn(Feature) -> bool,
    products: &[Feature],
) -> Model {
    let total: f64 = rows.iter().map(|r| r.weight).sum();
    let single = Feature::ALL.iter().filter(|f| wanted(**f)).map(|&feature| (feature, None));
    let double = products
        .iter()
        .enumerate()
        .flat_map(|(at, &feature)| products[at..].iter().map(move |&times| (feature, Some(times))));
    let mut columns: Vec<Coefficient> = Vec::new();
    for (feature, times) in single.chain(double) {
        let mut column = Coefficient { feature, times, mean: 0.0, deviation: 1.0, weight: 0.0 };
        let value = |r: &Row| f64::from(column.value(&r.features));
        let mean = rows.iter().map(|r| r.weight * value(r)).sum::<f64>() / total;
        let square = rows.iter().map(|r| r.weight * (value(r) - mean).powi(2)).sum::<f64>() / total;
        if square > 1e-9 {
            (column.mean, column.deviation) = (mean as f32, square.sqrt() as f32);
            columns.push(column);
        }
    }
    let groups = rows.iter().map(|r| r.group + 1).max().unwrap_or(1);
    let n = columns.len() + groups;
    let mut standard = vec![0.0_f64; rows.len() * n];
    for (row, z) in rows.iter().zip(standard.chunks_mut(n)) {
        z[row.group] = 1.0;
        for (z, c) in z[groups..].iter_mut().zip(&columns) {
            let distance = f64::from(c.value(&row.features)) - f64::from(c.mean);
            *z = (distance / f64::from(c.deviation)).clamp(-4.0, 4.0);
        }
    }
    let mut weights = vec![0.0_f64; n];
    for _ in 0..12 {
        let mut gradient = vec![0.0; n];
        let mut hessian = vec![0.0; n * n];
        for (row, z) in rows.iter().zip(standard.chunks(n)) {
            let log_odds: f64 = z.iter().zip(&weights).map(|(z, w)| z * w).sum();
            let p = logistic(log_odds);
            let error = row.weight * (p - row.truth);
            gradient.iter_mut().zip(z).for_each(|(g, z)| *g += error * z);
            curve(&mut hessian, z, row.weight * p * (1.0 - p));
        }
        for i in 0..n {
            let penalty = if i < groups { 1e-6 } else { penalty };
            gradient[i] += penalty * weights[i];
            hessian[i * n + i] += penalty;
        }
        let step = solve(&mut hessian, &gradient, n);
        let moved: f64 = step.iter().map(|s| s.abs()).fold(0.0, f64::max);
        for (w, s) in weights.iter_mut().zip(step) {
            *w -= s;
        }
        if moved < 1e-3 {
            break;
        }
    }
    let coefficients = columns.into_iter().zip(&weights[groups..]);
    Model {
        bias: weights[0] as f32,
        coefficients: coefficients.map(|(c, &weight)| Coefficient { weight: weight as f32, ..c }).collect(),
    }
}

/// Adds a row's contribution to the lower half of the second derivatives, where most of the time of a fit is spent.
fn curve(hessian: &mut [f64], z: &[f64], by: f64) {
    if by < 1e-7 {
        return;
    }
    for (i, (line, z_i)) in hessian.chunks_exact_mut(z.len()).zip(z).enumerate() {
        let c = by * z_i;
        line[..=i].iter_mut().zip(&z[..=i]).for_each(|(h, z)| *h += c * z);
    }
}

/// Solves a symmetric positive definite system, given its lower half, by Cholesky decomposition.
pub(super) fn solve(matrix: &mut [f64], right: &[f64], n: usize) -> Vec<f64> {
    for i in 0..n {
        for j in 0..=i {
            let mut sum = matrix[i * n + j];
            for k in 0..j {
                sum -= matrix[i * n + k] * matrix[j * n + k];
            }
            matrix[i * n + j] = if i == j { sum.max(1e-12).sqrt() } else { sum / matrix[j * n + j] };
        }
    }
    let mut x = right.to_vec();
    for i in 0..n {
        for k in 0..i {
            x[i] -= matrix[i * n + k] * x[k];
        }
        x[i] /= matrix[i * n + i];
    }
    for i in (0..n).rev() {
        for k in i + 1..n {
            x[i] -= matrix[k * n + i] * x[k];
        }
        x[i] /= matrix[i * n + i];
    }
    x
}
