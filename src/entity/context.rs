//! Context: evidence from the context of two names, such as position, neighbouring words and titles, that they are one.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::align::Alignment;
use crate::compare::name::{Ground, Part, Verdict, are_one_sound, generation};
use crate::compare::{Relation, edits};
use crate::entity::longer;
use crate::entity::referents::{Gender, Group};
use crate::lexicon::TableId;
use crate::mention::{Mentions, NameKind};
use crate::text::Document;

/// The log-odds that context adds, each at most once per pair. Set by hand, after §4.4 of the method's description.
mod weigh {
    /// The names are in the same position of linked sentences, and neither is in both sentences.
    pub(super) const SAME_PLACE: f64 = 1.8;
    /// The same, next to the same words.
    pub(super) const SAME_NEIGHBOURS: f64 = 0.9;
    pub(super) const SAME_TITLE: f64 = 0.9;
    pub(super) const SAME_ROLE: f64 = 1.0;
    /// Both are mentioned often, each in its own documents.
    pub(super) const BOTH_CENTRAL: f64 = 0.7;
    /// Two personal names share another word.
    pub(super) const SHARED_WORD: f64 = 0.8;
    /// They share a role as well, and the words that differ are spelled alike: brothers seldom hold one office, and neither do two
    /// who share a given name.
    pub(super) const SHARED_WORD_AND_ROLE: f64 = 0.8;
    /// Of two given names that differ in one letter, only one is known: a typing error, since the rest of the names is the
    /// same.
    pub(super) const SLIPPED_GIVEN_NAME: f64 = 1.6;
    /// The same, and both are in the same position of linked sentences.
    pub(super) const SHARED_WORD_THERE: f64 = 0.5;
    /// Two personal names differ in one word, in the same position of linked sentences, and either share their first and last
    /// words or are next to the same office. Brothers share everything but the given name.
    pub(super) const OTHER_WORD_THERE: f64 = 3.0;
    /// Two names differ in one word, and a text that contains both means two persons.
    pub(super) const OTHER_WORD_BOTH: f64 = -5.0;
    /// The words that differ have at least seven letters.
    pub(super) const LONG: f64 = 0.6;
    /// One sentence contains both.
    pub(super) const IN_ONE_SENTENCE: f64 = -5.0;
    /// From here on, letters are some evidence: of similar spellings with this value, one pair in four is one name.
    pub(super) const SOME_EVIDENCE: f64 = -1.1;
    /// No document contains both, and the letters are some evidence.
    pub(super) const NEVER_TOGETHER: f64 = 0.4;
    pub(super) const OTHER_GENDER: f64 = -4.0;
    /// A person and something else.
    pub(super) const OTHER_KIND: f64 = -4.0;
    /// A place and an organisation: texts are less clear about which it is.
    pub(super) const PLACE_OR_BODY: f64 = -1.0;
    /// A place and an organisation whose name contains it: it belongs to the place or is in it, and is not the same.
    pub(super) const PLACE_OF_BODY: f64 = -4.0;
    /// One document contains both, one of them only once.
    pub(super) const SLIP: f64 = -0.7;
    /// The same if that is its only occurrence in any document.
    pub(super) const ONLY_SLIP: f64 = -0.3;
    /// One occurs once in all documents, the other often.
    pub(super) const RARE: f64 = 0.6;
    /// One document has both, probably as two spellings of one name.
    pub(super) const BOTH_OF_ONE: f64 = -0.3;
    /// The factor if only one is a person and both are the same single word, which anyone may have; and if both are the same
    /// full name.
    pub(super) const ALONE: f64 = 2.0;
    pub(super) const IN_FULL: f64 = 0.5;
    /// One document contains both more than once.
    pub(super) const BOTH_IN_ONE: f64 = -5.0;
    /// The maximum for letters alone, for two spellings of one word that are, or may be, persons: nobody can tell two
    /// spellings of one surname from two surnames, so letters neither join nor separate them. Places and organisations are
    /// fewer.
    pub(super) const MOST_ALONE: f64 = 0.5;
    /// The maximum for letters alone, for a word of at most four letters.
    pub(super) const MOST_FOR_SHORT: f64 = 1.0;
}

/// What was found besides the letters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Context {
    pub(super) log_odds: f64,
    pub(super) same_place: bool,
    pub(super) same_title: bool,
    pub(super) same_role: bool,
    /// A document that contains both.
    pub(super) in_one: Option<u32>,
}

/// Pairs of groups in the same position of linked sentences.
#[derive(Debug, Default)]
pub(super) struct Places {
    seen: FxHashMap<(u32, u32), bool>,
    together: FxHashSet<(u32, u32)>,
}

/// The most bytes of two words whose letters are compared one by one.
const LONGEST_FAR: usize = 48;
/// The most names of a sentence that are considered.
const MOST_IN_SENTENCE: usize = 12;

impl Places {
    /// Visits every link once. `group_of` gives the group of each name in each document.
    pub(super) fn gather(
        documents: &[Document<'_>],
        mentions: &[Mentions],
        alignment: &Alignment,
        group_of: &[Vec<u32>],
    ) -> Self {
        let mut by_sentence: Vec<Vec<Vec<usize>>> =
            documents.iter().map(|d| vec![Vec::new(); d.sentences().len()]).collect();
        for (sentences, found) in by_sentence.iter_mut().zip(mentions) {
            for (n, name) in found.names.iter().enumerate() {
                if let Some(names) = sentences.get_mut(name.sentence).filter(|s| s.len() < MOST_IN_SENTENCE) {
                    names.push(n);
                }
            }
        }
        let mut places = Self::default();
        for (sentences, groups) in by_sentence.iter().zip(group_of) {
            for names in sentences {
                for (n, &x) in names.iter().enumerate() {
                    for &y in names.iter().skip(n + 1) {
                        if let (Some(&g), Some(&h)) = (groups.get(x), groups.get(y)) {
                            places.together.insert((g.min(h), g.max(h)));
                        }
                    }
                }
            }
        }
        for link in &alignment.links {
            let names = |s: u32, n: u32| {
                by_sentence.get(s as usize).and_then(|d| d.get(n as usize)).map_or(&[][..], Vec::as_slice)
            };
            let (in_a, in_b) = (names(link.a.source, link.a.sentence), names(link.b.source, link.b.sentence));
            let group = |source: u32, name: usize| {
                group_of.get(source as usize).and_then(|d| d.get(name)).copied().unwrap_or(u32::MAX)
            };
            for &x in in_a {
                let g = group(link.a.source, x);
                if in_b.iter().any(|&y| group(link.b.source, y) == g) {
                    continue;
                }
                for &y in in_b {
                    let h = group(link.b.source, y);
                    if in_a.iter().any(|&x| group(link.a.source, x) == h) {
                        continue;
                    }
                    let beside =
                        are_beside_the_same(documents, mentions, (link.a.source, x), (link.b.source, y));
                    *places.seen.entry((g.min(h), g.max(h))).or_default() |= beside;
                }
            }
        }
        places
    }

    /// True if one sentence contains both.
    fn in_one_sentence(&self, a: u32, b: u32) -> bool {
        self.together.contains(&(a.min(b), a.max(b)))
    }

    /// True if they are next to the same words; `None` if the two are never in linked sentences.
    fn of(&self, a: u32, b: u32) -> Option<bool> {
        self.seen.get(&(a.min(b), a.max(b))).copied()
    }
}

fn are_beside_the_same(
    documents: &[Document<'_>],
    mentions: &[Mentions],
    (s, x): (u32, usize),
    (t, y): (u32, usize),
) -> bool {
    let get = |d: u32, n: usize| Some((documents.get(d as usize)?, mentions.get(d as usize)?.names.get(n)?));
    let (Some((p, x)), Some((q, y))) = (get(s, x), get(t, y)) else { return false };
    let word = |document: &Document<'_>, token: Option<usize>| -> Option<String> {
        let token = token.filter(|&t| document.tokens().get(t).is_some_and(|t| t.is_word()))?;
        Some(document.folded(token).to_owned())
    };
    let same = |i: Option<usize>, j: Option<usize>| word(p, i).is_some_and(|w| word(q, j) == Some(w));
    same(x.tokens.start.checked_sub(1), y.tokens.start.checked_sub(1))
        || same(Some(x.tokens.end), Some(y.tokens.end))
}

/// Weighs the context of two groups, and limits what the letters may contribute alone. Returns the sum of both.
pub(super) fn weigh(groups: &[Group<'_>], i: usize, j: usize, letters: &Verdict, places: &Places) -> Context {
    let mut context = Context::default();
    let (Some(a), Some(b)) = (groups.get(i), groups.get(j)) else { return context };
    let mut odds = letters.log_odds;
    let identical = letters.relation == Relation::Identical;
    let variant = letters.relation == Relation::Variant;
    let shared = variant && share_a_word(a, b);
    let length = length_of_difference(a, b, letters);
    if !shared && length.is_some_and(|n| n <= 4) {
        odds = odds.min(weigh::MOST_FOR_SHORT);
    }
    let spelled_apart = shared && length.is_some() && a.kind == NameKind::Person;
    if spelled_apart {
        odds += weigh::SHARED_WORD;
        if is_slipped_given_name(a, b, letters) {
            odds += weigh::SLIPPED_GIVEN_NAME;
        }
    }
    if length.is_some_and(|n| n >= 7) {
        odds += weigh::LONG;
    }
    if let Some(beside) = places.of(i as u32, j as u32) {
        context.same_place = true;
        if shared {
            odds += weigh::SHARED_WORD_THERE;
        }
        odds += weigh::SAME_PLACE + if beside { weigh::SAME_NEIGHBOURS } else { 0.0 };
    }
    if a.titles.iter().any(|t| b.titles.contains(t)) {
        context.same_title = true;
        odds += weigh::SAME_TITLE;
    }
    if a.roles.iter().any(|r| b.roles.contains(r)) {
        context.same_role = true;
        odds += weigh::SAME_ROLE;
        if spelled_apart {
            odds += weigh::SHARED_WORD_AND_ROLE;
        }
    }
    if variant && context.same_place {
        if let Ground::OtherWord { a: x, b: y } = letters.ground {
            let office = context.same_title || context.same_role;
            let apart = a.documents.iter().all(|&(d, _)| b.names_in(d) == 0);
            if apart && (x > 0 && y > 0 || office) {
                odds += weigh::OTHER_WORD_THERE;
            }
        }
    }
    let in_one = || a.documents.iter().any(|&(d, _)| b.names_in(d) > 0);
    if variant && matches!(letters.ground, Ground::OtherWord { .. }) && in_one() {
        odds += weigh::OTHER_WORD_BOTH;
    }
    if variant && (is_thing_and_person(a, b) || is_thing_and_person(b, a)) {
        odds += weigh::OTHER_KIND;
    }
    odds += longer::against(a, b, letters);
    if a.gender != Gender::Unknown && b.gender != Gender::Unknown && a.gender != b.gender {
        odds += weigh::OTHER_GENDER;
    }
    if a.kind != b.kind && a.kind != NameKind::Other && b.kind != NameKind::Other {
        let person = a.kind == NameKind::Person || b.kind == NameKind::Person;
        let other = match letters.relation {
            _ if person => weigh::OTHER_KIND,
            Relation::Refinement => weigh::PLACE_OF_BODY,
            _ => weigh::PLACE_OR_BODY,
        };
        let words = a.form.parts().len();
        odds += match (identical && person, words) {
            (true, 1) => weigh::ALONE * other,
            (true, _) => weigh::IN_FULL * other,
            _ => other,
        };
    }
    let told = matches!(letters.ground, Ground::Told | Ground::ToldApart | Ground::Alias);
    if !told {
        let agree = matches!(letters.relation, Relation::Equivalent | Relation::Identical);
        let mut against = 0.0_f64;
        // A father and a son, if one document gives both names in full.
        let full = |g: &Group<'_>| g.form.parts().len() >= 2 + usize::from(generation(&g.form).is_some());
        let generations =
            generation(&a.form).is_some() != generation(&b.form).is_some() && full(a) && full(b);
        for &(d, in_a) in &a.documents {
            let in_b = b.names_in(d);
            if in_b > 0 {
                context.in_one = Some(d);
                against = against.min(match (agree, in_a.min(in_b)) {
                    _ if generations => weigh::BOTH_IN_ONE,
                    (true, _) => weigh::BOTH_OF_ONE,
                    (false, 1) if a.names.len().min(b.names.len()) == 1 => weigh::ONLY_SLIP,
                    (false, 1) => weigh::SLIP,
                    (false, _) => weigh::BOTH_IN_ONE,
                });
            }
        }
        if variant && context.in_one.is_some() && places.in_one_sentence(i as u32, j as u32) {
            against = weigh::IN_ONE_SENTENCE;
        }
        odds += against;
        if context.in_one.is_none() && letters.log_odds > weigh::SOME_EVIDENCE {
            odds += weigh::NEVER_TOGETHER;
        }
        if letters.log_odds > weigh::SOME_EVIDENCE
            && variant
            && a.names.len().min(b.names.len()) == 1
            && a.names.len().max(b.names.len()) >= 4
            && length.is_some_and(|n| n >= 6)
        {
            odds += weigh::RARE;
        }
        let central = |g: &Group<'_>| g.documents.iter().any(|d| d.1 >= 3);
        if context.in_one.is_none() && central(a) && central(b) {
            odds += weigh::BOTH_CENTRAL;
        }
    }
    let surname =
        |g: &Group<'_>| g.form.parts().len() == 1 && matches!(g.kind, NameKind::Person | NameKind::Other);
    let beside = context.same_place || context.same_title || context.same_role;
    let loose = (surname(a) || surname(b)) && (is_given_name_alone(a, b, letters) || is_far(a, b, letters));
    if variant && !told && !beside && (surname(a) && surname(b) || loose) {
        odds = odds.min(weigh::MOST_ALONE);
    }
    context.log_odds = odds;
    context
}

/// True for a word that always has an article ("the Mace"), and a person.
fn is_thing_and_person(thing: &Group<'_>, person: &Group<'_>) -> bool {
    let always = thing.usage.things as usize == thing.names.len();
    always && thing.kind != NameKind::Person && person.kind == NameKind::Person && person.usage.things == 0
}

/// True if a name of one word resembles the given name of a full one: two persons, or anybody.
fn is_given_name_alone(a: &Group<'_>, b: &Group<'_>, letters: &Verdict) -> bool {
    let Ground::Spelled { a: 0, b: 0 } = letters.ground else { return false };
    let words = |g: &Group<'_>| g.form.parts().len();
    let known = |g: &Group<'_>| g.form.parts().first().is_some_and(|p| p.begins.contains(TableId::GivenName));
    words(a).min(words(b)) == 1 && words(a).max(words(b)) > 1 && known(a) && known(b)
}

/// True for two words that differ by more than a slip of the hand and more than the spelling of a sound.
fn is_far(a: &Group<'_>, b: &Group<'_>, letters: &Verdict) -> bool {
    let Ground::Spelled { a: i, b: j } = letters.ground else { return false };
    let (Some(p), Some(q)) = (a.form.parts().get(i), b.form.parts().get(j)) else { return false };
    let (x, y) = (a.form.word(p), b.form.word(q));
    x.len().max(y.len()) <= LONGEST_FAR
        && edits::distance(x, y) > 1
        && !are_one_sound(a.form.letters(p), b.form.letters(q))
}

/// True if two names share a word of at least three letters.
fn share_a_word(a: &Group<'_>, b: &Group<'_>) -> bool {
    let words = |g: &Group<'_>| -> Vec<String> {
        let parts = g.form.parts().iter().filter(|p| g.form.letters(p).len() >= 3);
        parts.map(|p| g.form.word(p).to_owned()).collect()
    };
    let words_of_b = words(b);
    words(a).iter().any(|w| words_of_b.contains(w))
}

/// True for two given names of at least five letters, one edit apart, of which exactly one is known: a typing error.
fn is_slipped_given_name(a: &Group<'_>, b: &Group<'_>, letters: &Verdict) -> bool {
    const SHORTEST: usize = 5;
    let Ground::Spelled { a: 0, b: 0 } = letters.ground else { return false };
    let (Some(p), Some(q)) = (a.form.parts().first(), b.form.parts().first()) else { return false };
    let (x, y) = (a.form.word(p), b.form.word(q));
    let known = |part: &Part| part.begins.contains(TableId::GivenName);
    known(p) != known(q)
        && x.chars().count().min(y.chars().count()) >= SHORTEST
        && edits::distance(x, y) == 1
        && a.form.parts().len() > 1
        && b.form.parts().len() > 1
}

/// The number of letters in the shorter of the two words that differ.
fn length_of_difference(a: &Group<'_>, b: &Group<'_>, letters: &Verdict) -> Option<usize> {
    let Ground::Spelled { a: i, b: j } = letters.ground else { return None };
    let length = |g: &Group<'_>, n: usize| g.form.parts().get(n).map_or(0, |p| g.form.letters(p).len());
    Some(length(a, i).min(length(b, j)))
}
