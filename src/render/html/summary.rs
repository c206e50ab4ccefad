//! The top of the page: a summary in words of the points on which the sources differ; and the figures: sources, agreement,
//! derivations, discrepancies by facet.

use std::collections::BTreeMap;

use itertools::Itertools;

use crate::compare::{Facet, Relation};
use crate::render::html::{Page, sources_of};
use crate::render::text::{count, dismissed, is_likely};
use crate::render::title::title;

/// The most points that the summary names.
const POINTS: usize = 12;

impl Page<'_> {
    pub(super) fn summary(&mut self) {
        let all = self.view.all;
        self.raw("<section id=\"summary\" aria-labelledby=\"h-summary\"><h2 id=\"h-summary\">Summary</h2>\n");
        let sentences: usize = all.sources.iter().map(|s| s.sentences.len()).sum();
        let likely = all.claims.iter().filter(|claim| is_likely(claim)).count();
        self.raw(&format!(
            "<p class=\"lead\">{}, {}: {} that several sources make (and {} less likely than not), {}, {}{}.</p>\n",
            count(all.sources.len(), "source"),
            count(sentences, "sentence"),
            count(likely, "claim"),
            all.claims.len() - likely,
            count(all.discrepancies().count(), "discrepancy"),
            count(all.agreements().count(), "agreement"),
            dismissed(all),
        ));
        self.points();
        self.raw("</section>\n");
    }

    /// The points on which the sources differ, in words, each linked to its card.
    fn points(&mut self) {
        let records = self.view.discrepancies();
        if records.is_empty() {
            self.raw("<p>No discrepancy was found, which does not prove that there is none.</p>\n");
            return;
        }
        let lead = match records.len() {
            1 => "The sources differ on 1 point:".to_owned(),
            n => format!("The sources differ on {n} points:"),
        };
        self.raw(&format!("<p>{lead}</p>\n<ol class=\"points\">\n"));
        for record in records.iter().take(POINTS) {
            self.raw(&format!("<li><a href=\"#{}\">", record.id));
            self.text(&title(record));
            self.raw("</a></li>\n");
        }
        self.raw("</ol>\n");
        if records.len() > POINTS {
            self.raw(&format!("<p>and {} more below.</p>\n", records.len() - POINTS));
        }
    }

    /// The sources, and the matrix of agreement.
    pub(super) fn figures(&mut self) {
        self.raw("<section id=\"sources\" aria-labelledby=\"h-sources\"><h2 id=\"h-sources\">Sources</h2>\n");
        self.sources();
        self.raw("<div class=\"figures\">\n");
        self.facets();
        self.matrix();
        self.derivations();
        self.raw("</div>\n</section>\n");
    }

    fn sources(&mut self) {
        let all = self.view.all;
        let mut claims = vec![0_usize; all.sources.len()];
        for claim in &all.claims {
            for source in sources_of(&self.view, claim) {
                claims[source] += 1;
            }
        }
        let mut differ = vec![0_usize; all.sources.len()];
        for record in all.discrepancies() {
            for id in record.readings.iter().flat_map(|reading| reading.sources()).unique() {
                if let Some(slot) = self.view.number(id).and_then(|n| differ.get_mut(n)) {
                    *slot += 1;
                }
            }
        }
        self.raw("<table><caption>Sources</caption><thead><tr><th scope=\"col\">no.</th><th scope=\"col\">source</th>");
        self.raw("<th scope=\"col\">publisher</th><th scope=\"col\">published</th><th scope=\"col\">sentences</th>");
        self.raw(
            "<th scope=\"col\">claims shared</th><th scope=\"col\">discrepancies</th></tr></thead><tbody>\n",
        );
        for (n, source) in all.sources.iter().enumerate() {
            self.raw(&format!("<tr><td>{}</td><th scope=\"row\">", n + 1));
            let anchor = self.view.text(n).map(|_| format!("t{n}"));
            self.source_link(&source.id, anchor);
            self.raw("</th><td><bdi>");
            self.text(source.publisher.as_deref().unwrap_or("–"));
            let published = source.published.map_or_else(|| "–".to_owned(), |when| when.to_string());
            self.raw(&format!(
                "</bdi></td><td>{published}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                source.sentences.len(),
                claims[n],
                differ[n]
            ));
        }
        self.raw("</tbody></table>\n");
    }

    fn facets(&mut self) {
        let mut counts: BTreeMap<Facet, (usize, usize)> = BTreeMap::new();
        for record in self.view.all.discrepancies() {
            let slot = counts.entry(record.facet).or_default();
            match record.relation {
                Relation::Conflict => slot.1 += 1,
                _ => slot.0 += 1,
            }
        }
        if counts.is_empty() {
            return;
        }
        self.raw("<table><caption>Discrepancies by facet</caption><thead><tr><th scope=\"col\">facet</th>");
        self.raw("<th scope=\"col\">variant</th><th scope=\"col\">conflict</th></tr></thead><tbody>\n");
        for (facet, (variants, conflicts)) in counts {
            self.raw(&format!(
                "<tr><th scope=\"row\">{facet}</th><td>{variants}</td><td>{conflicts}</td></tr>\n"
            ));
        }
        self.raw("</tbody></table>\n");
    }
}
