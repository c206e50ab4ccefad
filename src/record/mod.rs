//! Results: what a reconciliation holds. Values only, with queries; how they came about is the business of other modules.

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

/// The form of the JSON; it changes only when a field is renamed or removed.
pub const SCHEMA: &str = "testimonia/1";

/// What `start` and `end` count.
pub const UNIT: &str = "utf-8 bytes";

fn unit() -> String {
    UNIT.to_owned()
}

/// All that was found in a bundle of sources: claims, records, entities, derivations. Its serde form is `testimonia/1`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reconciliation {
    /// Always [`SCHEMA`].
    #[cfg_attr(feature = "schema", schemars(description = "The form of this document.", extend("const" = SCHEMA)))]
    pub schema: String,
    /// Always [`UNIT`]: what `start` and `end` count wherever they stand; `start_char` and `end_char` count characters.
    #[serde(default = "unit")]
    #[cfg_attr(feature = "schema", schemars(
        description = "What `start` and `end` count; `start_char` and `end_char` count characters.",
        extend("const" = UNIT)
    ))]
    pub unit: String,
    /// The version of the library that made it: another one may have other rules.
    #[serde(default)]
    pub version: Option<String>,
    /// The sources, in the order of their ids, without their texts.
    pub sources: Vec<SourceOutline>,
    /// Sentences of several sources that assert the same thing.
    pub claims: Vec<Claim>,
    /// Points on which sources agree or differ.
    pub records: Vec<Record>,
    /// Persons, places and organisations that several sources name.
    pub entities: Vec<Entity>,
    /// Whose text was made from whose.
    pub derivations: Vec<Derivation>,
    /// What may be expected of the discrepancies shown; `null` where they are shown from a confidence below all that was
    /// counted, or where a caller's judge moved the confidence of one.
    #[serde(default)]
    pub certificate: Option<Certificate>,
}

/// How right discrepancies of at least some confidence were in annotated events, each reconciled by weights fitted without it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Certificate {
    /// The least confidence counted; at most that from which discrepancies are shown.
    pub threshold: f64,
    /// The discrepancies of annotated events with that confidence.
    pub flags: u32,
    /// Those among them that a careful reader does not call one.
    pub wrong: u32,
    /// The precision these counts certify, but for a chance of `delta`: the end of the exact binomial interval (Clopper and
    /// Pearson 1934). It holds for events like the annotated ones, which were seen while the rules were written.
    pub precision: f64,
    /// The chance that the precision is less.
    pub delta: f64,
}

/// A source as results show it: its sentences, without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SourceOutline {
    /// Its id.
    pub id: String,
    /// Its publisher, where known.
    pub publisher: Option<String>,
    /// When it was published, where the caller or the text says so.
    pub published: Option<Published>,
    /// A hash of its text, by which an edit is known.
    #[serde(default)]
    pub digest: Option<String>,
    /// Its sentences, in order.
    pub sentences: Vec<Offsets>,
    /// Its text, where it was asked for; see [`Reconciliation::with_texts`].
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
    /// Where in its text, in bytes.
    #[serde(flatten)]
    pub span: Span,
    /// The same in characters.
    #[serde(flatten)]
    pub characters: Characters,
}

/// A stretch of a source, with its words: a sentence of a claim, or what carries a reading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Mention {
    /// The source's id.
    pub source: String,
    /// Where in its text, in bytes.
    #[serde(flatten)]
    pub span: Span,
    /// The same in characters.
    #[serde(flatten)]
    pub characters: Characters,
    /// The words that stand there.
    pub text: String,
}

/// A sentence of a claim, and what of it makes the claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Assertion {
    /// The source's id.
    pub source: String,
    /// Where in its text, in bytes.
    #[serde(flatten)]
    pub span: Span,
    /// The same in characters.
    #[serde(flatten)]
    pub characters: Characters,
    /// The words that stand there.
    pub text: String,
    /// The clauses that other sentences of the claim assert too, in order, neighbours as one; the whole sentence where it says
    /// no more than they do, or where that cannot be told clause by clause.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub shared: Vec<Offsets>,
}

/// How many sources carry something.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Support {
    /// The number of sources.
    pub sources: usize,
    /// The expected number of independent ones among them: a source made from another counts as much as the chance that
    /// it has this from elsewhere (Dong, Berti-Equille and Srivastava 2009). Written with four decimals.
    pub independent: f64,
}

/// Two sentences of different sources that assert the same thing, wholly or in part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Link {
    /// The sentence of the source that comes first in the order of ids.
    pub a: Place,
    /// The other sentence.
    pub b: Place,
    /// The probability that the two assert the same thing.
    pub score: Score,
}

/// A group of linked sentences.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// Its sentences, by source and place.
    pub sentences: Vec<Assertion>,
    /// Its links, by the places of their ends.
    pub links: Vec<Link>,
    /// How many sources make the claim.
    pub support: Support,
}

/// One version of a point of comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reading {
    /// Its number among the readings of its record, the first 1.
    #[serde(default)]
    pub reading: u32,
    /// What it says, typed.
    pub value: Value,
    /// How many sources say it.
    pub support: Support,
    /// Where they say it; one or more.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub mentions: Vec<Mention>,
}

/// One point of comparison: what the sources say of it, and how that fits together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Record {
    /// Its id.
    pub id: RecordId,
    /// The claim it is a point of, where it belongs to one.
    pub claim: Option<ClaimId>,
    /// The entity it is about, where it is about a name. Either this or `claim` is given, or both.
    pub entity: Option<EntityId>,
    /// What is compared.
    pub facet: Facet,
    /// How the readings stand to each other.
    pub relation: Relation,
    /// The same more finely: the step of the comparison the readings stand on; its relation is `relation`.
    pub level: Level,
    /// What that amounts to; always [`Relation::verdict`] of `relation`.
    pub verdict: Verdict,
    /// The probability that a careful reader would say the same.
    pub confidence: Score,
    /// True of a discrepancy of at least [`Record::SURE`]: a reader who stops there has read few wrong ones. Those below are worth a
    /// look. False for an agreement.
    #[serde(default)]
    pub sure: bool,
    /// The readings: two or more for a discrepancy, one or more for an agreement.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub readings: Vec<Reading>,
    /// Why, in a sentence that can be checked against the texts.
    pub explanation: String,
    /// The rows the confidence of a discrepancy is the sum of, in log-odds; none for an agreement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// What the readings come to together.
    #[serde(default)]
    pub consensus: Consensus,
    /// Given where the readings are a figure that only grows and that grew with the time of publication, such as a toll: a
    /// conflict still, of which one reading is the later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub developing: Option<Developing>,
}

impl Record {
    /// The confidence from which on a discrepancy counts as sure. Of those in annotated events, by weights fitted without the event,
    /// nine in ten were right.
    pub const SURE: Score = Score::of_ten_thousandths(8000);
}

/// How readings that differ came about one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Developing {
    /// The position, among the record's readings, of the one published later.
    pub later: u32,
}

/// What the readings of a record come to together. It says who stands behind what, never who is right; readings stay in the
/// order of their places, and all of them stay.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Consensus {
    /// The positions of the readings, the one with most independent sources first.
    pub order: Vec<usize>,
    /// The position of the reading that leaves least open, where the readings agree and one is more precise than all others.
    pub most_precise: Option<usize>,
    /// The source that was published first, where that is known of all of them and one was.
    pub earliest: Option<String>,
}

/// The mentions, over all sources, of one person, place or organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Entity {
    /// Its id.
    pub id: EntityId,
    /// What it is.
    pub kind: NameKind,
    /// The form most sources use, the fullest among equals.
    pub name: String,
    /// All forms, the most used first.
    pub forms: Vec<Form>,
}

/// One spelling of an entity's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Form {
    /// The name as written, white space folded.
    pub text: String,
    /// Where.
    pub mentions: Vec<Mention>,
}

/// Evidence that one source's text was made from another's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Derivation {
    /// The source reused; `null` where the direction cannot be told, and then `between` names the two.
    pub from: Option<String>,
    /// The source that reuses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The two sources, where the direction cannot be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub between: Option<[String; 2]>,
    /// The probability that one text was made from the other, or both from a third.
    pub score: Score,
    /// What speaks for it.
    pub evidence: Vec<Evidence>,
}

/// A row of evidence: what was seen, and where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Evidence {
    /// What was seen, in plain words.
    pub text: String,
    /// Its weight in log-odds; above 0 it speaks for, below against. Written with four decimals.
    pub weight: f64,
    /// The places it was seen at, where it has places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
}

/// A number as the output writes it: four decimals.
pub(crate) fn four_decimals(x: f64) -> f64 {
    (x * 10_000.0).round() / 10_000.0
}
