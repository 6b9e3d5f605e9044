//! Prints how the page behaves in a real browser. Times depend on the machine: none is asserted.

use crate::browser;
use crate::project::{Project, finish};
use anyhow::Result;
use std::path::Path;

/// Measures the built site and prints a Markdown table.
pub(crate) fn run(project: &Project, site: &Path) -> Result<()> {
    let browser = browser::browser(project)?;
    finish(
        project
            .command("node")
            .env("CHROMIUM", &browser.chromium)
            .env("NEWS_EXPLAINER_SITE", site)
            .arg(project.end_to_end().join("bench.mjs")),
        "measuring the page",
    )
}
