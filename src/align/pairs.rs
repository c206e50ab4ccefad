//! Pairs: the candidate pairs of a bundle with their features, for linking and for fitting weights.

use crate::align::candidate::{Reach, SMALL, candidates, overlap};
use crate::align::context::{Context, LEAST};
use crate::align::feature::{Features, compare};
use crate::align::profile::{Builder, Profiles};
use crate::align::weigh::{BLANK, Weights, logistic};
use crate::align::{Passage, SentenceLink, SentenceSimilarity, SimilarityConfig, retold, stated};
use crate::lexicon::Lexicon;
use crate::mention::Mentions;
use crate::parallel;
use crate::score::Score;
use crate::text::{Document, SentenceId, SentenceKind};

/// The least cosine of two sentences that are copies, except for one word in three or four.
const COPIED: f32 = 0.6;

/// Pairs of sentences from different sources that share a term, with the evidence for and against a link.
#[derive(Debug)]
pub struct Pairs {
    profiles: Profiles,
    /// The sentence of each profile.
    ids: Vec<SentenceId>,
    pairs: Vec<(u32, u32)>,
    features: Vec<Features>,
    /// What the caller's similarity adds to the log-odds of each pair; empty if there is none.
    evidence: Vec<f32>,
}

impl Pairs {
    /// The pairs in documents ordered by id. Boilerplate is left out.
    pub fn of_documents(documents: &[Document<'_>], mentions: &[Mentions], lexicon: &Lexicon) -> Self {
        let mut builder = Builder::new(lexicon);
        let mut ids = Vec::new();
        for (source, document) in documents.iter().enumerate() {
            let mut position = 0;
            let clauses = mentions.get(source).map_or(&[][..], |m| &m.clauses);
            let mut starts = clauses.iter().map(|c| c.tokens.start).peekable();
            let mut verbs: Vec<usize> = clauses.iter().filter_map(|c| c.trigger).collect();
            verbs.sort_unstable();
            let mut verbs = verbs.into_iter().peekable();
            for (at, sentence) in document.sentences().iter().enumerate() {
                if sentence.kind == SentenceKind::Boilerplate {
                    continue;
                }
                let tokens = document.tokens().get(sentence.tokens.clone()).unwrap_or_default();
                for (token, number) in tokens.iter().zip(sentence.tokens.clone()) {
                    while let Some(start) = starts.next_if(|&start| start <= number) {
                        if start == number {
                            builder.clause();
                        }
                    }
                    builder.token(token.kind, token.shape, document.surface(number), document.folded(number));
                    while verbs.next_if(|&verb| verb < number).is_some() {}
                    if verbs.peek() == Some(&number) {
                        builder.verb();
                    }
                }
                builder.end(source as u32, position, sentence.kind == SentenceKind::Heading);
                ids.push(SentenceId::new(source, at));
                position += 1;
            }
        }
        let mut profiles = builder.finish();
        profiles.stated = stated::of_documents(documents, mentions, &ids, lexicon);
        Self::new(profiles, ids, Reach::Event)
    }

    /// The pairs among single sentences, grouped by source and in order. Each [`SentenceId`] then holds the source's number
    /// and the passage's position among all.
    pub fn of_passages(passages: &[Passage<'_>], lexicon: &Lexicon) -> Self {
        Self::read(passages, lexicon, Reach::Event)
    }

    /// The same for passages on any events, of which only similar ones form pairs.
    pub fn of_collection(passages: &[Passage<'_>], lexicon: &Lexicon) -> Self {
        Self::read(passages, lexicon, Reach::Collection)
    }

    fn read(passages: &[Passage<'_>], lexicon: &Lexicon, reach: Reach) -> Self {
        let mut builder = Builder::new(lexicon);
        let mut ids = Vec::with_capacity(passages.len());
        let mut position = 0;
        for (at, passage) in passages.iter().enumerate() {
            position = match passages.get(at.wrapping_sub(1)) {
                Some(before) if before.source == passage.source => position + 1,
                _ => 0,
            };
            passage.read(&mut builder);
            builder.end(passage.source, position, false);
            ids.push(SentenceId { source: passage.source, sentence: at as u32 });
        }
        Self::new(builder.finish(), ids, reach)
    }

    fn new(mut profiles: Profiles, ids: Vec<SentenceId>, reach: Reach) -> Self {
        let pairs = candidates(&profiles, reach);
        let mut wanted = vec![false; profiles.sentences.len()];
        for &(a, b) in &pairs {
            wanted[a as usize] = true;
            wanted[b as usize] = true;
        }
        profiles.count_grams(&wanted);
        let mut features = parallel::map(&pairs, |&(a, b)| {
            let mut features = BLANK;
            compare(&profiles, a as usize, b as usize, &mut features);
            features
        });
        if reach == Reach::Event {
            retold::compare(&profiles, &pairs, &mut features);
        }
        Self { profiles, ids, pairs, features, evidence: Vec::new() }
    }

    /// Adds a caller's similarity as evidence for [`Pairs::links`] and [`Pairs::loose_links`]; `text` returns the text of a
    /// sentence. It is asked once, and replaces an earlier similarity.
    pub fn add_similarity<'t>(
        &mut self,
        text: impl Fn(SentenceId) -> &'t str,
        similarity: &dyn SentenceSimilarity,
        config: &SimilarityConfig,
    ) {
        let sentences: Vec<&str> = self.ids.iter().map(|&id| text(id)).collect();
        let pairs: Vec<(usize, usize)> = self.pairs.iter().map(|&(a, b)| (a as usize, b as usize)).collect();
        let mut found = similarity.similarities(&sentences, &pairs);
        found.resize(pairs.len(), f64::NAN);
        self.evidence = found.into_iter().map(|similarity| config.log_odds(similarity)).collect();
    }

    fn evidence(&self, pair: usize) -> f32 {
        self.evidence.get(pair).copied().unwrap_or_default()
    }

    /// True for two sentences with nearly the same words, if there are too many sentences to compare all pairs.
    pub(super) fn are_copies(&self, a: SentenceId, b: SentenceId) -> bool {
        let at = |id: SentenceId| self.ids.binary_search(&id).ok();
        match (at(a), at(b)) {
            (Some(a), Some(b)) if self.ids.len() > SMALL => {
                let overlap = overlap(&self.profiles, a, b);
                overlap.cosine >= COPIED
            }
            _ => false,
        }
    }

    /// The number of pairs.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// True if no two sentences share a term.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The sentences of each pair, in order.
    pub fn sentences(&self) -> impl Iterator<Item = (SentenceId, SentenceId)> + '_ {
        self.pairs.iter().map(|&(a, b)| (self.ids[a as usize], self.ids[b as usize]))
    }

    /// The features of each pair, without those that depend on context.
    pub fn features(&self) -> &[Features] {
        &self.features
    }

    /// The features of each pair, with those that depend on context, given the log-odds of all pairs.
    pub fn features_in_context(&self, log_odds: &[f32]) -> Vec<Features> {
        let probabilities: Vec<f32> = log_odds.iter().map(|&l| logistic(l)).collect();
        self.seen_in_context(log_odds, &probabilities)
    }

    fn seen_in_context(&self, log_odds: &[f32], probabilities: &[f32]) -> Vec<Features> {
        let context = Context::new(&self.profiles, &self.pairs, probabilities);
        let numbers: Vec<usize> =
            (0..self.pairs.len().min(log_odds.len()).min(probabilities.len())).collect();
        parallel::map(&numbers, |&n| {
            let mut features = self.features[n];
            if probabilities[n] >= LEAST {
                context.look(&self.profiles, self.pairs[n], log_odds[n], probabilities[n], &mut features);
            }
            features
        })
    }

    /// The probability of each pair that has a chance, ordered by `a`, then `b`.
    pub fn links(&self, weights: &Weights) -> Vec<SentenceLink> {
        let mut log_odds: Vec<f32> = self.features.iter().map(|f| weights.own.log_odds(f)).collect();
        let first = self.probabilities(&log_odds);
        for model in [&weights.whole, &weights.again] {
            // Other pairs see the effect of the caller's similarity on a pair; the pair's own next pass adds it only once, at
            // the end.
            let probabilities = self.probabilities(&log_odds);
            let in_context = self.seen_in_context(&log_odds, &probabilities);
            for ((log_odds, features), p) in log_odds.iter_mut().zip(&in_context).zip(probabilities) {
                *log_odds = if p >= LEAST { model.log_odds(features) } else { *log_odds };
            }
        }
        let scores = self.probabilities(&log_odds).into_iter().map(|p| Score::new(f64::from(p)));
        let links = self.sentences().zip(scores).zip(first).filter(|(_, p)| *p >= LEAST);
        links.map(|(((a, b), score), _)| SentenceLink { a, b, score }).collect()
    }

    fn probabilities(&self, log_odds: &[f32]) -> Vec<f32> {
        log_odds.iter().enumerate().map(|(n, &l)| logistic(l + self.evidence(n))).collect()
    }

    /// The probability of each pair by its words alone, ordered by `a`, then `b`.
    pub fn loose_links(&self, weights: &Weights) -> Vec<SentenceLink> {
        self.sentences()
            .zip(&self.features)
            .enumerate()
            .map(|(n, ((a, b), features))| {
                let log_odds = weights.loose.log_odds(features) + self.evidence(n);
                SentenceLink { a, b, score: Score::logistic(f64::from(log_odds)) }
            })
            .collect()
    }
}
