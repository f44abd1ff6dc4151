//! The real binary, and people who talk to it through the emulator. The pure machine says
//! beforehand what each of them will see.

#![allow(dead_code, reason = "each test file uses its share")]
#![allow(
    clippy::expect_used,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::cast_possible_truncation,
    reason = "a test may stop at the first surprise; its numbers are small"
)]

pub(crate) mod binary;
pub(crate) mod copies;
pub(crate) mod kept;
pub(crate) mod people;
pub(crate) mod person;
#[path = "../transcript/phone.rs"]
pub(crate) mod phone;
#[path = "../transcript/pure.rs"]
pub(crate) mod pure;
pub(crate) mod random;
pub(crate) mod script;
pub(crate) mod webdriver;
