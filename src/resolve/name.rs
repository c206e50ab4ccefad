//! Names: entities, and how sources spell them.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use crate::compare::{Facet, Level, Relation, Verdict};
use crate::entity::{Cluster, Comparison, NameId, Spelling};
use crate::fold::fold;
use crate::id::Fingerprint;
use crate::point::decision::of_comparison;
use crate::point::{Bundle, flat};
use crate::record::{ClaimId, Entity, EntityId, Form, Mention, Reading, Value};
use crate::resolve::gather::{Draft, Forest, Found, record};
use crate::resolve::ids;
use crate::score::Score;

/// The confidence that names with the same spelling have one referent; homonyms in one bundle are rare, and have been
/// separated by kind and given name.
const IDENTICAL: f64 = 0.98;
/// How many more independent sources a prevailing spelling must have.
const CLEARLY_MORE: f64 = 0.5;
/// The most sources reported that write a name in two ways.
const MOST_SLIPS: usize = 2;
/// The most short forms of a name shown with the full one.
const MOST_SHORTER: usize = 4;

/// The entity of each cluster; `None` for those named by only one source.
pub(super) fn entities(bundle: &Bundle<'_>) -> Vec<Option<Entity>> {
    let mut entities = bundle.clusters.iter().map(|cluster| entity(bundle, cluster)).collect_vec();
    let prints = entities.iter().flatten().map(|entity| {
        let first = ids::earliest(bundle, entity.forms.iter().flat_map(|form| &form.mentions));
        let print = Fingerprint::new().field(format!("{:?}", entity.kind));
        print.field(ids::words(first.map_or("", |mention| &mention.text)))
    });
    let prints = ids::numbered(prints.collect_vec());
    for (entity, print) in entities.iter_mut().flatten().zip(prints) {
        entity.id = EntityId::from_fingerprint(print);
    }
    entities
}

fn entity(bundle: &Bundle<'_>, cluster: &Cluster) -> Option<Entity> {
    let sources =
        cluster.spellings.iter().flat_map(|s| &s.names).map(|n| n.source).sorted_unstable().dedup().count();
    if sources < 2 {
        return None;
    }
    let form = |spelling: &Spelling| Form {
        text: spelling.text.clone(),
        mentions: mentions(bundle, &spelling.names),
    };
    let (spellings, shorter) = with_shorter(bundle, cluster);
    let forms = spellings.iter().chain(&shorter).map(form).filter(|f| !f.mentions.is_empty()).collect_vec();
    let name = forms.first()?.text.clone();
    Some(Entity { id: EntityId::from_fingerprint(Fingerprint::new()), kind: cluster.kind, name, forms })
}

/// For each entity, one record of spellings that agree, and one of spellings that an editor would want settled.
pub(super) fn records(
    bundle: &Bundle<'_>,
    entities: &[Option<Entity>],
    of_link: &[Option<ClaimId>],
) -> Vec<Found> {
    let links = LinksBySentence::new(bundle);
    let both = bundle
        .clusters
        .iter()
        .zip(entities)
        .filter_map(|(cluster, entity)| Some((cluster, entity.as_ref()?)));
    both.flat_map(|(cluster, entity)| {
        let claim = |comparison: &Comparison| links.claim(bundle, cluster, comparison, of_link);
        let differing = differing(cluster);
        let discrepancies = differing
            .into_iter()
            .filter_map(|pairs| discrepancy(bundle, cluster, entity, &pairs, &claim))
            .collect_vec();
        let agreement = agreement(bundle, cluster, entity, &claim);
        discrepancies.into_iter().chain(agreement)
    })
    .collect()
}

fn differs(c: &&Comparison) -> bool {
    c.relation.verdict() == Verdict::Discrepancy
}

/// The spellings that differ, with acronyms separate from full names: two acronyms of an organisation and two spellings of
/// its full name are two things to settle.
fn differing(cluster: &Cluster) -> [Vec<&Comparison>; 2] {
    let acronym = |n: usize| cluster.spellings.get(n).is_some_and(|s| is_acronym(&s.text));
    let (acronyms, others) =
        cluster.comparisons.iter().filter(differs).partition(|c| acronym(c.a) && acronym(c.b));
    [acronyms, others]
}

fn is_acronym(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() >= 2
        && text.chars().all(|c| c.is_uppercase() || c == '.')
}

fn discrepancy(
    bundle: &Bundle<'_>,
    cluster: &Cluster,
    entity: &Entity,
    differing: &[&Comparison],
    claim: &impl Fn(&Comparison) -> Option<ClaimId>,
) -> Option<Found> {
    let leading = differing.iter().max_by_key(|c| (c.confidence, std::cmp::Reverse((c.a, c.b))))?;
    let variants = differing.iter().flat_map(|c| [c.a, c.b]).sorted_unstable().dedup().collect_vec();
    let acronyms = variants.iter().all(|&v| cluster.spellings.get(v).is_some_and(|s| is_acronym(&s.text)));
    let beside = |s: usize| cluster.spellings.get(s).is_some_and(|s| is_acronym(&s.text) == acronyms);
    let opposed = |a: usize, b: usize| differing.iter().any(|c| pair(c) == order(a, b));
    let mut groups = Forest::new(cluster.spellings.len());
    for c in cluster.comparisons.iter().filter(|c| !differs(c)) {
        if variants.contains(&c.a) && variants.contains(&c.b) {
            groups.join(c.a, c.b);
        }
    }
    // A short form joins the only spelling it can stand for; "Dalil" alone does not distinguish Suraya and Soraya.
    for spelling in (0..cluster.spellings.len()).filter(|s| !variants.contains(s) && beside(*s)) {
        let near = cluster.comparisons.iter().filter(|c| !differs(c) && (c.a == spelling || c.b == spelling));
        let near = near
            .map(|c| if c.a == spelling { c.b } else { c.a })
            .filter(|o| variants.contains(o))
            .collect_vec();
        if let Some(&first) = near.first() {
            if !near.iter().tuple_combinations().any(|(&x, &y)| opposed(x, y)) && near.len() < variants.len()
            {
                groups.join(first, spelling);
            }
        }
    }
    let lone = |s: usize, groups: &mut Forest| !variants.iter().any(|&v| groups.root(v) == groups.root(s));
    let mut readings: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for spelling in 0..cluster.spellings.len() {
        if !lone(spelling, &mut groups) {
            readings.entry(groups.root(spelling)).or_default().push(spelling);
        }
    }
    let readings = readings.into_values().filter_map(|members| {
        // The full form comes first, since readers compare it.
        let members = members.into_iter().sorted_by_key(|&m| (!variants.contains(&m), m)).collect_vec();
        let members = members.iter().filter_map(|&m| cluster.spellings.get(m)).collect_vec();
        reading(bundle, cluster, &members)
    });
    let readings = readings.collect_vec();
    // A slip is reported whichever pair of spellings comes first.
    let slips = differing.iter().filter_map(|c| c.both.clone());
    let slips = slips.unique().sorted_by_key(|slip| Some(slip) != leading.both.as_ref()).take(MOST_SLIPS);
    let explanation = std::iter::once(leading.reason.clone()).chain(slips).chain(prevailing(&readings));
    record(Draft {
        claim: claim(leading),
        entity: Some(entity.id.clone()),
        facet: Facet::Name,
        level: level(leading.relation),
        confidence: leading.confidence,
        cues: of_comparison(leading.confidence.value(), 1.0),
        explanation: explanation.filter(|said| !said.is_empty()).join("; "),
        readings,
        later: None,
    })
}

/// The level of a relation between names.
fn level(relation: Relation) -> Level {
    match relation {
        Relation::Identical => Level::Same,
        Relation::Equivalent => Level::Form,
        Relation::Refinement => Level::Specific,
        Relation::Variant | Relation::Conflict => Level::Spelling,
    }
}

/// The spelling that most sources use, if at least three write the name, counting independent sources only: copies of one
/// report are one witness.
fn prevailing(readings: &[Reading]) -> Option<String> {
    let sources = readings.iter().flat_map(|r| &r.mentions).map(|m| &m.source).unique().count();
    let best = readings.iter().max_by(|x, y| x.support.independent.total_cmp(&y.support.independent))?;
    let others = readings.iter().filter(|r| !std::ptr::eq(*r, best));
    let is_most = others.clone().count() > 0
        && others.clone().all(|r| best.support.independent - r.support.independent >= CLEARLY_MORE);
    if sources < 3 || !is_most {
        return None;
    }
    let Value::Name { name, .. } = &best.value else { return None };
    Some(format!("{} of {sources} sources write {name}", best.support.sources))
}

fn agreement(
    bundle: &Bundle<'_>,
    cluster: &Cluster,
    entity: &Entity,
    claim: &impl Fn(&Comparison) -> Option<ClaimId>,
) -> Option<Found> {
    let agrees = |c: &&Comparison| c.relation.verdict() == Verdict::Agreement;
    // The most frequent spelling and those that agree with it; variants belong to the other record.
    let mut members = vec![0];
    for c in cluster.comparisons.iter().filter(agrees) {
        members.extend(if c.a == 0 {
            Some(c.b)
        } else if c.b == 0 {
            Some(c.a)
        } else {
            None
        });
    }
    let members = members.into_iter().sorted_unstable().dedup().collect_vec();
    let within = cluster
        .comparisons
        .iter()
        .filter(|c| members.contains(&c.a) && members.contains(&c.b))
        .filter(agrees);
    let leading = within.max_by_key(|c| (c.relation, c.confidence, std::cmp::Reverse((c.a, c.b))));
    // If the spellings vary, a short form could stand for any of them.
    let (spellings, shorter) = if cluster.spellings.len() == members.len() {
        with_shorter(bundle, cluster)
    } else {
        (cluster.spellings.clone(), Vec::new())
    };
    let members = members.iter().filter_map(|&member| spellings.get(member)).collect_vec();
    let readings =
        members.iter().copied().chain(&shorter).filter_map(|s| reading(bundle, cluster, &[s])).collect_vec();
    let (relation, explanation) = match (leading, shorter.first(), members.first()) {
        (Some(c), _, _) if shorter.is_empty() || c.relation == Relation::Refinement => {
            (c.relation, c.reason.clone())
        }
        (_, Some(short), Some(full)) => {
            (Relation::Refinement, format!("\"{}\" is short for \"{}\"", short.text, full.text))
        }
        _ => (Relation::Identical, "one name, with the same spelling".to_owned()),
    };
    record(Draft {
        claim: leading.and_then(claim),
        entity: Some(entity.id.clone()),
        facet: Facet::Name,
        level: level(relation),
        confidence: leading.map_or(Score::new(IDENTICAL), |c| c.confidence),
        cues: Vec::new(),
        readings,
        explanation,
        later: None,
    })
}

/// The spellings of a cluster, and the forms of its other names, which are no spellings since a fuller name is in the same
/// document: "Bazoum" after "Mohamed Bazoum". Where such a form is all that another document says, it belongs to that spelling.
/// At most [`MOST_SHORTER`] forms, in document order.
fn with_shorter(bundle: &Bundle<'_>, cluster: &Cluster) -> (Vec<Spelling>, Vec<Spelling>) {
    let mut spellings = cluster.spellings.clone();
    let spelled: BTreeSet<NameId> = spellings.iter().flat_map(|s| s.names.iter().copied()).collect();
    let keys = spellings.iter().map(|spelling| fold(&spelling.text)).collect_vec();
    let mut forms: Vec<(String, Spelling)> = Vec::new();
    for &name in cluster.names.iter().filter(|name| !spelled.contains(name)) {
        let Some(text) = written(bundle, name) else { continue };
        let key = fold(&text);
        let spelling = keys.iter().position(|known| *known == key).and_then(|at| spellings.get_mut(at));
        match spelling.or_else(|| forms.iter_mut().find(|(known, _)| *known == key).map(|(_, form)| form)) {
            Some(form) => form.names.push(name),
            None => forms.push((key, Spelling { text, names: vec![name] })),
        }
    }
    (spellings, forms.into_iter().map(|(_, form)| form).take(MOST_SHORTER).collect())
}

/// The name as written, with white space normalised.
fn written(bundle: &Bundle<'_>, name: NameId) -> Option<String> {
    let span = bundle.mentions.get(name.source as usize)?.names.get(name.name as usize)?.span;
    let text = span.slice(bundle.documents.get(name.source as usize)?.text());
    Some(flat(text))
}

fn pair(c: &Comparison) -> (usize, usize) {
    order(c.a, c.b)
}

fn order(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

/// The reading made of some spellings of a cluster; its value is the first of them.
fn reading(bundle: &Bundle<'_>, cluster: &Cluster, spellings: &[&Spelling]) -> Option<Reading> {
    let names = spellings.iter().flat_map(|s| s.names.iter().copied()).collect_vec();
    let mentions = mentions(bundle, &names);
    let value = Value::Name { name: spellings.first()?.text.clone(), entity: cluster.kind };
    let support = bundle.dependence.support_of_sources(names.iter().map(|n| n.source));
    (!mentions.is_empty()).then_some(Reading { reading: 0, value, support, mentions })
}

fn mentions(bundle: &Bundle<'_>, names: &[NameId]) -> Vec<Mention> {
    let span =
        |name: &NameId| Some(bundle.mentions.get(name.source as usize)?.names.get(name.name as usize)?.span);
    names
        .iter()
        .filter_map(|name| bundle.mention(name.source, span(name)?))
        .sorted_unstable()
        .dedup()
        .collect()
}

/// Links by either end, for finding the claim in which two spellings meet.
struct LinksBySentence(BTreeMap<(u32, u32), Vec<usize>>);

impl LinksBySentence {
    fn new(bundle: &Bundle<'_>) -> Self {
        let mut by_end: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
        for (n, link) in bundle.alignment.links.iter().enumerate() {
            for end in [link.a, link.b] {
                by_end.entry((end.source, end.sentence)).or_default().push(n);
            }
        }
        Self(by_end)
    }

    /// The claim of the first link whose sentences contain one spelling and the other.
    fn claim(
        &self,
        bundle: &Bundle<'_>,
        cluster: &Cluster,
        c: &Comparison,
        of_link: &[Option<ClaimId>],
    ) -> Option<ClaimId> {
        let sentences = |spelling: usize| {
            let names = cluster.spellings.get(spelling).map_or(&[][..], |s| &s.names);
            let at = |n: &NameId| {
                Some((
                    n.source,
                    bundle.mentions.get(n.source as usize)?.names.get(n.name as usize)?.sentence as u32,
                ))
            };
            names.iter().filter_map(at).sorted_unstable().dedup().collect_vec()
        };
        let others = sentences(c.b);
        let link =
            sentences(c.a).into_iter().flat_map(|end| self.0.get(&end).into_iter().flatten()).copied().find(
                |&n| {
                    bundle.alignment.links.get(n).is_some_and(|link| {
                        [link.a, link.b]
                            .iter()
                            .any(|end| others.binary_search(&(end.source, end.sentence)).is_ok())
                    })
                },
            );
        Bundle::claim_of(of_link, link)
    }
}
