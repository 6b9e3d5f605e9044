//! Lays out the demo site: the page written by the command line, the published files, the documents.

use crate::project::{Project, finish};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

const DOCUMENT: &str = "documents/shanxi-zones.json";
const ARTICLE: &str = "documents/shanxi-zones.article.txt";
const PAGE: &str = "www/index.html";

/// What wasm-pack puts beside the published files and no page asks for.
const NOT_SERVED: [&str; 6] =
    ["package.json", ".gitignore", "README.md", "LICENSE", "engine.d.ts", "engine_bg.wasm.d.ts"];

/// Writes the whole page with its static explainer, by the project's own command line.
pub(crate) fn render(project: &Project, site: &Path) -> Result<()> {
    // A page of an earlier build must not survive a build that fails.
    fs::remove_dir_all(site).ok();
    fs::create_dir_all(site).with_context(|| format!("{} cannot be made", site.display()))?;
    finish(
        project
            .cargo()
            .args(["run", "--quiet", "--features", "cli", "--bin", "news-explainer", "--"])
            .args(["render", DOCUMENT, "--article", ARTICLE, "--page", PAGE, "--out"])
            .arg(site),
        "writing the static page with `news-explainer render`",
    )?;
    if !site.join("index.html").is_file() {
        bail!("`news-explainer render` wrote no index.html into {}", site.display());
    }
    Ok(())
}

/// Puts everything that the page loads beside it.
pub(crate) fn assemble(project: &Project, pkg: &Path, site: &Path) -> Result<()> {
    copy_new(&project.root.join("www"), site, &["index.html", "element.js"])?;
    copy_new(pkg, site, &NOT_SERVED)?;
    let documents = site.join("documents");
    fs::create_dir_all(&documents)?;
    copy_new(&project.root.join("documents"), &documents, &[])
}

/// Copies files and folders that the static page did not write itself.
fn copy_new(from: &Path, to: &Path, except: &[&str]) -> Result<()> {
    let entries = fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        if except.iter().any(|excepted| name == *excepted) {
            continue;
        }
        let target = to.join(&name);
        if entry.file_type()?.is_dir() {
            fs::create_dir_all(&target)?;
            copy_new(&entry.path(), &target, &[])?;
            continue;
        }
        fs::copy(entry.path(), &target).with_context(|| format!("{} cannot be copied", entry.path().display()))?;
    }
    Ok(())
}
