//! A disk of which the power may be cut: what was flushed stays, of the rest any part, torn anywhere.

use std::collections::BTreeMap;

use super::{bot::random::Random, trace::Event};

/// What a disk writes as a whole.
const SECTOR: usize = 512;

#[derive(Default)]
pub(crate) struct Disk {
    files: BTreeMap<String, File>,
    /// What each thread's flush will have covered when it ends.
    flushing: BTreeMap<u32, (String, usize)>,
}

#[derive(Default)]
struct File {
    flushed: Vec<u8>,
    loose: Vec<Change>,
}

#[derive(Clone)]
enum Change {
    Write(usize, Vec<u8>),
    Resize(usize),
}

impl Disk {
    pub(crate) fn take(&mut self, event: Event) {
        match event {
            Event::Write { file, at, bytes } => {
                self.file(file).loose.push(Change::Write(at, bytes));
            }
            Event::Resize { file, size } => self.file(file).loose.push(Change::Resize(size)),
            Event::Flush { file, thread } => {
                let covers = self.file(file.clone()).loose.len();
                self.flushing.insert(thread, (file, covers));
            }
            Event::Flushed { thread } => {
                if let Some((file, covers)) = self.flushing.remove(&thread) {
                    let File { flushed, loose } = self.file(file);
                    for change in loose.drain(..covers.min(loose.len())) {
                        apply(flushed, change);
                    }
                }
            }
            Event::Confirm { .. } => {}
        }
    }

    fn file(&mut self, name: String) -> &mut File {
        self.files.entry(name).or_default()
    }

    /// How many changes of the database a cut could lose now.
    pub(crate) fn loose(&self) -> usize {
        let of_database = |name: &str| name.ends_with("/bot.db") || name.ends_with("/bot.db-wal");
        let files = self.files.iter().filter(|(name, _)| of_database(name));
        files.map(|(_, file)| file.loose.len()).sum()
    }

    /// A file as it may stand after a cut, if there is one of that ending.
    pub(crate) fn after_cut(&self, ending: &str, random: &mut Random) -> Option<Vec<u8>> {
        let (_, file) = self.files.iter().find(|(name, _)| name.ends_with(ending))?;
        let mut image = file.flushed.clone();
        let share = *random.one(&[0, 50, 90, 100]);
        for change in &file.loose {
            match change {
                Change::Resize(_) if random.percent(share) => apply(&mut image, change.clone()),
                Change::Resize(_) => {}
                Change::Write(at, bytes) => {
                    for (number, sector) in bytes.chunks(SECTOR).enumerate() {
                        if random.percent(share) {
                            apply(
                                &mut image,
                                Change::Write(at + number * SECTOR, sector.to_vec()),
                            );
                        }
                    }
                }
            }
        }
        Some(image)
    }
}

fn apply(image: &mut Vec<u8>, change: Change) {
    match change {
        Change::Write(at, bytes) => {
            let end = at + bytes.len();
            if image.len() < end {
                image.resize(end, 0);
            }
            image[at..end].copy_from_slice(&bytes);
        }
        Change::Resize(size) => image.resize(size, 0),
    }
}
