//! Provenance: derivations (text reuse: which text was made from which), and how many independent voices stand behind a claim.
//!
//! A text was made from another, or both from a third, if its sentences follow the other's in words that the event does not
//! dictate: names, figures and quotations are shared by everyone who reports it (`wording`; features after METER, Clough et al.
//! 2002). The sentences compared are those that are linked, and those that share a run of words (`candidate`). Credits count
//! too, and so does what they credit (`credit`, `quotation`), and so do errors that both make (`spelling`). `pair` weighs all of
//! it, row by row. The direction is reported only if there is evidence for it (`direction`).
//!
//! The voices behind a claim are then counted from its sentences if these are copies or are clearly worded independently, and
//! otherwise from the texts as a whole ([`Dependence`]). What the caller knows beforehand takes precedence ([`Known`]).

mod candidate;
mod credit;
mod dependence;
mod direction;
mod known;
mod pair;
mod quotation;
mod reader;
mod spelling;
mod wording;

use std::collections::BTreeMap;

use itertools::Itertools;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::align::Alignment;
use crate::entity::Cluster;
use crate::error::{Error, check_probability};
use crate::lexicon::Lexicon;
use crate::mention::Mentions;
use crate::parallel;
use crate::record::{Derivation, Mention};
use crate::span::Span;
use crate::text::{Document, SentenceId};
use candidate::Candidate;
pub use dependence::Dependence;
pub use known::Known;
use known::Standing;
use pair::{Circumstances, Match, Pair, Sign};
use reader::Reader;
use spelling::Shared;
use wording::{Scratch, likeness};

/// Which derivations (text reuse) are shown, and what is known about the sources in advance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ProvenanceConfig {
    /// The lowest probability of a derivation that is shown. Support is counted with all probabilities, shown or not.
    pub threshold: f64,
    /// What is known about the sources in advance.
    pub known: Known,
}

impl Default for ProvenanceConfig {
    fn default() -> Self {
        Self { threshold: PROBABLE, known: Known::default() }
    }
}

impl ProvenanceConfig {
    /// Fails if a number is out of range, or if the prior knowledge is contradictory.
    pub(crate) fn check(&self) -> Result<(), Error> {
        check_probability("provenance.threshold", self.threshold)?;
        self.known.check()
    }
}

/// Finds which documents were made from which. Linear in the length of the texts and the number of links, times the square of a
/// sentence's length, which is bounded. Pairs of documents that share neither a link nor a run of words are never examined.
pub fn derive(
    documents: &[Document<'_>],
    mentions: &[Mentions],
    alignment: &Alignment,
    clusters: &[Cluster],
    lexicon: &Lexicon,
    config: &ProvenanceConfig,
) -> (Vec<Derivation>, Dependence) {
    let standing = Standing::of(documents, &config.known);
    let spoken = wording::spoken(documents, mentions);
    let both: Vec<_> = documents.iter().zip(mentions).collect();
    let readers =
        parallel::map(&both, |(document, mentions)| Reader::new(document, mentions, &spoken, lexicon));

    let candidates = candidates(&readers, alignment, &standing);
    let of_pairs: Vec<&[Candidate]> =
        candidates.chunk_by(|x, y| (x.0.source, x.1.source) == (y.0.source, y.1.source)).collect();
    let names = spelling::names(clusters, mentions);
    let seen = parallel::map(&of_pairs, |of_pair| look(&readers, of_pair, &names, &standing));
    let mut seen: Vec<Seen<'_, '_>> = seen.into_iter().flatten().collect();
    add_thirds(&mut seen);

    let lines = seen.iter_mut().flat_map(|seen| std::mem::take(&mut seen.lines)).collect();
    let pairs = seen.iter().map(|seen| (seen.a, seen.b, seen.pair.score()));
    let dependence = Dependence::new(pairs, lines, standing.clone());
    let shown = seen.iter().filter(|seen| seen.pair.score().value() >= config.threshold);
    let derivations = shown.map(|seen| derivation(seen, documents, &standing)).collect();
    (derivations, dependence)
}

/// The pairs of sentences to compare, ordered by document, without repetition and without documents known to be independent.
fn candidates(readers: &[Reader<'_>], alignment: &Alignment, standing: &Standing) -> Vec<Candidate> {
    let wordings = readers.iter().map(|reader| &reader.wording).collect_vec();
    let mut candidates = candidate::sharing(&wordings);
    candidates.extend(alignment.links.iter().map(|link| (link.a.min(link.b), link.a.max(link.b))));
    candidates.retain(|(a, b)| !standing.are_apart(a.source, b.source));
    candidates.sort_unstable_by_key(|&(a, b)| (a.source, b.source, a.sentence, b.sentence));
    candidates.dedup();
    candidates
}

/// A pair of documents that has been compared.
struct Seen<'r, 'a> {
    a: u32,
    b: u32,
    pair: Pair<'r, 'a>,
    /// Pairs of sentences, with the evidence in their wording for one voice.
    lines: Vec<(Candidate, f64)>,
}

fn look<'r, 'a>(
    readers: &'r [Reader<'a>],
    candidates: &[Candidate],
    names: &BTreeMap<(u32, u32), Vec<Shared>>,
    standing: &Standing,
) -> Option<Seen<'r, 'a>> {
    let &(SentenceId { source: a, .. }, SentenceId { source: b, .. }) = candidates.first()?;
    let (one, other) = (readers.get(a as usize)?, readers.get(b as usize)?);
    let mut scratch = Scratch::default();
    let (mut matches, mut lines) = (Vec::new(), Vec::new());
    for &(x, y) in candidates {
        let (at, beside) = (x.sentence as usize, y.sentence as usize);
        let (Some(left), Some(right)) = (one.wording.lines.get(at), other.wording.lines.get(beside)) else {
            continue;
        };
        let Some(likeness) = likeness(left, right, &mut scratch) else { continue };
        let evidence = dependence::line_evidence(&likeness, left.weight.min(right.weight));
        if evidence != 0.0 {
            lines.push(((x, y), evidence));
        }
        matches.push(Match { a: at, b: beside, likeness });
    }
    let odd = names.get(&(a, b)).cloned().unwrap_or_default();
    let circumstances = Circumstances { feeds: (standing.is_feed(a), standing.is_feed(b)) };
    Some(Seen { a, b, pair: Pair::compare(one, other, matches, odd, circumstances), lines })
}

/// The probability from which one text counts as made from another.
const PROBABLE: f64 = 0.5;

/// Two documents that are each probably made from a third, and have a sentence in common, probably have it from there. Only
/// one round, so guesses are not based on guesses.
fn add_thirds(seen: &mut [Seen<'_, '_>]) {
    let mut derived: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for seen in seen.iter().filter(|seen| seen.pair.score().value() >= PROBABLE) {
        derived.entry(seen.a).or_default().push(seen.b);
        derived.entry(seen.b).or_default().push(seen.a);
    }
    for seen in seen.iter_mut() {
        if seen.pair.score().value() >= PROBABLE || seen.pair.worded() < pair::WORDED {
            continue;
        }
        let (Some(of_a), Some(of_b)) = (derived.get(&seen.a), derived.get(&seen.b)) else { continue };
        let of_b: FxHashSet<u32> = of_b.iter().copied().collect();
        if let Some(&third) = of_a.iter().filter(|third| of_b.contains(third)).min() {
            seen.pair.signs.push((Sign::Third(third), pair::THIRD));
        }
    }
}

fn derivation(seen: &Seen<'_, '_>, documents: &[Document<'_>], standing: &Standing) -> Derivation {
    let id = |n: u32| documents.get(n as usize).map_or_else(String::new, |d| d.source().id().to_owned());
    let mut evidence = seen.pair.evidence(id);
    let feeds = (standing.is_feed(seen.a), standing.is_feed(seen.b));
    let told = direction::of(&seen.pair, feeds);
    let (from, to, between) = match &told {
        Some(told) if told.forward => (Some(id(seen.a)), Some(id(seen.b)), None),
        Some(_) => (Some(id(seen.b)), Some(id(seen.a)), None),
        None => (None, None, Some([id(seen.a), id(seen.b)])),
    };
    evidence.extend(told.and_then(|told| told.row));
    Derivation { from, to, between, score: seen.pair.score(), evidence }
}

/// A passage of a document as shown in results.
fn place(document: &Document<'_>, span: Span) -> Mention {
    let (source, text) = (document.source().id().to_owned(), span.slice(document.text()).to_owned());
    Mention { source, span, characters: document.characters(span), text }
}
