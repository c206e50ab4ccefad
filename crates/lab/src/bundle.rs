//! Annotated bundles: texts, what is known about them, and which of their sentences are aligned.

use std::path::Path;

use serde_json::Value;
use testimonia::text::{Document, SentenceId};
use testimonia::{Facet, Lexicon, Record, Source, text};

pub(crate) type Failure = Box<dyn std::error::Error>;

/// A passage of a source's text.
#[derive(Clone, Copy)]
pub(crate) struct Anchor {
    pub(crate) source: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The readings of an annotated record, each with its places.
pub(crate) struct Point(pub(crate) Vec<Vec<Anchor>>);

pub(crate) struct Bundle {
    pub(crate) name: String,
    /// Ordered by id.
    pub(crate) sources: Vec<Source>,
    aligned: Vec<(Anchor, Anchor)>,
    debatable: Vec<(Anchor, Anchor)>,
    discrepancies: Vec<Point>,
    debatable_records: Vec<Point>,
    /// Records that are no discrepancy, if only those that an earlier version found were judged.
    denied: Option<Vec<Point>>,
}

/// What the annotation says about two mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// They are the discrepancy with this number.
    Discrepancy(usize),
    /// Careful readers would differ, or none judged it.
    Debatable,
    /// No discrepancy.
    Nothing,
}

/// What the annotation says about a pair of sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    Aligned,
    Debatable,
    Apart,
}

impl Bundle {
    /// All annotated bundles in a folder, by name; their texts are under `bundles`.
    pub(crate) fn all(gold: &Path, bundles: &Path) -> Result<Vec<Bundle>, Failure> {
        let mut files: Vec<_> =
            std::fs::read_dir(gold)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
        files.retain(|path| path.extension().is_some_and(|e| e == "json"));
        files.sort();
        files.iter().map(|path| Self::read(path, bundles)).collect()
    }

    fn read(path: &Path, bundles: &Path) -> Result<Bundle, Failure> {
        let name = path.file_stem().and_then(|s| s.to_str()).ok_or("a bundle without a name")?.to_owned();
        let gold: Value = serde_json::from_str(&std::fs::read_to_string(path)?)?;
        let folder = bundles.join(&name);
        let about: Value = match std::fs::read_to_string(folder.join("bundle.json")) {
            Ok(about) => serde_json::from_str(&about)?,
            Err(_) => Value::Null,
        };
        let known = |file: &str| about["sources"].as_array()?.iter().find(|s| s["file"] == file);
        let mut short_names = Vec::new();
        for (short, file) in gold["sources"].as_object().ok_or("no sources")? {
            let file = file.as_str().ok_or("a source that is no file")?;
            let mut source = Source::new(file, std::fs::read_to_string(folder.join(file))?);
            if let Some(publisher) = known(file).and_then(|s| s["publisher"].as_str()) {
                source = source.publisher(publisher);
            }
            if let Some(published) = known(file).and_then(|s| s["published"].as_str()) {
                source = source.published(published.parse::<testimonia::Published>()?);
            }
            short_names.push((short.clone(), source));
        }
        short_names.sort_by(|a, b| a.1.id().cmp(b.1.id()));
        let anchor = |place: &Value| -> Result<Anchor, Failure> {
            let source = short_names.iter().position(|(s, _)| place[0] == **s).ok_or("an unknown source")?;
            let text = short_names[source].1.text();
            let inner = place[1].as_str().ok_or("no anchor")?;
            let outer = place[2].as_str().unwrap_or(inner);
            let start = text.find(outer).zip(outer.find(inner)).ok_or("an anchor that is not there")?;
            let start = start.0 + start.1;
            Ok(Anchor { source, start, end: start + inner.len() })
        };
        let point = |record: &Value| -> Result<Point, Failure> {
            let places = |reading: &Value| reading.as_array().into_iter().flatten().map(anchor).collect();
            let readings = record["readings"].as_array().into_iter().flatten().map(places);
            Ok(Point(readings.collect::<Result<_, Failure>>()?))
        };
        let pair = |pair: &Value| Ok((anchor(&pair[0])?, anchor(&pair[1])?));
        let list = |key: &str| gold[key].as_array().cloned().unwrap_or_default();
        let aligned = list("alignments").iter().map(pair).collect::<Result<_, Failure>>()?;
        let debatable = list("debatable")
            .iter()
            .filter(|d| d.get("alignment").is_some())
            .map(|d| pair(&d["alignment"]))
            .collect::<Result<_, Failure>>()?;
        let discrepancies = list("discrepancies").iter().map(point).collect::<Result<_, Failure>>()?;
        let doubtful = list("debatable").into_iter().filter(|d| d.get("readings").is_some());
        let debatable_records = doubtful.map(|d| point(&d)).collect::<Result<_, Failure>>()?;
        Ok(Bundle {
            name,
            sources: short_names.into_iter().map(|(_, s)| s).collect(),
            aligned,
            debatable,
            discrepancies,
            debatable_records,
            denied: None,
        })
    }

    /// A bundle of which only discrepancies are annotated, not which sentences are aligned. Sources are ordered by id.
    pub(crate) fn of_points(
        name: String,
        sources: Vec<Source>,
        discrepancies: Vec<Point>,
        debatable_records: Vec<Point>,
        denied: Option<Vec<Point>>,
    ) -> Self {
        Self {
            name,
            sources,
            aligned: Vec::new(),
            debatable: Vec::new(),
            discrepancies,
            debatable_records,
            denied,
        }
    }

    pub(crate) fn documents(&self, lexicon: &Lexicon) -> Vec<Document<'_>> {
        self.sources.iter().map(|source| text::parse(source, lexicon)).collect()
    }

    pub(crate) fn label(&self, documents: &[Document<'_>], a: SentenceId, b: SentenceId) -> Label {
        let holds = |id: SentenceId, anchor: &Anchor| {
            let span = documents[id.source as usize].sentences()[id.sentence as usize].span;
            id.source as usize == anchor.source
                && (2 * span.start..2 * span.end).contains(&(anchor.start + anchor.end))
        };
        let is = |(x, y): &(Anchor, Anchor)| (holds(a, x) && holds(b, y)) || (holds(a, y) && holds(b, x));
        if self.aligned.iter().any(is) {
            Label::Aligned
        } else if self.debatable.iter().any(is) {
            Label::Debatable
        } else {
            Label::Apart
        }
    }

    /// What the annotation says about a record that flags a discrepancy, by the rules of the annotation guide's scorer; `None`
    /// if careful readers would not agree or none judged it.
    pub(crate) fn is_discrepancy(&self, record: &Record) -> Option<bool> {
        let tells = |point: &&Point| point.is_told(record, &self.sources);
        if self.discrepancies.iter().any(|p| tells(&p)) {
            Some(true)
        } else if self.debatable_records.iter().any(|p| tells(&p)) {
            None
        } else {
            let judged = self.denied.as_ref().is_none_or(|denied| denied.iter().any(|p| tells(&p)));
            judged.then_some(false)
        }
    }

    /// What the annotation says about two mentions. Only the first mention of each reading is annotated; others in the same
    /// words count as the same: in the annotated source or, for names, in any, as a pair of names is compared only once.
    pub(crate) fn told(&self, facet: Facet, [a, b]: [&testimonia::Mention; 2]) -> Told {
        let parts = |point: &Point| point.parts(a, b, &self.sources);
        if let Some(point) = self.discrepancies.iter().position(parts) {
            return Told::Discrepancy(point);
        }
        if self.debatable_records.iter().any(parts) {
            return Told::Debatable;
        }
        let anywhere = facet == Facet::Name;
        let alike = |point: &Point| point.parts_by_words([a, b], &self.sources, anywhere);
        if let Some(point) = self.discrepancies.iter().position(alike) {
            return Told::Discrepancy(point);
        }
        let judged = |denied: &Vec<Point>| denied.iter().any(|p| parts(p) || alike(p));
        if self.debatable_records.iter().any(alike) || !self.denied.as_ref().is_none_or(judged) {
            Told::Debatable
        } else {
            Told::Nothing
        }
    }

    pub(crate) fn alignments(&self) -> usize {
        self.aligned.len()
    }
}

fn at(sources: &[Source], anchor: &Anchor, mention: &testimonia::Mention) -> bool {
    let shared = anchor.end.min(mention.span.end).saturating_sub(anchor.start.max(mention.span.start));
    let (x, y) = (anchor.end - anchor.start, mention.span.end - mention.span.start);
    sources[anchor.source].id() == mention.source
        && shared > 0
        && 2 * shared >= x.min(y)
        && 5 * shared >= x.max(y)
}

impl Point {
    /// True if two mentions represent two of the annotated readings.
    fn parts(&self, a: &testimonia::Mention, b: &testimonia::Mention, sources: &[Source]) -> bool {
        let carried = |mention: &testimonia::Mention| {
            let carries = |places: &&Vec<Anchor>| places.iter().any(|anchor| at(sources, anchor, mention));
            let mut carried = self.0.iter().enumerate().filter(|(_, p)| carries(p)).map(|(n, _)| n);
            carried.next().filter(|_| carried.next().is_none())
        };
        matches!((carried(a), carried(b)), (Some(x), Some(y)) if x != y)
    }

    /// The same by the words of two mentions in the annotated sources, or in any.
    fn parts_by_words(&self, [a, b]: [&testimonia::Mention; 2], sources: &[Source], anywhere: bool) -> bool {
        let carried = |mention: &testimonia::Mention| -> std::collections::BTreeSet<usize> {
            let said = Said::of(&mention.text);
            let carries = |places: &Vec<Anchor>| {
                places.iter().any(|anchor| {
                    let source = &sources[anchor.source];
                    (anywhere || source.id() == mention.source)
                        && said.is_of(&Said::of(&source.text()[anchor.start..anchor.end]))
                })
            };
            self.0.iter().enumerate().filter(|(_, places)| carries(places)).map(|(n, _)| n).collect()
        };
        let (x, y) = (carried(a), carried(b));
        !x.is_empty() && !y.is_empty() && x.is_disjoint(&y)
    }

    /// True if the record separates two of the annotated readings.
    fn is_told(&self, record: &Record, sources: &[Source]) -> bool {
        if record.readings.len() > (self.0.len() + 2).min(12) {
            return false;
        }
        let told = record.readings.iter().filter_map(|reading| {
            let carries = |places: &&Vec<Anchor>| {
                places
                    .iter()
                    .any(|anchor| reading.mentions.iter().any(|mention| at(sources, anchor, mention)))
            };
            // A reading that mixes two represents neither.
            let mut carried = self.0.iter().enumerate().filter(|(_, p)| carries(p)).map(|(n, _)| n);
            carried.next().filter(|_| carried.next().is_none())
        });
        let told: std::collections::BTreeSet<usize> = told.collect();
        told.len() >= 2
    }
}

/// The distinctive words of a mention, and the numbers among them.
struct Said {
    words: Vec<String>,
    numbers: Vec<String>,
}

impl Said {
    fn of(text: &str) -> Self {
        const SMALL: &[&str] =
            &["the", "a", "an", "on", "in", "at", "of", "some", "about", "around", "than", "more", "least"];
        const NUMBERS: &[&str] = &[
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "dozen",
            "several",
            "hundreds",
            "thousands",
        ];
        let text = text.to_lowercase().replace(',', "");
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '.' && c != '%');
        let words =
            words.filter(|w| !w.is_empty() && !SMALL.contains(w)).map(str::to_owned).collect::<Vec<_>>();
        let is_number =
            |w: &&String| w.starts_with(|c: char| c.is_ascii_digit()) || NUMBERS.contains(&w.as_str());
        let numbers = words.iter().filter(is_number).cloned().collect();
        Self { words, numbers }
    }

    fn is_of(&self, other: &Said) -> bool {
        let shared = self.words.iter().filter(|w| other.words.contains(w)).count();
        let same_numbers = !self.numbers.is_empty() && self.numbers == other.numbers;
        !self.words.is_empty() && self.words == other.words
            || same_numbers && (self.words.len() <= 2 || shared > self.numbers.len())
    }
}
