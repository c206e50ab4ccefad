//! Comparison of roles: what two sources say one person or group is.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::compare::{Judgement, Level};
use crate::fold::fold;
use crate::lexicon::{Lexicon, TableId, list};
use crate::text::normal;

/// A role as it is compared.
#[derive(Clone, Copy, Debug)]
pub struct RoleWords<'a> {
    /// The words of the role.
    pub words: &'a str,
    /// The noun that says what, folded.
    pub head: &'a str,
}

/// Kin of one person, of which nobody is two to the same.
static KIN: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| list::KIN.words("kin"));

/// Compares two roles of one person or group. One person can be many things, so that two roles with nothing in common contradict
/// each other as seldom as they agree: `None` for those. Only kin of one and the same person exclude each other.
pub fn compare(a: RoleWords<'_>, b: RoleWords<'_>, lexicon: &Lexicon) -> Option<Judgement> {
    if fold(a.words) == fold(b.words) {
        return Some(Judgement::new(Level::Same, 0.95, "one role in the same words"));
    }
    let (x, y) = (content(a.words, lexicon), content(b.words, lexicon));
    if x == y {
        return Some(Judgement::new(Level::Form, 0.9, "one role in the same words, ordered otherwise"));
    }
    if x.is_subset(&y) || y.is_subset(&x) {
        let (less, more) = if x.is_subset(&y) { (a, b) } else { (b, a) };
        let reason = format!("\"{}\" is what \"{}\" says in full", less.words, more.words);
        return Some(Judgement::new(Level::Specific, 0.85, reason));
    }
    let heads = (head(a.head, lexicon), head(b.head, lexicon));
    let kin = |role: RoleWords<'_>| KIN.contains(role.head);
    if kin(a) && kin(b) && a.head != b.head && x.intersection(&y).next().is_some() {
        let reason = format!("nobody is \"{}\" and \"{}\" to the same person", a.head, b.head);
        return Some(Judgement::new(Level::Exclusive, 0.7, reason));
    }
    let beside = x.intersection(&y).filter(|word| **word != heads.0 && **word != heads.1).count();
    (heads.0 == heads.1 && beside > 0).then(|| {
        let reason = format!("both say \"{}\", of the same", a.head);
        Judgement::new(Level::Compatible, 0.75, reason)
    })
}

fn head(word: &str, lexicon: &Lexicon) -> String {
    let known = lexicon
        .table(TableId::Role)
        .get_folded(word)
        .or_else(|| lexicon.table(TableId::Title).get_folded(word));
    known.map_or_else(
        || normal(word, lexicon).into_owned(),
        |entry| normal(&fold(&entry.canonical), lexicon).into_owned(),
    )
}

/// The compared forms of the words that say something; names of places stand for their country.
fn content(words: &str, lexicon: &Lexicon) -> BTreeSet<String> {
    let folded = fold(words);
    let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 1);
    let parts = parts.filter(|w| !lexicon.table(TableId::Stopword).contains(w));
    let places = lexicon.table(TableId::Place);
    parts
        .map(|word| {
            match places.get_folded(word).filter(|entry| entry.class == "demonym" || entry.class == "country")
            {
                Some(entry) => fold(&entry.canonical),
                None => head(word, lexicon),
            }
        })
        .collect()
}
