//! Text to mentions, beside the bare division of the same text into words.

#![allow(missing_docs, reason = "criterion's macros make public functions")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use testimonia::{Lexicon, Source, mention, text};
use unicode_segmentation::UnicodeSegmentation;

fn mentions(criterion: &mut Criterion) {
    let lexicon = Lexicon::english();
    let mut group = criterion.benchmark_group("mentions");
    for (name, sources) in [("reports", rivals::reports()), ("seeded", rivals::news(1_000))] {
        group.throughput(Throughput::Bytes(rivals::bytes(&sources)));
        group.bench_function(BenchmarkId::new("testimonia, text to mentions", name), |b| {
            let parse = |source| text::parse(source, &lexicon);
            b.iter(|| {
                let documents: Vec<_> = black_box(&sources).iter().map(parse).collect();
                mention::extract(&documents, &lexicon)
            });
        });
        group.bench_function(BenchmarkId::new("unicode_words, kept", name), |b| {
            let keep = |source: &Source| source.text().unicode_words().collect::<Vec<_>>().len();
            b.iter(|| black_box(&sources).iter().map(keep).sum::<usize>());
        });
        group.bench_function(BenchmarkId::new("unicode_words, counted", name), |b| {
            let count = |source: &Source| source.text().unicode_words().count();
            b.iter(|| black_box(&sources).iter().map(count).sum::<usize>());
        });
    }
    group.finish();
}

criterion_group!(benches, mentions);
criterion_main!(benches);
