//! Folding: removes differences in writing that do not matter to a reader.
//!
//! Folding never changes a source's text. Tokens are folded one by one and keep their spans, which map folded words back to
//! the text.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Appends the folded form of `text` to `out`: lower case, no accents, no ligatures, straight quotes and hyphens, no
/// characters of zero width.
///
/// Folding is idempotent. Letters that no decomposition reaches (ø, đ, ł, ı, ß) are spelled as English papers spell them.
pub fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        let from = out.len();
        out.push_str(text);
        out[from..].make_ascii_lowercase();
        return;
    }
    // Typographic quotation marks and dashes are common, and need no decomposition.
    if text.chars().all(|ch| ch.is_ascii() || is_common_mark(ch)) {
        for ch in text.chars() {
            out.push(match ch {
                '‘' | '’' => '\'',
                '“' | '”' => '"',
                '–' | '—' => '-',
                _ => ch.to_ascii_lowercase(),
            });
        }
        return;
    }
    for ch in text.nfkd().filter(|&ch| !is_combining_mark(ch)) {
        match ch {
            'ß' | 'ẞ' => out.push_str("ss"),
            'æ' | 'Æ' => out.push_str("ae"),
            'œ' | 'Œ' => out.push_str("oe"),
            'ø' | 'Ø' => out.push('o'),
            'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
            'ł' | 'Ł' => out.push('l'),
            'ı' => out.push('i'),
            'þ' | 'Þ' => out.push_str("th"),
            '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | 'ʻ' | '`' | '´' => out.push('\''),
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' => out.push('"'),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => out.push('-'),
            _ if is_invisible(ch) => {}
            _ => out.extend(ch.to_lowercase().filter(|&c| !is_combining_mark(c))),
        }
    }
}

fn is_common_mark(ch: char) -> bool {
    matches!(ch, '‘' | '’' | '“' | '”' | '–' | '—')
}

/// The folded form of `text`; see [`fold_into`].
///
/// ```
/// use testimonia::fold::fold;
///
/// assert_eq!(fold("Vendôme"), "vendome");
/// assert_eq!(fold("N’Djamena"), "n'djamena");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Characters that are not visible: zero-width characters, direction marks, soft hyphens, byte-order marks.
pub fn is_invisible(ch: char) -> bool {
    matches!(ch, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}
