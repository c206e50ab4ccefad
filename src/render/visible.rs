//! Text from sources, written so that it can only be read.

use std::borrow::Cow;

/// The text with control characters and those that change the direction of text written out: a terminal interprets the
/// former, and the latter make a line look different from what it contains ("Trojan source", CVE-2021-42574). White space is
/// kept.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for ch in text.chars() {
        match ch {
            _ if !is_unseen(ch) => out.push(ch),
            // The control pictures are in the order of the characters they represent.
            '\0'..='\u{1f}' => out.push(char::from_u32(0x2400 + u32::from(ch)).unwrap_or('\u{fffd}')),
            '\u{7f}' => out.push('\u{2421}'),
            _ => {
                out.push_str("[U+");
                out.push_str(&format!("{:04X}", u32::from(ch)));
                out.push(']');
            }
        }
    }
    Cow::Owned(out)
}

fn is_unseen(ch: char) -> bool {
    match ch {
        '\t' | '\n' | '\r' => false,
        // ASCII first, since nearly all text is.
        ' '..='~' => false,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        // Noncharacters, which XML forbids.
        '\u{fffe}' | '\u{ffff}' => true,
        _ => ch.is_control(),
    }
}

/// Appends a text with HTML and XML markup escaped and invisible characters written out.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    for ch in visible(text).chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(ch),
        }
    }
}

/// A text escaped for HTML and XML, for use as content or in a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push_escaped(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_written_out() {
        assert_eq!(visible("a\u{1b}[31m\tb\u{202e}c\u{85}\u{7f}\0"), "a␛[31m\tb[U+202E]c[U+0085]␡␀");
        assert!(matches!(visible("“Kiari” – naïve\r\n"), Cow::Borrowed(_)));
        assert_eq!(escaped("<a b='\"&\u{1}\">"), "&lt;a b=&#39;&quot;&amp;␁&quot;&gt;");
    }
}
