//! A pair of sources: what they share beyond the event, and what that suggests.
//!
//! The features follow METER (Clough, Gaizauskas, Piao and Wilks 2002) and copy detection (Dong, Berti-Equille and Srivastava
//! 2009). They are weighted by hand, since too few pairs of real articles are known to be derived to learn eight weights.
//! Each weight is documented with its reason, and the rows of a derivation add up to its log-odds.

use std::borrow::Cow;

use itertools::Itertools;
use rustc_hash::FxHashSet;

use crate::align::background_idf;
use crate::provenance::credit::Credit;
use crate::provenance::place;
use crate::provenance::quotation::{self, Cut, Told};
use crate::provenance::reader::Reader;
use crate::provenance::spelling;
use crate::provenance::wording::{Likeness, Line, Run};
use crate::record::{Evidence, Mention, four_decimals};
use crate::score::Score;
use crate::text::stem;

/// The prior for two sources on one event: one pair in thirteen in the bundles examined.
const BASE: f64 = -2.6;
/// Neither follows the other in a single sentence, which derived texts seldom avoid.
const APART: f64 = -1.5;
/// A sentence that occurs verbatim in both; less as words change, and nothing if half of them do. One such sentence is not
/// enough: the annotation guide requires two.
const SENTENCE: f64 = 3.0;
const MOST_SENTENCES: f64 = 8.0;
const CLOSE: f64 = 0.5;
/// A loose match: enough together with a credit, nothing by itself.
const AKIN: f64 = 0.4;
/// The similarity from which sentences are the same except for a word.
const VERBATIM: f64 = 0.8;
/// The weight, in tenths of a word, from which a sentence counts in full.
const FULL: f64 = 120.0;
/// Each word of a shared run beyond the length that two writers may produce by chance, and that length, in tenths of a word.
const RUN_WORD: f64 = 0.15;
const CHANCE_RUN: f64 = 60.0;
const MOST_RUN: f64 = 2.0;
/// The average rarity of words in an ordinary news sentence, by which that of a run is measured; the limits of the resulting
/// factor, and the factor for a run without content words.
const ORDINARY: f64 = 6.5;
const RARITY: (f64, f64) = (0.5, 1.25);
const NO_CONTENT: f64 = 0.6;
/// If all of the shorter text is in the longer one.
const SHARE: f64 = 2.0;
/// Each sentence in the same order, beyond four: few are in order by chance.
const ORDER: f64 = 0.15;
const BY_CHANCE: f64 = 4.0;
const MOST_ORDER: f64 = 0.8;
/// The other is credited by name; counted again if the credit is in a sentence or next to a quotation that both have.
const CREDIT: f64 = 1.2;
const CREDIT_HERE: f64 = 1.0;
/// One credits an agency that signs the other; also added for each of the other's quotations, if there are at least two and
/// one sentence follows one of the other's.
const AGENCY: f64 = 1.2;
/// Both are signed by the same agency, or credit it.
const SAME_AGENCY: f64 = 0.3;
/// A quotation next to a credit that the credited source also has; and the greatest distance between them, in sentences.
const QUOTED: f64 = 0.75;
const BESIDE: usize = 1;
/// A part of a sentence that both quote with the same beginning and end.
const CUT: f64 = 0.2;
const MOST_CUTS: f64 = 0.6;
const MOST_QUOTED: f64 = 2.25;
/// An unusual spelling in both.
const SPELLING: f64 = 0.6;
const MOST_SPELLINGS: f64 = 1.2;
/// A feed is made to be printed by others.
const FEED: f64 = 1.0;
/// Both are probably made from a third source, and share a sentence.
pub(super) const THIRD: f64 = 1.5;
/// The most that a single sentence can contribute, including its run and its share of the text: the annotation guide requires
/// two. A second sentence that follows as closely removes the limit.
const LONE: f64 = 1.2;
const SECOND: f64 = 0.35;
/// The evidence of wording below which spellings and cuts do not count: two texts that share no sentence share no author.
pub(super) const WORDED: f64 = 0.8;

/// How many sentences, runs and quotations a row shows.
const MOST_SHOWN: usize = 4;

/// A sentence of one document, and the sentence of the other that follows it most closely.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) likeness: Likeness,
}

impl Match {
    fn weight(&self) -> f64 {
        let near = ((self.likeness.dice - CLOSE) / (1.0 - CLOSE)).max(0.0);
        SENTENCE * near * (f64::from(self.likeness.shared) / FULL).min(1.0)
    }
}

/// One of the two documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    One,
    Other,
}

/// An observation about a pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sign {
    Base,
    Apart,
    Verbatim,
    Changed,
    Run,
    Share(f64),
    Lone,
    Order(usize, usize),
    /// Which side gives the credit, and the index of the credit.
    Credit(Side, usize),
    CreditHere(Side, usize),
    Agency(Side, usize),
    SameAgency(usize, usize),
    Quoted(Side),
    AlsoQuoted(Side),
    Cut,
    Spelling,
    Feed(Side),
    Third(u32),
}

/// Two documents and their comparison.
pub(super) struct Pair<'r, 'a> {
    pub(super) one: &'r Reader<'a>,
    pub(super) other: &'r Reader<'a>,
    /// One-to-one, closest first.
    pub(super) matches: Vec<Match>,
    pub(super) signs: Vec<(Sign, f64)>,
    /// True if a sentence of one follows one of the other's at least loosely.
    is_akin: bool,
    cuts: Vec<(&'r Cut, &'r Cut)>,
    spellings: Vec<spelling::Shared>,
}

/// Prior knowledge about a pair from the caller and the bundle.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Circumstances {
    pub(super) feeds: (bool, bool),
}

impl<'r, 'a> Pair<'r, 'a> {
    pub(super) fn compare(
        one: &'r Reader<'a>,
        other: &'r Reader<'a>,
        compared: Vec<Match>,
        names: Vec<spelling::Shared>,
        circumstances: Circumstances,
    ) -> Self {
        let (mut used, mut taken) = (FxHashSet::default(), FxHashSet::default());
        let is_akin = compared.iter().any(|m| m.likeness.dice >= AKIN);
        let closest = compared.into_iter().filter(|m| m.likeness.dice >= CLOSE);
        let closest = closest
            .sorted_by(|x, y| y.weight().total_cmp(&x.weight()).then_with(|| (x.a, x.b).cmp(&(y.a, y.b))));
        // A sentence counts once, with its closest partner.
        let mut matches = Vec::new();
        for found in closest {
            if !used.contains(&found.a) && !taken.contains(&found.b) {
                used.insert(found.a);
                taken.insert(found.b);
                matches.push(found);
            }
        }
        let cuts = quotation::shared(&one.quotations.cuts, &other.quotations.cuts);
        let mut pair = Self { one, other, matches, signs: Vec::new(), is_akin, cuts, spellings: names };
        pair.weigh(circumstances);
        pair
    }

    fn push(&mut self, sign: Sign, weight: f64) {
        let weight = four_decimals(weight);
        if weight != 0.0 {
            self.signs.push((sign, weight));
        }
    }

    /// The evidence of wording alone, in log-odds.
    pub(super) fn worded(&self) -> f64 {
        let is_wording = |sign: &Sign| matches!(sign, Sign::Verbatim | Sign::Changed | Sign::Run);
        self.signs.iter().filter(|(sign, _)| is_wording(sign)).map(|(_, weight)| weight).sum()
    }

    pub(super) fn score(&self) -> Score {
        Score::logistic(self.signs.iter().map(|(_, weight)| weight).sum())
    }

    fn weigh(&mut self, circumstances: Circumstances) {
        self.push(Sign::Base, BASE);
        let (mut verbatim, mut changed) = (0.0, 0.0);
        for found in &self.matches {
            *(if found.likeness.dice >= VERBATIM { &mut verbatim } else { &mut changed }) += found.weight();
        }
        let most = (MOST_SENTENCES / (verbatim + changed)).min(1.0);
        self.push(Sign::Verbatim, verbatim * most);
        self.push(Sign::Changed, changed * most);
        if verbatim + changed > 0.0 {
            let runs: f64 = self.matches.iter().map(|found| self.run_weight(found)).sum();
            self.push(Sign::Run, runs.min(MOST_RUN));
        }
        let worded = self.worded();
        let shorter = self.one.wording.weight.min(self.other.wording.weight).max(1);
        let followed: u32 = self.matches.iter().map(|found| found.likeness.shared).sum();
        let share = (f64::from(followed) / f64::from(shorter)).min(1.0);
        self.push(Sign::Share(share), SHARE * share);
        let second = self.matches.get(1).map_or(0.0, Match::weight);
        let beyond = (worded + SHARE * share - LONE).max(0.0);
        self.push(Sign::Lone, -beyond * (1.0 - second / SECOND).max(0.0));
        let (in_order, of) = self.order();
        if of > 4 {
            self.push(
                Sign::Order(in_order, of),
                (ORDER * (in_order as f64 - BY_CHANCE)).clamp(0.0, MOST_ORDER),
            );
        }
        let credited = self.weigh_credits(worded);
        if worded >= WORDED {
            let odd = spelling::odd_words(self.one, self.other, &self.matches);
            self.spellings.extend(odd);
            self.push(Sign::Spelling, (SPELLING * self.spellings.len() as f64).min(MOST_SPELLINGS));
        }
        if worded < WORDED && !credited {
            self.push(Sign::Apart, APART * (1.0 - worded / WORDED));
        }
        if worded > 0.0 {
            match circumstances.feeds {
                (true, false) => self.push(Sign::Feed(Side::One), FEED),
                (false, true) => self.push(Sign::Feed(Side::Other), FEED),
                _ => {}
            }
        }
    }

    /// Weighs credits, and the quotations that they turn into evidence. True if one side has quotations from the one it
    /// credits.
    fn weigh_credits(&mut self, worded: f64) -> bool {
        let by_name = [Side::One, Side::Other].into_iter().find_map(|side| Some((side, self.credit(side)?)));
        if let Some((side, credit)) = by_name {
            self.push(Sign::Credit(side, credit), CREDIT);
            if let Some(here) = self.credit_here(side) {
                self.push(Sign::CreditHere(side, here), CREDIT_HERE);
            }
            let quoted = self.quoted(side).len();
            self.push(Sign::Quoted(side), (QUOTED * quoted as f64).min(MOST_QUOTED));
            return quoted > 0;
        }
        if let Some((side, credit)) =
            [Side::One, Side::Other].into_iter().find_map(|side| Some((side, self.agency(side)?)))
        {
            self.push(Sign::Agency(side, credit), AGENCY);
            let also = self.also_quoted(side).len();
            if also >= 2 && self.is_akin {
                self.push(Sign::AlsoQuoted(side), (QUOTED * also as f64).min(MOST_QUOTED));
                return true;
            }
        } else if let Some((x, y)) = self.same_agency().filter(|_| worded > 0.0) {
            self.push(Sign::SameAgency(x, y), SAME_AGENCY);
        }
        if worded >= WORDED {
            // A single one is the phrase that everybody quotes.
            let parts = self.cuts.iter().filter(|(x, y)| x.is_part && y.is_part).count();
            self.push(Sign::Cut, (CUT * (parts as f64 - 1.0)).clamp(0.0, MOST_CUTS));
        }
        false
    }

    /// The quotations that the other has, too, anywhere.
    fn also_quoted(&self, by: Side) -> Vec<&'r Told> {
        let (from, to) = self.sides(by);
        from.quotations.also_in(&to.quotations).collect()
    }

    /// The quotations next to a credit of the other that the other has, too.
    fn quoted(&self, by: Side) -> Vec<&'r Told> {
        let (from, to) = self.sides(by);
        let credits = from.credits.iter().filter(|credit| to.outlet.is_named(credit));
        // In text order, like credits.
        let credited = credits.filter_map(|credit| credit.sentence).collect_vec();
        let beside = |told: &&Told| {
            let next = credited.partition_point(|&at| at + BESIDE < told.sentence);
            credited.get(next).is_some_and(|&at| at <= told.sentence + BESIDE)
        };
        from.quotations.also_in(&to.quotations).filter(beside).collect()
    }

    fn sides(&self, side: Side) -> (&'r Reader<'a>, &'r Reader<'a>) {
        match side {
            Side::One => (self.one, self.other),
            Side::Other => (self.other, self.one),
        }
    }

    /// A credit by name from one side to the other.
    pub(super) fn credit(&self, by: Side) -> Option<usize> {
        let (from, to) = self.sides(by);
        from.credits.iter().position(|credit| to.outlet.is_named(credit))
    }

    /// The same, in a sentence that follows one of the other's or contains a quotation from it.
    fn credit_here(&self, by: Side) -> Option<usize> {
        let (from, to) = self.sides(by);
        let followed = self.matches.iter().map(|m| if by == Side::One { m.a } else { m.b });
        let cut = self.cuts.iter().map(|(x, y)| if by == Side::One { x.sentence } else { y.sentence });
        let shared: FxHashSet<usize> = followed.chain(cut).collect();
        // "… the coffin," he told the Post. "I have …": the credit is between two pieces of a quotation.
        let near =
            |at: usize| shared.contains(&at) || at.checked_sub(1).is_some_and(|at| shared.contains(&at));
        from.credits.iter().position(|credit| to.outlet.is_named(credit) && credit.sentence.is_some_and(near))
    }

    /// A credit from one side to an agency that signs the other.
    pub(super) fn agency(&self, by: Side) -> Option<usize> {
        let (from, to) = self.sides(by);
        let signs = |reader: &Reader<'_>, credit: &Credit| {
            reader.outlets().any(|(_, own)| own.is_signature && own.is_same_outlet(credit))
        };
        let mut agencies = from.outlets().filter(|(_, credit)| credit.is_agency());
        let found = agencies.find(|(_, credit)| {
            !from.outlet.is_agency()
                && (to.outlet.is_named(credit) || signs(to, credit))
                && !signs(from, credit)
        });
        found.map(|(n, _)| n)
    }

    /// An agency that both credit, or that signs both.
    pub(super) fn same_agency(&self) -> Option<(usize, usize)> {
        let mut agencies = self.one.outlets().filter(|(_, credit)| credit.is_agency());
        agencies.find_map(|(x, credit)| {
            let (y, _) = self.other.outlets().find(|(_, other)| other.is_same_outlet(credit))?;
            Some((x, y))
        })
    }

    /// How many sentences are in the same order in both, and out of how many.
    fn order(&self) -> (usize, usize) {
        let in_one = self.matches.iter().sorted_unstable_by_key(|m| m.a);
        // The longest increasing subsequence, by the least last element for each length.
        let mut ends: Vec<usize> = Vec::new();
        for found in in_one {
            let at = ends.partition_point(|&end| end < found.b);
            match ends.get_mut(at) {
                Some(end) => *end = found.b,
                None => ends.push(found.b),
            }
        }
        (ends.len(), self.matches.len())
    }

    fn lines(&self, found: &Match) -> Option<(&'r Line, &'r Line)> {
        Some((self.one.wording.lines.get(found.a)?, self.other.wording.lines.get(found.b)?))
    }

    /// The weight of a run of the same words: its length beyond chance, and more if its words are rare in news.
    fn run_weight(&self, found: &Match) -> f64 {
        let Run { weight, .. } = found.likeness.run;
        if f64::from(weight) <= CHANCE_RUN {
            return 0.0;
        }
        RUN_WORD * (f64::from(weight) - CHANCE_RUN) / 10.0 * self.rarity(found)
    }

    /// How rare the plain words in a shared run are: about 1 for an ordinary sentence.
    fn rarity(&self, found: &Match) -> f64 {
        let Run { at, length, .. } = found.likeness.run;
        let words = self.lines(found).and_then(|(line, _)| line.words.get(at.0..at.0 + length));
        let content = words.unwrap_or_default().iter().filter(|word| word.is_content());
        let rarities = content.map(|word| {
            let stem: Cow<'_, str> = stem(self.one.document.folded(word.token as usize));
            f64::from(background_idf(&stem))
        });
        let (sum, count) = rarities.fold((0.0, 0), |(sum, count), idf| (sum + idf, count + 1));
        if count == 0 { NO_CONTENT } else { (sum / f64::from(count) / ORDINARY).clamp(RARITY.0, RARITY.1) }
    }
}

impl Pair<'_, '_> {
    /// The rows, in words.
    pub(super) fn evidence(&self, third: impl Fn(u32) -> String) -> Vec<Evidence> {
        self.signs.iter().map(|&(sign, weight)| self.row(sign, weight, &third)).collect()
    }

    fn row(&self, sign: Sign, weight: f64, third: &impl Fn(u32) -> String) -> Evidence {
        let id = |side: Side| self.sides(side).0.document.source().id().to_owned();
        let opposite = |side: Side| self.sides(side).1.document.source().id().to_owned();
        let by = |side: Side, credit: usize| self.credit_place(side, credit);
        let (text, mentions) = match sign {
            Sign::Base => {
                ("two sources on one event, before their wording is compared".to_owned(), Vec::new())
            }
            Sign::Apart => ("hardly any sentence of one follows the other's wording".to_owned(), Vec::new()),
            Sign::Verbatim => {
                let places = self.sentences(|m| m.likeness.dice >= VERBATIM);
                let count = self.matches.iter().filter(|m| m.likeness.dice >= VERBATIM).count();
                (format!("{} in both nearly word for word, apart from quotations", stand(count)), places)
            }
            Sign::Changed => {
                let places = self.sentences(|m| m.likeness.dice < VERBATIM);
                let count = self.matches.iter().filter(|m| m.likeness.dice < VERBATIM).count();
                (
                    format!("{} the other's, in the same word order with some words changed", follow(count)),
                    places,
                )
            }
            Sign::Run => {
                let longest = self.matches.iter().map(|m| m.likeness.run.length).max().unwrap_or_default();
                (
                    format!("runs of the same words outside quotations, the longest of {longest} words"),
                    self.runs(),
                )
            }
            Sign::Share(share) => (
                format!("the shared wording makes up {:.0} % of the shorter text", share * 100.0),
                Vec::new(),
            ),
            Sign::Lone => ("a single sentence does not show that a text was copied".to_owned(), Vec::new()),
            Sign::Order(in_order, of) => {
                (format!("{in_order} of these {of} sentences are in the same order in both"), Vec::new())
            }
            Sign::Credit(side, n) => {
                (format!("{} credits the publisher of {}", id(side), opposite(side)), by(side, n))
            }
            Sign::CreditHere(side, n) => {
                (format!("{} does so where it says what {} says", id(side), opposite(side)), by(side, n))
            }
            Sign::Agency(side, n) => {
                (format!("{} credits the agency whose text {} is", id(side), opposite(side)), by(side, n))
            }
            Sign::SameAgency(x, y) => {
                let mut places = by(Side::One, x);
                places.extend(by(Side::Other, y));
                ("both credit one agency".to_owned(), places)
            }
            Sign::Quoted(side) => self.quotations_row(side, self.quoted(side), "next to that credit, which"),
            Sign::AlsoQuoted(side) => self.quotations_row(side, self.also_quoted(side), "that"),
            Sign::Cut => {
                let which = |x: &Cut, y: &Cut| x.is_part && y.is_part;
                let count = self.cuts.iter().filter(|(x, y)| which(x, y)).count();
                (format!("{count} quotations are cut at the same words in both"), self.quotations(which))
            }
            Sign::Spelling => {
                let words = self.spellings.iter().map(|s| format!("\"{}\"", s.words)).unique().join(", ");
                let places = self
                    .spellings
                    .iter()
                    .flat_map(|s| [place(self.one.document, s.one), place(self.other.document, s.other)]);
                (
                    format!("both spell {words}, which is unusual or unlike the other sources"),
                    places.take(2 * MOST_SHOWN).collect(),
                )
            }
            Sign::Feed(side) => (format!("{} is an agency's feed, as the caller says", id(side)), Vec::new()),
            Sign::Third(source) => {
                (format!("each probably shares text with {}, too", third(source)), Vec::new())
            }
        };
        Evidence { text, weight, mentions }
    }

    pub(super) fn credit_place(&self, side: Side, credit: usize) -> Vec<Mention> {
        let from = self.sides(side).0;
        from.credits.get(credit).map(|credit| place(from.document, credit.span)).into_iter().collect()
    }

    fn quotations_row(&self, side: Side, told: Vec<&Told>, which: &str) -> (String, Vec<Mention>) {
        let (from, to) = self.sides(side);
        let count = match told.len() {
            1 => "a quotation".to_owned(),
            count => format!("{count} quotations"),
        };
        let places = told.iter().take(MOST_SHOWN).map(|told| place(from.document, told.span));
        (format!("{count} {which} {} has, too", to.document.source().id()), places.collect())
    }

    fn sentences(&self, which: impl Fn(&Match) -> bool) -> Vec<Mention> {
        let shown = self.matches.iter().filter(|m| which(m)).take(MOST_SHOWN);
        let places = shown.flat_map(|m| {
            let left = self.one.document.sentences().get(m.a).map(|s| place(self.one.document, s.span));
            let right = self.other.document.sentences().get(m.b).map(|s| place(self.other.document, s.span));
            left.into_iter().chain(right)
        });
        places.collect()
    }

    fn runs(&self) -> Vec<Mention> {
        let telling =
            self.matches.iter().map(|m| (self.run_weight(m), m)).filter(|(weight, _)| *weight > 0.0);
        let telling = telling.sorted_by(|x, y| y.0.total_cmp(&x.0)).take(MOST_SHOWN);
        let places = telling.flat_map(|(_, m)| {
            let run = m.likeness.run;
            let lines = self.lines(m);
            let left = lines.and_then(|(line, _)| run.span(self.one.document, line, run.at.0));
            let right = lines.and_then(|(_, line)| run.span(self.other.document, line, run.at.1));
            let left = left.map(|span| place(self.one.document, span));
            left.into_iter().chain(right.map(|span| place(self.other.document, span)))
        });
        places.collect()
    }

    fn quotations(&self, which: impl Fn(&Cut, &Cut) -> bool) -> Vec<Mention> {
        let shown = self.cuts.iter().filter(|(x, y)| which(x, y)).take(MOST_SHOWN);
        shown
            .flat_map(|(x, y)| [place(self.one.document, x.span), place(self.other.document, y.span)])
            .collect()
    }
}

fn stand(count: usize) -> String {
    if count == 1 { "a sentence is".to_owned() } else { format!("{count} sentences are") }
}

fn follow(count: usize) -> String {
    if count == 1 { "a sentence follows one of".to_owned() } else { format!("{count} sentences follow") }
}
