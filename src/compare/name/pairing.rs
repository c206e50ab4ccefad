//! Pairing: which words of two names match each other.

use crate::compare::name::derived;
use crate::compare::name::distance::{LONGEST, allowance, distance, is_one_sound};
use crate::compare::name::form::{Form, MOST_PARTS, Part, PartKind};
use crate::compare::name::plural::{is_long_plural, is_plural, is_plural_of_hiss, is_team_plural};
use crate::compare::name::rules::Costs;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::NameKind;

/// Words at a greater distance, in hundredths, are not paired.
pub(super) const FARTHEST: u16 = 80;
/// Distances above this are not computed.
const MEASURED: u16 = 100;
/// The distance assumed for words of which one is the beginning of the other, or which share their first three letters.
const CLIPPED: u16 = 45;
const BEGUN_ALIKE: u16 = 100;
/// The most that two different given names in the lexicon may differ.
const SAME_GIVEN_NAME: u16 = 22;
/// The penalty if they differ by more.
const OTHER_GIVEN_NAME: u16 = 30;
/// The penalty for two surnames in the lexicon.
const OTHER_SURNAME: u16 = 40;
/// The most that words written as one and as several may differ besides, and the least number of letters required.
const REJOINED: u16 = 42;
const LEAST_REJOINED: usize = 7;
/// The distance of unrelated words.
pub(super) const APART: u16 = 150;

/// Codes of letters used in endings.
pub(super) const A: u8 = 1;
pub(super) const E: u8 = 5;
const L: u8 = 12;
pub(super) const Y: u8 = 25;

/// The tables that a comparison uses.
#[derive(Clone, Copy, Debug)]
pub(super) struct Book<'l> {
    pub(super) costs: &'l Costs,
    pub(super) lexicon: &'l Lexicon,
}

/// Why two words match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bond {
    Equal,
    /// One sound in two spellings, or a typing error: their distance, in hundredths.
    Spelled(u16),
    Initial,
    Nickname,
    /// Two forms of a given name in the lexicon, with the same sound and similar length ("Jon", "John") or of two languages
    /// ("Pavel", "Pavlo").
    SpelledNickname,
    /// One ends with an additional `s`. Not for persons.
    Plural,
    /// British and American spelling.
    Convention,
    /// Two words for the same place ("US", "American").
    Place,
    /// One is the beginning of the other.
    Clipped,
    /// The initials of several words, written as one.
    Acronym,
    /// Two words on one side are written as one on the other.
    Joined,
    /// The same with different spellings ("Seif al-Din", "Saifeddine"): their distance, in hundredths.
    Rejoined(u16),
}

/// Matching words, as ranges of parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) bond: Bond,
}

/// A set of a name's words, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Words(u16);

impl Words {
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    pub(super) fn contains(self, n: usize) -> bool {
        n < 16 && self.0 & (1 << n) != 0
    }

    pub(super) fn first(self) -> Option<usize> {
        (!self.is_empty()).then_some(self.0.trailing_zeros() as usize)
    }

    pub(super) fn last(self) -> Option<usize> {
        (!self.is_empty()).then(|| 15 - self.0.leading_zeros() as usize)
    }

    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let n = left.trailing_zeros() as usize;
            left &= left.wrapping_sub(1);
            (n < 16).then_some(n)
        })
    }

    fn insert(&mut self, n: usize) {
        self.0 |= 1 << n.min(15);
    }

    fn remove(&mut self, n: usize) {
        self.0 &= !(1 << n.min(15));
    }
}

/// The paired words of two names.
#[derive(Debug)]
pub(super) struct Pairing {
    list: [Pair; MOST_PARTS],
    length: usize,
    /// Words without a partner.
    pub(super) only_a: Words,
    pub(super) only_b: Words,
    /// The least distance between unpaired words.
    pub(super) nearest: u16,
    /// True if the pairs are not in the same order.
    pub(super) reordered: bool,
}

impl Pairing {
    /// The pairs, in the order of the first name.
    pub(super) fn pairs(&self) -> &[Pair] {
        self.list.get(..self.length).unwrap_or(&[])
    }

    fn push(&mut self, a: usize, b: usize, bond: Bond) {
        if let Some(slot) = self.list.get_mut(self.length) {
            *slot = Pair { a, b, bond };
            self.length += 1;
        }
    }
}

/// Pairs the words of two names: first equal ones, then joined ones, then the nearest. At most 12 x 12 distances.
pub(super) fn pair(a: &Form<'_>, b: &Form<'_>, kind: NameKind, book: Book<'_>) -> Pairing {
    let mut out = Pairing {
        list: [Pair { a: 0, b: 0, bond: Bond::Equal }; MOST_PARTS],
        length: 0,
        only_a: Words::default(),
        only_b: Words::default(),
        nearest: APART,
        reordered: false,
    };
    let counts = |p: &Part| matches!(p.kind, PartKind::Word | PartKind::Initial | PartKind::Number);
    if let ([p], [q]) = (a.parts(), b.parts()) {
        if counts(p) && counts(q) {
            if a.letters(p) == b.letters(q) {
                out.push(0, 0, Bond::Equal);
            } else {
                out.only_a.insert(0);
                out.only_b.insert(0);
                nearest(a, b, kind, book, &mut out);
            }
            return out;
        }
    }
    for (j, _) in b.parts().iter().enumerate().filter(|(_, p)| counts(p)) {
        out.only_b.insert(j);
    }
    for (i, part) in a.parts().iter().enumerate().filter(|(_, p)| counts(p)) {
        let letters = a.letters(part);
        let equal =
            b.parts().iter().enumerate().find(|&(j, p)| out.only_b.contains(j) && b.letters(p) == letters);
        match equal {
            Some((j, _)) => {
                out.only_b.remove(j);
                out.push(i, j, Bond::Equal);
            }
            None => out.only_a.insert(i),
        }
    }
    if !out.only_a.is_empty() && !out.only_b.is_empty() {
        let particles = |form: &Form<'_>| form.parts().iter().any(|p| p.kind == PartKind::Particle);
        if out.only_a.len() + out.only_b.len() > 2 || particles(a) || particles(b) {
            join(a, b, &mut out, false);
            join(b, a, &mut out, true);
            if kind != NameKind::Organisation {
                let person = kind == NameKind::Person;
                rejoin(a, b, (book.costs, person), &mut out, false);
                rejoin(b, a, (book.costs, person), &mut out, true);
            }
            initials(a, b, &mut out, false);
            initials(b, a, &mut out, true);
        }
        nearest(a, b, kind, book, &mut out);
    }
    let length = out.length;
    if let Some(pairs) = out.list.get_mut(..length) {
        pairs.sort_unstable_by_key(|p| p.a);
    }
    out.reordered = out.pairs().windows(2).any(|w| matches!(w, [x, y] if x.b > y.b));
    out
}

/// Two to four words of `a` that `b` writes as one, with the particles before and between them ("van den Berg", "Vandenberg").
fn join(a: &Form<'_>, b: &Form<'_>, out: &mut Pairing, turned: bool) {
    let (several, one) = if turned { (out.only_b, out.only_a) } else { (out.only_a, out.only_b) };
    let particle = |n: usize| a.parts().get(n).is_some_and(|p| p.kind == PartKind::Particle);
    let takes = |n: usize| several.contains(n) || particle(n);
    let found = (0..a.parts().len()).find_map(|n| {
        let counts = (2..=4).take_while(|count| takes(n) && takes(n + count - 1));
        counts.filter(|count| several.contains(n + count - 1)).find_map(|count| {
            let joined = a.joined(n, n + count);
            let j = one.iter().find(|&j| b.parts().get(j).is_some_and(|p| b.letters(p) == joined))?;
            Some((n, count, j))
        })
    });
    let Some((n, count, j)) = found else { return };
    let (of_several, of_one) =
        if turned { (&mut out.only_b, &mut out.only_a) } else { (&mut out.only_a, &mut out.only_b) };
    let first = (n..n + count).find(|&n| of_several.contains(n)).unwrap_or(n);
    (n..n + count).for_each(|n| of_several.remove(n));
    of_one.remove(j);
    if turned {
        out.push(j, first, Bond::Joined);
    } else {
        out.push(first, j, Bond::Joined);
    }
}

/// Two to four words of `a`, with the particles between them, that `b` writes as one word of nearly the same sound, for
/// persons, whose names may begin with a particle, or with an article between. An article takes on the sound of the next word: "al-Din" is heard, and joined, as
/// "eddin".
fn rejoin(a: &Form<'_>, b: &Form<'_>, (costs, person): (&Costs, bool), out: &mut Pairing, turned: bool) {
    let (several, one) = if turned { (out.only_b, out.only_a) } else { (out.only_a, out.only_b) };
    let article = |n: usize| a.parts().get(n).is_some_and(|p| is_article(a, p));
    let particle = |n: usize| a.parts().get(n).is_some_and(|p| p.kind == PartKind::Particle);
    let word = |n: usize| {
        several.contains(n) && a.parts().get(n).is_some_and(|p| p.kind == PartKind::Word && !p.capitals)
    };
    let mut best: Option<(u16, usize, usize, usize)> = None;
    for from in (0..a.parts().len()).filter(|&n| word(n) || person && particle(n)) {
        for count in 2..=4 {
            let last = from + count - 1;
            let compound = person || (from + 1..last).any(article);
            if !(from + 1..last).all(|n| word(n) || particle(n)) || !word(last) || !compound {
                continue;
            }
            for j in one.iter() {
                let Some(part) = b.parts().get(j).filter(|p| p.kind == PartKind::Word && !p.capitals) else {
                    continue;
                };
                let single = b.letters(part);
                if single.len() < LEAST_REJOINED {
                    continue;
                }
                for assimilated in [false, true] {
                    let joined = as_one_word(a, from..last + 1, assimilated);
                    let plural = is_plural(&joined, single);
                    let found = word_distance(costs, &joined, single, REJOINED).filter(|_| !plural);
                    let found = found.map(|d| (d, from, count, j));
                    best = [best, found].into_iter().flatten().min();
                }
            }
        }
    }
    let Some((cost, from, count, j)) = best else { return };
    let bond = if cost == 0 { Bond::Joined } else { Bond::Rejoined(cost) };
    let (of_several, of_one) =
        if turned { (&mut out.only_b, &mut out.only_a) } else { (&mut out.only_a, &mut out.only_b) };
    let first = (from..from + count).find(|&n| of_several.contains(n)).unwrap_or(from);
    (from..from + count).for_each(|n| of_several.remove(n));
    of_one.remove(j);
    if turned {
        out.push(j, first, bond);
    } else {
        out.push(first, j, bond);
    }
}

/// The Arabic article.
fn is_article(form: &Form<'_>, part: &Part) -> bool {
    part.kind == PartKind::Particle && matches!(form.word(part), "al" | "el" | "ul")
}

/// The letters of adjacent words as one word; if `assimilated`, articles take on the sound of the next word.
fn as_one_word(form: &Form<'_>, parts: std::ops::Range<usize>, assimilated: bool) -> Vec<u8> {
    let mut letters = Vec::with_capacity(LONGEST);
    for n in parts {
        let Some(part) = form.parts().get(n) else { break };
        let own = form.letters(part);
        let article = is_article(form, part);
        let next = form.parts().get(n + 1).and_then(|p| form.letters(p).first());
        match (article && assimilated, own.first(), next) {
            (true, Some(&vowel), Some(&next)) => letters.extend([vowel, next]),
            _ => letters.extend_from_slice(own),
        }
    }
    letters.truncate(LONGEST);
    letters
}

/// A word in capitals made from the initials of several words in the other name ("JC", "Jean-Claude").
fn initials(a: &Form<'_>, b: &Form<'_>, out: &mut Pairing, turned: bool) {
    let (short, long) = if turned { (out.only_b, out.only_a) } else { (out.only_a, out.only_b) };
    let found = short.iter().find_map(|i| {
        let part = a.parts().get(i).filter(|p| p.capitals)?;
        let letters = a.letters(part);
        let begins = |n: usize, letter: u8| {
            long.contains(n) && b.parts().get(n).is_some_and(|p| b.letters(p).first() == Some(&letter))
        };
        let count = letters.len();
        let at = (0..MOST_PARTS).find(|&at| {
            (2..=4).contains(&count) && letters.iter().enumerate().all(|(k, &letter)| begins(at + k, letter))
        })?;
        Some((i, at, count))
    });
    let Some((i, at, count)) = found else { return };
    let (of_short, of_long) =
        if turned { (&mut out.only_b, &mut out.only_a) } else { (&mut out.only_a, &mut out.only_b) };
    of_short.remove(i);
    for n in at..at + count {
        of_long.remove(n);
    }
    if turned {
        out.push(at, i, Bond::Acronym);
    } else {
        out.push(i, at, Bond::Acronym);
    }
}

fn nearest(a: &Form<'_>, b: &Form<'_>, kind: NameKind, book: Book<'_>, out: &mut Pairing) {
    if let (1, 1, Some(i), Some(j)) =
        (out.only_a.len(), out.only_b.len(), out.only_a.first(), out.only_b.first())
    {
        let (Some(p), Some(q)) = (a.parts().get(i), b.parts().get(j)) else { return };
        match bond(a, p, b, q, kind, book) {
            Some((cost, bond)) if cost <= FARTHEST => {
                out.only_a.remove(i);
                out.only_b.remove(j);
                out.push(i, j, bond);
            }
            Some((cost, _)) => out.nearest = cost,
            None => {}
        }
        return;
    }
    // Each distance is computed once.
    let mut costs: [[Option<(u16, Bond)>; MOST_PARTS]; MOST_PARTS] = [[None; MOST_PARTS]; MOST_PARTS];
    for (i, row) in costs.iter_mut().enumerate().filter(|(i, _)| out.only_a.contains(*i)) {
        for (j, cell) in row.iter_mut().enumerate().filter(|(j, _)| out.only_b.contains(*j)) {
            if let (Some(p), Some(q)) = (a.parts().get(i), b.parts().get(j)) {
                *cell = bond(a, p, b, q, kind, book);
            }
        }
    }
    while !out.only_a.is_empty() && !out.only_b.is_empty() {
        let mut best: Option<(u16, usize, usize, usize, Bond)> = None;
        for i in out.only_a.iter() {
            for j in out.only_b.iter() {
                let Some((cost, bond)) = costs.get(i).and_then(|r| r.get(j)).copied().flatten() else {
                    continue;
                };
                if best.is_none_or(|b| (cost, i.abs_diff(j), i, j) < (b.0, b.1, b.2, b.3)) {
                    best = Some((cost, i.abs_diff(j), i, j, bond));
                }
            }
        }
        let Some((cost, _, i, j, bond)) = best else { return };
        if cost > FARTHEST {
            out.nearest = cost;
            return;
        }
        out.only_a.remove(i);
        out.only_b.remove(j);
        out.push(i, j, bond);
    }
}

fn bond(
    a: &Form<'_>,
    p: &Part,
    b: &Form<'_>,
    q: &Part,
    kind: NameKind,
    book: Book<'_>,
) -> Option<(u16, Bond)> {
    let (x, y) = (a.letters(p), b.letters(q));
    if kind != NameKind::Person && p.begins.contains(TableId::Team) && q.begins.contains(TableId::Team) {
        let teams = book.lexicon.table(TableId::Team);
        if teams.share_of(a.word(p), b.word(q), |class| class != "team") {
            return Some((3, Bond::Place));
        }
    }
    if p.kind == PartKind::Number || q.kind == PartKind::Number {
        return is_number_of(a.word(p), b.word(q)).then_some((CLIPPED, Bond::Clipped));
    }
    if p.kind == PartKind::Initial || q.kind == PartKind::Initial {
        return (x.first() == y.first()).then_some((10, Bond::Initial));
    }
    if kind != NameKind::Place && p.begins.contains(TableId::Surname) && q.begins.contains(TableId::Surname) {
        let d = word_distance(book.costs, x, y, MEASURED)? + OTHER_SURNAME;
        return Some((d, Bond::Spelled(d)));
    }
    // "Cheney", "Kanye": a surname and a given name with another beginning.
    let only = |p: &Part, table, other| p.begins.contains(table) && !p.begins.contains(other);
    let crossed = |p: &Part, q: &Part| {
        only(p, TableId::Surname, TableId::GivenName) && only(q, TableId::GivenName, TableId::Surname)
    };
    if x.first() != y.first() && (crossed(p, q) || crossed(q, p)) {
        return None;
    }
    let plain = |p: &Part| {
        [TableId::Common, TableId::Counted, TableId::Role].iter().any(|&table| p.begins.contains(table))
    };
    if is_plural(x, y) && (plain(p) || plain(q) || is_team_plural(a, p, b, q)) || is_plural_of_hiss(x, y) {
        return Some((8, Bond::Plural));
    }
    if kind != NameKind::Person {
        // In a long name, a singular and a plural make different organisations ("Board of Inquiry", "Board of Inquiries"),
        // unless the names differ in more than that ("Apple Watch Edition", "Apple Watches").
        let whole = |form: &Form<'_>, part: &Part| {
            (form.parts().len(), form.parts().iter().position(|p| std::ptr::eq(p, part)))
        };
        let is_brief = || a.parts().len() <= 2 && b.parts().len() <= 2;
        let is_several = || is_brief() || kind != NameKind::Organisation || whole(a, p) != whole(b, q);
        if is_plural(x, y) || is_long_plural(x, y) && is_several() {
            return Some((8, Bond::Plural));
        }
        if x.first() == y.first()
            && x.len().abs_diff(y.len()) <= 2
            && book.lexicon.table(TableId::Spelling).share(a.word(p), b.word(q))
        {
            return Some((2, Bond::Convention));
        }
        let leads =
            |form: &Form<'_>, part: &Part| form.parts().last().is_some_and(|last| !std::ptr::eq(last, part));
        if leads(a, p) && leads(b, q) && derived::is_adjective_of(x, y) {
            return Some((3, Bond::Place));
        }
    }
    if kind != NameKind::Person && p.begins.contains(TableId::Place) && q.begins.contains(TableId::Place) {
        let places = book.lexicon.table(TableId::Place);
        match (places.get_folded(a.word(p)), places.get_folded(b.word(q))) {
            (Some(s), Some(t)) if s.canonical == t.canonical => return Some((3, Bond::Place)),
            (Some(_), Some(_)) => return None,
            _ => {}
        }
    }
    if p.begins.contains(TableId::Nickname) && q.begins.contains(TableId::Nickname) {
        let table = book.lexicon.table(TableId::Nickname);
        // "Pavel" and "Pavlo" are one name in two languages; alone they are two.
        if table.share_of(a.word(p), b.word(q), |class| class == "tongue") {
            let alone = a.parts().len() == 1 || b.parts().len() == 1;
            let near = word_distance(book.costs, x, y, SAME_GIVEN_NAME).is_some();
            if !alone && !near {
                return Some((11, Bond::SpelledNickname));
            }
        }
        if table.share_of(a.word(p), b.word(q), |class| class != "tongue") {
            // "Jon" is not shorter than "John": one name, spelled two ways.
            let spelled = are_spellings(book.costs, x, y);
            return Some((11, if spelled { Bond::SpelledNickname } else { Bond::Nickname }));
        }
    }
    let known = p.begins.contains(TableId::GivenName) && q.begins.contains(TableId::GivenName);
    if known {
        let table = book.lexicon.table(TableId::GivenName);
        match (table.get_folded(a.word(p)), table.get_folded(b.word(q))) {
            (Some(s), Some(t)) if s.canonical == t.canonical => return Some((10, Bond::Spelled(10))),
            (Some(s), Some(t)) if are_of_two_genders(&s.class, &t.class) => return None,
            // Two names that many people have, unless they sound alike.
            (Some(_), Some(_)) => {
                let apart = |d: u16| if d > SAME_GIVEN_NAME { d + OTHER_GIVEN_NAME } else { d };
                return word_distance(book.costs, x, y, MEASURED).map(apart).map(|d| (d, Bond::Spelled(d)));
            }
            _ => {}
        }
    }
    // "alBaghdadi" in a hashtag is "Baghdadi" with its article.
    let words = |form: &Form<'_>| form.parts().iter().filter(|p| p.kind != PartKind::Particle).count();
    if words(a) == 1 && words(b) == 1 && (is_with_article(x, y) || is_with_article(y, x)) {
        return Some((2, Bond::Joined));
    }
    let spelled = word_distance(book.costs, x, y, MEASURED);
    let shared = x.iter().zip(y).take_while(|(c, d)| c == d).count();
    if shared >= 3 && spelled.is_none_or(|d| d > CLIPPED) {
        if shared == x.len().min(y.len()) {
            return Some((CLIPPED, Bond::Clipped));
        }
        return Some((
            spelled.unwrap_or(MEASURED).min(BEGUN_ALIKE),
            Bond::Spelled(spelled.unwrap_or(MEASURED).min(BEGUN_ALIKE)),
        ));
    }
    spelled.map(|d| (d, Bond::Spelled(d)))
}

/// True for a word of at least six letters after the Arabic article, without a space.
fn is_with_article(long: &[u8], short: &[u8]) -> bool {
    const LEAST: usize = 6;
    let article = [[A, L], [E, L]].iter().any(|article| long.strip_prefix(article) == Some(short));
    article && short.len() >= LEAST
}

/// True if one is the other's number without the letters before it ("XR2904", "2904").
fn is_number_of(x: &str, y: &str) -> bool {
    let (long, short) = if x.len() > y.len() { (x, y) } else { (y, x) };
    let code = long.strip_suffix(short).unwrap_or("");
    short.len() >= 2
        && short.bytes().all(|b| b.is_ascii_digit())
        && matches!(code.len(), 1..=3)
        && code.bytes().all(|b| b.is_ascii_alphabetic())
}

/// True for two forms of a given name that spell the same sound, neither the beginning of the other.
fn are_spellings(costs: &Costs, x: &[u8], y: &[u8]) -> bool {
    x.len().abs_diff(y.len()) <= 1
        && !x.starts_with(y)
        && !y.starts_with(x)
        && is_one_sound(costs, x, y)
        && word_distance(costs, x, y, SAME_GIVEN_NAME).is_some()
}

fn are_of_two_genders(x: &str, y: &str) -> bool {
    matches!((x, y), ("male", "female") | ("female", "male"))
}

/// The consonant classes in a word, as bits: labials, sounds made with the tongue, nasals, `l`, `r`. Letters that a rule
/// treats as one sound are in one class; `h`, `w` and `y` are ignored.
fn classes(word: &[u8]) -> u8 {
    const LIPS: u8 = 1;
    const TONGUE: u8 = 2;
    const NOSE: u8 = 4;
    const L: u8 = 8;
    const R: u8 = 16;
    const CLASS: [u8; 32] = {
        let mut class = [0; 32];
        let groups: [(&[u8], u8); 5] =
            [(b"bfpv", LIPS), (b"cdgjkqstxz", TONGUE), (b"mn", NOSE), (b"l", L), (b"r", R)];
        let mut g = 0;
        while g < groups.len() {
            let mut n = 0;
            while n < groups[g].0.len() {
                class[(groups[g].0[n] - b'a' + 1) as usize] = groups[g].1;
                n += 1;
            }
            g += 1;
        }
        class
    };
    word.iter().fold(0, |all, &code| all | CLASS.get(usize::from(code)).copied().unwrap_or(0))
}

/// The distance of two words in hundredths, normalised for their length; `None` above `farthest`.
pub(super) fn word_distance(costs: &Costs, x: &[u8], y: &[u8], farthest: u16) -> Option<u16> {
    if x == y {
        return Some(0);
    }
    let shorter = x.len().min(y.len());
    if x.len().abs_diff(y.len()) > 2 + shorter / 2 {
        return None;
    }
    // Each consonant class that only one of them has costs about a letter.
    let differ = (classes(x) ^ classes(y)).count_ones();
    if differ > 2 || differ == 2 && shorter <= 5 {
        return None;
    }
    let allowed = u32::from(allowance(shorter));
    let limit = (u32::from(farthest) * allowed / 100) as u16;
    let cost = distance(costs, x, y, limit)?;
    Some((u32::from(cost) * 100 / allowed) as u16)
}
