//! What a reader downloads until the explainer is live, against the budgets.

use crate::counts::Counts;
use crate::project::Project;
use crate::{browser, build_pkg};
use anyhow::{Context, Result, bail};
use std::path::Path;

const KILOBYTE: u64 = 1000;

/// The budgets, in bytes after brotli. They are goals: they do not move.
const ALL: u64 = 160 * KILOBYTE;
const ENGINE_AND_DOCUMENT: u64 = 120 * KILOBYTE;
const ELEMENT: u64 = 4 * KILOBYTE;

/// Where a goal is not reached yet, the most that the sum may be today. These figures only fall: whoever makes
/// the engine smaller lowers them, and a change that goes above one fails.
const ALL_TODAY: u64 = 205 * KILOBYTE;
const ENGINE_AND_DOCUMENT_TODAY: u64 = 182 * KILOBYTE;

/// One request that Chromium made until the element was ready.
struct Download {
    path: String,
    kind: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints the tables and fails when a budget is broken.
pub(crate) fn run(project: &Project, site: &Path) -> Result<()> {
    let counts = measure(project, site)?;
    if counts.failed > 0 {
        bail!("{} of the size budgets are broken", counts.failed);
    }
    Ok(())
}

/// The budgets as tests, over a site that was built before.
pub(crate) fn check(project: &Project, site: &Path) -> Result<Counts> {
    if !site.join("index.html").is_file() {
        bail!("there is no site to measure in {}: its build failed", site.display());
    }
    measure(project, site)
}

fn measure(project: &Project, site: &Path) -> Result<Counts> {
    let browser = browser::browser(project)?;
    let mut counts = Counts::default();

    let built_in = downloads(project, &browser, site, None)?;
    counts += report("With the built-in document", &built_in);

    println!("Building the engine without the built-in document (about a minute the first time)");
    let engine = build_pkg::build_engine_without_document(project)?;
    let loaded = downloads(project, &browser, site, Some(&engine))?;
    counts += report("Without it: the document is loaded from `src`", &loaded);
    Ok(counts)
}

/// Asks Chromium's own request log. The script prints one line a request, its fields parted by tabs.
fn downloads(
    project: &Project,
    browser: &browser::Browser,
    site: &Path,
    other_engine: Option<&Path>,
) -> Result<Vec<Download>> {
    let mut command = project.command("node");
    command
        .env("CHROMIUM", &browser.chromium)
        .env("NEWS_EXPLAINER_SITE", site)
        .arg(project.end_to_end().join("bytes.mjs"));
    if let Some(engine) = other_engine {
        command.arg(engine);
    }
    let output = command.stderr(std::process::Stdio::inherit()).output().context("node cannot be started")?;
    if !output.status.success() {
        bail!("counting what Chromium requests failed; the lines above say why");
    }
    String::from_utf8(output.stdout)?
        .lines()
        .map(|line| read_download(line).with_context(|| format!("not a line of counts: {line}")))
        .collect()
}

fn read_download(line: &str) -> Option<Download> {
    let mut fields = line.split('\t');
    Some(Download {
        path: fields.next()?.to_owned(),
        kind: fields.next()?.to_owned(),
        raw: fields.next()?.parse().ok()?,
        gzip: fields.next()?.parse().ok()?,
        brotli: fields.next()?.parse().ok()?,
    })
}

/// Prints one table and holds it against the budgets.
fn report(title: &str, downloads: &[Download]) -> Counts {
    println!("\n### {title}\n");
    println!("| requested | kind | raw | gzip | brotli |\n|---|---|---:|---:|---:|");
    for Download { path, kind, raw, gzip, brotli } in downloads {
        println!("| {path} | {kind} | {raw} | {gzip} | {brotli} |");
    }
    let sum = |part: fn(&Download) -> u64| downloads.iter().map(part).sum::<u64>();
    println!("| **all** | | {} | {} | {} |\n", sum(|one| one.raw), sum(|one| one.gzip), sum(|one| one.brotli));

    let brotli_of = |wanted: &dyn Fn(&Download) -> bool| {
        downloads.iter().filter(|one| wanted(one)).map(|one| one.brotli).sum::<u64>()
    };
    let is_engine = |one: &Download| ["script", "wasm", "document"].contains(&one.kind.as_str());
    let is_element = |one: &Download| one.path.ends_with("/news-explainer.js");
    let mut counts = Counts::default();
    println!("| budget, brotli | goal | at most today | measured | |\n|---|---:|---:|---:|---|");
    for (name, goal, today, measured) in [
        ("everything until ready", ALL, ALL_TODAY, brotli_of(&|_| true)),
        ("script + wasm + document", ENGINE_AND_DOCUMENT, ENGINE_AND_DOCUMENT_TODAY, brotli_of(&is_engine)),
        ("the element's script", ELEMENT, ELEMENT, brotli_of(&is_element)),
    ] {
        // Nothing measured means that nothing was loaded, and that keeps no budget.
        let kept = measured > 0 && measured <= today;
        let verdict = match kept {
            true if measured <= goal => "reached".to_owned(),
            true => format!("{} over the goal", measured - goal),
            false => "BROKEN".to_owned(),
        };
        println!("| {name} | {goal} | {today} | {measured} | {verdict} |");
        counts += Counts { passed: u64::from(kept), failed: u64::from(!kept) };
    }
    println!();
    counts
}
