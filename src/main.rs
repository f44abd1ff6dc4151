//! Command line and composition root: the only place where all parts meet.
//!
//! Without a command the bot runs: on Telegram where there is a token, else in the local preview.

mod commands;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

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
        Some(Command::Understand) => commands::understand(dialogues),
        Some(Command::Check { dir }) => commands::check(dir.as_deref().or(dialogues)),
    };
    done.unwrap_or_else(|error| {
        commands::complain(&error);
        ExitCode::FAILURE
    })
}
