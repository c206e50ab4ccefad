//! Attaching: roundups, live blogs and ungrouped articles, which may join a story but not create one.

use std::cmp::Reverse;

use crate::story::Settings;
use crate::story::candidate::Pair;
use crate::text::{Document, SentenceKind};

/// Articles in a group of at most this size may still join a larger one individually.
pub(super) const SMALL: usize = 2;

/// How many of a story's articles must be near.
pub(super) const WITNESSES: usize = 3;

/// True for an article that reports many events, or a live report of one: its heading begins or ends as one of these do.
pub(super) fn is_roundup(document: &Document<'_>, headings: &[Vec<&str>]) -> bool {
    let Some(first) = document.sentences().first().filter(|s| s.kind != SentenceKind::Body) else {
        return false;
    };
    let words: Vec<&str> = first
        .tokens
        .clone()
        .filter(|&at| document.tokens().get(at).is_some_and(|t| t.is_word()))
        .map(|at| document.folded(at))
        .collect();
    headings.iter().any(|heading| words.starts_with(heading) || words.ends_with(heading))
}

/// Adds roundups and articles from small groups to the story with the nearest articles. This never merges two groups.
pub(super) fn attach(
    groups: &mut [u32],
    pairs: impl Iterator<Item = Pair>,
    loose: &[bool],
    settings: &Settings,
) {
    let mut size = vec![0_usize; groups.len()];
    groups.iter().for_each(|&group| size[group as usize] += 1);
    let is_small = |at: u32| size[groups[at as usize] as usize] <= SMALL;
    // The article, the story it may join, and how near it is to one of the story's articles.
    let mut near: Vec<(u32, u32, Reverse<u32>)> = Vec::new();
    for pair in pairs {
        for (small, large) in [(pair.a, pair.b), (pair.b, pair.a)] {
            let may =
                is_small(small) && (!is_small(large) || loose[small as usize] && !loose[large as usize]);
            if may && groups[small as usize] != groups[large as usize] {
                near.push((small, groups[large as usize], Reverse(pair.value)));
            }
        }
    }
    near.sort_unstable();
    let mut best: Vec<(u32, u64, u32)> = Vec::new();
    for run in near.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let Some(&(article, group, _)) = run.first() else { continue };
        let witnesses = WITNESSES.min(size[group as usize]);
        let mean = run.iter().take(witnesses).map(|(_, _, value)| u64::from(value.0)).sum::<u64>()
            / witnesses.max(1) as u64;
        match best.last_mut() {
            Some(last) if last.0 == article => {
                if mean > last.1 {
                    *last = (article, mean, group);
                }
            }
            _ => best.push((article, mean, group)),
        }
    }
    // Groups are named by their first article, which may be one that moves; the caller names them anew.
    for (article, mean, group) in best {
        if mean >= settings.attach {
            groups[article as usize] = group;
        }
    }
}
