//! Rows: arranges the sentences of several texts so that linked ones are level, as far as the order of each text allows.
//!
//! Links are processed by decreasing confidence; one that would require a text to be read in a different order is skipped (as
//! in the greedy multiple alignment of Morgenstern, Dress and Werner 1996).

use std::cmp::Reverse;

use itertools::Itertools;

use crate::record::Place;
use crate::render::view::View;

/// Sentences in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) struct Row {
    /// The index of a text among those requested, and of its sentence within it; at most one for each text.
    pub(in crate::render) cells: Vec<(usize, usize)>,
    /// True if links connect the row; otherwise its sentences are unrelated.
    pub(in crate::render) linked: bool,
}

/// The rows for these sources, given by position. Every sentence is in one row. Bounded by the number of links times the
/// number of sentences; nearly all links are decided immediately.
pub(in crate::render) fn rows(view: &View<'_>, sources: &[usize]) -> Vec<Row> {
    let lengths =
        sources.iter().map(|&n| view.all.sources.get(n).map_or(0, |s| s.sentences.len())).collect_vec();
    let links = links(view, sources);
    let mut order = Order::new(&lengths);
    for (a, b) in links {
        order.join(a, b);
    }
    order.rows()
}

/// A sentence: the index of its text, and its own index in the text.
type Cell = (usize, usize);

/// The links between sentences of these sources, highest confidence first.
fn links(view: &View<'_>, sources: &[usize]) -> Vec<(Cell, Cell)> {
    let cell = |place: &Place| -> Option<Cell> {
        let number = view.number(&place.source)?;
        let text = sources.iter().position(|&n| n == number)?;
        let sentences = &view.all.sources.get(number)?.sentences;
        let sentence = sentences.binary_search_by_key(&place.span.start, |s| s.span.start).ok()?;
        Some((text, sentence))
    };
    let links = view.all.claims.iter().flat_map(|claim| &claim.links);
    let links = links.filter_map(|link| Some((Reverse(link.score), cell(&link.a)?, cell(&link.b)?)));
    links.sorted_unstable().map(|(_, a, b)| (a, b)).collect()
}

/// Sentences in the order of their texts, some of them joined into rows.
struct Order {
    /// The row of each sentence of each text.
    row_of: Vec<Vec<usize>>,
    /// The sentences in each row; empty for a row that was joined to another.
    rows: Vec<Vec<Cell>>,
    /// The search in which each row was last visited.
    seen: Vec<u32>,
    searches: u32,
}

impl Order {
    fn new(lengths: &[usize]) -> Self {
        let mut rows = Vec::new();
        let mut row_of = Vec::new();
        for (text, &length) in lengths.iter().enumerate() {
            row_of.push((rows.len()..rows.len() + length).collect());
            rows.extend((0..length).map(|sentence| vec![(text, sentence)]));
        }
        let seen = vec![0; rows.len()];
        Self { row_of, rows, seen, searches: 0 }
    }

    fn row(&self, (text, sentence): Cell) -> Option<usize> {
        self.row_of.get(text)?.get(sentence).copied()
    }

    /// Joins the rows of two sentences if every text can still be read in its order.
    fn join(&mut self, a: Cell, b: Cell) {
        let (Some(a), Some(b)) = (self.row(a), self.row(b)) else { return };
        let shares = self.rows[a].iter().any(|(text, _)| self.rows[b].iter().any(|(other, _)| other == text));
        if a == b || shares || self.leads(a, b) || self.leads(b, a) {
            return;
        }
        for (text, sentence) in std::mem::take(&mut self.rows[b]) {
            self.row_of[text][sentence] = a;
            self.rows[a].push((text, sentence));
        }
        self.rows[a].sort_unstable();
    }

    /// True if one row must come before another.
    fn leads(&mut self, from: usize, to: usize) -> bool {
        self.searches += 1;
        let mut open = vec![from];
        while let Some(row) = open.pop() {
            for &(text, sentence) in &self.rows[row] {
                let Some(next) = self.row((text, sentence + 1)) else { continue };
                if next == to {
                    return true;
                }
                // What comes after it in one of its texts does not lead to it.
                let behind = self.rows[next].iter().any(|(text, at)| {
                    self.rows[to].iter().any(|(other, sentence)| other == text && at > sentence)
                });
                if !behind && self.seen[next] != self.searches {
                    self.seen[next] = self.searches;
                    open.push(next);
                }
            }
        }
        false
    }

    /// All rows, in an order in which every text can be read; unlinked sentences share rows as they come.
    fn rows(&self) -> Vec<Row> {
        let mut out = Vec::new();
        let mut at = vec![0; self.row_of.len()];
        loop {
            let next = (0..at.len()).filter_map(|text| self.row((text, at[text]))).collect_vec();
            let is_single = |row: &usize| self.rows[*row].len() == 1;
            let singles = next.iter().filter(|row| is_single(row)).flat_map(|&row| &self.rows[row]).copied();
            let mut cells = singles.collect_vec();
            let linked = cells.is_empty();
            if linked {
                let is_due = |row: &&usize| self.rows[**row].iter().all(|&(text, n)| at[text] == n);
                // There always is one, since no join creates a cycle.
                let Some(&row) = next.iter().filter(is_due).min_by_key(|row| &self.rows[**row]) else {
                    return out;
                };
                cells.clone_from(&self.rows[row]);
            }
            for &(text, sentence) in &cells {
                at[text] = sentence + 1;
            }
            out.push(Row { cells, linked });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lengths: &[usize], links: &[(Cell, Cell)]) -> Vec<String> {
        let mut order = Order::new(lengths);
        links.iter().for_each(|&(a, b)| order.join(a, b));
        let row = |row: Row| {
            let cells = row.cells.iter().map(|(text, n)| format!("{}{n}", ["a", "b", "c", "d"][*text]));
            cells.format(if row.linked { "=" } else { " " }).to_string()
        };
        order.rows().into_iter().map(row).collect()
    }

    #[test]
    fn linked_sentences_stand_level_and_the_others_where_they_come() {
        assert_eq!(rows(&[3, 2], &[((0, 1), (1, 0))]), ["a0", "a1=b0", "a2 b1"]);
        assert_eq!(rows(&[2, 2], &[]), ["a0 b0", "a1 b1"]);
        assert_eq!(rows(&[0, 2], &[]), ["b0", "b1"]);
        assert_eq!(rows(&[], &[]), Vec::<String>::new());
    }

    #[test]
    fn a_text_keeps_its_order_where_links_cross() {
        assert_eq!(rows(&[2, 2], &[((0, 0), (1, 1)), ((0, 1), (1, 0))]), ["b0", "a0=b1", "a1"]);
        // Two texts have one order, two the other: each pair is level.
        let links =
            [((0, 0), (1, 0)), ((0, 1), (1, 1)), ((2, 0), (3, 0)), ((2, 1), (3, 1)), ((0, 0), (2, 1))];
        let found = rows(&[2, 2, 2, 2], &links);
        assert_eq!(found, ["c0=d0", "a0=b0=c1=d1", "a1=b1"]);
    }

    #[test]
    fn no_text_is_twice_in_a_row() {
        let links = [((0, 0), (1, 0)), ((0, 1), (1, 0)), ((1, 0), (2, 0)), ((0, 1), (2, 0))];
        assert_eq!(rows(&[2, 1, 1], &links), ["a0=b0=c0", "a1"]);
    }
}
