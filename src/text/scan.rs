//! Scanning: divides a text into words, numbers and punctuation marks.
//!
//! Hyphens, quotation marks and possessive endings are separate tokens, which divides "20-year-old", "Niger's" and
//! "twenty-one" into meaningful parts. Letters with full stops between them ("U.S.", "a.m.") and words with an inner
//! apostrophe ("O'Brien", "don't") stay whole, also where a tokenizer has put spaces around it ("do n't", "don ’ t").

use crate::fold::{fold_into, is_invisible};
use crate::span::Span;
use crate::text::parted;
use crate::text::token::{Mark, Shape, TokenKind};

/// A piece of text from the scanner, before folding and lookup.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
    pub(crate) shape: Shape,
    /// See [`Token::sign`].
    pub(crate) sign: char,
    pub(crate) mark: Mark,
    /// True if something other than plain spaces precedes it.
    pub(crate) parted: bool,
    /// True if it is ASCII without an inner full stop, for which folding is only lower-casing.
    pub(crate) plain: bool,
}

impl Piece {
    /// Appends its folded form to `out`, given its surface: without the spaces around a separated ending, and without full
    /// stops within a word ("u.s."), which never distinguish two words.
    pub(crate) fn fold_into(&self, surface: &str, out: &mut String) {
        let from = out.len();
        fold_into(surface, out);
        let is_word = self.kind == TokenKind::Word;
        if out[from..].contains(|c| c == ' ' || c == '.' && is_word) {
            let bare = out[from..].replace(|c| c == ' ' || c == '.' && is_word, "");
            out.truncate(from);
            out.push_str(&bare);
        }
    }
}

/// Divides `text` into pieces, in order, skipping white space and invisible characters outside words. Linear.
pub(crate) fn scan(text: &str) -> impl Iterator<Item = Piece> + '_ {
    Scanner { text, at: 0 }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Scanner<'_> {
    type Item = Piece;

    // Inlined into the loop over a text, where a piece need not be written to memory.
    #[inline(always)]
    fn next(&mut self) -> Option<Piece> {
        let bytes = self.text.as_bytes();
        let mut parted = false;
        let first = loop {
            let &first = bytes.get(self.at)?;
            match CLASS[first as usize] {
                SPACE => {
                    parted |= first != b' ';
                    self.at += 1;
                }
                WIDE => {
                    let ch = self.text.get(self.at..)?.chars().next()?;
                    if !ch.is_whitespace() && !is_invisible(ch) {
                        break first;
                    }
                    parted = true;
                    self.at += ch.len_utf8();
                }
                _ => break first,
            }
        };
        let piece = self.plain(first, parted).or_else(|| self.uncommon(parted))?;
        self.at = piece.span.end;
        Some(piece)
    }
}

impl Scanner<'_> {
    /// A piece that requires Unicode tables or its context.
    #[cold]
    #[inline(never)]
    fn uncommon(&self, parted: bool) -> Option<Piece> {
        if let Some(piece) = self.typographic(parted) {
            return Some(piece);
        }
        let (before, rest) = self.text.split_at_checked(self.at)?;
        let (length, kind) = piece(rest, before);
        let span = Span::new(self.at, self.at + length);
        let surface = &rest[..length];
        let shape = if kind == TokenKind::Word { shape(surface) } else { Shape::None };
        let (sign, mark) = match kind {
            TokenKind::Quote | TokenKind::Punctuation => (sign(surface), mark(sign(surface))),
            TokenKind::Symbol => (sign(surface), Mark::None),
            TokenKind::Word if length > 3 && surface.ends_with('.') => (NO_SIGN, Mark::Acronym),
            _ => (NO_SIGN, Mark::None),
        };
        Some(Piece { span, kind, shape, sign, mark, parted, plain: false })
    }

    /// A word of letters a to z and digits with nothing after it that could belong to it, such a number, or a single
    /// punctuation mark: nearly all pieces, found without Unicode tables.
    #[inline(always)]
    fn plain(&self, first: u8, parted: bool) -> Option<Piece> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let piece = |length, kind, shape, sign, mark| {
            let span = Span::new(self.at, self.at + length);
            Some(Piece { span, kind, shape, sign, mark, parted, plain: true })
        };
        match CLASS[first as usize] {
            LETTER => {
                let Letters { length, upper, lower } = Letters::of(rest);
                match rest.get(length) {
                    Some(b'\'' | b'`' | 0x80..) if !ends_before(&rest[length..]) => return None,
                    Some(b'.') if length <= 2 => return None,
                    Some(b' ')
                        if may_continue(rest.get(length + 1)) && is_parted(self.text, self.at, length) =>
                    {
                        return None;
                    }
                    _ => {}
                }
                let shape = match (first.is_ascii_uppercase(), upper, lower) {
                    (false, false, _) => Shape::Lower,
                    (true, false, _) => Shape::Title,
                    (true, true, false) => Shape::Upper,
                    _ => Shape::Mixed,
                };
                piece(length, TokenKind::Word, shape, NO_SIGN, Mark::None)
            }
            DIGIT => {
                let length = rest.iter().take_while(|&&b| b.is_ascii_digit()).count();
                match rest.get(length) {
                    Some(b',' | b'.' | 0x80..) => None,
                    _ => piece(length, TokenKind::Number, Shape::None, NO_SIGN, Mark::None),
                }
            }
            MARK => piece(1, TokenKind::Punctuation, Shape::None, first.into(), MARKS[first as usize]),
            STOP if rest.get(1) != Some(&b'.') => {
                piece(1, TokenKind::Punctuation, Shape::None, '.', Mark::Stop)
            }
            _ if first == b'"' => piece(1, TokenKind::Quote, Shape::None, '"', Mark::Double),
            _ => None,
        }
    }
}

/// True if the word of `length` bytes at `at` continues after a space.
#[cold]
fn is_parted(text: &str, at: usize, length: usize) -> bool {
    text.get(at..).is_some_and(|rest| parted::contraction(rest, length) > 0)
}

/// True if what follows a word and a space may be the rest of the word. False proves nothing.
fn may_continue(byte: Option<&u8>) -> bool {
    matches!(byte, Some(b'\'' | b'`' | b'n' | 0x80..))
}

impl Scanner<'_> {
    /// A dash or double quotation mark, or an apostrophe with its possessive ending, in their most common forms.
    fn typographic(&self, parted: bool) -> Option<Piece> {
        let bytes = self.text.as_bytes();
        let piece = |length, kind, sign| {
            let mark = if kind == TokenKind::Possessive { Mark::None } else { mark(sign) };
            let sign = if kind == TokenKind::Possessive { NO_SIGN } else { sign };
            let span = Span::new(self.at, self.at + length);
            Some(Piece { span, kind, shape: Shape::None, sign, mark, parted, plain: false })
        };
        match bytes.get(self.at..)? {
            [0xe2, 0x80, 0x93, ..] => piece(3, TokenKind::Punctuation, '–'),
            [0xe2, 0x80, 0x94, ..] => piece(3, TokenKind::Punctuation, '—'),
            [0xe2, 0x80, 0x9c, ..] => piece(3, TokenKind::Quote, '“'),
            [0xe2, 0x80, 0x9d, ..] => piece(3, TokenKind::Quote, '”'),
            [0xe2, 0x80, 0x99, rest @ ..] => {
                let before = self.at.checked_sub(1).and_then(|at| bytes.get(at))?;
                match rest {
                    [b' ', b's', ..] => None,
                    [b's', after, ..] if after.is_ascii() && !after.is_ascii_alphanumeric() => {
                        before.is_ascii_alphanumeric().then_some(())?;
                        piece(4, TokenKind::Possessive, NO_SIGN)
                    }
                    [after, ..] if !after.is_ascii() || after.is_ascii_alphanumeric() => None,
                    _ => piece(3, TokenKind::Quote, '’'),
                }
            }
            _ => None,
        }
    }
}

/// The letters a to z and digits at the beginning of a text.
struct Letters {
    /// Their length in bytes.
    length: usize,
    /// True if there is a capital after the first character.
    upper: bool,
    /// True if there is a lower-case letter after the first character.
    lower: bool,
}

impl Letters {
    /// Eight bytes at a time: a loop over single bytes has an unpredictable exit for every word.
    #[inline(always)]
    fn of(text: &[u8]) -> Self {
        let mut letters = Letters { length: 0, upper: false, lower: false };
        loop {
            let rest = text.get(letters.length..).unwrap_or_default();
            let eight = u64::from_le_bytes(rest.first_chunk().copied().unwrap_or_else(|| padded(rest)));
            let (letter, small, digit) = classes(eight);
            let others = !(letter | digit) & HIGH;
            // Everything before the first other byte, without the very first.
            let within = others.wrapping_sub(1) & !others & if letters.length == 0 { !0xff } else { !0 };
            letters.upper |= letter & !small & within != 0;
            letters.lower |= small & within != 0;
            letters.length += others.trailing_zeros() as usize / 8;
            if others != 0 {
                return letters;
            }
        }
    }
}

/// The last bytes of a text, padded with zeros.
#[cold]
fn padded(rest: &[u8]) -> [u8; 8] {
    let mut eight = [0; 8];
    eight.iter_mut().zip(rest).for_each(|(to, &from)| *to = from);
    eight
}

/// The highest bit of each of eight bytes.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// For each of eight bytes, in its highest bit: whether it is a letter a to z, a lower-case letter, a digit.
fn classes(eight: u64) -> (u64, u64, u64) {
    let every = |byte: u8| u64::from_le_bytes([byte; 8]);
    // Adding to seven bits carries into the eighth if the byte is at least the bound, and never further.
    let seven = eight & !HIGH;
    let from = |bytes: u64, least: u8| bytes + every(0x80 - least);
    let small = seven | every(0x20);
    let letter = from(small, b'a') & !from(small, b'z' + 1) & !eight & HIGH;
    let digit = from(seven, b'0') & !from(seven, b'9' + 1) & !eight & HIGH;
    (letter, letter & (eight << 2), digit)
}

/// The sign of anything that is not a punctuation mark.
const NO_SIGN: char = '\0';

/// See [`Token::sign`].
fn sign(surface: &str) -> char {
    let mut chars = surface.chars();
    match (chars.next(), chars.next(), chars.next()) {
        (Some(only), None, _) => only,
        (Some('.'), Some(_), None) => '‥',
        (Some('.'), ..) => '…',
        _ => NO_SIGN,
    }
}

/// The role of a mark in sentence division.
const fn mark(sign: char) -> Mark {
    match sign {
        ',' | ':' | ';' | '/' => Mark::Other,
        '.' | '‥' | '。' | '।' => Mark::Stop,
        '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '！' | '？' | '؟' => Mark::Call,
        '…' => Mark::Ellipsis,
        '(' | '[' | '{' => Mark::OpenBracket,
        ')' | ']' | '}' => Mark::CloseBracket,
        '"' => Mark::Double,
        '\'' | '`' => Mark::Single,
        '“' | '‘' | '«' | '„' | '‚' | '‟' => Mark::OpenQuote,
        '”' | '’' | '»' => Mark::CloseQuote,
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' => Mark::Dash,
        '•' | '▪' | '‣' | '⁃' | '●' | '◦' | '■' | '►' | '▶' => Mark::Bullet,
        _ => Mark::Other,
    }
}

/// True if what follows a word's letters does not belong to it: a dash or quotation mark, an apostrophe without a letter
/// after it, a possessive ending. False proves nothing.
fn ends_before(rest: &[u8]) -> bool {
    let is_letter =
        |byte: Option<&u8>| byte.is_some_and(|&b| CLASS[b as usize] & (LETTER | DIGIT) != 0 || b >= 0x80);
    let apostrophe = match rest {
        [b'\'' | b'`', ..] => 1,
        // ‘ and ’
        [0xe2, 0x80, 0x98 | 0x99, ..] => 3,
        // Dashes and other quotation marks.
        [0xe2, 0x80, 0x90..=0x97 | 0x9a..=0x9f, ..] => return true,
        _ => return false,
    };
    match rest.get(apostrophe) {
        Some(b's' | b'S') => !is_letter(rest.get(apostrophe + 1)),
        byte => !is_letter(byte),
    }
}

const LETTER: u8 = 1;
const DIGIT: u8 = 2;
/// A mark that is always a token of its own.
const MARK: u8 = 4;

/// The full stop, which may be one of several.
const STOP: u8 = 8;
const SPACE: u8 = 16;
/// Part of a multi-byte character.
const WIDE: u8 = 32;

/// The role of each single-byte mark in sentence division.
const MARKS: [Mark; 128] = {
    let mut marks = [Mark::Other; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        marks[byte as usize] = mark(byte as char);
        byte += 1;
    }
    marks
};

/// The class of each byte; 0 for those that need a closer look.
const CLASS: [u8; 256] = {
    let mut class = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        class[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'0'..=b'9' => DIGIT,
            b'.' => STOP,
            b' ' | b'\t'..=b'\r' => SPACE,
            0x80.. => WIDE,
            b',' | b';' | b':' | b'-' | b'(' | b')' | b'[' | b']' | b'?' | b'!' | b'/' => MARK,
            _ => 0,
        };
        byte += 1;
    }
    class
};

/// The length and kind of the piece at the start of `rest`, which must not be empty.
fn piece(rest: &str, before: &str) -> (usize, TokenKind) {
    let Some(first) = rest.chars().next() else { return (0, TokenKind::Punctuation) };
    if first.is_alphabetic() {
        return (word_length(rest), TokenKind::Word);
    }
    if first.is_numeric() {
        return (number_length(rest), TokenKind::Number);
    }
    if is_apostrophe(first) && before.ends_with(char::is_alphanumeric) {
        let mut after = rest.chars().skip(1);
        if matches!(after.next(), Some('s' | 'S')) && !after.next().is_some_and(char::is_alphanumeric) {
            return (first.len_utf8() + 1, TokenKind::Possessive);
        }
    }
    if before.strip_suffix(' ').is_some_and(|word| word.ends_with(char::is_alphanumeric)) {
        if let Some(length) = parted::possessive(rest) {
            return (length, TokenKind::Possessive);
        }
    }
    let length = first.len_utf8();
    match first {
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '\'' | '‘' | '’' | '‚' | '`' => {
            (length, TokenKind::Quote)
        }
        '$' | '€' | '£' | '¥' | '₹' | '₽' | '₦' | '₩' | '₪' | '¢' | '%' | '°' | '+' | '=' | '~' | '#'
        | '&' | '@' => (length, TokenKind::Symbol),
        '.' => (rest.bytes().take_while(|&b| b == b'.').count(), TokenKind::Punctuation),
        _ => {
            // A combining mark without a letter before it belongs to its sign and is not a separate token.
            (length, TokenKind::Punctuation)
        }
    }
}

pub(super) fn is_apostrophe(ch: char) -> bool {
    matches!(ch, '\'' | '’' | 'ʼ' | '‘' | '`')
}

pub(super) fn is_word_part(ch: char) -> bool {
    ch.is_alphanumeric() || !ch.is_ascii() && is_word_sign(ch)
}

/// A character that belongs to the word around it: a combining accent, a zero-width character.
fn is_word_sign(ch: char) -> bool {
    unicode_normalization::char::is_combining_mark(ch) || is_invisible(ch)
}

fn word_length(rest: &str) -> usize {
    let length = unbroken_length(rest);
    length + parted::contraction(rest, length)
}

/// The length of a word up to a space.
fn unbroken_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut end = 0;
    let mut letters_in_run = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some(&(at, ch)) = chars.peek() {
        if is_word_part(ch) {
            letters_in_run += usize::from(ch.is_ascii() || !is_invisible(ch));
            chars.next();
            end = at + ch.len_utf8();
            continue;
        }
        let after = rest[at + ch.len_utf8()..].chars().next();
        // O'Brien, don't; but not the possessive.
        if is_apostrophe(ch) && after.is_some_and(char::is_alphabetic) {
            let tail = &rest[at + ch.len_utf8()..];
            let run = tail.chars().take_while(|&c| is_word_part(c)).count();
            if run == 1 && tail.starts_with(['s', 'S']) {
                break;
            }
            letters_in_run = 0;
            chars.next();
            continue;
        }
        // U.S., a.m., Ph.D: a full stop after one or two letters belongs to the word if a letter and a full stop follow, or
        // if such a full stop came before.
        if ch == '.' && letters_in_run <= 2 && letters_in_run > 0 {
            let run = rest[at + 1..].chars().take_while(|c| c.is_alphabetic()).count();
            let follows = run == 1
                && (bytes.get(at + 2) == Some(&b'.') || !rest[at + 1..].starts_with(char::is_lowercase));
            let closes = letters_in_run == 1 && run == 0 && rest[..at].contains('.');
            if (follows && letters_in_run == 1) || closes {
                letters_in_run = 0;
                chars.next();
                end = at + 1;
                if closes {
                    break;
                }
                continue;
            }
        }
        break;
    }
    end
}

fn number_length(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some(&(at, ch)) = chars.peek() {
        if ch.is_numeric() {
            chars.next();
            end = at + ch.len_utf8();
        } else if matches!(ch, ',' | '.') && rest[at + 1..].starts_with(|c: char| c.is_ascii_digit()) {
            chars.next();
        } else {
            break;
        }
    }
    end
}

fn shape(word: &str) -> Shape {
    let (mut upper, mut lower, mut first_upper, mut seen) = (0_usize, 0_usize, false, false);
    for ch in word.chars() {
        let is_upper = ch.is_uppercase();
        upper += usize::from(is_upper);
        lower += usize::from(ch.is_lowercase());
        if !seen && ch.is_alphabetic() {
            seen = true;
            first_upper = is_upper;
        }
    }
    shape_of(upper, lower, first_upper)
}

fn shape_of(upper: usize, lower: usize, first_upper: bool) -> Shape {
    match (upper, lower) {
        (0, 0) => Shape::None,
        (0, _) => Shape::Lower,
        (1, 0) => Shape::Title,
        (_, 0) => Shape::Upper,
        (1, _) if first_upper => Shape::Title,
        _ => Shape::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    /// The scanner's fast paths give the same results as Unicode tables, for any sequence of such pieces.
    #[test]
    fn every_short_way_ends_where_the_long_one_does() {
        const PIECES: &[&str] = &[
            "Az",
            "a",
            "Gen",
            "USSR",
            "o",
            "Abcdefghij",
            "1",
            "20",
            "345",
            " ",
            "  ",
            "\n",
            "\u{a0}",
            ".",
            "..",
            "...",
            ",",
            "'",
            "’",
            "‘",
            "`",
            "“",
            "”",
            "–",
            "—",
            "-",
            "’s",
            "'s",
            "s",
            "é",
            "\u{301}",
            "ʼ",
            "…",
            "$",
            "&",
            "(",
            "\u{200b}",
        ];
        let mut state = 7_u64;
        let mut next = |most: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % most
        };
        for _ in 0..3_000 {
            let text: String = (0..next(24)).map(|_| PIECES[next(PIECES.len())]).collect();
            for found in scan(&text) {
                let (before, rest) = text.split_at(found.span.start);
                let (length, kind) = piece(rest, before);
                let surface = &rest[..length];
                let is_word = kind == TokenKind::Word;
                assert_eq!((found.span.len(), found.kind), (length, kind), "{surface:?} in {text:?}");
                assert_eq!(found.shape, if is_word { shape(surface) } else { Shape::None });
                if matches!(kind, TokenKind::Quote | TokenKind::Punctuation) {
                    assert_eq!((found.sign, found.mark), (sign(surface), mark(sign(surface))));
                }
                assert!(!found.plain || surface.is_ascii() && (length == 1 || !surface.contains('.')));
            }
        }
    }

    fn pieces(text: &str) -> Vec<&str> {
        scan(text).map(|p| p.span.slice(text)).collect()
    }

    #[test]
    fn letters_are_read_alike_one_by_one_and_by_eight() {
        let words = [
            "a",
            "Ab",
            "aB",
            "ABC",
            "A320",
            "twelveletter",
            "twelveLetter",
            "eightlet",
            "TWELVELETTER",
            "x1Y2",
        ];
        let after = ["", " ", ".", "é", "{", "@", "[", "`", "/", ":", "\u{7f}", "\u{80}"];
        for (word, after) in words.iter().flat_map(|word| after.map(|after| (word, after))) {
            for tail in ["", " and much more text"] {
                let text = format!("{word}{after}{tail}");
                let letters = Letters::of(text.as_bytes());
                let rest = word.get(1..).unwrap_or_default();
                assert_eq!(letters.length, word.len(), "{text}");
                assert_eq!(letters.upper, rest.contains(|c: char| c.is_ascii_uppercase()), "{text}");
                assert_eq!(letters.lower, rest.contains(|c: char| c.is_ascii_lowercase()), "{text}");
            }
        }
    }

    #[test]
    fn marks_stand_alone_and_words_stay_whole() {
        assert_eq!(pieces("Niger’s 20-year-old"), ["Niger", "’s", "20", "-", "year", "-", "old"]);
        assert_eq!(pieces("the U.S. said"), ["the", "U.S.", "said"]);
        assert_eq!(pieces("at 3 a.m. on"), ["at", "3", "a.m.", "on"]);
        assert_eq!(pieces("O'Brien don't N’Djamena"), ["O'Brien", "don't", "N’Djamena"]);
        assert_eq!(pieces("do n't, don ’ t, Niger 's"), ["do n't", ",", "don ’ t", ",", "Niger", "'s"]);
        assert_eq!(pieces("in 't Veld, in 's-Hertogenbosch").first(), Some(&"in"));
        assert_eq!(
            pieces("2,500 6.1 58km $2.6m 5th."),
            ["2,500", "6.1", "58", "km", "$", "2.6", "m", "5", "th", "."]
        );
        assert_eq!(pieces("seen.The end"), ["seen", ".", "The", "end"]);
        assert_eq!(pieces("A320 QZ8501, 7:30pm"), ["A320", "QZ8501", ",", "7", ":", "30", "pm"]);
    }
}
