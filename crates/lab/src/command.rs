//! The commands: their names, arguments and purpose, and how the words typed select one.

use std::fmt::Write;

use crate::Outcome;

/// A command.
pub(crate) struct Command {
    /// Its words: `fit linking`.
    pub(crate) name: &'static str,
    /// The arguments as help shows them; optional ones are in brackets, and the last may be repeated if it ends in dots.
    pub(crate) takes: &'static str,
    /// Its purpose, in one line.
    pub(crate) does: &'static str,
    /// Anything else its help says.
    pub(crate) note: &'static str,
    pub(crate) run: fn(&[&str]) -> Outcome,
}

/// What the user asked for.
pub(crate) enum Asked<'c, 'w> {
    Help(String),
    Run(&'c Command, &'w [&'w str]),
}

impl Command {
    fn words(&self) -> impl Iterator<Item = &'static str> {
        self.name.split(' ')
    }

    /// Its options, which come before other arguments.
    fn options(&self) -> impl Iterator<Item = &'static str> {
        self.takes.split(' ').map(|word| word.trim_matches(['[', ']'])).filter(|word| word.starts_with('-'))
    }

    /// The least and greatest number of arguments after its options.
    fn arity(&self) -> (usize, usize) {
        let plain = || {
            let words = self.takes.split(' ').filter(|word| !word.is_empty());
            words.take_while(|word| !matches!(*word, "<" | ">")).filter(|word| !word.starts_with("[-"))
        };
        let least = plain().filter(|word| !word.starts_with('[')).count();
        let most = if plain().any(|word| word.ends_with("...")) { usize::MAX } else { plain().count() };
        (least, most)
    }

    fn usage(&self) -> String {
        format!("lab {} {}", self.name, self.takes).trim_end().to_owned()
    }

    fn help(&self) -> String {
        let note = if self.note.is_empty() { String::new() } else { format!("\n\n{}", self.note) };
        format!("{}\n\nusage: {}{note}", self.does, self.usage())
    }

    /// Checks that there are as many arguments as it takes and that none looks like an option it does not have.
    fn check(&self, rest: &[&str]) -> Result<(), String> {
        let wrong = |what: String| Err(format!("{what}\nusage: {}", self.usage()));
        let options = rest.iter().take(self.options().count());
        let given = options.take_while(|word| self.options().any(|option| option == **word)).count();
        let plain = rest.get(given..).unwrap_or_default();
        if let Some(option) = plain.iter().find(|word| word.starts_with('-')) {
            return wrong(format!(
                "{}: no option {option:?}; write a file or folder of that name as ./{option}",
                self.name
            ));
        }
        let (least, most) = self.arity();
        match plain.len() {
            n if n < least => wrong(format!("{}: too few arguments", self.name)),
            n if n > most => wrong(format!("{}: too many arguments", self.name)),
            _ => Ok(()),
        }
    }
}

/// What the words typed ask for.
pub(crate) fn asked<'c, 'w>(commands: &'c [Command], words: &'w [&'w str]) -> Result<Asked<'c, 'w>, String> {
    let is_help = |word: &str| matches!(word, "--help" | "-h");
    let Some((&first, rest)) = words.split_first() else {
        return Err(format!("which command?\n\n{}", overview(commands, "")));
    };
    if is_help(first) || first == "help" && rest.is_empty() {
        return Ok(Asked::Help(overview(commands, "")));
    }
    if first == "help" {
        let named: Vec<&str> = rest.iter().copied().chain(["--help"]).collect();
        return match asked(commands, &named)? {
            Asked::Help(help) => Ok(Asked::Help(help)),
            Asked::Run(command, _) => Ok(Asked::Help(command.help())),
        };
    }
    let named = |command: &&Command| command.words().zip(words).filter(|(own, word)| own == *word).count();
    let full = |command: &&Command| named(command) == command.words().count();
    if let Some(command) = commands.iter().find(full) {
        let rest = words.get(command.words().count()..).unwrap_or_default();
        if rest.iter().any(|word| is_help(word)) {
            return Ok(Asked::Help(command.help()));
        }
        command.check(rest)?;
        return Ok(Asked::Run(command, rest));
    }
    let of_first = |command: &&Command| command.words().next() == Some(first);
    if !commands.iter().any(|command| of_first(&command)) {
        return Err(format!("no command {first:?}; `lab --help` lists all commands"));
    }
    let listed = overview(commands, first);
    if rest.iter().any(|word| is_help(word)) { Ok(Asked::Help(listed)) } else { Err(listed) }
}

/// All commands, or those that begin with a word, one per line.
fn overview(commands: &[Command], first: &str) -> String {
    let listed = || commands.iter().filter(|c| first.is_empty() || c.words().next() == Some(first));
    let width = listed().map(|command| command.name.len()).max().unwrap_or(0);
    let mut out = String::from("usage: lab COMMAND ..., or lab COMMAND --help for its arguments\n\n");
    for command in listed() {
        let _ = writeln!(out, "  {:width$}  {}", command.name, command.does);
    }
    out.trim_end().to_owned()
}
