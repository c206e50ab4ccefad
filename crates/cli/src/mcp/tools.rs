//! The tools as a client sees them: purpose, arguments and results.

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
            "Finds where two or more texts on one event differ (names, roles, numbers, dates, quotations and their speakers, \
             asserted or denied, certain or possible). Returns the words of each side with their places, and how many independent \
             voices support each: copies and rewrites of one report count as about one. Give full, verbatim texts, each with its \
             publisher and date if known. The answer is limited in size; the full result is a resource.",
        )
        .with_input_schema::<answer::Reconcile>()
        .with_output_schema::<answer::Reconciled>(),
        tool(
            STORIES,
            "Group articles into stories",
            "Groups articles that report the same event, by their words and dates. Use it for a feed or a list of search results \
             before `reconcile`, which takes the articles of one event. Similar events (two earthquakes, two trials) are kept \
             apart. Every article is in exactly one story; most are alone. Give full texts, each with its date if known.",
        )
        .with_input_schema::<stories::Stories>()
        .with_output_schema::<stories::Grouped>(),
        tool(
            EXPLAIN,
            "Explain a record",
            "Shows all the evidence for one record, claim (a cluster of sentences that assert the same thing) or entity from an \
             earlier `reconcile`: its readings in full sentences, the evidence that its confidence sums up, and the claim and \
             entity it belongs to.",
        )
        .with_input_schema::<explain::Explain>()
        .with_output_schema::<explain::Explained>(),
        tool(
            COMPARE_NAMES,
            "Compare two names",
            "Tells whether two written names can be forms of one name, by their letters alone: another transliteration, a short \
             form, an acronym, a fuller name. It knows nothing about the people or places themselves.",
        )
        .with_input_schema::<names::CompareNames>()
        .with_output_schema::<names::Compared>(),
    ]
}

fn tool(name: &'static str, title: &str, description: &'static str) -> Tool {
    let hints = ToolAnnotations::with_title(title).read_only(true).idempotent(true).open_world(false);
    Tool::new(name, description, rmcp::model::JsonObject::new()).with_title(title).with_annotations(hints)
}

/// The first characters of a text, with `..` if it was cut.
pub(super) fn shortened(text: &str, characters: usize) -> String {
    match text.char_indices().nth(characters) {
        Some((end, _)) => format!("{}..", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
