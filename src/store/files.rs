//! Files that only this account may read.

use std::{
    fs,
    fs::OpenOptions,
    io,
    path::{Path, PathBuf},
};

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

/// The file of this name with something behind it.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Removes a file, where there is one.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Copies into a private file, and onto the disk.
pub(super) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    remove(to)?;
    let mut from = fs::File::open(from)?;
    let mut to = private().create_new(true).open(to)?;
    io::copy(&mut from, &mut to)?;
    to.sync_all()
}

/// Gives a file a second name; where the file system knows no such thing, a copy has it.
pub(super) fn second_name(path: &Path, name: &Path) -> io::Result<()> {
    match fs::hard_link(path, name) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) => copy(path, name),
    }
}

fn folder_of(path: &Path) -> Option<&Path> {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
}
