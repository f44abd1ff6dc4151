//! What Telegram accepts: the Bot API's data, the markup of texts, and the limits of keyboards.

pub mod check;
pub mod detect;
pub mod entity;
pub mod given;
pub mod html;
pub mod keyboard;
pub mod link;
pub mod reference;
pub mod refusal;
pub mod schema;
pub mod tags;
pub mod text;
