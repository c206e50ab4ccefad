//! Attributions: one utterance that two sources give to two speakers.
//!
//! Two people can well say the same, so the same content is not enough: the words must be the same between quotation marks, or
//! the speakers must hold one office, which one of them speaks for on one occasion.

use itertools::Itertools;

use crate::compare::clause::{Sided, Wording, parallel};
use crate::compare::vocabulary::Vocabulary;
use crate::compare::{self, Facet, Judgement, Level, Relation};
use crate::entity::NameId;
use crate::fold::fold;
use crate::mention::{Attribution, Name, NameKind, Quote};
use crate::record::Value;
use crate::resolve::linked::Linked;
use crate::resolve::point::Candidates;
use crate::resolve::spot::{Spot, Spots};
use crate::resolve::{Bundle, End, flat};
use crate::span::Span;

/// Words with content that two quotations must share to be one utterance, whoever says it.
const QUOTED: usize = 4;
/// The share of the words from which on quotations worded two ways are one utterance.
const REWORDED: f64 = 0.9;
/// Words with content that two reports of speech must share, and the share of the longer one that they must make up.
const REPORTED: usize = 3;
const COVERED: f64 = 0.6;

/// The points of attributions.
pub(super) fn candidates<'b>(linked: &'b Linked<'b, '_>) -> Candidates<'b> {
    let bundle = linked.bundle;
    let entity = |end: &End<'_>, name: usize| {
        let name = u32::try_from(name).ok()?;
        linked.entities.of_name(NameId { source: end.source, name })
    };
    let mut spots = Spots::new(bundle, Facet::Attribution, "one utterance");
    let voices = linked.each(voices);
    for (n, score, (a, x), (b, y)) in linked.pairs() {
        let [ours, theirs] = [x, y].map(|words| voices.get(words.at).into_iter().flatten());
        for (x, y) in ours.cartesian_product(theirs) {
            if entity(&a, x.name).is_none() || entity(&a, x.name) == entity(&b, y.name) {
                continue;
            }
            let Some(confidence) = one_utterance(bundle, (&a, x), (&b, y)) else { continue };
            let (Some(p), Some(q)) = (named(&a, x.name), named(&b, y.name)) else { continue };
            if p.kind != NameKind::Person || q.kind != NameKind::Person || is_alike(bundle, (&a, p), (&b, q))
            {
                continue;
            }
            let words = |end: &End<'_>, name: &Name| name.span.slice(end.document.text()).to_owned();
            let reason = format!("given to {} in one and to {} in the other", words(&a, p), words(&b, q));
            let judgement = Judgement::new(Level::Attributed, confidence, reason);
            spots.add((spot(&a, x), spot(&b, y)), judgement, score.max(0.9), Some(n), Vec::new());
        }
    }
    spots.candidates()
}

/// Something said in a sentence, by a speaker who is named.
struct Voice<'a> {
    /// The position of the speaker among the names of the document.
    name: usize,
    /// Where the speaker is named with what is said of them.
    speaker: Span,
    said: Said<'a>,
}

enum Said<'a> {
    Quoted(&'a Quote),
    Reported(&'a Attribution),
}

fn voices<'a>(end: &End<'a>) -> Vec<Voice<'a>> {
    let quotes = end.within(&end.mentions.quotes, |q| q.sentence).filter_map(|(_, q)| {
        let speaker = q.speaker.filter(|s| !q.nested && !q.unclosed && end.sentence.span.contains(*s))?;
        let name = q.name.and_then(|name| named(end, name))?;
        // "He" is who was found to be meant, which is too little here.
        if !speaker.contains(name.span) {
            return None;
        }
        Some(Voice { name: q.name?, speaker, said: Said::Quoted(q) })
    });
    let reported = end.within(&end.mentions.attributions, |x| x.sentence).filter_map(|(_, x)| {
        let speaker = x.source?;
        let mut names = end.within(&end.mentions.names, |n| n.sentence);
        let (name, _) = names.find(|(_, n)| speaker.contains(n.span) && n.kind == NameKind::Person)?;
        Some(Voice { name: name as usize, speaker, said: Said::Reported(x) })
    });
    quotes.chain(reported).collect()
}

/// How sure it is that two things said are one utterance; `None` where they need not be.
fn one_utterance(
    bundle: &Bundle<'_>,
    (a, x): (&End<'_>, &Voice<'_>),
    (b, y): (&End<'_>, &Voice<'_>),
) -> Option<f64> {
    match (&x.said, &y.said) {
        (Said::Quoted(p), Said::Quoted(q)) => {
            let (here, there) = (a.utterance(p, bundle.lexicon), b.utterance(q, bundle.lexicon));
            let judgement = compare::quote::compare_utterances(&here, &there)?;
            let alignment = compare::quote::align(&here, &there);
            let same = judgement.relation <= Relation::Equivalent
                || judgement.level == Level::Reworded && alignment.shared >= REWORDED;
            (same && alignment.common >= QUOTED).then_some(0.75)
        }
        (Said::Reported(p), Said::Reported(q)) => {
            if office(a, x).is_none() || office(a, x) != office(b, y) {
                return None;
            }
            let mut vocabulary = Vocabulary::new(bundle.lexicon);
            let mut read = |end: &End<'_>, said: &Attribution| {
                Wording::of(&vocabulary.read(end.document, said.tokens.clone()), bundle.lexicon)
            };
            let (here, there) = (read(a, p), read(b, q));
            let sides = parallel(&here, &there);
            let (here, there) = (
                Sided { document: a.document, wording: &here },
                Sided { document: b.document, wording: &there },
            );
            let turned = compare::clause::contrast(here, there, &sides, bundle.lexicon).is_some();
            (sides.shared >= REPORTED && sides.covered >= COVERED && !turned).then_some(0.65)
        }
        _ => None,
    }
}

/// The office that speaks: what stands beside the name, without what tells a man from a woman, and the body it speaks for.
fn office(end: &End<'_>, voice: &Voice<'_>) -> Option<(String, String)> {
    let roles = end.mentions.roles.iter().filter(|r| r.name == voice.name);
    roles
        .filter_map(|role| {
            let words = fold(role.span.slice(end.document.text()));
            let head = words.split_whitespace().find(|w| w.starts_with("spokes"))?;
            let body = words.split_whitespace().filter(|w| {
                !w.starts_with("spokes") && !matches!(*w, "deputy" | "chief" | "a" | "the" | "of" | "for")
            });
            Some((head.get(..6)?.to_owned(), body.sorted_unstable().join(" ")))
        })
        .next()
}

fn named<'a>(end: &End<'a>, name: usize) -> Option<&'a Name> {
    end.mentions.names.get(name)
}

/// True where two names may be of one person.
fn is_alike(bundle: &Bundle<'_>, (a, p): (&End<'_>, &Name), (b, q): (&End<'_>, &Name)) -> bool {
    let words = |end: &End<'_>, name: &Name| name.span.slice(end.document.text()).to_owned();
    compare::name::compare(&words(a, p), &words(b, q), NameKind::Person, bundle.lexicon).probability > 0.1
}

fn spot(end: &End<'_>, voice: &Voice<'_>) -> Spot {
    let words = flat(voice.speaker.slice(end.document.text()));
    Spot { source: end.source, span: voice.speaker, value: Value::Words { words } }
}
