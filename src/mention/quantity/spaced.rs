//! Numbers that a tokenizer has cut: "$1, 199", "21, 000", "2. 7GHz".
//!
//! A space behind a comma or a point usually ends a number. Only where nothing else can be meant is the number read on.

use crate::lexicon::number::short_scale;
use crate::mention::quantity::Cursor;
use crate::mention::quantity::numeral::{Numeral, digits};
use crate::mention::tag::Tag;
use crate::text::TokenKind;

/// The most groups of three digits behind the first.
const GROUPS: usize = 4;

impl Cursor<'_, '_> {
    /// A numeral of digits, read on over marks with a space behind them. `money` is true after a currency.
    pub(super) fn rejoined(&self, numeral: Numeral, money: bool) -> Numeral {
        let first = self.surface(numeral.start);
        if !first.bytes().all(|b| b.is_ascii_digit()) || numeral.end != numeral.start + 1 {
            return numeral;
        }
        let grouped = if first.len() <= 3 && !first.starts_with('0') {
            self.with_groups(numeral, money)
        } else {
            numeral
        };
        self.with_decimals(grouped, money).unwrap_or(grouped)
    }

    /// "$1, 199", "21, 000": groups of three digits behind a sum, and thousands.
    fn with_groups(&self, mut numeral: Numeral, money: bool) -> Numeral {
        let (start, mut end, mut value) = (numeral.start, numeral.end, numeral.low);
        for _ in 0..GROUPS {
            let group = self.surface(end + 1);
            let continues = self.tag(end).any(Tag::COMMA)
                && self.is_cut(end)
                && group.len() == 3
                && group.bytes().all(|b| b.is_ascii_digit());
            let Some((part, _)) = continues.then(|| digits(group)).flatten() else { break };
            (value, end) = (value * 1000.0 + part, end + 2);
            // "$5, 100 people" may be two numbers.
            if group == "000" || money && !self.begins_counted(end) {
                numeral = Numeral::exact(start, end, value);
            }
        }
        numeral
    }

    /// "2. 7GHz", "$27. 5MM": decimals with a unit or a scale attached, or behind a currency.
    fn with_decimals(&self, numeral: Numeral, money: bool) -> Option<Numeral> {
        let at = numeral.end;
        let part = self.surface(at + 1);
        let short = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if !short || !self.tag(at).any(Tag::FULL_STOP) || !self.is_cut(at) {
            return None;
        }
        let tail = at + 2;
        let attached = self.attached(tail) && self.kind(tail) == Some(TokenKind::Word);
        let measured =
            attached && (self.unit_at(tail).is_some() || short_scale(self.surface(tail)).is_some());
        if !measured && !(money && attached) {
            return None;
        }
        let (decimals, _) = digits(part)?;
        let grain = if part.len() == 1 { 0.1 } else { 0.01 };
        let value = numeral.low + decimals * grain;
        Some(Numeral { grain, ..Numeral::exact(numeral.start, tail, value) })
    }

    /// True for a mark directly behind a number, with one space and another number behind it.
    fn is_cut(&self, mark: usize) -> bool {
        self.attached(mark)
            && self.kind(mark + 1) == Some(TokenKind::Number)
            && !self.attached(mark + 1)
            && self.gap_is_one_space(mark + 1)
    }
}
