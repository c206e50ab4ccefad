//! The judgement on two names taken apart.

use crate::compare::name::distance::{Step, way};
use crate::compare::name::form::{Form, Part, PartKind};
use crate::compare::name::ground::Ground;
use crate::compare::name::pairing::{Bond, Pairing, Words, pair, word_distance};
use crate::compare::name::weights as weigh;
use crate::compare::relation::Relation;
use crate::fold::fold;
use crate::lexicon::Lexicon;
use crate::mention::NameKind;

/// What the letters of two names show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Verdict {
    /// Log-odds that they are forms of one name.
    pub(crate) log_odds: f64,
    /// How they stand if they are.
    pub(crate) relation: Relation,
    /// What decided.
    pub(crate) ground: Ground,
}

impl Verdict {
    fn new(log_odds: f64, relation: Relation, ground: Ground) -> Self {
        Self { log_odds, relation, ground }
    }

    fn forbidden(ground: Ground) -> Self {
        Self::new(weigh::FORBIDDEN, Relation::Conflict, ground)
    }
}

/// Judges two names by their letters.
pub(crate) fn judge(a: &Form<'_>, b: &Form<'_>, kind: NameKind, lexicon: &Lexicon) -> Verdict {
    if is_same_as_written(a.text, b.text) {
        return Verdict::new(weigh::KNOWN, Relation::Identical, Ground::Same);
    }
    if let Some(known) = by_lexicon(a, b) {
        return known;
    }
    if let Some(acronym) = by_acronym(a, b) {
        return acronym;
    }
    by_words(a, b, &pair(a, b, kind, lexicon), kind)
}

/// Same letters after case, white space and quotation marks are folded; accents and hyphens count.
fn is_same_as_written(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    if a.is_ascii() && b.is_ascii() && !a.contains(char::is_whitespace) && !b.contains(char::is_whitespace) {
        return a.eq_ignore_ascii_case(b);
    }
    let plain = |c: char| if matches!(c, '’' | '‘' | 'ʼ' | '`') { '\'' } else { c };
    let mut words = (a.split_whitespace(), b.split_whitespace());
    loop {
        match (words.0.next(), words.1.next()) {
            (None, None) => return true,
            (Some(x), Some(y)) => {
                let x = x.chars().map(plain).flat_map(char::to_lowercase);
                let y = y.chars().map(plain).flat_map(char::to_lowercase);
                if !x.eq(y) {
                    return false;
                }
            }
            _ => return false,
        }
    }
}

fn by_lexicon(a: &Form<'_>, b: &Form<'_>) -> Option<Verdict> {
    let (Some((in_a, x)), Some((in_b, y))) = (&a.known, &b.known) else { return None };
    if x != y {
        return (in_a == in_b).then(|| Verdict::forbidden(Ground::KnownApart));
    }
    // Two spellings of one city are a variant though the table lists both; a demonym or an acronym is another form.
    let relation = match (a.parts(), b.parts()) {
        ([p], [q]) if !p.capitals && !q.capitals && a.demonym == b.demonym => {
            match word_distance(a.letters(p), b.letters(q), 20) {
                Some(0) => Relation::Equivalent,
                Some(_) => {
                    return Some(Verdict::new(
                        weigh::KNOWN,
                        Relation::Variant,
                        Ground::Spelled { a: 0, b: 0 },
                    ));
                }
                None => Relation::Equivalent,
            }
        }
        _ => Relation::Equivalent,
    };
    Some(Verdict::new(weigh::KNOWN, relation, Ground::Alias))
}

fn acronym<'f>(form: &'f Form<'_>) -> Option<&'f [u8]> {
    match form.parts() {
        [only] if only.capitals && only.kind == PartKind::Word => {
            let letters = form.letters(only);
            (2..=7).contains(&letters.len()).then_some(letters)
        }
        _ => None,
    }
}

fn by_acronym(a: &Form<'_>, b: &Form<'_>) -> Option<Verdict> {
    match (acronym(a), acronym(b)) {
        (Some(x), Some(y)) => {
            let (mut p, mut q) = (x.to_vec(), y.to_vec());
            p.sort_unstable();
            q.sort_unstable();
            if p == q && x.len() >= 3 && x != y {
                return Some(Verdict::new(weigh::ANAGRAM, Relation::Variant, Ground::Anagram));
            }
            // Short words in capitals on both sides are acronyms, and their letters are no sounds.
            (x != y && x.len().min(y.len()) <= 4).then(|| Verdict::forbidden(Ground::Acronyms))
        }
        (Some(x), None) => expands(a, x, b),
        (None, Some(y)) => expands(b, y, a),
        (None, None) => None,
    }
}

fn expands(short: &Form<'_>, acronym: &[u8], form: &Form<'_>) -> Option<Verdict> {
    let named = form.parts().iter().filter(|p| p.kind != PartKind::Particle).count();
    if named < 2 {
        return None;
    }
    if !takes(acronym, form, form.parts()) {
        // The letters of an acronym are no sounds; but a headline in capitals has names of one word too.
        let held = form.parts().iter().any(|p| form.letters(p) == acronym);
        return (acronym.len() <= 5 && !held)
            .then(|| Verdict::new(weigh::CLASH, Relation::Conflict, Ground::Acronyms));
    }
    let mut odds = if acronym.len() >= 3 { weigh::ACRONYM } else { weigh::SHORT_ACRONYM };
    // The lexicon knows what it stands for, and it is not this.
    if short.known.as_ref().is_some_and(|(_, canonical)| canonical.contains(' ')) {
        odds += weigh::KNOWN_ACRONYM;
    }
    Some(Verdict::new(odds, Relation::Equivalent, Ground::Acronym))
}

/// True where the acronym is made of the beginnings of all words: a letter of each, more of some where it is long; all of a
/// word that is an acronym itself; of particles and legal forms a letter or none. Bounded by acronym times words.
fn takes(acronym: &[u8], form: &Form<'_>, parts: &[Part]) -> bool {
    let Some((part, rest)) = parts.split_first() else { return acronym.is_empty() };
    let letters = form.letters(part);
    if matches!(part.kind, PartKind::Particle | PartKind::Legal) && takes(acronym, form, rest) {
        return true;
    }
    let most = if part.capitals && letters.len() <= 3 {
        letters.len()
    } else if acronym.len() >= 5 && part.kind == PartKind::Word {
        2
    } else {
        1
    };
    (1..=most.min(letters.len()))
        .filter(|&n| letters.get(..n) == acronym.get(..n))
        .any(|n| takes(acronym.get(n..).unwrap_or(&[]), form, rest))
}

fn by_words(a: &Form<'_>, b: &Form<'_>, pairing: &Pairing, kind: NameKind) -> Verdict {
    if let Some(forbidden) = forbid(a, b, pairing, kind) {
        return forbidden;
    }
    let part = |form: &Form<'_>, n: usize| form.parts().get(n).copied();
    let mut equal = 0;
    let mut worst: Option<(u16, usize, usize)> = None;
    let (mut initial, mut nickname, mut joined, mut clipped) = (false, false, false, false);
    let (mut plural, mut convention, mut place, mut acronym) = (false, false, false, false);
    for p in pairing.pairs() {
        match p.bond {
            Bond::Equal => {
                let long = part(a, p.a).is_some_and(|x| x.kind == PartKind::Word && a.letters(&x).len() >= 3);
                equal += usize::from(long);
            }
            Bond::Spelled(d) => worst = worst.max(Some((d, p.a, p.b))),
            Bond::Plural => plural = true,
            Bond::Convention => convention = true,
            Bond::Place => place = true,
            Bond::Clipped => clipped = true,
            Bond::Acronym => acronym = true,
            Bond::Initial => initial = true,
            Bond::Nickname => nickname = true,
            Bond::Joined => joined = true,
        }
    }
    if pairing.pairs().is_empty() {
        if a.foreign != b.foreign {
            return Verdict::new(weigh::OTHER_SCRIPT, Relation::Conflict, Ground::Scripts);
        }
        return Verdict::new(
            weigh::FORBIDDEN - 1.0 + weigh::near(pairing.nearest),
            Relation::Conflict,
            Ground::Apart,
        );
    }
    let clashes = pairing.only_a.len().min(pairing.only_b.len());
    let more = pairing.only_a.len().max(pairing.only_b.len()) - clashes;
    let mut odds = weigh::by_distance(worst.map_or(0, |w| w.0));
    if let Some((_, i, j)) = worst {
        let short = [part(a, i).map(|p| a.letters(&p).len()), part(b, j).map(|p| b.letters(&p).len())];
        if short.iter().flatten().any(|&n| n <= 4) {
            odds += weigh::SHORT;
        }
        if equal > 0 {
            odds += weigh::BESIDE;
        }
    }
    if clashes > 0 {
        let ground = Ground::OtherWord {
            a: pairing.only_a.first().unwrap_or(0),
            b: pairing.only_b.first().unwrap_or(0),
        };
        odds = odds.min(0.0) + weigh::CLASH + 0.6 * equal.min(2) as f64 + weigh::near(pairing.nearest);
        // One person may go by two given names where all else is the same; another word makes another organisation.
        let last = |form: &Form<'_>, only: Words| only.last().is_some_and(|n| n + 1 == form.parts().len());
        let other_given_name = kind == NameKind::Person
            && clashes == 1
            && equal >= 2
            && !last(a, pairing.only_a)
            && !last(b, pairing.only_b);
        if other_given_name {
            return Verdict::new(odds + weigh::OTHER_GIVEN_NAME, Relation::Variant, ground);
        }
        return Verdict::new(odds, Relation::Conflict, ground);
    }
    let longer = if pairing.only_a.is_empty() { (b, pairing.only_b) } else { (a, pairing.only_a) };
    if more > 0 {
        odds = odds.min(fewer_words(longer.0, longer.1, pairing, kind) + odds.min(0.0));
    }
    if initial {
        odds = odds.min(weigh::INITIAL);
    }
    if nickname {
        odds = odds.min(weigh::NICKNAME);
    }
    if clipped {
        odds = odds.min(if equal > 0 { weigh::CLIPPED } else { weigh::CLIPPED_ALONE });
    }
    if let Some((_, i, j)) = worst {
        let family = longer.1.last().is_some_and(|n| n + 1 == longer.0.parts().len());
        if more > 0
            && family
            && pairing.pairs().len() == 1
            && !matches!(kind, NameKind::Place | NameKind::Organisation)
        {
            odds = odds.min(weigh::NEAR_GIVEN_NAME);
        }
        if a.country != b.country && pairing.pairs().len() == 1 && !is_slip(a, i, b, j) {
            odds += weigh::NEAR_COUNTRY;
        }
        // "Russian" and "Moscow's Russia" differ as words, not as spellings.
        let relation = if a.demonym != b.demonym { Relation::Equivalent } else { Relation::Variant };
        return Verdict::new(odds, relation, Ground::Spelled { a: i, b: j });
    }
    if let Some((x, y)) = particles(a, b) {
        return Verdict::new(odds - 0.5, Relation::Variant, Ground::Spelled { a: x, b: y });
    }
    if more > 0 {
        return Verdict::new(odds, Relation::Refinement, Ground::Shorter);
    }
    if plural {
        return Verdict::new(odds.min(weigh::PLURAL), Relation::Equivalent, Ground::Plural);
    }
    if acronym {
        return Verdict::new(odds.min(weigh::INITIAL), Relation::Equivalent, Ground::Acronym);
    }
    if place {
        return Verdict::new(odds, Relation::Equivalent, Ground::Alias);
    }
    if convention {
        return Verdict::new(odds, Relation::Equivalent, Ground::Convention);
    }
    if initial {
        return Verdict::new(odds, Relation::Refinement, Ground::Initial);
    }
    if clipped {
        return Verdict::new(odds, Relation::Refinement, Ground::Shorter);
    }
    if nickname {
        return Verdict::new(odds, Relation::Equivalent, Ground::Nickname);
    }
    let (in_a, in_b) = (legal(a), legal(b));
    if in_a != in_b {
        let odds = if in_a.is_some() && in_b.is_some() { weigh::OTHER_LEGAL_FORM } else { weigh::LEGAL_FORM };
        return Verdict::new(odds, Relation::Equivalent, Ground::LegalForm);
    }
    let keeps_first = matches!(pairing.pairs().first(), Some(p) if p.a == 0 && p.b == 0);
    if kind == NameKind::Person && pairing.reordered && keeps_first {
        return Verdict::new(odds - 0.5, Relation::Variant, Ground::Order);
    }
    let ground = if joined || !pairing.reordered && a.parts().len() == b.parts().len() {
        if fold(a.text) == fold(b.text) { Ground::Accents } else { Ground::Punctuation }
    } else if pairing.reordered {
        Ground::Order
    } else {
        Ground::Particles
    };
    Verdict::new(odds, Relation::Equivalent, ground)
}

/// True where two neighbouring letters are exchanged, and nothing else.
fn is_slip(a: &Form<'_>, i: usize, b: &Form<'_>, j: usize) -> bool {
    let (Some(p), Some(q)) = (a.parts().get(i), b.parts().get(j)) else { return false };
    matches!(way(a.letters(p), b.letters(q)).as_slice(), [only] if only.step == Step::Exchanged)
}

/// What parts two names however alike their other words are.
fn forbid(a: &Form<'_>, b: &Form<'_>, pairing: &Pairing, kind: NameKind) -> Option<Verdict> {
    let generation = |form: &Form<'_>| {
        form.parts().iter().find(|p| p.kind == PartKind::Generation).map(|p| form.word(p).starts_with('j'))
    };
    if let (Some(x), Some(y)) = (generation(a), generation(b)) {
        if x != y {
            return Some(Verdict::forbidden(Ground::Generations));
        }
    }
    let numbered = |form: &Form<'_>, only: Words| {
        only.iter().any(|n| form.parts().get(n).is_some_and(|p| p.kind == PartKind::Number))
    };
    if numbered(a, pairing.only_a) && numbered(b, pairing.only_b) {
        // Of several numbers in a long name one may be beside the point, but hardly ever is.
        let odds = if pairing.pairs().len() >= 2 { weigh::OTHER_NUMBER } else { weigh::FORBIDDEN };
        return Some(Verdict::new(odds, Relation::Conflict, Ground::Numbers));
    }
    if matches!(kind, NameKind::Person | NameKind::Other) {
        for p in pairing.pairs() {
            let (Some(x), Some(y)) = (a.parts().get(p.a), b.parts().get(p.b)) else { continue };
            let (x, y) = (a.word(x), b.word(y));
            if matches!(p.bond, Bond::Spelled(_)) && (is_feminine_of(x, y) || is_feminine_of(y, x)) {
                return Some(Verdict::forbidden(Ground::Gender));
            }
        }
    }
    None
}

/// True where the one is the woman's form of a Russian surname, the other the man's.
fn is_feminine_of(woman: &str, man: &str) -> bool {
    let by_a = woman
        .strip_suffix('a')
        .is_some_and(|stem| stem == man && man.ends_with(['v', 'n']) && man.len() >= 4);
    let stem = ["skaya", "skaia"].iter().find_map(|end| woman.strip_suffix(end));
    let by_sky = stem.is_some_and(|s| {
        man.strip_prefix(s)
            .is_some_and(|end| matches!(end, "sky" | "ski" | "skiy" | "skyi" | "skii" | "skij" | "skyy"))
    });
    let aya = woman
        .strip_suffix("aya")
        .is_some_and(|s| man.strip_prefix(s).is_some_and(|end| end.starts_with('y')));
    by_a || by_sky || aya
}

/// Log-odds where one side lacks words.
fn fewer_words(longer: &Form<'_>, only: Words, pairing: &Pairing, kind: NameKind) -> f64 {
    let words =
        longer.parts().iter().filter(|p| matches!(p.kind, PartKind::Word | PartKind::Initial)).count();
    let last = longer
        .parts()
        .iter()
        .rposition(|p| matches!(p.kind, PartKind::Word | PartKind::Initial))
        .unwrap_or(0);
    let first =
        longer.parts().iter().position(|p| matches!(p.kind, PartKind::Word | PartKind::Initial)).unwrap_or(0);
    let has_last = !only.contains(last);
    let has_first = !only.contains(first);
    let numbers = only.iter().any(|n| longer.parts().get(n).is_some_and(|p| p.kind == PartKind::Number));
    let paired = pairing.pairs().len();
    let odds = match kind {
        NameKind::Place => {
            let tells = |n: usize| longer.parts().get(n).is_some_and(|p| TELLING.contains(&longer.word(p)));
            if only.iter().any(tells) { weigh::CLASH } else { weigh::PART_OF_NAME }
        }
        NameKind::Organisation if has_last => weigh::GIVEN_NAME_ALONE,
        NameKind::Organisation => 0.0,
        _ if paired >= 2 && has_first && has_last => weigh::MIDDLE_NAME,
        _ if paired >= 2 => weigh::GIVEN_NAME_ALONE + 0.4,
        _ if has_last => weigh::FAMILY_NAME_ALONE,
        _ if has_first => weigh::GIVEN_NAME_ALONE,
        _ => weigh::PART_OF_NAME,
    };
    let further = only.len().saturating_sub(1).min(words) as f64;
    odds + weigh::EACH_WORD_MORE * further + if numbers { -1.0 } else { 0.0 }
}

/// Words that make another place of a place.
const TELLING: &[&str] = &[
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "new",
    "equatorial",
    "upper",
    "lower",
    "central",
    "great",
    "greater",
    "little",
    "old",
    "port",
    "fort",
    "mount",
    "lake",
];

/// The first particles of personal names that the two write differently ("al" and "el").
fn particles(a: &Form<'_>, b: &Form<'_>) -> Option<(usize, usize)> {
    const SPELLED: &[&[&str]] = &[
        &["al", "el", "ul", "as", "ash", "at", "ad", "az", "an", "ar"],
        &["bin", "ibn", "ben"],
        &["ould", "uld"],
    ];
    let own = |form: &Form<'_>| -> Vec<(usize, usize)> {
        let group = |p: &Part| SPELLED.iter().position(|g| g.contains(&form.word(p)));
        let parts = form.parts().iter().enumerate().filter(|(_, p)| p.kind == PartKind::Particle);
        parts.filter_map(|(n, p)| Some((n, group(p)?))).collect()
    };
    let (x, y) = (own(a), own(b));
    if x.len() != y.len() {
        return None;
    }
    x.iter().zip(&y).find_map(|(&(i, g), &(j, h))| {
        let (p, q) = (a.parts().get(i)?, b.parts().get(j)?);
        (g == h && a.word(p) != b.word(q)).then_some((i, j))
    })
}

fn legal(form: &Form<'_>) -> Option<&'static str> {
    let last = form.parts().iter().rev().find(|p| p.kind == PartKind::Legal)?;
    Some(match form.word(last) {
        "inc" | "incorporated" => "inc",
        "ltd" | "limited" => "ltd",
        "corp" | "corporation" => "corp",
        "co" | "company" => "co",
        "ag" | "aktiengesellschaft" => "ag",
        "llc" => "llc",
        "plc" => "plc",
        "gmbh" => "gmbh",
        _ => "other",
    })
}
