//! The judgement on two parsed names.

use itertools::Itertools;

use crate::compare::edits;
use crate::compare::name::bearer;
use crate::compare::name::derived;
use crate::compare::name::distance::{Step, way};
use crate::compare::name::evidence::{Evidence, Tally, gather};
use crate::compare::name::form::{Form, Part, PartKind};
use crate::compare::name::ground::Ground;
use crate::compare::name::odds as weigh;
use crate::compare::name::pairing::{Bond, Book, Pair, Pairing, Words, pair, word_distance};
use crate::compare::name::plural::is_plural;
use crate::compare::name::rules::Costs;
use crate::compare::relation::Relation;
use crate::fold::fold;
use crate::lexicon::word_set::WordSet;
use crate::lexicon::{Lexicon, TableId};
use crate::mention::NameKind;

/// What the letters of two names show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Verdict {
    /// The log-odds that they are forms of one name.
    pub(crate) log_odds: f64,
    /// How they relate if they are.
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

/// What the letters of two names show before the evidence is weighed: the verdict's log-odds do not include it yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opinion {
    pub(super) evidence: Option<Evidence>,
    pub(super) verdict: Verdict,
}

impl Opinion {
    fn fixed(verdict: Verdict) -> Self {
        Self { evidence: None, verdict }
    }

    /// The verdict with the evidence weighed.
    pub(super) fn weighed(&self) -> Verdict {
        let weighed = self.evidence.as_ref().map_or(0.0, weigh::weigh);
        Verdict { log_odds: self.verdict.log_odds + weighed, ..self.verdict }
    }
}

/// Judges two names by their letters.
pub(super) fn judge(a: &Form<'_>, b: &Form<'_>, kind: NameKind, book: Book<'_>) -> Opinion {
    if is_same_as_written(a.text, b.text) {
        return Opinion::fixed(Verdict::new(weigh::KNOWN, Relation::Identical, Ground::Same));
    }
    if let Some(known) = by_lexicon(a, b, book).or_else(|| by_acronym(a, b)) {
        return Opinion::fixed(known);
    }
    let pairing = pair(a, b, kind, book);
    // "Angels", "Los Angeles": the words that resemble each other are no spellings.
    let unlike = || pairing.pairs().iter().all(|pair| matches!(pair.bond, Bond::Spelled(_)));
    if kind != NameKind::Person && unlike() && is_one_team(a, b, book) {
        return Opinion::fixed(Verdict::new(weigh::TEAM, Relation::Equivalent, Ground::Alias));
    }
    by_words(a, b, &pairing, kind, book)
}

/// Names that stand for each other in sport: a team and its city.
fn is_one_team(a: &Form<'_>, b: &Form<'_>, book: Book<'_>) -> bool {
    let teams = |form: &Form<'_>| form.begins.contains(TableId::Team);
    teams(a) && teams(b) && book.lexicon.table(TableId::Team).share(a.whole(), b.whole())
}

/// True if the names are the same after folding case, white space and quotation marks; accents and hyphens count.
fn is_same_as_written(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    // If the first bytes that differ are two letters, or a letter and the end, folding cannot make them equal.
    let (x, y) = (a.as_bytes(), b.as_bytes());
    let at = x.iter().zip(y).take_while(|(p, q)| p.eq_ignore_ascii_case(q)).count();
    let is_letter = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_alphanumeric);
    if is_letter(x.get(at)) && is_letter(y.get(at)) && (x.len() != y.len() || at < x.len()) {
        return false;
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

fn by_lexicon(a: &Form<'_>, b: &Form<'_>, Book { costs, lexicon }: Book<'_>) -> Option<Verdict> {
    let (Some((in_a, x)), Some((in_b, y))) = (&a.known, &b.known) else { return None };
    if x != y {
        // A place and an institution may be one ("Moscow", "the Kremlin"), but then their letters do not show it.
        let is_written = |form: &Form<'_>, table: TableId| {
            form.parts().len() == 1 && lexicon.table(table).get(form.whole(), form.text).is_some()
        };
        let apart = in_a == in_b || is_written(a, *in_a) && is_written(b, *in_b);
        return apart.then(|| Verdict::forbidden(Ground::KnownApart));
    }
    // Two spellings are a variant, even if the table lists both; a demonym or an acronym is another form.
    let spelled = if a.demonym == b.demonym { spelled_apart(a, b, costs, lexicon) } else { None };
    Some(match spelled {
        Some((a, b)) => Verdict::new(weigh::KNOWN, Relation::Variant, Ground::Spelled { a, b }),
        None => Verdict::new(weigh::KNOWN, Relation::Equivalent, Ground::Alias),
    })
}

/// The first words that two names spell in two ways, if they have the same words in the same order otherwise. Particles do not
/// count ("al-Qaeda", "Qaida"), nor do British and American spelling.
fn spelled_apart(a: &Form<'_>, b: &Form<'_>, costs: &Costs, lexicon: &Lexicon) -> Option<(usize, usize)> {
    let words = |form: &Form<'_>| {
        let parts = form.parts().iter().enumerate();
        parts.filter(|(_, p)| p.kind != PartKind::Particle).map(|(n, p)| (n, *p)).collect_vec()
    };
    let (ours, theirs) = (words(a), words(b));
    if ours.len() != theirs.len() {
        return None;
    }
    let mut found = None;
    for ((i, p), (j, q)) in ours.iter().zip(&theirs) {
        let (x, y) = (a.letters(p), b.letters(q));
        if x == y || lexicon.table(TableId::Spelling).share(a.word(p), b.word(q)) {
            continue;
        }
        let is_word = |part: &Part| part.kind == PartKind::Word && !part.capitals;
        if !is_word(p) || !is_word(q) || is_plural(x, y) {
            return None;
        }
        match word_distance(costs, x, y, 20) {
            Some(0) => {}
            Some(_) => found = found.or(Some((*i, *j))),
            None => return None,
        }
    }
    found
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
            // Two short words in capitals are acronyms, whose letters do not spell sounds.
            (x != y && x.len().min(y.len()) <= 4).then(|| Verdict::forbidden(Ground::Acronyms))
        }
        (Some(x), None) => cut_short(x, b).or_else(|| expands(a, x, b)),
        (None, Some(y)) => cut_short(y, a).or_else(|| expands(b, y, a)),
        (None, None) => None,
    }
}

/// "GOOGL" for Google: the sign of a share or an abbreviation, which spells nothing. "Asbos" are several.
fn cut_short(acronym: &[u8], form: &Form<'_>) -> Option<Verdict> {
    let [only] = form.parts() else { return None };
    let letters = form.letters(only);
    let rest = letters.strip_prefix(acronym).unwrap_or(&[]);
    let cut = acronym.len() <= 5 && !rest.is_empty() && !is_plural(acronym, letters);
    cut.then(|| Verdict::new(weigh::OTHER_ACRONYM, Relation::Conflict, Ground::Acronyms))
}

fn expands(short: &Form<'_>, acronym: &[u8], form: &Form<'_>) -> Option<Verdict> {
    let named = form.parts().iter().filter(|p| p.kind != PartKind::Particle).count();
    if named < 2 {
        return None;
    }
    if !takes(acronym, form, form.parts()) {
        // An acronym's letters do not spell sounds; but in a headline in capitals, ordinary one-word names look the same.
        let held = form.parts().iter().any(|p| form.letters(p) == acronym);
        return (acronym.len() <= 5 && !held)
            .then(|| Verdict::new(weigh::OTHER_ACRONYM, Relation::Conflict, Ground::Acronyms));
    }
    let mut odds = if acronym.len() >= 3 { weigh::ACRONYM } else { weigh::SHORT_ACRONYM };
    // The lexicon knows what it stands for, which is something else.
    if short.known.as_ref().is_some_and(|(_, canonical)| canonical.contains(' ')) {
        odds += weigh::KNOWN_ACRONYM;
    }
    Some(Verdict::new(odds, Relation::Equivalent, Ground::Acronym))
}

/// True if the acronym is made of the beginnings of all words: one letter of each, more if the acronym is long; all of a word
/// that is itself an acronym; at most one letter of particles and legal forms. Bounded by the acronym's length times the
/// number of words.
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

fn by_words(a: &Form<'_>, b: &Form<'_>, pairing: &Pairing, kind: NameKind, book: Book<'_>) -> Opinion {
    if let Some(forbidden) = forbid(a, b, pairing, kind) {
        return Opinion::fixed(forbidden);
    }
    let tally = Tally::new(a, b, pairing);
    let evidence = gather(a, b, pairing, &tally, kind, book.lexicon);
    let (fixed, relation, ground) = stand(a, b, pairing, &tally, kind, book);
    Opinion { evidence: Some(evidence), verdict: Verdict::new(fixed, relation, ground) }
}

/// The least number of letters in two surnames that differ by a typing error.
const SLIPPED: usize = 4;

/// How two names relate, why, and the log-odds of what is not fitted: of places and particles.
fn stand(
    a: &Form<'_>,
    b: &Form<'_>,
    pairing: &Pairing,
    tally: &Tally,
    kind: NameKind,
    Book { costs, lexicon }: Book<'_>,
) -> (f64, Relation, Ground) {
    if pairing.pairs().is_empty() {
        let ground = if a.foreign == b.foreign { Ground::Apart } else { Ground::Scripts };
        return (0.0, Relation::Conflict, ground);
    }
    let clashes = pairing.only_a.len().min(pairing.only_b.len());
    let more = pairing.only_a.len().max(pairing.only_b.len()) - clashes;
    if clashes > 0 {
        let ground = Ground::OtherWord {
            a: pairing.only_a.first().unwrap_or(0),
            b: pairing.only_b.first().unwrap_or(0),
        };
        // One person may use two given names if everything else is the same; a different word makes a different organisation.
        let last = |form: &Form<'_>, only: Words| only.last().is_some_and(|n| n + 1 == form.parts().len());
        let other_given_name = kind == NameKind::Person
            && clashes == 1
            && tally.equal >= 2
            && !last(a, pairing.only_a)
            && !last(b, pairing.only_b);
        if other_given_name {
            let (x, y) = (pairing.only_a.first().unwrap_or(0), pairing.only_b.first().unwrap_or(0));
            return match are_given_names(a, x, b, y, pairing) {
                true => (weigh::OTHER_GIVEN_NAME, Relation::Variant, ground),
                false => (weigh::OTHER_GIVEN_NAME, Relation::Refinement, Ground::Added),
            };
        }
        // "Ana Lindel", "Ana Linden": only the context can tell whether one is a typing error.
        let near = |x: usize, y: usize| {
            let (Some(x), Some(y)) = (a.parts().get(x), b.parts().get(y)) else { return false };
            let (x, y) = (a.word(x), b.word(y));
            x.chars().count().min(y.chars().count()) >= SLIPPED && edits::distance(x, y) == 1
        };
        if let Ground::OtherWord { a: x, b: y } = ground {
            let family = x > 0 && y > 0 && last(a, pairing.only_a) && last(b, pairing.only_b);
            if kind == NameKind::Person && clashes == 1 && more == 0 && family && near(x, y) {
                return (0.0, Relation::Variant, Ground::Spelled { a: x, b: y });
            }
        }
        return (0.0, Relation::Conflict, ground);
    }
    let mut fixed = 0.0;
    // A place in a longer name ("France", "Agence France-Presse") is usually not what that name refers to.
    let is_place = |form: &Form<'_>| matches!(form.known, Some((TableId::Place, _)));
    let both_known = a.known.is_some() && b.known.is_some();
    if more > 0
        && (kind != NameKind::Place || both_known)
        && pairing.pairs().len() == 1
        && is_place(a) != is_place(b)
    {
        fixed += weigh::PLACE_WITHIN;
    }
    if more > 0 && kind == NameKind::Place {
        let (short, long, only) =
            if pairing.only_a.is_empty() { (a, b, pairing.only_b) } else { (b, a, pairing.only_a) };
        let adds = |set: WordSet, holds: bool| {
            only.iter().any(|n| long.parts().get(n).is_some_and(|p| p.begins.is_in(set) == holds))
        };
        // "Kansas City", "Kansas City Star".
        let other = is_place(short) && !is_place(long) && adds(WordSet::SamePlace, false);
        if adds(WordSet::OtherPlace, true) || other {
            fixed += weigh::OTHER_PLACE;
        }
    }
    if let Some((_, i, j)) = tally.worst {
        if a.country != b.country && pairing.pairs().len() == 1 && !is_slip(a, i, b, j, costs) {
            fixed += weigh::NEAR_COUNTRY;
            if a.begins.contains(TableId::Surname) || b.begins.contains(TableId::Surname) {
                fixed += weigh::NEAR_COUNTRY;
            }
        }
        if a.parts().len() == 1
            && b.parts().len() == 1
            && matches!(kind, NameKind::Person | NameKind::Other)
            && is_leader(a, lexicon) != is_leader(b, lexicon)
        {
            fixed += if is_slip(a, i, b, j, costs) { weigh::NEAR_LEADER_SLIP } else { weigh::NEAR_LEADER };
        }
        // "Russian" and "Moscow's Russia" differ as words, not as spellings.
        let relation = if a.demonym != b.demonym { Relation::Equivalent } else { Relation::Variant };
        return (fixed, relation, Ground::Spelled { a: i, b: j });
    }
    if let Some((i, j)) = tally.respelled {
        return (fixed, Relation::Variant, Ground::Spelled { a: i, b: j });
    }
    if tally.rejoined {
        return (fixed + weigh::REJOINED, Relation::Variant, Ground::Rejoined);
    }
    if let Some((x, y)) = particles(a, b) {
        return (fixed + weigh::OTHER_PARTICLE, Relation::Variant, Ground::Spelled { a: x, b: y });
    }
    if tally.plural && kind != NameKind::Person && other_owners(a, b) {
        return (fixed, Relation::Variant, Ground::Owners);
    }
    if tally.lone_plural {
        fixed += weigh::LONE_PLURAL;
    }
    let (relation, ground) = if more > 0 {
        (Relation::Refinement, Ground::Shorter)
    } else if tally.plural {
        (Relation::Equivalent, Ground::Plural)
    } else if tally.acronym {
        (Relation::Equivalent, Ground::Acronym)
    } else if tally.place {
        (Relation::Equivalent, Ground::Alias)
    } else if tally.convention {
        (Relation::Equivalent, Ground::Convention)
    } else if tally.initial {
        (Relation::Refinement, Ground::Initial)
    } else if tally.clipped {
        if pairing.pairs().iter().any(|p| p.bond == Bond::Clipped && is_number(a, p.a)) {
            fixed += weigh::NUMBER;
        }
        (Relation::Refinement, Ground::Shorter)
    } else if tally.nickname {
        (Relation::Equivalent, Ground::Nickname)
    } else if a.legal != b.legal {
        (Relation::Equivalent, Ground::LegalForm)
    } else {
        let keeps_first = matches!(pairing.pairs().first(), Some(p) if p.a == 0 && p.b == 0);
        if kind == NameKind::Person && pairing.reordered && keeps_first {
            return (fixed, Relation::Variant, Ground::Order);
        }
        if kind != NameKind::Person && !pairing.reordered {
            if articles_within(a) != articles_within(b) {
                return (fixed, Relation::Variant, Ground::Article);
            }
            if let (Some(x), Some(y)) = (conjunctions_within(a), conjunctions_within(b)) {
                if x != y {
                    return (fixed, Relation::Variant, Ground::And);
                }
            }
        }
        let ground = if tally.joined || !pairing.reordered && a.parts().len() == b.parts().len() {
            if fold(a.text) == fold(b.text) { Ground::Accents } else { Ground::Punctuation }
        } else if pairing.reordered {
            Ground::Order
        } else {
            Ground::Particles
        };
        (Relation::Equivalent, ground)
    };
    (fixed, relation, ground)
}

/// True if two words without a partner may both be given names of one person: they stand before the same word, and neither
/// begins its name as a team, a position or a description ("Saints Ana Lindel", "RB Ana Lindel", "Novelist Ana Lindel").
fn are_given_names(a: &Form<'_>, x: usize, b: &Form<'_>, y: usize, pairing: &Pairing) -> bool {
    let before =
        |is_before: &dyn Fn(&Pair) -> bool| pairing.pairs().iter().filter(|pair| is_before(pair)).count();
    let one_place = before(&|pair| pair.a < x) == before(&|pair| pair.b < y);
    let given = |form: &Form<'_>, n: usize| {
        let shouted = form.parts().iter().all(|p| p.capitals || p.kind != PartKind::Word);
        form.parts().get(n).is_some_and(|p| {
            let other =
                [TableId::Role, TableId::Title, TableId::Team].iter().any(|&table| p.begins.contains(table));
            n > 0 || p.begins.contains(TableId::GivenName) || !other && (!p.capitals || shouted)
        })
    };
    one_place && given(a, x) && given(b, y)
}

fn is_number(form: &Form<'_>, n: usize) -> bool {
    form.parts().get(n).is_some_and(|p| p.kind == PartKind::Number)
}

/// True for the surname of a head of state or government.
fn is_leader(form: &Form<'_>, lexicon: &Lexicon) -> bool {
    form.begins.contains(TableId::Surname)
        && lexicon.table(TableId::Surname).get_folded(form.whole()).is_some_and(|e| e.class == "leader")
}

/// True if the only difference is two adjacent letters swapped.
fn is_slip(a: &Form<'_>, i: usize, b: &Form<'_>, j: usize, costs: &Costs) -> bool {
    let (Some(p), Some(q)) = (a.parts().get(i), b.parts().get(j)) else { return false };
    matches!(way(costs, a.letters(p), b.letters(q)).as_slice(), [only] if only.step == Step::Exchanged)
}

/// The generation given in a name, if any: true for the son's.
pub(crate) fn generation(form: &Form<'_>) -> Option<bool> {
    form.parts().iter().find(|p| p.kind == PartKind::Generation).map(|p| form.word(p).starts_with('j'))
}

/// What makes two names different, however similar their other words are.
fn forbid(a: &Form<'_>, b: &Form<'_>, pairing: &Pairing, kind: NameKind) -> Option<Verdict> {
    if let (Some(x), Some(y)) = (generation(a), generation(b)) {
        if x != y {
            return Some(Verdict::forbidden(Ground::Generations));
        }
    }
    let numbered = |form: &Form<'_>, only: Words| {
        only.iter().any(|n| form.parts().get(n).is_some_and(|p| p.kind == PartKind::Number))
    };
    if numbered(a, pairing.only_a) && numbered(b, pairing.only_b) {
        // In a long name, one of several numbers may be unimportant, though it seldom is; that is weighed.
        if pairing.pairs().len() < 2 {
            return Some(Verdict::forbidden(Ground::Numbers));
        }
    }
    if derived::is_derived(a, b, pairing, kind) {
        return Some(Verdict::forbidden(Ground::Derived));
    }
    // A word that is nearly a common word in a longer name ("Agence", "National Agency") is a different word.
    if let [only] = pairing.pairs() {
        let is_common = |form: &Form<'_>, n: usize| {
            form.parts().get(n).is_some_and(|p| {
                p.begins.contains(TableId::Common) || p.begins.continues_phrase(TableId::Organisation)
            })
        };
        let is_word =
            |form: &Form<'_>| form.parts().first().is_some_and(|p| p.begins.contains(TableId::Common));
        let is_capital = |text: &str| text.starts_with(char::is_uppercase);
        let longer = pairing.only_a.is_empty() != pairing.only_b.is_empty()
            || a.parts().len() == 1
                && b.parts().len() == 1
                && is_capital(a.text)
                && is_capital(b.text)
                && is_word(a) != is_word(b);
        if longer
            && kind != NameKind::Person
            && matches!(only.bond, Bond::Spelled(_))
            && (is_common(a, only.a) || is_common(b, only.b) || is_word(a) != is_word(b))
        {
            let ground = Ground::OtherWord { a: only.a, b: only.b };
            return Some(Verdict::new(weigh::NEAR_PART, Relation::Conflict, ground));
        }
    }
    if matches!(kind, NameKind::Person | NameKind::Other) {
        if let Some(ground) = bearer::are_two(a, b, pairing, kind) {
            return Some(Verdict::forbidden(ground));
        }
        for p in pairing.pairs() {
            let (Some(x), Some(y)) = (a.parts().get(p.a), b.parts().get(p.b)) else { continue };
            let may_be = a.bytes(x).ends_with(b"a") || b.bytes(y).ends_with(b"a");
            if !may_be || !matches!(p.bond, Bond::Spelled(_)) {
                continue;
            }
            let (x, y) = (a.word(x), b.word(y));
            if is_feminine_of(x, y) || is_feminine_of(y, x) {
                return Some(Verdict::forbidden(Ground::Gender));
            }
        }
    }
    None
}

/// True if one is the feminine form of a Russian surname and the other the masculine.
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

/// How often "the" occurs after the first word of a name: there it belongs to the name, and an editor would want it settled.
fn articles_within(form: &Form<'_>) -> usize {
    form.text.split_whitespace().skip(1).filter(|word| word.eq_ignore_ascii_case("the")).count()
}

/// How often "and" joins the words of a name; `None` if commas list them.
fn conjunctions_within(form: &Form<'_>) -> Option<usize> {
    let is_and = |word: &&str| *word == "&" || word.eq_ignore_ascii_case("and");
    let joined = form.text.split_whitespace().skip(1).filter(is_and).count();
    (!form.text.contains(',')).then_some(joined)
}

/// True if the same words are the owners in two names, one in the singular and one in the plural: "Worker's", "Workers'".
fn other_owners(a: &Form<'_>, b: &Form<'_>) -> bool {
    let owners = |form: &Form<'_>| -> Vec<(String, bool)> {
        let owner = |word: &str| {
            let word = fold(word).replace('’', "'");
            let one = word.strip_suffix("'s").map(|owner| (owner.to_owned(), false));
            one.or_else(|| word.strip_suffix("s'").map(|owner| (owner.to_owned(), true)))
        };
        form.text.split_whitespace().filter_map(owner).collect()
    };
    let of_b = owners(b);
    owners(a).iter().any(|(owner, several)| of_b.contains(&(owner.clone(), !several)))
}

/// The first particles that two personal names write differently ("al" and "el").
fn particles(a: &Form<'_>, b: &Form<'_>) -> Option<(usize, usize)> {
    // A closed list: the article, "son of", "sons of" and "father of" in Arabic, in Latin letters.
    const SPELLED: &[&[&str]] = &[
        &["al", "el", "ul", "as", "ash", "at", "ad", "az", "an", "ar"],
        &["bin", "ibn", "ben"],
        &["ould", "uld"],
        &["abu", "abou"],
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
