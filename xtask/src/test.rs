//! Runs every test there is and closes with one line of counts.

use crate::counts::{Counts, run_counted};
use crate::project::{Project, answer, path_with};
use crate::{browser, build_pkg, lint, size, tools};
use anyhow::{Result, bail};
use clap::ValueEnum;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// The kinds of tests.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// Formatting, lints, tests without a browser, documentation examples.
    Native,
    /// The crate compiled to WebAssembly, tested inside a browser.
    Wasm,
    /// The whole page in a real browser, and the size budgets.
    E2e,
}

/// What became of one stage.
struct Outcome {
    name: &'static str,
    counts: Counts,
    seconds: u64,
}

/// Runs the tests of one kind, or of all; fails when any of them failed.
pub(crate) fn run(project: &Project, only: Option<Kind>) -> Result<()> {
    let wanted = |kind: Kind| only.is_none_or(|one| one == kind);
    let mut outcomes = Vec::new();
    if wanted(Kind::Native) {
        outcomes.push(stage("lints", || lint::check(project)));
        outcomes.push(stage("native", || native(project)));
        outcomes.push(stage("examples in the documentation", || examples(project)));
    }
    if wanted(Kind::Wasm) {
        outcomes.push(stage("wasm in the browser", || wasm(project)));
    }
    if wanted(Kind::E2e) {
        outcomes.push(stage("end to end", || end_to_end(project)));
        outcomes.push(stage("size budgets", || size::check(project, &project.site())));
    }
    close(&outcomes)
}

/// Runs one stage. A stage that cannot be run at all is a failure like any other, and the next
/// stages still run: one red line should not hide the rest.
fn stage(name: &'static str, work: impl FnOnce() -> Result<Counts>) -> Outcome {
    println!("\n==> {name}");
    let start = Instant::now();
    let counts = work().unwrap_or_else(|why| {
        println!("{name} could not be run: {why:#}");
        Counts { passed: 0, failed: 1 }
    });
    Outcome { name, counts, seconds: start.elapsed().as_secs() }
}

fn close(outcomes: &[Outcome]) -> Result<()> {
    let mut sum = Counts::default();
    println!();
    for Outcome { name, counts, seconds } in outcomes {
        println!("{name:<30} {:>5} ok {:>5} not ok {seconds:>5} s", counts.passed, counts.failed);
        sum += *counts;
    }
    // This exact form, last and alone on its line, is what continuous integration reads.
    println!("\n{} passed, {} failed", sum.passed, sum.failed);
    if sum.failed > 0 || sum.passed == 0 {
        // Nothing may be printed after the line above.
        std::process::exit(1);
    }
    Ok(())
}

fn native(project: &Project) -> Result<Counts> {
    let mut command = project.cargo();
    let has_nextest = answer(project.cargo().args(["nextest", "--version"])).is_some();
    if has_nextest {
        command.args(["nextest", "run", "--no-fail-fast"]);
    } else {
        command.args(["test", "--no-fail-fast", "--lib", "--bins", "--tests"]);
    }
    command.args(["--workspace", "--features", "news-explainer/cli"]);
    run_counted(plain(&mut command), "the native tests")
}

/// nextest runs no examples in documentation, so cargo does.
fn examples(project: &Project) -> Result<Counts> {
    let mut command = project.cargo();
    command.args(["test", "--doc", "--features", "cli"]);
    run_counted(plain(&mut command), "the examples in the documentation")
}

fn wasm(project: &Project) -> Result<Counts> {
    let wasm_pack = tools::wasm_pack(project)?;
    let browser = browser::browser(project)?;
    let mut command = project.command(&wasm_pack.program);
    command
        .env("PATH", path_with(&wasm_pack.bindgen)?)
        .env("WASM_PACK_CACHE", project.tools.join("wasm-pack-cache"))
        .env_remove("CARGO_MANIFEST_DIR")
        // A guard against hanging, not a measure: the default of 20 seconds is short on a busy machine.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .args(["--log-level", "warn", "test", "--headless", "--chrome", "--chromedriver"])
        .arg(&browser.chromedriver);
    if let Some(settings) = settings_for(project, &browser.chromium)? {
        command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
    }
    // Naming the targets leaves out the examples in the documentation, which ran already.
    command.args(["--", "--lib", "--test", "*"]);
    run_counted(plain(&mut command), "the tests in the browser")
}

/// webdriver.json names Debian's Chromium; where the browser lies elsewhere a copy names that one.
fn settings_for(project: &Project, chromium: &Path) -> Result<Option<std::path::PathBuf>> {
    const DEBIAN: &str = "/usr/bin/chromium";
    if chromium == Path::new(DEBIAN) {
        return Ok(None);
    }
    let settings = fs::read_to_string(project.root.join("webdriver.json"))?;
    let path = project.target.join("webdriver.json");
    let own = chromium.display().to_string().replace('\\', "\\\\");
    fs::write(&path, settings.replace(DEBIAN, &own))?;
    Ok(Some(path))
}

fn end_to_end(project: &Project) -> Result<Counts> {
    let browser = browser::browser(project)?;
    let site = build_pkg::build(project)?;
    let mut files: Vec<_> = fs::read_dir(project.end_to_end())?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    if files.is_empty() {
        bail!("tests/e2e holds no file that ends in .test.mjs");
    }
    let mut command = project.command("node");
    command
        .env("CHROMIUM", &browser.chromium)
        .env("NEWS_EXPLAINER_SITE", &site)
        // The timeout is a guard against hanging: no test asserts a time.
        .args(["--test", "--test-reporter=spec", "--test-timeout=300000"])
        // A browser per file: more at a time than cores makes every one of them late.
        .arg("--test-concurrency=2")
        .args(files);
    run_counted(plain(&mut command), "the end-to-end tests")
}

/// Colour codes would hide the closing lines from the counting.
fn plain(command: &mut Command) -> &mut Command {
    command.env("CARGO_TERM_COLOR", "never").env("NO_COLOR", "1").env_remove("FORCE_COLOR")
}
