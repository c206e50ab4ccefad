//! Source: one text to reconcile.

use serde::{Deserialize, Serialize};

use crate::date::Published;

/// One text to reconcile, with what is known of where it comes from.
///
/// Its serde form is a line of JSON Lines: `{"id", "text", "publisher", "published"}`, the last two optional.
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
    /// A source of which nothing but its text is known. The id stands for it in every result; no two may share one.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into(), publisher: None, published: None }
    }

    /// Says who published it.
    #[must_use]
    pub fn publisher(mut self, name: impl Into<String>) -> Self {
        self.publisher = Some(name.into());
        self
    }

    /// Says when it was published, which "Tuesday" and "last week" are then read from.
    #[must_use]
    pub fn published(mut self, when: impl Into<Published>) -> Self {
        self.published = Some(when.into());
        self
    }

    /// The id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The text, byte for byte as given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The publisher's name, where given.
    pub fn publisher_name(&self) -> Option<&str> {
        self.publisher.as_deref()
    }

    /// The time of publication, where given.
    pub fn published_at(&self) -> Option<Published> {
        self.published
    }
}
