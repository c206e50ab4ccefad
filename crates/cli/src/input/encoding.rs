//! Encoding: decodes the bytes of a file. Positions in results count bytes of the decoded text, so nothing is guessed
//! silently.

use std::path::Path;

use crate::trouble::Trouble;

/// Decodes a file: UTF-8, or UTF-16 with a byte-order mark, which is removed. Anything else is an error or, with `lossy`,
/// replaced by U+FFFD with a warning.
pub(crate) fn decode(
    file: &Path,
    bytes: Vec<u8>,
    lossy: bool,
    warn: &dyn Fn(&str),
) -> Result<String, Trouble> {
    let wide = match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => Some(rest.chunks(2).map(|pair| unit(pair, u16::from_le_bytes)).collect()),
        [0xfe, 0xff, rest @ ..] => Some(rest.chunks(2).map(|pair| unit(pair, u16::from_be_bytes)).collect()),
        _ => None,
    };
    if let Some(units) = wide {
        let units: Vec<u16> = units;
        return match String::from_utf16(&units) {
            Ok(text) => Ok(text),
            Err(_) if lossy => {
                warn(&format!("{}: {LOSS}", file.display()));
                Ok(String::from_utf16_lossy(&units))
            }
            Err(_) => {
                Err(Trouble::at(file, "has a UTF-16 byte-order mark but is not valid UTF-16").remedy(REMEDY))
            }
        };
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            Ok(text)
        }
        Err(error) if lossy => {
            warn(&format!("{}: {LOSS}", file.display()));
            Ok(String::from_utf8_lossy(error.as_bytes()).into_owned())
        }
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let line = 1 + bytes.iter().take(good).filter(|&&byte| byte == b'\n').count();
            if bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK\x03\x04") {
                return Err(Trouble::at(file, "this is a document, not plain text")
                    .remedy("extract its text first, for example with pdftotext or pandoc -t plain"));
            }
            Err(Trouble::at_line(file, line, format!("byte {good} is not UTF-8")).remedy(REMEDY))
        }
    }
}

const LOSS: &str = "some bytes could not be decoded and became U+FFFD, which positions include";
const REMEDY: &str = "convert it (iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW), or use --lossy";

fn unit(pair: &[u8], of: fn([u8; 2]) -> u16) -> u16 {
    match pair {
        &[a, b] => of([a, b]),
        // Half a code unit at the end.
        _ => 0xfffd,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], lossy: bool) -> Result<String, String> {
        decode(Path::new("a.txt"), bytes.to_vec(), lossy, &|_| {}).map_err(|trouble| trouble.to_string())
    }

    #[test]
    fn marks_of_byte_order_tell_the_encoding_and_go() {
        assert_eq!(read("\u{feff}“Non”".as_bytes(), false).as_deref(), Ok("“Non”"));
        assert_eq!(read(b"\xff\xfeN\0o\0", false).as_deref(), Ok("No"));
        assert_eq!(read(b"\xfe\xff\0N\0o", false).as_deref(), Ok("No"));
    }

    #[test]
    fn other_bytes_are_trouble_with_a_remedy() {
        let trouble = read(b"one\ntwo \x93three\x94", false).unwrap_err();
        assert!(trouble.starts_with("a.txt, line 2: byte 8 is not UTF-8\n  convert it"), "{trouble}");
        assert_eq!(read(b"two \x93three\x94", true).as_deref(), Ok("two \u{fffd}three\u{fffd}"));
        assert!(read(b"%PDF-1.4 \x93", false).unwrap_err().contains("pdftotext"));
    }
}
