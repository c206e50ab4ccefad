//! Resolution: mentions on one matter become records.
//!
//! Every facet goes the same way: pairs of mentions that stand on one matter are judged by [`crate::compare`], pairs that
//! share a mention make one point, mentions that say the same make one reading, and the point with its readings is the
//! record. What tells that two mentions are on one matter differs by facet, and is a file here.

mod action;
mod age;
mod attribution;
mod claim;
mod confidence;
mod consensus;
mod date;
mod evidence;
mod exchange;
mod linked;
mod listing;
mod name;
mod paraphrase;
mod point;
mod quantity;
mod quote;
mod role;
mod setting;
mod shared;
mod single;
mod spelled;
mod spelling;
mod spot;
mod statement;
mod sum;
pub mod tree;
mod weights;
mod whole;

use serde::{Deserialize, Serialize};

use crate::align::{Alignment, Events, SentenceLink};
use crate::compare::vocabulary::Vocabulary;
use crate::compare::{Facet, Relation, Verdict};
use crate::entity::Cluster;
use crate::error::{Error, check_probability};
use crate::lexicon::Lexicon;
use crate::mention::Mentions;
use crate::provenance::Dependence;
use crate::record::{Certificate, Claim, ClaimId, Entity, Mention, Record, RecordId};
use crate::span::Span;
use crate::text::{Document, Sentence, SentenceId};

pub use confidence::{Cue, Cues, Weights};

use linked::Linked;
use point::{Candidates, Found};

/// Which records are shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ResolveConfig {
    /// The least confidence of a discrepancy that is shown. Higher: fewer flags, more of them right.
    pub discrepancy: f64,
    /// The same for facets of which annotated events hold too few to learn from, where it is higher.
    pub unproven: f64,
    /// The least confidence of an agreement that is shown.
    pub agreement: f64,
}

impl Default for ResolveConfig {
    fn default() -> Self {
        Self { discrepancy: 0.5, unproven: 0.6, agreement: 0.5 }
    }
}

impl ResolveConfig {
    /// Fewer discrepancies, and hardly one that is wrong.
    pub fn precise() -> Self {
        Self { discrepancy: 0.8, unproven: 0.85, ..Self::default() }
    }

    /// More discrepancies, for those who read them all.
    pub fn broad() -> Self {
        Self { discrepancy: 0.25, unproven: 0.35, ..Self::default() }
    }

    /// What may be expected of the discrepancies these options show; `None` below all that was counted.
    pub fn certificate(&self) -> Option<Certificate> {
        confidence::certificate(self.discrepancy)
    }

    /// Fails where a number is out of its range.
    pub(crate) fn check(&self) -> Result<(), Error> {
        check_probability("resolve.discrepancy", self.discrepancy)?;
        check_probability("resolve.unproven", self.unproven)?;
        check_probability("resolve.agreement", self.agreement)
    }

    fn shows(&self, record: &Record, weights: &Weights) -> bool {
        let least = match record.verdict {
            Verdict::Discrepancy if weights.is_unproven(record.facet) => self.unproven.max(self.discrepancy),
            Verdict::Discrepancy => self.discrepancy,
            Verdict::Agreement => self.agreement,
        };
        record.confidence.value() >= least
    }
}

/// What the stages before found in a bundle: all that a record is made of.
#[derive(Clone, Copy, Debug)]
pub struct Bundle<'a> {
    /// The documents, by id.
    pub documents: &'a [Document<'a>],
    /// Their mentions.
    pub mentions: &'a [Mentions],
    /// Their links and claims.
    pub alignment: &'a Alignment,
    /// The names of one referent over all documents.
    pub clusters: &'a [Cluster],
    /// How the documents depend on each other.
    pub dependence: &'a Dependence,
    /// Which documents are of one event.
    pub events: &'a Events,
    /// The words the library knows.
    pub lexicon: &'a Lexicon,
}

/// What resolution makes of a bundle.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Resolution {
    /// For each record, what its confidence was made of.
    pub cues: Vec<Cues>,
    /// The claims, by place.
    pub claims: Vec<Claim>,
    /// The records, by place.
    pub records: Vec<Record>,
    /// The entities that two or more sources name, by place.
    pub entities: Vec<Entity>,
}

/// Two mentions of two sources that may differ on one point, before anything is decided: what `lab fit records` learns from.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Candidate {
    /// What is compared.
    pub facet: Facet,
    /// The two mentions.
    pub mentions: [Mention; 2],
    /// What speaks for and against a discrepancy.
    pub cues: Cues,
}

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
            let mention = |node: point::Node| bundle.mention(node.source, candidates.describe.span(node)?);
            Some(Candidate {
                facet: candidates.describe.facet(),
                mentions: [mention(pair.a)?, mention(pair.b)?],
                cues: pair.cues.clone(),
            })
        })
    });
    names.into_iter().chain(rows).collect()
}

/// The points of all facets but names, with all that speaks for and against each.
fn candidates<'b>(
    linked: &'b Linked<'b, 'b>,
    entities: &[Option<Entity>],
    vocabulary: Vocabulary<'b>,
) -> Vec<Candidates<'b>> {
    let mut found = role::candidates(linked, entities);
    found.push(quantity::candidates(linked));
    found.push(date::candidates(linked));
    found.push(quote::candidates(linked));
    found.push(spelled::candidates(linked));
    found.extend(statement::candidates(linked, vocabulary));
    found.push(attribution::candidates(linked));
    found.push(listing::candidates(linked));
    found.iter_mut().for_each(|candidates| candidates.gather(linked));
    found
}

/// Makes claims, records and entities of a bundle. Linear in links times the square of the mentions of a sentence.
pub fn resolve(bundle: &Bundle<'_>, config: &ResolveConfig) -> Resolution {
    resolve_with(bundle, config, Weights::shipped())
}

/// The same by weights of one's own.
pub fn resolve_with(bundle: &Bundle<'_>, config: &ResolveConfig, weights: &Weights) -> Resolution {
    let mut vocabulary = Vocabulary::new(bundle.lexicon);
    let linked = Linked::read(bundle, &mut vocabulary);
    let claims = claim::claims(&linked);
    let of_link = claim::ids_by_link(bundle, &claims);
    let entities = name::entities(bundle);
    let mut found = name::records(bundle, &entities, &of_link);
    found.extend(spelling::records(bundle, &mut vocabulary, &of_link));
    let candidates = candidates(&linked, &entities, vocabulary);
    found.extend(candidates.into_iter().flat_map(|c| c.records(bundle, weights, &of_link)));
    found.extend(paraphrase::records(&linked, &of_link));
    // The same role in the same words is no news beside the name that has it.
    found.retain(|f| f.record.facet != Facet::Role || f.record.relation != Relation::Identical);
    for Found { record, cues } in &mut found {
        confidence::weigh(record, cues, weights);
    }
    found.retain(|f| config.shows(&f.record, weights));
    let home = claim::Homes::of(&claims);
    for Found { record, .. } in found.iter_mut().filter(|f| f.record.claim.is_none()) {
        record.claim = home.claim(record);
    }
    found.retain(|f| f.record.claim.is_some() || f.record.entity.is_some());
    single::differences(&mut found, bundle.lexicon);
    fn place(record: &Record) -> (Option<&Mention>, Facet, &RecordId) {
        (record.readings.first().and_then(|r| r.mentions.first()), record.facet, &record.id)
    }
    found.sort_by(|x, y| place(&x.record).cmp(&place(&y.record)));
    // Two facets can find one and the same pair; the first, by order of facet, keeps it.
    found.dedup_by(|b, a| a.record.id == b.record.id);
    let dates = bundle.documents.iter().map(|d| (d.source().id(), d.published())).collect();
    for Found { record, .. } in &mut found {
        record.consensus = consensus::of(record, &dates);
    }
    let (records, cues) = found.into_iter().map(|f| (f.record, f.cues)).unzip();
    let mut claims = claims;
    let head = |claim: &Claim| claim.sentences.first().map(|s| (s.source.clone(), s.span));
    claims.sort_by_cached_key(|claim| (head(claim), claim.id.clone()));
    let mut entities: Vec<Entity> = entities.into_iter().flatten().collect();
    entities.sort_by_cached_key(|entity| {
        (entity.forms.iter().filter_map(|f| f.mentions.first()).min().cloned(), entity.id.clone())
    });
    Resolution { cues, claims, records, entities }
}

impl<'a> Bundle<'a> {
    /// A stretch of a document as results show it; `None` past the last document.
    fn mention(&self, source: u32, span: Span) -> Option<Mention> {
        let document = self.documents.get(source as usize)?;
        let text = span.slice(document.text());
        (!text.is_empty()).then(|| Mention {
            source: document.source().id().to_owned(),
            span,
            text: text.to_owned(),
        })
    }

    /// All links: position, probability, and the two sentences with their documents and mentions.
    fn linked(&self) -> impl Iterator<Item = (usize, f64, (End<'a>, End<'a>))> + '_ {
        let links = self.alignment.links.iter().enumerate();
        links.filter_map(|(n, link)| Some((n, link.score.value(), self.ends(link)?)))
    }

    /// The two sentences of a link with their documents and mentions.
    fn ends(&self, link: &SentenceLink) -> Option<(End<'a>, End<'a>)> {
        Some((self.end(link.a.source, link.a.sentence)?, self.end(link.b.source, link.b.sentence)?))
    }

    fn end(&self, source: u32, sentence: u32) -> Option<End<'a>> {
        let document = self.documents.get(source as usize)?;
        let mentions = self.mentions.get(source as usize)?;
        Some(End {
            source,
            number: sentence as usize,
            sentence: document.sentences().get(sentence as usize)?,
            document,
            mentions,
        })
    }

    /// The id of a claim by the position of a link; every kept link stands in exactly one claim.
    fn claim_of(of_link: &[Option<ClaimId>], link: Option<usize>) -> Option<ClaimId> {
        of_link.get(link?)?.clone()
    }
}

/// A stretch of text on one line, its words a blank apart.
fn flat(text: &str) -> String {
    // Most text is so already.
    let is_white = |b: &u8| !b.is_ascii() || b.is_ascii_control() || *b == b' ';
    let bytes = text.as_bytes();
    let plain = bytes.iter().all(|b| b.is_ascii() && !b.is_ascii_control())
        && !bytes.windows(2).any(|pair| pair == b"  ")
        && !bytes.first().is_some_and(is_white)
        && !bytes.last().is_some_and(is_white);
    if plain {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// One end of a link.
#[derive(Clone, Copy)]
struct End<'a> {
    source: u32,
    number: usize,
    sentence: &'a Sentence,
    document: &'a Document<'a>,
    mentions: &'a Mentions,
}

impl<'a> End<'a> {
    fn id(&self) -> SentenceId {
        SentenceId::new(self.source as usize, self.number)
    }

    /// The mentions of a list that stand in this sentence, with their positions. Logarithmic, as lists are in text order.
    fn within<T>(
        &self,
        list: &'a [T],
        sentence: fn(&T) -> usize,
    ) -> impl Iterator<Item = (u32, &'a T)> + Clone + use<'a, T> {
        let from = list.partition_point(|m| sentence(m) < self.number);
        // They are few.
        let to = from + list[from..].iter().take_while(|m| sentence(m) == self.number).count();
        (from..to).zip(&list[from..to]).map(|(n, m)| (n as u32, m))
    }
}
