//! Letter groups that spell one sound: the rules of the distance, each with its cost.
//!
//! Names reach English news by several roads: French, German and English ways to write Arabic, Russian or Hausa sounds, and
//! old and new romanisations. Each rule is a pair of letter groups that stand for one sound on two such roads. After the
//! substitution lists of JRC-Names (Steinberger et al. 2011), with costs of our own in hundredths of a letter.

use std::sync::LazyLock;

/// Where in a word a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    Any,
    Start,
    End,
    BeforeVowel,
}

use Position::{Any, BeforeVowel, End, Start};

/// Groups of rules of one cost; `x~` is a letter that one spelling leaves out.
const RULES: &[(u16, Position, &str)] = &[
    // One convention of spelling for another: nothing is heard.
    (
        5,
        Any,
        "ou~u oo~u oo~ou w~ou iou~yu dj~j tch~ch tsch~ch tsh~ch tsch~tch tsh~tch tch~c tsch~c tsh~c dsch~j",
    ),
    (
        5,
        Any,
        "c~k ck~k cc~k kk~c ck~c q~k qq~k qq~kk cqu~k cqu~q ph~f y~i ee~i iy~i yi~i iyy~i ij~i ii~i yy~y aa~a uu~u",
    ),
    // Endings.
    (8, End, "y~iy y~yi y~ii y~yy y~yj"),
    (8, End, "in~ine an~ane en~ene on~one oun~oune et~ette"),
    (10, End, "e~ h~ ah~a ah~e eh~e eh~a he~h"),
    // Schemes of romanisation.
    (12, BeforeVowel, "gu~g"),
    (
        12,
        Any,
        "qu~k kh~h kh~k kh~ch kh~x gh~g gh~q gh~k dh~d th~t bh~b q~g sh~ch sh~sch sch~ch sh~sz cz~ch s~ss",
    ),
    (12, Any, "shch~schtsch shch~chtch shch~stch zh~j zh~z zh~sch zh~g dzh~j dzh~dj j~g dh~z"),
    (12, Start, "q~g k~g kh~q gh~dh y~"),
    (15, Start, "di~j gb~b"),
    // Glides and diphthongs.
    (
        12,
        Any,
        "ie~i ei~i ei~ai ei~ay ei~e ei~ey ei~eyi ey~ai ey~y ey~e ai~e ay~e eu~yu ye~e ye~ie ya~ia yo~io yu~iu",
    ),
    (
        12,
        Any,
        "yu~iou iya~ia iye~ie iyo~io ia~iya aye~ae aye~aie oye~oie oy~oi yoy~oi aw~au av~au ao~au ao~aw oua~wa",
    ),
    (12, Any, "ua~wa oue~we oui~wi"),
    (12, End, "ov~ow ev~ew ev~iev ov~off off~ow ev~eff"),
    // Palatal sounds.
    (15, Any, "ti~tchi ti~chi ti~tshi di~dji di~ji ki~chi ky~chi ki~tchi ke~che k~tch sci~shi h~ o~u e~i"),
    // Sounds next to each other.
    (20, Any, "w~v f~v ts~c ts~z tz~ts tz~z ts~s s~z zz~ts x~ks ng~n"),
    (12, Any, "ce~se ci~si cy~sy scio~shu"),
    (22, Any, "a~e"),
    (30, Any, "b~v d~t b~p n~m"),
    (35, Any, "a~o u~e o~e"),
    // Dear on purpose: it is what parts Hamad and Hamid.
    (50, Any, "a~i a~u i~o i~u"),
];

/// A rule in one direction: what stands in the first name, what in the second, eight letters to a word of the machine.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    from: u64,
    to: u64,
    from_mask: u64,
    to_mask: u64,
    pub(super) from_length: u8,
    pub(super) to_length: u8,
    pub(super) position: Position,
    pub(super) cost: u16,
}

impl Rule {
    /// True where the next letters of the two names, packed by [`pack`], begin with the rule's.
    pub(super) fn begins(&self, a: u64, b: u64) -> bool {
        a & self.from_mask == self.from && b & self.to_mask == self.to
    }
}

/// The first eight letters, the first one highest.
pub(super) fn pack(letters: &[u8]) -> u64 {
    letters.iter().chain(&[0; 8]).take(8).fold(0, |packed, &letter| packed << 8 | u64::from(letter))
}

/// Codes of letters: `a` to `z` are 1 to 26; 0 stands for no letter in the index.
pub(super) const LETTERS: usize = 27;

/// Rules by the first letters of their two sides.
#[derive(Debug)]
pub(super) struct RuleIndex {
    rules: Vec<Rule>,
    starts: Vec<u16>,
}

impl RuleIndex {
    /// The rules whose sides begin with these codes (0: an empty side).
    pub(super) fn beginning(&self, a: u8, b: u8) -> &[Rule] {
        let cell = usize::from(a) * LETTERS + usize::from(b);
        let (Some(&from), Some(&to)) = (self.starts.get(cell), self.starts.get(cell + 1)) else {
            return &[];
        };
        self.rules.get(usize::from(from)..usize::from(to)).unwrap_or(&[])
    }
}

/// The index of all rules, in both directions.
pub(super) static INDEX: LazyLock<RuleIndex> = LazyLock::new(|| {
    let mut rules = Vec::new();
    for &(cost, position, pairs) in RULES {
        for pair in pairs.split(' ') {
            let (a, b) = pair.split_once('~').unwrap_or((pair, ""));
            rules.push(rule(a, b, cost, position));
            rules.push(rule(b, a, cost, position));
        }
    }
    let cell = |r: &Rule| (r.from >> 56) as usize * LETTERS + (r.to >> 56) as usize;
    rules.sort_by_key(|r| (cell(r), r.cost));
    let mut starts = vec![0_u16; LETTERS * LETTERS + 1];
    for r in &rules {
        starts[cell(r) + 1] += 1;
    }
    for n in 1..starts.len() {
        starts[n] += starts[n - 1];
    }
    RuleIndex { rules, starts }
});

fn rule(from: &str, to: &str, cost: u16, position: Position) -> Rule {
    let side = |text: &str| {
        let letters: Vec<u8> = text.bytes().map(|b| b - b'a' + 1).collect();
        let mask = pack(&vec![0xff; letters.len()]);
        (pack(&letters), mask, letters.len() as u8)
    };
    let ((from, from_mask, from_length), (to, to_mask, to_length)) = (side(from), side(to));
    Rule { from, to, from_mask, to_mask, from_length, to_length, position, cost }
}
