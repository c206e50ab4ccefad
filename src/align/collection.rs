//! Collections: a second pass over pairs of sentences on any events, which sees the probabilities of the pairs around each.
//! Two copies of a third sentence are copies of each other; a sentence usually has one best match in a source, not two;
//! sources that share other sentences report the same event.

use std::sync::LazyLock;

use crate::align::collection_weights;
use crate::align::context::{Context, LEAST};
use crate::align::feature::Feature;
use crate::align::profile::Profiles;
use crate::align::weigh::{BLANK, Model, logistic};
use crate::parallel;

/// The features of the second pass over a collection.
pub const SEEN: &[Feature] = &[
    Feature::Path,
    Feature::Paths,
    Feature::Best,
    Feature::BestLess,
    Feature::KinLess,
    Feature::KinMore,
    Feature::Own,
];

static SHIPPED: LazyLock<Model> =
    LazyLock::new(|| Model::read(collection_weights::SECOND.0, collection_weights::SECOND.1));

/// The log-odds of sorted pairs in a collection, given those by their words alone. Pairs without a chance keep theirs. Linear
/// in the number of pairs of each sentence.
pub(super) fn again(all: &Profiles, pairs: &[(u32, u32)], log_odds: &[f32]) -> Vec<f32> {
    let probabilities: Vec<f32> = log_odds.iter().map(|&l| logistic(l)).collect();
    let context = Context::new(all, pairs, &probabilities);
    let model = &*SHIPPED;
    let numbered: Vec<usize> = (0..pairs.len().min(log_odds.len())).collect();
    parallel::map(&numbered, |&n| {
        let (l, p) = (log_odds[n], probabilities[n]);
        if p < LEAST {
            return l;
        }
        let mut features = BLANK;
        context.look(all, pairs[n], l, p, &mut features);
        model.log_odds(&features)
    })
}
