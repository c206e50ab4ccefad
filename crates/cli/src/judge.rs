//! Judge: a program supplied by the user, which is asked about undecided points over its standard input and output.
//!
//! It reads one point per line and writes one opinion per line, in any order, as described by schema/judge-1.json. Anything
//! else it does (no answer, invalid output, too late, too much) is reported and ignored; the reconciliation continues without
//! it.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{self, Child, ChildStderr, ChildStdin, ChildStdout, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use testimonia::resolve::{Judge, Opinion, Outcome, Point};
use testimonia::{Mention, Span};

/// The schema of the lines in both directions. It changes only if a field is renamed or removed.
pub(crate) const SCHEMA: &str = "testimonia/judge/1";

/// Limits after which a program's output is no longer read: bytes in a line, and lines that are not answers.
const LINE: u64 = 1 << 20;
const BABBLE: usize = 100;
/// How many complaints about single answers are reported one by one.
const TOLD: usize = 5;
/// How long a program that has closed its output may take to exit before it is killed.
const GRACE: Duration = Duration::from_millis(500);

/// A program and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Command {
    program: String,
    arguments: Vec<String>,
}

impl Command {
    /// Splits a command at whitespace outside quotation marks. No shell is involved, which makes the program itself the child
    /// that is killed at the deadline.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let mut words = Vec::new();
        let mut word: Option<String> = None;
        let mut quoted: Option<char> = None;
        for c in text.chars() {
            match (quoted, c) {
                (Some(mark), c) if c == mark => quoted = None,
                (None, '"' | '\'') => {
                    quoted = Some(c);
                    word.get_or_insert_default();
                }
                (None, c) if c.is_whitespace() => words.extend(word.take()),
                (_, c) => word.get_or_insert_default().push(c),
            }
        }
        if let Some(mark) = quoted {
            return Err(format!("the quotation mark {mark} is not closed"));
        }
        words.extend(word);
        let mut words = words.into_iter();
        match words.next().filter(|program| !program.is_empty()) {
            Some(program) => Ok(Self { program, arguments: words.collect() }),
            None => Err("expected a program, such as 'python3 judge.py'".to_owned()),
        }
    }

    /// The judge's name in records: the program and, if any, the script it runs. Options are left out, since one may be a
    /// secret.
    fn name(&self) -> String {
        let file = |word: &String| {
            Path::new(word)
                .file_name()
                .map_or_else(|| word.clone(), |name| name.to_string_lossy().into_owned())
        };
        let script = self.arguments.first().filter(|word| !word.starts_with('-') && word.contains('.'));
        match script {
            Some(script) => format!("{} {}", file(&self.program), file(script)),
            None => file(&self.program),
        }
    }
}

/// A time limit in seconds.
pub(crate) fn seconds(text: &str) -> Result<Duration, String> {
    let read = text.parse::<f64>().ok().filter(|seconds| (0.01..=86_400.0).contains(seconds));
    let read = read.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    read.ok_or_else(|| "expected a number of seconds up to 86400, such as 30".to_owned())
}

/// Problems with a judge, reported once the work is done.
#[derive(Clone, Debug, Default)]
pub(crate) struct Complaints(Arc<Mutex<Vec<String>>>);

impl Complaints {
    fn add(&self, complaint: String) {
        // A complaint may quote the child's output, which must not control the terminal.
        let complaint = complaint.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(complaint);
    }

    pub(crate) fn take(&self) -> Vec<String> {
        let mut all = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let more = all.len().saturating_sub(TOLD);
        if more > 0 {
            all.truncate(TOLD);
            all.push(format!("and {more} more like these"));
        }
        all
    }
}

/// A program as a judge.
#[derive(Debug)]
pub(crate) struct Program {
    command: Command,
    name: String,
    limit: Duration,
    complaints: Complaints,
}

impl Program {
    pub(crate) fn new(command: Command, limit: Duration, complaints: Complaints) -> Self {
        Self { name: command.name(), command, limit, complaints }
    }
}

impl Judge for Program {
    fn name(&self) -> &str {
        &self.name
    }

    fn judge(&self, points: &[Point]) -> Vec<Option<Opinion>> {
        let mut answers = Answers::to(points);
        // How the child ended is reported before problems with single answers.
        if let Some(end) = hear(&self.command, self.limit, &mut answers) {
            self.complaints.add(end);
        }
        answers.complaints.drain(..).for_each(|complaint| self.complaints.add(complaint));
        answers.opinions
    }

    fn refused(&self, point: &Point, reason: &str) {
        self.complaints.add(format!("its opinion on {} is ignored: {reason}", point.id));
    }
}

/// A point as sent to the judge.
#[derive(Serialize)]
struct Question<'p> {
    schema: &'static str,
    #[serde(flatten)]
    point: &'p Point,
}

/// An answer as received.
#[derive(Deserialize)]
struct Answer {
    schema: Option<String>,
    id: String,
    /// `None` if the judge has no opinion.
    verdict: Option<Outcome>,
    probability: Option<f64>,
    why: Option<String>,
    places: Option<Vec<Named>>,
    judge: Option<String>,
}

/// A place named in an answer: by byte offsets, or by its words alone if they occur in the text shown.
#[derive(Deserialize)]
struct Named {
    source: String,
    text: String,
    start: Option<usize>,
    end: Option<usize>,
}

/// The answers to a set of points, as they arrive.
struct Answers<'p> {
    points: &'p [Point],
    by_id: BTreeMap<&'p str, usize>,
    opinions: Vec<Option<Opinion>>,
    answered: Vec<bool>,
    complaints: Vec<String>,
    babble: usize,
}

impl<'p> Answers<'p> {
    fn to(points: &'p [Point]) -> Self {
        Self {
            points,
            by_id: points.iter().enumerate().map(|(n, point)| (point.id.as_str(), n)).collect(),
            opinions: vec![None; points.len()],
            answered: vec![false; points.len()],
            complaints: Vec::new(),
            babble: 0,
        }
    }

    fn missing(&self) -> usize {
        self.answered.iter().filter(|answered| !**answered).count()
    }

    /// Reads a line. Returns false once too many lines were not answers.
    fn take(&mut self, line: &[u8]) -> bool {
        if line.trim_ascii().is_empty() {
            return true;
        }
        let before = self.missing();
        if let Err(complaint) = self.read(line) {
            // An invalid answer to a point is not babble; there can be no more of those than points.
            self.babble += usize::from(self.missing() == before);
            self.complaints.push(complaint);
        }
        self.babble < BABBLE
    }

    fn read(&mut self, line: &[u8]) -> Result<(), String> {
        let shown = || {
            let text = String::from_utf8_lossy(line);
            let text: String =
                text.trim().chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect();
            format!("{text:?}")
        };
        let answer: Answer =
            serde_json::from_slice(line).map_err(|e| format!("{} is not an answer: {e}", shown()))?;
        if let Some(other) = answer.schema.filter(|schema| schema != SCHEMA) {
            return Err(format!("{} has the schema {other:?}, but {SCHEMA:?} is required", shown()));
        }
        let Some(&at) = self.by_id.get(answer.id.as_str()) else {
            return Err(format!("{} answers a point that was not asked", shown()));
        };
        let (Some(point), Some(answered), Some(opinion)) =
            (self.points.get(at), self.answered.get_mut(at), self.opinions.get_mut(at))
        else {
            return Ok(());
        };
        if std::mem::replace(answered, true) {
            return Err(format!("{} answers a point a second time; the first answer counts", shown()));
        }
        let Some(outcome) = answer.verdict else { return Ok(()) };
        let Some(probability) = answer.probability else {
            return Err(format!("{} has a verdict without a probability", shown()));
        };
        let places = answer.places.unwrap_or_default();
        let places: Result<Vec<Mention>, String> =
            places.into_iter().map(|named| located(point, named)).collect();
        let mut said = Opinion::new(outcome, probability).places(places?).why(answer.why.unwrap_or_default());
        said.by = answer.judge;
        *opinion = Some(said);
        Ok(())
    }
}

/// The mention that a place refers to. The library checks that given offsets hold these words.
fn located(point: &Point, named: Named) -> Result<Mention, String> {
    let Named { source, text, start, end } = named;
    match (start, end) {
        (Some(start), Some(end)) => Ok(Mention::new(source, Span { start, end }, text)),
        _ => point.place(&source, &text).ok_or_else(|| {
            format!("its opinion on {} is ignored: {text:?} was not shown in {source:?}", point.id)
        }),
    }
}

/// A child process that is killed when dropped.
struct Held(Child);

impl Drop for Held {
    fn drop(&mut self) {
        // Both fail only if the child has already exited.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Why a program's output is no longer read.
enum End {
    Closed,
    Late,
    Babble,
    Unreadable(io::Error),
}

/// Runs the program, sends the points and reads the answers. Returns a description of anything that went wrong.
fn hear(command: &Command, limit: Duration, answers: &mut Answers<'_>) -> Option<String> {
    let Command { program, arguments } = command;
    let deadline = Instant::now() + limit;
    let mut start = process::Command::new(program);
    start.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = match start.spawn() {
        Ok(child) => Held(child),
        Err(error) => return Some(format!("{program} cannot be started: {error}; nothing was judged")),
    };
    let (Some(stdin), Some(stdout)) = (child.0.stdin.take(), child.0.stdout.take()) else {
        return Some(format!("{program} has no standard input and output; nothing was judged"));
    };
    let mut questions = Vec::new();
    for point in answers.points {
        // Points consist of text and numbers, so serialization cannot fail.
        let _ = serde_json::to_writer(&mut questions, &Question { schema: SCHEMA, point });
        questions.push(b'\n');
    }
    // Separate threads, since a child may fill its output before it reads, or never read. They are not joined: one whose
    // grandchild keeps the pipe open would never finish.
    let (send, lines) = mpsc::sync_channel(64);
    thread::spawn(move || ask(stdin, &questions));
    thread::spawn(move || listen(stdout, &send));
    let muttered = child.0.stderr.take().map(pass_on);
    let end = collect(&lines, deadline, answers);
    let (missing, all) = (answers.missing(), answers.points.len());
    let counted = format!("{missing} of {all} points have no answer");
    let told = match end {
        End::Late => {
            let limit = limit.as_secs_f64();
            Some(format!("{program} did not finish within {limit} seconds (see --judge-timeout); {counted}"))
        }
        End::Babble => {
            Some(format!("{program} wrote too much that is not an answer and was stopped; {counted}"))
        }
        End::Unreadable(error) => Some(format!("the output of {program} cannot be read: {error}; {counted}")),
        // It may still have cleaning up to do.
        End::Closed => match ended(&mut child.0) {
            _ if missing == 0 => None,
            Some(status) if !status.success() => Some(format!("{program} ended with {status}; {counted}")),
            _ => Some(format!("{program} closed its output; {counted}")),
        },
    };
    drop(child);
    // Its standard error comes before messages about it.
    if let Some(muttered) = muttered {
        let _ = muttered.recv_timeout(GRACE);
    }
    told
}

/// Forwards a child's standard error to ours; the returned channel closes at its end. Standard error is not inherited,
/// because a reader of ours would then wait for the last grandchild.
fn pass_on(mut stderr: ChildStderr) -> Receiver<()> {
    let (done, ended) = mpsc::channel();
    thread::spawn(move || {
        let _ = io::copy(&mut stderr, &mut io::stderr());
        drop(done);
    });
    ended
}

/// The exit status of a child, if it exits soon.
fn ended(child: &mut Child) -> Option<process::ExitStatus> {
    let until = Instant::now() + GRACE;
    loop {
        match child.try_wait() {
            Ok(None) if Instant::now() < until => thread::sleep(Duration::from_millis(10)),
            Ok(status) => return status,
            Err(_) => return None,
        }
    }
}

fn ask(mut stdin: ChildStdin, questions: &[u8]) {
    // A child that has read enough closes its input; missing answers show what it did not read.
    let _ = stdin.write_all(questions);
}

/// Sends lines until there are no more, a line is too long, or the receiver is gone.
fn listen(stdout: ChildStdout, send: &SyncSender<io::Result<Vec<u8>>>) {
    let mut stdout = BufReader::new(stdout);
    loop {
        let mut line = Vec::new();
        let read = stdout.by_ref().take(LINE).read_until(b'\n', &mut line);
        let sent = match read {
            Ok(0) => return,
            Ok(_) if line.len() as u64 == LINE => {
                let _ = send.send(Err(io::Error::other("a line is longer than a megabyte")));
                return;
            }
            Ok(_) => send.send(Ok(line)),
            Err(error) => {
                let _ = send.send(Err(error));
                return;
            }
        };
        if sent.is_err() {
            return;
        }
    }
}

/// Collects lines until all points are answered, the lines end or time runs out.
fn collect(lines: &Receiver<io::Result<Vec<u8>>>, deadline: Instant, answers: &mut Answers<'_>) -> End {
    while answers.missing() > 0 {
        let left = deadline.saturating_duration_since(Instant::now());
        match lines.recv_timeout(left) {
            Ok(Ok(line)) if answers.take(&line) => {}
            Ok(Ok(_)) => return End::Babble,
            Ok(Err(error)) => return End::Unreadable(error),
            Err(RecvTimeoutError::Timeout) => return End::Late,
            Err(RecvTimeoutError::Disconnected) => return End::Closed,
        }
        // If the program writes without pause, `recv_timeout` never times out.
        if Instant::now() >= deadline && answers.missing() > 0 {
            return End::Late;
        }
    }
    End::Closed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_words() {
        let read = |text: &str| Command::read(text).map(|c| (c.program, c.arguments.join("|")));
        for (text, program, arguments) in [
            ("judge", "judge", ""),
            ("  python3  judge.py -v ", "python3", "judge.py|-v"),
            ("\"/my judges/one\" 'a b' c\"d e\"f ''", "/my judges/one", "a b|cd ef|"),
            ("C:\\judge.exe 'say \"it\"'", "C:\\judge.exe", "say \"it\""),
        ] {
            assert_eq!(read(text), Ok((program.to_owned(), arguments.to_owned())));
        }
        for text in ["", "  ", "''", "judge 'a"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn its_name_holds_no_options() {
        let name = |text: &str| Command::read(text).map(|c| c.name());
        for (text, expected) in [
            ("/usr/bin/judge --key s3cret", "judge"),
            ("python3 rules/judge.py --key s3cret", "python3 judge.py"),
            ("python3 -c 'print(1)'", "python3"),
            ("judge s3cret", "judge"),
        ] {
            assert_eq!(name(text), Ok(expected.to_owned()));
        }
    }

    #[test]
    fn a_time_limit_is_positive() {
        assert_eq!(seconds("30"), Ok(Duration::from_secs(30)));
        assert_eq!(seconds("0.5"), Ok(Duration::from_millis(500)));
        for text in ["0", "-1", "NaN", "inf", "soon", "1e9"] {
            assert!(seconds(text).is_err(), "{text}");
        }
    }
}
