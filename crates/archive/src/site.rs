//! What is uploaded.

use std::path::Path;

use crate::compressed::{brotli, gzip};
use crate::file::{File, folder};
use crate::problem::Problem;

/// The page. Whoever mounts the console below a path edits it, and a compressed one beside it would be sent as it was.
const PAGE: &str = "index.html";

/// What is not uploaded although it lies there: the file of whoever runs the console, which an update would overwrite.
const EXCLUDED: [&str; 1] = ["config.json"];

/// Endings of what gets smaller.
const TEXT_AND_PROGRAMS: [&str; 6] = ["css", "js", "json", "svg", "txt", "wasm"];

/// Everything of the built console, and no list of it by hand.
pub(crate) fn site(dist: &Path) -> Result<Vec<File>, Problem> {
    let mut files = folder(dist)?;
    files.retain(|file| !EXCLUDED.contains(&&*file.path));
    match files.iter().any(|file| file.path == PAGE) {
        true => Ok(files),
        false => Err(Problem::NoConsole(dist.to_owned())),
    }
}

/// With a compressed file beside each that gets smaller by that.
pub(crate) fn with_compressed(site: Vec<File>) -> Result<Vec<File>, Problem> {
    let mut files = Vec::new();
    for file in site {
        if file
            .ending()
            .is_some_and(|ending| TEXT_AND_PROGRAMS.contains(&ending))
        {
            let both = [("br", brotli(&file.content)?), ("gz", gzip(&file.content)?)];
            let smaller = both
                .into_iter()
                .filter(|(_, content)| content.len() < file.content.len());
            files
                .extend(smaller.map(|(ending, content)| {
                    File::new(format!("{}.{ending}", file.path), content)
                }));
        }
        files.push(file);
    }
    Ok(files)
}
