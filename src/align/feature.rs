//! Features: what two sentences have in common, as numbers that [`Weights`](crate::align::Weights) turn into a probability.

use crate::align::frame::{Clauses, Frames};
use crate::align::overlay::{LONG, overlay};
use crate::align::profile::{Figure, NONE, Profile, Profiles, trait_of};
use crate::align::soft::Soft;
use crate::align::stated::Stated;
use crate::align::vector::cosine;
use crate::math::{ln, square};

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident $text:literal,)*) => {
        /// A number that describes a pair of sentences. Those before [`Feature::Later`] need only the two sentences; those from
        /// there on need the sources around them; those from [`Feature::Path`] on need the probabilities of other pairs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Feature { $($(#[$doc])* $name,)* }

        impl Feature {
            /// All features, in order.
            pub const ALL: &'static [Feature] = &[$(Feature::$name,)*];

            /// Its name in the file of weights.
            pub fn name(self) -> &'static str {
                match self { $(Feature::$name => $text,)* }
            }
        }
    };
}

features! {
    /// Cosine of terms, weighted by blended idf.
    Cosine "cosine",
    /// Cosine of terms, weighted by background idf.
    CosineBackground "cosine_background",
    /// Cosine of character 4-grams.
    Grams "grams",
    /// The square of `Grams`.
    GramsSquare "grams_square",
    /// Shared idf divided by that of the sentence with less.
    Containment "containment",
    /// Shared idf divided by that of the sentence with more.
    Coverage "coverage",
    /// Shared idf, as a logarithm.
    Shared "shared",
    /// Shared idf of terms that are not names, as a logarithm.
    SharedPlain "shared_plain",
    /// Shared background idf of terms that are uncommon in news.
    SharedUncommon "shared_uncommon",
    /// Idf that the other sentence lacks, for the sentence with less of it, as a logarithm.
    OddLess "odd_less",
    /// The same for the sentence with more of it.
    OddMore "odd_more",
    /// Number of shared terms, up to 8.
    Count "count",
    /// No term is shared.
    CountNone "count_none",
    /// Exactly one term is shared.
    CountOne "count_one",
    /// Length of the longest run of words in common, as a logarithm.
    Run "run",
    /// The same, if both sentences contain quotation marks.
    RunQuoted "run_quoted",
    /// Both sentences contain quotation marks.
    BothQuoted "both_quoted",
    /// One sentence contains quotation marks, the other does not.
    OneQuoted "one_quoted",
    /// The fraction of all words that the other sentence has too: the smaller of the two fractions.
    MatchedLess "matched_less",
    /// The larger of the two.
    MatchedMore "matched_more",
    /// The square of the smaller: near-identical sentences count for more than twice as much as half-identical ones.
    MatchedSquare "matched_square",
    /// The product of both.
    MatchedBoth "matched_both",
    /// The fraction of words in common runs of two or more: the smaller.
    TiledLess "tiled_less",
    /// The larger.
    TiledMore "tiled_more",
    /// The same for runs of three or more: the smaller.
    LongTiledLess "long_tiled_less",
    /// The larger.
    LongTiledMore "long_tiled_more",
    /// The fraction of idf that the other sentence has too, or something similar: the smaller.
    SoftLess "soft_less",
    /// The larger.
    SoftMore "soft_more",
    /// The product of both.
    SoftBoth "soft_both",
    /// The fraction of a clause's idf that the other sentence has too, or something similar, for the clause where it is largest:
    /// the smaller of the two sentences' values.
    ClauseToldLess "clause_told_less",
    /// The larger.
    ClauseToldMore "clause_told_more",
    /// The same for the clause where it is smallest: the smaller.
    ClauseUntoldLess "clause_untold_less",
    /// The larger.
    ClauseUntoldMore "clause_untold_more",
    /// Idf of what the other sentence has only in other words, as a logarithm: the smaller.
    LikeLess "like_less",
    /// The larger.
    LikeMore "like_more",
    /// Cosine of the sentences' vectors.
    Direction "direction",
    /// The same without the component common to all sentences.
    DirectionOwn "direction_own",
    /// Kinds of happenings that both report, up to 4.
    Happenings "happenings",
    /// These as a fraction of the kinds in the sentence with more.
    HappeningsLess "happenings_less",
    /// These as a fraction of the kinds in the sentence with fewer.
    HappeningsMore "happenings_more",
    /// Both report happenings, but none of the same kind.
    HappeningsNone "happenings_none",
    /// Numbers of equal value, up to 3.
    Numbers "numbers",
    /// Numbers of equal value before the same noun.
    NumbersNoun "numbers_noun",
    /// Numbers of different value before the same noun.
    NumbersClash "numbers_clash",
    /// Both contain numbers, but share none.
    NumbersNone "numbers_none",
    /// Numbers that only one of them contains, up to 4.
    NumbersOdd "numbers_odd",
    /// Both give a time in figures, but share none.
    CalendarClash "calendar_clash",
    /// Shared idf of names, divided by that of the sentence with fewer.
    Names "names",
    /// The same, divided by that of the sentence with more.
    NamesMore "names_more",
    /// Both contain names, but share none.
    NamesNone "names_none",
    /// Length of the shorter sentence, as a logarithm.
    Shorter "shorter",
    /// Length of the longer sentence, as a logarithm.
    Longer "longer",
    /// The shorter length divided by the longer.
    Ratio "ratio",
    /// One contains a denial, the other does not.
    OneNegated "one_negated",
    /// One begins with a pronoun.
    OnePronoun "one_pronoun",
    /// Both do.
    BothPronoun "both_pronoun",
    /// One reports speech.
    OneSpeech "one_speech",
    /// Both do.
    BothSpeech "both_speech",
    /// One refers to an earlier time.
    OnePast "one_past",
    /// Both do.
    BothPast "both_past",
    /// Position of the later sentence in its source, as a logarithm.
    Later "later",
    /// Position of the earlier sentence.
    Earlier "earlier",
    /// Relative position of the later sentence.
    LaterRelative "later_relative",
    /// Difference of the relative positions.
    Apart "apart",
    /// Both are among the first three of their sources.
    BothLead "both_lead",
    /// One is.
    OneLead "one_lead",
    /// One is a headline or heading.
    OneHeading "one_heading",
    /// Both are.
    BothHeading "both_heading",
    /// One is the first of its source.
    OneFirst "one_first",
    /// Shared idf of terms that few sentences of the collection contain.
    Rare "rare",
    /// Shared idf of terms that appear only in these two sources.
    Exclusive "exclusive",
    /// Shared idf of terms that most sources lack, divided by that of the sentence with fewer.
    Specific "specific",
    /// The same, divided by that of the sentence with more.
    SpecificMore "specific_more",
    /// The smaller fraction of terms that most sources contain.
    CoreLess "core_less",
    /// The larger fraction.
    CoreMore "core_more",
    /// Shared idf of those terms.
    CoreShared "core_shared",
    /// Both name a time, and at least one of each agrees.
    TimesAgree "times_agree",
    /// Both name a time, and no two agree.
    TimesClash "times_clash",
    /// One names a time well before publication, the other none.
    OneBefore "one_before",
    /// One names a time well before publication, the other a recent one.
    BeforeRecent "before_recent",
    /// Amounts of the same thing that agree, up to 2.
    AmountsAgree "amounts_agree",
    /// Amounts of the same thing that disagree.
    AmountsClash "amounts_clash",
    /// Shared idf of the two clauses that share most, as a logarithm.
    ClauseShared "clause_shared",
    /// The same without terms that most sources contain.
    ClauseSpecific "clause_specific",
    /// Shared idf divided by that of the clause with less, for the two clauses where it is largest.
    ClauseContainment "clause_containment",
    /// The same, divided by that of the clause with more.
    ClauseCoverage "clause_coverage",
    /// Different words for one kind of happening, and different names of one place or organisation: their idf, as a logarithm.
    Senses "senses",
    /// Both report what named persons or organisations say, and at least one of these is in both.
    SpeakersAgree "speakers_agree",
    /// Both do, but none is in both.
    SpeakersClash "speakers_clash",
    /// The first names in both are the same.
    SubjectsAgree "subjects_agree",
    /// Both contain names, and the first are not the same.
    SubjectsClash "subjects_clash",
    /// Two clauses with similar verbs: the greatest similarity of the verbs, times what the clauses share beside them.
    FrameAny "frame_any",
    /// The same, for what is shared before the verbs.
    FrameActor "frame_actor",
    /// The same, for what is shared after the verbs.
    FrameActed "frame_acted",
    /// The same, for both.
    FrameFull "frame_full",
    /// The clauses have the same actor, who does different things.
    FrameOther "frame_other",
    /// Both name persons, and at least one is in both.
    PersonsAgree "persons_agree",
    /// Both do, but none is in both.
    PersonsClash "persons_clash",
    /// Both name places, and at least one is in both.
    PlacesAgree "places_agree",
    /// Both do, but none is in both.
    PlacesClash "places_clash",
    /// Cosine of all words, weighted by how few of the sentences at hand contain them.
    Worded "worded",
    /// Cosine of the sentences' words, each joined by the words that other sources use to say the same.
    Retold "retold",
    /// The same with those words joined to only one of the two: the smaller cosine.
    RetoldLess "retold_less",
    /// The larger.
    RetoldMore "retold_more",
    /// The best path from one to the other through a sentence of a third source.
    Path "path",
    /// All such paths.
    Paths "paths",
    /// The best path through a source that copies neither.
    PathApart "path_apart",
    /// All such paths.
    PathsApart "paths_apart",
    /// The best pair of one sentence's neighbour and the other sentence.
    Cross "cross",
    /// The best pair of a neighbour of each, on the same side.
    Beside "beside",
    /// The pair's probability as a fraction of the best that either sentence has in the other's source.
    Best "best",
    /// The same as a fraction of the lesser of the two bests.
    BestLess "best_less",
    /// In how many other sources the less reported sentence has a match, as the sum of the best probabilities.
    ToldLess "told_less",
    /// The same for the more reported sentence.
    ToldMore "told_more",
    /// The fraction of a source's other sentences that have a match in the other source: the smaller, as a square root.
    KinLess "kin_less",
    /// The larger.
    KinMore "kin_more",
    /// Log-odds from all the features before.
    Own "own",
}

/// The number of features.
pub const FEATURES: usize = Feature::ALL.len();

/// The features of a pair, by position.
pub type Features = [f32; FEATURES];

impl Feature {
    /// True if it depends on the two sentences alone.
    pub fn is_of_pair(self) -> bool {
        self < Feature::Later
    }

    /// True if it depends on the probabilities of other pairs.
    pub fn is_of_context(self) -> bool {
        self >= Feature::Path
    }
}

struct Setter<'a>(&'a mut Features);

impl Setter<'_> {
    fn set(&mut self, feature: Feature, value: f32) {
        if let Some(slot) = self.0.get_mut(feature as usize) {
            *slot = value;
        }
    }

    fn flag(&mut self, feature: Feature, holds: bool) {
        self.set(feature, f32::from(u8::from(holds)));
    }

    /// Sets one feature if both sentences have a trait, another if only one has it.
    fn traits(&mut self, one: Feature, both: Option<Feature>, which: u16, a: &Profile, b: &Profile) {
        let (a, b) = (a.traits & which != 0, b.traits & which != 0);
        self.flag(one, a != b);
        if let Some(both) = both {
            self.flag(both, a && b);
        }
    }
}

/// Fills in the features that do not depend on the probabilities of other pairs. Cost: linear in the lengths of the two
/// sentences, except for the longest run, which is bounded.
pub(super) fn compare(all: &Profiles, a: usize, b: usize, out: &mut Features) {
    let (x, y) = (&all.sentences[a], &all.sentences[b]);
    let mut out = Setter(out);
    overlap(all, a, b, &mut out);
    let (m, n) = (all.sequence(a).len().max(1) as f32, all.sequence(b).len().max(1) as f32);
    let overlay = overlay(all.sequence(a), all.sequence(b));
    let run = overlay.run;
    for (at, less, more) in [
        (0, Feature::MatchedLess, Feature::MatchedMore),
        (1, Feature::TiledLess, Feature::TiledMore),
        (2, Feature::LongTiledLess, Feature::LongTiledMore),
    ] {
        let long = LONG as f32;
        let p = overlay.covered[0][at] as f32 / m.min(long);
        let q = overlay.covered[1][at] as f32 / n.min(long);
        if at == 0 {
            out.set(Feature::MatchedSquare, square(p.min(q)));
            out.set(Feature::MatchedBoth, p * q);
        }
        out.set(less, p.min(q));
        out.set(more, p.max(q));
    }
    let quoted = x.traits & y.traits & trait_of::QUOTED != 0;
    out.set(Feature::Run, ln(1.0 + f32::from(run)));
    out.set(Feature::RunQuoted, if quoted { ln(1.0 + f32::from(run)) } else { 0.0 });
    out.traits(Feature::OneQuoted, Some(Feature::BothQuoted), trait_of::QUOTED, x, y);
    out.traits(Feature::OneNegated, None, trait_of::NEGATED, x, y);
    out.traits(Feature::OnePronoun, Some(Feature::BothPronoun), trait_of::PRONOUN, x, y);
    out.traits(Feature::OneSpeech, Some(Feature::BothSpeech), trait_of::SPEECH, x, y);
    out.traits(Feature::OnePast, Some(Feature::BothPast), trait_of::PAST, x, y);
    figures(all.figures(a), all.figures(b), &mut out);
    out.set(Feature::Ratio, m.min(n) / m.max(n));
    out.set(Feature::Shorter, ln(1.0 + m.min(n)));
    out.set(Feature::Longer, ln(1.0 + m.max(n)));
    place(x, y, &mut out);
    stated(all.stated(a), all.stated(b), &mut out);
}

/// What the mentions in the two sentences say about times and amounts.
fn stated(x: &Stated, y: &Stated, out: &mut Setter<'_>) {
    let timed = !x.times.is_empty() && !y.times.is_empty();
    let agree = x.times.iter().any(|p| y.times.iter().any(|q| p.agrees(q)));
    out.flag(Feature::TimesAgree, agree);
    out.flag(Feature::TimesClash, timed && !agree);
    let (before_x, before_y) = (x.is_before(), y.is_before());
    out.flag(Feature::OneBefore, before_x && y.times.is_empty() || before_y && x.times.is_empty());
    out.flag(Feature::BeforeRecent, timed && before_x != before_y);
    let (mut same, mut clash) = (0_u32, false);
    for p in &x.amounts {
        for q in y.amounts.iter().filter(|q| p.of == q.of) {
            let overlap = p.low <= q.high && q.low <= p.high;
            same += u32::from(overlap);
            clash |= !overlap;
        }
    }
    out.set(Feature::AmountsAgree, same.min(2) as f32);
    out.flag(Feature::AmountsClash, clash && same == 0);
    let (x, y) = (&x.voices, &y.voices);
    out.set(Feature::Senses, ln(1.0 + x.shared_senses(y)));
    let voiced = !x.speakers.is_empty() && !y.speakers.is_empty();
    let one = x.speakers.iter().any(|speaker| y.speakers.contains(speaker));
    out.flag(Feature::SpeakersAgree, one);
    out.flag(Feature::SpeakersClash, voiced && !one);
    let subjects = x.subject.zip(y.subject);
    out.flag(Feature::SubjectsAgree, subjects.is_some_and(|(p, q)| p == q));
    out.flag(Feature::SubjectsClash, subjects.is_some_and(|(p, q)| p != q));
    for (agree, clash, p, q) in [
        (Feature::PersonsAgree, Feature::PersonsClash, &x.persons, &y.persons),
        (Feature::PlacesAgree, Feature::PlacesClash, &x.places, &y.places),
    ] {
        let one = p.iter().any(|name| q.contains(name));
        out.flag(agree, one);
        out.flag(clash, !one && !p.is_empty() && !q.is_empty());
    }
}

/// What the terms and 4-grams have in common.
fn overlap(all: &Profiles, a: usize, b: usize, out: &mut Setter<'_>) {
    let (x, y) = (&all.sentences[a], &all.sentences[b]);
    let (mut dot, mut dot_background) = (0.0_f32, 0.0_f32);
    let (mut shared, mut plain, mut names, mut uncommon) = (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
    let (mut rare, mut exclusive, mut core, mut count) = (0.0_f32, 0.0_f32, 0.0_f32, 0_u32);
    let mut clauses = Clauses::default();
    let mut frames = Frames::of(all, a, b);
    let few = (2 + all.sentences.len() as u32 / 50).min(10);
    let (terms_a, terms_b) = (all.terms(a), all.terms(b));
    let mut soft = Soft::default();
    let (mut i, mut j) = (0, 0);
    while let (Some(p), Some(q)) = (terms_a.get(i), terms_b.get(j)) {
        if p.term != q.term {
            if p.term < q.term {
                i += 1;
            } else {
                j += 1;
            }
            continue;
        }
        soft.share(i, j);
        let term = p.term as usize;
        let (idf, background) = (all.idf[term], all.vocabulary.background[term]);
        dot += p.weight * q.weight * idf * idf;
        dot_background += p.weight * q.weight * background * background;
        shared += idf;
        if all.is_name[term] {
            names += idf;
        } else {
            plain += idf;
        }
        uncommon += if background > 6.0 { background - 6.0 } else { 0.0 };
        rare += if all.frequency[term] <= few { idf } else { 0.0 };
        exclusive += if all.spread[term] <= 2 && all.sources > 2 { idf } else { 0.0 };
        core += if all.spread[term] >= 2 && 2 * all.spread[term] > all.sources { idf } else { 0.0 };
        count += 1;
        let widely = all.spread[term] >= 2 && 2 * all.spread[term] > all.sources;
        clauses.share(p.clauses, q.clauses, idf, !widely);
        if let Some(frames) = &mut frames {
            frames.share(p, q, idf);
        }
        i += 1;
        j += 1;
    }
    soft.compare(&all.vocabulary, terms_a, terms_b);
    let likes = soft.likes(&all.idf, terms_a, terms_b);
    liken(shared, likes, (x.mass, y.mass), out);
    let told_x = soft.told(0, &all.idf, terms_a, all.clauses(a));
    let told_y = soft.told(1, &all.idf, terms_b, all.clauses(b));
    out.set(Feature::ClauseToldLess, told_x.1.min(told_y.1));
    out.set(Feature::ClauseToldMore, told_x.1.max(told_y.1));
    out.set(Feature::ClauseUntoldLess, told_x.0.min(told_y.0));
    out.set(Feature::ClauseUntoldMore, told_x.0.max(told_y.0));
    if let Some(frames) = frames {
        let found = frames.sum_up(all, a, b);
        out.set(Feature::FrameAny, found.any);
        out.set(Feature::FrameActor, found.actor);
        out.set(Feature::FrameActed, found.acted);
        out.set(Feature::FrameFull, found.full);
        out.flag(Feature::FrameOther, found.other);
    }
    happenings(all.happenings(a), all.happenings(b), out);
    let direction = cosine(&all.directions[a], &all.directions[b]);
    out.set(Feature::Direction, direction);
    let left = (1.0 - x.common * x.common) * (1.0 - y.common * y.common);
    out.set(Feature::DirectionOwn, (direction - x.common * y.common) / left.sqrt().max(0.1));
    out.set(Feature::Cosine, dot / (x.norm * y.norm).max(1e-6));
    out.set(Feature::CosineBackground, dot_background / (x.norm_background * y.norm_background).max(1e-6));
    out.set(Feature::Containment, shared / x.mass.min(y.mass).max(1e-6));
    out.set(Feature::Coverage, shared / x.mass.max(y.mass).max(1e-6));
    out.set(Feature::Shared, ln(1.0 + shared));
    out.set(Feature::SharedPlain, ln(1.0 + plain));
    out.set(Feature::SharedUncommon, uncommon.min(12.0));
    let (odd_x, odd_y) = ((x.mass - shared).max(0.0), (y.mass - shared).max(0.0));
    out.set(Feature::OddLess, ln(1.0 + odd_x.min(odd_y)));
    out.set(Feature::OddMore, ln(1.0 + odd_x.max(odd_y)));
    out.set(Feature::Count, count.min(8) as f32);
    out.flag(Feature::CountNone, count == 0);
    out.flag(Feature::CountOne, count == 1);
    let (of_x, of_y) = (x.names * x.mass, y.names * y.mass);
    let fewer = of_x.min(of_y);
    out.set(Feature::Names, if fewer > 0.0 { names / fewer } else { 0.0 });
    out.set(Feature::NamesMore, if fewer > 0.0 { names / of_x.max(of_y) } else { 0.0 });
    out.flag(Feature::NamesNone, fewer > 0.0 && names == 0.0);
    out.set(Feature::Rare, ln(1.0 + rare));
    out.set(Feature::Exclusive, ln(1.0 + exclusive));
    out.set(Feature::CoreShared, ln(1.0 + core));
    let (of_x, of_y) = ((1.0 - x.core) * x.mass, (1.0 - y.core) * y.mass);
    out.set(Feature::Specific, (shared - core) / of_x.min(of_y).max(1.0));
    out.set(Feature::SpecificMore, (shared - core) / of_x.max(of_y).max(1.0));
    out.set(Feature::CoreLess, x.core.min(y.core));
    out.set(Feature::CoreMore, x.core.max(y.core));
    let found = clauses.sum_up(all.clauses(a), all.clauses(b));
    out.set(Feature::ClauseShared, ln(1.0 + found.most));
    out.set(Feature::ClauseSpecific, ln(1.0 + found.specific));
    out.set(Feature::ClauseContainment, found.containment);
    out.set(Feature::ClauseCoverage, found.coverage);
    let (left, right) = (all.grams(a), all.grams(b));
    let (mut i, mut j, mut dot) = (0, 0, 0.0);
    while let (Some(&(p, v)), Some(&(q, w))) = (left.get(i), right.get(j)) {
        i += usize::from(p <= q);
        j += usize::from(q <= p);
        dot += if p == q { v * w } else { 0.0 };
    }
    let cosine = dot / (x.norm_grams * y.norm_grams).max(1e-6);
    out.set(Feature::Grams, cosine);
    out.set(Feature::GramsSquare, cosine * cosine);
}

/// What is shared if similar terms count as the same.
fn liken(shared: f32, (p, q): (f32, f32), (of_x, of_y): (f32, f32), out: &mut Setter<'_>) {
    let (x, y) = ((shared + p) / of_x.max(1e-6), (shared + q) / of_y.max(1e-6));
    out.set(Feature::SoftLess, x.min(y));
    out.set(Feature::SoftMore, x.max(y));
    out.set(Feature::SoftBoth, x * y);
    out.set(Feature::LikeLess, ln(1.0 + p.min(q)));
    out.set(Feature::LikeMore, ln(1.0 + p.max(q)));
}

/// Which kinds of events both report, in whatever words; both lists are sorted.
fn happenings(x: &[u32], y: &[u32], out: &mut Setter<'_>) {
    let (mut i, mut j, mut shared) = (0, 0, 0_u8);
    while let (Some(p), Some(q)) = (x.get(i), y.get(j)) {
        i += usize::from(p <= q);
        j += usize::from(q <= p);
        shared += u8::from(p == q);
    }
    let (less, more) = (x.len().min(y.len()), x.len().max(y.len()));
    out.set(Feature::Happenings, f32::from(shared.min(4)));
    out.set(Feature::HappeningsLess, f32::from(shared) / more.max(1) as f32);
    out.set(Feature::HappeningsMore, f32::from(shared) / less.max(1) as f32);
    out.flag(Feature::HappeningsNone, less > 0 && shared == 0);
}

fn figures(a: &[Figure], b: &[Figure], out: &mut Setter<'_>) {
    let (mut same, mut with_noun, mut clash) = (0_u32, 0_u32, 0_u32);
    let (mut calendar, mut calendar_same) = ([0_u32; 2], 0_u32);
    let (mut counts, few) = ([0_u32; 2], 16);
    for p in a.iter().take(few) {
        calendar[0] += u32::from(p.calendar);
        counts[0] += u32::from(!p.calendar);
    }
    for q in b.iter().take(few) {
        calendar[1] += u32::from(q.calendar);
        counts[1] += u32::from(!q.calendar);
    }
    for p in a.iter().take(few) {
        for q in b.iter().take(few) {
            let equal = p.value == q.value;
            if p.calendar || q.calendar {
                calendar_same += u32::from(equal);
                continue;
            }
            let noun = p.nouns.iter().any(|n| *n != NONE && q.nouns.contains(n));
            same += u32::from(equal);
            with_noun += u32::from(equal && noun);
            clash += u32::from(!equal && noun);
        }
    }
    out.set(Feature::Numbers, same.min(3) as f32);
    out.set(Feature::NumbersNoun, with_noun.min(2) as f32);
    out.flag(Feature::NumbersClash, clash > 0 && with_noun == 0);
    out.flag(Feature::NumbersNone, counts[0] > 0 && counts[1] > 0 && same == 0);
    let odd = |these: &[Figure], those: &[Figure]| {
        let those = &those[..those.len().min(few)];
        these.iter().take(few).filter(|p| !those.iter().any(|q| p.value == q.value)).count()
    };
    out.set(Feature::NumbersOdd, (odd(a, b) + odd(b, a)).min(4) as f32);
    out.flag(Feature::CalendarClash, calendar[0] > 0 && calendar[1] > 0 && calendar_same == 0);
}

fn place(x: &Profile, y: &Profile, out: &mut Setter<'_>) {
    let relative = |p: &Profile| p.position as f32 / p.of.max(2) as f32;
    let (later, earlier) = (x.position.max(y.position), x.position.min(y.position));
    out.set(Feature::Later, ln(1.0 + later as f32));
    out.set(Feature::Earlier, ln(1.0 + earlier as f32));
    out.set(Feature::LaterRelative, relative(x).max(relative(y)));
    out.set(Feature::Apart, (relative(x) - relative(y)).abs());
    out.flag(Feature::BothLead, later < 3);
    out.flag(Feature::OneLead, earlier < 3 && later >= 3);
    out.flag(Feature::OneFirst, earlier == 0);
    out.traits(Feature::OneHeading, Some(Feature::BothHeading), trait_of::HEADING, x, y);
}
