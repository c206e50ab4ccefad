//! What holds of output for people and for programs, wherever it is checked: by the tests of the library, by those of the program and
//! by fuzzing, all of which include this file. It needs nothing but the standard library.

#![allow(dead_code, reason = "each that includes it checks some formats")]

/// Words that act where they are let, as ids, publishers and texts: as markup, as a formula, on a terminal, on the direction of a
/// line, as a path.
pub(crate) const PAYLOADS: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</style></title><!--",
    "]]>&amp;&#60;",
    "=HYPERLINK(\"http://x\")",
    "\u{1b}[31mred\u{7}\0",
    "\u{202e}drawkcab\u{2066}\u{200f}",
    "[link](javascript:alert(1)) `x` | y",
    "\u{85}\u{fffe}\u{1f9d1}\u{200d}\u{1f680}",
    "<svg/onload=alert(1)>",
    "</style><style>*{background:url(//x)}",
    "</title></textarea><!--",
    "<![CDATA[<x>]]>",
    "]]>&lt;x&gt;&#60;x&#x3e;&xxe;",
    "<!DOCTYPE x [<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]>",
    "javascript:alert(1)",
    "[x](javascript:alert(1)) ![x](//x) <//x> `x` | y",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "\u{1b}[2J\u{1b}]0;title\u{7}\u{1b}]8;;http://x\u{1b}\\",
    "\u{9b}31m\r\u{8}",
    "\u{202e}txt.exe\u{2066}\u{200f}\u{61c}",
    "аfp",
    "../../escaped",
    "/etc/escaped",
    "..\\..\\escaped",
    "C:\\escaped",
    "CON",
    "a\nb\n\n# c",
    "\u{0}nul",
];

/// What the page is made of; nothing of it loads or runs anything.
pub(crate) const ELEMENTS: &[&str] = &[
    "a",
    "article",
    "b",
    "bdi",
    "body",
    "br",
    "caption",
    "circle",
    "code",
    "dd",
    "defs",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "head",
    "header",
    "html",
    "i",
    "input",
    "label",
    "legend",
    "li",
    "main",
    "mark",
    "marker",
    "meta",
    "meter",
    "nav",
    "ol",
    "p",
    "path",
    "q",
    "rect",
    "section",
    "small",
    "span",
    "style",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// Elements of HTML that the page has and that have no end.
pub(crate) const VOID: &[&str] = &["br", "input", "meta"];

/// True of an attribute that would run, load or style something.
pub(crate) fn acts(attribute: &str) -> bool {
    attribute.starts_with("on") || ["style", "src", "srcset", "action"].contains(&attribute)
}

/// Nothing that a terminal or a reader of XML obeys, and nothing that turns a line.
#[track_caller]
pub(crate) fn is_tame(text: &str) {
    for ch in text.chars() {
        let acts = (ch.is_control() && !matches!(ch, '\n' | '\r' | '\t'))
            || matches!(ch, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
            || matches!(ch, '\u{fffe}' | '\u{ffff}');
        assert!(!acts, "U+{:04X} in {:.200}", u32::from(ch), format!("{text:?}"));
    }
}

/// Rows of cells (RFC 4180), all of one length, none of which a spreadsheet computes.
#[track_caller]
pub(crate) fn rows(csv: &str) -> Vec<Vec<String>> {
    is_tame(csv);
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = csv.chars().peekable();
    while let Some(ch) = chars.next() {
        match ch {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'), "a bare carriage return");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(ch),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "the last row does not end: {row:?} {cell:?}");
    for row in &rows {
        assert_eq!(row.len(), rows[0].len(), "{row:?}");
        for cell in row {
            let acts = cell.trim_start().starts_with(['=', '+', '-', '@']);
            assert!(!acts || cell.parse::<f64>().is_ok(), "a formula: {cell:?}");
        }
    }
    rows
}
