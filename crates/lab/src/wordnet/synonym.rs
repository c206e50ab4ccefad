//! Rows of verbs and event nouns that share a sense.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use testimonia::Lexicon;
use testimonia::align::rarity;
use testimonia::text::stem;

use super::dictionary::{Dictionary, Part, Relation, SynsetId};
use super::{is_known, is_of_news, is_sure, write_origin};
use crate::Outcome;

/// The fraction of a word's uses that must be in the senses of its row.
const LEAST_SHARE: f64 = 1.0 / 3.0;

/// WordNet's lexicographer files of nouns for events: acts, communication, events, possession, phenomena, processes, states.
const EVENTS: [u8; 7] = [4, 10, 11, 19, 21, 22, 26];

/// Words whose sense in WordNet is not that in news, found by reading the result.
const LEFT_OUT: &[&str] = &[
    "account",
    "affaire",
    "allegiance",
    "application",
    "bide",
    "boom",
    "brook",
    "bug",
    "candy",
    "certify",
    "circuit",
    "code",
    "commitment",
    "compound",
    "con",
    "crime",
    "crush",
    "deposit",
    "document",
    "engage",
    "engagement",
    "exercise",
    "fret",
    "harry",
    "hawk",
    "hedge",
    "honor",
    "jar",
    "lag",
    "launch",
    "lay",
    "leaner",
    "live",
    "match",
    "motion",
    "move",
    "opposition",
    "place",
    "position",
    "project",
    "pursue",
    "put",
    "savvy",
    "signal",
    "singe",
    "soil",
    "speculation",
    "spirit",
    "submission",
    "swinge",
    "television",
    "voice",
    "want",
    "whip",
    "word",
];

/// Forms in the hand-made table whose row means something other than the dictionary's word.
const OTHERWISE: &[&str] = &["try", "find"];

/// A row being built: its words, with the fraction of each word's uses in its synsets.
type Row = BTreeMap<String, f64>;

pub(crate) fn run(folder: &Path, out: &mut impl Write) -> Outcome {
    let dictionary = Dictionary::read(folder)?;
    let lexicon = Lexicon::english();
    writeln!(
        out,
        "# Scope: verbs and event nouns that share their usual sense, beside those of synonym.tsv, which win over these."
    )?;
    writeln!(
        out,
        "# Class: derived. A row whose canonical form is marked goes on with that row of synonym.tsv."
    )?;
    write_origin(out, "synonyms")?;
    writeln!(
        out,
        "# Left out on purpose: words that news hardly uses, or all the time; verbs of speech; senses that are not a word's usual one;"
    )?;
    writeln!(out, "# rows that have another sense in news, found by reading them.")?;
    let by_hand = by_hand();
    let mut taken: BTreeSet<String> = by_hand.keys().map(|form| (*form).to_owned()).collect();
    for row in rows(&dictionary, &lexicon) {
        let continued = continued(&by_hand, &row);
        let row: Row = row.into_iter().filter(|(word, _)| !by_hand.contains_key(word.as_str())).collect();
        let stems: BTreeSet<String> = row.keys().map(|word| stem(word).into_owned()).collect();
        let forms: Vec<String> =
            forms(&dictionary, &row, &taken).into_iter().filter(|f| !is_known(f, &lexicon)).collect();
        let wanted = if continued.is_some() { 1 } else { 2 };
        let (Some(first), true) = (forms.first(), stems.len() >= wanted) else { continue };
        match continued {
            Some(canonical) => writeln!(out, "-{canonical}\tderived\t{}", forms.join("|"))?,
            None => writeln!(out, "{first}\tderived\t{}", forms[1..].join("|"))?,
        }
        taken.extend(forms);
    }
    Ok(())
}

/// The words of each synset that usually have this sense; those of nouns are joined with those of the verbs from which they
/// derive.
fn rows(dictionary: &Dictionary, lexicon: &Lexicon) -> Vec<Row> {
    let mut usual: BTreeMap<SynsetId, BTreeSet<&str>> = BTreeMap::new();
    for part in [Part::Verb, Part::Noun] {
        for word in dictionary.words(part) {
            let wanted = is_of_news(word)
                && is_sure(dictionary, word)
                && !LEFT_OUT.contains(&word)
                && !is_known(word, lexicon)
                && !(part == Part::Noun && is_form_of_another(dictionary, word));
            if !wanted {
                continue;
            }
            let senses = dictionary.senses(word);
            let of_part: f64 = senses.iter().filter(|(id, _)| id.0 == part).map(|(_, n)| n).sum();
            for &(id, tagged) in senses.iter().filter(|(id, _)| id.0 == part) {
                let is_event = part == Part::Verb
                    || dictionary.synsets.get(&id).is_some_and(|synset| EVENTS.contains(&synset.file));
                if is_event && tagged / of_part >= LEAST_SHARE {
                    usual.entry(id).or_default().insert(word);
                }
            }
        }
    }
    let mut synsets: BTreeMap<SynsetId, Vec<SynsetId>> = BTreeMap::new();
    for (&id, words) in &usual {
        synsets.entry(origin(dictionary, &usual, id, words).unwrap_or(id)).or_default().push(id);
    }
    // Assigns each word to the row that has most of it.
    let mut best: BTreeMap<&str, (f64, SynsetId)> = BTreeMap::new();
    for (&row, members) in &synsets {
        let words: BTreeSet<&str> = members.iter().flat_map(|id| &usual[id]).copied().collect();
        for word in words {
            let senses = dictionary.senses(word);
            let all: f64 = senses.iter().map(|(_, n)| n).sum();
            let of_row: f64 = senses.iter().filter(|(id, _)| members.contains(id)).map(|(_, n)| n).sum();
            let share = of_row / all;
            // The sense was tagged, or is the word's only one.
            let is_usual = of_row >= 2.0 || senses.len() == 1;
            if is_usual && share >= LEAST_SHARE && best.get(word).is_none_or(|(other, _)| share > *other) {
                best.insert(word, (share, row));
            }
        }
    }
    let mut rows: BTreeMap<SynsetId, Row> = BTreeMap::new();
    for (word, (share, row)) in best {
        rows.entry(row).or_default().insert(word.to_owned(), share);
    }
    rows.into_values().collect()
}

/// True for plurals and gerunds: in text they cannot be told from the singular and the verb, and follow those.
fn is_form_of_another(dictionary: &Dictionary, noun: &str) -> bool {
    let singular = noun.strip_suffix('s').filter(|s| !s.ends_with(['s', 'i', 'u']));
    let verb = noun.strip_suffix("ing").map(|base| {
        let single = base.strip_suffix(|c: char| base.ends_with([c, c].iter().collect::<String>().as_str()));
        [Some(base.to_owned()), Some(format!("{base}e")), single.map(str::to_owned)]
    });
    singular.is_some() || verb.into_iter().flatten().flatten().any(|v| dictionary.knows(Part::Verb, &v))
}

/// The synset of verbs from which most words in a synset of nouns derive.
fn origin(
    dictionary: &Dictionary,
    usual: &BTreeMap<SynsetId, BTreeSet<&str>>,
    id: SynsetId,
    words: &BTreeSet<&str>,
) -> Option<SynsetId> {
    let mut votes: BTreeMap<SynsetId, usize> = BTreeMap::new();
    for pointer in &dictionary.synsets.get(&id)?.pointers {
        let is_verb =
            pointer.relation == Relation::Derived && pointer.synset.0 == Part::Verb && id.0 == Part::Noun;
        let verbs = usual.get(&pointer.synset);
        let verb = dictionary.target(pointer);
        if is_verb
            && words.contains(pointer.from.as_str())
            && verbs.is_some_and(|v| verb.is_some_and(|w| v.contains(w)))
        {
            *votes.entry(pointer.synset).or_default() += 1;
        }
    }
    votes.into_iter().rev().max_by_key(|&(_, votes)| votes).map(|(id, _)| id)
}

/// The hand-made table: the canonical form of each form.
fn by_hand() -> BTreeMap<&'static str, &'static str> {
    let text = include_str!("../../../../src/lexicon/data/synonym.tsv");
    let mut forms = BTreeMap::new();
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        let mut columns = line.split('\t');
        let (Some(canonical), _class, more) = (columns.next(), columns.next(), columns.next()) else {
            continue;
        };
        for form in [canonical].into_iter().chain(more.unwrap_or("").split('|')) {
            forms.insert(form, canonical);
        }
    }
    forms
}

/// The row of the hand-made table that these words continue: one whose canonical form or two words they share.
fn continued<'t>(by_hand: &BTreeMap<&str, &'t str>, row: &Row) -> Option<&'t str> {
    let mut found: BTreeMap<&str, (f64, BTreeSet<String>)> = BTreeMap::new();
    for (word, share) in row.iter().filter(|(w, _)| !OTHERWISE.contains(&w.as_str())) {
        if let Some(canonical) = by_hand.get(word.as_str()) {
            let (sum, stems) = found.entry(canonical).or_default();
            *sum += share;
            stems.insert(stem(word).into_owned());
        }
    }
    let shared = found.into_iter().filter(|(c, (_, stems))| row.contains_key(*c) || stems.len() > 1);
    shared.max_by(|a, b| a.1.0.total_cmp(&b.1.0)).map(|(canonical, _)| canonical)
}

/// The forms of a row, of the words most used in news first, without those in `taken`.
fn forms(dictionary: &Dictionary, row: &Row, taken: &BTreeSet<String>) -> Vec<String> {
    let mut words: Vec<(bool, i32, &str)> = row
        .keys()
        .map(|word| {
            let idf = rarity(word).unwrap_or(f32::MAX);
            (!dictionary.knows(Part::Verb, word), (idf * 4.0) as i32, word.as_str())
        })
        .collect();
    words.sort_unstable();
    let mut forms: Vec<String> = Vec::new();
    for (_, _, word) in words {
        for part in [Part::Verb, Part::Noun].into_iter().filter(|&part| dictionary.knows(part, word)) {
            for form in dictionary.inflections(part, word) {
                // "Found" belongs to "find".
                let other = dictionary.lemmas(part, &form).iter().any(|l| l != word && is_of_news(l));
                if !other && !forms.contains(&form) && !taken.contains(&form) {
                    forms.push(form);
                }
            }
        }
    }
    forms
}
