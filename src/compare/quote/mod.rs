//! Comparison of quotations of one speaker on one occasion.
//!
//! Only the words between the marks are compared: case, punctuation, spelling convention, contractions and an editor's words
//! in brackets make no difference. The result is one of four: the same words; a part of the same words; the same utterance
//! worded two ways, by a local alignment of words (Smith and Waterman 1981); a different utterance.

mod alignment;
mod word;

use std::cmp::Ordering;

pub use alignment::Alignment as WordAlignment;

use alignment::align_words;
use word::{Word, joined, words};

use crate::compare::{Judgement, Level};
use crate::fold::fold;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::clause::verb;
use crate::span::Span;

/// How certain a judgement on two quotations is.
mod sure {
    /// The same letters; the same words with different punctuation.
    pub(super) const SAME: f64 = 0.99;
    pub(super) const SAME_WORDS: f64 = 0.97;
    /// The same except for small words at the ends; and if they have only one content word.
    pub(super) const TRIMMED: f64 = 0.95;
    pub(super) const ONE_WORD: f64 = 0.8;
    /// One is a part of the other, by its number of content words: a single word may be quoted from anything, five from
    /// little else.
    pub(super) const PART: [f64; 4] = [0.5, 0.8, 0.9, 0.95];
    /// A part without its "not" or "must": the writer may say outside the quotation marks what was cut.
    pub(super) const LOST_FORCE: f64 = 0.75;
    /// Two parts of one utterance that overlap; and that meet only at their ends.
    pub(super) const OVERLAPPING: f64 = 0.8;
    pub(super) const MEETING: f64 = 0.75;
    /// They differ only in an editor's change, or in grammatical person.
    pub(super) const EDITED: f64 = 0.85;
    /// One utterance in two wordings: the starting value, what the share of common words and each word of the longest shared
    /// run add, and the maximum.
    pub(super) const REWORDED: f64 = 0.35;
    pub(super) const OF_SHARED: f64 = 0.6;
    pub(super) const OF_RUN: f64 = 0.01;
    pub(super) const MOST_REWORDED: f64 = 0.95;
    /// The maximum if only one is negated: possibly a misquotation, more likely another sentence.
    pub(super) const DENIED: f64 = 0.6;
    /// The same for two translations, by the evidence that they are: they may share few words.
    pub(super) const TRANSLATED: f64 = 0.4;
    pub(super) const OF_SUPPORT: f64 = 0.5;
    pub(super) const MOST_TRANSLATED: f64 = 0.85;
}

/// Evidence that two quotations are translations of one, besides the share of common words: each pair of synonyms, and equal
/// force.
const KIN_WORD: f64 = 0.1;
const SAME_FORCE: f64 = 0.1;
/// The least evidence for quotations of few words, and of more: two speakers on one topic share that many by chance.
const FEW_WORDS: usize = 8;
const LEAST_OF_FEW: f64 = 0.35;
const LEAST_OF_MANY: f64 = 0.45;
/// The least if only one of them is negated.
const LEAST_OF_DENIED: f64 = 0.6;
/// The share of common words from which short quotations can be one utterance, the share from which they need no long run,
/// and the share for longer ones, for which a run is evidence enough.
const SHORT: f64 = 0.6;
const SHORT_IN_PIECES: f64 = 0.7;
const LONG: f64 = 0.55;

/// Compares the words of two quotations, given as the text between the marks; `None` if they are different utterances, or
/// share too little to tell (see [`compare_translated`]). Relation and confidence do not depend on the order. Quadratic in
/// the number of words, bounded.
///
/// ```
/// use testimonia::{Lexicon, Relation, compare::quote};
///
/// let lexicon = Lexicon::english();
/// let here = "We will stand by the entire region, whatever it costs";
/// let there = "We will stand by the whole region, whatever it costs.";
/// let judgement = quote::compare(here, there, &lexicon).unwrap();
/// assert_eq!(judgement.relation, Relation::Variant);
/// assert_eq!(judgement.reason, "one utterance worded two ways: \"entire\" here, \"whole\" there");
/// ```
pub fn compare(a: &str, b: &str, lexicon: &Lexicon) -> Option<Judgement> {
    compare_utterances(&Utterance::read(a, lexicon), &Utterance::read(b, lexicon))
}

/// The words of a quotation, parsed once for all comparisons.
#[derive(Clone, Debug)]
pub struct Utterance<'t> {
    text: &'t str,
    bare: String,
    words: Vec<Word<'t>>,
}

impl<'t> Utterance<'t> {
    /// Parses the words between the marks. Linear.
    pub fn read(text: &'t str, lexicon: &Lexicon) -> Self {
        Self { text, bare: bare(text), words: words(text, lexicon) }
    }

    /// The number of words.
    pub fn length(&self) -> usize {
        self.words.len()
    }
}

/// Like [`compare`], for parsed quotations.
pub fn compare_utterances(a: &Utterance<'_>, b: &Utterance<'_>) -> Option<Judgement> {
    if a.bare == b.bare {
        return (!a.bare.is_empty()).then(|| Judgement::new(Level::Same, sure::SAME, "the same words"));
    }
    let (x, y) = (joined(&a.words, &b.words), joined(&b.words, &a.words));
    let (a, b) = (&x[..], &y[..]);
    if a.is_empty() || b.is_empty() {
        return None;
    }
    same_words(a, b).or_else(|| part(a, b)).or_else(|| overlap(a, b)).or_else(|| altered(a, b))
}

/// Compares two quotations that other evidence says are one utterance (the same speaker, occasion and position in linked
/// sentences), since two translations of it may share few words. `None` unless they share at least one content word or the
/// force of the sentence.
pub fn compare_translated(a: &Utterance<'_>, b: &Utterance<'_>, lexicon: &Lexicon) -> Option<Judgement> {
    if let Some(judgement) = compare_utterances(a, b) {
        return Some(judgement);
    }
    let (x, y) = (joined(&a.words, &b.words), joined(&b.words, &a.words));
    let (x, y) = (&x[..], &y[..]);
    let (short, long) = (x.len().min(y.len()), x.len().max(y.len()));
    // Translations have similar lengths.
    if short < 3 || long > 2 * short + 3 {
        return None;
    }
    let alignment = align_words(x, y);
    let akin = akin(x, y, lexicon);
    let force = (x.iter().any(Word::is_obligation) && y.iter().any(Word::is_obligation))
        || (x.iter().any(Word::is_negation) && y.iter().any(Word::is_negation));
    // A single shared word is not a sign of one utterance, unless both have the same force.
    let least = if force { 1 } else { 2 };
    if alignment.common + akin < least || alignment.differences.is_empty() {
        return None;
    }
    let least = if short <= FEW_WORDS { LEAST_OF_FEW } else { LEAST_OF_MANY };
    let same_force = x.iter().any(Word::is_negation) == y.iter().any(Word::is_negation);
    let support = alignment.shared + KIN_WORD * akin as f64 + if force { SAME_FORCE } else { 0.0 };
    if support < least || !same_force && support < LEAST_OF_DENIED {
        return None;
    }
    let confidence = (sure::TRANSLATED + sure::OF_SUPPORT * support).min(sure::MOST_TRANSLATED);
    let reason =
        format!("one utterance in two translations: {}", told(&alignment.differences, a.text, b.text));
    Some(Judgement::new(Level::Reworded, confidence, reason))
}

/// The words that two quotations share, and where they differ. Quadratic in the number of words, bounded.
pub fn align(a: &Utterance<'_>, b: &Utterance<'_>) -> WordAlignment {
    align_words(&joined(&a.words, &b.words), &joined(&b.words, &a.words))
}

/// True for two quotations of a few words that each have something of their own: only a link could make them one utterance.
pub fn are_scraps(a: &Utterance<'_>, b: &Utterance<'_>) -> bool {
    const FEW: usize = 7;
    let short = a.length().min(b.length());
    if short > FEW {
        return false;
    }
    let matched = align(a, b).matched;
    short > matched + 1 && 3 * matched < a.length() + b.length()
}

/// True if one of two quotations has several additional words in one place: it was shortened without a mark, not reworded.
/// Quadratic in the number of words, bounded.
pub fn is_cut(a: &Utterance<'_>, b: &Utterance<'_>) -> bool {
    const FEW: usize = 3;
    let differences = align(a, b).differences;
    let length = |span: Span, words: &[Word<'_>]| words.iter().filter(|w| span.contains(w.span)).count();
    differences.iter().any(|&(here, there)| length(here, &a.words).abs_diff(length(there, &b.words)) > FEW)
}

/// The folded text, without quotation marks and without punctuation at its ends.
fn bare(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in fold(text).split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().filter(|c| !matches!(c, '"' | '\'')));
    }
    let trimmed =
        out.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…'));
    trimmed.to_owned()
}

/// The same words, except for punctuation, spelling, contractions, and function words at either end.
fn same_words(a: &[Word<'_>], b: &[Word<'_>]) -> Option<Judgement> {
    if same(a, b) {
        let reason = match a.iter().zip(b).find(|(x, y)| !spelled_alike(x, y)) {
            Some((x, y)) => {
                format!("the same words; \"{}\" and \"{}\" are one word", x.surface(), y.surface())
            }
            None => "the same words with different punctuation".to_owned(),
        };
        return Some(Judgement::new(Level::Form, sure::SAME_WORDS, reason));
    }
    let (x, y) = (trim(a), trim(b));
    let content = x.iter().filter(|w| w.is_content()).count();
    if content > 0 && same(x, y) {
        let outside = a.len().abs_diff(b.len());
        let longer = if a.len() > b.len() { a } else { b };
        let first = longer.first().map_or("", |w| w.surface());
        let reason = match outside {
            1 if trim(longer).first().map(|w| w.span) != longer.first().map(|w| w.span) => {
                format!("\"{first}\" is inside the quotation marks in one and outside in the other")
            }
            _ => "the same words, with a word set apart by quotation marks".to_owned(),
        };
        let confidence = if content > 1 { sure::TRIMMED } else { sure::ONE_WORD };
        return Some(Judgement::new(Level::Form, confidence, reason));
    }
    None
}

fn spelled_alike(a: &Word<'_>, b: &Word<'_>) -> bool {
    fold(a.surface()) == fold(b.surface())
}

fn same(a: &[Word<'_>], b: &[Word<'_>]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x.key == y.key)
}

/// The words without articles, "to", "that" and the like at the ends.
fn trim<'w, 't>(mut words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let light = |w: &Word<'_>| {
        matches!(
            w.key.as_str(),
            "a" | "an"
                | "the"
                | "to"
                | "that"
                | "and"
                | "but"
                | "of"
                | "by"
                | "for"
                | "in"
                | "as"
                | "is"
                | "so"
        )
    };
    while let [first, rest @ ..] = words {
        if !light(first) || rest.is_empty() {
            break;
        }
        words = rest;
    }
    while let [rest @ .., last] = words {
        if !light(last) || rest.is_empty() {
            break;
        }
        words = rest;
    }
    words
}

/// One is a part of the other, or of its pieces between ellipses.
fn part(a: &[Word<'_>], b: &[Word<'_>]) -> Option<Judgement> {
    match a.len().cmp(&b.len()) {
        Ordering::Less => part_of(a, b),
        Ordering::Greater => part_of(b, a),
        // Either may be the part, once its small words are left out. The order in which they are given must not decide, so the more
        // cautious judgement does.
        Ordering::Equal => {
            let both = [part_of(a, b), part_of(b, a)].into_iter().flatten();
            both.min_by(|x, y| x.confidence.total_cmp(&y.confidence).then(x.level.cmp(&y.level)))
        }
    }
}

fn part_of(short: &[Word<'_>], long: &[Word<'_>]) -> Option<Judgement> {
    let found = pieces_in(trim(short), long)?;
    let content = short.iter().filter(|w| w.is_content()).count();
    if content == 0 {
        return None;
    }
    if let Some(lost) = lost_force(long, &found) {
        let reason = format!("one is cut out of the other and loses \"{lost}\"");
        return Some(Judgement::new(Level::CutForce, sure::LOST_FORCE, reason));
    }
    let confidence = match content {
        1 => sure::PART[0],
        2 => sure::PART[1],
        3 | 4 => sure::PART[2],
        _ => sure::PART[3],
    };
    let elided = short.iter().skip(1).any(|w| w.after_gap);
    let reason = if elided { "one omits a part of the other" } else { "one is a part of the other" };
    Some(Judgement::new(if elided { Level::Elided } else { Level::Cut }, confidence, reason))
}

/// Where the pieces of `short`, split at its ellipses, occur in `long`, one after another.
fn pieces_in(short: &[Word<'_>], long: &[Word<'_>]) -> Option<Vec<(usize, usize)>> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut start = 0;
    for at in 1..=short.len() {
        if at < short.len() && !short[at].after_gap {
            continue;
        }
        let piece = &short[start..at];
        let place = long.get(from..)?.windows(piece.len()).position(|w| same(w, piece))?;
        found.push((from + place, from + place + piece.len()));
        from += place + piece.len();
        start = at;
    }
    (!found.is_empty()).then_some(found)
}

/// A negation or condition that was cut off directly before or after the words kept.
fn lost_force<'w>(long: &'w [Word<'_>], kept: &[(usize, usize)]) -> Option<&'w str> {
    let (first, _) = *kept.first()?;
    // Back to the last punctuation, at most three words: "did not | attack the town".
    let mut at = first;
    while at > 0 && first - at < 3 && !long.get(at).is_some_and(|w| w.after_mark) {
        at -= 1;
        let word = long.get(at)?;
        if word.is_negation() || word.is_condition() {
            return Some(word.surface());
        }
    }
    for pair in kept.windows(2) {
        let between = long.get(pair[0].1..pair[1].0)?;
        if between.len() <= 6 {
            if let Some(word) = between.iter().find(|w| w.is_negation()) {
                return Some(word.surface());
            }
        }
    }
    let (_, last) = *kept.last()?;
    long.get(last).filter(|w| w.is_condition() && !w.after_stop).map(|w| w.surface())
}

/// Two excerpts of one utterance: one ends with the words that the other begins with.
fn overlap(a: &[Word<'_>], b: &[Word<'_>]) -> Option<Judgement> {
    let longest = a.len().min(b.len()).saturating_sub(1);
    let run = (5..=longest)
        .rev()
        .find(|&n| same(&a[a.len() - n..], &b[..n]) || same(&b[b.len() - n..], &a[..n]))?;
    let shared = if same(&a[a.len() - run..], &b[..run]) { &b[..run] } else { &a[..run] };
    let content = shared.iter().filter(|w| w.is_content()).count();
    (content >= 3).then(|| {
        Judgement::new(Level::Cut, sure::OVERLAPPING, "each gives a different part of the same words")
    })
}

/// One utterance worded two ways.
fn altered(a: &[Word<'_>], b: &[Word<'_>]) -> Option<Judgement> {
    let alignment = align_words(a, b);
    let short = a.len().min(b.len());
    let enough = match short {
        0..=3 => false,
        4..=7 => {
            alignment.shared >= SHORT
                // Fragments that share half of their words, or differ in several places, are about one topic but not one
                // utterance.
                && (alignment.shared >= SHORT_IN_PIECES || 5 * alignment.matched > 3 * short)
                && alignment.differences.len() <= 2
                && alignment.run >= 2
                && alignment.content >= 2
                && alignment.common >= 1
                && alignment.differences.iter().all(|&(here, there)| is_small(here, a) && is_small(there, b))
        }
        _ => {
            alignment.shared >= LONG
                && alignment.run >= 4
                && alignment.content >= 3
                && alignment.common_run >= 2
        }
    };
    if !enough {
        return None;
    }
    let negated = |words: &[Word<'_>]| words.iter().filter(|w| w.is_negation()).count();
    if short <= FEW_WORDS && negated(a) != negated(b) && begin_apart(a, b, &alignment) {
        return None;
    }
    let (x, y) = (a.first()?.text, b.first()?.text);
    let editorial = |span: Span, words: &[Word<'_>]| {
        words.iter().filter(|w| span.contains(w.span)).all(|w| w.bracketed) && !span.is_empty()
    };
    if alignment.differences.is_empty() && !alignment.elided {
        // They overlap only at their ends.
        return (alignment.common_run >= 3).then(|| {
            Judgement::new(Level::Cut, sure::MEETING, "each gives a different part of the same words")
        });
    }
    let (mut edited, mut shifted) = (false, false);
    let differences = alignment.differences.iter().copied();
    let differences: Vec<(Span, Span)> = differences
        .filter(|&(here, there)| {
            let of_editor = editorial(here, a) || editorial(there, b);
            let of_speech = !of_editor && is_shift((here, a), (there, b));
            (edited, shifted) = (edited || of_editor, shifted || of_speech);
            !of_editor && !of_speech
        })
        .collect();
    if differences.is_empty() {
        let whole = a.len().abs_diff(b.len()) <= 3 && !alignment.elided;
        let reason = match (alignment.elided, edited) {
            (true, _) => "one omits a part of the other",
            (_, true) => "the same words; those in brackets are an editor's",
            _ => "the same words, with the speaker in the third person",
        };
        let level = if whole { Level::Form } else { Level::Elided };
        return Some(Judgement::new(level, sure::EDITED, reason));
    }
    let run = sure::OF_RUN * alignment.run.min(10) as f64;
    let mut confidence = (sure::REWORDED + sure::OF_SHARED * alignment.shared + run).min(sure::MOST_REWORDED);
    if a.len().abs_diff(b.len()) <= 4 && negated(a) != negated(b) {
        confidence = confidence.min(sure::DENIED);
    }
    let reason = format!("one utterance worded two ways: {}", told(&differences, x, y));
    Some(Judgement::new(Level::Reworded, confidence, reason))
}

/// True for two quotations that begin with words for different things, apart from auxiliaries and negations: "they're",
/// "the shop isn't".
fn begin_apart(a: &[Word<'_>], b: &[Word<'_>], alignment: &WordAlignment) -> bool {
    let Some(&(here, there)) = alignment.differences.first() else { return false };
    let subject = |span: Span, words: &[Word<'_>]| -> Option<Vec<String>> {
        let first = words.first().filter(|w| w.span.start == span.start && !span.is_empty())?;
        let within = words.iter().filter(|w| w.span == first.span || span.contains(w.span));
        // "Nobody" is a subject and a negation in one.
        if within.clone().any(|w| w.is_negation() && !matches!(w.key.as_str(), "not" | "never")) {
            return None;
        }
        let own = within.filter(|w| !w.is_negation() && !verb::is_auxiliary(&w.key));
        let own: Vec<String> = own.map(|w| w.key.clone()).collect();
        (!own.is_empty()).then_some(own)
    };
    matches!((subject(here, a), subject(there, b)), (Some(x), Some(y)) if !x.iter().any(|w| y.contains(w)))
}

/// True if two quotations differ in nothing but articles: a headline leaves them out.
pub fn differ_in_articles(a: &Utterance<'_>, b: &Utterance<'_>) -> bool {
    let articles = |span: Span, words: &[Word<'_>]| {
        let mut within = words.iter().filter(|w| span.contains(w.span));
        within.all(|w| matches!(w.key.as_str(), "a" | "an" | "the"))
    };
    let differences = align(a, b).differences;
    differences.iter().all(|&(here, there)| articles(here, &a.words) && articles(there, &b.words))
}

/// True for a quotation that relays what another said: "he said the gate was open".
pub fn is_relayed(a: &Utterance<'_>) -> bool {
    let word = |n: usize| a.words.get(n).map_or("", |w| w.key.as_str());
    matches!(word(0), "he" | "she" | "they")
        && matches!(word(1), "said" | "says" | "say" | "told" | "claimed" | "claims" | "promised" | "wrote")
}

/// True for words of which all with content are capitalised, and no verb is not: a title or a slogan, unless it is the style
/// of a headline.
pub fn is_title(a: &Utterance<'_>) -> bool {
    const FEW: usize = 2;
    let begins = |w: &Word<'_>| w.surface().starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let content = a.words.iter().filter(|w| w.is_content()).count();
    // "Land v. Sea".
    let told =
        |w: &Word<'_>| w.key.len() > 1 && (w.is_content() || w.is_negation() || verb::is_auxiliary(&w.key));
    content >= FEW && a.words.iter().filter(|w| told(w)).all(begins)
}

/// True for a difference that is only one of grammatical person, if one quotation is a fragment fitted into indirect speech:
/// "and I was", "she was".
fn is_shift((here, a): (Span, &[Word<'_>]), (there, b): (Span, &[Word<'_>])) -> bool {
    // A closed list: the personal and possessive pronouns.
    const FIRST: [&str; 8] = ["i", "we", "my", "our", "me", "us", "mine", "ours"];
    const THIRD: [&str; 10] = ["he", "she", "they", "his", "her", "their", "him", "them", "it", "its"];
    let persons = |span: Span, words: &[Word<'_>], of: &[&str]| {
        let mut within = words.iter().filter(|w| span.contains(w.span)).map(|w| w.key.as_str()).peekable();
        let other = ["and", "am", "is", "are", "was", "were", "have", "has"];
        let found = within.clone().any(|w| of.contains(&w));
        within.peek().is_some() && found && within.all(|w| of.contains(&w) || other.contains(&w))
    };
    let fragment =
        |words: &[Word<'_>]| words.first().is_some_and(|w| w.surface().starts_with(char::is_lowercase));
    fragment(b) && persons(here, a, &FIRST) && persons(there, b, &THIRD)
        || fragment(a) && persons(here, a, &THIRD) && persons(there, b, &FIRST)
}

/// Words for an explanation: the first few, if there are many.
fn brief(words: &str) -> String {
    const SHOWN: usize = 8;
    if words.split_whitespace().nth(SHOWN).is_none() {
        return words.to_owned();
    }
    let mut out: Vec<&str> = words.split_whitespace().take(SHOWN).collect();
    out.push("…");
    out.join(" ")
}

/// At most three words: in a short quotation, a longer difference makes a different utterance.
fn is_small(span: Span, words: &[Word<'_>]) -> bool {
    words.iter().filter(|w| span.contains(w.span)).count() <= 3
}

/// The first few differences, as a reader would name them.
fn told(differences: &[(Span, Span)], a: &str, b: &str) -> String {
    const NAMED: usize = 3;
    let mut out = String::new();
    for &(here, there) in differences.iter().take(NAMED) {
        if !out.is_empty() {
            out.push_str("; ");
        }
        let (here, there) = (brief(here.slice(a)), brief(there.slice(b)));
        out.push_str(&match (here.is_empty(), there.is_empty()) {
            (false, false) => format!("\"{here}\" here, \"{there}\" there"),
            (false, true) => format!("\"{here}\" only here"),
            _ => format!("\"{there}\" only there"),
        });
    }
    if differences.len() > NAMED {
        out.push_str("; and more");
    }
    out
}

/// Content words that differ but are inflections of one entry in the synonym table, each counted once.
fn akin(a: &[Word<'_>], b: &[Word<'_>], lexicon: &Lexicon) -> usize {
    let table = lexicon.table(TableId::Synonym);
    let entry = |w: &Word<'_>| table.get_folded(&w.key).map(|e| e.canonical.clone());
    let there: Vec<String> = b.iter().filter(|w| w.is_content()).filter_map(entry).collect();
    a.iter()
        .filter(|w| w.is_content() && !b.iter().any(|o| o.answers(w)))
        .filter(|w| entry(w).is_some_and(|e| there.contains(&e)))
        .count()
}
