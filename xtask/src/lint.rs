//! Formatting, lints and house rules.

use crate::counts::Counts;
use crate::project::{Project, answer, finish};
use crate::tools;
use anyhow::{Context, Result, bail};
use std::fs;

/// Checks everything, and fails when something is not as it should be.
pub(crate) fn run(project: &Project) -> Result<()> {
    let counts = check(project)?;
    if counts.failed > 0 {
        bail!("{} of the checks above failed", counts.failed);
    }
    println!("formatting, lints and house rules: nothing to mend");
    Ok(())
}

/// Checks everything. Only failures are counted: a lint that passes is not a test.
pub(crate) fn check(project: &Project) -> Result<Counts> {
    tools::component(project, "rustfmt")?;
    tools::component(project, "clippy")?;
    tools::wasm_target(project)?;
    let checks = [
        finish(
            project.cargo().args(["fmt", "--all", "--", "--check"]),
            "checking the formatting (`cargo fmt --all` mends it)",
        ),
        finish(
            project.cargo().args(["clippy", "--quiet", "--workspace", "--all-targets"]).args([
                "--features",
                "news-explainer/cli",
                "--",
                "-D",
                "warnings",
            ]),
            "the lints of the native code",
        ),
        finish(
            project.cargo().args(["clippy", "--quiet", "--package", "news-explainer", "--lib", "--tests"]).args([
                "--target",
                tools::WASM_TARGET,
                "--",
                "-D",
                "warnings",
            ]),
            "the lints of the WebAssembly code",
        ),
        house_rules(project),
        scripts_parse(project),
    ];
    let mut counts = Counts::default();
    for failure in checks.into_iter().filter_map(Result::err) {
        println!("{failure:#}");
        counts.failed += 1;
    }
    Ok(counts)
}

/// The files that are or would be committed.
fn own_files(project: &Project) -> Result<Vec<String>> {
    let list = answer(project.command("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]))
        .context("git does not list the files of this directory: is it a clone of the repository?")?;
    Ok(list.lines().filter(|path| project.root.join(path).is_file()).map(str::to_owned).collect())
}

/// What may stand in no file of ours, and why. Written in two halves, so that this file may stand.
const FORBIDDEN: [(&str, &str); 8] = [
    (concat!("/wo", "rk/"), "a path of one machine"),
    (concat!("/ro", "ot/"), "a path of one machine"),
    (concat!("/ho", "me/"), "a path of one machine"),
    (concat!("/Us", "ers/"), "a path of one machine"),
    (concat!("registry.np", "mjs.org"), "the host of a registry"),
    (concat!("index.cra", "tes.io"), "the host of a registry"),
    (concat!("deb.deb", "ian.org"), "the host of a registry"),
    (concat!("<<<<", "<<< "), "an unfinished merge"),
];

fn house_rules(project: &Project) -> Result<()> {
    let mut found = Vec::new();
    for path in own_files(project)? {
        // What is not text is not read.
        let Ok(text) = fs::read_to_string(project.root.join(&path)) else {
            continue;
        };
        for (number, line) in text.lines().enumerate() {
            for (forbidden, why) in FORBIDDEN {
                if stands_alone(line, forbidden) {
                    found.push(format!("{path}:{}: {why}: {forbidden}", number + 1));
                }
            }
        }
    }
    if !found.is_empty() {
        bail!("house rules:\n{}", found.join("\n"));
    }
    Ok(())
}

/// Whether the line has the words as a start of a path, and not inside of a longer one.
fn stands_alone(line: &str, forbidden: &str) -> bool {
    line.match_indices(forbidden).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|character| !character.is_alphanumeric() && !"._-*~}".contains(character))
    })
}

/// Node.js reads every script without running it, where it is installed.
fn scripts_parse(project: &Project) -> Result<()> {
    if answer(project.command("node").arg("--version")).is_none() {
        return Ok(());
    }
    let mut broken = Vec::new();
    for path in own_files(project)? {
        let is_script = path.ends_with(".mjs") || (path.starts_with("www/") && path.ends_with(".js"));
        if !is_script {
            continue;
        }
        let text = fs::read(project.root.join(&path))?;
        let target = project.target.join("syntax-check.mjs");
        fs::create_dir_all(&project.target)?;
        // Under a name that ends in .mjs Node.js reads it as a module, as browsers do.
        fs::write(&target, text)?;
        if finish(project.command("node").arg("--check").arg(&target), "reading a script").is_err() {
            broken.push(path);
        }
    }
    if !broken.is_empty() {
        bail!("not valid as a script: {}", broken.join(", "));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::stands_alone;

    #[test]
    fn only_whole_paths_are_refused() {
        let forbidden = concat!("/wo", "rk/");
        assert!(stands_alone(&format!("see {forbidden}x"), forbidden));
        assert!(stands_alone(&format!("\"{forbidden}x\""), forbidden));
        assert!(!stands_alone(&format!("https://a.example{forbidden}x"), forbidden));
    }
}
