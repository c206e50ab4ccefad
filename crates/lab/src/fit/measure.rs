//! Measures of a ranking: scores compared with truths from 0 to 1, of which those above a half are true.

/// The probability that a true row ranks above a false one.
pub(crate) fn area(scores: &[f64], truths: &[f64]) -> f64 {
    let ranks = ranks(scores);
    let (mut sum, mut right) = (0.0, 0.0);
    for (rank, _) in ranks.iter().zip(truths).filter(|(_, truth)| **truth > 0.5) {
        sum += rank;
        right += 1.0;
    }
    (sum - right * (right + 1.0) / 2.0) / (right * (scores.len() as f64 - right)).max(1.0)
}

/// The mean of the precision at each true row.
pub(crate) fn average_precision(scores: &[f64], truths: &[f64]) -> f64 {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    let (mut sum, mut right) = (0.0, 0.0);
    for (n, _) in (1_u32..).zip(order).filter(|(_, at)| truths[*at] > 0.5) {
        right += 1.0;
        sum += right / f64::from(n);
    }
    sum / f64::max(right, 1.0)
}

/// The rank correlation.
pub(crate) fn spearman(a: &[f64], b: &[f64]) -> f64 {
    let (a, b) = (ranks(a), ranks(b));
    let mean = (a.len() as f64 + 1.0) / 2.0;
    let sum = |x: &[f64], y: &[f64]| -> f64 { x.iter().zip(y).map(|(p, q)| (p - mean) * (q - mean)).sum() };
    sum(&a, &b) / (sum(&a, &a) * sum(&b, &b)).sqrt().max(1e-9)
}

/// Ranks from 1; equal values share their mean rank.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for equal in order.chunk_by(|&a, &b| values[a] == values[b]) {
        let rank = before as f64 + (equal.len() as f64 + 1.0) / 2.0;
        equal.iter().for_each(|&at| ranks[at] = rank);
        before += equal.len();
    }
    ranks
}
