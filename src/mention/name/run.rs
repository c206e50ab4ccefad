//! Runs: sequences of words that are names, judged by the bundle's evidence and by the words that can join names.

use std::ops::Range;

use crate::lexicon::closed::{self as word, Class};
use crate::lexicon::{Entry, Lexicon, Match, TableId, key};
use crate::mention::name::cut::Part;
use crate::mention::name::evidence::{Doubt, Evidence, Reading, Word};
use crate::text::{Document, Sentence, Shape, Token, TokenKind};

/// The most tokens in a run. Longer sequences of capitals are lists or not prose, and the cost must stay bounded.
const LONGEST: usize = 48;

/// What the lexicon says about a whole name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'l> {
    pub(super) entry: &'l Entry,
    pub(super) weak: bool,
    pub(super) table: TableId,
}

impl Known<'_> {
    /// True for adjectives and names of peoples.
    pub(super) fn is_demonym(&self) -> bool {
        matches!(self.entry.class.as_str(), "demonym" | "people")
    }
}

/// Finds the names in a document, given the bundle's evidence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'r, 'a> {
    pub(super) document: &'r Document<'a>,
    pub(super) evidence: &'r Evidence,
    pub(super) lexicon: &'r Lexicon,
    /// What is recorded about the document's tokens.
    pub(super) record: &'r Reading,
}

impl<'r> Reader<'r, '_> {
    /// The names of a sentence, in order.
    pub(super) fn parts(&self, sentence: &Sentence, doubts: &[Doubt], parts: &mut Vec<Part<'r>>) {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            // Nearly all words begin no name.
            let may_begin = self.is_capital(at)
                || self.is(at, Class::LeadingParticle)
                || self.is(at, Class::ArticleParticle);
            let run = if may_begin { self.run(at, sentence, doubts) } else { at..at };
            if run.is_empty() {
                at += 1;
                continue;
            }
            if !self.is_accidental(&run, sentence, doubts) {
                self.cut(run.clone(), sentence, parts);
            }
            at = run.end;
        }
    }

    /// The run of name words that begins at a token; empty if there is none.
    fn run(&self, start: usize, sentence: &Sentence, doubts: &[Doubt]) -> Range<usize> {
        let first = sentence.tokens.start;
        let is_name = |at: usize| {
            let doubt = doubts.get(at.wrapping_sub(first)).copied().unwrap_or(Doubt::None);
            at < sentence.tokens.end && self.is_name_word(at, doubt, first)
        };
        let leads = self.is(start, Class::LeadingParticle) || self.is_hyphened_particle(start);
        let begins = if leads && self.shape(start) == Shape::Lower {
            let next = if self.is_hyphen(start + 1) { start + 2 } else { self.past_particles(start + 1) };
            if is_name(next) && self.shape(next) != Shape::Lower { Some(next) } else { None }
        } else if is_name(start) {
            Some(start)
        } else {
            // "De la Cruz said": a sentence begins with the particle.
            let next = self.past_particles(start + 1);
            let leads = self.is(start, Class::LeadingParticle) && next > start + 1;
            (leads && self.is_capital(next) && is_name(next)).then_some(next)
        };
        let Some(mut last) = begins else { return start..start };
        loop {
            let next = self.next_word(start, last, sentence, &is_name);
            match next {
                Some(next) if next < sentence.tokens.end && next - start < LONGEST => last = next,
                _ => break,
            }
        }
        start..last + 1
    }

    /// The next word of a run after `last`, skipping what may come between two words of a name.
    fn next_word(
        &self,
        start: usize,
        last: usize,
        sentence: &Sentence,
        is_name: &impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let (document, next) = (self.document, last + 1);
        let token = document.tokens().get(next).filter(|_| next < sentence.tokens.end)?;
        match token.kind {
            TokenKind::Word if token.is_capitalised() => {
                let generation = self.is(next, Class::Generation);
                (generation || is_name(next)).then_some(next)
            }
            TokenKind::Word => {
                self.phrase_end(last, sentence).or_else(|| self.over_particles(start, last, next, is_name))
            }
            TokenKind::Number => self.is(last, Class::TakesNumber).then_some(next),
            TokenKind::Possessive | TokenKind::Quote if document.is_possessive(next) => {
                self.over_possessive(start, last, sentence).filter(|&owned| is_name(owned))
            }
            TokenKind::Symbol => {
                (token.sign == '&' && self.is_capital(next + 1) && is_name(next + 1)).then_some(next + 1)
            }
            TokenKind::Punctuation => match token.sign {
                '.' if document.is_attached(next) && self.is_stoppable(last) => {
                    (is_name(next + 1) || self.is(next + 1, Class::Generation)).then_some(next + 1)
                }
                ',' if self.is(next + 1, Class::Generation) && !document.surface(next + 1).contains('.') => {
                    Some(next + 1)
                }
                ',' if self.is_in_list(start, last, next) => Some(next + 1),
                '-' | '‐' | '‑' if document.is_attached(next) && document.is_attached(next + 1) => {
                    self.over_hyphen(last, next + 1, is_name)
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// The first token that is no particle in lower case, after three at most: "van den Berg", "de la Cruz".
    fn past_particles(&self, at: usize) -> usize {
        let particle = |t: usize| self.is(t, Class::Particle) && self.shape(t) == Shape::Lower;
        at + (at..at + 3).take_while(|&t| particle(t)).count()
    }

    fn over_hyphen(&self, last: usize, next: usize, is_name: &impl Fn(usize) -> bool) -> Option<usize> {
        let token = self.document.tokens().get(next)?;
        if token.kind == TokenKind::Number {
            return Some(next);
        }
        if token.is_capitalised() {
            // "Israel-Hamas", "Trump-Abe": two names, each known by itself.
            let known = |t: usize| {
                let seen = self.seen(t);
                self.is_gazetted(t) || (seen.alone > 1 && seen.person > 0)
            };
            let whole = self.longest_known(last, next + 1).is_some_and(|(e, _)| e > next);
            return (is_name(next) && (whole || !(known(last) && known(next)))).then_some(next);
        }
        // Kim Jong-un, Moon Jae-in: the second half of a Korean or Chinese given name.
        let folded = self.folded(next);
        let given = token.shape == Shape::Lower
            && (2..=5).contains(&folded.len())
            && !self.is(next, Class::AdjectivalTail)
            && !token.begins.contains(TableId::Common)
            && last.checked_sub(1).is_some_and(|t| self.is_capital(t));
        if given
            || (matches!(folded, "in" | "un" | "on" | "moon" | "sun" | "ho" | "song" | "jun")
                && last.checked_sub(1).is_some_and(|t| self.is_capital(t)))
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

    /// Skips "of", "de", "al-" and the like to the next word of the name.
    fn over_particles(
        &self,
        start: usize,
        last: usize,
        next: usize,
        is_name: &impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let folded = self.folded(next);
        if self.is(next, Class::ArticleParticle) && self.is_hyphen(next + 1) {
            return is_name(next + 2).then_some(next + 2);
        }
        match folded {
            "of" | "for" | "on" => {
                // "International Union for Conservation of Nature": a phrase once begun continues.
                let open = folded == "of"
                    && (start.max(last.saturating_sub(4))..last)
                        .any(|t| matches!(self.folded(t), "for" | "on"));
                let takes = open
                    || (self.is(last, Class::TakesComplement)
                        && (folded != "on" || is_body(self.folded(last))));
                let mut beyond = next + 1;
                if self.folded(beyond) == "the" {
                    beyond += 1;
                }
                (takes && self.is_capital(beyond) && is_name(beyond)).then_some(beyond)
            }
            "and" => self.is_one_over_and(last, next + 1, is_name).then_some(next + 1),
            _ if self.is(next, Class::Particle) && !self.is(next, Class::ArticleParticle) => {
                // Up to three in a row: "von und zu", "de la".
                let beyond = (next + 1..next + 4).find(|&t| !self.is(t, Class::Particle))?;
                let beyond = if self.is_hyphen(beyond) { beyond + 1 } else { beyond };
                (self.is_capital(beyond) && is_name(beyond)).then_some(beyond)
            }
            // "Mahamane el Moctar" without its hyphen.
            "al" | "el" => (self.is_capital(next + 1) && is_name(next + 1)).then_some(next + 1),
            _ => None,
        }
    }

    /// "Immigration and Customs Enforcement": what precedes "and" is not a name by itself, and what follows ends an
    /// organisation; or "of" has begun a list ("Department of Health and Human Services").
    fn is_one_over_and(&self, last: usize, next: usize, is_name: &impl Fn(usize) -> bool) -> bool {
        if !self.is_capital(next) || !is_name(next) {
            return false;
        }
        if self.is_in_list(last.saturating_sub(6), last, next - 1) {
            return true;
        }
        let end = (next..next + 4).take_while(|&t| self.is_capital(t)).last().unwrap_or(next);
        // "and Bank of England": another name begins.
        let another = end == next && self.is(next, Class::TakesComplement) && self.folded(next + 1) == "of";
        if !self.is(end, Class::EndsOrganisation) || another {
            return false;
        }
        let opened = last.checked_sub(1).is_some_and(|t| matches!(self.folded(t), "of" | "for"))
            || last.checked_sub(2).is_some_and(|t| matches!(self.folded(t), "of" | "for"));
        let closed = self.is(last, Class::EndsOrganisation) || self.is(last, Class::EndsPlace);
        (opened && !self.is_gazetted(next))
            || (end > next && !closed && self.is_common(last) && !self.is_gazetted(last))
    }

    /// "Ministry of Health, Labour and Welfare": the fields of one institution, single common words separated by commas and a
    /// final "and".
    fn is_in_list(&self, start: usize, last: usize, mark: usize) -> bool {
        if !self.is_capital(last) {
            return false;
        }
        let is_item = |t: usize| {
            let given = self.document.tokens().get(t).is_some_and(|t| t.begins.contains(TableId::GivenName));
            self.is_capital(t) && !given && !self.is_gazetted(t)
        };
        let opened =
            (start..last).rev().take(6).find(|&t| matches!(self.folded(t), "of" | "for" | "on")).is_some_and(
                |t| {
                    t > start
                        && matches!(
                            self.folded(t - 1),
                            "bureau"
                                | "committee"
                                | "department"
                                | "ministry"
                                | "office"
                                | "commission"
                                | "agency"
                        )
                },
            );
        // A comma before or ahead, and "and" within a few words.
        opened
            && is_item(last)
            && is_item(mark + 1)
            && (mark + 1..mark + 6)
                .any(|t| self.folded(t) == "and" && is_item(t + 1) || self.folded(mark) == "and")
            && ((self.folded(mark) == "and" && (start..last).any(|t| self.document.sign(t) == ','))
                || self.document.sign(mark) == ',')
    }

    /// True if this capitalised word is part of a name.
    fn is_name_word(&self, at: usize, doubt: Doubt, first: usize) -> bool {
        let Some(token) = self.document.tokens().get(at) else { return false };
        if token.kind != TokenKind::Word || !token.is_capitalised() {
            return false;
        }
        let folded = self.folded(at);
        let doubtful = doubt != Doubt::None;
        if self.is_known_phrase(at) {
            return true;
        }
        if self.is(at, Class::CalendarWord)
            || (self.is(at, Class::BareAbbreviation) && !self.is_pair_at(at, first))
        {
            return false;
        }
        if self.is(at, Class::FunctionWord) {
            return self.is_initial(at) || self.is_exact(at, doubtful);
        }
        if self.is(at, Class::AmbiguousMonth) {
            return self.is_month_name(at, first);
        }
        if self.is_prefix(at) {
            return false;
        }
        if !doubtful || self.is_pair_at(at, first) {
            return true;
        }
        let seen = self.seen(at);
        let begins = token.begins;
        let next_capital = self.is_capital(at + 1) || (self.is_stop(at + 1) && self.is_capital(at + 2));
        if begins.contains(TableId::Title) && (next_capital || self.is_long_title(at)) {
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
        // Unknown to both: a name, unless it looks like an English word or its surroundings are in capitals.
        doubt == Doubt::Start
            && !word::has_common_ending(folded)
            && !folded.ends_with('s')
            && folded.len() > 1
            && !self.in_capitals(at)
    }

    /// True if a title of several words begins here, with its last word capitalised: "Secretary of Defense".
    fn is_long_title(&self, at: usize) -> bool {
        let title = self.document.lookup(TableId::Title, at, self.lexicon);
        title.is_some_and(|(end, _)| end > at + 1 && self.is_capital(end - 1))
    }

    /// True if it was seen next to its neighbour with informative capitals.
    fn is_pair_at(&self, at: usize, first: usize) -> bool {
        let with_next = self.is_capital(at + 1) && self.is_pair(at, at + 1);
        let with_previous = at > first && self.is_capital(at - 1) && self.is_pair(at - 1, at);
        let title = |t: usize| self.is(t, Class::FunctionWord);
        (with_next && !title(at) && !title(at + 1)) || (with_previous && !title(at - 1) && !title(at))
    }

    /// True for "US", "WHO", "IS", which only capitals distinguish from function words.
    fn is_exact(&self, at: usize, doubtful: bool) -> bool {
        self.shape(at) == Shape::Upper
            && (!doubtful || !self.in_capitals(at) || self.folded(at) == "us")
            && self.known(at, at + 1).is_some()
    }

    /// True for the initials "A." and "I." before another capitalised word; without the full stop they are function words.
    fn is_initial(&self, at: usize) -> bool {
        self.folded(at).len() == 1 && self.is_stop(at + 1) && self.is_capital(at + 2)
    }

    /// True if a form of at least two words begins here with all of its content words capitalised.
    fn is_known_phrase(&self, at: usize) -> bool {
        let capitals = |end: usize| {
            end > at + 1
                && (at..end).all(|t| {
                    !self.document.tokens()[t].is_word()
                        || self.shape(t) != Shape::Lower
                        || self.is(t, Class::FunctionWord)
                        || self.is(t, Class::Particle)
                })
        };
        let Some(token) = self.document.tokens().get(at) else { return false };
        [TableId::Place, TableId::Organisation]
            .into_iter()
            .filter(|&table| token.begins.begins_phrase(table))
            .filter_map(|table| self.document.lookup(table, at, self.lexicon))
            .any(|(end, _)| capitals(end))
    }

    fn is_month_name(&self, at: usize, first: usize) -> bool {
        let previous = at.checked_sub(1).filter(|&t| t >= first);
        if previous.is_some_and(|t| self.is(t, Class::PrecedesMonth)) {
            return false;
        }
        let titled = previous.is_some_and(|t| {
            let begins = self.document.tokens()[t].begins;
            begins.contains(TableId::Title) || (self.is_capital(t) && begins.contains(TableId::GivenName))
        });
        let next = self.document.tokens().get(at + 1);
        let number = |t: &Token| t.kind == TokenKind::Number;
        // "3 March", but not "July 4 May".
        let day = previous.filter(|&t| self.document.tokens().get(t).is_some_and(number));
        let month = |t: usize| self.is(t, Class::CalendarWord) || self.is(t, Class::AmbiguousMonth);
        let dated = next.is_some_and(number) || day.is_some_and(|t| !t.checked_sub(1).is_some_and(month));
        // "Jan van den Berg"
        let beyond = self.past_particles(at + 1);
        let leads = self.is_capital(beyond)
            && !self.is(beyond, Class::CalendarWord)
            && self.document.tokens()[at].begins.contains(TableId::GivenName);
        let person = self.seen(at).person >= 2 && previous.is_some();
        !dated && (titled || leads || person)
    }

    /// True for a single capital within a sentence on a word that is common in the bundle or the language.
    fn is_accidental(&self, run: &Range<usize>, sentence: &Sentence, doubts: &[Doubt]) -> bool {
        // "BIG NEWS": shouted.
        let shouted =
            |t: usize| self.shape(t) == Shape::Upper && self.is_common(t) && self.seen(t).joined < 3;
        if run.len() > 1
            && run.clone().filter(|&t| self.is_capital(t)).all(shouted)
            && self.longest_known(run.start, run.end).is_none()
        {
            return true;
        }
        if run.len() != 1 || self.shape(run.start) == Shape::Mixed {
            return false;
        }
        let at = run.start;
        let seen = self.seen(at);
        let token = self.document.tokens()[at];
        if self.shape(at) == Shape::Upper {
            // Shouted, or an acronym.
            let doubtful = doubts.get(at - sentence.tokens.start).is_some_and(|&d| d != Doubt::None);
            return !self.is_exact(at, doubtful)
                && (seen.lower > 0 || token.begins.contains(TableId::Common));
        }
        if self.known(at, at + 1).is_some() {
            return false;
        }
        // A single letter ("Plan B") is not a name.
        self.folded(at).chars().count() < 2
            || seen.is_common()
            || (token.begins.contains(TableId::Common) && seen.person == 0 && seen.alone < 2)
    }

    /// The longest form of a place or organisation that begins at `at` and ends by `end`.
    pub(super) fn longest_known(&self, at: usize, end: usize) -> Option<(usize, Known<'r>)> {
        let begins = self.document.tokens().get(at)?.begins;
        if !begins.contains(TableId::Place) && !begins.contains(TableId::Organisation) {
            return None;
        }
        let mut best: Option<(usize, Known<'r>)> = None;
        for table in [TableId::Place, TableId::Organisation] {
            let Some((e, hit)) = self.lookup(table, at, end) else { continue };
            if best.is_none_or(|(b, _)| e > b) {
                best = Some((e, Known { entry: hit.entry, weak: hit.weak, table }));
            }
        }
        best
    }

    /// The longest form in a table that begins at `at` and ends by `end`.
    fn lookup(&self, table: TableId, at: usize, end: usize) -> Option<(usize, Match<'r>)> {
        let (longest, hit) = self.document.lookup(table, at, self.lexicon)?;
        if longest <= end {
            return Some((longest, hit));
        }
        // "Wagner group", where only "Wagner" is in the run. This is rare, so building the keys again is cheap.
        (at + 1..=end.min(longest)).rev().find_map(|e| {
            let surface = self.document.span(at..e).slice(self.document.text());
            let hit = self.lexicon.table(table).get(&key(surface), surface)?;
            self.document.tokens().get(e - 1).filter(|t| t.is_word())?;
            Some((e, hit))
        })
    }

    /// Where a title, place or organisation of several words that began at or shortly before `last` ends, if beyond it.
    fn phrase_end(&self, last: usize, sentence: &Sentence) -> Option<usize> {
        let goes_on = self.document.tokens().get(last + 1)?.begins;
        if ![TableId::Title, TableId::Organisation, TableId::Place]
            .iter()
            .any(|&t| goes_on.continues_phrase(t))
        {
            return None;
        }
        let first = last.saturating_sub(3).max(sentence.tokens.start);
        (first..=last)
            .filter(|&at| self.is_capital(at))
            .flat_map(|at| [TableId::Title, TableId::Organisation, TableId::Place].map(|table| (table, at)))
            .filter_map(|(table, at)| self.document.lookup(table, at, self.lexicon))
            .map(|(end, _)| end)
            .find(|&end| end > last + 1 && end <= sentence.tokens.end && self.is_capital(end - 1))
            .map(|end| end - 1)
    }

    pub(super) fn known(&self, at: usize, end: usize) -> Option<Known<'r>> {
        self.longest_known(at, end).filter(|&(e, _)| e == end).map(|(_, known)| known)
    }

    pub(super) fn is_demonym(&self, at: usize) -> bool {
        self.known(at, at + 1).is_some_and(|k| k.is_demonym())
    }

    pub(super) fn is_organisation(&self, at: usize) -> bool {
        self.known(at, at + 1).is_some_and(|k| k.table == TableId::Organisation)
    }

    pub(super) fn is_gazetted(&self, at: usize) -> bool {
        self.known(at, at + 1).is_some() || self.is_known_phrase(at)
    }

    fn is_common(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|t| t.begins.contains(TableId::Common))
            || self.seen(at).lower > 0
    }

    fn is_prefix(&self, at: usize) -> bool {
        self.is(at, Class::Prefix)
            && ((self.is_hyphen(at + 1) && self.document.is_attached(at + 1))
                || self.shape(at) == Shape::Lower)
    }

    fn is_hyphened_particle(&self, at: usize) -> bool {
        self.is(at, Class::ArticleParticle) && self.is_hyphen(at + 1) && self.document.is_attached(at + 1)
    }

    /// True for an initial, or a title written with a full stop.
    fn is_stoppable(&self, at: usize) -> bool {
        let folded = self.folded(at);
        folded.chars().count() == 1
            || self.document.tokens().get(at).is_some_and(|t| t.begins.contains(TableId::Title))
            || matches!(folded, "st" | "ft" | "mt" | "jr" | "sr")
    }

    fn in_capitals(&self, at: usize) -> bool {
        self.shape(at) == Shape::Upper
            && (self.shape(at + 1) == Shape::Upper
                || at.checked_sub(1).is_some_and(|t| self.shape(t) == Shape::Upper))
    }

    pub(super) fn skip_marks(&self, at: usize, end: usize) -> usize {
        (at..end).find(|&t| self.document.tokens()[t].is_word()).unwrap_or(end)
    }

    /// One past the last word before `end`.
    pub(super) fn trim(&self, start: usize, end: usize) -> usize {
        (start..end).rev().find(|&t| self.document.tokens()[t].is_word()).map_or(end, |t| t + 1)
    }

    pub(super) fn is_stop(&self, at: usize) -> bool {
        self.document.sign(at) == '.' && self.document.is_attached(at)
    }

    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.document.sign(at), '-' | '‐' | '‑')
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|t| t.is_capitalised())
    }

    pub(super) fn shape(&self, at: usize) -> Shape {
        self.document.tokens().get(at).map_or(Shape::None, |t| t.shape)
    }

    /// True for a token of a closed word class.
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.document.is(at, class)
    }

    /// What the bundle shows about a token's word.
    pub(super) fn seen(&self, at: usize) -> Word {
        match self.record.word(at) {
            Some(id) => self.evidence.count(id),
            None => match self.document.tokens().get(at) {
                Some(token) => self.evidence.word(self.document, token),
                None => Word::default(),
            },
        }
    }

    /// True if the words of two tokens were seen next to each other with informative capitals.
    pub(super) fn is_pair(&self, first: usize, second: usize) -> bool {
        match (self.record.word(first), self.record.word(second)) {
            (Some(first), Some(second)) => self.evidence.is_pair(first, second),
            _ => false,
        }
    }

    pub(super) fn folded(&self, at: usize) -> &'r str {
        self.document.folded(at)
    }
}

/// Institutions named with "on" ("Committee on ..").
fn is_body(word: &str) -> bool {
    matches!(
        word,
        "commission"
            | "committee"
            | "council"
            | "subcommittee"
            | "force"
            | "panel"
            | "conference"
            | "institute"
    )
}
