//! `reconcile`: takes texts and returns their differences, bounded in size whatever the texts contain.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use testimonia::{Facet, Mention, Reconciler, Reconciliation, Record, Relation, Source, Span, Verdict};

use super::Desk;
use super::kept::{self, Kept};
use super::tools::shortened;
use super::voices::{self, Voices};
use crate::configuration;
use crate::input::Given;

/// Limits on the input of one call.
const MOST_SOURCES: usize = 500;
const MOST_BYTES: usize = 4 << 20;
/// Limits on the result: records, places per reading, characters of words and of context.
const RECORDS: usize = 20;
const MOST_RECORDS: usize = 100;
const PLACES: usize = 3;
const READINGS: usize = 8;
const WORDS: usize = 300;
const CONTEXT: usize = 240;

/// The arguments of `reconcile`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Reconcile {
    /// At least two texts that report one event, in full and verbatim. At most 500, with 4 MB of text in all.
    #[schemars(length(min = 2, max = 500))]
    sources: Vec<Given>,
    /// Leave out points below this confidence, from 0 to 1. Default: 0.6; at 0.8 hardly any point listed is wrong.
    #[serde(default)]
    #[schemars(range(min = 0.0, max = 1.0))]
    min_confidence: Option<f64>,
    /// Only these facets. Default: all.
    #[serde(default)]
    facets: Vec<Facet>,
    /// Also list what the sources agree on. Default: false.
    #[serde(default)]
    agreements: bool,
    /// List at most this many discrepancies, and as many agreements. Default: 20.
    #[serde(default)]
    #[schemars(range(min = 1, max = 100))]
    limit: Option<usize>,
}

/// The result of `reconcile`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Reconciled {
    /// A short summary of the result.
    summary: String,
    /// How many independent voices the sources are.
    pub(super) voices: Voices,
    /// Points on which the sources differ, most certain first.
    discrepancies: Vec<Point>,
    /// Points on which they agree, if requested.
    agreements: Vec<Point>,
    /// How many further points there are.
    left_out: LeftOut,
    /// The id to pass to `explain`.
    pub(super) reconciliation: String,
    /// The address of the resource that holds the full result.
    whole: String,
}

/// How many points are not listed here; the resource has them.
#[derive(Debug, Serialize, JsonSchema)]
struct LeftOut {
    discrepancies: usize,
    agreements: usize,
}

/// A point of comparison.
#[derive(Debug, Serialize, JsonSchema)]
struct Point {
    /// The id of the point's record.
    id: String,
    /// What is compared.
    facet: Facet,
    /// How the readings relate to each other.
    relation: Relation,
    /// The probability that a careful reader would make the same judgement.
    confidence: f64,
    /// The reason, in a sentence that can be checked against the texts.
    why: String,
    /// The person, place or organisation the point is about, if it is about a name.
    about: Option<String>,
    /// What the sources say, one entry per version, most independent voices first. The order does not imply that the first is
    /// right.
    readings: Vec<Side>,
    /// The number of versions not listed.
    more_readings: usize,
}

/// One version of a point (a reading).
#[derive(Debug, Serialize, JsonSchema)]
struct Side {
    /// Its words, as the first source has them.
    words: String,
    /// The number of sources with this version.
    sources: usize,
    /// The approximate number of independent voices among them.
    independent: f64,
    /// True for the later version, if the figure can only grow.
    later: bool,
    /// Where it is said.
    places: Vec<Spot>,
    /// The number of places not listed.
    more_places: usize,
}

/// A place in a source.
#[derive(Debug, Serialize, JsonSchema)]
struct Spot {
    /// The id of the source.
    source: String,
    /// Where the words begin in its text, as a UTF-8 byte offset.
    start: usize,
    /// Where they end, as a UTF-8 byte offset.
    end: usize,
    /// The same positions in characters.
    start_char: usize,
    end_char: usize,
    /// The sentence, with the words in brackets.
    context: String,
}

/// Reconciles, keeps the full result, and returns the most important points.
pub(super) fn reconcile(desk: &Desk, asked: Reconcile) -> Result<Reconciled, String> {
    check_size(&asked.sources)?;
    let least = asked.min_confidence;
    if let Some(least) = least.filter(|least| !(0.0..=1.0).contains(least)) {
        return Err(format!("min_confidence is {least}, but must be between 0 and 1"));
    }
    let mut config = desk.config.clone();
    configuration::set_least(&mut config, least);
    let id = id(&asked.sources, least);
    let sources = named(asked.sources);
    let reconciler = Reconciler::builder().config(config).lexicon(desk.lexicon.clone()).build();
    let all = reconciler.and_then(|reconciler| reconciler.reconcile(&sources)).map_err(|e| e.to_string())?;

    let limit = asked.limit.unwrap_or(RECORDS).clamp(1, MOST_RECORDS);
    let of = |verdict| {
        let chosen = |r: &&Record| {
            r.verdict == verdict && (asked.facets.is_empty() || asked.facets.contains(&r.facet))
        };
        let mut records: Vec<&Record> = all.records.iter().filter(chosen).collect();
        records.sort_by_key(|record| Reverse(record.confidence));
        records
    };
    let (differ, agree) = (of(Verdict::Discrepancy), of(Verdict::Agreement));
    let texts = sources.iter().map(|source| (source.id(), Measured::new(source.text()))).collect();
    let book = Book { all: &all, texts };
    let listed = |records: &[&Record], most: usize| -> Vec<Point> {
        records.iter().take(most).map(|record| book.point(record)).collect()
    };
    let discrepancies = listed(&differ, limit);
    let agreements = listed(&agree, if asked.agreements { limit } else { 0 });
    let voices = voices::count(&all);
    let reconciled = Reconciled {
        summary: summary(&voices, differ.len(), agree.len()),
        left_out: LeftOut {
            discrepancies: differ.len() - discrepancies.len(),
            agreements: agree.len() - agreements.len(),
        },
        whole: kept::uri(&id),
        reconciliation: id.clone(),
        voices,
        discrepancies,
        agreements,
    };
    drop(book);
    desk.shelf.keep(Kept { id, all, sources });
    Ok(reconciled)
}

/// Rejects more input than one call may have.
pub(super) fn check_size(sources: &[Given]) -> Result<(), String> {
    let bytes: usize = sources.iter().map(|source| source.text.len()).sum();
    if sources.len() > MOST_SOURCES || bytes > MOST_BYTES {
        return Err(format!(
            "{} sources with {bytes} bytes of text are too much for one call, which accepts at most {MOST_SOURCES} sources and {MOST_BYTES} bytes. Give fewer, or only the texts on one event",
            sources.len()
        ));
    }
    Ok(())
}

/// A number with its noun.
pub(super) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// Gives each source an id; those without one get the number of their position.
pub(super) fn named(given: Vec<Given>) -> Vec<Source> {
    let own: BTreeSet<String> = given.iter().filter_map(|source| source.id.clone()).collect();
    let numbered = |n: usize| {
        let mut id = format!("source-{n}");
        while own.contains(&id) {
            id.push('*');
        }
        id
    };
    let source = |(n, given): (usize, Given)| {
        let source = Source::new(given.id.unwrap_or_else(|| numbered(n + 1)), given.text);
        let source = given.publisher.into_iter().fold(source, Source::publisher);
        given.published.into_iter().fold(source, Source::published)
    };
    given.into_iter().enumerate().map(source).collect()
}

/// An id made from everything that determines the result (FNV-1a), so the same texts are kept only once.
fn id(sources: &[Given], least: Option<f64>) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |bytes: &[u8]| {
        for byte in bytes.iter().chain(&[0xff]) {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for source in sources {
        let published = source.published.map(|when| when.to_string());
        add(source.text.as_bytes());
        for part in [&source.id, &source.publisher, &published] {
            add(part.as_deref().unwrap_or("\u{0}").as_bytes());
        }
    }
    add(&least.unwrap_or(-1.0).to_bits().to_le_bytes());
    format!("{hash:016x}")
}

fn summary(voices: &Voices, differ: usize, agree: usize) -> String {
    let mut text = counted(voices.sources, "source", "sources");
    if voices.groups.is_empty() {
        text.push_str(", none of which was found to derive from another.");
    } else {
        let sharing: usize = voices.groups.iter().map(|group| group.count).sum();
        let about = format!(
            ", which are about {:.1} independent voices: {sharing} of them share text and must not be counted one by one.",
            voices.independent
        );
        text.push_str(&about);
    }
    text.push_str(&format!(
        " They differ on {} and agree on {}.",
        counted(differ, "point", "points"),
        counted(agree, "point", "points")
    ));
    text
}

/// What points are written from.
struct Book<'a> {
    all: &'a Reconciliation,
    texts: BTreeMap<&'a str, Measured<'a>>,
}

/// A text with the number of characters before each of its blocks, since a long text may contain many places.
#[derive(Default)]
struct Measured<'a> {
    text: &'a str,
    before: Vec<usize>,
}

/// Bytes per block.
const BLOCK: usize = 4096;

impl<'a> Measured<'a> {
    fn new(text: &'a str) -> Self {
        let mut before = vec![0];
        let mut characters = 0;
        for block in text.as_bytes().chunks(BLOCK) {
            characters += block.iter().filter(|byte| begins(**byte)).count();
            before.push(characters);
        }
        Self { text, before }
    }

    /// The number of characters before a byte offset.
    fn characters(&self, to: usize) -> usize {
        let block = to / BLOCK;
        let rest = self.text.as_bytes().get(block * BLOCK..to).unwrap_or_default();
        self.before.get(block).map_or(0, |n| n + rest.iter().filter(|byte| begins(**byte)).count())
    }
}

/// True for the first byte of a character.
fn begins(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

impl Book<'_> {
    fn point(&self, record: &Record) -> Point {
        let about = record.entity.as_ref().and_then(|id| self.all.entity(id));
        let later = record.developing.map(|developing| developing.later as usize);
        let order = record.consensus.order.iter().copied();
        let readings = order.take(READINGS).filter_map(|n| {
            let reading = record.readings.get(n)?;
            let places: Vec<Spot> =
                reading.mentions.iter().take(PLACES).map(|mention| self.spot(mention)).collect();
            Some(Side {
                words: shortened(&reading.words(), WORDS),
                sources: reading.support.sources,
                independent: voices::rounded(reading.support.independent),
                later: later == Some(n),
                more_places: reading.mentions.len() - places.len(),
                places,
            })
        });
        let readings: Vec<Side> = readings.collect();
        Point {
            id: record.id.as_str().to_owned(),
            facet: record.facet,
            relation: record.relation,
            confidence: record.confidence.value(),
            why: shortened(&record.explanation, WORDS),
            about: about.map(|entity| shortened(&entity.name, WORDS)),
            more_readings: record.readings.len() - readings.len(),
            readings,
        }
    }

    fn spot(&self, mention: &Mention) -> Spot {
        let nothing = Measured::default();
        let measured = self.texts.get(mention.source.as_str()).unwrap_or(&nothing);
        let Span { start, end } = mention.span;
        let outline = self.all.sources.iter().find(|source| source.id == mention.source);
        let sentences = outline.map_or(&[][..], |outline| &outline.sentences);
        let sentence = sentences.get(sentences.partition_point(|sentence| sentence.span.end < end));
        let sentence =
            sentence.map(|sentence| sentence.span).filter(|sentence| sentence.contains(mention.span));
        Spot {
            source: mention.source.clone(),
            start,
            end,
            start_char: measured.characters(start),
            end_char: measured.characters(end),
            context: context(measured.text, sentence.unwrap_or(mention.span), mention.span),
        }
    }
}

/// A mention in brackets within its sentence, with as much of the context as fits.
fn context(text: &str, sentence: Span, mention: Span) -> String {
    let words = |span: Span| span.slice(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let inside = shortened(&words(mention), WORDS);
    let (before, after) =
        (words(Span::new(sentence.start, mention.start)), words(Span::new(mention.end, sentence.end)));
    let room = CONTEXT.saturating_sub(inside.chars().count()) / 2;
    let cut = before.chars().count().saturating_sub(room);
    let head: String = before.chars().skip(cut).collect();
    let head = if cut > 0 { format!("..{head}") } else { head };
    // Whether there is a space between the mention and its neighbour.
    let gap = |beside: &str, end: bool| {
        let blank =
            if end { beside.ends_with(char::is_whitespace) } else { beside.starts_with(char::is_whitespace) };
        if blank { " " } else { "" }
    };
    let left = gap(Span::new(sentence.start, mention.start).slice(text), true);
    let right = gap(Span::new(mention.end, sentence.end).slice(text), false);
    format!("{head}{left}[{inside}]{right}{}", shortened(&after, room))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_from_the_beginning() {
        let text = "é“x”🦀\n".repeat(3000);
        let measured = Measured::new(&text);
        for (n, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(measured.characters(at), n);
        }
        assert_eq!(measured.characters(text.len()), text.chars().count());
        assert_eq!(measured.characters(usize::MAX), 0);
    }

    #[test]
    fn context_is_cut_and_marks_the_words() {
        let text = format!("{} killing 12 people, {}", "é ".repeat(400), "b ".repeat(400));
        let start = text.find("12").unwrap_or_default();
        let shown = context(&text, Span::new(0, text.len()), Span::new(start, start + 9));
        assert!(
            shown.starts_with("..") && shown.ends_with("..") && shown.contains(" killing [12 people], b"),
            "{shown}"
        );
        assert!(shown.chars().count() < CONTEXT + 10, "{shown}");
        assert_eq!(context("12 died.", Span::new(0, 8), Span::new(0, 2)), "[12] died.");
        assert_eq!(context("x", Span::new(5, 2), Span::new(7, 9)), "[]");
    }
}
