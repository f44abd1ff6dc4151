//! Command line and composition root: the only place where all parts meet.
//!
//! Without a command the bot runs: on Telegram where there is a token, else in the local preview.

mod commands;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

/// Under load a fifth of the time on a processor went into the C library's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A Telegram bot for people with muscle twitches.
#[derive(Debug, Parser)]
#[command(name = "twitchwise", version, about, long_about = None)]
struct Arguments {
    /// Take the content from this folder instead of the one built in.
    #[arg(long, value_name = "DIR", global = true)]
    dialogues: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the bot; without `TELOXIDE_TOKEN` the local preview. The same as no command at all.
    Run,
    /// Read assessments from standard input, one JSON object a line, and print their outcomes.
    Assess,
    /// Copy the database into FILE, also while the bot runs. The key is not in it.
    Backup {
        /// The file to make; it must not exist.
        file: PathBuf,
    },
    /// Put a copy made by `backup` in the place of the database. The bot must not run.
    Restore {
        /// The copy.
        file: PathBuf,
    },
    /// Finish a change of keys: seal everything with the first key. The bot must not run.
    Reseal,
    /// Learn anew how messages are meant, from DIR/en/messages.tsv; writes DIR/en/appraisal.bin.
    Learn {
        /// The folder of the content.
        dir: PathBuf,
    },
    /// Read messages from standard input, one a line, and print what they say.
    Understand,
    /// Say what is wrong in the content: of DIR, or of the content built in.
    Check {
        /// The folder to check.
        dir: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let dialogues = arguments.dialogues.as_deref();
    let done = match arguments.command {
        None | Some(Command::Run) => commands::run(dialogues),
        Some(Command::Assess) => commands::assess(dialogues),
        Some(Command::Backup { file }) => commands::backup(&file),
        Some(Command::Restore { file }) => commands::restore(&file),
        Some(Command::Reseal) => commands::reseal(),
        Some(Command::Learn { dir }) => commands::learn(&dir),
        Some(Command::Understand) => commands::understand(dialogues),
        Some(Command::Check { dir }) => commands::check(dir.as_deref().or(dialogues)),
    };
    done.unwrap_or_else(|error| {
        commands::complain(&error);
        ExitCode::FAILURE
    })
}
