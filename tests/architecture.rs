//! The invariants of `src/lib.rs` that the compiler does not hold by itself.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty());
    found
}

/// The file's path below `src`, with forward slashes.
fn name(path: &Path) -> String {
    let path = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    path.to_string_lossy().replace('\\', "/")
}

fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

fn offenders(is_allowed: impl Fn(&str) -> bool, words: &[&str]) -> Vec<String> {
    let mut offenders = Vec::new();
    for (path, text) in sources("src") {
        let name = name(&path);
        if !is_allowed(&name) && code(&text).any(|line| words.iter().any(|word| line.contains(word))) {
            offenders.push(name);
        }
    }
    offenders
}

#[test]
fn only_the_web_modules_name_the_browser() {
    let is_web = |name: &str| name == "web.rs" || name.starts_with("web/");
    assert_eq!(offenders(is_web, &["web_sys", "js_sys", "wasm_bindgen"]), [""; 0]);
}

#[test]
fn only_the_painter_and_the_files_that_make_a_pen_name_plotters() {
    let makes_pen = |name: &str| ["paint.rs", "web/canvas.rs", "static_page/svg.rs"].contains(&name);
    assert_eq!(offenders(makes_pen, &["plotters"]), [""; 0]);
}

#[test]
fn the_document_never_leaves_the_page_module() {
    let may_name = |name: &str| {
        name.starts_with("page")
            || name.starts_with("document")
            || ["main.rs", "web.rs", "explainer.rs", "read_json.rs"].contains(&name)
    };
    assert_eq!(offenders(may_name, &["document::Document", "document::{self, Document"]), [""; 0]);
}

#[test]
fn pictures_and_state_know_no_clock_no_chance_and_no_random_order() {
    let is_pure = |name: &str| {
        !["view", "outline", "state", "scene", "geometry", "page"].iter().any(|pure| name.starts_with(pure))
    };
    assert_eq!(
        offenders(is_pure, &["HashMap", "HashSet", "std::time", "rand::", "thread_local", "static mut"]),
        [""; 0]
    );
}

#[test]
fn a_layer_uses_only_itself_and_what_lies_below() {
    let layers: [&[&str]; 7] = [
        &["geometry", "scale", "text", "theme", "locale", "quantity", "ordered", "raw"],
        &["document", "page", "citation"],
        &["scene", "state"],
        &["view", "outline"],
        &["explainer"],
        &["paint", "static_page", "read_json"],
        &["web", "main"],
    ];
    let layer_of = |module: &str| layers.iter().position(|layer| layer.contains(&module));
    let mut wrong = Vec::new();
    for (path, text) in sources("src") {
        let name = name(&path);
        let module = name.split(['/', '.']).next().unwrap_or_default().to_owned();
        let Some(own) = layer_of(&module) else { continue };
        for line in code(&text).filter(|line| line.trim_start().starts_with("use crate::") || line.contains(" crate::"))
        {
            for used in
                line.split("crate::").skip(1).filter_map(|rest| rest.split([':', ';', '{', ',', ' ', ')']).next())
            {
                // The hue of a sector is a word of the document that the colour tokens carry.
                let is_hue = module == "theme" && line.contains("document::Hue");
                if layer_of(used).is_some_and(|layer| layer > own) && !is_hue {
                    wrong.push(format!("{name}: {}", line.trim()));
                }
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn no_source_file_holds_more_than_one_idea_can_fill() {
    let long: Vec<String> = sources("src")
        .iter()
        .filter(|(path, text)| {
            text.lines().count() > 700
                || (text.lines().count() > 480 && !["document.rs", "page.rs"].contains(&name(path).as_str()))
        })
        .map(|(path, text)| format!("{}: {} lines", name(path), text.lines().count()))
        .collect();
    assert_eq!(long, [""; 0]);
}

#[test]
fn every_file_that_the_readme_names_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let is_path = |word: &str| {
        ["src/", "www/", "tests/", "documents/", "xtask/"].iter().any(|folder| word.starts_with(folder))
            || word.ends_with(".md")
    };
    let named: Vec<&str> =
        readme.split(['`', '(', ')', '[', ']', ' ', '\n', ',']).filter(|word| is_path(word)).collect();
    assert!(named.len() > 15, "{named:?}");
    let missing: Vec<&&str> = named.iter().filter(|path| !root.join(path.trim_end_matches('.')).exists()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_element_names_the_version_of_the_crate() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let element = fs::read_to_string(root.join("www/element.js")).unwrap();
    assert!(element.contains(&format!("return \"{}\";", env!("CARGO_PKG_VERSION"))));
}
