//! Records and claims: discrepancies as cards with their readings side by side, claims as lists, agreements as a table.

use std::cmp::Reverse;

use itertools::Itertools;

use crate::compare::Verdict;
use crate::record::{Mention, Place, Reading, Record};
use crate::render::context::{Context, shorten};
use crate::render::difference::differing;
use crate::render::html::Page;
use crate::render::text::{certified, further, sign, supported, surety};
use crate::render::title::title;
use crate::span::Span;

/// Characters of context around a mention, and of the mention itself.
const CONTEXT: usize = 260;
const LONGEST: usize = 120;
/// How many sources of a reading are shown in context, and how many more are linked.
const SHOWN: usize = 6;
const LINKED: usize = 24;
/// The most sentences of a claim that are shown.
const SENTENCES: usize = 60;

impl<'a> Page<'a> {
    pub(super) fn discrepancies(&mut self) {
        self.raw("<section id=\"discrepancies\" aria-labelledby=\"h-d\"><h2 id=\"h-d\">Discrepancies</h2>\n");
        let all = self.view.all;
        let records = self.view.numbered_discrepancies();
        if records.is_empty() {
            self.raw("<p>None was found, which does not prove that there is none.</p>\n");
        } else if let Some(certificate) = &all.certificate {
            self.raw(&format!("<p class=\"support\">{}</p>\n", certified(certificate)));
        }
        let open = records.iter().position(|(_, record)| !record.sure);
        for (at, (n, record)) in records.into_iter().enumerate() {
            if open == Some(at) {
                self.raw(&format!(
                    "<p class=\"look\"><b>Worth a look:</b> discrepancies less sure than {}.</p>\n",
                    Record::SURE
                ));
            }
            self.card(n, record);
        }
        self.raw("</section>\n");
    }

    fn card(&mut self, n: usize, record: &'a Record) {
        let (id, relation) = (&record.id, record.relation);
        let words: Vec<String> = record.readings.iter().map(Reading::words).collect();
        let marks = differing(&words.iter().map(String::as_str).collect_vec());
        self.raw(&format!(
            "<article class=\"card {relation}\" id=\"{id}\" aria-labelledby=\"h-{id}\"><h3 id=\"h-{id}\"><bdi>",
        ));
        self.text(&title(record));
        self.raw("</bdi></h3>\n");
        let percent = format!("{:.0}", record.confidence.value() * 100.0);
        self.raw(&format!(
            "<p class=\"sure\">{} {relation} <meter min=\"0\" max=\"1\" value=\"{:.4}\" aria-label=\"confidence\">{percent} %</meter> \
             confidence {} <code>{id}</code>{}</p>\n<div class=\"readings\">\n",
            record.facet,
            record.confidence.value(),
            record.confidence,
            record.label.map_or_else(String::new, |label| format!(" <b>{label}</b>")),
        ));
        let mut mention = 0;
        for (reading, (words, marks)) in record.readings.iter().zip(words.iter().zip(&marks)) {
            self.reading(n, mention, reading, words, marks);
            mention += reading.mentions.len();
        }
        self.raw("</div>\n<p class=\"why\">");
        self.text(&record.explanation);
        self.text(&further(record));
        self.raw("</p>\n");
        if !record.evidence.is_empty() {
            self.raw("<details><summary>Evidence behind the confidence (log-odds)</summary><table><tbody>");
            for row in &record.evidence {
                self.raw(&format!("<tr><td class=\"num\">{:+.2}</td><td>", row.weight));
                self.text(&row.text);
                self.raw("</td></tr>");
            }
            self.raw("</tbody></table></details>\n");
        }
        if let Some(claim) = &record.claim {
            self.raw(&format!("<p><a href=\"#{claim}\">The claim this point belongs to</a></p>\n"));
        }
        self.raw("</article>\n");
    }

    /// A column of a card; `first` is the number of the reading's first mention in the record.
    fn reading(&mut self, record: usize, first: usize, reading: &'a Reading, words: &str, marks: &[Span]) {
        self.raw("<div class=\"reading\"><p class=\"words\"><bdi>");
        let mut from = 0;
        for span in marks {
            self.text(Span::new(from, span.start).slice(words));
            self.raw("<b>");
            self.text(span.slice(words));
            self.raw("</b>");
            from = span.end;
        }
        self.text(Span::new(from, words.len()).slice(words));
        self.raw(&format!("</bdi></p><p class=\"support\">{}</p><ul>\n", supported(reading.support)));
        let places = reading.mentions.iter().enumerate().dedup_by(|(_, a), (_, b)| a.source == b.source);
        let places = places.collect_vec();
        for &(n, mention) in places.iter().take(SHOWN) {
            self.raw("<li>");
            self.source_link(&mention.source, self.anchor(record, first + n, mention));
            self.raw("<br><q><bdi>");
            self.context(mention);
            self.raw("</bdi></q></li>\n");
        }
        if places.len() > SHOWN {
            self.raw("<li>");
            self.links(record, first, &places[SHOWN..]);
            self.raw("</li>\n");
        }
        self.raw("</ul></div>\n");
    }

    fn context(&mut self, mention: &Mention) {
        let Some(source) = self.view.source(&mention.source) else {
            self.text(&shorten(&mention.text, LONGEST));
            return;
        };
        let sentence = self.view.sentence(mention);
        let parts = Context::around(source, sentence, mention.span, CONTEXT, LONGEST);
        self.text(&parts.before);
        self.raw("<mark>");
        self.text(&parts.mention);
        self.raw("</mark>");
        self.text(&parts.after);
    }

    /// Links to the places of a record, named by source.
    fn links(&mut self, record: usize, first: usize, places: &[(usize, &Mention)]) {
        for (k, &(n, mention)) in places.iter().take(LINKED).enumerate() {
            if k > 0 {
                self.raw(", ");
            }
            self.source_link(&mention.source, self.anchor(record, first + n, mention));
        }
        if places.len() > LINKED {
            self.raw(&format!(" and {} more", places.len() - LINKED));
        }
    }

    pub(super) fn claims(&mut self) {
        let all = self.view.all;
        if all.claims.is_empty() {
            self.raw("<section id=\"claims\"><h2>Claims</h2><p>No two sources make the same claim.</p></section>\n");
            return;
        }
        self.raw("<section id=\"claims\" aria-labelledby=\"h-c\"><h2 id=\"h-c\">Claims that several sources make</h2>\n<ol>\n");
        for claim in all.claims.iter().sorted_by_key(|c| Reverse((c.support.sources, surety(c)))) {
            let probability = surety(claim) as f64 / 10_000.0;
            self.raw(&format!(
                "<li id=\"{}\"><p class=\"support\">{}; links with probability {probability:.2} on average</p><dl>\n",
                claim.id,
                supported(claim.support)
            ));
            for sentence in claim.sentences.iter().take(SENTENCES) {
                let place = Place {
                    source: sentence.source.clone(),
                    span: sentence.span,
                    characters: sentence.characters,
                };
                self.raw("<dt>");
                self.source_link(&sentence.source, self.sentence_anchor(&place));
                self.raw("</dt><dd><bdi>");
                self.text(&sentence.text);
                self.raw("</bdi></dd>\n");
            }
            if claim.sentences.len() > SENTENCES {
                self.raw(&format!("<dt>and {} more</dt>", claim.sentences.len() - SENTENCES));
            }
            self.raw("</dl></li>\n");
        }
        self.raw("</ol></section>\n");
    }

    pub(super) fn agreements(&mut self) {
        self.raw("<section id=\"agreements\" aria-labelledby=\"h-a\"><h2 id=\"h-a\">Agreements</h2>\n");
        let records = self.view.all.records.iter().enumerate();
        let records = records.filter(|(_, r)| r.verdict == Verdict::Agreement);
        let records = records.sorted_by_key(|(_, r)| (r.facet, r.relation)).collect_vec();
        if records.is_empty() {
            self.raw("<p>None was found.</p></section>\n");
            return;
        }
        self.raw("<table><caption>Where sources agree: = the same, &lt; more precise, ~ compatible</caption><thead><tr>");
        self.raw("<th scope=\"col\">facet</th><th scope=\"col\">relation</th><th scope=\"col\">readings and their sources</th>");
        self.raw("<th scope=\"col\">confidence</th></tr></thead><tbody>\n");
        for (n, record) in records {
            self.raw(&format!(
                "<tr id=\"{}\"><td>{}</td><td>{}</td><td>",
                record.id, record.facet, record.relation
            ));
            // Anchors number the mentions in the record's order.
            let firsts = record.readings.iter().scan(0, |first, reading| {
                let own = *first;
                *first += reading.mentions.len();
                Some(own)
            });
            let firsts = firsts.collect_vec();
            for (step, reading) in record.steps() {
                self.text(sign(step));
                self.raw("<bdi class=\"words\">");
                self.text(&shorten(&reading.words(), 200));
                self.raw("</bdi> <small>");
                // The same words in another reading are shown as another place of this one.
                let alike = record.readings.iter().zip(&firsts).filter(|(r, _)| r.words() == reading.words());
                let places = alike
                    .flat_map(|(r, first)| r.mentions.iter().enumerate().map(move |(n, m)| (first + n, m)));
                let places = places.dedup_by(|(_, a), (_, b)| a.source == b.source).collect_vec();
                self.links(n, 0, &places);
                self.raw("</small>");
            }
            let label = record.label.map_or_else(String::new, |label| format!(" <b>{label}</b>"));
            self.raw(&format!("</td><td>{}{label}</td></tr>\n", record.confidence));
        }
        self.raw("</tbody></table></section>\n");
    }
}
