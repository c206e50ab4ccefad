//! Guides: what the terms mean, and how to choose, extend and trust the results. Their examples are run as tests.

#[doc = include_str!("../docs/facets.md")]
pub mod facets {}

#[doc = include_str!("../docs/thresholds.md")]
pub mod thresholds {}

#[doc = include_str!("../docs/lexicon.md")]
pub mod lexicon {}

#[doc = include_str!("../docs/similarity.md")]
pub mod similarity {}

#[doc = include_str!("../docs/judge.md")]
pub mod judge {}

#[doc = include_str!("../docs/performance.md")]
pub mod performance {}

#[doc = include_str!("../docs/quality.md")]
pub mod quality {}

#[doc = include_str!("../docs/agents.md")]
pub mod agents {}

#[doc = include_str!("../docs/data.md")]
pub mod data {}

#[doc = include_str!("../docs/stories.md")]
pub mod stories {}
