//! The five reports in seeds/, checked against their annotation in seeds/gold.json.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde::Deserialize;
use testimonia::{Facet, Mention, Reconciler, Reconciliation, Record, Relation, Source, Span, Verdict};

fn seeds() -> PathBuf {
    crate::root().join("seeds")
}

pub(crate) fn sources() -> Vec<Source> {
    let mut files: Vec<PathBuf> = fs::read_dir(seeds()).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    assert_eq!(files.len(), 5);
    let source =
        |f: &PathBuf| Source::new(f.file_name().unwrap().to_str().unwrap(), fs::read_to_string(f).unwrap());
    files.iter().map(source).collect()
}

pub(crate) fn reconciled() -> Reconciliation {
    Reconciler::new().reconcile(&sources()).unwrap()
}

/// A place: short source name, words, and, if the words occur twice, longer words around them.
type Place = Vec<String>;

#[derive(Deserialize)]
struct Gold {
    sources: BTreeMap<String, String>,
    alignments: Vec<[Place; 2]>,
    discrepancies: Vec<Point>,
    same: Vec<Point>,
    debatable: Vec<serde_json::Value>,
    derivations: Vec<Derivation>,
}

#[derive(Deserialize)]
struct Point {
    facet: Facet,
    relation: Relation,
    readings: Vec<Vec<Place>>,
}

#[derive(Deserialize)]
struct Derivation {
    from: String,
    to: String,
}

impl Gold {
    fn read() -> Self {
        serde_json::from_str(&fs::read_to_string(seeds().join("gold.json")).unwrap()).unwrap()
    }

    /// A place in the texts.
    fn place(&self, texts: &[Source], place: &Place) -> (String, Span) {
        let id = &self.sources[&place[0]];
        let text = texts.iter().find(|s| s.id() == id).unwrap().text();
        let outer = place.get(2).unwrap_or(&place[1]);
        let start = text.find(outer.as_str()).unwrap() + outer.find(place[1].as_str()).unwrap();
        (id.clone(), Span::new(start, start + place[1].len()))
    }
}

fn overlaps(mention: &Mention, (id, span): &(String, Span)) -> bool {
    mention.source == *id && mention.span.overlaps(*span)
}

/// True if two readings of the point are in two different readings of the record.
fn tells(record: &Record, readings: &[Vec<(String, Span)>]) -> bool {
    let holds = |r: &testimonia::Reading, places: &[(String, Span)]| {
        places.iter().any(|p| r.mentions.iter().any(|m| overlaps(m, p)))
    };
    let told = readings.iter().filter(|places| {
        record
            .readings
            .iter()
            .any(|r| holds(r, places) && readings.iter().filter(|others| holds(r, others)).count() == 1)
    });
    told.count() >= 2
}

/// True if the record contains two readings of the point, in one reading or in two.
fn touches(record: &Record, readings: &[Vec<(String, Span)>]) -> bool {
    let held = readings.iter().filter(|places| {
        places.iter().any(|p| record.readings.iter().flat_map(|r| &r.mentions).any(|m| overlaps(m, p)))
    });
    held.count() >= 2
}

#[test]
fn every_discrepancy_is_found_and_next_to_nothing_else() {
    let (gold, texts, found) = (Gold::read(), sources(), reconciled());
    let places = |point: &[Vec<Place>]| -> Vec<Vec<_>> {
        point.iter().map(|r| r.iter().map(|p| gold.place(&texts, p)).collect()).collect()
    };
    for point in &gold.discrepancies {
        let readings = places(&point.readings);
        let record = found.discrepancies().find(|r| tells(r, &readings));
        let record = record.unwrap_or_else(|| panic!("missed: {:?}", point.readings));
        assert_eq!((record.facet, record.relation), (point.facet, point.relation), "{record}");
    }
    let maybe: Vec<Vec<Vec<_>>> = gold
        .debatable
        .iter()
        .filter_map(|d| serde_json::from_value::<Point>(d.clone()).ok())
        .map(|p| places(&p.readings))
        .collect();
    let wrong: Vec<String> = found
        .discrepancies()
        .filter(|r| !gold.discrepancies.iter().any(|p| tells(r, &places(&p.readings))))
        .filter(|r| !maybe.iter().any(|readings| tells(r, readings)))
        .map(ToString::to_string)
        .collect();
    assert!(wrong.len() <= 1, "{wrong:#?}");
}

#[test]
fn what_is_the_same_is_not_flagged_and_mostly_shown() {
    let (gold, texts, found) = (Gold::read(), sources(), reconciled());
    let mut shown = 0;
    for point in &gold.same {
        let readings: Vec<Vec<_>> =
            point.readings.iter().map(|r| r.iter().map(|p| gold.place(&texts, p)).collect()).collect();
        let flag = found.discrepancies().find(|r| tells(r, &readings));
        assert!(flag.is_none(), "misflagged: {flag:?}");
        shown += usize::from(found.agreements().any(|r| touches(r, &readings)));
    }
    assert!(shown >= 8, "{shown} of {}", gold.same.len());
}

/// Two annotated sentences, identified by one byte of each.
type Ends = [(String, usize); 2];

fn ends(gold: &Gold, texts: &[Source], pair: &[Place; 2]) -> Ends {
    [0, 1].map(|n| {
        let (id, span) = gold.place(texts, &pair[n]);
        (id, (span.start + span.end) / 2)
    })
}

fn links(link: &testimonia::Link, [a, b]: &Ends) -> bool {
    let holds = |place: &testimonia::Place, (id, byte): &(String, usize)| {
        place.source == *id && place.span.start <= *byte && *byte < place.span.end
    };
    (holds(&link.a, a) && holds(&link.b, b)) || (holds(&link.a, b) && holds(&link.b, a))
}

#[test]
fn most_alignments_are_found() {
    let (gold, texts, found) = (Gold::read(), sources(), reconciled());
    let wanted: Vec<Ends> = gold.alignments.iter().map(|pair| ends(&gold, &texts, pair)).collect();
    let debatable =
        gold.debatable.iter().filter_map(|d| serde_json::from_value(d.get("alignment")?.clone()).ok());
    let debatable: Vec<Ends> = debatable.map(|pair: [Place; 2]| ends(&gold, &texts, &pair)).collect();
    let (mut right, mut wrong) = (Vec::new(), 0);
    // A reader is shown what is more likely than not.
    for link in found.claims.iter().flat_map(|c| &c.links).filter(|link| link.score.value() >= 0.5) {
        let hit = wanted.iter().position(|pair| links(link, pair) && !right.contains(pair));
        match hit {
            Some(n) => right.push(wanted[n].clone()),
            None if wanted.iter().chain(&debatable).any(|pair| links(link, pair)) => {}
            None => wrong += 1,
        }
    }
    let f1 = 2.0 * right.len() as f64 / (right.len() + wrong + wanted.len()) as f64;
    assert!(f1 >= 0.75, "F1 {f1:.3}: {} of {}, {wrong} wrong", right.len(), wanted.len());
}

#[test]
fn the_derivation_is_found_and_no_other() {
    let (gold, found) = (Gold::read(), reconciled());
    let want: Vec<(&str, &str)> = gold
        .derivations
        .iter()
        .map(|d| (gold.sources[&d.from].as_str(), gold.sources[&d.to].as_str()))
        .collect();
    let got: Vec<(&str, &str)> = found
        .derivations
        .iter()
        .map(|d| (d.from.as_deref().unwrap_or("?"), d.to.as_deref().unwrap_or("?")))
        .collect();
    assert_eq!(got, want);
}

#[test]
fn the_json_is_as_committed() {
    let golden = fs::read_to_string(seeds().join("../tests/golden/seeds.json")).unwrap();
    assert_eq!(serde_json::to_string_pretty(&reconciled()).unwrap() + "\n", golden);
}

#[test]
fn records_are_consistent() {
    let found = reconciled();
    let texts = sources();
    let text = |id: &str| texts.iter().find(|s| s.id() == id).unwrap().text();
    for record in &found.records {
        assert!(record.claim.is_some() || record.entity.is_some(), "{record}");
        assert_eq!(record.verdict, record.relation.verdict(), "{record}");
        assert!(
            record.readings.len() >= if record.verdict == Verdict::Discrepancy { 2 } else { 1 },
            "{record}"
        );
        assert!(record.claim.as_ref().is_none_or(|id| found.claim(id).is_some()), "{record}");
        assert!(record.entity.as_ref().is_none_or(|id| found.entity(id).is_some()), "{record}");
        for mention in record.readings.iter().flat_map(|r| &r.mentions) {
            assert_eq!(mention.span.slice(text(&mention.source)), mention.text);
        }
    }
    let mut links: Vec<_> = found.claims.iter().flat_map(|c| &c.links).map(|l| (&l.a, &l.b)).collect();
    let all = links.len();
    links.sort();
    links.dedup();
    assert_eq!(links.len(), all, "a link stands in exactly one claim");
    for claim in &found.claims {
        for link in &claim.links {
            for end in [&link.a, &link.b] {
                let outline = found.sources.iter().find(|s| s.id == end.source).unwrap();
                assert!(outline.sentences.iter().any(|s| s.span == end.span), "an end is a whole sentence");
            }
        }
    }
}
