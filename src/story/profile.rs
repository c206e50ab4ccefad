//! Profiles: the terms that decide which story an article belongs to, with their weights. Whole numbers throughout, so that
//! every machine computes the same.

use std::cmp::Reverse;

use crate::story::word::Words;
use crate::text::{Document, Sentence, SentenceKind, Token, TokenKind};

/// Terms that are kept of one article; the rest weigh next to nothing.
const MOST: usize = 160;

/// Words at the end of a heading that may name who published it.
const SUFFIX: usize = 4;

/// The length of a profile as a vector.
const UNIT: u64 = 1 << 14;

/// What two articles with the same terms in the same measure are alike: the square of [`UNIT`].
pub(super) const SAME: u64 = UNIT * UNIT;

/// 1 + ln n, in sixteenths, of how often a term stands in an article; from the last one on it makes no difference.
const TIMES: [u32; 33] = [
    0, 16, 27, 34, 38, 42, 45, 47, 49, 51, 53, 54, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 65, 66, 67, 68,
    68, 69, 69, 70, 70, 71, 71,
];

/// The terms of an article by their hashes, in order, and their weights: a vector of length [`UNIT`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Profile {
    terms: Box<[u32]>,
    weights: Box<[u16]>,
}

impl Profile {
    /// Of a document. Boilerplate, datelines, the name of an outlet after a heading, days, and words of grammar count for nothing.
    pub(super) fn of(document: &Document<'_>, words: &mut Words<'_>) -> Self {
        let mut read = std::mem::take(&mut words.read);
        read.clear();
        for sentence in document.sentences().iter().filter(|s| s.kind != SentenceKind::Boilerplate) {
            for token in counted(document, sentence).iter().filter(|token| token.is_word()) {
                // A term and its level as one number, which sorts faster than two.
                read.extend(
                    words.term(document, token).map(|(term, level)| u64::from(term) << 16 | u64::from(level)),
                );
            }
        }
        read.sort_unstable();
        let weigh = |run: &[u64]| {
            let &term = run.first()?;
            let times = TIMES.get(run.len()).or(TIMES.last()).copied().unwrap_or_default();
            Some(((term >> 16) as u32, u64::from(times) * (term & 0xffff)))
        };
        let mut terms: Vec<(u32, u64)> = read.chunk_by(|a, b| a == b).filter_map(weigh).collect();
        words.read = read;
        if terms.len() > MOST {
            terms.select_nth_unstable_by_key(MOST, |&(term, weight)| (Reverse(weight), term));
            terms.truncate(MOST);
            terms.sort_unstable();
        }
        let length = terms.iter().map(|(_, weight)| weight * weight).sum::<u64>().isqrt().max(1);
        Self {
            terms: terms.iter().map(|t| t.0).collect(),
            weights: terms.iter().map(|t| (t.1 * UNIT / length).min(UNIT) as u16).collect(),
        }
    }

    /// The terms in the order of their hashes, with their weights.
    pub(super) fn terms(&self) -> impl Iterator<Item = (u32, u16)> {
        self.terms.iter().copied().zip(self.weights.iter().copied())
    }

    /// From what [`Profile::terms`] gave; `None` where the order is another.
    pub(super) fn from_terms(terms: &[(u32, u16)]) -> Option<Self> {
        let is_profile = terms.len() <= MOST
            && terms.windows(2).all(|pair| pair[0].0 < pair[1].0)
            && terms.iter().all(|term| u64::from(term.1) <= UNIT);
        is_profile.then(|| Self {
            terms: terms.iter().map(|term| term.0).collect(),
            weights: terms.iter().map(|term| term.1).collect(),
        })
    }

    /// The terms that weigh most, with their weights.
    pub(super) fn heaviest(&self, most: usize) -> impl Iterator<Item = (u32, u16)> {
        let least = self.least(most, &mut Vec::new());
        self.terms().filter(move |&(term, weight)| least.is_at_most(term, weight))
    }

    /// The last of so many terms, one or more, that weigh most. Uses `room` and leaves nothing of worth in it.
    pub(super) fn least(&self, most: usize, room: &mut Vec<u64>) -> Least {
        if most >= self.terms.len() {
            return Least(u64::MAX);
        }
        room.clear();
        room.extend(self.terms().map(|(term, weight)| Least::of(term, weight)));
        Least(*room.select_nth_unstable(most.saturating_sub(1)).1)
    }

    /// How much two articles are alike: 0 where they share no term, [`SAME`] where they share all in the same measure.
    pub(super) fn similarity(&self, other: &Self) -> u64 {
        let (mut a, mut b, mut sum) = (0, 0, 0);
        while let (Some(left), Some(right)) = (self.terms.get(a), other.terms.get(b)) {
            if left == right {
                let weight = |of: &Self, at: usize| of.weights.get(at).copied().map_or(0, u64::from);
                sum += weight(self, a) * weight(other, b);
            }
            let (left, right) = (*left, *right);
            a += usize::from(left <= right);
            b += usize::from(right <= left);
        }
        // Weights are rounded, so that an article can come out a little more than like itself.
        sum.min(SAME)
    }
}

/// A term by its weight, the heaviest first, and of those that weigh the same by its hash.
#[derive(Clone, Copy, Debug)]
pub(super) struct Least(u64);

impl Least {
    fn of(term: u32, weight: u16) -> u64 {
        u64::from(u16::MAX - weight) << 32 | u64::from(term)
    }

    /// True where this term weighs no more than another, or is the same.
    pub(super) fn is_at_most(self, term: u32, weight: u16) -> bool {
        Self::of(term, weight) <= self.0
    }
}

/// Places of [`Weights`]: a power of two, several times as many as there are terms in a profile, so that most are free.
const PLACES: usize = 1 << 11;

/// The weights of one profile by term, to compare it with many others: most of their terms are told from its own at a glance.
#[derive(Clone, Debug)]
pub(super) struct Weights {
    /// Terms and weights, each at the place of its last bits or at the next one that is free. No term weighs nothing.
    places: Box<[(u32, u16); PLACES]>,
    taken: Vec<u16>,
}

impl Default for Weights {
    fn default() -> Self {
        Self { places: Box::new([(0, 0); PLACES]), taken: Vec::new() }
    }
}

impl Weights {
    pub(super) fn set(&mut self, profile: &Profile) {
        for place in self.taken.drain(..) {
            self.places[usize::from(place) % PLACES] = (0, 0);
        }
        for (term, weight) in profile.terms().filter(|term| term.1 > 0) {
            let mut place = term as usize % PLACES;
            while self.places[place].1 > 0 {
                place = (place + 1) % PLACES;
            }
            self.places[place] = (term, weight);
            self.taken.push(place as u16);
        }
    }

    /// What [`Profile::similarity`] gives.
    pub(super) fn similarity(&self, other: &Profile) -> u64 {
        let mut sum = 0;
        for (term, of) in other.terms() {
            let (own, weight) = self.places[term as usize % PLACES];
            // Chosen and not branched on: whether a term is shared is what no processor foresees.
            sum += u64::from(if own == term { weight } else { 0 }) * u64::from(of);
            if own != term && weight > 0 {
                sum += u64::from(self.beyond(term)) * u64::from(of);
            }
        }
        sum.min(SAME)
    }

    /// The weight of a term whose place another has.
    #[cold]
    fn beyond(&self, term: u32) -> u16 {
        let mut place = (term as usize + 1) % PLACES;
        loop {
            match self.places[place] {
                (_, 0) => return 0,
                (own, weight) if own == term => return weight,
                _ => place = (place + 1) % PLACES,
            }
        }
    }
}

/// The tokens of a sentence, without the name of a publisher at its end.
fn counted<'d>(document: &'d Document<'_>, sentence: &Sentence) -> &'d [Token] {
    let end = match sentence.kind {
        SentenceKind::Heading => without_suffix(document, sentence),
        _ => sentence.tokens.end,
    };
    document.tokens().get(sentence.tokens.start..end).unwrap_or_default()
}

/// Where a heading ends without the name of its publisher: "Quake shakes Chile - Reuters", "... | The Morning Post".
fn without_suffix(document: &Document<'_>, heading: &Sentence) -> usize {
    let tokens = heading.tokens.clone();
    let Some(words) = document.tokens().get(tokens.clone()) else { return tokens.end };
    let is_break = |token: &Token| {
        matches!(token.sign, '-' | '–' | '—' | '|') && !stands_between(document.text(), token)
    };
    let Some(mark) = words.iter().rposition(is_break) else { return tokens.end };
    let suffix = words.get(mark + 1..).unwrap_or_default();
    let is_name = suffix.len() <= SUFFIX
        && suffix.first().is_some_and(Token::is_capitalised)
        && suffix.iter().all(|token| token.kind == TokenKind::Word);
    if is_name && mark > 2 { tokens.start + mark } else { tokens.end }
}

/// True of a mark with a letter right before it, as in "Paris-born".
fn stands_between(text: &str, mark: &Token) -> bool {
    text.get(..mark.span.start).is_some_and(|before| before.ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::source::Source;
    use crate::text;

    fn of(text: &str) -> Profile {
        let lexicon = Lexicon::english();
        let source = Source::new("a", text);
        Profile::of(&text::divide(&source, &lexicon), &mut Words::of_an_article(&lexicon))
    }

    #[test]
    fn an_article_is_like_itself() {
        let one = of("The dam at Tillia broke on Monday, and water flooded the market.");
        let same = one.similarity(&one);
        assert!(same > SAME * 98 / 100 && same <= SAME, "{same} of {SAME}");
        assert_eq!(one.similarity(&of("Shares of brewers rose.")), 0);
    }

    #[test]
    fn one_compared_with_many_is_as_similar() {
        let long = |seed: u32| -> Profile {
            let mut terms: Vec<(u32, u16)> =
                (0..MOST as u32).map(|n| (n.wrapping_mul(seed) % 700, 900 - n as u16)).collect();
            terms.sort_unstable();
            terms.dedup_by_key(|term| term.0);
            Profile::from_terms(&terms).unwrap_or_default()
        };
        let all =
            [long(3), long(7), long(1024), long(4099), Profile::default(), of("Shares of brewers rose.")];
        let mut weights = Weights::default();
        for a in &all {
            weights.set(a);
            for b in &all {
                assert_eq!(weights.similarity(b), a.similarity(b));
            }
        }
        assert!(all[0].similarity(&all[1]) > 0);
    }

    #[test]
    fn outlets_and_days_count_for_nothing() {
        let plain = of("Ferry sinks off Tillia harbour\n\nThe ferry sank on its way to Arlit.");
        for other in [
            "Ferry sinks off Tillia harbour - Reuters\n\nThe ferry sank on its way to Arlit.",
            "Ferry sinks off Tillia harbour | The Morning Post\n\nThe ferry sank on its way to Arlit.",
            "Ferry sinks off Tillia harbour\n\nThe ferry sank on Tuesday on its way to Arlit.",
            "Ferry sinks off Tillia harbour\n\nARLIT (Reuters) - The ferry sank on its way to Arlit.",
        ] {
            assert_eq!(of(other), plain, "{other}");
        }
        for other in [
            "Ferry sinks off Tillia harbour - 40 missing\n\nThe ferry sank on its way to Arlit.",
            "Ferry sinks off Tillia harbour\n\nThe ferry sank on its way to Agadez.",
        ] {
            assert_ne!(of(other), plain, "{other}");
        }
    }
}
