//! Stories of a labelled feed with annotated discrepancies. The annotation holds places only, since the texts may not be
//! copied.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use testimonia::Source;

use crate::bundle::{Anchor, Bundle, Failure, Point};

/// A line of the annotation.
#[derive(Deserialize)]
struct Story {
    /// The file of the feed, without its extension.
    feed: String,
    story: String,
    /// The ids of the articles, in order.
    sources: Vec<String>,
    discrepancies: Vec<Told>,
    /// What careful readers would judge differently.
    debatable: Vec<Told>,
    /// Where readers did not look for discrepancies but judged those that an earlier version found: the ones that are none.
    #[serde(default)]
    denied: Option<Vec<Told>>,
}

/// A record: each reading with its places, as the position of a source, and the first byte and the end in its text.
#[derive(Deserialize)]
struct Told {
    readings: Vec<Vec<(usize, usize, usize)>>,
}

/// A line of a feed.
#[derive(Deserialize)]
struct Article {
    id: String,
    title: Option<String>,
    text: String,
    published: Option<String>,
}

impl Article {
    /// The source: the title, if there is one, above the text.
    fn source(self) -> Result<Source, Failure> {
        let text = match self.title {
            Some(title) if !title.is_empty() => format!("{title}\n\n{}", self.text),
            _ => self.text,
        };
        let source = Source::new(&self.id, text);
        Ok(match self.published {
            Some(published) => source.published(published.parse::<testimonia::Published>()?),
            None => source,
        })
    }
}

/// The annotation, a story per line.
const ANNOTATION: &str = include_str!("../annotated.jsonl");

/// The annotated stories, with their texts from a folder of feeds.
pub(crate) fn read(feeds: &Path) -> Result<Vec<Bundle>, Failure> {
    let stories: Vec<Story> = ANNOTATION.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let mut articles: BTreeMap<String, Article> = BTreeMap::new();
    for feed in stories.iter().map(|s| s.feed.as_str()).collect::<BTreeSet<_>>() {
        for line in std::fs::read_to_string(feeds.join(format!("{feed}.jsonl")))?.lines() {
            let article: Article = serde_json::from_str(line)?;
            articles.insert(article.id.clone(), article);
        }
    }
    stories.into_iter().map(|story| story.bundle(&mut articles)).collect()
}

impl Story {
    fn bundle(self, articles: &mut BTreeMap<String, Article>) -> Result<Bundle, Failure> {
        let sources = self.sources.iter().map(|id| {
            let article = articles.remove(id).ok_or_else(|| format!("{}: no article {id}", self.story))?;
            article.source()
        });
        let sources = sources.collect::<Result<Vec<Source>, Failure>>()?;
        let points = |told: Vec<Told>| -> Result<Vec<Point>, Failure> {
            told.into_iter().map(|told| told.point(&self.story, &sources)).collect()
        };
        let (discrepancies, debatable) = (points(self.discrepancies)?, points(self.debatable)?);
        let denied = self.denied.map(points).transpose()?;
        Ok(Bundle::of_points(self.story, sources, discrepancies, debatable, denied))
    }
}

impl Told {
    fn point(self, story: &str, sources: &[Source]) -> Result<Point, Failure> {
        let anchor = |(source, start, end): (usize, usize, usize)| -> Result<Anchor, Failure> {
            let text = sources.get(source).map(Source::text);
            let held = text.is_some_and(|text| start < end && text.get(start..end).is_some());
            let anchor = Anchor { source, start, end };
            held.then_some(anchor).ok_or_else(|| format!("{story}: no {start}..{end} in {source}").into())
        };
        let reading = |places: Vec<_>| places.into_iter().map(anchor).collect::<Result<Vec<_>, _>>();
        Ok(Point(self.readings.into_iter().map(reading).collect::<Result<_, _>>()?))
    }
}
