//! Phrases: the forms of all tables as one tree, walked by word numbers, which finds forms without building keys.

use rustc_hash::FxHashMap;

use crate::lexicon::TableId;

/// A node of the tree: the words read so far begin or are a form of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node(u32);

/// No form ends here.
const NO_FORM: u32 = u32::MAX;

/// The forms of a table that begin with a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Root {
    table: TableId,
    pub(super) node: Node,
    /// The row of the word itself, if it matches in any case: most lookups end here.
    pub(super) row: Option<Row>,
}

/// A row, by its number in its table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) entry: u32,
    pub(super) weak: bool,
}

/// The tree.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrases {
    /// For each word, where its roots start, and one more.
    starts: Vec<u32>,
    roots: Vec<Root>,
    branches: FxHashMap<(u32, u32), Node>,
    /// For each node, the form that ends there.
    forms: Vec<u32>,
}

impl Phrases {
    /// The forms of a table that begin with a word.
    pub(super) fn root(&self, table: TableId, word: usize) -> Option<&Root> {
        let (&start, &end) = (self.starts.get(word)?, self.starts.get(word + 1)?);
        let roots = self.roots.get(start as usize..end as usize)?;
        roots.iter().find(|root| root.table == table)
    }

    /// The node for a further word.
    pub(super) fn next(&self, node: Node, word: usize) -> Option<Node> {
        self.branches.get(&(node.0, word as u32)).copied()
    }

    /// The number in its table of the form that ends at a node.
    pub(super) fn form(&self, node: Node) -> Option<usize> {
        self.forms.get(node.0 as usize).copied().filter(|&form| form != NO_FORM).map(|form| form as usize)
    }
}

/// Builds [`Phrases`].
#[derive(Debug, Default)]
pub(super) struct Grower {
    phrases: Phrases,
    roots: FxHashMap<(u32, TableId), Node>,
}

impl Grower {
    /// Adds a form of a table by its words. Of forms with the same words, the last one counts.
    pub(super) fn add(&mut self, table: TableId, words: impl IntoIterator<Item = u32>, form: u32) {
        let forms = &mut self.phrases.forms;
        let mut open = || {
            forms.push(NO_FORM);
            Node(forms.len() as u32 - 1)
        };
        let mut words = words.into_iter();
        let Some(first) = words.next() else { return };
        let mut node = *self.roots.entry((first, table)).or_insert_with(&mut open);
        for word in words {
            node = *self.phrases.branches.entry((node.0, word)).or_insert_with(&mut open);
        }
        if let Some(at) = forms.get_mut(node.0 as usize) {
            *at = form;
        }
    }

    /// The tree for this many words; `row` returns the row of a form that matches in any case.
    pub(super) fn finish(self, words: usize, row: impl Fn(TableId, usize) -> Option<Row>) -> Phrases {
        let Self { mut phrases, roots } = self;
        let mut roots: Vec<(u32, TableId, Node)> =
            roots.into_iter().map(|((word, table), node)| (word, table, node)).collect();
        roots.sort_unstable_by_key(|&(word, table, _)| (word, table as u8));
        phrases.starts = Vec::with_capacity(words + 1);
        let mut at = 0;
        for word in 0..=words as u32 {
            while roots.get(at).is_some_and(|&(of, ..)| of < word) {
                at += 1;
            }
            phrases.starts.push(at as u32);
        }
        let root = |(_, table, node)| {
            let row = phrases.form(node).and_then(|form| row(table, form));
            Root { table, node, row }
        };
        phrases.roots = roots.into_iter().map(root).collect();
        phrases
    }
}
