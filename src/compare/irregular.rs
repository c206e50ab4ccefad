//! Irregular verbs: maps their forms to the base form, for comparison only.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::list;

/// Verbs by their past forms and participles.
static VERBS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = list::IRREGULAR.of_class("verb");
    rows.flat_map(|row| row.forms().map(move |form| (form, row.word))).collect()
});

/// The base form of an irregular verb form; any other word unchanged.
pub(in crate::compare) fn verb(folded: &str) -> &str {
    VERBS.get(folded).copied().unwrap_or(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_their_verbs() {
        assert_eq!(verb("wrote"), "write");
        assert_eq!(verb("bridge"), "bridge");
    }
}
