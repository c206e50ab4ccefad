//! Reading: what was pasted or dropped becomes sources. Pages, Markdown and fields are read by the program's own readers.

#[path = "../../cli/src/input/given.rs"]
#[allow(dead_code, reason = "shared with the program, which uses more of it")]
mod given;
#[path = "../../cli/src/input/html.rs"]
mod html;
#[path = "../../cli/src/input/markdown.rs"]
mod markdown;

use serde::Deserialize;
use serde_json::{Map, Value, json};
use testimonia::Published;

use given::{EXAMPLE, Given};

/// A text, and the name of the file it comes from, if it comes from one.
#[derive(Debug, Deserialize)]
pub(crate) struct Request {
    #[serde(default)]
    name: String,
    text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Markdown,
    Html,
    Json,
}

impl Kind {
    /// By the ending of the name, and by what the text begins with where that tells nothing.
    fn of(request: &Request) -> Self {
        let ending = request.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        match ending.as_deref() {
            Some("html" | "htm" | "xhtml") => Kind::Html,
            Some("jsonl" | "ndjson" | "json") => Kind::Json,
            Some("md" | "markdown") => Kind::Markdown,
            Some("txt" | "text") => Kind::Text,
            _ => Self::of_text(request.text.trim_start()),
        }
    }

    fn of_text(text: &str) -> Self {
        let begins = |with: &str| text.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
        let is_tag = |name: &str| {
            begins(&format!("<{name}"))
                && text.get(name.len() + 1..).is_some_and(|rest| rest.starts_with(['>', ' ', '\n', '\r', '\t']))
        };
        match () {
            () if text.starts_with('{') => Kind::Json,
            // Prose may begin with a bracket too.
            () if text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(['{', ']'])) => Kind::Json,
            () if begins("<!doctype html") => Kind::Html,
            () if ["html", "head", "body", "main", "article", "div", "section", "p", "h1"].into_iter().any(is_tag) => {
                Kind::Html
            }
            () => Kind::Text,
        }
    }
}

/// A time of publication, as people and databases write it.
pub(crate) fn when(text: &str) -> Result<Published, String> {
    given::when(text.trim()).map_err(|e| e.to_string())
}

/// The sources of a text: `{"sources": [{"id", "text", "publisher", "published", "event"}]}`, where what is not known is empty.
pub(crate) fn read(request: &Request) -> Result<Value, String> {
    let stem = &request.name;
    let sources = match Kind::of(request) {
        Kind::Text => vec![source(stem, &request.text, None, None, "")],
        Kind::Markdown => {
            let note = markdown::read(&request.text);
            vec![source(stem, &note.text, note.publisher, note.published, "")]
        }
        Kind::Html => {
            let page = html::read(&request.text);
            if page.text.trim().is_empty() {
                return Err("no text was found in this page".to_owned());
            }
            vec![source(stem, &page.text, page.publisher, page.published, "")]
        }
        Kind::Json => match serde_json::from_str::<Value>(&request.text) {
            Ok(value) => sources(listed(value)?, "source")?,
            Err(_) if request.text.trim().lines().nth(1).is_some() => lines(&request.text)?,
            Err(e) => return Err(format!("this is not JSON: {e}")),
        },
    };
    Ok(json!({ "sources": sources }))
}

fn source(
    id: &str,
    text: &str,
    publisher: Option<String>,
    published: Option<Published>,
    event: &str,
) -> Value {
    let published = published.map(|when| when.to_string()).unwrap_or_default();
    json!({ "id": id, "text": text, "publisher": publisher.unwrap_or_default(), "published": published, "event": event })
}

/// The objects of a value that is one source, a list of them, or holds such a list.
fn listed(value: Value) -> Result<Vec<Value>, String> {
    let is_list = |value: &Value| {
        value.as_array().is_some_and(|items| !items.is_empty() && items.iter().all(|item| item.get("text").is_some()))
    };
    match value {
        Value::Array(items) => Ok(items),
        Value::Object(fields) if fields.get("text").is_some_and(Value::is_string) => Ok(vec![Value::Object(fields)]),
        Value::Object(fields) => {
            let mut lists: Vec<Value> = fields.into_iter().map(|(_, value)| value).filter(is_list).collect();
            match (lists.pop(), lists.is_empty()) {
                (Some(Value::Array(items)), true) => Ok(items),
                _ => Err(format!("this JSON holds no list of sources such as {EXAMPLE}")),
            }
        }
        _ => Err(format!("this JSON holds no sources such as {EXAMPLE}")),
    }
}

fn lines(text: &str) -> Result<Vec<Value>, String> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = lines.map(|(n, line)| {
        let value: Value = serde_json::from_str(line).map_err(|e| format!("line {}: {e}", n + 1))?;
        one(value).map_err(|e| format!("line {}: {e}", n + 1))
    });
    read.collect()
}

fn sources(items: Vec<Value>, what: &str) -> Result<Vec<Value>, String> {
    let read = items.into_iter().enumerate();
    read.map(|(n, item)| one(item).map_err(|e| format!("{what} {}: {e}", n + 1))).collect()
}

fn one(item: Value) -> Result<Value, String> {
    let event = item.as_object().map(event).unwrap_or_default();
    let given: Given =
        serde_json::from_value(item).map_err(|e| format!("{e}; a source is an object such as {EXAMPLE}"))?;
    Ok(source(&given.id.unwrap_or_default(), &given.text, given.publisher, given.published, &event))
}

/// The event a source belongs to, as it names or numbers it.
fn event(fields: &Map<String, Value>) -> String {
    match fields.get("event") {
        Some(Value::String(name)) => name.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
