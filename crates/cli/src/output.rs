//! Output: to a pipe or terminal as it comes, to a file only when it is whole.

use std::fmt;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::trouble::Trouble;

/// Writes to a file, or to standard output. A file is written beside its place and renamed, so that none is left half-written
/// and an old one stays until the new one is whole.
pub(crate) fn write(
    to: Option<&Path>,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Trouble> {
    let Some(file) = to else {
        let mut out = BufWriter::new(io::stdout().lock());
        content(&mut out)?;
        return Ok(out.flush()?);
    };
    // A device or a pipe has nothing to replace.
    if fs::metadata(file).is_ok_and(|at| !at.is_file() && !at.is_dir()) {
        let mut out = BufWriter::new(fs::File::create(file).map_err(|e| unwritable(file, &e))?);
        return content(&mut out).and_then(|()| out.flush()).map_err(|e| match Trouble::from(e) {
            closed if closed.is_closed_pipe() => closed,
            other => unwritable(file, &other),
        });
    }
    // Made first, so that a program that is stopped leaves no file beside but in the moment in which all is written.
    let mut bytes = Vec::new();
    content(&mut bytes).map_err(|e| unwritable(file, &e))?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".testimonia-");
    #[cfg(unix)]
    {
        // As any new file: the umask takes away what it should.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut beside = builder.tempfile_in(folder).map_err(|e| unwritable(file, &e))?;
    beside.write_all(&bytes).and_then(|()| beside.flush()).map_err(|e| unwritable(file, &e))?;
    if let Ok(old) = fs::metadata(file) {
        // What the user set on the old file stays; where that cannot be, the new one is as good.
        let _ = beside.as_file().set_permissions(old.permissions());
    }
    beside.persist(file).map_err(|e| unwritable(file, &e.error))?;
    Ok(())
}

/// The same of a text.
pub(crate) fn text(to: Option<&Path>, text: &str) -> Result<(), Trouble> {
    write(to, |out| out.write_all(text.as_bytes()))
}

fn unwritable(file: &Path, error: &dyn fmt::Display) -> Trouble {
    Trouble::at(file, format!("cannot be written: {error}"))
        .remedy("--output needs a file in a folder that exists and that you may write to")
}
