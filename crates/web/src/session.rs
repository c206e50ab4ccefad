//! Session: what was reconciled last, and the requests about it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use testimonia::{Config, Lexicon, Published, Reconciler, Reconciliation, Source, Stage};

use crate::read;
use crate::show::{self, Choice};

/// Answers requests. One about a result is about the last one that it made.
#[derive(Debug, Default)]
pub struct Session {
    made: Option<(Reconciliation, Vec<Source>)>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
enum Request {
    Read(read::Request),
    Reconcile(Reconcile),
    Show(Choice),
}

/// Sources to reconcile, and how.
#[derive(Debug, Deserialize)]
struct Reconcile {
    sources: Vec<Given>,
    /// The lowest confidence that is shown, where it is not the default; as `--min-confidence` of the program.
    #[serde(default)]
    least: Option<f64>,
    /// Names that are one, in pairs.
    #[serde(default)]
    aliases: Vec<[String; 2]>,
    /// Names that are never one, in pairs.
    #[serde(default)]
    never_merge: Vec<[String; 2]>,
}

/// A source as the page keeps it. What is empty is not known.
#[derive(Debug, Deserialize)]
struct Given {
    id: String,
    text: String,
    #[serde(default)]
    publisher: String,
    #[serde(default)]
    published: String,
}

/// A record, as far as the page must know it besides showing it.
#[derive(Debug, Serialize)]
struct Outline<'a> {
    id: String,
    facet: String,
    relation: String,
    verdict: Value,
    confidence: f64,
    readings: Vec<Words<'a>>,
}

#[derive(Debug, Serialize)]
struct Words<'a> {
    words: String,
    sources: Vec<&'a str>,
}

impl Session {
    /// The answer to a request. What cannot be done is an answer too: `{"error": ".."}`.
    pub fn run(&mut self, request: &str) -> String {
        self.run_watched(request, |_| {})
    }

    /// The same, telling each stage of a reconciliation as it begins.
    pub fn run_watched(&mut self, request: &str, watch: impl FnMut(Stage)) -> String {
        let answer = match serde_json::from_str(request) {
            Ok(request) => self.answer(request, watch),
            Err(e) => Err(e.to_string()),
        };
        answer.unwrap_or_else(|error| json!({ "error": error })).to_string()
    }

    fn answer(&mut self, request: Request, watch: impl FnMut(Stage)) -> Result<Value, String> {
        match request {
            Request::Read(request) => read::read(&request),
            Request::Reconcile(asked) => self.reconcile(asked, watch),
            Request::Show(choice) => {
                let (reconciliation, sources) = self.made.as_ref().ok_or("nothing is reconciled yet")?;
                let text = show::show(reconciliation, sources, &choice)?;
                Ok(json!({ "text": text }))
            }
        }
    }

    fn reconcile(&mut self, asked: Reconcile, watch: impl FnMut(Stage)) -> Result<Value, String> {
        self.made = None;
        let sources: Vec<Source> = asked.sources.into_iter().map(source).collect::<Result<_, _>>()?;
        let mut config = Config::default();
        if let Some(least) = asked.least {
            show::set_least(&mut config, least);
        }
        let mut lexicon = Lexicon::builder();
        for [a, b] in &asked.aliases {
            lexicon.alias(a, b);
        }
        for [a, b] in &asked.never_merge {
            lexicon.never_merge(a, b);
        }
        let reconciler = Reconciler::builder().config(config).lexicon(lexicon.build()).build();
        let made = reconciler.and_then(|reconciler| reconciler.reconcile_watched(&sources, watch));
        let mut made = made.map_err(|e| e.to_string())?;
        if let Some(least) = asked.least {
            made.records.retain(|record| record.confidence.value() >= least);
        }
        let answer = json!({ "records": made.records.iter().map(outline).collect::<Vec<_>>() });
        self.made = Some((made, sources));
        Ok(answer)
    }
}

fn source(given: Given) -> Result<Source, String> {
    let mut source = Source::new(given.id.trim(), given.text);
    if !given.publisher.trim().is_empty() {
        source = source.publisher(given.publisher.trim());
    }
    if !given.published.trim().is_empty() {
        let when: Published = read::when(&given.published).map_err(|e| format!("{}: {e}", source.id()))?;
        source = source.published(when);
    }
    Ok(source)
}

fn outline(record: &testimonia::Record) -> Outline<'_> {
    Outline {
        id: record.id.to_string(),
        facet: record.facet.to_string(),
        relation: record.relation.to_string(),
        verdict: serde_json::to_value(record.verdict).unwrap_or_default(),
        confidence: record.confidence.value(),
        readings: record
            .readings
            .iter()
            .map(|reading| Words { words: reading.words(), sources: reading.sources().collect() })
            .collect(),
    }
}
