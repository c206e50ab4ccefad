//! Indexes: from what a sentence contains to the other sentences that contain it.

use crate::align::profile::Profiles;
use crate::math::{ln, square};

/// For each term, the sentences that contain it, in order, with its weight there.
pub(super) struct Terms {
    starts: Vec<u32>,
    postings: Vec<(u32, f32)>,
}

impl Terms {
    /// For terms that at most `most` sentences contain.
    pub(super) fn new(all: &Profiles, most: u32) -> Self {
        let mut starts = Vec::with_capacity(all.frequency.len() + 1);
        let mut total = 0;
        for &df in &all.frequency {
            starts.push(total);
            total += if df <= most { df } else { 0 };
        }
        starts.push(total);
        let mut next = starts.clone();
        let mut postings = vec![(0, 0.0); total as usize];
        for at in 0..all.sentences.len() {
            for count in all.terms(at) {
                let term = count.term as usize;
                if all.frequency[term] <= most {
                    postings[next[term] as usize] = (at as u32, count.weight * all.idf[term]);
                    next[term] += 1;
                }
            }
        }
        Self { starts, postings }
    }

    pub(super) fn postings(&self, term: u32) -> &[(u32, f32)] {
        slice(&self.starts, &self.postings, term as usize)
    }
}

/// Pairs of adjacent words, by sound: a sentence shares these with a copy, however common its words are, and with few other
/// sentences. If hashes collide, two pairs are mistaken for each other, which costs only a comparison.
pub(super) struct Runs {
    /// For each pair of words, the sentences that contain it, in order.
    starts: Vec<u32>,
    postings: Vec<u32>,
    /// For each sentence, the pairs of words it shares with others.
    of_sentence: Vec<u32>,
    shared: Vec<u32>,
    sentences: f32,
}

impl Runs {
    /// For pairs that two to `most` sentences contain.
    pub(super) fn new(all: &Profiles, most: usize) -> Self {
        let sentences = all.sentences.len();
        let mut held: Vec<u64> = Vec::new();
        for at in 0..sentences {
            let words = all.sequence(at).windows(2);
            held.extend(words.filter_map(|w| match w {
                &[first, second] => Some(u64::from(hash(first, second)) << 32 | at as u64),
                _ => None,
            }));
        }
        held.sort_unstable();
        held.dedup();
        let (mut starts, mut postings) = (vec![0], Vec::new());
        let mut of_sentence = vec![0_u32; sentences + 1];
        for same in held.chunk_by(|a, b| a >> 32 == b >> 32).filter(|s| (2..=most).contains(&s.len())) {
            postings.extend(same.iter().map(|&entry| entry as u32));
            starts.push(postings.len() as u32);
            for &entry in same {
                of_sentence[entry as u32 as usize + 1] += 1;
            }
        }
        drop(held);
        for at in 1..of_sentence.len() {
            of_sentence[at] += of_sentence[at - 1];
        }
        let mut next = of_sentence.clone();
        let mut shared = vec![0_u32; postings.len()];
        for (number, bounds) in (0..).zip(starts.windows(2)) {
            for &at in &postings[bounds[0] as usize..bounds[1] as usize] {
                shared[next[at as usize] as usize] = number;
                next[at as usize] += 1;
            }
        }
        Self { starts, postings, of_sentence, shared, sentences: sentences as f32 }
    }

    /// For each pair of words in a sentence that others contain, these sentences and the weight of the words: the square of
    /// their idf, as for a term.
    pub(super) fn of(&self, sentence: usize) -> impl Iterator<Item = (&[u32], f32)> + '_ {
        slice(&self.of_sentence, &self.shared, sentence).iter().map(|&number| {
            let others = slice(&self.starts, &self.postings, number as usize);
            (others, square(ln(self.sentences / others.len().max(1) as f32)))
        })
    }
}

fn hash(first: u32, second: u32) -> u32 {
    first.wrapping_mul(0x9e37_79b1) ^ second.wrapping_mul(0x85eb_ca77).rotate_left(16)
}

/// The items that belong to a number, given where each number's begin.
fn slice<'a, T>(starts: &[u32], all: &'a [T], number: usize) -> &'a [T] {
    match starts.get(number..number + 2) {
        Some(&[start, end]) => all.get(start as usize..end as usize).unwrap_or_default(),
        _ => &[],
    }
}
