//! Facets and relations: what is compared, and how two readings can relate.

use std::borrow::Cow;

use crate::compare::Level;
use crate::compare::words::words;

words! {
    /// What is compared.
    Facet {
        /// A proper name of a person, place or organisation, with acronyms and demonyms.
        Name "name",
        /// What a named person or group is said to be.
        Role "role",
        /// A number and what it counts or measures.
        Quantity "quantity",
        /// When something happens.
        Date "date",
        /// Words inside quotation marks, given as one utterance of one speaker.
        Quote "quote",
        /// Who is said to have said, reported or ordered it.
        Attribution "attribution",
        /// Asserted versus denied.
        Polarity "polarity",
        /// Certain versus possible, ordered versus advised.
        Modality "modality",
        /// The members of an enumeration.
        Listing "listing",
        /// What was done, or how, why, where.
        Action "action",
    }
}

words! {
    /// How the readings of one point relate to each other.
    Relation {
        /// The same after case, quotation marks and white space are folded.
        Identical "identical",
        /// Another form of the same fact: alias, abbreviation, unit, number word, spelling convention.
        Equivalent "equivalent",
        /// One is more specific and neither excludes the other.
        Refinement "refinement",
        /// One referent in two forms that a careful editor would want settled.
        Variant "variant",
        /// Both cannot be true of the same thing at the same time.
        Conflict "conflict",
    }
}

words! {
    /// What a relation amounts to.
    Verdict {
        /// The sources agree.
        Agreement "agreement",
        /// They differ.
        Discrepancy "discrepancy",
    }
}

impl Relation {
    /// Agreement for the first three, discrepancy for `variant` and `conflict`.
    pub fn verdict(self) -> Verdict {
        match self {
            Relation::Identical | Relation::Equivalent | Relation::Refinement => Verdict::Agreement,
            Relation::Variant | Relation::Conflict => Verdict::Discrepancy,
        }
    }
}

/// The result of comparing two mentions that are comparable.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Judgement {
    /// The level of the pair, which determines the relation.
    pub level: Level,
    /// How the two relate; always [`Level::relation`] of `level`.
    pub relation: Relation,
    /// The probability that the relation holds, given that both concern the same thing.
    pub confidence: f64,
    /// The rule applied, worded as the middle of a sentence ("10 is within \"at least 10\"").
    pub reason: Cow<'static, str>,
}

impl Judgement {
    pub(crate) fn new(level: Level, confidence: f64, reason: impl Into<Cow<'static, str>>) -> Self {
        Self { level, relation: level.relation(), confidence, reason: reason.into() }
    }
}
