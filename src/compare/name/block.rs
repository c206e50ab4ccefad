//! Blocking: names are worth comparing if they share a key made from their sound, their initials or the lexicon's name for
//! them.
//!
//! This is standard blocking with sorted neighbourhoods (Hernández and Stolfo 1995): a name is paired only with its
//! neighbours, ordered by letters, among the names that share a key. The work per name is therefore bounded, even for a key
//! that thousands share.

use crate::compare::name::distance::LONGEST;
use crate::compare::name::form::{Form, PartKind};
use crate::compare::name::sound::{sound_keys, sound_order};
use crate::lexicon::{Lexicon, TableId};
use crate::mention::NameKind;

/// How many names that share a key are all paired with each other; in a larger block, only this many neighbours are.
const MOST_IN_BLOCK: usize = 48;
/// The same if the key is only the sound of a word.
const MOST_OF_ONE_SOUND: usize = 32;
/// The same for names of one word, which are fewer.
const MOST_ALONE: usize = 160;
/// How many words of a name are combined into keys.
const MOST_WORDS: usize = 4;
/// The most letters in an acronym.
const MOST_INITIALS: usize = 7;
/// The least number of letters in words joined into a key.
const LEAST_JOINED: usize = 7;
/// An odd multiplier with an irregular bit pattern.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Pairs of names that may be forms of one name, as indices into `names`, the smaller one first, sorted and without
/// repetition. At most a few hundred per name, however many names there are, so the total is about linear.
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
        blocks.add(&Form::new(name, kind, lexicon), lexicon);
    }
    blocks.pairs()
}

/// The names by their keys.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    keyed: Vec<Keyed>,
    count: u32,
    keys: Vec<u64>,
}

/// Ordered by key, then by letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Keyed {
    key: u64,
    /// The word or words that made the key, as [`sound_order`].
    letters: u64,
    name: u32,
}

/// How many expansions an acronym is paired with.
const MOST_EXPANSIONS: usize = 256;

/// The highest bits of a key say what it is made from.
const ONE_SOUND: u64 = 0;
const JOINED: u64 = 1 << 60;
const INITIALS: u64 = 2 << 60;
const EXCHANGED: u64 = 3 << 60;
const KNOWN: u64 = 4 << 60;
const TEAM: u64 = 5 << 60;
const ONE_WORD: u64 = 6 << 60;
const TWO_WORDS: u64 = 8 << 60;

fn tagged(tag: u64, key: u64) -> u64 {
    tag | key & (JOINED - 1)
}

impl Blocks {
    /// Adds the next name.
    pub(crate) fn add(&mut self, form: &Form<'_>, lexicon: &Lexicon) {
        let name = self.count;
        self.count += 1;
        let mut add = |key: u64, letters: u64| self.keyed.push(Keyed { key, letters, name });
        // The initials of a name, and all its letters.
        let (mut initials, mut joined): ([u8; MOST_INITIALS], [u8; LONGEST]) = Default::default();
        let (mut count, mut begun, mut length) = (0, 0, 0);
        // The keys of the first words, and where those of each word end.
        let mut ends = [(0_usize, 0_u64); MOST_WORDS];
        self.keys.clear();
        for part in form.parts().iter().filter(|p| p.kind == PartKind::Word) {
            let word = &mut [0_u8; LONGEST];
            let letters = form.letters(part);
            let word = spelled(letters, word);
            let order = sound_order(word);
            let from = self.keys.len();
            sound_keys(word, &mut self.keys);
            self.keys.iter().skip(from).for_each(|&key| add(tagged(ONE_SOUND, key), order));
            if let Some(end) = ends.get_mut(count) {
                *end = (self.keys.len(), order);
            }
            let begins = if part.capitals && word.len() <= 3 { word } else { word.get(..1).unwrap_or(&[]) };
            for (to, &letter) in initials.iter_mut().skip(begun).zip(begins) {
                *to = letter;
            }
            begun += begins.len();
            for (to, &letter) in joined.iter_mut().skip(length).zip(word) {
                *to = letter;
            }
            length = (length + word.len()).min(LONGEST);
            count += 1;
            if part.capitals && letters.len() <= MOST_INITIALS && form.parts().len() == 1 {
                // An acronym by its letters, paired with what it may stand for, and as a multiset for transposed ones.
                add(tagged(INITIALS, hash(word)), 0);
                let mut sorted = letters.to_vec();
                sorted.sort_unstable();
                add(tagged(EXCHANGED, hash(&sorted)), order);
            }
            if part.begins.contains(TableId::Team) {
                let rows = lexicon.table(TableId::Team).rows(form.word(part));
                rows.for_each(|row| add(tagged(TEAM, row.into()), 0));
            }
        }
        if count == 1 {
            // Next to other names of one word, however many longer ones share the sound.
            let (to, order) = ends.first().copied().unwrap_or_default();
            let of_word = self.keys.get(..to).unwrap_or(&[]);
            of_word.iter().for_each(|&key| add(tagged(ONE_WORD, key), order));
        }
        if count >= 2 && begun <= MOST_INITIALS {
            add(tagged(INITIALS, hash(initials.get(..begun).unwrap_or(&[]))), u64::from(name) + 1);
        }
        if (1..=3).contains(&count) {
            // Words that another name writes as one.
            let joined = joined.get(..length).unwrap_or(&[]);
            if let Some(key) = joined_key(joined, &mut self.keys) {
                add(key, sound_order(joined));
            }
        }
        // "van den Berg": a last word with particles before it, which another name writes as one.
        let particles =
            form.parts().iter().rev().skip(1).take_while(|p| p.kind == PartKind::Particle).count();
        if particles > 0 && count <= 3 {
            let (from, to) = (form.parts().len() - 1 - particles, form.parts().len());
            let word = &mut [0_u8; LONGEST];
            let word = spelled(form.joined(from, to), word);
            if let Some(key) = joined_key(word, &mut self.keys) {
                add(key, sound_order(word));
            }
        }
        if let Some((_, canonical)) = &form.known {
            add(tagged(KNOWN, hash(canonical.as_bytes())), 0);
        }
        if count >= 2 && form.begins.contains(TableId::Team) {
            let rows = lexicon.table(TableId::Team).rows(form.whole());
            rows.for_each(|row| add(tagged(TEAM, row.into()), 0));
        }
        // The sounds of two words, in either order: they distinguish full names that share one of their words with thousands.
        let words = count.min(MOST_WORDS);
        let keys_of = |n: usize| {
            let from = n.checked_sub(1).and_then(|n| ends.get(n)).map_or(0, |e| e.0);
            let (to, order) = ends.get(n).copied().unwrap_or_default();
            (self.keys.get(from..to).unwrap_or(&[]), order)
        };
        for i in 0..words {
            for j in i + 1..words {
                let ((of_one, one), (of_other, other)) = (keys_of(i), keys_of(j));
                for &x in of_one {
                    for &y in of_other {
                        let both = x.min(y).rotate_left(21).wrapping_mul(SPREAD) ^ x.max(y);
                        let letters = one.max(other) & !0 << 32 | one.min(other) >> 32;
                        self.keyed.push(Keyed { key: TWO_WORDS | both, letters, name });
                    }
                }
            }
        }
    }

    /// The pairs, the smaller index first, sorted and without repetition.
    pub(crate) fn pairs(mut self) -> Vec<(u32, u32)> {
        self.keyed.sort_unstable();
        self.keyed.dedup();
        let mut pairs = Vec::new();
        for block in self.keyed.chunk_by(|x, y| x.key == y.key) {
            let tag = block.first().map_or(0, |x| x.key >> 60 << 60);
            if tag == INITIALS {
                let acronyms = block.partition_point(|x| x.letters == 0);
                for (n, x) in block.iter().enumerate().take(acronyms) {
                    let next = block.iter().skip(n + 1).take(MOST_EXPANSIONS);
                    pairs.extend(next.map(|y| order(x.name, y.name)));
                }
                continue;
            }
            let most = match tag {
                ONE_WORD => MOST_ALONE,
                ONE_SOUND => MOST_OF_ONE_SOUND,
                _ => MOST_IN_BLOCK,
            };
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

/// The letters of a word, from their codes.
fn spelled<'w>(codes: &[u8], word: &'w mut [u8; LONGEST]) -> &'w [u8] {
    for (to, &code) in word.iter_mut().zip(codes) {
        *to = if (1..=26).contains(&code) { b'a' + code - 1 } else { code };
    }
    word.get(..codes.len().min(LONGEST)).unwrap_or(&[])
}

/// The key of several words written as one, if they are long enough. `keys` is used as scratch space.
fn joined_key(word: &[u8], keys: &mut Vec<u64>) -> Option<u64> {
    if word.len() < LEAST_JOINED {
        return None;
    }
    let from = keys.len();
    sound_keys(word, keys);
    let key = keys.get(from).map(|key| tagged(JOINED, key.rotate_left(21).wrapping_mul(SPREAD)));
    keys.truncate(from);
    key
}

fn order(a: u32, b: u32) -> (u32, u32) {
    (a.min(b), a.max(b))
}

fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, &b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3))
        >> 12
}
