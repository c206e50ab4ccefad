//! The feature `parallel` changes no byte of the output, whatever the number of threads.

use std::fs;
use std::path::Path;
use std::process::Command;

use rayon::ThreadPoolBuilder;
use testimonia::align::{Passage, link};
use testimonia::story::{self, StoryConfig};
use testimonia::{Lexicon, Published, Reconciler, Source};

use crate::one_result;

const THREADS: [usize; 3] = [2, 3, 8];

fn on<R: Send>(threads: usize, work: impl FnOnce() -> R + Send) -> R {
    ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(work)
}

/// Enough reports to reach the bounds of large collections; several of them have every third sentence in common.
fn reports(many: usize, sentences: usize) -> Vec<Source> {
    let place = |n: usize| ["Lemva", "Tolvik", "Corvelle", "Brenholt", "Marnes", "Alder", "Zinder"][n % 7];
    let what = |n: usize| {
        ["bridge", "harbour", "clinic", "mine", "market", "school", "ferry", "dam", "court"][n % 9]
    };
    let did = |n: usize| ["opened", "closed", "flooded", "searched", "praised"][n % 5];
    let report = |at: usize| {
        let told = (0..sentences).map(|n| {
            let told = if n % 3 == 0 { n } else { n + 31 * at };
            format!(
                "The {} of {} was {} on Monday and {} people were hurt, Mr {}son said.",
                what(told),
                place(told / 2),
                did(told / 3),
                2 + told % 40,
                place(told / 5)
            )
        });
        Source::new(format!("{at:03}"), told.collect::<Vec<_>>().join(" "))
    };
    (0..many).map(report).collect()
}

fn json(sources: &[Source]) -> String {
    serde_json::to_string_pretty(&Reconciler::new().reconcile(sources).unwrap()).unwrap()
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    for (many, sentences) in [(3, 8), (24, 20)] {
        let sources = reports(many, sentences);
        let one = on(1, || json(&sources));
        assert!(one.contains("\"score\""), "nothing is linked");
        for threads in THREADS {
            assert!(on(threads, || json(&sources)) == one, "{threads} threads, {many} sources");
        }
    }
}

#[test]
fn many_bundles_give_the_same_bytes_on_one_to_eight_threads() {
    for number in 0..one_result::BUNDLES {
        let sources = one_result::bundle(number);
        let one = on(1, || one_result::json(&sources));
        for threads in 2..=8 {
            assert!(on(threads, || one_result::json(&sources)) == one, "{threads} threads, bundle {number}");
        }
    }
}

#[test]
fn passages_are_linked_the_same_on_any_number_of_threads() {
    let sources = reports(40, 20);
    let passages: Vec<Passage<'_>> = (0..)
        .zip(&sources)
        .flat_map(|(source, s)| s.text().split_inclusive(". ").map(move |text| Passage { source, text }))
        .collect();
    let lexicon = Lexicon::english();
    let one = on(1, || link(&passages, &lexicon, 0.1));
    assert!(!one.is_empty());
    for threads in THREADS {
        assert_eq!(on(threads, || link(&passages, &lexicon, 0.1)), one, "{threads} threads");
    }
}

#[test]
fn a_feed_has_the_same_stories_on_any_number_of_threads() {
    // More articles than are looked up in one batch.
    let feed: Vec<Source> = (0..9_000)
        .map(|n: usize| {
            let town: String = format!("{:04}", n / 3).bytes().map(|b| char::from(b - b'0' + b'k')).collect();
            let text = format!(
                "A ferry sank off {town}ur and {} people drowned, the mayor of {town}ix said.",
                n % 40 + 3
            );
            Source::new(format!("{n:04}"), text)
                .published(format!("2024-05-{:02}", n / 300 % 28 + 1).parse::<Published>().unwrap())
        })
        .collect();
    let grouped = || story::group(&feed, &Lexicon::english(), &StoryConfig::default()).unwrap();
    let one = on(1, grouped);
    assert!(one.stories.iter().any(|story| story.sources.len() > 2) && one.stories.len() > 1_000);
    for threads in THREADS {
        assert!(on(threads, grouped) == one, "{threads} threads");
    }
}

/// Compares with what a build without the feature prints, for texts that are large enough.
#[test]
fn the_default_build_gives_the_same_bytes() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("parallel");
    fs::create_dir_all(&folder).unwrap();
    let sources = reports(24, 20);
    let mut files = Vec::new();
    for source in &sources {
        let file = folder.join(source.id());
        fs::write(&file, source.text()).unwrap();
        files.push(file);
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(crate::root());
    command.args(["run", "--quiet", "--example", "reconcile", "--", "--json"]).args(&files);
    let output = command.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8(output.stdout).unwrap().trim_end() == json(&sources));
}
