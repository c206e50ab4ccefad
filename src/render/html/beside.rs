//! Two texts side by side, chosen by the reader. The page contains each text once, and the style puts the chosen ones into
//! two columns, which needs neither a script nor a copy of every pair.

use itertools::Itertools;

use crate::compare::Verdict;
use crate::render::beside::rows;
use crate::render::html::Page;
use crate::render::marks::{by_source, pieces};

/// How many texts can be chosen, which is the number of rules in the style, and how many sentences they may have in total.
const TEXTS: usize = 24;
const SENTENCES: usize = 4000;

impl Page<'_> {
    /// The positions of the sources whose texts can be chosen: the first ones, as many as the page can hold.
    pub(super) fn choosable(&self) -> Vec<usize> {
        let all = self.view.all;
        let mut sentences = 0;
        let given = (0..all.sources.len()).filter(|&n| self.view.text(n).is_some());
        let bearable = given.take(TEXTS).take_while(|&n| {
            sentences += all.sources.get(n).map_or(0, |source| source.sentences.len());
            sentences <= SENTENCES
        });
        let texts = bearable.collect_vec();
        if texts.len() < 2 { Vec::new() } else { texts }
    }

    pub(super) fn beside(&mut self) {
        let texts = self.choosable();
        if texts.is_empty() {
            return;
        }
        let all = self.view.all;
        self.raw("<section id=\"beside\" class=\"beside\" aria-labelledby=\"h-b\"><h2 id=\"h-b\">Side by side</h2>\n");
        self.raw("<p class=\"legend\">Choose two texts. What both say stands level, on a shaded ground; a sentence that is shaded ");
        self.raw("with nothing beside it is linked to one of another text. Words on which sources differ lead to their card.");
        if texts.len() < all.sources.len() {
            self.raw(&format!(" The first {} of {} sources.", texts.len(), all.sources.len()));
        }
        self.raw("</p>\n<div class=\"choice\">\n");
        for (side, name, chosen) in [("l", "Left", 0), ("r", "Right", 1)] {
            self.raw(&format!("<fieldset><legend>{name}</legend>\n"));
            for (k, &n) in texts.iter().enumerate() {
                let checked = if k == chosen { " checked=\"checked\"" } else { "" };
                self.raw(&format!(
                    "<label><input type=\"radio\" name=\"{side}\" class=\"{side}{k}\"{checked}> <bdi>"
                ));
                self.text(all.sources.get(n).map_or("", |source| source.id.as_str()));
                self.raw("</bdi></label>\n");
            }
            self.raw("</fieldset>\n");
        }
        self.raw("</div>\n");
        let mut marks = by_source(&self.view);
        for marks in &mut marks {
            marks.retain(|mark| {
                all.records.get(mark.record).is_some_and(|r| r.verdict == Verdict::Discrepancy)
            });
        }
        for row in rows(&self.view, &texts) {
            self.raw(if row.linked { "<div class=\"pair eq\">" } else { "<div class=\"pair\">" });
            for (k, sentence) in row.cells {
                let Some(&n) = texts.get(k) else { continue };
                let (Some(source), Some(outline)) = (self.view.text(n), all.sources.get(n)) else { continue };
                let Some(span) = outline.sentences.get(sentence).map(|s| s.span) else { continue };
                let text = source.text();
                // If the result contains no texts, everything it does not quote is blank.
                if span.slice(text).trim().is_empty() {
                    continue;
                }
                self.raw(&format!("<div class=\"p{k}\" dir=\"auto\">"));
                let here = marks.get(n).map_or(&[][..], Vec::as_slice);
                let first = here.partition_point(|mark| mark.span.start < span.start);
                let here = here.iter().skip(first).take_while(|mark| mark.span.start < span.end);
                // A quotation may extend over several sentences.
                let here = here.filter(|mark| mark.span.end <= span.end).copied().collect_vec();
                for piece in pieces(text, &here, &[span]) {
                    if piece.span.start < span.start || piece.span.end > span.end {
                        continue;
                    }
                    match piece.marks.first().and_then(|mark| all.records.get(mark.record)) {
                        None => self.text(piece.span.slice(text)),
                        Some(record) => {
                            self.raw(&format!(
                                "<span class=\"m {}\"><a href=\"#{}\">",
                                record.relation, record.id
                            ));
                            self.text(piece.span.slice(text));
                            self.raw("</a></span>");
                        }
                    }
                }
                self.raw("</div>");
            }
            self.raw("</div>\n");
        }
        self.raw("</section>\n");
    }
}
