//! Happenings: one event reported as a fact by some sources and with less certainty by others, anywhere in their texts.
//!
//! A key collects the tellings of one kind of event with one name or object next to it. Tellings with a cue are compared with
//! tellings without one in other sources. How likely both are about the same event depends on the words, names and numbers
//! around them, on the link between their sentences, and on their sources. All tellings of one event form one record, with
//! one reading for each way of telling.

mod teller;
mod weigh;

use std::collections::BTreeMap;
use std::ops::Range;

use itertools::Itertools;
use rustc_hash::{FxHashMap, FxHashSet};
use teller::Teller;
use weigh::{Likeness, is_said_by_both, likeness, telling_of};

use crate::compare::clause::telling::{self, Telling, Way};
use crate::compare::clause::{Wording, is_passive};
use crate::compare::vocabulary::Vocabulary;
use crate::compare::{Facet, Judgement, Level};
use crate::entity::NameId;
use crate::lexicon::TableId;
use crate::math;
use crate::mention::{Clause, NameKind};
use crate::point::decision::Cue;
use crate::point::evidence::tells_of_before;
use crate::point::linked::Linked;
use crate::point::pair::Candidates;
use crate::point::spot::{Spot, Spots};
use crate::point::{Bundle, End, flat};
use crate::record::Value;
use crate::text::{SentenceId, SentenceKind, TokenKind};

/// Tokens before and after a telling that belong to it.
const REACH: usize = 10;
/// Tokens after its word that are part of the reading.
const AFTER: usize = 5;
/// The most tellings of one key that are compared: with a cue, and without.
const CUED: usize = 48;
const PLAIN: usize = 160;
/// The most tellings of one key in a source.
const OF_SOURCE: usize = 10;
/// The log-odds below which two tellings are about different events.
const LEAST: f64 = -3.2;
/// The same for two tellings with cues that are to be in one record.
const ONE: f64 = -1.6;

/// The least and the greatest log-odds of a pair, and the value for denials anywhere in an event: a reader calls three in
/// four of the strongest right, and few denials.
const FAINTEST: f64 = -3.8;
const SUREST: f64 = 1.2;
const DENIED: f64 = -1.5;
/// The same if the source of the fact hedges such an event elsewhere.
const AGAIN: f64 = -0.2;
/// The limits of a pair's confidence.
const LEAST_SURE: f64 = 0.02;
const MOST_SURE: f64 = 0.95;
/// The most places of one source in a record, and how much less likely, in log-odds, each may be than the first.
const TOLD_BY_ONE: usize = 3;
const SLACK: f64 = 1.5;
/// Tokens shown before a word told as a fact.
const BEFORE: usize = 3;

/// The points about certainty, except for sentences that already have a record in `told`.
pub(crate) fn candidates<'b>(
    linked: &'b Linked<'b, '_>,
    told: impl Fn(Facet, u32, usize) -> bool,
) -> [Candidates<'b>; 2] {
    let spots = |facet: Facet| Spots::new(facet, "over the event").joined_from(0.0);
    let (mut modality, mut polarity) = (spots(Facet::Modality), spots(Facet::Polarity));
    let mut found = Vec::new();
    for tellings in Reader::new(linked).read() {
        found.extend(clusters(linked, &tellings));
    }
    // Most likely first; each cue is in only one record.
    found.sort_by(|x, y| y.best.total_cmp(&x.best).then_with(|| x.place().cmp(&y.place())));
    let mut used: FxHashSet<(u32, usize)> = FxHashSet::default();
    for cluster in found {
        let cues = cluster.cued.iter().filter_map(|t| Some((t.source, t.telling.cue.as_ref()?.start)));
        let cues = cues.collect_vec();
        let facet = if cluster.denies() { Facet::Polarity } else { Facet::Modality };
        let known = cluster.cued.iter().any(|t| told(facet, t.source, t.sentence));
        if known || cues.iter().any(|cue| used.contains(cue)) {
            continue;
        }
        used.extend(cues);
        cluster.add(linked, if facet == Facet::Polarity { &mut polarity } else { &mut modality });
    }
    [modality, polarity].map(Spots::candidates)
}

/// A telling with its context.
#[derive(Clone, Debug)]
struct Told {
    source: u32,
    sentence: usize,
    telling: Telling,
    /// The content words around it, in order, without repetition.
    words: Vec<u64>,
    /// The nearest of them on either side.
    beside: Vec<u64>,
    /// The entities named around it.
    entities: Vec<usize>,
    /// Who it is directly next to, if it says what somebody is.
    whose: Option<usize>,
    numbers: Vec<u64>,
    /// True if somebody is reported to have said it.
    reported: bool,
    /// Who is reported to have said it.
    teller: Option<Teller>,
    /// True if it is told as that person's claim.
    claims: bool,
    /// True if somebody is accused of it.
    accuses: bool,
    /// True for a verb in the active voice, which says that somebody did it.
    acts: bool,
    /// Who does it to whom.
    sides: Option<(usize, usize)>,
    quoted: bool,
    /// True if its sentence is about a much earlier time.
    before: f64,
    /// For a fact: true if its source also reports such an event with less certainty.
    hedged: bool,
}

impl Told {
    fn id(&self) -> SentenceId {
        SentenceId { source: self.source, sentence: self.sentence as u32 }
    }

    fn place(&self) -> (u32, usize, usize) {
        (self.source, self.sentence, self.telling.token)
    }
}

/// Collects the tellings of all documents.
struct Reader<'b, 'a> {
    linked: &'b Linked<'b, 'a>,
    vocabulary: Vocabulary<'b>,
}

impl<'b, 'a> Reader<'b, 'a> {
    fn new(linked: &'b Linked<'b, 'a>) -> Self {
        Self { linked, vocabulary: Vocabulary::new(linked.bundle.lexicon) }
    }

    /// The tellings by key, those with a cue and those without, in text order.
    fn read(mut self) -> Vec<(Vec<Told>, Vec<Told>)> {
        let bundle = self.linked.bundle;
        let mut by_key: BTreeMap<u64, (Vec<Told>, Vec<Told>)> = BTreeMap::new();
        let mut rest = Vec::new();
        let sentences = (0..).zip(bundle.documents).flat_map(|(source, document)| {
            let all = (0..).zip(document.sentences());
            all.filter(|(_, s)| s.kind != SentenceKind::Boilerplate).map(move |(n, _)| (source, n))
        });
        for end in sentences.filter_map(|(source, n)| bundle.end(source, n)) {
            let clauses = end.all_within(&end.mentions.clauses, |c| c.sentence).map(|(_, c)| c).collect_vec();
            let tokens = &end.sentence.tokens;
            let cues = telling::hedged(end.document, tokens, &clauses);
            let suspects =
                || tokens.clone().any(|at| matches!(end.document.folded(at), "suspect" | "suspects"));
            if !cues.is_empty() || suspects() {
                let wording = self.wording(&end);
                let cued = telling::cued(end.document, tokens, &wording, &cues);
                for told in cued.into_iter().filter(|told| !is_named(&end, told.token)) {
                    let told = self.told(&end, &wording, &clauses, told);
                    by_key.entry(told.telling.sense).or_default().0.push(told);
                }
            }
            rest.push((end, clauses, cues));
        }
        for (cued, _) in by_key.values_mut() {
            thin(cued, CUED);
        }
        for (end, clauses, cues) in rest {
            let tokens = end.sentence.tokens.clone();
            let asked = tokens.clone().any(|at| by_key.contains_key(&self.sense(&end, at)));
            if !asked {
                continue;
            }
            let wording = self.wording(&end);
            let lexicon = bundle.lexicon;
            let found = telling::plain(end.document, &tokens, &wording, &clauses, &cues, lexicon, |sense| {
                by_key.contains_key(&sense)
            });
            for told in found.into_iter().filter(|told| !is_named(&end, told.token)) {
                let told = self.told(&end, &wording, &clauses, told);
                if let Some((_, plain)) = by_key.get_mut(&told.telling.sense) {
                    plain.push(told);
                }
            }
        }
        let mut found = by_key.into_values().collect_vec();
        for (cued, plain) in &mut found {
            thin(plain, PLAIN);
            for told in plain {
                told.hedged = cued.iter().any(|c| c.source == told.source && c.telling.way <= Way::Unclear);
            }
        }
        found
    }

    fn sense(&mut self, end: &End<'_>, at: usize) -> u64 {
        let bundle = self.linked.bundle;
        let sense = match end.document.row(TableId::Synonym, at, bundle.lexicon) {
            Some(entry) => crate::compare::vocabulary::number(&entry.canonical).wrapping_add(1),
            None => self.vocabulary.forms(end.document, at).base,
        };
        telling::sense_of(end.document, at, sense)
    }

    fn wording(&mut self, end: &End<'_>) -> Wording {
        let lexicon = self.linked.bundle.lexicon;
        match self.linked.words(end) {
            Some(words) => Wording::of(&words.stretch, lexicon),
            None => Wording::of(&self.vocabulary.read(end.document, end.sentence.tokens.clone()), lexicon),
        }
    }

    fn told(&self, end: &End<'_>, wording: &Wording, clauses: &[&Clause], telling: Telling) -> Told {
        let bundle = self.linked.bundle;
        let at = telling.token;
        let near = |t: usize| t.abs_diff(at) <= REACH;
        let (mut entities, mut whose) = (Vec::new(), None);
        let mut named: Vec<Range<usize>> = Vec::new();
        for (n, name) in end.all_within(&end.mentions.names, |n| n.sentence) {
            if name.tokens.contains(&at) {
                continue;
            }
            named.push(name.tokens.clone());
            let cluster = self.linked.entities.of_name(NameId { source: end.source, name: n });
            let Some(cluster) = cluster.filter(|_| near(name.tokens.start)) else { continue };
            entities.push(cluster);
            if is_person(bundle, cluster) {
                let gap = if name.tokens.start > at {
                    name.tokens.start - at - 1
                } else {
                    at.saturating_sub(name.tokens.end)
                };
                if gap <= 2 && whose.is_none() {
                    whose = Some(cluster);
                }
            }
        }
        let hedge = telling.cue.clone().unwrap_or(0..0);
        let free = |t: usize| t != at && !hedge.contains(&t) && !named.iter().any(|n| n.contains(&t));
        let around = wording.around(at, REACH).filter(|(t, _)| free(*t)).collect_vec();
        let before = around.iter().rev().find(|(t, _)| *t < at && at - t <= 5);
        let behind = around.iter().find(|(t, _)| *t > at && t - at <= 5);
        let beside = before.into_iter().chain(behind).map(|(_, sense)| *sense).collect_vec();
        let number = |t: &usize| end.document.tokens().get(*t).is_some_and(|t| t.kind == TokenKind::Number);
        let numbers = around.iter().filter(|(t, _)| number(t)).map(|(_, key)| *key).collect_vec();
        let mut words = around.iter().map(|(_, sense)| *sense).collect_vec();
        words.sort_unstable();
        words.dedup();
        entities.sort_unstable();
        entities.dedup();
        let mut said = end.all_within(&end.mentions.attributions, |r| r.sentence);
        let speech_of = said.find(|(_, r)| r.tokens.contains(&at)).map(|(_, r)| r);
        let spoken = end.word_of_speech(at, bundle.lexicon);
        let reported = speech_of.is_some() || spoken.is_some();
        let cue = telling.cue.as_ref().map(|cue| cue.start).or(spoken);
        let teller = Teller::of(self.linked, end, speech_of, cue);
        let word = |cue: &Range<usize>| end.document.folded(cue.start);
        let claims = telling.cue.as_ref().is_some_and(|cue| telling::is_claim(word(cue)));
        let accuses = telling.cue.as_ref().is_some_and(|cue| telling::is_accusation(end.document, cue));
        let clause = clauses.iter().find(|c| c.trigger == Some(at));
        let acts = clause.is_some_and(|c| {
            let by = || (at..c.tokens.end).any(|t| end.document.folded(t) == "by");
            !is_passive(end.document, c.tokens.start, at) || by()
        });
        let quoted = end.is_quoted(at);
        Told {
            source: end.source,
            sentence: end.number,
            telling,
            words,
            beside,
            entities,
            whose,
            numbers,
            reported,
            teller,
            claims,
            accuses,
            acts,
            sides: teller::sides(self.linked, end, at),
            quoted,
            before: tells_of_before(end),
            hedged: false,
        }
    }
}

fn is_person(bundle: &Bundle<'_>, entity: usize) -> bool {
    bundle.clusters.get(entity).is_some_and(|cluster| cluster.kind == NameKind::Person)
}

/// True for a word in a name, which reports nothing: "the Islamic State", "Star Wars".
fn is_named(end: &End<'_>, token: usize) -> bool {
    end.name_at(token).is_some()
}

/// Keeps the first few tellings of each source, and at most some in all.
fn thin(tellings: &mut Vec<Told>, most: usize) {
    let mut of_source: FxHashMap<u32, usize> = FxHashMap::default();
    tellings.retain(|told| {
        let n = of_source.entry(told.source).or_default();
        *n += 1;
        *n <= OF_SOURCE
    });
    tellings.truncate(most);
}

fn shared<T: Ord>(a: &[T], b: &[T]) -> usize {
    a.iter().filter(|x| b.contains(x)).count()
}

/// The tellings of one event.
struct Cluster {
    cued: Vec<Told>,
    plain: Vec<Told>,
    /// The log-odds of the most likely pair.
    best: f64,
}

/// The events among the tellings of one key.
fn clusters(linked: &Linked<'_, '_>, (cued, plain): &(Vec<Told>, Vec<Told>)) -> Vec<Cluster> {
    let mut found: Vec<Cluster> = Vec::new();
    let odds = |x: &Told, y: &Told| {
        let like = likeness(linked, x, y)?;
        Some(like.odds + telling_of(x, y)).filter(|odds| *odds >= LEAST && !is_said_by_both(x, y))
    };
    let all = cued.iter().chain(plain);
    for told in cued {
        let partners = all.clone().filter(|other| told.telling.way.differs_from(other.telling.way));
        let partners = partners.filter_map(|other| Some((odds(told, other)?, other))).collect_vec();
        let Some(best) = partners.iter().map(|(odds, _)| *odds).max_by(f64::total_cmp) else { continue };
        let one = |cluster: &Cluster| {
            cluster.denies() == (told.telling.way == Way::Denied)
                && cluster.cued.iter().any(|c| {
                    c.telling.cue == told.telling.cue && c.source == told.source
                        || likeness(linked, c, told).is_some_and(|like| like.odds >= ONE)
                        || c.source == told.source && shared(&c.words, &told.words) >= 2
                })
        };
        let at = found.iter().position(one);
        let own = Cluster { cued: Vec::new(), plain: Vec::new(), best };
        let cluster = match at.and_then(|at| found.get_mut(at)) {
            Some(cluster) => cluster,
            None => {
                found.push(own);
                let last = found.len() - 1;
                match found.get_mut(last) {
                    Some(cluster) => cluster,
                    None => continue,
                }
            }
        };
        cluster.best = cluster.best.max(best);
        cluster.cued.push(told.clone());
        for (_, other) in partners {
            if !cluster.plain.iter().any(|p| p.place() == other.place()) {
                cluster.plain.push(other.clone());
            }
        }
    }
    found
}

impl Cluster {
    /// True if it is told both as a fact and as untrue.
    fn denies(&self) -> bool {
        self.cued.iter().any(|told| told.telling.way == Way::Denied)
    }

    fn place(&self) -> Option<(u32, usize, usize)> {
        self.cued.iter().map(Told::place).min()
    }

    /// Adds the pairs of its tellings: for each source the most likely ones, with a cue and without.
    fn add(self, linked: &Linked<'_, '_>, spots: &mut Spots) {
        let bundle = linked.bundle;
        let denies = self.denies();
        let odds = |x: &Told, y: &Told| likeness(linked, x, y).map(|like| like.odds + telling_of(x, y));
        let likeliest = |told: &Told, others: &[Told]| {
            let all = others.iter().filter(|o| told.telling.way.differs_from(o.telling.way));
            all.filter_map(|o| odds(told, o)).max_by(f64::total_cmp)
        };
        let hedges = |source: u32| self.cued.iter().any(|c| c.source == source);
        let mut ranked = Vec::new();
        for told in &self.cued {
            ranked.extend(likeliest(told, &self.plain).map(|odds| (odds, told)));
        }
        for told in &self.plain {
            let again = told.telling.way == Way::Fact && hedges(told.source);
            let penalty = if again { weigh::HEDGES } else { 0.0 };
            let own = self.cued.iter().filter_map(|c| odds(c, told)).max_by(f64::total_cmp);
            ranked.extend(own.map(|odds| (odds + penalty, told)));
        }
        ranked.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.place().cmp(&y.1.place())));
        // Each source tells it in one way, possibly several times.
        let mut chosen: Vec<&Told> = Vec::new();
        let mut first: BTreeMap<u32, (Way, f64, usize)> = BTreeMap::new();
        for (odds, told) in ranked {
            let own = first.entry(told.source).or_insert((told.telling.way, odds, 0));
            if own.0 == told.telling.way && own.1 - odds <= SLACK && own.2 < TOLD_BY_ONE {
                own.2 += 1;
                chosen.push(told);
            }
        }
        for (x, y) in chosen.iter().tuple_combinations() {
            let (cued, plain) = if x.telling.way >= y.telling.way { (x, y) } else { (y, x) };
            if !cued.telling.way.is_another(plain.telling.way)
                && !cued.telling.way.differs_from(plain.telling.way)
            {
                continue;
            }
            let Some(Likeness { odds, mut cues }) = likeness(linked, x, y) else { continue };
            let main = cued.telling.way.differs_from(plain.telling.way);
            let again = plain.telling.way == Way::Fact && (plain.hedged || hedges(plain.source));
            let odds = odds
                + telling_of(cued, plain)
                + if again { weigh::HEDGES } else { 0.0 }
                + if main { 0.0 } else { weigh::SIMILAR_WAY };
            let denied = cued.telling.way == Way::Denied;
            if again {
                cues.push((Cue::HedgedElsewhere, 1.0));
            }
            if plain.reported {
                cues.push((Cue::Hearsay, 1.0));
            }
            if cued.telling.way == Way::Hearsay {
                cues.push((Cue::Alleged, 1.0));
            }
            if plain.telling.way == Way::Fact && !plain.acts {
                cues.push((Cue::Idle, 1.0));
            }
            let odds = odds.clamp(
                FAINTEST,
                if denied {
                    DENIED
                } else if again {
                    AGAIN
                } else {
                    SUREST
                },
            );
            cues.push((Cue::Prior, odds));
            let (Some(a), Some(b)) = (spot(linked, x, denies), spot(linked, y, denies)) else { continue };
            let words = |told: &Told| {
                let document = bundle.documents.get(told.source as usize)?;
                let cue = told.telling.cue.clone()?;
                Some(document.span(cue).slice(document.text()).to_owned())
            };
            let reason = match (words(cued), words(plain)) {
                (Some(cue), None) if denied => {
                    format!("asserted in one and denied in the other by \"{cue}\"")
                }
                (Some(cue), None) => format!("a fact in one, \"{cue}\" in the other"),
                (Some(p), Some(q)) if p <= q => format!("\"{p}\" in one, \"{q}\" in the other"),
                (Some(p), Some(q)) => format!("\"{q}\" in one, \"{p}\" in the other"),
                _ => continue,
            };
            let p = math::logistic(odds);
            let judgement = Judgement::new(
                if denied { Level::Denied } else { Level::Certainty },
                p.clamp(LEAST_SURE, MOST_SURE),
                reason,
            );
            spots.add((a, b), judgement, 1.0, None, cues);
        }
    }
}

/// The passage that represents a telling in a reading: its cue, the word, and the words after it.
fn spot(linked: &Linked<'_, '_>, told: &Told, denies: bool) -> Option<Spot> {
    let end = linked.bundle.end(told.source, told.sentence as u32)?;
    let token = told.telling.token;
    let clause = end.clause_at(token);
    let first = clause.map_or(token, |c| c.tokens.start);
    // Punctuation ends what is shown before the word; a hyphen does not.
    let word = |at: &usize| {
        end.document.tokens().get(*at).is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
            || end.document.surface(*at) == "-"
    };
    let back = || (first..token).rev().take(BEFORE).take_while(word).last().unwrap_or(token);
    let from = told.telling.cue.as_ref().map_or_else(back, |cue| cue.start.min(token));
    let last = clause.map_or(token + 1, |c| c.tokens.end).max(token + 1);
    let span = end.document.span(from..last.min(token + 1 + AFTER));
    let value = if denies {
        Value::Polarity { asserted: told.telling.way != Way::Denied }
    } else {
        Value::Words { words: flat(span.slice(end.document.text())) }
    };
    Some(Spot { source: told.source, span, value })
}
