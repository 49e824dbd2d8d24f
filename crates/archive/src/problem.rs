//! Why there is no archive.

use std::path::PathBuf;

/// Why there is no archive.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// A file or a folder cannot be read.
    #[error("cannot read {}: {error}", path.display())]
    Read {
        /// Which one.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// The folder holds no console.
    #[error("{} holds no built console: build it first", .0.display())]
    NoConsole(PathBuf),
    /// A name that not every system can write.
    #[error("{} has a name that not every system can write", .0.display())]
    Name(PathBuf),
    /// A file does not get smaller or cannot be packed.
    #[error("cannot pack: {0}")]
    Pack(#[from] std::io::Error),
    /// An example cannot be served.
    #[error("{name}: {why}")]
    Example {
        /// Its file.
        name: String,
        /// What is wrong with it.
        why: String,
    },
    /// Hosts cannot be told of that many files.
    #[error(transparent)]
    Rules(#[from] proxies::TooManyRules),
}
