//! How fast sentences are linked, compared with running a string similarity over all pairs.

#![allow(missing_docs, reason = "criterion's macros make public functions")]

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use testimonia::align::{AlignConfig, align};
use testimonia::{Lexicon, mention, text};

#[allow(dead_code, reason = "shared with the other benches")]
mod news;

fn alignment(criterion: &mut Criterion) {
    let lexicon = Lexicon::english();
    let config = AlignConfig::default();
    let mut group = criterion.benchmark_group("alignment");
    group.sample_size(10).measurement_time(Duration::from_secs(5)).sampling_mode(SamplingMode::Flat);
    for size in [100, 1_000, 10_000] {
        let sources = news::sources(size, 7);
        let documents: Vec<_> = sources.iter().map(|source| text::parse(source, &lexicon)).collect();
        let mentions = mention::extract(&documents, &lexicon);
        let sentences: usize = documents.iter().map(|d| d.sentences().len()).sum();
        group.throughput(Throughput::Elements(sentences as u64));
        group.bench_function(BenchmarkId::new("testimonia", size), |b| {
            b.iter(|| align(black_box(&documents), &mentions, &lexicon, &config));
        });
        // Ten thousand sentences make fifty million pairs: minutes per iteration.
        if size > 1_000 {
            continue;
        }
        let plain: Vec<(usize, &str)> = documents
            .iter()
            .enumerate()
            .flat_map(|(n, d)| d.sentences().iter().map(move |s| (n, s.span.slice(d.text()))))
            .collect();
        group.bench_function(BenchmarkId::new("strsim::sorensen_dice, all pairs", size), |b| {
            b.iter(|| {
                let mut links = 0;
                for (i, (source, sentence)) in plain.iter().enumerate() {
                    for (other, against) in &plain[i + 1..] {
                        links +=
                            usize::from(source != other && strsim::sorensen_dice(sentence, against) > 0.6);
                    }
                }
                black_box(links)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, alignment);
criterion_main!(benches);
