//! Sets of words on which a rule turns, as the table `word_set` has them. A word can be in several.
//!
//! Unlike the closed classes, these are open: a caller adds words to them as to any table. A token holds the sets of its word,
//! so that to ask costs a bit and no look-up.

use super::closed;

macro_rules! word_sets {
    ($($(#[$doc:meta])* $set:ident $class:literal;)*) => {
        /// Names a set.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum WordSet { $($(#[$doc])* $set,)* }

        impl WordSet {
            /// All of them.
            pub(super) const ALL: &[WordSet] = &[$(WordSet::$set,)*];

            /// As the table calls it.
            pub(super) const fn class(self) -> &'static str {
                match self { $(WordSet::$set => $class,)* }
            }
        }
    };
}

word_sets! {
    /// What is said or written on a day: "statement".
    Statement "statement";
    /// Says that a text was written or changed: "updated".
    Stamp "stamp";
    /// A state of which there are ever more as time passes and more is known: "killed".
    Cumulative "cumulative";
    /// Says what a place is, and leaves it the place it is: "city".
    SamePlace "same_place";
    /// Makes another place of a place: "north".
    OtherPlace "other_place";
    /// What ministers and secretaries are of, one each: "finance".
    Portfolio "portfolio";
    /// How one has an office: for another.
    Deputy "deputy";
    /// For a time.
    Acting "acting";
    /// Not now.
    OtherTime "other_time";
    /// Verbs by which an event is said to have come after another: "followed".
    Follows "follows";
    /// Verbs of moving that have the amount right behind them: "rose".
    Moves "moves";
    /// The same, of percentages alone: "gained".
    MovesShare "moves_share";
    /// Words for a move that stand behind its amount: "increase".
    Move "move";
    /// Verbs and particles by which a figure is put right: "revised".
    Revises "revises";
    /// What came before: "earlier".
    Former "former";
    /// Nouns for a figure: "toll".
    Figure "figure";
    /// Verbs by which a figure is given: "reported".
    GivesFigure "gives_figure";
    /// Things paid for one by one: "ticket".
    Piece "piece";
    /// Words that lose their head in speech, and take an apostrophe: "til".
    Headless "headless";
    /// Places of the size of a town.
    Town "town";
    /// Of a region.
    Region "region";
    /// Of a country.
    Nation "nation";
    /// Of the world.
    World "world";
    /// Stands in a phrase for a place, and names nothing: "entire".
    PassedInPlace "passed_in_place";
    /// How headings of roundups and live blogs begin or end.
    Roundup "roundup";
    /// Agencies and outlets, as they sign datelines and pictures.
    Signs "signs";
    /// Last words of the line under a byline: "correspondent".
    Desk "desk";
    /// Verbs that follow a quotation and name its speaker.
    SaidAfter "said_after";
    /// Words for people of any kind: "somebody".
    Anybody "anybody";
    /// Verbs that say what somebody wants, and nothing of whether it comes to pass, "oppose".
    ForOrAgainst "for_or_against";
    /// What somebody can be feared to be: "missing".
    Feared "feared";
    /// Those who did it: "attacker".
    Doer "doer";
    /// Verbs that say nothing without their object: "carried" of "carried out".
    Light "light";
    /// Documents that are quoted as if they spoke: "lawsuit".
    Writ "writ";
    /// How one has a role: "former".
    RoleModifier "role_modifier";
    /// What is shortened before a name, under its full form: "gen", under "general".
    Short "short";
    /// Names of a kind of place that stand before its own: "Mount".
    BeforePlace "before_place";
}

const _: () = assert!(WordSet::ALL.len() <= u64::BITS as usize);

impl WordSet {
    /// Its bit among all sets.
    pub(crate) const fn bit(self) -> u64 {
        1 << self as u32
    }

    /// The set that a class of the table names.
    pub(super) fn of_class(class: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|set| set.class() == class)
    }
}

/// True of the name of a set.
pub(super) fn is_class(class: &str) -> bool {
    WordSet::of_class(class).is_some() || closed::of_table(class).is_some()
}
