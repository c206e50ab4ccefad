//! Confidence: the evidence for a discrepancy, and the probability that a careful reader would agree.
//!
//! The cues of a record are weighed by small decision trees, whose sum is calibrated (Platt 1999). `lab fit points` fits them
//! on annotated events, with the hand-set confidence of each comparison as the prior: facets with too little evidence keep
//! it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use itertools::Itertools;

use crate::compare::words::words;
use crate::compare::{Facet, Verdict};
use crate::math::cautious_logit;
use crate::point::tree::{self, Asked, Node};
use crate::point::weights;
use crate::record::{Certificate, Evidence, Record, four_decimals};
use crate::score::Score;

words! {
    /// The evidence for or against a discrepancy besides its facet. Values are of the order of 1.
    Cue {
        /// The log-odds of the comparison, given that both are about the same thing.
        Comparison "comparison",
        /// The loss because the two may be about different things, in log-odds: 0 if they are not, negative otherwise.
        Matter "matter",
        /// The log-odds that the two sentences assert the same thing.
        Link "link",
        /// Content words around both, besides those of the mentions: the logarithm of one plus their number.
        Setting "setting",
        /// 1 if each is the only one of its kind in its sentence.
        Lone "lone",
        /// How many of the words directly before and after are the same for both: 1 or 2.
        Slot "slot",
        /// 1 if there are different places or days next to the two.
        Apart "apart",
        /// The logarithm of the number of pairs of sources that differ in this way.
        Repeated "repeated",
        /// 1 if linking gives the two sentences no chance.
        Unlinked "unlinked",
        /// 1 if two in three of the words around one are also around the other.
        Whole "whole",
        /// The fraction of the shorter sentence's words that the other has, too.
        Covered "covered",
        /// 1 if the same verb or event governs both.
        Verb "verb",
        /// 1 if two different ones do.
        OtherVerb "other_verb",
        /// 1 if the subjects before the verbs share a word or a name.
        Subject "subject",
        /// 1 where they share none.
        OtherSubject "other_subject",
        /// 1 if the same preposition precedes both.
        Preposition "preposition",
        /// 1 if two different ones do.
        OtherPreposition "other_preposition",
        /// 1 if both are in the leads.
        Lead "lead",
        /// 1 if neither is.
        Buried "buried",
        /// 1 if one sentence is about a much earlier time and the other is not.
        Earlier "earlier",
        /// 1 if both are.
        Background "background",
        /// 1 if one is in quotation marks and the other is not.
        Mouth "mouth",
        /// 1 if the two sentences name persons, but none in common.
        Persons "persons",
        /// How many of the two sources also say what the other says.
        Also "also",
        /// How many of the two agree with another mention in the opposite sentence.
        Taken "taken",
        /// 1 if what is counted is described by two words that do not imply each other.
        OtherNoun "other_noun",
        /// 1 if only one of them says what is counted, or what happened to it.
        Unsaid "unsaid",
        /// 1 if one is a part of a whole.
        Portion "portion",
        /// 1 if one is about any thing of its kind.
        General "general",
        /// 1 if one is the number one, which is often one of several.
        Single "single",
        /// The logarithm of the ratio of two numbers.
        Distance "distance",
        /// 1 if the words between number and noun differ.
        OtherKind "other_kind",
        /// How many other sources give one or the other, too: the logarithm of one plus their number.
        Backed "backed",
        /// 1 if each is the only one of its kind in its text.
        Sole "sole",
        /// 1 if both belong to one person.
        Owner "owner",
        /// 1 if they belong to two.
        OtherOwner "other_owner",
        /// 1 if both say what happened to those counted, and say the same.
        State "state",
        /// 1 for magnitudes, of which an event has only one.
        Magnitude "magnitude",
        /// 1 for lengths, weights and times, of which an event has many.
        Measured "measured",
        /// 1 if the words of direction or relation after two numbers differ: "deep", "away".
        OtherTail "other_tail",
        /// The log-odds of the hand-set confidence.
        Prior "prior",
        /// 1 if a hand-set rule excludes the comparison.
        Ruled "ruled",
        /// The number of words that two names share.
        SameWords "same_words",
        /// The number of words in two names that differ by an ending or by one or two letters.
        NearWords "near_words",
        /// The number of words in two names without a match in the other.
        OddWords "odd_words",
        /// 1 for names of persons.
        Person "person",
        /// 1 for names of organisations.
        Body "body",
        /// 1 if one sentence contains both.
        InOneSentence "in_one_sentence",
        /// The log-odds of the most likely link between sentences that contain the two names.
        LinkOfNames "link_of_names",
        /// The fraction of the words around one event that are around the other.
        Contained "contained",
        /// 1 if a source hedges such an event elsewhere.
        HedgedElsewhere "hedged_elsewhere",
        /// 1 if the fact is what somebody is reported to have said.
        Hearsay "hearsay",
        /// 1 if the other is told as hearsay.
        Alleged "alleged",
        /// 1 if no active verb tells the fact.
        Idle "idle",
        /// 1 if a bare weekday is more than a week from the other date.
        Stale "stale",
        /// 1 if one has no end ("since May") and the other has one.
        Open "open",
        /// 1 if numbers in the two sentences conflict, which suggests two stages of an event.
        AtOdds "at_odds",
        /// 1 for two times of day.
        Clock "clock",
        /// 1 if both name a day or a time of day.
        Fine "fine",
        /// How many of the two are known: dates in the calendar, words of names in the lexicon.
        Known "known",
        /// 1 if one has a better partner, judged by the words around it.
        Rivalled "rivalled",
    }
}

impl Cue {
    fn in_words(self) -> &'static str {
        match self {
            Self::Comparison => "what the comparison says if both are about the same thing",
            Self::Matter => "the two may be about different things",
            Self::Setting => "words around both are the same",
            Self::Lone => "each is the only one in its sentence",
            Self::Slot => "both are next to the same word",
            Self::Apart => "different places or days are next to them",
            Self::Repeated => "more sources differ in this way",
            Self::Link => "how likely the two sentences are to assert the same thing",
            Self::Unlinked => "nothing links the two sentences",
            Self::Whole => "nearly all words around one are also around the other",
            Self::Covered => "the two sentences share their words",
            Self::Verb => "the same verb governs both",
            Self::OtherVerb => "different verbs govern them",
            Self::Subject => "the same subject",
            Self::OtherSubject => "different subjects",
            Self::Preposition => "the same preposition precedes both",
            Self::OtherPreposition => "different prepositions precede them",
            Self::Lead => "both are at the beginning of their reports",
            Self::Buried => "neither is at the beginning of its report",
            Self::Earlier => "only one sentence is about earlier times",
            Self::Background => "both sentences are about earlier times",
            Self::Mouth => "only one is in a quotation",
            Self::Persons => "the two sentences name different persons",
            Self::Also => "one source also gives the other reading",
            Self::Taken => "one agrees with something else in the other sentence",
            Self::OtherNoun => "different words for what is counted",
            Self::Unsaid => "only one says what is counted",
            Self::Portion => "one is a part of a whole",
            Self::General => "one is about anything of its kind",
            Self::Single => "one is \"one\", which is often one of several",
            Self::Distance => "how far apart the numbers are",
            Self::OtherKind => "what is counted is described differently",
            Self::Backed => "other sources also give one of the two",
            Self::Sole => "each is the only one of its kind in its report",
            Self::Owner => "both belong to the same person",
            Self::OtherOwner => "they belong to different persons",
            Self::State => "the same happened to those counted",
            Self::Magnitude => "an event has only one magnitude",
            Self::Measured => "an event has many lengths, weights and times",
            Self::OtherTail => "they measure in different directions",
            Self::Stale => "a weekday that may be in another week",
            Self::Open => "only one is open-ended",
            Self::AtOdds => "other numbers in the two sentences differ, too",
            Self::Clock => "both are times of day",
            Self::Fine => "both name a day",
            Self::Known => "known to the calendar or the lexicon",
            Self::Prior => "what the comparison alone says",
            Self::Ruled => "a rule excludes the comparison",
            Self::SameWords => "words that both names contain",
            Self::NearWords => "words in the names that differ by a letter or two",
            Self::OddWords => "words that only one name contains",
            Self::Person => "names of persons",
            Self::Body => "names of organisations",
            Self::InOneSentence => "one sentence names both",
            Self::LinkOfNames => "how similar the sentences with the names are",
            Self::Contained => "words around one event are also around the other",
            Self::Alleged => "one tells it as hearsay",
            Self::Idle => "no active verb tells it as a fact",
            Self::HedgedElsewhere => "the source hedges it elsewhere",
            Self::Hearsay => "somebody is reported to have said it",
            Self::Rivalled => "one has a better match in the other sentence",
        }
    }
}

/// Cues with their values, each at most once.
pub type Cues = Vec<(Cue, f64)>;

/// The log-odds of a pair excluded by rules, before anything is learned.
const RULED_OUT: f64 = -3.0;

/// What the confidence of records has learned. [`Weights::default`] are the built-in weights; `lab fit points` learns others.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// The log-odds before any question.
    pub start: f64,
    /// The factor on the log-odds of [`Cue::Prior`], and the value used if rules exclude the comparison.
    pub prior: (f64, f64),
    /// The trees, whose values are added.
    pub trees: Vec<Vec<Node>>,
    /// The slope and offset that turn the sum into probabilities (Platt 1999).
    pub calibration: (f64, f64),
    /// The facets with enough evidence to learn from.
    pub proven: Vec<Facet>,
    /// Those of them of which few flags were wrong.
    pub trusted: Vec<Facet>,
}

static SHIPPED: LazyLock<Weights> = LazyLock::new(|| Weights {
    start: weights::START,
    prior: weights::PRIOR,
    trees: weights::TREES.iter().map(|tree| tree.to_vec()).collect(),
    calibration: weights::CALIBRATION,
    proven: weights::PROVEN.to_vec(),
    trusted: weights::TRUSTED.to_vec(),
});

impl Default for Weights {
    fn default() -> Self {
        SHIPPED.clone()
    }
}

impl Weights {
    /// The built-in weights.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The confidence before anything is learned: the hand-set confidence of the comparison, times the probability that both
    /// are about the same thing.
    pub fn unlearned() -> Self {
        Self {
            start: 0.0,
            prior: (1.0, RULED_OUT),
            trees: Vec::new(),
            calibration: (1.0, 0.0),
            proven: Vec::new(),
            trusted: Vec::new(),
        }
    }

    /// True for a facet with enough annotated discrepancies to learn from, few of whose flags were wrong. Others are shown only
    /// from a higher confidence.
    pub fn is_trusted(&self, facet: Facet) -> bool {
        self.trusted.contains(&facet)
    }

    /// True for a facet with too few annotated discrepancies to learn from.
    fn is_unproven(&self, facet: Facet) -> bool {
        !self.proven.contains(&facet)
    }

    /// The contribution of the hand-set confidence.
    fn prior(&self, cues: &[(Cue, f64)]) -> f64 {
        let set = cues.iter().find(|(cue, _)| *cue == Cue::Prior);
        set.map_or(self.prior.1, |(_, odds)| self.prior.0 * odds)
    }

    /// The probability that a careful reader would call it a discrepancy.
    pub fn probability(&self, facet: Facet, cues: &[(Cue, f64)]) -> f64 {
        logistic(self.log_odds(facet, cues))
    }

    /// The log-odds that a careful reader would call it a discrepancy. For a facet with too little evidence, the hand-set
    /// ones.
    pub fn log_odds(&self, facet: Facet, cues: &[(Cue, f64)]) -> f64 {
        if self.is_unproven(facet) {
            return self.prior(cues);
        }
        let start = self.start + self.prior(cues);
        let sum = self.trees.iter().fold(start, |sum, tree| sum + tree::walk(tree, facet, cues, |_, _| {}));
        self.calibration.0 * sum + self.calibration.1
    }

    /// What each question adds to the log-odds, and the value before any question.
    fn parts(&self, facet: Facet, cues: &[(Cue, f64)]) -> (f64, BTreeMap<Asked, f64>) {
        let mut parts = BTreeMap::new();
        if self.is_unproven(facet) {
            parts.insert(Asked::Cue(Cue::Prior), self.prior(cues));
            return (0.0, parts);
        }
        let mut start = self.start;
        for tree in &self.trees {
            start += tree.first().map_or(0.0, |root| root.value);
            tree::walk(tree, facet, cues, |asked, by| *parts.entry(asked).or_insert(0.0) += by);
        }
        *parts.entry(Asked::Cue(Cue::Prior)).or_insert(0.0) += self.prior(cues);
        parts.values_mut().for_each(|by| *by *= self.calibration.0);
        (self.calibration.0 * start + self.calibration.1, parts)
    }
}

/// Evidence that adds less than this is combined into one row.
const SLIGHT: f64 = 0.1;

/// Sets the confidence of a discrepancy and the evidence for it; agreements keep theirs.
pub(crate) fn weigh(record: &mut Record, cues: &[(Cue, f64)], weights: &Weights) {
    if record.verdict != Verdict::Discrepancy {
        return;
    }
    let row =
        |text: String, weight: f64| Evidence { text, weight: four_decimals(weight), mentions: Vec::new() };
    let (start, parts) = weights.parts(record.facet, cues);
    let mut evidence = Vec::new();
    if start != 0.0 {
        evidence
            .push(row("starting point: how often such a pair differs in annotated events".to_owned(), start));
    }
    let (told, slight): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(_, by)| by.abs() >= SLIGHT);
    let told = told.into_iter().sorted_by(|x, y| y.1.abs().total_cmp(&x.1.abs()).then(x.0.cmp(&y.0)));
    evidence.extend(told.map(|(asked, by)| {
        let text = match asked {
            Asked::Facet(facet) if facet == record.facet => format!("the facet is {facet}"),
            Asked::Facet(facet) => format!("the facet is not {facet}"),
            Asked::Cue(Cue::Prior) => format!("compared as {}: {}", record.level, record.explanation),
            Asked::Cue(cue) => {
                let value = cues.iter().find(|(c, _)| *c == cue).map_or(0.0, |(_, value)| *value);
                if value == 0.0 {
                    format!("not the case: {}", cue.in_words())
                } else {
                    cue.in_words().to_owned()
                }
            }
        };
        row(text, by)
    }));
    let rest: f64 = slight.iter().map(|(_, by)| by).sum();
    if rest != 0.0 {
        evidence.push(row("smaller signals, together".to_owned(), rest));
    }
    record.evidence = evidence;
    record.confidence = Score::new(logistic(weights.log_odds(record.facet, cues)));
}

/// The precision of discrepancies with at least some confidence in annotated events.
pub(crate) fn certificate(threshold: f64) -> Option<Certificate> {
    let counted = weights::CERTIFIED.iter().rev().find(|row| row.0 <= threshold)?;
    let &(threshold, flags, wrong, precision) = counted;
    Some(Certificate { threshold, flags, wrong, precision, delta: weights::DELTA })
}

/// The cues of a comparison without evidence from the context.
pub(crate) fn of_comparison(comparison: f64, same_matter: f64) -> Cues {
    vec![
        (Cue::Prior, cautious_logit(comparison * same_matter)),
        (Cue::Comparison, cautious_logit(comparison)),
    ]
}

fn logistic(log_odds: f64) -> f64 {
    crate::math::logistic(log_odds)
}
