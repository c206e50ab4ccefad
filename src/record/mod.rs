//! Results: what a reconciliation contains. These are values with queries only; other modules produce them.

mod precision;
mod query;
mod value;

use serde::{Deserialize, Serialize};

pub use crate::id::{ClaimId, EntityId, RecordId};

use crate::compare::{Facet, Level, Relation, Verdict};
use crate::date::Published;
use crate::mention::NameKind;
use crate::score::Score;
use crate::span::{Characters, Offsets, Span};
pub use precision::Step;
pub(crate) use precision::most_precise;
pub use value::Value;

/// The JSON format; it changes only when a field is renamed or removed.
pub const SCHEMA: &str = "testimonia/1";

/// What `start` and `end` count.
pub const UNIT: &str = "utf-8 bytes";

fn unit() -> String {
    UNIT.to_owned()
}

/// Everything found in a bundle of sources: claims, records, entities, derivations. Its serde form is `testimonia/1`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reconciliation {
    /// Always [`SCHEMA`].
    #[cfg_attr(feature = "schema", schemars(description = "The form of this document.", extend("const" = SCHEMA)))]
    pub schema: String,
    /// The event it is about, if the call held several; see [`Reconciliation::of_event`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Always [`UNIT`]: the unit of every `start` and `end`; `start_char` and `end_char` count characters.
    #[serde(default = "unit")]
    #[cfg_attr(feature = "schema", schemars(
        description = "What `start` and `end` count; `start_char` and `end_char` count characters.",
        extend("const" = UNIT)
    ))]
    pub unit: String,
    /// The version of the library that produced it; another version may have different rules.
    #[serde(default)]
    pub version: Option<String>,
    /// The sources, ordered by id, without their texts.
    pub sources: Vec<SourceOutline>,
    /// Clusters of sentences from several sources that assert the same thing.
    pub claims: Vec<Claim>,
    /// Points on which sources agree or differ.
    pub records: Vec<Record>,
    /// Records that a reader dismissed; see [`Reconciliation::with_labels`]. They are kept for counting and to preserve their
    /// ids, and are not shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dismissed: Vec<Record>,
    /// Persons, places and organisations named by several sources.
    pub entities: Vec<Entity>,
    /// Text reuse: which texts were made from which.
    pub derivations: Vec<Derivation>,
    /// What precision to expect of the discrepancies shown; `null` if they are shown from a confidence below any that was
    /// measured, or if a caller's judge moved the confidence of one.
    #[serde(default)]
    pub certificate: Option<Certificate>,
}

/// A lower confidence bound on the precision of discrepancies, from annotated events, each reconciled with weights fitted
/// without it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Certificate {
    /// The lowest confidence counted; no higher than that from which discrepancies are shown.
    pub threshold: f64,
    /// The discrepancies in annotated events with at least that confidence.
    pub flags: u32,
    /// How many of these a careful reader does not consider a discrepancy.
    pub wrong: u32,
    /// The precision these counts guarantee, except for a chance of `delta`: the lower end of the exact binomial interval
    /// (Clopper and Pearson 1934). It holds for events like the annotated ones, which were seen while the rules were written.
    pub precision: f64,
    /// The chance that the precision is lower.
    pub delta: f64,
}

/// A source as results show it: an outline of its sentences, without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SourceOutline {
    /// Its id.
    pub id: String,
    /// Its publisher, if known.
    pub publisher: Option<String>,
    /// When it was published, if the caller or the text says so.
    pub published: Option<Published>,
    /// A hash of its text, by which edits are detected.
    #[serde(default)]
    pub digest: Option<String>,
    /// Its sentences, in order.
    pub sentences: Vec<Offsets>,
    /// Its text, if requested; see [`Reconciliation::with_texts`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A place in a source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Place {
    /// The source's id.
    pub source: String,
    /// Its position in the text, in bytes.
    #[serde(flatten)]
    pub span: Span,
    /// The same position in characters.
    #[serde(flatten)]
    pub characters: Characters,
}

/// A passage of a source with its words: a sentence of a claim, or the words of a reading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Mention {
    /// The source's id.
    pub source: String,
    /// Its position in the text, in bytes.
    #[serde(flatten)]
    pub span: Span,
    /// The same position in characters.
    #[serde(flatten)]
    pub characters: Characters,
    /// The words at that position.
    pub text: String,
}

/// A sentence of a claim, and the part of it that makes the claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Assertion {
    /// The source's id.
    pub source: String,
    /// Its position in the text, in bytes.
    #[serde(flatten)]
    pub span: Span,
    /// The same position in characters.
    #[serde(flatten)]
    pub characters: Characters,
    /// The words at that position.
    pub text: String,
    /// The clauses that other sentences of the claim assert too, in order, with adjacent ones joined; the whole sentence if it
    /// says no more than they do, or if that cannot be told clause by clause.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub shared: Vec<Offsets>,
}

/// How many sources support a claim or reading.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Support {
    /// The number of sources.
    pub sources: usize,
    /// The expected number of independent sources among them: a source made from another counts only for the chance that it has
    /// this from elsewhere (Dong, Berti-Equille and Srivastava 2009). Written with four decimals.
    pub independent: f64,
}

/// Two sentences of different sources that assert the same thing, wholly or in part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Link {
    /// The sentence of the source whose id comes first.
    pub a: Place,
    /// The other sentence.
    pub b: Place,
    /// The probability that the two assert the same thing.
    pub score: Score,
}

/// A claim: a cluster of linked sentences that assert the same thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// Its sentences, ordered by source and position.
    pub sentences: Vec<Assertion>,
    /// Its links, ordered by the positions of their ends.
    pub links: Vec<Link>,
    /// How many sources make the claim.
    pub support: Support,
}

/// A reading: one version of a point of comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reading {
    /// Its number among the readings of its record, starting at 1.
    #[serde(default)]
    pub reading: u32,
    /// What it says, as a typed value.
    pub value: Value,
    /// How many sources say it.
    pub support: Support,
    /// Where they say it; at least one.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub mentions: Vec<Mention>,
}

/// One point of comparison: what the sources say about it, and how their versions relate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Record {
    /// Its id.
    pub id: RecordId,
    /// The claim to which this point belongs, if any.
    pub claim: Option<ClaimId>,
    /// The entity it concerns, if it concerns a name. Either this or `claim` is given, or both.
    pub entity: Option<EntityId>,
    /// What is compared.
    pub facet: Facet,
    /// How the readings relate to each other.
    pub relation: Relation,
    /// A finer-grained relation, as the comparison found it; the relation it belongs to is `relation`.
    pub level: Level,
    /// What the relation amounts to; always [`Relation::verdict`] of `relation`.
    pub verdict: Verdict,
    /// The probability that a careful reader would call it the same way.
    pub confidence: Score,
    /// True for a discrepancy with a confidence of at least [`Record::SURE`]; few of these are wrong, and those below are
    /// worth a look. False for an agreement.
    #[serde(default)]
    pub sure: bool,
    /// The readings: two or more for a discrepancy, one or more for an agreement.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub readings: Vec<Reading>,
    /// The reason, in a sentence that can be checked against the texts.
    pub explanation: String,
    /// The rows of evidence whose sum is the confidence of a discrepancy, in log-odds; empty for an agreement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// How the readings are supported overall.
    #[serde(default)]
    pub consensus: Consensus,
    /// Present if the readings are a figure that only grows, such as a toll, and that grew with the time of publication: still a
    /// conflict, but one reading is the later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub developing: Option<Developing>,
    /// A reader's decision on it, if any; see [`Labels`](crate::Labels).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
}

/// A reader's decision on a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Label {
    /// It is right.
    Accepted,
    /// It is wrong, or of no interest.
    Dismissed,
}

impl Record {
    /// The confidence from which a discrepancy counts as sure. In annotated events, with weights fitted without the event,
    /// nine in ten of these were right.
    pub const SURE: Score = Score::of_ten_thousandths(8000);
}

/// How differing readings followed one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Developing {
    /// The position, among the record's readings, of the one published later.
    pub later: u32,
}

/// How the readings of a record are supported overall. It says who stands behind what, never who is right; readings stay in the
/// order of their places, and none is dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Consensus {
    /// The positions of the readings, ordered by the number of independent sources, highest first.
    pub order: Vec<usize>,
    /// The position of the most precise reading, if the readings agree and one is more precise than all others.
    pub most_precise: Option<usize>,
    /// The source that was published first, if the dates of all are known and one precedes the others.
    pub earliest: Option<String>,
}

/// The mentions of one person, place or organisation over all sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Entity {
    /// Its id.
    pub id: EntityId,
    /// What kind of thing it is.
    pub kind: NameKind,
    /// The form that most sources use; among equals, the fullest.
    pub name: String,
    /// All forms, most used first.
    pub forms: Vec<Form>,
}

/// One spelling of an entity's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Form {
    /// The name as written, with white space normalised.
    pub text: String,
    /// Where it appears.
    pub mentions: Vec<Mention>,
}

/// Evidence of text reuse: that one source's text was made from another's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Derivation {
    /// The source whose text was reused; `null` if the direction cannot be told, in which case `between` names the two.
    pub from: Option<String>,
    /// The source that reuses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The two sources, if the direction cannot be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub between: Option<[String; 2]>,
    /// The probability that one text was made from the other, or both from a third.
    pub score: Score,
    /// The evidence for it.
    pub evidence: Vec<Evidence>,
}

/// A row of evidence: what was observed, and where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Evidence {
    /// What was observed, in plain words.
    pub text: String,
    /// Its weight in log-odds; positive is evidence for, negative against. Written with four decimals.
    pub weight: f64,
    /// Where it was observed, if that is in particular places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
}

/// A number as the output writes it: four decimals.
pub(crate) fn four_decimals(x: f64) -> f64 {
    (x * 10_000.0).round() / 10_000.0
}
