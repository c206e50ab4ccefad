//! Invariants of everything written for people and programs.

use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use pulldown_cmark::{Event, Options, Parser};
use testimonia::render::{self, Explanation, Table, Text};
use testimonia::{Reconciliation, Source};

#[path = "../../tests/it/render/rules.rs"]
pub(crate) mod rules;

pub(crate) use rules::is_tame;

/// Checks every format. More must hold if the reconciliation was made from these sources (rather than read from somewhere).
pub(crate) fn check(all: &Reconciliation, sources: &[Source], made: bool) {
    page(&render::html(all, sources), made);
    let tei = render::tei(all);
    is_tame(&tei);
    if made {
        roxmltree::Document::parse(&tei).unwrap_or_else(|e| panic!("TEI is not well-formed: {e}"));
    }
    for table in [Table::Records, Table::Claims, Table::Derivations] {
        assert_eq!(rules::rows(&table.csv(all))[0].len(), table.columns().len());
        let lines = table.json_lines(all);
        lines.lines().for_each(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap_or_else(|e| panic!("{e}: {line}"));
        });
    }
    assert_eq!(rules::rows(&render::csv(all))[0].len(), Table::Records.columns().len());
    markdown(&render::markdown(all, sources));
    for width in [1, 40, 100] {
        is_tame(&Text::new(all, sources).width(width).to_string());
    }
    is_tame(&without_colours(&Text::new(all, sources).color(true).to_string()));
    let ids = all.records.iter().map(|r| r.id.as_str()).chain(all.claims.iter().map(|c| c.id.as_str()));
    for id in ids.chain(all.entities.iter().map(|e| e.id.as_str())) {
        if let Some(explanation) = Explanation::new(all, sources, id) {
            is_tame(&explanation.to_string());
        }
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

/// The page consists of known elements closed in order, and has no event handler, no external address, and one style.
fn page(html: &str, made: bool) {
    is_tame(html);
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
                assert!(rules::ELEMENTS.contains(&name.as_str()), "<{name}>");
                for attribute in &tag.attrs {
                    let (key, value) = (attribute.name.local.to_string(), attribute.value.to_string());
                    assert!(!rules::acts(&key), "{key}={value:?}");
                    assert!(
                        !key.ends_with("href") || value.starts_with('#'),
                        "{key}={value:?} is an external link"
                    );
                }
                if !tag.self_closing && !rules::VOID.contains(&name.as_str()) {
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

/// The Markdown contains no HTML, links or images.
fn markdown(text: &str) {
    is_tame(text);
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
