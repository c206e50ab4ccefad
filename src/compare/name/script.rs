//! Letters of other alphabets, transliterated as in English newspapers.

/// The code of a folded letter: 1 to 26 for `a` to `z`, higher codes for digits, and the low bits of the code point for
/// others, which distinguish letters within one alphabet.
pub(super) fn code(c: char) -> u8 {
    match c {
        'a'..='z' => c as u8 - b'a' + 1,
        '0'..='9' => c as u8 - b'0' + 32,
        _ => 0x80 | (c as u32 & 0x7f) as u8,
    }
}

/// The usual English transliteration of a letter. The diacritics of й and ї have been removed by now.
pub(super) fn latin(c: char) -> Option<&'static str> {
    const LETTERS: [&str; 32] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
        "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
    ];
    const GREEK: [&str; 25] = [
        "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t",
        "y", "f", "ch", "ps", "o",
    ];
    const GEORGIAN: [&str; 33] = [
        "a", "b", "g", "d", "e", "v", "z", "t", "i", "k", "l", "m", "n", "o", "p", "zh", "r", "s", "t", "u",
        "p", "k", "gh", "q", "sh", "ch", "ts", "dz", "ts", "ch", "kh", "j", "h",
    ];
    const ARMENIAN: [&str; 38] = [
        "a", "b", "g", "d", "e", "z", "e", "y", "t", "zh", "i", "l", "kh", "ts", "k", "h", "dz", "gh", "ch",
        "m", "y", "n", "sh", "o", "ch", "p", "j", "r", "s", "v", "t", "r", "ts", "v", "p", "k", "o", "f",
    ];
    match c {
        'а'..='я' => LETTERS.get(c as usize - 'а' as usize).copied(),
        'і' => Some("i"),
        'є' => Some("ye"),
        'ґ' => Some("g"),
        'α'..='ω' => GREEK.get(c as usize - 'α' as usize).copied(),
        'ა'..='ჰ' => GEORGIAN.get(c as usize - 'ა' as usize).copied(),
        'ա'..='ֆ' => ARMENIAN.get(c as usize - 'ա' as usize).copied(),
        _ => None,
    }
}
