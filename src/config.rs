//! Configuration: one field for each stage that has options.

use serde::{Deserialize, Serialize};

use crate::align::AlignConfig;
use crate::error::Error;
use crate::provenance::ProvenanceConfig;
use crate::resolve::ResolveConfig;
use crate::story::StoryConfig;

/// All options of a [`Reconciler`](crate::Reconciler). The published figures are measured with the defaults.
///
/// ```
/// use testimonia::{Config, Reconciler};
///
/// let mut config = Config::default();
/// config.resolve.discrepancy = 0.9;
/// assert!(Reconciler::builder().config(config.clone()).build().is_ok());
///
/// config.resolve.discrepancy = 1.9;
/// assert!(Reconciler::builder().config(config).build().unwrap_err().is_config());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Config {
    /// How sentences are linked.
    pub align: AlignConfig,
    /// Which derivations (text reuse) are shown, and what is known of the sources beforehand.
    pub provenance: ProvenanceConfig,
    /// How articles of a feed are grouped into stories.
    pub story: StoryConfig,
    /// Which records are shown.
    pub resolve: ResolveConfig,
}

impl Config {
    /// Fails where a number is out of its range.
    pub(crate) fn check(&self) -> Result<(), Error> {
        self.align.check()?;
        self.provenance.check()?;
        self.story.check()?;
        self.resolve.check()
    }
}
