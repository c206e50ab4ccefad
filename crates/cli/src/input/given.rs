//! A source in JSON: an object with a text and, if known, its id, publisher and date.

use serde::{Deserialize, Deserializer, de::Error};
use serde_json::Value;
use testimonia::Published;

/// An example for error messages.
pub(super) const EXAMPLE: &str =
    r#"{"id": "afp", "text": "..", "publisher": "AFP", "published": "2023-08-04"} (only "text" is required)"#;

// Exports write empty strings or null for unknown values; both mean the same as a missing field.
/// A source.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "mcp", derive(schemars::JsonSchema))]
pub(crate) struct Given {
    /// The source's id in results, such as its address or a short name. Must be unique.
    #[serde(default, deserialize_with = "id")]
    #[cfg_attr(feature = "mcp", schemars(with = "Option<String>"))]
    pub(crate) id: Option<String>,
    /// Its headline, if it is not part of the text. Only feeds read this field: elsewhere it would shift all positions in the
    /// text.
    #[serde(default, deserialize_with = "publisher")]
    #[cfg_attr(feature = "mcp", schemars(skip))]
    pub(crate) title: Option<String>,
    /// The event it reports, if a feed contains several.
    #[serde(default, deserialize_with = "event")]
    #[cfg_attr(feature = "mcp", schemars(skip))]
    pub(crate) event: Option<String>,
    /// Its full text, verbatim.
    pub(crate) text: String,
    /// Its publisher.
    #[serde(default, deserialize_with = "publisher")]
    #[cfg_attr(feature = "mcp", schemars(with = "Option<String>"))]
    pub(crate) publisher: Option<String>,
    /// When it was published: 2024-05-08, or with a time 2024-05-08T09:30:00+02:00. "Tuesday" and "last week" are resolved
    /// relative to it.
    #[serde(default, deserialize_with = "published")]
    #[cfg_attr(feature = "mcp", schemars(with = "Option<String>"))]
    pub(crate) published: Option<Published>,
}

fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    named(Value::deserialize(deserializer)?, "id").map_err(D::Error::custom)
}

fn event<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let name = named(Value::deserialize(deserializer)?, "event").map_err(D::Error::custom)?;
    Ok(name.filter(|name| !name.trim().is_empty()))
}

/// Databases number their rows, so an integer is accepted as a name, too.
fn named(given: Value, what: &str) -> Result<Option<String>, String> {
    match given {
        Value::Null => Ok(None),
        Value::String(name) => Ok(Some(name).filter(|name| !name.is_empty())),
        Value::Number(name) if !name.is_f64() => Ok(Some(name.to_string())),
        other => Err(format!("the {what} {other} is neither a string nor an integer")),
    }
}

fn publisher<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let name = Option::<String>::deserialize(deserializer)?;
    Ok(name.filter(|name| !name.trim().is_empty()))
}

fn published<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Published>, D::Error> {
    let given = Option::<String>::deserialize(deserializer)?;
    let given = given.filter(|text| !text.trim().is_empty());
    given.map(|text| when(&text).map_err(D::Error::custom)).transpose()
}

/// Parses a publication time, also with a space before the zone, as databases write it (`2024-05-08 09:30:00 UTC`). The
/// publisher's local time is kept.
pub(super) fn when(text: &str) -> Result<Published, testimonia::Error> {
    text.parse().or_else(|trouble| match text.trim().rsplit_once(' ') {
        Some((local, zone)) if is_zone(zone) => local.parse(),
        _ => Err(trouble),
    })
}

fn is_zone(zone: &str) -> bool {
    let offset = zone.strip_prefix(['+', '-']);
    matches!(zone, "UTC" | "GMT" | "Z")
        || offset.is_some_and(|hours| hours.starts_with(|c: char| c.is_ascii_digit()))
            && zone.chars().skip(1).all(|c| c.is_ascii_digit() || c == ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Given, String> {
        serde_json::from_str(json).map_err(|e| e.to_string())
    }

    #[test]
    fn what_is_empty_or_null_is_not_known() {
        for json in [
            r#"{"text": "It rained."}"#,
            r#"{"text": "It rained.", "id": "", "publisher": "", "published": ""}"#,
            r#"{"text": "It rained.", "id": null, "publisher": null, "published": null}"#,
            r#"{"text": "It rained.", "publisher": " ", "published": " ", "section": 4}"#,
        ] {
            let given = read(json).unwrap();
            assert!(
                given.id.is_none() && given.publisher.is_none() && given.published.is_none(),
                "{json}: {given:?}"
            );
        }
    }

    #[test]
    fn a_whole_number_is_an_id() {
        for (json, id) in [("7", "7"), ("-7", "-7"), ("18446744073709551615", "18446744073709551615")] {
            let given = read(&format!("{{\"id\": {json}, \"text\": \"\"}}")).unwrap();
            assert_eq!(given.id.as_deref(), Some(id));
        }
        for json in ["7.5", "true", "[7]", "{}"] {
            let trouble = read(&format!("{{\"id\": {json}, \"text\": \"\"}}")).unwrap_err();
            assert!(trouble.contains("neither a string nor an integer"), "{trouble}");
        }
    }

    #[test]
    fn dates_and_times_are_read_with_their_zone() {
        for (json, published) in [
            ("2024-05-08", "2024-05-08"),
            ("2024-05-08T09:30", "2024-05-08T09:30:00"),
            ("2024-05-08T09:30:00Z", "2024-05-08T09:30:00"),
            ("2024-05-08T09:30:00.250Z", "2024-05-08T09:30:00"),
            ("2024-05-08T09:30:00+02:00", "2024-05-08T09:30:00"),
            ("2024-05-08T09:30:00-0500", "2024-05-08T09:30:00"),
            ("2024-05-08 09:30:00+00:00", "2024-05-08T09:30:00"),
            ("2024-05-08 09:30:00 UTC", "2024-05-08T09:30:00"),
            ("2024-05-08 09:30:00 +0200", "2024-05-08T09:30:00"),
            ("2024-05-08T09:30:00+02:00[Europe/Paris]", "2024-05-08T09:30:00"),
        ] {
            let given = read(&format!("{{\"text\": \"\", \"published\": \"{json}\"}}")).unwrap();
            assert_eq!(given.published.unwrap().to_string(), published, "{json}");
        }
        for json in ["soon", "2024-13-08", "2024-05-08T29:30", "2024-05-08 noon"] {
            assert!(read(&format!("{{\"text\": \"\", \"published\": \"{json}\"}}")).is_err(), "{json}");
        }
    }
}
