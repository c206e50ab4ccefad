//! Numbers that a tokenizer has cut: "$1, 199", "21, 000".
//!
//! A space behind a comma usually ends a number. Only where nothing else can be meant is the number read on.

use crate::mention::quantity::Cursor;
use crate::mention::quantity::numeral::{Numeral, digits};
use crate::mention::tag::Tag;
use crate::text::TokenKind;

/// The most groups of three digits behind the first.
const GROUPS: usize = 4;

impl Cursor<'_, '_> {
    /// A numeral of digits, read on over commas with a space behind them: groups of three digits in a sum, and thousands. `money` is
    /// true after a currency.
    pub(super) fn rejoined(&self, mut numeral: Numeral, money: bool) -> Numeral {
        let first = self.surface(numeral.start);
        if !first.bytes().all(|b| b.is_ascii_digit()) || numeral.end != numeral.start + 1 {
            return numeral;
        }
        if first.len() > 3 || first.starts_with('0') {
            return numeral;
        }
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

    /// True for a mark directly behind a number, with one space and another number behind it.
    fn is_cut(&self, mark: usize) -> bool {
        self.attached(mark)
            && self.kind(mark + 1) == Some(TokenKind::Number)
            && !self.attached(mark + 1)
            && self.gap_is_one_space(mark + 1)
    }
}
