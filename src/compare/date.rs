//! Comparison of dates, as intervals.

use crate::compare::relation::Judgement;
use crate::mention::Date;

/// Compares two dates of one happening; `None` where nothing can be said ("Tuesday" and "July" of unknown years).
pub fn compare(_a: &Date, _b: &Date) -> Option<Judgement> {
    None
}
