//! The words of a quotation, as they are compared.

use std::borrow::Cow;

use crate::fold::{fold, fold_into};
use crate::lexicon::calendar::{CalendarWord, DAYS, MONTHS, calendar_word};
use crate::lexicon::number::{NumberWord, number_word};
use crate::lexicon::word_set::WordSet;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::clause::verb;
use crate::span::Span;
use crate::text::scan::{Piece, scan};
use crate::text::stem;
use crate::text::token::TokenKind;

/// Words compared at most, per quotation: what follows is not aligned, so that no pair costs more than this squared.
const LONGEST: usize = 400;
/// What a word without content of its own weighs beside one that has some.
pub(super) const SMALL: f64 = 0.2;
/// What a modal verb or a negation weighs.
const FORCE: f64 = 0.5;

/// A word of a quotation, as compared.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    pub(super) key: String,
    pub(super) stem: String,
    pub(super) weight: f64,
    pub(super) span: Span,
    pub(super) text: &'t str,
    /// An ellipsis stands before it.
    pub(super) after_gap: bool,
    /// A full stop, comma or the like stands before it.
    pub(super) after_mark: bool,
    /// A full stop, question mark or exclamation mark stands before it.
    pub(super) after_stop: bool,
    /// It is a number, or has a capital letter within a sentence.
    pub(super) proper: bool,
    /// It is an editor's, in brackets or parentheses, or changed there ("want[ed]").
    pub(super) bracketed: bool,
}

impl Word<'_> {
    /// The word as written.
    pub(super) fn surface(&self) -> &str {
        self.span.slice(self.text)
    }

    pub(super) fn is_content(&self) -> bool {
        self.weight >= 1.0
    }

    /// A word with content that is no name and no number.
    pub(super) fn is_common(&self) -> bool {
        self.is_content() && !self.proper
    }

    pub(super) fn is_negation(&self) -> bool {
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

    pub(super) fn is_obligation(&self) -> bool {
        matches!(self.key.as_str(), "must" | "should" | "shall" | "ought" | "need" | "needs")
    }

    pub(super) fn is_condition(&self) -> bool {
        matches!(self.key.as_str(), "if" | "unless" | "provided")
    }

    pub(super) fn answers(&self, other: &Word<'_>) -> bool {
        self.key == other.key || self.weight >= 1.0 && self.stem == other.stem
    }
}

pub(super) fn words<'t>(text: &'t str, lexicon: &Lexicon) -> Vec<Word<'t>> {
    let mut words: Vec<Word<'t>> = Vec::new();
    let (mut gap, mut mark, mut stop) = (false, false, true);
    let pieces: Vec<Piece> = scan(text).collect();
    // Where the brackets end within which the words stand.
    let mut bracket = 0;
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        if words.len() >= LONGEST {
            break;
        }
        let surface = piece.span.slice(text);
        let rest = pieces.get(at..).unwrap_or_default();
        let patched = patched(text, rest);
        at += patched.as_ref().map_or(1, |p| p.pieces);
        let (span, letters, changed) = match &patched {
            Some(p) => (p.span, p.letters.as_str(), p.changed),
            None => (piece.span, surface, false),
        };
        match piece.kind {
            TokenKind::Punctuation if patched.is_none() => match surface {
                "[" | "(" => bracket = bracket.max(at + closing(text, pieces.get(at..).unwrap_or_default())),
                "]" | ")" => bracket = 0,
                "…" => gap = true,
                // Stops in a row, however they are spaced.
                "." if rest.get(1).is_some_and(|next| next.span.slice(text).starts_with(['.', '…'])) => {
                    gap = true;
                }
                "." if gap && !mark => {}
                _ if surface.len() > 1 && surface.starts_with('.') => gap = true,
                "-" | "–" | "/" => {}
                _ => {
                    mark = true;
                    stop |= matches!(surface, "." | "!" | "?" | ":");
                }
            },
            TokenKind::Quote => {}
            _ => {
                let mut folded = String::with_capacity(letters.len());
                fold_into(letters, &mut folded);
                match piece.kind {
                    // "1,000" is "1000"; "1,5" is no whole number.
                    TokenKind::Number if folded.split(',').skip(1).all(|group| group.len() == 3) => {
                        folded.retain(|c| c != ',');
                    }
                    TokenKind::Number => {}
                    _ => folded.retain(|c| c != '.' && c != ' '),
                }
                let capital = letters.chars().next().is_some_and(char::is_uppercase);
                let next = pieces.get(at);
                let dotted = next.is_some_and(|p| p.span.start == span.end && p.span.slice(text) == ".");
                let behind = if dotted { pieces.get(at + 1) } else { next };
                let named = behind.is_some_and(|p| {
                    p.span.slice(text).starts_with(|c: char| c.is_uppercase() || c.is_numeric())
                });
                if capital && (dotted || named) {
                    if let Some(full) = full_form(&folded, lexicon) {
                        folded = full;
                        at += usize::from(dotted);
                    }
                }
                let full = acronym(letters, &folded, lexicon);
                let last = words.last().map_or("", |w| w.key.as_str());
                let (first, second) = expand(&folded, last);
                let known = full.iter().flat_map(|full| full.split(' '));
                let own = [first, second].into_iter().flatten().filter(|_| full.is_none());
                for key in known.chain(own) {
                    let key = normal(key, lexicon);
                    words.push(Word {
                        stem: stem(&key).into_owned(),
                        weight: weight(&key),
                        key,
                        span,
                        text,
                        after_gap: std::mem::take(&mut gap),
                        after_mark: std::mem::take(&mut mark),
                        proper: piece.kind == TokenKind::Number || capital && !stop,
                        after_stop: std::mem::take(&mut stop),
                        bracketed: at <= bracket || changed,
                    });
                }
            }
        }
    }
    words
}

/// A word of which an editor changed a part: "[A]t", "want[ed]".
struct Patched {
    /// How many pieces of the text it takes up.
    pieces: usize,
    span: Span,
    letters: String,
    /// True where more was changed than the case of its first letter.
    changed: bool,
}

/// The word at the first of some pieces, where brackets stand within it or around a part of it.
fn patched(text: &str, pieces: &[Piece]) -> Option<Patched> {
    const LONGEST: usize = 7;
    let (mut length, mut words, mut open) = (0, 0, false);
    let mut before: Option<Span> = None;
    for (n, piece) in pieces.iter().take(LONGEST).enumerate() {
        if before.is_some_and(|span| span.end != piece.span.start) {
            break;
        }
        match (piece.kind, piece.span.slice(text)) {
            (TokenKind::Word, _) => words += 1,
            (_, "[") if !open => open = true,
            (_, "]") if open => open = false,
            _ => break,
        }
        if !open {
            length = n + 1;
        }
        before = Some(piece.span);
    }
    let within = pieces.get(..length).filter(|_| words > 1 && length > 2)?;
    let (first, last) = (within.first()?, within.last()?);
    let letters: String =
        within.iter().filter(|p| p.kind == TokenKind::Word).map(|p| p.span.slice(text)).collect();
    let initial = first.span.slice(text) == "["
        && within.get(1).is_some_and(|p| p.span.slice(text).chars().count() == 1);
    let twice = within.iter().filter(|p| p.span.slice(text) == "[").count() > 1;
    Some(Patched { pieces: length, span: first.span.cover(last.span), letters, changed: !initial || twice })
}

/// How many pieces on a bracket closes; 0 where it does not soon.
fn closing(text: &str, rest: &[Piece]) -> usize {
    const SOON: usize = 16;
    rest.iter().take(SOON).position(|p| matches!(p.span.slice(text), "]" | ")")).unwrap_or(0)
}

/// The full form of an abbreviated title, month or weekday, folded.
fn full_form(folded: &str, lexicon: &Lexicon) -> Option<String> {
    let name = match calendar_word(folded) {
        Some(CalendarWord::Month(n, _)) => MONTHS.get(usize::from(n).checked_sub(1)?).copied(),
        Some(CalendarWord::Weekday(n, _)) => DAYS.get(usize::from(n)).copied(),
        _ => lexicon.row_in(WordSet::Short, folded).map(|entry| entry.canonical.as_str()),
    };
    name.map(str::to_owned)
}

/// The words that a known acronym stands for, folded, if their initials are its letters: "united nations" for "U.N.".
fn acronym(surface: &str, folded: &str, lexicon: &Lexicon) -> Option<String> {
    let letters = || surface.chars().filter(|&c| c != '.');
    if letters().count() < 2 || !letters().all(char::is_uppercase) {
        return None;
    }
    [TableId::Organisation, TableId::Place].into_iter().find_map(|table| {
        let full = fold(&lexicon.table(table).get(folded, surface)?.entry.canonical);
        let initials = full.split(' ').filter_map(|word| word.chars().next());
        initials.eq(folded.chars()).then_some(full)
    })
}

/// Two quotations with the words as one that the other writes as one: "stand-alone" and "stand alone" beside "standalone".
pub(super) fn joined<'w, 't>(words: &'w [Word<'t>], other: &[Word<'_>]) -> Cow<'w, [Word<'t>]> {
    let one = |at: usize| {
        let (first, second) = (words.get(at)?, words.get(at + 1)?);
        if second.after_mark || second.after_gap || first.span == second.span {
            return None;
        }
        let length = first.key.len() + second.key.len();
        let whole = |w: &&Word<'_>| {
            w.key.len() == length && w.key.starts_with(&first.key) && w.key.ends_with(&second.key)
        };
        other.iter().find(whole).map(|w| (first, second, w.key.clone()))
    };
    if !(0..words.len()).any(|at| one(at).is_some()) {
        return Cow::Borrowed(words);
    }
    let mut out = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        match one(at) {
            Some((first, second, key)) => {
                let span = first.span.cover(second.span);
                out.push(Word {
                    stem: stem(&key).into_owned(),
                    weight: weight(&key),
                    key,
                    span,
                    ..first.clone()
                });
                at += 2;
            }
            None => {
                out.push(word.clone());
                at += 1;
            }
        }
    }
    Cow::Owned(out)
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
    // Newspapers spell out numbers up to nine, ten or twelve, by house style.
    const LAST_IN_WORDS: u32 = 12;
    match word {
        "&" => return "and".to_owned(),
        "%" => return "percent".to_owned(),
        _ => {}
    }
    // "One" is more often a pronoun.
    if let Some(NumberWord::Small(n)) = number_word(word).filter(|_| word != "one") {
        if (2..=LAST_IN_WORDS).contains(&n) {
            return n.to_string();
        }
    }
    // "Qur'an" and "Quran", but not the genitive.
    let inner = |at: usize| at > 0 && at + 1 < word.len();
    if word.find('\'').is_some_and(inner) {
        return normal(&word.replace('\'', ""), lexicon);
    }
    if let Some(entry) = lexicon.table(TableId::Spelling).get_folded(word) {
        return entry.canonical.clone();
    }
    // "Neighbourhoods" is of "neighborhood", which the table holds.
    for ending in ["s", "ed", "d", "ing"] {
        let base = word.strip_suffix(ending).filter(|base| base.len() > 3);
        if let Some(entry) = base.and_then(|base| lexicon.table(TableId::Spelling).get_folded(base)) {
            return format!("{}{ending}", entry.canonical);
        }
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
