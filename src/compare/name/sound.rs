//! Sound keys: what names that may be one have in common, so that not every two need to be compared.

/// Consonants by class; vowels, `h` and `y` leave no trace.
const B: u64 = 1;
const F: u64 = 2;
const T: u64 = 3;
const K: u64 = 4;
const S: u64 = 5;
const N: u64 = 6;
const R: u64 = 7;
const L: u64 = 8;
const NONE: u64 = 0;

/// Most keys of one word.
const MOST: usize = 6;

/// The consonant classes of a folded word, packed in four bits each; several keys where letters have several sounds ("ch").
/// Words that the rules hold for one share a key, but for about one in thirty. Linear.
pub(crate) fn sound_keys(word: &str, keys: &mut Vec<u64>) {
    let first = keys.len();
    keys.push(0);
    let letters = word.as_bytes();
    let mut at = 0;
    while at < letters.len() {
        let rest = letters.get(at..).unwrap_or(&[]);
        let (length, (one, other)) = sound(rest, at == 0);
        at += length;
        // Two sounds in a letter.
        if rest.first() == Some(&b'x') && at > 1 {
            keys.iter_mut().skip(first).for_each(|key| *key = append(append(*key, K), S));
            continue;
        }
        let made = keys.len();
        if one != other && (made - first) * 2 <= MOST {
            for n in first..made {
                if let Some(&key) = keys.get(n) {
                    keys.push(append(key, other));
                }
            }
        }
        for key in keys.iter_mut().skip(first).take(made - first) {
            *key = append(*key, one);
        }
    }
    // A last consonant that some tongues write and do not say.
    if letters.len() > 3 && matches!(letters.last(), Some(b's' | b't' | b'x' | b'd' | b'z')) {
        for n in first..keys.len().min(first + MOST / 2) {
            if let Some(&key) = keys.get(n).filter(|&&key| key > 15) {
                keys.push(key >> 4);
            }
        }
    }
    // Vowels only: the first letter has to do.
    if let Some(key) = keys.get_mut(first) {
        if *key == 0 {
            *key = word.chars().next().map_or(0, |c| u64::from(u32::from(c)) << 32);
        }
    }
    keys.truncate(first + MOST);
}

fn append(key: u64, class: u64) -> u64 {
    if class == NONE || key & 15 == class || key >> 60 != 0 { key } else { key << 4 | class }
}

/// How many letters the next sound takes, and its class, twice where there is only one.
fn sound(rest: &[u8], start: bool) -> (usize, (u64, u64)) {
    for (group, class) in [
        ("schtsch", S),
        ("shch", S),
        ("tsch", S),
        ("sch", S),
        ("tch", S),
        ("tsh", S),
        ("dzh", S),
        ("dj", S),
        ("zh", S),
        ("sh", S),
        ("ts", S),
        ("tz", S),
        ("ph", F),
        ("th", T),
        ("dh", T),
        ("ck", K),
    ] {
        if rest.starts_with(group.as_bytes()) {
            return (group.len(), (class, class));
        }
    }
    let next = rest.get(1).copied().unwrap_or(b' ');
    let front = matches!(next, b'e' | b'i' | b'y');
    let vowel = |n: usize| rest.get(n).is_some_and(|c| matches!(c, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
    let one = |class: u64| (1, (class, class));
    match rest.first().copied().unwrap_or(b' ') {
        b'c' if next == b'h' => (2, (S, K)),
        b'g' if next == b'h' => (2, (K, NONE)),
        b'c' if next == b'z' => (2, (S, S)),
        b'k' if start && next == b'n' => (2, (N, N)),
        b'k' if next == b'h' => (2, (K, NONE)),
        b't' | b'd' if next == b'i' && vowel(2) => (1, (T, S)),
        b'k' if front => (1, (K, S)),
        b'g' if front || (start && next == b'o') => (1, (K, S)),
        b'g' if start && next == b'b' => (1, (K, NONE)),
        b'c' if front => one(S),
        b'j' => (1, (S, NONE)),
        b'w' => (1, (NONE, F)),
        b'x' => one(S),
        b'b' | b'p' => one(B),
        b'f' | b'v' => one(F),
        b't' | b'd' => one(T),
        b'k' | b'q' | b'g' | b'c' => one(K),
        b's' | b'z' => one(S),
        b'n' | b'm' => one(N),
        b'r' => one(R),
        b'l' => one(L),
        // A letter of another alphabet is its own class, as far as four bits go.
        other if other >= 0x80 => one(u64::from(other % 6) + 9),
        _ => one(NONE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_sound_share_a_key() {
        for (a, b) in [
            ("tiani", "tchiani"),
            ("kiari", "chiari"),
            ("gaddafi", "qadhafi"),
            ("sinagpore", "singapore"),
            ("ouattara", "wattara"),
            ("dehqan", "dehghan"),
            ("khamenei", "hamenei"),
            ("jolani", "golani"),
        ] {
            let (mut x, mut y) = (Vec::new(), Vec::new());
            sound_keys(a, &mut x);
            sound_keys(b, &mut y);
            assert!(x.iter().any(|k| y.contains(k)), "{a} {x:x?}, {b} {y:x?}");
        }
    }
}
