//! Stories: which articles of a feed report the same event.
//!
//! Articles are compared by their terms, weighted by how rare these are in news (`frequency`, a frozen table). An inverted
//! index finds the articles that share several rare terms within the window of days (`candidate`). Groups that are each
//! other's nearest are joined (`link`); roundups, and articles left alone, go to the story they are nearest to (`attach`).
//! All arithmetic is in whole numbers: the same articles in any order, on any machine, give the same stories.

mod attach;
mod candidate;
mod frequency;
mod link;
mod profile;
pub mod steps;
mod word;

use serde::{Deserialize, Serialize};

use crate::date::Day;
use crate::error::{Error, Kind, check_between, check_probability};
use crate::lexicon::Lexicon;
use crate::source::Source;
use crate::{parallel, text};
use candidate::ALIKE;
use profile::Profile;
use word::Words;

pub use crate::id::StoryId;

/// How articles are grouped. The published figures are measured with the defaults.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct StoryConfig {
    /// The lowest mean similarity, over all their pairs, at which two groups are joined; from 0 to 1.
    pub similarity: f64,
    /// The same, as a fraction of the similarity within each of the two groups: this keeps two look-alike events apart.
    pub cohesion: f64,
    /// How similar the three nearest articles of a story must be for a single article or a roundup to join it.
    pub attach: f64,
    /// Articles published more days apart than this are not compared. A story may last longer, each article linking to the next.
    pub days: u32,
    /// A term that more articles in the window have among their rarest is not looked up: it says little and costs most.
    pub frequent: usize,
    /// The most articles of one story that are reconciled; the others are listed.
    pub largest: usize,
}

impl Default for StoryConfig {
    fn default() -> Self {
        Self { similarity: 0.17, cohesion: 0.75, attach: 0.2, days: 3, frequent: 100, largest: 1000 }
    }
}

impl StoryConfig {
    pub(crate) fn check(&self) -> Result<(), Error> {
        check_probability("story.similarity", self.similarity)?;
        check_probability("story.cohesion", self.cohesion)?;
        check_probability("story.attach", self.attach)?;
        check_between("story.days", f64::from(self.days), 0.0, 100_000.0)?;
        check_between("story.largest", self.largest as f64, 2.0, f64::from(u32::MAX))
    }
}

/// The configuration as integers.
struct Settings {
    similarity: u64,
    /// In hundredths.
    cohesion: u64,
    attach: u64,
    days: i32,
    most: usize,
}

impl Settings {
    fn of(config: &StoryConfig) -> Self {
        let part = |share: f64| (share * f64::from(ALIKE)).round() as u64;
        Self {
            similarity: part(config.similarity),
            cohesion: (config.cohesion * 100.0).round() as u64,
            attach: part(config.attach),
            days: i32::try_from(config.days).unwrap_or(i32::MAX),
            most: config.frequent,
        }
    }
}

/// A story: articles on one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Story {
    /// Derived from the ids of its sources: the same articles form the same story in every feed.
    pub id: StoryId,
    /// The ids of its sources, in order.
    pub sources: Vec<String>,
    /// Their positions in the feed.
    #[serde(skip)]
    pub positions: Vec<usize>,
}

/// What was skipped because of a bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// Terms that were too frequent to look up other articles by; see [`StoryConfig::frequent`].
    pub terms: usize,
    /// Articles with such a term.
    pub articles: usize,
}

/// A feed grouped into stories.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Grouping {
    /// The stories, ordered by the id of their first source; every article is in exactly one.
    pub stories: Vec<Story>,
    /// What was skipped because of a bound.
    pub skipped: Skipped,
}

/// Groups articles into stories. An article unlike all others is a story of its own.
///
/// ```
/// use testimonia::{Lexicon, Source, story};
///
/// let feed = [
///     Source::new("a", "A dam broke at Tillia on Monday, killing 12 people, the governor of Tahoua said."),
///     Source::new("b", "Shares of the brewer Maltco rose after it named a new chief executive."),
///     Source::new("c", "The governor of Tahoua said 14 people were killed when the dam at Tillia broke."),
/// ];
/// let grouping = story::group(&feed, &Lexicon::english(), &story::StoryConfig::default())?;
/// let stories: Vec<_> = grouping.stories.iter().map(|story| story.sources.join(" ")).collect();
/// assert_eq!(stories, ["a c", "b"]);
/// # Ok::<(), testimonia::Error>(())
/// ```
///
/// Cost: the length of the texts, plus, for each article, at most a few hundred others for each of its 40 rarest terms.
///
/// # Errors
///
/// An empty id; a duplicate id.
pub fn group(feed: &[Source], lexicon: &Lexicon, config: &StoryConfig) -> Result<Grouping, Error> {
    let settings = Settings::of(config);
    let mut articles = read(feed, lexicon)?;
    articles.sort_by(|a, b| (a.day, feed[a.position].id()).cmp(&(b.day, feed[b.position].id())));

    let days: Vec<Option<i32>> = articles.iter().map(|article| article.day).collect();
    let loose: Vec<bool> = articles.iter().map(|article| article.loose).collect();
    let profiles: Vec<Profile> =
        articles.iter_mut().map(|article| std::mem::take(&mut article.profile)).collect();
    let (pairs, skipped) = candidate::pairs(&profiles, &days, &settings);
    drop(profiles);
    let pairs = || pairs.iter().flatten().copied();
    let firm = pairs().filter(|pair| !loose[pair.a as usize] && !loose[pair.b as usize]);
    let mut groups = link::groups(articles.len(), firm, &settings);
    attach::attach(&mut groups, pairs(), &loose, &settings);

    let mut members: Vec<(u32, &str, usize)> = articles
        .iter()
        .zip(&groups)
        .map(|(article, &group)| (group, feed[article.position].id(), article.position))
        .collect();
    members.sort_unstable();
    let mut stories: Vec<Story> = members.chunk_by(|a, b| a.0 == b.0).map(story).collect();
    stories.sort_unstable_by(|a, b| a.sources.first().cmp(&b.sources.first()));
    Ok(Grouping { stories, skipped })
}

fn story(members: &[(u32, &str, usize)]) -> Story {
    Story {
        id: steps::story_id(members.iter().map(|(_, id, _)| *id)),
        sources: members.iter().map(|(_, id, _)| (*id).to_owned()).collect(),
        positions: members.iter().map(|(_, _, position)| *position).collect(),
    }
}

/// The properties of an article that are compared.
struct Article {
    position: usize,
    day: Option<i32>,
    loose: bool,
    profile: Profile,
}

fn read(feed: &[Source], lexicon: &Lexicon) -> Result<Vec<Article>, Error> {
    if let Some(n) = feed.iter().position(|source| source.id().is_empty()) {
        return Err(Kind::EmptyId(n + 1).into());
    }
    let mut ids: Vec<&str> = feed.iter().map(Source::id).collect();
    ids.sort_unstable();
    if let Some(twice) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(Kind::DuplicateId(twice[0].to_owned()).into());
    }
    let article = |words: &mut Words<'_>, position: usize| {
        let source = &feed[position];
        let document = text::divide(source, lexicon);
        let loose = attach::is_roundup(&document, &words.roundups);
        Article { position, day: day(source), loose, profile: Profile::of(&document, words) }
    };
    Ok(parallel::map_with(feed.len(), || Words::of_a_feed(lexicon), article))
}

/// The day of publication, counted from 1 January 1970.
fn day(source: &Source) -> Option<i32> {
    let epoch = Day::new(1970, 1, 1);
    source.published_at().zip(epoch).map(|(published, epoch)| published.day().since(epoch))
}
