//! Each stage by itself on 1,000 sentences of generated news, and text to mentions on hostile texts.

#![allow(missing_docs, reason = "criterion's macros make public functions")]

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use testimonia::align::{AlignConfig, Events, align};
use testimonia::provenance::{self, ProvenanceConfig};
use testimonia::resolve::{self, Bundle, ResolveConfig};
use testimonia::{Lexicon, Source, entity, mention, text};

#[path = "hostile/mod.rs"]
mod hostile_texts;
#[allow(dead_code, reason = "shared with the other benches")]
mod news;

fn stages(criterion: &mut Criterion) {
    let lexicon = Lexicon::english();
    let sources = news::sources(1_000, 7);
    let bytes: usize = sources.iter().map(|s| s.text().len()).sum();
    let documents: Vec<_> = sources.iter().map(|source| text::parse(source, &lexicon)).collect();
    let mentions = mention::extract(&documents, &lexicon);
    let config = AlignConfig::default();
    let alignment = align(&documents, &mentions, &lexicon, &config);
    let clusters = entity::find(&documents, &mentions, &alignment, &lexicon);
    let derive = ProvenanceConfig::default();
    let (_, dependence) = provenance::derive(&documents, &mentions, &alignment, &clusters, &lexicon, &derive);
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

    let mut group = criterion.benchmark_group("stages");
    group.measurement_time(Duration::from_secs(3)).throughput(Throughput::Bytes(bytes as u64));
    group.sample_size(20);
    group.bench_function("text::parse", |b| {
        b.iter(|| {
            sources.iter().map(|s| text::parse(black_box(s), &lexicon).sentences().len()).sum::<usize>()
        });
    });
    group
        .bench_function("mention::extract", |b| b.iter(|| mention::extract(black_box(&documents), &lexicon)));
    group.bench_function("align::align", |b| {
        b.iter(|| align(black_box(&documents), &mentions, &lexicon, &config));
    });
    group.bench_function("entity::find", |b| {
        b.iter(|| entity::find(black_box(&documents), &mentions, &alignment, &lexicon));
    });
    group.bench_function("provenance::derive", |b| {
        b.iter(|| {
            provenance::derive(black_box(&documents), &mentions, &alignment, &clusters, &lexicon, &derive)
        });
    });
    group.bench_function("resolve::resolve", |b| {
        b.iter(|| resolve::resolve(black_box(&bundle), &ResolveConfig::default()));
    });
    group.finish();
}

/// The cost per byte of hostile texts relative to news, from text to mentions: no row may exceed three times `news`.
fn hostile(criterion: &mut Criterion) {
    const BYTES: usize = 1 << 20;
    let lexicon = Lexicon::english();
    let read = |source: &Source| {
        let document = text::parse(source, &lexicon);
        mention::extract(std::slice::from_ref(&document), &lexicon).len()
    };
    let mut news = String::new();
    while news.len() < BYTES {
        news.extend(news::seeds().iter().map(Source::text));
    }
    let mut group = criterion.benchmark_group("hostile");
    group.warm_up_time(Duration::from_millis(200)).measurement_time(Duration::from_secs(1)).sample_size(10);
    let patterns = hostile_texts::PATTERNS.iter();
    let rows = patterns.map(|&(name, pattern)| (name, hostile_texts::text(pattern, BYTES)));
    for (name, text) in std::iter::once(("news", news)).chain(rows) {
        let source = Source::new("a", text);
        group.throughput(Throughput::Bytes(source.text().len() as u64));
        group.bench_function(name, |b| b.iter(|| read(black_box(&source))));
    }
    group.finish();
}

criterion_group!(benches, stages, hostile);
criterion_main!(benches);
