//! The archive that is unpacked on a server: the built console with its files compressed, configurations of nginx and Caddy
//! for every example, what hosts of static files read, and the sums of all of it.
//!
//! The same files and the same time give the same bytes, on every machine: compression is a part of this program, and
//! neither the order of a folder nor whose files they are gets into the archive.

mod compressed;
mod file;
mod hosts;
mod packed;
mod problem;
mod servers;
mod site;
mod sums;

pub use file::File;
pub use packed::packed;
pub use problem::Problem;
pub use sums::sum;

use std::path::PathBuf;

/// Where everything comes from.
#[derive(Clone, Debug)]
pub struct Sources {
    /// The built console.
    pub dist: PathBuf,
    /// The schema of `config.json`, its examples, and the words for whoever unpacks the archive.
    pub deploy: PathBuf,
    /// The licence of the console.
    pub licence: PathBuf,
}

/// Everything that is in the archive, by path, with the sums last.
///
/// # Errors
/// When something cannot be read or is not what it has to be.
pub fn files(sources: &Sources) -> Result<Vec<File>, Problem> {
    let site = site::site(&sources.dist)?;
    let mut files = vec![
        File::read(&sources.licence, "LICENSE")?,
        File::read(&sources.deploy.join("archive.md"), "README.md")?,
        File::read(
            &sources.deploy.join("config.schema.json"),
            "config.schema.json",
        )?,
        File::read(&sources.deploy.join("demo.json"), "demo/config.json")?,
    ];
    let examples = file::folder(&sources.deploy.join("examples"))?;
    files.extend(servers::servers(&examples)?);
    files.extend(hosts::hosts(&site)?);
    files.extend(
        examples
            .into_iter()
            .map(|example| example.below("examples")),
    );
    files.extend(
        site::with_compressed(site)?
            .into_iter()
            .map(|file| file.below("site")),
    );
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files.push(sums::sums(&files));
    Ok(files)
}
