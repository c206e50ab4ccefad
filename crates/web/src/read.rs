//! Reading: turns pasted or dropped content into sources. HTML, Markdown and fields are read by the program's code.

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

/// A text with the name of its file, if any.
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
    /// By the file's extension, or by the beginning of the text if the extension is unknown.
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
                && text
                    .get(name.len() + 1..)
                    .is_some_and(|rest| rest.starts_with(['>', ' ', '\n', '\r', '\t']))
        };
        match () {
            () if text.starts_with('{') => Kind::Json,
            // Prose may begin with a bracket, too.
            () if text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(['{', ']'])) => {
                Kind::Json
            }
            () if begins("<!doctype html") => Kind::Html,
            () if ["html", "head", "body", "main", "article", "div", "section", "p", "h1"]
                .into_iter()
                .any(is_tag) =>
            {
                Kind::Html
            }
            () => Kind::Text,
        }
    }
}

/// Parses a time of publication as people and databases write it.
pub(crate) fn when(text: &str) -> Result<Published, String> {
    given::when(text.trim()).map_err(|e| e.to_string())
}

/// Reads the sources in a text: `{"sources": [{"id", "text", "publisher", "published", "event"}]}`, with empty strings for
/// unknown values.
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
                return Err("no text was found on this page".to_owned());
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

/// The objects of a value that is one source, a list of sources, or an object that contains such a list.
fn listed(value: Value) -> Result<Vec<Value>, String> {
    let is_list = |value: &Value| {
        value
            .as_array()
            .is_some_and(|items| !items.is_empty() && items.iter().all(|item| item.get("text").is_some()))
    };
    match value {
        Value::Array(items) => Ok(items),
        Value::Object(fields) if fields.get("text").is_some_and(Value::is_string) => {
            Ok(vec![Value::Object(fields)])
        }
        Value::Object(fields) => {
            let mut lists: Vec<Value> = fields.into_iter().map(|(_, value)| value).filter(is_list).collect();
            match (lists.pop(), lists.is_empty()) {
                (Some(Value::Array(items)), true) => Ok(items),
                _ => Err(format!("this JSON contains no list of sources such as {EXAMPLE}")),
            }
        }
        _ => Err(format!("this JSON contains no sources such as {EXAMPLE}")),
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

/// The name or number of a source's event.
fn event(fields: &Map<String, Value>) -> String {
    match fields.get("event") {
        Some(Value::String(name)) => name.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(name: &str, text: &str) -> Result<Vec<Value>, String> {
        let read = read(&Request { name: name.to_owned(), text: text.to_owned() })?;
        Ok(read["sources"].as_array().unwrap().clone())
    }

    #[test]
    fn a_text_is_read_for_what_it_is() {
        let page = "<!DOCTYPE html><title>Dam</title><nav>Home</nav><p>It broke.</p>";
        for (name, text, read_as) in [
            ("a.txt", "<p>It broke.</p>", "<p>It broke.</p>"),
            ("a.html", page, "Dam\n\nIt broke."),
            ("", page, "Dam\n\nIt broke."),
            ("", "<p>It broke.</p>", "It broke."),
            ("", "<3 It broke.", "<3 It broke."),
            ("", "[open] It broke.", "[open] It broke."),
            ("a.md", "It **broke**.", "It   broke  ."),
            ("", r#"{"text": "It broke."}"#, "It broke."),
        ] {
            assert_eq!(given(name, text).unwrap()[0]["text"], read_as, "{name} {text}");
        }
    }

    #[test]
    fn sources_are_found_in_json() {
        let one = r#"{"id": 7, "text": "It broke.", "publisher": "AFP", "published": "2024-05-08T09:30:00Z", "event": "dam"}"#;
        for text in [
            one.to_owned(),
            format!("[{one}]"),
            format!(r#"{{"n": 1, "articles": [{one}]}}"#),
            format!("{one}\n\n{one}\n"),
        ] {
            let read = given("", &text).unwrap();
            let whole = json!({ "id": "7", "text": "It broke.", "publisher": "AFP", "published": "2024-05-08T09:30:00", "event": "dam" });
            assert_eq!(read[0], whole, "{text}");
        }
        assert_eq!(
            given("a.jsonl", "{\"text\": \"x\", \"event\": 3}\n{\"text\": \"y\"}").unwrap()[0]["event"],
            "3"
        );
    }

    #[test]
    fn what_holds_no_source_is_named() {
        for (name, text, said) in [
            ("a.json", "{\"a\": 1}", "no list of sources"),
            ("a.json", "7", "no sources"),
            ("a.json", "{", "not JSON"),
            ("", "[{\"id\": \"a\"}]", "source 1: missing field `text`"),
            ("a.jsonl", "{\"text\": \"x\"}\n{\"text\": 7}", "line 2: "),
            ("a.html", "<nav>Home</nav>", "no text"),
        ] {
            let error = given(name, text).unwrap_err();
            assert!(error.contains(said), "{name} {text}: {error}");
        }
    }
}
