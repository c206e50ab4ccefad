//! `lab show FILE..`: the quantities and dates in texts, one per line, for reading against them.

use std::io::Write;

use testimonia::{Lexicon, Source, mention, text};

/// Prints the measures found in each text.
pub(crate) fn measures(paths: &[&str]) -> Result<(), Box<dyn std::error::Error>> {
    let lexicon = Lexicon::english();
    let mut out = std::io::stdout().lock();
    for path in paths {
        let source = Source::new(*path, std::fs::read_to_string(path)?);
        let document = text::parse(&source, &lexicon);
        let found = mention::extract(std::slice::from_ref(&document), &lexicon).remove(0);
        writeln!(out, "# {path} {:?}", document.published().map(|p| p.to_string()))?;
        for (n, sentence) in document.sentences().iter().enumerate() {
            let line = sentence.span.slice(source.text()).replace('\n', " ");
            let quantities = found.quantities.iter().filter(|q| q.sentence == n);
            let dates = found.dates.iter().filter(|d| d.sentence == n);
            let mut rows: Vec<String> = quantities
                .map(|q| {
                    format!(
                        "  Q [{}] {:?}..{:?} {:?} {:?} unit={} counted={} concept={} state={}",
                        q.span.slice(source.text()),
                        q.low,
                        q.high,
                        q.bound,
                        q.kind,
                        q.unit.as_deref().unwrap_or("-"),
                        q.counted.as_deref().unwrap_or("-"),
                        q.concept.as_deref().unwrap_or("-"),
                        q.state.as_deref().unwrap_or("-"),
                    )
                })
                .collect();
            rows.extend(dates.map(|d| {
                let day = |d: Option<testimonia::date::Day>| d.map_or("-".to_owned(), |d| d.to_string());
                format!(
                    "  D [{}] {}..{} {:?} {:?} {:?}",
                    d.surface,
                    day(d.earliest),
                    day(d.latest),
                    d.minutes,
                    d.granularity,
                    d.anchor
                )
            }));
            if !rows.is_empty() {
                writeln!(out, "{line}\n{}", rows.join("\n"))?;
            }
        }
    }
    Ok(())
}
