//! Errors and their messages. No text ever causes one.

use testimonia::lexicon::{Lexicon, TableId};
use testimonia::provenance::Known;
use testimonia::{Config, Error, Reconciler, Source};

fn two(a: &str, b: &str) -> Result<testimonia::Reconciliation, Error> {
    Reconciler::new().reconcile(&[Source::new("a", a), Source::new("b", b)])
}

#[test]
fn one_source_has_nothing_to_be_reconciled_with() {
    let error = Reconciler::new().reconcile(&[Source::new("a", "Rain fell.")]).unwrap_err();
    assert!(error.is_input() && !error.is_config() && !error.is_lexicon());
    assert_eq!(error.to_string(), "at least two sources are needed to reconcile, 1 given");
    assert!(Reconciler::new().reconcile(&[]).unwrap_err().is_input());
}

#[test]
fn ids_tell_sources_apart() {
    let same = [Source::new("a", "x"), Source::new("b", "y"), Source::new("a", "z")];
    let error = Reconciler::new().reconcile(&same).unwrap_err();
    assert!(error.is_input());
    assert_eq!(error.to_string(), "two sources have the id \"a\"");
    let error = Reconciler::new().reconcile(&[Source::new("a", "x"), Source::new("", "y")]).unwrap_err();
    assert!(error.is_input());
    assert_eq!(error.to_string(), "source 2 (counted from 1) has an empty id");
}

#[test]
fn input_beyond_a_limit_is_rejected_with_the_name_of_the_limit() {
    let told = |set: fn(&mut testimonia::Limits), texts: [&str; 2]| {
        let mut config = Config::default();
        set(&mut config.limits);
        let reconciler = Reconciler::builder().config(config).build().unwrap();
        let sources = [Source::new("a", texts[0]), Source::new("b", texts[1])];
        let outcome = reconciler.reconcile(&sources).map(|_| String::new());
        outcome.unwrap_or_else(|error| {
            assert!(error.is_limit() && error.is_input() && !error.is_config());
            error.to_string()
        })
    };
    let short = ["Rain.", "Rain."];
    assert_eq!(told(|l| l.source = 4, short), "source \"a\" has 5 bytes, more than limits.source allows (4)");
    assert_eq!(
        told(|l| l.source = 4, ["", "Rain."]),
        "source \"b\" has 5 bytes, more than limits.source allows (4)"
    );
    assert_eq!(
        told(|l| l.sources = 1, short),
        "the bundle has 2 sources, more than limits.sources allows (1)"
    );
    assert_eq!(told(|l| l.bytes = 9, short), "the bundle has 10 bytes, more than limits.bytes allows (9)");
    assert_eq!(told(|l| (l.source, l.sources, l.bytes) = (5, 2, 10), short), "");
    assert_eq!(told(|_| {}, short), "");
}

#[test]
fn a_number_out_of_its_range_names_its_field() {
    let wrong: [(&str, fn(&mut Config)); 5] = [
        ("limits.source", |c| c.limits.source = 1 << 31),
        ("align.threshold", |c| c.align.threshold = -0.1),
        ("provenance.threshold", |c| c.provenance.threshold = f64::NAN),
        ("resolve.discrepancy", |c| c.resolve.discrepancy = 1.5),
        ("resolve.agreement", |c| c.resolve.agreement = f64::INFINITY),
    ];
    for (field, spoil) in wrong {
        let mut config = Config::default();
        spoil(&mut config);
        let error = Reconciler::builder().config(config).build().unwrap_err();
        assert!(error.is_config() && !error.is_input());
        assert!(error.to_string().contains(field), "{error}");
    }
}

#[test]
fn what_is_known_about_sources_must_be_consistent() {
    let names = |all: &[&str]| all.iter().map(|&name| name.to_owned()).collect::<Vec<String>>();
    let pair = |a: &str, b: &str| [a.to_owned(), b.to_owned()];
    let wrong: [(&str, Box<dyn Fn(&mut Known)>); 6] = [
        ("groups: a name is empty", Box::new(|k| k.groups = vec![names(&["Post", " "])])),
        ("has fewer than two members", Box::new(|k| k.groups = vec![names(&["Post", "POST"])])),
        (
            "is in two groups",
            Box::new(|k| k.groups = vec![names(&["Post", "Times"]), names(&["times", "Sun"])]),
        ),
        ("feeds: a name is empty", Box::new(|k| k.feeds = names(&[""]))),
        ("is paired with itself", Box::new(|k| k.independent = vec![pair("Post", "post")])),
        (
            "are in one group",
            Box::new(|k| {
                k.groups = vec![names(&["Post", "Times"])];
                k.independent = vec![pair("Times", "Post")];
            }),
        ),
    ];
    for (reason, spoil) in wrong {
        let mut config = Config::default();
        spoil(&mut config.provenance.known);
        let error = Reconciler::builder().config(config.clone()).build().unwrap_err();
        assert!(error.is_config() && !error.is_input());
        assert!(error.to_string().contains(reason), "{error}, not {reason}");
    }
    let mut config = Config::default();
    config.provenance.known.groups = vec![names(&["Post", "Times"])];
    config.provenance.known.feeds = names(&["Wire"]);
    let written = serde_json::to_string(&config).unwrap();
    assert_eq!(serde_json::from_str::<Config>(&written).unwrap(), config);
}

#[test]
fn a_malformed_lexicon_row_gives_its_line_and_the_reason() {
    let wrong = [
        ("Mali\n", 1, "a tab and a class"),
        ("# fine\nMali\tcountry\nNiger\tcountry\tNiger|\n", 3, "has no letter or digit"),
        ("Mali\tcountry\tMali\textra\n", 1, "a fourth column"),
        ("Mali\t\n", 1, "has no class"),
        ("...\tcountry\n", 1, "no letter or digit"),
    ];
    for (rows, line, reason) in wrong {
        let error = Lexicon::builder().extend(TableId::Place, rows).map(|_| ()).unwrap_err();
        assert!(error.is_lexicon());
        let message = error.to_string();
        assert!(message.starts_with(&format!("lexicon place, line {line}: ")), "{message}");
        assert!(message.contains(reason), "{message}");
    }
}

#[test]
fn a_publication_date_must_be_valid() {
    for text in ["soon", "2023-13-01", "2023-02-30", "", "2023-08-04T25:00"] {
        let error = text.parse::<testimonia::Published>().unwrap_err();
        assert!(error.is_input(), "{text:?}");
    }
}

#[test]
fn texts_never_fail() {
    let tame = "Twelve people died on Friday in Niamey, police said.";
    // `.ci/bounds` tries larger ones, in a release build.
    let long = "A storm hit the coast of Ghana on Tuesday, killing 12 people, officials said. ".repeat(5_000);
    let odd = [
        "",
        " \n\t\r\n ",
        "Rain",
        "\u{feff}Twelve people died on Friday.",
        "Twelve people died.\r\n\r\nThey were at sea.\r\n",
        "Tw\u{200b}elve peo\u{ad}ple \u{202e}died\u{202c}.",
        "Il y a eu douze morts vendredi à Niamey, a indiqué la police. «\u{a0}Nous sommes tristes\u{a0}», a dit le préfet.",
        "金曜日にニアメで12人が死亡したと警察が発表した。",
        "Cafe\u{301} owner Rene\u{301} Traore\u{301} died.",
        "\"\"\"\"\"''''“”‘’«»((((",
        "1 2 3 4 5 6,,,7...8",
    ];
    for text in odd {
        assert!(two(tame, text).is_ok());
        assert!(two(text, text).is_ok(), "the same text twice");
    }
    assert!(two(tame, &long).is_ok());
}
