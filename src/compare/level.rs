//! Levels: the steps a comparison distinguishes, from identical to mutually exclusive.

use crate::compare::words::words;
use crate::compare::{Facet, Relation};

words! {
    /// What a comparison found, in more detail than its [`Relation`], ordered from identical to mutually exclusive.
    /// [`Level::of_facet`] lists the levels of a facet; mentions at none of them cannot be compared.
    Level {
        /// The same after folding.
        Same "same",
        /// One fact in two forms: a number word, an alias, another word order, other punctuation.
        Form "form",
        /// Spelled by another convention, such as British and American spelling.
        Convention "convention",
        /// The same measure in another unit, allowing for rounding.
        Converted "converted",
        /// One number rounds to the other.
        Rounded "rounded",
        /// A number within a bound: 12 and "at least 10".
        Bound "bound",
        /// A number that fits a vague one: 30 and "dozens".
        Vague "vague",
        /// One counts a part of what the other counts.
        Part "part",
        /// Numbers in one source add up to the number in the other.
        Sum "sum",
        /// A date within another.
        Finer "finer",
        /// Dates that agree given how loosely writers use them, or within the slack of time zones and publication dates.
        Slack "slack",
        /// A quotation with marked omissions or with an editor's words in brackets.
        Elided "elided",
        /// A quotation that is part of the other.
        Cut "cut",
        /// More specific: a fuller name, a role in more words.
        Specific "specific",
        /// Different, but both can be true.
        Compatible "compatible",
        /// One name spelled two ways.
        Spelling "spelling",
        /// A quotation cut so that a negation, a hedge or a condition is lost.
        CutForce "cut_force",
        /// One utterance worded two ways.
        Reworded "reworded",
        /// A bound that holds but misleads: "at least 10" of 40.
        Misleading "misleading",
        /// Numbers or dates that exclude each other.
        Disjoint "disjoint",
        /// Fact in one, possibility or hearsay in the other; order in one, advice in the other.
        Certainty "certainty",
        /// Asserted in one and denied in the other.
        Denied "denied",
        /// One predicate is the opposite of the other.
        Opposite "opposite",
        /// Enumerations of one thing with different members.
        Members "members",
        /// One utterance or act attributed to two speakers or actors.
        Attributed "attributed",
        /// Roles, places, means or manners that exclude each other.
        Exclusive "exclusive",
    }
}

impl Level {
    /// The relation that the level implies.
    pub fn relation(self) -> Relation {
        match self {
            Self::Same => Relation::Identical,
            Self::Form | Self::Convention | Self::Converted => Relation::Equivalent,
            Self::Rounded
            | Self::Bound
            | Self::Vague
            | Self::Part
            | Self::Sum
            | Self::Finer
            | Self::Slack
            | Self::Elided
            | Self::Cut
            | Self::Specific
            | Self::Compatible => Relation::Refinement,
            Self::Spelling | Self::CutForce | Self::Reworded => Relation::Variant,
            Self::Misleading
            | Self::Disjoint
            | Self::Certainty
            | Self::Denied
            | Self::Opposite
            | Self::Members
            | Self::Attributed
            | Self::Exclusive => Relation::Conflict,
        }
    }

    /// The levels of a facet, in order.
    pub fn of_facet(facet: Facet) -> &'static [Level] {
        match facet {
            Facet::Name => &[Self::Same, Self::Form, Self::Specific, Self::Spelling],
            Facet::Role => &[Self::Same, Self::Form, Self::Specific, Self::Compatible, Self::Exclusive],
            Facet::Quantity => &[
                Self::Same,
                Self::Form,
                Self::Converted,
                Self::Rounded,
                Self::Bound,
                Self::Vague,
                Self::Part,
                Self::Sum,
                Self::Misleading,
                Self::Disjoint,
            ],
            Facet::Date => &[Self::Same, Self::Form, Self::Finer, Self::Slack, Self::Disjoint],
            Facet::Quote => {
                &[Self::Same, Self::Form, Self::Elided, Self::Cut, Self::CutForce, Self::Reworded]
            }
            Facet::Attribution => &[Self::Attributed],
            Facet::Polarity => &[Self::Denied, Self::Opposite],
            Facet::Modality => &[Self::Certainty],
            Facet::Listing => &[Self::Same, Self::Part, Self::Members],
            Facet::Action => {
                &[Self::Same, Self::Form, Self::Convention, Self::Specific, Self::Compatible, Self::Exclusive]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_of_a_facet_go_from_agreement_to_discrepancy() {
        for &facet in Facet::ALL {
            assert!(Level::of_facet(facet).is_sorted_by_key(|l| l.relation()), "{facet}");
            assert!(Level::of_facet(facet).is_sorted(), "{facet}");
        }
    }

    #[test]
    fn words_are_read_as_they_are_written() {
        for &level in Level::ALL {
            assert_eq!(level.to_string().parse::<Level>().unwrap(), level);
            let json = serde_json::to_string(&level).unwrap();
            assert_eq!(json, format!("\"{level}\""));
        }
        for &facet in Facet::ALL {
            assert_eq!(facet.to_string().parse::<Facet>().unwrap(), facet);
        }
        for &relation in Relation::ALL {
            assert_eq!(relation.to_string().parse::<Relation>().unwrap(), relation);
        }
        let error = "colour".parse::<Facet>().unwrap_err();
        assert!(error.is_input());
        assert!(error.to_string().starts_with("\"colour\" is not one of: name, role, quantity,"), "{error}");
    }
}
