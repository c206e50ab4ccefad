//! TEI: a critical apparatus by the method of parallel segmentation (TEI P5, chapter 13, "Critical Apparatus").

use itertools::Itertools;

use crate::record::{Claim, Reconciliation, Record};
use crate::render::text::count;
use crate::render::visible::{escaped, push_escaped};

/// The reconciliation as a TEI P5 document. Sources are witnesses. A claim is an `app` whose `rdg` elements are its
/// sentences. A record is an `app` whose `rdg` elements are its readings, with its facet as `type`, its relation as `ana`,
/// its confidence as `cert` and its explanation in a `note`; a reader's decision on it is in a `note` of the type `label`.
///
/// ```
/// use testimonia::{Reconciler, Source, render};
///
/// let sources = [
///     Source::new("a", "The dam at Tillia broke on Monday, killing 12 people."),
///     Source::new("b", "The dam at Tillia broke on Monday, killing 14 people."),
/// ];
/// let reconciliation = Reconciler::new().reconcile(&sources)?;
/// let tei = render::tei(&reconciliation);
/// assert!(tei.contains(r##"<rdg wit="#w2">14 people</rdg>"##));
/// # Ok::<(), testimonia::Error>(())
/// ```
pub fn tei(reconciliation: &Reconciliation) -> String {
    let mut edition = Edition::of(reconciliation, String::new());
    edition.write(" xmlns=\"http://www.tei-c.org/ns/1.0\"");
    format!("{DECLARATION}{}", edition.out)
}

/// Several events as one TEI corpus (`teiCorpus`) with one document each. A single event gives a plain document.
pub fn tei_by_event(events: &[&Reconciliation]) -> String {
    if let [one] = events {
        return tei(one);
    }
    let mut out = format!("{DECLARATION}<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n");
    let title = format!("Reconciliation of {}", count(events.len(), "event"));
    out.push_str(&format!(
        "  <teiHeader>\n    <fileDesc>\n      <titleStmt><title>{title}</title></titleStmt>\n"
    ));
    out.push_str(&format!("      {PUBLICATION}\n"));
    out.push_str("      <sourceDesc><p>The header of each event lists its sources.</p></sourceDesc>\n");
    out.push_str("    </fileDesc>\n  </teiHeader>\n");
    for (n, all) in events.iter().enumerate() {
        let mut edition = Edition::of(all, format!("e{}-", n + 1));
        edition.write("");
        out.push_str(&edition.out);
    }
    out.push_str("</teiCorpus>\n");
    out
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const PUBLICATION: &str =
    "<publicationStmt><p>Made by testimonia; the sources are their publishers'.</p></publicationStmt>";

struct Edition<'a> {
    all: &'a Reconciliation,
    /// The prefix of ids in this document, if there are others.
    prefix: String,
    out: String,
}

impl<'a> Edition<'a> {
    fn of(all: &'a Reconciliation, prefix: String) -> Self {
        Self { all, prefix, out: String::new() }
    }

    fn write(&mut self, namespace: &str) {
        self.line(0, &format!("<TEI{namespace}>"));
        self.header();
        self.line(1, "<text>");
        self.line(2, "<body>");
        self.division("records", "Points of comparison", |page| {
            page.all.records.iter().for_each(|record| page.record(record));
            match page.all.dismissed.len() {
                0 => {}
                n => page.line(4, &format!("<p>A reader dismissed {}.</p>", count(n, "record"))),
            }
        });
        self.division("claims", "Claims that several sources make", |page| {
            page.all.claims.iter().for_each(|claim| page.claim(claim));
        });
        self.line(2, "</body>");
        self.line(1, "</text>");
        self.line(0, "</TEI>");
    }

    fn line(&mut self, depth: usize, text: &str) {
        self.out.push_str(&"  ".repeat(depth));
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn header(&mut self) {
        let sources = count(self.all.sources.len(), "source");
        let title = match &self.all.event {
            Some(event) => format!("{}: reconciliation of {sources}", escaped(event)),
            None => format!("Reconciliation of {sources}"),
        };
        self.line(1, "<teiHeader>");
        self.line(2, "<fileDesc>");
        self.line(3, &format!("<titleStmt><title>{title}</title></titleStmt>"));
        self.line(3, PUBLICATION);
        self.line(3, "<sourceDesc>");
        self.line(4, "<listWit>");
        for (n, source) in self.all.sources.iter().enumerate() {
            let publisher = source.publisher.as_deref();
            let publisher = publisher
                .map_or_else(String::new, |name| format!(" <publisher>{}</publisher>", escaped(name)));
            let published = source.published;
            let published =
                published.map_or_else(String::new, |when| format!(" <date when=\"{when}\">{when}</date>"));
            let id = escaped(&source.id);
            let bibl = format!("<bibl><idno>{id}</idno>{publisher}{published}</bibl>");
            self.line(5, &format!("<witness xml:id=\"{}w{}\">{bibl}</witness>", self.prefix, n + 1));
        }
        self.line(4, "</listWit>");
        self.line(3, "</sourceDesc>");
        self.line(2, "</fileDesc>");
        self.line(2, "<encodingDesc>");
        self.line(3, "<variantEncoding method=\"parallel-segmentation\" location=\"internal\"/>");
        self.line(3, "<classDecl>");
        self.line(4, "<taxonomy>");
        for (id, meaning) in RELATIONS {
            let prefix = &self.prefix;
            self.line(
                5,
                &format!("<category xml:id=\"{prefix}{id}\"><catDesc>{meaning}</catDesc></category>"),
            );
        }
        self.line(4, "</taxonomy>");
        self.line(3, "</classDecl>");
        self.line(2, "</encodingDesc>");
        self.line(1, "</teiHeader>");
    }

    /// A division of paragraphs. An empty one gets a paragraph that says so, since a division must have content.
    fn division(&mut self, kind: &str, head: &str, content: impl FnOnce(&mut Self)) {
        self.line(3, &format!("<div type=\"{kind}\">"));
        self.line(4, &format!("<head>{head}</head>"));
        let before = self.out.len();
        content(self);
        if self.out.len() == before {
            self.line(4, "<p>None.</p>");
        }
        self.line(3, "</div>");
    }

    fn record(&mut self, record: &Record) {
        self.line(4, "<p>");
        self.line(
            5,
            &format!(
                "<app xml:id=\"{0}{1}\" type=\"{2}\" ana=\"#{0}{3}\" cert=\"{4:.4}\">",
                self.prefix,
                record.id,
                record.facet,
                record.relation,
                record.confidence.value()
            ),
        );
        for reading in &record.readings {
            self.reading(reading.sources(), &reading.words());
        }
        self.line(6, &format!("<note>{}</note>", escaped(&record.explanation)));
        if let Some(label) = record.label {
            self.line(6, &format!("<note type=\"label\">{label}</note>"));
        }
        self.line(5, "</app>");
        self.line(4, "</p>");
    }

    fn claim(&mut self, claim: &Claim) {
        self.line(4, "<p>");
        self.line(5, &format!("<app xml:id=\"{}{}\" type=\"claim\">", self.prefix, claim.id));
        for (source, sentences) in &claim.sentences.iter().chunk_by(|sentence| sentence.source.as_str()) {
            let text = sentences.flat_map(|sentence| sentence.text.split_whitespace()).join(" ");
            self.reading(std::iter::once(source), &text);
        }
        self.line(5, "</app>");
        self.line(4, "</p>");
    }

    fn reading<'s>(&mut self, sources: impl Iterator<Item = &'s str>, text: &str) {
        let all = self.all;
        let numbers = sources.filter_map(|id| all.sources.binary_search_by(|s| s.id.as_str().cmp(id)).ok());
        let witnesses =
            numbers.sorted_unstable().dedup().map(|n| format!("#{}w{}", self.prefix, n + 1)).join(" ");
        self.out.push_str(&format!("{}<rdg wit=\"{witnesses}\">", "  ".repeat(6)));
        push_escaped(&mut self.out, text);
        self.out.push_str("</rdg>\n");
    }
}

const RELATIONS: [(&str, &str); 5] = [
    ("identical", "the same words, or the same value in the same words"),
    ("equivalent", "another form of the same thing"),
    ("refinement", "one is more precise, and both can be true"),
    ("variant", "one thing in two forms that an editor would want settled"),
    ("conflict", "both cannot be true of one thing at one time"),
];
