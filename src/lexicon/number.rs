//! Number words and how they combine: "two hundred and fifty-four thousand". The words are a closed set, and a grammar
//! determines their sum (after the rules of quantulum3: a sequence ends at a unit after a unit, tens after tens, or a scale
//! not smaller than the one before).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A word of a spelled number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum NumberWord {
    /// "Zero" to "nineteen".
    Small(u32),
    /// "Twenty" to "ninety".
    Tens(u32),
    /// "Hundred".
    Hundred,
    /// "Thousand", "million", "lakh".
    Scale(f64),
    /// "Dozen", which multiplies, and shows that the number is rounded to dozens.
    Dozen,
    /// "Dozens", "several": the least and the most it can mean. The plural of a unit means at least two, and less than the
    /// next named unit.
    Vague(f64, f64),
    /// "Half", "quarter": a fraction.
    Part(f64),
}

use NumberWord::{Dozen, Hundred, Part, Scale, Small, Tens, Vague};

/// Sorted for readability; a test checks it.
const WORDS: &[(&str, NumberWord)] = &[
    ("billion", Scale(1e9)),
    ("billions", Vague(2e9, 9.99e11)),
    ("bln", Scale(1e9)),
    ("bn", Scale(1e9)),
    ("couple", Vague(2.0, 3.0)),
    ("crore", Scale(1e7)),
    ("crores", Scale(1e7)),
    ("doz", Dozen),
    ("dozen", Dozen),
    ("dozens", Vague(24.0, 99.0)),
    ("dozs", Vague(24.0, 99.0)),
    ("eight", Small(8)),
    ("eighteen", Small(18)),
    ("eighty", Tens(80)),
    ("eleven", Small(11)),
    ("few", Vague(2.0, 5.0)),
    ("fifteen", Small(15)),
    ("fifty", Tens(50)),
    ("five", Small(5)),
    ("forty", Tens(40)),
    ("four", Small(4)),
    ("fourteen", Small(14)),
    ("half", Part(0.5)),
    ("handful", Vague(3.0, 6.0)),
    ("hundred", Hundred),
    ("hundreds", Vague(200.0, 999.0)),
    ("lakh", Scale(1e5)),
    ("lakhs", Scale(1e5)),
    ("million", Scale(1e6)),
    ("millions", Vague(2e6, 9.99e8)),
    ("mln", Scale(1e6)),
    ("naught", Small(0)),
    ("nine", Small(9)),
    ("nineteen", Small(19)),
    ("ninety", Tens(90)),
    ("nought", Small(0)),
    ("one", Small(1)),
    ("quarter", Part(0.25)),
    ("quarters", Part(0.25)),
    ("scores", Vague(40.0, 199.0)),
    ("seven", Small(7)),
    ("seventeen", Small(17)),
    ("seventy", Tens(70)),
    ("several", Vague(3.0, 9.0)),
    ("six", Small(6)),
    ("sixteen", Small(16)),
    ("sixty", Tens(60)),
    ("ten", Small(10)),
    ("tens", Vague(20.0, 99.0)),
    ("thirteen", Small(13)),
    ("thirty", Tens(30)),
    ("thousand", Scale(1e3)),
    ("thousands", Vague(2e3, 9999.0)),
    ("three", Small(3)),
    ("tln", Scale(1e12)),
    ("tn", Scale(1e12)),
    ("trillion", Scale(1e12)),
    ("trillions", Vague(2e12, 9.99e14)),
    ("twelve", Small(12)),
    ("twenty", Tens(20)),
    ("two", Small(2)),
    ("zero", Small(0)),
];

/// Ordinals, which are also the denominators of fractions. Sorted.
const ORDINALS: &[(&str, u32)] = &[
    ("billionth", 1_000_000_000),
    ("eighteenth", 18),
    ("eighth", 8),
    ("eightieth", 80),
    ("eleventh", 11),
    ("fifteenth", 15),
    ("fifth", 5),
    ("fiftieth", 50),
    ("first", 1),
    ("fortieth", 40),
    ("fourteenth", 14),
    ("fourth", 4),
    ("hundredth", 100),
    ("millionth", 1_000_000),
    ("nineteenth", 19),
    ("ninetieth", 90),
    ("ninth", 9),
    ("second", 2),
    ("seventeenth", 17),
    ("seventh", 7),
    ("seventieth", 70),
    ("sixteenth", 16),
    ("sixth", 6),
    ("sixtieth", 60),
    ("tenth", 10),
    ("third", 3),
    ("thirteenth", 13),
    ("thirtieth", 30),
    ("thousandth", 1000),
    ("twelfth", 12),
    ("twentieth", 20),
];

/// The number word of a folded word.
pub(crate) fn number_word(word: &str) -> Option<NumberWord> {
    static INDEX: LazyLock<FxHashMap<&'static str, NumberWord>> =
        LazyLock::new(|| WORDS.iter().copied().collect());
    INDEX.get(word).copied()
}

/// The value of an ordinal ("third"), or of its plural as a denominator ("thirds").
pub(crate) fn ordinal(word: &str) -> Option<u32> {
    static INDEX: LazyLock<FxHashMap<&'static str, u32>> =
        LazyLock::new(|| ORDINALS.iter().copied().collect());
    INDEX.get(word).or_else(|| INDEX.get(word.strip_suffix('s')?)).copied()
}

/// A scale abbreviated after digits: "2.6m", "40k". Case matters: "m" is also a metre.
pub(crate) fn short_scale(surface: &str) -> Option<f64> {
    Some(match surface {
        "k" | "K" => 1e3,
        "m" | "M" | "mn" | "Mn" | "mln" | "MM" | "mm" | "MN" => 1e6,
        "b" | "B" | "bn" | "Bn" | "BN" | "bln" => 1e9,
        "tn" | "trn" | "tln" | "T" => 1e12,
        _ => return None,
    })
}

/// All words that can begin or continue a number, for the index of first words.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(|&(w, _)| w).chain(ORDINALS.iter().map(|&(w, _)| w))
}

/// A cardinal number being read, word by word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cardinal {
    total: f64,
    group: Option<f64>,
    /// The current group without a scale takes only values below this.
    room: f64,
    /// The last scale, which the next must be smaller than.
    scale: f64,
}

impl Cardinal {
    /// Before anything is read.
    pub(crate) const EMPTY: Cardinal =
        Cardinal { total: 0.0, group: None, room: f64::INFINITY, scale: f64::INFINITY };

    /// Adds the word and returns true if the number continues with it.
    pub(crate) fn push(&mut self, word: NumberWord) -> bool {
        let mut add = |value: f64, room: f64| {
            let fits = value < self.room && (value != 0.0 || self.is_empty());
            if fits {
                self.group = Some(self.group.unwrap_or(0.0) + value);
                self.room = room;
            }
            fits
        };
        match word {
            Small(n) => add(n.into(), 0.0),
            Tens(n) => add(n.into(), 10.0),
            Hundred => match self.group {
                Some(group) if group > 0.0 && (group < 100.0 || self.room == 0.0 && group < 1000.0) => {
                    self.group = Some(group * 100.0);
                    self.room = 100.0;
                    true
                }
                _ => false,
            },
            Scale(scale) => match self.group {
                Some(group) if scale < self.scale => {
                    self.total += group * scale;
                    self.group = None;
                    self.scale = scale;
                    self.room = scale.min(1000.0);
                    true
                }
                None if self.total > 0.0 && scale > self.scale => {
                    // "Hundred thousand million": the scales multiply.
                    self.total *= scale;
                    self.scale = scale;
                    true
                }
                _ => false,
            },
            Dozen => match self.group {
                Some(group) if self.total == 0.0 && group > 0.0 && group < 100.0 => {
                    self.group = Some(group * 12.0);
                    self.room = 0.0;
                    true
                }
                _ => false,
            },
            Vague(..) | Part(_) => false,
        }
    }

    /// True before anything is read.
    pub(crate) fn is_empty(&self) -> bool {
        self.group.is_none() && self.total == 0.0
    }

    /// The value so far.
    pub(crate) fn value(&self) -> f64 {
        self.total + self.group.unwrap_or(0.0)
    }

    /// True if "and" can come before the next word: after a hundred or a scale.
    pub(crate) fn may_and(&self) -> bool {
        !self.is_empty() && self.room >= 100.0
    }

    /// The last scale read, or 1.
    pub(crate) fn last_scale(&self) -> f64 {
        if self.scale.is_finite() { self.scale } else { 1.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(WORDS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(ORDINALS.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn words_add_up_and_sequences_split() {
        let read = |text: &str| {
            let mut cardinal = Cardinal::EMPTY;
            let taken =
                text.split(' ').take_while(|w| number_word(w).is_some_and(|n| cardinal.push(n))).count();
            (cardinal.value(), taken)
        };
        assert_eq!(read("two hundred fifty four thousand three"), (254_003.0, 6));
        assert_eq!(read("twenty twenty"), (20.0, 1));
        assert_eq!(read("three two"), (3.0, 1));
        assert_eq!(read("twenty one million"), (21e6, 3));
        assert_eq!(read("two dozen"), (24.0, 2));
        assert_eq!(read("five million six million"), (5_000_006.0, 3));
    }
}
