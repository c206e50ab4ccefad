//! Runs: stretches of words that are names, cut into single names with their titles.

use std::ops::Range;

use crate::lexicon::{Entry, Lexicon, TableId};
use crate::mention::name::evidence::Evidence;
use crate::mention::name::word;
use crate::text::{Document, Sentence, Shape, TokenKind};

/// Longer runs are lists or lines in capitals, not names.
const LONGEST: usize = 12;

/// One name cut from a run.
#[derive(Clone, Debug)]
pub(super) struct Part<'l> {
    pub(super) tokens: Range<usize>,
    pub(super) title: Option<Range<usize>>,
    /// True where the title is a role in small letters, which organisations have beside them too ("the group Hamas").
    pub(super) known: Option<Known<'l>>,
}

/// What the lexicon says of a whole name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'l> {
    pub(super) entry: &'l Entry,
    pub(super) weak: bool,
    pub(super) table: TableId,
}

impl Known<'_> {
    /// True of adjectives and words for peoples.
    pub(super) fn is_demonym(&self) -> bool {
        matches!(self.entry.class.as_str(), "demonym" | "people")
    }
}

/// Reads names off a document in the light of the bundle's evidence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'r, 'a> {
    pub(super) document: &'r Document<'a>,
    pub(super) evidence: &'r Evidence,
    pub(super) lexicon: &'r Lexicon,
}

impl<'r> Reader<'r, '_> {
    /// The names of a sentence, in order.
    pub(super) fn parts(&self, sentence: &Sentence, ambiguous: &[bool], parts: &mut Vec<Part<'r>>) {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let run = self.run(at, sentence, ambiguous);
            if run.is_empty() {
                at += 1;
                continue;
            }
            if !self.is_accidental(&run, sentence, ambiguous) {
                self.cut(run.clone(), sentence, parts);
            }
            at = run.end;
        }
    }

    /// The run of name words that begins at a token; empty where none does.
    fn run(&self, start: usize, sentence: &Sentence, ambiguous: &[bool]) -> Range<usize> {
        let first = sentence.tokens.start;
        let is_name = |at: usize| {
            at < sentence.tokens.end && self.is_name_word(at, ambiguous.get(at - first) == Some(&true), first)
        };
        let leads = word::is_leading_particle(self.folded(start)) || self.is_hyphened_particle(start);
        let begins = if leads && self.shape(start) == Shape::Lower {
            let next = if self.is_hyphen(start + 1) { start + 2 } else { start + 1 };
            if is_name(next) && self.shape(next) != Shape::Lower { Some(next) } else { None }
        } else {
            is_name(start).then_some(start)
        };
        let Some(mut last) = begins else { return start..start };
        loop {
            let next = self.next_word(last, sentence, &is_name);
            match next {
                Some(next) if next < sentence.tokens.end => last = next,
                _ => break,
            }
        }
        start..last + 1
    }

    /// The next word of a run after `last`, over what may stand between two words of one name.
    fn next_word(
        &self,
        last: usize,
        sentence: &Sentence,
        is_name: &impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let (document, next) = (self.document, last + 1);
        let token = document.tokens().get(next).filter(|_| next < sentence.tokens.end)?;
        match token.kind {
            TokenKind::Word if token.is_capitalised() => {
                let generation = word::is_generation(self.folded(next));
                (generation || is_name(next)).then_some(next)
            }
            TokenKind::Word => self.over_particles(last, next, is_name),
            TokenKind::Number => word::takes_number(self.folded(last)).then_some(next),
            TokenKind::Symbol => {
                (document.surface(next) == "&" && is_name(next + 1)).then_some(next + 1)
            }
            TokenKind::Punctuation => match document.surface(next) {
                "." if document.is_attached(next) && self.is_stoppable(last) => {
                    (is_name(next + 1) || word::is_generation(self.folded(next + 1))).then_some(next + 1)
                }
                "," if word::is_generation(self.folded(next + 1)) => Some(next + 1),
                "-" | "‐" | "‑" if document.is_attached(next) && document.is_attached(next + 1) => {
                    self.over_hyphen(last, next + 1, is_name)
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn over_hyphen(&self, last: usize, next: usize, is_name: &impl Fn(usize) -> bool) -> Option<usize> {
        let token = self.document.tokens().get(next)?;
        if token.kind == TokenKind::Number {
            return Some(next);
        }
        if token.is_capitalised() {
            let both = self.is_gazetted(last) && self.is_gazetted(next);
            return (is_name(next) && !both).then_some(next);
        }
        // Kim Jong-un, Moon Jae-in: the second half of a Korean or Chinese given name.
        let folded = self.folded(next);
        let given = token.shape == Shape::Lower
            && (2..=5).contains(&folded.len())
            && !word::is_adjectival_tail(folded)
            && !token.begins.contains(TableId::Common)
            && last.checked_sub(1).is_some_and(|t| self.is_capital(t));
        if given || (matches!(folded, "in" | "un" | "on") && last.checked_sub(1).is_some_and(|t| self.is_capital(t)))
        {
            return Some(next);
        }
        // Bilad-al-Sham, Port-au-Prince, Stratford-upon-Avon.
        let beyond = next + 2;
        (token.shape == Shape::Lower
            && self.is_hyphen(next + 1)
            && self.document.is_attached(next + 1)
            && folded.len() <= 4
            && is_name(beyond))
        .then_some(beyond)
    }

    /// Over "of", "de", "al-" and the like to the next word of the name.
    fn over_particles(&self, last: usize, next: usize, is_name: &impl Fn(usize) -> bool) -> Option<usize> {
        let folded = self.folded(next);
        if word::is_article_particle(folded) && self.is_hyphen(next + 1) {
            return is_name(next + 2).then_some(next + 2);
        }
        match folded {
            "of" | "for" | "on" => {
                let takes = word::takes_complement(self.folded(last)) && (folded != "on" || is_body(self.folded(last)));
                let mut beyond = next + 1;
                if self.folded(beyond) == "the" {
                    beyond += 1;
                }
                (takes && self.is_capital(beyond) && is_name(beyond)).then_some(beyond)
            }
            "and" => self.is_one_over_and(last, next + 1, is_name).then_some(next + 1),
            _ if word::is_particle(folded) && !word::is_article_particle(folded) => {
                // Up to three in a row: "von und zu", "de la".
                let beyond = (next + 1..next + 4).find(|&t| !word::is_particle(self.folded(t)))?;
                let beyond = if self.is_hyphen(beyond) { beyond + 1 } else { beyond };
                (self.is_capital(beyond) && is_name(beyond)).then_some(beyond)
            }
            // "Mahamane el Moctar" without its hyphen.
            "al" | "el" => (self.is_capital(next + 1) && is_name(next + 1)).then_some(next + 1),
            _ => None,
        }
    }

    /// "Immigration and Customs Enforcement": what stands before "and" names nothing by itself, what follows ends an
    /// organisation; or "of" has opened a list ("Department of Health and Human Services").
    fn is_one_over_and(&self, last: usize, next: usize, is_name: &impl Fn(usize) -> bool) -> bool {
        if !self.is_capital(next) || !is_name(next) {
            return false;
        }
        let end = (next..next + 4).take_while(|&t| self.is_capital(t)).last().unwrap_or(next);
        if !word::ends_organisation(self.folded(end)) {
            return false;
        }
        let opened = last.checked_sub(1).is_some_and(|t| matches!(self.folded(t), "of" | "for"))
            || last.checked_sub(2).is_some_and(|t| matches!(self.folded(t), "of" | "for"));
        opened || (end > next && self.is_common(last) && !self.is_gazetted(last))
    }

    /// True where this word, with its capital, is part of a name.
    fn is_name_word(&self, at: usize, doubtful: bool, first: usize) -> bool {
        let Some(token) = self.document.tokens().get(at) else { return false };
        if token.kind != TokenKind::Word || !token.is_capitalised() {
            return false;
        }
        let folded = self.folded(at);
        if word::is_calendar_word(folded) || (word::is_bare_abbreviation(folded) && !self.is_pair_at(at, first)) {
            return false;
        }
        if word::is_function_word(folded) {
            return self.is_exact(at, doubtful) || self.is_known_phrase(at, doubtful);
        }
        if word::is_ambiguous_month(folded) {
            return self.is_month_name(at, first);
        }
        if self.is_prefix(at) {
            return false;
        }
        if !doubtful || self.is_pair_at(at, first) || self.is_known_phrase(at, doubtful) {
            return true;
        }
        let seen = self.evidence.word(folded);
        let begins = token.begins;
        let next_capital = self.is_capital(at + 1) || (self.is_stop(at + 1) && self.is_capital(at + 2));
        if begins.contains(TableId::Title) && next_capital {
            return true;
        }
        if begins.contains(TableId::GivenName) && next_capital && seen.lower == 0 {
            return true;
        }
        if seen.is_name() {
            return true;
        }
        let common = begins.contains(TableId::Common) || seen.lower > 0;
        if begins.contains(TableId::Place) || begins.contains(TableId::Organisation) {
            return self.known(at, at + 1).is_some() && (!common || self.is_demonym(at));
        }
        if common {
            return false;
        }
        if begins.contains(TableId::GivenName) {
            return true;
        }
        // Unknown to all: a name, unless it looks like an English word or all around it is in capitals.
        let plain = !word::has_common_ending(folded) && !folded.ends_with('s') && folded.len() > 1;
        let sentence_start = at == first || self.shape(at + 1) == Shape::Lower || !self.is_capital(at + 1);
        (plain && sentence_start && !self.in_capitals(at)) || (next_capital && at == first && plain)
    }

    /// True where it and a neighbour were seen side by side in capitals that say something.
    fn is_pair_at(&self, at: usize, first: usize) -> bool {
        let with_next = self.is_capital(at + 1) && self.evidence.is_pair(self.folded(at), self.folded(at + 1));
        let with_previous = at > first
            && self.is_capital(at - 1)
            && self.evidence.is_pair(self.folded(at - 1), self.folded(at));
        let title = |t: usize| word::is_function_word(self.folded(t));
        (with_next && !title(at) && !title(at + 1)) || (with_previous && !title(at - 1) && !title(at))
    }

    /// True of "US", "WHO", "IS", which only their capitals tell from words of grammar.
    fn is_exact(&self, at: usize, doubtful: bool) -> bool {
        self.shape(at) == Shape::Upper
            && (!doubtful || !self.in_capitals(at) || self.folded(at) == "us")
            && self.known(at, at + 1).is_some()
    }

    /// True where a form of two words or more begins here, all of its content words with capitals.
    fn is_known_phrase(&self, at: usize, doubtful: bool) -> bool {
        let capitals = |end: usize| {
            end > at + 1
                && (at..end).all(|t| {
                    !self.document.tokens()[t].is_word()
                        || self.shape(t) != Shape::Lower
                        || word::is_function_word(self.folded(t))
                        || word::is_particle(self.folded(t))
                })
        };
        let _ = doubtful;
        [TableId::Place, TableId::Organisation]
            .into_iter()
            .filter_map(|table| self.document.lookup(table, at, self.lexicon))
            .any(|(end, _)| capitals(end))
    }

    fn is_month_name(&self, at: usize, first: usize) -> bool {
        let previous = at.checked_sub(1).filter(|&t| t >= first);
        let before = previous.map_or("", |t| self.folded(t));
        if word::precedes_month(before) {
            return false;
        }
        let titled = previous.is_some_and(|t| {
            let begins = self.document.tokens()[t].begins;
            begins.contains(TableId::Title) || (self.is_capital(t) && begins.contains(TableId::GivenName))
        });
        let next = self.document.tokens().get(at + 1);
        let dated = next.is_some_and(|t| t.kind == TokenKind::Number);
        let leads = self.is_capital(at + 1)
            && !word::is_calendar_word(self.folded(at + 1))
            && self.document.tokens()[at].begins.contains(TableId::GivenName);
        let person = self.evidence.word(self.folded(at)).person >= 2 && previous.is_some();
        !dated && (titled || leads || person)
    }

    /// A lone capital in the middle of a sentence on a word the bundle, or the language, has as a common one.
    fn is_accidental(&self, run: &Range<usize>, sentence: &Sentence, ambiguous: &[bool]) -> bool {
        if run.len() != 1 || self.shape(run.start) == Shape::Mixed {
            return false;
        }
        let at = run.start;
        let seen = self.evidence.word(self.folded(at));
        let token = self.document.tokens()[at];
        if self.shape(at) == Shape::Upper {
            // Shouted, or an acronym.
            let doubtful = ambiguous.get(at - sentence.tokens.start) == Some(&true);
            return !self.is_exact(at, doubtful) && (seen.lower > 0 || token.begins.contains(TableId::Common));
        }
        if self.known(at, at + 1).is_some() {
            return false;
        }
        // A single letter ("Plan B") names nothing.
        self.folded(at).chars().count() < 2
            || seen.is_common()
            || (token.begins.contains(TableId::Common) && seen.person == 0 && seen.alone < 2)
    }

    /// Cuts a run into names.
    fn cut(&self, run: Range<usize>, sentence: &Sentence, parts: &mut Vec<Part<'r>>) {
        let mut at = run.start;
        let mut title = self.title_before(run.start, sentence);
        while at < run.end {
            if !self.document.tokens()[at].is_word() {
                at += 1;
                continue;
            }
            let known = self.longest_known(at, run.end);
            let known_end = known.map_or(at, |(end, _)| end);
            if let Some((end, named)) = self.title(at, run.end) {
                if known_end <= end && self.holds_title(at, end, run.end) {
                    if named {
                        title = Some(title.map_or(at, |t: Range<usize>| t.start)..end);
                    }
                    at = end;
                    continue;
                }
            }
            let end = self.end_of_name(at, run.end, known);
            if end - at <= LONGEST * 2 {
                let known = known.filter(|&(e, _)| e == end).map(|(_, known)| known);
                parts.push(Part { tokens: at..end, title: title.take(), known });
            }
            title = None;
            at = end;
        }
    }

    /// Where the name that begins at `at` ends within its run.
    fn end_of_name(&self, at: usize, end: usize, known: Option<(usize, Known<'r>)>) -> usize {
        if let Some((known_end, known)) = known.filter(|&(e, _)| e < end) {
            let next = self.skip_marks(known_end, end);
            if next < end && self.begins_another(at, &known, next, end) {
                return known_end;
            }
        }
        let from = known.map_or(at + 1, |(e, _)| e.max(at + 1));
        for next in from..end {
            let is_word = self.document.tokens()[next].is_word();
            if is_word && self.is_capital(next) && !self.is_hyphen(next - 1) {
                if let Some((title_end, true)) = self.title(next, end) {
                    let strong = self.longest_known(next, end).is_none_or(|(e, _)| e <= title_end);
                    let whole = self.evidence.is_pair(self.folded(next - 1), self.folded(next))
                        && !self.is_gazetted(next - 1)
                        && title_end - next == 1
                        && self.is_noble(next);
                    if strong && !whole && self.holds_title(next, title_end, end) {
                        return self.trim(at, next);
                    }
                }
            }
        }
        end
    }

    /// True where a new name begins at `next`, after a place, people or organisation that the lexicon knows.
    fn begins_another(&self, at: usize, known: &Known<'_>, next: usize, end: usize) -> bool {
        if self.title(next, end).is_some_and(|(e, named)| !named || self.holds_title(next, e, end) || e >= end) {
            return true;
        }
        let last = self.folded(end - 1);
        let closes = word::ends_organisation(last) || word::ends_place(last);
        let words = (next..end).filter(|&t| self.is_capital(t)).count();
        let given = self.document.tokens()[next].begins.contains(TableId::GivenName);
        let itself_given = self.document.tokens()[at].begins.contains(TableId::GivenName) && next - at == 1;
        let another = self.longest_known(next, end);
        if known.is_demonym() {
            return another.is_some_and(|(e, k)| e == end && (k.is_demonym() || k.table == TableId::Organisation && k.entry.class != "generic"))
                || (given && words > 1 && !closes);
        }
        (given && words > 1 && !closes && !itself_given) || another.is_some_and(|(e, k)| e == end && k.is_demonym())
    }

    /// The title at a token, with where it ends and whether it says more than "former" or "acting".
    pub(super) fn title(&self, at: usize, end: usize) -> Option<(usize, bool)> {
        let (mut next, mut named, mut found) = (at, false, at);
        while next < end {
            let hit = self.document.lookup(TableId::Title, next, self.lexicon).filter(|&(e, _)| e <= end);
            let (e, modifier) = match hit {
                Some((e, hit)) => (e, hit.entry.class == "modifier"),
                None => match self.role(next, end) {
                    Some(e) => (e, false),
                    None => break,
                },
            };
            named |= !modifier;
            found = e;
            next = self.skip_marks(e, end);
        }
        (found > at).then_some((if named { found } else { next.max(found) }, named))
    }

    /// A role noun in capitals that may stand before a name ("Detective", "Spokesman").
    fn role(&self, at: usize, end: usize) -> Option<usize> {
        let (e, hit) = self.document.lookup(TableId::Role, at, self.lexicon).filter(|&(e, _)| e <= end)?;
        let class = hit.entry.class.as_str();
        let prefix = matches!(class, "office" | "military" | "police" | "justice" | "media" | "business" | "religion");
        (prefix && !hit.weak).then_some(e)
    }

    /// True where what follows a title makes it one: a name, and not the rest of a place or organisation ("King County").
    fn holds_title(&self, at: usize, end: usize, run_end: usize) -> bool {
        let next = self.skip_marks(end, run_end);
        if next >= run_end {
            return true;
        }
        if word::is_generation(self.folded(next)) {
            return false;
        }
        let last = self.folded(run_end - 1);
        let words = (next..run_end).filter(|&t| self.is_capital(t)).count();
        let closes = word::ends_organisation(last) || word::ends_place(last);
        let given = self.document.tokens()[next].begins.contains(TableId::GivenName);
        let honorific = end - at == 1 && !self.is_noble(at) && words == 1;
        !closes || (given && words == 2) || (honorific && matches!(self.folded(at), "mr" | "mrs" | "ms" | "dr" | "gov" | "sen" | "rep" | "gen" | "col" | "sgt"))
            || self.next_title(next, run_end)
    }

    fn next_title(&self, from: usize, end: usize) -> bool {
        (from + 1..end).any(|t| self.is_capital(t) && self.document.lookup(TableId::Title, t, self.lexicon).is_some_and(|(e, _)| e < end))
    }

    fn is_noble(&self, at: usize) -> bool {
        self.document
            .lookup(TableId::Title, at, self.lexicon)
            .is_some_and(|(_, hit)| matches!(hit.entry.class.as_str(), "noble" | "religious"))
    }

    /// The title or role in small letters right before a run ("president Bazoum", "spokesman Paul Udoto").
    fn title_before(&self, start: usize, sentence: &Sentence) -> Option<Range<usize>> {
        let first = sentence.tokens.start;
        let stop = usize::from(start > first && self.is_stop(start - 1));
        let end = start - stop;
        let mut from = end;
        // Titles of several words, and several titles, up to six words back.
        while from > first && end - from < 6 {
            let hit = (1..=4).rev().filter_map(|n| from.checked_sub(n)).filter(|&t| t >= first).find(|&t| {
                self.shape(t) == Shape::Lower
                    && [TableId::Title, TableId::Role].into_iter().any(|table| {
                        self.document.lookup(table, t, self.lexicon).is_some_and(|(e, hit)| {
                            e == from && !hit.weak && (from < end || hit.entry.class != "modifier")
                        })
                    })
            });
            match hit {
                Some(t) => from = t,
                None => break,
            }
        }
        (from < end).then_some(from..end)
    }

    /// The longest form of a place or organisation that begins at `at` and ends by `end`.
    pub(super) fn longest_known(&self, at: usize, end: usize) -> Option<(usize, Known<'r>)> {
        let mut best: Option<(usize, Known<'r>)> = None;
        for table in [TableId::Place, TableId::Organisation] {
            let Some((e, hit)) = self.document.lookup(table, at, self.lexicon) else { continue };
            if e <= end && best.is_none_or(|(b, _)| e > b) {
                best = Some((e, Known { entry: hit.entry, weak: hit.weak, table }));
            }
        }
        best
    }

    fn known(&self, at: usize, end: usize) -> Option<Known<'r>> {
        self.longest_known(at, end).filter(|&(e, _)| e == end).map(|(_, known)| known)
    }

    fn is_demonym(&self, at: usize) -> bool {
        self.known(at, at + 1).is_some_and(|k| k.is_demonym())
    }

    fn is_gazetted(&self, at: usize) -> bool {
        self.known(at, at + 1).is_some()
    }

    fn is_common(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|t| t.begins.contains(TableId::Common))
            || self.evidence.word(self.folded(at)).lower > 0
    }

    fn is_prefix(&self, at: usize) -> bool {
        word::is_prefix(self.folded(at))
            && ((self.is_hyphen(at + 1) && self.document.is_attached(at + 1)) || self.shape(at) == Shape::Lower)
    }

    fn is_hyphened_particle(&self, at: usize) -> bool {
        word::is_article_particle(self.folded(at)) && self.is_hyphen(at + 1) && self.document.is_attached(at + 1)
    }

    /// An initial, or a title that is written with a full stop.
    fn is_stoppable(&self, at: usize) -> bool {
        let folded = self.folded(at);
        folded.chars().count() == 1
            || self.document.tokens().get(at).is_some_and(|t| t.begins.contains(TableId::Title))
            || matches!(folded, "st" | "ft" | "mt" | "jr" | "sr")
    }

    fn in_capitals(&self, at: usize) -> bool {
        self.shape(at) == Shape::Upper
            && (self.shape(at + 1) == Shape::Upper || at.checked_sub(1).is_some_and(|t| self.shape(t) == Shape::Upper))
    }

    fn skip_marks(&self, at: usize, end: usize) -> usize {
        (at..end).find(|&t| self.document.tokens()[t].is_word()).unwrap_or(end)
    }

    /// One past the last word before `end`.
    fn trim(&self, start: usize, end: usize) -> usize {
        (start..end).rev().find(|&t| self.document.tokens()[t].is_word()).map_or(end, |t| t + 1)
    }

    fn is_stop(&self, at: usize) -> bool {
        self.document.surface(at) == "." && self.document.is_attached(at)
    }

    fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.document.surface(at), "-" | "‐" | "‑")
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|t| t.is_capitalised())
    }

    pub(super) fn shape(&self, at: usize) -> Shape {
        self.document.tokens().get(at).map_or(Shape::None, |t| t.shape)
    }

    pub(super) fn folded(&self, at: usize) -> &'r str {
        self.document.folded(at)
    }
}

/// Bodies that sit "on" a matter.
fn is_body(word: &str) -> bool {
    matches!(word, "commission" | "committee" | "council" | "subcommittee" | "force" | "panel" | "conference" | "institute")
}
