//! Linked sentences: their words, prepared once for all facets.
//!
//! A sentence is linked to several others and compared for each facet, so its words would be read many times. Here they are
//! read once into the forms that the facets need. Words become numbers, and comparing sentences means comparing numbers.

use crate::compare::vocabulary::{Stretch, Vocabulary};
use crate::entity::{Cluster, NameId};
use crate::point::{Bundle, End, setting, shared};
use crate::text::SentenceId;

/// The linked sentences of a bundle.
pub(crate) struct Linked<'b, 'a> {
    pub(crate) bundle: &'b Bundle<'a>,
    pub(crate) entities: Entities,
    /// For each source, the index of its first sentence among all.
    first: Vec<usize>,
    /// For each sentence, the index of its words, if it is linked.
    at: Vec<Option<usize>>,
    /// The linked sentences.
    ends: Vec<End<'a>>,
    words: Vec<Words<'a>>,
}

/// The words of a linked sentence.
pub(crate) struct Words<'a> {
    /// The index of the sentence among those with links.
    pub(crate) at: usize,
    /// The words in compared form.
    pub(crate) stretch: Stretch<'a, 'a>,
    /// For deciding what numbers and dates are about.
    pub(crate) setting: setting::Words,
    /// For finding what the sentences of a claim share.
    pub(crate) shared: shared::Words,
}

impl<'b, 'a> Linked<'b, 'a> {
    /// Reads the sentences of all links. Linear in their length.
    pub(crate) fn read(bundle: &'b Bundle<'a>, vocabulary: &mut Vocabulary<'_>) -> Self {
        let entities = Entities::of(bundle.clusters);
        let mut sentences = 0;
        let first = bundle.documents.iter().map(|document| {
            let first = sentences;
            sentences += document.sentences().len();
            first
        });
        let first = first.collect();
        let mut linked =
            Self { bundle, entities, first, at: vec![None; sentences], ends: Vec::new(), words: Vec::new() };
        let near = bundle.alignment.links.iter().chain(&bundle.alignment.chances);
        let keyed = bundle.mentions.iter().zip(0..).flat_map(|(mentions, source)| {
            let keyed = mentions.quantities.iter().filter(|q| crate::point::figure::is_keyed(q));
            keyed.map(move |q| SentenceId { source, sentence: q.sentence as u32 })
        });
        let ends = near.flat_map(|link| [link.a, link.b]).chain(keyed);
        for end in ends.filter_map(|id| bundle.end(id.source, id.sentence)) {
            if linked.words(&end).is_none() {
                let stretch = vocabulary.read(end.document, end.sentence.tokens.clone());
                let words = Words {
                    at: linked.words.len(),
                    setting: setting::Words::of(&end, &stretch, bundle, &linked.entities),
                    shared: shared::Words::of(&stretch, bundle.lexicon),
                    stretch,
                };
                if let Some(at) = linked.position(&end).and_then(|n| linked.at.get_mut(n)) {
                    *at = Some(linked.words.len());
                    linked.ends.push(end);
                    linked.words.push(words);
                }
            }
        }
        linked
    }

    fn position(&self, end: &End<'_>) -> Option<usize> {
        Some(self.first.get(end.source as usize)? + end.number)
    }

    /// The words of a sentence; `None` if it has no links.
    pub(crate) fn words(&self, end: &End<'_>) -> Option<&Words<'a>> {
        self.words.get((*self.at.get(self.position(end)?)?)?)
    }

    /// Applies `find` to each linked sentence; results are indexed by [`Words::at`].
    pub(crate) fn each<T>(&self, find: impl FnMut(&End<'a>) -> T) -> Vec<T> {
        self.ends.iter().map(find).collect()
    }

    /// All pairs of sentences that may assert the same thing, links first.
    pub(crate) fn near(&self) -> impl Iterator<Item = Meeting<'_, 'a>> {
        let side = |end: End<'a>| Some((end, self.words(&end)?));
        let links = self.bundle.alignment.links.iter().enumerate().map(|(n, link)| (Some(n), link));
        let near = links.chain(self.bundle.alignment.chances.iter().map(|link| (None, link)));
        near.filter_map(move |(link, pair)| {
            let (a, b) = self.bundle.ends(pair)?;
            Some(Meeting { link, chance: Some(pair.score.value()), a: side(a)?, b: side(b)? })
        })
    }

    /// The probability that two sentences assert the same thing, if they may.
    pub(crate) fn chance(&self, a: SentenceId, b: SentenceId) -> Option<f64> {
        let key = (a.min(b), a.max(b));
        let alignment = self.bundle.alignment;
        [&alignment.links, &alignment.chances].into_iter().find_map(|links| {
            let at = links.binary_search_by_key(&key, |link| (link.a, link.b)).ok()?;
            links.get(at).map(|link| link.score.value())
        })
    }

    /// Two sentences without a chance of being linked, if the words of both were read.
    pub(crate) fn unlinked(&self, a: SentenceId, b: SentenceId) -> Option<Meeting<'_, 'a>> {
        let side = |id: SentenceId| {
            let end = self.bundle.end(id.source, id.sentence)?;
            Some((end, self.words(&end)?))
        };
        Some(Meeting { link: None, chance: None, a: side(a)?, b: side(b)? })
    }

    /// All links: index, probability, and the two sentences with their words.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (usize, f64, Side<'_, 'a>, Side<'_, 'a>)> {
        let side = |end: End<'a>| Some((end, self.words(&end)?));
        self.bundle.linked().filter_map(move |(n, score, (a, b))| Some((n, score, side(a)?, side(b)?)))
    }
}

/// Two sentences from two sources that are compared.
#[derive(Clone, Copy)]
pub(crate) struct Meeting<'w, 'a> {
    /// The index of their link, if any.
    pub(crate) link: Option<usize>,
    /// The probability that they assert the same thing, if they may.
    pub(crate) chance: Option<f64>,
    pub(crate) a: Side<'w, 'a>,
    pub(crate) b: Side<'w, 'a>,
}

/// One sentence of a link, with its words.
pub(crate) type Side<'w, 'a> = (End<'a>, &'w Words<'a>);

/// The entity of each name: the index of its cluster.
pub(crate) struct Entities(Vec<Vec<Option<usize>>>);

impl Entities {
    fn of(clusters: &[Cluster]) -> Self {
        let mut by_source: Vec<Vec<Option<usize>>> = Vec::new();
        for (n, cluster) in clusters.iter().enumerate() {
            for name in &cluster.names {
                let (source, at) = (name.source as usize, name.name as usize);
                by_source.resize_with(by_source.len().max(source + 1), Vec::new);
                if let Some(names) = by_source.get_mut(source) {
                    names.resize(names.len().max(at + 1), None);
                    if let Some(entity) = names.get_mut(at) {
                        *entity = Some(n);
                    }
                }
            }
        }
        Self(by_source)
    }

    pub(crate) fn of_name(&self, name: NameId) -> Option<usize> {
        *self.0.get(name.source as usize)?.get(name.name as usize)?
    }
}
