//! Output: to a pipe or terminal directly, to a file only once it is complete.

use std::fmt;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::trouble::Trouble;

/// Writes to a file or to standard output. A file is written to a temporary file beside it and then renamed, which never
/// leaves a partial file and keeps the old one until the new one is complete.
pub(crate) fn write(
    to: Option<&Path>,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Trouble> {
    let Some(file) = to else {
        let mut out = BufWriter::new(io::stdout().lock());
        content(&mut out)?;
        return Ok(out.flush()?);
    };
    // A device or a pipe is written directly.
    if fs::metadata(file).is_ok_and(|at| !at.is_file() && !at.is_dir()) {
        let mut out = BufWriter::new(fs::File::create(file).map_err(|e| unwritable(file, &e))?);
        return content(&mut out).and_then(|()| out.flush()).map_err(|e| match Trouble::from(e) {
            closed if closed.is_closed_pipe() => closed,
            other => unwritable(file, &other),
        });
    }
    // Rendered first, to keep the time short in which an interruption would leave a temporary file.
    let mut bytes = Vec::new();
    content(&mut bytes).map_err(|e| unwritable(file, &e))?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".testimonia-");
    #[cfg(unix)]
    {
        // Like any new file, subject to the umask.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut beside = builder.tempfile_in(folder).map_err(|e| unwritable(file, &e))?;
    beside.write_all(&bytes).and_then(|()| beside.flush()).map_err(|e| unwritable(file, &e))?;
    if let Ok(old) = fs::metadata(file) {
        // Keeps the permissions of the old file if possible.
        let _ = beside.as_file().set_permissions(old.permissions());
    }
    beside.persist(file).map_err(|e| unwritable(file, &e.error))?;
    Ok(())
}

/// Writes a text.
pub(crate) fn text(to: Option<&Path>, text: &str) -> Result<(), Trouble> {
    write(to, |out| out.write_all(text.as_bytes()))
}

fn unwritable(file: &Path, error: &dyn fmt::Display) -> Trouble {
    Trouble::at(file, format!("cannot be written: {error}"))
        .remedy("--output must name a file in an existing folder to which you may write")
}
