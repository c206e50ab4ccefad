//! Invariants of everything written for people and programs.

use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use pulldown_cmark::{Event, Options, Parser};
use testimonia::render::{self, Explanation, Table, Text};
use testimonia::{Reconciliation, Source};

/// Checks every format. More must hold if the reconciliation was made from these sources (rather than read from somewhere).
pub(crate) fn check(all: &Reconciliation, sources: &[Source], made: bool) {
    page(&render::html(all, sources), made);
    let tei = render::tei(all);
    tame(&tei);
    if made {
        roxmltree::Document::parse(&tei).unwrap_or_else(|e| panic!("TEI is not well-formed: {e}"));
    }
    for table in [Table::Records, Table::Claims, Table::Derivations] {
        rows(&table.csv(all), table.columns().len());
        let lines = table.json_lines(all);
        lines.lines().for_each(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap_or_else(|e| panic!("{e}: {line}"));
        });
    }
    rows(&render::csv(all), Table::Records.columns().len());
    markdown(&render::markdown(all, sources));
    for width in [1, 40, 100] {
        tame(&Text::new(all, sources).width(width).to_string());
    }
    tame(&without_colours(&Text::new(all, sources).color(true).to_string()));
    let ids = all.records.iter().map(|r| r.id.as_str()).chain(all.claims.iter().map(|c| c.id.as_str()));
    for id in ids.chain(all.entities.iter().map(|e| e.id.as_str())) {
        if let Some(explanation) = Explanation::new(all, sources, id) {
            tame(&explanation.to_string());
        }
    }
}

/// The text contains nothing that a terminal or an XML parser acts on, and nothing that reverses a line.
pub(crate) fn tame(text: &str) {
    for ch in text.chars() {
        let acts = (ch.is_control() && !matches!(ch, '\n' | '\r' | '\t'))
            || matches!(ch, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
            || matches!(ch, '\u{fffe}' | '\u{ffff}');
        assert!(!acts, "U+{:04X} is shown unescaped", u32::from(ch));
    }
}

/// The text without `ESC [ numbers m`, the only escape sequence that may be sent to a terminal.
fn without_colours(text: &str) -> String {
    let mut out = String::new();
    let mut parts = text.split('\u{1b}');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let rest = part.strip_prefix('[').expect("an escape that is no colour");
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';').expect("an unterminated escape");
        assert_eq!(&rest[end..=end], "m", "an escape that is no colour");
        out.push_str(&rest[end + 1..]);
    }
    out
}

const ELEMENTS: &[&str] = &[
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
const ALONE: &[&str] = &["br", "input", "meta"];

/// The page consists of known elements closed in order, and has no event handler, no external address, and one style.
fn page(html: &str, made: bool) {
    tame(html);
    let tokenizer = Tokenizer::new(Page { strict: made, ..Page::default() }, Default::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    assert!(tokenizer.sink.open.borrow().is_empty(), "open: {:?}", tokenizer.sink.open.borrow());
    assert_eq!(tokenizer.sink.styles.get(), 1, "one style");
}

#[derive(Default)]
struct Page {
    open: RefCell<Vec<String>>,
    styles: Cell<usize>,
    strict: bool,
}

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => {
                let name = tag.name.to_string();
                let mut open = self.open.borrow_mut();
                if tag.kind == TagKind::EndTag {
                    assert_eq!(open.pop().as_deref(), Some(name.as_str()), "</{name}>");
                    return TokenSinkResult::Continue;
                }
                assert!(ELEMENTS.contains(&name.as_str()), "<{name}>");
                for attribute in &tag.attrs {
                    let (key, value) = (attribute.name.local.to_string(), attribute.value.to_string());
                    let acts =
                        key.starts_with("on") || ["style", "src", "srcset", "action"].contains(&key.as_str());
                    assert!(!acts, "{key}={value:?}");
                    assert!(
                        !key.ends_with("href") || value.starts_with('#'),
                        "{key}={value:?} is an external link"
                    );
                }
                if !tag.self_closing && !ALONE.contains(&name.as_str()) {
                    open.push(name.clone());
                }
                if name == "style" {
                    self.styles.set(self.styles.get() + 1);
                    return TokenSinkResult::RawData(html5ever::tokenizer::states::RawKind::Rawtext);
                }
            }
            Token::CommentToken(comment) => panic!("<!--{comment}-->"),
            Token::ParseError(error) if self.strict => panic!("{error}"),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Every row has as many cells as there are columns, and no cell is a formula to a spreadsheet.
fn rows(csv: &str, columns: usize) {
    tame(csv);
    let mut row = vec![String::new()];
    let mut quoted = false;
    let mut chars = csv.chars().peekable();
    while let Some(ch) = chars.next() {
        match ch {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                row.last_mut().expect("a cell").push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'), "a bare carriage return");
                assert_eq!(row.len(), columns, "{row:?}");
                for cell in &row {
                    let acts = cell.trim_start().starts_with(['=', '+', '-', '@']);
                    assert!(!acts || cell.parse::<f64>().is_ok(), "a formula: {cell:?}");
                }
                row = vec![String::new()];
            }
            _ => row.last_mut().expect("a cell").push(ch),
        }
    }
    assert!(!quoted && row == [""], "the last row is unterminated: {row:?}");
}

/// The Markdown contains no HTML, links or images.
fn markdown(text: &str) {
    tame(text);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML in Markdown: {html}"),
            Event::Start(
                pulldown_cmark::Tag::Link { dest_url, .. } | pulldown_cmark::Tag::Image { dest_url, .. },
            ) => {
                panic!("a link in Markdown: {dest_url}")
            }
            Event::InlineMath(what) | Event::DisplayMath(what) => panic!("mathematics in Markdown: {what}"),
            Event::FootnoteReference(what) => panic!("a footnote in Markdown: {what}"),
            _ => {}
        }
    }
}
