//! A strict reader of markup: every element closed, every value quoted, every entity known.

use std::collections::{BTreeMap, BTreeSet};

use super::rules::VOID;

/// A start tag or a piece of text, in document order.
#[derive(Debug)]
pub(super) enum Event {
    Start { name: String, attributes: BTreeMap<String, String>, parent: String },
    End,
    Text(String),
}

/// Reads markup, and panics where it is not strict, quoting it.
#[track_caller]
pub(super) fn read(markup: &str) -> Vec<Event> {
    let mut events = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        if at > 0 {
            let inside = open.last().map(String::as_str);
            let text = &rest[..at];
            events.push(Event::Text(if inside == Some("style") { text.to_owned() } else { unescaped(text) }));
        }
        rest = &rest[at..];
        let end = rest.find('>').unwrap_or_else(|| panic!("a tag without end: {:.80}", rest));
        let (tag, after) = (&rest[1..end], &rest[end + 1..]);
        rest = after;
        if tag.starts_with('!') || tag.starts_with('?') {
            assert!(open.is_empty(), "a declaration within {open:?}: {tag}");
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "closed in another order");
            events.push(Event::End);
            continue;
        }
        let (tag, closed) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let parent = open.last().cloned().unwrap_or_default();
        events.push(Event::Start { name: name.to_owned(), attributes: values(attributes), parent });
        if !closed && !VOID.contains(&name) {
            open.push(name.to_owned());
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    assert_eq!(rest.trim(), "");
    events
}

fn values(mut text: &str) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    while !text.trim().is_empty() {
        text = text.trim_start();
        let (name, after) =
            text.split_once("=\"").unwrap_or_else(|| panic!("a value without quotes: {text}"));
        let (value, after) = after.split_once('"').unwrap_or_else(|| panic!("a value without end: {text}"));
        assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b':' | b'_')), "{name}");
        assert!(values.insert(name.to_owned(), unescaped(value)).is_none(), "twice: {name}");
        text = after;
    }
    values
}

fn unescaped(text: &str) -> String {
    for after in text.split('&').skip(1) {
        let known = ["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|entity| after.starts_with(entity));
        assert!(known, "a bare ampersand: &{after:.20}");
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// The ids of all elements, each of which may occur only once.
#[track_caller]
pub(super) fn ids(events: &[Event], key: &str) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for event in events {
        if let Event::Start { attributes, .. } = event {
            if let Some(id) = attributes.get(key) {
                assert!(ids.insert(id.clone()), "the id {id} stands twice");
            }
        }
    }
    ids
}
