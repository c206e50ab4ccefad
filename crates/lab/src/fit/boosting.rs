//! Gradient boosting of small trees for a logistic loss (Friedman 2001), with Newton leaves (Chen and Guestrin 2016). Splits
//! are exact and nothing is random, so the same rows give the same trees everywhere.

use super::logistic::logistic;

/// How trees are grown.
#[derive(Clone, Copy)]
pub(super) struct Growth {
    pub(super) trees: usize,
    pub(super) depth: usize,
    /// The fraction of its value that each tree adds.
    pub(super) rate: f64,
    /// The least weight of rows in a leaf.
    pub(super) leaf: f64,
    /// The regularisation of leaves, in curvature.
    pub(super) ridge: f64,
}

/// A row: its features, its label, its weight, and its initial log-odds.
pub(super) struct Row<'r> {
    pub(super) features: &'r [f32],
    pub(super) truth: bool,
    pub(super) weight: f64,
    pub(super) start: f64,
}

/// A node; `split` contains the feature, the threshold, and the indices of the two child nodes.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) value: f64,
    pub(super) split: Option<(usize, f32, usize, usize)>,
}

pub(super) type Tree = Vec<Node>;

fn leaf(tree: &Tree, features: &[f32]) -> f64 {
    let mut node = &tree[0];
    while let Some((feature, at, below, above)) = node.split {
        node = &tree[if features[feature] < at { below } else { above }];
    }
    node.value
}

/// Grows trees on rows.
pub(super) fn grow(rows: &[Row<'_>], growth: Growth) -> Vec<Tree> {
    let width = rows.first().map_or(0, |r| r.features.len());
    // For each feature, the rows ordered by its value; constant features are left out.
    let orders: Vec<(usize, Vec<u32>)> = (0..width)
        .filter_map(|f| {
            let mut order: Vec<u32> = (0..rows.len() as u32).collect();
            let value = |n: &u32| rows[*n as usize].features[f];
            order.sort_by(|a, b| value(a).total_cmp(&value(b)).then(a.cmp(b)));
            let (first, last) = (value(order.first()?), value(order.last()?));
            (first != last).then_some((f, order))
        })
        .collect();
    let mut sums: Vec<f64> = rows.iter().map(|r| r.start).collect();
    let mut trees = Vec::with_capacity(growth.trees);
    for _ in 0..growth.trees {
        let (gradient, curvature): (Vec<f64>, Vec<f64>) = rows
            .iter()
            .zip(&sums)
            .map(|(row, sum)| {
                let p = logistic(*sum);
                (row.weight * (f64::from(u8::from(row.truth)) - p), (row.weight * p * (1.0 - p)).max(1e-9))
            })
            .unzip();
        let tree = one(rows, &orders, &gradient, &curvature, growth);
        for (sum, row) in sums.iter_mut().zip(rows) {
            *sum += leaf(&tree, row.features);
        }
        trees.push(tree);
    }
    trees
}

/// A split of a node: its gain, feature and threshold, and the gradient, curvature and weight of the lower part.
type Cut = (f64, usize, f32, (f64, f64, f64));

/// One tree, level by level.
fn one(
    rows: &[Row<'_>],
    orders: &[(usize, Vec<u32>)],
    gradient: &[f64],
    curvature: &[f64],
    growth: Growth,
) -> Tree {
    let totals = |members: &dyn Fn(usize) -> bool| {
        (0..rows.len())
            .filter(|&n| members(n))
            .fold((0.0, 0.0, 0.0), |(g, h, w), n| (g + gradient[n], h + curvature[n], w + rows[n].weight))
    };
    let value = |g: f64, h: f64| growth.rate * g / (h + growth.ridge);
    let (g, h, w) = totals(&|_| true);
    let mut tree: Tree = vec![Node { value: value(g, h), split: None }];
    let mut at: Vec<usize> = vec![0; rows.len()];
    let mut open: Vec<(usize, f64, f64, f64)> = vec![(0, g, h, w)];
    for _ in 0..growth.depth {
        let mut best: Vec<Option<Cut>> = vec![None; tree.len()];
        for (feature, order) in orders {
            let mut below: Vec<(f64, f64, f64)> = vec![(0.0, 0.0, 0.0); tree.len()];
            let mut last: Vec<f32> = vec![f32::NAN; tree.len()];
            for &n in order {
                let n = n as usize;
                let (node, x) = (at[n], rows[n].features[*feature]);
                let Some(&(_, g, h, w)) = open.iter().find(|o| o.0 == node) else { continue };
                let (gb, hb, wb) = below[node];
                if !last[node].is_nan() && x > last[node] && wb >= growth.leaf && w - wb >= growth.leaf {
                    let score = |g: f64, h: f64| g * g / (h + growth.ridge);
                    let gain = score(gb, hb) + score(g - gb, h - hb) - score(g, h);
                    if best[node].as_ref().is_none_or(|b| gain > b.0 + 1e-9) && gain > 1e-6 {
                        best[node] = Some((gain, *feature, (x + last[node]) / 2.0, (gb, hb, wb)));
                    }
                }
                below[node] = (gb + gradient[n], hb + curvature[n], wb + rows[n].weight);
                last[node] = x;
            }
        }
        let mut next = Vec::new();
        for &(node, g, h, w) in &open {
            let Some((_, feature, threshold, (gb, hb, wb))) = best[node] else { continue };
            let (below, above) = (tree.len(), tree.len() + 1);
            tree.push(Node { value: value(gb, hb), split: None });
            tree.push(Node { value: value(g - gb, h - hb), split: None });
            tree[node].split = Some((feature, threshold, below, above));
            next.extend([(below, gb, hb, wb), (above, g - gb, h - hb, w - wb)]);
        }
        for (n, node) in at.iter_mut().enumerate() {
            if let Some((feature, threshold, below, above)) = tree[*node].split {
                if open.iter().any(|o| o.0 == *node) {
                    *node = if rows[n].features[feature] < threshold { below } else { above };
                }
            }
        }
        open = next;
    }
    tree
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees_learn_what_no_sum_can() {
        // True if exactly one of two features holds.
        let features: Vec<[f32; 2]> = (0..80).map(|n| [(n % 2) as f32, (n / 2 % 2) as f32]).collect();
        let rows: Vec<Row<'_>> = features
            .iter()
            .enumerate()
            // More rows of one kind make a first split possible.
            .map(|(n, f)| Row {
                features: f,
                truth: f[0] != f[1],
                weight: if n % 4 == 1 { 1.2 } else { 1.0 },
                start: 0.0,
            })
            .collect();
        let growth = Growth { trees: 40, depth: 2, rate: 0.3, leaf: 2.0, ridge: 1.0 };
        let trees = grow(&rows, growth);
        assert!(rows.iter().all(|r| {
            let sum: f64 = trees.iter().map(|tree| leaf(tree, r.features)).sum();
            (sum > 0.0) == r.truth
        }));
    }
}
