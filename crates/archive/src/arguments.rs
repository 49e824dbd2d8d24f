//! What the command line asks for.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use archive::Sources;
use lexopt::prelude::*;

/// The text of `--help`.
pub const HELP: &str = "\
Packs the built console for a server: NAME.tar.gz and NAME.tar.gz.sha256.

  archive --dist FOLDER --deploy FOLDER --licence FILE --name NAME --time SECONDS --out FOLDER

  --dist FOLDER      the built console
  --deploy FOLDER    the schema of config.json, examples/, and archive.md, the words for whoever unpacks it
  --licence FILE     the licence of the console
  --name NAME        the archive's name, and that of the folder in it
  --time SECONDS     the time of every file, since 1970: another one for each version
  --out FOLDER       where to write
  --help             this text
";

/// What to do.
pub enum Asked {
    /// Print the help.
    Help,
    /// Write an archive.
    Pack(Box<Arguments>),
}

/// What to pack.
pub struct Arguments {
    pub sources: Sources,
    pub name: String,
    pub time: Duration,
    pub out: PathBuf,
}

/// Why nothing is written.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The command line cannot be understood.
    #[error("{0}; --help lists the options")]
    Arguments(#[from] lexopt::Error),
    /// Something has to be told.
    #[error("{0} is missing; --help lists the options")]
    Missing(&'static str),
    /// A name that is no name of a folder.
    #[error("--name takes letters, digits and . _ - alone, not {0:?}")]
    Name(String),
    /// There is nothing to write.
    #[error(transparent)]
    Archive(#[from] archive::Problem),
    /// It cannot be written.
    #[error("cannot write {}: {error}", path.display())]
    Write {
        path: PathBuf,
        error: std::io::Error,
    },
}

/// Reads the command line.
pub fn read(line: impl Iterator<Item = OsString>) -> Result<Asked, Problem> {
    let [mut dist, mut deploy, mut licence, mut out] = [const { None::<PathBuf> }; 4];
    let mut name = None;
    let mut time = None;
    let mut parser = lexopt::Parser::from_args(line);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(Asked::Help),
            Long("dist") => dist = Some(parser.value()?.into()),
            Long("deploy") => deploy = Some(parser.value()?.into()),
            Long("licence") => licence = Some(parser.value()?.into()),
            Long("out") => out = Some(parser.value()?.into()),
            Long("name") => name = Some(folder_name(parser.value()?.string()?)?),
            Long("time") => time = Some(Duration::from_secs(parser.value()?.parse()?)),
            _ => return Err(argument.unexpected().into()),
        }
    }
    Ok(Asked::Pack(Box::new(Arguments {
        sources: Sources {
            dist: dist.ok_or(Problem::Missing("--dist"))?,
            deploy: deploy.ok_or(Problem::Missing("--deploy"))?,
            licence: licence.ok_or(Problem::Missing("--licence"))?,
        },
        name: name.ok_or(Problem::Missing("--name"))?,
        time: time.ok_or(Problem::Missing("--time"))?,
        out: out.ok_or(Problem::Missing("--out"))?,
    })))
}

fn folder_name(text: String) -> Result<String, Problem> {
    let is_of_names = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    match text.bytes().all(is_of_names) && !text.trim_matches('.').is_empty() {
        true => Ok(text),
        false => Err(Problem::Name(text)),
    }
}
