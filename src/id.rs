//! Stable ids: hashes of content, the same on every machine, in every run and for every order of the sources.

use std::fmt;

use serde::de::{Error as _, Unexpected};
use serde::{Deserialize, Deserializer, Serialize};

/// 64-bit FNV-1a. Written out because ids are part of the output format and must never change with a dependency.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fingerprint(u64);

impl Fingerprint {
    pub(crate) const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Adds a field, followed by a separator: ("ab", "c") and ("a", "bc") differ.
    pub(crate) fn field(self, bytes: impl AsRef<[u8]>) -> Self {
        self.bytes(bytes).bytes([0xff])
    }

    /// Adds bytes without a separator.
    pub(crate) fn bytes(mut self, bytes: impl AsRef<[u8]>) -> Self {
        for &byte in bytes.as_ref() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        self
    }

    pub(crate) fn number(self, n: usize) -> Self {
        self.field((n as u64).to_le_bytes())
    }

    /// The hash, for comparison within a run.
    pub(crate) fn value(self) -> u64 {
        self.0
    }

    /// Twelve hexadecimal digits: 48 bits, with a probability of one in five hundred that any of a million ids collide.
    fn hex(self) -> String {
        // FNV mixes its high bits last; fold in the low ones.
        let bits = self.0 ^ (self.0 >> 31);
        (0..DIGITS as u32)
            .rev()
            .filter_map(|n| char::from_digit((bits >> (4 * n)) as u32 & 0xf, 16))
            .collect()
    }
}

/// A hash of a text, for detecting edits.
pub(crate) fn digest(text: &str) -> String {
    format!("{:016x}", Fingerprint::new().field(text).value())
}

/// The number of hexadecimal digits in an id.
const DIGITS: usize = 12;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(extend("pattern" = concat!("^", $prefix, "[0-9a-f]{12}$"))))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            pub(crate) fn from_fingerprint(fingerprint: Fingerprint) -> Self {
                Self(format!(concat!($prefix, "{}"), fingerprint.hex()))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        /// Only what can be an id is read: it goes into pages and tables as it is.
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let id = String::deserialize(deserializer)?;
                let digits = id.strip_prefix($prefix).unwrap_or_default();
                let is_hex = digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
                if digits.len() == DIGITS && is_hex {
                    return Ok(Self(id));
                }
                let kind = concat!("an id: `", $prefix, "` and twelve hexadecimal digits");
                Err(D::Error::invalid_value(Unexpected::Str(&id), &kind))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// Id of a [`Claim`](crate::Claim): `c` and a hash of its earliest sentence.
    ClaimId "c";
    /// Id of a [`Record`](crate::Record): `r` and a hash of its facet and earliest reading, with the sentence that holds it.
    RecordId "r";
    /// Id of an [`Entity`](crate::Entity): `e` and a hash of its kind and the earliest form of its name.
    EntityId "e";
    /// Id of a [`Story`](crate::story::Story): `s` and a hash of the ids of its sources.
    StoryId "s";
}
