//! The log-odds that two passages tell of one event. The terms are set by hand, by reading what was found in events that
//! nobody annotated.

use itertools::Itertools;

use super::{Told, is_person, shared, teller};
use crate::compare::clause::telling::Way;
use crate::math;
use crate::point::decision::{Cue, Cues};
use crate::point::linked::Linked;

/// Two passages with one key about which nothing else is known.
const BASE: f64 = -3.0;
/// For the probability of a link between their sentences.
const CHANCE: f64 = 2.2;
/// Each common word, up to five, and their share in the one with fewer.
const WORD: f64 = 0.35;
const CONTAINED: f64 = 0.8;
/// Each common entity, and each common word directly next to it, up to two.
const ENTITY: f64 = 0.6;
const BESIDE: f64 = 0.5;
/// The same word is used, or a synonym.
const SAME_WORD: f64 = 0.4;
const OTHER_WORD: f64 = -0.3;
/// It is expressed by its object, about which much may be said.
const OBJECT: f64 = -1.0;
/// Both name something, and nothing in common; still less likely if they name persons.
const APART: f64 = -1.2;
const OTHER_PERSONS: f64 = -1.5;
/// Both give numbers, and none in common.
const AT_ODDS: f64 = -0.6;
/// One is quoted: people say more than is so.
const QUOTED: f64 = -1.0;
/// One is about something long before.
const EARLIER: f64 = -0.8;
/// An attempt, which with a different word may be a different one; a possibility, something unclear, or a denial. Two events
/// of one kind, of which one did not happen, are common.
const TRIED: f64 = -0.8;
const TRIED_OTHERWISE: f64 = -1.5;
const TO_COME: f64 = -0.4;
const UNCLEAR: f64 = -0.2;
const DENIED: f64 = -2.0;
const DENIED_OTHERWISE: f64 = -3.5;
/// The fact is reported as somebody's words: a source that names its informant has not dropped the hedge.
const REPORTED: f64 = -0.5;
const REPORTED_HEARSAY: f64 = -1.5;
/// The source of the fact hedges such an event elsewhere.
pub(super) const HEDGES: f64 = -1.5;
/// The two ways of presenting it hardly differ.
pub(super) const SIMILAR_WAY: f64 = -1.0;

/// How likely two tellings are to be about one event, and the evidence for it.
pub(super) struct Likeness {
    pub(super) odds: f64,
    pub(super) cues: Cues,
}

/// The log-odds that a careful reader would call two tellings a discrepancy about one event; `None` if they cannot be.
pub(super) fn likeness(linked: &Linked<'_, '_>, x: &Told, y: &Told) -> Option<Likeness> {
    if x.source == y.source || !linked.bundle.events.are_one(x.source, y.source) {
        return None;
    }
    if teller::is_one_teller(x, y) || teller::are_exchanged(x, y) {
        return None;
    }
    // An accusation is about who did it: "the killing of three" says nothing of that.
    if x.accuses && y.telling.way == Way::Fact && !y.acts
        || y.accuses && x.telling.way == Way::Fact && !x.acts
    {
        return None;
    }
    let (p, q) = (&x.telling, &y.telling);
    if p.of_person || q.of_person {
        // What somebody is, is said about somebody.
        let one = x.whose.is_some() && x.whose == y.whose;
        return one.then(|| Likeness { odds: -1.0, cues: vec![(Cue::Owner, 1.0)] });
    }
    let words = shared(&x.words, &y.words);
    let entities = shared(&x.entities, &y.entities);
    let fewer = x.words.len().min(y.words.len()).max(1);
    let contained = words as f64 / fewer as f64;
    if words + entities == 0 {
        return None;
    }
    let object = p.of_object || q.of_object;
    if object && words < 2 {
        return None;
    }
    let truth = |holds: bool| f64::from(u8::from(holds));
    let beside = shared(&x.beside, &y.beside);
    let apart = !x.entities.is_empty() && !y.entities.is_empty() && entities == 0;
    let persons = |told: &Told| {
        told.entities.iter().copied().filter(|&entity| is_person(linked.bundle, entity)).collect_vec()
    };
    let (ours, theirs) = (persons(x), persons(y));
    let others = !ours.is_empty() && !theirs.is_empty() && shared(&ours, &theirs) == 0;
    let at_odds = !x.numbers.is_empty() && !y.numbers.is_empty() && shared(&x.numbers, &y.numbers) == 0;
    let chance = linked.chance(x.id(), y.id());
    let mouth = x.quoted || y.quoted;
    let earlier = (x.before - y.before).abs();
    let odds = BASE
        + CHANCE * chance.unwrap_or(0.0)
        + WORD * words.min(5) as f64
        + CONTAINED * contained
        + ENTITY * entities.min(2) as f64
        + BESIDE * beside.min(2) as f64
        + if p.key == q.key { SAME_WORD } else { OTHER_WORD }
        + OBJECT * truth(object)
        + APART * truth(apart)
        + OTHER_PERSONS * truth(others)
        + AT_ODDS * truth(at_odds)
        + QUOTED * truth(mouth)
        + EARLIER * earlier;
    let mut cues = vec![
        (Cue::Setting, math::ln(1.0 + words as f64)),
        (Cue::Contained, contained),
        (Cue::Subject, truth(entities > 0)),
        (Cue::OtherSubject, truth(apart)),
        (Cue::Persons, truth(others)),
        (Cue::Slot, beside as f64),
        (Cue::Verb, truth(p.key == q.key)),
        (Cue::AtOdds, truth(at_odds)),
        (Cue::Mouth, truth(mouth)),
        (Cue::Earlier, earlier),
    ];
    cues.retain(|(_, value)| *value != 0.0);
    Some(Likeness { odds, cues })
}

/// What the way of telling adds to the log-odds.
pub(super) fn telling_of(cued: &Told, plain: &Told) -> f64 {
    let way = match (cued.telling.way, plain.telling.way) {
        (Way::Tried, _) if cued.telling.key != plain.telling.key => TRIED_OTHERWISE,
        (Way::Tried, _) => TRIED,
        (Way::May | Way::Expected | Way::Will, _) => TO_COME,
        (Way::Unclear, _) => UNCLEAR,
        (Way::Denied, _) if cued.telling.of_object || cued.telling.key != plain.telling.key => {
            DENIED_OTHERWISE
        }
        (Way::Denied, _) => DENIED,
        _ => 0.0,
    };
    let reported = match cued.telling.way {
        Way::Hearsay if plain.reported => REPORTED_HEARSAY,
        _ if plain.reported => REPORTED,
        _ => 0.0,
    };
    way + reported
}

/// True if one tells as hearsay what the other reports in somebody's words: neither says it on its own account.
pub(super) fn is_said_by_both(x: &Told, y: &Told) -> bool {
    let heard = |told: &Told| told.telling.way == Way::Hearsay;
    let said = |told: &Told| told.telling.way == Way::Fact && (told.reported || told.quoted);
    heard(x) && said(y) || said(x) && heard(y)
}
