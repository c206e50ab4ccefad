//! Referents: what the documents show about them, collected before they are compared.

use std::collections::BTreeMap;

use crate::compare::name::Form;
use crate::entity::NameId;
use crate::entity::usage::Usage;
use crate::lexicon::{Lexicon, TableId, key};
use crate::mention::{Mentions, Name, NameKind, Referent};
use crate::text::Document;

/// Referents from several documents that have the same full form.
#[derive(Debug)]
pub(super) struct Group<'t> {
    pub(super) kind: NameKind,
    /// The fullest form.
    pub(super) form: Form<'t>,
    /// The documents, in order, with the number of names in each.
    pub(super) documents: Vec<(u32, u32)>,
    /// The forms worth showing, each with its occurrences.
    pub(super) written: Vec<Written<'t>>,
    /// All names.
    pub(super) names: Vec<NameId>,
    /// The titles before its names, in the lexicon's form.
    pub(super) titles: Vec<String>,
    /// Role nouns used for it.
    pub(super) roles: Vec<String>,
    pub(super) gender: Gender,
    pub(super) usage: Usage,
}

/// A form worth showing.
#[derive(Debug)]
pub(super) struct Written<'t> {
    pub(super) text: &'t str,
    pub(super) names: Vec<NameId>,
}

/// The gender that titles indicate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Gender {
    #[default]
    Unknown,
    Man,
    Woman,
}

impl Group<'_> {
    /// How many names of the group are in a document.
    pub(super) fn names_in(&self, document: u32) -> u32 {
        self.documents
            .binary_search_by_key(&document, |d| d.0)
            .ok()
            .and_then(|n| self.documents.get(n))
            .map_or(0, |d| d.1)
    }
}

/// The referents of all documents, grouped by spelling, in text order. Linear.
pub(super) fn gather<'t>(
    documents: &[Document<'t>],
    mentions: &[Mentions],
    lexicon: &Lexicon,
) -> Vec<Group<'t>> {
    let mut groups: Vec<Group<'t>> = Vec::new();
    let mut places: BTreeMap<(NameKind, String), usize> = BTreeMap::new();
    for (d, (document, found)) in documents.iter().zip(mentions).enumerate() {
        let mut roles: Vec<Vec<&str>> = vec![Vec::new(); found.names.len()];
        for role in &found.roles {
            if let Some(of) = roles.get_mut(role.name) {
                of.push(&role.head);
            }
        }
        for referent in &found.referents {
            let Some(fullest) = found.names.get(referent.fullest) else { continue };
            let text = fullest.span.slice(document.text());
            let id = (referent.kind, written_key(text));
            let at = *places.entry(id).or_insert_with(|| {
                groups.push(Group {
                    kind: referent.kind,
                    form: Form::new(text, referent.kind, lexicon),
                    documents: Vec::new(),
                    written: Vec::new(),
                    names: Vec::new(),
                    titles: Vec::new(),
                    roles: Vec::new(),
                    gender: Gender::Unknown,
                    usage: Usage::default(),
                });
                groups.len() - 1
            });
            let Some(group) = groups.get_mut(at) else { continue };
            group.add(d as u32, document, found, referent, lexicon);
            for &n in &referent.names {
                for &role in roles.get(n).into_iter().flatten() {
                    if !group.roles.iter().any(|r| r == role) {
                        group.roles.push(role.to_owned());
                    }
                }
            }
        }
    }
    groups
}

/// A text as written, ignoring case and white space.
fn written_key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }));
    }
    out
}

impl<'t> Group<'t> {
    fn add(
        &mut self,
        d: u32,
        document: &Document<'t>,
        found: &Mentions,
        referent: &Referent,
        lexicon: &Lexicon,
    ) {
        match self.documents.last_mut() {
            Some(last) if last.0 == d => last.1 += referent.names.len() as u32,
            _ => self.documents.push((d, referent.names.len() as u32)),
        }
        // The distinct forms in this document, without those that say no more than another.
        let mut forms: Vec<Written<'t>> = Vec::new();
        for &n in &referent.names {
            let Some(name) = found.names.get(n) else { continue };
            let id = NameId { source: d, name: n as u32 };
            self.names.push(id);
            self.note_title(name, document, lexicon);
            self.usage.note(document, name, lexicon);
            let text = name.span.slice(document.text());
            let written = written_key(text);
            if let Some(form) = forms.iter_mut().find(|f| written_key(f.text) == written) {
                form.names.push(id);
            } else if forms.len() < MOST_FORMS {
                forms.push(Written { text, names: vec![id] });
            }
        }
        let words: Vec<Vec<String>> =
            forms.iter().map(|f| key(f.text).split(' ').map(str::to_owned).collect()).collect();
        for (n, form) in forms.into_iter().enumerate() {
            let Some(own) = words.get(n) else { continue };
            let says_less =
                words.iter().any(|other| other.len() > own.len() && own.iter().all(|w| other.contains(w)));
            if says_less {
                continue;
            }
            let written = written_key(form.text);
            if let Some(there) = self.written.iter_mut().find(|w| written_key(w.text) == written) {
                there.names.extend(form.names);
            } else if self.written.len() < MOST_FORMS {
                self.written.push(form);
            }
        }
    }

    fn note_title(&mut self, name: &Name, document: &Document<'_>, lexicon: &Lexicon) {
        let Some(span) = name.title else { return };
        let titles = lexicon.table(TableId::Title);
        for word in span.slice(document.text()).split_whitespace() {
            let word = key(word);
            let entry = titles.get_folded(&word);
            match (word.as_str(), entry.map(|e| e.class.as_str())) {
                ("mr" | "sir" | "lord", _) => self.gender = Gender::Man,
                ("mrs" | "ms" | "miss" | "dame" | "lady", _) => self.gender = Gender::Woman,
                _ => {
                    let title = entry.map_or(word, |e| key(&e.canonical));
                    if !self.titles.contains(&title) {
                        self.titles.push(title);
                    }
                }
            }
        }
    }
}

/// The most forms kept for one referent.
const MOST_FORMS: usize = 8;
