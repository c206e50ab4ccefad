//! tests/cases/entity.toml: texts with their names in braces, and which of the names belong to one entity.

use serde::Deserialize;
use testimonia::align::{Alignment, SentenceLink};
use testimonia::mention::{Mentions, Name, NameKind, Referent};
use testimonia::text::{Document, SentenceId};
use testimonia::{Lexicon, Relation, Score, Source, Span, entity, text};

use super::{assert_none, table};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// `{p Ann Lee}` is a person, `{l ..}` a place, `{o ..}` an organisation, `{x ..}` anything else.
    sources: Vec<String>,
    /// Source, sentence, source, sentence.
    #[serde(default)]
    links: Vec<[usize; 4]>,
    #[serde(default)]
    aliases: Vec<[String; 2]>,
    #[serde(default)]
    never: Vec<[String; 2]>,
    /// Names that must be one entity, with their relation.
    #[serde(default)]
    one: Vec<(String, String, Relation)>,
    /// Names that must not be one entity.
    #[serde(default)]
    apart: Vec<[String; 2]>,
    /// What the reason of the first pair must contain.
    #[serde(default)]
    reason: Option<String>,
}

fn unmark(marked: &str) -> (String, Vec<(NameKind, Span)>) {
    let (mut plain, mut names) = (String::new(), Vec::new());
    for (n, piece) in marked.split('{').enumerate() {
        let (name, rest) = piece.split_once('}').filter(|_| n > 0).unwrap_or(("", piece));
        if let Some((kind, name)) = name.split_once(' ') {
            let kind = match kind {
                "p" => NameKind::Person,
                "l" => NameKind::Place,
                "o" => NameKind::Organisation,
                _ => NameKind::Other,
            };
            names.push((kind, Span::new(plain.len(), plain.len() + name.len())));
            plain.push_str(name);
        }
        plain.push_str(rest);
    }
    (plain, names)
}

/// The names in braces; a later name whose words are all in a fuller one has the same referent.
fn mentions(document: &Document<'_>, marked: &[(NameKind, Span)]) -> Mentions {
    let mut found = Mentions::default();
    for &(kind, span) in marked {
        let surface = span.slice(document.text());
        let words: Vec<&str> = surface.split(' ').collect();
        let known = found.referents.iter().position(|r| {
            let fullest = found.names[r.fullest].span.slice(document.text());
            r.kind == kind && words.iter().all(|w| fullest.split(' ').any(|f| f == *w))
        });
        let n = found.names.len();
        let referent = known.unwrap_or(found.referents.len());
        match found.referents.get_mut(referent) {
            Some(r) => r.names.push(n),
            None => found.referents.push(Referent { kind, names: vec![n], fullest: n }),
        }
        let tokens = document.tokens_in(span);
        let before = tokens.start.checked_sub(1).filter(|&t| {
            matches!(
                document.surface(t),
                "General" | "Gen" | "President" | "Mr" | "Ms" | "Governor" | "Minister"
            )
        });
        found.names.push(Name {
            span,
            sentence: document.sentence_at(span.start).unwrap_or(usize::MAX),
            tokens,
            kind,
            title: before.map(|t| document.tokens()[t].span),
            canonical: None,
            demonym: false,
            referent,
        });
    }
    found
}

#[test]
fn names_are_one_where_letters_and_context_say_so() {
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("entity") {
        for case in cases {
            let mut lexicon = Lexicon::builder();
            for [a, b] in &case.aliases {
                lexicon.alias(a, b);
            }
            for [a, b] in &case.never {
                lexicon.never_merge(a, b);
            }
            let lexicon = lexicon.build();
            let plain: Vec<_> = case.sources.iter().map(|s| unmark(s)).collect();
            let sources: Vec<Source> =
                plain.iter().enumerate().map(|(n, p)| Source::new(format!("s{n}"), p.0.as_str())).collect();
            let documents: Vec<Document<'_>> = sources.iter().map(|s| text::parse(s, &lexicon)).collect();
            let mentions: Vec<Mentions> =
                documents.iter().zip(&plain).map(|(d, p)| mentions(d, &p.1)).collect();
            let links: Vec<SentenceLink> = case
                .links
                .iter()
                .map(|l| SentenceLink {
                    a: SentenceId::new(l[0], l[1]),
                    b: SentenceId::new(l[2], l[3]),
                    score: Score::new(0.9),
                })
                .collect();
            let claims = (0..links.len()).map(|n| vec![n]).collect();
            let clusters = entity::find(
                &documents,
                &mentions,
                &Alignment { links, claims, ..Alignment::default() },
                &lexicon,
            );
            let spelled =
                |cluster: &entity::Cluster, name: &str| cluster.spellings.iter().position(|s| s.text == name);
            for (n, (a, b, relation)) in case.one.iter().enumerate() {
                let found = clusters.iter().find_map(|c| {
                    let (x, y) = (spelled(c, a)?, spelled(c, b)?);
                    let comparison = c.comparisons.iter().find(|c| (c.a, c.b) == (x.min(y), x.max(y)));
                    let said = |c: &entity::Comparison| {
                        c.both.iter().fold(c.reason.clone(), |said, both| format!("{said}; {both}"))
                    };
                    Some(comparison.map(|c| (c.relation, said(c))))
                });
                match found {
                    None => wrong.push(format!("{rule}: {a} and {b} are two")),
                    Some(None) => wrong.push(format!("{rule}: {a} and {b} are not compared")),
                    Some(Some((found, reason))) => {
                        if found != *relation {
                            wrong.push(format!("{rule}: {a} and {b}: {found}, not {relation}"));
                        }
                        let want = case.reason.as_deref().filter(|_| n == 0).unwrap_or("");
                        if !reason.contains(want) {
                            wrong.push(format!("{rule}: {a} and {b}: {reason:?} without {want:?}"));
                        }
                    }
                }
            }
            for [a, b] in &case.apart {
                if clusters.iter().any(|c| spelled(c, a).is_some() && spelled(c, b).is_some()) {
                    wrong.push(format!("{rule}: {a} and {b} are one"));
                }
            }
        }
    }
    assert_none(&wrong);
}
