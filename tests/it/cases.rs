//! Behaviour tables: `tests/cases/*.toml`, cases grouped by rule.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use testimonia::{Published, Reading, Record, Source};

/// Reads a table as a map from rules to cases.
#[track_caller]
pub(crate) fn table<T: DeserializeOwned>(name: &str) -> BTreeMap<String, Vec<T>> {
    single(name)
}

/// Reads a file with several kinds of cases into a type with a field for each.
#[track_caller]
pub(crate) fn single<T: DeserializeOwned>(name: &str) -> T {
    let path = crate::root().join(format!("tests/cases/{name}.toml"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Sources with these texts, numbered from 1, with their days of publication if there are any.
pub(crate) fn numbered(texts: &[String], published: &[String]) -> Vec<Source> {
    let source = |(n, text): (usize, &String)| {
        let source = Source::new(format!("{}", n + 1), text.as_str());
        match published.get(n) {
            Some(day) => source.published(day.parse::<Published>().unwrap()),
            None => source,
        }
    };
    texts.iter().enumerate().map(source).collect()
}

/// The words of a record's readings: `"reading" / "reading"`.
pub(crate) fn readings(record: &Record) -> String {
    let readings: Vec<String> =
        record.readings.iter().map(Reading::words).map(|w| format!("{w:?}")).collect();
    readings.join(" / ")
}

/// Fails with all wrong cases of a table at once, each as `rule: what is wrong`.
#[track_caller]
pub(crate) fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

mod clause;
mod date;
mod date_record;
mod derivation;
mod entity;
mod figure_record;
mod kind_record;
mod link;
mod lookup;
mod name;
mod name_list;
mod name_pair;
mod name_record;
mod paraphrase;
mod quantity;
mod quote;
mod record;
mod role;
mod role_pair;
mod sentence;
mod shared;
mod slot;
mod statement_record;
mod stem;
mod story;
mod telling_record;
