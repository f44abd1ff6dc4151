//! What the command line can do, one file a command.

mod assess;
mod backup;
mod check;
mod learn;
mod lines;
mod logging;
mod preview;
mod reseal;
mod restore;
mod run;
mod settings;
mod understand;

use std::{io::Write as _, path::Path};

use anyhow::Context as _;
use twitchwise::{content, model::Catalog};

pub(crate) use assess::assess;
pub(crate) use backup::backup;
pub(crate) use check::check;
pub(crate) use learn::learn;
pub(crate) use reseal::reseal;
pub(crate) use restore::restore;
pub(crate) use run::run;
pub(crate) use understand::understand;

/// Says on standard error why a command ended.
pub(crate) fn complain(error: &anyhow::Error) {
    let _ = writeln!(std::io::stderr().lock(), "twitchwise: {error:#}");
}

fn catalog(dialogues: Option<&Path>) -> anyhow::Result<Catalog> {
    match dialogues {
        Some(dir) => content::load(dir)
            .with_context(|| format!("the content in {} is not in order", dir.display())),
        None => content::embedded().context("the content built in is not in order"),
    }
}
