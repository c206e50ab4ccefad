//! `testimonia names`: two names, compared by their letters.

use std::io;

use serde::Serialize;
use testimonia::lexicon::{TableId, key};
use testimonia::mention::NameKind;
use testimonia::{Level, Lexicon, Relation, Verdict, compare};

use crate::args::{Kind, Names};
use crate::trouble::Trouble;
use crate::{configuration, output};

/// The maximum length of a name in characters.
const LONGEST: usize = 200;

/// The result of the comparison.
#[derive(Serialize)]
struct Found<'a> {
    a: &'a str,
    b: &'a str,
    kind: NameKind,
    /// The probability that the two are forms of one name.
    probability: f64,
    /// How the forms relate if they are one name; null for two names, as are the next two.
    relation: Option<Relation>,
    level: Option<Level>,
    verdict: Option<Verdict>,
    reasons: Vec<String>,
}

/// Compares two names and prints the result. Returns true if they are one name in agreeing forms.
pub(crate) fn run(args: &Names) -> Result<bool, Trouble> {
    let [a, b] = [args.a.trim(), args.b.trim()];
    for name in [a, b] {
        if name.is_empty() || name.chars().count() > LONGEST {
            return Err(Trouble::new(format!("{name:?} is not a name"))
                .remedy(format!("a name has 1 to {LONGEST} characters")));
        }
    }
    let lexicon = configuration::lexicon_of(&args.aliases, &args.never_merge)?;
    let kind = match args.kind {
        Some(Kind::Person) => NameKind::Person,
        Some(Kind::Place) => NameKind::Place,
        Some(Kind::Organisation) => NameKind::Organisation,
        None => known(&lexicon, a).or_else(|| known(&lexicon, b)).unwrap_or(NameKind::Person),
    };
    let compared = compare::name::compare(a, b, kind, &lexicon);
    let reason = compared.reason();
    let reasons = match reason.is_empty() {
        true => vec!["they are written the same way".to_owned()],
        false => reason.split("; ").map(str::to_owned).collect(),
    };
    let found = Found {
        a,
        b,
        kind,
        probability: (compared.probability * 10_000.0).round() / 10_000.0,
        relation: compared.relation,
        level: compared.level(),
        verdict: compared.relation.map(Relation::verdict),
        reasons,
    };
    output::write(None, |out| {
        if args.json {
            serde_json::to_writer_pretty(&mut *out, &found).map_err(io::Error::from)?;
            writeln!(out)
        } else {
            write!(out, "{}", text(&found))
        }
    })?;
    Ok(found.verdict == Some(Verdict::Agreement))
}

/// The kind of name under which the lexicon lists a name.
fn known(lexicon: &Lexicon, name: &str) -> Option<NameKind> {
    let key = key(name);
    let is_in = |table| lexicon.table(table).get(&key, name).is_some();
    match () {
        () if is_in(TableId::Place) => Some(NameKind::Place),
        () if is_in(TableId::Organisation) => Some(NameKind::Organisation),
        () => None,
    }
}

fn text(found: &Found<'_>) -> String {
    let head = match (found.relation, found.level, found.verdict) {
        (Some(relation), Some(level), Some(verdict)) => {
            format!("one name: {relation}, {verdict}\nlevel       {level}")
        }
        _ => "two names".to_owned(),
    };
    let kind = match found.kind {
        NameKind::Person => "person",
        NameKind::Place => "place",
        NameKind::Organisation => "organisation",
        _ => "other",
    };
    let probability = found.probability;
    let reasons = found.reasons.join("; ");
    // The only text from outside is what the user typed, so nothing needs escaping.
    format!("{head}\nkind        {kind}\nprobability {probability:.4}\nwhy:        {reasons}\n")
}
