//! Adverse conditions: a full disk, a file that cannot be read, a folder that changes, Ctrl-C, names and ids that would act where
//! they are shown. The program does what it was asked or says what is wrong, and leaves nothing half-written.

use std::fs;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;

use serde_json::{Value, json};

use crate::desk::{DAM_A, DAM_B, Desk};

#[path = "../../../tests/it/render/rules.rs"]
mod rules;

use rules::{PAYLOADS, is_tame};

/// A bundle in which every payload is an id, a publisher and part of a text.
fn attacked(name: &str) -> Desk {
    let desk = Desk::new(name);
    let lines = PAYLOADS.iter().enumerate().map(|(n, payload)| {
        let dam = if n % 2 == 0 { DAM_A } else { DAM_B };
        let text = dam.replace("ran,", &format!("{payload} ran,"));
        json!({"id": payload, "publisher": payload, "text": text, "published": "2024-05-08"}).to_string()
    });
    desk.write("event.jsonl", lines.collect::<Vec<_>>().join("\n"));
    desk
}

fn names(desk: &Desk) -> Vec<String> {
    let entries = fs::read_dir(desk.path(".")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn payloads_run_in_no_format() {
    let desk = attacked("payloads");
    for format in ["human", "html", "tei", "csv", "markdown"] {
        let shown = desk.prints(&["event.jsonl", "-f", format]);
        is_tame(&shown);
        match format {
            // The page itself has no handler, script, external address or such element, so any found came from a payload.
            "html" => {
                let lower = shown.to_lowercase();
                for part in
                    ["<script", "<img", "<svg/", "<!--", "<![cdata", "<iframe", "href=\"http", "href=\"java"]
                {
                    assert!(!lower.contains(part), "{part}");
                }
                assert_eq!(lower.matches("<style").count(), 1);
                assert_eq!(lower.matches("<title").count(), lower.matches("</title").count());
            }
            "tei" => {
                for part in ["<script", "<![CDATA", "<!DOCTYPE", "<!ENTITY", "&xxe;", "<x>"] {
                    assert!(!shown.contains(part), "{part}");
                }
            }
            "csv" => drop(rules::rows(&shown)),
            "markdown" => {
                let bare = shown.replace("\\<", "").replace("\\[", "").replace("\\]", "").replace("\\!", "");
                assert!(!bare.contains('<') && !bare.contains("]("), "{bare}");
            }
            _ => {}
        }
    }
    // A reconciliation read from a file is explained.
    let made = desk.prints(&["event.jsonl", "-f", "json"]);
    desk.write("made.json", &made);
    let made = serde_json::from_str::<Value>(&made).unwrap();
    for record in made["records"].as_array().unwrap() {
        is_tame(&desk.prints(&["made.json", "--explain", record["id"].as_str().unwrap()]));
    }
    is_tame(&desk.prints(&["stories", "event.jsonl", "--format", "tsv"]));
}

#[test]
fn ids_name_no_file() {
    let desk = attacked("ids_name_no_file");
    desk.prints(&["stories", "event.jsonl", "-o", "out/stories"]);
    desk.prints(&["event.jsonl", "-o", "page.html"]);
    assert_eq!(names(&desk), ["event.jsonl", "out", "page.html"]);
    for entry in fs::read_dir(desk.path("out/stories")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.');
        assert!(plain, "{name}");
    }
    for file in ["/etc/escaped", "../escaped", "../../escaped"] {
        assert!(!desk.path(file).exists(), "{file}");
    }
}

#[cfg(unix)]
#[test]
fn control_characters_in_file_names_are_shown_not_obeyed() {
    let desk = Desk::dam("names_of_files");
    desk.write("\u{1b}[31m\u{202e}.bin", "x").write("\u{1b}]0;x\u{7}.txt", DAM_A);
    let output = desk.run(&["."]);
    is_tame(&String::from_utf8(output.stderr).unwrap());
    is_tame(&String::from_utf8(output.stdout).unwrap());
    is_tame(&desk.complains(&["a.txt", "\u{1b}[2J\u{9b}.txt"]));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_reported() {
    let desk = Desk::dam("full");
    for format in ["human", "json", "jsonl", "html", "csv", "tei", "markdown"] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = desk.command(&["a.txt", "b.txt", "-f", format]).stdout(full).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{format}: {said}");
        assert!(said.contains("No space left on device"), "{format}: {said}");
    }
    let said = desk.complains(&["a.txt", "b.txt", "-f", "json", "-o", "/dev/full"]);
    assert!(said.contains("/dev/full: cannot be written: No space left on device"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_read_is_named() {
    let desk = Desk::dam("unreadable");
    // It can be opened, even by root, but reading it fails.
    let said = desk.complains(&["a.txt", "/proc/self/mem"]);
    assert!(said.starts_with("testimonia: /proc/self/mem: "), "{said}");
    std::os::unix::fs::symlink("loop.txt", desk.path("loop.txt")).unwrap();
    std::os::unix::fs::symlink("gone.txt", desk.path("dangling.txt")).unwrap();
    for file in ["loop.txt", "dangling.txt"] {
        let said = desk.complains(&["a.txt", file]);
        assert!(said.starts_with(&format!("testimonia: {file}: no such file")), "{said}");
    }
    // In a folder they are reported and left out; a folder that contains itself is not entered.
    std::os::unix::fs::symlink(".", desk.path("again")).unwrap();
    let output = desk.run(&[".", "-f", "json"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    assert!(said.contains("dangling.txt, loop.txt") && said.contains("again"), "{said}");
    let read: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(read["sources"].as_array().unwrap().len(), 2);
}

/// A device that never ends is rejected before it takes all memory.
#[cfg(target_os = "linux")]
#[test]
fn input_beyond_a_limit_is_rejected_with_the_name_of_the_limit() {
    let desk = Desk::dam("limits");
    desk.write("few.toml", "[limits]\nsource = 100\n");
    let said = desk.complains(&["a.txt", "b.txt", "--config", "few.toml"]);
    assert!(
        said.contains("source \"a.txt\" has ") && said.contains("more than limits.source allows (100)"),
        "{said}"
    );
    assert!(said.contains("--config"), "{said}");
    desk.write("none.toml", "[limits]\nsource = -1\n");
    assert!(desk.complains(&["a.txt", "b.txt", "--config", "none.toml"]).contains("none.toml"));
}

#[test]
fn a_folder_that_changes_is_read_or_refused() {
    let desk = Desk::dam("changing");
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut n = 0;
            while !done.load(Relaxed) {
                n += 1;
                let file = desk.path(&format!("more-{}.txt", n % 5));
                let _ = fs::write(&file, DAM_B);
                let _ = fs::rename(&file, desk.path("moved.txt"));
                let _ = fs::remove_file(desk.path("moved.txt"));
            }
        });
        for _ in 0..12 {
            let output = desk.run(&[".", "-f", "json"]);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            match output.status.code() {
                Some(0) => drop(serde_json::from_slice::<Value>(&output.stdout).unwrap()),
                // A file was there when the folder was listed, but is gone now.
                Some(2) => assert!(output.stdout.is_empty() && said.contains(".txt: "), "{said}"),
                code => panic!("{code:?}: {said}"),
            }
        }
        done.store(true, Relaxed);
    });
}

/// Whenever the program is stopped, the file is the old one or the new one, complete.
#[cfg(unix)]
#[test]
fn a_stopped_program_leaves_nothing_half_written() {
    let desk = Desk::new("stopped");
    for n in 0..12 {
        desk.write(&format!("texts/{n:02}.txt"), DAM_A.repeat(4 + n));
    }
    const OLD: &str = "the old page";
    for wait in [0, 20, 60, 120, 200, 300, 450, 700] {
        desk.write("page.html", OLD);
        let mut child = desk.command(&["texts", "-o", "page.html"]).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        let id = child.id().to_string();
        let _ = std::process::Command::new("kill").args(["-INT", &id]).stderr(Stdio::null()).status();
        child.wait().unwrap();
        let page = desk.read("page.html");
        assert!(page == OLD || page.trim_end().ends_with("</html>"), "{wait} ms: {} bytes", page.len());
        assert_eq!(names(&desk), ["page.html", "texts"], "{wait} ms");
    }
}
