//! Spellings: names that may be one, spelled in two ways, although letters and context did not join them: organisations that
//! differ in one word, a typing error, a different given name. Entities contain what is certain; this module weighs the rest.

use std::collections::BTreeMap;

use itertools::Itertools;

use crate::compare::vocabulary::number;
use crate::compare::{Facet, Judgement, Level, Relation, edits, name};
use crate::entity::{NameId, Spelling, is_another_name};
use crate::fold::fold;
use crate::lexicon::{Lexicon, TableId};
use crate::math::cautious_logit;
use crate::mention::NameKind;
use crate::point::decision::{Cue, Cues};
use crate::point::linked::Linked;
use crate::point::pair::Candidates;
use crate::point::spot::{Spot, Spots};
use crate::record::Value;
use crate::text::{SentenceId, stem};

/// The most names with one common word that are compared.
const MOST: usize = 24;
/// The most words in which two names may differ.
const ODD: usize = 2;
/// The log-odds of a link between the sentences of two names if linking gives none a chance.
const UNLINKED: f64 = -3.0;
/// The limits of how certain letters alone are about two names.
const LEAST: f64 = 0.2;
const SUREST: f64 = 0.9;

/// A spelling of a name.
struct Form<'b> {
    cluster: usize,
    kind: NameKind,
    spelling: &'b Spelling,
    words: Vec<String>,
}

/// The points about names that are not in one entity. Nearly linear in the names, since only those that share a word, or
/// nearly, are compared.
pub(crate) fn candidates<'b>(linked: &'b Linked<'b, '_>) -> Candidates<'b> {
    let bundle = linked.bundle;
    let mut forms: Vec<Form<'_>> = Vec::new();
    for (n, cluster) in bundle.clusters.iter().enumerate() {
        for spelling in &cluster.spellings {
            let words = words(&spelling.text, bundle.lexicon);
            if !words.is_empty() {
                forms.push(Form { cluster: n, kind: cluster.kind, spelling, words });
            }
        }
    }
    // By their words, and by the letters that typing errors usually leave intact: the first two and the last.
    let mut by_key: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (n, form) in forms.iter().enumerate() {
        let mut keys = form.words.iter().map(|w| number(w)).collect_vec();
        keys.extend(form.words.iter().filter_map(|w| rough(w)));
        for key in keys.into_iter().sorted_unstable().dedup() {
            by_key.entry(key).or_default().push(n);
        }
    }
    let near = by_key.values().flat_map(|same| same.iter().take(MOST).copied().tuple_combinations());
    let mut spots = Spots::new(Facet::Name, "");
    for (m, n) in near.sorted_unstable().dedup() {
        let (Some(x), Some(y)) = (forms.get(m), forms.get(n)) else { continue };
        if let Some((judgement, cues)) = weigh(linked, x, y) {
            let spot = |form: &Form<'_>, other: &Form<'_>| {
                let id = first(form.spelling, other.spelling)?;
                let span = bundle.mentions.get(id.source as usize)?.names.get(id.name as usize)?.span;
                let value = Value::Name { name: form.spelling.text.clone(), entity: form.kind };
                Some(Spot { source: id.source, span, value })
            };
            if let (Some(a), Some(b)) = (spot(x, y), spot(y, x)) {
                if a.source != b.source {
                    spots.add((a, b), judgement, 1.0, None, cues);
                }
            }
        }
    }
    spots.candidates()
}

/// The first occurrence of a spelling, preferably in a source that does not have the other.
fn first(spelling: &Spelling, other: &Spelling) -> Option<NameId> {
    let has_other = |id: &&NameId| other.names.iter().any(|n| n.source == id.source);
    spelling.names.iter().find(|id| !has_other(id)).or(spelling.names.first()).copied()
}

/// The distinctive words of a name, folded.
fn words(text: &str, lexicon: &Lexicon) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 1);
    words.filter(|w| !lexicon.table(TableId::Stopword).contains(w)).map(str::to_owned).collect()
}

/// A key that a word and its typing errors usually share.
fn rough(word: &str) -> Option<u64> {
    let letters = word.chars().collect_vec();
    let (first, second, last) = (letters.first()?, letters.get(1)?, letters.last()?);
    (letters.len() > 3).then(|| number(&format!("~{first}{second}{last}")))
}

/// The comparison of two names' words.
#[derive(Default)]
struct Meeting {
    same: usize,
    /// Words that differ by an ending or by one or two letters.
    near: usize,
    /// Those among them that differ by a plural ending.
    plural: usize,
    /// The number of words without a match, in the name with fewer and in the other.
    odd: [usize; 2],
}

fn meet(x: &[String], y: &[String], lexicon: &Lexicon) -> Meeting {
    let (fewer, more) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    let mut left = more.iter().collect_vec();
    let mut meeting = Meeting::default();
    let mut rest = Vec::new();
    for word in fewer {
        match left.iter().position(|w| *w == word) {
            Some(at) => {
                left.remove(at);
                meeting.same += 1;
            }
            None => rest.push(word),
        }
    }
    for word in rest {
        // "Workers' Party of Korea", "Korean Workers' Party".
        if let Some(at) = left.iter().position(|w| are_of_one_place(w, word, lexicon)) {
            left.remove(at);
            meeting.same += 1;
            continue;
        }
        match left.iter().position(|w| is_near(w, word)) {
            Some(at) => {
                let other = left.remove(at);
                meeting.near += 1;
                meeting.plural += usize::from(stem(other) == stem(word));
            }
            None => meeting.odd[0] += 1,
        }
    }
    meeting.odd[1] = left.len();
    meeting
}

/// True for a place and its adjective.
fn are_of_one_place(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    let places = lexicon.table(TableId::Place);
    let (Some(one), Some(other)) = (places.get_folded(a), places.get_folded(b)) else { return false };
    one.canonical == other.canonical && (one.class == "demonym") != (other.class == "demonym")
}

/// True for a word and its plural, or two that may be typing errors of each other.
fn is_near(a: &str, b: &str) -> bool {
    stem(a) == stem(b) || edits::may_be_slip(a, b)
}

/// "Orvane HarbourWorkers": a name joined to the next line when the text was extracted from a page.
fn is_glued(text: &str, name: &str) -> bool {
    let rest = text.strip_prefix(name);
    rest.is_some_and(|rest| rest.starts_with(char::is_uppercase)) && name.ends_with(char::is_lowercase)
}

/// The evidence for and against two names being one.
fn weigh(linked: &Linked<'_, '_>, x: &Form<'_>, y: &Form<'_>) -> Option<(Judgement, Cues)> {
    let bundle = linked.bundle;
    // The caller's statements about two names take precedence.
    let (one, other) = (&x.spelling.text, &y.spelling.text);
    if bundle.lexicon.is_never_merged(one, other) || bundle.lexicon.is_alias(one, other) {
        return None;
    }
    let kinds = x.kind == y.kind || x.kind == NameKind::Other || y.kind == NameKind::Other;
    let meeting = meet(&x.words, &y.words, bundle.lexicon);
    let odd = meeting.odd[0] + meeting.odd[1];
    // A name with additional words is a longer form; one that shares only a similar word is a different name.
    let shorter = meeting.odd[0] == 0 && meeting.near == if meeting.odd[1] > 0 { meeting.plural } else { 0 };
    let glued = is_glued(&x.spelling.text, &y.spelling.text) || is_glued(&y.spelling.text, &x.spelling.text);
    let kind = if x.kind == NameKind::Other { y.kind } else { x.kind };
    // "Rostovia", "Rostovija General Hospital": a place or organisation that shares one similar word with a longer name.
    let other = kind != NameKind::Person && meeting.same == 0 && meeting.near == 1 && odd > 0;
    if other
        || x.cluster == y.cluster
        || !kinds
        || odd > ODD
        || shorter
        || glued
        || meeting.same + meeting.near == 0
    {
        return None;
    }
    let is_another = |id: &NameId| is_another_name(bundle.documents, bundle.mentions, id);
    let another = |form: &Form<'_>| form.spelling.names.iter().take(MOST).all(is_another);
    if another(x) != another(y) {
        return None;
    }
    if kind == NameKind::Person && meeting.same == 0 && is_given_name_alone(x, y, bundle.lexicon) {
        return None;
    }
    let letters = name::compare(&x.spelling.text, &y.spelling.text, kind, bundle.lexicon);
    // "Tar Heels", "Tar Heel": singular and plural.
    if odd == 0 && letters.relation == Some(Relation::Equivalent) {
        return None;
    }
    let both =
        |p: &Spelling, q: &Spelling| p.names.iter().any(|n| q.names.iter().any(|m| m.source == n.source));
    let mut cues: Cues = Vec::new();
    let mut add = |cue: Cue, value: f64| {
        if value != 0.0 {
            cues.push((cue, value));
        }
    };
    let truth = |holds: bool| f64::from(u8::from(holds));
    add(Cue::Prior, cautious_logit(letters.probability));
    add(Cue::SameWords, meeting.same as f64);
    add(Cue::NearWords, meeting.near as f64);
    add(Cue::OddWords, odd as f64);
    add(Cue::Person, truth(kind == NameKind::Person));
    add(Cue::Body, truth(kind == NameKind::Organisation));
    add(Cue::Also, truth(both(x.spelling, y.spelling)));
    add(Cue::Single, truth(x.spelling.names.len() == 1) + truth(y.spelling.names.len() == 1));
    add(Cue::InOneSentence, truth(stand_together(linked, x.spelling, y.spelling)));
    let known = |form: &Form<'_>| {
        let known = |w: &String| {
            bundle.lexicon.table(TableId::Place).contains(w)
                || bundle.lexicon.table(TableId::Surname).contains(w)
        };
        form.words.iter().filter(|w| known(w)).count()
    };
    add(Cue::Known, (known(x) + known(y)) as f64);
    let link = best_link(linked, x.spelling, y.spelling);
    add(Cue::LinkOfNames, link.map_or(UNLINKED, cautious_logit));
    let reason = if odd == 0 {
        "two names that differ by a few letters".to_owned()
    } else {
        format!(
            "two names that share {} and differ in {}",
            count(meeting.same + meeting.near, "word"),
            count(odd, "word")
        )
    };
    Some((Judgement::new(Level::Spelling, letters.probability.clamp(LEAST, SUREST), reason), cues))
}

/// True if one is a given name, and a full name's given name resembles it: "Katie", "Kate Moland".
fn is_given_name_alone(x: &Form<'_>, y: &Form<'_>, lexicon: &Lexicon) -> bool {
    let (fewer, more) = if x.words.len() <= y.words.len() { (x, y) } else { (y, x) };
    let ([only], [first, _, ..]) = (fewer.words.as_slice(), more.words.as_slice()) else { return false };
    lexicon.table(TableId::GivenName).contains(only) && is_near(only, first)
}

fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("one {noun}") } else { format!("{n} {noun}s") }
}

fn sentences(linked: &Linked<'_, '_>, spelling: &Spelling) -> Vec<SentenceId> {
    let at = |id: &NameId| {
        let name = linked.bundle.mentions.get(id.source as usize)?.names.get(id.name as usize)?;
        Some(SentenceId::new(id.source as usize, name.sentence))
    };
    spelling.names.iter().take(MOST).filter_map(at).collect()
}

fn stand_together(linked: &Linked<'_, '_>, x: &Spelling, y: &Spelling) -> bool {
    let there = sentences(linked, y);
    sentences(linked, x).iter().any(|id| there.contains(id))
}

/// The most likely link between sentences that contain the two names.
fn best_link(linked: &Linked<'_, '_>, x: &Spelling, y: &Spelling) -> Option<f64> {
    let there = sentences(linked, y);
    let here = sentences(linked, x);
    let pairs = here.iter().cartesian_product(&there).filter(|(a, b)| a.source != b.source);
    pairs.filter_map(|(a, b)| linked.chance(*a, *b)).max_by(f64::total_cmp)
}
