//! Telegram's refusals.

use serde_json::{Value, json};

/// What Telegram answers instead of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiError {
    /// The HTTP status, which is also `error_code`.
    pub code: u16,
    /// Telegram's words.
    pub description: String,
    /// After how many seconds to come again.
    pub retry_after: Option<u32>,
}

impl ApiError {
    /// Any error.
    pub fn new(code: u16, description: impl Into<String>) -> Self {
        Self {
            code,
            description: description.into(),
            retry_after: None,
        }
    }

    /// 400 with "Bad Request: " before the words.
    pub fn bad_request(words: &str) -> Self {
        Self::new(400, format!("Bad Request: {words}"))
    }

    /// 429.
    pub fn too_many_requests(retry_after: u32) -> Self {
        Self {
            code: 429,
            description: format!("Too Many Requests: retry after {retry_after}"),
            retry_after: Some(retry_after),
        }
    }

    /// The body of the answer.
    pub fn body(&self) -> Value {
        let mut body =
            json!({ "ok": false, "error_code": self.code, "description": self.description });
        if let Some(seconds) = self.retry_after {
            body["parameters"] = json!({ "retry_after": seconds });
        }
        body
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.description)
    }
}

impl std::error::Error for ApiError {}
