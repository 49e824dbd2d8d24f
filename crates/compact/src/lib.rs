//! Makes a program that wasm-bindgen has bound shorter, and the script that starts it.
//!
//! Three things are written for their authors and not for the browser: each function of the browser's that the program
//! uses has a name of up to eighty letters in both files; the table of functions is filled with thousands of empty
//! places, which are empty anyway; and the script imports the script that loads the areas once for each area.

mod bytes;
mod fault;
mod imports;
mod names;
mod script;
mod sections;
mod table;

pub use fault::Fault;

use names::Names;
use sections::{ELEMENTS, IMPORTS, TABLES};

/// The program and its script, shorter and to be used together.
///
/// # Errors
/// Where either is not of the form that wasm-bindgen and wasm-split give it.
pub fn compact(program: &[u8], script: &str) -> Result<(Vec<u8>, String), Fault> {
    let mut names = Names::default();
    let sections = sections::read(program)?
        .into_iter()
        .map(|(kind, content)| {
            let shorter = match kind {
                IMPORTS => imports::renamed(content, &mut names)?,
                TABLES => table::plain(content)?,
                ELEMENTS => table::without_empty_places(content)?,
                _ => content.to_vec(),
            };
            Ok((kind, shorter))
        })
        .collect::<Result<Vec<_>, Fault>>()?;
    let script = script::renamed(script, names)?;
    Ok((sections::written(&sections), script))
}
