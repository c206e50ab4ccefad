//! `stories`: articles in, which of them report one event out. An agent with a pile of search results asks this before `reconcile`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use testimonia::story::{self, Story};

use super::Desk;
use super::answer::{self, counted};
use crate::input::Given;

/// Ids of articles that are on nothing else's event and are listed.
const MOST_ALONE: usize = 100;

/// What is asked.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Stories {
    /// Articles on any events, whole and word for word, with their dates where known: days far apart tell look-alike events
    /// apart. At most 500, with 4 MB of text in all.
    #[schemars(length(min = 1, max = 500))]
    sources: Vec<Given>,
}

/// What was found.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Grouped {
    /// The rest in a few words.
    summary: String,
    /// Stories of two articles or more, the largest first. Give the articles of one to `reconcile`.
    stories: Vec<Told>,
    /// Ids of articles that report what no other does.
    alone: Vec<String>,
    /// Such articles that are not listed.
    more_alone: usize,
}

/// Articles on one event.
#[derive(Debug, Serialize, JsonSchema)]
struct Told {
    /// Made from the ids of its articles: the same articles are the same story in every call.
    id: String,
    /// The ids of its articles; those given without one are called by their place: `source-1`.
    sources: Vec<String>,
}

pub(super) fn group(desk: &Desk, asked: Stories) -> Result<Grouped, String> {
    answer::check_size(&asked.sources)?;
    let sources = answer::named(asked.sources);
    let found = story::group(&sources, &desk.lexicon, &desk.config.story).map_err(|e| e.to_string())?;
    let (mut many, alone): (Vec<Story>, Vec<Story>) =
        found.stories.into_iter().partition(|story| story.sources.len() > 1);
    // Stories come in the order of their first ids, which decides among those as large.
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
