//! Trouble: what went wrong, where, and what can be done about it.

use std::fmt;
use std::io::{self, Write};
use std::path::Path;

/// Tells the user something on standard error.
pub(crate) fn tell(what: impl fmt::Display) {
    // Nobody is left to tell where standard error is closed.
    let _ = writeln!(anstream::stderr(), "testimonia: {}", tame(&what.to_string()));
}

/// The text with what a terminal would obey, or what would turn a line, written out: names of files and ids may hold anything.
fn tame(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '\n' => out.push(ch),
            _ if turns_a_line(ch) => out.extend(ch.escape_unicode()),
            _ if ch.is_control() => out.extend(ch.escape_default()),
            _ => out.push(ch),
        }
    }
    out
}

/// True of the marks with which a line reads other than it is.
pub(crate) fn turns_a_line(ch: char) -> bool {
    matches!(ch, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// One thing that went wrong, as the user is told.
#[derive(Debug)]
pub(crate) struct Trouble {
    what: String,
    remedy: Option<String>,
    closed_pipe: bool,
}

impl Trouble {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: None, closed_pipe: false }
    }

    /// Trouble with a file.
    pub(crate) fn at(file: &Path, what: impl fmt::Display) -> Self {
        Self::new(format!("{}: {what}", file.display()))
    }

    /// Trouble with a line of a file, counted from 1.
    pub(crate) fn at_line(file: &Path, line: usize, what: impl fmt::Display) -> Self {
        Self::new(format!("{}, line {line}: {what}", file.display()))
    }

    /// Says what can be done.
    pub(crate) fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    /// What went wrong, without what can be done.
    pub(crate) fn what(&self) -> &str {
        &self.what
    }

    pub(crate) fn is_closed_pipe(&self) -> bool {
        self.closed_pipe
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        match &self.remedy {
            Some(remedy) => write!(f, "\n  {remedy}"),
            None => Ok(()),
        }
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self { closed_pipe: error.kind() == io::ErrorKind::BrokenPipe, ..Self::new(error.to_string()) }
    }
}

impl From<testimonia::Error> for Trouble {
    fn from(error: testimonia::Error) -> Self {
        let trouble = Self::new(error.to_string());
        match () {
            () if error.is_config() => trouble.remedy("--print-config shows all thresholds as they are"),
            () if error.is_limit() => trouble.remedy(
                "where there is the memory, raise it in a file for --config; --print-config shows all",
            ),
            () if error.is_input() => {
                trouble.remedy("give two texts or more, a folder of them, or JSON Lines; see --help")
            }
            () => trouble,
        }
    }
}
