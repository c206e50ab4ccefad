//! HTML: a self-contained page with a whole reconciliation, which needs neither scripts nor a network.
//!
//! Ids in the page are numbers, never words from a source: `t0` is a text, `s0-5` its sixth sentence, `m3-1` a mention in the
//! fourth record. Records and claims keep their own ids.

mod beside;
mod cards;
mod derivations;
mod matrix;
mod summary;
mod texts;

use crate::record::{Claim, Mention, Place, Reconciliation};
use crate::render::text::count;
use crate::render::view::View;
use crate::render::visible::{escaped, push_escaped};
use crate::source::Source;

/// The style of the page, and its SHA-256 for the page's policy, which `tests/it/render/html.rs` checks.
const STYLE: &str = include_str!("page.css");
const STYLE_HASH: &str = "sha256-p3yHvZ6/RxTnChCjzlnWPtItPiUx96bZVqseZH8jHC8=";

/// The reconciliation as one HTML page for browsers, print and screen readers. It contains a summary with a matrix of
/// agreement and a graph of derivations, the discrepancies with their readings side by side, the claims, the agreements, and
/// the full texts, in which every linked sentence and every mention links to its counterparts.
///
/// The page is safe to open whatever the sources contain: their text is escaped, and the page's Content-Security-Policy
/// allows only its own style. A source that is not among `sources` is shown without its text. The page is about twenty times
/// as large as the texts; the matrix and the graph show the first sixty sources.
///
/// ```
/// use testimonia::{Reconciler, Source, render};
///
/// let sources = [
///     Source::new("a", "The dam at Tillia broke on Monday, killing 12 people."),
///     Source::new("b", "The dam at Tillia broke on Monday, killing <b>14 people</b>."),
/// ];
/// let reconciliation = Reconciler::new().reconcile(&sources)?;
/// let page = render::html(&reconciliation, &sources);
/// assert!(page.starts_with("<!doctype html>"));
/// assert!(page.contains("&lt;b&gt;"));
/// # Ok::<(), testimonia::Error>(())
/// ```
pub fn html(reconciliation: &Reconciliation, sources: &[Source]) -> String {
    let mut page = Page::new(reconciliation, sources);
    let sources = count(reconciliation.sources.len(), "source");
    let title = match &reconciliation.event {
        Some(event) => format!("{}: reconciliation of {sources}", escaped(event)),
        None => format!("Reconciliation of {sources}"),
    };
    head(&mut page.out, &title);
    page.navigation();
    page.raw(MAIN);
    page.content();
    page.raw(END);
    page.out
}

/// Several events on one page, one below the other, with a list of them at the top. A single event gives the same page as
/// [`html`].
pub fn html_by_event(events: &[(Reconciliation, Vec<Source>)]) -> String {
    if let [(reconciliation, sources)] = events {
        return html(reconciliation, sources);
    }
    let name = |all: &Reconciliation| escaped(all.event.as_deref().unwrap_or("no name"));
    let mut out = String::new();
    head(&mut out, &format!("Reconciliation of {}", count(events.len(), "event")));
    out.push_str("<nav aria-label=\"Events, with the number of discrepancies\"><ul>");
    for (n, (all, _)) in events.iter().enumerate() {
        let (name, differ) = (name(all), all.discrepancies().count());
        out.push_str(&format!(
            "<li><a href=\"#e{}\"><bdi>{name}</bdi> <span class=\"n\">{differ}</span></a></li>",
            n + 1
        ));
    }
    out.push_str("</ul></nav>\n");
    out.push_str(MAIN);
    for (n, (reconciliation, sources)) in (1..).zip(events) {
        let mut page = Page::new(reconciliation, sources);
        page.content();
        let name = name(reconciliation);
        out.push_str(&format!(
            "<section class=\"event\" id=\"e{n}\" aria-labelledby=\"e{n}-h\"><h2 id=\"e{n}-h\"><bdi>{name}</bdi></h2>\n"
        ));
        out.push_str(&within(n, &page.out));
        out.push_str("</section>\n");
    }
    out.push_str(END);
    out
}

/// The page up to its navigation. The title is escaped.
fn head(out: &mut String, title: &str) {
    out.push_str("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '");
    out.push_str(STYLE_HASH);
    out.push_str("'; base-uri 'none'; form-action 'none'\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.push_str(&format!("<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"));
    out.push_str("<a class=\"skip\" href=\"#main\">To the content</a>\n");
    out.push_str(&format!("<header><h1>{title}</h1>\n"));
}

/// A page with a title and a table, which is this crate's own markup.
pub(super) fn of_table(title: &str, table: &str) -> String {
    let mut out = String::with_capacity(8_000 + table.len());
    head(&mut out, title);
    out.push_str(MAIN);
    out.push_str(table);
    out.push_str(END);
    out
}

/// The content of a page as a part of a larger one: ids and references to them are prefixed with the number of the event, and
/// headings are one level lower. Words from sources cannot be mistaken for markup, since their quotation marks and brackets
/// are escaped.
fn within(event: usize, content: &str) -> String {
    let mut out = content.to_owned();
    for before in [" id=\"", " href=\"#", " aria-labelledby=\"", " name=\"", " marker-end=\"url(#"] {
        out = out.replace(before, &format!("{before}e{event}-"));
    }
    for (upper, lower) in [("h3", "h4"), ("h2", "h3")] {
        out = out.replace(&format!("<{upper}"), &format!("<{lower}"));
        out = out.replace(&format!("</{upper}>"), &format!("</{lower}>"));
    }
    out
}

const MAIN: &str = "</header>\n<main id=\"main\" tabindex=\"-1\">\n";
const END: &str = "</main>\n<footer><p>Made by testimonia from the texts alone: no model, no network. \
                   Spans are bytes. The texts are their publishers’.</p></footer>\n</body>\n</html>\n";

/// The page being written.
struct Page<'a> {
    view: View<'a>,
    places: Places,
    out: String,
}

impl<'a> Page<'a> {
    fn new(reconciliation: &'a Reconciliation, sources: &'a [Source]) -> Self {
        let view = View::new(reconciliation, sources);
        let bytes: usize = sources.iter().map(|source| source.text().len()).sum();
        let places = Places::new(&view);
        Self { view, places, out: String::with_capacity(20_000 + 8 * bytes) }
    }

    fn content(&mut self) {
        self.summary();
        self.discrepancies();
        self.figures();
        self.claims();
        self.agreements();
        self.beside();
        self.texts();
    }

    fn navigation(&mut self) {
        let all = self.view.all;
        let discrepancies = all.discrepancies().count();
        let beside = (!self.choosable().is_empty()).then_some(("beside", "Side by side", None));
        let sections = [
            ("summary", "Summary", None),
            ("discrepancies", "Discrepancies", Some(discrepancies)),
            ("sources", "Sources", Some(all.sources.len())),
            ("claims", "Claims", Some(all.claims.len())),
            ("agreements", "Agreements", Some(all.records.len() - discrepancies)),
        ];
        let sections = sections.into_iter().chain(beside).chain([("texts", "Texts", None)]);
        self.raw("<nav aria-label=\"Sections\"><ul>");
        for (id, name, number) in sections {
            let number = number.map_or_else(String::new, |n| format!(" <span class=\"n\">{n}</span>"));
            self.raw(&format!("<li><a href=\"#{id}\">{name}{number}</a></li>"));
        }
        self.raw("</ul></nav>\n");
    }

    /// Appends the page's own markup.
    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Appends text from a source or record, escaped.
    fn text(&mut self, text: &str) {
        push_escaped(&mut self.out, text);
    }

    /// A link to a place in a source, named by the source.
    fn source_link(&mut self, id: &str, anchor: Option<String>) {
        match anchor {
            // The style isolates the text direction of every link.
            Some(anchor) => self.raw(&format!("<a href=\"#{anchor}\">{}</a>", escaped(id))),
            None => self.raw(&format!("<bdi>{}</bdi>", escaped(id))),
        }
    }

    /// The anchor of a record's mention; `None` if the text is not on the page.
    fn anchor(&self, record: usize, mention: usize, of: &Mention) -> Option<String> {
        let text = self.view.source(&of.source)?;
        // A span that is not in the text is not marked.
        (!of.span.slice(text.text()).is_empty()).then(|| format!("m{record}-{mention}"))
    }

    /// The anchor of a sentence.
    fn sentence_anchor(&self, place: &Place) -> Option<String> {
        let number = self.view.number(&place.source)?;
        self.view.text(number)?;
        let sentences = &self.view.all.sources.get(number)?.sentences;
        let position = sentences.binary_search_by_key(&place.span.start, |s| s.span.start).ok()?;
        Some(format!("s{number}-{position}"))
    }
}

/// The claims that contain each sentence of each source, and its position in them.
struct Places {
    /// By source, then by sentence: indices of claims.
    claims: Vec<Vec<Vec<u32>>>,
}

impl Places {
    fn new(view: &View<'_>) -> Self {
        let mut claims: Vec<Vec<Vec<u32>>> =
            view.all.sources.iter().map(|source| vec![Vec::new(); source.sentences.len()]).collect();
        for (n, claim) in view.all.claims.iter().enumerate() {
            for sentence in &claim.sentences {
                let Some(source) = view.number(&sentence.source) else { continue };
                let outline = &view.all.sources[source].sentences;
                if let Ok(position) = outline.binary_search_by_key(&sentence.span.start, |s| s.span.start) {
                    claims[source][position].push(n as u32);
                }
            }
        }
        Self { claims }
    }

    fn of(&self, source: usize, sentence: usize) -> &[u32] {
        self.claims.get(source).and_then(|s| s.get(sentence)).map_or(&[], Vec::as_slice)
    }
}

/// The positions of a claim's sources, without repetition.
fn sources_of(view: &View<'_>, claim: &Claim) -> Vec<usize> {
    let mut sources: Vec<usize> = claim.sentences.iter().filter_map(|s| view.number(&s.source)).collect();
    sources.sort_unstable();
    sources.dedup();
    sources
}
