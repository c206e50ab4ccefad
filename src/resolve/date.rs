//! Dates: times given in linked sentences for one happening.

use itertools::Itertools;

use crate::compare::{self, Facet, Judgement, Verdict};
use crate::lexicon::TableId;
use crate::lexicon::closed::Class;
use crate::mention::{Clause, Date};
use crate::record::{ClaimId, Value};
use crate::resolve::linked::{Linked, Side};
use crate::resolve::point::{Describe, Found, Node, Pair, matching, records as to_records};
use crate::resolve::setting::{Setting, Words, shifted};
use crate::resolve::{Bundle, End};
use crate::span::Span;
use crate::text::stem;

/// What a further date in a sentence takes from the log-odds that two dates are of one happening.
const ANOTHER: f64 = 0.8;

/// How near a verb of saying stands before a date that dates it ("said on Sunday", "told reporters late on Sunday"), in tokens.
const SAID: usize = 5;

/// What is taken from them where two hours are told in other words.
const HOURS: f64 = 1.5;

/// The records of dates.
pub(super) fn records(linked: &Linked<'_, '_>, of_link: &[Option<ClaimId>]) -> Vec<Found> {
    let bundle = linked.bundle;
    // A sentence may tell the day in one expression and the hour in another: each has its own partner.
    let pairs = linked.pairs().flat_map(|(n, score, a, b)| {
        let (hours, days): (Vec<_>, Vec<_>) =
            candidates(bundle, &a, &b, n, score).into_iter().partition(|(hours, _)| *hours);
        let pairs = |found: Vec<(bool, Pair)>| matching(found.into_iter().map(|(_, pair)| pair).collect());
        pairs(hours).into_iter().chain(pairs(days))
    });
    to_records(bundle, &Dates(bundle), pairs.collect(), of_link)
}

fn candidates<'a>(
    bundle: &Bundle<'a>,
    (a, here): &Side<'_, 'a>,
    (b, there): &Side<'_, 'a>,
    link: usize,
    score: f64,
) -> Vec<(bool, Pair)> {
    let ours = a.within(&a.mentions.dates, |d| d.sentence).collect_vec();
    let theirs = b.within(&b.mentions.dates, |d| d.sentence).collect_vec();
    let judged = ours.iter().cartesian_product(&theirs).filter_map(|(&(i, x), &(j, y))| {
        let judgement = compare::date::compare(x, y)?;
        Some((i, x, j, y, judgement))
    });
    let judged = judged.collect_vec();
    if judged.is_empty() {
        return Vec::new();
    }
    let (here, there) = (&here.setting, &there.setting);
    let apart = here.is_elsewhere(there) && there.is_elsewhere(here);
    // Two dates in a sentence date two things: which of them a lone date elsewhere contradicts cannot be told.
    let has_hour = |d: &Date| d.minutes.is_some();
    let has_day =
        |d: &Date| d.minutes.is_none() || d.earliest.is_some() || d.weekday.is_some() || d.day.is_some();
    let count =
        |list: &[(u32, &Date)], of: &dyn Fn(&Date) -> bool| list.iter().filter(|(_, d)| of(d)).count();
    let lone_hour = count(&ours, &has_hour) == 1 && count(&theirs, &has_hour) == 1;
    let lone_day = count(&ours, &has_day) == 1 && count(&theirs, &has_day) == 1;
    judged
        .into_iter()
        .filter_map(|(i, x, j, y, mut judgement)| {
            let hours = has_hour(x) && has_hour(y);
            let lone = if hours { lone_hour } else { lone_day };
            let setting = Setting::of((here, &x.tokens), (there, &y.tokens), apart);
            let mut same_matter = score;
            let mut cues = Vec::new();
            // Dates of two happenings differ and contradict nothing.
            if judgement.relation.verdict() == Verdict::Discrepancy {
                if is_stamp(a, x)
                    || is_stamp(b, y)
                    || is_stale_weekday(x, y)
                    || is_open(a, x) != is_open(b, y)
                {
                    return None;
                }
                let odds = one_happening(bundle, (a, here, x), (b, there, y))?;
                cues = setting.cues(lone);
                let odds = odds + 0.5 * setting.log_odds() - if lone { 0.0 } else { ANOTHER };
                // A day has many hours: what is told of two is one happening only where most words around them are the same.
                let odds = odds - if hours && !setting.whole { HOURS } else { 0.0 };
                judgement.confidence = shifted(judgement.confidence, odds);
            } else {
                judgement.confidence = shifted(judgement.confidence, setting.log_odds().max(0.0));
                if x.day.is_some() && y.day.is_some() || x.year.is_some() && y.year.is_some() {
                    same_matter += (1.0 - same_matter) * 0.5;
                }
            }
            let (a, b) = (Node { source: a.source, index: i }, Node { source: b.source, index: j });
            Some((hours, Pair { a, b, judgement, same_matter, link: Some(link), cues }))
        })
        .collect()
}

/// True where a bare weekday is more than a week from the other date: it was written in another week (a caption, an earlier
/// version), and what it was counted from is not the day of publication.
fn is_stale_weekday(x: &Date, y: &Date) -> bool {
    let bare = |d: &Date| d.weekday.is_some() && d.month.is_none() && d.year.is_none();
    let apart = match (x.earliest, y.earliest) {
        (Some(x), Some(y)) => x.since(y).abs() > 6,
        _ => false,
    };
    apart && (bare(x) || bare(y))
}

/// True of a time that says when the text was written or changed, not when something happened ("Updated at 3:15 p.m.", "9:40
/// a.m.: The road is open again"), or up to when something is known.
fn is_stamp(end: &End<'_>, date: &Date) -> bool {
    const WORDS: &[&str] =
        &["corrected", "edited", "modified", "posted", "publish", "published", "update", "updated"];
    let tokens = &end.sentence.tokens;
    let before = tokens.start..date.tokens.start.max(tokens.start);
    let written = before.rev().take(6).any(|at| WORDS.contains(&end.document.folded(at)));
    let heads = date.tokens.start <= tokens.start + 1
        && matches!(end.document.surface(date.tokens.end), ":" | "-" | "–" | "—" | "|")
        && date.minutes.is_some();
    // "In a serious state as of 9 a.m.": so it was then, and may have been before.
    let at = date.tokens.start;
    let as_of =
        at >= tokens.start + 2 && end.document.folded(at - 1) == "of" && end.document.folded(at - 2) == "as";
    written || heads || as_of
}

/// "Since 1997" says nothing of what was before.
fn is_open(end: &End<'_>, date: &Date) -> bool {
    let before = date.tokens.start.checked_sub(1).map(|at| end.document.folded(at));
    matches!(before, Some("since" | "until" | "till"))
        || matches!(end.document.folded(date.tokens.start), "since" | "until" | "till")
}

/// A date with its sentence and the words of it.
type Told<'s, 'a> = (&'s End<'a>, &'s Words, &'s Date);

/// What the clauses of two dates add to the log-odds that they date one happening: the same verb or event noun, words with
/// content that they share, and numbers that are not at odds (four were freed on Monday, all twelve on Tuesday). `None` where
/// they cannot: what is dated is a saying, of which there may be many, or happens to another (an aftershock is not the quake).
fn one_happening<'a>(
    bundle: &Bundle<'a>,
    (a, ours, x): Told<'_, 'a>,
    (b, theirs, y): Told<'_, 'a>,
) -> Option<f64> {
    let clause = |end: &End<'_>, date: &Date| {
        let clauses = end.within(&end.mentions.clauses, |c| c.sentence).map(|(_, c)| c);
        // A border may fall into a stretch ("between May 2 and May 6"): where it begins is what it dates.
        let holds = |c: &&Clause| c.tokens.contains(&date.tokens.start);
        // "On Monday, police said, the bridge fell": what stands before all clauses is of the first.
        let behind = |c: &&Clause| c.span.start >= date.span.end;
        clauses.clone().find(holds).or_else(|| clauses.clone().find(behind)).cloned()
    };
    let (here, there) = (clause(a, x)?, clause(b, y)?);
    let (told, retold) = (dated_verb(bundle, a, &here, x)?, dated_verb(bundle, b, &there, y)?);
    let happening = |end: &End<'_>, verb: Option<usize>| {
        let verb = verb?;
        let known = end.document.lookup(TableId::Synonym, verb, bundle.lexicon);
        let word = known.map_or_else(|| end.document.folded(verb), |(_, hit)| hit.entry.canonical.as_str());
        Some(stem(word).into_owned())
    };
    let subject = |words: &Words, clause: &Clause, other: &Words| {
        let trigger = clause.trigger.unwrap_or(clause.tokens.start);
        let mut subject = words.within(clause.tokens.start..trigger).peekable();
        subject.peek().is_none() || subject.any(|key| other.holds(key))
    };
    if !subject(ours, &here, theirs) || !subject(theirs, &there, ours) {
        return None;
    }
    let verb = match (happening(a, told), happening(b, retold)) {
        (Some(one), Some(other)) if one == other => 0.8,
        (Some(_), Some(_)) => -2.0,
        _ => -1.2,
    };
    let meeting =
        ours.within(here.tokens.clone()).filter(|key| theirs.within(there.tokens.clone()).any(|k| k == *key));
    let meeting = match meeting.count() {
        0 => -1.5,
        1 => -0.7,
        2 => 0.0,
        _ => 0.4,
    };
    let numbers = |end: &End<'a>| end.within(&end.mentions.quantities, |q| q.sentence).map(|(_, q)| q);
    let theirs = numbers(b).collect_vec();
    let at_odds = numbers(a).cartesian_product(&theirs).any(|(p, q)| {
        compare::quantity::compare(p, q).is_some_and(|j| j.relation.verdict() == Verdict::Discrepancy)
    });
    Some(verb + meeting - if at_odds { 3.0 } else { 0.0 })
}

/// The verb or event noun that a date of a clause dates, where one is found; `None` where it dates a saying.
fn dated_verb(bundle: &Bundle<'_>, end: &End<'_>, clause: &Clause, date: &Date) -> Option<Option<usize>> {
    let document = end.document;
    let is_speech =
        |at: usize| document.lookup(TableId::Speech, at, bundle.lexicon).is_some_and(|(_, hit)| !hit.weak);
    let is_comma = |at: usize| document.surface(at) == ",";
    let trigger = clause.trigger.filter(|&at| is_speech(at));
    // ".., the coast guard said on Sunday": the saying right before it is dated, whatever else the clause tells.
    let near = date.tokens.start.saturating_sub(SAID).max(end.sentence.tokens.start)..date.tokens.start;
    let near = near.rev().take_while(|&at| !is_comma(at)).find(|&at| is_speech(at));
    if let Some(saying) = near.or(trigger.filter(|&at| at < date.tokens.start)) {
        // "Said the fair will open on Monday": a verb between the two is the one that is dated.
        let is_verb = |at: &usize| {
            let ending = document.folded(*at);
            document.is(*at, Class::PlainAuxiliary)
                || document.is(*at, Class::IrregularPast)
                || ending.len() > 4 && ending.ends_with("ed")
        };
        let last = (saying + 1..date.tokens.start).rev().find(is_verb)?;
        return Some(Some(if document.is(last, Class::PlainAuxiliary) { last + 1 } else { last }));
    }
    if let Some(saying) = trigger {
        // "The fair runs from May 2 to May 6, the council said": the saying stands behind what is dated.
        let closing = date.tokens.start >= clause.tokens.start + 3 && (date.tokens.end..saying).any(is_comma);
        return closing.then_some(None);
    }
    Some(clause.trigger)
}

struct Dates<'b, 'a>(&'b Bundle<'a>);

impl Dates<'_, '_> {
    fn date(&self, node: Node) -> Option<&Date> {
        self.0.mentions.get(node.source as usize)?.dates.get(node.index as usize)
    }
}

impl Describe for Dates<'_, '_> {
    fn facet(&self) -> Facet {
        Facet::Date
    }

    fn span(&self, node: Node) -> Option<Span> {
        self.date(node).map(|d| d.span)
    }

    fn value(&self, node: Node) -> Option<Value> {
        self.date(node).map(|d| Value::Date { earliest: d.earliest, latest: d.latest })
    }

    fn judge(&self, a: Node, b: Node) -> Option<Judgement> {
        compare::date::compare(self.date(a)?, self.date(b)?)
    }

    fn context(&self) -> &'static str {
        "in linked sentences"
    }
}
