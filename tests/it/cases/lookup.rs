//! Phrases of the lexicon are found in a text, however it writes them.

use testimonia::lexicon::{Lexicon, TableId};
use testimonia::{Source, text};

#[test]
fn the_longest_phrase_is_found_however_it_is_written() {
    let mut builder = Lexicon::builder();
    builder
        .extend(
            TableId::Place,
            "Upper Volta\tcountry\nCôte d'Ivoire\tcountry\nUpper Volta River Basin\tarea\n-xx\tx\t!XV\n",
        )
        .unwrap();
    let lexicon = builder.build();
    let found = |text: &str| {
        let source = Source::new("a", text);
        let document = text::parse(&source, &lexicon);
        (0..document.tokens().len())
            .find_map(|t| document.lookup(TableId::Place, t, &lexicon).map(|(end, hit)| (t, end, hit)))
            .map(|(from, end, hit)| {
                (document.span(from..end).slice(text).to_owned(), hit.entry.canonical.clone())
            })
    };
    for (text, surface, canonical) in [
        ("In UPPER VOLTA, it rained.", "UPPER VOLTA", "Upper Volta"),
        ("In upper\nVolta it rained.", "upper\nVolta", "Upper Volta"),
        ("In Upper-Volta it rained.", "Upper-Volta", "Upper Volta"),
        ("The Upper Volta River rose.", "Upper Volta", "Upper Volta"),
        ("The Upper Volta river basin.", "Upper Volta river basin", "Upper Volta River Basin"),
        ("The Upper  Vólta River Basin.", "Upper  Vólta River Basin", "Upper Volta River Basin"),
        ("Cote d’Ivoire won.", "Cote d’Ivoire", "Côte d'Ivoire"),
        ("An X.V. here.", "X.V.", "xx"),
    ] {
        assert_eq!(found(text), Some((surface.to_owned(), canonical.to_owned())), "{text:?}");
    }
    for text in ["Upper, Volta.", "Upper", "an xv here", ""] {
        assert_eq!(found(text), None, "{text:?}");
    }
}
