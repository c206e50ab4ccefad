//! tests/cases/story.toml: which articles form one story.

use serde::Deserialize;
use testimonia::story::{StoryConfig, group};
use testimonia::{Lexicon, Source};

use super::{assert_none, numbered, table};

#[derive(Deserialize)]
struct Case {
    texts: Vec<String>,
    #[serde(default)]
    published: Vec<String>,
    stories: Vec<String>,
}

fn stories(feed: &[Source]) -> Vec<String> {
    let grouping = group(feed, &Lexicon::english(), &StoryConfig::default()).unwrap();
    grouping.stories.iter().map(|story| story.sources.join(" ")).collect()
}

#[test]
fn articles_on_one_event_are_one_story() {
    let mut wrong = Vec::new();
    for (rule, cases) in table::<Case>("story") {
        for case in cases {
            let mut feed = numbered(&case.texts, &case.published);
            let found = stories(&feed);
            if found != case.stories {
                let begin: String = case.texts[0].chars().take(60).collect();
                wrong.push(format!("{rule}: {begin}..: {found:?} for {:?}", case.stories));
            }
            feed.reverse();
            if stories(&feed) != found {
                wrong.push(format!("{rule}: the order decides: {:?}", case.texts));
            }
        }
    }
    assert_none(&wrong);
}
