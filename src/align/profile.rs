//! Profiles: the properties of sentences that linking uses, in flat arrays, which makes comparisons free of allocations.

use std::ops::Range;

use crate::align::stated::{NOTHING, Stated};
use crate::align::term::{Vocabulary, role, scale};
use crate::align::vector::{DIMENSIONS, Vector, cosine, to_length};
use crate::lexicon::Lexicon;
use crate::math::{self, ln};
use crate::text::{Shape, TokenKind};

/// Traits of a sentence, one bit each.
pub(super) mod trait_of {
    /// A headline or heading.
    pub(crate) const HEADING: u16 = 1;
    /// It contains a denial.
    pub(crate) const NEGATED: u16 = 1 << 1;
    /// It begins with a word that refers to somebody named before.
    pub(crate) const PRONOUN: u16 = 1 << 2;
    /// Reports speech.
    pub(crate) const SPEECH: u16 = 1 << 3;
    /// It contains a quotation mark.
    pub(crate) const QUOTED: u16 = 1 << 4;
    /// It mentions an earlier time: "ago", "last year".
    pub(crate) const PAST: u16 = 1 << 5;
}

/// A number in a sentence, with the words after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    pub(super) value: f64,
    /// The terms of the content words directly after it; [`NONE`] if there are fewer.
    pub(super) nouns: [u32; 3],
    /// A year or a day of a month, which says when and not how many.
    pub(super) calendar: bool,
}

/// No term.
pub(super) const NONE: u32 = u32::MAX;

/// A content term of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count {
    pub(super) term: u32,
    /// 1 + ln of its number of occurrences.
    pub(super) weight: f32,
    /// The clauses that contain it, one bit each.
    pub(super) clauses: u8,
    /// The clauses in which it precedes the verb, as far as verbs are known.
    pub(super) before: u8,
    /// The clauses in which it follows the verb.
    pub(super) after: u8,
}

/// How many clauses of a sentence are distinguished; further ones count as part of the last.
pub(super) const MOST_CLAUSES: usize = 8;

#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    pub(super) source: u32,
    /// Its position among its source's sentences that can be linked.
    pub(super) position: u32,
    /// The number of those sentences.
    pub(super) of: u32,
    pub(super) traits: u16,
    /// Its content terms, by number.
    terms: Range<u32>,
    /// The sounds of all its words, in order.
    sequence: Range<u32>,
    figures: Range<u32>,
    clauses: Range<u32>,
    happenings: Range<u32>,
    /// Its character 4-grams; empty until needed.
    grams: Range<u32>,
    /// The lengths of its term vectors, by blended and by background idf, and of its 4-gram vector.
    pub(super) norm: f32,
    pub(super) norm_background: f32,
    pub(super) norm_grams: f32,
    /// The sum of the blended idf of its terms.
    pub(super) mass: f32,
    /// The fraction of `mass` in names.
    pub(super) names: f32,
    /// The fraction of `mass` in terms that most sources contain.
    pub(super) core: f32,
    /// The cosine of its direction and that of all sentences together.
    pub(super) common: f32,
}

/// Profiles of a collection of sentences.
#[derive(Debug)]
pub(super) struct Profiles {
    pub(super) vocabulary: Vocabulary,
    pub(super) sentences: Vec<Profile>,
    terms: Vec<Count>,
    sequence: Vec<u32>,
    figures: Vec<Figure>,
    grams: Vec<(u32, f32)>,
    /// For each clause of each sentence, the sum of the blended idf of its terms.
    clauses: Vec<f32>,
    /// The term of each clause's verb; [`NONE`] if unknown or uninformative.
    verbs: Vec<u32>,
    /// For each sentence, the sorted kinds of events it reports.
    happenings: Vec<u32>,
    /// For each term: its blended idf, the numbers of sentences and sources, and whether it is a name.
    pub(super) idf: Vec<f32>,
    pub(super) frequency: Vec<u32>,
    pub(super) spread: Vec<u32>,
    pub(super) is_name: Vec<bool>,
    pub(super) sources: u32,
    /// For each sentence, the direction of the sum of its terms.
    pub(super) directions: Vec<Vector>,
    /// For each sentence, the times and amounts that its mentions state; empty if there are no mentions.
    pub(super) stated: Vec<Stated>,
}

impl Profiles {
    pub(super) fn terms(&self, sentence: usize) -> &[Count] {
        slice(&self.terms, &self.sentences[sentence].terms)
    }

    pub(super) fn sequence(&self, sentence: usize) -> &[u32] {
        slice(&self.sequence, &self.sentences[sentence].sequence)
    }

    pub(super) fn figures(&self, sentence: usize) -> &[Figure] {
        slice(&self.figures, &self.sentences[sentence].figures)
    }

    /// The mass of each of its clauses.
    pub(super) fn clauses(&self, sentence: usize) -> &[f32] {
        slice(&self.clauses, &self.sentences[sentence].clauses)
    }

    /// The verb of each of its clauses.
    pub(super) fn verbs(&self, sentence: usize) -> &[u32] {
        slice(&self.verbs, &self.sentences[sentence].clauses)
    }

    /// The kinds of events it reports.
    pub(super) fn happenings(&self, sentence: usize) -> &[u32] {
        slice(&self.happenings, &self.sentences[sentence].happenings)
    }

    pub(super) fn stated(&self, sentence: usize) -> &Stated {
        self.stated.get(sentence).unwrap_or(&NOTHING)
    }

    pub(super) fn grams(&self, sentence: usize) -> &[(u32, f32)] {
        slice(&self.grams, &self.sentences[sentence].grams)
    }

    /// Computes the direction of each sentence, and how much of it all sentences share.
    fn point(&mut self) {
        let mut common = [0.0_f32; DIMENSIONS];
        self.directions.reserve_exact(self.sentences.len());
        for sentence in &self.sentences {
            let mut sum = [0.0_f32; DIMENSIONS];
            for count in slice(&self.terms, &sentence.terms) {
                let weight = self.idf[count.term as usize];
                let vector = &self.vocabulary.vector[count.term as usize];
                sum.iter_mut().zip(vector).for_each(|(sum, &n)| *sum += weight * f32::from(n));
            }
            let direction = to_length(&sum);
            common.iter_mut().zip(&direction).for_each(|(sum, &n)| *sum += f32::from(n));
            self.directions.push(direction);
        }
        // Each of two sentences is close to their sum: it takes several to see what they share.
        if self.sentences.len() > 2 {
            let common = to_length(&common);
            for (sentence, direction) in self.sentences.iter_mut().zip(&self.directions) {
                sentence.common = cosine(direction, &common);
            }
        }
    }

    /// Computes the character 4-grams of the marked sentences. A gram's weight is its term's idf divided by the square root
    /// of the term's number of grams, so a shared term counts as much as it does among whole terms.
    pub(super) fn count_grams(&mut self, wanted: &[bool]) {
        let grams: Vec<Vec<u32>> = self.vocabulary.name.iter().map(|name| grams_of(name)).collect();
        let mut of_sentence: Vec<(u32, f32)> = Vec::new();
        for at in (0..self.sentences.len()).filter(|&at| wanted[at]) {
            of_sentence.clear();
            for count in self.terms(at) {
                let term = count.term as usize;
                let weight = count.weight * self.idf[term] / (grams[term].len().max(1) as f32).sqrt();
                of_sentence.extend(grams[term].iter().map(|&gram| (gram, weight)));
            }
            of_sentence.sort_unstable_by_key(|&(gram, _)| gram);
            let start = self.grams.len();
            for &(gram, weight) in &of_sentence {
                match self.grams[start..].last_mut() {
                    Some(last) if last.0 == gram => last.1 += weight,
                    _ => self.grams.push((gram, weight)),
                }
            }
            let norm = self.grams[start..].iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
            let sentence = &mut self.sentences[at];
            sentence.grams = start as u32..self.grams.len() as u32;
            sentence.norm_grams = norm;
        }
    }
}

/// The 4-grams of a word with a space at either end, each packed into a number of four bytes.
fn grams_of(term: &str) -> Vec<u32> {
    let mut bytes = Vec::with_capacity(term.len() + 2);
    bytes.push(b' ');
    bytes.extend(term.bytes());
    bytes.push(b' ');
    match bytes.windows(4).map(pack).collect::<Vec<_>>() {
        none if none.is_empty() => vec![pack(&bytes)],
        grams => grams,
    }
}

fn pack(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |packed, &byte| packed << 8 | u32::from(byte))
}

fn slice<'a, T>(all: &'a [T], range: &Range<u32>) -> &'a [T] {
    all.get(range.start as usize..range.end as usize).unwrap_or_default()
}

/// A token of the current sentence.
#[derive(Clone, Copy, Debug)]
struct Slot {
    /// Its word; [`NONE`] for punctuation.
    word: u32,
    sign: Sign,
    capitalised: bool,
    clause: u8,
    verb: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Word,
    Possessive,
    Quote,
    Currency,
    Percent,
    Hyphen,
    Break,
}

/// Reads sentences into [`Profiles`], source by source.
#[derive(Debug)]
pub(super) struct Builder<'l> {
    lexicon: &'l Lexicon,
    profiles: Profiles,
    slots: Vec<Slot>,
    /// Terms, each with bits for its clause, and for the clause in which it precedes or follows the verb.
    counts: Vec<(u32, [u8; 3])>,
    happened: Vec<u32>,
    clause: u8,
    percent: u32,
    currency: u32,
}

impl<'l> Builder<'l> {
    pub(super) fn new(lexicon: &'l Lexicon) -> Self {
        let mut vocabulary = Vocabulary::new();
        let mut number_of = |word| {
            let word = vocabulary.word(word, TokenKind::Word, lexicon);
            vocabulary.word[word as usize].term
        };
        let (percent, currency) = (number_of("percent"), number_of("dollar"));
        Self {
            lexicon,
            profiles: Profiles {
                vocabulary,
                sentences: Vec::new(),
                terms: Vec::new(),
                sequence: Vec::new(),
                figures: Vec::new(),
                grams: Vec::new(),
                clauses: Vec::new(),
                verbs: Vec::new(),
                happenings: Vec::new(),
                idf: Vec::new(),
                frequency: Vec::new(),
                spread: Vec::new(),
                is_name: Vec::new(),
                sources: 0,
                directions: Vec::new(),
                stated: Vec::new(),
            },
            slots: Vec::new(),
            counts: Vec::new(),
            happened: Vec::new(),
            clause: 0,
            percent,
            currency,
        }
    }

    /// Starts a new clause.
    pub(super) fn clause(&mut self) {
        if !self.slots.is_empty() && usize::from(self.clause) + 1 < MOST_CLAUSES {
            self.clause += 1;
        }
    }

    /// Marks the last token as the verb of its clause.
    pub(super) fn verb(&mut self) {
        if let Some(last) = self.slots.last_mut() {
            last.verb = true;
        }
    }

    /// Adds a token of the current sentence.
    pub(super) fn token(&mut self, kind: TokenKind, shape: Shape, surface: &str, folded: &str) {
        let sign = match kind {
            TokenKind::Word | TokenKind::Number => Sign::Word,
            TokenKind::Possessive => Sign::Possessive,
            TokenKind::Quote if matches!(surface, "\"" | "“" | "”" | "„" | "«" | "»") => Sign::Quote,
            TokenKind::Symbol if surface == "%" => Sign::Percent,
            TokenKind::Symbol if matches!(surface, "$" | "€" | "£" | "¥") => Sign::Currency,
            _ if matches!(surface, "-" | "‐" | "‑") => Sign::Hyphen,
            _ => Sign::Break,
        };
        let word = match sign {
            Sign::Word => self.profiles.vocabulary.word(folded, kind, self.lexicon),
            _ => NONE,
        };
        let capitalised = matches!(shape, Shape::Title | Shape::Upper | Shape::Mixed);
        self.slots.push(Slot { word, sign, capitalised, clause: self.clause, verb: false });
    }

    /// Ends the current sentence.
    pub(super) fn end(&mut self, source: u32, position: u32, heading: bool) {
        let mut traits = if heading { trait_of::HEADING } else { 0 };
        self.count_capitals(heading);
        let all = &mut self.profiles;
        let sequence = all.sequence.len() as u32;
        self.counts.clear();
        let mut first = true;
        let mut verbs = [NONE; MOST_CLAUSES];
        // Clauses with a verb, and those whose verb has been reached.
        let (mut verbal, mut met) = (0_u8, 0_u8);
        for slot in self.slots.iter().filter(|s| s.verb) {
            verbal |= 1 << slot.clause;
        }
        for slot in &self.slots {
            if slot.sign == Sign::Quote {
                traits |= trait_of::QUOTED;
            }
            if slot.sign != Sign::Word {
                continue;
            }
            let word = all.vocabulary.word[slot.word as usize];
            all.sequence.push(word.sound);
            let has = |role: u16| word.roles & role != 0;
            let clause = 1 << slot.clause;
            if slot.verb && met & clause == 0 {
                met |= clause;
                if let Some(verb) = verbs.get_mut(usize::from(slot.clause)) {
                    *verb = if has(role::STOP | role::SPEECH) { NONE } else { word.term };
                }
            }
            if !has(role::STOP) {
                let before = if slot.verb { 0 } else { verbal & !met & clause };
                let after = if slot.verb { 0 } else { met & clause };
                self.counts.push((word.term, [clause, before, after]));
            }
            for (role, of) in [
                (role::NEGATION, trait_of::NEGATED),
                (role::SPEECH, trait_of::SPEECH),
                (role::PAST, trait_of::PAST),
            ] {
                traits |= if has(role) { of } else { 0 };
            }
            if first && has(role::PRONOUN) {
                traits |= trait_of::PRONOUN;
            }
            first = false;
        }
        self.counts.sort_unstable();
        let terms = all.terms.len() as u32;
        for run in self.counts.chunk_by(|a, b| a.0 == b.0) {
            let [clauses, before, after] =
                run.iter().fold([0; 3], |all, &(_, of)| std::array::from_fn(|at| all[at] | of[at]));
            let weight = 1.0 + ln(run.len() as f32);
            all.terms.push(Count { term: run[0].0, weight, clauses, before, after });
        }
        let happenings = all.happenings.len();
        let senses = self.counts.iter().map(|&(term, _)| all.vocabulary.looks[term as usize].sense);
        self.happened.clear();
        self.happened.extend(senses.filter(|&sense| sense != NONE));
        self.happened.sort_unstable();
        self.happened.dedup();
        all.happenings.extend_from_slice(&self.happened);
        let figures = all.figures.len() as u32;
        self.read_figures();
        let all = &mut self.profiles;
        all.sentences.push(Profile {
            source,
            position,
            traits,
            terms: terms..all.terms.len() as u32,
            sequence: sequence..all.sequence.len() as u32,
            figures: figures..all.figures.len() as u32,
            happenings: happenings as u32..all.happenings.len() as u32,
            clauses: all.clauses.len() as u32..all.clauses.len() as u32 + u32::from(self.clause) + 1,
            ..Profile::default()
        });
        all.clauses.resize(all.clauses.len() + usize::from(self.clause) + 1, 0.0);
        all.verbs.extend_from_slice(verbs.get(..=usize::from(self.clause)).unwrap_or_default());
        self.clause = 0;
        self.slots.clear();
    }

    /// Counts capitalisation in sentences where it is informative.
    fn count_capitals(&mut self, heading: bool) {
        let words = &mut self.profiles.vocabulary.word;
        let (mut long, mut capitals) = (0_u32, 0_u32);
        for slot in self.slots.iter().filter(|s| s.sign == Sign::Word) {
            if words[slot.word as usize].roles & role::STOP == 0 {
                long += 1;
                capitals += u32::from(slot.capitalised);
            }
        }
        let titled = heading || (long > 3 && capitals * 10 > long * 7);
        let mut at_start = true;
        for slot in &self.slots {
            if slot.sign == Sign::Word {
                let word = &mut words[slot.word as usize];
                match (slot.capitalised, at_start || titled) {
                    (true, true) => word.heads += 1,
                    (true, false) => word.capitals += 1,
                    (false, _) => word.lower += 1,
                }
                at_start = false;
            } else if slot.sign == Sign::Quote {
                at_start = true;
            }
        }
    }

    fn read_figures(&mut self) {
        let all = &mut self.profiles;
        let word = |slot: &Slot| {
            (slot.sign == Sign::Word).then(|| all.vocabulary.word.get(slot.word as usize).copied()).flatten()
        };
        let mut at = 0;
        while at < self.slots.len() {
            let start = at;
            let Some(mut value) = word(&self.slots[at]).map(|w| w.value).filter(|v| !v.is_nan()) else {
                at += 1;
                continue;
            };
            at += 1;
            // "twenty-one"
            if let (Some(hyphen), Some(unit)) = (self.slots.get(at), self.slots.get(at + 1).and_then(word)) {
                if hyphen.sign == Sign::Hyphen && value >= 20.0 && value % 10.0 == 0.0 && unit.value < 10.0 {
                    value += unit.value;
                    at += 2;
                }
            }
            let mut nouns = [NONE; 3];
            let mut next = 0;
            while let Some(w) = self.slots.get(at).and_then(word).filter(|w| w.roles & role::SCALE != 0) {
                let name = all.vocabulary.name.get(w.term as usize).map_or("", |n| n);
                value *= scale(name).unwrap_or(1.0);
                at += 1;
            }
            if start > 0 && self.slots[start - 1].sign == Sign::Currency {
                nouns[0] = self.currency;
                next = 1;
            }
            let mut calendar = start > 0
                && word(&self.slots[start - 1]).is_some_and(|w| w.roles & role::CALENDAR != 0)
                || (1900.0..2100.0).contains(&value) && value.fract() == 0.0 && at == start + 1;
            let mut look = at;
            while next < 3 {
                let Some(slot) = self.slots.get(look) else { break };
                match slot.sign {
                    Sign::Percent => nouns[next] = self.percent,
                    Sign::Hyphen => {
                        look += 1;
                        continue;
                    }
                    Sign::Word => {
                        let Some(w) = word(slot) else { break };
                        if look == at && w.roles & role::CALENDAR != 0 {
                            calendar = true;
                        }
                        if w.roles & role::STOP != 0 || !w.value.is_nan() {
                            break;
                        }
                        nouns[next] = w.term;
                    }
                    _ => break,
                }
                next += 1;
                look += 1;
            }
            all.figures.push(Figure { value, nouns, calendar });
        }
    }

    /// Weighs the terms once all sentences have been read.
    pub(super) fn finish(self) -> Profiles {
        let mut all = self.profiles;
        let terms = all.vocabulary.background.len();
        all.frequency = vec![0; terms];
        all.spread = vec![0; terms];
        let mut last_source = vec![NONE; terms];
        let mut start = 0;
        while start < all.sentences.len() {
            let source = all.sentences[start].source;
            let length = all.sentences[start..].iter().take_while(|s| s.source == source).count();
            for sentence in &mut all.sentences[start..start + length] {
                sentence.of = length as u32;
                for count in slice(&all.terms, &sentence.terms) {
                    let term = count.term as usize;
                    all.frequency[term] += 1;
                    if last_source[term] != source {
                        last_source[term] = source;
                        all.spread[term] += 1;
                    }
                }
            }
            all.sources += 1;
            start += length;
        }
        all.is_name = vec![false; terms];
        for word in &all.vocabulary.word {
            let term = word.term as usize;
            all.is_name[term] |= word.value.is_nan()
                && (word.capitals > word.lower
                    || word.heads > 0
                        && word.capitals + word.lower == 0
                        && all.vocabulary.background[term] > 6.5);
        }
        // A few sentences say little about which words are rare; forty say as much as news in general.
        let sentences = all.sentences.len() as f32;
        let own = 0.5 * (sentences / 40.0).min(1.0);
        all.idf = all
            .frequency
            .iter()
            .zip(&all.vocabulary.background)
            .map(|(&df, background)| {
                own * ln(1.0 + sentences / (df.max(1) as f32)) + (1.0 - own) * background
            })
            .collect();
        for sentence in &mut all.sentences {
            let (mut square, mut square_background, mut mass, mut names, mut core) =
                (0.0, 0.0, 0.0, 0.0, 0.0);
            for count in slice(&all.terms, &sentence.terms) {
                let term = count.term as usize;
                let (idf, background) = (all.idf[term], all.vocabulary.background[term]);
                square += math::square(count.weight * idf);
                square_background += math::square(count.weight * background);
                mass += idf;
                names += if all.is_name[term] { idf } else { 0.0 };
                let shared_widely = all.spread[term] >= 2 && 2 * all.spread[term] > all.sources;
                core += if shared_widely { idf } else { 0.0 };
                let held = all.clauses.get_mut(sentence.clauses.start as usize..).unwrap_or_default();
                for (at, mass) in held.iter_mut().enumerate().take(MOST_CLAUSES) {
                    *mass += if count.clauses >> at & 1 == 1 { idf } else { 0.0 };
                }
            }
            sentence.norm = square.sqrt();
            sentence.norm_background = square_background.sqrt();
            sentence.mass = mass;
            sentence.names = names / mass.max(1e-6);
            sentence.core = core / mass.max(1e-6);
        }
        all.point();
        all
    }
}
