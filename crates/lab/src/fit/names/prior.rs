//! The prior costs of the distance: hand-written rules and hand-set costs.

use testimonia::compare::name::Position::{self, Any, BeforeVowel, End, Start};

/// Groups of rules with the same cost, in hundredths of a letter; `x~` is a letter that one spelling omits.
pub(super) const RULES: &[(u8, Position, &str)] = &[
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
    (8, End, "y~iy y~yi y~ii y~yy y~yj"),
    (8, End, "in~ine an~ane en~ene on~one oun~oune et~ette"),
    (10, End, "e~ h~ ah~a ah~e eh~e eh~a he~h"),
    (12, BeforeVowel, "gu~g"),
    (
        12,
        Any,
        "qu~k kh~h kh~k kh~ch kh~x gh~g gh~q gh~k dh~d th~t bh~b q~g sh~ch sh~sch sch~ch sh~sz cz~ch s~ss",
    ),
    (12, Any, "shch~schtsch shch~chtch shch~stch zh~j zh~z zh~sch zh~g dzh~j dzh~dj j~g dh~z"),
    (12, Start, "q~g k~g kh~q gh~dh y~"),
    (15, Start, "di~j gb~b"),
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
    (15, Any, "ti~tchi ti~chi ti~tshi di~dji di~ji ki~chi ky~chi ki~tchi ke~che k~tch sci~shi h~ o~u e~i"),
    (20, Any, "w~v f~v ts~c ts~z tz~ts tz~z ts~s s~z zz~ts x~ks ng~n"),
    (12, Any, "ce~se ci~si cy~sy scio~shu"),
    (22, Any, "a~e"),
    (30, Any, "b~v d~t b~p n~m"),
    (35, Any, "a~o u~e o~e"),
    (50, Any, "a~i a~u i~o i~u"),
];

/// Rules suggested by a language's spelling without an established cost: kept only if the pairs support them.
pub(super) const CANDIDATES: &[(u8, Position, &str)] = &[
    (25, Any, "ae~e ae~a ae~ai oe~o oe~e oe~u ue~u ue~i eu~oi eu~o eo~o eo~u eo~io"),
    (
        20,
        Any,
        "j~y j~i ij~y ij~iy ji~yi aj~ai aj~ay ej~ei ej~ey yj~y oj~oy uj~uy ja~ya ja~ia jo~yo ju~yu je~ye jew~ev",
    ),
    (25, Any, "au~o aw~o aw~a au~a eau~o ao~o oa~o ow~o ow~ou ow~au oe~ow ew~u ew~oo ue~oo ew~ou ui~u ui~oo"),
    (
        25,
        Any,
        "ee~ea ea~e ea~i ea~ei ie~ee ie~ea ey~i ey~ee ei~ee ai~a ay~a ai~ea eigh~ay eigh~ai igh~y igh~i ough~o augh~o",
    ),
    (25, End, "eigh~ey eigh~y eigh~ee ie~y ie~ey ee~y ee~ey ie~i ey~i ea~ia ia~iah ya~iya"),
    (
        25,
        End,
        "eau~o eaux~o aux~o aud~o ault~o aut~o ot~o aux~au ou~o oh~o uh~u oo~u ow~o owe~o oe~o ou~u t~ s~ x~ d~ p~ ld~l",
    ),
    (
        25,
        End,
        "que~c que~k que~ck gue~g ke~k ck~k re~er le~el er~a er~ar or~er ur~er our~or ce~s ce~ss se~s se~z ze~s ze~z sse~s ss~z ts~z tz~ts es~s",
    ),
    (25, End, "dt~t dt~d ght~t th~t nd~n mb~m gn~n nn~n lle~l tte~t nne~n sse~ss us~ e~a"),
    (20, End, "sky~ski skiy~sky skyi~sky skyj~sky skij~sky skii~sky ski~skiy ski~skij"),
    (
        20,
        End,
        "vich~vitch vich~vic vich~wicz vich~witz vich~witsch vitch~wicz vits~vitz vich~vits vitz~wicz vitz~witz ic~itch ich~itch ich~its ich~itz",
    ),
    (20, End, "ovsky~owski kov~koff yev~ieff"),
    (
        20,
        Start,
        "kn~n wr~r wh~w ps~s rh~r gn~n hs~s ts~t mac~mc mc~mk mac~mk mc~mck saint~st ye~e io~yo ia~ya ie~ye iu~yu y~ yu~u yo~o j~y hy~y wo~o u~w",
    ),
    (
        20,
        Any,
        "x~cks x~cs x~gs xs~x ks~cks cc~ks x~z x~s dge~j dg~j dg~g dge~ge dzs~j cs~ch cs~c gy~j gy~dy gy~di ny~n ny~ni gn~ny gn~ni gn~n ly~l ly~li ll~ly nh~ny nh~n lh~l",
    ),
    (
        20,
        Any,
        "tz~c cz~c cz~ts cz~tch sz~s sz~sh sz~ch rz~r rz~z sc~s sc~sh sci~si sch~s sch~sk sc~sk ch~k ch~kh ch~h ch~c ch~g ch~ck chs~x th~s th~d dh~t th~tt th~z zh~s zs~zh zs~z ss~sh s~sh s~ch z~ch j~ch j~zh j~sh",
    ),
    (
        20,
        Any,
        "gh~ g~gg gh~y yh~y gu~w gu~v hu~w hu~v gw~w qu~kw qu~cu qu~kv cu~k cqu~ck cqu~k ck~g cks~ks cht~kt cht~ht ght~ht ght~gt",
    ),
    (
        20,
        Any,
        "pf~f ff~v ph~p ph~v bb~pp mp~m pt~t ct~t ct~k ct~kt kt~t kt~ct ld~l lk~k ls~s st~s zt~st ng~nk nk~nc nc~nk mn~n",
    ),
    (20, Any, "ti~ci ti~si tia~cia tia~sha ti~shi chi~ci ci~si si~shi zi~si ji~zi gi~ji gi~zhi di~zi"),
    (
        20,
        Any,
        "ou~o ou~au ou~oo oou~u oo~o oh~o oo~u eh~e ah~a ih~i uh~u aw~ao ow~ao ow~av ev~eu av~aw ew~ef",
    ),
    (
        20,
        Any,
        "er~re el~le en~ne or~er ar~er er~ir ir~ur er~ur ear~er ear~ir aer~er air~er aire~er are~air ere~ear",
    ),
    (20, Any, "eo~ye yeo~yo yeo~eo eon~un wei~way wai~way hye~he wo~uo ui~wi ue~we oi~wa oi~ua"),
    (
        20,
        Any,
        "iou~iu ieu~u ieu~iu ye~e ya~a yo~o yu~u ia~a io~o iu~u ie~e iy~y yy~iy yi~y ai~ei ai~i ay~i ay~y ei~y ey~e eye~ey aye~ay oye~oy ae~ay ae~ey",
    ),
];

pub(super) fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// A replaced letter.
pub(super) fn replaced(a: u8, b: u8) -> u8 {
    match (is_vowel(a), is_vowel(b)) {
        (true, true) => 60,
        (false, false) => 100,
        _ => 120,
    }
}

/// An added letter: at the beginning of both words (0), within (1), at the end of both (2).
pub(super) fn added(place: usize, letter: u8) -> u8 {
    match (is_vowel(letter), place) {
        (true, 0) => 63,
        (false, 0) => 126,
        (true, _) => 45,
        (false, _) => 90,
    }
}

pub(super) const DOUBLED: u8 = 5;
pub(super) const EXCHANGED: u8 = 30;
