//! Comparison of names: is one form another form of the same name?
//!
//! Names are folded and split into words. The words are paired: first equal ones, then the nearest by a distance in which
//! different spellings of one sound (`ti` and `tchi`, `ou` and `u`) cost little. Unpaired words make one form longer, or the
//! names different. This module does not read the texts; [`crate::entity`] takes the context of names into account.

mod bearer;
mod block;
mod derived;
mod distance;
mod evidence;
mod form;
mod ground;
mod judge;
mod odds;
mod pairing;
mod plural;
mod rules;
mod script;
mod sound;
mod weights;

use crate::compare::relation::Relation;
use crate::compare::{Facet, Level};
use crate::lexicon::Lexicon;
use crate::math::logistic;
use crate::mention::NameKind;
pub(crate) use block::Blocks;
pub use block::candidates;
#[doc(hidden)]
pub use evidence::{Evidence as NameEvidence, FEATURES, Feature as NameFeature};
pub(crate) use form::{Form, Part, PartKind};
pub(crate) use ground::Ground;
pub(crate) use judge::{Verdict, generation};
use pairing::Book;
#[doc(hidden)]
pub use rules::{Costs, Position, Rule};

/// The result of comparing two names.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct NameComparison<'t> {
    /// The probability that the two are forms of one name, by their letters alone.
    pub probability: f64,
    /// How the forms relate if they are one name; `None` if they are different names.
    pub relation: Option<Relation>,
    ground: Ground,
    a: &'t str,
    b: &'t str,
    kind: NameKind,
    lexicon: Lexicon,
}

impl NameComparison<'_> {
    /// The level of the pair if they are one name; `None` if they are different names.
    pub fn level(&self) -> Option<Level> {
        Level::of_facet(Facet::Name).iter().copied().find(|level| Some(level.relation()) == self.relation)
    }

    /// The reasons: the rules used, as a reader would word them ("Ki and Chi are one sound in two spellings"). Empty if the
    /// two are written the same way.
    pub fn reason(&self) -> String {
        let form = |text| Form::new(text, self.kind, &self.lexicon);
        self.ground.say(&form(self.a), &form(self.b))
    }
}

/// Compares two names by their letters. Bounded for names of any length: only twelve words of 24 letters each count.
///
/// ```
/// use testimonia::compare::name::compare;
/// use testimonia::{Lexicon, Relation, mention::NameKind};
///
/// let lexicon = Lexicon::english();
/// let found = compare("Tiani", "Tchiani", NameKind::Person, &lexicon);
/// assert_eq!(found.relation, Some(Relation::Variant));
/// assert_eq!(found.reason(), "Ti and Tchi are one sound in two spellings");
/// assert_eq!(compare("Barmou", "Bazoum", NameKind::Person, &lexicon).relation, None);
/// ```
pub fn compare<'t>(a: &'t str, b: &'t str, kind: NameKind, lexicon: &Lexicon) -> NameComparison<'t> {
    let found = compare_forms(&Form::new(a, kind, lexicon), &Form::new(b, kind, lexicon), kind, lexicon);
    NameComparison {
        probability: logistic(found.log_odds),
        relation: (found.log_odds > LEAST && found.relation != Relation::Conflict).then_some(found.relation),
        ground: found.ground,
        a,
        b,
        kind,
        lexicon: lexicon.clone(),
    }
}

/// True if two words, as letter codes, are spellings of one sound.
pub(crate) fn are_one_sound(x: &[u8], y: &[u8]) -> bool {
    distance::is_one_sound(Costs::fitted(), x, y)
}

/// The verdict on two names that cannot be one.
pub(crate) const NEVER: Verdict =
    Verdict { log_odds: odds::FORBIDDEN, relation: Relation::Conflict, ground: Ground::Apart };

/// The log-odds below which two names count as different.
const LEAST: f64 = -0.6;

/// [`compare`] for names that are parsed once and compared often. The caller's statements about names override everything
/// else.
pub(crate) fn compare_forms(a: &Form<'_>, b: &Form<'_>, kind: NameKind, lexicon: &Lexicon) -> Verdict {
    if lexicon.is_never_merged(a.text, b.text) {
        return Verdict { log_odds: -odds::TOLD, relation: Relation::Conflict, ground: Ground::ToldApart };
    }
    if lexicon.is_alias(a.text, b.text) {
        return Verdict { log_odds: odds::TOLD, relation: Relation::Equivalent, ground: Ground::Told };
    }
    let judge =
        |a: &Form<'_>, b: &Form<'_>| judge::judge(a, b, kind, Book { costs: Costs::fitted(), lexicon });
    // The caller's statement covers a part of both names; the rest decides.
    if lexicon.has_aliases() && lexicon.share_an_alias(a.text, b.text) {
        let (x, y) = (lexicon.in_one_way(a.text), lexicon.in_one_way(b.text));
        let (x, y) = (x.as_deref().unwrap_or(a.text), y.as_deref().unwrap_or(b.text));
        let found = judge(&Form::new(x, kind, lexicon), &Form::new(y, kind, lexicon)).weighed();
        if found.relation <= Relation::Refinement {
            return Verdict { ground: Ground::Told, ..found };
        }
    }
    judge(a, b).weighed()
}

#[doc(hidden)]
/// The evidence about two names under custom costs, for fitting, with the log-odds that are not fitted. `None` if those
/// decide alone.
pub fn evidence(
    a: &str,
    b: &str,
    kind: NameKind,
    lexicon: &Lexicon,
    costs: &Costs,
) -> (Option<NameEvidence>, f64) {
    let (a, b) = (Form::new(a, kind, lexicon), Form::new(b, kind, lexicon));
    let opinion = judge::judge(&a, &b, kind, Book { costs, lexicon });
    (opinion.evidence, opinion.verdict.log_odds)
}

#[doc(hidden)]
/// A step in writing one word as another, for fitting costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// A rule, by its index among those given.
    Rule(usize),
    /// A letter doubled.
    Doubled(u8),
    /// Two adjacent letters swapped.
    Exchanged,
    /// A letter replaced by another; true if both words begin with them, which multiplies the cost by seven fifths.
    Replaced(u8, u8, bool),
    /// A letter added at the beginning of both words (0), within (1), or at the end of both (2).
    Added(usize, u8),
}

impl Costs {
    /// The steps of the cheapest way to write one word as the other, `a` to `z`, without equal letters. At most 24 letters of
    /// each count.
    pub fn way(&self, a: &str, b: &str) -> Vec<Operation> {
        let codes = |word: &str| -> Vec<u8> { word.bytes().map(|c| c.saturating_sub(b'a') + 1).collect() };
        let (x, y) = (codes(a), codes(b));
        let letter =
            |word: &[u8], n: u8| word.get(usize::from(n)).map_or(b'a', |&c| b'a' + c.saturating_sub(1));
        let steps = distance::way(self, &x, &y);
        let operation = |edit: &distance::Edit| {
            let (p, q) = (letter(&x, edit.a.0), letter(&y, edit.b.0));
            let added = if edit.a.0 == edit.a.1 { q } else { p };
            Some(match edit.step {
                distance::Step::Equal => return None,
                distance::Step::Rule(number) => Operation::Rule(usize::from(number)),
                distance::Step::Doubled => Operation::Doubled(added),
                distance::Step::Exchanged => Operation::Exchanged,
                distance::Step::Replaced => Operation::Replaced(p, q, edit.a.0 == 0 && edit.b.0 == 0),
                distance::Step::Added(place) => Operation::Added(usize::from(place), added),
            })
        };
        steps.iter().filter_map(operation).collect()
    }
}
