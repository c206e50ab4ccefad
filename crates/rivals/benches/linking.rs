//! Sentences of a collection that are copies of each other: testimonia's link, MinHash LSH, and TF-IDF through an index; where
//! it is small, string similarities over all pairs. `PLANTED=/path/planted-10000` (without .jsonl and .truth.tsv) takes a
//! planted corpus and prints F1 at each one's best threshold; without it, seeded news are timed alone.

#![allow(missing_docs, reason = "criterion's macros make public functions")]
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench without its texts should stop; it prints a table"
)]

use std::borrow::Cow;
use std::fs::read_to_string;
use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use gaoya::minhash::{MinHashIndex, MinHasher, MinHasher32};
use gaoya::text::shingle_text;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use testimonia::Lexicon;
use testimonia::align::{Passage, link};
use unicode_segmentation::UnicodeSegmentation;

type Text = (u32, String);
type Links = Vec<(usize, usize, f64)>;
type Truth = FxHashSet<(usize, usize)>;

/// Above so many sentences all pairs take minutes.
const FEW: usize = 1_500;

#[derive(Deserialize)]
struct Row<'a> {
    source: u32,
    #[serde(borrow)]
    text: Cow<'a, str>,
}

fn corpus() -> (Vec<Text>, Option<Truth>) {
    let Some(prefix) = std::env::var_os("PLANTED") else {
        let lexicon = Lexicon::english();
        let mut texts = Vec::new();
        for (n, source) in (0..).zip(rivals::news(1_000)) {
            let document = testimonia::text::parse(&source, &lexicon);
            texts.extend(document.sentences().iter().map(|s| (n, s.span.slice(source.text()).to_owned())));
        }
        return (texts, None);
    };
    let read = |ending: &str| {
        let mut path = prefix.clone();
        path.push(ending);
        read_to_string(&path).expect("PLANTED names .jsonl and .truth.tsv")
    };
    let row = |line: &str| {
        let row: Row<'_> = serde_json::from_str(line).expect("a row of JSON");
        (row.source, row.text.into_owned())
    };
    let pair = |line: &str| {
        let mut numbers = line.split('\t').map_while(|n| n.parse().ok());
        Some((numbers.next()?, numbers.next()?))
    };
    (read(".jsonl").lines().map(row).collect(), Some(read(".truth.tsv").lines().filter_map(pair).collect()))
}

fn testimonia_link(texts: &[Text], lexicon: &Lexicon) -> Links {
    let passages: Vec<Passage<'_>> =
        texts.iter().map(|(source, text)| Passage { source: *source, text }).collect();
    link(&passages, lexicon, 0.1).into_iter().map(|l| (l.a, l.b, l.score.value())).collect()
}

/// MinHash of character 5-grams, 40 bands of 3.
fn minhash(texts: &[Text]) -> Links {
    let hasher = MinHasher32::new(120);
    let sign = |(_, text): &Text| hasher.create_signature(shingle_text(&text.to_lowercase(), 5));
    let signatures: Vec<Vec<u32>> = texts.iter().map(sign).collect();
    let mut index: MinHashIndex<u32, usize> = MinHashIndex::new(40, 3, 0.2);
    for (n, signature) in signatures.iter().enumerate() {
        index.insert(n, signature.clone());
    }
    let mut links = Links::new();
    for (n, signature) in signatures.iter().enumerate() {
        let found = index.query_owned_return_similarity(signature).into_iter();
        links.extend(found.filter(|&(m, _)| m < n && texts[m].0 != texts[n].0).map(|(m, s)| (m, n, s)));
    }
    links
}

/// Cosine of words by TF-IDF of .2 and more, through an index.
fn tf_idf(texts: &[Text]) -> Links {
    let mut ids: FxHashMap<String, usize> = FxHashMap::default();
    let mut rows: Vec<FxHashMap<usize, f64>> = Vec::new();
    let mut found: Vec<f64> = Vec::new();
    for (_, text) in texts {
        let mut row = FxHashMap::default();
        for word in text.unicode_words() {
            let next = ids.len();
            *row.entry(*ids.entry(word.to_lowercase()).or_insert(next)).or_insert(0.0) += 1.0;
        }
        found.resize(ids.len(), 0.0);
        row.keys().for_each(|&word| found[word] += 1.0);
        rows.push(row);
    }
    let total = texts.len() as f64;
    let mut index: Vec<Vec<(usize, f64)>> = vec![Vec::new(); ids.len()];
    let (mut sums, mut touched, mut links) = (vec![0.0; texts.len()], Vec::new(), Links::new());
    for (n, row) in rows.iter().enumerate() {
        let mut row: Vec<(usize, f64)> =
            row.iter().map(|(&w, &c)| (w, c * (total / found[w]).ln())).collect();
        row.sort_by_key(|&(word, _)| word);
        let length = row.iter().map(|(_, w)| w * w).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
        for (word, weight) in row {
            let weight = weight / length;
            for &(m, other) in &index[word] {
                if sums[m] == 0.0 {
                    touched.push(m);
                }
                sums[m] += weight * other;
            }
            index[word].push((n, weight));
        }
        for m in touched.drain(..) {
            let sum: f64 = std::mem::take(&mut sums[m]);
            if sum >= 0.2 && texts[m].0 != texts[n].0 {
                links.push((m, n, sum));
            }
        }
    }
    links
}

fn all_pairs(texts: &[Text], alike: impl Fn(&str, &str) -> f64) -> Links {
    let mut links = Links::new();
    for (n, (source, text)) in texts.iter().enumerate() {
        let others = texts[..n].iter().enumerate().filter(|(_, (other, _))| other != source);
        links.extend(others.map(|(m, (_, against))| (m, n, alike(against, text))));
    }
    links
}

/// Precision, recall and F1 at the threshold where F1 is best.
fn quality(mut links: Links, truth: &Truth) -> (f64, f64, f64) {
    links.sort_by(|a, b| b.2.total_cmp(&a.2));
    let (mut right, mut best) = (0.0, (0.0, 0.0, 0.0));
    for (n, &(a, b, score)) in links.iter().enumerate() {
        right += f64::from(u8::from(truth.contains(&(a, b))));
        let f1 = 2.0 * right / (n + 1 + truth.len()) as f64;
        if f1 > best.2 && links.get(n + 1).is_none_or(|next| next.2 < score) {
            best = (right / (n + 1) as f64, right / truth.len() as f64, f1);
        }
    }
    best
}

fn linking(criterion: &mut Criterion) {
    let lexicon = Lexicon::english();
    let (texts, truth) = corpus();
    type Linker<'a> = (&'a str, Box<dyn Fn(&[Text]) -> Links + 'a>);
    let mut linkers: Vec<Linker<'_>> = vec![
        ("testimonia::align::link", Box::new(|texts| testimonia_link(texts, &lexicon))),
        ("gaoya MinHash LSH", Box::new(minhash)),
        ("TF-IDF cosine, index", Box::new(tf_idf)),
    ];
    if texts.len() <= FEW {
        linkers.push((
            "strsim::sorensen_dice, all pairs",
            Box::new(|texts| all_pairs(texts, strsim::sorensen_dice)),
        ));
        linkers.push((
            "rapidfuzz::fuzz::ratio, all pairs",
            Box::new(|texts| all_pairs(texts, |a, b| rapidfuzz::fuzz::ratio(a.chars(), b.chars()))),
        ));
    }
    if let Some(truth) = &truth {
        for (name, run) in &linkers {
            let (precision, recall, f1) = quality(run(&texts), truth);
            println!("{name:36} precision {precision:.4} recall {recall:.4} f1 {f1:.4}");
        }
    }
    let mut group = criterion.benchmark_group("linking");
    group.sample_size(10).measurement_time(Duration::from_secs(5)).sampling_mode(SamplingMode::Flat);
    group.throughput(Throughput::Elements(texts.len() as u64));
    for (name, run) in &linkers {
        group.bench_function(BenchmarkId::new(*name, texts.len()), |b| b.iter(|| run(black_box(&texts))));
    }
    group.finish();
}

criterion_group!(benches, linking);
criterion_main!(benches);
