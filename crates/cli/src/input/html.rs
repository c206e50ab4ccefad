//! HTML: extracts the text of a page without navigation and other surroundings.
//!
//! Tags and entities are read by html5ever's tokenizer; telling text from the rest needs no tree. If a page marks its
//! article, only the article is read.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use testimonia::Published;

/// The content of a page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Its text, one paragraph per line.
    pub(super) text: String,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<Published>,
}

/// The least number of characters in a marked article; a shorter one is a teaser, and the rest of the page is read too.
const ARTICLE: usize = 200;

/// Reads a page. If its text has no headline, the page's title becomes the first line.
pub(super) fn read(html: &str) -> Page {
    let tokenizer = Tokenizer::new(Reader::default(), Default::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    // The tokenizer stops only at a sink's request, and this sink makes none.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner().finish()
}

#[derive(Default)]
struct Reader(RefCell<State>);

#[derive(Default)]
struct State {
    blocks: Vec<Block>,
    line: String,
    heading: bool,
    title: String,
    in_title: bool,
    /// Names of the open elements that are skipped.
    skipped: Vec<String>,
    articles: usize,
    mains: usize,
    publisher: Option<String>,
    published: Option<Published>,
}

struct Block {
    text: String,
    heading: bool,
    within: Within,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Within {
    Page,
    Main,
    Article,
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => state.text(&text),
            Token::TagToken(tag) => return state.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn text(&mut self, text: &str) {
        if self.in_title {
            self.title.push_str(text);
        } else if self.skipped.is_empty() {
            self.line.push_str(text);
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let opens = tag.kind == TagKind::StartTag;
        if name == "title" && self.skipped.is_empty() {
            self.in_title = opens;
            return if opens { TokenSinkResult::RawData(RawKind::Rcdata) } else { TokenSinkResult::Continue };
        }
        if name == "meta" && opens {
            self.meta(tag);
        }
        if is_skipped(name, self.articles + self.mains > 0) && !tag.self_closing {
            self.end_block();
            match opens {
                true => self.skipped.push(name.to_owned()),
                false => {
                    // An end tag also closes what was opened within its element; without an open element it does nothing.
                    if let Some(at) = self.skipped.iter().rposition(|open| open == name) {
                        self.skipped.truncate(at);
                    }
                }
            }
            return match name {
                "script" if opens => TokenSinkResult::RawData(RawKind::ScriptData),
                "style" | "noscript" | "iframe" | "noembed" | "noframes" | "xmp" if opens => {
                    TokenSinkResult::RawData(RawKind::Rawtext)
                }
                "textarea" if opens => TokenSinkResult::RawData(RawKind::Rcdata),
                _ => TokenSinkResult::Continue,
            };
        }
        if is_block(name) {
            self.end_block();
            self.heading = opens && name == "h1";
        }
        let depth = match name {
            "article" => &mut self.articles,
            "main" => &mut self.mains,
            _ => return TokenSinkResult::Continue,
        };
        *depth = if opens { *depth + 1 } else { depth.saturating_sub(1) };
        TokenSinkResult::Continue
    }

    fn end_block(&mut self) {
        let text = self.line.split_whitespace().collect::<Vec<_>>().join(" ");
        self.line.clear();
        if text.is_empty() {
            return;
        }
        let within = match (self.articles, self.mains) {
            (1.., _) => Within::Article,
            (_, 1..) => Within::Main,
            _ => Within::Page,
        };
        self.blocks.push(Block { text, heading: self.heading, within });
    }

    /// Reads publisher and publication time from common metadata (Open Graph, Dublin Core, schema.org).
    fn meta(&mut self, tag: &Tag) {
        let attribute =
            |name: &str| tag.attrs.iter().find(|a| &*a.name.local == name).map(|a| a.value.trim());
        let Some(content) = attribute("content").filter(|content| !content.is_empty()) else { return };
        let key = attribute("property").or_else(|| attribute("name")).or_else(|| attribute("itemprop"));
        match key.map(str::to_ascii_lowercase).as_deref() {
            Some("og:site_name") if self.publisher.is_none() => self.publisher = Some(content.to_owned()),
            Some(
                "article:published_time"
                | "datepublished"
                | "dc.date"
                | "dc.date.issued"
                | "dcterms.created"
                | "pubdate"
                | "date",
            ) if self.published.is_none() => self.published = published(content),
            _ => {}
        }
    }

    fn finish(mut self) -> Page {
        self.end_block();
        let length = |within: Within, blocks: &[Block]| -> usize {
            blocks.iter().filter(|block| block.within >= within).map(|block| block.text.len()).sum()
        };
        let within = [Within::Article, Within::Main].into_iter();
        let within = within.clone().find(|&w| length(w, &self.blocks) >= ARTICLE).unwrap_or(Within::Page);
        let headline = self.blocks.iter().position(|block| block.heading);
        let mut lines: Vec<&str> = Vec::new();
        match headline.and_then(|n| self.blocks.get(n)) {
            // A headline often precedes the article.
            Some(block) if block.within < within => lines.push(&block.text),
            Some(_) => {}
            None => lines.extend(Some(self.title.trim()).filter(|title| !title.is_empty())),
        }
        lines.extend(
            self.blocks.iter().filter(|block| block.within >= within).map(|block| block.text.as_str()),
        );
        Page { text: lines.join("\n\n"), publisher: self.publisher, published: self.published }
    }
}

/// A time with or without a zone. The zone is dropped, since it says nothing about the publisher's own day.
fn published(text: &str) -> Option<Published> {
    [text.get(..19), text.get(..10)].into_iter().flatten().chain([text]).find_map(|part| part.parse().ok())
}

/// Elements whose content is not article text: code, controls and navigation.
fn is_skipped(name: &str, in_article: bool) -> bool {
    match name {
        "script" | "style" | "noscript" | "template" | "iframe" | "noembed" | "noframes" | "xmp"
        | "object" | "svg" | "math" | "canvas" | "audio" | "video" | "form" | "button" | "select"
        | "textarea" | "datalist" | "dialog" | "menu" | "nav" | "aside" => true,
        // Within an article, these hold its headline and notes.
        "header" | "footer" => !in_article,
        _ => false,
    }
}

/// Elements that start a new line.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "blockquote"
            | "body"
            | "br"
            | "caption"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "header"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_without_what_stands_around_its_text() {
        let page = read(
            "<!doctype html><head><title>Dam breaks | The Tillia Post</title><style>p{}</style>\
             <meta property='og:site_name' content='The Tillia Post'>\
             <meta property='article:published_time' content='2024-05-08T09:30:00+01:00'></head>\
             <body><nav><a href=/>Home</a></nav><script>if (a<b) document.write('<p>no</p>')</script>\
             <p>The dam broke on <b>Mon</b>day,&nbsp;police said.<p>&ldquo;Twelve&rdquo; died.<br>It rained.\
             <footer>About us</footer>",
        );
        assert_eq!(
            page.text,
            "Dam breaks | The Tillia Post\n\nThe dam broke on Monday, police said.\n\n“Twelve” died.\n\nIt rained."
        );
        assert_eq!(page.publisher.as_deref(), Some("The Tillia Post"));
        assert_eq!(page.published.map(|when| when.to_string()).as_deref(), Some("2024-05-08T09:30:00"));
    }

    #[test]
    fn an_article_is_read_alone_with_its_headline() {
        let body = "Water ran through the lower town all night. ".repeat(8);
        let page = read(&format!(
            "<header><div>Menu</div></header><h1>Dam breaks</h1><article><header><p>By A. Kande</p></header>\
             <p>{body}</p></article><div>Most read</div><article></article>"
        ));
        assert_eq!(page.text, format!("Dam breaks\n\nBy A. Kande\n\n{}", body.trim()));
    }

    #[test]
    fn a_short_article_is_a_teaser() {
        let page = read("<article><p>Read on.</p></article><p>The dam broke.</p>");
        assert_eq!(page.text, "Read on.\n\nThe dam broke.");
    }

    #[test]
    fn what_is_never_closed_ends_with_what_holds_it() {
        assert_eq!(read("<form><select><option>x</form><p>Text.").text, "Text.");
        assert_eq!(read("</nav></script><p>Text.<script>unclosed <p>x").text, "Text.");
    }
}
