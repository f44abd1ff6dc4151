//! The keys that seal what people said: from a setting or from a file of their own.

use std::{
    fmt, fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::files;

/// Keys of 32 bytes, the newest first.
#[derive(Clone, PartialEq, Eq)]
pub struct Keys(Vec<[u8; 32]>);

/// Why there are no keys. Never shows one.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Nothing was given.
    #[error("no key is given; a key is base64 of 32 bytes")]
    Empty,
    /// A key is not base64 of 32 bytes.
    #[error("key {number} is not base64 of 32 bytes")]
    Malformed {
        /// Which one, counted from 1.
        number: usize,
    },
    /// The key file cannot be read or written.
    #[error("cannot use the key file {}: {source}", path.display())]
    File {
        /// The key file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The system gives no random bytes for a new key.
    #[error("the system gives no random bytes for a new key")]
    Random,
}

impl Keys {
    /// Keys from base64, separated by commas or white space, the newest first.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let keys = text
            .split(|c: char| c == ',' || c.is_whitespace())
            .filter(|key| !key.is_empty())
            .enumerate()
            .map(|(index, key)| {
                let bytes = STANDARD
                    .decode(key)
                    .ok()
                    .and_then(|bytes| bytes.try_into().ok());
                bytes.ok_or(KeyError::Malformed { number: index + 1 })
            })
            .collect::<Result<Vec<[u8; 32]>, _>>()?;
        if keys.is_empty() {
            Err(KeyError::Empty)
        } else {
            Ok(Self(keys))
        }
    }

    /// Reads the keys of a file; makes the file with a new key when there is none.
    pub fn from_file_or_create(path: &Path) -> Result<Self, KeyError> {
        let failed = |source| KeyError::File {
            path: path.to_owned(),
            source,
        };
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(&text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let mut key = [0; 32];
                getrandom::fill(&mut key).map_err(|_| KeyError::Random)?;
                write_new(path, &STANDARD.encode(key)).map_err(failed)?;
                Ok(Self(vec![key]))
            }
            Err(error) => Err(failed(error)),
        }
    }

    /// Reads the keys of a file that must be there.
    pub fn from_file(path: &Path) -> Result<Self, KeyError> {
        let text = fs::read_to_string(path).map_err(|source| KeyError::File {
            path: path.to_owned(),
            source,
        })?;
        Self::parse(&text)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8; 32]> {
        self.0.iter()
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys({})", self.0.len())
    }
}

/// Everything sealed hangs on this file: it is on the disk, name and all, before the key is used.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    files::create_folder_of(path)?;
    let mut file = files::private().create_new(true).open(path)?;
    writeln!(file, "{text}")?;
    file.sync_all()?;
    files::sync_folder_of(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_base64_of_32_bytes() {
        let key = STANDARD.encode([7; 32]);
        assert_eq!(Keys::parse(&key).unwrap().0, [[7; 32]]);
        let two = Keys::parse(&format!(" {key}, {}\n", STANDARD.encode([8; 32]))).unwrap();
        assert_eq!(two.0, [[7; 32], [8; 32]]);
        assert!(matches!(Keys::parse(" , "), Err(KeyError::Empty)));
        for bad in [
            "abc".to_owned(),
            STANDARD.encode([7; 31]),
            "not base64!".replace(' ', "_"),
        ] {
            let both = format!("{key},{bad}");
            assert!(matches!(
                Keys::parse(&both),
                Err(KeyError::Malformed { number: 2 })
            ));
        }
    }

    #[test]
    fn the_file_is_made_once_and_is_private() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys").join("data.key");
        let made = Keys::from_file_or_create(&path).unwrap();
        assert_eq!(Keys::from_file_or_create(&path).unwrap(), made);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&path), 0o600);
            assert_eq!(mode(path.parent().unwrap()), 0o700);
        }
    }

    #[test]
    fn a_key_is_never_shown() {
        let keys = Keys::parse(&STANDARD.encode([7; 32])).unwrap();
        assert_eq!(format!("{keys:?}"), "Keys(1)");
    }
}
