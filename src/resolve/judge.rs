//! Judge: the caller's own judgement of open points, as additional evidence for or against a discrepancy.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use itertools::Itertools;
use serde::{Deserialize, Serialize};

use crate::compare::{Facet, Relation, Verdict};
use crate::date::Published;
use crate::error::{Error, check_between, check_probability};
use crate::math::cautious_logit;
use crate::point::{Bundle, Weights, flat};
use crate::record::{Evidence, Mention, Record, RecordId, four_decimals};
use crate::resolve::gather::Found;
use crate::score::Score;
use crate::span::{Characters, Span};
use crate::text::{Document, SentenceId};

/// Anyone or anything that can tell whether two passages differ: a rule of your own, a model, a service, a person. Pass it to
/// [`ReconcilerBuilder::judge`](crate::ReconcilerBuilder::judge).
///
/// It is asked once per bundle, with all points at once, the most uncertain first. Its opinions are evidence, and count as
/// [`JudgeConfig`] says; the record says whose judgement it is. An opinion that cannot be right is dropped: one with an invalid
/// probability, or one that names a place that is not in the sources. Output stays deterministic if the judge is.
///
/// ```
/// use testimonia::Reconciler;
/// use testimonia::resolve::{Judge, Opinion, Outcome, Point};
///
/// /// Round numbers are estimates: two of them are no conflict.
/// struct Estimates;
///
/// impl Judge for Estimates {
///     fn name(&self) -> &str {
///         "the rule on round numbers"
///     }
///
///     fn judge(&self, points: &[Point]) -> Vec<Option<Opinion>> {
///         let round = |words: &str| words.split_whitespace().next().is_some_and(|number| number.ends_with("00"));
///         let all_round = |point: &Point| point.sides.iter().all(|side| round(&side.mention.text));
///         points.iter().map(|p| all_round(p).then(|| Opinion::new(Outcome::Agreement, 0.7))).collect()
///     }
/// }
///
/// let reconciler = Reconciler::builder().judge(Estimates).build()?;
/// # Ok::<(), testimonia::Error>(())
/// ```
pub trait Judge: Send + Sync {
    /// Whose judgement it is, as records show it.
    fn name(&self) -> &str;

    /// An opinion, or none, for each point, in order. Points beyond the end of the answer get no opinion; surplus answers are
    /// ignored.
    fn judge(&self, points: &[Point]) -> Vec<Option<Opinion>>;

    /// Called for each opinion that was dropped, with the reason. Does nothing by default.
    fn refused(&self, point: &Point, reason: &str) {
        let _ = (point, reason);
    }
}

/// The question to a judge: do two passages from two sources differ on one point?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Point {
    /// The id of the record it would become; the same point has the same id in every run.
    pub id: RecordId,
    /// What is compared.
    pub facet: Facet,
    /// How the two would relate to each other if they concern the same thing.
    pub relation: Relation,
    /// The probability that they differ on one point, as estimated without the judge.
    pub confidence: Score,
    /// Why they may differ.
    pub explanation: String,
    /// The two passages, ordered by source. If sources differ in more than two ways, these are two of the versions: those whose
    /// sentences are most likely to assert the same thing.
    pub sides: [Side; 2],
}

/// A passage of a source, with its context.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Side {
    /// The passage: its source, its position and its words.
    #[serde(flatten)]
    pub mention: Mention,
    /// Who published the source, if known.
    pub publisher: Option<String>,
    /// When it was published, if known.
    pub published: Option<Published>,
    /// The sentence it is in, or several if it is longer than one.
    pub sentence: Mention,
    /// The sentence before, if there is one.
    pub before: Option<Mention>,
    /// The sentence after, if there is one.
    pub after: Option<Mention>,
}

impl Point {
    /// Finds words in what was shown of a source: first in the two sentences, then in their neighbours. `None` if they do not
    /// appear there, letter for letter.
    pub fn place(&self, source: &str, words: &str) -> Option<Mention> {
        let sides = self.sides.iter().filter(|side| side.mention.source == source);
        let sentences = sides.clone().map(|side| &side.sentence);
        let around = sides.flat_map(|side| side.before.iter().chain(&side.after));
        sentences.chain(around).find_map(|shown| {
            let at =
                Some(words).filter(|words| !words.is_empty()).and_then(|words| shown.text.find(words))?;
            let start = shown.span.start + at;
            let span = (start..start + words.len()).into();
            let before = shown.text.get(..at).map_or(0, |text| text.chars().count());
            let first = shown.characters.start + before;
            let characters = Characters { start: first, end: first + words.chars().count() };
            Some(Mention { source: source.to_owned(), span, characters, text: words.to_owned() })
        })
    }
}

/// A judge's verdict on a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Outcome {
    /// Both concern one point, and differ on it.
    Discrepancy,
    /// Both concern one point, and both can be true.
    Agreement,
    /// They concern two points: two events, two persons, two counts.
    Unrelated,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Discrepancy => "discrepancy",
            Self::Agreement => "agreement",
            Self::Unrelated => "unrelated",
        })
    }
}

/// A judge's verdict on a point, and how sure it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Opinion {
    /// The verdict.
    pub outcome: Outcome,
    /// The probability that the verdict is right, from 0 to 1.
    pub probability: f64,
    /// The reason, in a few words for the reader of the record; may be empty.
    #[serde(default)]
    pub why: String,
    /// The places it rests on, which the record shows beside it. All of them must be in the sources, word for word; otherwise
    /// the opinion is dropped.
    #[serde(default)]
    pub places: Vec<Mention>,
    /// Whose opinion it is, if not that of [`Judge::name`]: one of several persons or models.
    #[serde(default)]
    pub by: Option<String>,
}

impl Opinion {
    /// An opinion without a reason.
    pub fn new(outcome: Outcome, probability: f64) -> Self {
        Self { outcome, probability, why: String::new(), places: Vec::new(), by: None }
    }

    /// Gives the reason.
    #[must_use]
    pub fn why(mut self, why: impl Into<String>) -> Self {
        self.why = why.into();
        self
    }

    /// Names the places it rests on; see [`Point::place`].
    #[must_use]
    pub fn places(mut self, places: impl IntoIterator<Item = Mention>) -> Self {
        self.places.extend(places);
        self
    }

    /// Says whose opinion it is.
    #[must_use]
    pub fn by(mut self, name: impl Into<String>) -> Self {
        self.by = Some(name.into());
        self
    }

    /// The first problem with the opinion, if any.
    fn flaw(&self, texts: &BTreeMap<&str, &str>) -> Option<String> {
        if !(0.0..=1.0).contains(&self.probability) {
            return Some(format!("its probability is {}, but must be between 0 and 1", self.probability));
        }
        self.places.iter().find_map(|place| {
            let Mention { source, span, text, .. } = place;
            match texts.get(source.as_str()) {
                None => Some(format!("it names an unknown source {source:?}")),
                Some(whole) if text.is_empty() || span.slice(whole) != text => {
                    let (start, end) = (span.start, span.end);
                    Some(format!("{text:?} is not in {source} at {start}..{end}"))
                }
                Some(_) => None,
            }
        })
    }
}

/// How the opinions of the caller's judge count, and what it is asked.
///
/// A judge that gives a discrepancy the probability p adds `weight * ln(p / (1 - p))` to the log-odds of the record, at most
/// `most` either way. One that says agreement or unrelated with the probability p subtracts the same, and nothing if p is below
/// a half. The weight is below 1 because a judge reads the same sentences as the library, and most judges are overconfident. By
/// default the judge settles what the library leaves open, but on its word alone no record less likely than .12 is shown, and
/// none more likely than .88 is hidden. Fit the weight on opinions that you know to be right or wrong; with weight 0, records
/// report the opinion and nothing else changes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct JudgeConfig {
    /// How much the judge's log-odds count; from 0 to 2.
    pub weight: f64,
    /// The most an opinion adds or subtracts, in log-odds; from 0 to 10.
    pub most: f64,
    /// The lowest confidence of a discrepancy that is put to the judge.
    pub least: f64,
    /// The most points put to it per bundle; those with a confidence nearest to a half come first.
    pub points: u32,
}

impl Default for JudgeConfig {
    fn default() -> Self {
        Self { weight: 0.6, most: 2.0, least: 0.05, points: 200 }
    }
}

impl JudgeConfig {
    /// Fails if a number is out of range.
    pub(super) fn check(&self) -> Result<(), Error> {
        check_between("resolve.judge.weight", self.weight, 0.0, 2.0)?;
        check_between("resolve.judge.most", self.most, 0.0, 10.0)?;
        check_probability("resolve.judge.least", self.least)
    }

    /// What an opinion adds to the log-odds of a discrepancy.
    fn log_odds(&self, opinion: &Opinion) -> f64 {
        let sure = cautious_logit(opinion.probability);
        let odds = match opinion.outcome {
            Outcome::Discrepancy => sure,
            // Below that, the rest is left to the other two verdicts, only one of which is a discrepancy.
            Outcome::Agreement | Outcome::Unrelated => -sure.max(0.0),
        };
        // Avoids rows that read -0.
        (self.weight * odds).clamp(-self.most, self.most) + 0.0
    }
}

/// A shared judge that can be printed.
#[derive(Clone, Default)]
pub(crate) struct SharedJudge(pub(crate) Option<Arc<dyn Judge>>);

impl fmt::Debug for SharedJudge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "a caller's" } else { "none" })
    }
}

/// Asks the judge about open points and adds its opinions to the records; true if this moved a confidence.
pub(super) fn ask(
    found: &mut [Found],
    bundle: &Bundle<'_>,
    config: &JudgeConfig,
    weights: &Weights,
    judge: &dyn Judge,
) -> bool {
    let points = open(found, bundle, config);
    if points.is_empty() {
        return false;
    }
    let opinions = judge.judge(&points);
    let texts: BTreeMap<&str, &str> = bundle.documents.iter().map(|d| (d.source().id(), d.text())).collect();
    let mut said: BTreeMap<&RecordId, Opinion> = BTreeMap::new();
    for (point, opinion) in points.iter().zip(opinions) {
        let Some(mut opinion) = opinion else { continue };
        match opinion.flaw(&texts) {
            None => {
                opinion.places.iter_mut().for_each(|place| bundle.locate(place));
                said.insert(&point.id, opinion);
            }
            Some(reason) => judge.refused(point, &reason),
        }
    }
    let mut moved = false;
    for Found { record, cues } in found.iter_mut().filter(|f| is_open(&f.record, config)) {
        let Some(opinion) = said.get(&record.id) else { continue };
        let weight = config.log_odds(opinion);
        let by = opinion.by.as_deref().unwrap_or(judge.name());
        record.evidence.push(row(by, opinion, weight));
        if weight != 0.0 {
            record.confidence = Score::logistic(weights.log_odds(record.facet, cues) + weight);
            moved = true;
        }
    }
    moved
}

/// The most characters of a name, and of a reason, that a record keeps.
const NAME: usize = 80;
const REASON: usize = 400;

/// The opinion as a row of evidence.
fn row(by: &str, opinion: &Opinion, weight: f64) -> Evidence {
    let (by, why) = (brief(by, NAME), brief(&opinion.why, REASON));
    let by = if by.is_empty() { "a judge of the caller's" } else { &by };
    let (outcome, probability) = (opinion.outcome, opinion.probability);
    let reason = if why.is_empty() { String::new() } else { format!(": {why}") };
    Evidence {
        text: format!("judged by {by}: {outcome}, {probability:.2}{reason}"),
        weight: four_decimals(weight),
        mentions: opinion.places.iter().cloned().sorted_unstable().dedup().collect(),
    }
}

/// On one line, and shortened if long.
fn brief(text: &str, most: usize) -> String {
    let text = flat(text);
    match text.char_indices().nth(most) {
        None => text,
        Some((end, _)) => format!("{} ..", text[..end].trim_end()),
    }
}

fn is_open(record: &Record, config: &JudgeConfig) -> bool {
    record.verdict == Verdict::Discrepancy && record.confidence.value() >= config.least
}

/// The points to put to a judge, most uncertain first.
fn open(found: &[Found], bundle: &Bundle<'_>, config: &JudgeConfig) -> Vec<Point> {
    let certain = |r: &Record| (Score::new((r.confidence.value() - 0.5).abs()), r.facet, r.id.clone());
    let records = found.iter().map(|f| &f.record).filter(|r| is_open(r, config));
    let records = records.sorted_by_cached_key(|r| certain(r)).dedup_by(|x, y| x.id == y.id);
    let records = records.take(config.points as usize).collect_vec();
    let links = Links::of(bundle);
    records.into_iter().filter_map(|record| links.point(record)).collect()
}

/// The most mentions of a reading that are tried for the pair shown to a judge.
const TRIED: usize = 8;

/// Finds the two passages of a point, and their context.
struct Links<'b, 'a> {
    documents: &'b [Document<'a>],
    positions: BTreeMap<&'b str, usize>,
    scores: BTreeMap<(SentenceId, SentenceId), Score>,
}

impl<'b, 'a> Links<'b, 'a> {
    fn of(bundle: &'b Bundle<'a>) -> Self {
        let positions = bundle.documents.iter().enumerate().map(|(n, d)| (d.source().id(), n)).collect();
        let links = bundle.alignment.links.iter().chain(&bundle.alignment.chances);
        Self {
            documents: bundle.documents,
            positions,
            scores: links.map(|link| ((link.a, link.b), link.score)).collect(),
        }
    }

    /// The document of a mention, with the first and last sentence that contain it.
    fn sentences(&self, mention: &Mention) -> Option<(usize, usize, usize)> {
        let position = *self.positions.get(mention.source.as_str())?;
        let document = self.documents.get(position)?;
        let first = document.sentence_at(mention.span.start)?;
        let last = mention.span.end.checked_sub(1).and_then(|end| document.sentence_at(end));
        Some((position, first, last.unwrap_or(first).max(first)))
    }

    fn point(&self, record: &Record) -> Option<Point> {
        let [x, y] = self.likeliest(record)?;
        let (x, y) = if x.source <= y.source { (x, y) } else { (y, x) };
        Some(Point {
            id: record.id.clone(),
            facet: record.facet,
            relation: record.relation,
            confidence: record.confidence,
            explanation: record.explanation.clone(),
            sides: [self.side(x)?, self.side(y)?],
        })
    }

    /// One mention from each of two readings, from different sources: those whose sentences are most likely to assert the
    /// same.
    fn likeliest<'r>(&self, record: &'r Record) -> Option<[&'r Mention; 2]> {
        let mut best: Option<(Score, [&Mention; 2])> = None;
        for (one, other) in record.readings.iter().tuple_combinations() {
            let pairs = one.mentions.iter().take(TRIED).cartesian_product(other.mentions.iter().take(TRIED));
            for (x, y) in pairs.filter(|(x, y)| x.source != y.source) {
                let score = self.score(x, y).unwrap_or(Score::NEVER);
                // The first among equals.
                if best.is_none_or(|(most, _)| score > most) {
                    best = Some((score, [x, y]));
                }
            }
        }
        best.map(|(_, pair)| pair)
    }

    fn score(&self, x: &Mention, y: &Mention) -> Option<Score> {
        let id = |mention: &Mention| {
            let (source, first, _) = self.sentences(mention)?;
            Some(SentenceId::new(source, first))
        };
        let (x, y) = (id(x)?, id(y)?);
        self.scores.get(&(x.min(y), x.max(y))).copied()
    }

    fn side(&self, mention: &Mention) -> Option<Side> {
        let (position, first, last) = self.sentences(mention)?;
        let document = self.documents.get(position)?;
        let sentences = document.sentences();
        let shown = |span: Span| Mention {
            source: mention.source.clone(),
            span,
            characters: document.characters(span),
            text: span.slice(document.text()).to_owned(),
        };
        let span = |n: usize| sentences.get(n).map(|sentence| sentence.span);
        Some(Side {
            mention: mention.clone(),
            publisher: document.source().publisher_name().map(str::to_owned),
            published: document.published(),
            sentence: shown(span(first)?.cover(span(last)?)),
            before: first.checked_sub(1).and_then(span).map(shown),
            after: span(last + 1).map(shown),
        })
    }
}
