//! One call of a bot: who it is, whether the call fits the Bot API, what comes of it.

use serde_json::Value;

use super::error::ApiError;
use super::params::Params;
use super::queue::Json;
use super::violation::ViolationKind;
use super::{World, methods};
use crate::emulator::rules::check::{Problem, Wrong, check_call};
use crate::emulator::rules::refusal::refusal;
use crate::emulator::rules::schema::schema;

impl World {
    /// A call, answered at once: `getUpdates` doesn't wait here.
    pub fn call(
        &mut self,
        token: &str,
        method: &str,
        params: impl Into<Params>,
        now: i64,
    ) -> Result<Value, ApiError> {
        let (name, params) = self.accept(token, method, params.into(), now)?;
        methods::run(self, name, &params, now)
    }

    /// `getUpdates` without the detour over values: the updates as they lie ready.
    pub fn get_updates(
        &mut self,
        token: &str,
        params: impl Into<Params>,
        now: i64,
    ) -> Result<(Vec<Json>, Poll), ApiError> {
        let (_, params) = self.accept(token, "getUpdates", params.into(), now)?;
        methods::get_updates::run(self, &params)
    }

    /// The first updates, counted as handed over.
    pub fn first_updates(&mut self, limit: usize) -> Vec<Json> {
        let updates = self.queue.first(limit);
        self.stats.updates_delivered += u64::try_from(updates.len()).unwrap_or_default();
        updates
    }

    fn accept(
        &mut self,
        token: &str,
        method: &str,
        mut params: Params,
        now: i64,
    ) -> Result<(&'static str, Params), ApiError> {
        self.tick(now);
        self.check_token(token)?;
        let Some(method) = schema().method(method) else {
            self.violate(
                ViolationKind::UnknownMethod,
                method,
                None,
                "no such method",
                now,
            );
            return Err(ApiError::new(404, "Not Found: method not found"));
        };
        *self.stats.calls.entry(&method.name).or_default() += 1;
        let problems = check_call(method, &mut params);
        self.note_problems(&method.name, &params, &problems, now);
        match problems
            .iter()
            .find_map(|problem| refusal(&method.name, problem))
        {
            Some(words) => Err(ApiError::new(400, words)),
            None => Ok((&method.name, params)),
        }
    }

    fn check_token(&self, token: &str) -> Result<(), ApiError> {
        if token == self.bot.token {
            if self.bot.logged_out {
                return Err(ApiError::new(400, "Logged out"));
            }
            return Ok(());
        }
        let well_formed = token.split_once(':').is_some_and(|(id, secret)| {
            id.parse::<i64>().is_ok()
                && !secret.is_empty()
                && secret
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
        });
        Err(if well_formed {
            ApiError::new(401, "Unauthorized")
        } else {
            ApiError::new(404, "Not Found")
        })
    }

    fn note_problems(&mut self, method: &str, params: &Params, problems: &[Problem], now: i64) {
        let chat_id = params.integer("chat_id");
        for problem in problems {
            let kind = match problem.wrong {
                Wrong::Unknown => ViolationKind::UnknownParameter,
                Wrong::Missing => ViolationKind::MissingParameter,
                Wrong::Type => ViolationKind::WrongType,
                Wrong::TooLong | Wrong::TooShort => ViolationKind::Length,
            };
            let detail = format!("{}: {:?}", problem.path, problem.wrong);
            self.violate(kind, method, chat_id, detail, now);
        }
    }
}

/// What a poll asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Poll {
    /// How many updates at most.
    pub limit: usize,
    /// How many seconds to wait for the first.
    pub timeout: u64,
}
