//! Confidence: what speaks for a discrepancy, and how much of it a careful reader would believe.
//!
//! The cues of a record are weighed by a logistic regression (Platt 1999) with one offset a facet, fitted by `lab fit records`
//! on annotated events with the hand-set confidence of each comparison as the prior: where there is no evidence, that stays.

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
    /// What speaks for or against a discrepancy beside its facet. Values are of the order of 1.
    Cue {
        /// The log-odds of the comparison, were both on one matter.
        Comparison "comparison",
        /// What is lost because the two may be on two matters: 0 where they are on one, below it otherwise; in log-odds.
        Matter "matter",
        /// The log-odds that the two sentences assert one thing.
        Link "link",
        /// Words with content around both, beside those of the mentions: the logarithm of one more than their number.
        Setting "setting",
        /// 1 where each is the only one of its kind in its sentence.
        Lone "lone",
        /// Of the words right before and right after, those that are the same for both: 1 or 2.
        Slot "slot",
        /// 1 where other places, or other days, stand beside the two.
        Apart "apart",
        /// Pairs of sources that differ so: the logarithm of their number.
        Repeated "repeated",
        /// 1 where linking gives the two sentences no chance.
        Unlinked "unlinked",
        /// 1 where of the words around the one, two in three stand around the other.
        Whole "whole",
        /// The share of the words of the sentence that has fewer that the other has too.
        Covered "covered",
        /// 1 where one verb, or event, governs both.
        Verb "verb",
        /// 1 where two different ones do.
        OtherVerb "other_verb",
        /// 1 where the subjects before the verbs share a word or a name.
        Subject "subject",
        /// 1 where they share none.
        OtherSubject "other_subject",
        /// 1 where one preposition stands before both.
        Preposition "preposition",
        /// 1 where two different ones do.
        OtherPreposition "other_preposition",
        /// 1 where both stand in the leads.
        Lead "lead",
        /// 1 where neither does.
        Buried "buried",
        /// 1 where one sentence tells of what was long before and the other does not.
        Earlier "earlier",
        /// 1 where both do.
        Background "background",
        /// 1 where one stands between quotation marks and the other does not.
        Mouth "mouth",
        /// 1 where the two sentences name persons, and none that both name.
        Persons "persons",
        /// Of the two sources, how many also say what the other says.
        Also "also",
        /// Of the two, how many agree with another of the sentence they are held against.
        Taken "taken",
        /// 1 where what is counted is told in two words of which neither says the other.
        OtherNoun "other_noun",
        /// 1 where only one of them says what is counted, or what became of it.
        Unsaid "unsaid",
        /// 1 where one is a part of a whole.
        Portion "portion",
        /// 1 where one is told of any of its kind.
        General "general",
        /// 1 where one is "one": often one of several.
        Single "single",
        /// The logarithm of the ratio of two numbers.
        Distance "distance",
        /// 1 where the words between number and noun are unlike.
        OtherKind "other_kind",
        /// Of other sources, how many give the one or the other as well: the logarithm of one more.
        Backed "backed",
        /// 1 where each is the only one of its kind in its text.
        Sole "sole",
        /// 1 where both are of one person.
        Owner "owner",
        /// 1 where they are of two.
        OtherOwner "other_owner",
        /// 1 where both say what became of those counted, and say the same.
        State "state",
        /// 1 of magnitudes: an event has one.
        Magnitude "magnitude",
        /// 1 of lengths, weights and times: an event has many.
        Measured "measured",
        /// 1 where the words of direction or relation behind two numbers differ: "deep", "away".
        OtherTail "other_tail",
        /// The log-odds of the confidence that is set by hand.
        Prior "prior",
        /// 1 where a rule set by hand would not have the two compared.
        Ruled "ruled",
        /// Words that two names share.
        SameWords "same_words",
        /// Words of two names that differ by an ending or a letter or two.
        NearWords "near_words",
        /// Words of two names that answer to nothing in the other.
        OddWords "odd_words",
        /// 1 of names of persons.
        Person "person",
        /// 1 of names of organisations.
        Body "body",
        /// 1 where one sentence names both.
        InOneSentence "in_one_sentence",
        /// The log-odds of the likeliest link between sentences that have the two names.
        LinkOfNames "link_of_names",
        /// The share of the words around one event that stand around the other.
        Contained "contained",
        /// 1 where a source hedges such a happening elsewhere.
        HedgedElsewhere "hedged_elsewhere",
        /// 1 where the fact is what somebody is said to have said.
        Hearsay "hearsay",
        /// 1 where a bare weekday is more than a week from the other date.
        Stale "stale",
        /// 1 where one has no end ("since May") and the other has.
        Open "open",
        /// 1 where numbers of the two sentences are at odds: they tell of two stages.
        AtOdds "at_odds",
        /// 1 of two times of day.
        Clock "clock",
        /// 1 where both tell a day, or a time of it.
        Fine "fine",
        /// Of the two, how many are known: dates to the calendar, words of names to the lexicon.
        Known "known",
        /// 1 where one has a better partner by the words around.
        Rivalled "rivalled",
    }
}

impl Cue {
    fn in_words(self) -> &'static str {
        match self {
            Self::Comparison => "what the comparison says of two on one matter",
            Self::Matter => "the two may be on two matters",
            Self::Setting => "words around both are the same",
            Self::Lone => "each is the only one in its sentence",
            Self::Slot => "both stand beside the same word",
            Self::Apart => "other places or days stand beside the two",
            Self::Repeated => "more sources differ so",
            Self::Link => "how sure it is that the two sentences assert one thing",
            Self::Unlinked => "nothing links the two sentences",
            Self::Whole => "nearly all words around the one stand around the other",
            Self::Covered => "the two sentences share their words",
            Self::Verb => "one verb governs both",
            Self::OtherVerb => "different verbs govern them",
            Self::Subject => "one subject",
            Self::OtherSubject => "different subjects",
            Self::Preposition => "the same preposition stands before both",
            Self::OtherPreposition => "different prepositions stand before them",
            Self::Lead => "both stand at the head of their reports",
            Self::Buried => "neither stands at the head of its report",
            Self::Earlier => "only one sentence tells of earlier times",
            Self::Background => "both sentences tell of earlier times",
            Self::Mouth => "only one stands in a quotation",
            Self::Persons => "the two sentences name different persons",
            Self::Also => "a source gives the other reading too",
            Self::Taken => "one agrees with something else in the other sentence",
            Self::OtherNoun => "what is counted is called by different words",
            Self::Unsaid => "only one says what is counted",
            Self::Portion => "one is a part of a whole",
            Self::General => "one is said of any of its kind",
            Self::Single => "one is \"one\", often one of several",
            Self::Distance => "how far apart the numbers are",
            Self::OtherKind => "what is counted is described differently",
            Self::Backed => "other sources give one of the two as well",
            Self::Sole => "each is the only one of its kind in its report",
            Self::Owner => "both are of one person",
            Self::OtherOwner => "they are of different persons",
            Self::State => "the same happened to those counted",
            Self::Magnitude => "an event has one magnitude",
            Self::Measured => "lengths, weights and times are many",
            Self::OtherTail => "they measure in different directions",
            Self::Stale => "a weekday that may be of another week",
            Self::Open => "only one is open at one end",
            Self::AtOdds => "numbers of the two sentences differ too",
            Self::Clock => "both are times of day",
            Self::Fine => "both tell a day",
            Self::Known => "known to the calendar, or to the lexicon",
            Self::Prior => "what the comparison alone says",
            Self::Ruled => "by rule the two would not be compared",
            Self::SameWords => "words that both names have",
            Self::NearWords => "words of the names that differ by a letter or two",
            Self::OddWords => "words that only one name has",
            Self::Person => "names of persons",
            Self::Body => "names of organisations",
            Self::InOneSentence => "one sentence names both",
            Self::LinkOfNames => "how alike the sentences are that have the names",
            Self::Contained => "the words around one event stand around the other",
            Self::HedgedElsewhere => "the source hedges it elsewhere",
            Self::Hearsay => "it is what somebody is said to have said",
            Self::Rivalled => "one has a better match in the other sentence",
        }
    }
}

/// Cues with their values, each at most once.
pub type Cues = Vec<(Cue, f64)>;

/// The log-odds of a pair that rules exclude, before anything is learned.
const RULED_OUT: f64 = -3.0;

/// What the confidence of records has learned. [`Weights::default`] is what ships; `lab fit points` learns others.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// The log-odds before anything is asked.
    pub start: f64,
    /// What the log-odds of [`Cue::Prior`] count for before anything is asked, and what stands for it where rules exclude it.
    pub prior: (f64, f64),
    /// The trees, whose sum is added.
    pub trees: Vec<Vec<Node>>,
    /// Slope and offset that make probabilities of it (Platt 1999).
    pub calibration: (f64, f64),
    /// The facets of which there was enough to learn from.
    pub proven: Vec<Facet>,
}

static SHIPPED: LazyLock<Weights> = LazyLock::new(|| Weights {
    start: weights::START,
    prior: weights::PRIOR,
    trees: weights::TREES.iter().map(|tree| tree.to_vec()).collect(),
    calibration: weights::CALIBRATION,
    proven: weights::PROVEN.to_vec(),
});

impl Default for Weights {
    fn default() -> Self {
        SHIPPED.clone()
    }
}

impl Weights {
    /// The weights that ship.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The confidence as it is before anything is learned: the hand-set one of the comparison, times the chance of one matter.
    pub fn unlearned() -> Self {
        Self {
            start: 0.0,
            prior: (1.0, RULED_OUT),
            trees: Vec::new(),
            calibration: (1.0, 0.0),
            proven: Vec::new(),
        }
    }

    /// True for a facet of which annotated events hold too few to learn from: it is shown from a higher confidence.
    pub fn is_unproven(&self, facet: Facet) -> bool {
        !self.proven.contains(&facet)
    }

    /// What the hand-set confidence counts for.
    fn prior(&self, cues: &[(Cue, f64)]) -> f64 {
        let set = cues.iter().find(|(cue, _)| *cue == Cue::Prior);
        set.map_or(self.prior.1, |(_, odds)| self.prior.0 * odds)
    }

    /// The probability that a careful reader would call it a discrepancy.
    pub fn probability(&self, facet: Facet, cues: &[(Cue, f64)]) -> f64 {
        logistic(self.log_odds(facet, cues))
    }

    /// The log-odds that a careful reader would call it a discrepancy. Of a facet with too little evidence, those set by hand.
    pub fn log_odds(&self, facet: Facet, cues: &[(Cue, f64)]) -> f64 {
        if self.is_unproven(facet) {
            return self.prior(cues);
        }
        let start = self.start + self.prior(cues);
        let sum = self.trees.iter().fold(start, |sum, tree| sum + tree::walk(tree, facet, cues, |_, _| {}));
        self.calibration.0 * sum + self.calibration.1
    }

    /// What each question adds to the log-odds, the most telling first, and what there is before any.
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

/// Rows of evidence that add less than this are told together.
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
        evidence.push(row(
            "where all start: how often such a pair differs in annotated events".to_owned(),
            start,
        ));
    }
    let (told, slight): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(_, by)| by.abs() >= SLIGHT);
    let told = told.into_iter().sorted_by(|x, y| y.1.abs().total_cmp(&x.1.abs()).then(x.0.cmp(&y.0)));
    evidence.extend(told.map(|(asked, by)| {
        let text = match asked {
            Asked::Facet(facet) if facet == record.facet => format!("what is compared is a {facet}"),
            Asked::Facet(facet) => format!("what is compared is no {facet}"),
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

/// What annotated events say of discrepancies of at least some confidence.
pub(crate) fn certificate(threshold: f64) -> Option<Certificate> {
    let counted = weights::CERTIFIED.iter().rev().find(|row| row.0 <= threshold)?;
    let &(threshold, flags, wrong, precision) = counted;
    Some(Certificate { threshold, flags, wrong, precision, delta: weights::DELTA })
}

/// The cues of a comparison that nothing around speaks for.
pub(crate) fn of_comparison(comparison: f64, same_matter: f64) -> Cues {
    vec![
        (Cue::Prior, cautious_logit(comparison * same_matter)),
        (Cue::Comparison, cautious_logit(comparison)),
    ]
}

fn logistic(log_odds: f64) -> f64 {
    crate::math::logistic(log_odds)
}
