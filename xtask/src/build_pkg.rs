//! Compiles the crate to WebAssembly, optimises it, and puts the published files into `pkg/`.

use crate::project::{Project, finish, path_with, step};
use crate::{sheet, site, tools};
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// What wasm-pack calls its two files: `engine.js`, loaded lazily by the element, and `engine_bg.wasm`.
/// The plain name `news-explainer.js` belongs to the element.
const ENGINE: &str = "engine";

/// WebAssembly features, by name: `--all-features` writes code that today's browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

const STEPS: usize = 6;

/// Whether the default document lies inside the WebAssembly.
#[derive(Clone, Copy)]
pub(crate) enum Document {
    BuiltIn,
    Left,
}

/// Builds everything; gives the directory of the demo site.
pub(crate) fn build(project: &Project) -> Result<PathBuf> {
    step(1, STEPS, "Looking for the tools of the build");
    let wasm_pack = tools::wasm_pack(project)?;
    let wasm_opt = tools::wasm_opt(project)?;

    step(2, STEPS, "Compiling to WebAssembly (about a minute the first time)");
    let pkg = project.pkg();
    compile(project, &wasm_pack, &pkg, Document::BuiltIn)?;

    step(3, STEPS, "Optimising the WebAssembly");
    optimise(project, &wasm_opt, &pkg)?;

    step(4, STEPS, "Adding the element and its style sheet to pkg/");
    add_published_files(project, &pkg)?;

    step(5, STEPS, "Writing the static page (about a minute the first time)");
    let site = project.site();
    site::render(project, &site)?;

    step(6, STEPS, "Laying out the site");
    site::assemble(project, &pkg, &site)?;
    println!("      the site lies in {}", site.display());
    Ok(site)
}

/// Builds only the engine, without the built-in document, into a directory of its own.
pub(crate) fn build_engine_without_document(project: &Project) -> Result<PathBuf> {
    let wasm_pack = tools::wasm_pack(project)?;
    let wasm_opt = tools::wasm_opt(project)?;
    let directory = project.target.join("engine-without-document");
    compile(project, &wasm_pack, &directory, Document::Left)?;
    optimise(project, &wasm_opt, &directory)?;
    Ok(directory)
}

fn compile(project: &Project, wasm_pack: &tools::WasmPack, directory: &Path, document: Document) -> Result<()> {
    // wasm-pack leaves files of an earlier name where they are.
    fs::remove_dir_all(directory).ok();
    let mut command = project.command(&wasm_pack.program);
    command
        .env("PATH", path_with(&wasm_pack.bindgen)?)
        .env("WASM_PACK_CACHE", project.tools.join("wasm-pack-cache"))
        .env_remove("CARGO_MANIFEST_DIR")
        .args(["--log-level", "warn", "build", "--release", "--target", "web"])
        .args(["--out-name", ENGINE, "--out-dir"])
        .arg(directory)
        // An editor's proof is no need of a reader.
        .args(["--", "--no-default-features"]);
    if matches!(document, Document::BuiltIn) {
        command.args(["--features", "built-in-document"]);
    }
    finish(&mut command, "compiling to WebAssembly with wasm-pack")
}

fn optimise(project: &Project, wasm_opt: &Path, directory: &Path) -> Result<()> {
    let wasm = directory.join(format!("{ENGINE}_bg.wasm"));
    let before = size(&wasm)?;
    let optimised = directory.join("optimised.wasm");
    finish(
        project
            .command("node")
            .arg(wasm_opt)
            // The lowest kilobyte is the far end of the stack, which nothing points at: offsets may be folded.
            .args(["-Oz", "--converge", "--low-memory-unused", "--strip-debug", "--strip-producers"])
            .args(FEATURES)
            .arg(&wasm)
            .arg("-o")
            .arg(&optimised),
        "optimising with wasm-opt",
    )?;
    fs::rename(&optimised, &wasm)?;
    println!("      {before} bytes became {}", size(&wasm)?);
    minify(project, &directory.join(format!("{ENGINE}.js")))
}

/// Takes comments, white space and long names out of a script: they are bytes that every reader pays for.
fn minify(project: &Project, script: &Path) -> Result<()> {
    let mut outfile = OsString::from("--outfile=");
    outfile.push(script);
    finish(
        project
            .command(project.end_to_end().join("node_modules/.bin/esbuild"))
            .arg(script)
            .args(["--minify", "--format=esm", "--target=es2022", "--log-level=warning", "--allow-overwrite"])
            .arg(outfile),
        "minifying a script with esbuild",
    )
}

fn add_published_files(project: &Project, pkg: &Path) -> Result<()> {
    for (source, published) in [("element.js", "news-explainer.js"), ("news-explainer.css", "news-explainer.css")] {
        let source = project.root.join("www").join(source);
        if !source.is_file() {
            bail!("{} is missing: it is published as {published}", source.display());
        }
        let text = fs::read_to_string(&source).with_context(|| format!("{} cannot be read", source.display()))?;
        let text = if published.ends_with(".css") { sheet::published(&text) } else { text };
        fs::write(pkg.join(published), text).with_context(|| format!("{published} cannot be written"))?;
    }
    minify(project, &pkg.join("news-explainer.js"))
}

fn size(path: &Path) -> Result<u64> {
    Ok(fs::metadata(path).with_context(|| format!("{} is missing", path.display()))?.len())
}
