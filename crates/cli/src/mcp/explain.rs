//! `explain`: all that one record rests on, or one claim, or one entity.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use testimonia::render::Explanation;
use testimonia::{Claim, Entity, Record};

use super::Desk;
use super::tools::shortened;
use crate::ids;

/// What of a list is given, and characters of the text.
const LISTED: usize = 20;
const TEXT: usize = 16_000;
const WIDTH: usize = 100;

/// What is asked.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Explain {
    /// The id of a record, or of a claim or entity, or the beginning of one that no other has.
    id: String,
    /// The reconciliation it is of, as `reconcile` gave it. Default: the latest.
    #[serde(default)]
    reconciliation: Option<String>,
}

/// What it rests on. The parts are as schema/testimonia-1.json says, each list with at most twenty members.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Explained {
    /// The whole id.
    id: String,
    /// All of it as plain text: the readings in their whole sentences, the evidence, the claim, the entity.
    text: String,
    /// The record, where the id is of one, with the rows of evidence that its confidence is the sum of.
    record: Option<Record>,
    /// The claim of the id, or of the record.
    claim: Option<Claim>,
    /// The entity of the id, or of the record.
    entity: Option<Entity>,
    /// True where a list was cut to its first twenty, or the text to its beginning.
    cut: bool,
}

pub(super) fn explain(desk: &Desk, asked: &Explain) -> Result<Explained, String> {
    let wanted = match &asked.reconciliation {
        Some(id) => id.clone(),
        None => {
            desk.shelf.ids().into_iter().next().ok_or("nothing was reconciled yet; call `reconcile` first")?
        }
    };
    let kept = desk.shelf.get(&wanted).ok_or_else(|| {
        let kept = desk.shelf.ids();
        let kept = if kept.is_empty() { "none".to_owned() } else { kept.join(", ") };
        format!(
            "the reconciliation {:?} is not kept (there is {kept}); call `reconcile` again",
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
    /// Cuts what could be of any length.
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
