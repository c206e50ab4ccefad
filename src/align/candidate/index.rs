//! Indexes: from what a sentence holds to the sentences that hold it too.

use crate::align::profile::Profiles;
use crate::math::{ln, square};

/// For each term, the sentences that hold it, in order, with its weight there.
pub(super) struct Terms {
    starts: Vec<u32>,
    postings: Vec<(u32, f32)>,
}

impl Terms {
    /// Of terms that no more than `most` sentences hold.
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

/// Words side by side, by sound: what a sentence shares with its copy however common its words are, and with few others.
/// Two words may be mistaken for two others where their hashes collide, which costs a comparison and no more.
pub(super) struct Runs {
    /// For each two words, the sentences that hold them, in order.
    starts: Vec<u32>,
    postings: Vec<u32>,
    /// For each sentence, the two words it shares.
    of_sentence: Vec<u32>,
    shared: Vec<u32>,
    sentences: f32,
}

impl Runs {
    /// Of those that two to `most` sentences hold.
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

    /// For each two words of a sentence that others hold, these, with what the words weigh: as a term's, the square of its idf.
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

/// What belongs to a number, given where that of each begins.
fn slice<'a, T>(starts: &[u32], all: &'a [T], number: usize) -> &'a [T] {
    match starts.get(number..number + 2) {
        Some(&[start, end]) => all.get(start as usize..end as usize).unwrap_or_default(),
        _ => &[],
    }
}
