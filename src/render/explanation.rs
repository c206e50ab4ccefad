//! Explanation: all the evidence for one record, claim or entity.

use std::fmt;

use itertools::Itertools;

use crate::record::{Claim, Entity, Evidence, Reconciliation, Record};
use crate::render::text::{Page, Style, count, supported};
use crate::render::view::View;
use crate::render::visible::visible;
use crate::source::Source;

/// All the evidence for one record, as plain text: its readings in full sentences, the rows of evidence that its confidence
/// sums up, and the claim and entity it belongs to; or the links of a claim, or the forms of an entity's name.
///
/// ```
/// use testimonia::{Reconciler, Source, render::Explanation};
///
/// let sources = [
///     Source::new("a", "The dam at Tillia broke on Monday, killing 12 people."),
///     Source::new("b", "The dam at Tillia broke on Monday, killing 14 people."),
/// ];
/// let reconciliation = Reconciler::new().reconcile(&sources)?;
/// let toll = reconciliation.discrepancies().next().expect("two tolls");
/// let shown = Explanation::new(&reconciliation, &sources, toll.id.as_str()).expect("it is there");
/// assert!(shown.to_string().contains("killing [14 people]"));
/// # Ok::<(), testimonia::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Explanation<'a> {
    view: View<'a>,
    page: Page,
    of: Explained<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Explained<'a> {
    Record(&'a Record),
    Claim(&'a Claim),
    Entity(&'a Entity),
}

/// Characters around a mention, enough for nearly any full sentence.
const CONTEXT: usize = 1000;
const INDENT: usize = 4;
/// Numbers of independent sources that differ by less are treated as equal.
const TIE: f64 = 0.05;

impl<'a> Explanation<'a> {
    /// Explains the record, claim or entity with this id; `None` if there is none. Linear in their number.
    pub fn new(reconciliation: &'a Reconciliation, sources: &'a [Source], id: &str) -> Option<Self> {
        let mut records = reconciliation.records.iter().chain(&reconciliation.dismissed);
        let record = records.find(|r| r.id.as_str() == id).map(Explained::Record);
        let claim = || reconciliation.claims.iter().find(|c| c.id.as_str() == id).map(Explained::Claim);
        let entity = || reconciliation.entities.iter().find(|e| e.id.as_str() == id).map(Explained::Entity);
        let of = record.or_else(claim).or_else(entity)?;
        Some(Self { view: View::new(reconciliation, sources), page: Page::default(), of })
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

    fn record(&self, f: &mut fmt::Formatter<'_>, record: &Record) -> fmt::Result {
        let head = format!("{} {}, {}", record.facet, record.relation, record.verdict);
        writeln!(f, "{}", self.page.paint(Style::Heading, &head))?;
        self.line(f, "record", record.id.as_str())?;
        self.line(f, "level", &record.level.to_string())?;
        self.line(f, "confidence", &format!("{:.4}", record.confidence.value()))?;
        if let Some(label) = record.label {
            self.line(f, "label", &label.to_string())?;
        }
        for (n, reading) in record.readings.iter().enumerate() {
            let head = format!("reading {}: {}", n + 1, visible(&reading.words()));
            writeln!(f)?;
            self.page.block(f, 0, "", &head)?;
            self.page.block(f, INDENT, "", &supported(reading.support))?;
            for mention in &reading.mentions {
                self.page.place(f, &self.view, mention, CONTEXT)?;
            }
        }
        writeln!(f)?;
        self.consensus(f, record)?;
        self.page.block(f, 0, "why: ", &visible(&record.explanation))?;
        self.evidence(f, "evidence, in log-odds", &record.evidence)?;
        if let Some(claim) = record.claim.as_ref().and_then(|id| self.view.all.claim(id)) {
            writeln!(f, "\nthe claim it belongs to")?;
            self.claim(f, claim)?;
        }
        if let Some(entity) = record.entity.as_ref().and_then(|id| self.view.all.entity(id)) {
            writeln!(f, "\nthe entity it is about")?;
            self.entity(f, entity)?;
        }
        Ok(())
    }

    /// Which sources support which reading; never who is right.
    fn consensus(&self, f: &mut fmt::Formatter<'_>, record: &Record) -> fmt::Result {
        // Nothing is said about a tie between the figures as shown.
        let support = |n: usize| record.readings.get(n).map_or(0.0, |reading| reading.support.independent);
        let most = match record.consensus.order[..] {
            [first, second, ..] if support(first) - support(second) >= TIE => Some(first),
            _ => None,
        };
        // A record read from a file may name a reading that it does not have.
        let number = |n: usize| (n < record.readings.len()).then(|| n + 1);
        let precise = record.consensus.most_precise.and_then(number);
        let lines = [
            most.and_then(number).map(|n| format!("most independent sources have reading {n}")),
            precise.map(|n| format!("reading {n} is the most precise")),
            record.earliest().map(|source| format!("{} was published first", visible(source))),
        ];
        lines.iter().flatten().try_for_each(|line| self.page.block(f, 0, "", line))
    }

    fn evidence(&self, f: &mut fmt::Formatter<'_>, head: &str, rows: &[Evidence]) -> fmt::Result {
        if rows.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n{head}")?;
        for row in rows {
            self.page.block(f, INDENT, &format!("{:+7.2}  ", row.weight), &visible(&row.text))?;
            for mention in &row.mentions {
                self.page.place(f, &self.view, mention, CONTEXT)?;
            }
        }
        let sum: f64 = rows.iter().map(|row| row.weight).sum();
        writeln!(f, "{:INDENT$}{sum:+7.2}  together", "")
    }

    fn claim(&self, f: &mut fmt::Formatter<'_>, claim: &Claim) -> fmt::Result {
        self.page.claim(f, None, claim)?;
        writeln!(f, "\n{}", count(claim.links.len(), "link"))?;
        for link in &claim.links {
            let line = format!("{}  {} = {}", link.score, link.a, link.b);
            self.page.block(f, INDENT, "", &visible(&line))?;
        }
        Ok(())
    }

    fn entity(&self, f: &mut fmt::Formatter<'_>, entity: &Entity) -> fmt::Result {
        self.line(f, "entity", &format!("{} {}", entity.id, visible(&entity.name)))?;
        for form in &entity.forms {
            let sources = form.mentions.iter().map(|m| m.source.as_str()).dedup();
            let line = format!("{} ({})", form.text, sources.format(", "));
            self.page.block(f, INDENT, "", &visible(&line))?;
        }
        Ok(())
    }

    fn line(&self, f: &mut fmt::Formatter<'_>, label: &str, text: &str) -> fmt::Result {
        let label = format!("{label:<12}");
        writeln!(f, "{}{text}", self.page.paint(Style::Quiet, &label))
    }
}

impl fmt::Display for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.of {
            Explained::Record(record) => self.record(f, record),
            Explained::Claim(claim) => self.claim(f, claim),
            Explained::Entity(entity) => self.entity(f, entity),
        }
    }
}
