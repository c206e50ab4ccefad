//! Trouble: what went wrong, where, and what the user can do about it.

use std::fmt;
use std::io::{self, Write};
use std::path::Path;

/// Prints a message to standard error.
pub(crate) fn tell(what: impl fmt::Display) {
    // If standard error is closed, nobody can be told.
    let _ = writeln!(anstream::stderr(), "testimonia: {}", tame(&what.to_string()));
}

/// Escapes control characters and characters that change text direction: file names and ids may contain anything.
fn tame(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '\n' => out.push(ch),
            _ if is_unseen(ch) => out.extend(ch.escape_unicode()),
            _ if ch.is_control() => out.extend(ch.escape_default()),
            _ => out.push(ch),
        }
    }
    out
}

/// True for characters that change the direction of text, and for noncharacters.
pub(crate) fn is_unseen(ch: char) -> bool {
    matches!(ch, '\u{fffe}' | '\u{ffff}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// An error as shown to the user.
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

    /// An error in a file.
    pub(crate) fn at(file: &Path, what: impl fmt::Display) -> Self {
        Self::new(format!("{}: {what}", file.display()))
    }

    /// An error in a line of a file, counted from 1.
    pub(crate) fn at_line(file: &Path, line: usize, what: impl fmt::Display) -> Self {
        Self::new(format!("{}, line {line}: {what}", file.display()))
    }

    /// Adds advice on what to do.
    pub(crate) fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    /// The error without the advice.
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
            () if error.is_config() => trouble.remedy("--print-config shows all thresholds in effect"),
            () if error.is_limit() => trouble.remedy(
                "if there is enough memory, raise the limit in a --config file; --print-config shows all options",
            ),
            () if error.is_input() => {
                trouble.remedy("give at least two texts, a folder of texts, or JSON Lines; see --help")
            }
            () => trouble,
        }
    }
}
