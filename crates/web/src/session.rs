//! Session: the last reconciliation, and requests about it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use testimonia::{Config, Lexicon, Published, Reconciler, Reconciliation, Source, Stage};

use crate::read;
use crate::show::{self, Choice};

/// Answers requests. Requests about a result refer to the last one.
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
    /// The lowest confidence to show, if not the default; like the program's `--min-confidence`.
    #[serde(default)]
    least: Option<f64>,
    /// Pairs of names that are the same.
    #[serde(default)]
    aliases: Vec<[String; 2]>,
    /// Pairs of names that must never be merged.
    #[serde(default)]
    never_merge: Vec<[String; 2]>,
}

/// A source as the page stores it. Empty strings stand for unknown values.
#[derive(Debug, Deserialize)]
struct Given {
    id: String,
    text: String,
    #[serde(default)]
    publisher: String,
    #[serde(default)]
    published: String,
}

/// What the page needs to know about a record besides its rendering.
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
    /// Answers a request. An error is an answer, too: `{"error": ".."}`.
    pub fn run(&mut self, request: &str) -> String {
        self.run_watched(request, |_| {})
    }

    /// Like `run`, and calls `watch` as each stage of a reconciliation begins.
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
                let (reconciliation, sources) =
                    self.made.as_ref().ok_or("nothing has been reconciled yet")?;
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

#[cfg(test)]
mod tests {
    use super::*;

    const DAM: [&str; 2] = [
        "The dam at Tillia broke on Monday, killing 12 people, said Kiari Moussa, the mayor of Tillia.",
        "The dam at Tillia broke on Monday, killing 14 people, said Chiari Moussa, the mayor of Tillia.",
    ];

    fn dam() -> Value {
        json!(
            DAM.iter()
                .zip(["a", "b"])
                .map(|(text, id)| json!({ "id": id, "text": text }))
                .collect::<Vec<_>>()
        )
    }

    #[track_caller]
    fn ask(session: &mut Session, request: Value) -> Value {
        serde_json::from_str(&session.run(&request.to_string())).unwrap()
    }

    fn facets(answer: &Value) -> Vec<&str> {
        let records = answer["records"].as_array().unwrap().iter();
        records.filter(|r| r["verdict"] == "discrepancy").map(|r| r["facet"].as_str().unwrap()).collect()
    }

    #[test]
    fn what_is_shown_is_what_the_library_writes() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let files = files.filter(|file| file.extension().is_some_and(|ending| ending == "txt"));
        let sources: Vec<Value> = files
            .map(|file| {
                json!({ "id": file.file_name().unwrap().to_str().unwrap(), "text": std::fs::read_to_string(&file).unwrap() })
            })
            .collect();
        let mut session = Session::default();
        let mut stages = Vec::new();
        session.run_watched(&json!({ "do": "reconcile", "sources": sources }).to_string(), |stage| {
            stages.push(stage)
        });
        assert_eq!(stages, Stage::ALL);
        let shown = ask(&mut session, json!({ "do": "show", "format": "json" }));
        let golden =
            std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden/seeds.json"))
                .unwrap();
        assert!(shown["text"] == json!(golden), "not what tests/golden/seeds.json holds");
    }

    #[test]
    fn names_and_thresholds_of_the_user_count() {
        let mut session = Session::default();
        let made = ask(&mut session, json!({ "do": "reconcile", "sources": dam() }));
        let found = facets(&made);
        assert!(found.contains(&"quantity") && found.contains(&"name"), "{made}");
        let alias = json!([["Kiari Moussa", "Chiari Moussa"]]);
        let made = ask(&mut session, json!({ "do": "reconcile", "sources": dam(), "aliases": alias }));
        assert_eq!(facets(&made), ["quantity"]);
        let made = ask(&mut session, json!({ "do": "reconcile", "sources": dam(), "least": 1.0 }));
        assert_eq!(facets(&made), [""; 0]);
    }

    #[test]
    fn what_was_dismissed_and_other_facets_are_left_out() {
        let mut session = Session::default();
        let made = ask(&mut session, json!({ "do": "reconcile", "sources": dam() }));
        let of = |facet: &str| {
            let records = made["records"].as_array().unwrap();
            let found = records.iter().find(|r| r["facet"] == facet && r["verdict"] == "discrepancy");
            found.unwrap()["id"].as_str().unwrap().to_owned()
        };
        let (toll, name) = (of("quantity"), of("name"));
        for format in ["json", "jsonl", "html", "csv", "tei"] {
            let mut shown = |choice: Value| {
                let mut request = json!({ "do": "show", "format": format });
                request.as_object_mut().unwrap().extend(choice.as_object().unwrap().clone());
                ask(&mut session, request)["text"].as_str().unwrap().to_owned()
            };
            let all = shown(json!({}));
            assert!(all.contains(&toll) && all.contains(&name), "{format}");
            let labelled = shown(json!({ "dismissed": [toll], "accepted": [name] }));
            assert!(labelled.contains(&name), "{format}");
            if format == "json" {
                // As in what the program writes, it is kept apart.
                let written: Value = serde_json::from_str(&labelled).unwrap();
                assert_eq!(written["dismissed"][0]["id"], toll.as_str());
                let records = written["records"].as_array().unwrap();
                assert!(records.iter().all(|record| record["id"] != toll.as_str()));
                let accepted = records.iter().find(|record| record["id"] == name.as_str()).unwrap();
                assert_eq!(accepted["label"], "accepted");
            } else {
                assert!(!labelled.contains(&toll), "{format}");
            }
            let quantities = shown(json!({ "facets": ["quantity"] }));
            assert!(quantities.contains(&toll) && !quantities.contains(&name), "{format}");
        }
    }

    #[test]
    fn what_cannot_be_done_is_said() {
        let mut session = Session::default();
        for (request, said) in [
            ("", "EOF"),
            (r#"{"do":"fly"}"#, "fly"),
            (r#"{"do":"show","format":"json"}"#, "nothing has been reconciled"),
            (r#"{"do":"reconcile","sources":[]}"#, "at least two sources"),
            (
                r#"{"do":"reconcile","sources":[{"id":"a","text":"x"},{"id":"a","text":"y"}]}"#,
                "two sources have the id",
            ),
            (
                r#"{"do":"reconcile","sources":[{"id":"a","text":"x","published":"soon"}]}"#,
                "a: \"soon\" is not a publication date",
            ),
        ] {
            let answer = session.run(request);
            let answer: Value = serde_json::from_str(&answer).unwrap();
            assert!(answer["error"].as_str().unwrap().contains(said), "{request}: {answer}");
        }
    }
}
