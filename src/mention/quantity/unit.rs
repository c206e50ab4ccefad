//! Units and currencies around a number, and what marks a number as an age or a magnitude.

use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::lexicon::{Entry, TableId};
use crate::mention::quantity::numeral::digits;
use crate::mention::quantity::{Cursor, Quantity, QuantityKind};
use crate::mention::tag::Tag;
use crate::text::{Document, TokenKind};

/// The highest temperature of air and water in any unit, in degrees, with a margin.
const HOTTEST: f64 = 220.0;

/// A unit found in the text.
pub(super) struct UnitHit<'l> {
    pub(super) entry: &'l Entry,
    pub(super) end: usize,
    pub(super) weak: bool,
}

impl<'d> Cursor<'d, '_> {
    /// The unit at a token, including weak ones.
    pub(super) fn unit_at(&self, at: usize) -> Option<UnitHit<'d>> {
        self.token(at)?;
        let (end, hit) = self.document.lookup(TableId::Unit, at, self.lexicon)?;
        (end <= self.limit).then_some(UnitHit { entry: hit.entry, end, weak: hit.weak })
    }

    /// The unit after a number that ends at a token: attached, or after a hyphen or space.
    pub(super) fn unit_behind(&self, at: usize, scaled: bool) -> Option<UnitHit<'d>> {
        let mut next = at;
        let tag = self.tag(next);
        if tag.any(Tag::COMMA.or(Tag::FULL_STOP)) {
            return None;
        }
        let joins = || self.attached(next) && self.attached(next + 1) || self.is_set_apart(next);
        if tag.any(Tag::HYPHEN) && joins() {
            next += 1;
        } else if tag.any(Tag::PUNCTUATION)
            && matches!(self.surface(next), "(" | "[" | "{")
            && matches!(self.surface(next + 2), ")" | "]" | "}")
        {
            // "20 (kg)"
            return self.unit_at(next + 1).map(|hit| UnitHit { end: hit.end + 1, ..hit });
        }
        let mut hit = self.unit_at(next)?;
        let letter = self.surface(next).len() == 1;
        if self.is_model_letter(next) {
            return None;
        }
        if hit.weak {
            let known = self.attached(next)
                && !(letter && matches!(self.surface(next), "s" | "C" | "F" | "K" | "T"))
                || matches!(self.folded(hit.end), "long" | "tall" | "high" | "wide" | "deep" | "away")
                || matches!(self.surface(next), "C" | "F")
                    && (self.attached(next) || self.gap_is_one_space(next) && self.closes_measure(next + 1))
                || self.surface(hit.end) == "/" && matches!(self.folded(hit.end + 1), "s" | "sec" | "second")
                || scaled && hit.entry.class == "money"
                || hit.end > next + 1;
            if !known {
                return None;
            }
        }
        // "km/h"
        if hit.entry.class.starts_with("length") && self.surface(hit.end) == "/" {
            let speed = match (hit.entry.canonical.as_str(), self.folded(hit.end + 1)) {
                ("kilometre", "h" | "hr" | "hour") => "kmh",
                ("mile", "h" | "hr" | "hour") => "mph",
                ("metre", "s" | "sec" | "second") => "metres per second",
                _ => "",
            };
            if let Some(entry) = self.lexicon.table(TableId::Unit).get(speed, speed) {
                hit = UnitHit { entry: entry.entry, end: hit.end + 2, weak: false };
            }
        }
        // "10 pounds" is a weight, "10 million pounds" a sum.
        if hit.entry.canonical == "pound" && scaled {
            if let Some(entry) = self.lexicon.table(TableId::Unit).get("quid", "quid") {
                hit.entry = entry.entry;
            }
        }
        Some(hit)
    }

    /// True for a hyphen that a tokenizer has set apart: "a 5.6 -magnitude quake", "a 32 - year - old climber".
    fn is_set_apart(&self, hyphen: usize) -> bool {
        let unit = hyphen + 1;
        if self.surface(unit).len() < 3 {
            return false;
        }
        let spaced = !self.attached(hyphen) && !self.attached(unit);
        let of_age = self.is_hyphen(unit + 1) && self.folded(unit + 2) == "old";
        let before_word = !self.attached(hyphen) && self.attached(unit);
        before_word && self.unit_at(unit).is_some_and(|hit| !hit.weak) || spaced && of_age
    }

    /// True before a noun for an earthquake: "a 5.6 quake".
    pub(super) fn precedes_quake(&self, end: usize, value: f64) -> bool {
        let hyphen = self.is_hyphen(end) && self.attached(end) && self.attached(end + 1);
        (1.0..=10.0).contains(&value) && self.is_in(end + usize::from(hyphen), WordSet::Quake)
    }

    /// True before a token that no name of a street, a person or a model goes on with: "40 C in the shade", but not "40 C Street".
    fn closes_measure(&self, at: usize) -> bool {
        let token = self.wide().token(at);
        token.is_none_or(|t| t.kind != TokenKind::Number && !t.is_capitalised() && !self.wide().is_hyphen(at))
    }

    /// True for a letter right behind a number that makes it the name of a model or a standard: "5G", "the 777F".
    pub(super) fn is_model_letter(&self, at: usize) -> bool {
        let surface = self.surface(at);
        if surface.len() != 1 || !self.attached(at) || !surface.bytes().all(|b| b.is_ascii_uppercase()) {
            return false;
        }
        match surface {
            "L" | "K" | "M" | "B" | "T" => false,
            // Air and water are never this hot, and this is no noun's attribute.
            "C" | "F" => {
                let Some(number) = at.checked_sub(1) else { return false };
                let hot = digits(self.surface(number)).is_some_and(|(degrees, _)| degrees > HOTTEST);
                let before = number.checked_sub(1).filter(|&before| before >= self.heading);
                let led = before.and_then(|before| self.document.tokens().get(before)).is_some_and(|t| {
                    t.begins.is(Class::Determiner)
                        || t.begins.is_number_word()
                        || t.kind == TokenKind::Number
                        || t.is_capitalised()
                });
                hot && (led || self.wide().is_noun_like(at + 1))
            }
            _ => true,
        }
    }

    /// The currency that ends directly before a token: where it begins, and its row.
    pub(super) fn money_before(&self, at: usize) -> Option<(usize, &'d Entry)> {
        for words in [2, 1] {
            let Some(from) = at.checked_sub(words).filter(|&f| f >= self.start) else { continue };
            if let Some((end, hit)) = self.document.lookup(TableId::Unit, from, self.lexicon) {
                // "A$", but not the article of "a $10 note".
                let letter = words == 2 && self.surface(from).len() == 1;
                if letter && !(self.document.is_attached(at - 1) && self.surface(from) != "a") {
                    continue;
                }
                let close = self.document.is_attached(at) || self.surface(at - 1).len() <= 3;
                let coin = matches!(hit.entry.canonical.as_str(), "cent" | "penny");
                if end == at
                    && hit.entry.class == "money"
                    && close
                    && !coin
                    && self.is_money_sign(at - 1, hit.weak)
                {
                    return Some((from, hit.entry));
                }
            }
        }
        None
    }

    /// Symbols and codes precede the number; words ("dollars") do not.
    pub(super) fn is_money_sign(&self, at: usize, weak: bool) -> bool {
        let surface = self.surface(at);
        self.kind(at) == Some(TokenKind::Symbol)
            || (surface.len() <= 3 && (!weak || surface == "Rs" || surface == "Rp"))
    }

    /// "2 inches" after "5 feet": what it adds, in the larger unit, and where it ends.
    pub(super) fn smaller_unit(&self, at: usize, entry: &Entry, factor: f64) -> Option<(f64, usize)> {
        // "6-foot-9", the height of a person, whose inches are not named.
        if entry.canonical == "foot" && self.is_hyphen(at) && self.attached(at) && self.attached(at + 1) {
            let inches = digits(self.surface(at + 1)).filter(|(inches, _)| *inches < 12.0);
            if let Some((inches, _)) = inches.filter(|_| self.kind(at + 1) == Some(TokenKind::Number)) {
                return Some((inches / 12.0, at + 2));
            }
        }
        let next = at + usize::from(matches!(self.folded(at), "and" | ","));
        let number =
            self.token(next).filter(|t| t.may_begin_number()).and_then(|_| self.numeral(next, false))?;
        if number.start != next || number.vague || number.ordinal || number.share {
            return None;
        }
        let value = number.low;
        let hit = self.unit_behind(number.end, false)?;
        if entry.class == "money" {
            let hundredth = matches!(hit.entry.canonical.as_str(), "cent" | "penny") && value < 100.0;
            return hundredth.then_some((value / 100.0, hit.end));
        }
        let (dimension, small) = factor_of(hit.entry)?;
        let (own, _) = factor_of(entry)?;
        (dimension == own && small < factor && value * small < factor)
            .then_some((value * small / factor, hit.end))
    }

    /// "Old" after a duration: "year-old", "years of age"; one past it.
    pub(super) fn old(&self, end: usize) -> Option<usize> {
        let next = end + usize::from(self.is_hyphen(end));
        match self.folded(next) {
            "old" | "olds" => Some(next + 1),
            "of" if self.folded(next + 1) == "age" => Some(next + 2),
            _ => None,
        }
    }

    /// "Aged 48", "Smith, 48,": a bare number that is an age.
    pub(super) fn is_age(&self, start: usize, end: usize, value: f64) -> bool {
        if !(1.0..=120.0).contains(&value) || value.fract() != 0.0 {
            return false;
        }
        let before = self.before(start);
        if matches!(before, "aged" | "age")
            || before == "of" && start >= self.start + 2 && self.document.folded(start - 2) == "age"
        {
            return true;
        }
        if self.kind(start) != Some(TokenKind::Number) || start < self.start + 2 {
            return false;
        }
        let named = self.document.tokens().get(start - 2).is_some_and(|t| {
            t.kind == TokenKind::Word && t.is_capitalised() || matches!(t.kind, TokenKind::Possessive)
        });
        let after = self.wide().surface(end);
        let closes = matches!(after, "," | "." | ";" | ")") || end >= self.end;
        match (before, closes) {
            // "Sara Diallo, now 30, "
            ("is" | "was" | "turned" | "turns", true) => self.wide().folded(start - 2) == "who",
            ("now", true) => matches!(after, "," | ";") && self.wide().surface(start - 2) == ",",
            (",", true) => named && value >= 3.0 && after != ")",
            ("(", true) => named && after == ")" && value >= 10.0,
            _ => false,
        }
    }

    /// "Magnitude 6.1", "magnitude of 5.9", "magnitude-6.0": where it begins.
    pub(super) fn magnitude_before(&self, start: usize) -> Option<usize> {
        let mut at = start;
        while at > self.start
            && self.tags.any(at - 1, Tag::WORD.or(Tag::HYPHEN))
            && matches!(
                surface_of(self, at - 1),
                "-" | "of" | "about" | "around" | "at" | "was" | "preliminary"
            )
        {
            at -= 1;
        }
        (at > self.start && start - at <= 3 && self.before(at) == "magnitude").then(|| at - 1)
    }

    /// "On the Richter scale" after the number: one past "Richter scale".
    pub(super) fn richter(&self, end: usize) -> Option<usize> {
        if !self.tag(end).any(Tag::WORD) {
            return None;
        }
        let next = end + usize::from(self.folded(end) == "on") + usize::from(self.folded(end + 1) == "the");
        if self.folded(next) != "richter" {
            return None;
        }
        Some(end)
    }
}

/// "7.6 and 7.5 magnitude quakes": the unit behind the second of two decimal numbers is that of both. Linear.
pub(super) fn share_units(document: &Document<'_>, found: &mut [Quantity]) {
    for at in 1..found.len() {
        let (done, rest) = found.split_at_mut(at);
        let (Some(before), Some(this)) = (done.last_mut(), rest.first()) else { continue };
        let joined = before.tokens.end + 1 == this.tokens.start
            && matches!(document.folded(before.tokens.end), "and" | "or");
        if joined
            && before.sentence == this.sentence
            && before.kind == QuantityKind::Number
            && this.kind == QuantityKind::Measure
            && before.grain < 1.0
            && this.grain < 1.0
        {
            before.kind = this.kind;
            before.unit.clone_from(&this.unit);
            before.dimension.clone_from(&this.dimension);
        }
    }
}

/// Dimension and factor of a unit's row (`length*1609.344`).
pub(super) fn factor_of(entry: &Entry) -> Option<(String, f64)> {
    let (dimension, factor) = entry.class.split_once('*')?;
    Some((dimension.to_owned(), factor.parse().ok()?))
}

/// The dimension of units that cannot be converted by a factor.
pub(super) fn dimension_of(unit: Option<&str>) -> Option<(String, f64)> {
    match unit? {
        "celsius" | "fahrenheit" | "kelvin" => Some(("temperature".to_owned(), 0.0)),
        "magnitude" => Some(("magnitude".to_owned(), 1.0)),
        "basis point" => Some(("share".to_owned(), 0.0001)),
        "percent" => Some(("share".to_owned(), 0.01)),
        "share" => Some(("share".to_owned(), 1.0)),
        _ => None,
    }
}

fn surface_of<'d>(cursor: &Cursor<'d, '_>, at: usize) -> &'d str {
    match cursor.surface(at) {
        "-" => "-",
        _ => cursor.folded(at),
    }
}
