//! Evidence: what the sentences around two passages show about whether both are about the same thing.
//!
//! It is the same for every facet: how certain the link is, which words are around both, which verbs and subjects govern
//! them, their positions in the texts, and whether they are quoted. Each facet adds specific evidence. The decision is made
//! elsewhere; see [`Weights`](crate::point::Weights).

use std::collections::BTreeSet;
use std::ops::Range;

use crate::lexicon::TableId;
use crate::math::{cautious_logit, ln};
use crate::mention::Clause;
use crate::point::decision::{Cue, Cues};
use crate::point::linked::Linked;
use crate::point::setting::{self, Key, Setting, Words};
use crate::point::{Bundle, End};
use crate::span::Span;
use crate::text::stem;

/// The number of sentences in a text's lead, including the headline.
const LEAD: usize = 3;
/// The log-odds of a pair of sentences without a chance of being linked.
const UNLINKED: f64 = -3.0;
/// The most that a link adds: a little under a hundred to one, the same for all certain links.
const SURE_LINK: f64 = 4.0;

/// A passage with its sentence and the sentence's words.
#[derive(Clone, Copy)]
struct Place<'s, 'a> {
    end: &'s End<'a>,
    words: &'s Words,
    tokens: &'s Range<usize>,
}

/// Two sentences, and the cues that do not depend on which of their passages are compared.
pub(crate) struct Between<'l, 'a> {
    ends: [End<'a>; 2],
    /// None if the words of one were not read.
    words: Option<[&'l Words; 2]>,
    apart: bool,
    cues: Cues,
}

impl<'l, 'a> Between<'l, 'a> {
    /// Linear in the length of the sentences, but for a logarithm, and for their dates, which are compared with each other.
    pub(crate) fn of(linked: &'l Linked<'_, 'a>, p: End<'a>, q: End<'a>) -> Self {
        let link = linked.chance(p.id(), q.id());
        let truth = |holds: bool| f64::from(u8::from(holds));
        let mut cues: Cues = Vec::with_capacity(10);
        let odds = link.map_or(UNLINKED, |p| cautious_logit(p).clamp(UNLINKED, SURE_LINK));
        cues.push((Cue::Link, odds));
        cues.push((Cue::Unlinked, truth(link.is_none())));
        let words = linked.words(&p).zip(linked.words(&q)).map(|(p, q)| [&p.setting, &q.setting]);
        let mut apart = false;
        if let Some([ours, theirs]) = words {
            apart = setting::apart(&p, ours, &q, theirs);
            cues.push((Cue::Covered, covered(ours, theirs)));
            let leads = truth(p.number < LEAD) + truth(q.number < LEAD);
            cues.push((Cue::Lead, truth(leads > 1.5)));
            cues.push((Cue::Buried, truth(leads < 0.5)));
            let (before, earlier) = (tells_of_before(&p), tells_of_before(&q));
            cues.push((Cue::Earlier, (before - earlier).abs()));
            cues.push((Cue::Background, before.min(earlier)));
            cues.push((Cue::Persons, truth(ours.tells_of_others(theirs))));
        }
        cues.retain(|(_, value)| *value != 0.0);
        Self { ends: [p, q], words, apart, cues }
    }

    /// True if it is about these two sentences.
    pub(crate) fn is_of(&self, p: &End<'_>, q: &End<'_>) -> bool {
        let [a, b] = &self.ends;
        a.id() == p.id() && b.id() == q.id()
    }
}

/// The sentence in which a passage of a source begins.
pub(crate) fn end_of<'a>(bundle: &Bundle<'a>, source: u32, span: Span) -> Option<End<'a>> {
    let document = bundle.documents.get(source as usize)?;
    bundle.end(source, document.sentence_at(span.start)? as u32)
}

/// The cues from the context of two passages, one in each of two sentences.
pub(crate) fn around(bundle: &Bundle<'_>, between: &Between<'_, '_>, a: Span, b: Span) -> Cues {
    let [p, q] = &between.ends;
    let mut cues = between.cues.clone();
    let Some([ours, theirs]) = between.words else { return cues };
    let mut add = |cue: Cue, value: f64| {
        if value != 0.0 {
            cues.push((cue, value));
        }
    };
    let truth = |holds: bool| f64::from(u8::from(holds));
    let (here, there) = (p.document.tokens_in(a), q.document.tokens_in(b));
    let setting = Setting::of((ours, &here), (theirs, &there), between.apart);
    let a = Place { end: p, words: ours, tokens: &here };
    let b = Place { end: q, words: theirs, tokens: &there };
    add(Cue::Setting, ln(1.0 + setting.shared as f64));
    add(Cue::Slot, setting.slots as f64);
    add(Cue::Whole, truth(setting.whole));
    add(Cue::Apart, truth(setting.apart));
    let (here, there) = (clause(a), clause(b));
    match (happening(bundle, a.end, here), happening(bundle, b.end, there)) {
        (Some(one), Some(other)) if one == other => add(Cue::Verb, 1.0),
        (Some(_), Some(_)) => add(Cue::OtherVerb, 1.0),
        _ => {}
    }
    let (ours, theirs) = (subject(a.words, a.tokens, here), subject(b.words, b.tokens, there));
    if !ours.is_empty() && !theirs.is_empty() {
        let theirs: BTreeSet<Key> = theirs.into_iter().collect();
        let same = ours.iter().any(|key| theirs.contains(key));
        add(if same { Cue::Subject } else { Cue::OtherSubject }, 1.0);
    }
    match (preposition(a), preposition(b)) {
        ("", _) | (_, "") => {}
        (one, other) => add(if one == other { Cue::Preposition } else { Cue::OtherPreposition }, 1.0),
    }
    add(Cue::Mouth, truth(p.is_quoted(a.tokens.start) != q.is_quoted(b.tokens.start)));
    cues
}

/// The fraction of the shorter sentence's words that the other has, too.
fn covered(a: &Words, b: &Words) -> f64 {
    let (fewer, more) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if fewer.len() == 0 {
        return 0.0;
    }
    fewer.keys().filter(|key| more.holds(key)).count() as f64 / fewer.len() as f64
}

/// The clause that contains the first word of a passage.
fn clause<'a>(place: Place<'_, 'a>) -> Option<&'a Clause> {
    place.end.clause_at(place.tokens.start)
}

/// The kind of event in a clause, by the lexicon or the stem.
pub(crate) fn happening(bundle: &Bundle<'_>, end: &End<'_>, clause: Option<&Clause>) -> Option<String> {
    Some(kind_of_event(bundle, end, clause?.trigger?))
}

/// The kind of event that a verb or noun names, by the lexicon or the stem.
pub(crate) fn kind_of_event(bundle: &Bundle<'_>, end: &End<'_>, word: usize) -> String {
    let known = end.document.lookup(TableId::Synonym, word, bundle.lexicon);
    let word = known.map_or_else(|| end.document.folded(word), |(_, hit)| hit.entry.canonical.as_str());
    stem(word).into_owned()
}

/// The words before the verb of a passage's clause, without the passage.
pub(crate) fn subject(words: &Words, passage: &Range<usize>, clause: Option<&Clause>) -> Vec<Key> {
    let Some(clause) = clause else { return Vec::new() };
    let trigger = clause.trigger.unwrap_or(clause.tokens.start);
    let first = words.within(clause.tokens.start..trigger.min(passage.start));
    let rest = words.within(passage.end.max(clause.tokens.start)..trigger);
    first.chain(rest).copied().collect()
}

/// The preposition directly before a passage, or an empty string.
fn preposition<'a>(place: Place<'_, 'a>) -> &'a str {
    let document = place.end.document;
    let before = place.tokens.start.checked_sub(1).filter(|&at| at >= place.end.sentence.tokens.start);
    let before = before.map_or("", |at| document.folded(at));
    let known = matches!(
        before,
        "for"
            | "in"
            | "within"
            | "after"
            | "before"
            | "by"
            | "at"
            | "of"
            | "from"
            | "to"
            | "on"
            | "about"
            | "near"
            | "since"
            | "until"
            | "with"
            | "into"
            | "over"
            | "every"
            | "between"
    );
    if known { before } else { "" }
}

/// 1 if a sentence is about a much earlier time, or counts over a month or more.
pub(crate) fn tells_of_before(end: &End<'_>) -> f64 {
    let (document, tokens) = (end.document, end.sentence.tokens.clone());
    let published = document.published().map(|p| p.day().ymd().0);
    let mut dates = end.all_within(&end.mentions.dates, |d| d.sentence).map(|(_, d)| d);
    let year_before = dates.any(|d| {
        d.relative.is_some_and(|r| r.offset < 0 && d.granularity >= crate::mention::date::Granularity::Month)
            || d.year.is_some_and(|year| published.is_none_or(|now| year < now))
    });
    let marked = tokens.into_iter().any(|at| {
        matches!(
            document.folded(at),
            "since"
                | "previous"
                | "previously"
                | "earlier"
                | "former"
                | "formerly"
                | "ago"
                | "history"
                | "similar"
                | "decades"
        )
    });
    f64::from(u8::from(year_before || marked))
}
