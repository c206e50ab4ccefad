//! Source: one text to compare.

use serde::{Deserialize, Serialize};

use crate::date::Published;

/// One text to compare, with what is known about its origin.
///
/// Its serde form is one line of JSON Lines: `{"id", "text", "publisher", "published"}`, the last two optional.
///
/// ```
/// use testimonia::Source;
///
/// let source = Source::new("bbc", "Twelve people died on Friday, police said.")
///     .publisher("BBC")
///     .published("2023-08-04".parse::<testimonia::Published>()?);
/// assert_eq!(source.id(), "bbc");
/// # Ok::<(), testimonia::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    id: String,
    text: String,
    #[serde(default)]
    publisher: Option<String>,
    #[serde(default)]
    published: Option<Published>,
}

impl Source {
    /// A source with only a text. The id identifies it in every result and must be unique.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into(), publisher: None, published: None }
    }

    /// Sets the publisher.
    #[must_use]
    pub fn publisher(mut self, name: impl Into<String>) -> Self {
        self.publisher = Some(name.into());
        self
    }

    /// Sets the publication time, relative to which "Tuesday" and "last week" are resolved.
    #[must_use]
    pub fn published(mut self, when: impl Into<Published>) -> Self {
        self.published = Some(when.into());
        self
    }

    /// The id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The text, exactly as given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The publisher's name, if given.
    pub fn publisher_name(&self) -> Option<&str> {
        self.publisher.as_deref()
    }

    /// The time of publication, if given.
    pub fn published_at(&self) -> Option<Published> {
        self.published
    }
}
