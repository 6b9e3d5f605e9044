//! The commands of the project. `cargo xtask help` lists them; each sets up what it needs by itself
//! or says exactly what to install.

mod bench;
mod browser;
mod build_pkg;
mod counts;
mod lint;
mod project;
mod serve;
mod sheet;
mod site;
mod size;
mod test;
mod tools;

use clap::{Parser, Subcommand};
use project::Project;
use std::process::ExitCode;

/// Builds, serves, tests and measures news-explainer.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Compile to WebAssembly and lay out the demo site in target/site.
    Build,
    /// Build, then serve the demo page on this machine until stopped by Ctrl-C.
    Serve {
        /// The port to listen on; 0 takes any that is free.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Run every test there is, and the size budgets.
    Test {
        /// Only one kind: native (with formatting and lints), wasm (in the browser) or e2e (the page).
        #[arg(long, value_enum)]
        only: Option<test::Kind>,
    },
    /// Check formatting, lints and house rules.
    Lint,
    /// Print what a reader downloads until the explainer is live, and check it against the budgets.
    Size,
    /// Print how fast the page redraws, when it first shows, and whether it shifts.
    Bench,
}

fn main() -> ExitCode {
    match carry_out(&Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            // The whole chain of reasons in one line, and never a backtrace: this is for people.
            eprintln!("error: {why:#}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(command: &Command) -> anyhow::Result<()> {
    let project = Project::find()?;
    match *command {
        Command::Build => build_pkg::build(&project).map(drop),
        Command::Serve { port } => {
            let listener = serve::listen(port)?;
            let site = build_pkg::build(&project)?;
            serve::serve(&site, &listener)
        }
        Command::Test { only } => test::run(&project, only),
        Command::Lint => lint::run(&project),
        Command::Size => {
            let site = build_pkg::build(&project)?;
            size::run(&project, &site)
        }
        Command::Bench => {
            let site = build_pkg::build(&project)?;
            bench::run(&project, &site)
        }
    }
}
