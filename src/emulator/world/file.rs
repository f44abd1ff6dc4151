//! Files sent by the bot and by people.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::params::Upload;

/// The memory all kept files may take; the oldest go first.
const KEPT_BYTES: usize = 128 * 1024 * 1024;

/// A kept file.
#[derive(Debug, PartialEq, Eq)]
pub struct File {
    /// The id a bot uses.
    pub id: String,
    /// The id that stays the same for every bot.
    pub unique_id: String,
    /// Its path for a download.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub mime: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl File {
    /// As a Bot API `File`.
    pub fn to_value(&self) -> Value {
        json!({
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": self.bytes.len(),
            "file_path": self.path,
        })
    }

    /// The fields every kind of file has in a message.
    pub fn reference(&self) -> Value {
        json!({
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": self.bytes.len(),
        })
    }
}

/// All kept files.
#[derive(Debug, Default)]
pub struct Files {
    by_id: BTreeMap<String, Arc<File>>,
    by_path: BTreeMap<String, Arc<File>>,
    order: VecDeque<Arc<File>>,
    bytes: usize,
    count: u64,
}

impl Files {
    /// Keeps a file in a folder such as `documents`.
    pub fn add(&mut self, folder: &str, upload: Upload, salt: u64) -> Arc<File> {
        self.count += 1;
        let mark = salt ^ self.count.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut raw = [0_u8; 24];
        raw[..8].copy_from_slice(&self.count.to_be_bytes());
        raw[8..16].copy_from_slice(&mark.to_be_bytes());
        raw[16..].copy_from_slice(&salt.to_be_bytes());
        let extension = upload
            .name
            .rsplit_once('.')
            .map(|(_, ending)| format!(".{ending}"))
            .unwrap_or_default();
        let file = Arc::new(File {
            id: format!("BQACAgIAAxk{}", URL_SAFE_NO_PAD.encode(raw)),
            unique_id: format!("AgAD{}", URL_SAFE_NO_PAD.encode(&raw[..8])),
            path: format!("{folder}/file_{}{extension}", self.count),
            name: upload.name,
            mime: upload.mime,
            bytes: upload.bytes,
        });
        self.bytes += file.bytes.len();
        self.by_id.insert(file.id.clone(), Arc::clone(&file));
        self.by_path.insert(file.path.clone(), Arc::clone(&file));
        self.order.push_back(Arc::clone(&file));
        while self.bytes > KEPT_BYTES && self.order.len() > 1 {
            if let Some(old) = self.order.pop_front() {
                self.bytes -= old.bytes.len();
                self.by_id.remove(&old.id);
                self.by_path.remove(&old.path);
            }
        }
        file
    }

    /// A file by its id.
    pub fn get(&self, id: &str) -> Option<&Arc<File>> {
        self.by_id.get(id)
    }

    /// A file by its path.
    pub fn at(&self, path: &str) -> Option<&Arc<File>> {
        self.by_path.get(path)
    }
}
