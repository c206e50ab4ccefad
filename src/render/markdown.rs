//! Markdown, for an issue, a wiki or an email.

use itertools::Itertools;

use crate::compare::Verdict;
use crate::record::{Reading, Reconciliation, Record};
use crate::render::context::{Context, shorten};
use crate::render::difference::{differing, mark};
use crate::render::text::{certified, count, dismissed, further, is_likely, stepped, supported, surety};
use crate::render::title::title;
use crate::render::view::View;
use crate::render::visible::visible;
use crate::source::Source;

/// Characters of context around a mention, and the most characters of the mention.
const CONTEXT: usize = 160;
const LONGEST: usize = 80;
/// The most sources of a reading shown in context.
const SHOWN: usize = 4;

/// The reconciliation in Markdown (CommonMark with GitHub's tables): discrepancies with the words that differ in bold,
/// claims, agreements, derivations, sources. The content of sources is escaped and never interpreted.
pub fn markdown(reconciliation: &Reconciliation, sources: &[Source]) -> String {
    Page { view: View::new(reconciliation, sources), out: String::new() }.write()
}

struct Page<'a> {
    view: View<'a>,
    out: String,
}

impl Page<'_> {
    fn write(mut self) -> String {
        let all = self.view.all;
        let sources = count(all.sources.len(), "source");
        match &all.event {
            Some(event) => self.line(&format!("# {}: reconciliation of {sources}\n", safe(event))),
            None => self.line(&format!("# Reconciliation of {sources}\n")),
        }
        self.line(&format!(
            "{} that several sources make, {}, {}{}.",
            count(all.claims.iter().filter(|claim| is_likely(claim)).count(), "claim"),
            count(all.discrepancies().count(), "discrepancy"),
            count(all.agreements().count(), "agreement"),
            dismissed(all),
        ));
        let discrepancies = self.view.discrepancies();
        if !discrepancies.is_empty() {
            self.line("\n## Discrepancies");
            if let Some(certificate) = &all.certificate {
                self.line(&format!("\n{}", certified(certificate)));
            }
            let open = discrepancies.iter().position(|record| !record.sure);
            for (n, record) in discrepancies.into_iter().enumerate() {
                if open == Some(n) {
                    self.line(&format!("\nWorth a look (discrepancies less sure than {}):", Record::SURE));
                }
                self.discrepancy(n + 1, record);
            }
        }
        self.claims();
        self.agreements();
        if !all.derivations.is_empty() {
            self.line("\n## Derivations\n");
            for derivation in &all.derivations {
                let evidence = derivation.evidence.iter().map(|e| e.text.as_str()).join("; ");
                self.line(&format!(
                    "- {} ({}): {}",
                    safe(&derivation.to_string()),
                    derivation.score,
                    safe(&evidence)
                ));
            }
        }
        self.line("\n## Sources\n");
        self.line("| id | publisher | published | sentences |");
        self.line("| --- | --- | --- | ---: |");
        for source in &all.sources {
            let published = source.published.map_or_else(String::new, |when| when.to_string());
            let publisher = source.publisher.as_deref().map_or_else(String::new, safe);
            let sentences = source.sentences.len();
            self.line(&format!("| {} | {publisher} | {published} | {sentences} |", safe(&source.id)));
        }
        self.out
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn discrepancy(&mut self, n: usize, record: &Record) {
        self.line(&format!(
            "\n### {n}. {} ({}, {}{})\n",
            safe(&title(record)),
            record.relation,
            record.confidence,
            record.label.map_or_else(String::new, |label| format!(", {label}")),
        ));
        self.line("| reading | source | in context |");
        self.line("| --- | --- | --- |");
        let words: Vec<String> = record.readings.iter().map(Reading::words).collect();
        let marks = differing(&words.iter().map(String::as_str).collect_vec());
        for (n, (reading, words)) in record.readings.iter().zip(&words).enumerate() {
            let spans = marks.get(n).map_or(&[][..], Vec::as_slice);
            let mut first = mark(words, spans, "**", "**", safe);
            let places = reading.mentions.iter().dedup_by(|a, b| a.source == b.source).collect_vec();
            for mention in places.iter().take(SHOWN) {
                let context = self.view.source(&mention.source).map_or_else(
                    || safe(&shorten(&mention.text, LONGEST)),
                    |source| {
                        let sentence = self.view.sentence(mention);
                        let parts = Context::around(source, sentence, mention.span, CONTEXT, LONGEST);
                        format!("{}*{}*{}", safe(&parts.before), safe(&parts.mention), safe(&parts.after))
                    },
                );
                self.line(&format!("| {first} | {} | {context} |", safe(&mention.source)));
                first.clear();
            }
            if places.len() > SHOWN {
                let rest = count(places.len() - SHOWN, "further source");
                self.line(&format!("| | and {rest} | |"));
            }
        }
        self.line(&format!("\nWhy: {}", safe(&format!("{}{}", record.explanation, further(record)))));
        self.line(&format!("\n`{}`", record.id));
    }

    fn claims(&mut self) {
        let likely = self.view.all.claims.iter().filter(|claim| is_likely(claim));
        let likely =
            likely.sorted_by_key(|c| std::cmp::Reverse((c.support.sources, surety(c)))).collect_vec();
        if likely.is_empty() {
            return;
        }
        self.line("\n## Claims that several sources make\n");
        for (n, claim) in likely.iter().enumerate() {
            self.line(&format!("{}. {}", n + 1, supported(claim.support)));
            for sentence in &claim.sentences {
                let text = sentence.text.split_whitespace().join(" ");
                self.line(&format!("    - **{}**: “{}”", safe(&sentence.source), safe(&text)));
            }
        }
    }

    fn agreements(&mut self) {
        let agreements = self.view.all.records.iter().filter(|r| r.verdict == Verdict::Agreement);
        let agreements = agreements.sorted_by_key(|r| (r.facet, r.relation)).collect_vec();
        if agreements.is_empty() {
            return;
        }
        self.line("\n## Agreements\n\n= the same, \\< more precise, \\~ compatible\n");
        self.line("| facet | relation | readings | sources |");
        self.line("| --- | --- | --- | ---: |");
        for record in agreements {
            let words = stepped(record, str::to_owned);
            let sources = record.readings.iter().flat_map(Reading::sources).unique().count();
            self.line(&format!(
                "| {} | {} | {} | {sources} |",
                record.facet,
                record.relation,
                safe(&shorten(&words, 200))
            ));
        }
    }
}

/// A text on one line, with every character escaped that Markdown or embedded HTML could interpret.
pub(super) fn safe(text: &str) -> String {
    let text = visible(text);
    let mut out = String::with_capacity(text.len() + 8);
    for ch in text.chars() {
        match ch {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '!' | '@' => {
                out.push('\\');
                out.push(ch);
            }
            '\n' | '\r' | '\t' => out.push(' '),
            _ => out.push(ch),
        }
    }
    out
}
