//! The texts that code asks for by name, with the variables each may use.
//!
//! The content check holds this list against the Fluent files: nothing missing, nothing unused.

macro_rules! keys {
    ($ALL:ident; $( $NAME:ident = $key:literal [$($variable:literal),*] )+) => {
        $(
            #[doc = concat!("The text `", $key, "`.")]
            pub const $NAME: &str = $key;
        )+
        pub(super) const $ALL: &[(&str, &[&str])] = &[$( ($key, &[$($variable),*]) ),+];
    };
}

mod buttons;
mod texts;

pub use buttons::*;
pub use texts::*;

use buttons::BUTTONS;
use texts::TEXTS;

/// Every such text and its variables.
pub fn all() -> impl Iterator<Item = &'static (&'static str, &'static [&'static str])> {
    BUTTONS.iter().chain(TEXTS)
}
