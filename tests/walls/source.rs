//! The files that are read.

use std::fs;
use std::path::Path;

/// A file and what it holds.
#[derive(Clone, Debug)]
pub struct Source {
    /// From the root of the repository, with `/`.
    pub path: String,
    /// What the file holds.
    pub text: String,
}

/// Where nothing of ours lies: what is built, what is installed, what belongs to Git.
const NOT_OURS: [&str; 6] = [
    ".git",
    "node_modules",
    "target",
    "dist",
    "results",
    "test-results",
];

/// Every file of the repository whose name ends in one of the endings, in order of their paths.
pub fn files_ending_in(endings: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    walk(&root, "", endings, &mut found);
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// The Rust files of the console and the crates.
pub fn houses() -> Vec<Source> {
    let mut sources = files_ending_in(&[".rs"]);
    sources.retain(|source| house_of(&source.path).is_some());
    sources
}

/// The folder of the crate that a file belongs to, such as `src/` or `crates/rows/src/`.
pub fn house_of(path: &str) -> Option<&str> {
    if path.starts_with("src/") {
        return Some("src/");
    }
    let rest = path.strip_prefix("crates/")?;
    let (name, rest) = rest.split_once('/')?;
    rest.starts_with("src/")
        .then(|| &path[.."crates/".len() + name.len() + "/src/".len()])
}

fn walk(folder: &Path, from_root: &str, endings: &[&str], found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of the repository can be listed") {
        let entry = entry.expect("an entry of a folder can be read");
        let name = entry
            .file_name()
            .into_string()
            .expect("our names are UTF-8");
        let path = format!("{from_root}{name}");
        let kind = entry
            .file_type()
            .expect("the file system tells folders from files");
        if kind.is_dir() && !NOT_OURS.contains(&name.as_str()) {
            walk(&entry.path(), &format!("{path}/"), endings, found);
        } else if kind.is_file() && endings.iter().any(|ending| name.ends_with(ending)) {
            let text = fs::read_to_string(entry.path()).expect("our files are UTF-8");
            found.push(Source { path, text });
        }
    }
}
