//! tests/cases/name_list.txt: names from the news, and how many pairs of them are judged correctly by letters alone.

use testimonia::compare::name::{candidates, compare};
use testimonia::mention::NameKind;
use testimonia::{Lexicon, Relation, lexicon::TableId};

struct Pair<'t> {
    a: &'t str,
    b: &'t str,
    one: bool,
}

fn pairs(text: &str) -> Vec<Pair<'_>> {
    let mut one = false;
    let mut pairs = Vec::new();
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        if line.starts_with('[') {
            one = line.contains("one name");
        } else {
            let split = line.split(' ').filter_map(|pair| pair.split_once('~'));
            pairs.extend(split.map(|(a, b)| Pair { a, b, one }));
        }
    }
    pairs
}

const LIST: &str = include_str!("../../cases/name_list.txt");

#[test]
fn names_from_the_news_are_judged_by_their_letters() {
    let lexicon = Lexicon::english();
    let (mut right, mut said, mut gold) = (0, 0, 0);
    for pair in pairs(LIST) {
        let one = compare(pair.a, pair.b, NameKind::Other, &lexicon).probability > 0.5;
        gold += usize::from(pair.one);
        said += usize::from(one);
        right += usize::from(one && pair.one);
    }
    let f1 = 2.0 * right as f64 / (said + gold) as f64;
    assert!(gold > 200 && f1 >= 0.94, "f1 {f1:.3}: {right} of {said} said and {gold} there");
}

#[test]
fn no_two_places_of_the_lexicon_are_confused() {
    let lexicon = Lexicon::english();
    let places = lexicon.table(TableId::Place);
    let mut seen = 0;
    for pair in pairs(LIST).iter().filter(|p| !p.one) {
        let known = |name: &str| places.get(&name.to_lowercase(), name).is_some();
        if known(pair.a) && known(pair.b) {
            seen += 1;
            let found = compare(pair.a, pair.b, NameKind::Place, &lexicon);
            // A country and its people are equivalent, but are not spellings of each other.
            let is_spelling = matches!(found.relation, Some(Relation::Variant | Relation::Refinement));
            assert!(!is_spelling, "{} and {}: {:?}", pair.a, pair.b, found.relation);
        }
    }
    assert!(seen >= 40, "{seen}");
}

/// Countries, their capitals and their peoples, all compared with each other.
#[test]
fn no_country_capital_or_people_is_taken_for_another() {
    let lexicon = Lexicon::english();
    let wanted = ["country", "capital", "demonym"];
    let places = lexicon.table(TableId::Place);
    let mut forms: Vec<(&str, &str)> = Vec::new();
    for key in places.keys() {
        if let Some(entry) = places.get_folded(key).filter(|e| wanted.contains(&e.class.as_str())) {
            forms.push((key, &entry.canonical));
        }
    }
    forms.sort_unstable();
    forms.dedup();
    assert!(forms.len() > 900, "{}", forms.len());
    let titled: Vec<String> = forms.iter().map(|(key, _)| titled(key)).collect();
    // All pairs whose letters are similar enough to be compared at all.
    let mut seen = 0;
    for (n, ((_, one), a)) in forms.iter().zip(&titled).enumerate() {
        for ((_, other), b) in forms.iter().zip(&titled).skip(n + 1) {
            if one == other || strsim::jaro_winkler(a, b) < 0.6 {
                continue;
            }
            seen += 1;
            let found = compare(a, b, NameKind::Other, &lexicon);
            assert!(found.probability < 0.5, "{a} ({one}) and {b} ({other}): {:.2}", found.probability);
        }
    }
    assert!(seen > 10_000, "{seen}");
}

fn titled(key: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    };
    key.split(' ').map(word).collect::<Vec<String>>().join(" ")
}

#[test]
fn variants_share_a_block() {
    let lexicon = Lexicon::english();
    let listed = pairs(LIST);
    let mut names: Vec<&str> = listed.iter().flat_map(|p| [p.a, p.b]).collect();
    names.sort_unstable();
    names.dedup();
    let found = candidates(&names, NameKind::Other, &lexicon);
    assert!(found.len() < names.len() * 160, "{} candidates of {} names", found.len(), names.len());
    let at = |name: &str| names.binary_search(&name).unwrap_or(0) as u32;
    let there = |p: &&Pair<'_>| {
        let (i, j) = (at(p.a), at(p.b));
        found.binary_search(&(i.min(j), i.max(j))).is_ok()
    };
    let variants: Vec<&Pair<'_>> = listed.iter().filter(|p| p.one).collect();
    let reached = variants.iter().copied().filter(|p| there(p)).count();
    assert!(reached * 100 >= variants.len() * 95, "{reached} of {}", variants.len());
}
