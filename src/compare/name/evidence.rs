//! Evidence: what the letters of two names show, as numerical features that the fitted weights combine.

use std::sync::LazyLock;

use crate::compare::name::form::{Form, Gender, Part, PartKind};
use crate::compare::name::pairing::{Bond, Pairing, Words};
use crate::lexicon::{Lexicon, TableId};
use crate::math::{ln, ln_1p};
use crate::mention::NameKind;

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// The features of two names. The first five are mutually exclusive: all words are the same; all words are paired,
        /// but some are spelled differently; one name has more words; both have words of their own; they have no words in
        /// common.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Feature { $($(#[$doc])* $name,)* }

        impl Feature {
            /// All features, ordered by number.
            pub const ALL: &[Feature] = &[$(Feature::$name,)*];
        }
    };
}

features! {
    /// All words of both are the same.
    Same,
    /// All words of both have a partner; some are spelled differently.
    Spelled,
    /// One name has more words.
    Shorter,
    /// Each has words of its own.
    Clash,
    /// They have no words in common.
    Apart,
    /// The logarithm of the greatest distance between paired words, plus the excess of the other distances over 15
    /// hundredths: two words that hardly match are weaker evidence than one.
    Distance,
    /// Its excess over the value for a distance of 15 hundredths.
    Far,
    /// Its excess over the value for a distance of 40 hundredths.
    Farther,
    /// The sum of the logarithms of the other distances, each up to 15 hundredths.
    Further,
    /// The logarithm of the length of the words that differ most.
    Length,
    /// Those words have at most four letters.
    Short,
    /// They begin with different letters.
    OtherBeginning,
    /// The difference of their lengths.
    LengthDifference,
    /// One other word is the same.
    Beside,
    /// Two other words are the same.
    BesideTwo,
    /// The words that differ are last in both names, after another word.
    LastSpelled,
    /// The words that differ most differ in one letter and have at least five.
    OneLetter,
    /// The same, and another word is the same.
    OneLetterBeside,
    /// The same, and one of the names is recognisably an organisation.
    OneLetterBody,
    /// The words that differ are two different common given names.
    TwoGivenNames,
    /// Only one word is nearly the same, and the longer name ends with a different word.
    NearGivenName,
    /// A one-word name that is nearly the last word of a longer name.
    NearFamilyName,
    /// The number of words that only one name has, beyond the first.
    MoreWords,
    /// The shorter name contains the last word of the longer one.
    KeepsLast,
    /// The shorter name contains its first word.
    KeepsFirst,
    /// The shorter name contains both, and they are distinct.
    KeepsBoth,
    /// The shorter name is a single word.
    OneWord,
    /// The longer name has an additional number.
    MoreNumbers,
    /// One of them is recognisably an organisation.
    ShorterBody,
    /// The shared word is a place.
    SharedPlace,
    /// An initial stands for a word.
    Initial,
    /// A given name appears in its short form.
    Nickname,
    /// A word is the beginning of the other.
    Clipped,
    /// The same, and no other word is the same.
    ClippedAlone,
    /// One is the plural of the other.
    Plural,
    /// The words are in a different order.
    Reordered,
    /// How similar the most similar unpaired words are.
    ClashNear,
    /// The number of unpaired words on both sides, beyond the first.
    ClashMore,
    /// The number of shared words besides.
    ClashBeside,
    /// The last words of both are unpaired.
    ClashLast,
    /// The first words of both are unpaired.
    ClashFirst,
    /// The unpaired words are common given names.
    ClashGivenNames,
    /// One of the unpaired words is an initial.
    ClashInitial,
    /// One name has additional unpaired words.
    ClashLonger,
    /// The fraction of letters in shared words.
    Share,
    /// One of them is recognisably an organisation.
    ClashBody,
    /// How similar the most similar words of names without a common word are.
    ApartNear,
    /// Each is a single word.
    ApartOneWord,
    /// One is a common given name; the other is a single word and not one.
    ApartGivenName,
    /// Both are common given names.
    ApartGivenNames,
    /// Both have several words.
    ApartSeveral,
    /// They are in different scripts.
    Scripts,
    /// One of them consists of common words and may be a description of what the other names.
    Description,
    /// Titles or given names indicate a man and a woman.
    Genders,
    /// One has a company's legal form.
    LegalForm,
    /// Both have one, and they differ.
    OtherLegalForm,
    /// Numbers differ, while at least two words are the same.
    OtherNumbers,
}

/// The number of features.
pub const FEATURES: usize = Feature::ALL.len();

/// The feature values of two names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    values: [f32; FEATURES],
    /// Which features are not zero, as bits; most are.
    there: u64,
}

const _: () = assert!(FEATURES <= u64::BITS as usize);

impl Evidence {
    /// The value of a feature.
    pub fn get(&self, feature: Feature) -> f32 {
        self.values.get(feature as usize).copied().unwrap_or(0.0)
    }

    /// The nonzero features, ordered by number.
    #[inline]
    pub(super) fn there(&self) -> impl Iterator<Item = (usize, f32)> {
        let mut left = self.there;
        std::iter::from_fn(move || {
            let n = left.trailing_zeros() as usize;
            left &= left.wrapping_sub(1);
            self.values.get(n).map(|&value| (n, value))
        })
    }

    #[inline]
    fn set(&mut self, feature: Feature, value: f32) {
        if let Some(slot) = self.values.get_mut(feature as usize) {
            *slot = value;
            self.there |= 1 << feature as u64;
        }
    }

    #[inline]
    fn mark(&mut self, feature: Feature, holds: bool) {
        if holds {
            self.set(feature, 1.0);
        }
    }
}

/// What the paired words add up to.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Equal words with at least three letters.
    pub(super) equal: usize,
    /// The greatest distance, and the words that have it.
    pub(super) worst: Option<(u16, usize, usize)>,
    pub(super) initial: bool,
    pub(super) nickname: bool,
    pub(super) joined: bool,
    pub(super) clipped: bool,
    pub(super) plural: bool,
    /// For one-word proper names, which are often two names.
    pub(super) lone_plural: bool,
    pub(super) convention: bool,
    pub(super) place: bool,
    pub(super) acronym: bool,
    /// Two forms of a given name that spell the same sound.
    pub(super) respelled: Option<(usize, usize)>,
    /// A word is written as several, and also spelled differently.
    pub(super) rejoined: bool,
    further: f32,
    excess: f32,
    letters: usize,
    known_place: bool,
}

impl Tally {
    pub(super) fn new(a: &Form<'_>, b: &Form<'_>, pairing: &Pairing) -> Self {
        let mut tally = Self::default();
        for pair in pairing.pairs() {
            let (Some(p), Some(q)) = (a.parts().get(pair.a), b.parts().get(pair.b)) else { continue };
            let letters = a.letters(p).len();
            tally.letters += letters + b.letters(q).len();
            match pair.bond {
                Bond::Equal => {
                    tally.equal += usize::from(p.kind == PartKind::Word && letters >= 3);
                    tally.known_place |= p.begins.contains(TableId::Place);
                }
                Bond::Spelled(d) => {
                    tally.further += logarithm(d.min(NEAR));
                    tally.excess += (logarithm(d) - logarithm(NEAR)).max(0.0);
                    tally.worst = tally.worst.max(Some((d, pair.a, pair.b)));
                }
                Bond::Plural => tally.plural = true,
                Bond::Convention => tally.convention = true,
                Bond::Place => tally.place = true,
                Bond::Clipped => tally.clipped = true,
                Bond::Acronym => tally.acronym = true,
                Bond::Initial => tally.initial = true,
                Bond::Nickname => tally.nickname = true,
                Bond::SpelledNickname => {
                    // As certain as a short form.
                    tally.nickname = true;
                    tally.respelled = Some((pair.a, pair.b));
                }
                Bond::Joined => tally.joined = true,
                Bond::Rejoined(_) => tally.rejoined = true,
            }
        }
        let alone = a.parts().len() == 1 && b.parts().len() == 1;
        tally.lone_plural = tally.plural && alone && !is_of_several(a) && !is_of_several(b);
        if let Some((d, ..)) = tally.worst {
            tally.further -= logarithm(d.min(NEAR));
            tally.excess -= (logarithm(d) - logarithm(NEAR)).max(0.0);
        }
        tally
    }
}

/// True for a word that can be singular or plural: a common one, a team's, a people's.
fn is_of_several(form: &Form<'_>) -> bool {
    let tables = [TableId::Common, TableId::Counted, TableId::Role, TableId::Team];
    let in_table = |p: &Part| tables.iter().any(|&table| p.begins.contains(table));
    form.demonym || !form.text.starts_with(char::is_uppercase) || form.parts().iter().any(in_table)
}

/// The distance, in hundredths, up to which words are similar.
const NEAR: u16 = 15;

/// The logarithm of one plus a distance in fifths of a letter: the first differences count most.
fn logarithm(distance: u16) -> f32 {
    static TABLE: LazyLock<[f32; 256]> = LazyLock::new(|| std::array::from_fn(|d| ln_1p(d as f32 / 20.0)));
    TABLE.get(usize::from(distance)).copied().unwrap_or_else(|| ln_1p(f32::from(distance) / 20.0))
}

pub(super) fn gather(
    a: &Form<'_>,
    b: &Form<'_>,
    pairing: &Pairing,
    tally: &Tally,
    kind: NameKind,
    lexicon: &Lexicon,
) -> Evidence {
    use Feature as F;
    let mut found = Evidence { values: [0.0; FEATURES], there: 0 };
    let (in_a, in_b) = (pairing.only_a, pairing.only_b);
    let clashes = in_a.len().min(in_b.len());
    let more = in_a.len().max(in_b.len()) - clashes;
    let apart = pairing.pairs().is_empty();
    let body = kind == NameKind::Organisation || a.legal.is_some() || b.legal.is_some();
    found.mark(F::Genders, a.gender(lexicon).is_other(b.gender(lexicon)));
    found.mark(F::Description, a.common != b.common);
    if apart {
        found.set(F::Apart, 1.0);
        let single = |form: &Form<'_>| form.parts().len() == 1;
        let given =
            |form: &Form<'_>| form.parts().first().is_some_and(|p| p.begins.contains(TableId::GivenName));
        found.mark(F::Scripts, a.foreign != b.foreign);
        found.set(F::ApartNear, near(pairing.nearest));
        if single(a) && single(b) {
            found.set(F::ApartOneWord, 1.0);
            found.mark(F::ApartGivenName, given(a) != given(b));
            found.mark(F::ApartGivenNames, given(a) && given(b));
        }
        found.mark(F::ApartSeveral, !single(a) && !single(b));
        return found;
    }
    let shape = match (clashes, more, tally.worst) {
        (0, 0, None) => F::Same,
        (0, 0, Some(_)) => F::Spelled,
        (0, ..) => F::Shorter,
        _ => F::Clash,
    };
    found.set(shape, 1.0);
    if let Some((d, i, j)) = tally.worst {
        spelled(&mut found, a, b, (d, i, j), tally, body);
    }
    found.mark(F::Initial, tally.initial);
    found.mark(F::Nickname, tally.nickname);
    found.mark(F::Plural, tally.plural && !tally.lone_plural);
    found.mark(F::Reordered, pairing.reordered);
    if tally.clipped {
        found.mark(F::Clipped, tally.equal > 0);
        found.mark(F::ClippedAlone, tally.equal == 0);
    }
    if a.legal != b.legal {
        found.mark(F::OtherLegalForm, a.legal.is_some() && b.legal.is_some());
        found.mark(F::LegalForm, a.legal.is_none() || b.legal.is_none());
    }
    if clashes > 0 {
        clash(&mut found, a, b, pairing, tally, (clashes, more), body);
    } else if more > 0 {
        let longer = if in_a.is_empty() { (b, in_b) } else { (a, in_a) };
        shorter(&mut found, longer, pairing, tally, body);
    }
    found
}

/// The words that differ most, and their context.
fn spelled(
    found: &mut Evidence,
    a: &Form<'_>,
    b: &Form<'_>,
    (d, i, j): (u16, usize, usize),
    tally: &Tally,
    body: bool,
) {
    use Feature as F;
    let (Some(p), Some(q)) = (a.parts().get(i), b.parts().get(j)) else { return };
    let (x, y) = (a.letters(p), b.letters(q));
    let length = x.len().min(y.len());
    let log = logarithm(d);
    found.set(F::Distance, log + tally.excess);
    found.set(F::Far, (log - logarithm(NEAR)).max(0.0));
    found.set(F::Farther, (log - logarithm(40)).max(0.0));
    found.set(F::Further, tally.further.min(4.0));
    found.set(F::Length, ln(length as f32) - 1.7);
    found.mark(F::Short, length <= 4);
    found.mark(F::OtherBeginning, x.first() != y.first());
    found.set(F::LengthDifference, x.len().abs_diff(y.len()).min(4) as f32);
    found.mark(F::Beside, tally.equal == 1);
    found.mark(F::BesideTwo, tally.equal >= 2);
    let last = i > 0 && j > 0 && i + 1 == a.parts().len() && j + 1 == b.parts().len();
    found.mark(F::LastSpelled, last);
    if length >= 5 && is_one_letter(x, y) {
        found.set(F::OneLetter, 1.0);
        found.mark(F::OneLetterBeside, tally.equal > 0);
        found.mark(F::OneLetterBody, body);
    }
    let given = |p: &Part| p.begins.contains(TableId::GivenName);
    found.mark(F::TwoGivenNames, given(p) && given(q) && d > 22);
}

fn shorter(
    found: &mut Evidence,
    (long, only): (&Form<'_>, Words),
    pairing: &Pairing,
    tally: &Tally,
    body: bool,
) {
    use Feature as F;
    let word = |n: usize| long.parts().get(n).is_some_and(|p| p.kind == PartKind::Word);
    let first = (0..long.parts().len()).find(|&n| word(n)).is_some_and(|n| !only.contains(n));
    let last = (0..long.parts().len()).rev().find(|&n| word(n)).is_some_and(|n| !only.contains(n));
    let paired = pairing.pairs().len();
    found.set(F::MoreWords, only.len().saturating_sub(1).min(3) as f32);
    found.mark(F::KeepsBoth, first && last && paired >= 2);
    found.mark(F::KeepsLast, last && !(first && paired >= 2));
    found.mark(F::KeepsFirst, first && !last);
    found.mark(F::OneWord, paired == 1);
    let number = |n: usize| long.parts().get(n).is_some_and(|p| p.kind == PartKind::Number);
    found.mark(F::MoreNumbers, only.iter().any(number));
    found.mark(F::ShorterBody, body);
    found.mark(F::SharedPlace, paired == 1 && tally.known_place);
    if tally.worst.is_some() && paired == 1 {
        found.mark(F::NearGivenName, !last);
        found.mark(F::NearFamilyName, last);
    }
}

fn clash(
    found: &mut Evidence,
    a: &Form<'_>,
    b: &Form<'_>,
    pairing: &Pairing,
    tally: &Tally,
    (clashes, more): (usize, usize),
    body: bool,
) {
    use Feature as F;
    let (in_a, in_b) = (pairing.only_a, pairing.only_b);
    found.set(F::ClashNear, near(pairing.nearest));
    found.set(F::ClashMore, clashes.saturating_sub(1).min(3) as f32);
    found.set(F::ClashBeside, tally.equal.min(4) as f32);
    let is_last = |form: &Form<'_>, only: Words| only.last().is_some_and(|n| n + 1 == form.parts().len());
    found.mark(F::ClashLast, is_last(a, in_a) && is_last(b, in_b));
    found.mark(F::ClashFirst, in_a.contains(0) && in_b.contains(0));
    let kinds = |form: &Form<'_>, only: Words| -> (bool, bool) {
        let part = only.first().and_then(|n| form.parts().get(n));
        part.map_or((false, false), |p| (p.begins.contains(TableId::GivenName), p.kind == PartKind::Initial))
    };
    let ((given_a, initial_a), (given_b, initial_b)) = (kinds(a, in_a), kinds(b, in_b));
    found.mark(F::ClashGivenNames, given_a && given_b);
    found.mark(F::ClashInitial, initial_a || initial_b);
    found.set(F::ClashLonger, more.min(3) as f32);
    let letters = |form: &Form<'_>| form.parts().iter().map(|p| form.letters(p).len()).sum::<usize>();
    let all = (letters(a) + letters(b)).max(1);
    found.set(F::Share, tally.letters as f32 / all as f32);
    found.mark(F::ClashBody, body);
    let numbered = |form: &Form<'_>, only: Words| {
        only.iter().any(|n| form.parts().get(n).is_some_and(|p| p.kind == PartKind::Number))
    };
    found.mark(F::OtherNumbers, numbered(a, in_a) && numbered(b, in_b));
}

/// True if one letter is added, omitted, replaced, or swapped with the next.
fn is_one_letter(x: &[u8], y: &[u8]) -> bool {
    let front = x.iter().zip(y).take_while(|(p, q)| p == q).count();
    let (x, y) = (x.get(front..).unwrap_or(&[]), y.get(front..).unwrap_or(&[]));
    let back = x.iter().rev().zip(y.iter().rev()).take_while(|(p, q)| p == q).count();
    match (x.get(..x.len() - back), y.get(..y.len() - back)) {
        (Some([p, q]), Some([r, s])) => p == s && q == r,
        (Some(x), Some(y)) => x.len().max(y.len()) <= 1,
        _ => false,
    }
}

/// The similarity of unpaired words: 1 if they almost match, 0 if they have nothing in common.
fn near(distance: u16) -> f32 {
    f32::from(150_u16.saturating_sub(distance)) / 70.0
}

impl Gender {
    fn is_other(self, other: Self) -> bool {
        self != Gender::Unknown && other != Gender::Unknown && self != other
    }
}
