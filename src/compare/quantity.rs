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

/// How certain it is that two different numbers are for one count or measure, by what is counted.
mod alike {
    /// Deaths, injuries, arrests: "10 dead" and "killing 10 people". An event has only one such count.
    pub(super) const STATE_ALONE: f64 = 0.85;
    /// One says who, the other only what happened to them ("10 dead", "10 people killed").
    pub(super) const STATE: f64 = 0.8;
    /// The same for people of one kind, or things: as often, they are a part of it.
    pub(super) const STATE_OF_SOME: f64 = 0.5;
    /// The same noun; more if both say what happened to those counted, less if only one does: the other may count those on
    /// board.
    pub(super) const NOUN: f64 = 0.65;
    pub(super) const BOTH_SAY_STATE: f64 = 0.25;
    pub(super) const ONE_SAYS_STATE: f64 = -0.2;
    /// There are many groups of people about whom nothing more is said.
    pub(super) const FEW_PEOPLE: f64 = 0.45;
    /// One noun describes the other ("Egyptians", "Egyptian Christians").
    pub(super) const DESCRIBED: f64 = 0.5;
    /// "120,000 people", "200,000 residents".
    pub(super) const POPULATION: f64 = 0.5;
    /// Two nouns for people, or one that may be: only equal numbers are evidence.
    pub(super) const TWO_NOUNS: f64 = 0.6;
    pub(super) const TWO_KINDS: f64 = 0.4;
    /// Two bare numbers.
    pub(super) const BARE: f64 = 0.35;
    /// A bare number, and a number of something: only equal numbers are evidence.
    pub(super) const BARE_AND_NOT: f64 = 0.4;
    /// Ages usually belong to one person.
    pub(super) const AGE: f64 = 0.75;
    /// Sums for one purpose, and for two.
    pub(super) const MONEY: f64 = 0.75;
    pub(super) const OTHER_MONEY: f64 = 0.5;
    /// Percentages of one thing, and of things neither names.
    pub(super) const PERCENT: f64 = 0.7;
    pub(super) const BARE_PERCENT: f64 = 0.5;
    /// Lengths, weights and the like; durations, of which a text may give several; ranks.
    pub(super) const MEASURE: f64 = 0.7;
    pub(super) const DURATION: f64 = 0.5;
    pub(super) const ORDINAL: f64 = 0.5;
}

/// How certain a judgement is, by the relation of the two numbers.
mod sure {
    /// Added if the two agree, as one number is seldom given twice by chance; and the maximum.
    pub(super) const AGREEING: f64 = 0.3;
    pub(super) const MOST_AGREEING: f64 = 0.9;
    /// Added if the words are the same too.
    pub(super) const SAME_WORDS: f64 = 0.05;
    /// Subtracted if "up to" covers a far lower number, which may count a part.
    pub(super) const CAPPED: f64 = 0.1;
    /// Two lower or two upper bounds so close that each source may know the other's number.
    pub(super) const NEAR_BOUNDS: f64 = 0.6;
    /// A bare number that the other may be rounded from.
    pub(super) const ROUNDED: f64 = 0.6;
    /// The limits of any judgement: none is certain, none worthless.
    pub(super) const LEAST: f64 = 0.05;
    pub(super) const MOST: f64 = 0.97;
}

/// What remains of the confidence of a difference, as factors.
mod left {
    /// Two different bounds: each may be right for what its source knew.
    pub(super) const BOUNDS: f64 = 0.75;
    /// A bound that is true but misleading: far more than "at least" suggests, and far less than "up to" suggests.
    pub(super) const FAR_ABOVE: f64 = 0.6;
    pub(super) const FAR_BELOW: f64 = 0.5;
    /// Ranges that overlap.
    pub(super) const OVERLAPPING: f64 = 0.6;
    /// One of the two is not an exact number: close together, and not.
    pub(super) const SOFT_AND_NEAR: f64 = 0.6;
    pub(super) const SOFT: f64 = 0.85;
}

/// Numbers with a ratio below this are close.
const NEAR: f64 = 1.1;
/// Two equal numbers below this may be chance, being used for many things; for unknown nouns, below the second.
const TELLING: f64 = 3.0;
const TELLING_OF_UNKNOWN: f64 = 20.0;
/// The largest number that counts as up to a dozen.
const DOZEN: f64 = 12.0;
/// The relative difference that rounding in computation may leave between two equal numbers.
const ROUNDING: f64 = 1e-9;

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
    let counts = matches!(a.kind, QuantityKind::Count | QuantityKind::Number | QuantityKind::Duration);
    let others = counts && a.residual != b.residual;
    // "Another 1,500" are none of "more than 1,000".
    if others && judgement.relation == Relation::Refinement {
        return None;
    }
    if judgement.relation.verdict() == Verdict::Discrepancy {
        if fit == scope::Fit::Doubtful {
            return None;
        }
        if let Some(sum) = scope::beside(a, b) {
            return Some(sum);
        }
        // "Two were hurt" and "two others were hurt" may both hold for four, and one day plus two more is three.
        if others {
            return None;
        }
        if is_working_week(a, b, x.low, y.low) {
            return None;
        }
        let magnitude = |q: &Quantity| q.unit.as_deref() == Some("magnitude");
        if magnitude(a) && magnitude(b) && (x.low - y.low).abs() > MAGNITUDES + ROUNDING {
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
            return (noun(a) == noun(b)).then_some(Likeness { weight: alike::ORDINAL, wider: false });
        }
        QuantityKind::Money => {
            let likeness =
                Likeness { weight: if purpose { alike::MONEY } else { alike::OTHER_MONEY }, wider: !purpose };
            return (a.unit == b.unit || exchanged).then_some(likeness);
        }
        QuantityKind::Percent => {
            return match (noun(a), noun(b)) {
                (Some(x), Some(y)) if x == y => weight(alike::PERCENT, false),
                (Some(_), Some(_)) => None,
                (None, None) if purpose && a.measured == b.measured => {
                    weight(if a.measured.is_some() { alike::PERCENT } else { alike::BARE_PERCENT }, false)
                }
                // Unless both say what a percentage is of, only equal numbers are informative.
                _ => weight(alike::BARE_PERCENT, true),
            };
        }
        QuantityKind::Age => return weight(alike::AGE, false),
        QuantityKind::Measure | QuantityKind::Duration => {
            let dimension = |q: &Quantity| q.dimension.as_ref().map(|d| d.0.clone());
            let same = a.unit == b.unit || dimension(a).is_some() && dimension(a) == dimension(b);
            return same.then_some(Likeness {
                weight: if a.kind == QuantityKind::Measure { alike::MEASURE } else { alike::DURATION },
                wider: false,
            });
        }
    }
    let state = match (&a.state, &b.state) {
        (Some(x), Some(y)) if x != y => return None,
        (Some(_), Some(_)) => alike::BOTH_SAY_STATE,
        (None, None) => 0.0,
        _ => alike::ONE_SAYS_STATE,
    };
    let people = |q: &Quantity| q.breadth == Breadth::People;
    let few = |q: &Quantity| q.low.or(q.high).is_some_and(|n| n < CROWD);
    match (noun(a), noun(b)) {
        (Some(x), Some(y)) if x == y && people(a) && few(a) && a.state.is_none() && b.state.is_none() => {
            weight(alike::FEW_PEOPLE, false)
        }
        (Some(x), Some(y)) if x == y => weight(alike::NOUN + state, false),
        (Some(_), Some(_)) => {
            let described = described(a, b) || described(b, a);
            let person = |q: &Quantity| matches!(q.breadth, Breadth::People | Breadth::Person);
            let kind = person(a) && person(b)
                || people(a) && b.breadth == Breadth::Unknown
                || people(b) && a.breadth == Breadth::Unknown;
            // "21 Egyptians" and "a dozen Egyptian Christians" are one group by the shared word.
            if described {
                return weight(alike::DESCRIBED + state, false);
            }
            // "120,000 people" and "200,000 residents" are one population; "people killed" says nothing about "residents
            // killed".
            if people(a) && people(b) && a.state.is_none() && b.state.is_none() {
                return weight(alike::POPULATION, false);
            }
            let unknown = a.breadth == Breadth::Unknown && b.breadth == Breadth::Unknown;
            (kind || person(a) || person(b) || unknown).then_some(()).and_then(|()| {
                // Different nouns: only the same number, and not a small one, is a sign.
                let same = a.low == b.low && a.high == b.high;
                let telling = a.low.or(a.high).is_some_and(|n| n >= TELLING);
                (same && telling && !(unknown && a.low.is_none_or(|n| n < TELLING_OF_UNKNOWN)))
                    .then_some(())?;
                weight(if kind { alike::TWO_NOUNS } else { alike::TWO_KINDS }, true)
            })
        }
        (None, None) if a.state.is_some() && b.state.is_some() => weight(alike::STATE_ALONE, false),
        (None, None) => weight(alike::BARE, false),
        _ if a.state.is_some() && a.state == b.state => {
            let known = if a.counted.is_some() { a } else { b };
            match known.breadth {
                Breadth::People | Breadth::Unknown => weight(alike::STATE, false),
                // "10 dead" and "8 soldiers killed".
                _ => weight(alike::STATE_OF_SOME, true),
            }
        }
        _ => {
            let same = a.low == b.low && a.high == b.high;
            same.then_some(Likeness { weight: alike::BARE_AND_NOT, wider: true })
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
        Some(Judgement::new(level, confidence.clamp(sure::LEAST, sure::MOST), reason))
    };
    let agreeing = (likeness.weight + sure::AGREEING).min(sure::MOST_AGREEING);
    let agreeing = if likeness.wider { likeness.weight } else { agreeing };
    let same_value = close(x.low, y.low, ROUNDING) && close(x.high, y.high, ROUNDING);
    if same_value && a.bound == b.bound {
        if fold(sa) == fold(sb) {
            return say(Level::Same, agreeing + sure::SAME_WORDS, format!("both say {}", quoted(sa)));
        }
        if converted {
            return say(Level::Converted, agreeing, format!("{} is {}, converted", quoted(sa), quoted(sb)));
        }
        return say(Level::Form, agreeing, format!("{} and {} are the same number", quoted(sa), quoted(sb)));
    }
    if same_value {
        let (inner, outer) = if a.bound == Bound::Exact { (sa, sb) } else { (sb, sa) };
        return say(Level::Bound, agreeing, format!("{} lies within {}", quoted(inner), quoted(outer)));
    }
    if likeness.wider {
        return None;
    }
    if converted && (x.is_point() || y.is_point()) {
        let (p, q) = ((x.low + x.high) / 2.0, (y.low + y.high) / 2.0);
        if close(p, q, CONVERSION) {
            return say(Level::Converted, agreeing, format!("{} is {}, converted", quoted(sa), quoted(sb)));
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
        let short = !converted && if x.low < y.low { is_short_of(a, y.low) } else { is_short_of(b, x.low) };
        if ratio < NEAR || short {
            return say(
                Level::Bound,
                sure::NEAR_BOUNDS,
                format!("{} and {} are close, and both can be true", quoted(sa), quoted(sb)),
            );
        }
        return say(
            Level::Disjoint,
            likeness.weight * left::BOUNDS,
            format!("{} and {} are different bounds on one count", quoted(sa), quoted(sb)),
        );
    }
    for (p, q, outer, sp, sq) in [(x, y, b, sa, sb), (y, x, a, sb, sa)] {
        // p lies within q.
        let strict = matches!(q.bound, Bound::MoreThan | Bound::LessThan | Bound::Nearly);
        let above = if strict && q.bound == Bound::MoreThan { p.low > q.from } else { p.low >= q.from };
        if open(q.bound) && above && !capped(p.bound) {
            let soft = q.low * if q.low <= DOZEN { SOFT_SMALL } else { SOFT };
            return if p.low <= soft || !converted && is_short_of(outer, p.low) {
                say(Level::Bound, agreeing, format!("{} lies within {}", quoted(sp), quoted(sq)))
            } else {
                // The bound holds, but nobody says "at least 10" when it is 40.
                say(
                    Level::Misleading,
                    likeness.weight * left::FAR_ABOVE,
                    format!("{} is far more than {} suggests", quoted(sp), quoted(sq)),
                )
            };
        }
        if capped(q.bound) && p.high <= q.to && !open(p.bound) {
            return if p.high >= q.high * REPORTED {
                say(
                    Level::Bound,
                    agreeing - sure::CAPPED,
                    format!("{} lies within {}", quoted(sp), quoted(sq)),
                )
            } else {
                say(
                    Level::Misleading,
                    likeness.weight * left::FAR_BELOW,
                    format!("{} is far less than {} suggests", quoted(sp), quoted(sq)),
                )
            };
        }
    }
    let within = |p: &Reading, q: &Reading| p.low >= q.from - ROUNDING && p.high <= q.to + ROUNDING;
    if within(x, y) || within(y, x) {
        let (inner, outer) = if within(x, y) { (sa, sb) } else { (sb, sa) };
        let both_bare = a.bound == Bound::Exact && b.bound == Bound::Exact;
        let confidence = if both_bare { sure::ROUNDED } else { agreeing };
        let reason = if both_bare {
            format!("{} rounds to {}", quoted(inner), quoted(outer))
        } else {
            format!("{} lies within {}", quoted(inner), quoted(outer))
        };
        let level = if both_bare { Level::Rounded } else { Level::Vague };
        return say(level, confidence, reason);
    }
    // Rounding intervals that only touch ("35 miles", "36 miles") do not overlap.
    let overlap = x.from.max(y.from) < x.to.min(y.to) - ROUNDING;
    // Two plain numbers differ if neither rounds to the other.
    if overlap && !(a.bound == Bound::Exact && b.bound == Bound::Exact) {
        // Overlapping ranges and touching rounding intervals are neither an agreement nor a notable difference, except for
        // two ranges stated in full.
        let ranges = a.bound == Bound::Range && b.bound == Bound::Range;
        return ranges
            .then(|| {
                say(
                    Level::Disjoint,
                    likeness.weight * left::OVERLAPPING,
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
        * if soft && gap < NEAR {
            left::SOFT_AND_NEAR
        } else if soft {
            left::SOFT
        } else {
            1.0
        };
    if a.kind == QuantityKind::Age {
        let reason = format!("{} and {} cannot both be the age", quoted(sa), quoted(sb));
        return say(Level::Disjoint, confidence, reason);
    }
    let what = match (&a.state, noun(a).or(noun(b))) {
        (Some(state), _) if a.state == b.state => format!("the same count of {state}"),
        (_, Some(_)) => "the same count".to_owned(),
        _ if a.unit.is_some() => "the same measure".to_owned(),
        _ => "the same figure".to_owned(),
    };
    say(Level::Disjoint, confidence, format!("{} and {} of {what} cannot both hold", quoted(sa), quoted(sb)))
}

/// True for a number that "more than" a rounder one is commonly said of, since it falls short of the next as round: 1,800 and
/// "more than 1,000", 18 and "more than 15".
fn is_short_of(floor: &Quantity, number: f64) -> bool {
    let Some(low) = floor.low.filter(|low| floor.bound == Bound::MoreThan && *low > 0.0) else {
        return false;
    };
    // Numbers of more than one digit that end in five are halfway ("150"), and the next as round is half a step up.
    let digits = low / floor.grain;
    let halfway = digits > 10.0 && digits % 10.0 == 5.0;
    number > low && number < low + floor.grain * if halfway { 5.0 } else { 1.0 }
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
