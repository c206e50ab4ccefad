//! Prior knowledge about the sources: which belong together, which are feeds, which are independent.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Kind};
use crate::fold::fold;
use crate::text::Document;

/// What is known about the sources in advance. Sources are named by id or publisher, ignoring case. Names that match no
/// source of a bundle are ignored, so one list can serve all bundles.
///
/// ```
/// use testimonia::{Config, Reconciler, Source};
///
/// let mut config = Config::default();
/// config.provenance.known.groups = vec![vec!["Morning Post".into(), "Evening Post".into()]];
/// config.provenance.known.independent = vec![["Morning Post".into(), "Radio One".into()]];
/// let reconciler = Reconciler::builder().config(config).build()?;
///
/// let text = "Two people died when a ferry sank off the northern island on Monday.";
/// let sources = ["Morning Post", "Evening Post", "Radio One"].map(|name| Source::new(name, text).publisher(name));
/// let reconciliation = reconciler.reconcile(&sources)?;
/// let support = reconciliation.claims[0].support;
/// assert_eq!(support.sources, 3);
/// assert!(support.independent <= 2.0, "the two Posts are one voice");
/// # Ok::<(), testimonia::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Known {
    /// Publishers or sources that are one voice: one company, one newsroom. Each group counts as one independent source.
    pub groups: Vec<Vec<String>>,
    /// Agency feeds: whatever other sources share with a feed, they have taken from it.
    pub feeds: Vec<String>,
    /// Pairs whose texts come neither from each other nor from a common third; no similarity of wording overrides this.
    pub independent: Vec<[String; 2]>,
}

impl Known {
    /// Fails on an empty name, a group with fewer than two members, a pair of a source with itself, or a pair that is both
    /// one voice and independent.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let fail = |field, reason: String| Err(Kind::Known { field, reason }.into());
        let is_empty = |name: &String| name.trim().is_empty();
        let known = [
            ("groups", self.groups.iter().flatten().any(is_empty)),
            ("feeds", self.feeds.iter().any(is_empty)),
            ("independent", self.independent.iter().flatten().any(is_empty)),
        ];
        if let Some((field, _)) = known.into_iter().find(|&(_, empty)| empty) {
            return fail(field, "a name is empty".to_owned());
        }
        let same = |a: &str, b: &str| fold(a) == fold(b);
        for group in &self.groups {
            let first = group.first().map_or("", String::as_str);
            if !group.iter().any(|name| !same(name, first)) {
                return fail("groups", format!("{group:?} has fewer than two members"));
            }
        }
        for (n, group) in self.groups.iter().enumerate() {
            let before = self.groups.get(..n).unwrap_or_default().iter().flatten();
            if let Some(twice) = before.into_iter().find(|name| group.iter().any(|member| same(member, name)))
            {
                return fail("groups", format!("{twice:?} is in two groups"));
            }
        }
        for [a, b] in &self.independent {
            if same(a, b) {
                return fail("independent", format!("{a:?} is paired with itself"));
            }
            let holds = |group: &Vec<String>, name: &str| group.iter().any(|member| same(member, name));
            if self.groups.iter().any(|group| holds(group, a) && holds(group, b)) {
                return fail("independent", format!("{a:?} and {b:?} are in one group"));
            }
        }
        Ok(())
    }
}

/// Prior knowledge about the sources of one bundle, by position.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Standing {
    /// The group of each source; sources in one group are one voice.
    groups: Vec<Option<u32>>,
    feeds: Vec<bool>,
    /// For each source, the stated pairs it belongs to and its side in each, in order.
    apart: Vec<Vec<(u32, bool)>>,
}

impl Standing {
    pub(super) fn of(documents: &[Document<'_>], known: &Known) -> Self {
        if *known == Known::default() {
            return Self::default();
        }
        let names = documents.iter().map(|document| {
            let source = document.source();
            [Some(source.id()), source.publisher_name()].map(|name| name.map(fold))
        });
        let names: Vec<[Option<String>; 2]> = names.collect();
        let is = |of: &[Option<String>; 2], name: &String| {
            let name = fold(name);
            of.iter().flatten().any(|own| *own == name)
        };
        let group = |of| {
            let position = known.groups.iter().position(|group| group.iter().any(|name| is(of, name)));
            position.map(|n| n as u32)
        };
        let sides = |of| {
            let pairs = known.independent.iter().zip(0..);
            let sides = pairs.flat_map(|([a, b], n)| [(is(of, a), n, false), (is(of, b), n, true)]);
            sides.filter(|side| side.0).map(|(_, n, second)| (n, second)).collect()
        };
        Self {
            groups: names.iter().map(group).collect(),
            feeds: names.iter().map(|of| known.feeds.iter().any(|name| is(of, name))).collect(),
            apart: names.iter().map(sides).collect(),
        }
    }

    pub(super) fn is_feed(&self, source: u32) -> bool {
        self.feeds.get(source as usize).copied().unwrap_or_default()
    }

    pub(super) fn group(&self, source: u32) -> Option<u32> {
        self.groups.get(source as usize).copied().flatten()
    }

    /// True for two sources that are stated to be independent.
    pub(super) fn are_apart(&self, a: u32, b: u32) -> bool {
        let (Some(a), Some(b)) = (self.apart.get(a as usize), self.apart.get(b as usize)) else {
            return false;
        };
        a.iter().any(|&(n, second)| b.contains(&(n, !second)))
    }
}
