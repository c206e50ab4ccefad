//! Properties of any text whatever.

use proptest::prelude::*;
use testimonia::fold::fold;
use testimonia::text::{Document, normal, parse, sentences, stem};
use testimonia::{Lexicon, Source, Span};

/// Text of the kinds that trip up sentence splitters: marks, breaks, invisible characters and scripts thrown together.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[A-Za-z]{1,8} ?",
        2 => "[0-9]{1,4}[.,:/-]?",
        4 => prop::sample::select(vec![
            ".", ". ", "...", ". . . ", "…", "!", "? ", "\"", "“", "”", "'", "‘", "’", "«", "»", "„", "(", ")", "[", "]",
            " - ", "—", "•", "* ", "1. ", "a) ", ",", ":", "\n", "\n\n", "\r\n", "\r", "\t", "\u{2028}", "\u{a0}",
        ])
        .prop_map(str::to_owned),
        2 => prop::sample::select(vec![
            "\u{feff}", "\u{200b}", "\u{200d}", "\u{202e}", "\u{2066}", "\u{ad}", "\u{301}", "e\u{301}\u{323}", "👩‍👩‍👧", "🇳🇪",
            "İ", "ß", "ﬁ", "Ⅻ", "½", "٣", "日本。", "नमस्ते", "שלום", "ǅ", "\u{0}",
        ])
        .prop_map(str::to_owned),
        2 => prop::sample::select(vec![
            "Gen. ", "U.S. ", "a.m. ", "Inc. ", "No. 5", "By Ann Lee", "KYIV (AP) — ", "(CNN) ", "date 2023-08-04 ", "Updated: ",
            "Published: 4 August 2023", "contributed to this report.", "Story highlights ", "https://a.b/c.d ", "x@y.zz ", "said",
        ])
        .prop_map(str::to_owned),
        1 => "\\PC{1,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn is_exact(span: Span, text: &str) -> bool {
    span.start < span.end && text.get(span.start..span.end) == Some(span.slice(text))
}

fn is_visible(ch: char) -> bool {
    // Zero-width characters are part of a token only after a letter.
    !ch.is_whitespace() && !testimonia::fold::is_invisible(ch)
}

proptest! {
    #![proptest_config(crate::cases_of(300))]

    #[test]
    fn tokens_hold_every_visible_character_once(text in texts()) {
        let source = Source::new("a", text.as_str());
        let document = parse(&source, &Lexicon::english());
        let mut last = 0;
        for token in document.tokens() {
            prop_assert!(is_exact(token.span, &text), "{:?}", token.span);
            prop_assert!(token.span.start >= last);
            prop_assert!(!text[last..token.span.start].chars().any(is_visible), "lost: {:?}", &text[last..token.span.start]);
            last = token.span.end;
        }
        prop_assert!(!text[last..].chars().any(is_visible), "lost: {:?}", &text[last..]);
    }

    #[test]
    fn sentences_alone_are_those_of_the_document(text in texts()) {
        let (source, lexicon) = (Source::new("a", text.as_str()), Lexicon::english());
        let document = parse(&source, &lexicon);
        prop_assert_eq!(sentences(&source, &lexicon), document.sentences());
    }

    #[test]
    fn sentences_are_whole_trimmed_and_in_order(text in texts()) {
        let source = Source::new("a", text.as_str());
        let document = parse(&source, &Lexicon::english());
        let (mut byte, mut token, mut paragraph) = (0, 0, 0);
        for (at, sentence) in document.sentences().iter().enumerate() {
            prop_assert!(is_exact(sentence.span, &text), "{:?}", sentence.span);
            let surface = sentence.span.slice(&text);
            prop_assert_eq!(surface.trim(), surface);
            prop_assert!(sentence.span.start >= byte && sentence.tokens.start >= token);
            prop_assert!(sentence.paragraph >= paragraph);
            prop_assert_eq!(document.span(sentence.tokens.clone()), sentence.span);
            prop_assert_eq!(document.tokens_in(sentence.span), sentence.tokens.clone());
            prop_assert_eq!(document.sentence_at(sentence.span.start), Some(at));
            // Only the date at the head may be between sentences.
            if at > 0 {
                prop_assert_eq!(sentence.tokens.start, token);
            }
            (byte, token, paragraph) = (sentence.span.end, sentence.tokens.end, sentence.paragraph);
        }
        if !document.sentences().is_empty() {
            prop_assert_eq!(token, document.tokens().len());
        }
    }

    #[test]
    fn parsing_the_same_text_gives_the_same(text in texts()) {
        let source = Source::new("a", text.as_str());
        let lexicon = Lexicon::english();
        let spans = |document: &Document<'_>| document.sentences().to_vec();
        prop_assert_eq!(spans(&parse(&source, &lexicon)), spans(&parse(&source, &lexicon)));
    }

    #[test]
    fn stems_never_panic_nor_grow(word in "\\PC{0,12}|[a-z]{0,12}(s|es|ies|ed|ied|ing|ly|y|e)?") {
        let lexicon = Lexicon::english();
        prop_assert!(stem(&word).len() <= word.len().max(4));
        let _ = normal(&word, &lexicon);
    }
}

proptest! {
    #[test]
    fn folding_is_idempotent(text in "\\PC*") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    /// Common marks take a shortcut, which gives the same result as the long way.
    #[test]
    fn marks_fold_alike_beside_any_letters(words in "[A-Z‘’“”–—]{0,8}") {
        let long = fold(&format!("{words}É"));
        prop_assert_eq!(fold(&words) + "e", long);
    }
}
