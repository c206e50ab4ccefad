//! Arguments of the command line.

use std::path::PathBuf;
use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, ValueEnum, ValueHint};
use clap_complete::Shell;
use testimonia::Facet;

use crate::judge;
use crate::trouble::Trouble;

const ABOUT: &str = "Says where several sources on one event agree, where they differ, and why.";

const MORE: &str = "\
Examples:
  testimonia morning.txt evening.txt                   what two texts agree and differ on
  testimonia event/ -o event.html                      a folder of texts, as a page for a browser
  testimonia event.jsonl --format jsonl | jq .facet    records for another program, one a line
  testimonia event/ --facet name,quantity --only discrepancies --min-confidence 0.8
  testimonia event/ --explain r151eb2e0b817            everything one record rests on
  testimonia event/ --dismiss seen.txt                 without the records whose ids stand in a file

A source is a text (*.txt, *.text, *.md), the text of a page (*.html), or a line of JSON Lines (*.jsonl, *.ndjson):
  {\"id\": \"afp\", \"text\": \"...\", \"publisher\": \"AFP\", \"published\": \"2023-08-04\"}
of which only the text is needed. Where lines have a field \"event\", each event is reconciled by itself; a feed in which nobody
has told events apart is for `testimonia stories`. JSON (*.json) is a list of such objects, an object that holds one, or what
--format json wrote, which is shown as it is, in any format. The id of a text is the name of its file; that of a line without
an id is the file and the line. Places are given in bytes; those of a page refer to the text taken from it, which
`--format html` shows.

Exit status: 0 when done, 2 on an error; with --exit-code 1 when a discrepancy is shown.";

/// What was asked for.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "testimonia",
    version,
    about = ABOUT,
    after_long_help = MORE,
    max_term_width = 100,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    disable_help_subcommand = true
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    /// Texts, pages, JSON, JSON Lines, folders of these, globs, or - for standard input
    #[arg(
        value_name = "FILE",
        value_hint = ValueHint::AnyPath,
        required_unless_present_any = ["completions", "man", "print_config"]
    )]
    pub(crate) files: Vec<PathBuf>,

    /// What to write [default: human, or what the ending of --output tells]
    #[arg(short, long, value_name = "FORMAT", value_enum, help_heading = "Output")]
    pub(crate) format: Option<Format>,

    /// Write a table, as csv or jsonl; the alignment also as markdown or html [default: csv]
    #[arg(long, value_name = "TABLE", value_enum, conflicts_with = "explain", help_heading = "Output")]
    pub(crate) table: Option<TableOf>,

    /// Put the texts that were read, of pages their articles, into what --format json writes
    #[arg(long, conflicts_with = "explain", help_heading = "Output")]
    pub(crate) texts: bool,

    /// Show two texts side by side, linked sentences level: the first two, or those of two ids (--side-by-side=a.txt,b.txt)
    #[arg(
        long,
        value_name = "A,B",
        num_args = 0..=1,
        require_equals = true,
        conflicts_with_all = ["explain", "table", "exit_code"],
        help_heading = "Output"
    )]
    pub(crate) side_by_side: Option<Option<String>>,

    /// Write to a file, which is replaced only when all is written
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Output")]
    pub(crate) output: Option<PathBuf>,

    /// Show records of this confidence or more, from 0 to 1 [default: 0.55]
    #[arg(long, value_name = "P", value_parser = probability, help_heading = "Choice")]
    pub(crate) min_confidence: Option<f64>,

    /// Show records of these facets alone, separated by commas
    #[arg(
        long,
        value_name = "FACET",
        value_delimiter = ',',
        value_parser = PossibleValuesParser::new(Facet::ALL.iter().map(|facet| facet.as_str()))
            .try_map(|name| name.parse::<Facet>()),
        help_heading = "Choice"
    )]
    pub(crate) facet: Vec<Facet>,

    /// Show only where sources differ, or only where they agree
    #[arg(long, value_name = "VERDICT", value_enum, help_heading = "Choice")]
    pub(crate) only: Option<Only>,

    /// Show everything that one record, claim or entity rests on; the beginning of its id will do
    #[arg(long, value_name = "ID", conflicts_with_all = ["format", "only", "facet", "exit_code"], help_heading = "Choice")]
    pub(crate) explain: Option<String>,

    #[command(flatten)]
    pub(crate) knowledge: Knowledge,

    /// Print the thresholds in effect, as --config reads them
    #[arg(long, help_heading = "Knowledge")]
    pub(crate) print_config: bool,

    /// A program that judges what is open, run without a shell: points on its standard input, opinions on its standard output
    #[arg(
        long,
        value_name = "COMMAND",
        value_hint = ValueHint::CommandString,
        value_parser = judge::Command::read,
        help_heading = "Knowledge"
    )]
    pub(crate) judge: Option<judge::Command>,

    /// Seconds the judge has for all points; what it has said by then counts
    #[arg(
        long,
        value_name = "SECONDS",
        value_parser = judge::seconds,
        default_value = "30",
        requires = "judge",
        help_heading = "Knowledge"
    )]
    pub(crate) judge_timeout: Duration,

    /// What --format json wrote of this event before: points keep their ids, and standard error says what changed
    #[arg(long, value_name = "PREVIOUS.json", value_hint = ValueHint::FilePath, help_heading = "Choice")]
    pub(crate) since: Option<PathBuf>,

    /// Records to leave out, a line each: their id, or their readings: `12 people | 14 people`
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Choice")]
    pub(crate) dismiss: Vec<PathBuf>,

    /// Records to mark as accepted, in the same form
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Choice")]
    pub(crate) accept: Vec<PathBuf>,

    /// Use colour; NO_COLOR is heeded
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = When::Auto, help_heading = "Output")]
    pub(crate) color: When,

    /// Columns of the human form, 40 or more [default: those of the terminal, else 100]
    #[arg(long, value_name = "COLUMNS", help_heading = "Output")]
    pub(crate) width: Option<usize>,

    /// End with 1 when a discrepancy is shown
    #[arg(long, help_heading = "Output")]
    pub(crate) exit_code: bool,

    /// No warnings and no progress
    #[arg(short, long, help_heading = "Output")]
    pub(crate) quiet: bool,

    /// Read files that are not UTF-8, with U+FFFD for what cannot be read
    #[arg(long, help_heading = "Knowledge")]
    pub(crate) lossy: bool,

    /// Print completions for a shell
    #[arg(long, value_name = "SHELL", value_enum, exclusive = true, help_heading = "Installation")]
    pub(crate) completions: Option<Shell>,

    /// Print the manual page
    #[arg(long, exclusive = true, help_heading = "Installation")]
    pub(crate) man: bool,
}

/// What is done but reconciling files.
#[derive(Clone, Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// Say what changed from one reconciliation to the next, each written with --format json
    Diff(Diff),
    /// Compare two names: one in two forms, spelled two ways, or two names?
    #[command(after_help = NAMES)]
    Names(Names),
    /// Group a feed of articles into stories and reconcile each
    #[command(after_help = STORIES)]
    Stories(Stories),
    /// Serve agents over the Model Context Protocol, on standard input and output
    #[cfg(feature = "mcp")]
    #[command(after_help = "An agent starts this program itself; docs/agents.md says how to tell it to.")]
    Mcp(Knowledge),
}

/// Two reconciliations of one event.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Diff {
    /// The earlier one
    #[arg(value_name = "OLD.json", value_hint = ValueHint::FilePath)]
    pub(crate) old: PathBuf,

    /// The later one
    #[arg(value_name = "NEW.json", value_hint = ValueHint::FilePath)]
    pub(crate) new: PathBuf,

    /// Write the changes as JSON
    #[arg(long)]
    pub(crate) json: bool,

    /// End with 1 when anything changed
    #[arg(long)]
    pub(crate) exit_code: bool,
}

const NAMES: &str = "\
Examples:
  testimonia names Tiani Tchiani
  testimonia names \"Agence France-Presse\" AFP --kind organisation --json
  testimonia names \"Omar Tchiani\" \"Abdourahamane Tiani\" --aliases names.txt

Only letters and the lexicon are looked at. Where two names stand in texts, their context counts as well.";

/// Two names.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Names {
    /// A name, as written
    pub(crate) a: String,

    /// The other one
    pub(crate) b: String,

    /// What they name [default: what the lexicon knows them as, else a person]
    #[arg(long, value_name = "KIND", value_enum)]
    pub(crate) kind: Option<Kind>,

    /// Names that are one, a line each: `Tiani | Tchiani`
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) aliases: Vec<PathBuf>,

    /// Names that are never one, a line each: `Aisha Kande | Asha Kande`
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) never_merge: Vec<PathBuf>,

    /// Write the comparison as JSON
    #[arg(long)]
    pub(crate) json: bool,

    /// End with 1 when they are two names, or one that is spelled two ways
    #[arg(long)]
    pub(crate) exit_code: bool,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// Somebody
    Person,
    /// A country, a town, a river
    Place,
    /// A body, a company, a party
    Organisation,
}

const STORIES: &str = "\
Examples:
  testimonia stories feed.jsonl -o stories/            one file a story, and groups.tsv, which tells the story of each article
  testimonia stories feed.jsonl -o stories/ --skip-done     goes on where it was stopped, or after the feed has grown
  testimonia stories feed.jsonl > stories.jsonl        one story a line
  testimonia stories feed.jsonl --format tsv           the story of each article, nothing reconciled

A line of a feed is {\"id\": \"..\", \"title\": \"..\", \"text\": \"..\", \"published\": \"2023-08-04\", \"publisher\": \"..\"}, of which
only the text is needed. A title stands before the text, with a blank line between, and places are counted from its beginning.";

/// How a feed is read and its stories written.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Stories {
    /// JSON Lines, JSON, folders of texts, globs, or - for standard input
    #[arg(value_name = "FEED", value_hint = ValueHint::AnyPath, required = true)]
    pub(crate) files: Vec<PathBuf>,

    /// Write each story to a file of this folder, named after its id
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "format")]
    pub(crate) output: Option<PathBuf>,

    /// What to write to standard output
    #[arg(short, long, value_name = "FORMAT", value_enum, default_value_t = StoryFormat::Jsonl)]
    pub(crate) format: StoryFormat,

    /// Leave alone the stories whose file is there
    #[arg(long, requires = "output")]
    pub(crate) skip_done: bool,

    #[command(flatten)]
    pub(crate) knowledge: Knowledge,

    /// Read files that are not UTF-8, with U+FFFD for what cannot be read
    #[arg(long)]
    pub(crate) lossy: bool,

    /// No warnings and no progress
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// What is written of stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StoryFormat {
    /// One story a line, with its reconciliation
    Jsonl,
    /// The id of each article and of its story; nothing is reconciled
    Tsv,
}

/// What decides on records and names.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Knowledge {
    /// Show fewer discrepancies and hardly one that is wrong, or more for those who read them all
    #[arg(long, value_name = "PRESET", value_enum, conflicts_with = "config", help_heading = "Choice")]
    pub(crate) preset: Option<Preset>,

    /// Names that are one, a line each: `Tiani | Tchiani`
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Knowledge")]
    pub(crate) aliases: Vec<PathBuf>,

    /// Names that are never one, a line each: `Aisha Kande | Asha Kande`
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Knowledge")]
    pub(crate) never_merge: Vec<PathBuf>,

    /// Thresholds, in TOML or, by its ending, JSON; --print-config shows all
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Knowledge")]
    pub(crate) config: Option<PathBuf>,
}

impl Knowledge {
    /// True where any of it was given.
    pub(crate) fn is_given(&self) -> bool {
        self.config.is_some()
            || self.preset.is_some()
            || !self.aliases.is_empty()
            || !self.never_merge.is_empty()
    }
}

impl Args {
    /// The format asked for, or the one that the ending of the output tells. An ending that promises something else (`.pdf`) is
    /// trouble: nobody could open that file.
    pub(crate) fn format(&self) -> Result<Format, Trouble> {
        let plain = if self.table.is_some() { Format::Csv } else { Format::Human };
        let Some(file) = self.output.as_deref().filter(|_| self.format.is_none()) else {
            return Ok(self.format.unwrap_or(plain));
        };
        let Some(ending) = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase())
        else {
            return Ok(plain);
        };
        let told = ENDINGS.iter().find(|(known, _)| *known == ending);
        told.map(|(_, format)| *format).ok_or_else(|| {
            let known: Vec<String> = ENDINGS.iter().map(|(ending, _)| format!(".{ending}")).collect();
            Trouble::at(file, format!("no format has the ending .{ending}"))
                .remedy(format!("there are {}; or say with --format what to write", known.join(", ")))
        })
    }
}

/// What the ending of an output tells.
const ENDINGS: [(&str, Format); 11] = [
    ("txt", Format::Human),
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
    ("ndjson", Format::Jsonl),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("csv", Format::Csv),
    ("xml", Format::Tei),
    ("tei", Format::Tei),
];

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text for a terminal
    Human,
    /// The whole reconciliation, as schema/testimonia-1.json says
    Json,
    /// One record a line
    Jsonl,
    /// One page for a browser, with nothing outside of it
    Html,
    /// For an issue, a wiki or a mail
    Markdown,
    /// A flat table, one mention of a record a row, for a spreadsheet or pandas
    Csv,
    /// A critical apparatus by parallel segmentation (TEI P5)
    Tei,
}

/// What a flat table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableOf {
    /// A mention of a reading of a record a row
    Records,
    /// A sentence of a claim a row
    Claims,
    /// A derivation a row
    Derivations,
    /// A claim a row and a source a column, with what the source says
    Alignment,
}

/// Where the thresholds lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Preset {
    /// Few flags, hardly one wrong
    Precise,
    /// Many flags, for those who read them all
    Broad,
}

/// Which verdicts are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Only {
    /// Where sources differ
    Discrepancies,
    /// Where they agree
    Agreements,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

fn probability(text: &str) -> Result<f64, String> {
    let read: f64 = text.parse().map_err(|_| "a number from 0 to 1, such as 0.8, is needed".to_owned())?;
    if (0.0..=1.0).contains(&read) { Ok(read) } else { Err("it must lie between 0 and 1".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_is_well_formed() {
        Args::command().debug_assert();
    }
}
