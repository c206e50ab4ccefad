//! Spelling conventions: words that linked sentences share, spelled the British way in one and the American in the other.
//! A naive comparison flags them; a reader is told that they are the same.

use crate::compare::vocabulary::Stretch;
use crate::compare::{Facet, Judgement, Level};
use crate::record::{ClaimId, Value};
use crate::resolve::Bundle;
use crate::resolve::linked::{Linked, Side};
use crate::resolve::point::{Describe, Found, Node, Pair, matching, records as to_records};
use crate::span::Span;

/// The confidence that two spellings of one word in linked sentences are a matter of convention.
const CONVENTION: f64 = 0.98;

/// The records of spelling conventions: agreements, of the facet of what the sentences say.
pub(super) fn records(linked: &Linked<'_, '_>, of_link: &[Option<ClaimId>]) -> Vec<Found> {
    let bundle = linked.bundle;
    let pairs = linked
        .pairs()
        .filter(|(.., (_, x), (_, y))| !x.conventional.is_empty() || !y.conventional.is_empty())
        .flat_map(|(n, score, a, b)| matching(candidates(&a, &b, n, score)));
    to_records(bundle, &Words(bundle), pairs.collect(), of_link)
}

fn candidates((a, ours): &Side<'_, '_>, (b, theirs): &Side<'_, '_>, link: usize, score: f64) -> Vec<Pair> {
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
        let j = b.sentence.tokens.clone().find(|&j| one_word((&ours.stretch, i), (&theirs.stretch, j)))?;
        Some(pair(i, j, a.document.surface(i), b.document.surface(j)))
    });
    let from_theirs = theirs.conventional.iter().filter_map(|&j| {
        let i = a.sentence.tokens.clone().find(|&i| one_word((&ours.stretch, i), (&theirs.stretch, j)))?;
        Some(pair(i, j, a.document.surface(i), b.document.surface(j)))
    });
    from_ours.chain(from_theirs).collect()
}

/// The tokens of a sentence whose spelling is a matter of convention.
pub(super) fn conventional(stretch: &Stretch<'_, '_>) -> Vec<usize> {
    let is_conventional = |&at: &usize| stretch.forms(at).is_some_and(|forms| forms.stem != forms.normal);
    stretch.tokens.clone().filter(is_conventional).collect()
}

/// Two spellings of one word; its inflection may differ.
fn one_word((a, i): (&Stretch<'_, '_>, usize), (b, j): (&Stretch<'_, '_>, usize)) -> bool {
    a.forms(i).zip(b.forms(j)).is_some_and(|(x, y)| x.stem != y.stem && x.normal == y.normal)
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
