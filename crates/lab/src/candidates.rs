//! `lab candidates`: pairs of mentions that may differ on one point, with the evidence and the annotation.

use std::io::Write;
use std::path::Path;

use serde_json::{Map, Value, json};
use testimonia::{Lexicon, align, resolve};

use crate::Outcome;
use crate::bundle::{Bundle, Told};
use crate::fit::points::Stages;

/// Writes a line of JSON for each candidate in each annotated bundle.
pub(crate) fn print(gold: &Path, bundles: &Path, out: &mut impl Write) -> Outcome {
    let lexicon = &Lexicon::english();
    for bundle in Bundle::all(gold, bundles)? {
        let stages = Stages { bundle: &bundle, links: align::Weights::shipped(), lexicon };
        let (candidates, _) = stages.run(resolve::differing);
        let documents = bundle.documents(lexicon);
        for candidate in candidates {
            let [a, b] = &candidate.mentions;
            let (label, point) = match bundle.told(candidate.facet, [a, b]) {
                Told::Discrepancy(point) => (1, Some(point)),
                Told::Nothing => (0, None),
                Told::Debatable => (-1, None),
            };
            let cues: Map<String, Value> =
                candidate.cues.iter().map(|(cue, value)| (cue.to_string(), json!(value))).collect();
            let sentence = |m: &testimonia::Mention| {
                let document = documents.iter().find(|d| d.source().id() == m.source);
                let found = document.and_then(|d| {
                    let sentence = d.sentences().get(d.sentence_at(m.span.start)?)?;
                    Some(sentence.span.slice(d.text()).to_owned())
                });
                found.unwrap_or_default()
            };
            let row = json!({
                "bundle": bundle.name, "facet": candidate.facet, "label": label, "point": point,
                "a": a.text, "b": b.text, "sources": [a.source, b.source], "sentences": [sentence(a), sentence(b)],
                "at": [a.span.start, b.span.start], "cues": cues,
            });
            serde_json::to_writer(&mut *out, &row)?;
            writeln!(out)?;
        }
    }
    Ok(())
}
