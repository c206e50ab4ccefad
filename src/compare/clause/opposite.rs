//! Opposites: two words of which one excludes the other in one place of two sentences that say the same beside.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::{Lexicon, TableId};
use crate::text::stem;

/// Two ends of a scale and other opposites that two sentences on one matter can well have in different places, but not in the
/// same.
const SCALES: &[(&str, &str)] = &[
    ("above", "below beneath under"),
    ("after", "before until"),
    ("all", "none"),
    ("always", "never rarely seldom"),
    ("ancient", "modern"),
    ("asleep", "awake"),
    ("begin", "end finish stop cease"),
    ("best", "worst"),
    ("better", "worse"),
    ("big", "small little tiny"),
    ("bigger", "smaller"),
    ("biggest", "smallest"),
    ("cheap", "expensive costly"),
    ("clean", "dirty"),
    ("close", "far distant open"),
    ("cold", "hot warm"),
    ("correct", "incorrect wrong"),
    ("downwards", "upwards"),
    ("early", "late"),
    ("earlier", "later"),
    ("earliest", "latest"),
    ("east", "west"),
    ("eastern", "western"),
    ("easy", "difficult hard"),
    ("empty", "full"),
    ("everyone", "nobody"),
    ("exclude", "include"),
    ("export", "import"),
    ("exterior", "interior"),
    ("fast", "slow"),
    ("faster", "slower"),
    ("female", "male"),
    ("few", "many"),
    ("fewer", "more"),
    ("first", "last"),
    ("formal", "informal"),
    ("friend", "enemy"),
    ("heavy", "light"),
    ("high", "low"),
    ("higher", "lower"),
    ("highest", "lowest"),
    ("inside", "outside"),
    ("indoors", "outdoors"),
    ("internal", "external"),
    ("into", "out"),
    ("large", "small tiny"),
    ("larger", "smaller"),
    ("largest", "smallest"),
    ("least", "most"),
    ("left", "right"),
    ("less", "more"),
    ("long", "short"),
    ("longer", "shorter"),
    ("longest", "shortest"),
    ("loud", "quiet"),
    ("major", "minor"),
    ("majority", "minority"),
    ("maximum", "minimum"),
    ("miss", "hit catch caught"),
    ("narrow", "wide broad"),
    ("near", "far"),
    ("negative", "positive"),
    ("new", "old"),
    ("newer", "older"),
    ("newest", "oldest"),
    ("north", "south"),
    ("northern", "southern"),
    ("off", "on onto"),
    ("often", "never rarely seldom"),
    ("old", "young"),
    ("older", "younger"),
    ("oldest", "youngest"),
    ("peace", "war"),
    ("poor", "rich wealthy"),
    ("private", "public"),
    ("profit", "loss"),
    ("quick", "slow"),
    ("quickly", "slowly"),
    ("rural", "urban"),
    ("same", "different"),
    ("similar", "different dissimilar"),
    ("similarity", "difference diversity"),
    ("start", "end finish stop"),
    ("strong", "weak"),
    ("stronger", "weaker"),
    ("sufficient", "insufficient"),
    ("tall", "short"),
    ("taller", "shorter"),
    ("thick", "thin"),
    ("up", "down"),
    ("upper", "lower"),
    ("victory", "defeat"),
    ("violent", "peaceful"),
    ("wet", "dry"),
    ("with", "without"),
];

/// Verbs of which one excludes the other of one thing, whose other opposites stand in the table.
const VERBS: &[(&str, &str)] = &[
    ("granted", "denied refused"),
    ("grant", "deny refuse"),
    ("granting", "denying refusing"),
    ("passed", "rejected vetoed"),
    ("adopted", "rejected vetoed"),
    ("lifted", "imposed"),
    ("kept", "broke broken"),
    ("survived", "died"),
    ("accepted", "declined refused rejected"),
    ("accepts", "declines refuses rejects"),
    ("got", "declined refused"),
    ("received", "declined refused"),
    ("retained", "lost"),
    ("attended", "boycotted"),
    ("merged", "separated"),
];

/// Verbs of coming and going: both are done, but not on one day at one place.
const JOURNEYS: &[(&str, &str)] = &[
    ("arrived", "departed left departing leaving"),
    ("arrives", "departs leaves"),
    ("arriving", "departing leaving left departed"),
    ("reached", "departed left departing leaving"),
    ("reaches", "departs leaves"),
    ("reaching", "departing leaving left departed"),
];

/// True of two verbs, each the trigger of a clause, of which one excludes the other.
pub(super) fn are_verbs(x: &str, y: &str) -> bool {
    are_rows(VERBS, x, y)
}

/// The same of verbs of coming and going, which exclude each other of one day only.
pub(super) fn are_journeys(x: &str, y: &str) -> bool {
    are_rows(JOURNEYS, x, y)
}

/// True of a day of the week, whole or as its stem.
pub(super) fn is_day(word: &str) -> bool {
    const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    word.len() > 4 && DAYS.iter().any(|day| day.starts_with(word))
}

fn are_rows(rows: &[(&str, &str)], x: &str, y: &str) -> bool {
    let holds = |x: &str, y: &str| {
        rows.iter().any(|(verb, others)| *verb == x && others.split(' ').any(|other| other == y))
    };
    holds(x, y) || holds(y, x)
}

/// Prefixes that turn a word into its opposite, where the rest is a word.
const PREFIXES: &[&str] = &["un", "non", "dis", "in", "im", "il", "ir"];

/// Words that a prefix does not turn around, or that only look as if they had one.
const PLAIN: &[&str] = &[
    "come",
    "deed",
    "do",
    "due",
    "fer",
    "flammable",
    "form",
    "formation",
    "formed",
    "habit",
    "habited",
    "habitants",
    "land",
    "less",
    "mediate",
    "migrant",
    "migrants",
    "migrate",
    "patient",
    "port",
    "ported",
    "portant",
    "position",
    "press",
    "pressed",
    "pressive",
    "prison",
    "proved",
    "prove",
    "side",
    "stance",
    "stitute",
    "struct",
    "sure",
    "surance",
    "take",
    "til",
    "to",
    "tend",
    "tended",
    "tense",
    "tent",
    "terminal",
    "ternal",
    "vent",
    "vention",
    "verse",
    "vest",
    "vested",
    "volve",
    "volved",
    "valuable",
    "crease",
    "creased",
    "creases",
    "dependence",
    "famous",
    "ion",
    "ions",
    "it",
    "its",
    "ited",
    "covered",
    "cover",
    "covers",
    "play",
    "played",
    "plays",
    "charge",
    "charged",
    "charges",
    "cuss",
    "patch",
    "solved",
    "solve",
    "card",
    "course",
    "trust",
    "place",
    "placed",
    "places",
    "persed",
    "pose",
    "posed",
    "posal",
    "tribute",
    "tributed",
    "trict",
    "ease",
];

/// True where one of two folded words is the other's opposite.
pub(super) fn is_opposite(x: &str, y: &str, lexicon: &Lexicon) -> bool {
    let is_number = |word: &str| word.starts_with(|ch: char| ch.is_ascii_digit());
    in_table(x, y, lexicon)
        || !is_number(x)
            && !is_number(y)
            && (are_verbs(x, y) || by_prefix(x, y) || by_prefix(y, x) || by_ending(x, y) || on_scale(x, y))
}

/// Two words of one row of the table, of which one is the row's own.
pub(super) fn in_table(x: &str, y: &str, lexicon: &Lexicon) -> bool {
    let table = lexicon.table(TableId::Antonym);
    let (Some(first), Some(second)) = (table.get_folded(x), table.get_folded(y)) else { return false };
    first == second && (x == first.canonical) != (y == second.canonical)
}

fn by_prefix(long: &str, short: &str) -> bool {
    let rest = |prefix: &&str| long.strip_prefix(*prefix).map(|r| r.trim_start_matches('-'));
    short.len() > 3
        && PREFIXES.iter().filter_map(rest).any(|rest| rest == short || stem(rest) == stem(short))
        && !PLAIN.contains(&short)
}

/// "Useful", "useless".
fn by_ending(x: &str, y: &str) -> bool {
    let root = |word: &str, ending: &str| word.strip_suffix(ending).map(str::to_owned);
    [(x, y), (y, x)].into_iter().any(|(full, none)| {
        root(full, "ful").filter(|r| r.len() > 2).is_some_and(|r| root(none, "less") == Some(r))
    })
}

fn on_scale(x: &str, y: &str) -> bool {
    // Most words begin as no end does, which is worth no stem.
    let may_be = |word: &str| word.get(..2).is_some_and(|initials| INITIALS.contains(initials));
    may_be(x) && may_be(y) && ENDS.get(&End::of(x)).is_some_and(|opposites| opposites.contains(&End::of(y)))
}

/// The first two letters of all ends.
static INITIALS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| ENDS.keys().filter_map(|End(initials, _)| *initials).collect());

/// An end of a scale: its first two letters, and its stem.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct End<'w>(Option<&'w str>, Cow<'w, str>);

impl<'w> End<'w> {
    fn of(word: &'w str) -> Self {
        Self(word.get(..2), stem(word))
    }
}

/// The words of [`SCALES`], each with its opposites.
static ENDS: LazyLock<FxHashMap<End<'static>, Vec<End<'static>>>> = LazyLock::new(|| {
    let mut ends: FxHashMap<End<'_>, Vec<End<'_>>> = FxHashMap::default();
    for (word, others) in SCALES {
        for other in others.split(' ') {
            ends.entry(End::of(word)).or_default().push(End::of(other));
            ends.entry(End::of(other)).or_default().push(End::of(word));
        }
    }
    ends
});
