//! Which names are worth comparing: those that share a key by sound, by initials, or by what the lexicon calls them.
//!
//! Standard blocking with sorted neighbourhoods (Hernández and Stolfo 1995): of the names that share a key, each is paired
//! with those that stand next to it by their letters, so that a key that thousands share costs no more than one that few do.

use crate::compare::name::form::{Form, PartKind};
use crate::compare::name::sound::sound_keys;
use crate::lexicon::Lexicon;
use crate::mention::NameKind;

/// Names that share a key and are paired with each other; beyond it, only with this many next to them.
const MOST_IN_BLOCK: usize = 48;
/// The same for names of one word, of which there are fewer.
const MOST_ALONE: usize = 160;
/// Words of a name that are paired into keys.
const MOST_WORDS: usize = 4;

/// Pairs of names that may be forms of one name, as positions in `names`, the lesser one first, in order, each once. At most a
/// few hundred for a name, however many there are: about linear.
///
/// ```
/// use testimonia::compare::name::candidates;
/// use testimonia::{Lexicon, mention::NameKind};
///
/// let names = ["Abdourahamane Tiani", "Barmou", "Abdourahmane Tchiani", "Bazoum"];
/// assert_eq!(candidates(&names, NameKind::Person, &Lexicon::english()), [(0, 2)]);
/// ```
pub fn candidates(names: &[&str], kind: NameKind, lexicon: &Lexicon) -> Vec<(u32, u32)> {
    let mut blocks = Blocks::default();
    for name in names {
        blocks.add(&Form::new(name, kind, lexicon));
    }
    blocks.pairs()
}

/// Names by their keys.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    keyed: Vec<Keyed>,
    count: u32,
    keys: Vec<u64>,
}

/// Ordered by key, and then by letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Keyed {
    key: u64,
    /// The first letters of the word, or of both words, that made the key.
    letters: u64,
    name: u32,
}

const KNOWN: u64 = 1 << 62;
const INITIALS: u64 = 1 << 61;
const TWO_WORDS: u64 = 1 << 63;
const ONE_WORD: u64 = 3 << 61;

impl Blocks {
    /// Adds the next name.
    pub(crate) fn add(&mut self, form: &Form<'_>) {
        let name = self.count;
        self.count += 1;
        let mut add = |key: u64, letters: u64| self.keyed.push(Keyed { key, letters, name });
        let mut initials: [u8; 2] = [0; 2];
        let mut count = 0;
        // The keys of the first words, and where each word's end.
        let mut ends = [(0_usize, 0_u64); MOST_WORDS];
        self.keys.clear();
        for part in form.parts().iter().filter(|p| p.kind == PartKind::Word) {
            let letters = form.letters(part);
            let packed = pack(letters);
            let from = self.keys.len();
            sound_keys(form.word(part), &mut self.keys);
            self.keys.iter().skip(from).for_each(|&key| add(key & !(KNOWN | INITIALS | TWO_WORDS), packed));
            if let Some(end) = ends.get_mut(count) {
                *end = (self.keys.len(), packed);
            }
            count += 1;
            let begins =
                if part.capitals && letters.len() <= 3 { letters } else { letters.get(..1).unwrap_or(&[]) };
            for &letter in begins {
                if let Some(slot) = initials.iter_mut().find(|slot| **slot == 0) {
                    *slot = letter;
                }
            }
            if part.capitals && letters.len() <= 7 && form.parts().len() == 1 {
                // An acronym by its first letters (of a long one the rest is uncertain), and as a bag for exchanged ones.
                add(INITIALS | hash(letters.get(..2).unwrap_or(letters)), packed);
                let mut sorted = letters.to_vec();
                sorted.sort_unstable();
                add(INITIALS | hash(&sorted) << 8, packed);
            }
        }
        if count == 1 {
            // Beside other names of one word, however many longer ones share the sound.
            let (to, packed) = ends.first().copied().unwrap_or_default();
            let of_word = self.keys.get(..to).unwrap_or(&[]);
            of_word.iter().for_each(|&key| add(ONE_WORD | key & !TWO_WORDS, packed));
        }
        if count >= 2 {
            add(INITIALS | hash(&initials), pack(&initials));
        }
        if let Some((_, canonical)) = &form.known {
            add(KNOWN | hash(canonical.as_bytes()), 0);
        }
        // Two words by sound, in either order: what tells full names apart where thousands bear one of them.
        let words = count.min(MOST_WORDS);
        let keys_of = |n: usize| {
            let from = n.checked_sub(1).and_then(|n| ends.get(n)).map_or(0, |e| e.0);
            let (to, letters) = ends.get(n).copied().unwrap_or_default();
            (self.keys.get(from..to).unwrap_or(&[]), letters)
        };
        for i in 0..words {
            for j in i + 1..words {
                let ((of_one, one), (of_other, other)) = (keys_of(i), keys_of(j));
                for &x in of_one {
                    for &y in of_other {
                        let both = x.min(y).rotate_left(21).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ x.max(y);
                        let letters = one.max(other) << 32 | one.min(other) >> 32;
                        self.keyed.push(Keyed { key: TWO_WORDS | both, letters, name });
                    }
                }
            }
        }
    }

    /// The pairs, the lesser first, in order, each once.
    pub(crate) fn pairs(mut self) -> Vec<(u32, u32)> {
        self.keyed.sort_unstable();
        self.keyed.dedup();
        let mut pairs = Vec::new();
        for block in self.keyed.chunk_by(|x, y| x.key == y.key) {
            let alone = block.first().is_some_and(|x| x.key >> 61 == ONE_WORD >> 61);
            let most = if alone { MOST_ALONE } else { MOST_IN_BLOCK };
            for (n, x) in block.iter().enumerate() {
                let next = block.iter().skip(n + 1).take(most);
                pairs.extend(next.filter(|y| y.name != x.name).map(|y| order(x.name, y.name)));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}

fn order(a: u32, b: u32) -> (u32, u32) {
    (a.min(b), a.max(b))
}

/// The first eight letters, the first one highest.
fn pack(letters: &[u8]) -> u64 {
    letters.iter().chain(&[0; 8]).take(8).fold(0, |packed, &letter| packed << 8 | u64::from(letter))
}

fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, &b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3))
        >> 12
}
