//! Cutting: divides a run into names and the titles before them ("US Secretary of State Antony Blinken").

use std::ops::Range;

use crate::lexicon::TableId;
use crate::lexicon::closed::Class;
use crate::mention::name::run::{Known, Reader};
use crate::text::{Sentence, Shape};

/// Longer runs are lists or text in capitals, not names.
const LONGEST: usize = 12;

/// A name cut from a run.
#[derive(Clone, Debug)]
pub(super) struct Part<'l> {
    pub(super) tokens: Range<usize>,
    pub(super) title: Option<Range<usize>>,
    pub(super) known: Option<Known<'l>>,
}

impl<'r> Reader<'r, '_> {
    /// Cuts a run into names.
    pub(super) fn cut(&self, run: Range<usize>, sentence: &Sentence, parts: &mut Vec<Part<'r>>) {
        let mut at = run.start;
        let mut title = self.title_before(run.start, sentence);
        while at < run.end {
            if !self.document.tokens()[at].is_word() {
                at += 1;
                continue;
            }
            // The rest of "Deputy Chief of Staff": a title without a name.
            if self.shape(at) == Shape::Lower && !self.is(at, Class::Particle) {
                title = None;
                at += 1;
                continue;
            }
            let known = self.longest_known(at, run.end);
            let known_end = known.map_or(at, |(end, _)| end);
            let surname =
                title.as_ref().is_some_and(|t| at + 1 == run.end && self.is_surname_after(t.start, at));
            if let Some((end, named)) = self.title(at, run.end).filter(|_| !surname) {
                if known_end <= end && (!named || self.holds_title(at, end, run.end)) {
                    if named {
                        title = Some(title.map_or(at, |t: Range<usize>| t.start)..end);
                    }
                    at = end;
                    continue;
                }
            }
            let end = self.end_of_name(at, run.end, known);
            if end - at <= LONGEST * 2 {
                let known = known.filter(|&(e, _)| e == end).map(|(_, known)| known);
                parts.push(Part { tokens: at..end, title: title.take(), known });
            }
            title = None;
            at = end;
        }
    }

    /// Where the name that begins at `at` ends within its run.
    fn end_of_name(&self, at: usize, end: usize, known: Option<(usize, Known<'r>)>) -> usize {
        if let Some((known_end, known)) = known.filter(|&(e, _)| e < end) {
            let next = self.skip_marks(known_end, end);
            if next < end && self.begins_another(at, &known, next, end) {
                return known_end;
            }
        }
        let from = known.map_or(at + 1, |(e, _)| e.max(at + 1));
        for next in from..end {
            let is_word = self.document.tokens()[next].is_word();
            // "Khalid bin Sultan": a father's name follows, even if it could be a title elsewhere.
            let fathers = matches!(self.folded(next - 1), "bin" | "bint" | "ibn" | "ben");
            // "Forest of Dean", but "Office of President Okoro".
            let complement = self.folded(next - 1) == "of" && next + 1 == end;
            if is_word && self.is_capital(next) && !self.is_hyphen(next - 1) && !fathers && !complement {
                if let Some((title_end, true)) = self.title(next, end) {
                    let strong = self.longest_known(next, end).is_none_or(|(e, _)| e <= title_end);
                    let whole = self.is_pair(next - 1, next)
                        && !self.is_gazetted(next - 1)
                        && title_end - next == 1
                        && self.is_noble(next);
                    if strong && !whole && self.holds_title(next, title_end, end) {
                        return self.trim(at, next);
                    }
                }
                if next > at + 1 && self.begins_person(next, end) {
                    return next;
                }
            }
        }
        end
    }

    /// "Marlow County Police Department Peter Okoro": an organisation's last word is followed by a given name and another
    /// name.
    fn begins_person(&self, next: usize, end: usize) -> bool {
        let tokens = self.document.tokens();
        let given = |t: usize| {
            let begins = tokens[t].begins;
            begins.contains(TableId::GivenName)
                && !begins.contains(TableId::Common)
                && !begins.contains(TableId::Place)
        };
        self.is(next - 1, Class::EndsOrganisation)
            && given(next)
            && (2..=3).contains(&(end - next))
            && !self.is(end - 1, Class::EndsOrganisation)
            && !self.is(end - 1, Class::EndsPlace)
            && !tokens[end - 1].begins.contains(TableId::Common)
    }

    /// True if a new name begins at `next`, after a place, people or organisation in the lexicon.
    fn begins_another(&self, at: usize, known: &Known<'_>, next: usize, end: usize) -> bool {
        if self
            .title(next, end)
            .is_some_and(|(e, named)| !named || self.holds_title(next, e, end) || e >= end)
        {
            return true;
        }
        let closes = self.is(end - 1, Class::EndsOrganisation) || self.is(end - 1, Class::EndsPlace);
        let words = (next..end).filter(|&t| self.is_capital(t)).count();
        let given = self.document.tokens()[next].begins.contains(TableId::GivenName);
        let itself_given = self.document.tokens()[at].begins.contains(TableId::GivenName) && next - at == 1;
        let another = self.longest_known(next, end);
        if known.is_demonym() {
            // "American Somers", if the bundle shows that Somers is a person.
            let seen = self.seen(end - 1);
            let person = words < 3 && seen.person > 1 && seen.lower == 0;
            let listed = another
                .is_some_and(|(e, k)| e == end && (k.is_demonym() || k.table == TableId::Organisation));
            return listed || (!closes && (person || (given && words > 1)));
        }
        let place = |k: &Known<'_>| k.table == TableId::Place && !k.is_demonym();
        let within = place(known) && another.is_some_and(|(e, k)| e == end && place(&k));
        within
            || (given && words > 1 && !closes && !itself_given)
            || another.is_some_and(|(e, k)| e == end && k.is_demonym())
    }

    /// The title at a token, with its end and whether it says more than "former" or "acting".
    pub(super) fn title(&self, at: usize, end: usize) -> Option<(usize, bool)> {
        let may_be = |t: usize| {
            let begins = self.document.tokens().get(t).map(|t| t.begins).unwrap_or_default();
            begins.contains(TableId::Title) || begins.contains(TableId::Role)
        };
        let (mut next, mut named, mut found) = (at, false, at);
        while next < end && may_be(next) {
            if named && next + 1 == end && self.is_surname_after(at, next) {
                break;
            }
            // "Photographer Dean C. Smith", "Sheriff Earl Brown": a word that is both a title and a given name, after a title
            // or before an initial.
            let given = self.document.tokens()[next].begins.contains(TableId::GivenName)
                && !self.document.tokens()[next].begins.contains(TableId::Common);
            let initial = self.folded(next + 1).chars().count() == 1 && self.is_capital(next + 1);
            if given && next + 1 < end && (named || initial) {
                break;
            }
            let hit = self.document.lookup(TableId::Title, next, self.lexicon).filter(|&(e, _)| e <= end);
            let (e, modifier) = match hit {
                Some((e, hit)) => (e, hit.entry.class == "modifier"),
                None => match self.role(next, end) {
                    Some(e) => (e, false),
                    None => break,
                },
            };
            // "Saint-Jean-Cap-Ferrat", "Workers' Party"
            let joined = self.is_hyphen(e) && self.document.is_attached(e) || self.document.is_possessive(e);
            if joined && e < end {
                break;
            }
            named |= !modifier;
            found = e;
            next = self.skip_marks(e, end);
        }
        (found > at).then_some((if named { found } else { next.max(found) }, named))
    }

    /// "Mr King", "Senator Bishop": the last word of a run, a title for nobles or clergy, after a title that such titles do not
    /// follow.
    fn is_surname_after(&self, at: usize, last: usize) -> bool {
        let class = |t: usize| {
            let hit = self.document.lookup(TableId::Title, t, self.lexicon);
            hit.map_or("", |(_, hit)| hit.entry.class.as_str())
        };
        let family =
            matches!(self.folded(last), "father" | "brother" | "sister" | "mother" | "elder" | "saint");
        let before = (at..last).rev().find(|&t| self.is_capital(t)).map(|t| (self.folded(t), class(t)));
        let takes = match before {
            Some(("mr" | "mrs" | "ms" | "miss" | "dr", _)) => true,
            Some((_, class)) => matches!(class, "political" | "judicial" | "police" | "military") && !family,
            None => false,
        };
        takes && self.is_capital(last) && self.is_noble(last)
    }

    /// A capitalised role noun before a name ("Detective", "Spokesman").
    fn role(&self, at: usize, end: usize) -> Option<usize> {
        let (e, hit) = self.document.lookup(TableId::Role, at, self.lexicon).filter(|&(e, _)| e <= end)?;
        let class = hit.entry.class.as_str();
        let official =
            matches!(class, "office" | "military" | "police" | "justice" | "media" | "business" | "religion");
        // "Resident", "Suspect", "Survivor" only before a given name, or a name that the bundle uses for a person.
        let person = || {
            self.document.tokens().get(e).is_some_and(|t| {
                let given = t.begins.contains(TableId::GivenName) && !t.begins.contains(TableId::Common);
                t.is_capitalised() && (given || self.seen(e).person > 1)
            })
        };
        (!hit.weak && (official || (class != "group" && person()))).then_some(e)
    }

    /// True if a title is followed by a name, and not by the rest of a place or organisation ("King County").
    fn holds_title(&self, at: usize, end: usize, run_end: usize) -> bool {
        let next = self.skip_marks(end, run_end);
        if next >= run_end {
            return true;
        }
        if self.is(next, Class::Generation) {
            return false;
        }
        let words = (next..run_end).filter(|&t| self.is_capital(t)).count();
        let closes = self.is(run_end - 1, Class::EndsOrganisation) || self.is(run_end - 1, Class::EndsPlace);
        let given = self.document.tokens()[next].begins.contains(TableId::GivenName);
        let honorific = end - at == 1 && !self.is_noble(at) && words == 1;
        // "Judge Hall", but not "General Hospital" or "at Governor Park".
        let located =
            at.checked_sub(1).is_some_and(|t| self.is(t, Class::PrecedesPlace) || self.folded(t) == "the");
        let office = self.document.lookup(TableId::Title, at, self.lexicon).is_some_and(|(e, hit)| {
            e == end && matches!(hit.entry.class.as_str(), "political" | "judicial" | "police" | "military")
        });
        let officer = office
            && !matches!(self.folded(at), "general" | "major" | "private" | "officer" | "chief")
            && self.is_capital(next)
            && self.is(run_end - 1, Class::SurnameLike)
            && !located;
        !closes
            || (given && words == 2 && !self.is_noble(at))
            || (honorific
                && (officer
                    || matches!(
                        self.folded(at),
                        "mr" | "mrs" | "ms" | "dr" | "gov" | "sen" | "rep" | "gen" | "col" | "sgt"
                    )))
            || self.next_title(next, run_end)
    }

    fn next_title(&self, from: usize, end: usize) -> bool {
        (from + 1..end).any(|t| {
            self.is_capital(t)
                && self.document.lookup(TableId::Title, t, self.lexicon).is_some_and(|(e, _)| e < end)
        })
    }

    fn is_noble(&self, at: usize) -> bool {
        self.document
            .lookup(TableId::Title, at, self.lexicon)
            .is_some_and(|(_, hit)| matches!(hit.entry.class.as_str(), "noble" | "religious"))
    }

    /// The lower-case title or role directly before a run ("president Bazoum", "spokesman Paul Udoto"), or an honorific before a
    /// particle ("Mr van den Berg").
    fn title_before(&self, start: usize, sentence: &Sentence) -> Option<Range<usize>> {
        let first = sentence.tokens.start;
        let stop = usize::from(start > first && self.is_stop(start - 1));
        let end = start - stop;
        if let Some(at) = end.checked_sub(1).filter(|&t| t >= first && self.shape(start) == Shape::Lower) {
            if matches!(self.folded(at), "mr" | "mrs" | "ms" | "miss" | "dr") && self.is_capital(at) {
                return Some(at..end);
            }
        }
        let mut from = end;
        // Titles of several words, and several titles, up to six words back.
        while from > first && end - from < 6 {
            let last = self.document.tokens()[from - 1].begins;
            let ends = |table| last.contains(table) || last.continues_phrase(table);
            if !ends(TableId::Title) && !ends(TableId::Role) {
                break;
            }
            let hit = (1..=4).rev().filter_map(|n| from.checked_sub(n)).filter(|&t| t >= first).find(|&t| {
                self.shape(t) == Shape::Lower
                    && [TableId::Title, TableId::Role].into_iter().any(|table| {
                        self.document.lookup(table, t, self.lexicon).is_some_and(|(e, hit)| {
                            e == from
                                && !hit.weak
                                // "Relatives", "heads": plurals are usually subjects or verbs.
                                && (table == TableId::Title || !is_plural(self.folded(e - 1)))
                                && hit.entry.class != "group"
                                && (from < end || hit.entry.class != "modifier")
                        })
                    })
            });
            match hit {
                Some(t) => from = t,
                None => break,
            }
        }
        (from < end).then_some(from..end)
    }
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
}
