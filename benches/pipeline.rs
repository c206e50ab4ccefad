//! The whole pipeline, on the five reports in seeds/ and on generated news.

#![allow(missing_docs, reason = "criterion's macros make public functions")]

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use testimonia::Reconciler;

#[allow(dead_code, reason = "shared with the other benches")]
mod news;

fn pipeline(criterion: &mut Criterion) {
    let reconciler = Reconciler::new();
    let mut group = criterion.benchmark_group("pipeline");
    group.sample_size(10).measurement_time(Duration::from_secs(5));
    let bundles = [("seeds", news::seeds()), ("1,000 sentences", news::sources(1_000, 7))];
    for (name, sources) in bundles {
        let bytes: usize = sources.iter().map(|s| s.text().len()).sum();
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(BenchmarkId::from_parameter(name), |b| {
            b.iter(|| reconciler.reconcile(black_box(&sources)));
        });
    }
    group.finish();
}

criterion_group!(benches, pipeline);
criterion_main!(benches);
