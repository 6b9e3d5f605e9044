//! Finds the tools of the build, or installs them: the wasm target, wasm-pack, wasm-bindgen, the
//! optimiser, the npm packages. Nothing here downloads a ready-made binary from a site of its own:
//! only rustup, cargo and npm are asked, so that it also works behind a registry mirror.

use crate::project::{Project, answer, finish, on_path};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The target that browsers run.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";
const WASM_PACK_VERSION: &str = "0.15.1";
const OLDEST_NODE: u32 = 20;

/// How `cargo install` picks the versions of a tool's own dependencies.
enum Dependencies {
    /// Those that the tool was released with.
    Locked,
    /// The newest that fit: for a tool whose lock file names a version that was taken back.
    Newest,
}

/// A tool that cargo can build.
struct CargoTool<'a> {
    krate: &'a str,
    program: &'a str,
    version: &'a str,
    dependencies: Dependencies,
    default_features: DefaultFeatures,
}

enum DefaultFeatures {
    On,
    Off,
}

/// What wasm-pack needs to work without downloading anything.
pub(crate) struct WasmPack {
    /// The program itself.
    pub(crate) program: PathBuf,
    /// The directory with the wasm-bindgen of exactly the version in Cargo.lock. With it on the
    /// search path wasm-pack uses it and does not try to fetch one.
    pub(crate) bindgen: PathBuf,
}

/// Finds or installs the wasm target, wasm-pack and its wasm-bindgen.
pub(crate) fn wasm_pack(project: &Project) -> Result<WasmPack> {
    wasm_target(project)?;
    let directory = cargo_tool(
        project,
        &CargoTool {
            krate: "wasm-pack",
            program: "wasm-pack",
            version: WASM_PACK_VERSION,
            dependencies: Dependencies::Locked,
            default_features: DefaultFeatures::On,
        },
    )?;
    let version = wasm_bindgen_version(project)?;
    let bindgen = cargo_tool(
        project,
        &CargoTool {
            krate: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &version,
            // Its lock file may name a version of webpki-roots that is no longer offered.
            dependencies: Dependencies::Newest,
            // The only default feature is TLS, for a remote WebDriver; ours is on this machine.
            default_features: DefaultFeatures::Off,
        },
    )?;
    Ok(WasmPack { program: directory.join(format!("wasm-pack{}", std::env::consts::EXE_SUFFIX)), bindgen })
}

/// Adds the WebAssembly target when it is missing.
pub(crate) fn wasm_target(project: &Project) -> Result<()> {
    let sysroot = answer(project.command("rustc").args(["--print", "sysroot"]))
        .context("rustc does not answer: install Rust 1.95 or newer with rustup, then run this again")?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET);
    if library.is_dir() {
        return Ok(());
    }
    if on_path(&["rustup"]).is_none() {
        bail!(
            "the Rust target {WASM_TARGET} is missing and rustup is not here to add it: \
             install it with your system's packages (Debian: libstd-rust-dev-wasm32) or use rustup"
        );
    }
    println!("      adding the Rust target {WASM_TARGET} (under a minute, once)");
    finish(project.command("rustup").args(["target", "add", WASM_TARGET]), "adding the WebAssembly target with rustup")
}

/// Adds rustfmt or clippy when rustup was set up without it.
pub(crate) fn component(project: &Project, name: &str) -> Result<()> {
    let program = if name == "rustfmt" { "fmt" } else { name };
    if answer(project.cargo().args([program, "--version"])).is_some() {
        return Ok(());
    }
    println!("      adding {name} (once)");
    finish(project.command("rustup").args(["component", "add", name]), &format!("adding {name} with rustup"))
}

/// wasm-bindgen's program must be of the very version that the crate is compiled with.
fn wasm_bindgen_version(project: &Project) -> Result<String> {
    let path = project.root.join("Cargo.lock");
    let lock = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    version_in_lock(&lock, "wasm-bindgen")
        .context("Cargo.lock does not name wasm-bindgen: is it still a dependency of the crate?")
}

fn version_in_lock(lock: &str, krate: &str) -> Option<String> {
    let name = format!("name = \"{krate}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    Some(version.trim_end_matches('"').to_owned())
}

/// The directory that holds the tool's programs.
fn cargo_tool(project: &Project, tool: &CargoTool) -> Result<PathBuf> {
    if let Some(directory) = on_path(&[tool.program])
        .filter(|program| has_version(project, program, tool.version))
        .and_then(|program| Some(program.parent()?.to_path_buf()))
    {
        return Ok(directory);
    }
    let home = project.tools.join(format!("{}-{}", tool.krate, tool.version));
    let directory = home.join("bin");
    let program = directory.join(format!("{}{}", tool.program, std::env::consts::EXE_SUFFIX));
    if has_version(project, &program, tool.version) {
        return Ok(directory);
    }

    println!(
        "      building {} {} (about 2 minutes, once for this machine; kept in {})",
        tool.krate,
        tool.version,
        home.display()
    );
    // Built beside its place and moved when whole: an interrupted build leaves nothing half-done.
    let unfinished = project.tools.join(format!(".{}-{}-{}", tool.krate, tool.version, std::process::id()));
    fs::create_dir_all(&unfinished).with_context(|| format!("{} cannot be made", unfinished.display()))?;
    let mut install = project.cargo();
    install
        .args(["install", "--quiet", tool.krate, "--version", tool.version])
        .arg("--root")
        .arg(&unfinished)
        .arg("--target-dir")
        .arg(unfinished.join("build"));
    if matches!(tool.dependencies, Dependencies::Locked) {
        install.arg("--locked");
    }
    if matches!(tool.default_features, DefaultFeatures::Off) {
        install.arg("--no-default-features");
    }
    let built = finish(&mut install, &format!("building {}", tool.krate));
    fs::remove_dir_all(unfinished.join("build")).ok();
    built?;
    fs::remove_dir_all(&home).ok();
    // When this fails another build of the same tool was quicker, and that one is as good.
    if fs::rename(&unfinished, &home).is_err() {
        fs::remove_dir_all(&unfinished).ok();
    }
    if !has_version(project, &program, tool.version) {
        bail!("{} {} was built but does not run from {}", tool.krate, tool.version, program.display());
    }
    Ok(directory)
}

fn has_version(project: &Project, program: &Path, version: &str) -> bool {
    program.is_file()
        && answer(project.command(program).arg("--version"))
            .is_some_and(|line| line.split_whitespace().nth(1) == Some(version))
}

/// Node.js with the npm packages of tests/e2e, in the versions of its package-lock.json.
pub(crate) fn npm_packages(project: &Project) -> Result<()> {
    let home = project.end_to_end();
    let node = answer(project.command("node").arg("--version")).as_deref().and_then(major_version);
    if node.is_none_or(|version| version < OLDEST_NODE) || on_path(&["npm"]).is_none() {
        bail!(
            "Node.js {OLDEST_NODE} or newer, with npm, is needed for the browser tests and the \
             optimiser, and is not on the search path: install it (Debian: apt-get install nodejs npm)"
        );
    }
    let lock =
        fs::read_to_string(home.join("package-lock.json")).context("tests/e2e/package-lock.json cannot be read")?;
    // A copy of the lock file inside node_modules says what was installed from.
    let installed = home.join("node_modules").join("installed-from.json");
    if fs::read_to_string(&installed).is_ok_and(|before| before == lock) {
        return Ok(());
    }
    println!("      installing the npm packages of tests/e2e (some seconds, once)");
    let npm = on_path(&["npm"]).context("npm is not on the search path")?;
    finish(
        project.command(npm).current_dir(&home).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]),
        "installing the npm packages of tests/e2e",
    )?;
    fs::write(&installed, lock)?;
    Ok(())
}

fn major_version(version: &str) -> Option<u32> {
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

/// The optimiser of WebAssembly, run by Node.js out of npm's `binaryen`.
pub(crate) fn wasm_opt(project: &Project) -> Result<PathBuf> {
    npm_packages(project)?;
    let program = project.end_to_end().join("node_modules/binaryen/bin/wasm-opt");
    if !program.is_file() {
        bail!(
            "npm's binaryen has no wasm-opt at {}: remove tests/e2e/node_modules and run this again",
            program.display()
        );
    }
    Ok(program)
}

#[cfg(test)]
mod tests {
    use super::{major_version, version_in_lock};

    #[test]
    fn the_lock_file_names_the_very_crate() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "wasm"), None);
    }

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major_version("v20.20.2\n"), Some(20));
        assert_eq!(major_version("none"), None);
    }
}
