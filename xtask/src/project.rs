//! Where the project's files lie, and how other programs are run for it.

use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The places that the commands read and write.
pub(crate) struct Project {
    /// The root of the repository.
    pub(crate) root: PathBuf,
    /// Where cargo builds: `target`, or what `CARGO_TARGET_DIR` says.
    pub(crate) target: PathBuf,
    /// Tools that were built once for this machine. Outside the tree, so that a fresh clone finds them.
    pub(crate) tools: PathBuf,
}

impl Project {
    /// Finds the project that this command was started for.
    pub(crate) fn find() -> Result<Self> {
        // cargo sets this for what it runs; without cargo, the command is started in the root.
        let root = match std::env::var_os("CARGO_MANIFEST_DIR") {
            Some(xtask) => {
                PathBuf::from(xtask).parent().context("xtask lies in the root of a file system")?.to_path_buf()
            }
            None => std::env::current_dir()?,
        };
        if !root.join("xtask").is_dir() {
            bail!(
                "{} is not the root of news-explainer: start this as `cargo xtask` inside the repository",
                root.display()
            );
        }
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(directory) => root.join(directory),
            None => root.join("target"),
        };
        let cache = std::env::var_os("XDG_CACHE_HOME")
            .map(PathBuf::from)
            .or_else(|| std::env::home_dir().map(|home| home.join(".cache")))
            .unwrap_or_else(|| target.clone());
        Ok(Self { tools: cache.join("news-explainer").join("tools"), root, target })
    }

    /// What wasm-pack writes: the files that are published.
    pub(crate) fn pkg(&self) -> PathBuf {
        self.root.join("pkg")
    }

    /// The demo site, ready to be served.
    pub(crate) fn site(&self) -> PathBuf {
        self.target.join("site")
    }

    /// The end-to-end tests and the npm packages they use.
    pub(crate) fn end_to_end(&self) -> PathBuf {
        self.root.join("tests").join("e2e")
    }

    /// A command that runs in the root.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).stdin(Stdio::null());
        command
    }

    /// The cargo that runs this command.
    pub(crate) fn cargo(&self) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
        let mut command = self.command(cargo);
        // These describe xtask itself and would mislead the builds that it starts.
        command.env_remove("CARGO_MANIFEST_DIR").env_remove("CARGO_MANIFEST_PATH");
        command
    }
}

/// Runs a command to its end; a failure says what was being done.
pub(crate) fn finish(command: &mut Command, doing: &str) -> Result<()> {
    let status =
        command.status().with_context(|| format!("{doing}: {:?} could not be started", command.get_program()))?;
    if !status.success() {
        bail!("{doing} failed ({status}); the lines above say why");
    }
    Ok(())
}

/// What a command prints, if it runs and succeeds.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first of the named programs that lies on the search path.
pub(crate) fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    names.iter().find_map(|name| {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        std::env::split_paths(&path).map(|directory| directory.join(&file)).find(|candidate| candidate.is_file())
    })
}

/// The search path with one directory before all others.
pub(crate) fn path_with(directory: &Path) -> Result<OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let directories = std::iter::once(directory.to_path_buf()).chain(std::env::split_paths(&path));
    std::env::join_paths(directories).context("a directory of tools has a character that a search path cannot hold")
}

/// Says which of the steps is now under way.
pub(crate) fn step(number: usize, of: usize, what: &str) {
    println!("[{number}/{of}] {what}");
}
