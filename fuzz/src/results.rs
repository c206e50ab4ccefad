//! Invariants of the text stages and of a reconciliation.

use std::collections::BTreeMap;

use testimonia::{Characters, Lexicon, Reconciliation, Source, Span, mention, text};

/// The span lies on character boundaries, and does not end before it starts.
fn sound(span: Span, whole: &str) {
    assert!(
        span.start <= span.end && whole.get(span.start..span.end).is_some(),
        "{span:?} of {} bytes",
        whole.len()
    );
}

fn true_to(span: Span, characters: Characters, surface: Option<&str>, whole: &str) {
    sound(span, whole);
    let there = &whole[span.start..span.end];
    if let Some(surface) = surface {
        assert_eq!(there, surface, "these are not the words at its span");
    }
    let start = whole[..span.start].chars().count();
    assert_eq!(
        (characters.start, characters.end),
        (start, start + there.chars().count()),
        "characters of {span:?}"
    );
}

/// Checks the sentences, tokens and mentions of one text.
pub(crate) fn text(source: &Source, lexicon: &Lexicon) {
    let whole = source.text();
    let document = text::parse(source, lexicon);
    assert_eq!(text::sentences(source, lexicon), document.sentences());
    let mut last = 0;
    for token in document.tokens() {
        sound(token.span, whole);
        assert!(token.span.start >= last && !token.span.is_empty());
        last = token.span.end;
    }
    let mut last = 0;
    for sentence in document.sentences() {
        sound(sentence.span, whole);
        assert!(sentence.span.start >= last && !sentence.span.is_empty());
        assert_eq!(document.span(sentence.tokens.clone()), sentence.span);
        last = sentence.span.end;
    }
    let found = mention::extract(std::slice::from_ref(&document), lexicon);
    assert_eq!(found, mention::extract(std::slice::from_ref(&document), lexicon));
    let [found] = found.as_slice() else { panic!("one document, {} lists", found.len()) };
    let spans = found
        .quantities
        .iter()
        .flat_map(|q| [q.span, q.number])
        .chain(found.dates.iter().map(|d| d.span))
        .chain(found.names.iter().map(|n| n.span))
        .chain(found.roles.iter().map(|r| r.span))
        .chain(found.quotes.iter().flat_map(|q| [Some(q.span), q.speaker, q.cue]).flatten())
        .chain(found.attributions.iter().flat_map(|a| [Some(a.content), Some(a.cue), a.source]).flatten())
        .chain(
            found.clauses.iter().flat_map(|c| [Some(c.span), c.negation, c.hedge, c.obligation]).flatten(),
        );
    spans.for_each(|span| sound(span, whole));
    assert!(found.quantities.is_sorted_by_key(|q| q.span.start));
    assert!(found.dates.is_sorted_by_key(|d| d.span.start));
    assert!(found.quotes.is_sorted_by_key(|q| q.span.start));
    assert!(found.clauses.is_sorted_by_key(|c| c.span.start));
}

/// Checks the spans, ids and numbers of a reconciliation of these sources.
pub(crate) fn reconciliation(all: &Reconciliation, sources: &[Source]) {
    let texts: BTreeMap<&str, &str> = sources.iter().map(|source| (source.id(), source.text())).collect();
    assert_eq!(all.sources.len(), sources.len());
    assert!(all.sources.is_sorted_by(|a, b| a.id < b.id));
    for outline in &all.sources {
        for sentence in &outline.sentences {
            true_to(sentence.span, sentence.characters, None, texts[outline.id.as_str()]);
        }
    }
    let mention =
        |m: &testimonia::Mention| true_to(m.span, m.characters, Some(&m.text), texts[m.source.as_str()]);
    let mut ids: Vec<&str> = Vec::new();
    for claim in &all.claims {
        ids.push(claim.id.as_str());
        assert!(claim.support.independent.is_finite() && claim.support.independent > 0.0);
        for sentence in &claim.sentences {
            let whole = texts[sentence.source.as_str()];
            true_to(sentence.span, sentence.characters, Some(&sentence.text), whole);
            for shared in &sentence.shared {
                true_to(shared.span, shared.characters, None, whole);
                assert!(sentence.span.contains(shared.span));
            }
        }
        for link in &claim.links {
            for place in [&link.a, &link.b] {
                true_to(place.span, place.characters, None, texts[place.source.as_str()]);
            }
            assert!(link.a.source != link.b.source, "a source is linked with itself");
        }
    }
    for record in &all.records {
        ids.push(record.id.as_str());
        assert!(!record.readings.is_empty() && !record.explanation.is_empty());
        assert!(
            record.claim.as_ref().is_none_or(|id| all.claim(id).is_some()),
            "a claim that does not exist"
        );
        assert!(
            record.entity.as_ref().is_none_or(|id| all.entity(id).is_some()),
            "an entity that does not exist"
        );
        assert!(record.consensus.order.iter().all(|&at| at < record.readings.len()));
        for reading in &record.readings {
            assert!(!reading.mentions.is_empty());
            assert!(reading.support.independent.is_finite());
            reading.mentions.iter().for_each(mention);
        }
        for row in &record.evidence {
            assert!(row.weight.is_finite());
            row.mentions.iter().for_each(mention);
        }
    }
    for entity in &all.entities {
        ids.push(entity.id.as_str());
        entity.forms.iter().flat_map(|form| &form.mentions).for_each(mention);
    }
    for derivation in &all.derivations {
        derivation.evidence.iter().flat_map(|row| &row.mentions).for_each(mention);
    }
    let number = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), number, "an id occurs twice");
}
