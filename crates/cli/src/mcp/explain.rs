//! `explain`: all the evidence for one record, claim or entity.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use testimonia::render::Explanation;
use testimonia::{Claim, Entity, Record};

use super::Desk;
use super::tools::shortened;
use crate::ids;

/// How many items of a list are returned, and how many characters of the text.
const LISTED: usize = 20;
const TEXT: usize = 16_000;
const WIDTH: usize = 100;

/// The arguments of `explain`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Explain {
    /// The id of a record, claim or entity, or a unique prefix of one.
    id: String,
    /// The id of the reconciliation, as returned by `reconcile`. Default: the latest.
    #[serde(default)]
    reconciliation: Option<String>,
}

/// The evidence. Its parts are described by schema/testimonia-1.json; each list has at most twenty items.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Explained {
    /// The full id.
    id: String,
    /// Everything as plain text: the readings in full sentences, the evidence, the claim and the entity.
    text: String,
    /// The record, if the id is that of a record, with the evidence that its confidence sums up.
    record: Option<Record>,
    /// The claim with this id, or the record's claim.
    claim: Option<Claim>,
    /// The entity with this id, or the record's entity.
    entity: Option<Entity>,
    /// True if a list was cut to its first twenty items or the text was shortened.
    cut: bool,
}

pub(super) fn explain(desk: &Desk, asked: &Explain) -> Result<Explained, String> {
    let wanted = match &asked.reconciliation {
        Some(id) => id.clone(),
        None => desk
            .shelf
            .ids()
            .into_iter()
            .next()
            .ok_or("nothing has been reconciled yet; call `reconcile` first")?,
    };
    let kept = desk.shelf.get(&wanted).ok_or_else(|| {
        let kept = desk.shelf.ids();
        let kept = if kept.is_empty() { "none".to_owned() } else { kept.join(", ") };
        format!(
            "the reconciliation {:?} is not kept (kept: {kept}); call `reconcile` again",
            shortened(&wanted, 80)
        )
    })?;
    let all = &kept.all;
    let (_, id) = ids::whole([all], &asked.id).map_err(|trouble| trouble.to_string())?;
    let explanation =
        Explanation::new(all, &kept.sources, id).ok_or("no record, claim or entity has this id")?;
    let whole = explanation.width(WIDTH).to_string();
    let record = all.records.iter().find(|record| record.id.as_str() == id);
    let claim_id = record.and_then(|record| record.claim.as_ref()).map_or(id, |claim| claim.as_str());
    let entity_id = record.and_then(|record| record.entity.as_ref()).map_or(id, |entity| entity.as_str());
    let mut explained = Explained {
        id: id.to_owned(),
        text: shortened(&whole, TEXT),
        record: record.cloned(),
        claim: all.claims.iter().find(|claim| claim.id.as_str() == claim_id).cloned(),
        entity: all.entities.iter().find(|entity| entity.id.as_str() == entity_id).cloned(),
        cut: false,
    };
    explained.cut = explained.text.len() != whole.len();
    explained.bound();
    Ok(explained)
}

impl Explained {
    /// Cuts every part that could be long.
    fn bound(&mut self) {
        let cut = &mut self.cut;
        if let Some(record) = &mut self.record {
            bound(&mut record.evidence, cut);
            for row in &mut record.evidence {
                bound(&mut row.mentions, cut);
            }
            for reading in &mut record.readings {
                bound(&mut reading.mentions, cut);
            }
        }
        if let Some(claim) = &mut self.claim {
            bound(&mut claim.sentences, cut);
            bound(&mut claim.links, cut);
        }
        if let Some(entity) = &mut self.entity {
            bound(&mut entity.forms, cut);
            for form in &mut entity.forms {
                bound(&mut form.mentions, cut);
            }
        }
    }
}

fn bound<T>(list: &mut Vec<T>, cut: &mut bool) {
    *cut |= list.len() > LISTED;
    list.truncate(LISTED);
}
