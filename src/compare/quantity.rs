//! Comparison of quantities as intervals: different numbers are seldom a conflict.
//!
//! Two quantities are compared only if they can be the same count or measure: the same or a convertible unit, the same noun
//! (or none on one side), the same state. Then the intervals decide. The confidence is the fraction of such pairs, given that
//! both are about the same thing, for which a careful reader would agree. The figures are set by rule, not fitted.

mod currency;

use crate::compare::{Judgement, Level, Relation, Verdict, scope};
use crate::fold::fold;
use crate::mention::Quantity;
use crate::mention::quantity::{Bound, Breadth, Per, QuantityKind};

/// The tolerance of conversions, which writers round ("8 metres" becomes "25 feet").
const CONVERSION: f64 = 0.05;
/// Beyond this ratio, the soft end of "at least 50" excludes the other number.
const SOFT: f64 = 1.5;
/// The same for numbers up to a dozen, where a difference of one matters more.
const SOFT_SMALL: f64 = 2.0;
/// "As many as 80" reports 80: a number below this fraction of it is a different report.
const REPORTED: f64 = 0.75;

/// The greatest ratio between a week and a working week.
const WORKED: f64 = 1.5;
/// Earthquakes whose magnitudes differ by more than this are two.
const MAGNITUDES: f64 = 0.6;
/// The least number of people that may be a place's population.
const CROWD: f64 = 1000.0;
/// The limits of vague numbers are vague: "several" may be ten.
const VAGUE: f64 = 1.3;

/// The value of one unit of the first currency in the second, if known.
pub type Rate<'r> = dyn Fn(&str, &str) -> Option<f64> + 'r;

/// Compares two quantities that count or measure the same thing; `None` if they do not (different unit, noun or state) or if
/// nothing can be said.
pub fn compare(a: &Quantity, b: &Quantity) -> Option<Judgement> {
    compare_at(a, b, &|_, _| None)
}

/// The same with exchange rates, for example from sources that give one sum in two currencies. Without a rate, sums in
/// different currencies are not comparable.
pub fn compare_at(a: &Quantity, b: &Quantity, rate: &Rate<'_>) -> Option<Judgement> {
    // A fixed order makes the judgement exactly symmetric.
    let (a, b) = if order(a) <= order(b) { (a, b) } else { (b, a) };
    let fit = scope::fit(a, b);
    if fit == scope::Fit::Other {
        return None;
    }
    let exchange = match (a.kind, &a.unit, &b.unit) {
        (QuantityKind::Money, Some(from), Some(to)) if b.kind == a.kind && from != to => Some(rate(from, to)),
        _ => None,
    };
    let likeness = likeness(a, b, exchange.is_some())?;
    if let Some(rate) = exchange {
        if a.per.as_ref().map(Per::key) == b.per.as_ref().map(Per::key)
            && currency::of_same_digits(a, b, rate)
        {
            let told = !likeness.wider && !currency::may_be_one(a, b);
            return told.then(|| currency::judge(a, b, likeness.weight)).flatten();
        }
    }
    let (x, y) = (Reading::of(a), Reading::of(b));
    let (x, y, converted) = match exchange {
        Some(rate) => (x.scaled(rate?, 0.0), y, true),
        None => in_one_unit(a, b, x, y)?,
    };
    let (x, y, converted) = match (&a.per, &b.per) {
        (Some(p), Some(q)) if p.unit != q.unit => {
            let each = |d: &Option<(String, f64)>| d.as_ref().map(|d| d.1).filter(|f| *f > 0.0);
            (x.scaled(1.0 / each(&p.dimension)?, 0.0), y.scaled(1.0 / each(&q.dimension)?, 0.0), true)
        }
        _ => (x, y, converted),
    };
    let judgement = judge(a, b, &x, &y, converted, likeness)?;
    if judgement.relation.verdict() == Verdict::Discrepancy {
        if fit == scope::Fit::Doubtful {
            return None;
        }
        if let Some(sum) = scope::beside(a, b) {
            return Some(sum);
        }
        // "Two were hurt" and "two others were hurt" may both hold for four, and one day plus two more is three.
        let counts = matches!(a.kind, QuantityKind::Count | QuantityKind::Number | QuantityKind::Duration);
        if counts && a.residual != b.residual {
            return None;
        }
        if is_working_week(a, b, x.low, y.low) {
            return None;
        }
        let magnitude = |q: &Quantity| q.unit.as_deref() == Some("magnitude");
        if magnitude(a) && magnitude(b) && (x.low - y.low).abs() > MAGNITUDES + 1e-9 {
            return None;
        }
    }
    if likeness.wider
        && judgement.relation != Relation::Equivalent
        && judgement.relation != Relation::Identical
    {
        return None;
    }
    Some(judgement)
}

type Words<'q> = [Option<&'q str>; 5];
type Order<'q> = (u64, u64, u8, &'q str, Words<'q>);

fn order(q: &Quantity) -> Order<'_> {
    let key = |v: Option<f64>| v.map_or(u64::MAX, |v| v.max(0.0).to_bits());
    (
        key(q.low),
        key(q.high),
        q.bound as u8,
        q.surface.as_str(),
        [
            q.counted.as_deref(),
            q.state.as_deref(),
            q.unit.as_deref(),
            q.per.as_ref().map(|per| per.unit.as_str()),
            q.measured.as_deref(),
        ],
    )
}

/// How certain it is that two quantities count the same thing.
#[derive(Clone, Copy)]
struct Likeness {
    /// The confidence that a difference is a discrepancy.
    weight: f64,
    /// True if only equal numbers are informative, because one noun is more general than the other, or they differ.
    wider: bool,
}

fn likeness(a: &Quantity, b: &Quantity, exchanged: bool) -> Option<Likeness> {
    use QuantityKind::{Count, Number};
    let counts = |k| matches!(k, Count | Number);
    if a.kind != b.kind && !(counts(a.kind) && counts(b.kind)) {
        return None;
    }
    let weight = |weight, wider| Some(Likeness { weight, wider });
    if !are_rates_alike(a, b) {
        return None;
    }
    // Sums for two purposes, shares of two things, a change and a level: only equal numbers are informative.
    let purpose =
        a.course == b.course && (a.measured == b.measured || a.measured.is_none() || b.measured.is_none());
    match a.kind {
        Count | Number => {}
        QuantityKind::Ordinal => {
            return (noun(a) == noun(b)).then_some(Likeness { weight: 0.5, wider: false });
        }
        QuantityKind::Money => {
            let likeness = Likeness { weight: if purpose { 0.75 } else { 0.5 }, wider: !purpose };
            return (a.unit == b.unit || exchanged).then_some(likeness);
        }
        QuantityKind::Percent => {
            return match (noun(a), noun(b)) {
                (Some(x), Some(y)) if x == y => weight(0.7, false),
                (Some(_), Some(_)) => None,
                (None, None) if purpose && a.measured == b.measured => {
                    weight(if a.measured.is_some() { 0.7 } else { 0.5 }, false)
                }
                // Unless both say what a percentage is of, only equal numbers are informative.
                _ => weight(0.5, true),
            };
        }
        QuantityKind::Age => return weight(0.75, false),
        QuantityKind::Measure | QuantityKind::Duration => {
            let dimension = |q: &Quantity| q.dimension.as_ref().map(|d| d.0.clone());
            let same = a.unit == b.unit || dimension(a).is_some() && dimension(a) == dimension(b);
            return same.then_some(Likeness {
                weight: if a.kind == QuantityKind::Measure { 0.7 } else { 0.5 },
                wider: false,
            });
        }
    }
    let state = match (&a.state, &b.state) {
        (Some(x), Some(y)) if x != y => return None,
        (Some(_), Some(_)) => 0.25,
        (None, None) => 0.0,
        // "12 people" versus "10 people killed": perhaps the 12 were on board.
        _ => -0.2,
    };
    let people = |q: &Quantity| q.breadth == Breadth::People;
    let few = |q: &Quantity| q.low.or(q.high).is_some_and(|n| n < CROWD);
    match (noun(a), noun(b)) {
        // There are many groups of people about whom nothing more is said.
        (Some(x), Some(y)) if x == y && people(a) && few(a) && a.state.is_none() && b.state.is_none() => {
            weight(0.45, false)
        }
        (Some(x), Some(y)) if x == y => weight(0.65 + state, false),
        (Some(_), Some(_)) => {
            let described = described(a, b) || described(b, a);
            let person = |q: &Quantity| matches!(q.breadth, Breadth::People | Breadth::Person);
            let kind = person(a) && person(b)
                || people(a) && b.breadth == Breadth::Unknown
                || people(b) && a.breadth == Breadth::Unknown;
            // "21 Egyptians" and "a dozen Egyptian Christians" are one group by the shared word.
            if described {
                return weight(0.5 + state, false);
            }
            // "120,000 people" and "200,000 residents" are one population; "people killed" says nothing about "residents
            // killed".
            if people(a) && people(b) && a.state.is_none() && b.state.is_none() {
                return weight(0.5, false);
            }
            let unknown = a.breadth == Breadth::Unknown && b.breadth == Breadth::Unknown;
            (kind || person(a) || person(b) || unknown).then_some(()).and_then(|()| {
                // Different nouns: only the same number, and not a small one, is a sign.
                let same = a.low == b.low && a.high == b.high;
                let telling = a.low.or(a.high).is_some_and(|n| n >= 3.0);
                (same && telling && !(unknown && a.low.is_none_or(|n| n < 20.0))).then_some(())?;
                weight(if kind { 0.6 } else { 0.4 }, true)
            })
        }
        // "10 dead" and "killing 10 people".
        (None, None) if a.state.is_some() && b.state.is_some() => weight(0.85, false),
        (None, None) => weight(0.35, false),
        _ if a.state.is_some() && a.state == b.state => {
            let known = if a.counted.is_some() { a } else { b };
            match known.breadth {
                Breadth::People | Breadth::Unknown => weight(0.8, false),
                // "10 dead" and "8 soldiers killed".
                _ => weight(0.5, true),
            }
        }
        _ => {
            let same = a.low == b.low && a.high == b.high;
            same.then_some(Likeness { weight: 0.4, wider: true })
        }
    }
}

/// True for two plain numbers, and for two rates per the same or a convertible unit.
fn are_rates_alike(a: &Quantity, b: &Quantity) -> bool {
    match (&a.per, &b.per) {
        (None, None) => true,
        (Some(p), Some(q)) => {
            let dimension = |d: &Option<(String, f64)>| d.as_ref().map(|d| d.0.clone());
            // Growth of growth: percentages do not add up over time.
            let converts = a.kind != QuantityKind::Percent && dimension(&p.dimension).is_some();
            p.unit == q.unit || converts && dimension(&p.dimension) == dimension(&q.dimension)
        }
        _ => false,
    }
}

/// What is earned or worked per day applies to five days of the week: the rate over the longer period is lower.
fn is_working_week(a: &Quantity, b: &Quantity, x: f64, y: f64) -> bool {
    let each = |q: &Quantity| q.per.as_ref().and_then(|per| per.dimension.as_ref()).map(|d| d.1);
    let (Some(p), Some(q)) = (each(a), each(b)) else { return false };
    let (longer, shorter) = if p > q { (x, y) } else { (y, x) };
    matches!(a.kind, QuantityKind::Money | QuantityKind::Duration)
        && p != q
        && longer <= shorter
        && shorter < longer * WORKED
}

fn noun(q: &Quantity) -> Option<&str> {
    q.concept.as_deref().or(q.counted.as_deref())
}

/// True if the noun of one modifies the noun of the other: "Egyptians", "Egyptian Christians".
fn described(a: &Quantity, b: &Quantity) -> bool {
    // A rocket site is not a rocket.
    let things = a.breadth == Breadth::Thing || b.breadth == Breadth::Thing;
    !things && a.counted.as_ref().is_some_and(|noun| b.described.contains(noun))
}

/// A quantity as compared: the stated values, and the interval it can mean.
#[derive(Clone, Copy)]
struct Reading {
    low: f64,
    high: f64,
    /// The interval.
    from: f64,
    to: f64,
    bound: Bound,
}

impl Reading {
    fn of(q: &Quantity) -> Self {
        let (from, to) = q.interval();
        let low = q.low.or(q.high).unwrap_or(0.0);
        Self { low, high: q.high.unwrap_or(low), from, to, bound: q.bound }
    }

    fn scaled(self, factor: f64, offset: f64) -> Self {
        let f = |v: f64| v * factor + offset;
        Self { low: f(self.low), high: f(self.high), from: f(self.from), to: f(self.to), bound: self.bound }
    }

    fn is_point(&self) -> bool {
        self.low == self.high
    }
}

/// Both in their dimension's base unit, and whether that took a conversion; `None` if the units are not convertible.
fn in_one_unit(a: &Quantity, b: &Quantity, x: Reading, y: Reading) -> Option<(Reading, Reading, bool)> {
    if a.unit == b.unit {
        return Some((x, y, false));
    }
    let celsius = |q: &Quantity, r: Reading| match q.unit.as_deref() {
        Some("celsius") => Some(r),
        Some("fahrenheit") => Some(r.scaled(5.0 / 9.0, -160.0 / 9.0)),
        Some("kelvin") => Some(r.scaled(1.0, -273.15)),
        _ => None,
    };
    match (&a.dimension, &b.dimension) {
        (Some((d, _)), Some((e, _))) if d == e && d == "temperature" => {
            Some((celsius(a, x)?, celsius(b, y)?, true))
        }
        (Some((d, f)), Some((e, g))) if d == e && *f > 0.0 && *g > 0.0 => {
            Some((x.scaled(*f, 0.0), y.scaled(*g, 0.0), true))
        }
        _ => None,
    }
}

fn judge(
    a: &Quantity,
    b: &Quantity,
    x: &Reading,
    y: &Reading,
    converted: bool,
    likeness: Likeness,
) -> Option<Judgement> {
    let (sa, sb) = (told(a), told(b));
    let (sa, sb) = (sa.as_str(), sb.as_str());
    let say = |level, confidence: f64, reason: String| {
        Some(Judgement::new(level, confidence.clamp(0.05, 0.97), reason))
    };
    let sure = if likeness.wider { likeness.weight } else { 0.9_f64.min(likeness.weight + 0.3) };
    let same_value = close(x.low, y.low, 1e-9) && close(x.high, y.high, 1e-9);
    if same_value && a.bound == b.bound {
        if fold(sa) == fold(sb) {
            return say(Level::Same, sure + 0.05, format!("both say {}", quoted(sa)));
        }
        if converted {
            return say(Level::Converted, sure, format!("{} is {}, converted", quoted(sa), quoted(sb)));
        }
        return say(Level::Form, sure, format!("{} and {} are the same number", quoted(sa), quoted(sb)));
    }
    if same_value {
        let (inner, outer) = if a.bound == Bound::Exact { (sa, sb) } else { (sb, sa) };
        return say(Level::Bound, sure, format!("{} lies within {}", quoted(inner), quoted(outer)));
    }
    if likeness.wider {
        return None;
    }
    if converted && (x.is_point() || y.is_point()) {
        let (p, q) = ((x.low + x.high) / 2.0, (y.low + y.high) / 2.0);
        if close(p, q, CONVERSION) {
            return say(Level::Converted, sure, format!("{} is {}, converted", quoted(sa), quoted(sb)));
        }
        if close(p, q, 2.0 * CONVERSION) {
            return None;
        }
    }
    let open = |bound| matches!(bound, Bound::AtLeast | Bound::MoreThan);
    let capped = |bound| matches!(bound, Bound::AtMost | Bound::LessThan);
    // Two lower or two upper bounds: each source gives the best it knows.
    if open(x.bound) && open(y.bound) || capped(x.bound) && capped(y.bound) {
        let ratio = ratio(x.low, y.low);
        if ratio < 1.1 {
            return say(
                Level::Bound,
                0.6,
                format!("{} and {} are close, and both can be true", quoted(sa), quoted(sb)),
            );
        }
        return say(
            Level::Disjoint,
            likeness.weight * 0.75,
            format!("{} and {} are different bounds on one count", quoted(sa), quoted(sb)),
        );
    }
    for (p, q, sp, sq) in [(x, y, sa, sb), (y, x, sb, sa)] {
        // p lies within q.
        let strict = matches!(q.bound, Bound::MoreThan | Bound::LessThan | Bound::Nearly);
        let above = if strict && q.bound == Bound::MoreThan { p.low > q.from } else { p.low >= q.from };
        if open(q.bound) && above && !capped(p.bound) {
            return if p.low <= q.low * if q.low <= 12.0 { SOFT_SMALL } else { SOFT } {
                say(Level::Bound, sure, format!("{} lies within {}", quoted(sp), quoted(sq)))
            } else {
                // The bound holds, but nobody says "at least 10" when it is 40.
                say(
                    Level::Misleading,
                    likeness.weight * 0.6,
                    format!("{} is far more than {} suggests", quoted(sp), quoted(sq)),
                )
            };
        }
        if capped(q.bound) && p.high <= q.to && !open(p.bound) {
            return if p.high >= q.high * REPORTED {
                say(Level::Bound, sure - 0.1, format!("{} lies within {}", quoted(sp), quoted(sq)))
            } else {
                say(
                    Level::Misleading,
                    likeness.weight * 0.5,
                    format!("{} is far less than {} suggests", quoted(sp), quoted(sq)),
                )
            };
        }
    }
    let within = |p: &Reading, q: &Reading| p.low >= q.from - 1e-9 && p.high <= q.to + 1e-9;
    if within(x, y) || within(y, x) {
        let (inner, outer) = if within(x, y) { (sa, sb) } else { (sb, sa) };
        let both_bare = a.bound == Bound::Exact && b.bound == Bound::Exact;
        let confidence = if both_bare { 0.6 } else { sure };
        let reason = if both_bare {
            format!("{} rounds to {}", quoted(inner), quoted(outer))
        } else {
            format!("{} lies within {}", quoted(inner), quoted(outer))
        };
        let level = if both_bare { Level::Rounded } else { Level::Vague };
        return say(level, confidence, reason);
    }
    // Rounding intervals that only touch ("35 miles", "36 miles") do not overlap.
    let overlap = x.from.max(y.from) < x.to.min(y.to) - 1e-9;
    // Two plain numbers differ if neither rounds to the other.
    if overlap && !(a.bound == Bound::Exact && b.bound == Bound::Exact) {
        // Overlapping ranges and touching rounding intervals are neither an agreement nor a notable difference, except for
        // two ranges stated in full.
        let ranges = a.bound == Bound::Range && b.bound == Bound::Range;
        return ranges
            .then(|| {
                say(
                    Level::Disjoint,
                    likeness.weight * 0.6,
                    format!("{} and {} only overlap", quoted(sa), quoted(sb)),
                )
            })
            .flatten();
    }
    let vague = a.bound == Bound::Vague || b.bound == Bound::Vague;
    if vague && x.from.max(y.from) < x.to.min(y.to) * VAGUE {
        return None;
    }
    let soft = a.bound != Bound::Exact || b.bound != Bound::Exact;
    let gap = ratio(x.low, y.low);
    let confidence = likeness.weight
        * if soft && gap < 1.1 {
            0.6
        } else if soft {
            0.85
        } else {
            1.0
        };
    let what = match (&a.state, noun(a).or(noun(b))) {
        (Some(state), _) if a.state == b.state => format!("the same count of {state}"),
        (_, Some(_)) => "the same count".to_owned(),
        _ if a.unit.is_some() => "the same measure".to_owned(),
        _ => "the same figure".to_owned(),
    };
    say(Level::Disjoint, confidence, format!("{} and {} of {what} cannot both hold", quoted(sa), quoted(sb)))
}

/// A number as written, with the unit of its rate.
fn told(q: &Quantity) -> String {
    match q.per.as_ref().map(|per| per.words.as_str()) {
        Some("each") => format!("{} each", q.surface),
        Some(per) => format!("{} per {per}", q.surface),
        None => q.surface.clone(),
    }
}

/// In reasons, numbers are bare and phrases are in quotation marks.
fn quoted(surface: &str) -> String {
    if surface.contains(' ') { format!("\"{surface}\"") } else { surface.to_owned() }
}

fn close(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * a.abs().max(b.abs())
}

fn ratio(a: f64, b: f64) -> f64 {
    let (small, large) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
    if small > 0.0 {
        large / small
    } else if large > 0.0 {
        f64::INFINITY
    } else {
        1.0
    }
}
