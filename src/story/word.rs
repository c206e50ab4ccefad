//! Words as grouping weighs them, each worked out once in a long while: most words of an article stood in the ones before it.

use crate::id::Fingerprint;
use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::lexicon::{Lexicon, ShortWord, TableId};
use crate::story::frequency::Frequencies;
use crate::text::{Document, Shape, Token, stem};

/// Words remembered while a feed is read: a power of two, few enough to stay near the processor.
const MANY: usize = 1 << 14;

/// Words remembered for one article.
const FEW: usize = 1 << 8;

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    word: ShortWord,
    /// The hash of its term.
    term: u32,
    /// See [`Frequencies::level`].
    level: u16,
    counts: Counts,
}

/// Which tokens of a word count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Counts {
    #[default]
    Never,
    Always,
    /// Of words of grammar, only what is written like an acronym ("US", "WHO").
    IfUpper,
    /// Of words that can be months, what is written small ("march", "may").
    IfSmall,
}

impl Counts {
    fn of(self, token: &Token) -> bool {
        match self {
            Self::Never => false,
            Self::Always => true,
            Self::IfUpper => token.shape == Shape::Upper,
            Self::IfSmall => !token.is_capitalised(),
        }
    }
}

/// Looks words up, and remembers those met last: each has a place, which the next word of that place takes over. What is
/// remembered changes no answer.
#[derive(Debug)]
pub(super) struct Words<'l> {
    lexicon: &'l Lexicon,
    frequencies: &'static Frequencies,
    places: Vec<Known>,
    /// The words of each heading of roundups, which are looked for in every article.
    pub(super) roundups: Vec<Vec<&'l str>>,
    /// The terms of an article as they stand in it: room that is used again.
    pub(super) read: Vec<u64>,
}

impl<'l> Words<'l> {
    /// To read many articles.
    pub(super) fn of_a_feed(lexicon: &'l Lexicon) -> Self {
        Self::new(lexicon, MANY)
    }

    /// To read one article.
    pub(super) fn of_an_article(lexicon: &'l Lexicon) -> Self {
        Self::new(lexicon, FEW)
    }

    fn new(lexicon: &'l Lexicon, places: usize) -> Self {
        let places = vec![Known::default(); places];
        let roundups = lexicon.all_in(WordSet::Roundup).map(|heading| heading.split(' ').collect()).collect();
        Self { lexicon, frequencies: Frequencies::english(), places, roundups, read: Vec::new() }
    }

    pub(super) fn lexicon(&self) -> &'l Lexicon {
        self.lexicon
    }

    /// The term of a word or number, by its hash, and its level. `None` where it counts for nothing: words of grammar, names of
    /// days, what is nearly everywhere.
    #[inline]
    pub(super) fn term(&mut self, document: &Document<'_>, token: &Token) -> Option<(u32, u16)> {
        let (lexicon, frequencies) = (self.lexicon, self.frequencies);
        let know = |word| Known::of(word, document.word(token), lexicon, frequencies);
        let known = match document.short(token) {
            Some(word) => {
                let place = word.place(self.places.len());
                let known = self.places.get_mut(place)?;
                if known.word != word {
                    *known = know(word);
                }
                *known
            }
            None => know(ShortWord::default()),
        };
        known.counts.of(token).then_some((known.term, known.level))
    }
}

impl Known {
    #[cold]
    #[inline(never)]
    fn of(word: ShortWord, folded: &str, lexicon: &Lexicon, frequencies: &Frequencies) -> Self {
        let begins = lexicon.begins(folded);
        let term = hash(&stem(folded));
        let level = frequencies.level(term);
        let is_grammar = begins.contains(TableId::Stopword);
        let is_month = begins.is(Class::AmbiguousMonth);
        let counts = match () {
            () if level == 0 || folded.len() < 2 || begins.is(Class::CalendarWord) => Counts::Never,
            // No month is written in capitals and small at once.
            () if is_grammar && is_month => Counts::Never,
            () if is_grammar => Counts::IfUpper,
            () if is_month => Counts::IfSmall,
            () => Counts::Always,
        };
        Self { word, term, level, counts }
    }
}

/// The hash of a term. Two of a million terms that share one make two articles alike by chance, which no two words bring about.
pub(super) fn hash(term: &str) -> u32 {
    let value = Fingerprint::new().bytes(term).value();
    (value ^ (value >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;
    use crate::text;

    fn terms(text: &str, words: &mut Words<'_>) -> Vec<Option<(u32, u16)>> {
        let source = Source::new("a", text);
        let document = text::divide(&source, words.lexicon());
        document.tokens().iter().filter(|t| t.is_word()).map(|token| words.term(&document, token)).collect()
    }

    #[test]
    fn how_a_word_is_written_can_decide_whether_it_counts() {
        let lexicon = Lexicon::english();
        let mut words = Words::of_a_feed(&lexicon);
        for (text, counts) in [
            ("during", false),
            ("DURING", true),
            ("march", true),
            ("March", false),
            ("MARCH", false),
            ("tuesday", false),
            ("x", false),
            ("7", false),
            ("earthquakes", true),
            ("internationalisation", true),
        ] {
            // Twice: what is remembered of a word is not how it was written.
            for _ in 0..2 {
                assert_eq!(terms(text, &mut words)[0].is_some(), counts, "{text}");
            }
        }
        assert_eq!(terms("earthquakes", &mut words), terms("Earthquake", &mut words));
    }

    #[test]
    fn what_is_remembered_changes_nothing() {
        let lexicon = Lexicon::english();
        let (mut one, mut many) = (Words::new(&lexicon, 1), Words::of_a_feed(&lexicon));
        let text = "The dam at Tillia broke; DURING talks during which officials came in March march, and the dam's owners marched. The dam \
                    broke when the earthquake shook Tillia, and earthquakes shake dams in May, as they may.";
        for _ in 0..2 {
            assert_eq!(terms(text, &mut one), terms(text, &mut many));
        }
    }
}
