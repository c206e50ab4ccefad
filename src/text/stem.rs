//! Stems: one form for the inflections of an English word, for comparing only.
//!
//! Light by design: plurals, verb endings and -ly go, derivations stay ("operate", "operation" differ), since a stem that
//! merges too much links sentences that say different things. After Harman's S-stemmer (1991) and the first steps of
//! Porter (1980).

use std::borrow::Cow;

use crate::lexicon::{Lexicon, TableId};

/// Words that the rules would take for inflections of others ("family" is no adverb), and short verbs that they would miss.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("anomaly", "anomali"),
    ("anything", "anything"),
    ("assembly", "assembli"),
    ("during", "during"),
    ("dying", "die"),
    ("evening", "evening"),
    ("everything", "everything"),
    ("family", "famili"),
    ("goes", "go"),
    ("hundred", "hundred"),
    ("lying", "lie"),
    ("monopoly", "monopoli"),
    ("morning", "morning"),
    ("news", "news"),
    ("nothing", "nothing"),
    ("something", "something"),
    ("tying", "tie"),
    ("united", "united"),
    ("used", "use"),
    ("uses", "use"),
    ("using", "use"),
];

/// The stem of a folded word. Words of three letters or fewer, and words with other characters than a to z, stay.
///
/// Cost: no allocation but for words in -y.
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
    // Few words end like one of them, and the search costs more than all the rest.
    if matches!(word.as_bytes().last(), Some(b'd' | b'g' | b's' | b'y')) {
        if let Ok(at) = EXCEPTIONS.binary_search_by_key(&word, |(exception, _)| exception) {
            return Cow::Borrowed(EXCEPTIONS[at].1);
        }
    }
    let base = plural(word);
    let (base, cut) = verb(base);
    let base = if cut { base } else { adverb(base) };
    // "troubled" and "trouble", "carried" and "carry": one ending for all.
    let base = base.strip_suffix('e').filter(|b| b.len() > 2).unwrap_or(base);
    let base = if base.len() > 6 {
        base.strip_suffix('l').filter(|b| b.ends_with('l')).unwrap_or(base)
    } else {
        base
    };
    match base.strip_suffix('y').filter(|b| b.len() > 2) {
        Some(bare) => Cow::Owned(format!("{bare}i")),
        None => Cow::Borrowed(base),
    }
}

/// The word as it is compared: a folded word in American spelling, stemmed, so that "colours" and "color", "realised" and
/// "realize" are one.
///
/// Cost: four look-ups at most; no allocation but for words in -y.
///
/// ```
/// use testimonia::{Lexicon, text};
///
/// let lexicon = Lexicon::english();
/// assert_eq!(text::normal("realised", &lexicon), text::normal("realizes", &lexicon));
/// assert_ne!(text::normal("advise", &lexicon), text::normal("advize", &lexicon));
/// ```
pub fn normal<'w>(word: &'w str, lexicon: &'w Lexicon) -> Cow<'w, str> {
    if word.len() <= 3 || !word.is_ascii() {
        return stem(american(word, lexicon).unwrap_or(word));
    }
    let base = american(word, lexicon).or_else(|| {
        // The forms in which a British spelling hides: "colour-s", "realise-d", "colour-ed", "colour-ing"; "realis-ing" is
        // looked up by what it ends in without its e, see below.
        if let Some(base) = word.strip_suffix('s') {
            return american(base, lexicon).or_else(|| american(base.strip_suffix('e')?, lexicon));
        }
        if let Some(base) = word.strip_suffix('d') {
            return american(base, lexicon).or_else(|| american(base.strip_suffix('e')?, lexicon));
        }
        let base = word.strip_suffix("ing")?;
        american(base, lexicon).or_else(|| with_e(base, lexicon))
    });
    stem(base.unwrap_or(word))
}

/// The American spelling of a British one.
fn american<'l>(word: &str, lexicon: &'l Lexicon) -> Option<&'l str> {
    let entry = lexicon.table(TableId::Spelling).get_folded(word)?;
    (entry.canonical != word).then_some(entry.canonical.as_str())
}

/// The American spelling of a British word that lost its last e: "realis(ing)".
fn with_e<'l>(base: &str, lexicon: &'l Lexicon) -> Option<&'l str> {
    let mut word = [0_u8; 24];
    let length = base.len();
    word.get_mut(..length)?.copy_from_slice(base.as_bytes());
    *word.get_mut(length)? = b'e';
    american(std::str::from_utf8(word.get(..=length)?).ok()?, lexicon)
}

/// The word without the ending of a plural or of the third person; "parties" keeps its i, as "party" gets one.
fn plural(word: &str) -> &str {
    let Some(base) = word.strip_suffix('s') else { return word };
    if base.ends_with(['s', 'u', 'i']) {
        return word;
    }
    let Some(bare) = base.strip_suffix('e') else { return base };
    let hisses = ["ss", "x", "ch", "sh", "zz"].iter().any(|ending| bare.ends_with(ending));
    // "dies" is of "die", "parties" of "party", "heroes" of "hero".
    let changed = (bare.ends_with('i') && bare.len() > 2) || (bare.ends_with('o') && bare.len() > 3);
    if hisses || changed { bare } else { base }
}

/// The verb without -ed or -ing, and whether one was cut; a doubled consonant before it becomes single.
fn verb(word: &str) -> (&str, bool) {
    if let Some(base) = word.strip_suffix("ied") {
        // "died" is of "die", "carried" of "carry".
        return (&word[..base.len() + if base.len() > 1 { 1 } else { 2 }], true);
    }
    if word.len() > 4 && word.ends_with("eed") {
        return (&word[..word.len() - 1], true);
    }
    for ending in ["ing", "ed"] {
        let Some(base) = word.strip_suffix(ending) else { continue };
        if base.len() < 3 || !base.bytes().any(|b| b"aeiouy".contains(&b)) {
            return (word, false);
        }
        let doubled = matches!(base.as_bytes(), [_, _, .., a, b] if a == b && !b"aeioulsz".contains(b));
        return (if doubled { &base[..base.len() - 1] } else { base }, true);
    }
    (word, false)
}

/// The word without -ly; "supply" and its like are no adverbs.
fn adverb(word: &str) -> &str {
    word.strip_suffix("ly").filter(|base| base.len() > 3 && !base.ends_with('p')).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exceptions_are_in_order() {
        assert!(EXCEPTIONS.is_sorted());
        assert!(EXCEPTIONS.iter().all(|(exception, stem_of_it)| stem(exception) == *stem_of_it));
    }
}
