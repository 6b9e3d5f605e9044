//! Finds Chromium, ChromeDriver and a Chinese font, or installs them where apt can.

use crate::project::{Project, answer, finish, on_path};
use anyhow::{Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The browser that the tests drive.
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
}

/// Finds the browser, its driver and a Chinese font; installs what is missing when this is Debian's
/// apt and the user may use it, and says exactly what to install otherwise.
pub(crate) fn browser(project: &Project) -> Result<Browser> {
    let missing = missing_packages(project);
    if !missing.is_empty() {
        install(project, &missing)?;
    }
    let (Some(chromium), Some(chromedriver)) = (chromium(), chromedriver()) else {
        bail!(
            "Chromium or ChromeDriver still cannot be found after the installation: set CHROMIUM and \
             CHROMEDRIVER to the paths of the two programs"
        );
    };
    Ok(Browser { chromium, chromedriver })
}

fn missing_packages(project: &Project) -> Vec<&'static str> {
    let mut missing = Vec::new();
    if chromium().is_none() {
        missing.push("chromium");
    }
    if chromedriver().is_none() {
        missing.push("chromium-driver");
    }
    if cfg!(target_os = "linux") && !chinese_font(project) {
        missing.push("fonts-noto-cjk");
    }
    missing
}

fn chromium() -> Option<PathBuf> {
    named_by("CHROMIUM").or_else(|| on_path(&["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]))
}

fn chromedriver() -> Option<PathBuf> {
    named_by("CHROMEDRIVER").or_else(|| on_path(&["chromedriver"]))
}

fn named_by(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|program| program.is_file())
}

/// Without a Chinese font the page is drawn as boxes, and every measure of text is wrong.
fn chinese_font(project: &Project) -> bool {
    if let Some(fonts) = answer(project.command("fc-list").arg(":lang=zh-cn")) {
        return !fonts.trim().is_empty();
    }
    names_a_chinese_font(Path::new("/usr/share/fonts"))
}

fn names_a_chinese_font(directory: &Path) -> bool {
    let Ok(entries) = fs::read_dir(directory) else {
        return false;
    };
    entries.flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return names_a_chinese_font(&path);
        }
        let name = entry.file_name().to_string_lossy().to_lowercase();
        ["cjk", "wqy", "sourcehan"].iter().any(|part| name.contains(part))
    })
}

fn install(project: &Project, packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    let by_hand = format!(
        "Debian and Ubuntu: sudo apt-get update && sudo apt-get install {list}. Elsewhere: install \
         Chromium and the ChromeDriver of the same version, set CHROMIUM and CHROMEDRIVER to their \
         paths, and install a Chinese font such as Noto Sans CJK"
    );
    let is_root = answer(project.command("id").arg("-u")).is_some_and(|user| user.trim() == "0");
    if on_path(&["apt-get"]).is_none() || !is_root {
        bail!("the browser tests need {list}, and this user cannot install them. {by_hand}");
    }
    println!("      installing {list} with apt-get (about 2 minutes, once for this machine)");
    let attempt = finish(project.command("apt-get").args(["update", "-qq"]), "reading Debian's list of packages")
        .and_then(|()| {
            finish(
                project
                    .command("apt-get")
                    .env("DEBIAN_FRONTEND", "noninteractive")
                    .args(["install", "--yes", "--no-install-recommends", "-qq"])
                    .args(packages)
                    .stdout(std::process::Stdio::null()),
                "installing Debian's packages",
            )
        });
    if let Err(why) = attempt {
        bail!("{list} could not be installed: {why:#}. {by_hand}");
    }
    Ok(())
}
