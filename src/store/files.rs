//! Files that only this account may read.

use std::{fs, fs::OpenOptions, io, path::Path};

/// Options for a file of mode 0600 where the system has modes.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes the folder that a file is to lie in, of mode 0700, with its parents.
pub(super) fn create_folder_of(path: &Path) -> io::Result<()> {
    let Some(folder) = folder_of(path) else {
        return Ok(());
    };
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A new file's name survives a power cut only when its folder was synced too.
pub(super) fn sync_folder_of(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        fs::File::open(folder_of(path).unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}

fn folder_of(path: &Path) -> Option<&Path> {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
}
