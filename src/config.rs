//! Configuration: one field for each stage that has options.

use serde::{Deserialize, Serialize};

use crate::align::AlignConfig;
use crate::error::{Error, Kind, check_between};
use crate::provenance::ProvenanceConfig;
use crate::resolve::ResolveConfig;
use crate::source::Source;
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
    /// How sentences are linked into claims.
    pub align: AlignConfig,
    /// Which derivations (text reuse) are shown, and what is known about the sources in advance.
    pub provenance: ProvenanceConfig,
    /// How articles of a feed are grouped into stories.
    pub story: StoryConfig,
    /// Which records are shown.
    pub resolve: ResolveConfig,
    /// Limits on the size of the input.
    pub limits: Limits,
}

/// Limits on the input of a reconciliation. Exceeding one is an error that names the limit, instead of running out of memory.
///
/// The defaults are far above any news: input that reaches them is a mistake, or needs a suitable machine. You can raise them
/// if there is enough memory: a source takes about thirty times its length.
///
/// ```
/// use testimonia::{Config, Reconciler, Source};
///
/// let mut config = Config::default();
/// config.limits.source = 100;
/// let reconciler = Reconciler::builder().config(config).build()?;
/// let long = [Source::new("a", "It rained. ".repeat(10)), Source::new("b", "It rained.")];
/// let error = reconciler.reconcile(&long).unwrap_err();
/// assert!(error.is_limit());
/// assert_eq!(error.to_string(), "source \"a\" has 110 bytes, more than limits.source allows (100)");
/// # Ok::<(), testimonia::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Limits {
    /// The most bytes in one source.
    pub source: usize,
    /// The most sources in one reconciliation. A feed may have any number, since only its stories are reconciled.
    pub sources: usize,
    /// The most bytes in all sources of one reconciliation.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { source: 64 << 20, sources: 100_000, bytes: 256 << 20 }
    }
}

impl Limits {
    /// Fails if the input exceeds a limit.
    pub(crate) fn admit(&self, sources: &[Source]) -> Result<(), Error> {
        let over = |what: String, unit, given, field, most| Kind::Limit { what, unit, given, field, most };
        if sources.len() > self.sources {
            let over = over("the bundle".to_owned(), "sources", sources.len(), "sources", self.sources);
            return Err(over.into());
        }
        let mut bytes = 0_usize;
        for source in sources {
            let given = source.text().len();
            if given > self.source {
                let what = format!("source {:?}", source.id());
                return Err(over(what, "bytes", given, "source", self.source).into());
            }
            bytes = bytes.saturating_add(given);
        }
        if bytes > self.bytes {
            return Err(over("the bundle".to_owned(), "bytes", bytes, "bytes", self.bytes).into());
        }
        Ok(())
    }
}

impl Config {
    /// Fails if a number is out of range.
    pub(crate) fn check(&self) -> Result<(), Error> {
        // Offsets are stored in 32 bits, and folded text may be longer than the original.
        check_between("limits.source", self.limits.source as f64, 0.0, f64::from(1_u32 << 30))?;
        self.align.check()?;
        self.provenance.check()?;
        self.story.check()?;
        self.resolve.check()
    }
}
