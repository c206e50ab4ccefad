//! Opposites: two words that exclude each other in the same place of two otherwise equal sentences.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::calendar::DAYS;
use crate::lexicon::{Lexicon, TableId, list};
use crate::text::stem;

/// True for two verbs, each the trigger of a clause, that exclude each other.
pub(super) fn are_verbs(x: &str, y: &str) -> bool {
    VERBS.contains(&(x, y)) || VERBS.contains(&(y, x))
}

/// The same for verbs of coming and going, which exclude each other only on the same day.
pub(super) fn are_journeys(x: &str, y: &str) -> bool {
    JOURNEYS.contains(&(x, y)) || JOURNEYS.contains(&(y, x))
}

/// True for two words that tell two parties apart: "man", "woman".
pub(super) fn are_parties(x: &str, y: &str) -> bool {
    PARTIES.contains(&(x, y)) || PARTIES.contains(&(y, x))
}

/// True for a word that tells one party from another.
pub(super) fn is_party(word: &str) -> bool {
    TELLS_APART.contains(word)
}

/// True for a day of the week, in full or as its stem.
pub(super) fn is_day(word: &str) -> bool {
    word.len() > 4 && DAYS.iter().any(|day| day.starts_with(word))
}

type Opposites = FxHashSet<(&'static str, &'static str)>;

/// Verbs that exclude each other for the same thing, in addition to those in the table.
static VERBS: LazyLock<Opposites> = LazyLock::new(|| opposites("verb"));
/// Verbs of coming and going.
static JOURNEYS: LazyLock<Opposites> = LazyLock::new(|| opposites("journey"));

/// Words that tell two parties apart.
static PARTIES: LazyLock<Opposites> = LazyLock::new(|| opposites("party"));
/// All of these words.
static TELLS_APART: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| PARTIES.iter().flat_map(|&(word, other)| [word, other]).collect());

fn opposites(class: &str) -> Opposites {
    list::OPPOSITE.of_class(class).flat_map(|row| row.forms().map(move |form| (row.word, form))).collect()
}

/// Prefixes that turn a word into its opposite, if the rest is a word. In code, since English forms no new ones.
const PREFIXES: &[&str] = &["un", "non", "dis", "in", "im", "il", "ir"];

/// True if one of two folded words is the other's opposite.
pub(super) fn is_opposite(x: &str, y: &str, lexicon: &Lexicon) -> bool {
    let is_number = |word: &str| word.starts_with(|ch: char| ch.is_ascii_digit());
    in_table(x, y, lexicon)
        || !is_number(x)
            && !is_number(y)
            && (are_verbs(x, y) || by_prefix(x, y) || by_prefix(y, x) || by_ending(x, y) || on_scale(x, y))
}

/// True for two words in one row of the table, one of which is the row's own.
pub(super) fn in_table(x: &str, y: &str, lexicon: &Lexicon) -> bool {
    let table = lexicon.table(TableId::Antonym);
    let (Some(first), Some(second)) = (table.get_folded(x), table.get_folded(y)) else { return false };
    first == second && (x == first.canonical) != (y == second.canonical)
}

fn by_prefix(long: &str, short: &str) -> bool {
    let rest = |prefix: &&str| long.strip_prefix(*prefix).map(|r| r.trim_start_matches('-'));
    short.len() > 3
        && PREFIXES.iter().filter_map(rest).any(|rest| rest == short || stem(rest) == stem(short))
        && !PLAIN.contains(short)
}

/// "Useful", "useless".
fn by_ending(x: &str, y: &str) -> bool {
    let root = |word: &str, ending: &str| word.strip_suffix(ending).map(str::to_owned);
    [(x, y), (y, x)].into_iter().any(|(full, none)| {
        root(full, "ful").filter(|r| r.len() > 2).is_some_and(|r| root(none, "less") == Some(r))
    })
}

fn on_scale(x: &str, y: &str) -> bool {
    // Most words do not begin like the end of a scale; this check avoids stemming them.
    let may_be = |word: &str| word.get(..2).is_some_and(|initials| INITIALS.contains(initials));
    may_be(x) && may_be(y) && ENDS.get(&End::of(x)).is_some_and(|opposites| opposites.contains(&End::of(y)))
}

/// Words that a prefix does not reverse, or that only look as if they had one.
static PLAIN: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| list::OPPOSITE.words("plain"));

/// The first two letters of all scale ends.
static INITIALS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| ENDS.keys().filter_map(|End(initials, _)| *initials).collect());

/// One end of a scale: its first two letters and its stem.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct End<'w>(Option<&'w str>, Cow<'w, str>);

impl<'w> End<'w> {
    fn of(word: &'w str) -> Self {
        Self(word.get(..2), stem(word))
    }
}

/// The ends of scales, each with its opposites.
static ENDS: LazyLock<FxHashMap<End<'static>, Vec<End<'static>>>> = LazyLock::new(|| {
    let mut ends: FxHashMap<End<'_>, Vec<End<'_>>> = FxHashMap::default();
    for row in list::OPPOSITE.of_class("scale") {
        let word = row.word;
        for other in row.forms() {
            ends.entry(End::of(word)).or_default().push(End::of(other));
            ends.entry(End::of(other)).or_default().push(End::of(word));
        }
    }
    ends
});
