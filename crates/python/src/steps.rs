//! The steps of grouping, for `testimonia.spark`. They take and return lists of articles; data that only travels between
//! steps is bytes.

use std::borrow::Cow;

use pyo3::prelude::*;
use testimonia::story::StoryConfig;
use testimonia::story::steps::{self, Bounds, Sketch};

use crate::{InternalError, Options, Row, reconciler, released, sources};

/// The day, whether it is a roundup, the sketch, and the terms to look it up by with their weights.
type Sketched = (Option<i32>, bool, Cow<'static, [u8]>, Vec<u32>, Vec<u16>);

/// The size in bytes of one article met: its number and the product of the weights.
const MET: usize = 12;

fn config(options: Options) -> PyResult<StoryConfig> {
    Ok(reconciler(options)?.config().story.clone())
}

/// The sketches by which articles are compared.
#[pyfunction]
fn sketches(py: Python<'_>, rows: Vec<Row>, options: Options) -> PyResult<Vec<Sketched>> {
    released(py, || {
        let reconciler = reconciler(options)?;
        let sketched = |source: &testimonia::Source| {
            let sketch = Sketch::of(source, reconciler.lexicon());
            let (terms, weights) = sketch.keys().unzip();
            (sketch.day(), sketch.is_roundup(), Cow::Owned(sketch.to_bytes()), terms, weights)
        };
        Ok(sources(rows)?.iter().map(sketched).collect())
    })
}

/// Finds the earlier articles that each article meets through its terms.
#[pyclass(module = "testimonia._core")]
struct Lookup(steps::Lookup);

#[pymethods]
impl Lookup {
    #[new]
    fn new(options: Options) -> PyResult<Self> {
        Ok(Self(steps::Lookup::new(&config(options)?)))
    }

    /// What each of the next articles met, as bytes; `None` if there were too many. The articles of a term come in order.
    fn next(
        &mut self,
        py: Python<'_>,
        terms: Vec<u32>,
        articles: Vec<u64>,
        days: Vec<Option<i32>>,
        weights: Vec<u16>,
    ) -> PyResult<Vec<Option<Cow<'static, [u8]>>>> {
        released(py, || {
            let rows = terms.into_iter().zip(articles).zip(days).zip(weights);
            let bytes = |met: Vec<(u64, u32)>| -> Cow<'static, [u8]> {
                let one = |(other, product): (u64, u32)| {
                    let mut bytes = [0; MET];
                    bytes[..8].copy_from_slice(&other.to_le_bytes());
                    bytes[8..].copy_from_slice(&product.to_le_bytes());
                    bytes
                };
                Cow::Owned(met.into_iter().flat_map(one).collect())
            };
            Ok(rows
                .map(|(((term, article), day), weight)| self.0.next(term, article, day, weight).map(bytes))
                .collect())
        })
    }
}

/// For each article, the articles worth comparing with, given what it met through each of its terms.
#[pyfunction]
fn candidates(py: Python<'_>, met: Vec<Vec<Vec<u8>>>) -> PyResult<Vec<Vec<u64>>> {
    fn read(bytes: &[u8]) -> Option<(u64, u32)> {
        let (other, product) = bytes.split_first_chunk::<8>()?;
        Some((u64::from_le_bytes(*other), u32::from_le_bytes(*product.first_chunk::<4>()?)))
    }
    released(py, || {
        let of = |terms: Vec<Vec<u8>>| {
            steps::candidates(terms.iter().flat_map(|term| term.chunks(MET)).filter_map(read).collect())
        };
        Ok(met.into_iter().map(of).collect())
    })
}

/// The similarity of each pair of articles, from their sketches.
#[pyfunction]
fn likeness(py: Python<'_>, a: Vec<Vec<u8>>, b: Vec<Vec<u8>>) -> PyResult<Vec<u32>> {
    released(py, || {
        let pair = |(a, b): (&Vec<u8>, &Vec<u8>)| {
            let sketches = Sketch::from_bytes(a).zip(Sketch::from_bytes(b));
            let (a, b) = sketches.ok_or_else(|| InternalError::new_err("these bytes are not a sketch"))?;
            Ok(a.likeness(&b))
        };
        a.iter().zip(&b).map(pair).collect()
    })
}

/// The parameters of grouping: similarity, cohesion, expected, pairs, digits, attach, witnesses, small, frequent, largest.
#[pyfunction]
fn bounds(options: Options) -> PyResult<(u64, u64, u64, u64, u32, u64, u64, u64, usize)> {
    let config = config(options)?;
    let b = Bounds::of(&config);
    Ok((
        b.similarity,
        b.cohesion,
        b.expected,
        b.pairs,
        b.digits,
        b.attach,
        b.witnesses,
        b.small,
        config.largest,
    ))
}

/// The id of a story, given the ids of its articles in order.
#[pyfunction]
fn story_id(ids: Vec<String>) -> String {
    steps::story_id(ids.iter().map(String::as_str)).to_string()
}

pub(crate) fn add(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(sketches, module)?)?;
    module.add_class::<Lookup>()?;
    module.add_function(wrap_pyfunction!(candidates, module)?)?;
    module.add_function(wrap_pyfunction!(likeness, module)?)?;
    module.add_function(wrap_pyfunction!(bounds, module)?)?;
    module.add_function(wrap_pyfunction!(story_id, module)?)
}
