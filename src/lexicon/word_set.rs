//! Word sets that rules depend on, from the table `word_set`. A word can be in several.
//!
//! Unlike the closed classes, these are open: a caller can add words to them as to any table. A token stores the sets of its
//! word as bits, so checking one needs no lookup.

use super::closed;

macro_rules! word_sets {
    ($($(#[$doc:meta])* $set:ident $class:literal;)*) => {
        /// A word set.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum WordSet { $($(#[$doc])* $set,)* }

        impl WordSet {
            /// All sets.
            pub(super) const ALL: &[WordSet] = &[$(WordSet::$set,)*];

            /// Its name in the table.
            pub(super) const fn class(self) -> &'static str {
                match self { $(WordSet::$set => $class,)* }
            }
        }
    };
}

word_sets! {
    /// Things said or written on a day: "statement".
    Statement "statement";
    /// Verbs for writing or changing a text: "updated".
    Stamp "stamp";
    /// States whose numbers only grow as time passes and more is known: "killed".
    Cumulative "cumulative";
    /// Words that classify a place without making it a different one: "city".
    SamePlace "same_place";
    /// Words that make a place a different one: "north".
    OtherPlace "other_place";
    /// The portfolios of ministers and secretaries, one each: "finance".
    Portfolio "portfolio";
    /// Words for holding an office on somebody's behalf.
    Deputy "deputy";
    /// The same for a limited time.
    Acting "acting";
    /// The same at another time.
    OtherTime "other_time";
    /// Verbs that place one event after another: "followed".
    Follows "follows";
    /// Verbs of change that are directly followed by the amount: "rose".
    Moves "moves";
    /// The same for percentages only: "gained".
    MovesShare "moves_share";
    /// Words for a change that follow its amount: "increase".
    Move "move";
    /// Verbs and particles for correcting a figure: "revised".
    Revises "revises";
    /// Words for "earlier".
    Former "former";
    /// Nouns for a figure: "toll".
    Figure "figure";
    /// Verbs of giving a figure: "reported".
    GivesFigure "gives_figure";
    /// Earthquakes, as counted and measured: "tremor".
    Quake "quake";
    /// Things paid for by the piece: "ticket".
    Piece "piece";
    /// Words that lose their first letters in speech, with an apostrophe: "til".
    Headless "headless";
    /// Words for places of the size of a town.
    Town "town";
    /// The same for a region.
    Region "region";
    /// The same for a country.
    Nation "nation";
    /// The same for the world.
    World "world";
    /// Words that may be in a phrase for a place and are not names: "entire".
    PassedInPlace "passed_in_place";
    /// How the headings of roundups and live blogs begin or end.
    Roundup "roundup";
    /// Agencies and outlets, as they sign datelines and pictures.
    Signs "signs";
    /// Words that end the line under a byline: "correspondent".
    Desk "desk";
    /// Verbs that follow a quotation and name its speaker.
    SaidAfter "said_after";
    /// General words for people: "somebody".
    Anybody "anybody";
    /// Verbs that say what somebody wants or opposes, and not whether it happens: "oppose".
    ForOrAgainst "for_or_against";
    /// Verbs after which "who", "why" or "whether" begins a question: "wonder".
    Asks "asks";
    /// States that somebody can be feared to be in: "missing".
    Feared "feared";
    /// Verbs for giving, or for buying what is given: "donate".
    Gives "gives";
    /// Words for perpetrators: "attacker".
    Doer "doer";
    /// Verbs that mean little without their object: "carried" in "carried out".
    Light "light";
    /// Documents that are quoted as if they spoke: "lawsuit".
    Writ "writ";
    /// Words that modify a role: "former".
    RoleModifier "role_modifier";
    /// Abbreviations before a name, under the full form: "gen", under "general".
    Short "short";
    /// Words for a kind of place that come before its name: "Mount".
    BeforePlace "before_place";
    /// The same with "of" between: "Isle of".
    OfPlace "of_place";
}

const _: () = assert!(WordSet::ALL.len() <= u64::BITS as usize);

impl WordSet {
    /// Its bit among all sets.
    pub(crate) const fn bit(self) -> u64 {
        1 << self as u32
    }

    /// The set with this name in the table.
    pub(super) fn of_class(class: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|set| set.class() == class)
    }
}

/// True for the name of a set.
pub(super) fn is_class(class: &str) -> bool {
    WordSet::of_class(class).is_some() || closed::of_table(class).is_some()
}
