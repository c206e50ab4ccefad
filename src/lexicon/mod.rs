//! The words the library knows: reviewed tables in `data/*.tsv`, read once, which a caller can extend and override.
//!
//! Open sets that an editor would extend are tables; closed sets whose value is a type (months, number words) are constants in
//! code. [`Lexicon::english`] is what ships; [`Lexicon::builder`] adds to it.

pub(crate) mod calendar;
pub(crate) mod closed;
pub(crate) mod list;
pub(crate) mod number;
mod phrase;
mod table;
mod told;
mod word;

use std::sync::{Arc, LazyLock};

use crate::error::Error;
use closed::Class;
use phrase::{Grower, Node, Phrases};

pub use calendar::CalendarUnit;
pub(crate) use calendar::is_part_of_day;
pub(crate) use table::key_into;
pub use table::{Entry, Match, Table, key};
use told::Pairs;
pub(crate) use word::{ShortWord, WordMap};

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident $file:literal $(after $before:literal)?;)*) => {
        /// Names a table of the lexicon.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum TableId { $($(#[$doc])* $name,)* }

        impl TableId {
            /// All tables.
            pub const ALL: &[TableId] = &[$(TableId::$name,)*];

            /// The table's file name without its extension, as errors show it.
            pub fn name(self) -> &'static str {
                match self { $(TableId::$name => $file,)* }
            }

            fn text(self) -> &'static str {
                match self { $(TableId::$name => concat!(
                        $(include_str!(concat!("data/", $before, ".tsv")),)?
                        include_str!(concat!("data/", $file, ".tsv"))
                    ),)* }
            }
        }
    };
}

tables! {
    /// Abbreviations with a full stop that does not end a sentence.
    Abbreviation "abbreviation";
    /// Titles and honorifics before a personal name.
    Title "title";
    /// Nouns that say what a person is ("ambassador", "spokeswoman").
    Role "role";
    /// Countries, their demonyms and capitals, and other places.
    Place "place";
    /// Organisations with their acronyms.
    Organisation "organisation";
    /// Surnames known to be different, however similar their letters.
    Surname "surname";
    /// Verbs and phrases that report speech.
    Speech "speech";
    /// Units of measure and currencies.
    Unit "unit";
    /// Nouns for people and things that are counted in news, with the state they are counted in.
    Counted "counted";
    /// What sums of money are (a fine, a grant), and what percentages refer to.
    Measured "measured";
    /// Teams, and what sports pages call them; used only for comparing names.
    Team "team";
    /// Cues of negation, with their direction.
    Negation "negation";
    /// Cues of certainty and obligation.
    Modal "modal";
    /// Given names, with the gender they suggest.
    GivenName "given_name";
    /// Given names and the short forms people go by.
    Nickname "nickname";
    /// Words so common that a capital letter at the start of a sentence means nothing.
    Common "common";
    /// Words without content of their own.
    Stopword "stopword";
    /// How lines of a page begin that say nothing about the event: newsletters, copyright, sharing.
    Boilerplate "boilerplate";
    /// Verbs and event nouns that report the same happening.
    Synonym "synonym" after "synonym_wordnet";
    /// Words with opposite meanings, which exclude each other.
    Antonym "antonym" after "antonym_wordnet";
    /// British and American spellings.
    Spelling "spelling";
    /// Newspapers, broadcasters and agencies, with the order in which they write day and month.
    Outlet "outlet";
    /// Kinds of things and people that exclude each other: hotel and motel, river and lake.
    Kind "kind" after "kind_wordnet";
}

impl TableId {
    /// False of tables that are never looked up as tokens of a text: spellings go by their letters, outlets are publishers.
    const fn has_bits(self) -> bool {
        (self as u32) < TableId::Spelling as u32
    }
}

/// What the lexicon knows about one word: the tables in which it begins a form, and its closed classes, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableSet {
    /// From the lowest bit: the tables in which it begins a form, those in which it begins a form of several words, and those
    /// in which it is a later word of one.
    tables: u64,
    classes: u64,
    /// The word's number among all the lexicon knows, from 1; 0 for others.
    word: u32,
}

// Too many tables would overlap with the next bits.
const _: () = assert!(TableId::Spelling as u32 <= TableSet::BEGINS_PHRASE);

impl TableSet {
    /// For a word that the lexicon does not know.
    pub(crate) const NONE: Self = Self { tables: 0, classes: 0, word: 0 };
    /// Number and calendar words are constants in code; with a bit for each, other tokens need no lookup.
    pub(crate) const NUMBER: u64 = 1 << 62;
    pub(crate) const CALENDAR: u64 = 1 << 63;
    /// The first bit for words that begin phrases; those for words that continue one follow.
    pub(crate) const BEGINS_PHRASE: u32 = 20;
    const CONTINUES: u32 = 40;

    /// True for a word that can be part of a spelled-out number ("twenty", "dozens", "third").
    pub fn is_number_word(self) -> bool {
        self.tables & Self::NUMBER != 0
    }

    /// True for a word that can begin a date ("Tuesday", "last", "the").
    pub fn is_calendar_word(self) -> bool {
        self.tables & Self::CALENDAR != 0
    }

    /// True if the word begins a form of several words.
    pub(crate) fn begins_phrase(self, table: TableId) -> bool {
        self.tables & (1 << (table as u32 + Self::BEGINS_PHRASE)) != 0
    }

    /// True if the word is in a form of several words, but not the first.
    pub(crate) fn continues_phrase(self, table: TableId) -> bool {
        self.tables & (1 << (table as u32 + Self::CONTINUES)) != 0
    }

    /// The number of a word in the lexicon, below [`Lexicon::words`].
    pub(crate) fn word(self) -> Option<usize> {
        (self.word as usize).checked_sub(1)
    }

    /// True for a word of a closed class.
    pub(crate) fn is(self, class: Class) -> bool {
        self.classes & class.bit() != 0
    }

    /// The closed classes of the word, by [`Class::bit`].
    pub(crate) fn classes(self) -> u64 {
        self.classes
    }

    /// The tables in which it begins a form, by number, and at the top [`Self::NUMBER`] and [`Self::CALENDAR`].
    pub(crate) fn tables(self) -> u64 {
        self.tables & (Self::NUMBER | Self::CALENDAR | ((1 << Self::BEGINS_PHRASE) - 1))
    }

    /// True if the table is in the set. Spellings, outlets and kinds never are: they are looked up by their letters, not as tokens.
    pub fn contains(self, table: TableId) -> bool {
        table.has_bits() && self.tables & (1 << table as u32) != 0
    }
}

/// The tables, with the caller's own rules on names. Cheap to clone; clones share their data.
#[derive(Clone, Debug)]
pub struct Lexicon(Arc<Inner>);

#[derive(Clone, Debug)]
struct Inner {
    tables: Vec<Table>,
    /// The number of every word in every form.
    words: WordMap,
    /// What is known about each word, by its number: one lookup per token instead of one per table.
    sets: Vec<TableSet>,
    phrases: Phrases,
    aliases: Pairs,
    never_merge: Pairs,
}

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut builder = LexiconBuilder::empty();
    for &table in TableId::ALL {
        let loaded = builder.extend(table, table.text());
        debug_assert!(loaded.is_ok(), "{loaded:?}");
    }
    builder.build()
});

impl Lexicon {
    /// The English tables that ship with the crate.
    pub fn english() -> Self {
        ENGLISH.clone()
    }

    /// Starts from [`Lexicon::english`]; extend and override from there.
    ///
    /// ```
    /// use testimonia::lexicon::{Lexicon, TableId};
    ///
    /// let mut builder = Lexicon::builder();
    /// builder.extend(TableId::Organisation, "Niamey Water Board\torganisation\t!NWB\n")?;
    /// builder.alias("Abdourahamane Tiani", "Omar Tchiani");
    /// let lexicon = builder.build();
    /// assert!(lexicon.table(TableId::Organisation).get("nwb", "NWB").is_some());
    /// # Ok::<(), testimonia::Error>(())
    /// ```
    pub fn builder() -> LexiconBuilder {
        LexiconBuilder { inner: Inner::clone(&ENGLISH.0) }
    }

    /// One table.
    pub fn table(&self, table: TableId) -> &Table {
        &self.0.tables[table as usize]
    }

    /// The tables that hold a form beginning with this folded word.
    pub fn begins(&self, word: &str) -> TableSet {
        self.begins_at(word, 0, word.len())
    }

    /// The same for the word from `start` to `end` of a folded text.
    pub(crate) fn begins_at(&self, text: &str, start: usize, end: usize) -> TableSet {
        let number = self.0.words.get(text, start, end);
        number.and_then(|number| self.0.sets.get(number as usize)).copied().unwrap_or_default()
    }

    /// The root of a table's forms that begin with a word, given by its number, and the row of the word itself if it may be
    /// written as `surface`.
    pub(crate) fn root<'s>(
        &self,
        table: TableId,
        word: usize,
        surface: impl FnOnce() -> &'s str,
    ) -> Option<(Node, Option<Match<'_>>)> {
        let root = self.0.phrases.root(table, word)?;
        let found = match root.row {
            Some(row) => self.table(table).row(row),
            None => self.row(table, root.node, surface),
        };
        Some((root.node, found))
    }

    /// The node for a further word.
    pub(crate) fn next(&self, node: Node, word: usize) -> Option<Node> {
        self.0.phrases.next(node, word)
    }

    /// The row of the form that ends at a node, if it may be written as `surface`.
    pub(crate) fn row<'s>(
        &self,
        table: TableId,
        node: Node,
        surface: impl FnOnce() -> &'s str,
    ) -> Option<Match<'_>> {
        self.table(table).written(self.0.phrases.form(node)?, surface)
    }

    /// The row of a single word, by its number, ignoring case.
    pub(crate) fn row_folded(&self, table: TableId, word: usize) -> Option<&Entry> {
        let root = self.0.phrases.root(table, word)?;
        match root.row {
            Some(row) => self.table(table).row(row).map(|found| found.entry),
            None => self.table(table).entry(self.0.phrases.form(root.node)?),
        }
    }

    /// The number of words in the lexicon.
    pub(crate) fn words(&self) -> usize {
        self.0.sets.len()
    }

    /// True if the caller declared any names to be the same.
    pub fn has_aliases(&self) -> bool {
        !self.0.aliases.is_empty()
    }

    /// True if the caller declared this name to be the same as another.
    pub(crate) fn is_aliased(&self, name: &str) -> bool {
        self.0.aliases.hold(name)
    }

    /// True if the caller declared two names to be the same, or declared part of one the same as part of the other and the rest
    /// is alike.
    pub fn is_alias(&self, a: &str, b: &str) -> bool {
        self.0.aliases.are_all_of(a, b)
    }

    /// True if the two have parts that the caller declared to be the same.
    pub(crate) fn share_an_alias(&self, a: &str, b: &str) -> bool {
        self.0.aliases.part(a, b)
    }

    /// The name with aliases replaced by one form; `None` if nothing changes.
    pub(crate) fn in_one_way(&self, name: &str) -> Option<String> {
        self.0.aliases.written(name)
    }

    /// True if the caller declared that two names, or a part of each, are never the same.
    pub fn is_never_merged(&self, a: &str, b: &str) -> bool {
        self.0.never_merge.part(a, b)
    }
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::english()
    }
}

/// A word of a phrase in the form of a document's tokens: without the endings of "people's" and "workers'", which are
/// separate tokens.
fn without_possessive(word: &str) -> &str {
    let is_apostrophe = |c: char| matches!(c, '\'' | '’');
    match word.strip_suffix('s').and_then(|owner| owner.strip_suffix(is_apostrophe)) {
        Some(owner) => owner,
        None => word.strip_suffix(is_apostrophe).filter(|owner| owner.ends_with('s')).unwrap_or(word),
    }
}

/// The properties of a word, which gets a number if it is new.
fn known<'s>(words: &mut WordMap, sets: &'s mut Vec<TableSet>, word: &str) -> &'s mut TableSet {
    let number = words.number(word, 0, word.len(), sets.len() as u32);
    if number as usize == sets.len() {
        sets.push(TableSet { word: number + 1, ..TableSet::default() });
    }
    &mut sets[number as usize]
}

/// Builds a [`Lexicon`].
#[derive(Clone, Debug)]
pub struct LexiconBuilder {
    inner: Inner,
}

impl LexiconBuilder {
    fn empty() -> Self {
        Self {
            inner: Inner {
                tables: TableId::ALL.iter().map(|id| Table::empty(id.name())).collect(),
                words: WordMap::default(),
                sets: Vec::new(),
                phrases: Phrases::default(),
                aliases: Pairs::default(),
                never_merge: Pairs::default(),
            },
        }
    }

    /// Adds rows to a table; a form that already exists now takes the meaning of the new row.
    ///
    /// # Errors
    ///
    /// A malformed line, with its number (from 1) and the reason.
    pub fn extend(&mut self, table: TableId, rows: &str) -> Result<&mut Self, Error> {
        self.inner.tables[table as usize].extend(rows)?;
        Ok(self)
    }

    /// Declares two names, each without its title, to be the same, however they are spelled; this also works for parts of names
    /// ("Tiani" in "Abdourahamane Tiani").
    pub fn alias(&mut self, a: &str, b: &str) -> &mut Self {
        self.inner.aliases.add(a, b);
        self
    }

    /// Declares that two names, each without its title, are never the same, however similar; this also holds for longer names
    /// that contain them.
    pub fn never_merge(&mut self, a: &str, b: &str) -> &mut Self {
        self.inner.never_merge.add(a, b);
        self
    }

    /// Builds the lexicon.
    pub fn build(mut self) -> Lexicon {
        let Inner { tables, words, sets, phrases, .. } = &mut self.inner;
        (*words, *sets) = (WordMap::default(), Vec::new());
        let (mut grower, mut numbers) = (Grower::default(), Vec::new());
        for (&id, table) in TableId::ALL.iter().zip(tables.iter()) {
            if !id.has_bits() {
                continue;
            }
            let bit = id as u32;
            for key in table.keys() {
                numbers.clear();
                let bare = |word| if key.contains(' ') { without_possessive(word) } else { word };
                numbers.extend(key.split(' ').map(|word| known(words, sets, bare(word)).word - 1));
                for (n, &number) in numbers.iter().enumerate() {
                    let known = &mut sets[number as usize].tables;
                    *known |= 1 << if n == 0 { bit } else { bit + TableSet::CONTINUES };
                    if n == 0 && numbers.len() > 1 {
                        *known |= 1 << (bit + TableSet::BEGINS_PHRASE);
                    }
                }
                if let Some(form) = table.form(key) {
                    grower.add(id, numbers.iter().copied(), form);
                }
            }
        }
        for word in number::words() {
            known(words, sets, word).tables |= TableSet::NUMBER;
        }
        for word in calendar::words() {
            known(words, sets, word).tables |= TableSet::CALENDAR;
        }
        for (word, class) in closed::words() {
            known(words, sets, word).classes |= class.bit();
        }
        *phrases = grower.finish(sets.len(), |table, form| tables[table as usize].any_case(form));
        Lexicon(Arc::new(self.inner))
    }
}
