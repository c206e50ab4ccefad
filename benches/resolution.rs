//! The cost of resolving next to that of linking: a thousand claims of five sentences each, from five sources that report the same
//! things in different words. One bundle has sentences of made-up words, as in the other benches; the other has facts, sentences
//! that each contain a name, a count and a date, so that each claim has nine records.
//!
//! To count instructions instead of time: `valgrind --tool=callgrind target/release/deps/resolution-* --bench --test`, which runs
//! both once.

#![allow(missing_docs, reason = "criterion's macros make public functions")]

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use testimonia::align::{AlignConfig, Events, align};
use testimonia::provenance::{self, ProvenanceConfig};
use testimonia::resolve::{self, Bundle, ResolveConfig};
use testimonia::{Lexicon, entity, mention, text};

#[allow(dead_code, reason = "shared with the other benches")]
mod news;

fn resolution(criterion: &mut Criterion) {
    let lexicon = Lexicon::english();
    let config = AlignConfig::default();
    let mut group = criterion.benchmark_group("resolution");
    group.sample_size(10).measurement_time(Duration::from_secs(5)).sampling_mode(SamplingMode::Flat);
    let bundles = [("words", news::claims::of_words(1_000, 7)), ("facts", news::claims::of_facts(1_000, 7))];
    for (name, sources) in bundles {
        let documents: Vec<_> = sources.iter().map(|source| text::parse(source, &lexicon)).collect();
        let mentions = mention::extract(&documents, &lexicon);
        let alignment = align(&documents, &mentions, &lexicon, &config);
        let clusters = entity::find(&documents, &mentions, &alignment, &lexicon);
        let derive = ProvenanceConfig::default();
        let (_, dependence) =
            provenance::derive(&documents, &mentions, &alignment, &clusters, &lexicon, &derive);
        let events = Events::of(&alignment, &documents);
        let bundle = Bundle {
            documents: &documents,
            mentions: &mentions,
            alignment: &alignment,
            clusters: &clusters,
            dependence: &dependence,
            events: &events,
            lexicon: &lexicon,
        };
        group.throughput(Throughput::Elements(alignment.claims.len() as u64));
        group.bench_function(BenchmarkId::new("align", name), |b| {
            b.iter_with_large_drop(|| align(black_box(&documents), &mentions, &lexicon, &config));
        });
        group.bench_function(BenchmarkId::new("resolve", name), |b| {
            b.iter_with_large_drop(|| resolve::resolve(black_box(&bundle), &ResolveConfig::default()));
        });
    }
    group.finish();
}

criterion_group!(benches, resolution);
criterion_main!(benches);
