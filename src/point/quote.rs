//! Quotations: one utterance in several sources.

use std::collections::BTreeMap;

use itertools::Itertools;
use rustc_hash::FxHashSet;

use crate::compare::quote::Utterance;
use crate::compare::vocabulary::number;
use crate::compare::{self, Facet, Judgement, Level, Relation};
use crate::entity::NameId;
use crate::fold::fold;
use crate::lexicon::word_set::WordSet;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::Quote;
use crate::point::linked::{Entities, Linked, Words};
use crate::point::pair::{Candidates, Describe, Node, Pair, matching};
use crate::point::whole::{self, Whole};
use crate::point::{Bundle, End, flat};
use crate::record::Value;
use crate::span::Span;
use crate::text::{SentenceKind, stem};

/// The least probability that quotations are about the same thing: if they share many words in sequence, whatever the
/// sentences around them; and if nothing links them.
const MATTER: f64 = 0.97;
const UNLINKED_MATTER: f64 = 0.9;

/// The points of quotations.
pub(crate) fn candidates<'b>(linked: &'b Linked<'b, '_>) -> Candidates<'b> {
    let bundle = linked.bundle;
    let speakers = Speakers { entities: &linked.entities, lexicon: bundle.lexicon };
    let wholes = whole::gather(bundle);
    let quotes = linked.each(|end| {
        let quotes = end.within(&end.mentions.quotes, |q| q.sentence);
        quotes.map(|(n, q)| (n, q, end.utterance(q, bundle.lexicon))).collect_vec()
    });
    let of = |words: &Words<'_>| quotes.get(words.at).map_or(&[][..], Vec::as_slice);
    // Interrupted utterances with a piece in a sentence, and quotations that run over several sentences.
    let broken = linked.each(|end| broken(end, &wholes, bundle.lexicon));
    let running = linked.each(|end| running(end, bundle.lexicon));
    let pairs = linked.pairs().flat_map(|(n, score, (a, x), (b, y))| {
        let side = |words: &Words<'_>| Sides {
            broken: broken.get(words.at).map_or(&[], Vec::as_slice),
            running: running.get(words.at).map_or(&[], Vec::as_slice),
        };
        let joined = as_wholes(&speakers, (&a, side(x)), (&b, side(y)), n, score);
        // A piece of what is compared as a whole is not compared again.
        let taken = |p: &Pair| joined.iter().any(|j| j.holds(p));
        let single = paired(bundle.lexicon, &speakers, (&a, of(x)), (&b, of(y)), n, score);
        let single = single.into_iter().filter(|p| !taken(p)).collect_vec();
        single.into_iter().chain(joined.into_iter().map(|j| j.pair)).collect_vec()
    });
    let mut pairs: Vec<Pair> = pairs.collect();
    // What linked sentences share, piece by piece.
    let pieces = |node: Node| pieces(bundle, &wholes, node);
    let met = |a: Node, b: Node| pieces(a).cartesian_product(pieces(b));
    let linked_pairs: FxHashSet<(Node, Node)> = pairs.iter().flat_map(|p| met(p.a, p.b)).collect();
    let open = |p: &Pair| !met(p.a, p.b).any(|met| linked_pairs.contains(&met));
    pairs.extend(anywhere(bundle, &speakers, &wholes).filter(open));
    Candidates::new(Quotes { bundle, wholes }, pairs)
}

/// The most words of a quotation by which it is looked up in other sources, their least number of letters, and how many must
/// be shared.
const KEYED: usize = 12;
const LONG: usize = 4;
const SHARED: usize = 3;
/// The most quotations with one word that are compared.
const MOST: usize = 24;

/// The quotations that a node represents: itself, or the pieces of a whole.
fn pieces(bundle: &Bundle<'_>, wholes: &[Vec<Whole>], node: Node) -> impl Iterator<Item = Node> + Clone {
    let quotes = bundle.mentions.get(node.source as usize).map_or(0, |m| m.quotes.len());
    let whole = (node.index as usize).checked_sub(quotes);
    let whole = whole.and_then(|n| wholes.get(node.source as usize)?.get(n));
    let index = node.index as usize;
    let range = whole.map_or(index..index + 1, |w| w.pieces.clone());
    range.map(move |n| Node { source: node.source, index: n as u32 })
}

/// The quotations of a source, with interrupted ones as wholes.
fn utterances(source: usize, quotes: usize, wholes: &[Whole]) -> Vec<Node> {
    // Wholes are in order and share no piece.
    let in_pieces = |n: usize| {
        let at = wholes.partition_point(|w| w.pieces.end <= n);
        wholes.get(at).is_some_and(|w| w.pieces.contains(&n))
    };
    let single = (0..quotes).filter(|&n| !in_pieces(n));
    let node = |n: usize| Node { source: source as u32, index: n as u32 };
    single.chain(quotes..quotes + wholes.len()).map(node).collect()
}

/// The quotations of two sources that differ and share words, anywhere. Only quotations with a common word are compared,
/// never all pairs.
fn anywhere<'b>(
    bundle: &'b Bundle<'_>,
    speakers: &'b Speakers<'b>,
    wholes: &'b [Vec<Whole>],
) -> impl Iterator<Item = Pair> + 'b {
    let mut by_word: BTreeMap<u64, Vec<Node>> = BTreeMap::new();
    for (source, (document, mentions)) in bundle.documents.iter().zip(bundle.mentions).enumerate() {
        let in_pieces = wholes.get(source).map_or(&[][..], Vec::as_slice);
        for node in utterances(source, mentions.quotes.len(), in_pieces) {
            let quotes =
                || pieces(bundle, wholes, node).filter_map(|n| mentions.quotes.get(n.index as usize));
            let words = quotes().flat_map(|q| q.tokens.clone()).map(|at| document.folded(at));
            let words =
                words.filter(|w| w.len() >= LONG && !bundle.lexicon.table(TableId::Stopword).contains(w));
            let most = KEYED * quotes().count();
            for word in words.map(|w| number(&stem(w))).unique().take(most) {
                by_word.entry(word).or_default().push(node);
            }
        }
    }
    let mut shared: BTreeMap<(Node, Node), usize> = BTreeMap::new();
    for quotes in by_word.values() {
        for (a, b) in quotes.iter().take(MOST).tuple_combinations().filter(|(a, b)| a.source != b.source) {
            *shared.entry((*a.min(b), *a.max(b))).or_insert(0) += 1;
        }
    }
    shared.retain(|_, n| *n >= SHARED);
    let words = |node: Node| -> Option<String> {
        let document = bundle.documents.get(node.source as usize)?;
        let quotes = &bundle.mentions.get(node.source as usize)?.quotes;
        let whole = (node.index as usize).checked_sub(quotes.len());
        match whole {
            Some(n) => Some(wholes.get(node.source as usize)?.get(n)?.words.clone()),
            None => Some(quotes.get(node.index as usize)?.span.slice(document.text()).to_owned()),
        }
    };
    let texts: BTreeMap<Node, String> = shared
        .keys()
        .flat_map(|&(a, b)| [a, b])
        .unique()
        .filter_map(|node| Some((node, words(node)?)))
        .collect();
    let kind = move |node: Node| {
        let quotes = bundle.mentions.get(node.source as usize).map_or(&[][..], |m| m.quotes.as_slice());
        let sentences = bundle.documents.get(node.source as usize).map_or(&[][..], |d| d.sentences());
        let quote = quotes.get(node.index as usize);
        quote.and_then(|q| sentences.get(q.sentence)).map_or(SentenceKind::Body, |s| s.kind)
    };
    let said = move |node: Node| {
        let node = pieces(bundle, wholes, node).next()?;
        let quote = bundle.mentions.get(node.source as usize)?.quotes.get(node.index as usize)?;
        Some((bundle.end(node.source, u32::try_from(quote.sentence).ok()?)?, quote))
    };
    shared.into_keys().filter_map(move |(a, b)| {
        let read = |node: Node| Some(Utterance::read(texts.get(&node)?, bundle.lexicon));
        let (x, y) = (read(a)?, read(b)?);
        let judgement = compare::quote::compare_utterances(&x, &y)?;
        // Without a link between the sentences, the "not" that a cut lost may be outside the quotation marks.
        let scraps = judgement.level == Level::CutForce
            || judgement.level == Level::Reworded && compare::quote::are_scraps(&x, &y);
        if are_styled(&x, kind(a), &y, kind(b), &judgement) {
            return None;
        }
        let ((one, quote), (other, theirs)) = (said(a)?, said(b)?);
        if judgement.level == Level::Reworded && speakers.are_apart((&one, quote, &x), (&other, theirs, &y)) {
            return None;
        }
        let pair = Pair::new(a, b, judgement, UNLINKED_MATTER, None);
        (pair.is_discrepancy() && !scraps).then_some(pair)
    })
}

/// True if two quotations differ as a headline, a title or a report of what another said does from speech: in articles, in
/// being no speech, or in relaying it.
fn are_styled(
    x: &Utterance<'_>,
    here: SentenceKind,
    y: &Utterance<'_>,
    there: SentenceKind,
    judgement: &Judgement,
) -> bool {
    let heading = |kind: SentenceKind| kind == SentenceKind::Heading;
    let title = |words: &Utterance<'_>, kind: SentenceKind| !heading(kind) && compare::quote::is_title(words);
    judgement.level == Level::Reworded
        && ((heading(here) || heading(there)) && compare::quote::differ_in_articles(x, y)
            || title(x, here) != title(y, there) && !heading(here) && !heading(there)
            || compare::quote::is_relayed(x) != compare::quote::is_relayed(y))
}

/// The least probability of a link for quotations of one speaker to be compared as translations; see
/// [`compare::quote::compare_translated`].
const LEAST_LINK: f64 = 0.5;

/// The fraction of shared words from which two quotations are one utterance, whoever the speaker.
const ONE_UTTERANCE: f64 = 0.9;

/// The pairs of quotations in two linked sentences that are one utterance: first those whose words show it, then, among the
/// rest, those of one speaker that may be two translations.
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
    let fits =
        |(x, here): (&Quote, &Utterance<'_>), (y, there): (&Quote, &Utterance<'_>), judged: &Judgement| {
            // "It won't 'be over by Monday'": the writer says outside the quotation marks what the cut lost.
            let kept = || is_denied_outside(a, x, lexicon) || is_denied_outside(b, y, lexicon);
            let two = || speakers.are_apart((a, x, here), (b, y, there));
            !(judged.level == Level::CutForce && kept()
                || judged.level == Level::Reworded && two()
                || are_styled(here, a.sentence.kind, there, b.sentence.kind, judged))
        };
    let by_words = ours.iter().cartesian_product(theirs).filter_map(|((i, x, here), (j, y, there))| {
        let judgement = compare::quote::compare_utterances(here, there)?;
        if !fits((x, here), (y, there), &judgement) {
            return None;
        }
        let same_matter = score.max(MATTER);
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
        fits((x, here), (y, there), &judgement).then(|| judged(*i, *j, judgement, score))
    });
    let translated = translated.collect();
    pairs.extend(matching(translated));
    pairs
}

/// True if the writer's words directly before a quotation contain, or may contain, a denial: a one-word quotation has no room
/// for it.
fn is_denied_outside(end: &End<'_>, quote: &Quote, lexicon: &Lexicon) -> bool {
    /// The most words of the writer between a denial and the opening mark.
    const NEAR: usize = 8;
    let tokens = end.document.tokens_in(quote.span);
    let first = tokens.start.saturating_sub(NEAR).max(end.sentence.tokens.start);
    let clause = (first..tokens.start).rev().find(|&at| matches!(end.document.surface(at), "," | ";" | ":"));
    let before = clause.map_or(first, |mark| mark + 1)..tokens.start;
    let denies = |at: usize| end.document.lookup(TableId::Negation, at, lexicon).is_some();
    tokens.len() == 1 || before.into_iter().any(denies)
}

/// An interrupted utterance: its index among the nodes of its source, its pieces with their indices, and its words.
struct Broken<'w> {
    index: u32,
    pieces: Vec<(u32, Utterance<'w>)>,
    quote: &'w Quote,
    words: Utterance<'w>,
}

/// The sides of two linked sentences that are compared as wholes.
#[derive(Clone, Copy)]
struct Sides<'s, 'w> {
    broken: &'s [Broken<'w>],
    running: &'s [Held<'w>],
}

/// The interrupted utterances of which a piece begins in a sentence.
fn broken<'w>(end: &End<'w>, wholes: &'w [Vec<Whole>], lexicon: &Lexicon) -> Vec<Broken<'w>> {
    let (quotes, of_source) = (&end.mentions.quotes, wholes.get(end.source as usize));
    let wholes = of_source.map_or(&[][..], Vec::as_slice);
    // Quotations are in the order of their sentences, and so are the wholes that they form.
    let sentence = |at: usize| quotes.get(at).map_or(usize::MAX, |q| q.sentence);
    let from = wholes.partition_point(|w| sentence(w.pieces.end.saturating_sub(1)) < end.number);
    let here = (from..).zip(wholes.iter().skip(from));
    let here = here.take_while(|(_, w)| sentence(w.pieces.start) <= end.number).filter(|(_, whole)| {
        let pieces = quotes.get(whole.pieces.clone()).unwrap_or(&[]);
        pieces.iter().any(|q| q.sentence == end.number)
    });
    here.take(BROKEN)
        .filter_map(|(n, whole)| {
            let pieces =
                whole.pieces.clone().filter(|&at| quotes.get(at).is_some_and(|q| !q.nested)).filter_map(
                    |at| Some((u32::try_from(at).ok()?, end.utterance(quotes.get(at)?, lexicon))),
                );
            Some(Broken {
                index: u32::try_from(quotes.len() + n).ok()?,
                pieces: pieces.collect(),
                quote: quotes.get(whole.pieces.start)?,
                words: Utterance::read(&whole.words, lexicon),
            })
        })
        .collect()
}

/// The quotations with words in a sentence, wherever they begin.
fn running<'a>(end: &End<'a>, lexicon: &Lexicon) -> Vec<Held<'a>> {
    let quotes = &end.mentions.quotes;
    let to = quotes.partition_point(|q| q.sentence <= end.number);
    let from = to.saturating_sub(REACH);
    let here = quotes.iter().enumerate().take(to).skip(from);
    here.filter(|(_, q)| q.span.end > end.sentence.span.start && !q.nested)
        .map(|(n, q)| (n as u32, q, end.utterance(q, lexicon)))
        .collect()
}

/// The most interrupted utterances of one sentence that are compared.
const BROKEN: usize = 8;
/// How many quotations back one that continues in a sentence is searched.
const REACH: usize = 8;
/// How many more content words a whole must share with another quotation than its best piece.
const GAIN: usize = 2;
/// Alternatively, how many more weighted words of any kind, for a quotation about as long as the whole.
const ANY_GAIN: f64 = 1.5;
const ABOUT: usize = 3;

/// A pair of wholes, with the quotations that it covers.
struct Joined {
    pair: Pair,
    ours: Vec<u32>,
    theirs: Vec<u32>,
}

impl Joined {
    /// True for a pair of their pieces.
    fn holds(&self, pair: &Pair) -> bool {
        self.ours.contains(&pair.a.index) || self.theirs.contains(&pair.b.index)
    }
}

/// Interrupted utterances paired with uninterrupted quotations, or with other pieces.
fn as_wholes(
    speakers: &Speakers<'_>,
    (a, ours): (&End<'_>, Sides<'_, '_>),
    (b, theirs): (&End<'_>, Sides<'_, '_>),
    link: usize,
    score: f64,
) -> Vec<Joined> {
    if ours.broken.is_empty() && theirs.broken.is_empty() {
        return Vec::new();
    }
    let common = |x: &Utterance<'_>, y: &Utterance<'_>| compare::quote::align(x, y).content;
    let any = |x: &Utterance<'_>, y: &Utterance<'_>| {
        compare::quote::align(x, y).shared * x.length().min(y.length()) as f64
    };
    // The other contains more than one of the pieces.
    let answers = |broken: &Broken<'_>, y: &Utterance<'_>| {
        let pieces = || broken.pieces.iter().map(|(_, piece)| piece);
        let best = pieces().map(|piece| common(piece, y)).max().unwrap_or(0);
        let best_of_any = || pieces().map(|piece| any(piece, y)).fold(0.0, f64::max);
        let about = || broken.words.length().abs_diff(y.length()) <= ABOUT;
        common(&broken.words, y) >= best + GAIN
            || about() && any(&broken.words, y) >= best_of_any() + ANY_GAIN
    };
    let judge = |x: &Utterance<'_>, p: &Quote, y: &Utterance<'_>, q: &Quote| {
        let judgement = compare::quote::compare_utterances(x, y)?;
        let reworded = judgement.level == Level::Reworded;
        let other = speakers.are_apart((a, p, x), (b, q, y));
        let styled = are_styled(x, a.sentence.kind, y, b.sentence.kind, &judgement);
        let apart = reworded && (other || styled || compare::quote::is_cut(x, y));
        (!apart).then_some(judgement)
    };
    let joined = |i: u32, j: u32, judgement: Judgement, ours: Vec<u32>, theirs: Vec<u32>| {
        let (a, b) = (Node { source: a.source, index: i }, Node { source: b.source, index: j });
        let pair = Pair::new(a, b, judgement, score.max(MATTER), Some(link));
        Joined { pair, ours, theirs }
    };
    let pieces = |broken: &Broken<'_>| broken.pieces.iter().map(|(n, _)| *n).collect_vec();
    // Quotations that are not pieces themselves.
    let lone = |side: Sides<'_, '_>, n: u32| {
        !side.broken.iter().flat_map(|b| &b.pieces).any(|&(piece, _)| piece == n)
    };
    let mut found: Vec<Joined> = Vec::new();
    for x in ours.broken {
        for (j, q, there) in theirs.running.iter().filter(|(j, ..)| lone(theirs, *j)) {
            if answers(x, there) {
                let judgement = judge(&x.words, x.quote, there, q);
                found.extend(judgement.map(|judged| joined(x.index, *j, judged, pieces(x), vec![*j])));
            }
        }
    }
    for y in theirs.broken {
        for (i, p, here) in ours.running.iter().filter(|(i, ..)| lone(ours, *i)) {
            if answers(y, here) {
                let judgement = judge(here, p, &y.words, y.quote);
                found.extend(judgement.map(|judged| joined(*i, y.index, judged, vec![*i], pieces(y))));
            }
        }
    }
    for (x, y) in ours.broken.iter().cartesian_product(theirs.broken) {
        // Interrupted in the same places: the pieces correspond one to one.
        let alike = x.pieces.len() == y.pieces.len()
            && x.pieces.iter().zip(&y.pieces).all(|((_, p), (_, q))| {
                compare::quote::compare_utterances(p, q).is_some_and(|j| j.relation != Relation::Refinement)
            });
        if !alike && answers(x, &y.words) && answers(y, &x.words) {
            let judgement = judge(&x.words, x.quote, &y.words, y.quote);
            found.extend(judgement.map(|judged| joined(x.index, y.index, judged, pieces(x), pieces(y))));
        }
    }
    // Highest confidence first; each quotation once.
    let chosen = matching(found.iter().map(|j| j.pair.clone()).collect());
    let mut kept: Vec<Joined> = Vec::new();
    for pair in chosen {
        let Some(joined) = found.iter().position(|j| j.pair.a == pair.a && j.pair.b == pair.b) else {
            continue;
        };
        let joined = found.swap_remove(joined);
        let overlaps = |k: &Joined| {
            k.ours.iter().any(|n| joined.ours.contains(n))
                || k.theirs.iter().any(|n| joined.theirs.contains(n))
        };
        if !kept.iter().any(overlaps) {
            kept.push(joined);
        }
    }
    kept
}

/// A quotation in a sentence, with its index in the source's list, and its words.
type Held<'a> = (u32, &'a Quote, Utterance<'a>);

impl<'a> End<'a> {
    /// The words of a quotation.
    pub(crate) fn utterance(&self, q: &Quote, lexicon: &Lexicon) -> Utterance<'a> {
        Utterance::read(q.span.slice(self.document.text()), lexicon)
    }
}

/// The entity of each name, for deciding whether two quotations have one speaker.
struct Speakers<'b> {
    entities: &'b Entities,
    lexicon: &'b Lexicon,
}

impl Speakers<'_> {
    /// The entity of the speaker, if named.
    fn entity(&self, end: &End<'_>, q: &Quote) -> Option<usize> {
        self.entities.of_name(NameId { source: end.source, name: u32::try_from(q.name?).ok()? })
    }

    /// True if both speakers are named and are one entity, or are named by the same words.
    fn are_one(&self, a: &End<'_>, x: &Quote, b: &End<'_>, y: &Quote) -> bool {
        if let (Some(one), Some(other)) = (self.entity(a, x), self.entity(b, y)) {
            return one == other;
        }
        let called = |end: &End<'_>, q: &Quote| q.speaker.map(|s| fold(s.slice(end.document.text())));
        called(a, x).is_some_and(|one| called(b, y) == Some(one))
    }

    /// True for two speakers whose words are not nearly the same: two people who speak about one topic use many of the same
    /// words.
    fn are_apart(
        &self,
        (a, x, here): (&End<'_>, &Quote, &Utterance<'_>),
        (b, y, there): (&End<'_>, &Quote, &Utterance<'_>),
    ) -> bool {
        self.are_two(a, x, b, y) && compare::quote::align(here, there).shared < ONE_UTTERANCE
    }

    /// True if both speakers are known and different: names of two entities, or a person and a document.
    fn are_two(&self, a: &End<'_>, x: &Quote, b: &End<'_>, y: &Quote) -> bool {
        let writ = |end: &End<'_>, q: &Quote| {
            q.name.is_none()
                && q.speaker.is_some_and(|s| is_writ(&fold(s.slice(end.document.text())), self.lexicon))
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
fn is_writ(speaker: &str, lexicon: &Lexicon) -> bool {
    let head = speaker.split_whitespace().next_back().unwrap_or_default();
    lexicon.begins(head).is_in(WordSet::Writ)
}

/// The quotations of a source by index, followed by the interrupted ones.
struct Quotes<'b, 'a> {
    bundle: &'b Bundle<'a>,
    wholes: Vec<Vec<Whole>>,
}

impl Quotes<'_, '_> {
    fn whole(&self, node: Node) -> Option<&Whole> {
        let quotes = self.bundle.mentions.get(node.source as usize)?.quotes.len();
        self.wholes.get(node.source as usize)?.get((node.index as usize).checked_sub(quotes)?)
    }

    /// The quotation, or its first piece.
    fn quote(&self, node: Node) -> Option<&Quote> {
        let first = self.whole(node).map_or(node.index as usize, |w| w.pieces.start);
        self.bundle.mentions.get(node.source as usize)?.quotes.get(first)
    }

    fn words(&self, node: Node) -> Option<&str> {
        if let Some(whole) = self.whole(node) {
            return Some(&whole.words);
        }
        Some(self.quote(node)?.span.slice(self.bundle.documents.get(node.source as usize)?.text()))
    }
}

impl Describe for Quotes<'_, '_> {
    fn facet(&self) -> Facet {
        Facet::Quote
    }

    fn span(&self, node: Node) -> Option<Span> {
        self.whole(node).map(|w| w.span).or_else(|| self.quote(node).map(|q| q.span))
    }

    fn value(&self, node: Node) -> Option<Value> {
        let text = self.bundle.documents.get(node.source as usize)?.text();
        let speaker = self.quote(node)?.speaker.map(|span| flat(span.slice(text)));
        self.words(node).map(|words| Value::Quote { words: flat(words), speaker })
    }

    fn judge(&self, a: Node, b: Node) -> Option<Judgement> {
        let read = |node: Node| Some(Utterance::read(self.words(node)?, self.bundle.lexicon));
        compare::quote::compare_translated(&read(a)?, &read(b)?, self.bundle.lexicon)
    }

    fn context(&self, _: &Pair) -> &'static str {
        ""
    }
}
