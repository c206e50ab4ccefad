//! Marks: the positions of records in a text, cut at every boundary to avoid overlaps.
//!
//! Mentions may nest (a name in a quotation) or cross. A text is therefore cut at all of their boundaries, and a piece
//! belongs to every mention that covers it.

use crate::compare::Verdict;
use crate::render::view::View;
use crate::span::Span;

/// A mention of a record in one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) record: usize,
    pub(super) reading: usize,
    /// Its index among the record's mentions.
    pub(super) mention: usize,
    pub(super) discrepancy: bool,
}

impl Mark {
    /// Discrepancies before agreements, shorter mentions before those that contain them.
    fn rank(&self) -> (bool, usize, usize) {
        (!self.discrepancy, self.span.len(), self.record)
    }
}

/// A piece of text between two boundaries, with the mentions that cover it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) span: Span,
    /// The piece links to the first of these.
    pub(super) marks: Vec<Mark>,
}

/// The most marks of one piece; more would only make it longer.
const KEPT: usize = 6;

/// The marks in each source, in order. Mentions that are not in the texts are left out.
pub(super) fn by_source(view: &View<'_>) -> Vec<Vec<Mark>> {
    let mut out = vec![Vec::new(); view.all.sources.len()];
    for (n, record) in view.all.records.iter().enumerate() {
        let discrepancy = record.verdict == Verdict::Discrepancy;
        let mentions = record.readings.iter().enumerate();
        let mentions = mentions.flat_map(|(k, reading)| reading.mentions.iter().map(move |m| (k, m)));
        for (mention, (reading, place)) in mentions.enumerate() {
            let Some(source) = view.number(&place.source) else { continue };
            let stands = view.text(source).is_some_and(|text| !place.span.slice(text.text()).is_empty());
            if stands {
                out[source].push(Mark { span: place.span, record: n, reading, mention, discrepancy });
            }
        }
    }
    for marks in &mut out {
        marks.sort_by_key(|mark| (mark.span, mark.record, mark.mention));
    }
    out
}

/// Cuts a text at the boundaries of its marks and sentences. Linear in both, times the number of marks over one place.
pub(super) fn pieces(text: &str, marks: &[Mark], sentences: &[Span]) -> Vec<Piece> {
    let spans = marks.iter().map(|mark| mark.span).chain(sentences.iter().copied());
    let mut borders: Vec<usize> = spans.flat_map(|span| [span.start, span.end]).collect();
    borders.extend([0, text.len()]);
    borders.retain(|&at| text.is_char_boundary(at));
    borders.sort_unstable();
    borders.dedup();
    let mut rest = marks.iter().peekable();
    let mut over: Vec<Mark> = Vec::new();
    let mut out = Vec::with_capacity(borders.len());
    for border in borders.windows(2) {
        let &[start, end] = border else { continue };
        over.retain(|mark| mark.span.end > start);
        while let Some(mark) = rest.next_if(|mark| mark.span.start <= start) {
            over.push(*mark);
        }
        let mut marks = over.clone();
        marks.sort_by_key(Mark::rank);
        // A mark that begins here is always kept, since links lead to it.
        let mut kept = 0;
        marks.retain(|mark| {
            kept += 1;
            kept <= KEPT || mark.span.start == start
        });
        out.push(Piece { span: Span::new(start, end), marks });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(record: usize, start: usize, end: usize, discrepancy: bool) -> Mark {
        Mark { span: Span::new(start, end), record, reading: 0, mention: 0, discrepancy }
    }

    /// `start..end: records` for every piece.
    fn cut(text: &str, marks: &[Mark], sentences: &[Span]) -> Vec<(usize, usize, Vec<usize>)> {
        let pieces = pieces(text, marks, sentences);
        let all: String = pieces.iter().map(|piece| piece.span.slice(text)).collect();
        assert_eq!(all, text, "pieces tile the text");
        pieces
            .iter()
            .map(|p| (p.span.start, p.span.end, p.marks.iter().map(|m| m.record).collect()))
            .collect()
    }

    #[test]
    fn marks_that_nest_or_cross_are_cut_at_their_borders() {
        let nested = [mark(0, 0, 8, false), mark(1, 2, 4, false)];
        assert_eq!(
            cut("abcdefghij", &nested, &[]),
            [(0, 2, vec![0]), (2, 4, vec![1, 0]), (4, 8, vec![0]), (8, 10, vec![])]
        );
        let crossing = [mark(0, 0, 5, false), mark(1, 3, 8, false)];
        assert_eq!(
            cut("abcdefghij", &crossing, &[Span::new(0, 9)]),
            [(0, 3, vec![0]), (3, 5, vec![0, 1]), (5, 8, vec![1]), (8, 9, vec![]), (9, 10, vec![])]
        );
    }

    #[test]
    fn a_discrepancy_comes_before_an_agreement_within_it() {
        let marks = [mark(0, 0, 8, true), mark(1, 2, 4, false)];
        assert_eq!(cut("abcdefgh", &marks, &[])[1], (2, 4, vec![0, 1]));
    }

    #[test]
    fn a_span_that_cuts_a_character_cuts_nothing() {
        assert_eq!(cut("aéb", &[mark(0, 0, 2, false)], &[]).len(), 1);
    }
}
