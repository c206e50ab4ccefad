//! Alignment: which words of two quotations match (a local alignment; Smith and Waterman 1981).

use super::word::{SMALL, Word};
use crate::span::Span;

/// The score of two equal words, by weight, and the costs of a changed and of an omitted word.
const MATCH: f64 = 2.0;
const CHANGE: f64 = -0.6;
const SKIP: f64 = -0.4;

/// Which words of two quotations match.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// The weighted fraction of the shorter quotation's words that the other repeats in order, from 0 to 1.
    pub shared: f64,
    /// The number of matching words.
    pub matched: usize,
    /// The number of words in the longest shared run.
    pub run: usize,
    /// The number of shared content words.
    pub content: usize,
    /// The same without names and numbers, which different utterances on one topic share as well.
    pub common: usize,
    /// The most such words in one run of at least four words.
    pub common_run: usize,
    /// Where they differ, in order: the bytes in each quotation. One side may be empty. Omissions marked by an ellipsis are
    /// not differences.
    pub differences: Vec<(Span, Span)>,
    /// True if one of them marks with an ellipsis that it omits what the other has.
    pub elided: bool,
}

fn text_of<'t>(words: &[Word<'t>]) -> &'t str {
    words.first().map_or("", |w| w.text)
}

pub(super) fn align_words(a: &[Word<'_>], b: &[Word<'_>]) -> Alignment {
    // A fixed order makes ties symmetric.
    if (b.len(), text_of(b)) < (a.len(), text_of(a)) {
        let mut turned = align_ordered(b, a);
        for (here, there) in &mut turned.differences {
            std::mem::swap(here, there);
        }
        return turned;
    }
    align_ordered(a, b)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Stop,
    Both,
    Here,
    There,
}

fn align_ordered(a: &[Word<'_>], b: &[Word<'_>]) -> Alignment {
    let width = b.len() + 1;
    let mut steps = vec![Step::Stop; (a.len() + 1) * width];
    let (mut row, mut above) = (vec![0.0_f64; width], vec![0.0_f64; width]);
    let (mut best, mut end) = (0.0, (0, 0));
    for (i, x) in a.iter().enumerate() {
        std::mem::swap(&mut row, &mut above);
        row[0] = 0.0;
        for (j, y) in b.iter().enumerate() {
            let answers = x.answers(y);
            let diagonal = above[j] + if answers { MATCH * x.weight.max(y.weight) } else { CHANGE };
            // Words that the other omits with an ellipsis cost nothing.
            let skip = |next: Option<&Word<'_>>| if next.is_some_and(|w| w.after_gap) { 0.0 } else { SKIP };
            let (here, there) = (above[j + 1] + skip(b.get(j + 1)), row[j] + skip(a.get(i + 1)));
            let (mut score, mut step) = (0.0, Step::Stop);
            for (value, way) in [(diagonal, Step::Both), (here, Step::Here), (there, Step::There)] {
                if value > score {
                    (score, step) = (value, way);
                }
            }
            row[j + 1] = score;
            steps[(i + 1) * width + j + 1] = step;
            if score > best {
                (best, end) = (score, (i + 1, j + 1));
            }
        }
    }
    let mut matched: Vec<(usize, usize)> = Vec::new();
    let (mut i, mut j) = end;
    loop {
        match steps[i * width + j] {
            Step::Stop => break,
            Step::Both => {
                (i, j) = (i - 1, j - 1);
                if a[i].answers(&b[j]) {
                    matched.push((i, j));
                }
            }
            Step::Here => i -= 1,
            Step::There => j -= 1,
        }
    }
    matched.reverse();
    let total = |words: &[Word<'_>]| words.iter().map(|w| w.weight).sum::<f64>();
    let weight: f64 = matched.iter().map(|&(i, _)| a[i].weight).sum();
    let mut run = 0;
    let mut longest = 0;
    let (mut common, mut common_run) = (0, 0);
    let mut differences = Vec::new();
    let mut elided = false;
    let mut last: Option<(usize, usize)> = None;
    for &(i, j) in &matched {
        let follows = last.is_some_and(|(x, y)| x + 1 == i && y + 1 == j);
        run = if follows { run + 1 } else { 1 };
        longest = longest.max(run);
        common = if follows { common } else { 0 } + usize::from(a[i].is_common());
        if run >= 4 {
            common_run = common_run.max(common);
        }
        let (from_a, from_b) = last.map_or((i, j), |(x, y)| (x + 1, y + 1));
        if !follows && last.is_some() {
            let gap = from_a == i && a[i].after_gap || from_b == j && b[j].after_gap;
            if gap {
                elided = true;
            } else {
                differences.push((cover(a, from_a, i), cover(b, from_b, j)));
            }
        }
        if a[i].key != b[j].key {
            differences.push((a[i].span, b[j].span));
        }
        last = Some((i, j));
    }
    // The words before and after, up to the next punctuation, are a difference only if both have words there.
    if let (Some(&(i, j)), Some((x, y))) = (matched.first(), last) {
        let (from_a, from_b) = (begins(a, i), begins(b, j));
        if from_a < i && from_b < j {
            differences.insert(0, (cover(a, from_a, i), cover(b, from_b, j)));
        }
        let (to_a, to_b) = (ends(a, x + 1), ends(b, y + 1));
        if x + 1 < to_a && y + 1 < to_b {
            differences.push((cover(a, x + 1, to_a), cover(b, y + 1, to_b)));
        }
    }
    let lighter = total(a).min(total(b)).max(SMALL);
    Alignment {
        shared: (weight / lighter).min(1.0),
        matched: matched.len(),
        run: longest,
        common: matched.iter().filter(|&&(i, _)| a[i].is_common()).count(),
        common_run,
        content: matched.iter().filter(|&&(i, _)| a[i].is_content()).count(),
        differences,
        elided,
    }
}

/// The first word of the run without punctuation that ends before word `at`.
fn begins(words: &[Word<'_>], at: usize) -> usize {
    (0..=at).rev().find(|&n| n == 0 || words.get(n).is_some_and(|w| w.after_mark)).unwrap_or(at)
}

/// The end of the run without punctuation that begins with word `at`.
fn ends(words: &[Word<'_>], at: usize) -> usize {
    (at..words.len()).find(|&n| words[n].after_mark).unwrap_or(words.len())
}

/// The bytes of the words from `from` to before `to`; empty if there are none.
fn cover(words: &[Word<'_>], from: usize, to: usize) -> Span {
    match words.get(from..to) {
        Some([first, .., last]) => first.span.cover(last.span),
        Some([only]) => only.span,
        _ => Span::default(),
    }
}
