//! Task `conflict`: do two texts on the same subject contradict each other?

use serde::Deserialize;
use serde_json::{Value, json};
use testimonia::align::{self, Alignment, SentenceLink};
use testimonia::provenance::Dependence;
use testimonia::resolve::{self, Bundle, ResolveConfig};
use testimonia::text::{self, SentenceId};
use testimonia::{Facet, Lexicon, Score, Source, Verdict, entity, mention};

#[derive(Deserialize)]
struct Row {
    a: String,
    b: String,
}

/// Pairs of sentences less similar than this are about different things.
const LEAST: f64 = 0.05;
/// What it adds to the log-odds of a link that the texts are on the same subject: every second pair of such sentences is
/// linked, instead of one in fourteen among all that share a term.
const ONE_MATTER: f64 = 2.56;

/// Treats the two texts as two sources on the same subject: every pair of their sentences with some similarity is linked.
pub(crate) fn predict(row: &str) -> Result<Value, serde_json::Error> {
    let row: Row = serde_json::from_str(row)?;
    let lexicon = Lexicon::english();
    let sources = [Source::new("a", row.a), Source::new("b", row.b)];
    let documents: Vec<_> = sources.iter().map(|source| text::parse(source, &lexicon)).collect();
    let mentions = mention::extract(&documents, &lexicon);
    let links = links(&documents, &lexicon);
    let best = links.iter().map(|link| link.score.value()).fold(0.0, f64::max);
    let claims = (0..links.len()).map(|link| vec![link]).collect();
    let alignment = Alignment { links, claims, chances: Vec::new() };
    let clusters = entity::find(&documents, &mentions, &alignment, &lexicon);
    let bundle = Bundle {
        documents: &documents,
        mentions: &mentions,
        alignment: &alignment,
        clusters: &clusters,
        dependence: &Dependence::default(),
        events: &align::Events::default(),
        lexicon: &lexicon,
    };
    let mut config = ResolveConfig::default();
    config.discrepancy = 0.0;
    config.unproven = 0.0;
    config.modality = 0.0;
    let found = resolve::resolve(&bundle, &config);
    // Spelling variants of a name, differently worded quotations, and different certainty are not contradictions.
    let against = |facet: Facet| !matches!(facet, Facet::Name | Facet::Quote | Facet::Modality);
    let gravest = found
        .records
        .iter()
        .filter(|r| r.verdict == Verdict::Discrepancy && against(r.facet))
        .max_by_key(|r| r.confidence);
    let confidence = gravest.map_or(0.0, |r| r.confidence.value());
    let (relation, confidence) = match confidence {
        p if p >= 0.5 => ("discrepancy", p),
        _ if best >= 0.5 => ("agreement", best),
        p => ("none", 1.0 - p),
    };
    Ok(json!({
        "relation": relation, "confidence": confidence, "facet": gravest.map(|r| r.facet),
        "flag": gravest.map(|r| r.confidence), "best": best, "why": gravest.map(|r| r.explanation.clone()),
    }))
}

fn links(documents: &[text::Document<'_>], lexicon: &Lexicon) -> Vec<SentenceLink> {
    let [a, b] = documents else { return Vec::new() };
    let sentence = |document: &text::Document<'_>, n: usize| {
        document.sentences().get(n).map(|s| s.span.slice(document.text()).to_owned()).unwrap_or_default()
    };
    let mut links = Vec::new();
    for i in 0..a.sentences().len() {
        for j in 0..b.sentences().len() {
            let alone = align::similarity(&sentence(a, i), &sentence(b, j), lexicon).value();
            if alone >= LEAST {
                let score = 1.0 / (1.0 + (1.0 / alone - 1.0) * (-ONE_MATTER).exp());
                let (a, b) = (SentenceId::new(0, i), SentenceId::new(1, j));
                links.push(SentenceLink { a, b, score: Score::new(score) });
            }
        }
    }
    links
}
