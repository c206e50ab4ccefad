//! Wording: the words that a document's writer chose freely, sentence by sentence, and how closely one sentence follows
//! another in them.
//!
//! Two reporters on one event share its names, numbers and quotations without copying, but not the order of the plain words
//! around them. So names, figures, dates and roles count little, and quoted words not at all.

use itertools::Itertools;
use rustc_hash::FxHashSet;

use crate::lexicon::TableId;
use crate::mention::Mentions;
use crate::span::Span;
use crate::text::{Document, Sentence, SentenceKind, Token, TokenKind};

/// Weights are in tenths of a word.
const CONTENT: u32 = 10;
const STOPWORD: u32 = 5;
/// Names, figures, dates, roles: given by the event to every writer.
const FACT: u32 = 3;

/// A sentence with less weight has no wording of its own.
pub(super) const LEAST_WEIGHT: u32 = 40;
/// The most words read in one sentence, which bounds the cost for a text without full stops.
const MOST_WORDS: usize = 120;
/// The length of a run of words that identifies speech.
const SPEECH_RUN: usize = 5;

/// A word chosen by the writer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) hash: u32,
    weight: u8,
    /// True if words were left out before it, which interrupts a run.
    parted: bool,
    pub(super) token: u32,
}

impl Word {
    pub(super) fn is_content(self) -> bool {
        u32::from(self.weight) == CONTENT
    }

    fn is_fact(self) -> bool {
        u32::from(self.weight) == FACT
    }
}

/// The words of one sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) words: Vec<Word>,
    /// The hashes of the words, in order.
    hashes: Vec<u32>,
    /// In tenths of a word.
    pub(super) weight: u32,
}

impl Line {
    /// Windows of this many words, without omissions, that contain at least two content words.
    pub(super) fn windows(&self, width: usize) -> impl Iterator<Item = &[Word]> {
        self.words.windows(width).filter(|words| {
            words.iter().skip(1).all(|word| !word.parted)
                && words.iter().filter(|word| word.is_content()).count() >= 2
        })
    }
}

/// The wording of a document, one line per sentence; a line without wording of its own is empty.
pub(super) struct Wording {
    pub(super) lines: Vec<Line>,
    /// The weight of all lines that are long enough to count, in tenths of a word.
    pub(super) weight: u32,
}

/// Runs of words that appear in quotation marks anywhere in the bundle: speech, whether marked or not.
pub(super) fn spoken(documents: &[Document<'_>], mentions: &[Mentions]) -> FxHashSet<u64> {
    let mut spoken = FxHashSet::default();
    for (document, mentions) in documents.iter().zip(mentions) {
        for quote in &mentions.quotes {
            let tokens = document.tokens().get(quote.tokens.clone()).unwrap_or_default();
            let words = tokens.iter().filter(|token| token.is_word());
            let hashes: Vec<u32> = words.map(|token| hash(document.folded_bytes(token))).collect();
            spoken.extend(hashes.windows(SPEECH_RUN).map(|run| run_hash(run.iter().copied())));
        }
    }
    spoken
}

impl Wording {
    pub(super) fn of(document: &Document<'_>, mentions: &Mentions, spoken: &FxHashSet<u64>) -> Self {
        let tokens = document.tokens();
        // The kind of each token: 1 for a fact, 2 for speech.
        let mut kinds = vec![0_u8; tokens.len()];
        let mut mark = |range: std::ops::Range<usize>, kind: u8| {
            for known in kinds.get_mut(range).into_iter().flatten() {
                *known = kind.max(*known);
            }
        };
        mentions.names.iter().for_each(|name| mark(name.tokens.clone(), 1));
        mentions.roles.iter().for_each(|role| mark(document.tokens_in(role.span), 1));
        mentions.dates.iter().for_each(|date| mark(document.tokens_in(date.span), 1));
        mentions.quotes.iter().for_each(|quote| mark(quote.tokens.clone(), 2));
        let mut embedded = None;
        let mut lines = Vec::with_capacity(document.sentences().len());
        for (at, sentence) in document.sentences().iter().enumerate() {
            if sentence.kind == SentenceKind::Boilerplate {
                lines.push(Line::default());
                continue;
            }
            if embedded.is_none_or(|(paragraph, _)| paragraph != sentence.paragraph) {
                embedded = Some((sentence.paragraph, is_post(document, at)));
            }
            let line = match embedded {
                Some((_, true)) => Line::default(),
                _ => line(document, sentence, &kinds, spoken),
            };
            lines.push(line);
        }
        let weight = lines.iter().map(|line| line.weight).filter(|&w| w >= LEAST_WEIGHT).sum();
        Self { lines, weight }
    }
}

/// True for a paragraph, given by its first sentence, that is a social media post and not the writer's: it ends with "Name
/// (@name)", or contains links as posts do.
fn is_post(document: &Document<'_>, first: usize) -> bool {
    let sentences = document.sentences().get(first..).unwrap_or_default();
    let Some(paragraph) = sentences.first().map(|sentence| sentence.paragraph) else { return false };
    let mut sentences = sentences.iter().take_while(|sentence| sentence.paragraph == paragraph);
    sentences.any(|sentence| {
        let text = sentence.span.slice(document.text());
        ["(@", "pic.twitter.com", "https://t.co/"].iter().any(|sign| text.contains(sign))
    })
}

fn line(document: &Document<'_>, sentence: &Sentence, kinds: &[u8], spoken: &FxHashSet<u64>) -> Line {
    let mut words = Vec::with_capacity(sentence.tokens.len());
    let mut parted = false;
    for at in sentence.tokens.clone() {
        let Some(token) = document.tokens().get(at) else { break };
        if !token.is_word() {
            continue;
        }
        let kind = kinds.get(at).copied().unwrap_or_default();
        if kind == 2 || words.len() == MOST_WORDS {
            parted = true;
            continue;
        }
        let folded = document.folded(at);
        // Whoever says "we" is speaking, with or without quotation marks.
        if is_first_person(folded, document.surface(at)) {
            return Line::default();
        }
        let first = at == sentence.tokens.start;
        let weight = if token.begins.contains(TableId::Stopword) || is_saying(folded) {
            STOPWORD
        } else if kind == 1 || token.kind == TokenKind::Number || (token.is_capitalised() && !first) {
            FACT
        } else {
            CONTENT
        };
        let hash = hash(document.folded_bytes(token));
        words.push(Word { hash, weight: weight as u8, parted, token: at as u32 });
        parted = false;
    }
    if is_notice(document, sentence) {
        return Line::default();
    }
    leave_out_speech(&mut words, spoken);
    let weight = words.iter().map(|word| u32::from(word.weight)).sum();
    let hashes = words.iter().map(|word| word.hash).sorted_unstable().collect();
    Line { words, hashes, weight }
}

/// Removes the words of runs that are in quotation marks elsewhere.
fn leave_out_speech(words: &mut Vec<Word>, spoken: &FxHashSet<u64>) {
    if spoken.is_empty() || words.len() < SPEECH_RUN {
        return;
    }
    let is_speech = |run: &[Word]| spoken.contains(&run_hash(run.iter().map(|word| word.hash)));
    let starts: Vec<bool> = words.windows(SPEECH_RUN).map(is_speech).collect();
    if !starts.contains(&true) {
        return;
    }
    let mut kept = Vec::with_capacity(words.len());
    let (mut until, mut parted) = (0, false);
    for (at, &word) in words.iter().enumerate() {
        if starts.get(at) == Some(&true) {
            until = at + SPEECH_RUN;
        }
        if at < until {
            parted = true;
            continue;
        }
        kept.push(Word { parted: word.parted || parted, ..word });
        parted = false;
    }
    *words = kept;
}

fn is_first_person(folded: &str, surface: &str) -> bool {
    match folded {
        "i" | "we" | "my" | "our" | "ours" | "me" | "i'm" | "i've" | "i'll" | "i'd" | "we're" | "we've"
        | "we'll" | "we'd" | "myself" | "ourselves" => true,
        "us" => surface == "us",
        _ => false,
    }
}

fn is_saying(folded: &str) -> bool {
    matches!(folded, "said" | "says" | "say" | "told" | "tells")
}

/// "Anyone with information is asked to call 555-0100", "She was last seen wearing a blue coat", "(Photo: Jane Doe, AP)":
/// worded by authorities, searchers or photo agencies, not by the reporter.
fn is_notice(document: &Document<'_>, sentence: &Sentence) -> bool {
    let tokens = sentence.tokens.clone();
    if document.folded(tokens.start) == "anyone" {
        return true;
    }
    let number = |at: usize| document.tokens().get(at).filter(|token| token.kind == TokenKind::Number);
    let digits = |at: usize| number(at).map(Token::length);
    let (mut looks, mut built) = (false, false);
    for at in tokens {
        match document.folded(at) {
            "described" | "seen" | "weighs" | "weighing" => looks = true,
            "tall" | "hair" | "pounds" | "lbs" | "wearing" => built = true,
            "photo" if matches!(document.folded(at + 1), ":" | "by") => return true,
            "photo" if matches!(document.folded(at.saturating_sub(1)), "file" | "ap" | "reuters" | "afp") => {
                return true;
            }
            "getty" if document.folded(at + 1) == "images" => return true,
            "-" if document.is_attached(at)
                && document.is_attached(at + 1)
                && digits(at.saturating_sub(1)) == Some(3)
                && digits(at + 1) == Some(4) =>
            {
                return true;
            }
            _ => {}
        }
    }
    looks && built
}

/// The hash of a word. Written out, because it decides which runs represent a line and must be the same on every machine.
pub(super) fn hash(bytes: &[u8]) -> u32 {
    let add = |hash: u64, &byte: &u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    (mixed(bytes.iter().fold(0xcbf2_9ce4_8422_2325, add)) >> 32) as u32
}

/// The hash of a run of words, from their hashes.
pub(super) fn run_hash(hashes: impl Iterator<Item = u32>) -> u64 {
    hashes.fold(0, |run, hash| mixed(run ^ u64::from(hash)))
}

fn mixed(hash: u64) -> u64 {
    (hash ^ hash >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// How closely two lines follow each other.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Likeness {
    /// The weight of the words that both have in the same order (their longest common subsequence), in tenths of a word.
    pub(super) shared: u32,
    /// Twice that divided by the weight of both, in [0, 1].
    pub(super) dice: f64,
    /// The longest shared run of words.
    pub(super) run: Run,
}

/// A run of words shared by two lines.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Run {
    /// The index of its first word in each line.
    pub(super) at: (usize, usize),
    pub(super) length: usize,
    /// The weight of its words, in tenths of a word; facts count six tenths.
    pub(super) weight: u32,
}

impl Run {
    /// Its span in a document.
    pub(super) fn span(&self, document: &Document<'_>, line: &Line, first: usize) -> Option<Span> {
        let words = line.words.get(first..first + self.length)?;
        let (first, last) = (words.first()?, words.last()?);
        Some(document.span(first.token as usize..last.token as usize + 1))
    }
}

/// Buffers for computing likeness, reused between pairs.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// The words of each line that the other also has, with their positions; all others can be left out of the table.
    one: Vec<(usize, Word)>,
    other: Vec<(usize, Word)>,
    /// A row of the table: the weight of the longest common subsequence, and the run that ends here.
    row: Vec<(u32, (usize, u32))>,
}

/// Compares two lines; `None` if either is too short. Cost: the lengths of the lines, plus the product of the numbers of
/// shared words, which are bounded.
pub(super) fn likeness(a: &Line, b: &Line, scratch: &mut Scratch) -> Option<Likeness> {
    if a.weight.min(b.weight) < LEAST_WEIGHT {
        return None;
    }
    let Scratch { one, other, row } = scratch;
    keep_common(a, b, one);
    keep_common(b, a, other);
    row.clear();
    row.resize(other.len() + 1, (0, (0, 0)));
    let mut best = Run::default();
    let mut above_at = usize::MAX;
    for &(i, x) in one.iter() {
        let follows = above_at.wrapping_add(1) == i && !x.parted;
        above_at = i;
        // The value of the row above in the previous column, and the value to the left in this row.
        let (mut corner, mut left) = ((0, (0, 0)), 0);
        let mut before = usize::MAX;
        for (&(j, y), cell) in other.iter().zip(row.iter_mut().skip(1)) {
            let above = *cell;
            *cell = if x.hash == y.hash {
                let value = if x.is_fact() || y.is_fact() { 6 } else { 10 };
                let goes_on = follows && before.wrapping_add(1) == j && !y.parted;
                let (length, weight) = if goes_on { corner.1 } else { (0, 0) };
                let run = (length + 1, weight + value);
                if run.1 > best.weight {
                    best = Run { at: (i + 1 - run.0, j + 1 - run.0), length: run.0, weight: run.1 };
                }
                (corner.0 + u32::from(x.weight.min(y.weight)), run)
            } else {
                (above.0.max(left), (0, 0))
            };
            (corner, left, before) = (above, cell.0, j);
        }
    }
    let shared = row.last().map_or(0, |cell| cell.0);
    let dice = 2.0 * f64::from(shared) / f64::from(a.weight + b.weight);
    Some(Likeness { shared, dice, run: best })
}

fn keep_common(line: &Line, other: &Line, kept: &mut Vec<(usize, Word)>) {
    let common =
        line.words.iter().enumerate().filter(|(_, word)| other.hashes.binary_search(&word.hash).is_ok());
    kept.clear();
    kept.extend(common.map(|(at, &word)| (at, word)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &str) -> Line {
        let word = |(at, word): (usize, &str)| Word {
            hash: hash(word.trim_start_matches('|').as_bytes()),
            weight: CONTENT as u8,
            parted: word.starts_with('|'),
            token: at as u32,
        };
        let words: Vec<Word> = words.split(' ').enumerate().map(word).collect();
        let hashes = words.iter().map(|word| word.hash).sorted_unstable().collect();
        Line { weight: CONTENT * words.len() as u32, hashes, words }
    }

    #[test]
    fn likeness_is_the_longest_common_subsequence_with_its_longest_run() {
        let found = |a: &str, b: &str| {
            let likeness = likeness(&line(a), &line(b), &mut Scratch::default()).unwrap_or_default();
            (likeness.shared / 10, likeness.run.length, likeness.run.at)
        };
        assert_eq!(found("a b c d e", "a b c d e"), (5, 5, (0, 0)));
        assert_eq!(found("a b x c d e", "a b y c d e"), (5, 3, (3, 3)), "words left out part a run");
        assert_eq!(found("c d e a b", "a b c d e"), (3, 3, (0, 2)), "in one order only");
        assert_eq!(found("a b |c d e", "a b c d e"), (5, 3, (2, 2)), "a quotation parts a run");
        assert_eq!(found("a a b b a a", "a b a z z"), (3, 2, (1, 0)));
        assert_eq!(found("p q r s", "a b c d"), (0, 0, (0, 0)));
        assert_eq!(found("a b c", "a b c"), (0, 0, (0, 0)), "too short to be anybody's wording");
    }
}
