//! testimonia for Python: the functions behind the package `testimonia` (in python/). Texts go in as tuples and results come
//! out as JSON, so each call crosses the language boundary once. The GIL is released during the work.

mod steps;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use pyo3::create_exception;
use pyo3::exceptions::{PyException, PyRuntimeError};
use pyo3::prelude::*;
use testimonia::compare::name;
use testimonia::mention::NameKind;
use testimonia::story;
use testimonia::text::{self, SentenceKind};
use testimonia::{Config, Error, Lexicon, Reconciler, Reconciliation, Source, render};

create_exception!(_core, TestimoniaError, PyException, "The base class of all testimonia errors.");
create_exception!(
    _core,
    InputError,
    TestimoniaError,
    "Invalid sources: fewer than two, an empty or repeated id, or an invalid date."
);
create_exception!(
    _core,
    ConfigError,
    TestimoniaError,
    "Invalid options: a number out of range or an unknown name."
);
create_exception!(_core, InternalError, TestimoniaError, "A bug in testimonia; please report it.");

/// Id, text, publisher, publication date.
type Row = (String, String, Option<String>, Option<String>);
/// Options: a configuration in JSON, pairs of names that are the same, pairs never to be merged.
type Options = (Option<String>, Vec<(String, String)>, Vec<(String, String)>);

fn raised(error: Error) -> PyErr {
    let text = error.to_string();
    match () {
        () if error.is_input() => InputError::new_err(text),
        () if error.is_config() => ConfigError::new_err(text),
        () => TestimoniaError::new_err(text),
    }
}

/// Runs without the GIL and turns panics into errors.
fn released<T: Send>(py: Python<'_>, work: impl FnOnce() -> PyResult<T> + Send) -> PyResult<T> {
    py.detach(|| match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => done,
        Err(_) => Err(InternalError::new_err("testimonia failed on this input; please report it")),
    })
}

fn sources(rows: Vec<Row>) -> PyResult<Vec<Source>> {
    let source = |(id, text, publisher, published): Row| {
        let mut source = Source::new(id, text);
        if let Some(publisher) = publisher {
            source = source.publisher(publisher);
        }
        if let Some(published) = published {
            source = source.published(published.parse::<testimonia::Published>().map_err(raised)?);
        }
        Ok(source)
    };
    rows.into_iter().map(source).collect()
}

fn reconciler((config, aliases, never_merge): Options) -> PyResult<Reconciler> {
    let mut builder = Reconciler::builder();
    if let Some(config) = config {
        let config: Config =
            serde_json::from_str(&config).map_err(|e| ConfigError::new_err(e.to_string()))?;
        builder = builder.config(config);
    }
    if !aliases.is_empty() || !never_merge.is_empty() {
        let mut lexicon = Lexicon::builder();
        aliases.iter().for_each(|(a, b)| {
            lexicon.alias(a, b);
        });
        never_merge.iter().for_each(|(a, b)| {
            lexicon.never_merge(a, b);
        });
        builder = builder.lexicon(lexicon.build());
    }
    builder.build().map_err(raised)
}

fn json(value: &impl serde::Serialize) -> PyResult<String> {
    serde_json::to_string(value).map_err(|e| PyRuntimeError::new_err(e.to_string()))
}

/// Reconciles sources and returns JSON.
#[pyfunction]
fn reconcile(py: Python<'_>, rows: Vec<Row>, options: Options) -> PyResult<String> {
    released(py, || json(&reconciler(options)?.reconcile(&sources(rows)?).map_err(raised)?))
}

/// Groups a feed into stories and returns JSON.
#[pyfunction]
fn stories(py: Python<'_>, rows: Vec<Row>, options: Options) -> PyResult<String> {
    released(py, || {
        let (reconciler, feed) = (reconciler(options)?, sources(rows)?);
        json(&story::group(&feed, reconciler.lexicon(), &reconciler.config().story).map_err(raised)?)
    })
}

/// Reconciles many bundles, each to JSON, on the given number of threads, which end before this returns.
#[pyfunction]
fn reconcile_many(
    py: Python<'_>,
    bundles: Vec<Vec<Row>>,
    options: Options,
    threads: usize,
) -> PyResult<Vec<String>> {
    released(py, || {
        let reconciler = reconciler(options)?;
        let bundles: Vec<Vec<Source>> = bundles.into_iter().map(sources).collect::<PyResult<_>>()?;
        let one = |bundle: &Vec<Source>| json(&reconciler.reconcile(bundle).map_err(raised)?);
        if threads < 2 {
            return bundles.iter().map(one).collect();
        }
        let next = AtomicUsize::new(0);
        let done: Vec<Mutex<Option<PyResult<String>>>> = bundles.iter().map(|_| Mutex::new(None)).collect();
        std::thread::scope(|scope| {
            for _ in 0..threads.min(bundles.len()) {
                scope.spawn(|| {
                    while let Some((bundle, slot)) = {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        bundles.get(at).zip(done.get(at))
                    } {
                        let made = catch_unwind(AssertUnwindSafe(|| one(bundle)));
                        let made = made.unwrap_or_else(|_| {
                            Err(InternalError::new_err("testimonia failed on this input; please report it"))
                        });
                        if let Ok(mut slot) = slot.lock() {
                            *slot = Some(made);
                        }
                    }
                });
            }
        });
        let take = |slot: Mutex<Option<PyResult<String>>>| {
            let made = slot.into_inner().ok().flatten();
            made.unwrap_or_else(|| Err(InternalError::new_err("a bundle was not reconciled")))
        };
        done.into_iter().map(take).collect()
    })
}

/// Renders a reconciliation as a page.
#[pyfunction]
fn html(py: Python<'_>, reconciliation: String, rows: Vec<Row>) -> PyResult<String> {
    released(py, || {
        let read: Reconciliation =
            serde_json::from_str(&reconciliation).map_err(|e| TestimoniaError::new_err(e.to_string()))?;
        Ok(render::html(&read, &sources(rows)?))
    })
}

/// The spans of a text's sentences in bytes, each with its kind.
#[pyfunction]
fn sentences(py: Python<'_>, text: String) -> PyResult<Vec<(usize, usize, &'static str)>> {
    released(py, || {
        let source = Source::new("text", text);
        let found = text::sentences(&source, &Lexicon::english());
        let kind = |kind| match kind {
            SentenceKind::Heading => "heading",
            SentenceKind::Boilerplate => "boilerplate",
            _ => "body",
        };
        Ok(found.iter().map(|s| (s.span.start, s.span.end, kind(s.kind))).collect())
    })
}

/// The probability that two names are forms of the same name, their relation if they are, and the reason.
#[pyfunction]
fn compare_names(
    py: Python<'_>,
    a: String,
    b: String,
    kind: &str,
) -> PyResult<(f64, Option<String>, String)> {
    let kind = match kind {
        "person" => NameKind::Person,
        "place" => NameKind::Place,
        "organisation" => NameKind::Organisation,
        "other" => NameKind::Other,
        _ => {
            return Err(ConfigError::new_err(format!(
                "{kind:?} is not a kind of name; use person, place, organisation or other"
            )));
        }
    };
    released(py, || {
        let lexicon = Lexicon::english();
        let found = name::compare(&a, &b, kind, &lexicon);
        Ok((found.probability, found.relation.map(|relation| relation.to_string()), found.reason()))
    })
}

/// The functions the package `testimonia` is built on.
#[pymodule]
fn _core(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(reconcile, module)?)?;
    module.add_function(wrap_pyfunction!(reconcile_many, module)?)?;
    module.add_function(wrap_pyfunction!(stories, module)?)?;
    module.add_function(wrap_pyfunction!(html, module)?)?;
    module.add_function(wrap_pyfunction!(sentences, module)?)?;
    module.add_function(wrap_pyfunction!(compare_names, module)?)?;
    steps::add(module)?;
    module.add("TestimoniaError", module.py().get_type::<TestimoniaError>())?;
    module.add("InputError", module.py().get_type::<InputError>())?;
    module.add("ConfigError", module.py().get_type::<ConfigError>())?;
    module.add("InternalError", module.py().get_type::<InternalError>())?;
    module.add("__version__", env!("CARGO_PKG_VERSION"))
}
