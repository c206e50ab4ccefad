//! Attributions: one utterance that two sources attribute to different speakers.
//!
//! Two people may say the same thing, so some shared content is not enough: the quoted words must be the same, or nearly all
//! of the reported content, or the speakers must represent one office, for which only one of them speaks on one occasion.
//! What was ordered or claimed has one author.

use std::ops::Range;

use itertools::Itertools;

use crate::compare::clause::{Sided, Wording, parallel};
use crate::compare::vocabulary::Vocabulary;
use crate::compare::{self, Facet, Judgement, Level, Relation};
use crate::entity::NameId;
use crate::fold::fold;
use crate::mention::{Attribution, Deed, Name, NameKind, Quote};
use crate::point::linked::Linked;
use crate::point::pair::Candidates;
use crate::point::spot::{Spot, Spots};
use crate::point::{Bundle, End, flat};
use crate::record::Value;
use crate::span::Span;
use crate::text::Token;

/// How many content words two quotations must share to be one utterance, whoever the speaker.
const QUOTED: usize = 4;
/// The fraction of shared words from which differently worded quotations are one utterance.
const REWORDED: f64 = 0.9;
/// How many content words two reports of speech must share, and their fraction of the longer one.
const REPORTED: usize = 3;
const COVERED: f64 = 0.6;
/// The same if the speakers do not share an office.
const REPORTED_ALONE: usize = 4;
const COVERED_ALONE: f64 = 0.8;
/// The fraction of the shorter order or claim that the other must contain, and the least probability of their link.
const CONTAINED: f64 = 0.6;
const ONE_DEED: f64 = 0.5;
/// How certain it is that one utterance has one speaker: with the same words in quotation marks, for one order or claim, and
/// for reported words, which two people may well say.
const SURE_QUOTED: f64 = 0.75;
const SURE_DEED: f64 = 0.7;
const SURE_REPORTED: f64 = 0.72;
/// The least probability that two with the same words are about the same thing.
const MATTER: f64 = 0.9;
/// The same for two organisations about one figure, which both may report. For two speakers for one office it begins lower,
/// and grows with the link and what is shared. Never enough to be shown by default.
const BODIES: f64 = 0.25;
const ONE_OFFICE: f64 = 0.2;
const OF_SHARED: f64 = 0.3;
/// The share of words that two speakers for one office must have in common.
const CONTAINED_OF_OFFICE: f64 = 0.4;
/// Two names more similar than this may be the same.
const ALIKE: f64 = 0.1;
/// The most names in a speaker's description that are compared with the other speaker.
const DESCRIBED: usize = 4;

/// The points of attributions.
pub(crate) fn candidates<'b>(linked: &'b Linked<'b, '_>) -> Candidates<'b> {
    let bundle = linked.bundle;
    let entity = |end: &End<'_>, name: usize| {
        let name = u32::try_from(name).ok()?;
        linked.entities.of_name(NameId { source: end.source, name })
    };
    let mut spots = Spots::new(Facet::Attribution, "one utterance");
    let voices = linked.each(voices);
    for meeting in linked.near() {
        let (n, score) = (meeting.link, meeting.chance.unwrap_or_default());
        let ((a, x), (b, y)) = (meeting.a, meeting.b);
        let [ours, theirs] = [x, y].map(|words| voices.get(words.at).into_iter().flatten());
        for (x, y) in ours.cartesian_product(theirs) {
            if entity(&a, x.name).is_none() || entity(&a, x.name) == entity(&b, y.name) {
                continue;
            }
            let (Some(p), Some(q)) = (named(&a, x.name), named(&b, y.name)) else { continue };
            // Two organisations may say the same.
            let bodies = are_bodies(x, p, q);
            if !(may_differ(x, p, q) || bodies) {
                continue;
            }
            // A speaker named next to the other, in that sentence or one beside it, may have said it, too; or the two are one
            // person.
            let names = |end: &End<'_>, other: Option<usize>| {
                let all = &end.mentions.names;
                let from = all.partition_point(|n| n.sentence + 1 < end.number);
                let near =
                    all.iter().enumerate().skip(from).take_while(|(_, n)| n.sentence <= end.number + 1);
                near.into_iter().any(|(n, _)| entity(end, n) == other)
            };
            let beside = names(&a, entity(&b, y.name)) || names(&b, entity(&a, x.name));
            if beside && !matches!(x.said, Said::Quoted(_)) || are_alike(bundle, (&a, x), (&b, y)) {
                continue;
            }
            let sure =
                if bodies { None } else { n.and_then(|_| one_utterance(bundle, (&a, x), (&b, y), score)) };
            let (confidence, matter) = match sure {
                Some(confidence) => (confidence, score.max(MATTER)),
                None => match perhaps_one(bundle, (&a, x), (&b, y), score, bodies) {
                    Some(confidence) => (confidence, 1.0),
                    None => continue,
                },
            };
            let words = |end: &End<'_>, name: &Name| name.span.slice(end.document.text()).to_owned();
            let reason =
                format!("attributed to {} in one and to {} in the other", words(&a, p), words(&b, q));
            let judgement = Judgement::new(Level::Attributed, confidence, reason);
            spots.add((spot(&a, x), spot(&b, y)), judgement, matter, n, Vec::new());
        }
    }
    spots.candidates()
}

/// True for names that can belong to two who cannot both be meant: two persons or, for a deed, two organisations.
fn may_differ(voice: &Voice<'_>, p: &Name, q: &Name) -> bool {
    match voice.said {
        Said::Done(_) => {
            let place = |n: &Name| n.kind == NameKind::Place || n.demonym;
            !place(p) && !place(q) && (p.kind == NameKind::Person) == (q.kind == NameKind::Person)
        }
        _ => p.kind == NameKind::Person && q.kind == NameKind::Person,
    }
}

/// True for two organisations that report something in their own words.
fn are_bodies(voice: &Voice<'_>, p: &Name, q: &Name) -> bool {
    let body = |n: &Name| n.kind == NameKind::Organisation && !n.demonym;
    matches!(voice.said, Said::Reported(_)) && body(p) && body(q)
}

/// How certain it is that two reports of speech with less in common are one utterance: by two speakers for one office, or by
/// two organisations about one figure.
fn perhaps_one(
    bundle: &Bundle<'_>,
    (a, x): (&End<'_>, &Voice<'_>),
    (b, y): (&End<'_>, &Voice<'_>),
    score: f64,
    bodies: bool,
) -> Option<f64> {
    let (Said::Reported(p), Said::Reported(q)) = (&x.said, &y.said) else { return None };
    let mut vocabulary = Vocabulary::new(bundle.lexicon);
    let mut read = |end: &End<'_>, tokens: &Range<usize>| {
        Wording::of(&vocabulary.read(end.document, tokens.clone()), bundle.lexicon)
    };
    let (here, there) = (read(a, &p.tokens), read(b, &q.tokens));
    let sides = parallel(&here, &there);
    if bodies {
        let number = |end: &End<'_>, tokens: &Range<usize>| {
            let all =
                tokens.clone().filter(|&t| end.document.tokens().get(t).is_some_and(Token::may_begin_number));
            all.map(|t| end.document.folded(t).to_owned()).collect_vec()
        };
        let (ours, theirs) = (number(a, &p.tokens), number(b, &q.tokens));
        let one = ours.iter().any(|n| theirs.contains(n));
        return (one && sides.shared >= REPORTED_ALONE && sides.contained >= COVERED).then_some(BODIES);
    }
    // "Deputy State Department spokesman", "State Department spokeswoman".
    let one_office = office(a, x).zip(office(b, y)).is_some_and(|(one, other)| {
        let within = |p: &str, q: &str| !p.is_empty() && p.split(' ').all(|w| q.split(' ').any(|o| o == w));
        one.0 == other.0 && (within(&one.1, &other.1) || within(&other.1, &one.1))
    });
    let said = sides.shared >= 2 && sides.contained >= CONTAINED_OF_OFFICE;
    (one_office && said).then_some(ONE_OFFICE + OF_SHARED * score * sides.contained)
}

/// Something said in a sentence by a speaker named in it or before.
struct Voice<'a> {
    /// The speaker's index among the document's names.
    name: usize,
    /// Where the speaker is named, with the description.
    speaker: Span,
    said: Said<'a>,
}

enum Said<'a> {
    Quoted(&'a Quote),
    Reported(&'a Attribution),
    Done(&'a Deed),
}

fn voices<'a>(end: &End<'a>) -> Vec<Voice<'a>> {
    let quotes = end.within(&end.mentions.quotes, |q| q.sentence).filter_map(|(_, q)| {
        let speaker = q.speaker.filter(|_| !q.nested && !q.unclosed)?;
        // A signature follows its quotation on a separate line.
        let signed = speaker.start >= q.span.end && speaker.start - q.span.end <= SIGNATURE;
        if !signed && !end.sentence.span.contains(speaker) {
            return None;
        }
        let speaker = meant(end, speaker, q.name?)?;
        Some(Voice { name: q.name?, speaker, said: Said::Quoted(q) })
    });
    let reported = end.within(&end.mentions.attributions, |x| x.sentence).filter_map(|(_, x)| {
        let speaker = meant(end, x.source?, x.name?)?;
        Some(Voice { name: x.name?, speaker, said: Said::Reported(x) })
    });
    let done = end.within(&end.mentions.deeds, |d| d.sentence).filter_map(|(_, d)| {
        let speaker = meant(end, d.author, d.name)?;
        Some(Voice { name: d.name, speaker, said: Said::Done(d) })
    });
    quotes.chain(reported).chain(done).collect()
}

/// The most bytes between a quotation and its signature: punctuation and a line break.
const SIGNATURE: usize = 12;
/// How many sentences back a pronoun may refer.
const BACK: usize = 1;

/// Where the speaker is named: in the words that name the speaker or, for a pronoun, before it, if it cannot refer to anybody
/// else.
fn meant(end: &End<'_>, speaker: Span, name: usize) -> Option<Span> {
    let found = named(end, name)?;
    if speaker.contains(found.span) {
        return Some(speaker);
    }
    if found.span.end > speaker.start || found.sentence + BACK < end.number {
        return None;
    }
    let names = &end.mentions.names;
    let from = names.partition_point(|n| n.sentence < found.sentence);
    let between = names.get(from..)?.iter().take_while(|n| n.span.start < speaker.start);
    // Somebody named within a quotation is not its speaker.
    let quoted = |n: &Name| {
        let mut quotes = end.mentions.quotes.iter().filter(|q| !q.unclosed && !q.span.contains(speaker));
        quotes.any(|q| q.span.contains(n.span) && q.tokens.len() > n.tokens.len())
    };
    let alone =
        between.filter(|n| n.kind == NameKind::Person && !quoted(n)).all(|n| n.referent == found.referent);
    alone.then_some(found.span)
}

/// How certain it is that two statements are one utterance; `None` if they need not be.
fn one_utterance(
    bundle: &Bundle<'_>,
    (a, x): (&End<'_>, &Voice<'_>),
    (b, y): (&End<'_>, &Voice<'_>),
    score: f64,
) -> Option<f64> {
    let mut vocabulary = Vocabulary::new(bundle.lexicon);
    let mut read = |end: &End<'_>, tokens: &Range<usize>| {
        Wording::of(&vocabulary.read(end.document, tokens.clone()), bundle.lexicon)
    };
    match (&x.said, &y.said) {
        (Said::Quoted(p), Said::Quoted(q)) => {
            let (here, there) = (a.utterance(p, bundle.lexicon), b.utterance(q, bundle.lexicon));
            // The name of a work is not an utterance.
            if compare::quote::is_title(&here) || compare::quote::is_title(&there) {
                return None;
            }
            let judgement = compare::quote::compare_utterances(&here, &there)?;
            let alignment = compare::quote::align(&here, &there);
            let same = judgement.relation <= Relation::Equivalent
                || judgement.level == Level::Reworded && alignment.shared >= REWORDED;
            (same && alignment.common >= QUOTED).then_some(SURE_QUOTED)
        }
        (Said::Reported(p), Said::Reported(q)) => {
            let one_office = office(a, x).is_some() && office(a, x) == office(b, y);
            let (shared, covered) =
                if one_office { (REPORTED, COVERED) } else { (REPORTED_ALONE, COVERED_ALONE) };
            let (here, there) = (read(a, &p.tokens), read(b, &q.tokens));
            let sides = parallel(&here, &there);
            let (here, there) = (
                Sided { document: a.document, wording: &here },
                Sided { document: b.document, wording: &there },
            );
            let turned = compare::clause::contrast(here, there, &sides, bundle.lexicon).is_some();
            (sides.shared >= shared && sides.covered >= covered && !turned).then_some(SURE_REPORTED)
        }
        (Said::Done(p), Said::Done(q)) => {
            if p.claimed != q.claimed || score < ONE_DEED {
                return None;
            }
            let (here, there) = (read(a, &p.tokens), read(b, &q.tokens));
            let sides = parallel(&here, &there);
            (sides.shared >= 1 && sides.contained >= CONTAINED).then_some(SURE_DEED)
        }
        _ => None,
    }
}

/// The office that speaks: the words next to the name, without a gender, and the organisation it represents.
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

/// True if two speakers may be one person, by any of the persons in their descriptions ("Const. Fanning", "Fanning").
fn are_alike(bundle: &Bundle<'_>, (a, x): (&End<'_>, &Voice<'_>), (b, y): (&End<'_>, &Voice<'_>)) -> bool {
    let (Some(p), Some(q)) = (named(a, x.name), named(b, y.name)) else { return false };
    let holds = |(one, p): (&End<'_>, &Name), (other, voice): (&End<'_>, &Voice<'_>)| {
        let names = &other.mentions.names;
        let from = names.partition_point(|n| n.span.start < voice.speaker.start);
        let within = names.iter().skip(from).take_while(|n| n.span.end <= voice.speaker.end).take(DESCRIBED);
        let mut persons = within.filter(|n| n.kind == NameKind::Person);
        persons.any(|q| is_alike(bundle, (one, p), (other, q)))
    };
    is_alike(bundle, (a, p), (b, q)) || holds((a, p), (b, y)) || holds((b, q), (a, x))
}

/// True if two names may belong to one person.
fn is_alike(bundle: &Bundle<'_>, (a, p): (&End<'_>, &Name), (b, q): (&End<'_>, &Name)) -> bool {
    let words = |end: &End<'_>, name: &Name| name.span.slice(end.document.text()).to_owned();
    compare::name::compare(&words(a, p), &words(b, q), NameKind::Person, bundle.lexicon).probability > ALIKE
}

fn spot(end: &End<'_>, voice: &Voice<'_>) -> Spot {
    let words = flat(voice.speaker.slice(end.document.text()));
    Spot { source: end.source, span: voice.speaker, value: Value::Words { words } }
}
