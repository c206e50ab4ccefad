//! Comparison of roles: what two sources say about who a person or group is.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::compare::{Judgement, Level, kind};
use crate::fold::fold;
use crate::lexicon::word_set::WordSet;
use crate::lexicon::{Entry, Lexicon, TableId, list};
use crate::text::normal;

/// A role as compared.
#[derive(Clone, Copy, Debug)]
pub struct RoleWords<'a> {
    /// The words of the role.
    pub words: &'a str,
    /// The head noun, folded.
    pub head: &'a str,
}

/// Relatives of whom nobody can be two to the same person.
static KIN: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| list::KIN.words("kin"));

/// How certain it is that two roles agree: in the same words, in a different order, if one gives the other in full, and if
/// they share the noun and something more.
const SAME: f64 = 0.95;
const REORDERED: f64 = 0.9;
const IN_FULL: f64 = 0.85;
const ALIKE: f64 = 0.75;
/// Two relatives of one person ("her brother", "her father"), one of them a slip.
const TWO_KIN: f64 = 0.7;
/// How certain it is that two standings in one office ("acting", "deputy") are a difference.
const STANDING: f64 = 0.5;
/// The same if one source may have omitted the word.
const LEFT_OUT: f64 = 0.35;
/// Two offices, ranks or trades that exclude each other by the table of kinds.
const KINDS: f64 = 0.45;
/// Two countries for one person.
const COUNTRIES: f64 = 0.2;

/// Compares two roles of one person or group. A person can be many things, so roles with nothing in common seldom agree or
/// contradict each other: these give `None`. Mutually exclusive are relatives of the same person, two standings in one
/// office, two entries of the table of kinds, and two countries. Former roles exclude nothing.
pub fn compare(a: RoleWords<'_>, b: RoleWords<'_>, lexicon: &Lexicon) -> Option<Judgement> {
    if fold(a.words) == fold(b.words) {
        return Some(Judgement::new(Level::Same, SAME, "one role in the same words"));
    }
    let (x, y) = (content(a.words, lexicon), content(b.words, lexicon));
    if x == y {
        return Some(Judgement::new(
            Level::Form,
            REORDERED,
            "one role in the same words in a different order",
        ));
    }
    let (p, q) = (Office::read(a, lexicon), Office::read(b, lexicon));
    if let Some((sure, reason)) = p.stands_otherwise(&q) {
        return Some(Judgement::new(Level::Exclusive, sure, reason));
    }
    if x.is_subset(&y) || y.is_subset(&x) {
        let (less, more) = if x.is_subset(&y) { (a, b) } else { (b, a) };
        let reason = format!("\"{}\" is what \"{}\" says in full", less.words, more.words);
        return Some(Judgement::new(Level::Specific, IN_FULL, reason));
    }
    let heads = (head(a.head, lexicon), head(b.head, lexicon));
    let kin = |role: RoleWords<'_>| KIN.contains(role.head);
    if kin(a) && kin(b) && a.head != b.head && x.intersection(&y).next().is_some() {
        let reason = format!("nobody is \"{}\" and \"{}\" to the same person", a.head, b.head);
        return Some(Judgement::new(Level::Exclusive, TWO_KIN, reason));
    }
    if let Some((sure, reason)) = p.excludes(&q) {
        return Some(Judgement::new(Level::Exclusive, sure, reason));
    }
    let beside = x.intersection(&y).filter(|word| **word != heads.0 && **word != heads.1).count();
    (heads.0 == heads.1 && beside > 0).then(|| {
        let reason = format!("both say \"{}\", of the same", a.head);
        Judgement::new(Level::Compatible, ALIKE, reason)
    })
}

/// How somebody holds an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Full,
    Deputy,
    Acting,
    /// Not now: formerly, or in the future.
    OtherTime,
}

impl Standing {
    fn of(word: &str, lexicon: &Lexicon) -> Option<Self> {
        let known = lexicon.begins(word);
        let all = [
            (WordSet::Deputy, Self::Deputy),
            (WordSet::Acting, Self::Acting),
            (WordSet::OtherTime, Self::OtherTime),
        ];
        all.into_iter().find_map(|(set, standing)| known.is_in(set).then_some(standing))
    }
}

/// The parts of a role.
struct Office<'a, 'l> {
    role: RoleWords<'a>,
    standing: Standing,
    /// The last word of its noun.
    noun: String,
    /// Its noun, without the words for how the office is held.
    base: String,
    kind: Option<&'l Entry>,
    portfolio: BTreeSet<String>,
    countries: BTreeSet<String>,
    /// Everything else: the organisation, the town.
    of: BTreeSet<String>,
}

impl<'a, 'l> Office<'a, 'l> {
    fn read(role: RoleWords<'a>, lexicon: &'l Lexicon) -> Self {
        // The full stops of "U.S." would leave two letters.
        let folded = fold(role.words).replace("u.s.", "us").replace("u.k.", "uk");
        let words: Vec<&str> =
            folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let mut noun = role.head.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let last = noun.clone().next_back().unwrap_or_default();
        // For "deputy" alone, nothing is left.
        let held: Vec<&str> = noun.by_ref().filter(|word| Standing::of(word, lexicon).is_none()).collect();
        let end = words.iter().rposition(|word| *word == last).map_or(words.len(), |at| at + 1);
        let named = kind::named(words.get(..end).unwrap_or_default(), lexicon);
        let own = named.map_or(1, |(n, _)| n).max(held.len()).min(end);
        let is_own = |at: usize| (end - own..end).contains(&at);
        let standing =
            words.iter().filter_map(|word| Standing::of(word, lexicon)).filter(|_| !held.is_empty()).max();
        let beside = words
            .iter()
            .enumerate()
            .filter(|(at, word)| !is_own(*at) && Standing::of(word, lexicon).is_none());
        let (mut portfolio, mut countries, mut of) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let places = lexicon.table(TableId::Place);
        let is_portfolio = |word: &str| lexicon.begins(word).is_in(WordSet::Portfolio);
        for (at, word) in beside {
            // "British-born" is about another time.
            if words.get(at + 1) == Some(&"born") || *word == "born" {
                continue;
            }
            let country =
                places.get_folded(word).filter(|e| matches!(e.class.as_str(), "demonym" | "country"));
            if let Some(country) = country {
                countries.insert(fold(&country.canonical));
            } else if is_portfolio(word) {
                portfolio.insert((*word).to_owned());
            } else if word.len() > 1 && !lexicon.table(TableId::Stopword).contains(word) {
                of.insert(head(word, lexicon));
            }
        }
        portfolio.extend(held.iter().filter(|word| is_portfolio(word)).map(|word| (*word).to_owned()));
        let held: Vec<&str> = held.into_iter().filter(|word| !is_portfolio(word)).collect();
        Self {
            role,
            standing: standing.unwrap_or(Standing::Full),
            noun: head(held.last().copied().unwrap_or(last), lexicon),
            base: held.join(" "),
            kind: named.map(|(_, entry)| entry),
            portfolio,
            countries,
            of,
        }
    }

    /// True unless something says that the two belong to different organisations or countries.
    fn may_be_of_one(&self, other: &Self) -> bool {
        let meet = |x: &BTreeSet<String>, y: &BTreeSet<String>| {
            x.is_empty() || y.is_empty() || x.intersection(y).next().is_some()
        };
        meet(&self.of, &other.of) && meet(&self.countries, &other.countries)
    }

    fn is_now(&self) -> bool {
        self.standing != Standing::OtherTime
    }

    /// One office, held in two ways: "acting chief", "deputy chief".
    fn stands_otherwise(&self, other: &Self) -> Option<(f64, String)> {
        let ends_alike = self.base.ends_with(&other.base) || other.base.ends_with(&self.base);
        let kinds = self.kind.map(|kind| &kind.canonical) == other.kind.map(|kind| &kind.canonical);
        let named = !self.base.is_empty() && !other.base.is_empty();
        let one = self.noun == other.noun && ends_alike && kinds && named;
        let portfolios =
            self.portfolio.is_empty() || other.portfolio.is_empty() || self.portfolio == other.portfolio;
        let meets = one && portfolios && self.is_now() && other.is_now() && self.may_be_of_one(other);
        if !meets || self.standing == other.standing {
            return None;
        }
        let full = self.standing == Standing::Full || other.standing == Standing::Full;
        let reason =
            format!("one office, held in two ways: \"{}\", \"{}\"", self.role.words, other.role.words);
        Some((if full { LEFT_OUT } else { STANDING }, reason))
    }

    /// Two offices, ranks, trades or countries that nobody has at once.
    fn excludes(&self, other: &Self) -> Option<(f64, String)> {
        if !self.is_now() || !other.is_now() || self.standing != other.standing {
            return None;
        }
        let (x, y) = (self.role.words, other.role.words);
        if let (Some(one), Some(two)) = (self.kind, other.kind) {
            if kind::exclude(one, two) {
                let reason = format!("nobody is \"{}\" and \"{}\" at once", one.canonical, two.canonical);
                return self.may_be_of_one(other).then_some((KINDS, reason));
            }
        }
        let one_noun = self.noun == other.noun;
        let apart =
            |x: &BTreeSet<String>, y: &BTreeSet<String>| x.len() == 1 && y.len() == 1 && x.is_disjoint(y);
        if one_noun && apart(&self.portfolio, &other.portfolio) && self.may_be_of_one(other) {
            return Some((KINDS, format!("one office of two fields: \"{x}\", \"{y}\"")));
        }
        if one_noun && apart(&self.countries, &other.countries) {
            return Some((COUNTRIES, format!("of two countries: \"{x}\", \"{y}\"")));
        }
        None
    }
}

fn head(word: &str, lexicon: &Lexicon) -> String {
    let known = lexicon
        .table(TableId::Role)
        .get_folded(word)
        .or_else(|| lexicon.table(TableId::Title).get_folded(word));
    known.map_or_else(
        || normal(word, lexicon).into_owned(),
        |entry| normal(&fold(&entry.canonical), lexicon).into_owned(),
    )
}

/// The content words in compared form; places are replaced by their country.
fn content(words: &str, lexicon: &Lexicon) -> BTreeSet<String> {
    let folded = fold(words);
    let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 1);
    let parts = parts.filter(|w| !lexicon.table(TableId::Stopword).contains(w));
    let places = lexicon.table(TableId::Place);
    parts
        .map(|word| {
            match places.get_folded(word).filter(|entry| entry.class == "demonym" || entry.class == "country")
            {
                Some(entry) => fold(&entry.canonical),
                None => head(word, lexicon),
            }
        })
        .collect()
}
