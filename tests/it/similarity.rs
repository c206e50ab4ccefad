//! A caller's own similarity: what it changes, what it cannot do alone, and what odd answers do.

use std::collections::BTreeSet;
use std::sync::Mutex;

use testimonia::align::{
    AlignConfig, Alignment, Pairs, SentenceSimilarity, SimilarityConfig, Weights, align,
    align_with_similarity,
};
use testimonia::{Config, Lexicon, Reconciler, Source, mention, text};

const FERRY: &str = "The ferry Marit sank off Lemva in heavy seas on Monday. Its crew of 14 were taken off by helicopter. \
                     Its owners declined to comment. Rain fell for most of the week.";
const CREW: &str = "The Marit, a car ferry, went down in a storm. All 14 seamen were winched to safety, the coastguard said. \
                    The harbour of Lemva was founded in 1420. A choir sang in the town on Monday.";

type Pair = [u32; 2];

fn sources() -> [Source; 2] {
    [Source::new("a", FERRY), Source::new("b", CREW)]
}

fn read<R>(body: impl FnOnce(&[text::Document<'_>], &[mention::Mentions], &Lexicon) -> R) -> R {
    let (lexicon, sources) = (Lexicon::english(), sources());
    let documents: Vec<_> = sources.iter().map(|source| text::parse(source, &lexicon)).collect();
    let mentions = mention::extract(&documents, &lexicon);
    body(&documents, &mentions, &lexicon)
}

fn pairs(alignment: &Alignment) -> BTreeSet<Pair> {
    alignment.links.iter().map(|l| [l.a.sentence, l.b.sentence]).collect()
}

fn plain(config: &AlignConfig) -> Alignment {
    read(|documents, mentions, lexicon| align(documents, mentions, lexicon, config))
}

fn with(similarity: &dyn SentenceSimilarity, config: &AlignConfig) -> Alignment {
    read(|documents, mentions, lexicon| {
        align_with_similarity(documents, mentions, lexicon, config, similarity)
    })
}

/// Sentences are alike if the first contains `one` and the second `other`.
fn knows<'w>(one: &'w str, other: &'w str) -> impl Fn(&str, &str) -> f64 + 'w {
    move |a, b| f64::from(u8::from(a.contains(one) && b.contains(other)))
}

fn config(weight: f64, even: f64) -> AlignConfig {
    let mut config = AlignConfig::default();
    (config.similarity.weight, config.similarity.even) = (weight, even);
    config
}

fn whole(weight: f64, even: f64) -> Config {
    let mut whole = Config::default();
    whole.align = config(weight, even);
    whole
}

#[test]
fn it_links_what_the_library_alone_does_not() {
    let link = [1, 1];
    let mut strict = AlignConfig::default();
    strict.threshold = 0.6;
    assert!(!pairs(&plain(&strict)).contains(&link));
    assert!(pairs(&with(&knows("crew", "seamen"), &strict)).contains(&link));
}

#[test]
fn it_unlinks_what_the_library_alone_links() {
    let same = "The dam at Corvelle burst on Sunday night, and forty houses were lost.";
    let sources = [Source::new("a", same), Source::new("b", same)];
    let config = whole(20.0, 1.0);
    assert_eq!(Reconciler::new().reconcile(&sources).unwrap().claims.len(), 1);
    let never = Reconciler::builder().similarity(|_: &str, _: &str| 0.0).config(config).build().unwrap();
    assert!(never.reconcile(&sources).unwrap().claims.is_empty());
}

#[test]
fn alone_it_makes_no_link_by_default() {
    // Most of these share only the harbour, the town or the week.
    let link = [0, 2];
    let fixed = Fixed::default();
    with(&fixed, &AlignConfig::default());
    let asked = fixed.asked.into_inner().unwrap();
    assert!(asked[0].1.contains(&(0, 4 + 2)), "no candidate");
    let alike = with(&|_: &str, _: &str| 1.0, &AlignConfig::default());
    assert!(!pairs(&alike).contains(&link), "{:?}", alike.links);
}

#[test]
fn more_similarity_never_makes_a_link_less_probable() {
    let mut all = AlignConfig::default();
    all.threshold = 0.0;
    let of = |similarity: f64| {
        let alignment = with(&move |a: &str, b: &str| knows("crew", "seamen")(a, b) * similarity, &all);
        let link = alignment.links.iter().find(|l| [l.a.sentence, l.b.sentence] == [1, 1]);
        link.map_or(0.0, |l| l.score.value())
    };
    let scores: Vec<f64> = [0.0, 0.25, 0.5, 0.75, 1.0].map(of).to_vec();
    assert!(scores.windows(2).all(|w| w[0] < w[1]), "{scores:?}");
}

#[test]
fn even_similarity_and_no_weight_change_nothing() {
    let usual = plain(&AlignConfig::default());
    assert_eq!(with(&|_: &str, _: &str| 0.5, &AlignConfig::default()), usual);
    assert_eq!(with(&|_: &str, _: &str| 1.0, &config(0.0, 0.5)), usual);
    assert_eq!(with(&|_: &str, _: &str| 0.3, &config(9.0, 0.3)), usual);
}

#[test]
fn nan_counts_as_no_evidence() {
    assert_eq!(with(&|_: &str, _: &str| f64::NAN, &AlignConfig::default()), plain(&AlignConfig::default()));
}

#[test]
fn values_out_of_range_are_clamped() {
    let always = |s: f64| with(&move |_: &str, _: &str| s, &AlignConfig::default());
    for above in [1.5, 1e300, f64::INFINITY] {
        assert_eq!(always(above), always(1.0));
    }
    for below in [-0.5, -1e300, f64::NEG_INFINITY] {
        assert_eq!(always(below), always(0.0));
    }
}

/// Answers with a fixed number of values, whatever is asked, and remembers what was asked.
#[derive(Default)]
struct Fixed {
    answers: Vec<f64>,
    asked: Mutex<Vec<(Vec<String>, Vec<(usize, usize)>)>>,
}

impl SentenceSimilarity for Fixed {
    fn similarities(&self, sentences: &[&str], pairs: &[(usize, usize)]) -> Vec<f64> {
        let sentences = sentences.iter().map(|&s| s.to_owned()).collect();
        self.asked.lock().unwrap().push((sentences, pairs.to_vec()));
        self.answers.clone()
    }
}

#[test]
fn answers_too_few_or_too_many_are_no_error() {
    let usual = plain(&AlignConfig::default());
    assert_eq!(with(&Fixed::default(), &AlignConfig::default()), usual);
    let many = Fixed { answers: vec![0.5; 100_000], ..Fixed::default() };
    assert_eq!(with(&many, &AlignConfig::default()), usual);
}

#[test]
fn it_is_asked_once_with_the_sentences_as_written_and_pairs_of_two_sources() {
    let fixed = Fixed::default();
    with(&fixed, &AlignConfig::default());
    let asked = fixed.asked.into_inner().unwrap();
    let [(sentences, asked)] = &asked[..] else { panic!("asked {} times", asked.len()) };
    assert_eq!(sentences.len(), 8);
    assert!(sentences.iter().all(|s| FERRY.contains(s) || CREW.contains(s)));
    assert!(asked.contains(&(1, 5)), "{asked:?}");
    assert!(asked.iter().all(|&(a, b)| a < 4 && (4..8).contains(&b)), "{asked:?}");
    let once: BTreeSet<_> = asked.iter().collect();
    assert_eq!(once.len(), asked.len());
}

#[test]
fn loose_links_take_it_too() {
    read(|documents, mentions, lexicon| {
        let mut pairs = Pairs::of_documents(documents, mentions, lexicon);
        let before = pairs.loose_links(Weights::shipped());
        pairs.add_similarity(|_| "", &|_: &str, _: &str| 1.0, &SimilarityConfig::default());
        let after = pairs.loose_links(Weights::shipped());
        assert!(before.iter().zip(&after).all(|(b, a)| (b.a, b.b) == (a.a, a.b) && b.score <= a.score));
        assert!(before.iter().zip(&after).any(|(b, a)| b.score < a.score));
    });
}

#[test]
fn its_numbers_are_checked() {
    for (weight, even) in
        [(-1.0, 0.5), (21.0, 0.5), (f64::NAN, 0.5), (3.0, -0.1), (3.0, 1.1), (3.0, f64::NAN)]
    {
        let config = whole(weight, even);
        let wrong = Reconciler::builder().config(config).build().unwrap_err();
        assert!(wrong.is_config() && wrong.to_string().contains("align.similarity"), "{wrong}");
    }
}

#[test]
fn a_reconciler_with_one_can_be_cloned_and_printed() {
    let own = Reconciler::builder().similarity(knows("crew", "seamen")).build().unwrap();
    assert_eq!(own.clone().reconcile(&sources()).unwrap(), own.reconcile(&sources()).unwrap());
    assert!(format!("{own:?}").contains("a caller's"));
}
