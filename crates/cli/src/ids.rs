//! Ids as users give them: in full, or as a unique prefix.

use testimonia::Reconciliation;

use crate::trouble::Trouble;

/// How many ids are listed for an ambiguous prefix.
const LISTED: usize = 6;

/// The full id for an id or a unique prefix, with the index of the reconciliation that contains it.
pub(crate) fn whole<'a>(
    made: impl IntoIterator<Item = &'a Reconciliation>,
    begin: &str,
) -> Result<(usize, &'a str), Trouble> {
    let ids = made.into_iter().enumerate().flat_map(|(n, all)| {
        let records = all.records.iter().chain(&all.dismissed).map(|record| record.id.as_str());
        let claims = all.claims.iter().map(|claim| claim.id.as_str());
        let entities = all.entities.iter().map(|entity| entity.id.as_str());
        records.chain(claims).chain(entities).map(move |id| (n, id))
    });
    let begun: Vec<(usize, &str)> =
        ids.filter(|(_, id)| !begin.is_empty() && id.starts_with(begin)).collect();
    match begun[..] {
        [found] => Ok(found),
        [] => Err(unknown(begin)),
        _ => begun.iter().copied().find(|(_, id)| *id == begin).ok_or_else(|| {
            let first: Vec<&str> = begun.iter().take(LISTED).map(|(_, id)| *id).collect();
            let more = if begun.len() > first.len() { ", .." } else { "" };
            Trouble::new(format!("{} ids begin with {begin:?}", begun.len()))
                .remedy(format!("give a longer prefix of one of these: {}{more}", first.join(", ")))
        }),
    }
}

/// The error for an unknown id.
pub(crate) fn unknown(id: &str) -> Trouble {
    Trouble::new(format!("no record, claim or entity has the id {id:?}")).remedy(
        "each record and claim shows its id at the right of its first line; --since keeps ids from one run to the next",
    )
}
