//! Text to sentences: bytes a second, on real reports and on seeded news.

#![allow(missing_docs, reason = "criterion's macros make public functions")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use icu_segmenter::SentenceSegmenter;
use testimonia::{Lexicon, text};
use unicode_segmentation::UnicodeSegmentation;

fn sentences(criterion: &mut Criterion) {
    let lexicon = Lexicon::english();
    let icu = SentenceSegmenter::new(Default::default());
    let mut group = criterion.benchmark_group("sentences");
    for (name, sources) in [("reports", rivals::reports()), ("seeded", rivals::news(1_000))] {
        group.throughput(Throughput::Bytes(rivals::bytes(&sources)));
        group.bench_function(BenchmarkId::new("testimonia::text::parse", name), |b| {
            let count = |source| text::parse(source, &lexicon).sentences().len();
            b.iter(|| black_box(&sources).iter().map(count).sum::<usize>());
        });
        group.bench_function(BenchmarkId::new("testimonia::text::sentences", name), |b| {
            let count = |source| text::sentences(source, &lexicon).len();
            b.iter(|| black_box(&sources).iter().map(count).sum::<usize>());
        });
        group.bench_function(BenchmarkId::new("icu_segmenter", name), |b| {
            b.iter(|| black_box(&sources).iter().map(|s| icu.segment_str(s.text()).count()).sum::<usize>());
        });
        group.bench_function(BenchmarkId::new("unicode_sentences", name), |b| {
            b.iter(|| {
                black_box(&sources).iter().map(|s| s.text().unicode_sentences().count()).sum::<usize>()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, sentences);
criterion_main!(benches);
