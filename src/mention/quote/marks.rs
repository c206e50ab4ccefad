//! Quotation marks: which ones open, which ones close, and which ones are apostrophes.
//!
//! A straight mark has no direction, and real texts turn curly ones the wrong way, leave quotations unclosed and omit spaces.
//! So each paragraph is read as a whole: the marks get the roles (opening, closing, neither) that minimise the total cost of
//! oddities, by dynamic programming over the nesting depth (Viterbi 1967). Double and single marks are read separately, since
//! each can nest in the other. Linear in the number of marks.

use std::ops::Range;

use crate::lexicon::word_set::WordSet;
use crate::mention::tag::{Tag, Tags};
use crate::text::{Document, TokenKind};

/// The text between an opening and a closing mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// The tokens between the marks.
    pub(super) inner: Range<usize>,
    /// The tokens including the marks.
    pub(super) outer: Range<usize>,
    /// True if no mark closes it and no following paragraph continues it.
    pub(super) unclosed: bool,
    /// True if the next paragraph continues it with another opening mark.
    pub(super) continued: bool,
    /// True within another quotation.
    pub(super) nested: bool,
}

/// What is next to a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beside {
    Space,
    /// A letter.
    Letter,
    Digit,
    /// `. , ! ? …` and closing brackets, which precede a closing mark.
    Ending,
    /// Opening brackets and dashes, which precede an opening mark.
    Opening,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    /// Its first token; `''` has two.
    token: usize,
    length: usize,
    ch: char,
    left: Beside,
    right: Beside,
    /// For a single mark: the word before ends in s ("workers'"), or the word after can lose its first letters ("'em").
    elides: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    Neither,
}

const ROLES: [Role; 3] = [Role::Opens, Role::Closes, Role::Neither];
/// Nesting depths within one family of marks: zero, one, two.
const DEPTHS: usize = 3;

/// Costs, in units of one oddity that a reader would notice.
const IMPOSSIBLE: f32 = 1000.0;
/// An opening mark within an open quotation, which means that the previous one was never closed.
const NEVER_CLOSED: f32 = 2.0;
/// A paragraph that ends within a quotation that the next one does not continue.
const OPEN_AT_END: f32 = 1.5;
/// The same for single marks, which are more likely to be apostrophes.
const SINGLE_OPEN_AT_END: f32 = 4.0;
/// A mark that is neither opening nor closing.
const STRAY: f32 = 3.0;

/// The most adjacent marks for quotations that begin or end together: `“‘''`. More are an ornament.
const ROW: usize = 8;

/// The pairs in a document, in the order of their opening marks.
pub(super) fn pair(document: &Document<'_>, tags: &Tags) -> Vec<Pair> {
    let mut quotes = tags.quotes.iter().copied().peekable();
    if quotes.peek().is_none() {
        return Vec::new();
    }
    let (mut doubles, mut singles) = (Reader::new(false), Reader::new(true));
    let sentences = document.sentences();
    let mut from = 0;
    while let (Some(first), Some(_)) = (sentences.get(from), quotes.peek()) {
        let mut to = from + 1;
        while sentences.get(to).is_some_and(|s| s.paragraph == first.paragraph) {
            to += 1;
        }
        let end = sentences.get(to - 1).map_or(first.tokens.end, |s| s.tokens.end);
        let next = sentences.get(to).map(|s| s.tokens.start);
        let mut at = first.tokens.start;
        while let Some(place) = quotes.next_if(|&place| place < end) {
            // The second half of a double mark, or the rest of a row.
            if place < at {
                continue;
            }
            let row = row(document, tags, place, end);
            if row - place > ROW {
                at = row;
                continue;
            }
            if let Some(mark) = mark(document, place, end) {
                let reader = if mark.is_single() { &mut singles } else { &mut doubles };
                reader.marks.push(mark);
                at = place + mark.length;
            }
        }
        doubles.read(document, end, next);
        singles.read(document, end, next);
        from = to;
    }
    nest(doubles.pairs, singles.pairs)
}

/// One past the marks that directly follow a mark.
fn row(document: &Document<'_>, tags: &Tags, first: usize, end: usize) -> usize {
    let goes_on = |at: usize| at < end && tags.any(at, Tag::QUOTE) && document.is_attached(at);
    let mut at = first + 1;
    while goes_on(at) {
        at += 1;
    }
    at
}

impl Mark {
    fn is_single(self) -> bool {
        self.length == 1 && matches!(self.ch, '\'' | '‘' | '’' | '‚' | '`')
    }

    /// True for a mark whose shape shows whether it opens or closes.
    fn is_directed(self) -> bool {
        !matches!(self.ch, '"' | '\'')
    }

    fn cost(self, role: Role, depth: usize) -> f32 {
        match (role, self.is_single()) {
            (Role::Opens, _) => self.cost_opening(),
            (Role::Closes, _) if depth == 0 => IMPOSSIBLE,
            (Role::Closes, _) => self.cost_closing(),
            (Role::Neither, true) => self.cost_apostrophe(depth),
            // Inches: 5'10".
            (Role::Neither, false) if self.ch == '"' && self.left == Beside::Digit && depth == 0 => 0.5,
            (Role::Neither, false) => STRAY,
        }
    }

    fn cost_opening(self) -> f32 {
        let place = match (self.left, self.right) {
            (Beside::Space | Beside::Opening, Beside::Space) => 1.0,
            (Beside::Space | Beside::Opening, _) => 0.0,
            (Beside::Ending, Beside::Letter | Beside::Digit | Beside::Opening) => 1.0,
            (Beside::Letter | Beside::Digit, Beside::Letter | Beside::Digit) => 1.5,
            (_, Beside::Space | Beside::Ending) => 3.0,
            _ => 2.0,
        };
        match self.ch {
            '“' | '„' | '«' | '‘' | '‚' | '‟' => place * 0.2,
            '”' | '’' | '»' if self.left == Beside::Space && self.right != Beside::Space => 1.5,
            '”' | '’' | '»' => 4.0,
            '\'' | '`' if self.elides => place + 1.5,
            _ => place,
        }
    }

    fn cost_closing(self) -> f32 {
        let place = match (self.left, self.right) {
            (Beside::Space | Beside::Opening, Beside::Space | Beside::Ending) => 1.0,
            (Beside::Space | Beside::Opening, _) => 3.0,
            (Beside::Ending, Beside::Letter | Beside::Digit) => 1.0,
            (_, Beside::Letter | Beside::Digit) => 1.5,
            _ => 0.0,
        };
        match self.ch {
            '”' | '’' | '»' => place * 0.2 + if self.elides { 0.3 } else { 0.0 },
            '„' | '«' | '‘' | '‚' => 4.0,
            '“' | '‟' if self.left != Beside::Space && self.right == Beside::Space => 1.5,
            '“' | '‟' => 4.0,
            _ => place + if self.elides { 0.3 } else { 0.0 },
        }
    }

    fn cost_apostrophe(self, depth: usize) -> f32 {
        if self.ch == '‚' {
            return STRAY;
        }
        let within = if depth > 0 { 0.6 } else { 0.0 };
        match (self.left, self.right) {
            _ if self.elides => within,
            (Beside::Letter | Beside::Digit, _) if self.ch == '‘' => 2.0,
            (Beside::Letter | Beside::Digit, _) => 0.5 + within,
            (_, Beside::Digit) => 0.3,
            (Beside::Space | Beside::Opening, Beside::Space) => 1.0,
            _ => 2.2,
        }
    }
}

/// The mark that begins at a token, if any; `''` and ``` `` ``` are double marks.
fn mark(document: &Document<'_>, at: usize, end: usize) -> Option<Mark> {
    let token = document.tokens().get(at)?;
    if token.kind != TokenKind::Quote {
        return None;
    }
    let ch = document.surface(at).chars().next()?;
    let twice = matches!(ch, '\'' | '`' | '’' | '‘')
        && at + 1 < end
        && document.is_attached(at + 1)
        && document.surface(at + 1) == document.surface(at);
    let length = 1 + usize::from(twice);
    let text = document.text();
    let left = beside(text[..token.span.start].chars().next_back(), false);
    let close = document.tokens().get(at + length - 1).map_or(token.span.end, |t| t.span.end);
    let right = beside(text[close..].chars().next(), true);
    let ch = match ch {
        '`' if twice => '“',
        '’' if twice => '”',
        '‘' if twice => '“',
        '\'' if twice => '"',
        _ => ch,
    };
    let elides = !twice
        && matches!(ch, '\'' | '’' | '‘' | '`')
        && (left == Beside::Letter
            && text[..token.span.start].ends_with(['s', 'S', 'z', 'x'])
            && right != Beside::Letter
            || left != Beside::Letter
                && right == Beside::Letter
                && document.is_in(at + 1, WordSet::Headless));
    Some(Mark { token: at, length, ch, left, right, elides })
}

fn beside(ch: Option<char>, after: bool) -> Beside {
    match ch {
        None => Beside::Space,
        Some(c) if c.is_whitespace() => Beside::Space,
        Some(c) if c.is_alphabetic() => Beside::Letter,
        Some(c) if c.is_numeric() => Beside::Digit,
        Some('.' | ',' | '!' | '?' | '…' | ';' | ':' | ')' | ']' | '}') => Beside::Ending,
        Some('(' | '[' | '{' | '-' | '–' | '—' | '―' | '/') => Beside::Opening,
        // Between marks, the next one decides as a space would.
        Some('“' | '‘' | '„' | '«') if !after => Beside::Opening,
        Some('”' | '’' | '»') => Beside::Ending,
        Some('"' | '\'') => Beside::Space,
        Some('$' | '£' | '€' | '@' | '#') if after => Beside::Letter,
        Some(_) => Beside::Ending,
    }
}

/// Reads one family of marks, one paragraph at a time.
struct Reader {
    single: bool,
    marks: Vec<Mark>,
    /// For each mark and each depth after it: the depth before it and its role on the best path.
    ways: Vec<[(u8, Role); DEPTHS]>,
    /// The role of each mark, and the depths before and after it.
    roles: Vec<(Role, u8, u8)>,
    /// The marks that are open.
    open: Vec<Mark>,
    pairs: Vec<Pair>,
}

impl Reader {
    fn new(single: bool) -> Self {
        Self {
            single,
            marks: Vec::new(),
            ways: Vec::new(),
            roles: Vec::new(),
            open: Vec::new(),
            pairs: Vec::new(),
        }
    }

    /// Assigns roles to the marks of a paragraph that ends before token `end`, and clears them.
    fn read(&mut self, document: &Document<'_>, end: usize, next: Option<usize>) {
        if self.marks.is_empty() {
            return;
        }
        let taken_up = next.is_some_and(|at| self.opens(document, at));
        let open_at_end = match (taken_up, self.single) {
            (true, false) => 0.3,
            (true, true) => 1.5,
            (false, false) => OPEN_AT_END,
            (false, true) => SINGLE_OPEN_AT_END,
        };
        let mut costs = [0.0, IMPOSSIBLE, IMPOSSIBLE];
        self.ways.clear();
        for mark in &self.marks {
            // The costs of each role outside all quotations and within one.
            let own = [0, 1].map(|depth| ROLES.map(|role| mark.cost(role, depth)));
            let mut best = [f32::INFINITY; DEPTHS];
            let mut way = [(0, Role::Neither); DEPTHS];
            for (depth, &cost) in costs.iter().enumerate() {
                for (role, own) in ROLES.into_iter().zip(own[depth.min(1)]) {
                    let own = cost + own;
                    let mut reach = |to: usize, cost: f32| {
                        if cost < best[to] {
                            best[to] = cost;
                            way[to] = (depth as u8, role);
                        }
                    };
                    match role {
                        Role::Opens if depth == 0 => reach(1, own),
                        Role::Opens if depth == 1 => {
                            reach(1, own + NEVER_CLOSED);
                            let nests = mark.is_directed() && !self.single;
                            reach(2, own + if nests { 1.0 } else { 3.5 });
                        }
                        Role::Opens => reach(2, own + 2.0 * NEVER_CLOSED),
                        Role::Closes => reach(depth.saturating_sub(1), own),
                        Role::Neither => reach(depth, own),
                    }
                }
            }
            costs = best;
            self.ways.push(way);
        }
        costs[1] += open_at_end;
        costs[2] += open_at_end + 2.0;
        let mut depth = (0..DEPTHS).min_by(|&a, &b| costs[a].total_cmp(&costs[b])).unwrap_or(0);
        let (mut roles, mut open) = (std::mem::take(&mut self.roles), std::mem::take(&mut self.open));
        roles.clear();
        roles.resize(self.marks.len(), (Role::Neither, 0, 0));
        for (role, way) in roles.iter_mut().zip(&self.ways).rev() {
            let (before, chosen) = way[depth];
            *role = (chosen, before, depth as u8);
            depth = usize::from(before);
        }
        let marks = std::mem::take(&mut self.marks);
        for (&mark, (role, before, after)) in marks.iter().zip(roles.iter().copied()) {
            match role {
                Role::Opens => {
                    if before == after {
                        let last = open.pop();
                        self.close_unmarked(document, last, mark.token);
                    }
                    open.push(mark);
                }
                Role::Closes => {
                    if let Some(first) = open.pop() {
                        self.pairs.push(Pair {
                            inner: first.token + first.length..mark.token,
                            outer: first.token..mark.token + mark.length,
                            unclosed: false,
                            continued: false,
                            nested: false,
                        });
                    }
                }
                Role::Neither => {}
            }
        }
        for (depth, first) in open.drain(..).enumerate() {
            let inner = first.token + first.length..end;
            let continued = taken_up && depth == 0;
            let outer = first.token..end;
            self.pairs.push(Pair { inner, outer, unclosed: !continued, continued, nested: false });
        }
        (self.marks, self.roles, self.open) = (marks, roles, open);
        self.marks.clear();
    }

    /// Ends an unclosed quotation that is followed by another at the end of its sentence.
    fn close_unmarked(&mut self, document: &Document<'_>, first: Option<Mark>, before: usize) {
        let Some(first) = first else { return };
        let sentence = document
            .tokens()
            .get(first.token)
            .and_then(|t| document.sentence_at(t.span.start))
            .and_then(|at| document.sentences().get(at));
        let end = sentence.map_or(before, |s| s.tokens.end.min(before));
        self.pairs.push(Pair {
            inner: first.token + first.length..end,
            outer: first.token..end,
            unclosed: true,
            continued: false,
            nested: false,
        });
    }

    fn opens(&self, document: &Document<'_>, at: usize) -> bool {
        mark(document, at, document.tokens().len())
            .is_some_and(|m| m.is_single() == self.single && m.cost_opening() < 1.0)
    }
}

/// Both families in one list. If two quotations overlap, the one in single marks is dropped.
fn nest(doubles: Vec<Pair>, singles: Vec<Pair>) -> Vec<Pair> {
    let mut all: Vec<(Pair, bool)> =
        doubles.into_iter().map(|p| (p, false)).chain(singles.into_iter().map(|p| (p, true))).collect();
    all.retain(|(pair, _)| !pair.inner.is_empty());
    all.sort_by_key(|(pair, _)| (pair.outer.start, std::cmp::Reverse(pair.outer.end)));
    let mut dropped = vec![false; all.len()];
    let mut around: Vec<usize> = Vec::new();
    for at in 0..all.len() {
        let (start, end, single) = (all[at].0.outer.start, all[at].0.outer.end, all[at].1);
        while let Some(&top) = around.last() {
            let outer = &all[top].0.outer;
            if outer.end <= start {
                around.pop();
            } else if outer.end < end && all[top].1 && !single {
                dropped[top] = true;
                around.pop();
            } else {
                break;
            }
        }
        match around.last() {
            Some(&top) if all[top].0.outer.end < end => dropped[at] = true,
            Some(_) => all[at].0.nested = true,
            None => {}
        }
        if !dropped[at] {
            around.push(at);
        }
    }
    let mut dropped = dropped.into_iter();
    all.retain(|_| !dropped.next().unwrap_or(false));
    // A quotation whose enclosing one was dropped is no longer nested.
    let mut end = 0;
    for (pair, _) in &mut all {
        pair.nested = pair.outer.end <= end;
        end = end.max(pair.outer.end);
    }
    all.into_iter().map(|(pair, _)| pair).collect()
}
