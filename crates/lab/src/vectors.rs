//! `lab vectors`: computes term vectors from news, and writes the library's generated table.
//!
//! Terms near each other are counted, weighed by positive pointwise mutual information with smoothed contexts, and reduced by
//! a truncated singular value decomposition (Levy, Goldberg & Dagan 2015), found by randomised subspace iteration (Halko,
//! Martinsson & Tropp 2011) from a fixed start. One thread, fixed order: the same table on every run.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use testimonia::align::term;
use testimonia::{Lexicon, Source, text};

use crate::{Outcome, planted};

/// A term in fewer sentences gets no vector.
const LEAST: f64 = 8.0;
/// The number of words on either side that form a term's context, with nearer ones counting more.
const WINDOW: usize = 6;
/// The exponent that smooths common contexts.
const SMOOTH: f64 = 0.75;
/// The number of components, and how many more are computed on the way.
const DIMENSIONS: usize = 48;
const SPARE: usize = 12;
/// How much the first directions of the decomposition count above the later.
const POWER: f64 = 0.25;
const ROUNDS: usize = 6;

/// The terms of a sentence, and its weight.
type Sentence = (Vec<String>, f64);

fn terms(text: &str, weight: f64, lexicon: &Lexicon, out: &mut Vec<Sentence>) {
    let source = Source::new("", text.to_owned());
    let document = text::parse(&source, lexicon);
    for sentence in document.sentences() {
        let words =
            sentence.tokens.clone().filter(|&t| document.tokens().get(t).is_some_and(|t| t.is_word()));
        out.push((words.map(|t| term(document.folded(t)).into_owned()).collect(), weight));
    }
}

/// The texts of bundles that are not annotated, so the figures on annotated ones show what to expect of new ones.
fn read_bundles(gold: &Path, bundles: &Path, lexicon: &Lexicon, out: &mut Vec<Sentence>) -> Outcome {
    let annotated: BTreeSet<_> = std::fs::read_dir(gold)?
        .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_owned()))
        .collect();
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in std::fs::read_dir(bundles)? {
        let folder = folder?.path();
        if folder.is_dir() && folder.file_name().is_some_and(|name| !annotated.contains(name)) {
            for file in std::fs::read_dir(folder)? {
                files.push(file?.path());
            }
        }
    }
    files.sort();
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "txt")) {
        terms(&std::fs::read_to_string(file)?, 1.0, lexicon, out);
    }
    Ok(())
}

/// The sentences of a planted corpus; those that say the same share the weight of one sentence.
fn read_planted(prefix: &Path, lexicon: &Lexicon, out: &mut Vec<Sentence>) -> Outcome {
    let (lines, truth) = planted::read(prefix)?;
    let lines = planted::sentences(&lines)?;
    let mut first: Vec<usize> = (0..lines.len()).collect();
    let root = |first: &[usize], mut at: usize| {
        while first[at] != at {
            at = first[at];
        }
        at
    };
    for (a, b) in truth {
        let (a, b) = (root(&first, a as usize), root(&first, b as usize));
        first[a.max(b)] = a.min(b);
    }
    let roots: Vec<usize> = (0..lines.len()).map(|at| root(&first, at)).collect();
    let mut sizes = vec![0.0_f64; lines.len()];
    roots.iter().for_each(|&root| sizes[root] += 1.0);
    for (line, root) in lines.iter().zip(roots) {
        terms(&line.text, 1.0 / sizes[root], lexicon, out);
    }
    Ok(())
}

/// The nonzero columns with their values, by row.
struct Sparse(Vec<Vec<(u32, f32)>>);

impl Sparse {
    /// Counts co-occurrences as positive pointwise mutual information.
    fn count(sentences: &[Sentence], number: &BTreeMap<&str, usize>) -> Self {
        let size = number.len();
        let mut company: Vec<BTreeMap<u32, f64>> = vec![BTreeMap::new(); size];
        for (terms, weight) in sentences {
            let numbers: Vec<Option<usize>> = terms.iter().map(|t| number.get(t.as_str()).copied()).collect();
            for (at, a) in numbers.iter().enumerate() {
                for (far, b) in (1..=WINDOW).zip(numbers.iter().skip(at + 1)) {
                    if let (Some(a), Some(b)) = (*a, *b) {
                        if a != b {
                            *company[a].entry(b as u32).or_default() += weight / far as f64;
                            *company[b].entry(a as u32).or_default() += weight / far as f64;
                        }
                    }
                }
            }
        }
        let sums: Vec<f64> = company.iter().map(|row| row.values().sum()).collect();
        let smooth: f64 = sums.iter().map(|s| s.powf(SMOOTH)).sum();
        let rows = company.iter().zip(&sums).map(|(row, sum)| {
            let cells = row.iter().map(|(&column, &count)| {
                let chance = sums[column as usize].powf(SMOOTH) / smooth;
                (column, (count / (sum * chance)).ln() as f32)
            });
            cells.filter(|cell| cell.1 > 0.0).collect()
        });
        Self(rows.collect())
    }

    /// The product with a block of columns, stored by row.
    fn times(&self, block: &[Vec<f32>]) -> Vec<Vec<f32>> {
        let width = block.first().map_or(0, Vec::len);
        let row = |cells: &Vec<(u32, f32)>| {
            let mut sum = vec![0.0; width];
            for &(column, value) in cells {
                sum.iter_mut().zip(&block[column as usize]).for_each(|(sum, b)| *sum += value * b);
            }
            sum
        };
        self.0.iter().map(row).collect()
    }

    fn transposed(&self) -> Self {
        let mut rows = vec![Vec::new(); self.0.len()];
        for (at, row) in self.0.iter().enumerate() {
            row.iter().for_each(|&(column, value)| rows[column as usize].push((at as u32, value)));
        }
        Self(rows)
    }
}

/// Orthonormalises the columns of a block by the Gram–Schmidt process, twice for numerical stability.
fn orthonormal(block: &mut [Vec<f32>]) {
    let width = block.first().map_or(0, Vec::len);
    for _ in 0..2 {
        for at in 0..width {
            for before in 0..at {
                let dot: f64 = block.iter().map(|row| f64::from(row[at]) * f64::from(row[before])).sum();
                block.iter_mut().for_each(|row| row[at] -= dot as f32 * row[before]);
            }
            let length = block.iter().map(|row| f64::from(row[at]).powi(2)).sum::<f64>().sqrt().max(1e-12);
            block.iter_mut().for_each(|row| row[at] /= length as f32);
        }
    }
}

/// The eigenvectors of a symmetric matrix as columns, with their eigenvalues, by Jacobi rotations.
fn eigen(mut a: Vec<Vec<f64>>) -> (Vec<f64>, Vec<Vec<f64>>) {
    let n = a.len();
    let mut v: Vec<Vec<f64>> =
        (0..n).map(|i| (0..n).map(|j| f64::from(u8::from(i == j))).collect()).collect();
    for _ in 0..30 {
        for p in 0..n {
            for q in p + 1..n {
                if a[p][q].abs() < 1e-12 {
                    continue;
                }
                let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
                let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
                let c = 1.0 / (t * t + 1.0).sqrt();
                let s = t * c;
                for row in a.iter_mut().chain(&mut v) {
                    (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
                }
                let (above, below) = a.split_at_mut(q);
                for (x, y) in above[p].iter_mut().zip(&mut below[0]) {
                    (*x, *y) = (c * *x - s * *y, s * *x + c * *y);
                }
            }
        }
    }
    ((0..n).map(|i| a[i][i]).collect(), v)
}

/// The first left singular vectors of a matrix, by row, each multiplied by a power of its singular value.
fn directions(matrix: &Sparse) -> Vec<Vec<f64>> {
    let other = matrix.transposed();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as f32 / (1_u64 << 24) as f32 - 0.5
    };
    let width = DIMENSIONS + SPARE;
    let mut block: Vec<Vec<f32>> = matrix.0.iter().map(|_| (0..width).map(|_| random()).collect()).collect();
    for _ in 0..ROUNDS {
        block = matrix.times(&other.times(&block));
        orthonormal(&mut block);
    }
    let seen = other.times(&block);
    let mut square = vec![vec![0.0_f64; width]; width];
    for row in &seen {
        for (sum, &p) in square.iter_mut().zip(row) {
            sum.iter_mut().zip(row).for_each(|(sum, &q)| *sum += f64::from(p) * f64::from(q));
        }
    }
    let (values, vectors) = eigen(square);
    let mut order: Vec<usize> = (0..width).collect();
    order.sort_by(|&p, &q| values[q].total_cmp(&values[p]));
    order.truncate(DIMENSIONS);
    let row = |row: &Vec<f32>| {
        let along = |&at: &usize| {
            let dot: f64 = row.iter().zip(&vectors).map(|(&b, v)| f64::from(b) * v[at]).sum();
            dot * values[at].max(0.0).sqrt().powf(POWER)
        };
        order.iter().map(along).collect()
    };
    block.iter().map(row).collect()
}

pub(crate) fn run(gold: &Path, bundles: &Path, planted: &Path, out: &mut impl Write) -> Outcome {
    let lexicon = Lexicon::english();
    let mut sentences = Vec::new();
    read_bundles(gold, bundles, &lexicon, &mut sentences)?;
    read_planted(planted, &lexicon, &mut sentences)?;
    let mut frequency: BTreeMap<&str, f64> = BTreeMap::new();
    for (terms, weight) in &sentences {
        for term in terms.iter().collect::<BTreeSet<_>>() {
            *frequency.entry(term).or_default() += weight;
        }
    }
    let kept = |term: &str, count: f64| {
        count >= LEAST && term.len() > 1 && !term.contains(' ') && !term.starts_with('#')
    };
    let known: Vec<&str> = frequency.iter().filter(|(t, c)| kept(t, **c)).map(|(term, _)| *term).collect();
    let number: BTreeMap<&str, usize> = known.iter().enumerate().map(|(at, term)| (*term, at)).collect();
    let directions = directions(&Sparse::count(&sentences, &number));
    writeln!(out, "# Directions of terms: generated, do not edit.")?;
    writeln!(
        out,
        "# Made by `lab vectors GOLD BUNDLES PLANTED` from {} sentences of English news, {:.0} of them distinct: of the {}",
        sentences.len(),
        sentences.iter().map(|s| s.1).sum::<f64>(),
        known.len()
    )?;
    writeln!(
        out,
        "# terms in {LEAST} or more, which others stand within {WINDOW} words, by positive pointwise mutual information reduced to"
    )?;
    writeln!(
        out,
        "# {DIMENSIONS} numbers. The figures are all that was taken from the texts. A line each: the term, a space, a letter for each"
    )?;
    writeln!(out, "# number, `0` being -32.")?;
    for (term, direction) in known.iter().zip(&directions) {
        let length = direction.iter().map(|n| n * n).sum::<f64>().sqrt().max(1e-12);
        let letter = |n: &f64| {
            let level = (n / length * LEVELS).round().clamp(-32.0, 31.0) as i8;
            char::from((level + 32) as u8 + b'0')
        };
        writeln!(out, "{term} {}", direction.iter().map(letter).collect::<String>())?;
    }
    Ok(())
}

/// At this vector length, components beyond 31 are rare.
const LEVELS: f64 = 56.0;
