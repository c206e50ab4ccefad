//! The full texts, in which linked sentences and mentions are marked and link to their counterparts.
//!
//! Without a script, everything shown on hover or focus must be in the page: each linked sentence and each mention has a note
//! with its counterparts, which the style shows while it is hovered or focused.

use itertools::Itertools;

use crate::compare::{Relation, Verdict};
use crate::record::{Place, Reading};
use crate::render::context::shorten;
use crate::render::html::Page;
use crate::render::marks::{Mark, Piece, by_source, pieces};
use crate::span::Span;

/// The most counterparts in a note, and the length of each in characters.
const COUNTERPARTS: usize = 6;
const LONGEST: usize = 200;
/// The most records, readings and sources in the note of a mention.
const RECORDS: usize = 3;
const READINGS: usize = 4;
const SOURCES: usize = 4;

impl<'a> Page<'a> {
    pub(super) fn texts(&mut self) {
        self.raw("<section id=\"texts\" aria-labelledby=\"h-t\"><h2 id=\"h-t\">Texts</h2>\n");
        self.raw("<p class=\"legend\">A sentence that another source has too ends in <a class=\"k\" href=\"#claims\">⇄</a>, which ");
        self.raw("leads to its claim; a <span class=\"m variant\"><a href=\"#discrepancies\">mention</a></span> leads to its record. ");
        self.raw("Point at either, or go there with the tab key, to see the counterparts.</p>\n");
        let marks = by_source(&self.view);
        for (n, marks) in marks.iter().enumerate() {
            self.source(n, marks);
        }
        self.raw("</section>\n");
    }

    fn source(&mut self, n: usize, marks: &[Mark]) {
        let view = &self.view;
        let (Some(outline), Some(source)) = (view.all.sources.get(n), view.text(n)) else { return };
        self.raw(&format!(
            "<article class=\"source\" aria-labelledby=\"t{n}\"><h3 id=\"t{n}\">{}. <bdi>",
            n + 1
        ));
        self.text(&outline.id);
        self.raw("</bdi></h3>\n");
        let published = outline.published.map(|when| when.to_string());
        let about = [outline.publisher.clone(), published].into_iter().flatten().join(", ");
        if !about.is_empty() {
            self.raw("<p class=\"support\"><bdi>");
            self.text(&about);
            self.raw("</bdi></p>\n");
        }
        self.raw("<div class=\"text\" dir=\"auto\">");
        let text = source.text();
        let spans: Vec<Span> = outline.sentences.iter().map(|s| s.span).collect();
        let mut sentence = 0;
        let mut open = false;
        for piece in pieces(text, marks, &spans) {
            while spans.get(sentence).is_some_and(|s| s.end <= piece.span.start) {
                if open {
                    self.end_sentence(n, sentence);
                    open = false;
                }
                sentence += 1;
            }
            let begins = spans.get(sentence).is_some_and(|s| s.start == piece.span.start);
            if begins && !self.places.of(n, sentence).is_empty() {
                self.raw(&format!("<span class=\"s\" id=\"s{n}-{sentence}\">"));
                open = true;
            }
            self.piece(text, &piece);
        }
        if open {
            self.end_sentence(n, sentence);
        }
        self.raw("</div></article>\n");
    }

    /// Ends a linked sentence with a link to its claim and a note of its counterparts.
    fn end_sentence(&mut self, source: usize, sentence: usize) {
        let all = self.view.all;
        let here = &all.sources[source].sentences[sentence].span;
        let claims = self.places.of(source, sentence).iter().filter_map(|&n| all.claims.get(n as usize));
        let claims = claims.collect_vec();
        let Some(first) = claims.first() else { return };
        let id = &all.sources[source].id;
        let others = claims.iter().flat_map(|claim| &claim.sentences);
        let others = others.filter(|s| s.source != *id || s.span != *here);
        let others = others.unique_by(|s| (s.source.as_str(), s.span)).collect_vec();
        self.raw(&format!(
            "<a class=\"k\" href=\"#{}\" aria-label=\"The same claim elsewhere\">⇄</a>",
            first.id
        ));
        self.raw("<span class=\"pop\" role=\"note\">");
        for other in others.iter().take(COUNTERPARTS) {
            let place =
                Place { source: other.source.clone(), span: other.span, characters: other.characters };
            self.raw("<span class=\"row\">");
            self.source_link(&other.source, self.sentence_anchor(&place));
            self.raw(": <bdi>");
            self.text(&shorten(&other.text, LONGEST));
            self.raw("</bdi></span>");
        }
        if others.len() > COUNTERPARTS {
            self.raw(&format!("<span class=\"row\">and {} more</span>", others.len() - COUNTERPARTS));
        }
        self.raw("</span></span>");
    }

    fn piece(&mut self, text: &str, piece: &Piece) {
        let Some(first) = piece.marks.first() else {
            self.text(piece.span.slice(text));
            return;
        };
        let records = &self.view.all.records;
        let Some(record) = records.get(first.record) else { return };
        let begins = |mark: &&Mark| mark.span.start == piece.span.start;
        for mark in piece.marks.iter().skip(1).filter(begins) {
            self.raw(&format!("<i id=\"m{}-{}\"></i>", mark.record, mark.mention));
        }
        // One tab stop per mention, however many pieces it is cut into.
        let place = match begins(&first) {
            true => format!("id=\"m{}-{}\"", first.record, first.mention),
            false => "tabindex=\"-1\"".to_owned(),
        };
        let class = match record.verdict {
            Verdict::Agreement => "agree".to_owned(),
            Verdict::Discrepancy => record.relation.to_string(),
        };
        self.raw(&format!("<span class=\"m {class}\"><a {place} href=\"#{}\">", record.id));
        self.text(piece.span.slice(text));
        self.raw("</a><span class=\"pop\" role=\"note\">");
        for mark in piece.marks.iter().unique_by(|mark| mark.record).take(RECORDS) {
            self.note(mark);
        }
        self.raw("</span></span>");
    }

    /// What a record says next to one of its mentions: the other readings, and the other sources of this one.
    fn note(&mut self, mark: &Mark) {
        let Some(record) = self.view.all.records.get(mark.record) else { return };
        self.raw(&format!("<span class=\"row\"><i>{}, {}</i> ", record.facet, record.relation));
        let joint = match record.relation {
            Relation::Identical | Relation::Equivalent | Relation::Refinement => "also",
            _ => "elsewhere",
        };
        let mut first = 0;
        let mut shown = 0;
        let mut parted = "";
        for (n, reading) in record.readings.iter().enumerate() {
            let own = n == mark.reading;
            if own && reading.support.sources > 1 {
                let here = reading.mentions.get(mark.mention - first).map(|mention| mention.source.as_str());
                self.raw(&format!("{parted}the same in "));
                self.sources_of_reading(mark.record, first, reading, here);
                parted = "; ";
            } else if !own && shown < READINGS {
                shown += 1;
                self.raw(&format!("{parted}{joint} “<bdi>"));
                self.text(&shorten(&reading.words(), LONGEST));
                self.raw("</bdi>” ");
                self.sources_of_reading(mark.record, first, reading, None);
                parted = "; ";
            }
            first += reading.mentions.len();
        }
        self.raw("</span>");
    }

    fn sources_of_reading(
        &mut self,
        record: usize,
        first: usize,
        reading: &'a Reading,
        except: Option<&str>,
    ) {
        let places = reading.mentions.iter().enumerate().dedup_by(|(_, a), (_, b)| a.source == b.source);
        let places = places.filter(|(_, mention)| Some(mention.source.as_str()) != except);
        // Reads no more than it shows, since a name may occur thousands of times.
        for (k, (n, mention)) in places.take(SOURCES + 1).enumerate() {
            match k {
                0 => {}
                SOURCES => {
                    self.raw(", ..");
                    break;
                }
                _ => self.raw(", "),
            }
            self.source_link(&mention.source, self.anchor(record, first + n, mention));
        }
    }
}
