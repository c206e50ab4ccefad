//! Time zones of times of day.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::list::{self, Row};

/// Minutes ahead of Greenwich, least and greatest.
pub(crate) type Offset = (i16, i16);

type Zones = FxHashMap<&'static str, Offset>;

static LETTERS: LazyLock<Zones> = LazyLock::new(|| zones("letters"));
static NAMES: LazyLock<Zones> = LazyLock::new(|| zones("name"));

fn zones(class: &str) -> Zones {
    let offset = |row: Row| {
        let minutes = || row.forms().filter_map(|minutes| minutes.parse().ok());
        Some((row.word, (minutes().next()?, minutes().last()?)))
    };
    list::ZONE.of_class(class).filter_map(offset).collect()
}

/// The offset of a zone, given its abbreviation: "gmt".
pub(crate) fn of_letters(folded: &str) -> Option<Offset> {
    LETTERS.get(folded).copied()
}

/// The offset of a zone, given the word before "time": "eastern".
pub(crate) fn of_name(folded: &str) -> Option<Offset> {
    NAMES.get(folded).copied()
}

/// True for abbreviations that name several zones.
pub(crate) fn is_unsure(folded: &str) -> bool {
    list::ZONE.of_class("unsure").any(|row| row.word == folded)
}

/// True for the abbreviation of any zone.
pub(crate) fn is_letters(folded: &str) -> bool {
    of_letters(folded).is_some() || is_unsure(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_has_its_offset() {
        assert_eq!(LETTERS.len(), list::ZONE.of_class("letters").count());
        assert_eq!(NAMES.len(), list::ZONE.of_class("name").count());
        assert_eq!((of_letters("ct"), of_name("tokyo")), (Some((-360, -300)), Some((540, 540))));
        assert!(LETTERS.values().chain(NAMES.values()).all(|(least, most)| least <= most));
    }
}
