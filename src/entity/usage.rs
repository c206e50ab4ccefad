//! Usage: what the words around a name show about it. An article or a number makes it a word for things of which there may be
//! several, whose plural is no other spelling ("one of the Batmobiles", "as a Tar Heel"); and some names are told as another
//! name than the usual one ("born Betty Page").

use crate::compare::Relation;
use crate::compare::name::{Form, Ground, Verdict};
use crate::entity::NameId;
use crate::lexicon::closed::Class;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::{Mentions, Name};
use crate::text::{Document, TokenKind};

/// How the names of a group are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Usage {
    /// How many follow an article and modify no other noun: "the Mace", not "the Obama administration".
    pub(super) things: u32,
    /// One is one of several: "a Tar Heel", "fellow Charger".
    one: bool,
    /// One is a plural: "two Batmobiles", "possible Deep Throats are".
    several: bool,
}

impl Usage {
    /// Takes account of another group of the same name.
    pub(super) fn join(&mut self, other: Usage) {
        self.things += other.things;
        self.one |= other.one;
        self.several |= other.several;
    }

    /// Takes account of one more name. Constant in the length of the document.
    pub(super) fn note(&mut self, document: &Document<'_>, name: &Name, lexicon: &Lexicon) {
        if name.title.is_some() {
            return;
        }
        let before = name.tokens.start.checked_sub(1);
        let word = before.map_or("", |at| document.folded(at));
        let head = is_head(document, name.tokens.end, lexicon);
        let article = matches!(word, "a" | "an" | "the");
        self.things += u32::from(article && head);
        let single = matches!(word, "another" | "each" | "every") || article && word != "the";
        self.one |= word == "fellow" || single && head;
        let counted = matches!(
            word,
            "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "several"
                | "many"
                | "both"
                | "these"
                | "those"
                | "few"
        );
        // "The remains of Stevens were found": the verb may be of what stands before.
        let joined = matches!(word, "and" | "or" | "nor" | "&" | ",")
            || before.is_some_and(|at| document.is(at, Class::Preposition));
        let are = matches!(document.folded(name.tokens.end), "are" | "were" | "have");
        self.several |= counted && head || are && !joined;
    }
}

/// True if what follows a name is no noun that the name modifies.
fn is_head(document: &Document<'_>, next: usize, lexicon: &Lexicon) -> bool {
    let Some(token) = document.tokens().get(next) else { return true };
    let is_hyphen = matches!(document.sign(next), '-' | '‐' | '‑') && document.is_attached(next);
    if token.kind != TokenKind::Word {
        return token.kind != TokenKind::Number && !is_hyphen;
    }
    let folded = document.folded(next);
    !token.is_capitalised()
        && (document.is(next, Class::FunctionWord)
            || document.is(next, Class::Preposition)
            || document.is(next, Class::PlainAuxiliary)
            || document.is(next, Class::IrregularPast)
            || token.begins.contains(TableId::Stopword)
            || document.lookup(TableId::Speech, next, lexicon).is_some_and(|(_, hit)| !hit.weak)
            || folded.len() > 4 && (folded.ends_with("ed") || folded.ends_with("ing")))
}

/// The verdict on two names, given how they are used: a name that ends in a plural is no other spelling of one that ends in its
/// singular if either is used as a word for things of which there may be several.
pub(super) fn reread(letters: Verdict, (x, a): (&Form<'_>, Usage), (y, b): (&Form<'_>, Usage)) -> Verdict {
    let Ground::Spelled { a: i, b: j } = letters.ground else { return letters };
    let (Some(p), Some(q)) = (x.parts().get(i), y.parts().get(j)) else { return letters };
    let ends = i + 1 == x.parts().len() && j + 1 == y.parts().len();
    let (p, q) = (x.word(p), y.word(q));
    let ((one, of_one), (several, of_several)) =
        if p.len() < q.len() { ((p, a), (q, b)) } else { ((q, b), (p, a)) };
    let plural =
        several.strip_suffix('s').is_some_and(|stem| stem == one || stem.strip_suffix('e') == Some(one));
    let counts = of_one.one || of_several.several || of_one.things > 0 || of_several.things > 0;
    if letters.relation == Relation::Variant && ends && plural && counts {
        return Verdict { relation: Relation::Equivalent, ground: Ground::Plural, ..letters };
    }
    letters
}

/// True for a name that its text gives as another than the usual one: at birth, or assumed ("born Betty Page", "under the name
/// \"Betty Page\"").
pub(crate) fn is_another_name(documents: &[Document<'_>], mentions: &[Mentions], id: &NameId) -> bool {
    let source = id.source as usize;
    let name = mentions.get(source).and_then(|m| m.names.get(id.name as usize));
    documents.get(source).zip(name).is_some_and(|(document, name)| is_told_as_another(document, name))
}

fn is_told_as_another(document: &Document<'_>, name: &Name) -> bool {
    /// How many words before the name are read.
    const REACH: usize = 8;
    let from = name.title.map_or(name.tokens.start, |title| document.tokens_in(title).start);
    let words = || {
        let tokens = (from.saturating_sub(REACH)..from).rev();
        let is_word = |&at: &usize| document.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Word);
        let ends = |at: &usize| !matches!(document.sign(*at), '.' | '!' | '?' | ';');
        tokens.take_while(ends).filter(is_word)
    };
    let Some(last) = words().next() else { return false };
    let is_joined = |at: usize| document.is_attached(at) && at > 0 && document.sign(at - 1) == '-';
    let next_to =
        last + 1 == from || (last + 1..from).all(|at| !matches!(document.sign(at), ',' | ':' | ')'));
    if matches!(document.folded(last), "born" | "nee") {
        return next_to && !is_joined(last);
    }
    // "He used a fake name, Lind said": it is of the speaker.
    let next = document.tokens().get(name.tokens.end);
    if next.is_some_and(|t| t.begins.contains(TableId::Speech) && t.kind == TokenKind::Word) {
        return false;
    }
    let links =
        |at: &usize| matches!(document.folded(*at), "is" | "was" | "as" | "of" | "being" | "to" | "from");
    // "The pseudonym of", "the real name of": what follows is the usual one.
    let of_usual = words().take_while(links).any(|at| document.folded(at) == "of");
    let mut before = words().skip_while(links);
    let Some(noun) = before.next() else { return false };
    match document.folded(noun) {
        "pseudonym" | "alias" => !of_usual,
        "name" => before.take(3).any(|at| {
            if of_usual {
                return matches!(document.folded(at), "assumed" | "false" | "fake" | "under" | "using");
            }
            matches!(
                document.folded(at),
                "real"
                    | "birth"
                    | "stage"
                    | "pen"
                    | "maiden"
                    | "legal"
                    | "original"
                    | "assumed"
                    | "false"
                    | "fake"
                    | "under"
                    | "using"
                    | "used"
                    | "changed"
            )
        }),
        _ => false,
    }
}
