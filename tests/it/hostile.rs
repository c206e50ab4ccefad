//! Texts made to keep the extractors busy are read like any other: in linear time, and with valid spans.

use testimonia::{Lexicon, Reconciler, Source, Span, mention, text};

#[path = "../../benches/hostile/mod.rs"]
mod patterns;

/// Long enough to take minutes if anything is quadratic; the benches measure the cost.
const BYTES: usize = if cfg!(debug_assertions) { 50_000 } else { 500_000 };

fn is_sound(span: Span, text: &str) -> bool {
    span.start <= span.end && text.get(span.start..span.end).is_some()
}

#[test]
fn hostile_texts_are_read_to_the_end() {
    let lexicon = Lexicon::english();
    for &(name, pattern) in patterns::PATTERNS {
        let source = Source::new("a", patterns::text(pattern, BYTES));
        let document = text::parse(&source, &lexicon);
        let found = mention::extract(std::slice::from_ref(&document), &lexicon);
        let [found] = found.as_slice() else { panic!("{name}: one document, {} lists", found.len()) };
        let (quantities, dates) = (found.quantities.iter(), found.dates.iter());
        let spans = quantities
            .flat_map(|q| [q.span, q.number])
            .chain(dates.map(|d| d.span))
            .chain(found.names.iter().map(|n| n.span))
            .chain(found.roles.iter().map(|r| r.span))
            .chain(found.quotes.iter().flat_map(|q| [Some(q.span), q.speaker, q.cue]).flatten())
            .chain(found.attributions.iter().flat_map(|a| [Some(a.content), Some(a.cue), a.source]).flatten())
            .chain(
                found
                    .clauses
                    .iter()
                    .flat_map(|c| [Some(c.span), c.negation, c.hedge, c.obligation])
                    .flatten(),
            );
        for span in spans {
            assert!(is_sound(span, source.text()), "{name}: {span:?}");
        }
        assert!(found.quantities.is_sorted_by_key(|q| q.span.start), "{name}");
        assert!(found.dates.is_sorted_by_key(|d| d.span.start), "{name}");
        assert!(found.quotes.is_sorted_by_key(|q| q.span.start), "{name}");
        assert!(found.clauses.is_sorted_by_key(|c| c.span.start), "{name}");
    }
}

/// A sentence with many mentions of one kind. `turn` varies them, so that two sources differ in most.
type Crowd = (&'static str, fn(usize, usize) -> String);

const CROWDS: [Crowd; 9] = [
    ("counts", |n, turn| format!(", {} people", n * 7 + turn + 3)),
    ("deaths", |n, turn| format!(", {} killed", n + turn + 3)),
    ("shares", |n, turn| format!(", {}.{} percent of votes", n % 90 + turn, n % 10)),
    ("dates", |n, turn| format!(", on May {}, {}", (n + turn) % 27 + 1, 1900 + n % 100)),
    ("ages", |n, turn| format!(", Ada Holm{n}, {},", 20 + (n + turn) % 60)),
    ("quotations", |n, turn| format!(", \"gate {} will stay shut for all of us\"", n + turn)),
    ("sayings", |n, turn| format!(", Ada Holm said pit {n} {} close", ["may", "will"][(n + turn) % 2])),
    ("kinds", |n, turn| format!(" of the {}", ["mayor", "minister", "owner"][(n + turn) % 3])),
    ("letters", |n, _| if n == 0 { " mill".to_owned() } else { "abcdefgh".repeat(4) }),
];

/// Each mention is compared with those of the other sentence, and looked at beside those of its own. Were all of them, and the work
/// not bounded, this would take hours: with 200 numbers in each sentence it took half a minute.
#[test]
fn two_sentences_of_many_mentions_are_compared() {
    for (name, item) in CROWDS {
        let [one, other] = [0, 1].map(|turn| {
            let items: String = (0..600).map(|n| item(n, turn)).collect();
            Source::new(format!("{turn}"), format!("The mine at Brenholt was closed on Monday{items}."))
        });
        let all = Reconciler::new().reconcile(&[one, other]).unwrap();
        assert_eq!(all.sources[0].sentences.len(), 1, "{name}: one sentence");
        // What is left of a crowd still makes records, but not one for each pair.
        assert!(all.records.len() < 1200, "{name}: {} records", all.records.len());
    }
}
