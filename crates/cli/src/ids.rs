//! Ids, as people give them: whole, or only as much of one as no other begins with.

use testimonia::Reconciliation;

use crate::trouble::Trouble;

/// Ids that are listed where the beginning of one is that of several.
const LISTED: usize = 6;

/// The id that is given, or the only one that begins so, with the position of the reconciliation it is in.
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
                .remedy(format!("give more of one of these: {}{more}", first.join(", ")))
        }),
    }
}

/// Trouble with an id that is none.
pub(crate) fn unknown(id: &str) -> Trouble {
    Trouble::new(format!("no record, claim or entity has the id {id:?}")).remedy(
        "the id of each record and claim stands at the right of its first line; --since keeps ids from one run to the next",
    )
}
