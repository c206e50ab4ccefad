//! Quantities: numbers that count or measure the same thing, in linked sentences or anywhere over the event.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use crate::compare::{self, Facet, Judgement, Level, Relation, Verdict};
use crate::date::Published;
use crate::lexicon::word_set::WordSet;
use crate::math::{cautious_logit, ln};
use crate::mention::Quantity;
use crate::mention::quantity::{Breadth, QuantityKind};
use crate::point::decision::{Cue, Cues};
use crate::point::exchange::{Rates, is_apposed};
use crate::point::figure::{
    Figures, WITNESSES, are_parts_told, distance, has_twin, is_general, is_keyed, is_of_other_poll, is_part,
    is_round_trip, is_telling, keyed, nearness, number, of_one_sort, of_other_part, role,
};
use crate::point::linked::{Entities, Linked, Meeting};
use crate::point::pair::{Around, Candidates, Describe, Node, Pair, matching};
use crate::point::setting::{self, Setting, Words, shifted};
use crate::point::{Bundle, End, age, apart, flat, sum};
use crate::record::Value;
use crate::span::Span;

/// Equal numbers with a lower confidence than this are probably not about the same thing.
const LEAST: f64 = 0.45;
/// In a text with more quantities than this, probably a table, none counts as the only one of its kind.
const CROWDED: usize = 200;
/// The least nearness of sums paid as the same thing.
const NAMED: f64 = 0.55;
/// The probability that two sentences are about the same thing if linking gives them no chance.
const UNLINKED: f64 = 0.05;
/// Log-odds that two numbers are for one thing, besides those of the words around: whether each is the only one of its kind
/// there.
const LONE: f64 = 0.2;
/// Subtracted if one is "one", which is often one of several, and if both are parts of a whole.
const ONE_OF_SEVERAL: f64 = 0.7;
const PARTS: f64 = 0.7;
/// Subtracted if what is counted is described by different words.
const OTHERWISE_DESCRIBED: f64 = 0.25;
/// Added if the same preposition precedes both ("for", "after").
const SAME_ROLE: f64 = 0.3;

/// The points about quantities: agreements in linked sentences; differences in sentences that may assert the same thing, and
/// in any sentences with a figure that every report on an event gives, such as a toll.
pub(crate) fn candidates<'b>(linked: &'b Linked<'b, '_>) -> Candidates<'b> {
    let bundle = linked.bundle;
    let quantities = Quantities {
        bundle,
        entities: &linked.entities,
        rates: Rates::of(bundle.mentions, bundle.documents),
        figures: Figures::of(bundle.mentions),
    };
    let mut pairs = Vec::new();
    let mut met = BTreeSet::new();
    for meeting in linked.near() {
        met.insert((meeting.a.0.id(), meeting.b.0.id()));
        if let (Some(_), Some(score)) = (meeting.link, meeting.chance) {
            // Numbers that are the same by chance must not pull others into one reading.
            let agreeing = quantities.agreeing(&meeting, score).into_iter();
            pairs.extend(agreeing.filter(|p| p.judgement.confidence * p.same_matter >= LEAST));
        }
        pairs.extend(quantities.differing(&meeting));
    }
    for (a, b) in keyed(bundle) {
        if met.insert((a, b)) {
            if let Some(meeting) = linked.unlinked(a, b) {
                pairs.extend(quantities.differing(&meeting).into_iter().filter(|pair| {
                    let keyed = |node| quantities.quantity(node).is_some_and(is_keyed);
                    keyed(pair.a) && keyed(pair.b)
                }));
            }
        }
    }
    Candidates::new(quantities, pairs)
}

/// The highest strength of any partner's context, for each quantity of two sentences.
fn best<'s>(
    pairs: impl Iterator<Item = (u32, u32, &'s Setting)>,
) -> (BTreeMap<u32, usize>, BTreeMap<u32, usize>) {
    let (mut here, mut there) = (BTreeMap::new(), BTreeMap::new());
    for (i, j, setting) in pairs {
        for (best, index) in [(&mut here, i), (&mut there, j)] {
            let best = best.entry(index).or_insert(0);
            *best = setting.strength().max(*best);
        }
    }
    (here, there)
}

/// Two quantities and their comparison.
type Judged<'a> = (Held<'a>, Held<'a>, Judgement);

struct Quantities<'b, 'a> {
    bundle: &'b Bundle<'a>,
    entities: &'b Entities,
    rates: Rates,
    figures: Figures,
}

/// What does not depend on the partner of a quantity in a pair of sentences.
struct Standing {
    /// It is the only one of its kind in its sentence.
    lone: bool,
    /// It agrees with one of the other sentence.
    taken: bool,
    /// It is the only one of its kind in its text.
    sole: bool,
    /// The other source gives it, too.
    also: bool,
    /// The further sources that give it.
    backed: BTreeSet<u32>,
}

/// A quantity at one end of a link, with its index in the source's list.
pub(crate) type Held<'a> = (u32, &'a Quantity);

impl<'a> Quantities<'_, 'a> {
    fn compare(&self, x: &Quantity, y: &Quantity) -> Option<Judgement> {
        let of_one = |from: &str, to: &str| {
            let turned = y.unit.as_deref() == Some(from);
            let (from_sum, to_sum) = if turned { (y, x) } else { (x, y) };
            self.rates.of_one(from, to, number(to_sum) / number(from_sum))
        };
        compare::quantity::compare_at(x, y, &of_one)
    }

    /// The quantities of two linked sentences that agree.
    fn agreeing(&self, meeting: &Meeting<'_, 'a>, score: f64) -> Vec<Pair> {
        let ((a, here), (b, there)) = (&meeting.a, &meeting.b);
        let judged = self.judged(meeting);
        if judged.is_empty() {
            return Vec::new();
        }
        let (here, there) = (&here.setting, &there.setting);
        let apart = setting::apart(a, here, b, there);
        let settings = judged
            .iter()
            .map(|((_, x), (_, y), _)| Setting::of((here, &x.tokens), (there, &y.tokens), apart));
        let settings = settings.collect_vec();
        // A far better partner, judged by context, rules out numbers that merely fit.
        let pairs = judged.iter().zip(&settings).map(|(((i, _), (j, _), _), setting)| (*i, *j, setting));
        let (best_here, best_there) = best(pairs);
        let agreeing = judged.iter().zip(&settings).filter_map(|(((i, x), (j, y), judgement), setting)| {
            if judgement.relation.verdict() == Verdict::Discrepancy {
                return None;
            }
            let fits =
                matches!(judgement.level, Level::Rounded | Level::Bound | Level::Vague | Level::Converted);
            let rival = best_here.get(i).max(best_there.get(j)).copied().unwrap_or(0);
            if fits && setting.strength() + 2 <= rival {
                return None;
            }
            let (a, b) = (Node { source: a.source, index: *i }, Node { source: b.source, index: *j });
            // An exact number is evidence by itself.
            let is_sign = is_telling(x) && is_telling(y);
            let around = Around { setting, chance: score, link: meeting.link, is_sign };
            Some(Pair::agreeing(a, b, judgement.clone(), around))
        });
        let ours = a.within(&a.mentions.quantities, |q| q.sentence).collect_vec();
        let theirs = b.within(&b.mentions.quantities, |q| q.sentence).collect_vec();
        let sums = judged.iter().filter_map(|((i, x), (j, y), judgement)| {
            let differ = judgement.relation.verdict() == Verdict::Discrepancy;
            let judgement = differ.then(|| sum::sum((a, &ours, x), (b, &theirs, y))).flatten()?;
            let (a, b) = (Node { source: a.source, index: *i }, Node { source: b.source, index: *j });
            Some(Pair::new(a, b, judgement, score, meeting.link))
        });
        matching(agreeing.chain(sums).collect())
    }

    /// All comparable pairs of quantities in two sentences.
    fn judged(&self, meeting: &Meeting<'_, 'a>) -> Vec<Judged<'a>> {
        let (a, b) = (&meeting.a.0, &meeting.b.0);
        let ours = a.within(&a.mentions.quantities, |q| q.sentence).collect_vec();
        let theirs = b.within(&b.mentions.quantities, |q| q.sentence).collect_vec();
        let judged = ours.iter().cartesian_product(&theirs).filter_map(|(&(i, x), &(j, y))| {
            let judgement = self.compare(x, y)?;
            // One sum in two units: compares like with like.
            let twin = has_twin(a.document, &a.mentions.quantities, i, y)
                || has_twin(b.document, &b.mentions.quantities, j, x);
            (!twin).then_some(((i, x), (j, y), judgement))
        });
        judged.collect()
    }

    /// The quantities of two sentences that differ and may be one figure, with the evidence for and against it.
    fn differing(&self, meeting: &Meeting<'_, 'a>) -> Vec<Pair> {
        let ((a, here), (b, there)) = (&meeting.a, &meeting.b);
        let ours = a.within(&a.mentions.quantities, |q| q.sentence).collect_vec();
        let theirs = b.within(&b.mentions.quantities, |q| q.sentence).collect_vec();
        if ours.is_empty() || theirs.is_empty() {
            return Vec::new();
        }
        let (here, there) = (&here.setting, &there.setting);
        let apart = setting::apart(a, here, b, there);
        let mut judged = Vec::new();
        for (&(i, x), &(j, y)) in ours.iter().cartesian_product(&theirs) {
            let twin = has_twin(a.document, &a.mentions.quantities, i, y)
                || has_twin(b.document, &b.mentions.quantities, j, x);
            // By meaning: one way is half of a round trip, and one sum in two currencies is one sum.
            if twin
                || is_round_trip(a, x) != is_round_trip(b, y)
                || self.is_one_sum((a, &ours, x), (b, &theirs, y))
            {
                continue;
            }
            if let Some((judgement, cues)) = self.loosely(x, y) {
                if sum::sum((a, &ours, x), (b, &theirs, y)).is_none() {
                    let setting = Setting::of((here, &x.tokens), (there, &y.tokens), apart);
                    judged.push(((i, x), (j, y), judgement, cues, setting));
                }
            }
        }
        let (best_here, best_there) =
            best(judged.iter().map(|((i, _), (j, _), .., setting)| (*i, *j, setting)));
        let (mut standing_here, mut standing_there) = (BTreeMap::new(), BTreeMap::new());
        let two_tellings = !judged.is_empty() && (is_of_other_poll(a, b) || apart::are_of_two_seasons(a, b));
        let mut found = Vec::new();
        for ((i, x), (j, y), judgement, own, setting) in &judged {
            let (p, q) = (Node { source: a.source, index: *i }, Node { source: b.source, index: *j });
            let one = standing_here.entry(*i).or_insert_with(|| self.standing((p, x), &ours, q, &theirs));
            let other = standing_there.entry(*j).or_insert_with(|| self.standing((q, y), &theirs, p, &ours));
            let mut cues = own.clone();
            let mut add = |cue: Cue, value: f64| {
                if value != 0.0 {
                    cues.push((cue, value));
                }
            };
            let truth = |holds: bool| f64::from(u8::from(holds));
            let lone_pair = one.lone && other.lone;
            add(Cue::Lone, truth(lone_pair));
            let taken = truth(one.taken) + truth(other.taken);
            add(Cue::Taken, taken);
            let rival = best_here.get(i).max(best_there.get(j)).copied().unwrap_or(0);
            add(Cue::Rivalled, truth(rival > setting.strength()));
            let shares = x.kind == QuantityKind::Percent;
            let portions =
                !shares && !are_parts_told(x, y) && (is_part(a.document, x) || is_part(b.document, y));
            add(Cue::Portion, truth(portions));
            add(Cue::General, truth(is_general(a, x) || is_general(b, y)));
            let single = |q: &Quantity| q.high == Some(1.0) && q.state.is_none();
            add(Cue::Single, truth(single(x) || single(y)));
            add(Cue::Distance, distance(x, y));
            let also = truth(one.also) + truth(other.also);
            add(Cue::Also, also);
            let odds = self.one_thing((a, here, x), (b, there, y), *setting, lone_pair);
            // A source with both numbers means two things by them, or says itself that they differ; a number that agrees
            // elsewhere in the sentence is taken; of 20, four may be one thing and twelve another; other days are other
            // stages.
            let parts =
                x.scope.of.is_some() && x.scope.of == y.scope.of && x.state.is_none() && !setting.whole;
            let ruled_out = also + taken > 0.0
                || parts
                || setting.apart
                || self.compare(x, y).is_none()
                || self.is_of_other_state(p, y)
                || self.is_of_other_state(q, x)
                || two_tellings;
            match odds.filter(|_| !ruled_out) {
                Some(odds) => {
                    let p = shifted(judgement.confidence, odds)
                        * meeting.chance.unwrap_or(UNLINKED)
                        * nearness(x, y);
                    add(Cue::Prior, cautious_logit(p));
                }
                None => add(Cue::Ruled, 1.0),
            }
            let unlike = !x.described.iter().any(|word| y.described.contains(word));
            add(Cue::OtherKind, truth(!x.described.is_empty() && !y.described.is_empty() && unlike));
            if x.kind == QuantityKind::Age {
                let whose =
                    |end: &End<'a>, q: &Quantity| age::whose(self.bundle, self.entities, end, q).flatten();
                match (whose(a, x), whose(b, y)) {
                    (Some(one), Some(other)) => {
                        add(if one == other { Cue::Owner } else { Cue::OtherOwner }, 1.0);
                    }
                    _ => add(Cue::OtherNoun, truth(!of_one_sort(a, x, b, y))),
                }
            }
            add(Cue::Backed, ln(1.0 + one.backed.union(&other.backed).count() as f64));
            add(Cue::Sole, truth(one.sole && other.sole));
            add(Cue::State, truth(x.state.is_some() && x.state == y.state));
            add(Cue::Magnitude, truth(x.unit.as_deref() == Some("magnitude")));
            add(Cue::Measured, truth(matches!(x.kind, QuantityKind::Measure | QuantityKind::Duration)));
            let tail = |end: &End<'_>, q: &Quantity| role(end, q).1.to_owned();
            add(Cue::OtherTail, truth(tail(a, x) != tail(b, y)));
            found.push(Pair::new(p, q, judgement.clone(), 1.0, meeting.link).with(cues));
        }
        found
    }

    /// How a quantity stands among those of its sentence, those of the other one, and those of the source of `partner`.
    fn standing(
        &self,
        (node, q): (Node, &Quantity),
        own: &[Held<'a>],
        partner: Node,
        others: &[Held<'a>],
    ) -> Standing {
        let alike = |other: &Quantity| q.kind == other.kind && self.loosely(q, other).is_some();
        let agrees = |other: &Quantity| {
            self.compare(q, other).is_some_and(|j| j.relation.verdict() == Verdict::Agreement)
        };
        Standing {
            lone: !own.iter().any(|(m, other)| *m != node.index && alike(other)),
            taken: others.iter().any(|(_, other)| agrees(other)),
            sole: self.is_sole(node),
            also: self.has_also(partner, node),
            backed: self.backed(node, partner),
        }
    }

    /// The judgement on two different quantities, given that they are one figure; also if what they count is described in two
    /// words.
    fn loosely(&self, x: &Quantity, y: &Quantity) -> Option<(Judgement, Cues)> {
        let differs = |j: &Judgement| j.relation.verdict() == Verdict::Discrepancy;
        if let Some(judgement) = self.compare(x, y) {
            let unsaid = x.counted.is_some() != y.counted.is_some() || x.state.is_some() != y.state.is_some();
            let cues = if unsaid { vec![(Cue::Unsaid, 1.0)] } else { Vec::new() };
            return differs(&judgement).then_some((judgement, cues));
        }
        let count = |q: &Quantity| q.kind == QuantityKind::Count && q.counted.is_some();
        let states = x.state.is_some() && y.state.is_some() && x.state != y.state;
        let sorts = |q: &Quantity| matches!(q.breadth, Breadth::People | Breadth::Person);
        let unlike = x.breadth != Breadth::Unknown && y.breadth != Breadth::Unknown && sorts(x) != sorts(y);
        if !count(x) || !count(y) || states || unlike || x.residual != y.residual {
            return None;
        }
        let mut like = y.clone();
        (like.counted, like.concept, like.breadth) = (x.counted.clone(), x.concept.clone(), x.breadth);
        like.state.clone_from(&x.state);
        let judgement = self.compare(x, &like).filter(differs)?;
        let mut cues = vec![(Cue::OtherNoun, 1.0)];
        if x.state.is_some() != y.state.is_some() {
            cues.push((Cue::Unsaid, 1.0));
        }
        Some((judgement, cues))
    }

    /// "$1bn (£640m)", "$1bn (£649m)": one sum, at the exchange rates of two days.
    fn is_one_sum(
        &self,
        (a, ours, x): (&End<'a>, &[Held<'a>], &Quantity),
        (b, theirs, y): (&End<'a>, &[Held<'a>], &Quantity),
    ) -> bool {
        let rendered = |end: &End<'_>, all: &[Held<'a>], sum: &Quantity| {
            let first = all.iter().map(|(_, q)| *q);
            first.filter(|q| q.unit != sum.unit).find(|q| is_apposed(end.document, q, sum))
        };
        rendered(a, ours, x).zip(rendered(b, theirs, y)).is_some_and(|(p, q)| {
            self.compare(p, q).is_some_and(|j| j.relation.verdict() == Verdict::Agreement)
        })
    }

    /// The sources besides its own and that of `partner` that give a figure; the first few are asked.
    fn backed(&self, node: Node, partner: Node) -> BTreeSet<u32> {
        let gives = |source: u32| {
            let Some(figure) = self.quantity(node) else { return false };
            let own = self.bundle.mentions.get(source as usize).map_or(&[][..], |m| &m.quantities);
            let mut stating = self.figures.stating(source, figure).filter_map(|n| own.get(n as usize));
            stating.any(|q| self.compare(q, figure).is_some_and(|j| j.relation <= Relation::Equivalent))
        };
        let sources = 0..self.bundle.documents.len() as u32;
        let others = sources.filter(|&s| s != node.source && s != partner.source);
        others.take(WITNESSES).filter(|&source| gives(source)).collect()
    }

    /// True for a figure that is the only one of its kind in its text.
    fn is_sole(&self, node: Node) -> bool {
        let Some(q) = self.quantity(node) else { return false };
        let own = self.bundle.mentions.get(node.source as usize).map_or(&[][..], |m| &m.quantities);
        own.len() <= CROWDED
            && !own.iter().any(|other| {
                other.span != q.span
                    && other.kind == q.kind
                    && self.compare(q, other).is_some_and(|j| j.relation.verdict() == Verdict::Discrepancy)
            })
    }

    /// What the context of two different numbers adds to the log-odds that they are about the same thing; `None` if they
    /// cannot be.
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
        let (one, other) = ((a, here, x), (b, there, y));
        if apart::are_of_two_things(self.bundle, self.entities, one, other) {
            return None;
        }
        let mut odds = setting.log_odds() + if lone { LONE } else { -LONE };
        match x.kind {
            QuantityKind::Ordinal if apart::are_two_of_a_series(self.bundle, one, other, setting) => {
                return None;
            }
            QuantityKind::Age => {
                let whose = |end: &End<'a>, q: &Quantity| age::whose(self.bundle, self.entities, end, q);
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
                    odds -= ONE_OF_SEVERAL;
                }
                // Of 20, four may be one thing and twelve another.
                if x.scope.of.is_some() && y.scope.of.is_some() && x.state.is_none() && !setting.whole {
                    odds -= PARTS;
                }
            }
            // An event has only one magnitude, but many lengths, weights, times and sums.
            QuantityKind::Measure if x.unit.as_deref() == Some("magnitude") => {}
            QuantityKind::Percent => {
                let named = x.counted.is_some() || x.measured.is_some();
                // Turnout in one region is not that in another.
                let elsewhere = here.lies_elsewhere(there) && there.lies_elsewhere(here);
                if setting.apart
                    || elsewhere
                    || !named && setting.shared < 3 && !setting.whole
                    || of_other_part(a, b)
                {
                    return None;
                }
            }
            // The same measure of the same thing: its preposition shows what it measures ("for", "after", "of").
            _ => {
                let (one, other) = (role(a, x), role(b, y));
                let same = one.0 == other.0 && !one.0.is_empty();
                // A fine is one fine, however different the reported sums.
                let named = x.kind == QuantityKind::Money && x.measured.is_some() && x.measured == y.measured;
                let near = nearness(x, y) >= if named { NAMED } else { 1.0 };
                // In a list of prices or figures, related sentences do not show which number is meant.
                let crowded = || self.figures.is_crowded(a.source, x) || self.figures.is_crowded(b.source, y);
                if one.1 != other.1
                    || !near
                    || here.tells_of_others(there)
                    || setting.slots < 2 && !setting.whole && crowded()
                {
                    return None;
                }
                if setting.shared + setting.slots + usize::from(same) < 3 && !setting.whole {
                    return None;
                }
                if x.kind == QuantityKind::Duration && one.0 != other.0 {
                    return None;
                }
                odds += if same { SAME_ROLE } else { 0.0 };
            }
        }
        let unlike = !x.described.iter().any(|word| y.described.contains(word));
        if !x.described.is_empty() && !y.described.is_empty() && unlike {
            odds -= OTHERWISE_DESCRIBED;
        }
        Some(odds)
    }

    /// "The dead numbered 60" in a source that elsewhere reports 60 killed is not comparable with 80 missing.
    fn is_of_other_state(&self, here: Node, other: &Quantity) -> bool {
        let own = self.bundle.mentions.get(here.source as usize).map_or(&[][..], |m| &m.quantities);
        let Some(q) = self.quantity(here).filter(|q| q.state.is_none() && q.counted.is_none()) else {
            return false;
        };
        let states = self.figures.equal(here.source, q).filter_map(|n| own.get(n as usize)?.state.as_ref());
        let mut states = states.peekable();
        other.state.is_some()
            && states.peek().is_some()
            && states.all(|state| other.state.as_ref() != Some(state))
    }

    /// True if the source of `here` also gives the number of `there`, for the same thing. For the magnitude of an earthquake
    /// it may give two, from two observatories.
    fn has_also(&self, here: Node, there: Node) -> bool {
        let Some(other) = self.quantity(there) else { return false };
        if other.unit.as_deref() == Some("magnitude") {
            return false;
        }
        let Some(document) = self.bundle.documents.get(here.source as usize) else { return false };
        let own = self.bundle.mentions.get(here.source as usize).map_or(&[][..], |m| &m.quantities);
        let stating = self.figures.stating(here.source, other);
        stating.filter_map(|n| Some((n, own.get(n as usize)?))).any(|(n, q)| {
            // Two guns are not two wounded people.
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

    /// What a number counts, as written.
    fn words(&self, node: Node, quantity: &Quantity) -> Option<String> {
        let text = self.bundle.documents.get(node.source as usize)?.text();
        quantity.words.map(|span| flat(span.slice(text)))
    }

    fn published(&self, node: Node) -> Option<Published> {
        self.bundle.documents.get(node.source as usize)?.published()
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
            number: q.figure(),
            unit: q.unit.clone(),
            counted: self.words(node, q),
            concept: q.concept.clone(),
            state: q.state.clone(),
            per: q.per.as_ref().map(|per| per.words.clone()),
        })
    }

    fn judge(&self, a: Node, b: Node) -> Option<Judgement> {
        self.compare(self.quantity(a)?, self.quantity(b)?)
    }

    /// "About 50" and "at least 50" are one figure beside 80, although "at least 50" may mean more.
    fn is_one_version(&self, a: Node, b: Node) -> bool {
        let stated = |node| self.quantity(node).and_then(|q| q.low.or(q.high));
        let same = stated(a).is_some() && stated(a) == stated(b);
        // "More than 3,700" and "more than 4,000" beside "more than 2,500".
        let floor = |node| self.quantity(node).is_some_and(|q| q.low.is_some() && q.high.is_none());
        same || floor(a) && floor(b) && self.judge(a, b).is_some_and(|j| j.level == Level::Bound)
    }

    /// Figures that only grow, and that grew with the time of publication.
    fn later(&self, versions: &[Vec<Node>]) -> Option<usize> {
        let mut told = BTreeMap::new();
        for (n, version) in versions.iter().enumerate() {
            let first = self.quantity(*version.first()?)?;
            let state = self.bundle.lexicon.begins(first.state.as_deref()?);
            if !state.is_in(WordSet::Cumulative) {
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

    fn context(&self, leading: &Pair) -> &'static str {
        let of_one = leading.cues.iter().any(|(cue, _)| *cue == Cue::Owner);
        if of_one { "for one person" } else { leading.place() }
    }
}
