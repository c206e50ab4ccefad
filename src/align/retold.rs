//! Retold: adds to each sentence the words in which other sources say the same. "Tremor" and "quake" share no letter
//! sequence, but a third source may have a sentence similar to both. So each sentence gets the words of its best matches in
//! the other sources, and two sentences are compared by these, too (local feedback; Xu and Croft 1996).
//!
//! Function words count here: they are common and have little weight, but sentences copied from one wire report share many of
//! them.

use rustc_hash::FxHashMap;

use crate::align::feature::{Feature, Features};
use crate::align::profile::Profiles;
use crate::math::ln;

/// The least cosine of a match.
const LEAST: f32 = 0.15;
/// The weight of a match's terms, for cosine 1, relative to the sentence's own.
const SHARE: f32 = 0.7;
/// From this many sentences on, rarity is judged by the sentences alone.
const ENOUGH: f32 = 40.0;
/// The most matches added to a sentence, best first.
const MOST: usize = 8;

/// The words of a sentence with their weights, by number; a vector of length 1.
type Words = Vec<(u32, f32)>;

/// Fills in the features of sorted pairs that depend on the matches of sentences. Linear in the number of pairs and the
/// length of sentences.
pub(super) fn compare(all: &Profiles, pairs: &[(u32, u32)], features: &mut [Features]) {
    let own = words(all);
    let cosines: Vec<f32> = pairs.iter().map(|&(a, b)| dot(&own[a as usize], &own[b as usize])).collect();
    let likes = likes(all, pairs, &cosines);
    let joined: Vec<Words> = own.iter().zip(&likes).map(|(words, likes)| join(words, likes, &own)).collect();
    for ((&(a, b), cosine), features) in pairs.iter().zip(cosines).zip(features) {
        let (a, b) = (a as usize, b as usize);
        let (p, q) = (dot(&joined[a], &own[b]), dot(&own[a], &joined[b]));
        features[Feature::Worded as usize] = cosine;
        features[Feature::Retold as usize] = dot(&joined[a], &joined[b]);
        features[Feature::RetoldLess as usize] = p.min(q);
        features[Feature::RetoldMore as usize] = p.max(q);
    }
}

/// All words of each sentence, including function words, weighted by how few of the sentences contain them.
fn words(all: &Profiles) -> Vec<Words> {
    let mut counted: Vec<Words> = Vec::with_capacity(all.sentences.len());
    let mut held: FxHashMap<u32, u32> = FxHashMap::default();
    let mut sounds: Vec<u32> = Vec::new();
    for at in 0..all.sentences.len() {
        sounds.clear();
        sounds.extend_from_slice(all.sequence(at));
        sounds.sort_unstable();
        let mut words = Words::new();
        for run in sounds.chunk_by(|p, q| p == q) {
            let Some(&sound) = run.first() else { continue };
            *held.entry(sound).or_default() += 1;
            words.push((sound, 1.0 + ln(run.len() as f32)));
        }
        counted.push(words);
    }
    let mut at_large: FxHashMap<u32, f32> = FxHashMap::default();
    for word in &all.vocabulary.word {
        let idf = all.vocabulary.background.get(word.term as usize).copied().unwrap_or_default();
        at_large.insert(word.sound, idf);
    }
    // As with terms, a few sentences say little about which words are rare.
    let sentences = all.sentences.len() as f32;
    let own = (sentences / ENOUGH).min(1.0);
    for words in &mut counted {
        for (sound, weight) in &mut *words {
            let held = held.get(sound).copied().unwrap_or_default() as f32;
            let here = 1.0 + ln((1.0 + sentences) / (1.0 + held));
            *weight *= own * here + (1.0 - own) * at_large.get(sound).copied().unwrap_or(here);
        }
        to_length(words);
    }
    counted
}

/// For each sentence, the most similar sentence in each other source, with the cosine.
fn likes(all: &Profiles, pairs: &[(u32, u32)], cosines: &[f32]) -> Vec<Words> {
    let mut likes: Vec<Words> = vec![Vec::new(); all.sentences.len()];
    let source = |at: u32| all.sentences[at as usize].source;
    for (&(a, b), &cosine) in pairs.iter().zip(cosines).filter(|(_, cosine)| **cosine > LEAST) {
        for (one, other) in [(a, b), (b, a)] {
            let best = &mut likes[one as usize];
            match best.iter_mut().find(|(like, _)| source(*like) == source(other)) {
                Some(like) if like.1 < cosine => *like = (other, cosine),
                Some(_) => {}
                None => best.push((other, cosine)),
            }
        }
    }
    for likes in &mut likes {
        likes.sort_unstable_by(|p, q| q.1.total_cmp(&p.1).then(p.0.cmp(&q.0)));
        likes.truncate(MOST);
    }
    likes
}

fn join(own: &[(u32, f32)], likes: &[(u32, f32)], all: &[Words]) -> Words {
    let mut terms = own.to_vec();
    for &(like, cosine) in likes {
        let there = all.get(like as usize).map_or(&[][..], |terms| terms);
        terms.extend(there.iter().map(|&(term, weight)| (term, SHARE * cosine * weight)));
    }
    terms.sort_by_key(|&(term, _)| term);
    let mut joined = Words::with_capacity(terms.len());
    for (term, weight) in terms {
        match joined.last_mut() {
            Some(last) if last.0 == term => last.1 += weight,
            _ => joined.push((term, weight)),
        }
    }
    to_length(&mut joined);
    joined
}

fn to_length(words: &mut Words) {
    let length = words.iter().map(|(_, w)| w * w).sum::<f32>().sqrt().max(1e-6);
    words.iter_mut().for_each(|(_, weight)| *weight /= length);
}

/// The dot product; both lists are sorted by term.
fn dot(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(&(p, v)), Some(&(q, w))) = (a.get(i), b.get(j)) {
        i += usize::from(p <= q);
        j += usize::from(q <= p);
        sum += if p == q { v * w } else { 0.0 };
    }
    sum
}
