//! Rows of nouns that exclude each other: coordinate terms, two kinds of one thing.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use testimonia::align::rarity;

use super::dictionary::{Dictionary, Part, Relation, SynsetId};
use super::{is_sure, write_origin};
use crate::Outcome;

/// The fraction of a word's uses as a noun that must be in the sense of its row.
const LEAST_SHARE: f64 = 0.3;
/// Words that are too common to be informative.
const COMMONEST: f32 = 2.0;

/// The groups of kinds: the class of the rows, and the synsets above them, each given by a word and a sense number. These are
/// kinds that appear in news and exclude each other.
const GROUPS: &[(&str, &[(&str, usize)])] = &[
    ("aircraft", &[("aircraft", 1)]),
    ("canine", &[("canine", 2)]),
    ("cat", &[("big_cat", 1)]),
    ("firearm", &[("firearm", 1)]),
    ("livestock", &[("bovid", 1), ("equine", 1), ("swine", 1)]),
    ("metal", &[("metallic_element", 1)]),
    ("vehicle", &[("motor_vehicle", 1), ("public_transport", 1), ("tracked_vehicle", 1)]),
    ("water", &[("body_of_water", 1)]),
    ("worship", &[("place_of_worship", 1)]),
];

/// Words that readers equate with others of their group, or that mean something else in news, found by reading the result.
const LEFT_OUT: &[&str] = &[
    "airbus",
    "automatic",
    "bay",
    "beef",
    "bomber",
    "cove",
    "cur",
    "electric",
    "entire",
    "gat",
    "gulf",
    "interceptor",
    "kirk",
    "lapdog",
    "limited",
    "local",
    "main",
    "mere",
    "mount",
    "narrow",
    "ocean",
    "panther",
    "rapid",
    "shallow",
    "sow",
    "technical",
    "tope",
];

pub(crate) fn run(folder: &Path, out: &mut impl Write) -> Outcome {
    let dictionary = Dictionary::read(folder)?;
    writeln!(
        out,
        "# Scope: kinds of buildings, vehicles, weapons, waters, animals and the like, of which one thing is one only, beside kind.tsv."
    )?;
    writeln!(
        out,
        "# Classes: {}. Rows of one class exclude each other; the forms\n# of a row, its synonyms and its own kinds, do not. A row whose canonical form is marked goes on with that row of kind.tsv.",
        GROUPS.iter().map(|(class, _)| *class).collect::<Vec<_>>().join(", ")
    )?;
    write_origin(out, "kinds")?;
    writeln!(
        out,
        "# Left out on purpose: words that news hardly uses; senses that are not a word's usual one; what readers take as the same."
    )?;
    let mut below: BTreeMap<SynsetId, Vec<SynsetId>> = BTreeMap::new();
    for (&id, synset) in &dictionary.synsets {
        for pointer in synset.pointers.iter().filter(|p| p.relation == Relation::KindOf) {
            below.entry(pointer.synset).or_default().push(id);
        }
    }
    let by_hand = by_hand();
    let tree = Tree { dictionary: &dictionary, below };
    for &(class, roots) in GROUPS {
        let mut rows: Vec<Vec<String>> = Vec::new();
        for &(word, sense) in roots {
            let root = dictionary.sense(word, sense).ok_or_else(|| format!("no sense {sense} of {word}"))?;
            tree.rows(root, &mut BTreeSet::new(), &mut rows);
        }
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        rows.iter().flatten().for_each(|word| *seen.entry(word.clone()).or_default() += 1);
        // A kind of two of them excludes neither.
        rows.iter_mut().for_each(|row| row.retain(|word| seen.get(word) == Some(&1)));
        rows.retain(|row| !row.is_empty());
        for row in rows.iter().filter(|_| rows.len() > 1) {
            // The hand-made table takes precedence; the rest of such a row continues that table's row.
            let continued = row.iter().find_map(|word| by_hand.get(&(class, word.as_str())));
            let forms: BTreeSet<String> = row
                .iter()
                .flat_map(|word| dictionary.inflections(Part::Noun, word))
                .filter(|form| !by_hand.contains_key(&(class, form.as_str())))
                .collect();
            let forms =
                |first: &str| -> Vec<String> { forms.iter().filter(|f| *f != first).cloned().collect() };
            match (continued, row.first()) {
                (Some(canonical), _) if !forms("").is_empty() => {
                    writeln!(out, "-{canonical}\t{class}\t{}", forms("").join("|"))?;
                }
                (None, Some(first)) => writeln!(out, "{first}\t{class}\t{}", forms(first).join("|"))?,
                _ => {}
            }
        }
    }
    Ok(())
}

/// The canonical form of each form in the hand-made table, by class.
fn by_hand() -> BTreeMap<(&'static str, &'static str), &'static str> {
    let text = include_str!("../../../../src/lexicon/data/kind.tsv");
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    let rows = rows.filter_map(|line| {
        let (canonical, rest) = line.split_once('\t')?;
        let (class, forms) = rest.split_once('\t').unwrap_or((rest, ""));
        Some((canonical, class, forms))
    });
    rows.flat_map(|(canonical, class, forms)| {
        let forms = forms.split('|').filter(|form| !form.is_empty());
        std::iter::once(canonical).chain(forms).map(move |form| ((class, form), canonical))
    })
    .collect()
}

struct Tree<'d> {
    dictionary: &'d Dictionary,
    /// The kinds of each synset.
    below: BTreeMap<SynsetId, Vec<SynsetId>>,
}

impl Tree<'_> {
    /// The kinds directly below a synset, each with its own kinds; one without a word used in news is replaced by its kinds.
    fn rows(&self, root: SynsetId, seen: &mut BTreeSet<SynsetId>, rows: &mut Vec<Vec<String>>) {
        for &kind in self.below.get(&root).into_iter().flatten() {
            if !seen.insert(kind) {
                continue;
            }
            let mut row = self.words(kind);
            if row.is_empty() {
                self.rows(kind, seen, rows);
            } else {
                self.add(kind, seen, &mut row);
                rows.push(row);
            }
        }
    }

    fn add(&self, kind: SynsetId, seen: &mut BTreeSet<SynsetId>, row: &mut Vec<String>) {
        for &own in self.below.get(&kind).into_iter().flatten() {
            if seen.insert(own) {
                row.extend(self.words(own));
                self.add(own, seen, row);
            }
        }
        let mut once = BTreeSet::new();
        row.retain(|word| once.insert(word.clone()));
    }

    /// The words that usually mean it.
    fn words(&self, id: SynsetId) -> Vec<String> {
        let words = self.dictionary.synsets.get(&id).map_or(&[][..], |synset| &synset.words);
        let usual = |word: &str| {
            let senses = self.dictionary.senses(word);
            let of_part = senses.iter().filter(|(at, _)| at.0 == Part::Noun);
            let all: f64 = of_part.clone().map(|(_, n)| n).sum();
            let own: f64 = of_part.filter(|(at, _)| *at == id).map(|(_, n)| n).sum();
            own / all.max(1.0) >= LEAST_SHARE
        };
        let wanted = |word: &&String| {
            word.len() > 2
                && word.bytes().all(|b| b.is_ascii_lowercase())
                && rarity(word).is_some_and(|idf| idf >= COMMONEST)
                && is_sure(self.dictionary, word)
                && usual(word)
                && !LEFT_OUT.contains(&word.as_str())
        };
        words.iter().filter(wanted).cloned().collect()
    }
}
