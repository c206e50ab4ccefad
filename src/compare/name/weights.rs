//! What the letters of two names say for and against one referent, as log-odds.
//!
//! Set by hand after the measurements of the rule distance on lists of news names, and checked against labelled pairs.

/// Log-odds by the distance of the words that differ most: (distance in hundredths, log-odds), joined by straight lines.
const BY_DISTANCE: &[(u16, f64)] =
    &[(0, 4.0), (5, 2.8), (12, 1.6), (22, 0.1), (35, -1.5), (60, -3.5), (100, -5.0), (150, -6.0)];

/// A word of four letters or fewer that differs: each letter is a larger part of it.
pub(super) const SHORT: f64 = -1.2;
/// Another word of the name that is the same in both, beside one that differs.
pub(super) const BESIDE: f64 = 0.8;
/// A word alone that is spelled nearly like somebody's given name: as a rule somebody else's family name.
pub(super) const NEAR_GIVEN_NAME: f64 = -3.0;
/// A word on each side that has no partner on the other.
pub(super) const CLASH: f64 = -3.5;
/// Words that only one side has: one name of two that may be all of it.
pub(super) const FAMILY_NAME_ALONE: f64 = 2.0;
pub(super) const GIVEN_NAME_ALONE: f64 = 1.0;
pub(super) const PART_OF_NAME: f64 = 0.6;
pub(super) const MIDDLE_NAME: f64 = 2.4;
pub(super) const EACH_WORD_MORE: f64 = -0.4;
pub(super) const INITIAL: f64 = 2.0;
pub(super) const NICKNAME: f64 = 1.8;
pub(super) const OTHER_GIVEN_NAME: f64 = 0.8;
pub(super) const PLURAL: f64 = 1.2;
pub(super) const CLIPPED: f64 = 0.0;
pub(super) const CLIPPED_ALONE: f64 = -2.2;
/// Words in scripts that are not compared say nothing either way but for how rare a chance match is.
pub(super) const OTHER_SCRIPT: f64 = -2.2;
pub(super) const ACRONYM: f64 = 2.5;
pub(super) const KNOWN_ACRONYM: f64 = -2.0;
pub(super) const SHORT_ACRONYM: f64 = 0.8;
pub(super) const ANAGRAM: f64 = -0.8;
pub(super) const LEGAL_FORM: f64 = 2.5;
pub(super) const OTHER_LEGAL_FORM: f64 = 0.6;
/// A country's name is spelled one way: a near form that the lexicon lacks is a misprint or another name.
pub(super) const NEAR_COUNTRY: f64 = -2.5;
/// What forbids: known names, generations, numbers, other acronyms.
pub(super) const FORBIDDEN: f64 = -6.0;
/// What the lexicon or the caller says is one.
pub(super) const KNOWN: f64 = 6.0;

pub(super) const OTHER_NUMBER: f64 = -2.5;

/// How far the nearest words without a partner are: less than sure to be other words where they are near.
pub(super) fn near(distance: u16) -> f64 {
    (f64::from(150_u16.saturating_sub(distance)) / 70.0).min(1.0) * 1.5
}

/// What the caller says outweighs all else.
pub(super) const TOLD: f64 = 12.0;

pub(super) fn by_distance(distance: u16) -> f64 {
    let mut last = (0, 4.0);
    for &(at, odds) in BY_DISTANCE {
        if distance <= at {
            if at == last.0 {
                return odds;
            }
            let share = f64::from(distance - last.0) / f64::from(at - last.0);
            return last.1 + share * (odds - last.1);
        }
        last = (at, odds);
    }
    last.1
}
