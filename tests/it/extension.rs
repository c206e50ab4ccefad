//! A caller's own words: every table can be extended at run time, and the extension takes effect.

use testimonia::lexicon::{Lexicon, TableId, key};
use testimonia::mention::{Mentions, NameKind, clause::Certainty};
use testimonia::text::{self, SentenceKind};
use testimonia::{
    Config, Facet, Reconciler, Reconciliation, Record, Relation, Source, Value, align, compare, mention,
};

fn with(table: TableId, rows: &str) -> Lexicon {
    let mut builder = Lexicon::builder();
    builder.extend(table, rows).unwrap();
    builder.build()
}

fn reconcile(lexicon: &Lexicon, a: &str, b: &str) -> Reconciliation {
    let mut config = Config::default();
    config.resolve.discrepancy = 0.0;
    config.resolve.agreement = 0.0;
    let reconciler = Reconciler::builder().lexicon(lexicon.clone()).config(config).build().unwrap();
    reconciler.reconcile(&[Source::new("a", a), Source::new("b", b)]).unwrap()
}

fn mentions(lexicon: &Lexicon, text: &str) -> Mentions {
    let source = Source::new("a", text);
    mention::extract(&[text::parse(&source, lexicon)], lexicon).remove(0)
}

/// Names as `text: kind`.
fn names(lexicon: &Lexicon, text: &str) -> Vec<String> {
    let kind = |kind| match kind {
        NameKind::Person => "person",
        NameKind::Place => "place",
        NameKind::Organisation => "organisation",
        _ => "other",
    };
    mentions(lexicon, text)
        .names
        .iter()
        .map(|name| format!("{}: {}", name.span.slice(text), kind(name.kind)))
        .collect()
}

/// Checks the result of the table as shipped, and as extended.
#[track_caller]
fn turns<T: PartialEq + std::fmt::Debug>(
    (table, rows): (TableId, &str),
    look: impl Fn(&Lexicon) -> T,
    before: T,
    after: T,
) {
    assert_eq!(look(&Lexicon::english()), before, "{} as it ships", table.name());
    assert_eq!(look(&with(table, rows)), after, "{} extended", table.name());
}

fn of_facet(made: &Reconciliation, facet: Facet) -> Vec<&Record> {
    made.records.iter().filter(|record| record.facet == facet).collect()
}

#[test]
fn an_abbreviation_ends_no_sentence() {
    let text = "The parcel went to Tarop. Adamu before noon. It rained.";
    let sentences = |lexicon: &Lexicon| {
        let source = Source::new("a", text);
        let document = text::parse(&source, lexicon);
        document.sentences().iter().filter(|s| s.kind != SentenceKind::Boilerplate).count()
    };
    turns((TableId::Abbreviation, "Tarop\ttitle\n"), sentences, 3, 2);
}

#[test]
fn a_title_makes_a_person_of_the_name_behind_it() {
    let text = "They met Oligarkh Tambura in the old town.";
    let titled = |lexicon: &Lexicon| {
        let names = mentions(lexicon, text).names;
        names
            .iter()
            .map(|n| (n.span.slice(text).to_owned(), n.title.map(|t| t.slice(text).to_owned()), n.kind))
            .collect::<Vec<_>>()
    };
    let found = titled(&with(TableId::Title, "Oligarkh\tpolitical\n"));
    assert_eq!(found, [("Tambura".to_owned(), Some("Oligarkh".to_owned()), NameKind::Person)]);
    assert!(titled(&Lexicon::english()).iter().all(|(_, title, _)| title.is_none()));
}

#[test]
fn a_role_is_found_beside_its_bearer() {
    let text = "Amina Tambura, the wellwarden of Tillia, spoke first.";
    let roles = |lexicon: &Lexicon| {
        mentions(lexicon, text).roles.iter().any(|role| role.span.slice(text).contains("wellwarden"))
    };
    turns((TableId::Role, "wellwarden\toffice\twellwardens\n"), roles, false, true);
}

#[test]
fn a_place_and_its_demonym_are_one() {
    let rows = "Qarzania\tcountry\n-Qarzania\tdemonym\tQarzi|Qarzis\n";
    let text = "Soldiers crossed into Qarzania. The Qarzi army fired back.";
    let lexicon = with(TableId::Place, rows);
    assert_eq!(names(&lexicon, text)[0], "Qarzania: place");
    let found = mentions(&lexicon, text).names;
    let demonym = found.iter().any(|n| n.demonym && n.canonical.as_deref() == Some("Qarzania"));
    assert!(demonym, "{found:?}");
    let compared = |lexicon: &Lexicon| {
        compare::name::compare("Qarzania", "Qarzi", NameKind::Place, lexicon).relation
            == Some(Relation::Equivalent)
    };
    turns((TableId::Place, rows), compared, false, true);
}

#[test]
fn an_organisation_and_its_acronym_are_one_entity() {
    let rows = "Tillia Wells Council\tbody\t!ZQB\n";
    let (a, b) = (
        "The Tillia Wells Council closed four wells on Monday, residents said.",
        "The ZQB closed four wells on Monday, residents said.",
    );
    let joined = |lexicon: &Lexicon| {
        reconcile(lexicon, a, b).entities.iter().any(|e| {
            let forms: Vec<&str> = e.forms.iter().map(|form| form.text.as_str()).collect();
            forms.contains(&"Tillia Wells Council") && forms.contains(&"ZQB")
        })
    };
    turns((TableId::Organisation, rows), joined, false, true);
}

#[test]
fn a_verb_of_speech_gives_a_quotation_its_speaker() {
    let text = "\"The wells are dry and the road is closed,\" gnarled Amina Tambura.";
    let speaker = |lexicon: &Lexicon| {
        let quotes = mentions(lexicon, text).quotes;
        quotes[0].cue.map(|cue| cue.slice(text).to_owned())
    };
    turns((TableId::Speech, "gnarl\tsaid\tgnarls|gnarled\n"), speaker, None, Some("gnarled".to_owned()));
}

#[test]
fn a_unit_converts() {
    let rows = "zubit\tlength*0.5\tzubits\n";
    let (a, b) = ("The new wall is 40 zubits long.", "The new wall is 20 metres long.");
    let relation = |lexicon: &Lexicon| {
        let quantity = |text| mentions(lexicon, text).quantities.remove(0);
        compare::quantity::compare(&quantity(a), &quantity(b)).map(|judged| judged.relation)
    };
    turns((TableId::Unit, rows), relation, None, Some(Relation::Equivalent));
}

#[test]
fn a_currency_is_money() {
    let text = "The council paid 40 quatloos for the pump.";
    let unit = |lexicon: &Lexicon| mentions(lexicon, text).quantities[0].unit.clone();
    turns((TableId::Unit, "QTL\tmoney\tquatloo|quatloos\n"), unit, None, Some("QTL".to_owned()));
}

#[test]
fn a_state_is_counted() {
    let text = "The flood marooned 14 people.";
    let state = |lexicon: &Lexicon| mentions(lexicon, text).quantities[0].state.clone();
    turns((TableId::Counted, "marooned\tstate\tmaroon|maroons\n"), state, None, Some("marooned".to_owned()));
}

#[test]
fn spellings_are_one_word() {
    let rows = "zolor\tbritish\tzolour\n";
    let normal = |lexicon: &Lexicon| text::normal("zolours", lexicon) == text::normal("zolors", lexicon);
    turns((TableId::Spelling, rows), normal, false, true);
    let (a, b) = ("the zolour of the river is wrong", "the zolor of the river is wrong");
    let relation = |lexicon: &Lexicon| compare::quote::compare(a, b, lexicon).map(|judged| judged.relation);
    let (before, after) = (relation(&Lexicon::english()), relation(&with(TableId::Spelling, rows)));
    assert_ne!(before, after);
    assert_eq!(after, Some(Relation::Equivalent));
}

#[test]
fn a_cue_of_negation_denies_its_clause() {
    let text = "The dam nowise collapsed on Monday.";
    let negated = |lexicon: &Lexicon| mentions(lexicon, text).clauses[0].negated;
    turns((TableId::Negation, "nowise\tforward\n"), negated, false, true);
}

#[test]
fn a_cue_of_certainty_hedges_its_clause() {
    let text = "The dam mayhap collapsed on Monday.";
    let certainty = |lexicon: &Lexicon| mentions(lexicon, text).clauses[0].certainty;
    turns((TableId::Modal, "mayhap\tpossible\n"), certainty, Certainty::Fact, Certainty::Possible);
}

#[test]
fn a_given_name_makes_a_person() {
    let kind = |lexicon: &Lexicon| names(lexicon, "They saw Zsombor and left.").join(", ");
    let (before, after) = ("Zsombor: other".to_owned(), "Zsombor: person".to_owned());
    turns((TableId::GivenName, "Zsombor\tmale\n"), kind, before, after);
}

#[test]
fn a_short_name_belongs_to_its_full_name() {
    let rows = "Zebulonia\tf\tZizi\n";
    let relation = |lexicon: &Lexicon| {
        compare::name::compare("Zebulonia Marsh", "Zizi Marsh", NameKind::Person, lexicon).relation
    };
    let before = relation(&Lexicon::english());
    assert!(before != Some(Relation::Equivalent), "{before:?}");
    assert_eq!(relation(&with(TableId::Nickname, rows)), Some(Relation::Equivalent));
}

#[test]
fn a_common_word_with_a_capital_is_no_name() {
    let text = "The crowd fled from the Squibs.";
    turns(
        (TableId::Common, "squibs\tword\n"),
        |lexicon| names(lexicon, text),
        vec!["Squibs: other".to_owned()],
        Vec::new(),
    );
}

#[test]
fn words_without_content_link_nothing() {
    let (a, b) = ("Zorp glim vask the harbour.", "Zorp glim vask my uncle.");
    let score = |lexicon: &Lexicon| align::similarity(a, b, lexicon);
    let extended = with(TableId::Stopword, "zorp\tadverb\nglim\tadverb\nvask\tadverb\n");
    assert!(score(&extended) < score(&Lexicon::english()));
}

#[test]
fn synonyms_report_one_happening() {
    let rows = "grolt\tverb\tgrolted\nsnibe\tverb\tsnibed\n";
    let one = "grolt\tverb\tgrolted|snibe|snibed\n";
    let (a, b) = (
        "The council grolted the Tillia dam project on Monday.",
        "The council never snibed the Tillia dam project on Monday.",
    );
    let denied = |lexicon: &Lexicon| of_facet(&reconcile(lexicon, a, b), Facet::Polarity).len();
    assert_eq!(denied(&with(TableId::Synonym, rows)), 0);
    assert_eq!(denied(&with(TableId::Synonym, one)), 1);
}

#[test]
fn opposites_exclude_each_other() {
    let verbs = "grolt\tverb\tgrolted\nsnibe\tverb\tsnibed\n";
    let (a, b) = (
        "The council grolted the Tillia dam project on Monday.",
        "The council snibed the Tillia dam project on Monday.",
    );
    let denied = |antonyms: &str| {
        let mut builder = Lexicon::builder();
        builder.extend(TableId::Synonym, verbs).unwrap();
        builder.extend(TableId::Antonym, antonyms).unwrap();
        of_facet(&reconcile(&builder.build(), a, b), Facet::Polarity).len()
    };
    assert_eq!(denied(""), 0);
    assert_eq!(denied("grolted\tantonym\tsnibed\n"), 1);
}

const WELLS: (&str, &str) = (
    "Colonel Bakari Tambura opened four wells in Tillia on Monday, residents said.",
    "Colonel Issa Okonjo opened four wells in Tillia on Monday, residents said.",
);

/// The forms of each entity, sorted.
fn entities(made: &Reconciliation) -> Vec<Vec<&str>> {
    let mut entities: Vec<Vec<&str>> = made
        .entities
        .iter()
        .map(|entity| entity.forms.iter().map(|form| form.text.as_str()).collect())
        .collect();
    entities.iter_mut().for_each(|forms| forms.sort_unstable());
    entities.sort();
    entities
}

#[test]
fn an_alias_makes_one_entity_of_two_unlike_names() {
    let (a, b) = WELLS;
    let both = vec!["Bakari Tambura", "Issa Okonjo"];
    assert!(!entities(&reconcile(&Lexicon::english(), a, b)).contains(&both));
    for (x, y) in [("Bakari Tambura", "Issa Okonjo"), ("ISSA OKONJO", "bakari tambura")] {
        let mut builder = Lexicon::builder();
        builder.alias(x, y);
        let made = reconcile(&builder.build(), a, b);
        assert!(entities(&made).contains(&both), "{:?}", entities(&made));
        let names = of_facet(&made, Facet::Name);
        let record = names.iter().find(|record| {
            let says = |name: &str| {
                record.readings.iter().any(|r| matches!(&r.value, Value::Name { name: n, .. } if n == name))
            };
            says("Bakari Tambura") && says("Issa Okonjo")
        });
        // The caller said that both are right.
        assert_eq!(record.map(|record| record.relation), Some(Relation::Equivalent), "{names:?}");
    }
}

#[test]
fn names_never_to_merge_stay_apart_however_alike() {
    let a = "Colonel Bakari Tambura opened four wells in Tillia on Monday, residents said.";
    let b = "Colonel Bakary Tamboura opened four wells in Tillia on Monday, residents said.";
    let both = vec!["Bakari Tambura", "Bakary Tamboura"];
    assert!(entities(&reconcile(&Lexicon::english(), a, b)).contains(&both));
    let mut builder = Lexicon::builder();
    builder.never_merge("Bakary Tamboura", "Bakari Tambura");
    let made = reconcile(&builder.build(), a, b);
    for forms in entities(&made) {
        assert!(!(forms.contains(&both[0]) && forms.contains(&both[1])), "{forms:?}");
    }
    for record in of_facet(&made, Facet::Name) {
        let said: Vec<&str> =
            record.readings.iter().flat_map(|r| &r.mentions).map(|m| m.text.as_str()).collect();
        assert!(!(said.contains(&both[0]) && said.contains(&both[1])), "{record:?}");
    }
}

#[test]
fn a_later_row_overrides_an_earlier_one() {
    let mut builder = Lexicon::builder();
    builder.extend(TableId::Place, "Mali\tcity\nMali\tregion\tMalian Sea\n").unwrap();
    builder.extend(TableId::Place, "Old Mali\tnation\tMali\n").unwrap();
    let lexicon = builder.build();
    let place = |phrase: &str| {
        let found = lexicon.table(TableId::Place).get(&key(phrase), phrase).unwrap();
        (found.entry.canonical.clone(), found.entry.class.clone())
    };
    assert_eq!(place("Mali"), ("Old Mali".to_owned(), "nation".to_owned()));
    assert_eq!(place("Malian Sea"), ("Mali".to_owned(), "region".to_owned()));
    assert_eq!(place("Niger").1, "country", "what is not overridden stands");
    assert_eq!(
        Lexicon::english().table(TableId::Place).get("mali", "Mali").unwrap().entry.class,
        "country",
        "the tables that ship are never changed"
    );
}

#[test]
fn a_file_from_any_editor_reads_the_same() {
    let plain = "# ours\n\nTillia Wells Council\tbody\t!ZQB|Wells Council\nQarzi Guard\tarmed\n";
    let windows = format!("\u{feff}{}", plain.replace('\n', "\r\n"));
    let unended = plain.trim_end();
    for text in [plain, &windows, unended] {
        let lexicon = with(TableId::Organisation, text);
        let table = lexicon.table(TableId::Organisation);
        for form in ["Tillia Wells Council", "ZQB", "Wells Council", "Qarzi Guard"] {
            let found = table.get(&key(form), form);
            assert!(found.is_some_and(|f| !f.entry.class.contains('\r')), "{form} of {text:?}");
        }
        assert!(table.get("zqb", "Zqb").is_none(), "an acronym needs its capitals");
    }
    // The line number is that of the file.
    let error = Lexicon::builder().extend(TableId::Place, "\u{feff}# ours\r\n\r\nQarzania\r\n").unwrap_err();
    assert!(error.to_string().starts_with("lexicon place, line 3: "), "{error}");
}
