//! Statements: polarity and modality of clauses that assert one thing.

use crate::record::{ClaimId, Record};
use crate::resolve::Bundle;

pub(super) fn records(_bundle: &Bundle<'_>, _of_link: &[Option<ClaimId>]) -> Vec<Record> {
    Vec::new()
}
