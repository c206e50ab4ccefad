//! `stories`: groups articles by event. An agent with many search results calls this before `reconcile`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use testimonia::story::{self, Story};

use super::Desk;
use super::answer::{self, counted};
use crate::input::Given;

/// How many ids of single articles are listed.
const MOST_ALONE: usize = 100;

/// The arguments of `stories`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Stories {
    /// Articles on any events, in full and verbatim, with dates if known: dates far apart help to separate similar events. At
    /// most 500, with 4 MB of text in all.
    #[schemars(length(min = 1, max = 500))]
    sources: Vec<Given>,
}

/// The result of `stories`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Grouped {
    /// A short summary of the result.
    summary: String,
    /// Stories of at least two articles, largest first. Pass the articles of one story to `reconcile`.
    stories: Vec<Told>,
    /// Ids of articles whose event no other article reports.
    alone: Vec<String>,
    /// The number of such articles not listed.
    more_alone: usize,
}

/// Articles on one event.
#[derive(Debug, Serialize, JsonSchema)]
struct Told {
    /// Derived from the ids of its articles: the same articles form the same story in every call.
    id: String,
    /// The ids of its articles; those given without one are named by position: `source-1`.
    sources: Vec<String>,
}

pub(super) fn group(desk: &Desk, asked: Stories) -> Result<Grouped, String> {
    answer::check_size(&asked.sources)?;
    let sources = answer::named(asked.sources);
    let found = story::group(&sources, &desk.lexicon, &desk.config.story).map_err(|e| e.to_string())?;
    let (mut many, alone): (Vec<Story>, Vec<Story>) =
        found.stories.into_iter().partition(|story| story.sources.len() > 1);
    // Stories are sorted by first id, which also breaks ties here.
    many.sort_by_key(|story| std::cmp::Reverse(story.sources.len()));
    let alone: Vec<String> = alone.into_iter().flat_map(|story| story.sources).collect();
    let summary = format!(
        "{}: {} of two or more, and {} alone.",
        counted(sources.len(), "article", "articles"),
        counted(many.len(), "story", "stories"),
        counted(alone.len(), "article", "articles"),
    );
    Ok(Grouped {
        summary,
        stories: many
            .into_iter()
            .map(|story| Told { id: story.id.to_string(), sources: story.sources })
            .collect(),
        more_alone: alone.len().saturating_sub(MOST_ALONE),
        alone: alone.into_iter().take(MOST_ALONE).collect(),
    })
}
