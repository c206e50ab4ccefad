//! Numerals: the value of digits and number words at a token.

use crate::lexicon::TableId;
use crate::lexicon::number::{Cardinal, NumberWord, number_word, ordinal, short_scale};
use crate::mention::quantity::Cursor;
use crate::mention::tag::Tag;
use crate::text::TokenKind;

/// A parsed numeral.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Numeral {
    /// Its first token, including an article ("a dozen").
    pub(super) start: usize,
    /// One past its last token.
    pub(super) end: usize,
    pub(super) low: f64,
    pub(super) high: f64,
    /// The place to which it is rounded: that of its last nonzero digit.
    pub(super) grain: f64,
    /// "Dozens", "several".
    pub(super) vague: bool,
    /// A fraction: "a third", "two-thirds".
    pub(super) share: bool,
    /// "Third", "sixth".
    pub(super) ordinal: bool,
    /// The scale it ends with ("million"), which the first number of a range borrows ("2 to 3 million").
    pub(super) scale: f64,
}

impl Numeral {
    pub(super) fn exact(start: usize, end: usize, value: f64) -> Self {
        let grain = grain_of(value);
        Self {
            start,
            end,
            low: value,
            high: value,
            grain,
            vague: false,
            share: false,
            ordinal: false,
            scale: 1.0,
        }
    }

    pub(super) fn times(mut self, factor: f64, end: usize) -> Self {
        (self.low, self.high) = (self.low * factor, self.high * factor);
        (self.grain, self.scale, self.end) = (self.grain * factor, factor, end);
        self
    }
}

/// The place of the last significant digit of an integer: 100 for 2,500.
fn grain_of(value: f64) -> f64 {
    let mut grain = 1.0;
    while value != 0.0 && grain < 1e15 && value % (grain * 10.0) == 0.0 {
        grain *= 10.0;
    }
    grain
}

/// The same for an integer type.
fn grain_of_whole(mut value: u64) -> f64 {
    let mut grain = 1.0;
    while value != 0 && value % 10 == 0 {
        value /= 10;
        grain *= 10.0;
    }
    grain
}

/// The value and rounding of a token of digits: "2,500", "6.0", "2½"; `None` if commas or points are placed as in no number.
pub(super) fn digits(surface: &str) -> Option<(f64, f64)> {
    // Nearly all are short and consist of digits only.
    if surface.len() <= 15 && surface.bytes().all(|b| b.is_ascii_digit()) {
        let whole = surface.bytes().fold(0_u64, |whole, digit| whole * 10 + u64::from(digit - b'0'));
        return (!surface.is_empty()).then(|| (whole as f64, grain_of_whole(whole)));
    }
    if surface.len() > 40 {
        return None;
    }
    let (body, part) = match surface.chars().next_back().and_then(vulgar) {
        Some(part) => (surface.trim_end_matches(|c| vulgar(c).is_some()), part),
        None => (surface, 0.0),
    };
    if body.is_empty() {
        return (part > 0.0).then_some((part, 0.01));
    }
    let (whole, decimals) = match body.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (body, None),
    };
    let mut groups = whole.split(',').rev();
    let last = groups.next()?;
    let grouped = whole.contains(',');
    if grouped && (last.len() != 3 || !groups.all(|g| (1..=3).contains(&g.len()))) {
        return None;
    }
    let ascii = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !whole.split(',').all(ascii) || decimals.is_some_and(|d| d.is_empty() || !ascii(d)) {
        return None;
    }
    let plain: String = body.chars().filter(|&c| c != ',').collect();
    let value: f64 = plain.parse().ok()?;
    let grain = match decimals {
        Some(d) => format!("1e-{}", d.len()).parse().unwrap_or(0.0),
        None if part > 0.0 => 0.01,
        None => grain_of(value),
    };
    Some((value + part, grain))
}

fn vulgar(ch: char) -> Option<f64> {
    Some(match ch {
        '½' => 0.5,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅕' => 0.2,
        '⅖' => 0.4,
        '⅗' => 0.6,
        '⅘' => 0.8,
        '⅙' => 1.0 / 6.0,
        '⅛' => 0.125,
        '⅜' => 0.375,
        '⅝' => 0.625,
        '⅞' => 0.875,
        _ => return None,
    })
}

impl Cursor<'_, '_> {
    /// The numeral that begins at a token. `money` is true after a currency, where "m" and "b" are scales.
    pub(super) fn numeral(&self, at: usize, money: bool) -> Option<Numeral> {
        match self.kind(at)? {
            TokenKind::Number => self.numeral_in_digits(at, money),
            TokenKind::Word => self.numeral_in_words(at),
            _ => None,
        }
    }

    fn numeral_in_digits(&self, at: usize, money: bool) -> Option<Numeral> {
        let (value, grain) = digits(self.surface(at))?;
        let mut numeral = Numeral { grain, ..Numeral::exact(at, at + 1, value) };
        // .25
        if at > 0
            && self.tags.any(at - 1, Tag::FULL_STOP)
            && self.attached(at)
            && !self.attached(at - 1)
            && at > self.start
        {
            let text = format!("0.{}", self.surface(at));
            let (value, grain) = digits(&text)?;
            numeral = Numeral { grain, start: at - 1, ..Numeral::exact(at, at + 1, value) };
        }
        // Groups of digits separated by spaces: "40 000".
        if self.surface(at).len() <= 3 && !self.surface(at).contains(',') {
            while self.is_digit_group(numeral.end) && numeral.end < at + 6 {
                let (group, grain) = digits(self.surface(numeral.end))?;
                let value = numeral.low * 1000.0 + group;
                numeral = Numeral { grain, ..Numeral::exact(at, numeral.end + 1, value) };
            }
        }
        numeral = self.rejoined(numeral, money);
        if let Some((part, end)) = self.slash_fraction(at) {
            return Some(Numeral { end, low: part, high: part, grain: 0.01, share: true, ..numeral });
        }
        let end = numeral.end;
        if let Some((part, end)) = self.kind(end).and_then(|_| self.slash_fraction(end)) {
            let value = value + part;
            return Some(Numeral { end, low: value, high: value, grain: 0.01, ..numeral });
        }
        // "ninth" written "9th".
        if self.attached(end) && matches!(self.folded(end), "st" | "nd" | "rd" | "th") {
            return (value.fract() == 0.0 && value < 1000.0).then_some(Numeral {
                end: end + 1,
                ordinal: true,
                ..numeral
            });
        }
        let (end, extra) = self.and_part(end);
        if extra > 0.0 {
            numeral = Numeral { end, low: value + extra, high: value + extra, grain: 0.1, ..numeral };
        }
        Some(self.scaled(numeral, money))
    }

    /// Three digits separated from the previous ones by a single narrow or plain space.
    fn is_digit_group(&self, at: usize) -> bool {
        if !self.tag(at).any(Tag::NUMBER) {
            return false;
        }
        let surface = self.surface(at);
        let grouped = self.kind(at) == Some(TokenKind::Number)
            && surface.len() >= 3
            && surface.split('.').next().is_some_and(|whole| whole.len() == 3 && !whole.contains(','))
            && !self.attached(at);
        let before = if at > 0 { self.surface(at - 1) } else { "" };
        grouped
            && before.bytes().all(|b| b.is_ascii_digit())
            && before.len() <= 3
            && self.gap_is_one_space(at)
    }

    /// "1/4" at its first number; not "9/11".
    fn slash_fraction(&self, at: usize) -> Option<(f64, usize)> {
        if !self.tag(at + 1).any(Tag::PUNCTUATION)
            || self.surface(at + 1) != "/"
            || !self.attached(at + 1)
            || !self.attached(at + 2)
        {
            return None;
        }
        let (above, _) = digits(self.surface(at))?;
        let (below, _) = digits(self.surface(at + 2))?;
        let known = matches!(below as u32, 2..=10 | 12 | 16 | 20 | 32 | 64 | 100) && below.fract() == 0.0;
        (known && above > 0.0 && above < below && self.surface(at + 3) != "/")
            .then_some((above / below, at + 3))
    }

    /// Scale words after a number: "2.6 million", "$2.6m", "4 thousand 3 hundred", "3 dozen".
    fn scaled(&self, mut numeral: Numeral, money: bool) -> Numeral {
        let mut at = numeral.end;
        if self.is_hyphen(at) && self.attached(at) && self.attached(at + 1) {
            at += 1;
        }
        // Scales are words.
        if !self.tag(at).any(Tag::WORD) {
            return numeral;
        }
        if self.attached(at) || money || matches!(self.surface(at), "bn" | "mn" | "k" | "M" | "K" | "tn") {
            if let Some(scale) = self.short_scale(at, money) {
                return numeral.times(scale, at + 1);
            }
        }
        match self.number_word(at) {
            Some(NumberWord::Scale(scale)) => {
                numeral = numeral.times(scale, at + 1);
                // "75 lakh crore"
                if let Some(NumberWord::Scale(more)) = self.number_word(at + 1) {
                    numeral = numeral.times(more, at + 2);
                }
                self.and_smaller(numeral, scale)
            }
            Some(NumberWord::Hundred) => self.and_smaller(numeral.times(100.0, at + 1), 100.0),
            Some(NumberWord::Dozen) => numeral.times(12.0, at + 1),
            Some(NumberWord::Vague(24.0, _)) => numeral.times(12.0, at + 1),
            Some(NumberWord::Vague(200.0, _)) => numeral.times(100.0, at + 1),
            _ => numeral,
        }
    }

    /// "4 thousand 3 hundred", "6 crore and two hundred": what follows is added if it is smaller and has its own scale.
    fn and_smaller(&self, numeral: Numeral, scale: f64) -> Numeral {
        let mut at = numeral.end;
        at += usize::from(self.folded(at) == "and");
        // "3 hundred and 21" is one number, "2 million and 21 more" two.
        let tail = self.small_tail(at).filter(|_| at > numeral.end && scale == 100.0);
        if let Some(tail) = tail {
            let (low, high) = (numeral.low + tail, numeral.high + tail);
            return Numeral { end: at + 1, low, high, grain: 1.0, ..numeral };
        }
        if at > numeral.end && self.kind(at) == Some(TokenKind::Number) {
            return numeral;
        }
        // "2 thousand five hundred", where without "and" only a hundred or more is added: "4 million five men" are two numbers.
        let bare = self.kind(at) != Some(TokenKind::Number) && at == numeral.end;
        // One level only: an endless "1 thousand 1 thousand .." must not recurse.
        let more = match self.kind(at) {
            Some(TokenKind::Number) => digits(self.surface(at)).and_then(|(value, grain)| {
                let plain = Numeral { grain, ..Numeral::exact(at, at + 1, value) };
                match self.number_word(at + 1) {
                    Some(NumberWord::Hundred) => Some(plain.times(100.0, at + 2)),
                    Some(NumberWord::Scale(scale)) => Some(plain.times(scale, at + 2)),
                    _ => None,
                }
            }),
            _ => self.token(at).filter(|t| t.begins.is_number_word()).and_then(|_| self.numeral_in_words(at)),
        };
        match more {
            Some(more)
                if more.start == at
                    && !more.vague
                    && !more.share
                    && !more.ordinal
                    && more.low < scale
                    && (!bare || more.low >= 100.0)
                    && (more.scale > 1.0
                        || scale <= 100.0
                        || more.low >= 100.0 && self.kind(at) == Some(TokenKind::Word)) =>
            {
                Numeral {
                    end: more.end,
                    low: numeral.low + more.low,
                    high: numeral.high + more.high,
                    grain: more.grain,
                    ..numeral
                }
            }
            _ => numeral,
        }
    }

    /// Digits of a number below one hundred.
    fn small_tail(&self, at: usize) -> Option<f64> {
        let surface = self.surface(at);
        let plain = surface.len() <= 2 && self.kind(at) == Some(TokenKind::Number);
        plain.then(|| digits(surface)).flatten().map(|(value, _)| value)
    }

    fn short_scale(&self, at: usize, money: bool) -> Option<f64> {
        let surface = self.surface(at);
        let scale = short_scale(surface)?;
        let certain = money || !matches!(surface, "m" | "mm" | "b" | "T" | "B" | "M" | "MM");
        // "58m people", but "58m tall"; "10M" is not a length.
        (certain
            || matches!(surface, "M" | "MM" | "B")
            || self.begins_counted(at + 1)
            || self.lookup_money(at + 1).is_some())
        .then_some(scale)
    }

    /// "And a half", "and three quarters" after a number: where it ends and what it adds.
    fn and_part(&self, at: usize) -> (usize, f64) {
        if !self.tag(at).any(Tag::WORD.or(Tag::HYPHEN)) {
            return (at, 0.0);
        }
        let mut next = at;
        let mut step = |word: &str| {
            let skip = usize::from(self.is_hyphen(next));
            let is = self.folded(next + skip) == word;
            if is {
                next += skip + 1;
            }
            is
        };
        if !step("and") {
            return (at, 0.0);
        }
        let count = if step("a") || step("an") || step("one") {
            1.0
        } else if step("three") {
            3.0
        } else if step("two") {
            2.0
        } else {
            return (at, 0.0);
        };
        next += usize::from(self.is_hyphen(next));
        let word = self.folded(next);
        let part = match number_word(word) {
            Some(NumberWord::Part(part)) => part,
            _ => match ordinal(word) {
                Some(n) if n > 2 => 1.0 / f64::from(n),
                _ => return (at, 0.0),
            },
        };
        (next + 1, count * part)
    }

    fn numeral_in_words(&self, at: usize) -> Option<Numeral> {
        let article = at > self.start && matches!(self.folded(at - 1), "a" | "an");
        let start = if article { at - 1 } else { at };
        let folded = self.folded(at);
        let Some(word) = number_word(folded) else { return self.ordinal_in_words(at, article) };
        let numeral = match word {
            NumberWord::Small(_) | NumberWord::Tens(_) => return Some(self.cardinal(at)),
            NumberWord::Hundred | NumberWord::Scale(_) if article => {
                let mut cardinal = Cardinal::EMPTY;
                cardinal.push(NumberWord::Small(1));
                cardinal.push(word);
                return Some(Numeral { start, ..self.cardinal_from(cardinal, at + 1, at) });
            }
            NumberWord::Dozen => Numeral { scale: 12.0, ..Numeral::exact(start, at + 1, 12.0) },
            NumberWord::Part(part) => return self.part_of_whole(at, part, article),
            NumberWord::Vague(low, high) => {
                let of = self.folded(at + 1) == "of";
                let known = match folded {
                    "few" => article,
                    "couple" => article && (of || self.unit_at(at + 1).is_some()),
                    "handful" | "scores" | "tens" => of,
                    // "The hundreds", "dozens more"; a plural after a number was read with it.
                    _ => true,
                };
                if !known {
                    return None;
                }
                let numeral =
                    Numeral { vague: true, low, high, grain: low, ..Numeral::exact(start, at + 1, low) };
                // "Hundreds of thousands", "several hundred", "a couple of dozen".
                let next = at + 1 + usize::from(of);
                return Some(match self.number_word(next) {
                    Some(NumberWord::Hundred) => numeral.times(100.0, next + 1),
                    Some(NumberWord::Dozen) => numeral.times(12.0, next + 1),
                    Some(NumberWord::Scale(scale)) if !of || folded == "couple" => {
                        numeral.times(scale, next + 1)
                    }
                    Some(NumberWord::Vague(low, _)) if of && low >= 200.0 => {
                        numeral.times(if low == 200.0 { 100.0 } else { low / 2.0 }, next + 1)
                    }
                    _ => numeral,
                });
            }
            NumberWord::Hundred | NumberWord::Scale(_) => return None,
        };
        Some(numeral)
    }

    fn cardinal(&self, at: usize) -> Numeral {
        self.cardinal_from(Cardinal::EMPTY, at, at)
    }

    /// Continues from what was already read; `start` is the first token of the whole.
    fn cardinal_from(&self, mut cardinal: Cardinal, at: usize, start: usize) -> Numeral {
        let mut end = at;
        loop {
            let mut next = end;
            if end > start {
                let joint = self.is_hyphen(next) || self.folded(next) == "and" && cardinal.may_and();
                next += usize::from(joint);
            }
            if self.kind(next).is_none() {
                break;
            }
            let Some(word) = self.number_word(next) else { break };
            // "two hundred and a half million" is read by `and_part`; "dozens" ends a number.
            if !cardinal.push(word) {
                break;
            }
            end = next + 1;
        }
        let mut value = cardinal.value();
        let mut grain = grain_of(value);
        let mut share = false;
        let (after, part) = self.and_part(end);
        if part > 0.0 {
            let unit = cardinal.last_scale();
            (value, end, grain) = (value + part * unit, after, unit / 10.0);
            if let (1.0, Some(NumberWord::Scale(scale))) = (unit, self.number_word(end)) {
                (value, end, grain) = (value * scale, end + 1, grain * scale);
            }
        } else if let Some((low, after)) = self.decimals(end) {
            (value, end, grain) = (value + low.0, after, low.1);
            // "Two point five million"
            if let Some(NumberWord::Scale(scale)) = self.number_word(end) {
                (value, end, grain) = (value * scale, end + 1, grain * scale);
            }
        } else if let Some((below, after)) = self.denominator(end, value) {
            (value, end, share, grain) = (value / below, after, true, 0.01);
            if let Some(NumberWord::Scale(scale)) = self.number_word(end) {
                (value, end, share, grain) = (value * scale, end + 1, false, scale / 10.0);
            } else if let Some((scale, after)) = self.scale_of(end) {
                (value, end, share, grain) = (value * scale, after, false, scale / 10.0);
            }
        } else if let Some(NumberWord::Vague(low, _)) = self.number_word(end) {
            // "three dozens", "two hundreds"
            if low == 24.0 || low == 200.0 {
                let factor = if low == 24.0 { 12.0 } else { 100.0 };
                (value, end, grain) = (value * factor, end + 1, factor);
            }
        }
        // "Twenty-first"
        let next = end + usize::from(self.is_hyphen(end));
        if end > at && matches!(self.number_word(end - 1), Some(NumberWord::Tens(_))) && !share {
            if let Some(unit) =
                ordinal(self.folded(next)).filter(|&u| u < 10 && self.kind(next) == Some(TokenKind::Word))
            {
                return Numeral { ordinal: true, ..Numeral::exact(start, next + 1, value + f64::from(unit)) };
            }
        }
        let scale = cardinal.last_scale();
        Numeral { grain, share, scale, ..Numeral::exact(start, end, value) }
    }

    /// "Point two five" after a number: the value with its rounding, and the end.
    fn decimals(&self, at: usize) -> Option<((f64, f64), usize)> {
        if self.folded(at) != "point" {
            return None;
        }
        let (mut value, mut grain, mut end) = (0.0, 1.0, at + 1);
        while let Some(word) = self.number_word(end) {
            let (digit, places) = match word {
                NumberWord::Small(n) if n < 10 => (n, 10.0),
                NumberWord::Small(n) => (n, 100.0),
                NumberWord::Tens(n) => match (self.number_word(end + 1), self.number_word(end + 2)) {
                    (Some(NumberWord::Small(m)), _) if m < 10 => {
                        end += 1;
                        (n + m, 100.0)
                    }
                    (None, Some(NumberWord::Small(m))) if m < 10 && self.is_hyphen(end + 1) => {
                        end += 2;
                        (n + m, 100.0)
                    }
                    _ => (n, 100.0),
                },
                _ => break,
            };
            grain /= places;
            value += f64::from(digit) * grain;
            end += 1;
            if grain < 1e-9 {
                break;
            }
        }
        (end > at + 1).then_some(((value, grain), end))
    }

    fn ordinal_in_words(&self, at: usize, article: bool) -> Option<Numeral> {
        let word = self.folded(at);
        let value = ordinal(word)?;
        if word.ends_with('s') {
            return None;
        }
        if article && value > 2 {
            let before = if at >= self.start + 2 { self.folded(at - 2) } else { "" };
            let share = self.folded(at + 1) == "of"
                || matches!(before, "by" | "nearly" | "almost" | "than" | "about" | "over")
                    && !self.is_noun_like(at + 1);
            if share {
                let part = 1.0 / f64::from(value);
                // "A third of a million"
                if let Some((scale, end)) = self.scale_of(at + 1) {
                    return Some(Numeral {
                        grain: scale / 10.0,
                        ..Numeral::exact(at - 1, end, part * scale)
                    });
                }
                return Some(Numeral { share: true, grain: 0.01, ..Numeral::exact(at - 1, at + 1, part) });
            }
        }
        Some(Numeral { ordinal: true, ..Numeral::exact(at, at + 1, value.into()) })
    }

    pub(super) fn number_word(&self, at: usize) -> Option<NumberWord> {
        let token = self.token(at)?;
        if token.begins.is_number_word() { number_word(self.folded(at)) } else { None }
    }

    /// The currency that begins at a token.
    pub(super) fn lookup_money(&self, at: usize) -> Option<(usize, &str)> {
        self.token(at)?;
        let (end, hit) = self.document.lookup(TableId::Unit, at, self.lexicon)?;
        (hit.entry.class == "money" && !hit.weak && end <= self.limit)
            .then_some((end, hit.entry.canonical.as_str()))
    }
}
