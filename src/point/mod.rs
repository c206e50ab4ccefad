//! Points of comparison: where two sources may be about the same thing, and whether a careful reader would say that they
//! differ on it.
//!
//! All facets are handled in the same way. Candidates are found broadly: any two comparable mentions in sentences that may
//! assert the same thing and, by a key over the whole event, figures, names and quotations anywhere. The comparison of the
//! two and the sentences around them yield cues; a single decision, learned from annotated events, weighs the cues of all
//! facets. Each file here contains what is specific to one facet. Resolution collects the decided pairs into records.

mod action;
mod age;
mod apart;
mod attribution;
mod date;
pub(crate) mod decision;
pub(crate) mod evidence;
mod exchange;
mod figure;
mod happening;
mod kind;
pub(crate) mod linked;
mod listing;
pub(crate) mod pair;
pub(crate) mod paraphrase;
mod place;
mod quantity;
mod quote;
mod role;
mod scoped;
mod setting;
pub(crate) mod shared;
mod spelled;
pub(crate) mod spot;
mod statement;
mod sum;
#[doc(hidden)]
pub mod tree;
#[rustfmt::skip]
mod weights;
mod whole;

use std::ops::Range;

use crate::align::{Alignment, Events, SentenceLink};
use crate::compare::clause::telling::is_claim;
use crate::compare::vocabulary::Vocabulary;
use crate::entity::Cluster;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::{Clause, Mentions, Name};
use crate::parallel;
use crate::provenance::Dependence;
use crate::record::{ClaimId, Entity, Mention};
use crate::span::Span;
use crate::text::{Document, Sentence, SentenceId};

#[doc(hidden)]
pub use decision::{Cue, Cues, Weights};
use linked::Linked;
use pair::Candidates;

/// The results of the earlier stages for a bundle: everything that records are made from.
#[derive(Clone, Copy, Debug)]
pub struct Bundle<'a> {
    /// The documents, ordered by id.
    pub documents: &'a [Document<'a>],
    /// Their mentions.
    pub mentions: &'a [Mentions],
    /// Their links and claims.
    pub alignment: &'a Alignment,
    /// The names of each referent over all documents.
    pub clusters: &'a [Cluster],
    /// How the documents depend on each other.
    pub dependence: &'a Dependence,
    /// Which documents are about the same event.
    pub events: &'a Events,
    /// The lexicon.
    pub lexicon: &'a Lexicon,
}

/// The points of all facets except names, with the evidence for and against each.
pub(crate) fn candidates<'b>(
    linked: &'b Linked<'b, 'b>,
    entities: &[Option<Entity>],
    vocabulary: Vocabulary<'b>,
) -> Vec<Candidates<'b>> {
    let gathered = |mut found: Vec<Candidates<'b>>| {
        found.iter_mut().for_each(|candidates| candidates.gather(linked));
        found
    };
    // Statements cost about as much as most of the rest together.
    let statements = || gathered(statement::candidates(linked, vocabulary).into());
    let values = || {
        let mut found = role::candidates(linked, entities);
        found.push(quantity::candidates(linked));
        found.push(date::candidates(linked));
        found.push(quote::candidates(linked));
        found.push(spelled::candidates(linked));
        gathered(found)
    };
    let words = || {
        let mut found = vec![
            attribution::candidates(linked),
            listing::candidates(linked),
            kind::candidates(linked),
            place::candidates(linked),
        ];
        found.extend(paraphrase::candidates(linked));
        gathered(found)
    };
    let (statements, (values, words)) = parallel::both(statements, || parallel::both(values, words));
    values.into_iter().chain(statements).chain(words).collect()
}

impl<'a> Bundle<'a> {
    /// A passage of a document as shown in results; `None` past the last document.
    pub(crate) fn mention(&self, source: u32, span: Span) -> Option<Mention> {
        let document = self.documents.get(source as usize)?;
        let text = span.slice(document.text());
        (!text.is_empty()).then(|| Mention {
            source: document.source().id().to_owned(),
            span,
            characters: document.characters(span),
            text: text.to_owned(),
        })
    }

    /// Adds character positions to a mention supplied by the caller.
    pub(crate) fn locate(&self, mention: &mut Mention) {
        let holds = self.documents.binary_search_by(|d| d.source().id().cmp(&mention.source));
        if let Some(document) = holds.ok().and_then(|n| self.documents.get(n)) {
            mention.characters = document.characters(mention.span);
        }
    }

    /// All links: index, probability, and the two sentences with their documents and mentions.
    pub(crate) fn linked(&self) -> impl Iterator<Item = (usize, f64, (End<'a>, End<'a>))> + '_ {
        let links = self.alignment.links.iter().enumerate();
        links.filter_map(|(n, link)| Some((n, link.score.value(), self.ends(link)?)))
    }

    /// The two sentences of a link with their documents and mentions.
    pub(crate) fn ends(&self, link: &SentenceLink) -> Option<(End<'a>, End<'a>)> {
        Some((self.end(link.a.source, link.a.sentence)?, self.end(link.b.source, link.b.sentence)?))
    }

    pub(crate) fn end(&self, source: u32, sentence: u32) -> Option<End<'a>> {
        let document = self.documents.get(source as usize)?;
        let mentions = self.mentions.get(source as usize)?;
        Some(End {
            source,
            number: sentence as usize,
            sentence: document.sentences().get(sentence as usize)?,
            document,
            mentions,
        })
    }

    /// The id of a claim, given the index of a link; every kept link is in exactly one claim.
    pub(crate) fn claim_of(of_link: &[Option<ClaimId>], link: Option<usize>) -> Option<ClaimId> {
        of_link.get(link?)?.clone()
    }
}

/// A text on one line, with single spaces between words.
pub(crate) fn flat(text: &str) -> String {
    // Most text is already in this form.
    let is_white = |b: &u8| !b.is_ascii() || b.is_ascii_control() || *b == b' ';
    let bytes = text.as_bytes();
    let plain = bytes.iter().all(|b| b.is_ascii() && !b.is_ascii_control())
        && !bytes.windows(2).any(|pair| pair == b"  ")
        && !bytes.first().is_some_and(is_white)
        && !bytes.last().is_some_and(is_white);
    if plain {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// One end of a link.
#[derive(Clone, Copy)]
pub(crate) struct End<'a> {
    pub(crate) source: u32,
    pub(crate) number: usize,
    pub(crate) sentence: &'a Sentence,
    pub(crate) document: &'a Document<'a>,
    pub(crate) mentions: &'a Mentions,
}

/// The most mentions of a kind that are compared in a sentence. A sentence with more is a table or a list, and the work on two
/// such sentences grows with the square of this number or faster.
pub(crate) const MOST: usize = 32;

impl<'a> End<'a> {
    pub(crate) fn id(&self) -> SentenceId {
        SentenceId::new(self.source as usize, self.number)
    }

    /// The mentions of a list in this sentence that are compared with those of another, with their indices: the first [`MOST`].
    /// Logarithmic, since lists are in text order.
    pub(crate) fn within<T>(
        &self,
        list: &'a [T],
        sentence: fn(&T) -> usize,
    ) -> impl Iterator<Item = (u32, &'a T)> + Clone + use<'a, T> {
        self.all_within(list, sentence).take(MOST)
    }

    /// The name in this sentence that holds a token, with its index in the source. Logarithmic.
    pub(crate) fn name_at(&self, token: usize) -> Option<(u32, &'a Name)> {
        let names = &self.mentions.names;
        let at = names.partition_point(|name| name.tokens.end <= token);
        let name = names.get(at).filter(|n| n.sentence == self.number && n.tokens.contains(&token))?;
        Some((u32::try_from(at).ok()?, name))
    }

    /// The clause in this sentence that holds a token.
    pub(crate) fn clause_at(&self, token: usize) -> Option<&'a Clause> {
        let mut clauses = self.all_within(&self.mentions.clauses, |c| c.sentence);
        clauses.find(|(_, clause)| clause.tokens.contains(&token)).map(|(_, clause)| clause)
    }

    /// The first clause in this sentence that begins at or after a token.
    pub(crate) fn clause_behind(&self, token: usize) -> Option<&'a Clause> {
        let mut clauses = self.all_within(&self.mentions.clauses, |c| c.sentence);
        clauses.find(|(_, clause)| clause.tokens.start >= token).map(|(_, clause)| clause)
    }

    /// The first verb of speech in a token's clause, or "according".
    pub(crate) fn word_of_speech(&self, token: usize, lexicon: &Lexicon) -> Option<usize> {
        // "State" is more often a noun, and a storm "claims" lives.
        let speech = |at: &usize| {
            let word = self.document.folded(*at);
            let found = self.document.lookup(TableId::Speech, *at, lexicon);
            found.is_some_and(|(_, found)| !found.weak) && !is_claim(word) || word == "according"
        };
        self.clause_at(token)?.tokens.clone().find(speech)
    }

    /// True for a token of what somebody is reported to have said, in reported speech or in a clause with a word of speech.
    pub(crate) fn is_reported(&self, token: usize, lexicon: &Lexicon) -> bool {
        let mut told = self.all_within(&self.mentions.attributions, |r| r.sentence);
        let cue = |span: Span| self.document.folded(self.document.tokens_in(span).start);
        told.any(|(_, r)| r.tokens.contains(&token) && !is_claim(cue(r.cue)))
            || self.word_of_speech(token, lexicon).is_some()
    }

    /// True for a token of a quotation that begins in this sentence.
    pub(crate) fn is_quoted(&self, token: usize) -> bool {
        self.all_within(&self.mentions.quotes, |q| q.sentence).any(|(_, q)| q.tokens.contains(&token))
    }

    /// True for tokens of which any is in a quotation that begins in this sentence.
    pub(crate) fn is_partly_quoted(&self, tokens: &Range<usize>) -> bool {
        let span = self.document.span(tokens.clone());
        self.all_within(&self.mentions.quotes, |q| q.sentence).any(|(_, q)| q.span.overlaps(span))
    }

    /// All mentions of a list that are in this sentence, for what looks at each once.
    pub(crate) fn all_within<T>(
        &self,
        list: &'a [T],
        sentence: fn(&T) -> usize,
    ) -> impl Iterator<Item = (u32, &'a T)> + Clone + use<'a, T> {
        let from = list.partition_point(|m| sentence(m) < self.number);
        let to = from + list[from..].partition_point(|m| sentence(m) <= self.number);
        (from..to).zip(&list[from..to]).map(|(n, m)| (n as u32, m))
    }
}
