//! Output: to a pipe or terminal as it comes, to a file only when it is whole.

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
        content(&mut out)?;
        return Ok(out.flush()?);
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".testimonia-");
    #[cfg(unix)]
    {
        // As any new file: the umask takes away what it should.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let beside = builder.tempfile_in(folder).map_err(|e| unwritable(file, &e))?;
    let mut out = BufWriter::new(beside);
    content(&mut out).and_then(|()| out.flush()).map_err(|e| unwritable(file, &e))?;
    let beside = out.into_inner().map_err(|e| unwritable(file, e.error()))?;
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

fn unwritable(file: &Path, error: &io::Error) -> Trouble {
    Trouble::at(file, format!("cannot be written: {error}"))
        .remedy("--output needs a file in a folder that exists and that you may write to")
}
