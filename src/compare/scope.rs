//! Scopes of counts: whether two counts are about the same event, period and place, and whether they differ by people whom
//! only one includes.

use crate::compare::{Judgement, Level};
use crate::mention::Quantity;
use crate::mention::date::Granularity;
use crate::mention::quantity::{Beside, Extent, PlaceLevel, Time};

/// From this ratio on, the larger count is taken as that of a whole, even if nothing says that the other is a part.
const PART: f64 = 2.0;
/// The same if both are about places of different size, or one about a period.
const LESSER: f64 = 1.5;

/// How the scopes of two quantities relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fit {
    /// As far as known, the same scope.
    Same,
    /// Two counts if they differ; equal numbers may be one.
    Doubtful,
    /// Two counts, whatever their numbers.
    Other,
}

/// How the scopes of two quantities fit. Symmetric.
pub fn fit(a: &Quantity, b: &Quantity) -> Fit {
    let (x, y) = (&a.scope, &b.scope);
    // A withdrawn figure is not compared with a current one.
    if x.former != y.former {
        return Fit::Other;
    }
    // A whole of which a part is given is not compared with what another source says about the whole.
    if x.whole && y.of == a.low && y.of.is_some() || y.whole && x.of == b.low && x.of.is_some() {
        return Fit::Other;
    }
    if x.earlier != y.earlier {
        let same = x.time.zip(y.time).is_some_and(|(p, q)| of_one_time(&p, &q));
        return if same { Fit::Same } else { Fit::Other };
    }
    if let Some((p, q)) = x.time.zip(y.time).filter(|_| x.earlier) {
        if !of_one_time(&p, &q) && p.granularity >= Granularity::Month && q.granularity >= Granularity::Month
        {
            return Fit::Other;
        }
    }
    let number = |q: &Quantity| q.low.or(q.high).unwrap_or(0.0);
    let counts = a.state.is_some() || b.state.is_some() || a.counted.is_some() || b.counted.is_some();
    if counts && a.unit.is_none() && b.unit.is_none() {
        if !stretches_fit((x.over.as_deref(), number(a)), (y.over.as_deref(), number(b)))
            || !periods_fit(x.time, y.time)
        {
            return Fit::Doubtful;
        }
    } else if let (Some(p), Some(q)) = (x.time, y.time) {
        // Measurements in March and in April are two.
        if p.granularity >= Granularity::Month && q.granularity >= Granularity::Month && !of_one_time(&p, &q)
        {
            return Fit::Doubtful;
        }
    }
    if x.whole != y.whole && (a.state.is_some() || b.state.is_some()) {
        return Fit::Doubtful;
    }
    if !places_fit((x.extent.as_ref(), number(a)), (y.extent.as_ref(), number(b))) {
        return Fit::Doubtful;
    }
    Fit::Same
}

/// True if two times can be the same.
fn of_one_time(a: &Time, b: &Time) -> bool {
    if let (Some(p), Some(q)) = (a.days, b.days) {
        return p.0 <= q.1 && q.0 <= p.1;
    }
    if let (Some(p), Some(q)) = (a.year, b.year) {
        return p == q && (a.month.is_none() || b.month.is_none() || a.month == b.month);
    }
    if let (Some(p), Some(q)) = (a.relative, b.relative) {
        return p == q;
    }
    // What nothing distinguishes ("the first quarter") is the same.
    a == b || a.month.is_some() && a.month == b.month && a.year.is_none() && b.year.is_none()
}

/// True if counts over two periods, or over one and without one, can be the same count, given their numbers. What happened in
/// the past week may be all there is; what happened in the past hours is not, and a count since a year ago clearly exceeds a
/// single event.
fn stretches_fit((a, m): (Option<&str>, f64), (b, n): (Option<&str>, f64)) -> bool {
    let since = |words: &str| words.starts_with("since");
    match (a, b) {
        // Since the war began, since the start of the conflict: the wording always varies.
        (Some(p), Some(q)) => p == q || since(p) && since(q),
        (Some(one), None) | (None, Some(one)) => {
            let (whole, part) = if a.is_some() { (m, n) } else { (n, m) };
            !(since(one) && whole >= part * LESSER || one.ends_with("hours"))
        }
        (None, None) => true,
    }
}

/// True if counts at two times, or with and without a time, can be the same count.
fn periods_fit(a: Option<Time>, b: Option<Time>) -> bool {
    let wide = |t: &Time| {
        t.granularity >= Granularity::Week && (t.relative.is_some() || t.granularity >= Granularity::Month)
    };
    match (a, b) {
        // "Two years ago" is not the day that the other reports on.
        (Some(p), Some(q)) if p.past != q.past => of_one_time(&p, &q),
        (Some(p), Some(q)) if wide(&p) && wide(&q) => p.granularity == q.granularity && of_one_time(&p, &q),
        (Some(p), Some(q)) if wide(&p) || wide(&q) => {
            let (wide, narrow) = if wide(&p) { (p, q) } else { (q, p) };
            // "This year" covers more than a day; "last week" may be that day.
            wide.granularity < Granularity::Month && of_one_time(&wide, &narrow)
        }
        (Some(one), None) | (None, Some(one)) => {
            // "Last week" dates the event; "this week" delimits the count.
            let running = one.relative.is_some_and(|r| r.offset == 0) && one.granularity >= Granularity::Week;
            !(one.past || running || one.granularity >= Granularity::Month)
        }
        _ => true,
    }
}

/// True if counts in two places can be the same count, given their numbers. A part has at most as many as the whole;
/// otherwise the two contradict each other.
fn places_fit((a, m): (Option<&Extent>, f64), (b, n): (Option<&Extent>, f64)) -> bool {
    let shares = |p: &Extent, q: &Extent| p.names.iter().any(|name| q.names.contains(name));
    let nation = |e: &Extent| e.level >= Some(PlaceLevel::Nation);
    match (a, b) {
        (None, None) => true,
        (Some(p), Some(q)) => {
            if shares(p, q) {
                return true;
            }
            if nation(p) != nation(q) {
                let (part, whole) = if nation(q) { (m, n) } else { (n, m) };
                return part > whole;
            }
            if p.alone != q.alone {
                let (part, whole) = if p.alone { (m, n) } else { (n, m) };
                return part > whole;
            }
            if p.level == q.level {
                // "In the Orlen district", "in the Kolm district".
                return p.names.is_empty() || q.names.is_empty();
            }
            let (part, whole) = if p.level < q.level { (m, n) } else { (n, m) };
            part > whole || whole < part * LESSER
        }
        (Some(limit), None) | (None, Some(limit)) => {
            let (part, whole) = if a.is_some() { (m, n) } else { (n, m) };
            if nation(limit) {
                return true;
            }
            part > whole || !limit.alone && whole < part * PART
        }
    }
}

/// How certain it is that two counts differ by those named separately: one may include them for another reason.
const NAMED_APART: f64 = 0.7;

/// Two counts that differ by people whom only one includes: 11 and the gunman are 12. Symmetric.
pub fn beside(a: &Quantity, b: &Quantity) -> Option<Judgement> {
    let exact = |q: &Quantity| q.low.filter(|_| q.low == q.high);
    let (m, n) = (exact(a)?, exact(b)?);
    let ((few, less), (more, most)) = if m < n { ((a, m), (b, n)) } else { ((b, n), (a, m)) };
    let gap = most - less;
    let named = match (few.scope.beside, more.scope.beside) {
        (Beside::Excluded(count), Beside::Unsaid | Beside::Included(_)) if f64::from(count) == gap => count,
        (Beside::Unsaid, Beside::Included(count)) if f64::from(count) == gap => count,
        _ => return None,
    };
    let who = if named == 1 { "one named apart".to_owned() } else { format!("{named} named apart") };
    Some(Judgement::new(Level::Sum, NAMED_APART, format!("{} and {who} make {}", few.surface, more.surface)))
}
