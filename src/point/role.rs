//! Roles: what several sources say a person or group is.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use crate::compare::role::{RoleWords, compare};
use crate::compare::{Facet, Judgement};
use crate::entity::NameId;
use crate::mention::Role;
use crate::point::linked::Linked;
use crate::point::pair::{Candidates, Describe, Node, Pair};
use crate::point::{Bundle, flat};
use crate::record::{Entity, EntityId, Value};
use crate::span::Span;

/// The most roles compared for one entity: somebody constantly in the news has more than anybody reads.
const MOST: usize = 24;
/// The confidence that two names of a cluster are one person.
const SAME: f64 = 0.97;

/// The points of roles, entity by entity.
pub(crate) fn candidates<'b>(linked: &'b Linked<'b, '_>, entities: &[Option<Entity>]) -> Vec<Candidates<'b>> {
    let bundle = linked.bundle;
    let mut by_cluster: BTreeMap<usize, Vec<Node>> = BTreeMap::new();
    for (source, mentions) in bundle.mentions.iter().enumerate() {
        for (n, role) in mentions.roles.iter().enumerate() {
            let name = NameId { source: source as u32, name: role.name as u32 };
            if let Some(cluster) = linked.entities.of_name(name) {
                by_cluster.entry(cluster).or_default().push(Node { source: source as u32, index: n as u32 });
            }
        }
    }
    let candidates = by_cluster.into_iter().filter_map(|(cluster, nodes)| {
        let entity = entities.get(cluster)?.as_ref()?.id.clone();
        let roles = Roles { bundle, entity };
        let pairs = nodes.iter().take(MOST).tuple_combinations().filter(|(a, b)| a.source != b.source);
        let judged = pairs.filter_map(|(&a, &b)| Some(Pair::new(a, b, roles.judge(a, b)?, SAME, None)));
        let mut judged: Vec<Pair> = judged.collect();
        // A role that the source gives in addition to the other's is not a different account of it.
        let agreed: BTreeSet<(Node, u32)> = judged
            .iter()
            .filter(|pair| !pair.is_discrepancy())
            .flat_map(|pair| [(pair.a, pair.b.source), (pair.b, pair.a.source)])
            .collect();
        let also = |pair: &Pair| {
            agreed.contains(&(pair.a, pair.b.source)) || agreed.contains(&(pair.b, pair.a.source))
        };
        judged.retain(|pair| !pair.is_discrepancy() || !also(pair));
        Some(Candidates::new(roles, judged))
    });
    candidates.collect()
}

struct Roles<'b, 'a> {
    bundle: &'b Bundle<'a>,
    entity: EntityId,
}

impl Roles<'_, '_> {
    fn role(&self, node: Node) -> Option<(&Role, &str)> {
        let role = self.bundle.mentions.get(node.source as usize)?.roles.get(node.index as usize)?;
        Some((role, role.span.slice(self.bundle.documents.get(node.source as usize)?.text())))
    }
}

impl Describe for Roles<'_, '_> {
    fn facet(&self) -> Facet {
        Facet::Role
    }

    fn entity(&self) -> Option<EntityId> {
        Some(self.entity.clone())
    }

    fn span(&self, node: Node) -> Option<Span> {
        self.role(node).map(|(role, _)| role.span)
    }

    fn value(&self, node: Node) -> Option<Value> {
        self.role(node).map(|(_, words)| Value::Words { words: flat(words) })
    }

    fn judge(&self, a: Node, b: Node) -> Option<Judgement> {
        let words = |node: Node| self.role(node).map(|(role, words)| RoleWords { words, head: &role.head });
        compare(words(a)?, words(b)?, self.bundle.lexicon)
    }

    fn context(&self, _: &Pair) -> &'static str {
        ""
    }
}
