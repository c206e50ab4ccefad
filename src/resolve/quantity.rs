//! Quantities: numbers in linked sentences that count or measure one thing.

use std::collections::BTreeMap;

use itertools::Itertools;

use crate::compare::{self, Facet, Judgement, Level, Relation, Verdict};
use crate::date::Published;
use crate::entity::NameId;
use crate::mention::quantity::{Breadth, QuantityKind};
use crate::mention::{Mentions, Quantity};
use crate::record::{ClaimId, Value};
use crate::resolve::exchange::{Rates, is_apposed};
use crate::resolve::linked::{Entities, Linked, Side};
use crate::resolve::point::{Describe, Found, Node, Pair, matching, records as to_records};
use crate::resolve::setting::{self, Setting, Words, shifted};
use crate::resolve::{Bundle, End};
use crate::span::Span;
use crate::text::Document;

/// Tokens between a person's name and an age: "Sara Diallo, 48".
const APPOSED: usize = 2;
/// States of which there are ever more as time passes and more is known.
const CUMULATIVE: &[&str] = &[
    "killed",
    "injured",
    "arrested",
    "charged",
    "convicted",
    "rescued",
    "displaced",
    "evacuated",
    "infected",
    "destroyed",
    "damaged",
    "recovered",
];
/// Numbers that are the same with less confidence than this are hardly of one thing.
const LEAST: f64 = 0.45;
/// Most counts of a sentence that are added up.
const SUMMANDS: usize = 8;

/// The records of quantities.
pub(super) fn records(linked: &Linked<'_, '_>, of_link: &[Option<ClaimId>]) -> Vec<Found> {
    let bundle = linked.bundle;
    let quantities = Quantities {
        bundle,
        entities: &linked.entities,
        rates: Rates::of(bundle.mentions, bundle.documents),
        figures: Figures::of(bundle.mentions),
    };
    let pairs = linked.pairs().flat_map(|(n, score, a, b)| {
        let candidates = quantities.candidates(&a, &b, n, score);
        matching(candidates).into_iter().filter(|pair| quantities.is_kept(pair)).collect_vec()
    });
    to_records(bundle, &quantities, pairs.collect(), of_link)
}

struct Quantities<'b, 'a> {
    bundle: &'b Bundle<'a>,
    entities: &'b Entities,
    rates: Rates,
    figures: Figures,
}

/// The quantities of each source by the number they state.
struct Figures(Vec<Stated>);

struct Stated {
    /// Positions, in the order of the numbers.
    by_number: Vec<(f64, u32)>,
    /// Positions of those in a unit, which another number may equal in another unit.
    in_units: Vec<u32>,
}

impl Figures {
    fn of(mentions: &[Mentions]) -> Self {
        let stated = |mentions: &Mentions| {
            let all = mentions.quantities.iter().zip(0..);
            let by_number = all.clone().map(|(q, n)| (number(q), n));
            Stated {
                by_number: by_number.sorted_by(|x, y| x.0.total_cmp(&y.0)).collect(),
                in_units: all.filter(|(q, _)| q.unit.is_some()).map(|(_, n)| n).collect(),
            }
        };
        Self(mentions.iter().map(stated).collect())
    }

    /// The quantities of a source that may state the number of another, in its unit or in others. Logarithmic, beside those.
    fn stating(&self, source: u32, other: &Quantity) -> impl Iterator<Item = u32> {
        // More than what comparing takes for the same.
        const SLACK: f64 = 1e-8;
        let stated = self.0.get(source as usize);
        let (number, in_unit) = (number(other), other.unit.is_some());
        let by_number = stated.map_or(&[][..], |stated| &stated.by_number);
        let from = by_number.partition_point(|(n, _)| *n < number - SLACK * number.abs());
        let same = by_number.iter().skip(from).take_while(move |(n, _)| *n <= number + SLACK * number.abs());
        let in_units = stated.filter(|_| in_unit).map_or(&[][..], |stated| &stated.in_units);
        same.map(|(_, n)| *n).chain(in_units.iter().copied())
    }
}

/// The number a quantity states.
fn number(q: &Quantity) -> f64 {
    q.low.or(q.high).unwrap_or(0.0)
}

/// A quantity of one end of a link, with its position in the list of its source.
type Held<'a> = (u32, &'a Quantity);

impl<'a> Quantities<'_, 'a> {
    fn compare(&self, x: &Quantity, y: &Quantity) -> Option<Judgement> {
        compare::quantity::compare_at(x, y, &|from, to| self.rates.of_one(from, to))
    }

    fn candidates(
        &self,
        (a, here): &Side<'_, 'a>,
        (b, there): &Side<'_, 'a>,
        link: usize,
        score: f64,
    ) -> Vec<Pair> {
        let ours = a.within(&a.mentions.quantities, |q| q.sentence).collect_vec();
        let theirs = b.within(&b.mentions.quantities, |q| q.sentence).collect_vec();
        if ours.is_empty() || theirs.is_empty() {
            return Vec::new();
        }
        let judged = ours.iter().cartesian_product(&theirs).filter_map(|(&(i, x), &(j, y))| {
            let judgement = self.compare(x, y)?;
            // One sum in two units: like is compared with like.
            let twin = has_twin(a.document, &a.mentions.quantities, i, y)
                || has_twin(b.document, &b.mentions.quantities, j, x);
            (!twin).then_some(((i, x), (j, y), judgement))
        });
        let judged = judged.collect_vec();
        if judged.is_empty() {
            return Vec::new();
        }
        let (here, there) = (&here.setting, &there.setting);
        let apart = setting::apart(a, here, b, there);
        let settings = judged
            .iter()
            .map(|((_, x), (_, y), _)| Setting::of((here, &x.tokens), (there, &y.tokens), apart));
        let settings = settings.collect_vec();
        // What the words around speak for far more clearly leaves no room for numbers that merely fit.
        let (mut best_here, mut best_there) = (BTreeMap::new(), BTreeMap::new());
        for (((i, _), (j, _), _), setting) in judged.iter().zip(&settings) {
            for (best, index) in [(&mut best_here, i), (&mut best_there, j)] {
                let best = best.entry(*index).or_insert(0);
                *best = setting.strength().max(*best);
            }
        }
        // No other of its kind in its sentence.
        let is_lone = |one: &[Held<'_>], i: u32, x: &Quantity| {
            let alike = |y: &Quantity| x.kind == y.kind && self.compare(x, y).is_some();
            !one.iter().any(|(j, y)| *j != i && alike(y))
        };
        judged
            .iter()
            .zip(&settings)
            .filter_map(|(((i, x), (j, y), judgement), setting)| {
                let lone = is_lone(&ours, *i, x) && is_lone(&theirs, *j, y);
                let fits = matches!(
                    judgement.level,
                    Level::Rounded | Level::Bound | Level::Vague | Level::Converted
                );
                let rival = best_here.get(i).max(best_there.get(j)).copied().unwrap_or(0);
                if fits && setting.strength() + 2 <= rival {
                    return None;
                }
                let mut judgement = judgement.clone();
                let mut same_matter = score;
                let mut cues = Vec::new();
                if judgement.relation.verdict() == Verdict::Discrepancy {
                    // "$1bn (£640m)", "$1bn (£649m)": one sum, by the rates of two days.
                    let rendered = |end: &End<'_>, all: &[(u32, &'a Quantity)], sum: &Quantity| {
                        let first = all.iter().map(|(_, q)| *q);
                        first.filter(|q| q.unit != sum.unit).find(|q| is_apposed(end.document, q, sum))
                    };
                    let sums = rendered(a, &ours, x).zip(rendered(b, &theirs, y));
                    let one = |(p, q): (&Quantity, &Quantity)| {
                        self.compare(p, q).is_some_and(|j| j.relation.verdict() == Verdict::Agreement)
                    };
                    if sums.is_some_and(one) {
                        return None;
                    }
                    if let Some(sum) = self.sum(&ours, x, &theirs, y) {
                        judgement = sum;
                    } else {
                        let odds = self.one_thing((a, here, x), (b, there, y), *setting, lone)?;
                        same_matter *= nearness(x, y);
                        cues = setting.cues(lone);
                        judgement.confidence = shifted(judgement.confidence, odds);
                    }
                } else {
                    // A number that is told to the digit is a sign of its own.
                    judgement.confidence = shifted(judgement.confidence, setting.log_odds().max(0.0));
                    if is_telling(x) && is_telling(y) {
                        same_matter += (1.0 - same_matter) * 0.5;
                    }
                }
                let (a, b) = (Node { source: a.source, index: *i }, Node { source: b.source, index: *j });
                Some(Pair { a, b, judgement, same_matter, link: Some(link), cues })
            })
            .collect()
    }

    /// What the words around two numbers that differ add to the log-odds that they are of one thing; `None` where they cannot
    /// be.
    fn one_thing(
        &self,
        (a, here, x): (&End<'a>, &Words, &Quantity),
        (b, there, y): (&End<'a>, &Words, &Quantity),
        setting: Setting,
        lone: bool,
    ) -> Option<f64> {
        let shares = x.kind == QuantityKind::Percent;
        if !shares && !are_parts_told(x, y) && (is_part(a.document, x) || is_part(b.document, y))
            || is_round_trip(a, x) != is_round_trip(b, y)
            || is_general(a, x)
            || is_general(b, y)
        {
            return None;
        }
        let mut odds = setting.log_odds() + if lone { 0.2 } else { -0.2 };
        match x.kind {
            QuantityKind::Age => {
                let whose = |end: &End<'_>, q: &Quantity| {
                    let name = setting::name_before(end, &q.tokens, APPOSED)
                        .or_else(|| setting::name_behind(end, &q.tokens, 0))?;
                    Some(self.entities.of_name(NameId { source: end.source, name }))
                };
                match (whose(a, x), whose(b, y)) {
                    (Some(Some(one)), Some(Some(other))) if one == other => odds = odds.max(0.0),
                    (None, None) if lone && setting.shared >= 2 && of_one_sort(a, x, b, y) => {}
                    _ => return None,
                }
            }
            QuantityKind::Count if x.counted.is_some() || x.state.is_some() => {
                if setting::counts_over(a) != setting::counts_over(b) {
                    return None;
                }
                // "One man" is often one of several.
                let one = |q: &Quantity| q.high == Some(1.0) && q.state.is_none();
                if one(x) || one(y) {
                    odds -= 0.7;
                }
                // Of 20, four may be this and twelve that.
                if x.scope.of.is_some() && y.scope.of.is_some() && x.state.is_none() && !setting.whole {
                    odds -= 0.7;
                }
            }
            // An event has one magnitude; lengths, weights, times and sums it has many.
            QuantityKind::Measure if x.unit.as_deref() == Some("magnitude") => {}
            QuantityKind::Percent => {}
            // The same measure of the same thing: its preposition says what it is ("for", "after", "of").
            _ => {
                let (one, other) = (role(a, x), role(b, y));
                let same = one.0 == other.0 && !one.0.is_empty();
                if one.1 != other.1 || nearness(x, y) < 1.0 || here.tells_of_others(there) {
                    return None;
                }
                if setting.shared + setting.slots + usize::from(same) < 3 && !setting.whole {
                    return None;
                }
                if x.kind == QuantityKind::Duration && one.0 != other.0 {
                    return None;
                }
                odds += if same { 0.3 } else { 0.0 };
            }
        }
        let unlike = !x.described.iter().any(|word| y.described.contains(word));
        if !x.described.is_empty() && !y.described.is_empty() && unlike {
            odds -= 0.25;
        }
        Some(odds)
    }

    /// Counts of one sentence that add up to that of the other: 10 men and five women, 15 people.
    fn sum(&self, ours: &[Held<'_>], x: &Quantity, theirs: &[Held<'_>], y: &Quantity) -> Option<Judgement> {
        let exact = |q: &Quantity| q.low.zip(q.high).filter(|(low, high)| low == high).map(|(low, _)| low);
        let ((parts, part), whole) = if exact(x)? < exact(y)? { ((ours, x), y) } else { ((theirs, y), x) };
        let rest = exact(whole)? - exact(part)?;
        let fits = |q: &Quantity| {
            q.kind == QuantityKind::Count
                && q.span != part.span
                && (q.state == part.state || q.state.is_none() || part.state.is_none())
                && person(q) == person(part)
                && !q.scope.subset
                && !q.scope.whole
        };
        let summands = parts.iter().filter(|(_, q)| fits(q)).filter_map(|(_, q)| Some((exact(q)?, q)));
        let summands = summands.take(SUMMANDS).collect_vec();
        let found = (1..=2_usize)
            .flat_map(|n| summands.iter().combinations(n))
            .find(|chosen| (chosen.iter().map(|(value, _)| value).sum::<f64>() - rest).abs() < 1e-9)?;
        let others = found.iter().map(|(_, q)| q.surface.as_str()).join(" and ");
        let reason = format!("{} and {others} make {}", part.surface, whole.surface);
        Some(Judgement::new(Level::Sum, 0.6, reason))
    }

    /// Not every pair of numbers that could conflict is a discrepancy: a source that has both numbers means two things by
    /// them, or tells itself that they differ.
    fn is_kept(&self, pair: &Pair) -> bool {
        if pair.judgement.relation.verdict() == Verdict::Agreement {
            // Numbers that are the same by chance must not carry others along as one reading.
            return pair.judgement.confidence * pair.same_matter >= LEAST;
        }
        !(self.has_also(pair.a, pair.b) || self.has_also(pair.b, pair.a))
    }

    /// True where the source of `here` also gives the number of `there`, of the same thing. Of the magnitude of a quake it
    /// may give two, from two observatories.
    fn has_also(&self, here: Node, there: Node) -> bool {
        let Some(other) = self.quantity(there) else { return false };
        if other.unit.as_deref() == Some("magnitude") {
            return false;
        }
        let Some(document) = self.bundle.documents.get(here.source as usize) else { return false };
        let own = self.bundle.mentions.get(here.source as usize).map_or(&[][..], |m| &m.quantities);
        let stating = self.figures.stating(here.source, other);
        stating.filter_map(|n| Some((n, own.get(n as usize)?))).any(|(n, q)| {
            // Two guns are no two wounded.
            let sort =
                q.breadth != Breadth::Thing || other.breadth == Breadth::Thing || other.state.is_none();
            sort && self.compare(q, other).is_some_and(|j| j.relation <= Relation::Equivalent)
                && !is_part(document, q)
                && !has_twin(document, own, n, other)
        })
    }

    fn quantity(&self, node: Node) -> Option<&'a Quantity> {
        self.bundle.mentions.get(node.source as usize)?.quantities.get(node.index as usize)
    }

    fn published(&self, node: Node) -> Option<Published> {
        self.bundle.documents.get(node.source as usize)?.published()
    }
}

fn person(q: &Quantity) -> bool {
    matches!(q.breadth, Breadth::People | Breadth::Person) || q.counted.is_none()
}

/// How likely two numbers that differ are of one thing, by how far apart they are: the dead of a quake are not told as 18 and
/// as 2,000, the dead of an avalanche beside those of the quake are.
fn nearness(x: &Quantity, y: &Quantity) -> f64 {
    if x.kind == QuantityKind::Money && x.unit != y.unit {
        return 1.0;
    }
    let (Some(a), Some(b)) = (x.low.or(x.high), y.low.or(y.high)) else { return 1.0 };
    let factor = |q: &Quantity| q.dimension.as_ref().map_or(1.0, |d| if d.1 > 0.0 { d.1 } else { 1.0 });
    let (a, b) = if x.unit == y.unit { (a, b) } else { (a * factor(x), b * factor(y)) };
    let ratio = a.max(b) / a.min(b);
    match ratio {
        r if r > 2.0 && r <= 5.0 && x.state.is_none() => 0.55,
        r if r <= 2.0 => 1.0,
        r if r <= 5.0 => 0.85,
        r if r <= 10.0 => 0.7,
        // Not a number, too, where one of them is zero.
        _ => 0.4,
    }
}

/// True of a number that two sources hardly share by chance.
fn is_telling(q: &Quantity) -> bool {
    match q.kind {
        QuantityKind::Money | QuantityKind::Measure | QuantityKind::Percent => true,
        QuantityKind::Count => q.low.or(q.high).is_some_and(|n| n >= 13.0),
        _ => false,
    }
}

/// Parts of wholes that both tell ("nine of the 20", "all 20"), or that one state is told of: these are compared.
fn are_parts_told(x: &Quantity, y: &Quantity) -> bool {
    x.scope.of.is_some() && y.scope.of.is_some()
        || (x.scope.of.is_some() || y.scope.of.is_some()) && x.state.is_some() && x.state == y.state
}

/// "One of the three people": a part, which says nothing of the whole.
fn is_part(document: &Document<'_>, q: &Quantity) -> bool {
    let after = document.tokens_in(q.number).end;
    let whole = document.folded(after + 1);
    document.folded(after) == "of"
        && matches!(whole, "the" | "these" | "those" | "them" | "its" | "his" | "her" | "their")
}

/// "A magnitude-6 quake can cause damage": said of any.
fn is_general(end: &End<'_>, q: &Quantity) -> bool {
    let before = q.tokens.start.checked_sub(1).map_or("", |at| end.document.folded(at));
    let mut behind = q.tokens.end..end.sentence.tokens.end.min(q.tokens.end + 4);
    matches!(before, "a" | "an")
        && behind.any(|at| matches!(end.document.folded(at), "can" | "could" | "may" | "would"))
}

/// "A 13,000-mile round trip", which is twice as far.
fn is_round_trip(end: &End<'_>, q: &Quantity) -> bool {
    let after = end.document.tokens_in(q.number).end;
    q.kind == QuantityKind::Measure
        && (after..end.sentence.tokens.end.min(after + 4)).any(|at| end.document.folded(at) == "round")
}

/// True where a quantity and its neighbour tell one thing in two units ("58km (36 miles)"), and the neighbour has the unit of
/// the other.
fn has_twin(document: &Document<'_>, list: &[Quantity], index: u32, other: &Quantity) -> bool {
    let at = index as usize;
    let Some(q) = list.get(at) else { return false };
    if q.unit == other.unit || !matches!(q.kind, QuantityKind::Measure | QuantityKind::Money) {
        return false;
    }
    let near = list.get(at.saturating_sub(2)..list.len().min(at + 3)).unwrap_or(&[]);
    near.iter().any(|n| n.unit == other.unit && n.kind == q.kind && are_twins(document, q, n))
}

/// True where only brackets stand between.
fn are_twins(document: &Document<'_>, a: &Quantity, b: &Quantity) -> bool {
    let (first, second) = if a.tokens.start <= b.tokens.start { (a, b) } else { (b, a) };
    let between = document.tokens_in(first.number).end..second.tokens.start;
    between.len() <= 2 && between.clone().any(|at| matches!(document.surface(at), "(" | "/" | ";"))
}

/// The words for the young, with their sex where they tell it.
const YOUNG: &[(&str, Option<bool>)] = &[
    ("child", None),
    ("toddler", None),
    ("infant", None),
    ("baby", None),
    ("kid", None),
    ("youngster", None),
    ("schoolchild", None),
    ("teenager", None),
    ("teen", None),
    ("boy", Some(true)),
    ("son", Some(true)),
    ("grandson", Some(true)),
    ("nephew", Some(true)),
    ("schoolboy", Some(true)),
    ("girl", Some(false)),
    ("daughter", Some(false)),
    ("granddaughter", Some(false)),
    ("niece", Some(false)),
    ("schoolgirl", Some(false)),
];

/// The preposition before a measure and the word of direction or relation behind it: "for", "after" of "for 10 minutes after".
/// Empty where there is none.
fn role<'e>(end: &'e End<'_>, q: &Quantity) -> (&'e str, &'e str) {
    let document = end.document;
    let before = q.tokens.start.checked_sub(1).filter(|&at| at >= end.sentence.tokens.start);
    let before = before.map_or("", |at| document.folded(at));
    let behind = document.folded(document.tokens_in(q.number).end);
    let lead = matches!(
        before,
        "for" | "in" | "within" | "after" | "by" | "at" | "of" | "from" | "to" | "lasted" | "every"
    );
    let tail = matches!(
        behind,
        "after"
            | "before"
            | "ago"
            | "later"
            | "earlier"
            | "away"
            | "deep"
            | "high"
            | "long"
            | "tall"
            | "thick"
            | "wide"
            | "above"
            | "below"
            | "beneath"
            | "per"
    );
    (if lead { before } else { "" }, if tail { behind } else { "" })
}

/// True where the nouns behind two ages can be of one person: the same noun, or words for the young that no sex tells apart.
fn of_one_sort(a: &End<'_>, x: &Quantity, b: &End<'_>, y: &Quantity) -> bool {
    let noun = |end: &End<'_>, q: &Quantity| end.document.folded(q.tokens.end).to_owned();
    let (one, other) = (noun(a, x), noun(b, y));
    let young = |word: &str| YOUNG.iter().find(|(w, _)| *w == word).map(|(_, sex)| *sex);
    match (young(&one), young(&other)) {
        (Some(one), Some(other)) => one.is_none() || other.is_none() || one == other,
        _ => one.len() > 2 && one == other,
    }
}

impl Describe for Quantities<'_, '_> {
    fn facet(&self) -> Facet {
        Facet::Quantity
    }

    fn span(&self, node: Node) -> Option<Span> {
        self.quantity(node).map(|q| q.span)
    }

    fn value(&self, node: Node) -> Option<Value> {
        self.quantity(node).map(|q| Value::Quantity {
            low: q.low,
            high: q.high,
            bound: q.bound,
            measure: q.kind,
            unit: q.unit.clone(),
            counted: q.counted.clone(),
        })
    }

    fn judge(&self, a: Node, b: Node) -> Option<Judgement> {
        self.compare(self.quantity(a)?, self.quantity(b)?)
    }

    /// "About 50" and "at least 50" are one figure beside 80, whatever more "at least 50" may hold.
    fn is_one_version(&self, a: Node, b: Node) -> bool {
        let stated = |node| self.quantity(node).and_then(|q| q.low.or(q.high));
        let same = stated(a).is_some() && stated(a) == stated(b);
        // "More than 3,700" and "more than 4,000" beside "more than 2,500".
        let floor = |node| self.quantity(node).is_some_and(|q| q.low.is_some() && q.high.is_none());
        same || floor(a) && floor(b) && self.judge(a, b).is_some_and(|j| j.level == Level::Bound)
    }

    /// Figures that only grow, and that grew with the hour of publication.
    fn later(&self, versions: &[Vec<Node>]) -> Option<usize> {
        let mut told = BTreeMap::new();
        for (n, version) in versions.iter().enumerate() {
            let first = self.quantity(*version.first()?)?;
            if !CUMULATIVE.contains(&first.state.as_deref()?) {
                return None;
            }
            let published = version.iter().map(|&node| self.published(node)).collect::<Option<Vec<_>>>()?;
            let value = first.low.or(first.high)?;
            told.insert(value.to_bits(), (n, *published.iter().min()?));
        }
        let grows = told.len() > 1 && told.values().tuple_windows().all(|(a, b)| a.1 < b.1);
        let (_, &(later, _)) = told.last_key_value()?;
        (grows && told.len() == versions.len()).then_some(later)
    }

    fn context(&self) -> &'static str {
        "in linked sentences"
    }
}
