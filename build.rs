//! Packs the built-in document: the same JSON without the white space between its parts.

use std::{env, fs, path::Path};

fn main() {
    const DOCUMENT: &str = "documents/shanxi-zones.json";
    println!("cargo::rerun-if-changed={DOCUMENT}");
    println!("cargo::rerun-if-changed=build.rs");
    let text = fs::read_to_string(DOCUMENT).unwrap_or_default();
    let out = env::var("OUT_DIR").unwrap_or_default();
    if let Err(error) = fs::write(Path::new(&out).join("built-in.json"), packed(&text)) {
        println!("cargo::error=cannot write the packed document: {error}");
    }
}

/// JSON without the white space outside its strings.
fn packed(text: &str) -> String {
    let mut packed = String::with_capacity(text.len());
    let (mut is_string, mut is_escaped) = (false, false);
    for character in text.chars() {
        if is_string {
            packed.push(character);
            is_string = is_escaped || character != '"';
            is_escaped = !is_escaped && character == '\\';
            continue;
        }
        is_string = character == '"';
        if !character.is_ascii_whitespace() {
            packed.push(character);
        }
    }
    packed
}
