//! The comparison of two names, next to strsim's Jaro-Winkler on the same pairs; and the selection of pairs among many names.

#![allow(missing_docs, reason = "criterion's macros make public functions")]

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use testimonia::Lexicon;
use testimonia::compare::name::{candidates, compare};
use testimonia::mention::NameKind;

/// Pairs of names from the news: two spellings of one name, or two names.
const LIST: &str = include_str!("../tests/cases/name_list.txt");

fn words() -> Vec<(String, String)> {
    let pairs = LIST.lines().filter(|l| !l.starts_with(['#', '['])).flat_map(|l| l.split(' '));
    pairs.filter_map(|pair| pair.split_once('~')).map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

/// Two-word names: each pair combined with the next one.
fn full_names() -> Vec<(String, String)> {
    let words = words();
    let next = words.iter().cycle().skip(1);
    words.iter().zip(next).map(|((a, b), (c, d))| (format!("{a} {c}"), format!("{b} {d}"))).collect()
}

/// Combinations of the first words of the pairs, up to `count`.
fn many(count: usize) -> Vec<String> {
    let words: Vec<String> = words().into_iter().flat_map(|(a, b)| [a, b]).collect();
    let pairs = words.iter().flat_map(|a| words.iter().map(move |b| format!("{a} {b}")));
    // A step coprime to the number of words spreads the combinations.
    pairs.step_by(7).take(count).collect()
}

fn names(criterion: &mut Criterion) {
    let lexicon = Lexicon::english();
    let mut group = criterion.benchmark_group("names");
    group.measurement_time(Duration::from_secs(3)).sample_size(30);
    for (what, pairs) in [("words", words()), ("full names", full_names())] {
        group.throughput(Throughput::Elements(pairs.len() as u64));
        group.bench_function(format!("compare/{what}"), |b| {
            let one = |a: &str, b: &str| compare(a, b, NameKind::Other, &lexicon).probability;
            b.iter(|| black_box(&pairs).iter().map(|(a, b)| one(a, b)).sum::<f64>());
        });
        group.bench_function(format!("strsim::jaro_winkler/{what}"), |b| {
            b.iter(|| black_box(&pairs).iter().map(|(a, b)| strsim::jaro_winkler(a, b)).sum::<f64>());
        });
    }
    let made = many(10_000);
    let made: Vec<&str> = made.iter().map(String::as_str).collect();
    group.throughput(Throughput::Elements(made.len() as u64)).sample_size(10);
    group.bench_function("candidates/10000", |b| {
        b.iter(|| candidates(black_box(&made), NameKind::Other, &lexicon).len());
    });
    group.finish();
}

criterion_group!(benches, names);
criterion_main!(benches);
