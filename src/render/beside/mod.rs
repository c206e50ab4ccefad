//! Two texts side by side, for a wide terminal.

mod rows;

use std::fmt;

use itertools::Itertools;
use textwrap::core::display_width;

use crate::compare::Verdict;
use crate::record::{Reconciliation, Record};
use crate::render::marks::{Mark, by_source, pieces};
use crate::render::text::{Page, Style, count};
use crate::render::view::View;
use crate::render::visible::visible;
use crate::source::Source;
use crate::span::Span;
pub(super) use rows::rows;

/// Two texts of a reconciliation side by side, in two columns. Linked sentences are level with each other, with `=` between
/// them, and words that differ are in brackets or in colour.
///
/// ```
/// use testimonia::{Reconciler, Source, render::SideBySide};
///
/// let sources = [
///     Source::new("a", "It rained. The dam at Tillia broke on Monday, killing 12 people."),
///     Source::new("b", "The dam at Tillia broke on Monday, killing 14 people."),
/// ];
/// let reconciliation = Reconciler::new().reconcile(&sources)?;
/// let shown = SideBySide::new(&reconciliation, &sources, ["a", "b"]).expect("both are there").width(120);
/// assert!(shown.to_string().contains("killing [12 people]."));
/// # Ok::<(), testimonia::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct SideBySide<'a> {
    view: View<'a>,
    pair: [usize; 2],
    page: Page,
}

impl<'a> SideBySide<'a> {
    /// The least number of columns in which two texts are readable.
    pub const NARROWEST: usize = 60;

    /// Two of the sources, given by id; `None` if one does not exist.
    pub fn new(reconciliation: &'a Reconciliation, sources: &'a [Source], pair: [&str; 2]) -> Option<Self> {
        let view = View::new(reconciliation, sources);
        let number = |id: &str| view.number(id).filter(|&n| view.text(n).is_some());
        let pair = [number(pair[0])?, number(pair[1])?];
        Some(Self { view, pair, page: Page::default() })
    }

    /// Sets the number of columns, at least [`SideBySide::NARROWEST`].
    #[must_use]
    pub fn width(mut self, columns: usize) -> Self {
        self.page.width = columns.max(Self::NARROWEST);
        self
    }

    /// Marks with colours (ANSI escape sequences) instead of brackets.
    #[must_use]
    pub fn color(mut self, color: bool) -> Self {
        self.page.color = color;
        self
    }

    /// True for a record on which the two differ.
    fn differ(&self, record: &Record) -> bool {
        let has = |n: usize| {
            let id = self.view.all.sources.get(n).map(|source| source.id.as_str());
            record.readings.iter().positions(|r| r.sources().any(|s| Some(s) == id)).collect_vec()
        };
        let [a, b] = self.pair.map(has);
        record.verdict == Verdict::Discrepancy && !a.is_empty() && !b.is_empty() && a != b
    }

    /// The words of a sentence, with their marks.
    fn words(&self, text: &str, sentence: Span, marks: &[Mark]) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        let inside = marks.iter().filter(|m| m.span.start >= sentence.start && m.span.end <= sentence.end);
        let inside = inside.copied().collect_vec();
        let mut glued = false;
        let pieces = pieces(text, &inside, &[sentence]);
        let pieces = pieces.iter().filter(|p| sentence.start <= p.span.start && p.span.end <= sentence.end);
        // To a reader, adjacent pieces marked by several records are one passage.
        for (marked, pieces) in &pieces.chunk_by(|piece| !piece.marks.is_empty()) {
            let span = pieces.map(|piece| piece.span).reduce(Span::cover).unwrap_or(sentence);
            let part = visible(span.slice(text));
            let (open, close) = if marked && !self.page.color { ("[", "]") } else { ("", "") };
            let all = part.split_whitespace().collect_vec();
            for (n, word) in all.iter().enumerate() {
                let style = if marked { Style::Differing } else { Style::Plain };
                let painted = self.page.paint(style, word);
                let open = if n == 0 { open } else { "" };
                let close = if n + 1 == all.len() { close } else { "" };
                let word = format!("{open}{painted}{close}");
                match words.last_mut() {
                    Some(last) if n == 0 && glued && !part.starts_with(char::is_whitespace) => {
                        last.push_str(&word);
                    }
                    _ => words.push(word),
                }
            }
            glued = !all.is_empty() && !part.ends_with(char::is_whitespace);
        }
        words
    }

    /// Lines of at most this width; a longer word is broken.
    fn lines(words: &[String], width: usize) -> Vec<String> {
        let options = textwrap::Options::new(width).word_separator(textwrap::WordSeparator::AsciiSpace);
        textwrap::wrap(&words.join(" "), options).into_iter().map(|line| line.into_owned()).collect()
    }
}

impl fmt::Display for SideBySide<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let column = (self.page.width - 3) / 2;
        let mut marks = by_source(&self.view);
        for marks in &mut marks {
            marks.retain(|mark| self.view.all.records.get(mark.record).is_some_and(|r| self.differ(r)));
        }
        let rows = rows(&self.view, &self.pair);
        let linked = rows.iter().filter(|row| row.linked).count();
        let heads = self.pair.map(|n| {
            let id = self.view.all.sources.get(n).map_or("", |source| source.id.as_str());
            Self::lines(&[visible(id).into_owned()], column)
        });
        self.row(f, &heads, "|", column, Style::Source)?;
        let differ = self.view.all.records.iter().filter(|record| self.differ(record)).count();
        let (linked, differ) = (count(linked, "sentence"), count(differ, "point"));
        self.page.block(
            f,
            0,
            "",
            &format!("= {linked} of both that are linked; they differ on {differ}."),
        )?;
        for row in rows {
            let lines = [0, 1].map(|side| {
                let cell = row.cells.iter().find(|(text, _)| *text == side);
                let number = self.pair[side];
                let outline = self.view.all.sources.get(number);
                let span = cell.and_then(|&(_, n)| outline?.sentences.get(n)).map(|sentence| sentence.span);
                let (Some(span), Some(source)) = (span, self.view.text(number)) else { return Vec::new() };
                let marks = marks.get(number).map_or(&[][..], Vec::as_slice);
                Self::lines(&self.words(source.text(), span, marks), column)
            });
            // If the result contains no texts, everything it does not quote is blank.
            if lines.iter().flatten().all(String::is_empty) {
                continue;
            }
            writeln!(f)?;
            self.row(f, &lines, if row.linked { "=" } else { "|" }, column, Style::Plain)?;
        }
        Ok(())
    }
}

impl SideBySide<'_> {
    fn row(
        &self,
        f: &mut fmt::Formatter<'_>,
        [left, right]: &[Vec<String>; 2],
        sign: &str,
        column: usize,
        style: Style,
    ) -> fmt::Result {
        for n in 0..left.len().max(right.len()) {
            let part = |lines: &[String]| lines.get(n).cloned().unwrap_or_default();
            let (left, right) = (part(left), part(right));
            let blank = " ".repeat(column.saturating_sub(display_width(&left)));
            let sign = self.page.paint(Style::Quiet, if n == 0 { sign } else { "|" });
            let (left, right) = (self.page.paint(style, &left), self.page.paint(style, &right));
            writeln!(f, "{}", format!("{left}{blank} {sign} {right}").trim_end())?;
        }
        Ok(())
    }
}
