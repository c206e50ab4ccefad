//! The tables of the library, and what a caller adds to them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use testimonia::lexicon::{Lexicon, TableId, key};
use testimonia::{Source, mention, text};
use unicode_normalization::is_nfc;

/// A data file as committed: its header and its rows.
struct File {
    table: TableId,
    name: &'static str,
    header: String,
    rows: Vec<Row>,
}

struct Row {
    line: usize,
    /// Without marks.
    canonical: String,
    class: String,
    /// As written, with marks; the canonical form comes first if it is one of them.
    forms: Vec<String>,
}

/// A form without its marks, whether it is weak, and whether its letters must match exactly.
fn bare(form: &str) -> (&str, bool, bool) {
    let bare = form.trim_start_matches(['!', '?']);
    let marks = &form[..form.len() - bare.len()];
    (bare, marks.contains('?'), marks.contains('!'))
}

/// Files that are read into a table before its own.
const DERIVED: [(TableId, &str); 3] = [
    (TableId::Synonym, "synonym_wordnet"),
    (TableId::Antonym, "antonym_wordnet"),
    (TableId::Kind, "kind_wordnet"),
];

fn files() -> Vec<File> {
    let read = |(table, name): (TableId, &'static str)| {
        let path = crate::root().join(format!("src/lexicon/data/{name}.tsv"));
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let header: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("# ")).collect();
        let rows = text.lines().enumerate().skip(header.len()).map(|(n, line)| row(n + 1, line)).collect();
        File { table, name, header: header.join(" "), rows }
    };
    TableId::ALL.iter().map(|&table| (table, table.name())).chain(DERIVED).map(read).collect()
}

fn row(line: usize, text: &str) -> Row {
    let columns: Vec<&str> = text.split('\t').collect();
    let (canonical, class, forms) = match columns[..] {
        [canonical, class] => (canonical, class, ""),
        [canonical, class, forms] => (canonical, class, forms),
        _ => panic!("line {line} is no row: {text:?}"),
    };
    let hidden = canonical.starts_with('-');
    let first = (!hidden).then_some(canonical);
    Row {
        line,
        canonical: canonical.trim_start_matches(['-', '!', '?']).to_owned(),
        class: class.to_owned(),
        forms: first
            .into_iter()
            .chain(forms.split('|').filter(|f| !f.is_empty()))
            .map(str::to_owned)
            .collect(),
    }
}

/// Every row, with a description of where it is.
fn rows(files: &[File]) -> impl Iterator<Item = (&File, &Row, String)> {
    files.iter().flat_map(|file| {
        let place = |row: &Row| format!("{}.tsv, line {}", file.name, row.line);
        file.rows.iter().map(move |row| (file, row, place(row)))
    })
}

#[track_caller]
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_table_states_its_scope_and_origin() {
    let mut wrong = Vec::new();
    for file in files() {
        let [origin, licence] = match file.name == file.table.name() {
            true => ["Origin: ours", "Licence: that of the crate."],
            false => [
                "Origin: derived from WordNet 3.0 by `lab ",
                "WordNet 3.0 Copyright 2006 by Princeton University.",
            ],
        };
        for part in ["Scope: ", "Class", origin, licence, "Left out on purpose: "] {
            if !file.header.contains(part) {
                wrong.push(format!("{}.tsv does not say {part:?}", file.name));
            }
        }
        assert!(file.rows.len() > 10, "{}.tsv has no rows", file.name);
    }
    assert_none(&wrong);
}

/// The classes that a header names: the words between "Class:" or "Classes:" and the origin.
fn named(header: &str) -> BTreeSet<&str> {
    let (_, after) = header.split_once("Class").unwrap_or_default();
    let (_, after) = after.split_once(':').unwrap_or_default();
    let (classes, _) = after.split_once("Origin:").unwrap_or_default();
    classes.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').collect()
}

#[test]
fn classes_are_those_the_header_names() {
    assert_eq!(named("Scope: x. Classes: a (b); c_d. Origin: e."), BTreeSet::from(["", "a", "b", "c_d"]));
    let files = files();
    let mut wrong = BTreeSet::new();
    for (file, row, _) in rows(&files) {
        // A unit's class ends in its factor to the base unit.
        let class = row.class.split('*').next().unwrap_or("");
        if !named(&file.header).contains(class) {
            wrong.insert(format!("{}.tsv: {class}", file.table.name()));
        }
    }
    assert_none(&Vec::from_iter(wrong));
}

#[test]
fn units_convert_by_a_number() {
    let files = files();
    for (file, row, place) in rows(&files) {
        let factor = row.class.split_once('*').map(|(_, factor)| factor.parse::<f64>());
        assert!(factor.is_none() || file.table == TableId::Unit, "{place}");
        assert!(factor.is_none_or(|factor| factor.is_ok_and(|f| f > 0.0 && f.is_finite())), "{place}");
    }
}

#[test]
fn forms_are_composed_and_trimmed() {
    let files = files();
    let mut wrong = Vec::new();
    for (_, row, place) in rows(&files) {
        for text in row.forms.iter().chain([&row.canonical, &row.class]) {
            let (text, ..) = bare(text);
            if !is_nfc(text) || text.split(' ').any(str::is_empty) || text.contains(char::is_control) {
                wrong.push(format!("{place}: {text:?}"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn no_form_means_two_things_of_one_class() {
    let files = files();
    let mut wrong = Vec::new();
    // Table, class, key, and letters if they matter -> canonical form.
    let mut seen: BTreeMap<(&str, &str, String, Option<String>), &str> = BTreeMap::new();
    // A short name may have several full forms: Chris is Christine or Christopher.
    // A city has several teams.
    let shared = [TableId::Nickname, TableId::Team];
    for (file, row, place) in rows(&files).filter(|(file, ..)| !shared.contains(&file.table)) {
        for form in &row.forms {
            let (text, weak, exact) = bare(form);
            if weak {
                continue;
            }
            let letters = exact.then(|| text.replace('.', ""));
            let other = seen.insert((file.table.name(), &row.class, key(text), letters), &row.canonical);
            if other.is_some_and(|other| other != row.canonical) {
                wrong.push(format!("{place}: {text:?} is {:?} and {other:?}", row.canonical));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_form_is_found_by_its_own_letters() {
    let lexicon = Lexicon::english();
    let files = files();
    let mut wrong = Vec::new();
    for (file, row, place) in rows(&files) {
        let table = lexicon.table(file.table);
        for form in &row.forms {
            let (text, ..) = bare(form);
            let key = key(text);
            let first = key.split(' ').next().unwrap_or("");
            // A possessive ending is a token of its own.
            let owner = first.strip_suffix("'s").or_else(|| first.strip_suffix('\''));
            let first = owner.filter(|_| key.contains(' ')).unwrap_or(first);
            // Spellings and kinds are looked up by their letters, outlets as publishers, and word sets and bounds by their
            // own bits: none of them as tokens of a text.
            let of_tokens = !matches!(
                file.table,
                TableId::Spelling
                    | TableId::Outlet
                    | TableId::Kind
                    | TableId::NameWord
                    | TableId::WordSet
                    | TableId::Bound
            );
            if table.get(&key, text).is_none() || of_tokens && !lexicon.begins(first).contains(file.table) {
                wrong.push(format!("{place}: {text:?}"));
            }
        }
        // Rows that share a form share it with this one.
        if let [a, b, ..] = &row.forms[..] {
            assert!(table.share(&key(bare(a).0), &key(bare(b).0)), "{place}");
        }
    }
    assert_none(&wrong);
}

#[test]
fn spellings_map_one_way() {
    let files = files();
    let spellings: Vec<(&Row, String)> = rows(&files)
        .filter(|(file, ..)| file.table == TableId::Spelling)
        .map(|(_, row, place)| (row, place))
        .collect();
    let american: BTreeSet<String> = spellings.iter().map(|(row, _)| key(&row.canonical)).collect();
    let mut wrong = Vec::new();
    for (row, place) in &spellings {
        let british: Vec<String> =
            row.forms.iter().skip(1).map(|form| key(form)).filter(|form| american.contains(form)).collect();
        if row.forms.len() < 2 || !british.is_empty() {
            wrong.push(format!("{place}: {:?} {british:?}", row.canonical));
        }
    }
    assert_none(&wrong);
}

#[test]
fn a_caller_adds_words_to_rules() {
    let mut builder = Lexicon::builder();
    builder.extend(TableId::WordSet, "kennel\tpiece\tkennels\n").unwrap();
    builder.extend(TableId::Bound, "a whisker over\tmore_than\n").unwrap();
    let (shipped, extended) = (Lexicon::english(), builder.build());
    let first = |text: &str, lexicon: &Lexicon| {
        let source = Source::new("a", text);
        let document = text::parse(&source, lexicon);
        let mentions = mention::extract(std::slice::from_ref(&document), lexicon);
        mentions[0].quantities.first().cloned().unwrap()
    };
    let paid = "The town now charges $40 a kennel.";
    assert!(first(paid, &shipped).per.is_none());
    assert!(first(paid, &extended).per.is_some());
    let bounded = "They counted a whisker over 40 boats.";
    let bound = |lexicon| format!("{:?}", first(bounded, lexicon).bound);
    assert_eq!(
        (bound(&extended).as_str(), first(bounded, &extended).span.slice(bounded)),
        ("MoreThan", "a whisker over 40 boats")
    );
}

#[test]
fn a_row_that_no_rule_reads_is_refused() {
    for table in [TableId::WordSet, TableId::NameWord, TableId::Bound] {
        let refused = Lexicon::builder().extend(table, "# A comment.\nkennel\tkennels\n").err();
        let reason = refused.map(|e| e.to_string()).unwrap_or_default();
        assert!(reason.contains("kennels") && reason.contains('2'), "{table:?}: {reason}");
    }
}
