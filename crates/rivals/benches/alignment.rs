//! Which sentences of different sources are alike: testimonia's index and features, beside similarities over all pairs.

#![allow(missing_docs, reason = "criterion's macros make public functions")]

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use rustc_hash::{FxHashMap, FxHashSet};
use testimonia::align::{AlignConfig, align};
use testimonia::text::Document;
use testimonia::{Lexicon, mention, text};
use unicode_segmentation::UnicodeSegmentation;

/// From this similarity on a pair counts.
const ALIKE: f64 = 0.6;

/// A sentence with the source it is from.
type Plain<'a> = (usize, &'a str);

fn plain<'a>(documents: &'a [Document<'a>]) -> Vec<Plain<'a>> {
    let sentences = documents.iter().enumerate().flat_map(|(n, document)| {
        document.sentences().iter().map(move |sentence| (n, sentence.span.slice(document.text())))
    });
    sentences.collect()
}

/// How many pairs of different sources are alike.
fn all_pairs(sentences: &[Plain<'_>], alike: impl Fn(usize, usize) -> f64) -> usize {
    let mut count = 0;
    for (a, (source, _)) in sentences.iter().enumerate() {
        for (b, (other, _)) in sentences.iter().enumerate().skip(a + 1) {
            count += usize::from(source != other && alike(a, b) >= ALIKE);
        }
    }
    count
}

/// Each sentence as its words' weights by TF-IDF, of length one, sorted by word.
fn weigh(sentences: &[Plain<'_>]) -> Vec<Vec<(u32, f64)>> {
    let mut ids: FxHashMap<String, u32> = FxHashMap::default();
    let mut found: Vec<f64> = Vec::new();
    let mut counted: Vec<FxHashMap<u32, f64>> = Vec::new();
    for (_, sentence) in sentences {
        let mut words: FxHashMap<u32, f64> = FxHashMap::default();
        for word in sentence.unicode_words() {
            let next = ids.len() as u32;
            *words.entry(*ids.entry(word.to_lowercase()).or_insert(next)).or_default() += 1.0;
        }
        found.resize(ids.len(), 0.0);
        words.keys().for_each(|&word| found[word as usize] += 1.0);
        counted.push(words);
    }
    let total = sentences.len() as f64;
    let weigh = |words: FxHashMap<u32, f64>| {
        let mut weights: Vec<(u32, f64)> =
            words.into_iter().map(|(word, n)| (word, n * (total / found[word as usize]).ln())).collect();
        weights.sort_by_key(|&(word, _)| word);
        let length = weights.iter().map(|(_, w)| w * w).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
        weights.iter_mut().for_each(|(_, w)| *w /= length);
        weights
    };
    counted.into_iter().map(weigh).collect()
}

/// The cosine of two sorted rows of length one.
fn cosine(a: &[(u32, f64)], b: &[(u32, f64)]) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        if x.0 == y.0 {
            sum += x.1 * y.1;
        }
        i += usize::from(x.0 <= y.0);
        j += usize::from(y.0 <= x.0);
    }
    sum
}

/// The share of words that two sentences have in common (Jaccard).
fn jaccard(a: &FxHashSet<String>, b: &FxHashSet<String>) -> f64 {
    let common = a.intersection(b).count();
    common as f64 / (a.len() + b.len() - common).max(1) as f64
}

fn alignment(criterion: &mut Criterion) {
    let lexicon = Lexicon::english();
    let config = AlignConfig::default();
    let sources = rivals::news(1_000);
    let documents: Vec<_> = sources.iter().map(|source| text::parse(source, &lexicon)).collect();
    let sentences = plain(&documents);

    let mut group = criterion.benchmark_group("alignment");
    group.sample_size(10).measurement_time(Duration::from_secs(5)).sampling_mode(SamplingMode::Flat);
    group.throughput(Throughput::Elements(sentences.len() as u64));
    let id = |name: &str| BenchmarkId::new(name, sentences.len());
    group.bench_function(id("testimonia, text to links"), |b| {
        b.iter(|| {
            let parse = |source| text::parse(source, &lexicon);
            let documents: Vec<_> = black_box(&sources).iter().map(parse).collect();
            let mentions = mention::extract(&documents, &lexicon);
            align(&documents, &mentions, &lexicon, &config).links.len()
        });
    });
    let mentions = mention::extract(&documents, &lexicon);
    group.bench_function(id("testimonia::align alone"), |b| {
        b.iter(|| align(black_box(&documents), &mentions, &lexicon, &config).links.len());
    });
    group.bench_function(id("TF-IDF cosine, all pairs"), |b| {
        b.iter(|| {
            let rows = weigh(black_box(&sentences));
            all_pairs(&sentences, |a, b| cosine(&rows[a], &rows[b]))
        });
    });
    group.bench_function(id("Jaccard of words, all pairs"), |b| {
        b.iter(|| {
            let words = |(_, s): &Plain<'_>| s.unicode_words().map(str::to_lowercase).collect();
            let sets: Vec<FxHashSet<String>> = black_box(&sentences).iter().map(words).collect();
            all_pairs(&sentences, |a, b| jaccard(&sets[a], &sets[b]))
        });
    });
    group.bench_function(id("strsim::sorensen_dice, all pairs"), |b| {
        b.iter(|| {
            all_pairs(black_box(&sentences), |a, b| strsim::sorensen_dice(sentences[a].1, sentences[b].1))
        });
    });
    group.bench_function(id("rapidfuzz::fuzz::ratio, all pairs"), |b| {
        b.iter(|| {
            all_pairs(black_box(&sentences), |a, b| {
                rapidfuzz::fuzz::ratio(sentences[a].1.chars(), sentences[b].1.chars())
            })
        });
    });
    group.finish();
}

criterion_group!(benches, alignment);
criterion_main!(benches);
