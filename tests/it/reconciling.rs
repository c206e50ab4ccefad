//! Properties of every reconciliation, whatever the texts.

use proptest::prelude::*;
use testimonia::{Reconciler, Reconciliation, Source, Span};

fn reconcile(sources: &[Source]) -> Reconciliation {
    Reconciler::new().reconcile(sources).unwrap()
}

/// Sentences as in news, with enough in common to link and to differ.
fn news() -> impl Strategy<Value = String> {
    let who = prop::sample::select(vec![
        "Gen. Oumar Diarra",
        "General Umar Diarra",
        "Mr Diarra",
        "The ministry",
        "Sara O'Neill",
    ]);
    let did = prop::sample::select(vec![
        "said",
        "denied on Tuesday",
        "told Reuters on July 26",
        "confirmed last week",
    ]);
    let what = prop::sample::select(vec![
        "that 23 people were killed in Zinder",
        "that at least 20 people died in Zinder",
        "that \"the region must come to its senses\"",
        "that “the region should come to reason”",
        "that the bridge over the Niger had fallen",
    ]);
    let sentence = (who, did, what).prop_map(|(who, did, what)| format!("{who} {did} {what}."));
    prop::collection::vec(sentence, 1..6).prop_map(|sentences| sentences.join(" "))
}

proptest! {
    #![proptest_config(crate::cases_of(64))]

    #[test]
    fn the_order_of_sources_does_not_matter(texts in prop::collection::vec(news(), 2..5), turn in 0_usize..4) {
        let sources: Vec<Source> = texts.iter().enumerate().map(|(n, t)| Source::new(format!("s{n}"), t.as_str())).collect();
        let mut turned = sources.clone();
        turned.rotate_left(turn % sources.len());
        turned.reverse();
        prop_assert_eq!(reconcile(&sources), reconcile(&turned));
    }

    #[test]
    fn json_reads_back(texts in prop::collection::vec(news(), 2..4)) {
        let sources: Vec<Source> = texts.iter().enumerate().map(|(n, t)| Source::new(format!("s{n}"), t.as_str())).collect();
        let made = reconcile(&sources);
        let json = serde_json::to_string(&made).unwrap();
        let read: Reconciliation = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&read, &made);
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), json);
    }

    #[test]
    fn no_text_makes_it_panic_and_every_span_slices(a in "\\PC{0,200}", b in "[\\p{L}\\p{N}\\p{P}\\p{S}\\p{Z}\\p{Cf}\\n\"“”'’.]{0,200}", c in news()) {
        let sources = [Source::new("a", a), Source::new("b", b), Source::new("c", c)];
        let made = reconcile(&sources);
        for record in &made.records {
            for mention in record.readings.iter().flat_map(|r| &r.mentions) {
                let text = sources.iter().find(|s| s.id() == mention.source).unwrap().text();
                prop_assert_eq!(mention.span.slice(text), mention.text.as_str());
                let (start, end) = (mention.characters.start, mention.characters.end);
                let characters: String = text.chars().skip(start).take(end - start).collect();
                prop_assert_eq!(&characters, &mention.text);
            }
        }
        for sentence in made.claims.iter().flat_map(|c| &c.sentences) {
            let text = sources.iter().find(|s| s.id() == sentence.source).unwrap().text();
            prop_assert!(!sentence.shared.is_empty());
            prop_assert!(sentence.shared.windows(2).all(|w| w[0].span.end <= w[1].span.start));
            let holds = |s: &Span| sentence.span.contains(*s) && !s.slice(text).is_empty();
            prop_assert!(sentence.shared.iter().all(|s| holds(&s.span)));
        }
        for outline in &made.sources {
            let text = sources.iter().find(|s| s.id() == outline.id).unwrap().text();
            for sentence in &outline.sentences {
                prop_assert!(!sentence.span.slice(text).is_empty());
            }
            prop_assert!(outline.sentences.windows(2).all(|w| w[0].span.end <= w[1].span.start));
        }
    }
}

/// A claim is coherent: no chain of links pulls in sentences that are linked with few of the others.
#[test]
fn a_chain_of_links_is_no_claim() {
    // Each report shares one half with the next; the first and the last share nothing.
    let halves = [
        "the harbour of Tolvik was closed by a storm",
        "a tanker with 40 tonnes of oil ran aground at Lemva",
        "Mayor Sidi Alkali resigned over the cost of the new clinic",
        "a court in Zinder freed 12 miners of all charges",
        "the Alder bridge collapsed under a train of grain",
        "teachers in Marnes began a strike for higher pay",
    ];
    let sources: Vec<Source> = halves
        .windows(2)
        .enumerate()
        .map(|(n, w)| Source::new(format!("s{n}"), format!("On Monday {} and {}.", w[0], w[1])))
        .collect();
    let made = reconcile(&sources);
    assert!(made.claims.iter().all(|claim| claim.sentences.len() <= 3), "{:#?}", made.claims);
}

#[test]
fn the_same_text_twice_has_no_discrepancy() {
    let text = "Niger's ambassador, Kiari Liman-Tinguiri, told AFP on Friday that 23 people had died. \
                \"This affair cannot succeed,\" he said.";
    let made = reconcile(&[Source::new("a", text), Source::new("b", text)]);
    assert_eq!(made.discrepancies().count(), 0);
    assert!(made.agreements().count() >= 3, "a name, a number and a quotation are shared");
}

#[test]
fn texts_in_other_languages_give_no_nonsense() {
    let french = "L'ambassadeur du Niger, Kiari Liman-Tinguiri, a déclaré vendredi que 23 personnes étaient mortes. \
                  « Cette affaire ne peut pas réussir », a-t-il ajouté.";
    let german =
        "Der Botschafter des Niger, Kiari Liman-Tinguiri, sagte am Freitag, 23 Menschen seien gestorben.";
    let made = reconcile(&[Source::new("a", french), Source::new("b", german)]);
    assert_eq!(made.discrepancies().count(), 0);
}

#[test]
fn adding_a_source_renames_nothing_that_did_not_change() {
    let one = Source::new("a", "The dam at Tillia broke on Monday, killing 12 people.");
    let two = Source::new("b", "The dam at Tillia broke on Monday, killing 14 people.");
    let other = Source::new("c", "Bread prices rose in Lima.");
    let before = reconcile(&[one.clone(), two.clone()]);
    let after = reconcile(&[one, two, other]);
    // Probabilities depend on the bundle; ids do not.
    let ids = |r: &Reconciliation| {
        let claims = r.claims.iter().map(|c| c.id.to_string());
        claims.chain(r.records.iter().map(|r| r.id.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(ids(&before), ids(&after));
    assert!(!before.records.is_empty());
}

#[test]
fn a_form_that_is_short_in_one_source_and_full_in_another_is_one_reading() {
    let said = |id: &str, words: &str| Source::new(id, words);
    let all = reconcile(&[
        said(
            "a",
            "Fighters of the Orlan Group seized the mine at Tillia on Monday. Orlan has denied it, said the mayor.",
        ),
        said(
            "b",
            "Fighters of Orlan seized the mine at Tillia on Monday. Orlan has denied it, the mayor of Tillia said.",
        ),
    ]);
    let names = all.records.iter().filter(|record| record.facet == testimonia::Facet::Name);
    let mut of_orlan = 0;
    for record in names {
        let name = |value: &testimonia::Value| match value {
            testimonia::Value::Name { name, .. } => name.clone(),
            other => panic!("{other:?}"),
        };
        let texts = record.readings.iter().map(|reading| name(&reading.value)).collect::<Vec<_>>();
        let known = texts.iter().map(|text| text.to_lowercase()).collect::<std::collections::BTreeSet<_>>();
        assert_eq!(known.len(), texts.len(), "{texts:?}");
        of_orlan += usize::from(known.contains("orlan") && known.contains("orlan group"));
    }
    assert_eq!(of_orlan, 1);
}

#[test]
fn public_types_cross_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<testimonia::Reconciler>();
    crosses::<testimonia::ReconcilerBuilder>();
    crosses::<testimonia::Config>();
    crosses::<testimonia::Source>();
    crosses::<testimonia::Published>();
    crosses::<testimonia::Span>();
    crosses::<testimonia::Score>();
    crosses::<testimonia::Error>();
    crosses::<testimonia::Lexicon>();
    crosses::<testimonia::Reconciliation>();
    crosses::<testimonia::Record>();
    crosses::<testimonia::Reading>();
    crosses::<testimonia::Mention>();
    crosses::<testimonia::Claim>();
    crosses::<testimonia::Link>();
    crosses::<testimonia::Entity>();
    crosses::<testimonia::Derivation>();
    crosses::<testimonia::Value>();
    crosses::<testimonia::mention::Mentions>();
    crosses::<testimonia::align::Alignment>();
    crosses::<testimonia::entity::Cluster>();
    crosses::<testimonia::provenance::Dependence>();
    crosses::<testimonia::resolve::Resolution>();
    crosses::<testimonia::text::Document<'static>>();
    crosses::<testimonia::render::Text<'static>>();
}

#[test]
fn sources_on_different_events_in_one_call_do_not_contradict_each_other() {
    let events = [
        "Three people were killed in a fire on Monday. The Korba cannery had no alarms. Owner Sidi Alkali was held for questioning.",
        "Nine people were killed in a fire on Monday. A lamp set the Vask hostel alight. Nurse Amina Okafor carried out four guests.",
        "Five people were killed in a fire on Monday. Trawlers burned in Ormond harbour. Captain Jonas Berg swam ashore.",
        "Seven people were killed in a fire on Monday. The Selby theatre was full. Conductor Ilse Harnau led the players out.",
        "Twelve people were killed in a fire on Monday. Dry grass spread it to Quenby camp. Ranger Tomas Lesk had asked for rain.",
    ];
    let report = |event: usize, source: usize| Source::new(format!("{event}-{source}"), events[event]);
    let sources: Vec<Source> =
        (0..events.len()).flat_map(|event| (0..6).map(move |source| report(event, source))).collect();
    let made = reconcile(&sources);
    let disputed: Vec<String> = made.discrepancies().map(ToString::to_string).collect();
    assert!(disputed.is_empty(), "{disputed:#?}");
    // Between two reports of one event, the same difference is a discrepancy.
    let two = reconcile(&[report(0, 0), Source::new("other", events[0].replace("Three", "Four"))]);
    assert_eq!(two.discrepancies().count(), 1);
}

/// `count` copies of one report of ten sentences, each with a few words replaced and about one sentence left out.
fn copies(count: usize) -> Vec<Source> {
    const REPORT: [&str; 10] = [
        "A bomb tore through a {crowded|packed} market in Aalby on Monday, killing 12 people and {wounding|injuring} 40, police said.",
        "The blast went off {shortly|just} after 9 a.m. near the fish stalls, {witnesses|traders} said.",
        "No group claimed responsibility for the {attack|bombing}.",
        "\"We heard a roar and ran,\" said Maria Lund, who {sells|trades} fish in the market.",
        "President Jan Perk {called|branded} the attack cowardly and promised justice.",
        "The interior ministry {said|announced} it had raised the alert level across the {country|nation}.",
        "Hospitals in the capital {appealed|called} for blood as the {wounded|injured} arrived by truck.",
        "The market, one of the {oldest|biggest} in the region, draws {thousands|crowds} of shoppers each week.",
        "Aalby, north of the capital, has been hit by a {string|series} of attacks since 2019.",
        "Officials turned {cars|lorries} away for the rest of the day.",
    ];
    let mut state = 7_u32;
    let mut draw = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % below
    };
    let mut text = |_| {
        let mut text = String::new();
        for sentence in REPORT {
            if draw(10) == 0 {
                continue;
            }
            for piece in sentence.split('{') {
                let (words, rest) = piece.split_once('}').unwrap_or(("", piece));
                let (one, other) = words.split_once('|').unwrap_or((words, words));
                text.push_str(if draw(2) == 0 { one } else { other });
                text.push_str(rest);
            }
            text.push_str("\n\n");
        }
        text
    };
    (0..count).map(|n| Source::new(format!("w{n:03}"), text(n))).collect()
}

#[test]
fn claims_stay_few_however_many_copies_there_are() {
    let claims = |count| Reconciler::new().reconcile(&copies(count)).unwrap().claims.len();
    let (few, many, most) = (claims(20), claims(60), claims(150));
    assert!(few <= 30, "{few}");
    assert!(many <= 3 * few && most <= 3 * few, "{few}, {many}, {most}");
}
