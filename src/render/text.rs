//! Plain text, for a terminal.

use std::cmp::Reverse;
use std::fmt;

use itertools::Itertools;

use crate::compare::{Relation, Verdict};
use crate::record::{
    Certificate, Claim, Derivation, Mention, Reading, Reconciliation, Record, Step, Support,
};
use crate::render::context::{Context, shorten};
use crate::render::difference::{differing, mark};
use crate::render::view::View;
use crate::render::visible::visible;
use crate::source::Source;
use crate::span::Span;

/// A reconciliation as plain text: discrepancies with every reading in context, the words that differ marked, and the reason;
/// claims that several sources make (those more likely than not; among claims with equally many sources, the most certain
/// first); agreements in brief; and which text derives from which.
///
/// Lines do not exceed the requested width and contain no control characters. Words that differ are between asterisks, and
/// mentions in context between brackets, or both are in colour.
///
/// ```
/// use testimonia::{Reconciler, Source, render::Text};
///
/// let sources = [Source::new("a", "Two died on Tuesday."), Source::new("b", "It rained.")];
/// let reconciliation = Reconciler::new().reconcile(&sources)?;
/// println!("{}", Text::new(&reconciliation, &sources).width(80));
/// # Ok::<(), testimonia::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Text<'a> {
    view: View<'a>,
    page: Page,
    records_only: bool,
}

/// The indent, in columns, of what belongs to a point.
const INDENT: usize = 4;
/// Characters of context around a mention, and the most characters of the mention.
const CONTEXT: usize = 90;
const LONGEST: usize = 60;
/// The most sources of a reading shown in context; if there are more, as many as `NAMED` are listed by id.
const SHOWN: usize = 4;
const NAMED: usize = 12;

impl<'a> Text<'a> {
    /// The text of a reconciliation of these sources, 100 columns wide, without colour. A source that is not among them is
    /// shown without context.
    pub fn new(reconciliation: &'a Reconciliation, sources: &'a [Source]) -> Self {
        Self { view: View::new(reconciliation, sources), page: Page::default(), records_only: false }
    }

    /// Sets the number of columns, at least 40.
    #[must_use]
    pub fn width(mut self, columns: usize) -> Self {
        self.page.width = columns.max(40);
        self
    }

    /// Marks with colours (ANSI escape sequences) instead of asterisks and brackets.
    #[must_use]
    pub fn color(mut self, color: bool) -> Self {
        self.page.color = color;
        self
    }

    /// Leaves out claims and derivations, for a selection of records.
    #[must_use]
    pub fn records_only(mut self, only: bool) -> Self {
        self.records_only = only;
        self
    }

    fn summary(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.view.all;
        let sentences: usize = all.sources.iter().map(|s| s.sentences.len()).sum();
        let likely = all.claims.iter().filter(|claim| is_likely(claim)).count();
        let line = format!(
            "{}, {}: {} that several sources make, {}, {}{}.",
            count(all.sources.len(), "source"),
            count(sentences, "sentence"),
            count(likely, "claim"),
            count(all.discrepancies().count(), "discrepancy"),
            count(all.agreements().count(), "agreement"),
            dismissed(all),
        );
        self.page.block(f, 0, "", &line)?;
        match &all.certificate {
            Some(certificate) if all.discrepancies().next().is_some() => {
                self.page.block(f, 0, "", &certified(certificate))
            }
            _ => Ok(()),
        }
    }

    fn heading(&self, f: &mut fmt::Formatter<'_>, text: &str, gloss: &str) -> fmt::Result {
        writeln!(f)?;
        self.page.block(f, 0, &self.page.paint(Style::Heading, text), gloss)
    }

    fn agreement(&self, f: &mut fmt::Formatter<'_>, record: &Record) -> fmt::Result {
        let sources = record.readings.iter().flat_map(Reading::sources).sorted_unstable().dedup().count();
        let words = stepped(record, |words| visible(words).into_owned());
        let label = record.label.map_or_else(String::new, |label| format!(", {label}"));
        let tail = format!(" ({sources}{label})");
        let room = self.page.width.saturating_sub(INDENT + 10 + tail.len());
        let facet = format!("{:<10}", record.facet.to_string());
        let facet = self.page.paint(Style::Quiet, &facet);
        writeln!(f, "{:INDENT$}{facet}{}{tail}", "", shorten(&words, room))
    }

    fn derivation(&self, f: &mut fmt::Formatter<'_>, derivation: &Derivation) -> fmt::Result {
        // The score already takes negative evidence into account.
        let evidence =
            derivation.evidence.iter().filter(|e| e.weight >= 0.0).map(|e| e.text.as_str()).join("; ");
        self.page.block(f, INDENT, "", &visible(&format!("{derivation} ({}): {evidence}", derivation.score)))
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.view.all;
        if let Some(event) = &all.event {
            let head = self.page.paint(Style::Heading, "EVENT");
            self.page.block(f, 0, &format!("{head} "), &visible(event))?;
            writeln!(f)?;
        }
        self.summary(f)?;
        if all.discrepancies().next().is_some() {
            self.heading(f, "DISCREPANCIES", "")?;
            let records = self.view.discrepancies();
            let open = records.iter().position(|record| !record.sure);
            for (n, record) in records.into_iter().enumerate() {
                if open == Some(n) {
                    self.heading(
                        f,
                        "WORTH A LOOK",
                        &format!(": discrepancies less sure than {}", Record::SURE),
                    )?;
                }
                self.page.record(f, &self.view, Some(n + 1), record)?;
            }
        }
        let likely = all.claims.iter().filter(|claim| is_likely(claim) && !self.records_only);
        let likely = likely.sorted_by_key(|c| Reverse((c.support.sources, surety(c)))).collect_vec();
        if !likely.is_empty() {
            self.heading(f, "SHARED CLAIMS", "")?;
            for (n, claim) in likely.into_iter().enumerate() {
                self.page.claim(f, Some(n + 1), claim)?;
            }
        }
        let agreements = all.records.iter().filter(|r| r.verdict == Verdict::Agreement);
        let agreements = agreements.sorted_by_key(|r| (r.facet, r.relation)).collect_vec();
        if !agreements.is_empty() {
            let gloss = ", with the number of sources (= the same, < more precise, ~ compatible)";
            self.heading(f, "AGREEMENTS", gloss)?;
            agreements.iter().try_for_each(|record| self.agreement(f, record))?;
        }
        if !all.derivations.is_empty() && !self.records_only {
            self.heading(f, "DERIVATIONS", "")?;
            all.derivations.iter().try_for_each(|derivation| self.derivation(f, derivation))?;
        }
        Ok(())
    }
}

/// How text is laid out and marked.
#[derive(Clone, Debug)]
pub(super) struct Page {
    pub(super) width: usize,
    pub(super) color: bool,
}

impl Default for Page {
    fn default() -> Self {
        Self { width: 100, color: false }
    }
}

/// The role of a piece of text, which decides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Heading,
    Variant,
    Conflict,
    Agreement,
    Differing,
    Mention,
    Source,
    Quiet,
    Plain,
}

impl Style {
    /// Parameters of "select graphic rendition" (ECMA-48). Colours are from the terminal's palette, which the user can
    /// choose.
    fn codes(self) -> &'static str {
        match self {
            Style::Heading => "1",
            Style::Variant => "1;33",
            Style::Conflict => "1;31",
            Style::Agreement => "32",
            Style::Differing => "1;35",
            Style::Mention => "1",
            Style::Source => "36",
            Style::Quiet => "2",
            Style::Plain => "0",
        }
    }

    fn of(relation: Relation) -> Self {
        match relation {
            Relation::Variant => Style::Variant,
            Relation::Conflict => Style::Conflict,
            _ => Style::Agreement,
        }
    }
}

impl Page {
    pub(super) fn paint(&self, style: Style, text: &str) -> String {
        if style == Style::Plain {
            return text.to_owned();
        }
        let (open, close) = self.marks(style, "", "");
        format!("{open}{text}{close}")
    }

    /// What precedes and follows text of a style: colour codes, or these marks.
    fn marks(&self, style: Style, open: &str, close: &str) -> (String, String) {
        match self.color {
            true => (format!("\x1b[{}m", style.codes()), "\x1b[0m".to_owned()),
            false => (open.to_owned(), close.to_owned()),
        }
    }

    /// A point of comparison: every reading with its places, and the reason.
    pub(super) fn record(
        &self,
        f: &mut fmt::Formatter<'_>,
        view: &View<'_>,
        n: Option<usize>,
        record: &Record,
    ) -> fmt::Result {
        let number = n.map_or_else(String::new, |n| format!("{n}. "));
        let head = format!("{}, {}", record.facet, record.relation);
        let label = record.label.map_or_else(String::new, |label| format!("  {label}"));
        let tail = format!("{}  {}{label}", record.id, record.confidence);
        self.head(f, &number, (Style::of(record.relation), &head), &tail)?;
        let words: Vec<String> = record.readings.iter().map(Reading::words).collect();
        let differing = match record.verdict {
            Verdict::Discrepancy => differing(&words.iter().map(String::as_str).collect_vec()),
            Verdict::Agreement => Vec::new(),
        };
        for (n, (reading, words)) in record.readings.iter().zip(&words).enumerate() {
            self.reading(f, view, reading, words, differing.get(n).map_or(&[], Vec::as_slice))?;
        }
        let why = self.paint(Style::Quiet, "why:");
        self.block(
            f,
            INDENT,
            &format!("{why} "),
            &visible(&format!("{}{}", record.explanation, further(record))),
        )
    }

    /// A reading: its words, and each of its sources once, with the place in context.
    fn reading(
        &self,
        f: &mut fmt::Formatter<'_>,
        view: &View<'_>,
        reading: &Reading,
        words: &str,
        differing: &[Span],
    ) -> fmt::Result {
        let (open, close) = self.marks(Style::Differing, "*", "*");
        self.block(f, INDENT, "", &mark(words, differing, &open, &close, |part| visible(part).into_owned()))?;
        let places = reading.mentions.iter().dedup_by(|a, b| a.source == b.source).collect_vec();
        for mention in places.iter().take(SHOWN) {
            self.place(f, view, mention, CONTEXT)?;
        }
        let rest = &places[places.len().min(SHOWN)..];
        if rest.is_empty() {
            return Ok(());
        }
        let named = rest.iter().take(NAMED).map(|mention| visible(&mention.source).into_owned()).join(", ");
        let more = if rest.len() > NAMED { ", .." } else { "" };
        self.block(f, 2 * INDENT, "", &format!("and {}: {named}{more}", count(rest.len(), "further source")))
    }

    /// A mention in its source, with about this many characters around it.
    pub(super) fn place(
        &self,
        f: &mut fmt::Formatter<'_>,
        view: &View<'_>,
        mention: &Mention,
        around: usize,
    ) -> fmt::Result {
        let (open, close) = self.marks(Style::Mention, "[", "]");
        let shown = match view.source(&mention.source) {
            Some(source) => {
                let sentence = view.sentence(mention);
                let longest = LONGEST.max(around / 2);
                let room = around + mention.text.chars().count().min(longest);
                Context::around(source, sentence, mention.span, room, longest).between(&open, &close)
            }
            None => format!("{open}{}{close}", shorten(&mention.text, LONGEST)),
        };
        self.block(f, 2 * INDENT, &self.label(&mention.source), &shown)
    }

    pub(super) fn claim(&self, f: &mut fmt::Formatter<'_>, n: Option<usize>, claim: &Claim) -> fmt::Result {
        let number = n.map_or_else(String::new, |n| format!("{n}. "));
        self.head(f, &number, (Style::Plain, &supported(claim.support)), claim.id.as_str())?;
        for sentence in &claim.sentences {
            self.block(f, INDENT, &self.label(&sentence.source), &visible(&sentence.text))?;
        }
        Ok(())
    }

    /// The first line of a point, with its id to the right, or below if the line is too short for both.
    fn head(
        &self,
        f: &mut fmt::Formatter<'_>,
        number: &str,
        (style, head): (Style, &str),
        tail: &str,
    ) -> fmt::Result {
        let used = number.len() + head.len() + 2 + tail.len();
        let (painted, quiet) = (self.paint(style, head), self.paint(Style::Quiet, tail));
        match used <= self.width {
            true => writeln!(f, "\n{number}{painted}  {quiet}"),
            false => writeln!(f, "\n{number}{painted}\n{:INDENT$}{quiet}", ""),
        }
    }

    pub(super) fn label(&self, source: &str) -> String {
        format!("{}: ", self.paint(Style::Source, &visible(source)))
    }

    /// A wrapped paragraph after a label, with later lines indented further.
    pub(super) fn block(
        &self,
        f: &mut fmt::Formatter<'_>,
        indent: usize,
        label: &str,
        text: &str,
    ) -> fmt::Result {
        let first = format!("{:indent$}", "");
        let rest = " ".repeat(indent + INDENT);
        let flat = format!("{label}{}", text.split_whitespace().join(" "));
        let options = textwrap::Options::new(self.width).initial_indent(&first).subsequent_indent(&rest);
        textwrap::wrap(&flat, options).iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

/// The readings of an agreement on one line, least precise first, separated by signs for how each relates to those before it.
pub(super) fn stepped(record: &Record, clean: impl Fn(&str) -> String) -> String {
    let steps = record.steps().into_iter();
    steps.map(|(step, reading)| format!("{}{}", sign(step), clean(&reading.words()))).collect()
}

/// The sign between a reading and those before it.
pub(super) fn sign(step: Step) -> &'static str {
    match step {
        Step::First => "",
        Step::Same => " = ",
        Step::MorePrecise => " < ",
        Step::Fits => " ~ ",
    }
}

/// What the reason of a discrepancy, which is about two readings, omits if there are more: each reading with its sources.
pub(super) fn further(record: &Record) -> String {
    if record.verdict == Verdict::Agreement || record.readings.len() < 3 {
        return String::new();
    }
    let readings = record.readings.iter().map(|reading| {
        let named = reading.sources().unique().take(SHOWN).join(", ");
        let more = reading.support.sources.saturating_sub(SHOWN);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        format!("\"{}\" ({named}{more})", shorten(&reading.words(), LONGEST))
    });
    format!("; in all, {}", readings.collect_vec().join(", "))
}

/// The mean probability of a claim's links, in ten-thousandths.
pub(super) fn surety(claim: &Claim) -> usize {
    let sum: f64 = claim.links.iter().map(|link| link.score.value()).sum();
    (sum / claim.links.len().max(1) as f64 * 10_000.0) as usize
}

/// True for a claim that is more likely than not. The default threshold for links is lower, where links are best for
/// programs; readers are shown fewer.
pub(super) fn is_likely(claim: &Claim) -> bool {
    surety(claim) >= 5_000
}

/// "1 source", or "3 sources, 1.4 of them independent".
pub(super) fn supported(support: Support) -> String {
    let sources = count(support.sources, "source");
    match support.sources {
        1 => sources,
        _ => format!("{sources}, {:.1} of them independent", support.independent),
    }
}

/// The precision to expect of the discrepancies, in a sentence.
pub(super) fn certified(certificate: &Certificate) -> String {
    let percent = |p: f64| (p * 100.0).floor();
    let wrong = match certificate.wrong {
        0 => "none was".to_owned(),
        1 => "1 was".to_owned(),
        n => format!("{n} were"),
    };
    format!(
        "Of {} this sure in annotated events, {wrong} wrong: in events like these at least {} % are right, with {} % confidence.",
        count(certificate.flags as usize, "discrepancy"),
        percent(certificate.precision),
        percent(1.0 - certificate.delta),
    )
}

/// ", 2 dismissed" if a reader dismissed any.
pub(super) fn dismissed(all: &Reconciliation) -> String {
    match all.dismissed.len() {
        0 => String::new(),
        n => format!(", {n} dismissed"),
    }
}

/// "1 source", "2 sources", "3 discrepancies".
pub(super) fn count(n: usize, noun: &str) -> String {
    match (n, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{n} {stem}ies"),
        (_, None) => format!("{n} {noun}s"),
    }
}
