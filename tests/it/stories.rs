//! Grouping a feed into stories: properties of any feed.

use std::collections::BTreeSet;

use proptest::prelude::*;
use testimonia::story::{Grouping, StoryConfig, group};
use testimonia::{Config, Lexicon, Published, Reconciler, Source};

fn grouped(feed: &[Source]) -> Grouping {
    group(feed, &Lexicon::english(), &StoryConfig::default()).unwrap()
}

fn members(grouping: &Grouping) -> Vec<(String, Vec<String>)> {
    grouping.stories.iter().map(|story| (story.id.to_string(), story.sources.clone())).collect()
}

/// Articles of invented words: a few events with words of their own, and words that all of them share.
fn feeds() -> impl Strategy<Value = Vec<Source>> {
    let word = |event: usize, n: usize| {
        format!("{}{}", ["Qa", "Zu", "Vo", "Xi"][event], ["rim", "dol", "bek", "tas", "lun", "gor"][n])
    };
    let article =
        (0..4_usize, prop::collection::vec((0..6_usize, any::<bool>()), 3..20), prop::option::of(1..9_u32));
    prop::collection::vec(article, 1..24).prop_map(move |articles| {
        let article = |(n, (event, words, day)): (usize, (usize, Vec<(usize, bool)>, Option<u32>))| {
            let words: Vec<String> =
                words.iter().map(|&(n, own)| word(if own { event } else { (event + 1) % 4 }, n)).collect();
            let source = Source::new(format!("a{n}"), format!("The {} was seen.", words.join(" ")));
            match day {
                Some(day) => source.published(format!("2024-05-0{day}").parse::<Published>().unwrap()),
                None => source,
            }
        };
        articles.into_iter().enumerate().map(article).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_article_is_in_one_story_whatever_the_order((feed, shuffled) in feeds().prop_flat_map(|feed| {
        (Just(feed.clone()), Just(feed).prop_shuffle())
    })) {
        let stories = grouped(&feed);
        prop_assert_eq!(members(&stories), members(&grouped(&shuffled)));
        let all: Vec<&String> = stories.stories.iter().flat_map(|story| &story.sources).collect();
        let distinct: BTreeSet<&String> = all.iter().copied().collect();
        prop_assert_eq!((all.len(), distinct.len()), (feed.len(), feed.len()));
        for story in &stories.stories {
            let ids: Vec<&str> = story.positions.iter().map(|&at| feed[at].id()).collect();
            prop_assert_eq!(&ids, &story.sources);
        }
    }

    #[test]
    fn an_article_on_something_else_moves_no_other(feed in feeds()) {
        let before = members(&grouped(&feed));
        let mut more = feed;
        more.push(Source::new("zz", "Shares of the brewer Maltco rose after it named a new chief executive."));
        let after: Vec<_> = members(&grouped(&more)).into_iter().filter(|(_, sources)| sources != &["zz"]).collect();
        prop_assert_eq!(before, after);
    }
}

/// Each article shares half of its words with the next, and nothing with the one after that.
#[test]
fn stories_do_not_chain() {
    let word = |n: usize| -> String {
        let letters: Vec<char> = "bdfgklmnprstvz".chars().collect();
        let syllable = |n: usize| format!("{}{}", letters[n % 14], ["a", "e", "i", "o", "u"][n / 14 % 5]);
        format!("{}{}{}", syllable(n % 70), syllable(n * 31 / 7 % 70), syllable(n * 17 % 70))
    };
    let feed: Vec<Source> = (0..60)
        .map(|n| {
            let words: Vec<String> = (n * 6..n * 6 + 12).map(word).collect();
            Source::new(format!("{n:02}"), format!("The {} was seen.", words.join(" ")))
        })
        .collect();
    let largest = grouped(&feed).stories.iter().map(|story| story.sources.len()).max();
    assert!(largest <= Some(4), "{largest:?}");
}

#[test]
fn what_a_bound_skips_is_reported() {
    let feed: Vec<Source> = (0..40)
        .map(|n| Source::new(format!("{n:02}"), "The ferry Amana sank off Arlit with 40 people aboard."))
        .collect();
    assert_eq!(grouped(&feed).skipped.articles, 0);
    let mut config = StoryConfig::default();
    config.frequent = 10;
    let bounded = group(&feed, &Lexicon::english(), &config).unwrap();
    assert!(bounded.skipped.articles > 20 && bounded.skipped.terms > bounded.skipped.articles);
}

#[test]
fn ids_that_are_empty_or_given_twice_are_errors() {
    for ids in [["a", "a"], ["a", ""]] {
        let feed = ids.map(|id| Source::new(id, "It rained."));
        let error = group(&feed, &Lexicon::english(), &StoryConfig::default()).unwrap_err();
        assert!(error.is_input(), "{error}");
    }
    assert!(grouped(&[]).stories.is_empty());
}

#[test]
fn each_story_is_reconciled_as_if_alone() {
    let feed = [
        Source::new("a", "A dam broke at Tillia on Monday, killing 12 people, the governor of Tahoua said."),
        Source::new("b", "Shares of the brewer Maltco rose after it named a new chief executive."),
        Source::new("c", "The governor of Tahoua said 14 people were killed when the dam at Tillia broke."),
    ];
    let reconciler = Reconciler::new();
    let made: Vec<_> = reconciler.reconcile_stories(&feed).unwrap().map(Result::unwrap).collect();
    assert_eq!(made.len(), 1);
    assert_eq!(made[0].story.sources, ["a", "c"]);
    assert_eq!(made[0].reconciliation, reconciler.reconcile(&[feed[0].clone(), feed[2].clone()]).unwrap());
    assert!(made[0].left_out.is_empty());
}

#[test]
fn a_large_story_is_bounded_and_reported() {
    let feed: Vec<Source> = (0..6)
        .map(|n| {
            Source::new(
                format!("{n}"),
                format!("The ferry Amana sank off Arlit with {} people aboard.", 40 + n),
            )
        })
        .collect();
    let mut config = Config::default();
    config.story.largest = 4;
    let reconciler = Reconciler::builder().config(config).build().unwrap();
    let made: Vec<_> = reconciler.reconcile_stories(&feed).unwrap().map(Result::unwrap).collect();
    assert_eq!(made[0].reconciliation.sources.len(), 4);
    assert_eq!(made[0].left_out, ["4", "5"]);
}

#[test]
fn thresholds_out_of_range_are_errors() {
    let mut config = Config::default();
    config.story.similarity = 1.5;
    assert!(Reconciler::builder().config(config).build().unwrap_err().is_config());
}

/// Joins in rounds and attaches as the documentation of `steps` says, looking at everything each time.
fn by_steps(feed: &[Source], config: &StoryConfig) -> Vec<(String, Vec<String>)> {
    use testimonia::story::steps::{Bounds, Lookup, Sketch, candidates, story_id};

    let lexicon = Lexicon::english();
    let mut articles: Vec<(Sketch, &str)> =
        feed.iter().map(|source| (Sketch::of(source, &lexicon), source.id())).collect();
    articles.sort_by_key(|(sketch, id)| (sketch.day(), *id));
    let again = |sketch: &Sketch| Sketch::from_bytes(&sketch.to_bytes()).unwrap();

    let mut postings: Vec<(u32, u64, u16)> = Vec::new();
    for (n, (sketch, _)) in articles.iter().enumerate() {
        postings.extend(sketch.keys().map(|(term, weight)| (term, n as u64, weight)));
    }
    postings.sort_unstable();
    let mut lookup = Lookup::new(config);
    let mut met = vec![Vec::new(); articles.len()];
    for (term, n, weight) in postings {
        met[n as usize]
            .extend(lookup.next(term, n, articles[n as usize].0.day(), weight).unwrap_or_default());
    }
    let mut pairs: Vec<(usize, usize, u64)> = Vec::new();
    for (b, met) in met.into_iter().enumerate() {
        for a in candidates(met) {
            let a = a as usize;
            pairs.push((a, b, again(&articles[a].0).likeness(&again(&articles[b].0)).into()));
        }
    }

    let bounds = Bounds::of(config);
    let firm = |n: usize| !articles[n].0.is_roundup();
    let mut group: Vec<usize> = (0..articles.len()).collect();
    loop {
        let members = |g: usize| group.iter().filter(|&&of| of == g).count() as u64;
        let sum = |g: usize, o: usize| -> u64 {
            let between =
                |&&(a, b, _): &&(usize, usize, u64)| [(g, o), (o, g)].contains(&(group[a], group[b]));
            pairs.iter().filter(|pair| firm(pair.0) && firm(pair.1)).filter(between).map(|pair| pair.2).sum()
        };
        let within = |g: usize| {
            let size = members(g);
            u128::from(
                ((sum(g, g) + bounds.expected) << bounds.digits) / (size * (size - 1) / 2 + bounds.pairs),
            )
        };
        let standing: BTreeSet<usize> = group.iter().copied().collect();
        let nearest = |g: usize| {
            let fits = |o: usize| {
                let mean = (sum(g, o) << bounds.digits) / (members(g) * members(o));
                let part = u128::from(bounds.cohesion).pow(2) * within(g) * within(o);
                let is_near = mean >= bounds.similarity && u128::from(mean).pow(2) * 10_000 >= part;
                is_near.then_some((mean, std::cmp::Reverse(o)))
            };
            standing.iter().copied().filter(|&o| o != g).filter_map(fits).max().map(|best| best.1.0)
        };
        let near: Vec<(usize, Option<usize>)> = standing.iter().map(|&g| (g, nearest(g))).collect();
        let joined: Vec<(usize, usize)> = near
            .iter()
            .filter_map(|&(g, o)| o.map(|o| (g, o)))
            .filter(|&(g, o)| g < o && near.contains(&(o, Some(g))))
            .collect();
        if joined.is_empty() {
            break;
        }
        for (into, gone) in joined {
            group.iter_mut().filter(|of| **of == gone).for_each(|of| *of = into);
        }
    }

    let size = |n: usize| group.iter().filter(|&&of| of == group[n]).count() as u64;
    let mut attached = group.clone();
    for n in 0..articles.len() {
        let mut best: Option<(u64, std::cmp::Reverse<usize>)> = None;
        for to in group.iter().copied().collect::<BTreeSet<_>>() {
            let mut near: Vec<u64> = pairs
                .iter()
                .flat_map(|&(a, b, value)| [(a, b, value), (b, a, value)])
                .filter(|&(a, b, _)| a == n && group[b] == to && group[n] != to)
                .filter(|&(a, b, _)| {
                    size(a) <= bounds.small && (size(b) > bounds.small || !firm(a) && firm(b))
                })
                .map(|pair| pair.2)
                .collect();
            near.sort_unstable_by_key(|&value| std::cmp::Reverse(value));
            let witnesses = bounds.witnesses.min(group.iter().filter(|&&of| of == to).count() as u64);
            if !near.is_empty() {
                let mean = near.iter().take(witnesses as usize).sum::<u64>() / witnesses;
                best = best.max(Some((mean, std::cmp::Reverse(to))));
            }
        }
        if let Some((mean, to)) = best {
            if mean >= bounds.attach {
                attached[n] = to.0;
            }
        }
    }
    let mut stories: Vec<(String, Vec<String>)> = Vec::new();
    for to in attached.iter().copied().collect::<BTreeSet<_>>() {
        let mut ids: Vec<String> =
            (0..articles.len()).filter(|&n| attached[n] == to).map(|n| articles[n].1.to_owned()).collect();
        ids.sort();
        stories.push((story_id(ids.iter().map(String::as_str)).to_string(), ids));
    }
    stories.sort_by(|a, b| a.1.cmp(&b.1));
    stories
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_steps_give_what_grouping_gives(mut feed in feeds(), frequent in 2..30_usize, loose in prop::collection::vec(any::<bool>(), 3)) {
        for source in feed.iter_mut().zip(loose).filter_map(|(source, loose)| loose.then_some(source)) {
            let text = format!("Morning briefing\n\n{}", source.text());
            let roundup = Source::new(source.id(), text);
            *source = source.published_at().into_iter().fold(roundup, Source::published);
        }
        let mut config = StoryConfig::default();
        config.frequent = frequent;
        let whole = group(&feed, &Lexicon::english(), &config).unwrap();
        prop_assert_eq!(members(&whole), by_steps(&feed, &config));
    }
}
