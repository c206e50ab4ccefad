//! Command-line arguments.

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
  testimonia morning.txt evening.txt                   where two texts agree and differ
  testimonia event/ -o event.html                      a folder of texts, as a page for a browser
  testimonia event.jsonl --format jsonl | jq .facet    records for another program, one per line
  testimonia event/ --facet name,quantity --only discrepancies --min-confidence 0.8
  testimonia event/ --explain r151eb2e0b817            all the evidence for one record
  testimonia event/ --dismiss seen.txt                 leave out the records listed in a file

A source is a text file (*.txt, *.text, *.md), a web page (*.html), or a line of a JSON Lines file (*.jsonl, *.ndjson):
  {\"id\": \"afp\", \"text\": \"...\", \"publisher\": \"AFP\", \"published\": \"2023-08-04\"}
Only \"text\" is required. If lines have an \"event\" field, each event is reconciled separately; to divide a feed into events,
use `testimonia stories`. A JSON file (*.json) holds a list of such objects, an object that contains such a list, or the
output of --format json, which can be shown again in any format. A file's id is its name; a line without an id is named
after its file and line number. Positions are byte offsets; in a web page they refer to the extracted text, which
`--format html` shows.

Exit status: 0 when done, 2 on an error; with --exit-code, 1 if a discrepancy is shown.";

/// The parsed arguments.
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

    /// Text files, web pages, JSON, JSON Lines, folders of these, globs, or - for standard input
    #[arg(
        value_name = "FILE",
        value_hint = ValueHint::AnyPath,
        required_unless_present_any = ["completions", "man", "print_config"]
    )]
    pub(crate) files: Vec<PathBuf>,

    /// Output format [default: human, or the format that the extension of --output implies]
    #[arg(short, long, value_name = "FORMAT", value_enum, help_heading = "Output")]
    pub(crate) format: Option<Format>,

    /// Write a table as csv or jsonl; the alignment table also as markdown or html [default: csv]
    #[arg(long, value_name = "TABLE", value_enum, conflicts_with = "explain", help_heading = "Output")]
    pub(crate) table: Option<TableOf>,

    /// Include the source texts (for web pages, the extracted article) in the output of --format json
    #[arg(long, conflicts_with = "explain", help_heading = "Output")]
    pub(crate) texts: bool,

    /// Show two texts side by side with linked sentences aligned: the first two, or the two named
    /// (--side-by-side=a.txt,b.txt)
    #[arg(
        long,
        value_name = "A,B",
        num_args = 0..=1,
        require_equals = true,
        conflicts_with_all = ["explain", "table", "exit_code"],
        help_heading = "Output"
    )]
    pub(crate) side_by_side: Option<Option<String>>,

    /// Write to a file, which is replaced only once the output is complete
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Output")]
    pub(crate) output: Option<PathBuf>,

    /// Show only records with at least this confidence, from 0 to 1 [default: 0.6]
    #[arg(long, value_name = "P", value_parser = probability, help_heading = "Choice")]
    pub(crate) min_confidence: Option<f64>,

    /// Show only records of these facets, separated by commas
    #[arg(
        long,
        value_name = "FACET",
        value_delimiter = ',',
        value_parser = PossibleValuesParser::new(Facet::ALL.iter().map(|facet| facet.as_str()))
            .try_map(|name| name.parse::<Facet>()),
        help_heading = "Choice"
    )]
    pub(crate) facet: Vec<Facet>,

    /// Show only discrepancies or only agreements
    #[arg(long, value_name = "VERDICT", value_enum, help_heading = "Choice")]
    pub(crate) only: Option<Only>,

    /// Show all the evidence for one record, claim or entity; a unique prefix of its id is enough
    #[arg(long, value_name = "ID", conflicts_with_all = ["format", "only", "facet", "exit_code"], help_heading = "Choice")]
    pub(crate) explain: Option<String>,

    #[command(flatten)]
    pub(crate) knowledge: Knowledge,

    /// Print the thresholds in effect, in the format that --config reads
    #[arg(long, help_heading = "Knowledge")]
    pub(crate) print_config: bool,

    /// Program to judge undecided points, run without a shell: it reads points from standard input and writes opinions to
    /// standard output
    #[arg(
        long,
        value_name = "COMMAND",
        value_hint = ValueHint::CommandString,
        value_parser = judge::Command::read,
        help_heading = "Knowledge"
    )]
    pub(crate) judge: Option<judge::Command>,

    /// Seconds the judge has for all points; opinions received by then count
    #[arg(
        long,
        value_name = "SECONDS",
        value_parser = judge::seconds,
        default_value = "30",
        requires = "judge",
        help_heading = "Knowledge"
    )]
    pub(crate) judge_timeout: Duration,

    /// An earlier --format json output for this event: points keep their ids, and the changes are printed to standard error
    #[arg(long, value_name = "PREVIOUS.json", value_hint = ValueHint::FilePath, help_heading = "Choice")]
    pub(crate) since: Option<PathBuf>,

    /// Records to leave out, one per line, by id or by readings: `12 people | 14 people`
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Choice")]
    pub(crate) dismiss: Vec<PathBuf>,

    /// Records to mark as accepted, in the same format
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Choice")]
    pub(crate) accept: Vec<PathBuf>,

    /// When to use colour; NO_COLOR is respected
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = When::Auto, help_heading = "Output")]
    pub(crate) color: When,

    /// Width of the human format in columns, at least 40 [default: the terminal's width, else 100]
    #[arg(long, value_name = "COLUMNS", help_heading = "Output")]
    pub(crate) width: Option<usize>,

    /// Exit with status 1 if a discrepancy is shown
    #[arg(long, help_heading = "Output")]
    pub(crate) exit_code: bool,

    /// Suppress warnings and progress
    #[arg(short, long, help_heading = "Output")]
    pub(crate) quiet: bool,

    /// Accept files that are not valid UTF-8, replacing what cannot be decoded with U+FFFD
    #[arg(long, help_heading = "Knowledge")]
    pub(crate) lossy: bool,

    /// Print shell completions
    #[arg(long, value_name = "SHELL", value_enum, exclusive = true, help_heading = "Installation")]
    pub(crate) completions: Option<Shell>,

    /// Print the manual page
    #[arg(long, exclusive = true, help_heading = "Installation")]
    pub(crate) man: bool,
}

/// What the program can do besides reconciling files.
#[derive(Clone, Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// Show what changed between two reconciliations written with --format json
    Diff(Diff),
    /// Compare two names: are they one name, one name spelled two ways, or two names?
    #[command(after_help = NAMES)]
    Names(Names),
    /// Group a feed of articles into stories and reconcile each story
    #[command(after_help = STORIES)]
    Stories(Stories),
    /// Serve agents over the Model Context Protocol on standard input and output
    #[cfg(feature = "mcp")]
    #[command(after_help = "An agent starts this program itself; docs/agents.md explains how to set it up.")]
    Mcp(Knowledge),
}

/// Two reconciliations of one event.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Diff {
    /// The earlier reconciliation
    #[arg(value_name = "OLD.json", value_hint = ValueHint::FilePath)]
    pub(crate) old: PathBuf,

    /// The later reconciliation
    #[arg(value_name = "NEW.json", value_hint = ValueHint::FilePath)]
    pub(crate) new: PathBuf,

    /// Write the changes as JSON
    #[arg(long)]
    pub(crate) json: bool,

    /// Exit with status 1 if anything changed
    #[arg(long)]
    pub(crate) exit_code: bool,
}

const NAMES: &str = "\
Examples:
  testimonia names Tiani Tchiani
  testimonia names \"Agence France-Presse\" AFP --kind organisation --json
  testimonia names \"Omar Tchiani\" \"Abdourahamane Tiani\" --aliases names.txt

This compares the letters and looks in the lexicon. Reconciling texts also takes the context of names into account.";

/// Two names.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Names {
    /// One name, as written
    pub(crate) a: String,

    /// The other name
    pub(crate) b: String,

    /// What the names refer to [default: what the lexicon lists them as, else a person]
    #[arg(long, value_name = "KIND", value_enum)]
    pub(crate) kind: Option<Kind>,

    /// Names to treat as one, a line per set: `Tiani | Tchiani`
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) aliases: Vec<PathBuf>,

    /// Names never to treat as one, a line per set: `Aisha Kande | Asha Kande`
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) never_merge: Vec<PathBuf>,

    /// Write the comparison as JSON
    #[arg(long)]
    pub(crate) json: bool,

    /// Exit with status 1 if they are two names, or one name spelled two ways
    #[arg(long)]
    pub(crate) exit_code: bool,
}

/// What a name refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// A person
    Person,
    /// A country, town or river
    Place,
    /// An institution, company or party
    Organisation,
}

const STORIES: &str = "\
Examples:
  testimonia stories feed.jsonl -o stories/                one file per story, and groups.tsv, the story of each article
  testimonia stories feed.jsonl -o stories/ --skip-done    continue after an interruption or when the feed has grown
  testimonia stories feed.jsonl > stories.jsonl            one story per line
  testimonia stories feed.jsonl --format tsv               the story of each article, without reconciling

A line of a feed is {\"id\": \"..\", \"title\": \"..\", \"text\": \"..\", \"published\": \"2023-08-04\", \"publisher\": \"..\"}. Only
\"text\" is required. A title is put before the text with a blank line between, and positions count from the title's start.";

/// How a feed is read and its stories written.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Stories {
    /// JSON Lines, JSON, folders of texts, globs, or - for standard input
    #[arg(value_name = "FEED", value_hint = ValueHint::AnyPath, required = true)]
    pub(crate) files: Vec<PathBuf>,

    /// Write each story to a file in this folder, named after the story's id
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "format")]
    pub(crate) output: Option<PathBuf>,

    /// What to write to standard output
    #[arg(short, long, value_name = "FORMAT", value_enum, default_value_t = StoryFormat::Jsonl)]
    pub(crate) format: StoryFormat,

    /// Skip stories whose file already exists
    #[arg(long, requires = "output")]
    pub(crate) skip_done: bool,

    #[command(flatten)]
    pub(crate) knowledge: Knowledge,

    /// Accept files that are not valid UTF-8, replacing what cannot be decoded with U+FFFD
    #[arg(long)]
    pub(crate) lossy: bool,

    /// Suppress warnings and progress
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// Output formats for stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StoryFormat {
    /// One story per line, with its reconciliation
    Jsonl,
    /// The id of each article and of its story, without reconciling
    Tsv,
}

/// Options that affect records and names.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Knowledge {
    /// Show few discrepancies, hardly any of them wrong (precise), or many, for readers who check them all (broad)
    #[arg(long, value_name = "PRESET", value_enum, conflicts_with = "config", help_heading = "Choice")]
    pub(crate) preset: Option<Preset>,

    /// Names to treat as one, a line per set: `Tiani | Tchiani`
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Knowledge")]
    pub(crate) aliases: Vec<PathBuf>,

    /// Names never to treat as one, a line per set: `Aisha Kande | Asha Kande`
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Knowledge")]
    pub(crate) never_merge: Vec<PathBuf>,

    /// Thresholds, in TOML or (with the extension .json) JSON; --print-config shows them all
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Knowledge")]
    pub(crate) config: Option<PathBuf>,
}

impl Knowledge {
    /// True if any option was given.
    pub(crate) fn is_given(&self) -> bool {
        self.config.is_some()
            || self.preset.is_some()
            || !self.aliases.is_empty()
            || !self.never_merge.is_empty()
    }
}

impl Args {
    /// The requested format, or the one implied by the output's extension. An extension that implies an unsupported format
    /// (`.pdf`) is an error: nobody could open the file.
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
            Trouble::at(file, format!("no format has the extension .{ending}"))
                .remedy(format!("use one of {}, or choose a format with --format", known.join(", ")))
        })
    }
}

/// The format that an output's extension implies.
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

/// Output formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text for a terminal
    Human,
    /// The whole reconciliation, as described by schema/testimonia-1.json
    Json,
    /// One record per line
    Jsonl,
    /// A single self-contained page for a browser
    Html,
    /// Text for an issue, a wiki or an email
    Markdown,
    /// A flat table for a spreadsheet or pandas, one row per mention
    Csv,
    /// A critical apparatus by parallel segmentation (TEI P5)
    Tei,
}

/// The flat tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableOf {
    /// One row per mention in a record's reading
    Records,
    /// One row per sentence in a claim
    Claims,
    /// One row per derivation (text reuse)
    Derivations,
    /// One row per claim and one column per source, with what the source says
    Alignment,
}

/// Sets of thresholds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Preset {
    /// Few discrepancies, hardly any of them wrong
    Precise,
    /// Many discrepancies, for readers who check them all
    Broad,
}

/// Which verdicts are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Only {
    /// Where the sources differ
    Discrepancies,
    /// Where the sources agree
    Agreements,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// When writing to a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

fn probability(text: &str) -> Result<f64, String> {
    let read: f64 = text.parse().map_err(|_| "expected a number from 0 to 1, such as 0.8".to_owned())?;
    if (0.0..=1.0).contains(&read) { Ok(read) } else { Err("the number must be between 0 and 1".to_owned()) }
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
