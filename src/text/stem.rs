//! Stems: one form for the inflections of an English word, for comparing only.
//!
//! Light by design: plurals, verb endings and -ly go, derivations stay ("operate", "operation" differ), since a stem that
//! merges too much links sentences that say different things. After Harman's S-stemmer (1991) and the first steps of
//! Porter (1980).

use std::borrow::Cow;

/// The stem of a folded word. Words of three letters or fewer, and words with other characters than a to z, stay.
///
/// ```
/// use testimonia::text::stem;
///
/// assert_eq!(stem("ambassadors"), stem("ambassador"));
/// assert_eq!(stem("supporting"), stem("supported"));
/// assert_ne!(stem("operate"), stem("operation"));
/// ```
pub fn stem(word: &str) -> Cow<'_, str> {
    if word.len() <= 3 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    let base = plural(word);
    let (base, cut) = verb(&base);
    let base = if cut { base } else { adverb(base) };
    // "troubled" and "trouble", "carried" and "carry": one ending for all.
    let base = base.strip_suffix('e').filter(|b| b.len() > 2).unwrap_or(base);
    match base.strip_suffix('y').filter(|b| b.len() > 2) {
        Some(bare) => Cow::Owned(format!("{bare}i")),
        None if base.len() == word.len() => Cow::Borrowed(word),
        None => Cow::Owned(base.to_owned()),
    }
}

fn plural(word: &str) -> Cow<'_, str> {
    if let Some(base) = word.strip_suffix("ies") {
        return Cow::Owned(format!("{base}y"));
    }
    if let Some(base) = word.strip_suffix("es") {
        if base.ends_with("ss") || base.ends_with('x') || base.ends_with("ch") || base.ends_with("sh") {
            return Cow::Owned(base.to_owned());
        }
    }
    match word.strip_suffix('s') {
        Some(base) if !base.ends_with('s') && !base.ends_with('u') && !base.ends_with('i') => {
            Cow::Owned(base.to_owned())
        }
        _ => Cow::Borrowed(word),
    }
}

/// The verb without -ed or -ing, and whether one was cut; a doubled consonant before it becomes single.
fn verb(word: &str) -> (&str, bool) {
    for ending in ["ing", "ied", "ed"] {
        let Some(base) = word.strip_suffix(ending) else { continue };
        if ending == "ied" {
            return (&word[..word.len() - 2], true);
        }
        if base.len() < 3 || !base.bytes().any(|b| b"aeiouy".contains(&b)) {
            return (word, false);
        }
        let bytes = base.as_bytes();
        let doubled = matches!(bytes, [.., a, b] if a == b && !b"lsz".contains(b));
        return (if doubled { &base[..base.len() - 1] } else { base }, true);
    }
    (word, false)
}

fn adverb(word: &str) -> &str {
    word.strip_suffix("ly").filter(|base| base.len() > 3).unwrap_or(word)
}
