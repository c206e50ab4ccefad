//! Resolution: mentions that concern the same point become records.
//!
//! The points that [`crate::point`] found and weighed are gathered: pairs that share a mention form one point, mentions that say
//! the same form one reading, and the point with its readings is the record. Names come from entities.

mod claim;
mod consensus;
mod gather;
mod ids;
mod joined;
mod judge;
mod name;
mod single;
mod spelling;

use serde::{Deserialize, Serialize};

use crate::compare::vocabulary::Vocabulary;
use crate::compare::{Facet, Relation, Verdict};
use crate::error::{Error, check_probability};
use crate::point::linked::Linked;
use crate::point::pair::Node;
use crate::point::{candidates, decision};
use crate::record::{Certificate, Claim, Entity, Mention, Record};

pub use crate::point::Bundle;
#[doc(hidden)]
pub use crate::point::{Cue, Cues, Weights};

pub(crate) use judge::SharedJudge;
pub use judge::{Judge, JudgeConfig, Opinion, Outcome, Point, Side};

use gather::{Found, of_candidates};

/// Which records are shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ResolveConfig {
    /// The lowest confidence of a discrepancy that is shown. Higher: fewer flags, more of them right. At the default, more than nine in
    /// ten were right in annotated events, with weights fitted without the event; of those between .5 and .6, half were wrong.
    pub discrepancy: f64,
    /// The same for facets with too few annotated discrepancies to learn from, or too many wrong flags; it applies if it is
    /// higher.
    pub unproven: f64,
    /// The same for modality, which is higher by default: of its flags between .6 and .7, more than half were wrong.
    pub modality: f64,
    /// The lowest confidence of an agreement that is shown.
    pub agreement: f64,
    /// How the opinions of the caller's own judge count, if there is one.
    pub judge: JudgeConfig,
}

impl Default for ResolveConfig {
    fn default() -> Self {
        Self {
            discrepancy: 0.6,
            unproven: 0.65,
            modality: 0.7,
            agreement: 0.5,
            judge: JudgeConfig::default(),
        }
    }
}

impl ResolveConfig {
    /// Fewer discrepancies, hardly any of them wrong.
    pub fn precise() -> Self {
        Self { discrepancy: 0.8, unproven: 0.85, modality: 0.85, ..Self::default() }
    }

    /// More discrepancies, for readers who check them all.
    pub fn broad() -> Self {
        Self { discrepancy: 0.2, unproven: 0.35, modality: 0.35, ..Self::default() }
    }

    /// Shows records from this confidence (a probability) on. Where facets have higher thresholds of their own, as in
    /// [`precise`](Self::precise), they keep them, unless the new confidence is lower than before.
    ///
    /// ```
    /// use testimonia::resolve::ResolveConfig;
    ///
    /// assert_eq!(ResolveConfig::default().from_confidence(0.3).modality, 0.3);
    /// assert_eq!(ResolveConfig::precise().from_confidence(0.8).modality, 0.85);
    /// ```
    #[must_use]
    pub fn from_confidence(self, least: f64) -> Self {
        let guarded = |facets: f64| if least < self.discrepancy { least } else { facets.max(least) };
        let (unproven, modality) = (guarded(self.unproven), guarded(self.modality));
        Self { discrepancy: least, unproven, modality, agreement: least, ..self }
    }

    /// What precision to expect of the discrepancies these options show: a lower confidence bound. `None` below any threshold
    /// that was measured.
    pub fn certificate(&self) -> Option<Certificate> {
        decision::certificate(self.discrepancy)
    }

    /// Fails if a number is out of range.
    pub(crate) fn check(&self) -> Result<(), Error> {
        check_probability("resolve.discrepancy", self.discrepancy)?;
        check_probability("resolve.unproven", self.unproven)?;
        check_probability("resolve.modality", self.modality)?;
        check_probability("resolve.agreement", self.agreement)?;
        self.judge.check()
    }

    fn shows(&self, record: &Record, weights: &Weights) -> bool {
        let least = match record.verdict {
            Verdict::Discrepancy if record.facet == Facet::Modality => self.modality.max(self.discrepancy),
            Verdict::Discrepancy if !weights.is_trusted(record.facet) => self.unproven.max(self.discrepancy),
            Verdict::Discrepancy => self.discrepancy,
            Verdict::Agreement => self.agreement,
        };
        record.confidence.value() >= least
    }
}

/// What resolution makes of a bundle: claims, records and entities.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Resolution {
    /// For each record, the evidence behind its confidence.
    pub cues: Vec<Cues>,
    /// The claims, by position.
    pub claims: Vec<Claim>,
    /// The records, by position.
    pub records: Vec<Record>,
    /// The entities that two or more sources name, by position.
    pub entities: Vec<Entity>,
    /// True if a caller's judge moved the confidence of a record: the counts from annotated events then no longer apply.
    pub judged: bool,
}

#[doc(hidden)]
/// Two mentions from two sources that may differ on one point, before anything is decided: what `lab fit points` learns from.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Candidate {
    /// What is compared.
    pub facet: Facet,
    /// The two mentions.
    pub mentions: [Mention; 2],
    /// The evidence for and against a discrepancy.
    pub cues: Cues,
}

#[doc(hidden)]
/// All candidates of a bundle whose readings differ.
pub fn differing(bundle: &Bundle<'_>) -> Vec<Candidate> {
    let mut vocabulary = Vocabulary::new(bundle.lexicon);
    let linked = Linked::read(bundle, &mut vocabulary);
    let entities = name::entities(bundle);
    let names = name::records(bundle, &entities, &[]).into_iter();
    let names = names.filter(|f| f.record.verdict == Verdict::Discrepancy).filter_map(|f| {
        let mention = |n: usize| f.record.readings.get(n)?.mentions.first().cloned();
        Some(Candidate { facet: f.record.facet, mentions: [mention(0)?, mention(1)?], cues: f.cues.clone() })
    });
    let names: Vec<Candidate> = names.collect();
    let found = candidates(&linked, &entities, vocabulary);
    let rows = found.iter().flat_map(|candidates| {
        let differing =
            candidates.pairs.iter().filter(|p| p.judgement.relation.verdict() == Verdict::Discrepancy);
        differing.filter_map(|pair| {
            let mention = |node: Node| bundle.mention(node.source, candidates.describe.span(node)?);
            Some(Candidate {
                facet: candidates.describe.facet(),
                mentions: [mention(pair.a)?, mention(pair.b)?],
                cues: pair.cues.clone(),
            })
        })
    });
    names.into_iter().chain(rows).collect()
}

/// Makes the claims, records and entities of a bundle. Linear in the links, times the square of the mentions in a sentence.
pub fn resolve(bundle: &Bundle<'_>, config: &ResolveConfig) -> Resolution {
    resolve_with(bundle, config, Weights::shipped())
}

#[doc(hidden)]
/// [`resolve`] with your own weights.
pub fn resolve_with(bundle: &Bundle<'_>, config: &ResolveConfig, weights: &Weights) -> Resolution {
    made(bundle, config, weights, None)
}

/// [`resolve`] with a caller's judge, whose opinions are additional evidence.
pub fn resolve_with_judge(bundle: &Bundle<'_>, config: &ResolveConfig, judge: &dyn Judge) -> Resolution {
    made(bundle, config, Weights::shipped(), Some(judge))
}

/// Sorts by first mention, then by all mentions. Ids are hashes and decide last: otherwise the order of two records of one place
/// would depend on the rest of the text.
fn by_place(found: &mut [Found]) {
    fn first(record: &Record) -> (Option<&Mention>, Facet) {
        (record.readings.first().and_then(|r| r.mentions.first()), record.facet)
    }
    fn mentions(record: &Record) -> impl Iterator<Item = &[Mention]> {
        record.readings.iter().map(|reading| reading.mentions.as_slice())
    }
    found.sort_by(|Found { record: x, .. }, Found { record: y, .. }| {
        let all = || mentions(x).cmp(mentions(y));
        first(x).cmp(&first(y)).then_with(all).then_with(|| (x.verdict, &x.id).cmp(&(y.verdict, &y.id)))
    });
}

fn made(
    bundle: &Bundle<'_>,
    config: &ResolveConfig,
    weights: &Weights,
    judge: Option<&dyn Judge>,
) -> Resolution {
    let mut vocabulary = Vocabulary::new(bundle.lexicon);
    let linked = Linked::read(bundle, &mut vocabulary);
    let claims = claim::claims(&linked);
    let of_link = claim::ids_by_link(bundle, &claims);
    let entities = name::entities(bundle);
    let mut found = name::records(bundle, &entities, &of_link);
    found.extend(spelling::records(bundle, &mut vocabulary, weights, &of_link));
    let candidates = candidates(&linked, &entities, vocabulary);
    found.extend(candidates.into_iter().flat_map(|c| of_candidates(c, bundle, weights, &of_link)));
    // The same role in the same words adds nothing to the name that has it.
    found.retain(|f| f.record.facet != Facet::Role || f.record.relation != Relation::Identical);
    for Found { record, cues } in &mut found {
        decision::weigh(record, cues, weights);
    }
    by_place(&mut found);
    // Two facets can find the same pair; the first in the order of facets keeps it.
    found.dedup_by(|b, a| a.record.id == b.record.id);
    ids::assign(&mut found, bundle);
    let homes = claim::Homes::of(&claims);
    let judged = judge.is_some_and(|judge| {
        house(&mut found, &homes);
        judge::ask(&mut found, bundle, &config.judge, weights, judge)
    });
    found.retain(|f| config.shows(&f.record, weights));
    house(&mut found, &homes);
    single::differences(&mut found, bundle.lexicon);
    joined::points(&mut found, bundle);
    by_place(&mut found);
    let dates = bundle.documents.iter().map(|d| (d.source().id(), d.published())).collect();
    for Found { record, .. } in &mut found {
        record.consensus = consensus::of(record, &dates);
        record.sure = record.verdict == Verdict::Discrepancy && record.confidence >= Record::SURE;
        for (reading, n) in record.readings.iter_mut().zip(1..) {
            reading.reading = n;
        }
    }
    let (records, cues) = found.into_iter().map(|f| (f.record, f.cues)).unzip();
    let mut claims = claims;
    let head = |claim: &Claim| claim.sentences.first().map(|s| (s.source.clone(), s.span));
    claims.sort_by_cached_key(|claim| (head(claim), claim.id.clone()));
    let mut entities: Vec<Entity> = entities.into_iter().flatten().collect();
    entities.sort_by_cached_key(|entity| {
        (entity.forms.iter().filter_map(|f| f.mentions.first()).min().cloned(), entity.id.clone())
    });
    Resolution { cues, claims, records, entities, judged }
}

/// Assigns a claim to each record without one, and drops records with neither claim nor entity.
fn house(found: &mut Vec<Found>, homes: &claim::Homes<'_>) {
    for Found { record, .. } in found.iter_mut().filter(|f| f.record.claim.is_none()) {
        record.claim = homes.claim(record);
    }
    found.retain(|f| f.record.claim.is_some() || f.record.entity.is_some());
}
