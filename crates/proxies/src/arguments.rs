//! What the command line asks for.

use std::ffi::OsString;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;

use cloud_api::Timestamp;
use config::Fault;
use lexopt::prelude::*;
use proxies::{Certificate, Server};
use words::{Format, Language, config_fault};

/// The text of `--help`.
pub const HELP: &str = "\
Writes what nginx or Caddy is set up with before the console, from its config.json.

  proxies nginx --config FILE --site FOLDER [...] > image-console.conf
  proxies caddy --config FILE --site FOLDER [...] > image-console.caddy

Folders and files are written with their whole path, as the server finds them; that of config.json alone is read here.

  --config FILE          the console's config.json
  --site FOLDER          where the built console lies on the server
  --mount PATH           where it is mounted, as the <base> line of index.html has it (default /)
  --listen ADDRESS       where to listen (default 127.0.0.1:8080)
  --name NAME            a name under which to answer, without a port; may be given several times
                         (default localhost, 127.0.0.1 and the address of --listen)
  --certificate FILE     the certificate for these names; without one nothing is encrypted, which is
                         for a server on this machine or behind one that encrypts
  --key FILE             its key
  --trusted FILE         the authorities that certificates of the clouds may come from (default: the
                         system's)
  --alone FOLDER         write a whole configuration with which the server keeps everything it writes
                         in this folder
  --help                 this text
";

/// What to do.
pub enum Asked {
    /// Print the help.
    Help,
    /// Write a configuration.
    Write(Box<Arguments>),
}

/// For which server.
#[derive(Clone, Copy)]
pub enum Kind {
    Nginx,
    Caddy,
}

/// What to write.
pub struct Arguments {
    pub kind: Kind,
    pub config: PathBuf,
    pub server: Server,
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
    /// A name that no server has.
    #[error("--name takes the name of a server without a port, not {0:?}")]
    Name(String),
    /// The file is not there.
    #[error("cannot read {}: {error}", path.display())]
    Read {
        path: PathBuf,
        error: std::io::Error,
    },
    /// The file is wrong.
    #[error("config.json has to be corrected{0}")]
    Config(String),
    /// There is no map.
    #[error(transparent)]
    Map(#[from] proxies::Problem),
}

/// Reads the command line.
pub fn read(line: impl Iterator<Item = OsString>) -> Result<Asked, Problem> {
    let mut kind = None;
    let mut config = None;
    let mut site = None;
    let mut mount = None;
    let mut listen = SocketAddr::from(([127, 0, 0, 1], 8080));
    let mut names = Vec::new();
    let mut chain = None;
    let mut key = None;
    let mut trusted = None;
    let mut alone = None;
    let mut parser = lexopt::Parser::from_args(line);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(Asked::Help),
            Value(word) if word == "nginx" => kind = Some(Kind::Nginx),
            Value(word) if word == "caddy" => kind = Some(Kind::Caddy),
            Long("config") => config = Some(PathBuf::from(parser.value()?)),
            Long("site") => site = Some(parser.value()?.parse()?),
            Long("mount") => mount = Some(parser.value()?.parse()?),
            Long("listen") => listen = parser.value()?.parse()?,
            Long("name") => names.push(name(parser.value()?.string()?)?),
            Long("certificate") => chain = Some(parser.value()?.parse()?),
            Long("key") => key = Some(parser.value()?.parse()?),
            Long("trusted") => trusted = Some(parser.value()?.parse()?),
            Long("alone") => alone = Some(parser.value()?.parse()?),
            _ => return Err(argument.unexpected().into()),
        }
    }
    if names.is_empty() {
        names = names_of(listen.ip());
    }
    let certificate = match (chain, key) {
        (Some(chain), Some(key)) => Some(Certificate { chain, key }),
        (None, None) => None,
        (Some(_), None) => return Err(Problem::Missing("--key")),
        (None, Some(_)) => return Err(Problem::Missing("--certificate")),
    };
    let mount = match mount {
        Some(mount) => mount,
        None => "/".parse().map_err(|_| Problem::Missing("--mount"))?,
    };
    Ok(Asked::Write(Box::new(Arguments {
        kind: kind.ok_or(Problem::Missing("nginx or caddy"))?,
        config: config.ok_or(Problem::Missing("--config"))?,
        server: Server {
            site: site.ok_or(Problem::Missing("--site"))?,
            mount,
            listen,
            names,
            certificate,
            trusted,
            alone,
        },
    })))
}

fn name(text: String) -> Result<String, Problem> {
    let is_of_names = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.');
    let is_of_version_6 = || {
        let address = text.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
        let address = address.and_then(|it| it.parse::<Ipv6Addr>().ok());
        // Browsers write it in this one way.
        address.is_some_and(|address| format!("[{address}]") == text)
    };
    match !text.is_empty() && text.bytes().all(is_of_names) || is_of_version_6() {
        true => Ok(text),
        false => Err(Problem::Name(text)),
    }
}

/// How a browser on this machine calls it, and everybody else.
fn names_of(address: IpAddr) -> Vec<String> {
    let mut names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
    let own = match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    };
    if !address.is_unspecified() && !names.contains(&own) {
        names.push(own);
    }
    names
}

/// Each fault in words, on a line of its own.
pub fn told(faults: &[Fault]) -> String {
    let line = |fault: &Fault| {
        let [place, correction] = [config_fault::place(fault), config_fault::correction(fault)]
            .map(|message| {
                let pieces = message.pieces(Language::English, None, &Plain).into_iter();
                pieces.map(words::Piece::into_text).collect::<String>()
            });
        format!("\n  {place}: {correction}")
    };
    faults.iter().map(line).collect()
}

/// Numbers as they are; no fault has a time.
struct Plain;

impl Format for Plain {
    fn number(&self, value: u64, _: Language) -> String {
        value.to_string()
    }

    fn clock_time(&self, time: Timestamp, _: Language) -> String {
        time.date_and_time().1
    }
}
