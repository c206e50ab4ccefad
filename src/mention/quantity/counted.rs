//! What is counted: the noun to the right of the number, and what is said of those counted.

use crate::lexicon::{Match, TableId};
use crate::mention::quantity::numeral::Numeral;
use crate::mention::quantity::{Breadth, Cursor, Quantity, QuantityKind};
use crate::text::{Document, Shape, TokenKind, stem};

/// What a number counts.
#[derive(Debug, Default)]
pub(super) struct Counted {
    /// The stem of the noun.
    pub(super) noun: Option<String>,
    pub(super) concept: Option<String>,
    pub(super) breadth: Breadth,
    pub(super) described: Vec<String>,
    /// The state that stands within ("20 wounded", "10 deaths").
    pub(super) state: Option<String>,
    /// One past the last token; 0 where nothing was found.
    pub(super) end: usize,
    /// "Of the missiles".
    pub(super) partitive: bool,
}

impl Default for Breadth {
    fn default() -> Self {
        Breadth::Unknown
    }
}

/// Words that end a noun phrase: prepositions, conjunctions, pronouns, auxiliaries, adverbs. Sorted.
const CLOSED: &[&str] = &[
    "a",
    "aboard",
    "about",
    "above",
    "across",
    "after",
    "against",
    "ago",
    "all",
    "along",
    "already",
    "also",
    "although",
    "always",
    "am",
    "amid",
    "among",
    "an",
    "and",
    "any",
    "apart",
    "are",
    "around",
    "as",
    "at",
    "away",
    "back",
    "be",
    "because",
    "becomes",
    "been",
    "before",
    "began",
    "begins",
    "behind",
    "being",
    "below",
    "besides",
    "between",
    "both",
    "but",
    "by",
    "came",
    "can",
    "come",
    "comes",
    "could",
    "cover",
    "despite",
    "did",
    "do",
    "does",
    "down",
    "during",
    "each",
    "either",
    "else",
    "etc",
    "even",
    "ever",
    "every",
    "except",
    "follows",
    "for",
    "from",
    "gave",
    "get",
    "gets",
    "gives",
    "go",
    "goes",
    "going",
    "got",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "hers",
    "herself",
    "him",
    "himself",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "includes",
    "inside",
    "into",
    "is",
    "it",
    "its",
    "itself",
    "just",
    "keeps",
    "last",
    "later",
    "leaves",
    "less",
    "lets",
    "like",
    "made",
    "make",
    "makes",
    "may",
    "me",
    "might",
    "most",
    "must",
    "my",
    "myself",
    "near",
    "nearby",
    "needs",
    "neither",
    "never",
    "next",
    "no",
    "nor",
    "not",
    "now",
    "of",
    "off",
    "often",
    "on",
    "once",
    "only",
    "onto",
    "or",
    "our",
    "ourselves",
    "out",
    "outside",
    "over",
    "per",
    "perhaps",
    "plans",
    "plus",
    "put",
    "quite",
    "ran",
    "remains",
    "said",
    "saw",
    "say",
    "says",
    "seems",
    "shall",
    "she",
    "should",
    "shows",
    "since",
    "so",
    "sometimes",
    "soon",
    "still",
    "such",
    "take",
    "takes",
    "than",
    "that",
    "the",
    "their",
    "them",
    "themselves",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "through",
    "throughout",
    "thus",
    "to",
    "together",
    "told",
    "took",
    "toward",
    "towards",
    "under",
    "until",
    "up",
    "upon",
    "us",
    "versus",
    "very",
    "via",
    "wants",
    "was",
    "we",
    "went",
    "were",
    "what",
    "when",
    "where",
    "whereas",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "without",
    "worth",
    "would",
    "yet",
    "you",
    "your",
    "yourselves",
];

/// Plurals without an -s, which end a noun phrase as the others do. Sorted.
const PLURALS: &[&str] = &[
    "aircraft",
    "alumni",
    "bacteria",
    "cattle",
    "children",
    "clergy",
    "crew",
    "criteria",
    "data",
    "dead",
    "deer",
    "feet",
    "fish",
    "gentlemen",
    "livestock",
    "media",
    "men",
    "mice",
    "people",
    "personnel",
    "police",
    "salmon",
    "sheep",
    "staff",
    "teeth",
    "women",
];

/// Words between those counted and what happened to them. Sorted.
const AUXILIARY: &[&str] = &[
    "all",
    "allegedly",
    "already",
    "also",
    "apparently",
    "are",
    "as",
    "be",
    "been",
    "being",
    "believed",
    "confirmed",
    "critically",
    "declared",
    "even",
    "feared",
    "found",
    "had",
    "has",
    "have",
    "is",
    "known",
    "later",
    "left",
    "listed",
    "more",
    "now",
    "officially",
    "others",
    "presumed",
    "pronounced",
    "remain",
    "remained",
    "reported",
    "reportedly",
    "said",
    "seriously",
    "severely",
    "slightly",
    "so",
    "still",
    "thought",
    "to",
    "was",
    "were",
    "who",
];

fn is_in(table: &[&str], word: &str) -> bool {
    table.binary_search(&word).is_ok()
}

/// True of the look of a plural: "villages", but not "various", "across", "its".
fn is_plural(word: &str) -> bool {
    (word.len() > 3 && word.ends_with('s') && !["ss", "ous", "us", "is"].iter().any(|e| word.ends_with(e)))
        || is_in(PLURALS, word)
        || (word.len() > 4 && word.ends_with("men"))
}

impl<'d> Cursor<'d, '_> {
    fn counted_at(&self, at: usize) -> Option<(usize, Match<'d>)> {
        self.token(at)?;
        let (end, hit) = self.document.lookup(TableId::Counted, at, self.lexicon)?;
        (end <= self.limit).then_some((end, hit))
    }

    /// The noun the lexicon counts at a token.
    fn noun_at(&self, at: usize) -> Option<(usize, Match<'d>)> {
        self.counted_at(at)
            .filter(|(_, hit)| matches!(hit.entry.class.as_str(), "people" | "person" | "thing"))
    }

    /// The state at a token, of these classes.
    fn state_at(&self, at: usize, classes: &[&str]) -> Option<(usize, &'d str)> {
        let (end, hit) = self.counted_at(at)?;
        classes.contains(&hit.entry.class.as_str()).then_some((end, hit.entry.canonical.as_str()))
    }

    /// True where a noun that the lexicon counts, or the look of a plural, begins.
    pub(super) fn begins_counted(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
            && (self.noun_at(at).is_some() || is_plural(self.folded(at)) && !is_in(CLOSED, self.folded(at)))
    }

    /// True where a noun that the lexicon counts begins.
    pub(super) fn is_lexical(&self, at: usize) -> bool {
        self.noun_at(at).is_some()
    }

    /// "A population of 120,000".
    pub(super) fn is_population(&self, start: usize) -> bool {
        start >= self.start + 2
            && self.before(start) == "of"
            && self.document.folded(start - 2) == "population"
    }

    /// True of a word that is none of the closed classes.
    pub(super) fn is_noun_like(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word) && !is_in(CLOSED, self.folded(at))
    }

    /// What a number that ends at a token counts.
    pub(super) fn counted(&self, end: usize, number: &Numeral, kind: QuantityKind) -> Counted {
        let mut at = end;
        let mut counted = Counted::default();
        // "20-member", "two-bedroom"
        if self.surface(at) == "-" && self.attached(at) && self.attached(at + 1) {
            if self.is_noun_like(at + 1) && !number.share {
                self.name(&mut counted, at + 1, at + 2, at + 1);
            }
            return counted;
        }
        // ", " before an adjective is rare, and "12, police said" is not.
        if self.folded(at) == "of" {
            counted.partitive = true;
            at += 1;
            while self.is_determiner(at) {
                at += 1;
            }
            if matches!(self.folded(at), "them" | "us" | "you" | "whom" | "which" | "it" | "this" | "that") {
                return Counted::default();
            }
            // "Three of the 20 soldiers": the noun stands behind the other number, which keeps it.
            if self.token(at).is_some_and(|t| t.may_begin_number()) {
                let Some(inner) = self.numeral(at, false) else { return Counted::default() };
                let mut whole = self.phrase(inner.end, true, Counted::default());
                (whole.end, whole.state, whole.partitive) = (0, None, true);
                return whole;
            }
        } else if kind == QuantityKind::Percent && !(number.share && self.is_determiner(at)) {
            return counted;
        }
        if kind == QuantityKind::Percent {
            while self.is_determiner(at) {
                at += 1;
            }
        }
        let many = number.high != 1.0 && kind != QuantityKind::Ordinal;
        self.phrase(at, many, counted)
    }

    fn is_determiner(&self, at: usize) -> bool {
        matches!(
            self.folded(at),
            "the"
                | "these"
                | "those"
                | "his"
                | "her"
                | "its"
                | "their"
                | "our"
                | "my"
                | "all"
                | "some"
                | "a"
                | "an"
                | "your"
                | "that"
                | "this"
        )
    }

    /// The noun phrase at a token. `many` is true where the noun must be a plural.
    fn phrase(&self, from: usize, many: bool, mut counted: Counted) -> Counted {
        let mut at = from;
        // The noun as far as read: where it begins and ends; and whether it is sure to be one.
        let mut head: Option<(usize, usize, bool)> = None;
        let mut words = 0;
        while words < 8 {
            let Some(token) = self.token(at) else { break };
            let folded = self.folded(at);
            let sure = head.is_some_and(|h| h.2);
            match token.kind {
                TokenKind::Punctuation
                    if self.surface(at) == "-" && self.attached(at) && self.attached(at + 1) =>
                {
                    // "small-scale attacks": what stands before a hyphen is no noun on its own.
                    if sure {
                        break;
                    }
                    head = None;
                    at += 1;
                    continue;
                }
                TokenKind::Possessive if counted.partitive && head.is_some() => {
                    head = None;
                    at += 1;
                    continue;
                }
                // "10 'moderate' rebels"
                TokenKind::Word => {}
                _ => break,
            }
            if let Some((end, state)) =
                self.state_at(at, &["state", "state_after"]).filter(|&(end, _)| self.is_participle(at, end))
            {
                let noun = self.begins_counted(end) && !sure && !self.is_object_verb(at, end);
                if sure || head.is_some() && !noun {
                    break;
                }
                counted.state = Some(state.to_owned());
                if !noun {
                    // "20 wounded"
                    counted.end = end;
                    return counted;
                }
                at = end;
                words += 1;
                continue;
            }
            if let Some((end, state)) = self.state_at(at, &["state_noun"]).filter(|_| !sure) {
                // "10 deaths"
                counted.state = Some(state.to_owned());
                counted.breadth = Breadth::People;
                counted.end = end;
                return counted;
            }
            if matches!(
                folded,
                "more"
                    | "others"
                    | "other"
                    | "additional"
                    | "further"
                    | "such"
                    | "new"
                    | "different"
                    | "separate"
                    | "extra"
            ) {
                if sure {
                    break;
                }
                if !self.begins_counted(at + 1) && !self.is_noun_like(at + 1) {
                    counted.end = at + 1;
                    break;
                }
                at += 1;
                continue;
            }
            if matches!(folded, "and" | "or") {
                let joins = head.is_some()
                    && !sure
                    && self.is_noun_like(at + 1)
                    && (at + 2..at + 5).any(|n| self.begins_counted(n));
                if !joins {
                    break;
                }
                at += 1;
                continue;
            }
            if is_in(CLOSED, folded) {
                break;
            }
            if sure {
                // "Police officers", "women police officers"; but not "people living", "men armed".
                let (end, noun) = match self.noun_at(at) {
                    Some((end, hit)) if hit.entry.class != "thing" => (end, true),
                    _ => (at + 1, false),
                };
                let joined = head.is_some_and(|h| self.document.folded(h.1 - 1).ends_with('s'));
                if !noun || joined || token.shape != self.shape_of(head) {
                    break;
                }
                head = Some((at, end, true));
                at = end;
                words += 1;
                continue;
            }
            if let Some((end, _)) = self.noun_at(at) {
                head = Some((at, end, true));
                at = end;
            } else {
                head = Some((at, at + 1, is_plural(folded)));
                at += 1;
            }
            words += 1;
        }
        let Some((first, end, sure)) = head else { return counted };
        let singular_fits = !many && self.token(first).is_some_and(|t| t.shape == Shape::Lower);
        // "2 million" before a verb, "10 in Iran": a noun in the singular behind a number is none.
        if !sure && !singular_fits {
            return counted;
        }
        self.name(&mut counted, first, end, from);
        counted
    }

    fn shape_of(&self, head: Option<(usize, usize, bool)>) -> Shape {
        head.and_then(|h| self.token(h.0)).map_or(Shape::Lower, |t| t.shape)
    }

    /// True of a state that can describe a noun or stand for one ("wounded", "dead"); "rescue workers" are not rescued.
    fn is_participle(&self, at: usize, end: usize) -> bool {
        let word = self.folded(end.saturating_sub(1));
        word.ends_with("ed")
            || matches!(word, "hurt" | "slain")
            || self.state_at(at, &["state_after"]).is_some_and(|(_, _)| word != "die" && word != "dies")
    }

    /// True where a state at `at` is a verb with an object behind: "gunmen killed soldiers" read from "gunmen".
    fn is_object_verb(&self, at: usize, _end: usize) -> bool {
        matches!(self.folded(at), "killing" | "kills" | "injuring" | "wounding" | "arresting")
    }

    /// Takes the tokens from `first` to `end` as the noun, those from `from` as what describes it.
    fn name(&self, counted: &mut Counted, first: usize, end: usize, from: usize) {
        let last = self.document.folded(end.saturating_sub(1));
        counted.noun = Some(stem(last).into_owned());
        counted.end = end;
        if let Some((_, hit)) = self.noun_at(first) {
            counted.concept = Some(hit.entry.canonical.clone());
            counted.breadth = match hit.entry.class.as_str() {
                "people" => Breadth::People,
                "person" => Breadth::Person,
                _ => Breadth::Thing,
            };
        }
        counted.described = (from..end.saturating_sub(1))
            .filter(|&at| self.kind(at) == Some(TokenKind::Word) && !is_in(CLOSED, self.folded(at)))
            .map(|at| stem(self.document.folded(at)).into_owned())
            .collect();
    }

    /// The state told outside of the noun phrase, which goes from `start` to `end`: behind it ("were killed"), before it
    /// ("killing 10 people"), or by a toll ("the death toll rose to 10").
    pub(super) fn state_around(
        &self,
        start: usize,
        end: usize,
        counted: &Counted,
        kind: QuantityKind,
    ) -> Option<String> {
        if let Some(state) = self.state_behind(end) {
            return Some(state.to_owned());
        }
        if let Some(state) = self.state_before(start) {
            return Some(state.to_owned());
        }
        let persons = counted.breadth != Breadth::Thing
            && (counted.noun.is_none() || counted.breadth != Breadth::Unknown);
        (persons && !matches!(kind, QuantityKind::Ordinal))
            .then(|| self.toll_before(start))
            .flatten()
            .map(str::to_owned)
    }

    fn state_behind(&self, end: usize) -> Option<&'d str> {
        let mut at = end;
        let mut passive = false;
        for _ in 0..8 {
            if let Some((after, state)) = self.wide().state_at(at, &["state", "state_after"]) {
                let active = !passive && self.wide().has_object(after);
                let participle = !self.document.folded(at).ends_with("ing");
                let after_only = self.wide().state_at(at, &["state_after"]).is_some();
                return (!active && participle || after_only).then_some(state);
            }
            let word = self.wide().folded(at);
            // "Were shot and killed", "shot, killed"
            if matches!(word, "shot" | "stabbed" | "beaten" | "tortured" | "raped" | "robbed" | "attacked") {
                at += 1;
                at += usize::from(self.wide().surface(at) == ",");
                at += usize::from(self.wide().folded(at) == "and");
                continue;
            }
            if !is_in(AUXILIARY, word) {
                return None;
            }
            passive |= matches!(
                word,
                "was"
                    | "were"
                    | "been"
                    | "is"
                    | "are"
                    | "be"
                    | "being"
                    | "feared"
                    | "reported"
                    | "reportedly"
                    | "left"
                    | "believed"
                    | "confirmed"
            );
            at += 1;
        }
        None
    }

    /// The same stretch, but to the end of the sentence: a date may stand between.
    fn wide(&self) -> Self {
        Cursor { limit: self.end, ..*self }
    }

    /// True where an object follows a verb that ends at a token.
    fn has_object(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| {
            t.kind == TokenKind::Number
                || t.begins.is_number_word()
                || self.is_determiner(at)
                || matches!(self.folded(at), "at" if self.folded(at + 1) == "least")
                || (t.is_capitalised() && !self.is_heading() && !t.begins.is_calendar_word())
        })
    }

    fn state_before(&self, start: usize) -> Option<&'d str> {
        let mut at = start;
        // "killed another 10", "injuring a total of 10".
        while at > self.heading
            && matches!(
                self.document.folded(at - 1),
                "another"
                    | "further"
                    | "additional"
                    | "the"
                    | "a"
                    | "all"
                    | "other"
                    | "of"
                    | "total"
                    | "only"
                    | "just"
            )
        {
            at -= 1;
        }
        let from = at.checked_sub(1).filter(|&p| p >= self.heading)?;
        let wide = self.wide();
        for words in 1..=4 {
            let Some(begin) = (from + 1).checked_sub(words).filter(|&b| b >= self.heading) else { break };
            if let Some((end, state)) = wide.state_at(begin, &["state"]) {
                if end == from + 1 && !self.is_passive(begin) {
                    return Some(state);
                }
            }
            if let Some((end, state)) = wide.state_at(begin, &["state_noun"]) {
                // "The deaths of 10 people"
                if end == from + 1 && self.document.folded(start.saturating_sub(1)) == "of" || end == from {
                    return Some(state)
                        .filter(|_| self.document.folded(from) == "of" || end == from + 1 && at < start);
                }
            }
        }
        None
    }

    /// "Were killed 10 days ago" has no object.
    fn is_passive(&self, verb: usize) -> bool {
        verb > self.heading
            && matches!(
                self.document.folded(verb - 1),
                "was" | "were" | "been" | "being" | "be" | "is" | "are"
            )
    }

    /// "The death toll rose to 10": a toll to the left in the same clause, with no other number between.
    fn toll_before(&self, start: usize) -> Option<&'d str> {
        let wide = self.wide();
        let reach = start.saturating_sub(14).max(self.heading);
        for at in (reach..start).rev() {
            let token = self.document.tokens().get(at)?;
            if token.kind == TokenKind::Number
                || matches!(self.document.folded(at), "," | ";" | ":" | "(" | "and")
            {
                return None;
            }
            if let Some((_, state)) = wide.state_at(at, &["toll"]) {
                return Some(state);
            }
        }
        None
    }
}

/// "Killing 10 people and three soldiers": what is joined by "and" to those counted before shares their state, where it
/// has none of its own and the state stood before them.
pub(super) fn share_states(document: &Document<'_>, found: &mut [Quantity]) {
    for at in 1..found.len() {
        let (done, rest) = found.split_at_mut(at);
        let (Some(before), Some(this)) = (done.last(), rest.first_mut()) else { continue };
        let joined =
            before.tokens.end + 1 == this.tokens.start && document.folded(before.tokens.end) == "and";
        let alike = before.kind == QuantityKind::Count && this.kind == QuantityKind::Count;
        let led = before.tokens.start > 0
            && document
                .tokens()
                .get(before.tokens.start - 1)
                .is_some_and(|t| t.begins.contains(TableId::Counted));
        if joined && alike && led && this.state.is_none() && this.breadth != Breadth::Thing {
            this.state.clone_from(&before.state);
        }
    }
}

impl Cursor<'_, '_> {
    /// "Old" behind a length of time: "year-old", "years of age"; one past it.
    pub(super) fn old(&self, end: usize) -> Option<usize> {
        let next = end + usize::from(self.surface(end) == "-");
        match self.folded(next) {
            "old" | "olds" => Some(next + 1),
            "of" if self.folded(next + 1) == "age" => Some(next + 2),
            _ => None,
        }
    }

    /// "Aged 48", "Smith, 48,": a bare number that is an age.
    pub(super) fn is_age(&self, start: usize, end: usize, value: f64) -> bool {
        if !(1.0..=120.0).contains(&value) || value.fract() != 0.0 {
            return false;
        }
        let before = self.before(start);
        if matches!(before, "aged" | "age")
            || before == "of" && start >= self.start + 2 && self.document.folded(start - 2) == "age"
        {
            return true;
        }
        if self.kind(start) != Some(TokenKind::Number) || start < self.start + 2 {
            return false;
        }
        let named = self.document.tokens().get(start - 2).is_some_and(|t| {
            t.kind == TokenKind::Word && t.is_capitalised() || matches!(t.kind, TokenKind::Possessive)
        });
        let after = self.wide().surface(end);
        let closes = matches!(after, "," | "." | ";" | ")") || end >= self.end;
        match (before, closes) {
            (",", true) => named && value >= 3.0 && after != ")",
            ("(", true) => named && after == ")" && value >= 10.0,
            _ => false,
        }
    }

    /// "Magnitude 6.1", "magnitude of 5.9", "magnitude-6.0": where it begins.
    pub(super) fn magnitude_before(&self, start: usize) -> Option<usize> {
        let mut at = start;
        while at > self.start
            && matches!(
                surface_of(self, at - 1),
                "-" | "of" | "about" | "around" | "at" | "was" | "preliminary"
            )
        {
            at -= 1;
        }
        (at > self.start && start - at <= 3 && self.before(at) == "magnitude").then(|| at - 1)
    }

    /// "On the Richter scale" behind: one past "Richter scale".
    pub(super) fn richter(&self, end: usize) -> Option<usize> {
        let next = end + usize::from(self.folded(end) == "on") + usize::from(self.folded(end + 1) == "the");
        if self.folded(next) != "richter" {
            return None;
        }
        Some(end)
    }
}

fn surface_of<'d>(cursor: &Cursor<'d, '_>, at: usize) -> &'d str {
    match cursor.surface(at) {
        "-" => "-",
        _ => cursor.folded(at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [CLOSED, PLURALS, AUXILIARY] {
            let unsorted: Vec<_> = table.windows(2).filter(|w| w[0] >= w[1]).collect();
            assert!(unsorted.is_empty(), "{unsorted:?}");
        }
    }
}
