//! Plain text, for a terminal.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;

use itertools::Itertools;

use crate::compare::{Relation, Verdict};
use crate::record::{Claim, Derivation, Mention, Reading, Reconciliation, Record};
use crate::render::context::{around, shorten};
use crate::source::Source;
use crate::span::Span;

/// A reconciliation as plain text: discrepancies with every reading in context and the reason, claims that several sources
/// make (those more likely than not, the surest of as many sources first), agreements in brief, and who derives from whom.
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
    reconciliation: &'a Reconciliation,
    sources: BTreeMap<&'a str, &'a Source>,
    width: usize,
}

/// Columns of the indent of what belongs to a point.
const INDENT: usize = 4;
/// Characters of context around a mention, and of a mention in its context at most.
const CONTEXT: usize = 90;
const LONGEST: usize = 400;

impl<'a> Text<'a> {
    /// The text of a reconciliation of these sources, 100 columns wide. A source that is not among them is shown without
    /// context.
    pub fn new(reconciliation: &'a Reconciliation, sources: &'a [Source]) -> Self {
        let sources = sources.iter().map(|source| (source.id(), source)).collect();
        Self { reconciliation, sources, width: 100 }
    }

    /// Sets the number of columns, 40 or more.
    #[must_use]
    pub fn width(mut self, columns: usize) -> Self {
        self.width = columns.max(40);
        self
    }

    /// The sentence around a mention.
    fn sentence(&self, mention: &Mention) -> Span {
        let outline = self.reconciliation.sources.iter().find(|s| s.id == mention.source);
        let sentences = outline.map_or(&[][..], |s| &s.sentences);
        let holding = sentences.iter().filter(|s| s.overlaps(mention.span)).copied();
        holding.reduce(Span::cover).unwrap_or(mention.span)
    }

    fn summary(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.reconciliation;
        let sentences: usize = all.sources.iter().map(|s| s.sentences.len()).sum();
        writeln!(
            f,
            "{}, {}: {} that several sources make, {}, {}.",
            count(all.sources.len(), "source"),
            count(sentences, "sentence"),
            count(all.claims.iter().filter(|claim| is_likely(claim)).count(), "claim"),
            count(all.discrepancies().count(), "discrepancy"),
            count(all.agreements().count(), "agreement"),
        )
    }

    fn discrepancy(&self, f: &mut fmt::Formatter<'_>, n: usize, record: &Record) -> fmt::Result {
        let head = format!("{n}. {}, {}", record.facet, record.relation);
        let confidence = record.confidence.to_string();
        let gap = self.width.saturating_sub(head.chars().count() + confidence.len());
        writeln!(f, "\n{head}{:gap$}{confidence}", "")?;
        for reading in &record.readings {
            self.reading(f, reading)?;
        }
        self.paragraph(f, "why: ", &record.explanation)
    }

    /// A reading: each of its sources once, with the place in context.
    fn reading(&self, f: &mut fmt::Formatter<'_>, reading: &Reading) -> fmt::Result {
        let words = reading.words();
        // What does not fit on the line is read in its context.
        if words.chars().count() <= self.width - INDENT {
            writeln!(f, "{:INDENT$}{words}", "")?;
        }
        for mention in reading.mentions.iter().dedup_by(|a, b| a.source == b.source) {
            let room = (words.chars().count() + CONTEXT).min(LONGEST);
            let shown = match self.sources.get(mention.source.as_str()) {
                Some(source) => around(source, self.sentence(mention), mention.span, room),
                None => shorten(&mention.text, room),
            };
            self.block(f, 2 * INDENT, &format!("{}: ", mention.source), &shown)?;
        }
        Ok(())
    }

    fn claim(&self, f: &mut fmt::Formatter<'_>, n: usize, claim: &Claim) -> fmt::Result {
        let sources = count(claim.support.sources, "source");
        writeln!(f, "\n{n}. {sources}, {:.1} of them independent", claim.support.independent)?;
        for sentence in &claim.sentences {
            self.paragraph(f, &format!("{}: ", sentence.source), &sentence.text)?;
        }
        Ok(())
    }

    fn agreement(&self, f: &mut fmt::Formatter<'_>, record: &Record) -> fmt::Result {
        let joint = match record.relation {
            Relation::Refinement => " < ",
            _ => " = ",
        };
        let sources = record.readings.iter().flat_map(Reading::sources).sorted_unstable().dedup().count();
        let readings = record.readings.iter().map(Reading::words).unique();
        // The shorter first: what a refinement adds stands last.
        let words = readings.sorted_by_key(|w| w.chars().count()).join(joint);
        let tail = format!(" ({sources})");
        let room = self.width.saturating_sub(INDENT + 10 + tail.len());
        writeln!(f, "{:INDENT$}{:<10}{}{tail}", "", record.facet.to_string(), shorten(&words, room))
    }

    fn derivation(&self, f: &mut fmt::Formatter<'_>, derivation: &Derivation) -> fmt::Result {
        // What speaks against stands in the rows, and the score says what is left.
        let evidence =
            derivation.evidence.iter().filter(|e| e.weight >= 0.0).map(|e| e.text.as_str()).join("; ");
        self.paragraph(f, "", &format!("{derivation} ({}): {evidence}", derivation.score))
    }

    /// A paragraph below a label, wrapped, its later lines indented further.
    fn paragraph(&self, f: &mut fmt::Formatter<'_>, label: &str, text: &str) -> fmt::Result {
        self.block(f, INDENT, label, text)
    }

    fn block(&self, f: &mut fmt::Formatter<'_>, indent: usize, label: &str, text: &str) -> fmt::Result {
        let first = format!("{:indent$}{label}", "");
        let rest = " ".repeat(indent + INDENT);
        let flat = text.split_whitespace().join(" ");
        let options = textwrap::Options::new(self.width).initial_indent(&first).subsequent_indent(&rest);
        textwrap::wrap(&flat, options).iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.reconciliation;
        self.summary(f)?;
        let surest_first = |r: &&Record| Reverse(r.confidence);
        if all.discrepancies().next().is_some() {
            writeln!(f, "\nDISCREPANCIES")?;
            for (n, record) in all.discrepancies().sorted_by_key(surest_first).enumerate() {
                self.discrepancy(f, n + 1, record)?;
            }
        }
        let likely = all.claims.iter().filter(|claim| is_likely(claim));
        let likely = likely.sorted_by_key(|c| Reverse((c.support.sources, surety(c)))).collect_vec();
        if !likely.is_empty() {
            writeln!(f, "\nSHARED CLAIMS")?;
            for (n, claim) in likely.iter().enumerate() {
                self.claim(f, n + 1, claim)?;
            }
        }
        let agreements = all.records.iter().filter(|r| r.verdict == Verdict::Agreement);
        let agreements = agreements.sorted_by_key(|r| (r.facet, r.relation)).collect_vec();
        if !agreements.is_empty() {
            writeln!(f, "\nAGREEMENTS, with the number of sources (= the same, < said more precisely)")?;
            agreements.iter().try_for_each(|record| self.agreement(f, record))?;
        }
        if !all.derivations.is_empty() {
            writeln!(f, "\nDERIVATIONS")?;
            all.derivations.iter().try_for_each(|derivation| self.derivation(f, derivation))?;
        }
        Ok(())
    }
}

/// The mean probability of a claim's links, in ten-thousandths.
fn surety(claim: &Claim) -> usize {
    let sum: f64 = claim.links.iter().map(|link| link.score.value()).sum();
    (sum / claim.links.len().max(1) as f64 * 10_000.0) as usize
}

/// True of a claim that its sources make more likely than not. The default threshold of links lies lower, where it finds most
/// for its errors; a reader is shown fewer.
fn is_likely(claim: &Claim) -> bool {
    surety(claim) >= 5_000
}

/// "1 source", "2 sources", "3 discrepancies".
fn count(n: usize, noun: &str) -> String {
    match (n, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{n} {stem}ies"),
        (_, None) => format!("{n} {noun}s"),
    }
}
