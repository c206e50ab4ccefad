//! Referents: which names in one document refer to the same person, place or organisation.
//!
//! Full forms come first, then their short forms: a surname, a title with a surname, an acronym. Within one report, a name
//! has one sense (one sense per discourse; Gale, Church and Yarowsky 1992), so context only decides between two candidates.

use std::ops::Range;

use crate::fold::fold;
use crate::lexicon::closed::Class;
use crate::lexicon::{Lexicon, TableId, WordMap, key_into};
use crate::mention::name::{Name, NameKind, Referent};
use crate::span::Span;
use crate::text::{Document, Shape, TokenKind};

/// If a document has more people with one surname than this, they are not searched.
const MOST_NAMESAKES: usize = 8;

/// How many sentences back a full name still decides between two people with one surname.
const NEAR: usize = 3;

/// Groups the names of a document by referent, and stores the referent in each name. Linear.
pub(super) fn tie(document: &Document<'_>, lexicon: &Lexicon, names: &mut [Name]) -> Vec<Referent> {
    let mut ties = Ties {
        document,
        lexicon,
        forms: Forms::default(),
        keys: Vec::new(),
        short: Vec::new(),
        groups: Vec::new(),
        words: Vec::new(),
    };
    let mut group_of = vec![usize::MAX; names.len()];
    for (n, name) in names.iter().enumerate() {
        if !is_short(document, name) {
            group_of[n] = ties.full(n, name);
        }
    }
    for (n, group) in group_of.iter_mut().enumerate() {
        if *group == usize::MAX {
            *group = ties.short_form(n, names);
        }
        if let (Some(group), Some(name)) = (ties.groups.get_mut(*group), names.get(n)) {
            group.last = Some(name.sentence);
        }
    }
    finish(document, names, &group_of, ties.groups.len())
}

#[derive(Debug, Default)]
struct Group {
    /// Its first name, with which others are compared.
    first: usize,
    kind: NameKind,
    gender: Option<Gender>,
    title: Option<Span>,
    /// The sentence of its last name so far, in text order.
    last: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    Female,
    Male,
}

/// A number for each form of a name: its folded words separated by spaces. A canonical name begins with `=`, a person's first
/// and last word with a space.
#[derive(Debug, Default)]
struct Forms {
    numbers: WordMap,
    count: u32,
    written: String,
}

impl Forms {
    fn number(&mut self, write: impl FnOnce(&mut String)) -> usize {
        self.written.clear();
        write(&mut self.written);
        let length = self.written.len();
        // Padding that lets a short form be read at once.
        self.written.push_str("                ");
        let number = self.numbers.number(&self.written, 0, length, self.count);
        self.count += u32::from(number == self.count);
        number as usize
    }
}

struct Ties<'r, 'a> {
    document: &'r Document<'a>,
    lexicon: &'r Lexicon,
    forms: Forms,
    /// The group of a full name, by the number of its form.
    keys: Vec<Option<usize>>,
    /// The groups that a form can be short for, by its number.
    short: Vec<Vec<usize>>,
    groups: Vec<Group>,
    /// The words of the current name: hyphenated words count as one, initials and generations are left out.
    words: Vec<Range<usize>>,
}

impl Ties<'_, '_> {
    fn group(&self, form: usize) -> Option<usize> {
        self.keys.get(form).copied().flatten()
    }

    fn set(&mut self, form: usize, group: usize) {
        if self.keys.len() <= form {
            self.keys.resize(form + 1, None);
        }
        self.keys[form] = Some(group);
    }

    /// Like [`Ties::set`], unless the form has a group.
    fn offer(&mut self, form: usize, group: usize) {
        if self.group(form).is_none() {
            self.set(form, group);
        }
    }

    fn full_form(&mut self, name: &Name) -> usize {
        let document = self.document;
        self.forms.number(|out| match &name.canonical {
            Some(canonical) => {
                out.push('=');
                out.push_str(canonical);
            }
            None if is_plain(document, name) => write_words(document, name.tokens.clone(), out),
            None => key_into(name.span.slice(document.text()), out),
        })
    }

    /// The form made from the words in these tokens.
    fn form(&mut self, tokens: Range<usize>) -> usize {
        let document = self.document;
        self.forms.number(|out| write_words(document, tokens, out))
    }

    /// The form made from the words of the current name, without the first few.
    fn form_from(&mut self, first: usize) -> usize {
        let document = self.document;
        let Self { forms, words, .. } = self;
        forms.number(|out| {
            for (n, word) in words.iter().skip(first).enumerate() {
                if n > 0 {
                    out.push(' ');
                }
                write_words(document, word.clone(), out);
            }
        })
    }

    /// The form made from a person's first and last word.
    fn ends_form(&mut self, name: &Name) -> Option<usize> {
        let (first, last) = (self.words.first()?.clone(), self.words.last()?.clone());
        let document = self.document;
        Some(self.forms.number(|out| {
            out.push(' ');
            write_words(document, first, out);
            out.push(' ');
            write_words(document, last, out);
            out.push(' ');
            out.push_str(generation(document, name).unwrap_or(""));
        }))
    }

    /// The group of a full name.
    fn full(&mut self, n: usize, name: &Name) -> usize {
        let full = self.full_form(name);
        if let Some(group) = self.group(full) {
            self.learn(group, name);
            return group;
        }
        words(self.document, name, &mut self.words);
        let group = match self.same_person(name) {
            Some(group) => group,
            None => self.open(n, name),
        };
        self.set(full, group);
        self.learn(group, name);
        if name.kind != NameKind::Place && name.canonical.is_none() {
            self.register(group, name);
        }
        if let Some(acronym) = acronym_after(self.document, name) {
            let form = self.form(acronym..acronym + 1);
            self.offer(form, group);
        }
        group
    }

    fn open(&mut self, n: usize, name: &Name) -> usize {
        self.groups.push(Group { first: n, kind: name.kind, gender: None, title: None, last: None });
        self.groups.len() - 1
    }

    /// "Mark Anthony Conditt" after "Mark Conditt": the same first and last word, and nothing between that differs.
    fn same_person(&mut self, name: &Name) -> Option<usize> {
        if name.kind != NameKind::Person || self.words.len() < 2 {
            return None;
        }
        let ends = self.ends_form(name)?;
        // "De Alencar" of "Mark De Alencar".
        self.group(ends).or_else(|| {
            let whole = self.form_from(0);
            match self.short.get(whole)?.as_slice() {
                [only] => Some(*only),
                _ => None,
            }
        })
    }

    fn register(&mut self, group: usize, name: &Name) {
        let (Some(first), Some(last)) = (self.words.first().cloned(), self.words.last().cloned()) else {
            return;
        };
        if self.words.len() < 2 || name.kind == NameKind::Organisation {
            return;
        }
        if let (NameKind::Person, Some(ends)) = (name.kind, self.ends_form(name)) {
            self.offer(ends, group);
        }
        // "Salman" is the father of "Mohammed bin Salman", "Omar" the son of "Abu Omar".
        let of_kin = last
            .start
            .checked_sub(1)
            .is_some_and(|t| matches!(self.document.folded(t), "abu" | "abou" | "bin" | "bint" | "ibn"));
        let given =
            |t: usize| self.document.tokens().get(t).is_some_and(|t| t.begins.contains(TableId::GivenName));
        if !(name.kind == NameKind::Person && of_kin && given(last.start)) {
            self.shorten(last.clone(), group);
        }
        // "Bibeau" of "Michael Zehaf-Bibeau".
        let half = last
            .clone()
            .rev()
            .find(|&t| self.is_word(t))
            .filter(|&t| (last.start..t).any(|t| self.is_word(t)));
        if let Some(half) = half {
            self.shorten(half..last.end, group);
        }
        if name.kind == NameKind::Person {
            self.shorten(first, group);
            // "Liman-Tinguiri" of "Kiari Liman-Tinguiri", "de Blasio" of "Bill de Blasio", "Salaou Barmou".
            for from in 1..self.words.len().saturating_sub(1) {
                let form = self.form_from(from);
                self.shorten_to(form, group);
            }
        }
    }

    fn is_word(&self, token: usize) -> bool {
        self.document.tokens().get(token).is_some_and(|t| t.is_word())
    }

    /// Records that these words can be short for a group.
    fn shorten(&mut self, tokens: Range<usize>, group: usize) {
        let form = self.form(tokens);
        self.shorten_to(form, group);
    }

    fn shorten_to(&mut self, form: usize, group: usize) {
        if self.short.len() <= form {
            self.short.resize(form + 1, Vec::new());
        }
        let known = &mut self.short[form];
        if !known.contains(&group) && known.len() <= MOST_NAMESAKES {
            known.push(group);
        }
    }

    fn learn(&mut self, group: usize, name: &Name) {
        let gender = gender(self.document, self.lexicon, name);
        if let Some(group) = self.groups.get_mut(group) {
            group.gender = group.gender.or(gender);
            group.title = group.title.or(name.title);
        }
    }

    /// The group of a single word that is not in the lexicon: what it is short for, else its own.
    fn short_form(&mut self, n: usize, names: &[Name]) -> usize {
        let Some(name) = names.get(n) else { return 0 };
        let full = self.full_form(name);
        if let Some(group) = self.group(full) {
            if name.canonical.is_some() || self.groups[group].kind != NameKind::Person {
                return group;
            }
        }
        let candidates = self.short.get(full).map_or(&[][..], Vec::as_slice);
        if let Some(group) = self.choose(candidates, n, names) {
            return group;
        }
        // Has its own key, and is kept apart from everything it could be short for.
        if let Some(group) = self.group(full) {
            return group;
        }
        let group = self.open(n, name);
        self.set(full, group);
        self.learn(group, name);
        // A second person with this name: the bare name no longer means the first.
        if name.title.is_some() && self.short.get(full).is_some_and(|known| !known.is_empty()) {
            self.shorten_to(full, group);
        }
        group
    }

    fn choose(&self, candidates: &[usize], n: usize, names: &[Name]) -> Option<usize> {
        let name = names.get(n)?;
        if candidates.is_empty() || candidates.len() > MOST_NAMESAKES {
            return None;
        }
        let text = self.document.text();
        let gender = gender_of_title(text, name);
        if let ([only], None, None) = (candidates, gender, name.title) {
            return Some(*only);
        }
        // "President Trump" is not "first lady Melania Trump".
        let official = gender.is_none() && name.title.is_some();
        let fitting: Vec<usize> = candidates
            .iter()
            .copied()
            .filter(|&g| match (gender, self.groups[g].gender) {
                (Some(a), Some(b)) => a == b,
                _ => true,
            })
            .filter(|&g| !(official && self.is_relative(g)))
            .collect();
        if let [only] = fitting.as_slice() {
            return Some(*only);
        }
        // First the title decides, then which person alone was mentioned before.
        if let Some(title) = name.title.map(|t| fold(t.slice(text))) {
            let mut same = fitting
                .iter()
                .filter(|&&g| self.groups[g].title.is_some_and(|t| fold(t.slice(text)).ends_with(&title)));
            if let (Some(&group), None) = (same.next(), same.next()) {
                return Some(group);
            }
        }
        let mut before = fitting.iter().filter(|&&g| self.groups[g].first < n);
        match (before.next(), before.next()) {
            (Some(&group), None) => Some(group),
            (Some(_), Some(_)) => self.nearest(&fitting, name.sentence),
            _ => None,
        }
    }

    /// True if the title says whose relative the person is.
    fn is_relative(&self, group: usize) -> bool {
        let Some(title) = self.groups.get(group).and_then(|g| g.title) else { return false };
        let title = fold(title.slice(self.document.text()));
        let last = title.rsplit(' ').next().unwrap_or("");
        last == "lady"
            || self.lexicon.table(TableId::Role).get_folded(last).is_some_and(|row| row.class == "kin")
    }

    /// The one mentioned within the last few sentences, if there is only one.
    fn nearest(&self, fitting: &[usize], sentence: usize) -> Option<usize> {
        let mut near = fitting
            .iter()
            .filter(|&&g| self.groups[g].last.is_some_and(|last| sentence - last.min(sentence) <= NEAR));
        match (near.next(), near.next()) {
            (Some(&group), None) => Some(group),
            _ => None,
        }
    }
}

/// True for a name that may be short for another: a single word not in the lexicon, or words after a hyphen or particle.
fn is_short(document: &Document<'_>, name: &Name) -> bool {
    let leads = document.tokens().get(name.tokens.start).is_some_and(|t| t.shape == Shape::Lower);
    name.canonical.is_none()
        && (leads || {
            let spaced = name
                .tokens
                .clone()
                .filter(|&t| document.tokens().get(t).is_some_and(|t| t.is_word()))
                .filter(|&t| t > name.tokens.start && !document.is_attached(t))
                .count();
            spaced == 0
        })
}

/// "jr" of "Donald Trump Jr".
fn generation<'d>(document: &'d Document<'_>, name: &Name) -> Option<&'d str> {
    let last = name.tokens.end.checked_sub(1).filter(|&t| t > name.tokens.start)?;
    document.is(last, Class::Generation).then(|| document.folded(last))
}

/// The words of a name as tokens, without initials and generations; hyphenated words are one.
fn words(document: &Document<'_>, name: &Name, words: &mut Vec<Range<usize>>) {
    words.clear();
    for at in name.tokens.clone() {
        let Some(token) = document.tokens().get(at).filter(|t| t.is_word()) else { continue };
        if document.is(at, Class::Generation) {
            continue;
        }
        let hyphened = at > name.tokens.start
            && document.is_attached(at)
            && document.tokens().get(at - 1).is_some_and(|t| !t.is_word() && t.sign != '.');
        match words.last_mut() {
            Some(last) if hyphened => last.end = at + 1,
            _ if token.span.len() == 1 && at > name.tokens.start => {}
            _ => words.push(at..at + 1),
        }
    }
}

/// True for a name that consists of words with at most hyphens and full stops between them; its key is made of the folded
/// words.
fn is_plain(document: &Document<'_>, name: &Name) -> bool {
    let mut hyphened = true;
    let tokens = document.tokens().get(name.tokens.clone()).unwrap_or_default();
    tokens.iter().zip(name.tokens.clone()).all(|(token, at)| {
        let is_plain = match token.sign {
            '-' | '.' => true,
            _ => token.kind == TokenKind::Word && (hyphened || !document.is_attached(at)),
        };
        hyphened = token.sign == '-';
        is_plain
    })
}

/// Writes the folded words among some tokens, separated by spaces.
fn write_words(document: &Document<'_>, tokens: Range<usize>, out: &mut String) {
    let from = out.len();
    for at in tokens.filter(|&t| document.tokens().get(t).is_some_and(|t| t.is_word())) {
        if out.len() > from {
            out.push(' ');
        }
        out.push_str(document.folded(at));
    }
}

/// `(CNSP)` directly after a name of several words. The letters are not compared, since an acronym often comes from another
/// language.
fn acronym_after(document: &Document<'_>, name: &Name) -> Option<usize> {
    // After a place comes an agency ("Jakarta (AP)"), after a person a party.
    if matches!(name.kind, NameKind::Place | NameKind::Person) || name.tokens.len() < 2 {
        return None;
    }
    let at = name.tokens.end;
    let token = document.tokens().get(at + 1)?;
    let marked = document.sign(at) == '(' && matches!(document.sign(at + 2), ')' | ',' | ';');
    (marked && token.shape == Shape::Upper).then_some(at + 1)
}

fn gender(document: &Document<'_>, lexicon: &Lexicon, name: &Name) -> Option<Gender> {
    if name.kind != NameKind::Person {
        return None;
    }
    let text = document.text();
    gender_of_title(text, name).or_else(|| {
        let row = document.row(TableId::GivenName, name.tokens.start, lexicon)?;
        match row.class.as_str() {
            "female" => Some(Gender::Female),
            "male" => Some(Gender::Male),
            _ => None,
        }
    })
}

fn gender_of_title(text: &str, name: &Name) -> Option<Gender> {
    let title = name.title?.slice(text);
    match title.trim_end_matches('.') {
        "Mr" | "Sir" | "Lord" | "King" | "Prince" => Some(Gender::Male),
        "Mrs" | "Ms" | "Miss" | "Lady" | "Dame" | "Queen" | "Princess" => Some(Gender::Female),
        _ => None,
    }
}

/// The most frequent kind among the names; "other" does not count, and a person wins ties.
fn most_common_kind(document: &Document<'_>, names: &[Name], of: &[usize]) -> NameKind {
    let storm = of.iter().filter_map(|&n| names.get(n)).any(|n| document.is(n.tokens.start, Class::Storm));
    if storm {
        return NameKind::Other;
    }
    let kinds =
        || of.iter().filter_map(|&n| names.get(n)).filter(|n| n.kind != NameKind::Other).map(|n| n.kind);
    [NameKind::Place, NameKind::Organisation, NameKind::Person]
        .into_iter()
        .map(|kind| (kinds().filter(|&k| k == kind).count(), kind))
        .filter(|&(count, _)| count > 0)
        .max_by_key(|&(count, kind)| (count, kind == NameKind::Person))
        .map_or(NameKind::Other, |(_, kind)| kind)
}

fn finish(document: &Document<'_>, names: &mut [Name], group_of: &[usize], groups: usize) -> Vec<Referent> {
    // Referents in the order of their first names.
    let mut position = vec![usize::MAX; groups];
    let mut referents: Vec<Referent> = Vec::new();
    for (n, (name, &group)) in names.iter_mut().zip(group_of).enumerate() {
        let Some(slot) = position.get_mut(group) else { continue };
        if *slot == usize::MAX {
            *slot = referents.len();
            referents.push(Referent { kind: name.kind, names: Vec::new(), fullest: n });
        }
        name.referent = *slot;
        if let Some(referent) = referents.get_mut(*slot) {
            referent.names.push(n);
        }
    }
    for referent in &mut referents {
        if let &[only] = referent.names.as_slice() {
            referent.kind = match names.get(only) {
                Some(name) if document.is(name.tokens.start, Class::Storm) => NameKind::Other,
                _ => referent.kind,
            };
            continue;
        }
        let best = referent.names.iter().copied().max_by_key(|&n| {
            let name = names.get(n);
            let says = name.map_or((false, false, 0, 0), |name| {
                let words = name
                    .tokens
                    .clone()
                    .filter(|&t| document.tokens().get(t).is_some_and(|t| t.is_word()))
                    .count();
                (!name.demonym, name.kind != NameKind::Other, words, name.span.len())
            });
            // The first of equals.
            (says, std::cmp::Reverse(n))
        });
        referent.fullest = best.unwrap_or(referent.fullest);
        referent.kind = most_common_kind(document, names, &referent.names);
    }
    for name in names.iter_mut() {
        // One sense: a surname is a person if its full name is.
        if let (false, Some(referent)) = (name.demonym, referents.get(name.referent)) {
            if name.kind != referent.kind && name.canonical.is_none() {
                name.kind = referent.kind;
            }
        }
    }
    referents
}
