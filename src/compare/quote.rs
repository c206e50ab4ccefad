//! Comparison of quotations of one speaker on one occasion.
//!
//! The words between the marks are compared, not the marks: case, punctuation, spelling convention, contractions and words an
//! editor put in brackets make no difference. What remains is one of four: the same words; a part of the same words; the
//! same utterance worded two ways, by a local alignment of words (Smith and Waterman 1981); another utterance.

use crate::compare::relation::{Judgement, Relation};
use crate::fold::{fold, fold_into};
use crate::lexicon::{Lexicon, TableId};
use crate::mention::clause::verb;
use crate::span::Span;
use crate::text::stem;
use crate::text::token::{TokenKind, scan};

/// Words compared at most, per quotation: what follows is not aligned, so that no pair costs more than this squared.
const LONGEST: usize = 400;
/// What a word without content of its own weighs beside one that has some.
const SMALL: f64 = 0.2;
/// What a modal verb or a negation weighs.
const FORCE: f64 = 0.5;
/// Alignment: what two equal words add, by weight, what a change costs, and what a word left out costs.
const MATCH: f64 = 2.0;
const CHANGE: f64 = -0.6;
const SKIP: f64 = -0.4;

/// Which words of two quotations answer to each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// The share of the words of the shorter quotation that the other repeats in order, by weight, from 0 to 1.
    pub shared: f64,
    /// The number of words in the longest run that both have.
    pub run: usize,
    /// The number of words with content that both have.
    pub content: usize,
    /// The same without names and numbers, which two utterances on one topic share as well.
    pub common: usize,
    /// The most such words in one run of four words or more.
    pub common_run: usize,
    /// Where they differ, in order: the bytes of each quotation. One side of a difference may be empty.
    pub differences: Vec<(Span, Span)>,
}

/// Compares the words of two quotations, as they stand between the marks; `None` where they are different utterances, or too
/// little is shared to tell: see [`compare_translated`]. The same relation and confidence whichever comes first. Quadratic in
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
    if bare(a) == bare(b) {
        return (!bare(a).is_empty()).then(|| Judgement::new(Relation::Identical, 0.99, "the same words"));
    }
    let (a, b) = (words(a, lexicon), words(b, lexicon));
    if a.is_empty() || b.is_empty() {
        return None;
    }
    same_words(&a, &b).or_else(|| part(&a, &b)).or_else(|| overlap(&a, &b)).or_else(|| altered(&a, &b))
}

/// Compares two quotations that other evidence says are one utterance (the same speaker, occasion and place in linked
/// sentences), as translations of it may share few words. `None` where not even one word with content, or the force of the
/// sentence, is shared.
pub fn compare_translated(a: &str, b: &str, lexicon: &Lexicon) -> Option<Judgement> {
    if let Some(judgement) = compare(a, b, lexicon) {
        return Some(judgement);
    }
    let (x, y) = (words(a, lexicon), words(b, lexicon));
    let (short, long) = (x.len().min(y.len()), x.len().max(y.len()));
    // A translation is about as long as another.
    if short < 3 || long > 2 * short + 3 {
        return None;
    }
    let alignment = align_words(&x, &y);
    let akin = akin(&x, &y, lexicon);
    let force = (x.iter().any(Word::is_obligation) && y.iter().any(Word::is_obligation))
        || (x.iter().any(Word::is_negation) && y.iter().any(Word::is_negation));
    if alignment.common + akin == 0 || alignment.differences.is_empty() {
        return None;
    }
    let least = if short <= 8 { 0.35 } else { 0.45 };
    let same_force = x.iter().any(Word::is_negation) == y.iter().any(Word::is_negation);
    let support = alignment.shared + 0.1 * akin as f64 + if force { 0.1 } else { 0.0 };
    if support < least || !same_force && support < 0.6 {
        return None;
    }
    let confidence = (0.4 + 0.5 * support).min(0.85);
    let reason = format!("one utterance in two translations: {}", told(&alignment.differences, a, b));
    Some(Judgement::new(Relation::Variant, confidence, reason))
}

/// The words that two quotations share, and where they differ. Quadratic in the number of words, bounded.
pub fn align(a: &str, b: &str, lexicon: &Lexicon) -> Alignment {
    align_words(&words(a, lexicon), &words(b, lexicon))
}

/// A word of a quotation, as compared.
#[derive(Clone, Debug)]
struct Word<'t> {
    key: String,
    stem: String,
    weight: f64,
    span: Span,
    text: &'t str,
    /// An ellipsis stands before it.
    after_gap: bool,
    /// A full stop, comma or the like stands before it.
    after_mark: bool,
    /// A full stop, question mark or exclamation mark stands before it.
    after_stop: bool,
    /// It is a number, or has a capital letter within a sentence.
    proper: bool,
    /// It is an editor's, in square brackets.
    bracketed: bool,
}

impl Word<'_> {
    fn is_content(&self) -> bool {
        self.weight >= 1.0
    }

    /// A word with content that is no name and no number.
    fn is_common(&self) -> bool {
        self.is_content() && !self.proper
    }

    fn is_negation(&self) -> bool {
        matches!(
            self.key.as_str(),
            "not"
                | "no"
                | "never"
                | "nobody"
                | "nothing"
                | "none"
                | "neither"
                | "nor"
                | "without"
                | "hardly"
                | "barely"
        )
    }

    fn is_obligation(&self) -> bool {
        matches!(self.key.as_str(), "must" | "should" | "shall" | "ought" | "need" | "needs")
    }

    fn is_condition(&self) -> bool {
        matches!(self.key.as_str(), "if" | "unless" | "provided" | "until")
    }

    fn answers(&self, other: &Word<'_>) -> bool {
        self.key == other.key || self.weight >= 1.0 && self.stem == other.stem
    }
}

/// Text without what folding takes away, without quotation marks, and without marks at its ends.
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

fn words<'t>(text: &'t str, lexicon: &Lexicon) -> Vec<Word<'t>> {
    let mut words: Vec<Word<'t>> = Vec::new();
    let (mut gap, mut mark, mut stop, mut bracket) = (false, false, true, false);
    for piece in scan(text) {
        let surface = piece.span.slice(text);
        match piece.kind {
            TokenKind::Punctuation => match surface {
                "[" => bracket = true,
                "]" => bracket = false,
                "…" => gap = true,
                _ if surface.len() > 1 && surface.starts_with('.') => gap = true,
                "-" | "–" | "(" | ")" | "/" => {}
                _ => {
                    mark = true;
                    stop |= matches!(surface, "." | "!" | "?" | ":");
                }
            },
            TokenKind::Quote => {}
            _ => {
                if words.len() >= LONGEST {
                    break;
                }
                let mut folded = String::with_capacity(surface.len());
                fold_into(surface, &mut folded);
                folded.retain(|c| c != '.');
                let last = words.last().map_or("", |w| w.key.as_str());
                let (first, second) = expand(&folded, last);
                let capital = surface.chars().next().is_some_and(char::is_uppercase);
                for key in [first, second].into_iter().flatten() {
                    let key = normal(key, lexicon);
                    words.push(Word {
                        stem: stem(&key).into_owned(),
                        weight: weight(&key),
                        key,
                        span: piece.span,
                        text,
                        after_gap: std::mem::take(&mut gap),
                        after_mark: std::mem::take(&mut mark),
                        proper: piece.kind == TokenKind::Number || capital && !stop,
                        after_stop: std::mem::take(&mut stop),
                        bracketed: bracket,
                    });
                }
            }
        }
    }
    words
}

/// The words of a contraction, given the word before it.
fn expand<'w>(word: &'w str, before: &str) -> (Option<&'w str>, Option<&'w str>) {
    match word {
        "cannot" | "can't" => return (Some("can"), Some("not")),
        "won't" => return (Some("will"), Some("not")),
        "shan't" => return (Some("shall"), Some("not")),
        "'s" => {
            let is = matches!(
                before,
                "it" | "that" | "he" | "she" | "there" | "what" | "who" | "here" | "where" | "this" | "how"
            );
            return (
                if is {
                    Some("is")
                } else if before == "let" {
                    Some("us")
                } else {
                    Some("'s")
                },
                None,
            );
        }
        _ => {}
    }
    for (ending, meaning) in
        [("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"), ("'m", "am")]
    {
        if let Some(base) = word.strip_suffix(ending).filter(|base| !base.is_empty()) {
            return (Some(base), Some(meaning));
        }
    }
    (Some(word), None)
}

/// One spelling for all conventions, and digits for the small numbers.
fn normal(word: &str, lexicon: &Lexicon) -> String {
    const NUMBERS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    if word == "&" {
        return "and".to_owned();
    }
    // "One" is more often a pronoun.
    if let Some(n) = NUMBERS.iter().skip(2).position(|&n| n == word) {
        return (n + 2).to_string();
    }
    if let Some(entry) = lexicon.table(TableId::Spelling).get_folded(word) {
        return entry.canonical.clone();
    }
    // Endings on which the conventions differ regularly, for words that no table holds.
    for (british, american) in [("ise", "ize"), ("ised", "ized"), ("ising", "izing"), ("ises", "izes")] {
        if let Some(base) = word.strip_suffix(british).filter(|base| base.len() > 3) {
            return format!("{base}{american}");
        }
    }
    word.to_owned()
}

fn weight(word: &str) -> f64 {
    if verb::is_modal(word)
        || matches!(word, "not" | "no" | "never" | "without" | "nothing" | "if" | "unless")
    {
        return FORCE;
    }
    let small = verb::is_auxiliary(word)
        || verb::is_determiner(word)
        || verb::is_preposition(word)
        || verb::is_conjunction(word)
        || matches!(
            word,
            "i" | "you"
                | "he"
                | "she"
                | "it"
                | "we"
                | "they"
                | "me"
                | "him"
                | "us"
                | "them"
                | "there"
                | "here"
                | "'s"
                | "very"
                | "just"
                | "also"
                | "too"
                | "up"
                | "out"
                | "off"
                | "down"
                | "then"
                | "now"
                | "mr"
                | "really"
        );
    if small { SMALL } else { 1.0 }
}

/// The same words, but for marks, spelling, contractions, and small words at either end.
fn same_words(a: &[Word<'_>], b: &[Word<'_>]) -> Option<Judgement> {
    if same(a, b) {
        let reason = match a.iter().zip(b).find(|(x, y)| !spelled_alike(x, y)) {
            Some((x, y)) => {
                format!("the same words; \"{}\" and \"{}\" are one word", x.surface(), y.surface())
            }
            None => "the same words with other marks".to_owned(),
        };
        return Some(Judgement::new(Relation::Equivalent, 0.97, reason));
    }
    let (x, y) = (trim(a), trim(b));
    let content = x.iter().filter(|w| w.is_content()).count();
    if content > 0 && same(x, y) {
        let outside = a.len().abs_diff(b.len());
        let longer = if a.len() > b.len() { a } else { b };
        let first = longer.first().map_or("", |w| w.surface());
        let reason = match outside {
            1 if trim(longer).first().map(|w| w.span) != longer.first().map(|w| w.span) => {
                format!("\"{first}\" stands inside the marks in one and outside in the other")
            }
            _ => "the same words, the marks set a word apart".to_owned(),
        };
        return Some(Judgement::new(Relation::Equivalent, if content > 1 { 0.95 } else { 0.8 }, reason));
    }
    None
}

impl Word<'_> {
    fn surface(&self) -> &str {
        self.span.slice(self.text)
    }
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
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let found = pieces_in(trim(short), long)?;
    let content = short.iter().filter(|w| w.is_content()).count();
    if content == 0 {
        return None;
    }
    if let Some(lost) = lost_force(long, &found) {
        let reason = format!("one is cut out of the other and loses \"{lost}\"");
        return Some(Judgement::new(Relation::Variant, 0.75, reason));
    }
    let confidence = match content {
        1 => 0.5,
        2 => 0.8,
        3 | 4 => 0.9,
        _ => 0.95,
    };
    let elided = short.iter().skip(1).any(|w| w.after_gap);
    let reason = if elided { "one leaves out a part of the other" } else { "one is a part of the other" };
    Some(Judgement::new(Relation::Refinement, confidence, reason))
}

/// Where the pieces of `short`, split at its ellipses, stand in `long`, one after another.
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

/// A negation or condition that the cut takes off the words kept: right before them, or right after.
fn lost_force<'w>(long: &'w [Word<'_>], kept: &[(usize, usize)]) -> Option<&'w str> {
    let (first, _) = *kept.first()?;
    // Back to the last mark, at most three words: "did not | attack the town".
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

/// Two cuts of one utterance: one ends with the words that the other begins with.
fn overlap(a: &[Word<'_>], b: &[Word<'_>]) -> Option<Judgement> {
    let longest = a.len().min(b.len()).saturating_sub(1);
    let run = (5..=longest)
        .rev()
        .find(|&n| same(&a[a.len() - n..], &b[..n]) || same(&b[b.len() - n..], &a[..n]))?;
    let shared = if same(&a[a.len() - run..], &b[..run]) { &b[..run] } else { &a[..run] };
    let content = shared.iter().filter(|w| w.is_content()).count();
    (content >= 3)
        .then(|| Judgement::new(Relation::Refinement, 0.8, "each gives another part of the same words"))
}

/// One utterance worded two ways.
fn altered(a: &[Word<'_>], b: &[Word<'_>]) -> Option<Judgement> {
    let alignment = align_words(a, b);
    let short = a.len().min(b.len());
    let enough = match short {
        0..=3 => false,
        4..=7 => {
            alignment.shared >= 0.6
                && alignment.run >= 2
                && alignment.content >= 2
                && alignment.common >= 1
                && alignment.differences.iter().all(|&(here, there)| is_small(here, a) && is_small(there, b))
        }
        _ => {
            alignment.shared >= 0.55
                && alignment.run >= 4
                && alignment.content >= 3
                && alignment.common_run >= 2
        }
    };
    if !enough {
        return None;
    }
    let negated = |words: &[Word<'_>]| words.iter().filter(|w| w.is_negation()).count();
    let (x, y) = (a.first()?.text, b.first()?.text);
    let editorial = |span: Span, words: &[Word<'_>]| {
        words.iter().filter(|w| span.contains(w.span)).all(|w| w.bracketed) && !span.is_empty()
    };
    let differences = &alignment.differences;
    if differences.is_empty() {
        // They meet at their ends only.
        return (alignment.common_run >= 3)
            .then(|| Judgement::new(Relation::Refinement, 0.75, "each gives another part of the same words"));
    }
    if differences.iter().all(|&(here, there)| editorial(here, a) || editorial(there, b)) {
        let reason = "the same words; those in brackets are an editor's";
        let whole = a.len().abs_diff(b.len()) <= 3;
        return Some(Judgement::new(if whole { Relation::Equivalent } else { Relation::Refinement }, 0.85, reason));
    }
    let mut confidence = (0.35 + 0.6 * alignment.shared + 0.01 * alignment.run.min(10) as f64).min(0.95);
    if a.len().abs_diff(b.len()) <= 4 && negated(a) != negated(b) {
        // Perhaps a misquotation, more likely another sentence.
        confidence = confidence.min(0.6);
    }
    let reason = format!("one utterance worded two ways: {}", told(&alignment.differences, x, y));
    Some(Judgement::new(Relation::Variant, confidence, reason))
}

/// Words for an explanation: the first few of many.
fn brief(words: &str) -> String {
    const SHOWN: usize = 8;
    if words.split_whitespace().nth(SHOWN).is_none() {
        return words.to_owned();
    }
    let mut out: Vec<&str> = words.split_whitespace().take(SHOWN).collect();
    out.push("…");
    out.join(" ")
}

/// At most three words: in a short quotation a longer difference makes another utterance.
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

/// Words with content that are no match but inflections of one entry of the synonym table, each counted once.
fn akin(a: &[Word<'_>], b: &[Word<'_>], lexicon: &Lexicon) -> usize {
    let table = lexicon.table(TableId::Synonym);
    let entry = |w: &Word<'_>| table.get_folded(&w.key).map(|e| e.canonical.clone());
    let there: Vec<String> = b.iter().filter(|w| w.is_content()).filter_map(entry).collect();
    a.iter()
        .filter(|w| w.is_content() && !b.iter().any(|o| o.answers(w)))
        .filter(|w| entry(w).is_some_and(|e| there.contains(&e)))
        .count()
}

fn text_of<'t>(words: &[Word<'t>]) -> &'t str {
    words.first().map_or("", |w| w.text)
}

fn align_words(a: &[Word<'_>], b: &[Word<'_>]) -> Alignment {
    // One order for both calls, so that ties fall the same way.
    if (b.len(), text_of(b)) < (a.len(), text_of(a)) {
        let mut turned = align_ordered(b, a);
        for (here, there) in &mut turned.differences {
            std::mem::swap(here, there);
        }
        return turned;
    }
    align_ordered(a, b)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Stop,
    Both,
    Here,
    There,
}

fn align_ordered(a: &[Word<'_>], b: &[Word<'_>]) -> Alignment {
    let width = b.len() + 1;
    let mut steps = vec![Step::Stop; (a.len() + 1) * width];
    let (mut row, mut above) = (vec![0.0_f64; width], vec![0.0_f64; width]);
    let (mut best, mut end) = (0.0, (0, 0));
    for (i, x) in a.iter().enumerate() {
        std::mem::swap(&mut row, &mut above);
        row[0] = 0.0;
        for (j, y) in b.iter().enumerate() {
            let answers = x.answers(y);
            let diagonal = above[j] + if answers { MATCH * x.weight.max(y.weight) } else { CHANGE };
            let (here, there) = (above[j + 1] + SKIP, row[j] + SKIP);
            let (mut score, mut step) = (0.0, Step::Stop);
            for (value, way) in [(diagonal, Step::Both), (here, Step::Here), (there, Step::There)] {
                if value > score {
                    (score, step) = (value, way);
                }
            }
            row[j + 1] = score;
            steps[(i + 1) * width + j + 1] = step;
            if score > best {
                (best, end) = (score, (i + 1, j + 1));
            }
        }
    }
    let mut matched: Vec<(usize, usize)> = Vec::new();
    let (mut i, mut j) = end;
    loop {
        match steps[i * width + j] {
            Step::Stop => break,
            Step::Both => {
                (i, j) = (i - 1, j - 1);
                if a[i].answers(&b[j]) {
                    matched.push((i, j));
                }
            }
            Step::Here => i -= 1,
            Step::There => j -= 1,
        }
    }
    matched.reverse();
    let total = |words: &[Word<'_>]| words.iter().map(|w| w.weight).sum::<f64>();
    let weight: f64 = matched.iter().map(|&(i, _)| a[i].weight).sum();
    let mut run = 0;
    let mut longest = 0;
    let (mut common, mut common_run) = (0, 0);
    let mut differences = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    for &(i, j) in &matched {
        let follows = last.is_some_and(|(x, y)| x + 1 == i && y + 1 == j);
        run = if follows { run + 1 } else { 1 };
        longest = longest.max(run);
        common = if follows { common } else { 0 } + usize::from(a[i].is_common());
        if run >= 4 {
            common_run = common_run.max(common);
        }
        let (from_a, from_b) = last.map_or((i, j), |(x, y)| (x + 1, y + 1));
        if !follows && last.is_some() {
            differences.push((cover(a, from_a, i), cover(b, from_b, j)));
        }
        if a[i].key != b[j].key {
            differences.push((a[i].span, b[j].span));
        }
        last = Some((i, j));
    }
    // What stands before and after, up to the next mark, is a difference only where both have words there.
    if let (Some(&(i, j)), Some((x, y))) = (matched.first(), last) {
        let (from_a, from_b) = (begins(a, i), begins(b, j));
        if from_a < i && from_b < j {
            differences.insert(0, (cover(a, from_a, i), cover(b, from_b, j)));
        }
        let (to_a, to_b) = (ends(a, x + 1), ends(b, y + 1));
        if x + 1 < to_a && y + 1 < to_b {
            differences.push((cover(a, x + 1, to_a), cover(b, y + 1, to_b)));
        }
    }
    let lighter = total(a).min(total(b)).max(SMALL);
    Alignment {
        shared: (weight / lighter).min(1.0),
        run: longest,
        common: matched.iter().filter(|&&(i, _)| a[i].is_common()).count(),
        common_run,
        content: matched.iter().filter(|&&(i, _)| a[i].is_content()).count(),
        differences,
    }
}

/// The first word of the stretch without a mark that ends before word `at`.
fn begins(words: &[Word<'_>], at: usize) -> usize {
    (0..=at).rev().find(|&n| n == 0 || words.get(n).is_some_and(|w| w.after_mark)).unwrap_or(at)
}

/// The end of the stretch without a mark that begins with word `at`.
fn ends(words: &[Word<'_>], at: usize) -> usize {
    (at..words.len()).find(|&n| words[n].after_mark).unwrap_or(words.len())
}

/// The bytes of words `from` to before `to`; empty where there are none.
fn cover(words: &[Word<'_>], from: usize, to: usize) -> Span {
    match words.get(from..to) {
        Some([first, .., last]) => first.span.cover(last.span),
        Some([only]) => only.span,
        _ => Span::default(),
    }
}
