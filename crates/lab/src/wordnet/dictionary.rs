//! A WordNet 3.0 folder in memory: synsets, the number of tagged occurrences of each word sense, irregular inflections.
//!
//! The formats are those of its manual pages wndb(5), cntlist(5) and morphy(7).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::Outcome;

/// A part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Part {
    Verb,
    Noun,
    Adjective,
}

impl Part {
    pub(super) const ALL: [Part; 3] = [Part::Verb, Part::Noun, Part::Adjective];

    fn file(self) -> &'static str {
        ["verb", "noun", "adj"][self as usize]
    }

    fn of_letter(letter: &str) -> Option<Self> {
        match letter {
            "v" => Some(Part::Verb),
            "n" => Some(Part::Noun),
            "a" | "s" => Some(Part::Adjective),
            _ => None,
        }
    }

    /// The part of speech for the number in a sense key.
    fn of_digit(digit: &str) -> Option<Self> {
        match digit {
            "1" => Some(Part::Noun),
            "2" => Some(Part::Verb),
            "3" | "5" => Some(Part::Adjective),
            _ => None,
        }
    }
}

/// A synset: its part of speech, and its position in the file.
pub(super) type SynsetId = (Part, u32);

/// The relation that a pointer expresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// One is derived from the other: `+`.
    Derived,
    /// `!`.
    Opposite,
    /// What it is a kind of: `@`.
    KindOf,
}

/// A pointer from a word in one synset to a word in another.
#[derive(Clone, Debug)]
pub(super) struct Pointer {
    pub(super) relation: Relation,
    pub(super) from: String,
    pub(super) synset: SynsetId,
    /// The index of the word there.
    to: usize,
}

#[derive(Clone, Debug)]
pub(super) struct Synset {
    /// The lexicographer file: 4 for acts, 30 for verbs of change, ..
    pub(super) file: u8,
    pub(super) words: Vec<String>,
    pub(super) pointers: Vec<Pointer>,
}

/// The parts of WordNet from which tables are made.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    pub(super) synsets: BTreeMap<SynsetId, Synset>,
    /// The senses of each word, most frequent first.
    senses: BTreeMap<(Part, String), Vec<u32>>,
    /// How often a sense was tagged, by its index among the word's senses.
    tagged: BTreeMap<(Part, String, usize), u32>,
    /// The lemmas of irregular forms.
    lemmas: BTreeMap<(Part, String), Vec<String>>,
    /// The irregular forms of lemmas.
    irregular: BTreeMap<(Part, String), Vec<String>>,
}

impl Dictionary {
    pub(super) fn read(folder: &Path) -> Result<Self, Box<dyn std::error::Error>> {
        let mut dictionary = Self::default();
        for part in Part::ALL {
            let read =
                |name: String| fs::read_to_string(folder.join(&name)).map_err(|e| format!("{name}: {e}"));
            let rows = |text: &str| -> Vec<String> {
                text.lines().filter(|l| !l.starts_with(' ')).map(str::to_owned).collect()
            };
            for row in rows(&read(format!("index.{}", part.file()))?) {
                let columns: Vec<&str> = row.split_whitespace().collect();
                let count: usize = columns.get(2).ok_or("no count of synsets")?.parse()?;
                let first = columns.len().checked_sub(count).ok_or("too few synsets")?;
                let senses = columns[first..].iter().map(|at| at.parse()).collect::<Result<_, _>>()?;
                dictionary.senses.insert((part, columns[0].to_owned()), senses);
            }
            for row in rows(&read(format!("data.{}", part.file()))?) {
                dictionary.add(part, &row)?;
            }
            for row in read(format!("{}.exc", part.file()))?.lines() {
                let mut words = row.split_whitespace().map(str::to_owned);
                let Some(form) = words.next() else { continue };
                for lemma in words {
                    dictionary.irregular.entry((part, lemma.clone())).or_default().push(form.clone());
                    dictionary.lemmas.entry((part, form.clone())).or_default().push(lemma);
                }
            }
        }
        dictionary.count(&fs::read_to_string(folder.join("cntlist.rev"))?)?;
        Ok(dictionary)
    }

    /// Adds a row of a data file.
    fn add(&mut self, part: Part, row: &str) -> Outcome {
        let (row, _gloss) = row.split_once(" | ").unwrap_or((row, ""));
        let columns: Vec<&str> = row.split_whitespace().collect();
        let column = |at: usize| columns.get(at).copied().ok_or_else(|| format!("short row {row:?}"));
        let count = usize::from_str_radix(column(3)?, 16)?;
        // "able(p)": the possible position of an adjective.
        let bare = |word: &str| word.split('(').next().unwrap_or(word).to_lowercase();
        let words: Vec<String> = (0..count).map(|n| column(4 + 2 * n).map(bare)).collect::<Result<_, _>>()?;
        let first = 4 + 2 * count;
        let mut pointers = Vec::new();
        for n in 0..column(first)?.parse()? {
            let at = first + 1 + 4 * n;
            let relation = match column(at)? {
                "+" => Relation::Derived,
                "!" => Relation::Opposite,
                "@" => Relation::KindOf,
                _ => continue,
            };
            let Some(other) = Part::of_letter(column(at + 2)?) else { continue };
            let (from, to) = column(at + 3)?.split_at(2);
            let place = |digits: &str| usize::from_str_radix(digits, 16).map(|n| n.saturating_sub(1));
            let from = words.get(place(from)?).cloned().unwrap_or_default();
            pointers.push(Pointer {
                relation,
                from,
                synset: (other, column(at + 1)?.parse()?),
                to: place(to)?,
            });
        }
        let synset = Synset { file: column(1)?.parse()?, words, pointers };
        self.synsets.insert((part, column(0)?.parse()?), synset);
        Ok(())
    }

    fn count(&mut self, text: &str) -> Outcome {
        for row in text.lines() {
            let mut columns = row.split_whitespace();
            let (Some(key), Some(number), Some(count)) = (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            let Some((word, rest)) = key.split_once('%') else { continue };
            let Some(part) = rest.split(':').next().and_then(Part::of_digit) else { continue };
            self.tagged.insert((part, word.to_owned(), number.parse()?), count.parse()?);
        }
        Ok(())
    }

    /// All words of a part of speech, in order.
    pub(super) fn words(&self, part: Part) -> impl Iterator<Item = &str> {
        self.senses.keys().filter(move |(of, _)| *of == part).map(|(_, word)| word.as_str())
    }

    pub(super) fn knows(&self, part: Part, word: &str) -> bool {
        self.senses.contains_key(&(part, word.to_owned()))
    }

    /// The senses of a word in any part of speech, with the number of tags; the first of each part of speech gets one more,
    /// since it is the usual one if none was tagged.
    pub(super) fn senses(&self, word: &str) -> Vec<(SynsetId, f64)> {
        let mut senses = Vec::new();
        for part in Part::ALL {
            let of_part = self.senses.get(&(part, word.to_owned())).map_or(&[][..], Vec::as_slice);
            for (n, &at) in (1..).zip(of_part) {
                let tagged = self.tagged.get(&(part, word.to_owned(), n)).copied().unwrap_or(0);
                senses.push(((part, at), f64::from(tagged + u32::from(n == 1))));
            }
        }
        senses
    }

    /// A noun's sense by its number, counted from 1.
    pub(super) fn sense(&self, word: &str, number: usize) -> Option<SynsetId> {
        let senses = self.senses.get(&(Part::Noun, word.to_owned()))?;
        Some((Part::Noun, *senses.get(number.checked_sub(1)?)?))
    }

    /// The word to which a pointer leads.
    pub(super) fn target(&self, pointer: &Pointer) -> Option<&str> {
        self.synsets.get(&pointer.synset)?.words.get(pointer.to).map(String::as_str)
    }

    /// The lemmas of an irregular form.
    pub(super) fn lemmas(&self, part: Part, form: &str) -> &[String] {
        self.lemmas.get(&(part, form.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// The inflections of a word, including itself first.
    pub(super) fn inflections(&self, part: Part, word: &str) -> Vec<String> {
        let mut forms = vec![word.to_owned()];
        let irregular = self.irregular.get(&(part, word.to_owned())).map_or(&[][..], Vec::as_slice);
        match part {
            Part::Verb => {
                forms.push(with_s(word));
                let (continuous, past): (Vec<_>, Vec<_>) = irregular.iter().partition(|f| f.ends_with("ing"));
                // Forms that double the last letter are among the irregular ones.
                match past.is_empty() {
                    true => forms.push(with_ending(word, "ed")),
                    false => forms.extend(past.into_iter().filter(|f| !f.ends_with('s')).cloned()),
                }
                match continuous.is_empty() {
                    true => forms.push(with_ending(word, "ing")),
                    false => forms.extend(continuous.into_iter().cloned()),
                }
            }
            Part::Noun if irregular.is_empty() => forms.push(with_s(word)),
            Part::Noun => forms.extend(irregular.iter().cloned()),
            Part::Adjective => {}
        }
        forms
    }
}

fn with_s(word: &str) -> String {
    match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if ["s", "x", "z", "ch", "sh"].iter().any(|e| word.ends_with(e)) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

fn with_ending(word: &str, ending: &str) -> String {
    if let Some(stem) = word.strip_suffix("ie").filter(|_| ending == "ing") {
        return format!("{stem}ying");
    }
    if let Some(stem) = word.strip_suffix('e').filter(|s| ending == "ed" || !s.ends_with(['e', 'o', 'y'])) {
        return format!("{stem}{ending}");
    }
    match word.strip_suffix('y') {
        Some(stem) if ending == "ed" && !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ied"),
        _ => format!("{word}{ending}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_verbs_and_nouns_inflect() {
        let dictionary = Dictionary::default();
        let forms = |part, word| dictionary.inflections(part, word).join(" ");
        assert_eq!(forms(Part::Verb, "ratify"), "ratify ratifies ratified ratifying");
        assert_eq!(forms(Part::Verb, "destroy"), "destroy destroys destroyed destroying");
        assert_eq!(forms(Part::Verb, "seize"), "seize seizes seized seizing");
        assert_eq!(forms(Part::Verb, "agree"), "agree agrees agreed agreeing");
        assert_eq!(forms(Part::Noun, "clash"), "clash clashes");
    }
}
