//! Spelling conventions: words that linked sentences share, spelled the British way in one and the American in the other.
//! A naive comparison flags them; a reader is told that they are the same.

use crate::compare::vocabulary::Vocabulary;
use crate::compare::{Facet, Judgement, Level};
use crate::lexicon::Lexicon;
use crate::record::{ClaimId, Value};
use crate::resolve::linked::{Linked, Side};
use crate::resolve::point::{Describe, Found, Node, Pair, matching, records as to_records};
use crate::resolve::{Bundle, End};
use crate::span::Span;
use crate::text::{normal, stem};

/// The confidence that two spellings of one word in linked sentences are a matter of convention.
const CONVENTION: f64 = 0.98;

/// The records of spelling conventions: agreements, of the facet of what the sentences say.
pub(super) fn records(linked: &Linked<'_, '_>, of_link: &[Option<ClaimId>]) -> Vec<Found> {
    let bundle = linked.bundle;
    let pairs = linked
        .pairs()
        .filter(|(.., (_, x), (_, y))| !x.conventional.is_empty() || !y.conventional.is_empty())
        .flat_map(|(n, score, a, b)| matching(candidates(bundle.lexicon, &a, &b, n, score)));
    to_records(bundle, &Words(bundle), pairs.collect(), of_link)
}

fn candidates(
    lexicon: &Lexicon,
    (a, ours): &Side<'_, '_>,
    (b, theirs): &Side<'_, '_>,
    link: usize,
    score: f64,
) -> Vec<Pair> {
    let pair = |i: usize, j: usize, here: &str, there: &str| {
        let reason = format!("\"{here}\" and \"{there}\" are one word in British and American spelling");
        Pair {
            a: Node { source: a.source, index: i as u32 },
            b: Node { source: b.source, index: j as u32 },
            judgement: Judgement::new(Level::Convention, CONVENTION, reason),
            same_matter: score,
            link: Some(link),
            cues: Vec::new(),
        }
    };
    let from_ours = ours.conventional.iter().filter_map(|&i| {
        let here = a.document.folded(i);
        let j = b.sentence.tokens.clone().find(|&j| one_word(here, b.document.folded(j), lexicon))?;
        Some(pair(i, j, a.document.surface(i), b.document.surface(j)))
    });
    let from_theirs = theirs.conventional.iter().filter_map(|&j| {
        let there = b.document.folded(j);
        let i = a.sentence.tokens.clone().find(|&i| one_word(a.document.folded(i), there, lexicon))?;
        Some(pair(i, j, a.document.surface(i), b.document.surface(j)))
    });
    from_ours.chain(from_theirs).collect()
}

/// The tokens of a sentence whose spelling is a matter of convention.
pub(super) fn conventional(end: &End<'_>, vocabulary: &mut Vocabulary<'_>) -> Vec<usize> {
    let is_conventional = |&at: &usize| {
        let forms = vocabulary.forms(end.document, at);
        forms.stem != forms.normal
    };
    end.sentence.tokens.clone().filter(is_conventional).collect()
}

/// Two spellings of one word; its inflection may differ.
fn one_word(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    a != b && *stem(a) != *stem(b) && *normal(a, lexicon) == *normal(b, lexicon)
}

struct Words<'b, 'a>(&'b Bundle<'a>);

impl Words<'_, '_> {
    fn surface(&self, node: Node) -> Option<&str> {
        Some(self.0.documents.get(node.source as usize)?.surface(node.index as usize))
    }
}

impl Describe for Words<'_, '_> {
    fn facet(&self) -> Facet {
        Facet::Action
    }

    fn span(&self, node: Node) -> Option<Span> {
        let document = self.0.documents.get(node.source as usize)?;
        document.tokens().get(node.index as usize).map(|t| t.span)
    }

    fn value(&self, node: Node) -> Option<Value> {
        self.surface(node).map(|words| Value::Words { words: words.to_owned() })
    }

    fn judge(&self, _: Node, _: Node) -> Option<Judgement> {
        None
    }

    fn context(&self) -> &'static str {
        "in linked sentences"
    }
}
