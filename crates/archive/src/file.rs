//! A file of the archive.

use std::path::Path;

use crate::problem::Problem;

/// What is written when the archive is unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Where, below the archive's own folder, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub content: Vec<u8>,
}

impl File {
    pub(crate) fn new(path: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        let (path, content) = (path.into(), content.into());
        Self { path, content }
    }

    pub(crate) fn read(from: &Path, path: impl Into<String>) -> Result<Self, Problem> {
        let content = std::fs::read(from).map_err(|error| not_read(from, error))?;
        Ok(Self::new(path, content))
    }

    pub(crate) fn below(self, folder: &str) -> Self {
        let path = format!("{folder}/{}", self.path);
        Self { path, ..self }
    }

    /// What its name ends with; nothing where it begins with a dot.
    pub(crate) fn ending(&self) -> Option<&str> {
        Path::new(&self.path).extension()?.to_str()
    }
}

/// Every file of a folder and of those in it, but for hidden ones, in the order of their paths.
pub(crate) fn folder(folder: &Path) -> Result<Vec<File>, Problem> {
    let mut files = Vec::new();
    read(folder, "", &mut files)?;
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

fn read(folder: &Path, before: &str, files: &mut Vec<File>) -> Result<(), Problem> {
    let entries = std::fs::read_dir(folder).map_err(|error| not_read(folder, error))?;
    for entry in entries {
        let place = entry.map_err(|error| not_read(folder, error))?.path();
        let name = place.file_name().and_then(|name| name.to_str());
        let name = name.filter(|name| is_plain(name));
        let name = name.ok_or_else(|| Problem::Name(place.clone()))?;
        let path = format!("{before}{name}");
        match (name.starts_with('.'), place.is_dir()) {
            (true, _) => {}
            (false, true) => read(&place, &format!("{path}/"), files)?,
            (false, false) => files.push(File::read(&place, path)?),
        }
    }
    Ok(())
}

/// A name that means the same in a shell, in a list of sums and on every system.
fn is_plain(name: &str) -> bool {
    let is_of_names = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    name.bytes().all(is_of_names)
}

fn not_read(path: &Path, error: std::io::Error) -> Problem {
    let path = path.to_owned();
    Problem::Read { path, error }
}
