//! The texts that code asks for by name, with the variables each may use.
//!
//! The content check holds this list against the Fluent files: nothing missing, nothing unused.

macro_rules! keys {
    ($( $NAME:ident = $key:literal [$($variable:literal),*] )+) => {
        $(
            #[doc = concat!("The text `", $key, "`.")]
            pub const $NAME: &str = $key;
        )+
        /// Every such text and its variables.
        pub const ALL: &[(&str, &[&str])] = &[$( ($key, &[$($variable),*]) ),+];
    };
}

keys! {
    LEVEL_EMERGENCY = "level-emergency" []
}
