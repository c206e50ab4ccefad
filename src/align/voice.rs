//! Voices: who is named and who speaks in a sentence, and what words mean that differ in form.

use rustc_hash::FxHashMap;

use crate::align::term::term;
use crate::lexicon::{Lexicon, TableId};
use crate::math::ln;
use crate::mention::{Mentions, NameKind};
use crate::span::Span;
use crate::text::{Document, SentenceId};

/// A word or name for something that other words name, too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sense {
    /// Its meaning.
    meaning: u32,
    /// The word used here.
    word: u32,
    /// Its weight: ln(1 + sentences / sentences with this meaning).
    weight: f32,
}

/// The speakers, the first name and the senses in a sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Voices {
    /// The speakers whose words are reported.
    pub(super) speakers: Vec<u32>,
    /// The first person, place or organisation named.
    pub(super) subject: Option<u32>,
    /// The people and the places named.
    pub(super) persons: Vec<u32>,
    pub(super) places: Vec<u32>,
    /// Sorted by meaning, then word; without repetition.
    senses: Vec<Sense>,
}

impl Voices {
    pub(super) const NONE: Self = Self {
        speakers: Vec::new(),
        subject: None,
        persons: Vec::new(),
        places: Vec::new(),
        senses: Vec::new(),
    };

    /// The weight of the meanings that both express only in different words.
    pub(super) fn shared_senses(&self, other: &Self) -> f32 {
        let mut sum = 0.0;
        for these in self.senses.chunk_by(|a, b| a.meaning == b.meaning) {
            let Some(first) = these.first() else { continue };
            let mut those = other.senses.iter().filter(|s| s.meaning == first.meaning).peekable();
            if those.peek().is_some() && those.all(|s| these.iter().all(|t| t.word != s.word)) {
                sum += first.weight;
            }
        }
        sum
    }
}

/// The most speakers or senses in a sentence.
const MOST: usize = 12;

#[derive(Default)]
struct Numbers(FxHashMap<String, u32>);

impl Numbers {
    fn of(&mut self, name: &str) -> u32 {
        match self.0.get(name) {
            Some(&known) => known,
            None => {
                let next = self.0.len() as u32;
                self.0.insert(name.to_owned(), next);
                next
            }
        }
    }
}

/// The voices of the sentences that have any, in order. Linear.
pub(super) fn of_documents(
    documents: &[Document<'_>],
    mentions: &[Mentions],
    lexicon: &Lexicon,
) -> Vec<(SentenceId, Voices)> {
    let (mut names, mut meanings, mut words) = (Numbers::default(), Numbers::default(), Numbers::default());
    let mut all: Vec<(SentenceId, Voices)> = Vec::new();
    for (source, (document, mentions)) in documents.iter().zip(mentions).enumerate() {
        let first = all.len();
        let count = document.sentences().len();
        all.extend((0..count).map(|at| (SentenceId::new(source, at), Voices::default())));
        let voices = all.get_mut(first..).unwrap_or_default();
        // All names of a referent get the number of its fullest name's last word, which lets sources agree on it.
        let referents: Vec<u32> = mentions
            .referents
            .iter()
            .map(|r| mentions.names.get(r.fullest))
            .map(|name| match name {
                Some(name) => match &name.canonical {
                    Some(canonical) => names.of(canonical),
                    None => names.of(last_word(document, name.tokens.clone())),
                },
                None => names.of(""),
            })
            .collect();
        for name in &mentions.names {
            let Some((_, voice)) = voices.get_mut(name.sentence) else { continue };
            let number = referents.get(name.referent).copied();
            if voice.subject.is_none() {
                voice.subject = number;
            }
            let of_kind = match name.kind {
                NameKind::Person => Some(&mut voice.persons),
                NameKind::Place if !name.demonym => Some(&mut voice.places),
                _ => None,
            };
            if let Some((of_kind, number)) = of_kind.zip(number) {
                if of_kind.len() < MOST && !of_kind.contains(&number) {
                    of_kind.push(number);
                }
            }
            if let Some(canonical) = &name.canonical {
                let word = words.of(&term(last_word(document, name.tokens.clone())));
                sense(voice, meanings.of(canonical), word);
            }
        }
        let mut spoken = |sentence: usize, name: Option<usize>| {
            let number = name.and_then(|n| referents.get(mentions.names.get(n)?.referent).copied());
            if let (Some(number), Some((_, voice))) = (number, voices.get_mut(sentence)) {
                if voice.speakers.len() < MOST && !voice.speakers.contains(&number) {
                    voice.speakers.push(number);
                }
            }
        };
        for quote in &mentions.quotes {
            spoken(quote.sentence, quote.name);
        }
        for attribution in &mentions.attributions {
            spoken(attribution.sentence, attribution.source.and_then(|span| name_in(mentions, span)));
        }
        for (sentence, (_, voice)) in document.sentences().iter().zip(voices) {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let found = [TableId::Synonym, TableId::Counted].into_iter().find_map(|table| {
                    let begins = document.tokens().get(at)?.begins;
                    if begins.contains(table) { document.lookup(table, at, lexicon) } else { None }
                });
                match found {
                    Some((end, found)) => {
                        let word = words.of(&term(document.folded(at)));
                        sense(voice, meanings.of(&found.entry.canonical), word);
                        at = end.max(at + 1);
                    }
                    None => at += 1,
                }
            }
        }
    }
    weigh(&mut all, meanings.0.len());
    all
}

fn sense(voice: &mut Voices, meaning: u32, word: u32) {
    if voice.senses.len() < MOST {
        voice.senses.push(Sense { meaning, word, weight: 0.0 });
    }
}

fn weigh(all: &mut [(SentenceId, Voices)], meanings: usize) {
    let mut frequency = vec![0_u32; meanings];
    for (_, voice) in &mut *all {
        voice.senses.sort_unstable_by_key(|s| (s.meaning, s.word));
        voice.senses.dedup();
        for same in voice.senses.chunk_by(|a, b| a.meaning == b.meaning) {
            if let Some(count) = same.first().and_then(|s| frequency.get_mut(s.meaning as usize)) {
                *count += 1;
            }
        }
    }
    let sentences = all.len() as f32;
    for sense in all.iter_mut().flat_map(|(_, voice)| &mut voice.senses) {
        let count = frequency.get(sense.meaning as usize).copied().unwrap_or(1).max(1);
        sense.weight = ln(1.0 + sentences / count as f32);
    }
}

fn last_word<'d>(document: &'d Document<'_>, tokens: std::ops::Range<usize>) -> &'d str {
    document.folded(tokens.end.saturating_sub(1).max(tokens.start))
}

/// The first name within a span.
fn name_in(mentions: &Mentions, span: Span) -> Option<usize> {
    let after = mentions.names.partition_point(|n| n.span.start < span.start);
    mentions.names.get(after).is_some_and(|n| n.span.start < span.end).then_some(after)
}
