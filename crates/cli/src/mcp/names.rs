//! `compare_names`: compares two names by their letters.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use testimonia::mention::NameKind;
use testimonia::{Lexicon, Relation, compare};

/// The maximum length of a name in characters.
const LONGEST: usize = 200;

/// The arguments of `compare_names`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CompareNames {
    /// A name, as written.
    #[schemars(length(min = 1, max = 200))]
    a: String,
    /// The other name.
    #[schemars(length(min = 1, max = 200))]
    b: String,
    /// What the names refer to. Default: a person.
    #[serde(default)]
    kind: Option<NameKind>,
}

/// The result of `compare_names`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Compared {
    /// A short summary of the result.
    summary: String,
    /// The probability that the two are forms of one name, by their letters alone.
    probability: f64,
    /// How the forms relate if they are one name; null if they are two names.
    relation: Option<Relation>,
    /// The reason.
    reason: String,
}

pub(super) fn compare(lexicon: &Lexicon, asked: &CompareNames) -> Result<Compared, String> {
    let names = [asked.a.trim(), asked.b.trim()];
    if names.iter().any(|name| name.is_empty() || name.chars().count() > LONGEST) {
        return Err(format!("a name has 1 to {LONGEST} characters"));
    }
    let [a, b] = names;
    let found = compare::name::compare(a, b, asked.kind.unwrap_or(NameKind::Person), lexicon);
    let reason = match found.reason() {
        reason if reason.is_empty() => "they are written the same way".to_owned(),
        reason => reason,
    };
    let summary = match found.relation {
        None => format!("Two names: {reason}."),
        Some(relation) => format!("Forms of one name ({relation}): {reason}."),
    };
    let probability = (found.probability * 10_000.0).round() / 10_000.0;
    Ok(Compared { summary, probability, relation: found.relation, reason })
}
