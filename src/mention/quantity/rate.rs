//! Rates: the unit for each of which a number is counted or paid: "40 a day", "$80 a barrel", "$500 each".

use crate::lexicon::TableId;
use crate::lexicon::word_set::WordSet;
use crate::mention::quantity::unit::factor_of;
use crate::mention::quantity::{Cursor, QuantityKind};
use crate::text::{Token, stem};

/// How many tokens after a number "every day" can turn it into a rate.
const REACH: usize = 10;

/// The unit of a rate.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Per {
    /// The unit's canonical name, or the stem of the noun ("share"); "each" if no unit is named.
    pub unit: String,
    /// The same as a reader would write it: "ticket", "day", "each".
    pub words: String,
    /// What the unit measures, and its size in base units.
    pub dimension: Option<(String, f64)>,
}

impl Per {
    fn named(unit: &str, dimension: Option<(String, f64)>) -> Self {
        Self { unit: unit.to_owned(), words: unit.to_owned(), dimension }
    }

    /// What two rates must share to be comparable.
    pub(crate) fn key(&self) -> (&str, Option<&(String, f64)>) {
        (&self.unit, self.dimension.as_ref())
    }

    /// A noun that is not a unit in the lexicon.
    fn noun(noun: &str) -> Self {
        Self { unit: stem(noun).into_owned(), words: noun.to_owned(), dimension: None }
    }

    fn each() -> Self {
        Self::named("each", None)
    }
}

impl Cursor<'_, '_> {
    /// The rate unit of a number whose noun phrase ends at a token, and where it ends if it follows directly.
    pub(super) fn per(&self, end: usize, kind: QuantityKind) -> Option<(Per, Option<usize>)> {
        if matches!(kind, QuantityKind::Age | QuantityKind::Ordinal) {
            return None;
        }
        let wide = self.wide();
        if let Some((per, after)) = wide.per_at(end, kind) {
            return Some((per, Some(after)));
        }
        // "12 trucks cross the border every day": the clause belongs to the number before it.
        for at in end + 1..end + REACH {
            let token = wide.token(at)?;
            if token.may_begin_number()
                || matches!(wide.surface(at), "," | ";" | ":" | "(" | "\"" | "”" | "“")
            {
                return None;
            }
            if matches!(
                wide.folded(at),
                "and" | "but" | "who" | "which" | "that" | "when" | "while" | "after"
            ) {
                return None;
            }
            if matches!(
                wide.folded(at),
                "per" | "every" | "each" | "daily" | "weekly" | "monthly" | "yearly" | "annually" | "hourly"
            ) {
                let (per, after) = wide.per_at(at, kind)?;
                // "The daily newspaper", "each week's"; an adverb ends the phrase.
                let idle = wide.folded(at).ends_with("ly")
                    && (wide.is_noun_like(after) || wide.is_determiner(at - 1));
                return (!idle && per.dimension.is_some()).then_some((per, None));
            }
        }
        None
    }

    fn per_at(&self, at: usize, kind: QuantityKind) -> Option<(Per, usize)> {
        let adverb = |unit: &str| self.named_unit(unit).map(|per| (per, at + 1));
        match self.folded(at) {
            "daily" => adverb("day"),
            "weekly" => adverb("week"),
            "monthly" => adverb("month"),
            "yearly" | "annually" => adverb("year"),
            "hourly" => adverb("hour"),
            "nightly" => Some((Per::named("night", None), at + 1)),
            "apiece" => Some((Per::each(), at + 1)),
            "each" | "every" | "per" | "a" | "an" | "/" => self.per_unit(at, kind),
            _ => None,
        }
    }

    fn per_unit(&self, at: usize, kind: QuantityKind) -> Option<(Per, usize)> {
        let word = self.folded(at);
        let article = matches!(word, "a" | "an");
        if let Some(hit) = self.unit_at(at + 1).filter(|hit| !hit.weak && hit.entry.class != "money") {
            let time = hit.entry.class.starts_with("time");
            // "A week ago" and "a day after" are dates, "a year-long" a length.
            let dated = matches!(
                self.folded(hit.end),
                "ago"
                    | "after"
                    | "later"
                    | "earlier"
                    | "before"
                    | "since"
                    | "old"
                    | "of"
                    | "following"
                    | "apart"
                    | "early"
            ) || self.is_hyphen(hit.end) && self.attached(hit.end);
            let plural =
                self.folded(hit.end - 1).ends_with('s') && hit.entry.canonical != self.folded(hit.end - 1);
            let known = time || matches!(word, "per" | "/") || kind == QuantityKind::Money;
            if dated && article || plural || !known || hit.entry.class == "percent" {
                return None;
            }
            let per = Per::named(&hit.entry.canonical, factor_of(hit.entry));
            return Some((per, hit.end));
        }
        let noun = self.folded(at + 1);
        // "Per 100,000 people"
        if word == "per" && self.token(at + 1).is_some_and(Token::may_begin_number) {
            let base = self.numeral(at + 1, false).filter(|n| !n.vague && n.low > 0.0)?;
            let dimension = Some(("count".to_owned(), base.low));
            return Some((Per::named(&base.low.to_string(), dimension), base.end));
        }
        match word {
            "per" if self.is_noun_like(at + 1) => Some((Per::noun(noun), at + 2)),
            "a" | "an" if kind == QuantityKind::Money && self.is_in(at + 1, WordSet::Piece) => {
                Some((Per::noun(noun), at + 2))
            }
            // "$500 each"; but not "each other", "each of", "each hall".
            "each" if !self.is_noun_like(at + 1) && !matches!(noun, "other" | "of") => {
                Some((Per::each(), at + 1))
            }
            _ => None,
        }
    }

    fn named_unit(&self, unit: &str) -> Option<Per> {
        let entry = self.lexicon.table(TableId::Unit).get(unit, unit)?.entry;
        Some(Per::named(&entry.canonical, factor_of(entry)))
    }
}
