//! Paraphrase: where two linked sentences say one thing in other words, or one of them says more of it.
//!
//! Paraphrase outside quotation marks is no discrepancy unless the facts differ (the gold guide, rule 6), so all that is told
//! here is agreement: a naive comparison would flag these words, and a reader is told that they are the same. The words of the
//! two sentences are aligned by their longest common subsequence; what stands unmatched beside a matched word is in its place.

use std::ops::Range;

use crate::compare::{Facet, Judgement, Level};
use crate::lexicon::{Lexicon, TableId};
use crate::mention::Clause;
use crate::mention::clause::{Certainty, verb};
use crate::text::{Document, TokenKind, normal};

/// Words compared of a sentence, at most.
const LONGEST: usize = 60;
/// Words before a noun that are taken for its modifiers, at most.
const MODIFIERS: usize = 3;
/// Words that two clauses of one verb must share beside it, and their share of the words of the shorter one.
const SHARED: usize = 2;
const CONTAINED: f64 = 0.6;

/// A stretch of a document, in tokens.
#[derive(Clone, Debug)]
pub struct Stretch<'a, 't> {
    /// The document.
    pub document: &'a Document<'t>,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// Two stretches, one in each sentence, that say one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// Tokens of the first sentence.
    pub here: Range<usize>,
    /// Tokens of the other.
    pub there: Range<usize>,
    /// What they are compared as: the role of somebody, or what was done.
    pub facet: Facet,
    /// What was found; always an agreement.
    pub judgement: Judgement,
}

/// Words of two linked sentences that stand in one place and say one thing: synonyms, words written as one or as two, persons
/// described more and less fully. Quadratic in the number of words, bounded.
pub fn compare(a: &Stretch<'_, '_>, b: &Stretch<'_, '_>, lexicon: &Lexicon) -> Vec<Meeting> {
    let (x, y) = (words(a, lexicon), words(b, lexicon));
    let partners = align(&x, &y);
    let mut met = Vec::new();
    for (i, here) in x.iter().enumerate() {
        if let Some(j) = partners[i] {
            met.extend(described(a, b, &x, &y, (i, j)));
            continue;
        }
        let free = y.iter().enumerate().filter(|(j, _)| !partners.contains(&Some(*j)));
        for (j, there) in free {
            if !in_one_place(&partners, x.len(), y.len(), i, j) {
                continue;
            }
            if let Some((here, there, judgement)) = one_thing(a, b, here.at, there.at, lexicon) {
                met.push(Meeting { here, there, facet: Facet::Action, judgement });
                break;
            }
        }
    }
    met
}

/// Two clauses of one verb, of which one says more, or both say more in other ways; `None` where they are of two acts, or where
/// what they say of its truth differs. Quadratic in the number of their words, bounded.
pub fn compare_clauses(
    a: &Document<'_>,
    x: &Clause,
    b: &Document<'_>,
    y: &Clause,
    lexicon: &Lexicon,
) -> Option<Judgement> {
    let (here, there) = (x.trigger?, y.trigger?);
    let sure = |c: &Clause| c.certainty >= Certainty::Probable;
    if x.negated != y.negated || sure(x) != sure(y) || x.denial != y.denial {
        return None;
    }
    let speech =
        |d: &Document<'_>, at: usize| d.tokens().get(at).is_some_and(|t| t.begins.contains(TableId::Speech));
    let (v, w) = (a.folded(here), b.folded(there));
    if verb::is_auxiliary(v) || verb::is_auxiliary(w) || speech(a, here) || speech(b, there) {
        return None;
    }
    if normal(v, lexicon) != normal(w, lexicon) && !lexicon.table(TableId::Synonym).share(v, w) {
        return None;
    }
    let of = |document, clause: &Clause, trigger: usize| {
        let mut words = words(&Stretch { document, tokens: clause.tokens.clone() }, lexicon);
        words.retain(|w| w.at != trigger);
        words
    };
    let (p, q) = (of(a, x, here), of(b, y, there));
    let shared = p.iter().filter(|w| q.iter().any(|o| o.key == w.key)).count();
    let (least, most) = (p.len().min(q.len()), p.len().max(q.len()));
    // Other numbers are other facts, and compared as such.
    let numbers = |words: &[Word], of: &[Word]| {
        words.iter().filter(|w| w.number).all(|w| of.iter().any(|o| o.key == w.key))
    };
    if p.iter().any(|w| w.number) && q.iter().any(|w| w.number) && !(numbers(&p, &q) && numbers(&q, &p)) {
        return None;
    }
    // One act of two doers is two acts, unless other stages say that the two are one.
    let named =
        |words: &[Word], of: &[Word]| words.iter().any(|w| w.name && !of.iter().any(|o| o.key == w.key));
    if named(&p, &q) && named(&q, &p) {
        return None;
    }
    if shared < SHARED || (shared as f64) < CONTAINED * least as f64 || shared == most {
        return None;
    }
    let (level, reason) = if shared == least {
        (Level::Specific, "one act, of which one tells more")
    } else {
        (Level::Compatible, "one act, of which each tells something else")
    };
    Some(Judgement::new(level, 0.5 + 0.4 * shared as f64 / least as f64, reason))
}

/// A word with content.
struct Word {
    at: usize,
    key: String,
    number: bool,
    /// Written with a capital.
    name: bool,
}

fn words(stretch: &Stretch<'_, '_>, lexicon: &Lexicon) -> Vec<Word> {
    let Stretch { document, tokens } = stretch;
    let content = tokens.clone().filter(|&at| {
        document.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Word || t.kind == TokenKind::Number)
            && !lexicon.table(TableId::Stopword).contains(document.folded(at))
    });
    content
        .take(LONGEST)
        .map(|at| {
            let token = document.tokens().get(at);
            let number = token.is_some_and(|t| t.kind == TokenKind::Number);
            let name = token.is_some_and(|t| t.is_capitalised());
            Word { at, key: normal(document.folded(at), lexicon).into_owned(), number, name }
        })
        .collect()
}

/// For each word of the first, its partner in the longest common subsequence.
fn align(x: &[Word], y: &[Word]) -> Vec<Option<usize>> {
    let width = y.len() + 1;
    let mut longest = vec![0_u8; (x.len() + 1) * width];
    for i in (0..x.len()).rev() {
        for j in (0..y.len()).rev() {
            longest[i * width + j] = if x[i].key == y[j].key {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let mut partners = vec![None; x.len()];
    let (mut i, mut j) = (0, 0);
    while i < x.len() && j < y.len() {
        if x[i].key == y[j].key {
            partners[i] = Some(j);
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    partners
}

/// True where the word before both is matched, or the word behind both; the ends of a sentence are no words.
fn in_one_place(partners: &[Option<usize>], n: usize, m: usize, i: usize, j: usize) -> bool {
    let before = i > 0 && j > 0 && partners[i - 1] == Some(j - 1);
    let behind = i + 1 < n && j + 1 < m && partners[i + 1] == Some(j + 1);
    before || behind
}

/// Two synonyms, or one word written as two.
fn one_thing(
    a: &Stretch<'_, '_>,
    b: &Stretch<'_, '_>,
    here: usize,
    there: usize,
    lexicon: &Lexicon,
) -> Option<(Range<usize>, Range<usize>, Judgement)> {
    let (x, y) = (a.document.folded(here), b.document.folded(there));
    let judged = |n: usize, m: usize, level, confidence, what: &str| {
        let words = |s: &Stretch<'_, '_>, at: usize, n: usize| {
            s.document.span(at..at + n).slice(s.document.text()).to_owned()
        };
        let reason = format!("\"{}\" and \"{}\" {what}", words(a, here, n), words(b, there, m));
        (here..here + n, there..there + m, Judgement::new(level, confidence, reason))
    };
    let name = |s: &Stretch<'_, '_>, at: usize| {
        at > s.tokens.start && s.document.tokens().get(at).is_some_and(|t| t.is_capitalised())
    };
    let token = |s: &Stretch<'_, '_>, at: usize, table: TableId| {
        s.document.tokens().get(at).is_some_and(|t| t.begins.contains(table))
    };
    let joined = |s: &Stretch<'_, '_>, at: usize, whole: &str| {
        let next = at + 1;
        s.tokens.contains(&next)
            && whole.strip_prefix(s.document.folded(at)).is_some_and(|rest| rest == s.document.folded(next))
    };
    if x.len() > 4 && joined(b, there, x) {
        return Some(judged(1, 2, Level::Convention, 0.95, "are one word, written as two in one"));
    }
    if y.len() > 4 && joined(a, here, y) {
        return Some(judged(2, 1, Level::Convention, 0.95, "are one word, written as two in one"));
    }
    let known = token(a, here, TableId::Synonym) && token(b, there, TableId::Synonym);
    let said = token(a, here, TableId::Speech) || token(b, there, TableId::Speech);
    (known && !said && !name(a, here) && !name(b, there) && lexicon.table(TableId::Synonym).share(x, y))
        .then(|| judged(1, 1, Level::Form, 0.85, "say one thing"))
}

/// A matched noun for a person, with the words that describe the person before it in one and not in the other.
fn described(
    a: &Stretch<'_, '_>,
    b: &Stretch<'_, '_>,
    x: &[Word],
    y: &[Word],
    (i, j): (usize, usize),
) -> Option<Meeting> {
    let (here, there) = (x.get(i)?.at, y.get(j)?.at);
    let is_person = a.document.tokens().get(here)?.begins.contains(TableId::Role);
    // Before a name it is that name's role, which is compared as such.
    let titled = |s: &Stretch<'_, '_>, at: usize| {
        s.tokens.contains(&(at + 1)) && s.document.tokens().get(at + 1).is_some_and(|t| t.is_capitalised())
    };
    if !is_person || titled(a, here) && titled(b, there) {
        return None;
    }
    let modifiers = |words: &[Word], at: usize| {
        let before = words[..at].iter().rev().enumerate();
        let near = before.take_while(|(n, w)| w.at + n + 1 == words[at].at).take(MODIFIERS);
        near.filter(|(_, w)| !w.key.is_empty()).count()
    };
    let (n, m) = (modifiers(x, i), modifiers(y, j));
    let (p, q) = (x.get(i - n..i)?, y.get(j - m..j)?);
    let shared = p.iter().filter(|w| q.iter().any(|o| o.key == w.key)).count();
    // Nothing before one of them may be nothing, or a verb; what both have in other words may be another person's.
    if shared == n && shared == m || shared < n.min(m) {
        return None;
    }
    let words = |s: &Stretch<'_, '_>, tokens: Range<usize>| {
        s.document.span(tokens).slice(s.document.text()).to_owned()
    };
    let (one, other) = (here - n..here + 1, there - m..there + 1);
    let (less, more) = if n < m {
        (words(a, one.clone()), words(b, other.clone()))
    } else {
        (words(b, other.clone()), words(a, one.clone()))
    };
    let name = |s: &Stretch<'_, '_>, tokens: &Range<usize>| {
        let capital = |t: usize| s.document.tokens().get(t).is_some_and(|t| t.is_capitalised());
        tokens.clone().any(|t| t > s.tokens.start && capital(t))
    };
    // "To fight insurgents" says nothing more of the insurgents: what modifies stands behind an article or a preposition.
    let opened = |s: &Stretch<'_, '_>, tokens: &Range<usize>| {
        let before = tokens.start.checked_sub(1).filter(|t| s.tokens.contains(t));
        before.is_none_or(|t| {
            let word = s.document.folded(t);
            let possessive = matches!(word, "his" | "her" | "their" | "its" | "our" | "my" | "'s");
            verb::is_determiner(word) || verb::is_preposition(word) && word != "to" || possessive
        })
    };
    if name(a, &one) || name(b, &other) || !opened(a, &one) || !opened(b, &other) {
        return None;
    }
    let reason = format!("\"{less}\" is what \"{more}\" says in full");
    let judgement = Judgement::new(Level::Specific, 0.8, reason);
    Some(Meeting { here: one, there: other, facet: Facet::Role, judgement })
}
