//! A desk to run the program at: a folder of its own, and helpers to call the program and look at its output.

#![allow(dead_code, unreachable_pub, reason = "each test binary uses a part of this")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub const DAM_A: &str = "The dam at Tillia broke on Monday, killing 12 people. \
    “We heard a roar and ran,” said Kiari Moussa, the mayor of Tillia. Engineers had warned of cracks in the spring.";
pub const DAM_B: &str = "The dam at Tillia broke on Monday, killing 14 people. \
    \"We heard a noise and ran,\" said Chiari Moussa, the mayor of Tillia. The road to the town is closed.";

pub struct Desk(PathBuf);

impl Desk {
    /// An empty folder for one test.
    pub fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), bytes).unwrap();
        self
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The two texts on the dam, as a.txt and b.txt.
    pub fn dam(name: &str) -> Self {
        let desk = Self::new(name);
        desk.write("a.txt", DAM_A).write("b.txt", DAM_B);
        desk
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_testimonia"));
        command.current_dir(&self.0).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").args(words);
        command
    }

    pub fn run(&self, words: &[&str]) -> Output {
        self.command(words).stdin(Stdio::null()).output().unwrap()
    }

    pub fn run_with(&self, words: &[&str], input: &str) -> Output {
        let mut child = self
            .command(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    }

    /// What it prints when it succeeds.
    #[track_caller]
    pub fn prints(&self, words: &[&str]) -> String {
        stdout(&self.run(words))
    }

    /// What it says on standard error when it fails, having printed nothing.
    #[track_caller]
    pub fn complains(&self, words: &[&str]) -> String {
        let output = self.run(words);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{message}");
        assert!(output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
        message
    }
}

#[track_caller]
pub fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}
