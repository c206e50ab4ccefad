//! Quotations: one utterance in several sources.

use std::collections::BTreeMap;

use itertools::Itertools;
use rustc_hash::FxHashSet;

use crate::compare::quote::Utterance;
use crate::compare::vocabulary::number;
use crate::compare::{self, Facet, Judgement, Level};
use crate::entity::NameId;
use crate::fold::fold;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::Quote;
use crate::record::Value;
use crate::resolve::linked::{Entities, Linked, Words};
use crate::resolve::point::{Candidates, Describe, Node, Pair, matching};
use crate::resolve::{Bundle, End, flat};
use crate::span::Span;
use crate::text::stem;

/// The points of quotations.
pub(super) fn candidates<'b>(linked: &'b Linked<'b, '_>) -> Candidates<'b> {
    let (bundle, speakers) = (linked.bundle, Speakers(&linked.entities));
    let quotes = linked.each(|end| {
        let quotes = end.within(&end.mentions.quotes, |q| q.sentence);
        quotes.map(|(n, q)| (n, q, end.utterance(q, bundle.lexicon))).collect_vec()
    });
    let of = |words: &Words<'_>| quotes.get(words.at).map_or(&[][..], Vec::as_slice);
    let pairs = linked.pairs().flat_map(|(n, score, (a, x), (b, y))| {
        paired(bundle.lexicon, &speakers, (&a, of(x)), (&b, of(y)), n, score)
    });
    let mut pairs: Vec<Pair> = pairs.collect();
    let linked_pairs: FxHashSet<(Node, Node)> = pairs.iter().map(|p| (p.a, p.b)).collect();
    pairs.extend(anywhere(bundle).filter(|p| !linked_pairs.contains(&(p.a, p.b))));
    Candidates::new(Quotes(bundle), pairs)
}

/// Words of a quotation by which it is looked for in other sources, of at least so many letters, and how many must be shared.
const KEYED: usize = 12;
const LONG: usize = 4;
const SHARED: usize = 3;
/// Quotations that hold a word and are held against each other.
const MOST: usize = 24;

/// The quotations of two sources that differ and share words, wherever they stand. A word's quotations are held against each
/// other, never all against all.
fn anywhere<'b>(bundle: &'b Bundle<'_>) -> impl Iterator<Item = Pair> + 'b {
    let mut by_word: BTreeMap<u64, Vec<Node>> = BTreeMap::new();
    for (source, (document, mentions)) in bundle.documents.iter().zip(bundle.mentions).enumerate() {
        for (index, quote) in mentions.quotes.iter().enumerate() {
            let words = quote.tokens.clone().map(|at| document.folded(at)).filter(|w| w.len() >= LONG);
            let words = words.filter(|w| !bundle.lexicon.table(TableId::Stopword).contains(w));
            for word in words.map(|w| number(&stem(w))).unique().take(KEYED) {
                by_word.entry(word).or_default().push(Node { source: source as u32, index: index as u32 });
            }
        }
    }
    let mut shared: BTreeMap<(Node, Node), usize> = BTreeMap::new();
    for quotes in by_word.values() {
        for (a, b) in quotes.iter().take(MOST).tuple_combinations().filter(|(a, b)| a.source != b.source) {
            *shared.entry((*a.min(b), *a.max(b))).or_insert(0) += 1;
        }
    }
    let read = |node: Node| {
        let quote = bundle.mentions.get(node.source as usize)?.quotes.get(node.index as usize)?;
        let text = bundle.documents.get(node.source as usize)?.text();
        Some(Utterance::read(quote.span.slice(text), bundle.lexicon))
    };
    shared.into_iter().filter(|(_, n)| *n >= SHARED).filter_map(move |((a, b), _)| {
        let judgement = compare::quote::compare_utterances(&read(a)?, &read(b)?)?;
        let pair = Pair::new(a, b, judgement, 0.9, None);
        pair.is_discrepancy().then_some(pair)
    })
}

/// What two quotations of one speaker in linked sentences have in common by that alone; see [`compare::quote::compare_translated`].
const LEAST_LINK: f64 = 0.5;

/// The share of the words from which on two quotations are one utterance, whoever is said to speak.
const ONE_UTTERANCE: f64 = 0.9;

/// The pairs of quotations of two linked sentences that are one utterance: first those whose words say so, then, of what is
/// left, those of one speaker that may be two translations.
fn paired(
    lexicon: &Lexicon,
    speakers: &Speakers<'_>,
    (a, ours): (&End<'_>, &[Held<'_>]),
    (b, theirs): (&End<'_>, &[Held<'_>]),
    link: usize,
    score: f64,
) -> Vec<Pair> {
    if ours.is_empty() || theirs.is_empty() {
        return Vec::new();
    }
    let judged = |i: u32, j: u32, judgement: Judgement, same_matter: f64| {
        let (a, b) = (Node { source: a.source, index: i }, Node { source: b.source, index: j });
        Pair::new(a, b, judgement, same_matter, Some(link))
    };
    let by_words = ours.iter().cartesian_product(theirs).filter_map(|((i, x, here), (j, y, there))| {
        let judgement = compare::quote::compare_utterances(here, there)?;
        // Two who speak on one matter use many of the same words.
        if judgement.level == Level::Reworded
            && speakers.are_two(a, x, b, y)
            && compare::quote::align(here, there).shared < ONE_UTTERANCE
        {
            return None;
        }
        // Words that two quotations share at length are one utterance whatever the sentences around them.
        let same_matter = score.max(0.97);
        Some(judged(*i, *j, judgement, same_matter))
    });
    let mut pairs = matching(by_words.collect());
    if score < LEAST_LINK {
        return pairs;
    }
    let translated = ours.iter().cartesian_product(theirs).filter_map(|((i, x, here), (j, y, there))| {
        let taken = pairs.iter().any(|p| p.a.index == *i || p.b.index == *j);
        if taken || !x.mixed || !y.mixed || !speakers.are_one(a, x, b, y) {
            return None;
        }
        let judgement = compare::quote::compare_translated(here, there, lexicon)?;
        Some(judged(*i, *j, judgement, score))
    });
    let translated = translated.collect();
    pairs.extend(matching(translated));
    pairs
}

/// A quotation of a sentence, with its position in the list of its source, and its words.
type Held<'a> = (u32, &'a Quote, Utterance<'a>);

impl<'a> End<'a> {
    /// The words of a quotation.
    pub(super) fn utterance(&self, q: &Quote, lexicon: &Lexicon) -> Utterance<'a> {
        Utterance::read(q.span.slice(self.document.text()), lexicon)
    }
}

/// Which entity each name is, to tell whether two quotations have one speaker.
struct Speakers<'b>(&'b Entities);

impl Speakers<'_> {
    /// The entity of the speaker, where one is named.
    fn entity(&self, end: &End<'_>, q: &Quote) -> Option<usize> {
        self.0.of_name(NameId { source: end.source, name: u32::try_from(q.name?).ok()? })
    }

    /// True where both are named and are one entity, or are called by the same words.
    fn are_one(&self, a: &End<'_>, x: &Quote, b: &End<'_>, y: &Quote) -> bool {
        if let (Some(one), Some(other)) = (self.entity(a, x), self.entity(b, y)) {
            return one == other;
        }
        let called = |end: &End<'_>, q: &Quote| q.speaker.map(|s| fold(s.slice(end.document.text())));
        called(a, x).is_some_and(|one| called(b, y) == Some(one))
    }

    /// True where both are known and are not one: two names of two entities, or a person and a document.
    fn are_two(&self, a: &End<'_>, x: &Quote, b: &End<'_>, y: &Quote) -> bool {
        let writ = |end: &End<'_>, q: &Quote| {
            q.name.is_none() && q.speaker.is_some_and(|s| is_writ(&fold(s.slice(end.document.text()))))
        };
        match (self.entity(a, x), self.entity(b, y)) {
            (Some(one), Some(other)) => one != other,
            (Some(_), None) => writ(b, y),
            (None, Some(_)) => writ(a, x),
            (None, None) => false,
        }
    }
}

/// Documents that are quoted as if they spoke.
fn is_writ(speaker: &str) -> bool {
    let head = speaker.split_whitespace().next_back().unwrap_or_default();
    matches!(
        head,
        "suit"
            | "lawsuit"
            | "complaint"
            | "indictment"
            | "filing"
            | "ruling"
            | "affidavit"
            | "letter"
            | "report"
            | "memo"
            | "document"
            | "documents"
            | "bill"
            | "resolution"
            | "treaty"
            | "agreement"
    )
}

struct Quotes<'b, 'a>(&'b Bundle<'a>);

impl Quotes<'_, '_> {
    fn quote(&self, node: Node) -> Option<&Quote> {
        self.0.mentions.get(node.source as usize)?.quotes.get(node.index as usize)
    }

    fn words(&self, node: Node) -> Option<&str> {
        Some(self.quote(node)?.span.slice(self.0.documents.get(node.source as usize)?.text()))
    }
}

impl Describe for Quotes<'_, '_> {
    fn facet(&self) -> Facet {
        Facet::Quote
    }

    fn span(&self, node: Node) -> Option<Span> {
        self.quote(node).map(|q| q.span)
    }

    fn value(&self, node: Node) -> Option<Value> {
        let text = self.0.documents.get(node.source as usize)?.text();
        let flat = |span: Span| flat(span.slice(text));
        self.quote(node).map(|q| Value::Quote { words: flat(q.span), speaker: q.speaker.map(flat) })
    }

    fn judge(&self, a: Node, b: Node) -> Option<Judgement> {
        let read = |node: Node| Some(Utterance::read(self.words(node)?, self.0.lexicon));
        compare::quote::compare_translated(&read(a)?, &read(b)?, self.0.lexicon)
    }

    fn context(&self) -> &'static str {
        ""
    }
}
