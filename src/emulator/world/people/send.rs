//! People send what isn't text.

use super::{PeopleError, Said};
use crate::emulator::rules::text;
use crate::emulator::world::World;
use crate::emulator::world::message::{Author, Content, FileKind, Message};
use crate::emulator::world::params::Upload;

/// A picture of one grey point: photos and stickers have to be something.
const PICTURE: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, b'I', b'D', b'A', b'T',
    0x78, 0x9c, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0, 0, 0, 0, b'I', b'E',
    b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

const VIENNA: (f64, f64) = (48.208_2, 16.373_8);

fn degrees(place: &str) -> Option<(f64, f64)> {
    let (latitude, longitude) = place.split_once(' ')?;
    Some((latitude.parse().ok()?, longitude.trim().parse().ok()?))
}

impl World {
    /// A person sends a `sticker`, `voice`, `photo`, `location` or `document`. What stands beside a
    /// location says where: its latitude and longitude in degrees ("28.6 77.2"), else it is Vienna.
    pub fn send(
        &mut self,
        person: i64,
        kind: &str,
        caption: Option<&str>,
        now: i64,
    ) -> Result<Said, PeopleError> {
        self.tick(now);
        let file = match kind {
            "photo" => Some((FileKind::Photo, "photos", "photo.png", "image/png", PICTURE)),
            "sticker" => Some((
                FileKind::Sticker,
                "stickers",
                "sticker.webp",
                "image/png",
                PICTURE,
            )),
            "voice" => Some((
                FileKind::Voice,
                "voice",
                "voice.oga",
                "audio/ogg",
                &b"OggS"[..],
            )),
            "document" => Some((
                FileKind::Document,
                "documents",
                "document.txt",
                "text/plain",
                &b"text\n"[..],
            )),
            "location" => None,
            _ => return Err(PeopleError::NotFound(format!("kind of message: {kind}"))),
        };
        let (latitude, longitude) = caption.and_then(degrees).unwrap_or(VIENNA);
        let caption = caption.filter(|_| !matches!(kind, "sticker" | "location"));
        let caption = text::read(caption.unwrap_or_default(), None, None, text::CAPTION)
            .map_err(|_| PeopleError::Refused("the caption is too long".to_owned()))?
            .formatted;
        self.enter(person, person)?;
        let content = match file {
            None => Content::Location {
                latitude,
                longitude,
            },
            Some((kind, folder, name, mime, bytes)) => {
                let (name, mime) = (name.to_owned(), mime.to_owned());
                let upload = Upload {
                    name,
                    mime,
                    bytes: bytes.to_vec(),
                };
                Content::File {
                    kind,
                    file: self.files.add(folder, upload, self.seed),
                    caption,
                }
            }
        };
        Ok(self.post(
            person,
            Message::new(Author::Person(person), now, content),
            true,
        ))
    }
}
