//! Kinds: one thing for which two sources use mutually exclusive words: a motel, a hotel.
//!
//! A report names many things, so two words for kinds are compared only in the same slot: next to the same name or word, or
//! governed by the same verb with the same preposition. A source that contains both words is about two things.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use itertools::Itertools;

use crate::compare::kind;
use crate::compare::{Facet, Judgement, Level};
use crate::entity::NameId;
use crate::lexicon::TableId;
use crate::lexicon::closed::Class;
use crate::point::evidence::happening;
use crate::point::linked::{Linked, Meeting, Words};
use crate::point::pair::Candidates;
use crate::point::setting::{Key, Setting};
use crate::point::spot::{Spot, Spots};
use crate::point::{Bundle, End, MOST};
use crate::text::{Document, TokenKind, stem};

/// Tokens before and after a word that belong to it.
const REACH: usize = 4;

/// The confidence for two kinds in one slot.
mod prior {
    /// If the sentences are linked, and if they have a chance of being linked.
    pub(super) const LINKED: f64 = 1.0;
    pub(super) const CHANCE: f64 = 0.6;
    /// Next to the same name, next to the same word, or after the same verb and preposition; several of these are added.
    pub(super) const NAME: f64 = 0.3;
    pub(super) const WORD: f64 = 0.2;
    pub(super) const GOVERNED: f64 = 0.25;
    /// Words around both, if nothing else indicates one slot.
    pub(super) const AROUND: f64 = 0.08;
    /// The only kind of its class in each of two sources that share sentences, anywhere; more if each repeats it.
    pub(super) const EVENT: f64 = 0.05;
    pub(super) const REPEATED: f64 = 0.1;
    /// If a source has a third kind of the class.
    pub(super) const SEVERAL: f64 = 0.5;
    pub(super) const MOST: f64 = 0.5;
    /// The only one of its kind, one of few.
    pub(super) const ALONE: f64 = 0.3;
}

/// A word for a kind, at its position in a sentence.
struct Kinded {
    /// From its first modifier on.
    tokens: Range<usize>,
    class: String,
    kind: String,
    /// True for a word for persons, several of whom may be mentioned.
    person: bool,
    beside: Vec<Key>,
    /// The event in its clause, with the preposition before it.
    governed: Option<(String, String)>,
}

/// The most things of one noun, over all sources, that are said to be the only one or one of several.
const ALONE: usize = 64;

/// The points of kinds.
pub(crate) fn candidates<'b>(linked: &'b Linked<'b, '_>) -> Candidates<'b> {
    let bundle = linked.bundle;
    let mut spots = Spots::new(Facet::Role, "in one slot");
    let told: Vec<Told> = bundle.documents.iter().map(|document| Told::by(document, bundle)).collect();
    let found = linked.each(|end| match linked.words(end) {
        Some(words) => kinds(bundle, end, words),
        None => Vec::new(),
    });
    for Meeting { link, a: (a, x), b: (b, y), .. } in linked.near() {
        let [ours, theirs] = [x, y].map(|words| found.get(words.at).into_iter().flatten());
        for (p, q) in ours.cartesian_product(theirs) {
            if p.class != q.class || p.kind == q.kind || p.person != q.person {
                continue;
            }
            let (Some(here), Some(there)) = (told.get(a.source as usize), told.get(b.source as usize)) else {
                continue;
            };
            let setting = Setting::of((&x.setting, &p.tokens), (&y.setting, &q.tokens), false);
            let Some(sure) = sure((p, here), (q, there), setting) else { continue };
            let sure = sure * if link.is_some() { prior::LINKED } else { prior::CHANCE };
            let ends = (
                Spot::of_words(a.document, a.source, &p.tokens),
                Spot::of_words(b.document, b.source, &q.tokens),
            );
            let reason =
                format!("\"{}\" in one, \"{}\" in the other: one thing cannot be both", p.kind, q.kind);
            spots.add(ends, Judgement::new(Level::Exclusive, sure, reason), 1.0, link, Vec::new());
        }
    }
    let sources: BTreeSet<(u32, u32)> = linked.near().map(|m| (m.a.0.source, m.b.0.source)).collect();
    for (a, b) in sources {
        of_event(bundle, &told, (a, b), &mut spots);
    }
    lonely(linked, &mut spots);
    spots.candidates()
}

/// Kinds that are each the only one of their class in their source: two reports on one event seldom mention two such things.
fn of_event(bundle: &Bundle<'_>, told: &[Told], (a, b): (u32, u32), spots: &mut Spots) {
    let (Some(here), Some(there)) = (told.get(a as usize), told.get(b as usize)) else { return };
    for (class, ours) in &here.0 {
        let Some(theirs) = there.0.get(class).filter(|kinds| kinds.len() == 1 && ours.len() == 1) else {
            continue;
        };
        let (Some((kind, x)), Some((other, y))) = (ours.iter().next(), theirs.iter().next()) else {
            continue;
        };
        let (Some(first), Some(second), false) = (&x.first, &y.first, kind == other) else { continue };
        let (Some(d), Some(e)) = (bundle.documents.get(a as usize), bundle.documents.get(b as usize)) else {
            return;
        };
        let ends = (Spot::of_words(d, a, first), Spot::of_words(e, b, second));
        let sure = if x.times > 1 && y.times > 1 { prior::REPEATED } else { prior::EVENT };
        let reason = format!("all through one report \"{kind}\", \"{other}\" all through the other");
        spots.add(ends, Judgement::new(Level::Exclusive, sure, reason), 1.0, None, Vec::new());
    }
}

/// How certain it is that two kinds of one class are about one thing and differ; `None` without evidence.
fn sure((p, here): (&Kinded, &Told), (q, there): (&Kinded, &Told), setting: Setting) -> Option<f64> {
    if here.tells(&p.class, &q.kind) || there.tells(&p.class, &p.kind) {
        return None;
    }
    let shared = p.beside.iter().filter(|key| q.beside.contains(key));
    let (names, words): (Vec<&Key>, Vec<&Key>) = shared.partition(|key| matches!(key, Key::Entity(_)));
    let governed = p.governed.is_some() && p.governed == q.governed;
    let around = setting.shared > 1;
    if p.person && names.is_empty() || names.is_empty() && words.is_empty() && !governed && !around {
        return None;
    }
    let truth = |holds: bool| f64::from(u8::from(holds));
    let sum = prior::NAME * truth(!names.is_empty())
        + prior::WORD * truth(!words.is_empty())
        + prior::GOVERNED * truth(governed);
    let sum = if sum == 0.0 { prior::AROUND } else { sum };
    let several = here.kinds(&p.class) > 1 || there.kinds(&p.class) > 1;
    Some(sum.min(prior::MOST) * if several { prior::SEVERAL } else { 1.0 })
}

/// The kinds that a source mentions, by class.
struct Told(BTreeMap<String, BTreeMap<String, Times>>);

/// How often a source mentions a kind.
#[derive(Default)]
struct Times {
    times: usize,
    /// The first occurrence in lower case for the thing itself; none for words for persons.
    first: Option<Range<usize>>,
}

impl Told {
    /// Linear.
    fn by(document: &Document<'_>, bundle: &Bundle<'_>) -> Self {
        let mut told: BTreeMap<String, BTreeMap<String, Times>> = BTreeMap::new();
        let last = document.tokens().len();
        for (at, token) in document.tokens().iter().enumerate() {
            if token.kind != TokenKind::Word || token.begins.contains(TableId::Stopword) {
                continue;
            }
            if let Some((from, entry)) = named(document, at, bundle) {
                let kinds = told.entry(entry.class.clone()).or_default();
                let kind = kinds.entry(entry.canonical.clone()).or_default();
                kind.times += 1;
                let person = token.begins.contains(TableId::Role) || token.begins.contains(TableId::Title);
                if kind.first.is_none() && !person && !token.is_capitalised() && is_head(document, at, last) {
                    kind.first = Some(from..at + 1);
                }
            }
        }
        Self(told)
    }

    fn tells(&self, class: &str, kind: &str) -> bool {
        self.0.get(class).is_some_and(|kinds| kinds.contains_key(kind))
    }

    fn kinds(&self, class: &str) -> usize {
        self.0.get(class).map_or(0, BTreeMap::len)
    }
}

/// The kind whose name ends at a token, with the name's first token; hyphens count as spaces.
fn named<'b>(
    document: &Document<'_>,
    at: usize,
    bundle: &Bundle<'b>,
) -> Option<(usize, &'b crate::lexicon::Entry)> {
    let is_hyphen = |t: usize| matches!(document.surface(t), "-" | "‐" | "‑") && document.is_attached(t);
    let mut words: Vec<usize> = Vec::with_capacity(kind::LONGEST);
    let mut next = Some(at);
    while let Some(t) = next.filter(|_| words.len() < kind::LONGEST) {
        words.push(t);
        next = t.checked_sub(1);
        if next.is_some_and(is_hyphen) {
            next = t.checked_sub(2);
        }
    }
    words.reverse();
    let folded: Vec<&str> = words.iter().map(|&t| document.folded(t)).collect();
    let (n, entry) = kind::named(&folded, bundle.lexicon)?;
    Some((*words.get(words.len() - n)?, entry))
}

fn kinds(bundle: &Bundle<'_>, end: &End<'_>, words: &Words<'_>) -> Vec<Kinded> {
    let document = end.document;
    let mut found: Vec<Kinded> = Vec::new();
    for at in end.sentence.tokens.clone() {
        let Some(token) = document.tokens().get(at) else { break };
        if found.len() == MOST {
            break;
        }
        let in_a_name = token.is_capitalised() && end.name_at(at).is_some();
        if token.kind != TokenKind::Word || in_a_name || !is_head(document, at, end.sentence.tokens.end) {
            continue;
        }
        let Some((from, entry)) = named(document, at, bundle) else { continue };
        let from = from.max(end.sentence.tokens.start);
        let first = modified_from(document, from, end.sentence.tokens.start);
        let mut beside: Vec<Key> = words.setting.within(first..from).copied().collect();
        // "In Round Rock", "of the bank": what follows.
        let after = at + 1;
        if matches!(document.folded(after), "of" | "in" | "at" | "near" | "on" | "called" | "named") {
            let last = (after + 1 + REACH).min(end.sentence.tokens.end);
            let stop = (after + 1..last).find(|&t| !is_of_a_phrase(document, t)).unwrap_or(last);
            beside.extend(words.setting.within(after..stop));
        }
        let person = token.begins.contains(TableId::Role) || token.begins.contains(TableId::Title);
        found.push(Kinded {
            tokens: first..at + 1,
            class: entry.class.clone(),
            kind: entry.canonical.clone(),
            person,
            beside,
            governed: governed(bundle, end, first),
        });
    }
    found
}

/// True for a noun that modifies no other: "hotel" in "at the hotel", not in "the hotel manager".
pub(super) fn is_head(document: &Document<'_>, at: usize, end: usize) -> bool {
    let next = at + 1;
    let Some(token) = document.tokens().get(next).filter(|_| next < end) else { return true };
    match token.kind {
        TokenKind::Word => {
            let folded = document.folded(next);
            document.is(next, Class::FunctionWord)
                || document.is(next, Class::Preposition)
                || document.is(next, Class::PlainAuxiliary)
                || document.is(next, Class::IrregularPast)
                || token.begins.contains(TableId::Stopword)
                || token.begins.is_calendar_word()
                || folded.len() > 4 && folded.ends_with("ed")
        }
        TokenKind::Possessive => false,
        _ => !(matches!(document.surface(next), "-" | "‐" | "‑") && document.is_attached(next)),
    }
}

/// True for a word within a noun phrase.
fn is_of_a_phrase(document: &Document<'_>, at: usize) -> bool {
    let Some(token) = document.tokens().get(at) else { return false };
    match token.kind {
        TokenKind::Word => {
            document.folded(at) == "the"
                || !document.is(at, Class::FunctionWord)
                    && !document.is(at, Class::Preposition)
                    && !token.begins.contains(TableId::Stopword)
        }
        TokenKind::Possessive => true,
        _ => matches!(document.surface(at), "-" | "‐" | "‑") && document.is_attached(at),
    }
}

/// Where the modifiers of the noun at `from` begin, without an article.
fn modified_from(document: &Document<'_>, from: usize, first: usize) -> usize {
    let mut start = from;
    while start > first.max(from.saturating_sub(REACH))
        && is_of_a_phrase(document, start - 1)
        && document.folded(start - 1) != "the"
    {
        start -= 1;
    }
    start
}

/// The event in a noun phrase's clause, with the preposition before the phrase, ignoring articles.
fn governed(bundle: &Bundle<'_>, end: &End<'_>, first: usize) -> Option<(String, String)> {
    let document = end.document;
    let mut at = first.checked_sub(1)?;
    let first = end.sentence.tokens.start;
    while at > first && matches!(document.folded(at), "a" | "an" | "the" | "his" | "her" | "their" | "its") {
        at -= 1;
    }
    let governing = at >= first && document.is(at, Class::Preposition) && document.folded(at) != "of";
    let clause = governing.then(|| end.clause_at(at)).flatten()?;
    // "Says" and "is" do not govern anything.
    let trigger = clause.trigger.filter(|&t| t < at)?;
    let told = document.tokens().get(trigger)?.begins;
    let idle = told.contains(TableId::Speech) || told.contains(TableId::Stopword);
    if idle {
        return None;
    }
    Some((happening(bundle, end, Some(clause))?, document.folded(at).to_owned()))
}

/// Things of which there is only one, and things of which there are several.
struct Alone {
    source: u32,
    tokens: Range<usize>,
    sole: bool,
    entities: BTreeSet<usize>,
}

/// "Its sole ally" in one, "one of its few allies" in the other, in sentences that name the same person, place or
/// organisation.
fn lonely(linked: &Linked<'_, '_>, spots: &mut Spots) {
    let bundle = linked.bundle;
    let mut found: BTreeMap<String, Vec<Alone>> = BTreeMap::new();
    for source in 0..bundle.documents.len() as u32 {
        let sentences = bundle.documents.get(source as usize).map_or(0, |d| d.sentences().len());
        for end in (0..sentences as u32).filter_map(|n| bundle.end(source, n)) {
            for (noun, tokens, sole) in alone(&end) {
                let names = end.all_within(&end.mentions.names, |n| n.sentence);
                let entities =
                    names.filter_map(|(name, _)| linked.entities.of_name(NameId { source, name })).collect();
                found.entry(noun).or_default().push(Alone { source, tokens, sole, entities });
            }
        }
    }
    for mut all in found.into_values() {
        let of =
            |sole: bool| all.iter().filter(|x| x.sole == sole).map(|x| x.source).collect::<BTreeSet<_>>();
        let both: BTreeSet<u32> = of(true).intersection(&of(false)).copied().collect();
        all.retain(|x| !both.contains(&x.source));
        for (x, y) in all.iter().take(ALONE).tuple_combinations() {
            let one = x.entities.intersection(&y.entities).next().is_some();
            if x.sole == y.sole || x.source == y.source || !one {
                continue;
            }
            let spot = |alone: &Alone| {
                let document = bundle.documents.get(alone.source as usize)?;
                Some(Spot::of_words(document, alone.source, &alone.tokens))
            };
            let (Some(here), Some(there)) = (spot(x), spot(y)) else { continue };
            let reason = format!(
                "the only one in one, one of several in the other: \"{}\", \"{}\"",
                here.words(),
                there.words()
            );
            let judgement = Judgement::new(Level::Exclusive, prior::ALONE, reason);
            spots.add((here, there), judgement, 1.0, None, Vec::new());
        }
    }
}

/// What a sentence says is the only one of its kind, or one of several: the noun without inflection, and its position.
fn alone(end: &End<'_>) -> Vec<(String, Range<usize>, bool)> {
    let document = end.document;
    let mut found = Vec::new();
    let tokens = end.sentence.tokens.clone();
    for at in tokens.clone() {
        let folded = document.folded(at);
        let owned = at > tokens.start
            && (matches!(document.folded(at - 1), "the" | "his" | "her" | "its" | "their" | "our" | "my")
                || document.tokens().get(at - 1).is_some_and(|t| t.kind == TokenKind::Possessive));
        let sole = matches!(folded, "sole" | "lone") || folded == "only" && owned;
        let one_of = folded == "one" && document.folded(at + 1) == "of";
        if !sole && !one_of {
            continue;
        }
        let from = if sole { at + 1 } else { at + 2 };
        let last = (from + 2 * REACH).min(tokens.end);
        let several = (from..last).find(|&t| {
            matches!(
                document.folded(t),
                "few" | "several" | "many" | "two" | "three" | "four" | "five" | "handful"
            )
        });
        let from = match (one_of, several) {
            (false, _) => from,
            (true, Some(several)) => several + 1,
            (true, None) => continue,
        };
        let last = (from + 3).min(tokens.end);
        let plain = |t: usize| is_of_a_phrase(document, t) && document.folded(t) != "the";
        let Some(noun) = (from..last).take_while(|&t| plain(t)).find(|&t| is_head(document, t, tokens.end))
        else {
            continue;
        };
        found.push((stem(document.folded(noun)).into_owned(), at..noun + 1, sole));
    }
    found
}
