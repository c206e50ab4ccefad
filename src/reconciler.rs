//! Reconciler: the stages, called in order.

use std::sync::Arc;

use itertools::Itertools;

use crate::align::{SentenceSimilarity, SharedSimilarity};
use crate::config::Config;
use crate::error::{Error, Kind};
use crate::id::digest;
use crate::lexicon::Lexicon;
use crate::record::{Reconciliation, SCHEMA, SourceOutline, UNIT};
use crate::resolve::{self, Bundle, Judge, SharedJudge};
use crate::source::Source;
use crate::story::{self, Story};
use crate::text::{self, Document};
use crate::{align, entity, mention, parallel, provenance};

/// Compares sources. A reconciler can be used for any number of bundles, from any number of threads.
#[derive(Clone, Debug, Default)]
pub struct Reconciler {
    config: Config,
    lexicon: Lexicon,
    similarity: SharedSimilarity,
    judge: SharedJudge,
}

impl Reconciler {
    /// A reconciler with the default options and the English lexicon.
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts from the defaults; set options, add words and aliases, then call [`ReconcilerBuilder::build`].
    pub fn builder() -> ReconcilerBuilder {
        ReconcilerBuilder::default()
    }

    /// Finds where the sources agree and where they differ. Their order does not matter.
    ///
    /// # Errors
    ///
    /// Fewer than two sources; an empty id; a duplicate id; more than [`Config::limits`] allow. The content of a text is never an
    /// error.
    pub fn reconcile(&self, sources: &[Source]) -> Result<Reconciliation, Error> {
        self.reconcile_watched(sources, |_| {})
    }

    /// Like [`Reconciler::reconcile`], but reports the start of each stage, for a progress bar: ten thousand sources take half a
    /// minute.
    ///
    /// # Errors
    ///
    /// As [`Reconciler::reconcile`].
    pub fn reconcile_watched(
        &self,
        sources: &[Source],
        mut watch: impl FnMut(Stage),
    ) -> Result<Reconciliation, Error> {
        self.config.limits.admit(sources)?;
        let sources = ordered(sources)?;
        let Self { config, lexicon, similarity, judge } = self;

        watch(Stage::Text);
        let documents = parallel::map(&sources, |source| text::parse(source, lexicon));
        watch(Stage::Mention);
        let mentions = mention::extract(&documents, lexicon);
        watch(Stage::Align);
        let alignment = match &similarity.0 {
            None => align::align(&documents, &mentions, lexicon, &config.align),
            Some(similarity) => {
                align::align_with_similarity(&documents, &mentions, lexicon, &config.align, &**similarity)
            }
        };
        watch(Stage::Entity);
        let clusters = entity::find(&documents, &mentions, &alignment, lexicon);
        watch(Stage::Provenance);
        let (derivations, dependence) =
            provenance::derive(&documents, &mentions, &alignment, &clusters, lexicon, &config.provenance);
        watch(Stage::Resolve);
        let events = align::Events::of(&alignment, &documents);
        let bundle = Bundle {
            documents: &documents,
            mentions: &mentions,
            alignment: &alignment,
            clusters: &clusters,
            dependence: &dependence,
            events: &events,
            lexicon,
        };
        let resolution = match &judge.0 {
            None => resolve::resolve(&bundle, &config.resolve),
            Some(judge) => resolve::resolve_with_judge(&bundle, &config.resolve, &**judge),
        };
        let resolve::Resolution { claims, records, entities, judged, .. } = resolution;
        // The certificate was counted without a judge, so it does not cover confidences that a judge moved.
        let certificate = config.resolve.certificate().filter(|_| !judged);

        let sources = documents.iter().map(outline).collect();
        let (schema, unit) = (SCHEMA.to_owned(), UNIT.to_owned());
        let version = Some(env!("CARGO_PKG_VERSION").to_owned());
        Ok(Reconciliation {
            schema,
            event: None,
            unit,
            version,
            sources,
            claims,
            records,
            dismissed: Vec::new(),
            entities,
            derivations,
            certificate,
        })
    }
}

impl Reconciler {
    /// Groups the sources of a feed into stories and reconciles each story that has two or more sources. Only one story is in
    /// memory at a time, besides the sources. To skip stories that are already done, use the two halves of this call:
    /// [`story::group`] and [`Reconciler::reconcile_story`].
    ///
    /// ```
    /// use testimonia::{Reconciler, Source};
    ///
    /// let feed = [
    ///     Source::new("a", "A dam broke at Tillia on Monday, killing 12 people, the governor of Tahoua said."),
    ///     Source::new("b", "Shares of the brewer Maltco rose after it named a new chief executive."),
    ///     Source::new("c", "The governor of Tahoua said 14 people were killed when the dam at Tillia broke."),
    /// ];
    /// let reconciler = Reconciler::new();
    /// let stories: Vec<_> = reconciler.reconcile_stories(&feed)?.collect::<Result<_, _>>()?;
    /// assert_eq!(stories[0].story.sources, ["a", "c"]);
    /// assert_eq!(stories[0].reconciliation.discrepancies().count(), 1);
    /// # assert_eq!(stories.len(), 1);
    /// # Ok::<(), testimonia::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// An empty id; a duplicate id. The content of a text is never an error.
    pub fn reconcile_stories<'a>(
        &'a self,
        sources: &'a [Source],
    ) -> Result<impl Iterator<Item = Result<ReconciledStory, Error>> + 'a, Error> {
        let grouping = story::group(sources, &self.lexicon, &self.config.story)?;
        let many = grouping.stories.into_iter().filter(|story| story.sources.len() > 1);
        Ok(many.map(move |story| self.reconcile_story(story, sources)))
    }

    /// Reconciles one story of a feed. If it has more sources than [`StoryConfig::largest`](story::StoryConfig::largest), the
    /// first ones by id are used and the others are listed in the result.
    ///
    /// # Errors
    ///
    /// As [`Reconciler::reconcile`].
    pub fn reconcile_story(&self, story: Story, feed: &[Source]) -> Result<ReconciledStory, Error> {
        let of_story: Vec<Source> = story
            .positions
            .iter()
            .filter_map(|&at| feed.get(at))
            .take(self.config.story.largest)
            .cloned()
            .collect();
        let left_out = story.sources.iter().skip(of_story.len()).cloned().collect();
        let reconciliation = self.reconcile(&of_story)?;
        Ok(ReconciledStory { story, reconciliation, left_out })
    }

    /// The options it was built with.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The lexicon it was built with.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }
}

/// A reconciled story of a feed.
#[derive(Clone, Debug, PartialEq)]
pub struct ReconciledStory {
    /// The story: which articles it contains.
    pub story: Story,
    /// Where they agree and where they differ.
    pub reconciliation: Reconciliation,
    /// Ids of the articles beyond [`StoryConfig::largest`](story::StoryConfig::largest), which were not reconciled.
    pub left_out: Vec<String>,
}

/// A stage of reconciling, named after the module that does the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// Sentences and tokens.
    Text,
    /// Names, quantities, dates, quotations and clauses.
    Mention,
    /// Links between sentences that assert the same thing.
    Align,
    /// Names that refer to one person, place or organisation.
    Entity,
    /// Which text was made from which.
    Provenance,
    /// The records.
    Resolve,
}

impl Stage {
    /// All stages, in order.
    pub const ALL: &[Stage] =
        &[Self::Text, Self::Mention, Self::Align, Self::Entity, Self::Provenance, Self::Resolve];
}

/// The sources ordered by id, which makes results independent of the input order.
fn ordered(sources: &[Source]) -> Result<Vec<&Source>, Error> {
    if sources.len() < 2 {
        return Err(Kind::TooFewSources(sources.len()).into());
    }
    if let Some(n) = sources.iter().position(|source| source.id().is_empty()) {
        return Err(Kind::EmptyId(n + 1).into());
    }
    let ordered = sources.iter().sorted_by_key(|source| source.id()).collect_vec();
    match ordered.iter().tuple_windows().find(|(a, b)| a.id() == b.id()) {
        Some((twice, _)) => Err(Kind::DuplicateId(twice.id().to_owned()).into()),
        None => Ok(ordered),
    }
}

fn outline(document: &Document<'_>) -> SourceOutline {
    let source = document.source();
    SourceOutline {
        id: source.id().to_owned(),
        publisher: source.publisher_name().map(str::to_owned),
        published: document.published(),
        digest: Some(digest(source.text())),
        sentences: document.sentences().iter().map(|s| document.offsets(s.span)).collect(),
        text: None,
    }
}

/// Builds a [`Reconciler`] with options.
#[derive(Clone, Debug, Default)]
pub struct ReconcilerBuilder {
    config: Config,
    lexicon: Lexicon,
    similarity: SharedSimilarity,
    judge: SharedJudge,
}

impl ReconcilerBuilder {
    /// Sets the options.
    #[must_use]
    pub fn config(mut self, config: Config) -> Self {
        self.config = config;
        self
    }

    /// Sets the lexicon, including the caller's words, aliases and pairs never to be merged; see [`Lexicon::builder`].
    #[must_use]
    pub fn lexicon(mut self, lexicon: Lexicon) -> Self {
        self.lexicon = lexicon;
        self
    }

    /// Adds a similarity measure of the caller's own as evidence for links between sentences.
    /// [`AlignConfig::similarity`](crate::align::AlignConfig::similarity) sets how much it counts.
    #[must_use]
    pub fn similarity(mut self, similarity: impl SentenceSimilarity + 'static) -> Self {
        self.similarity = SharedSimilarity(Some(Arc::new(similarity)));
        self
    }

    /// Adds a judge of the caller's own, whose opinions on open points count as evidence.
    /// [`ResolveConfig::judge`](crate::resolve::ResolveConfig::judge) sets how much they count.
    #[must_use]
    pub fn judge(mut self, judge: impl Judge + 'static) -> Self {
        self.judge = SharedJudge(Some(Arc::new(judge)));
        self
    }

    /// Builds the reconciler.
    ///
    /// # Errors
    ///
    /// A number in the configuration is out of range.
    pub fn build(self) -> Result<Reconciler, Error> {
        self.config.check()?;
        let Self { config, lexicon, similarity, judge } = self;
        Ok(Reconciler { config, lexicon, similarity, judge })
    }
}
