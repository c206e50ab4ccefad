//! `lab mentions FILE...`: every sentence in a bundle with its mentions, for reading against the text.

use std::io::{self, Write};

use testimonia::mention::{self, Mentions, NameKind};
use testimonia::text::{self, Document};
use testimonia::{Lexicon, Source};

/// Prints the mentions in each file; the files form one bundle.
pub(crate) fn print(files: &[&str]) -> Result<(), Box<dyn std::error::Error>> {
    let mut sources = Vec::new();
    for &file in files {
        sources.push(Source::new(file, std::fs::read_to_string(file)?));
    }
    let lexicon = Lexicon::english();
    let documents: Vec<Document<'_>> = sources.iter().map(|source| text::parse(source, &lexicon)).collect();
    let mentions = mention::extract(&documents, &lexicon);
    let mut out = io::BufWriter::new(io::stdout().lock());
    for (document, mentions) in documents.iter().zip(&mentions) {
        writeln!(out, "=== {}", document.source().id())?;
        print_document(&mut out, document, mentions)?;
    }
    Ok(out.flush()?)
}

fn print_document(out: &mut impl Write, document: &Document<'_>, mentions: &Mentions) -> io::Result<()> {
    let text = document.text();
    for (position, sentence) in document.sentences().iter().enumerate() {
        let words: Vec<&str> = sentence.span.slice(text).split_whitespace().collect();
        writeln!(out, "{position} {:?}: {}", sentence.kind, words.join(" "))?;
        for name in of(&mentions.names, position, |m| m.sentence) {
            let kind = match name.kind {
                NameKind::Person => "person",
                NameKind::Place => "place",
                NameKind::Organisation => "organisation",
                _ => "other",
            };
            write!(out, "    {kind} [{}]", name.span.slice(text))?;
            if let Some(title) = name.title {
                write!(out, " title [{}]", title.slice(text))?;
            }
            if let Some(canonical) = &name.canonical {
                write!(out, " = {canonical}{}", if name.demonym { " (demonym)" } else { "" })?;
            }
            let referent = mentions.referents.get(name.referent);
            let fullest = referent.and_then(|r| mentions.names.get(r.fullest));
            match fullest.map(|f| f.span.slice(text)) {
                Some(fullest) if fullest != name.span.slice(text) => {
                    writeln!(out, " #{} ({fullest})", name.referent)?;
                }
                _ => writeln!(out, " #{}", name.referent)?,
            }
        }
        for role in of(&mentions.roles, position, |m| m.sentence) {
            let name = mentions.names.get(role.name).map_or("", |name| name.span.slice(text));
            writeln!(out, "    role [{}] of {name}, head {}", role.span.slice(text), role.head)?;
        }
        for quantity in of(&mentions.quantities, position, |m| m.sentence) {
            writeln!(
                out,
                "    quantity [{}] {:?} {:?}..{:?}",
                quantity.span.slice(text),
                quantity.kind,
                quantity.low,
                quantity.high
            )?;
        }
        for date in of(&mentions.dates, position, |m| m.sentence) {
            writeln!(out, "    date [{}] {:?}..{:?}", date.span.slice(text), date.earliest, date.latest)?;
        }
        for quote in of(&mentions.quotes, position, |m| m.sentence) {
            let speaker = quote.speaker.map_or("", |speaker| speaker.slice(text));
            writeln!(out, "    quote [{}] by [{speaker}]", quote.span.slice(text))?;
        }
    }
    Ok(())
}

/// The items of a list, ordered by sentence, that are in one sentence.
fn of<T>(list: &[T], sentence: usize, at: impl Fn(&T) -> usize) -> &[T] {
    let start = list.partition_point(|m| at(m) < sentence);
    let end = list.partition_point(|m| at(m) <= sentence);
    list.get(start..end).unwrap_or_default()
}
