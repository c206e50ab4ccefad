//! The tools, as a client sees them: what each is for, what it takes and what it gives.

use rmcp::model::{Tool, ToolAnnotations};

use super::{answer, explain, names, stories};

pub(super) const RECONCILE: &str = "reconcile";
pub(super) const STORIES: &str = "stories";
pub(super) const EXPLAIN: &str = "explain";
pub(super) const COMPARE_NAMES: &str = "compare_names";

/// All tools.
pub(super) fn all() -> Vec<Tool> {
    vec![
        tool(
            RECONCILE,
            "Reconcile sources on one event",
            "Finds where two or more texts on one event differ (names, roles, numbers, dates, quotations, who said it, denied or \
             asserted, certain or possible), with the words of each side and their places, and how many independent voices stand \
             behind each: copies and rewrites of one report count as about one. Give whole texts, word for word, each with its \
             publisher and date where known. The answer is bounded; the whole is a resource.",
        )
        .with_input_schema::<answer::Reconcile>()
        .with_output_schema::<answer::Reconciled>(),
        tool(
            STORIES,
            "Group articles into stories",
            "Which of many articles report one event, by their words and days: for a feed or a pile of search results, before \
             `reconcile`, which takes the articles of one event. Two look-alike events (two quakes, two trials) are kept apart. Every \
             article is in one story; most are alone. Give whole texts, each with its date where known.",
        )
        .with_input_schema::<stories::Stories>()
        .with_output_schema::<stories::Grouped>(),
        tool(
            EXPLAIN,
            "Explain a record",
            "Everything one record (or claim, or entity) of an earlier `reconcile` rests on: its readings in their whole sentences, \
             the rows of evidence its confidence is the sum of, the claim and the entity it belongs to.",
        )
        .with_input_schema::<explain::Explain>()
        .with_output_schema::<explain::Explained>(),
        tool(
            COMPARE_NAMES,
            "Compare two names",
            "Whether two written names can be forms of one name, by their letters alone: another transliteration, a short form, an \
             acronym, a fuller name. It knows nothing of who they are.",
        )
        .with_input_schema::<names::CompareNames>()
        .with_output_schema::<names::Compared>(),
    ]
}

fn tool(name: &'static str, title: &str, description: &'static str) -> Tool {
    let hints = ToolAnnotations::with_title(title).read_only(true).idempotent(true).open_world(false);
    Tool::new(name, description, rmcp::model::JsonObject::new()).with_title(title).with_annotations(hints)
}

/// The first characters of a text, with `..` where something is left out.
pub(super) fn shortened(text: &str, characters: usize) -> String {
    match text.char_indices().nth(characters) {
        Some((end, _)) => format!("{}..", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
