//! Markdown: replaces markup by spaces of the same length, which keeps positions valid for the file.

use std::ops::Range;

use testimonia::Published;

use super::given::when;

/// A Markdown text.
pub(super) struct Note {
    pub(super) text: String,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<Published>,
}

/// Reads the text and its front matter.
pub(super) fn read(text: &str) -> Note {
    let matter = text.get(..front_matter(text)).unwrap_or_default();
    let value = |names: &[&str]| {
        let mut lines = matter.lines().filter_map(|line| line.split_once(':'));
        let (_, value) = lines.find(|(name, _)| names.contains(name))?;
        Some(value.trim().trim_matches(['"', '\'']).trim()).filter(|value| !value.is_empty())
    };
    Note {
        text: without_marks(text),
        publisher: value(&["publisher"]).map(str::to_owned),
        published: value(&["date", "published"]).and_then(|text| when(text).ok()),
    }
}

/// Blanks front matter, comments, markers of headings and quotations, emphasis, and the addresses of links and images.
/// Brackets that are not links, code and tables are kept.
fn without_marks(text: &str) -> String {
    let mut marks = Vec::new();
    let body = front_matter(text);
    marks.push(0..body);
    for comment in pieces(text, body, "<!--", "-->") {
        marks.push(comment);
    }
    let mut at = body;
    for line in text.get(body..).unwrap_or_default().split_inclusive('\n') {
        let head = heads(line);
        marks.push(at..at + head);
        links(line, at, &mut marks);
        emphasis(line, head, at, &mut marks);
        at += line.len();
    }
    blanked(text, marks)
}

/// Where the text begins after front matter between `---` lines.
fn front_matter(text: &str) -> usize {
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else { return 0 };
    let mut at = first.len();
    for line in lines {
        at += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return at;
        }
        // If it contains anything but `name: value`, lists and blank lines, it is text, and the first line was a rule.
        let goes_on = line.contains(':') || line.trim().is_empty() || line.starts_with([' ', '-', '#']);
        if !goes_on {
            return 0;
        }
    }
    0
}

fn pieces(text: &str, from: usize, open: &str, close: &str) -> Vec<Range<usize>> {
    let (mut found, mut at) = (Vec::new(), from);
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(open)).map(|n| at + n) {
        let Some(end) = text.get(start..).and_then(|rest| rest.find(close)).map(|n| start + n + close.len())
        else {
            break;
        };
        found.push(start..end);
        at = end;
    }
    found
}

/// The length of the markup at the beginning of a line (`# `, `> `), or of the whole line if it is a rule or underlines a
/// heading.
fn heads(line: &str) -> usize {
    let bare = line.trim();
    let is_rule = |mark: char| bare.len() >= 3 && bare.chars().all(|c| c == mark || c == ' ');
    if ['-', '=', '*', '_'].into_iter().any(is_rule) {
        return line.trim_end().len();
    }
    let mut head = 0;
    loop {
        let rest = line.get(head..).unwrap_or_default();
        let indent = rest.len() - rest.trim_start_matches(' ').len();
        let rest = rest.trim_start_matches(' ');
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        head += match rest.as_bytes() {
            [b'>', ..] => indent + 1,
            _ if (1..=6).contains(&hashes) && rest.as_bytes().get(hashes) == Some(&b' ') => indent + hashes,
            _ => return head,
        };
    }
}

/// Keeps the words of `[words](address)`, and nothing of `![words](address)`: those words describe an image.
fn links(line: &str, at: usize, marks: &mut Vec<Range<usize>>) {
    let mut from = 0;
    while let Some(middle) = line.get(from..).and_then(|rest| rest.find("](")).map(|n| from + n) {
        from = middle + 2;
        let Some(open) = line.get(..middle).and_then(|before| before.rfind('[')) else { continue };
        let Some(close) = closes(line, middle + 2) else { continue };
        from = close;
        if line[..open].ends_with('!') {
            marks.push(at + open - 1..at + close);
        } else {
            marks.push(at + open..at + open + 1);
            marks.push(at + middle..at + close);
        }
    }
}

/// The position after the bracket that closes an address, which may contain brackets.
fn closes(line: &str, from: usize) -> Option<usize> {
    let mut depth = 1_usize;
    for (n, byte) in line.bytes().enumerate().skip(from) {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(n + 1);
        }
    }
    None
}

/// Runs of `*` and `_` at the edge of a word. An asterisk between spaces is a bullet or an operator; an underscore within a
/// word is part of it.
fn emphasis(line: &str, head: usize, at: usize, marks: &mut Vec<Range<usize>>) {
    let mut runs = line.char_indices().skip_while(|&(n, _)| n < head).peekable();
    let mut before = ' ';
    while let Some((start, mark)) = runs.next() {
        if !matches!(mark, '*' | '_') {
            before = mark;
            continue;
        }
        let mut end = start + 1;
        while runs.next_if(|&(_, next)| next == mark).is_some() {
            end += 1;
        }
        let after = runs.peek().map_or(' ', |&(_, next)| next);
        let inside = before.is_alphanumeric() && after.is_alphanumeric();
        let alone = before.is_whitespace() && after.is_whitespace();
        let part = inside && mark == '_';
        if !alone && !part {
            marks.push(at + start..at + end);
        }
        before = mark;
    }
}

/// Replaces the marked ranges by spaces, except line ends.
fn blanked(text: &str, marks: Vec<Range<usize>>) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for mark in marks {
        for byte in bytes.get_mut(mark).unwrap_or_default() {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
    }
    // Each range covers whole characters, so the result is valid UTF-8.
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_blanks() {
        for (given, read_as) in [
            ("# The dam\n\nIt **broke**.", "  The dam\n\nIt   broke  ."),
            ("> “We *ran*,” he said.", "  “We  ran ,” he said."),
            (
                "Police [said so](https://example.org/a_(b)) twice.",
                "Police  said so                             twice.",
            ),
            ("![12 hurt](x.png) It fell.", "                  It fell."),
            (
                "---\ntitle: Dam\ndate: 2024-05-08\n---\nIt broke.",
                "   \n          \n                \n   \nIt broke.",
            ),
            ("The dam\n=======\nIt broke.", "The dam\n       \nIt broke."),
            ("It <!-- 14 --> broke.", "It             broke."),
            ("___Twelve__ died_", "   Twelve   died "),
        ] {
            assert_eq!(without_marks(given), read_as, "{given}");
        }
    }

    #[test]
    fn front_matter_tells_of_the_text() {
        let note = read("---\ntitle: Dam\ndate: \"2024-05-08\"\npublisher: The Post\n---\nIt broke.");
        assert_eq!(note.published.unwrap().to_string(), "2024-05-08");
        assert_eq!(note.publisher.as_deref(), Some("The Post"));
        assert!(read("date: 2024-05-08\n\nIt broke.").published.is_none());
    }

    #[test]
    fn what_is_no_mark_stays() {
        for text in [
            "---\nIt broke.\n---\n",
            "Set snake_case and 3 * 4, #1 and #dam.",
            "* a bullet\n- another [1] (two)",
            "[open](no end",
            "](",
            "“Ça va ?” — été",
            "",
        ] {
            let read_as = without_marks(text);
            assert_eq!(read_as.len(), text.len(), "{text}");
            assert_eq!(read_as.trim(), text.trim().trim_matches('-').trim(), "{text}");
        }
    }

    #[test]
    fn places_stay_on_any_text() {
        for text in ["“*é*”_ü_[ß](ä)![ö](ñ)", "**\n__\n# \n>", "<!--é-->é<!--", "---\né: ü\n---"]
        {
            let read_as = without_marks(text);
            assert_eq!(read_as.len(), text.len(), "{text}");
            for (n, c) in read_as.char_indices().filter(|(_, c)| *c != ' ') {
                assert!(text[n..].starts_with(c), "{text}");
            }
        }
    }
}
