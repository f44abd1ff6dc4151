//! New people, and people who block the bot or come back.

use super::PeopleError;
use crate::emulator::world::World;
use crate::emulator::world::chat::{Chat, Members};
use crate::emulator::world::person::Person;

impl World {
    /// A new person; the bot doesn't know them before they write.
    pub fn add_person(&mut self, name: &str, language: Option<&str>) -> Person {
        self.last_person += 1;
        let id = self.last_person;
        let ascii: String = name
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase();
        let username = (!ascii.is_empty()).then(|| format!("{ascii}_{}", id % 1_000_000));
        let person = Person {
            id,
            name: name.to_owned(),
            username,
            language: language.map(str::to_owned),
        };
        self.people.insert(id, person.clone());
        self.chats.insert(id, Chat::new(id, Members::Private));
        person
    }

    /// The person blocks the bot.
    pub fn block(&mut self, person: i64, now: i64) -> Result<Option<i64>, PeopleError> {
        self.set_blocked(person, true, now)
    }

    /// The person lets the bot write again.
    pub fn unblock(&mut self, person: i64, now: i64) -> Result<Option<i64>, PeopleError> {
        self.set_blocked(person, false, now)
    }

    fn set_blocked(
        &mut self,
        person: i64,
        blocked: bool,
        now: i64,
    ) -> Result<Option<i64>, PeopleError> {
        self.tick(now);
        self.check_member(person, person)?;
        let Some(chat) = self.chats.get_mut(&person) else {
            return Ok(None);
        };
        if chat.blocked == blocked {
            return Ok(None);
        }
        chat.blocked = blocked;
        chat.started = true;
        self.touch(person);
        let (old, new) = if blocked {
            ("member", "kicked")
        } else {
            ("kicked", "member")
        };
        Ok(self.emit_membership(person, person, old, new, now))
    }
}
