//! Turns the message files into typed functions: a missing, surplus or differently parameterised
//! message stops the build.

#[path = "build/code.rs"]
mod code;
#[path = "src/keys.rs"]
mod keys;
#[path = "build/messages.rs"]
mod messages;

use std::error::Error;
use std::path::Path;

use sha2::{Digest as _, Sha256};

const ENGLISH: &str = "../../locales/en.json";
const CHINESE: &str = "../../locales/zh-CN.json";

fn main() -> Result<(), Box<dyn Error>> {
    let english = messages::parse("locales/en.json", &read(ENGLISH)?)?;
    let file = read(CHINESE)?;
    let chinese = messages::parse("locales/zh-CN.json", &file)?;
    messages::compare(&english, &chinese)?;
    let code = code::of(&english, &file_name(&file))?;
    let folder = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&folder).join("messages.rs"), code)?;
    Ok(())
}

fn read(path: &str) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={path}");
    Ok(std::fs::read_to_string(path)?)
}

/// The name under which scripts/name-message-files.sh ships the file.
fn file_name(file: &str) -> String {
    let digest = Sha256::digest(file);
    let start: String = digest
        .iter()
        .take(8)
        .map(|it| format!("{it:02x}"))
        .collect();
    format!("zh-CN-{start}.json")
}
