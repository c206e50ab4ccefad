//! Rows of verbs and adjectives that exclude each other.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use testimonia::Lexicon;

use super::dictionary::{Dictionary, Part, Relation, SynsetId};
use super::{is_known, is_of_news, is_sure, write_origin};
use crate::Outcome;

/// The fraction of each word's uses that must be in the sense with the opposite.
const LEAST_SHARE: f64 = 0.25;

/// WordNet's lexicographer files of verbs whose opposites undo or refuse: change, communication, social acts. Opposites of
/// motion, possession and contact are two sides of one event, or successive events ("push", "pull"; "buy", "sell").
const UNDO: [u8; 3] = [30, 32, 41];

/// Prefixes that form opposites: such pairs are not two ends of a scale with room between them.
const PREFIXES: [&str; 8] = ["un", "in", "im", "il", "ir", "dis", "de", "non"];

/// Pairs that can both be true of one thing, found by reading the result.
const LEFT_OUT: &[(&str, &str)] = &[
    ("act", "refrain"),
    ("align", "skew"),
    ("boil", "freeze"),
    ("born", "unborn"),
    ("cleared", "uncleared"),
    ("concerned", "unconcerned"),
    ("contented", "discontented"),
    ("conventional", "unconventional"),
    ("cool", "heat"),
    ("credible", "incredible"),
    ("definite", "indefinite"),
    ("disorderly", "orderly"),
    ("due", "undue"),
    ("enforce", "exempt"),
    ("formal", "informal"),
    ("limited", "unlimited"),
    ("lock", "unlock"),
    ("nonpartisan", "partisan"),
    ("precedented", "unprecedented"),
    ("unusual", "usual"),
    ("unveil", "veil"),
    ("unveiled", "veiled"),
];

pub(crate) fn run(folder: &Path, out: &mut impl Write) -> Outcome {
    let dictionary = Dictionary::read(folder)?;
    let lexicon = Lexicon::english();
    writeln!(
        out,
        "# Scope: words that exclude each other of one thing at one time, beside those of antonym.tsv."
    )?;
    writeln!(out, "# Class: antonym. The forms are the opposites of the canonical word, not of each other.")?;
    write_origin(out, "antonyms")?;
    writeln!(
        out,
        "# Left out on purpose: two ends of a scale; two sides of one happening; pairs that can hold in turn or in part."
    )?;
    let mut taken: BTreeSet<String> = by_hand();
    for (&id, synset) in &dictionary.synsets {
        for pointer in
            synset.pointers.iter().filter(|p| p.relation == Relation::Opposite && p.synset.0 == id.0)
        {
            let Some(other) = dictionary.target(pointer) else { continue };
            let word = pointer.from.as_str();
            let wanted = word < other
                && [(word, id), (other, pointer.synset)].iter().all(|&(w, id)| {
                    is_of_news(w)
                        && is_sure(&dictionary, w)
                        && !is_known(w, &lexicon)
                        && share(&dictionary, w, id) >= LEAST_SHARE
                })
                && (negates(word, other)
                    || negates(other, word)
                    || id.0 == Part::Verb && UNDO.contains(&synset.file))
                && id.0 != Part::Noun
                && !LEFT_OUT.contains(&(word, other));
            if !wanted {
                continue;
            }
            let (ours, theirs) = (dictionary.inflections(id.0, word), dictionary.inflections(id.0, other));
            // The forms of irregular verbs do not correspond one to one.
            if ours.len() != theirs.len() {
                continue;
            }
            for (a, b) in ours.iter().zip(&theirs) {
                if !taken.contains(a) && !taken.contains(b) {
                    writeln!(out, "{a}\tantonym\t{b}")?;
                    taken.extend([a.clone(), b.clone()]);
                }
            }
        }
    }
    Ok(())
}

fn by_hand() -> BTreeSet<String> {
    let text = include_str!("../../../../src/lexicon/data/antonym.tsv");
    let rows = text.lines().filter(|l| !l.starts_with('#'));
    rows.flat_map(|l| l.split(['\t', '|'])).map(str::to_owned).collect()
}

fn negates(word: &str, other: &str) -> bool {
    PREFIXES.iter().any(|prefix| word.strip_prefix(prefix) == Some(other))
}

fn share(dictionary: &Dictionary, word: &str, id: SynsetId) -> f64 {
    let senses = dictionary.senses(word);
    let all: f64 = senses.iter().map(|(_, n)| n).sum();
    senses.iter().filter(|(at, _)| *at == id).map(|(_, n)| n).sum::<f64>() / all.max(1.0)
}
