//! Dates: times given in linked sentences for one happening.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use crate::compare::{self, Facet, Judgement, Relation, Verdict};
use crate::lexicon::TableId;
use crate::lexicon::closed::Class;
use crate::lexicon::number::ordinal;
use crate::lexicon::word_set::WordSet;
use crate::math::{cautious_logit, ln};
use crate::mention::date::{Anchor, Granularity};
use crate::mention::{Clause, Date};
use crate::point::decision::Cue;
use crate::point::evidence::kind_of_event;
use crate::point::linked::{Linked, Meeting};
use crate::point::pair::{Around, Candidates, Describe, Node, Pair, matching};
use crate::point::setting::{Key, Setting, Words, shifted};
use crate::point::{Bundle, End};
use crate::record::Value;
use crate::span::Span;
use crate::text::TokenKind;

/// What a further date in a sentence takes from the log-odds that two dates are of one happening.
const ANOTHER: f64 = 0.8;

/// How near a verb of saying stands before a date that dates it ("said on Sunday", "told reporters late on Sunday"), in tokens.
const SAID: usize = 5;
/// The same with the names of those whom it is said to.
const HEARD: usize = 16;
/// How near what was said or written stands before its date ("statements from the ministry on Sunday"), in tokens.
const STATED: usize = 9;

/// The most tokens of a clause that are searched for an event.
const CLAUSE: usize = 64;

/// The most dates of a source that are compared with one of another.
const DATED: usize = 256;

/// What is taken from them where two hours are told in other words.
const HOURS: f64 = 1.5;
/// What the clauses of two dates add to the log-odds that they date one event: the same verb or event noun; two different
/// ones; one of them not found.
const ONE_VERB: f64 = 0.8;
const TWO_VERBS: f64 = -2.0;
const NO_VERB: f64 = -1.2;
/// The same by the number of shared content words: none, one, two, more.
const MEETING: [f64; 4] = [-1.5, -0.7, 0.0, 0.4];
/// Subtracted if their numbers conflict (four were freed on Monday, all twelve on Tuesday).
const AT_ODDS: f64 = 4.0;
/// The part of the setting's log-odds that is added: half, as both use the same words.
const OF_SETTING: f64 = 0.5;
/// The probability that two sentences are about the same thing if linking gives them no chance.
const UNLINKED: f64 = 0.05;

/// The points of dates: what agrees in linked sentences, and what differs in those that may assert one thing.
pub(crate) fn candidates<'b>(linked: &'b Linked<'b, '_>) -> Candidates<'b> {
    let dates = Dates(linked.bundle);
    let mut pairs = Vec::new();
    for meeting in linked.near() {
        let (agreeing, differing): (Vec<Judged<'_>>, Vec<Judged<'_>>) = judged(&meeting)
            .into_iter()
            .partition(|(_, _, judgement)| judgement.relation.verdict() == Verdict::Agreement);
        if meeting.link.is_none() && differing.is_empty() {
            continue;
        }
        let partners = partners(&meeting, agreeing);
        let differing = dates.differing(&meeting, differing, &partners);
        if meeting.link.is_some() {
            pairs.extend(partners);
        }
        pairs.extend(differing);
    }
    Candidates::new(dates, pairs)
}

fn has_hour(date: &Date) -> bool {
    date.minutes.is_some()
}

/// True for hours of two days, which differ by their days.
fn are_of_two_days(x: &Date, y: &Date) -> bool {
    let differ = |p: Option<u8>, q: Option<u8>| p.zip(q).is_some_and(|(p, q)| p != q);
    differ(x.day, y.day) || differ(x.month, y.month) || differ(x.weekday, y.weekday)
}

fn has_day(date: &Date) -> bool {
    date.minutes.is_none() || date.earliest.is_some() || date.weekday.is_some() || date.day.is_some()
}

type Judged<'a> = ((u32, &'a Date), (u32, &'a Date), Judgement);

/// The comparable pairs of dates in two sentences.
fn judged<'a>(meeting: &Meeting<'_, 'a>) -> Vec<Judged<'a>> {
    let (a, b) = (&meeting.a.0, &meeting.b.0);
    let ours = a.within(&a.mentions.dates, |d| d.sentence).collect_vec();
    let theirs = b.within(&b.mentions.dates, |d| d.sentence).collect_vec();
    let judged = ours.iter().cartesian_product(&theirs).filter_map(|(&(i, x), &(j, y))| {
        compare::date::compare(x, y).map(|judgement| ((i, x), (j, y), judgement))
    });
    judged.collect()
}

/// The dates of two sentences that agree, each with one partner: a sentence may tell the day in one expression and the hour in
/// another.
fn partners(meeting: &Meeting<'_, '_>, judged: Vec<Judged<'_>>) -> Vec<Pair> {
    let (hours, days): (Vec<_>, Vec<_>) =
        agreeing(meeting, judged).into_iter().partition(|(hours, _)| *hours);
    let matched =
        |found: Vec<(bool, Pair)>| matching(found.into_iter().map(|(_, pair)| pair).collect()).into_iter();
    matched(hours).chain(matched(days)).collect()
}

/// The pairs of dates of two linked sentences that agree; true of those that tell the hour.
fn agreeing(meeting: &Meeting<'_, '_>, judged: Vec<Judged<'_>>) -> Vec<(bool, Pair)> {
    let ((a, here), (b, there)) = (&meeting.a, &meeting.b);
    let (here, there) = (&here.setting, &there.setting);
    let apart = here.is_elsewhere(there) && there.is_elsewhere(here);
    let agreeing = judged.into_iter().map(|((i, x), (j, y), judgement)| {
        let setting = Setting::of((here, &x.tokens), (there, &y.tokens), apart);
        let (a, b) = (Node { source: a.source, index: i }, Node { source: b.source, index: j });
        let chance = meeting.chance.unwrap_or_default();
        let is_sign = x.day.is_some() && y.day.is_some() || x.year.is_some() && y.year.is_some();
        let around = Around { setting: &setting, chance, link: meeting.link, is_sign };
        (has_hour(x) && has_hour(y), Pair::agreeing(a, b, judgement, around))
    });
    agreeing.collect()
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
    let tokens = &end.sentence.tokens;
    let before = tokens.start..date.tokens.start.max(tokens.start);
    let written = before.rev().take(6).any(|at| end.document.is_in(at, WordSet::Stamp));
    let heads = date.tokens.start <= tokens.start + 1
        && matches!(end.document.surface(date.tokens.end), ":" | "-" | "–" | "—" | "|")
        && date.minutes.is_some();
    // "22 July 2013 Last updated at 17:50"
    let heading = date.tokens.start == tokens.start
        && (date.tokens.end..tokens.end).take(2).any(|at| end.document.is_in(at, WordSet::Stamp));
    // "In a serious state as of 9 a.m.": so it was then, and may have been before.
    let at = date.tokens.start;
    let as_of =
        at >= tokens.start + 2 && end.document.folded(at - 1) == "of" && end.document.folded(at - 2) == "as";
    written || heads || heading || as_of
}

/// "Since 1997" says nothing of what was before.
fn is_open(end: &End<'_>, date: &Date) -> bool {
    let before = date.tokens.start.checked_sub(1).map(|at| end.document.folded(at));
    matches!(before, Some("since" | "until" | "till"))
        || matches!(end.document.folded(date.tokens.start), "since" | "until" | "till")
}

/// A border told without the other one: "as early as Monday", "by Friday", "before May". It fits many days.
fn is_bound(end: &End<'_>, date: &Date) -> bool {
    let document = end.document;
    let word = |back: usize| {
        let at = date.tokens.start.checked_sub(back).filter(|&at| at >= end.sentence.tokens.start);
        at.map_or("", |at| document.folded(at))
    };
    let border = matches!(word(2), "early" | "soon" | "late") && word(1) == "as"
        || matches!(word(2), "later" | "earlier" | "sooner") && word(1) == "than";
    date.minutes.is_none() && (border || matches!(word(1), "by" | "before"))
}

/// A date with its sentence and the words of it.
type Told<'s, 'a> = (&'s End<'a>, &'s Words, &'s Date);

/// What the clauses of two dates add to the log-odds that they date one happening: the same verb or event noun, and words with
/// content that they share. `None` where they cannot: what is dated is a saying, of which there may be many, or happens to another
/// (an aftershock is not the quake).
fn one_happening<'a>(
    bundle: &Bundle<'a>,
    (a, ours, x): Told<'_, 'a>,
    (b, theirs, y): Told<'_, 'a>,
) -> Option<f64> {
    let clause = |end: &End<'_>, date: &Date| {
        // A border may fall into a stretch ("between May 2 and May 6"): where it begins is what it dates. "On Monday, police
        // said, the bridge fell": what stands before all clauses is of the first.
        let holds = end.clause_at(date.tokens.start);
        holds.or_else(|| end.clause_behind(date.tokens.end)).cloned()
    };
    let (here, there) = (clause(a, x)?, clause(b, y)?);
    // "A Monday deadline", "fell after a rise in 2014": such a date dates the noun, which the other must tell of, too.
    let is_of_noun = |(end, date): (&End<'a>, &Date), (other, clause): (&End<'a>, &Clause)| {
        dated_noun(end, date).is_some_and(|noun| {
            let kind = kind_of_event(bundle, end, noun);
            let is_word =
                |at: &usize| other.document.tokens().get(*at).is_some_and(|t| t.kind == TokenKind::Word);
            let mut words = clause.tokens.clone().take(CLAUSE).filter(is_word);
            !words.any(|at| kind_of_event(bundle, other, at) == kind)
        })
    };
    // "Friday's crash killed six", "six were killed on Saturday": the noun does what both tell.
    let does = |(end, date): (&End<'a>, &Date), own: &Clause, (other, clause): (&End<'a>, &Clause)| {
        let possessive =
            end.document.tokens().get(date.tokens.end).map(|t| t.kind) == Some(TokenKind::Possessive);
        let verbs = own.trigger.filter(|&verb| possessive && verb > date.tokens.end).zip(clause.trigger);
        verbs.is_some_and(|(p, q)| kind_of_event(bundle, end, p) == kind_of_event(bundle, other, q))
    };
    if is_of_noun((a, x), (b, &there)) && !does((a, x), &here, (b, &there))
        || is_of_noun((b, y), (a, &here)) && !does((b, y), &there, (a, &here))
    {
        return None;
    }
    let (told, retold) = (dated_verb(bundle, a, &here, x)?, dated_verb(bundle, b, &there, y)?);
    let happening = |end: &End<'_>, verb: Option<usize>| verb.map(|verb| kind_of_event(bundle, end, verb));
    let subject = |words: &Words, clause: &Clause, other: &Words| {
        let trigger = clause.trigger.unwrap_or(clause.tokens.start);
        let mut subject = words.within(clause.tokens.start..trigger).peekable();
        subject.peek().is_none() || subject.any(|key| other.holds(key))
    };
    if !subject(ours, &here, theirs) || !subject(theirs, &there, ours) {
        return None;
    }
    let verb = match (happening(a, told), happening(b, retold)) {
        (Some(one), Some(other)) if one == other => ONE_VERB,
        (Some(_), Some(_)) => TWO_VERBS,
        _ => NO_VERB,
    };
    let there: BTreeSet<&Key> = theirs.within(there.tokens.clone()).collect();
    let meeting = ours.within(here.tokens.clone()).filter(|key| there.contains(key));
    let meeting = MEETING[meeting.count().min(MEETING.len() - 1)];
    Some(verb + meeting)
}

/// The noun that a date modifies and dates: "a Monday deadline", "his deadly 2005 rampage", "Friday's match"; or the one before it
/// in a phrase that tells of another event: "after a rise in 2014".
fn dated_noun(end: &End<'_>, date: &Date) -> Option<usize> {
    /// The most words of the phrase on each side.
    const PHRASE: usize = 5;
    let document = end.document;
    let tokens = &end.sentence.tokens;
    let is_word = |at: usize| {
        tokens.contains(&at)
            && document.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Word)
            && !document.is(at, Class::FunctionWord)
            && !document.is(at, Class::PlainAuxiliary)
            && !document.is(at, Class::CalendarWord)
    };
    let is_verb = |at: usize| document.is(at, Class::IrregularPast) || document.folded(at).ends_with("ed");
    let is_possessive =
        |at: usize| document.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Possessive);
    let (first, last) = (date.tokens.start, date.tokens.end);
    let head = |from: usize| {
        // "Friday's second match"
        let from = from + usize::from(ordinal(document.folded(from)).is_some());
        let phrase = (from..from + PHRASE).take_while(|&at| is_word(at) && !(at > from && is_verb(at)));
        phrase.last().filter(|&at| at > from || !is_verb(at))
    };
    if is_possessive(last) {
        return head(last + 1);
    }
    let before = (first.saturating_sub(PHRASE).max(tokens.start)..first).rev();
    let opener = before.clone().find(|&at| !is_word(at) || is_verb(at))?;
    // "The court Monday heard": between the article and a day stands no noun.
    let adjectives = opener + 1 == first || date.granularity > Granularity::Day;
    let opens =
        matches!(document.folded(opener), "a" | "an" | "the" | "this" | "his" | "her" | "its" | "their")
            || is_possessive(opener);
    if opens && adjectives {
        return head(last + usize::from(document.surface(last) == ","));
    }
    // "After a rise in 2014".
    let lead = first.checked_sub(1).filter(|&at| matches!(document.folded(at), "in" | "on" | "of"))?;
    let noun = lead.checked_sub(1).filter(|&at| is_word(at) && !is_verb(at))?;
    let phrase = noun.saturating_sub(PHRASE).max(tokens.start)..noun;
    let opener = phrase.rev().find(|&at| !is_word(at))?;
    let after = opener.checked_sub(1).filter(|&at| at >= tokens.start)?;
    let opens = matches!(document.folded(opener), "a" | "an" | "the" | "its" | "his" | "her" | "their");
    let leads = matches!(document.folded(after), "after" | "since" | "following" | "despite");
    (opens && leads).then_some(noun)
}

/// True where two sentences give numbers that conflict (four were freed on Monday, all twelve on Tuesday).
fn are_at_odds<'a>(a: &End<'a>, b: &End<'a>) -> bool {
    let numbers =
        |end: &End<'a>| end.within(&end.mentions.quantities, |q| q.sentence).map(|(_, q)| q).collect_vec();
    let (ours, theirs) = (numbers(a), numbers(b));
    ours.iter().cartesian_product(&theirs).any(|(p, q)| {
        compare::quantity::compare(p, q).is_some_and(|j| j.relation.verdict() == Verdict::Discrepancy)
    })
}

/// The verb or event noun that a date of a clause dates, where one is found; `None` where it dates a saying.
fn dated_verb(bundle: &Bundle<'_>, end: &End<'_>, clause: &Clause, date: &Date) -> Option<Option<usize>> {
    let document = end.document;
    let is_speech =
        |at: usize| document.lookup(TableId::Speech, at, bundle.lexicon).is_some_and(|(_, hit)| !hit.weak);
    let is_comma = |at: usize| document.surface(at) == ",";
    let trigger = clause.trigger.filter(|&at| is_speech(at));
    // ".., the coast guard said on Sunday": the saying right before it is dated, whatever else the clause tells.
    // Whom it is said to does not count: "confirmed to the Kolm Post and Radio Tarm on Sunday".
    let hearer = |at: usize| {
        matches!(document.folded(at), "to" | "the" | "and")
            || document.tokens().get(at).is_some_and(|t| t.is_capitalised())
    };
    let near = date.tokens.start.saturating_sub(HEARD).max(end.sentence.tokens.start)..date.tokens.start;
    let near = near.rev().take_while(|&at| !is_comma(at));
    let near = near.filter(|&at| !hearer(at) || is_speech(at)).take(SAID).find(|&at| is_speech(at));
    let stated = date.tokens.start.saturating_sub(STATED).max(end.sentence.tokens.start)..date.tokens.start;
    let stated =
        stated.rev().take_while(|&at| !is_comma(at)).find(|&at| document.is_in(at, WordSet::Statement));
    let near = near.or(stated);
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

impl<'a> Dates<'_, 'a> {
    fn tells_hour(&self, node: Node) -> bool {
        self.date(node).is_some_and(has_hour)
    }

    fn tells_day(&self, node: Node) -> bool {
        self.date(node).is_some_and(has_day)
    }

    /// True if a source also gives a date of another. Linear in the number of its dates, up to [`DATED`].
    fn has_also(&self, source: u32, date: &Date) -> bool {
        let own = self.0.mentions.get(source as usize).map_or(&[][..], |m| &m.dates);
        own.iter()
            .take(DATED)
            .any(|d| compare::date::compare(d, date).is_some_and(|j| j.relation <= Relation::Equivalent))
    }

    /// The dates of two sentences that differ and may date one happening, with what speaks for and against it.
    fn differing(&self, meeting: &Meeting<'_, 'a>, judged: Vec<Judged<'a>>, partners: &[Pair]) -> Vec<Pair> {
        let ((a, here), (b, there)) = (&meeting.a, &meeting.b);
        let (here, there) = (&here.setting, &there.setting);
        let apart = here.is_elsewhere(there) && there.is_elsewhere(here);
        if judged.is_empty() {
            return Vec::new();
        }
        // Two dates in a sentence date two things, but one that agrees with another of the other sentence is spoken for.
        let hourly = |p: &Pair| self.tells_hour(p.a) && self.tells_hour(p.b);
        let daily = |p: &Pair| self.tells_day(p.a) && self.tells_day(p.b);
        let of_sort = |p: &Pair, hours: bool| if hours { hourly(p) } else { daily(p) || !hourly(p) };
        let lone_of = |hours: bool, of: &dyn Fn(&Date) -> bool| {
            [a, b].into_iter().all(|end| {
                let dates = end.within(&end.mentions.dates, |d| d.sentence);
                let spoken_for = |n: u32| {
                    let node = Node { source: end.source, index: n };
                    partners.iter().any(|p| of_sort(p, hours) && (p.a == node || p.b == node))
                };
                dates.filter(|(n, d)| of(d) && !spoken_for(*n)).count() <= 1
            })
        };
        let (lone_hour, lone_day) = (lone_of(true, &has_hour), lone_of(false, &has_day));
        // What stamps a text dates nothing in it.
        let judged = judged.into_iter().filter(|((_, x), (_, y), _)| !is_stamp(a, x) && !is_stamp(b, y));
        let at_odds = are_at_odds(a, b);
        let (mut also_here, mut also_there) = (BTreeMap::new(), BTreeMap::new());
        let differing = judged.map(|((i, x), (j, y), judgement)| {
            let hours = has_hour(x) && has_hour(y) && !are_of_two_days(x, y);
            let lone = if hours { lone_hour } else { lone_day };
            let setting = Setting::of((here, &x.tokens), (there, &y.tokens), apart);
            let mut cues = Vec::new();
            let mut add = |cue: Cue, value: f64| {
                if value != 0.0 {
                    cues.push((cue, value));
                }
            };
            let truth = |holds: bool| f64::from(u8::from(holds));
            add(Cue::Lone, truth(lone));
            add(Cue::Stale, truth(is_stale_weekday(x, y)));
            add(Cue::Open, truth(is_open(a, x) != is_open(b, y)));
            // The day of a sentence is no partner of the other's hour.
            let alike = partners.iter().filter(|p| of_sort(p, hours));
            let taken = alike.map(|p| truth(p.a.index == i) + truth(p.b.index == j)).sum::<f64>();
            add(Cue::Taken, taken);
            let also_there = *also_there.entry(i).or_insert_with(|| self.has_also(b.source, x));
            let also_here = *also_here.entry(j).or_insert_with(|| self.has_also(a.source, y));
            add(Cue::Also, truth(also_here) + truth(also_there));
            add(Cue::AtOdds, truth(at_odds));
            let fine = |d: &Date| d.granularity <= Granularity::Day;
            add(
                Cue::Clock,
                truth(x.granularity == Granularity::Minute && y.granularity == Granularity::Minute),
            );
            add(Cue::Fine, truth(fine(x) && fine(y)));
            let known = |d: &Date| matches!(d.anchor, Anchor::Explicit | Anchor::Publication);
            add(Cue::Known, truth(known(x)) + truth(known(y)));
            if let (Some(p), Some(q)) = (x.earliest, y.earliest) {
                add(Cue::Distance, ln(1.0 + f64::from(p.since(q).abs())));
            }
            match one_happening(self.0, (a, here, x), (b, there, y)) {
                Some(odds)
                    if taken == 0.0
                        && !is_stale_weekday(x, y)
                        && is_open(a, x) == is_open(b, y)
                        && is_bound(a, x) == is_bound(b, y) =>
                {
                    let odds = odds - if at_odds { AT_ODDS } else { 0.0 };
                    let odds = odds + OF_SETTING * setting.log_odds() - if lone { 0.0 } else { ANOTHER };
                    // A day has many hours: what is told of two is one happening only where most words around are the same.
                    let odds = odds - if hours && !setting.whole { HOURS } else { 0.0 };
                    let p = shifted(judgement.confidence, odds) * meeting.chance.unwrap_or(UNLINKED);
                    add(Cue::Prior, cautious_logit(p));
                }
                _ => add(Cue::Ruled, 1.0),
            }
            let (a, b) = (Node { source: a.source, index: i }, Node { source: b.source, index: j });
            Pair::new(a, b, judgement, 1.0, meeting.link).with(cues)
        });
        differing.collect()
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
        self.date(node).map(|d| Value::Date {
            earliest: d.earliest,
            latest: d.latest,
            granularity: d.granularity,
            weekday: d.weekday(),
            day: d.day,
            month: d.month,
            year: d.year,
            part_of_day: d.part_of_day(),
            time: d.times().map(|times| times.0),
            until: d.times().map(|times| times.1),
        })
    }

    fn judge(&self, a: Node, b: Node) -> Option<Judgement> {
        compare::date::compare(self.date(a)?, self.date(b)?)
    }

    fn context(&self, leading: &Pair) -> &'static str {
        leading.place()
    }
}
