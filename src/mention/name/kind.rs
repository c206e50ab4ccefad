//! Kind: what a name refers to, judged by the lexicon, its title, its parts and its context.

use crate::lexicon::TableId;
use crate::lexicon::closed::Class;
use crate::lexicon::word_set::WordSet;
use crate::mention::name::cut::Part;
use crate::mention::name::evidence::speaks;
use crate::mention::name::run::{Known, Reader};
use crate::mention::name::{Name, NameKind};
use crate::text::Shape;

/// The name for a part; `None` if it turns out not to be a name.
pub(super) fn name(reader: &Reader<'_, '_>, part: Part<'_>, sentence: usize) -> Option<Name> {
    let document = reader.document;
    let known = part.known.filter(|known| !is_overruled(reader, &part, known));
    let (kind, canonical, demonym) = match known {
        Some(known) => {
            let kind = match known.table {
                TableId::Organisation => organisation_kind(&known),
                _ if known.entry.class == "people" => NameKind::Other,
                _ => NameKind::Place,
            };
            (kind, Some(known.entry.shared.clone()), known.is_demonym())
        }
        None => (unknown_kind(reader, &part)?, None, false),
    };
    // "group Hamas" and "president Niger" are not titles of these names.
    let title = part.title.filter(|_| kind == NameKind::Person).map(|tokens| document.span(tokens));
    let span = document.span(part.tokens.clone());
    Some(Name { span, sentence, tokens: part.tokens, kind, title, canonical, demonym, referent: 0 })
}

fn organisation_kind(known: &Known<'_>) -> NameKind {
    match known.entry.class.as_str() {
        "building" => NameKind::Place,
        "product" | "event" => NameKind::Other,
        _ => NameKind::Organisation,
    }
}

/// A single word in the lexicon that is a person here, by a title or because the bundle uses it for a person.
fn is_overruled(reader: &Reader<'_, '_>, part: &Part<'_>, known: &Known<'_>) -> bool {
    if known.is_demonym() || part.tokens.len() > 1 {
        return false;
    }
    let seen = reader.seen(part.tokens.start);
    let titled = part.title.as_ref().is_some_and(|t| is_personal(reader, t.clone()));
    (titled && known.table == TableId::Place) || (known.weak && seen.person > seen.place)
}

/// True if a title makes what follows a person regardless of its form ("Mr", "Gen.", "President").
fn is_personal(reader: &Reader<'_, '_>, title: std::ops::Range<usize>) -> bool {
    title.into_iter().any(|at| {
        reader
            .document
            .lookup(TableId::Title, at, reader.lexicon)
            .is_some_and(|(_, hit)| !matches!(hit.entry.class.as_str(), "modifier"))
            && reader.is_capital(at)
    })
}

fn unknown_kind(reader: &Reader<'_, '_>, part: &Part<'_>) -> Option<NameKind> {
    let (document, tokens) = (reader.document, part.tokens.clone());
    let words = || tokens.clone().filter(|&t| document.tokens()[t].is_word());
    let (first, last) = (words().next()?, words().next_back()?);
    let many = first != last;
    if !many && part.title.is_none() && is_title(reader, first) && reader.seen(first).person < 2 {
        // "The General said": a title without a name.
        return None;
    }
    let (head, tail) = (reader.folded(first), reader.folded(last));
    // "(D-Ohio)": a party and a state.
    let party = matches!(head, "d" | "r" | "i") && first > 0 && document.sign(first - 1) == '(';
    if (!many && reader.is(first, Class::CompanyForm)) || party {
        return None;
    }
    if let Some(title) = &part.title {
        // "Writers X and Y", but also the verb in "who heads X": a plural alone proves nothing.
        let plural = reader.folded(title.end - 1).ends_with('s');
        let closes = reader.is(last, Class::EndsOrganisation) || reader.is(last, Class::EndsPlace);
        // "The operator SNCF".
        let acronym = !many && reader.shape(first) == Shape::Upper && reader.seen(first).spelled == 0;
        if acronym && !is_personal(reader, title.clone()) {
            return Some(NameKind::Organisation);
        }
        if is_personal(reader, title.clone()) || !(closes || plural || holds_gazetted(reader, &part.tokens)) {
            return Some(NameKind::Person);
        }
    }
    if many && reader.is(last, Class::Generation) {
        return Some(NameKind::Person);
    }
    if many {
        if let Some(kind) = by_parts(reader, part, first, last) {
            return Some(kind);
        }
    }
    let spelled = reader.seen(first).spelled > 0;
    if reader.shape(first) == Shape::Upper && !many && !spelled {
        return Some(if head.chars().any(|c| c.is_ascii_digit()) {
            NameKind::Other
        } else {
            acronym_kind(reader, first)
        });
    }
    if tail.chars().any(|c| c.is_ascii_digit()) {
        return Some(NameKind::Other);
    }
    Some(by_neighbours(reader, part, first, last))
}

/// True for a word that is a title by itself.
fn is_title(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.document.lookup(TableId::Title, at, reader.lexicon).is_some_and(|(end, _)| end == at + 1)
}

/// An unknown word in capitals: a place in a dateline, else an organisation.
fn acronym_kind(reader: &Reader<'_, '_>, at: usize) -> NameKind {
    let dateline =
        reader.folded(at).len() > 4 && matches!(reader.document.sign(at + 1), ',' | '(' | '—' | '–' | '/');
    if dateline { NameKind::Place } else { NameKind::Organisation }
}

/// By the words of the name.
fn by_parts(reader: &Reader<'_, '_>, part: &Part<'_>, first: usize, last: usize) -> Option<NameKind> {
    let head = reader.folded(first);
    let tokens = reader.document.tokens();
    let given = tokens[first].begins.contains(TableId::GivenName);
    let seen = reader.seen(last);
    let two = part.tokens.len() == 2;
    // "Robert Park" is a man, "Hyde Park" is not.
    if reader.is(last, Class::EndsOrganisation)
        && !(given && two && seen.person > 1 && reader.is(last, Class::SurnameLike))
    {
        return Some(NameKind::Organisation);
    }
    if reader.is(last, Class::EndsPlace)
        && !(given && two && seen.person > 1 && reader.is(last, Class::SurnameLike))
    {
        return Some(NameKind::Place);
    }
    if reader.is(first, Class::Storm) {
        return Some(NameKind::Other);
    }
    if matches!(head, "air" | "bank" | "radio" | "university" | "ministry" | "banco" | "team" | "operation") {
        return Some(if head == "operation" { NameKind::Other } else { NameKind::Organisation });
    }
    if reader.document.is_in(first, WordSet::BeforePlace) {
        return Some(NameKind::Place);
    }
    let complement = part.tokens.clone().find(|&t| matches!(reader.folded(t), "of" | "for" | "on"));
    if let Some(at) = complement {
        if reader.folded(at) == "of" && reader.document.is_in(at - 1, WordSet::OfPlace) {
            return Some(NameKind::Place);
        }
        if matches!(reader.folded(at - 1), "battle" | "siege" | "treaty" | "war") {
            return Some(NameKind::Other);
        }
        return Some(if reader.is(at - 1, Class::EndsOrganisation) || !reader.is(at - 1, Class::EndsPlace) {
            NameKind::Organisation
        } else {
            NameKind::Place
        });
    }
    let particle = part.tokens.clone().skip(1).any(|t| {
        matches!(
            reader.folded(t),
            "bin" | "ben" | "ibn" | "al" | "el" | "ould" | "von" | "van" | "der" | "den" | "de"
        ) && reader.shape(t) == Shape::Lower
    });
    // "De la Cruz" at the start of a sentence.
    let particle =
        particle
            || reader.is(first, Class::LeadingParticle)
                && part.tokens.clone().skip(1).any(|t| {
                    matches!(reader.folded(t), "la" | "los" | "las") && reader.shape(t) == Shape::Lower
                });
    let initials = |t: usize| {
        let single = reader.folded(t).chars().count() == 1;
        let stops = reader.document.surface(t).contains('.') && reader.known(t, t + 1).is_none();
        reader.is_capital(t) && ((single && t > first) || (stops && t == first))
    };
    let initial = part.tokens.clone().any(|t| t != last && initials(t));
    if matches!(
        head,
        "east"
            | "west"
            | "north"
            | "south"
            | "central"
            | "eastern"
            | "western"
            | "northern"
            | "southern"
            | "greater"
            | "upper"
            | "lower"
    ) && reader
        .longest_known(first + 1, part.tokens.end)
        .is_some_and(|(e, k)| e == part.tokens.end && !k.is_demonym() && k.table == TableId::Place)
    {
        return Some(NameKind::Place);
    }
    // "Marine Corps Base Quantico", "Hawthorne Army Depot": a word that usually ends a name is inside it.
    let within = part.tokens.clone().skip(1).filter(|&t| t != last);
    for t in within {
        if reader.is(t, Class::EndsPlace) && !tokens[first].begins.contains(TableId::GivenName) {
            return Some(NameKind::Place);
        }
        if reader.is(t, Class::EndsOrganisation) && !tokens[first].begins.contains(TableId::GivenName) {
            return Some(NameKind::Organisation);
        }
    }
    if reader.shape(last) == Shape::Upper
        && reader.shape(first) != Shape::Upper
        && reader.is_organisation(last)
    {
        return Some(NameKind::Organisation);
    }
    let adjective = part.tokens.clone().skip(1).any(|t| reader.is_demonym(t));
    let plain_last = !adjective && (!tokens[last].begins.contains(TableId::Common) || seen.person > 0);
    if (given && plain_last && reader.shape(first) != Shape::Upper) || particle || initial || seen.person > 2
    {
        return Some(NameKind::Person);
    }
    let family_first = part.tokens.clone().skip(1).any(|t| tokens[t].begins.contains(TableId::GivenName));
    if matches!(head, "kim" | "park" | "moon" | "lee" | "xi" | "li" | "wang" | "zhang" | "chen" | "nguyen")
        && family_first
    {
        return Some(NameKind::Person);
    }
    None
}

/// By the words before and after the name.
fn by_neighbours(reader: &Reader<'_, '_>, part: &Part<'_>, first: usize, last: usize) -> NameKind {
    let document = reader.document;
    let (before, after) = (first.wrapping_sub(1), part.tokens.end);
    let (previous, next) = (reader.folded(before), reader.folded(after));
    let many = first != last;
    let next_lower = reader.shape(after) == Shape::Lower;
    if next_lower && reader.is(after, Class::MarksOrganisation) {
        return NameKind::Organisation;
    }
    if next_lower && reader.is(after, Class::MarksPlace) {
        return NameKind::Place;
    }
    if reader.is(before, Class::MarksOrganisation)
        || (!many && reader.is(first, Class::EndsOrganisation) && tail_is_common(reader, first))
    {
        return NameKind::Organisation;
    }
    if !many && reader.is(first, Class::EndsPlace) && tail_is_common(reader, first) {
        return NameKind::Place;
    }
    if previous == "of" && reader.is(first.wrapping_sub(2), Class::MarksPlace) {
        return NameKind::Place;
    }
    if is_age(reader, after) {
        return NameKind::Person;
    }
    let tail = reader.seen(last);
    let only = reader.seen(first);
    let given = document.tokens()[first].begins.contains(TableId::GivenName);
    let speaks = speaks(document, after);
    if tail.person > 1 && tail.person > tail.place && (tail.lower == 0 || !many) {
        return NameKind::Person;
    }
    // "Isinya, Kenya"
    if document.sign(after) == ',' && document.tokens().get(after + 1).is_some_and(|t| t.is_capitalised()) {
        let place = document
            .lookup(TableId::Place, after + 1, reader.lexicon)
            .is_some_and(|(_, hit)| !matches!(hit.entry.class.as_str(), "demonym" | "people"));
        if place && !speaks {
            return NameKind::Place;
        }
    }
    if !many && given && only.place == 0 {
        return NameKind::Person;
    }
    if next_lower
        && matches!(next, "administration" | "presidency" | "campaign" | "supporters" | "family")
        && !many
    {
        return NameKind::Person;
    }
    let plain = part.tokens.clone().all(|t| {
        !document.tokens()[t].begins.contains(TableId::Common)
            && matches!(reader.shape(t), Shape::Title | Shape::Mixed | Shape::None)
    });
    if plain && !holds_gazetted(reader, &part.tokens) && is_in_apposition(reader, first) {
        return NameKind::Person;
    }
    if reader.is(before, Class::PrecedesPlace)
        && (!many || only.person == 0)
        && reader.shape(first) != Shape::Mixed
    {
        return NameKind::Place;
    }
    if !many && only.place > 1 && only.place > only.person {
        return NameKind::Place;
    }
    if speaks && !matches!(previous, "the") {
        return NameKind::Person;
    }
    // Two to four words, none of them English words: in news, usually a person.
    let spaced = part.tokens.clone().skip(1).any(|t| !document.is_attached(t));
    if spaced
        && plain
        && !holds_gazetted(reader, &part.tokens)
        && part.tokens.len() <= 6
        && previous != "the"
        && previous != "a"
    {
        return NameKind::Person;
    }
    NameKind::Other
}

/// "Parliament", "Cabinet": a common noun for an institution, capitalised.
fn tail_is_common(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.document.tokens()[at].begins.contains(TableId::Common)
}

/// True if the name contains a place or organisation and no given name.
fn holds_gazetted(reader: &Reader<'_, '_>, tokens: &std::ops::Range<usize>) -> bool {
    tokens.clone().any(|t| {
        reader.is_capital(t)
            && reader.longest_known(t, tokens.end).is_some_and(|(_, known)| !known.weak)
            && !reader.document.tokens()[t].begins.contains(TableId::GivenName)
    })
}

/// "the ambassador to Spain, X": a role noun begins the phrase between the two preceding commas.
fn is_in_apposition(reader: &Reader<'_, '_>, first: usize) -> bool {
    let document = reader.document;
    if first == 0 || document.sign(first - 1) != ',' {
        return false;
    }
    (first.saturating_sub(12)..first - 1)
        .rev()
        .take_while(|&t| !matches!(document.sign(t), ',' | '.' | ';' | ':' | '"' | '”'))
        .any(|t| {
            document
                .lookup(TableId::Role, t, reader.lexicon)
                .is_some_and(|(_, hit)| hit.entry.class != "group")
        })
}

/// ", 23," after a name.
fn is_age(reader: &Reader<'_, '_>, after: usize) -> bool {
    let document = reader.document;
    document.sign(after) == ','
        && (1..=2).contains(&document.surface(after + 1).len())
        && document.surface(after + 1).bytes().all(|b| b.is_ascii_digit())
        && matches!(document.sign(after + 2), ',' | '.' | ';' | ')')
}
