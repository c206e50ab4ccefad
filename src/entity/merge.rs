//! Merging: joins groups into clusters, and compares the spellings in each.

use rustc_hash::FxHashMap;

use crate::align::{Alignment, Events};
use crate::compare::Relation;
use crate::compare::name::{self, Blocks, Form, Ground, Verdict, compare_forms};
use crate::entity::context::{self, Context, Places};
use crate::entity::referents::Group;
use crate::entity::usage::{self, Usage, is_another_name};
use crate::entity::{Cluster, Comparison, NameId, Spelling};
use crate::lexicon::{Lexicon, key};
use crate::mention::{Mentions, NameKind};
use crate::score::Score;
use crate::text::Document;

/// The log-odds from which two groups are joined.
const JOIN: f64 = 0.8;
/// The maximum log-odds for differently spelled groups that never occur in the same event: they neither join nor separate
/// clusters.
const APART: f64 = 0.0;
/// The log-odds below which a group keeps another out of its cluster.
const OPPOSE: f64 = -0.5;
/// Two candidates for a surname count as equally likely if their probabilities differ by at most this.
const NEARLY: f64 = 0.05;
/// How many groups of a cluster are checked before another may join it.
const MOST_IN_BLOCK: usize = 48;
/// The most spellings of a cluster that are compared.
const MOST_SPELLINGS: usize = 12;

pub(super) fn merge(
    documents: &[Document<'_>],
    mentions: &[Mentions],
    alignment: &Alignment,
    lexicon: &Lexicon,
    groups: &[Group<'_>],
) -> Vec<Cluster> {
    let mut group_of: Vec<Vec<u32>> = mentions.iter().map(|m| vec![u32::MAX; m.names.len()]).collect();
    for (g, group) in groups.iter().enumerate() {
        for id in &group.names {
            if let Some(slot) = group_of.get_mut(id.source as usize).and_then(|d| d.get_mut(id.name as usize))
            {
                *slot = g as u32;
            }
        }
    }
    let places = Places::gather(documents, mentions, alignment, &group_of);
    let events = Events::of(alignment, documents);
    let known = FxHashMap::default();
    let mut judge = Judge { groups, mentions, places: &places, events: &events, lexicon, known };

    let mut joins: Vec<(Score, usize, usize)> = Vec::new();
    for (i, j) in candidates(groups, lexicon) {
        let (_, context) = judge.of(i, j);
        if context.log_odds >= JOIN {
            joins.push((Score::logistic(context.log_odds), i, j));
        }
    }
    joins.sort_by(|x, y| y.0.cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let joins = without_namesakes(joins, &mut judge);

    let mut cluster_of: Vec<usize> = (0..groups.len()).collect();
    let mut members: Vec<Vec<usize>> = (0..groups.len()).map(|g| vec![g]).collect();
    for (_, i, j) in joins {
        let (Some(&x), Some(&y)) = (cluster_of.get(i), cluster_of.get(j)) else { continue };
        if x == y {
            continue;
        }
        let (keep, gone) = (x.min(y), x.max(y));
        let (Some(one), Some(other)) = (members.get(keep).cloned(), members.get(gone).cloned()) else {
            continue;
        };
        // Complete linkage: one pair that cannot be the same keeps the clusters apart. A given name and a surname with
        // nothing in common do not count if the full name is there.
        let opposed = one.iter().take(MOST_IN_BLOCK).any(|&p| {
            other.iter().take(MOST_IN_BLOCK).any(|&q| {
                let (letters, context) = judge.of(p.min(q), p.max(q));
                let parts =
                    letters.ground == Ground::Apart && (is_one_word(groups, p) || is_one_word(groups, q));
                context.log_odds < OPPOSE && !parts
            })
        });
        if opposed {
            continue;
        }
        for &g in &other {
            if let Some(slot) = cluster_of.get_mut(g) {
                *slot = keep;
            }
        }
        if let Some(list) = members.get_mut(gone) {
            list.clear();
        }
        if let Some(list) = members.get_mut(keep) {
            list.extend(other);
        }
    }
    members
        .into_iter()
        .filter(|m| !m.is_empty())
        .map(|mut m| {
            m.sort_unstable();
            cluster(&m, groups, documents, &mut judge)
        })
        .collect()
}

/// Leaves out the persons with whom a bare surname could be joined, if two share it, have different other names, and context
/// favours neither: one is nearly as likely as the other and occurs in as many documents.
fn without_namesakes(
    joins: Vec<(Score, usize, usize)>,
    judge: &mut Judge<'_, '_>,
) -> Vec<(Score, usize, usize)> {
    let mut bearers: FxHashMap<usize, Vec<(Score, usize)>> = FxHashMap::default();
    for &(score, i, j) in &joins {
        for (bare, full) in [(i, j), (j, i)] {
            if is_bare_person(judge.groups, bare) && !is_one_word(judge.groups, full) {
                bearers.entry(bare).or_default().push((score, full));
            }
        }
    }
    let documents = |g: usize, judge: &Judge<'_, '_>| judge.groups.get(g).map_or(0, |g| g.documents.len());
    let is_undecided = |bare: usize, full: usize, score: Score, judge: &mut Judge<'_, '_>| {
        let others = bearers.get(&bare).map_or(&[][..], Vec::as_slice);
        others.iter().take(MOST_IN_BLOCK).any(|&(other_score, other)| {
            other != full
                && (other_score.value() - score.value()) > -NEARLY
                && documents(other, judge) >= documents(full, judge)
                && judge.of(full.min(other), full.max(other)).1.log_odds < OPPOSE
        })
    };
    let mut kept = Vec::with_capacity(joins.len());
    for (score, i, j) in joins {
        let undecided = [(i, j), (j, i)].into_iter().any(|(bare, full)| {
            is_bare_person(judge.groups, bare)
                && !is_one_word(judge.groups, full)
                && is_undecided(bare, full, score, judge)
        });
        if !undecided {
            kept.push((score, i, j));
        }
    }
    kept
}

fn is_bare_person(groups: &[Group<'_>], g: usize) -> bool {
    let person = |g: &Group<'_>| matches!(g.kind, NameKind::Person | NameKind::Other);
    is_one_word(groups, g) && groups.get(g).is_some_and(person)
}

fn is_one_word(groups: &[Group<'_>], g: usize) -> bool {
    groups.get(g).is_some_and(|g| g.form.parts().len() == 1)
}

/// Judgements on pairs of groups, each computed once.
struct Judge<'g, 't> {
    groups: &'g [Group<'t>],
    mentions: &'g [Mentions],
    places: &'g Places,
    events: &'g Events,
    lexicon: &'g Lexicon,
    known: FxHashMap<(usize, usize), (Verdict, Context)>,
}

impl Judge<'_, '_> {
    /// `i` must be less than `j`.
    fn of(&mut self, i: usize, j: usize) -> (Verdict, Context) {
        if let Some(&known) = self.known.get(&(i, j)) {
            return known;
        }
        let (Some(a), Some(b)) = (self.groups.get(i), self.groups.get(j)) else {
            return (name::NEVER, Context::default());
        };
        let kind = if a.kind == NameKind::Other { b.kind } else { a.kind };
        let letters = compare_forms(&a.form, &b.form, kind, self.lexicon);
        let letters = usage::reread(letters, (&a.form, a.usage), (&b.form, b.usage));
        let mut context = context::weigh(self.groups, i, j, &letters, self.places);
        let unlike = matches!(letters.relation, Relation::Variant | Relation::Refinement);
        if unlike && !self.meet_in_an_event(a, b) {
            context.log_odds = context.log_odds.min(APART);
        }
        self.known.insert((i, j), (letters, context));
        (letters, context)
    }

    /// True if two groups are mentioned in one event by any of the sources considered.
    fn meet_in_an_event(&self, a: &Group<'_>, b: &Group<'_>) -> bool {
        let sources = |group: &Group<'_>| {
            let mut sources: Vec<u32> = group.names.iter().map(|n| n.source).collect();
            sources.dedup();
            sources.truncate(MOST_IN_BLOCK);
            sources
        };
        let there = sources(b);
        sources(a).iter().any(|&x| there.iter().any(|&y| self.events.are_one(x, y)))
    }
}

/// Pairs of groups that share a key, sorted and without repetition.
fn candidates(groups: &[Group<'_>], lexicon: &Lexicon) -> Vec<(usize, usize)> {
    let mut blocks = Blocks::default();
    for group in groups {
        blocks.add(&group.form, lexicon);
    }
    let mut pairs: Vec<(usize, usize)> =
        blocks.pairs().into_iter().map(|(i, j)| (i as usize, j as usize)).collect();
    // Names that the caller calls one need not share a sound.
    if lexicon.has_aliases() {
        let is_aliased = |(_, group): &(usize, &Group<'_>)| lexicon.is_aliased(group.form.text);
        let aliased: Vec<(usize, &Group<'_>)> = groups.iter().enumerate().filter(is_aliased).collect();
        for (n, &(i, a)) in aliased.iter().enumerate() {
            let others = aliased.iter().skip(n + 1);
            pairs.extend(
                others
                    .filter(|(_, b)| lexicon.share_an_alias(a.form.text, b.form.text))
                    .map(|&(j, _)| (i, j)),
            );
        }
        pairs.sort_unstable();
        pairs.dedup();
    }
    pairs
}

/// The most frequent kind among the names of some groups. The first kind wins ties, and "other" is used only if there is
/// nothing else.
fn kind_of_most<'g>(groups: impl Iterator<Item = &'g Group<'g>>) -> NameKind {
    let mut counts: Vec<(NameKind, usize)> = Vec::new();
    for group in groups.filter(|group| group.kind != NameKind::Other) {
        match counts.iter_mut().find(|(kind, _)| *kind == group.kind) {
            Some((_, count)) => *count += group.names.len(),
            None => counts.push((group.kind, group.names.len())),
        }
    }
    let most = counts.into_iter().rev().max_by_key(|&(_, count)| count);
    most.map_or(NameKind::Other, |(kind, _)| kind)
}

fn cluster(
    members: &[usize],
    groups: &[Group<'_>],
    documents: &[Document<'_>],
    judge: &mut Judge<'_, '_>,
) -> Cluster {
    let mut names: Vec<NameId> = Vec::new();
    let mut spellings: Vec<Shown> = Vec::new();
    let kind = kind_of_most(members.iter().filter_map(|&g| groups.get(g)));
    for &g in members {
        let Some(group) = groups.get(g) else { continue };
        names.extend(&group.names);
        for written in &group.written {
            let text = written.text.split_whitespace().collect::<Vec<_>>().join(" ");
            match spellings.iter_mut().find(|s| s.spelling.text.to_lowercase() == text.to_lowercase()) {
                Some(shown) => {
                    shown.spelling.names.extend(&written.names);
                    shown.usage.join(group.usage);
                }
                None => {
                    let spelling = Spelling { text, names: written.names.clone() };
                    spellings.push(Shown { spelling, group: g, usage: group.usage });
                }
            }
        }
    }
    names.sort_unstable();
    for shown in &mut spellings {
        shown.spelling.names.sort_unstable();
    }
    let sources = |s: &Spelling| {
        let mut of: Vec<u32> = s.names.iter().map(|n| n.source).collect();
        of.dedup();
        of.len()
    };
    spellings.sort_by_key(|Shown { spelling: s, .. }| {
        (std::cmp::Reverse((sources(s), s.names.len())), s.names.first().copied())
    });
    let spellings = without_shorter(spellings);
    let comparisons = compare(&spellings, kind, documents, judge);
    Cluster { kind, names, spellings: spellings.into_iter().map(|s| s.spelling).collect(), comparisons }
}

/// A spelling of a cluster.
struct Shown {
    spelling: Spelling,
    /// The first group that has it.
    group: usize,
    /// How the groups that have it are used.
    usage: Usage,
}

/// Leaves out a spelling if all documents with it also have a fuller one with the same words.
fn without_shorter(spellings: Vec<Shown>) -> Vec<Shown> {
    if spellings.len() < 2 {
        return spellings;
    }
    let words: Vec<String> = spellings.iter().map(|s| key(&s.spelling.text)).collect();
    let says_less = |short: &str, long: &str| {
        short.len() < long.len() && short.split(' ').all(|w| long.split(' ').any(|l| l == w))
    };
    let keep: Vec<bool> = words
        .iter()
        .zip(&spellings)
        .map(|(own, Shown { spelling, .. })| {
            let fuller: Vec<&Spelling> = words
                .iter()
                .zip(&spellings)
                .filter(|(other, _)| says_less(own, other))
                .map(|(_, shown)| &shown.spelling)
                .take(MOST_SPELLINGS)
                .collect();
            let has_fuller =
                |id: &NameId| fuller.iter().any(|s| s.names.iter().any(|n| n.source == id.source));
            fuller.is_empty() || !spelling.names.iter().all(has_fuller)
        })
        .collect();
    spellings.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(s, _)| s).collect()
}

fn compare(
    spellings: &[Shown],
    kind: NameKind,
    documents: &[Document<'_>],
    judge: &mut Judge<'_, '_>,
) -> Vec<Comparison> {
    let lexicon = judge.lexicon;
    let forms: Vec<Form<'_>> =
        spellings.iter().take(MOST_SPELLINGS).map(|s| Form::new(&s.spelling.text, kind, lexicon)).collect();
    let mut out = Vec::new();
    for (a, x) in forms.iter().enumerate() {
        for (b, y) in forms.iter().enumerate().skip(a + 1) {
            let (Some(first), Some(second)) = (spellings.get(a), spellings.get(b)) else { continue };
            let (in_a, g) = (&first.spelling, first.group);
            let (in_b, h) = (&second.spelling, second.group);
            let letters = compare_forms(x, y, kind, lexicon);
            let letters = usage::reread(letters, (x, first.usage), (y, second.usage));
            if matches!(letters.relation, Relation::Identical | Relation::Conflict) {
                continue;
            }
            // A spelling that the texts only give as another name than the usual one.
            let another = |spelling: &Spelling| {
                spelling.names.iter().all(|id| is_another_name(documents, judge.mentions, id))
            };
            if letters.relation == Relation::Variant && another(in_a) != another(in_b) {
                continue;
            }
            // A text with both full names means two persons, or one who has both names.
            if g == h && matches!(letters.ground, Ground::OtherWord { .. }) {
                continue;
            }
            let context = if g == h { Context::default() } else { judge.of(g.min(h), g.max(h)).1 };
            let odds = if g == h { letters.log_odds.max(JOIN) } else { context.log_odds };
            if odds < if letters.relation == Relation::Variant { 0.0 } else { OPPOSE } {
                continue;
            }
            out.push(Comparison {
                a,
                b,
                relation: letters.relation,
                confidence: Score::logistic(odds),
                reason: reason(&letters, x, y, &context),
                both: both(&letters, in_a, in_b, documents),
            });
        }
    }
    out
}

/// The reason: first the letters, then the context.
fn reason(letters: &Verdict, x: &Form<'_>, y: &Form<'_>, context: &Context) -> String {
    let mut out = letters.ground.say(x, y);
    let mut add = |more: &str| {
        if !out.is_empty() {
            out.push_str("; ");
        }
        out.push_str(more);
    };
    if context.same_place {
        add("in the same place of linked sentences");
    }
    if context.same_title {
        add("under the same title");
    } else if context.same_role {
        add("in the same role");
    }
    out
}

/// The first source that writes a name in two ways, and whether one is a typing error.
fn both(letters: &Verdict, in_a: &Spelling, in_b: &Spelling, documents: &[Document<'_>]) -> Option<String> {
    if letters.relation != Relation::Variant || matches!(letters.ground, Ground::Told | Ground::Alias) {
        return None;
    }
    let count = |s: &Spelling, source: u32| s.names.iter().filter(|n| n.source == source).count();
    let source = in_a.names.iter().map(|n| n.source).find(|&source| count(in_b, source) > 0)?;
    let id = documents.get(source as usize).map_or("", |d| d.source().id());
    let (rare, often) = if count(in_a, source) < count(in_b, source) { (in_a, in_b) } else { (in_b, in_a) };
    Some(match (count(rare, source), count(often, source)) {
        (1, 1) => format!("{id} writes {} and {}, each once", often.text, rare.text),
        (1, _) => format!("{id} writes {} once and {} elsewhere: a slip", rare.text, often.text),
        _ => format!("{id} writes both"),
    })
}
