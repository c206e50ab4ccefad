//! Credits: where a source says that its story, or a part of it, comes from another.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::fold::fold;

use crate::lexicon::{Lexicon, TableId, key, list};
use crate::mention::{Mentions, NameKind};
use crate::span::Span;
use crate::text::{Document, SentenceKind};

/// News agencies. Their texts are made to be printed by others: two sources that credit the same agency may both have a text
/// from it, and neither from the other. In the lexicon's form, without spaces.
static AGENCIES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| list::AGENCY.words("agency"));

/// How many sentences (headline, byline, dateline) may sign a text.
const HEAD: usize = 5;

/// A place where a document credits an outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Credit {
    /// The outlet, folded and without spaces; the lexicon's name for it, if any.
    who: String,
    /// The same for the name as written.
    words: String,
    /// True if the lexicon lists it as a news outlet.
    pub(super) is_news: bool,
    /// True if it is in a dateline or byline at the beginning: the text itself comes from there. A closing line that credits
    /// an agency does not count as a signature.
    pub(super) is_signature: bool,
    pub(super) span: Span,
    /// The index of the sentence.
    pub(super) sentence: Option<usize>,
}

impl Credit {
    pub(super) fn who(&self) -> &str {
        &self.who
    }

    pub(super) fn is_agency(&self) -> bool {
        AGENCIES.contains(self.who.as_str())
    }

    pub(super) fn is_same_outlet(&self, other: &Self) -> bool {
        self.who == other.who
    }
}

/// The names under which a source is known as an outlet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outlet {
    /// All its possible names, folded and without spaces.
    names: Vec<String>,
}

impl Outlet {
    pub(super) fn of(document: &Document<'_>, lexicon: &Lexicon) -> Self {
        let Some(publisher) = document.source().publisher_name() else { return Self::default() };
        let mut names = vec![bare(publisher)];
        if let Some(row) = lexicon.table(TableId::Organisation).get(&key(publisher), publisher) {
            names.push(bare(&row.entry.canonical));
        }
        // A web address consists of its owner's name and web-specific parts.
        if publisher.contains('.') && !publisher.contains(' ') {
            let parts = publisher
                .split(['.', '/', ':'])
                .map(|part| bare(part.trim_end_matches(|c: char| c.is_ascii_digit())));
            names.extend(parts.filter(|part| {
                part.len() >= 3 && !matches!(part.as_str(), "www" | "com" | "org" | "net" | "http" | "https")
            }));
        }
        // "Knoxville News Sentinel" is locally called "the News Sentinel".
        let words: Vec<&str> = publisher.split_whitespace().collect();
        names.extend(
            (1..words.len().saturating_sub(1))
                .map(|from| bare(&words.get(from..).unwrap_or_default().join(" "))),
        );
        names.retain(|name| name.len() >= 2);
        Self { names }
    }

    pub(super) fn is_known(&self) -> bool {
        !self.names.is_empty()
    }

    /// True if a credit names this outlet.
    pub(super) fn is_named(&self, credit: &Credit) -> bool {
        self.names.iter().any(|name| *name == credit.who || *name == credit.words)
    }

    pub(super) fn is_agency(&self) -> bool {
        self.names.iter().any(|name| AGENCIES.contains(name.as_str()))
    }
}

/// Folded, without articles, spaces and punctuation: "The Kampala Post", "Kampala-Post" and "kampalapost" become the same.
fn bare(words: &str) -> String {
    let folded = fold(words);
    let folded = folded.trim();
    let folded = folded.strip_prefix("the ").unwrap_or(folded);
    folded.chars().filter(|ch| ch.is_alphanumeric()).collect()
}

/// The credits in a document, in text order, without its own name. Linear.
pub(super) fn credits(
    document: &Document<'_>,
    mentions: &Mentions,
    outlet: &Outlet,
    lexicon: &Lexicon,
) -> Vec<Credit> {
    let make = |span: Span, token: usize, is_tag: bool| {
        let words = bare(span.slice(document.text()));
        let canonical = news(document, token, lexicon);
        let who = canonical.map_or_else(|| words.clone(), bare);
        let sentence = document.sentence_at(span.start);
        let is_signature = is_tag && sentence.is_some_and(|sentence| sentence < HEAD);
        Credit { who, words, is_news: canonical.is_some(), is_signature, span, sentence }
    };
    let told = mentions.names.iter().filter(|name| name.kind != NameKind::Person).filter_map(|name| {
        let how = reports(document, name.tokens.start, name.tokens.end, lexicon)?;
        let credit = make(name.span, name.tokens.start, how == How::Tag);
        // A name in brackets is usually an acronym.
        (how == How::Said || credit.is_news).then_some(credit)
    });
    let lines = document.sentences().iter().filter(|s| s.kind == SentenceKind::Boilerplate);
    let tags = lines.flat_map(|s| s.tokens.clone()).filter_map(|token| {
        news(document, token, lexicon)?;
        let (end, _) = document.lookup(TableId::Organisation, token, lexicon)?;
        Some(make(document.span(token..end), token, true))
    });
    let mut credits: Vec<Credit> = told.chain(tags).filter(|credit| !outlet.is_named(credit)).collect();
    credits.sort_by_key(|credit| credit.span);
    credits
}

/// The canonical name of the news outlet that begins at a token, if any.
fn news<'l>(document: &Document<'_>, token: usize, lexicon: &'l Lexicon) -> Option<&'l str> {
    let (_, hit) = document.lookup(TableId::Organisation, token, lexicon)?;
    (hit.entry.class == "news").then_some(hit.entry.canonical.as_str())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// "the BBC reported", "told Reuters", "according to AFP", "a reporter for the Post"
    Said,
    /// "(AP)"
    Tag,
}

/// How the words around a name from one token to another make it a credit, if they do.
fn reports(document: &Document<'_>, start: usize, end: usize, lexicon: &Lexicon) -> Option<How> {
    let speaks = |token: usize| document.lookup(TableId::Speech, token, lexicon).is_some();
    if document.surface(start.checked_sub(1)?) == "(" && document.surface(end) == ")" {
        return Some(How::Tag);
    }
    let before = |back: usize| start.checked_sub(back).map_or("", |at| document.folded(at));
    let (one, two, three) = match before(1) {
        "the" => (before(2), before(3), before(4)),
        _ => (before(1), before(2), before(3)),
    };
    let said = speaks(end)
        || speaks(end + 1)
        || one == "told"
        || one == "to" && two == "according"
        || matches!(one, "to" | "with")
            && matches!(two, "statement" | "interview" | "email" | "spoke" | "speaking" | "message")
        || matches!(one, "for" | "from" | "of" | "by")
            && matches!(
                two,
                "reporter" | "correspondent" | "report" | "reports" | "reported" | "obtained" | "published"
            )
        || matches!(document.folded(end), "reporter" | "correspondent" | "report" | "reports" | "news") && {
            let after = document.folded(end + 1);
            document.folded(end) != "news" || after == "agency"
        }
        || three == "according" && two == "to";
    said.then_some(How::Said)
}
