//! A place on the machine, as it may stand in a configuration.

use std::fmt;
use std::str::FromStr;

/// An absolute path of a folder or a file. It has no character that means something to nginx or Caddy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder(String);

/// The path cannot stand in a configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a path has to be absolute, of letters, digits and / . _ - + @ alone")]
pub struct NotAFolder;

impl FromStr for Folder {
    type Err = NotAFolder;

    fn from_str(text: &str) -> Result<Self, NotAFolder> {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/._-+@".contains(&byte);
        match text.starts_with('/') && text.bytes().all(is_plain) {
            true => Ok(Self(text.trim_end_matches('/').to_owned())),
            false => Err(NotAFolder),
        }
    }
}

impl fmt::Display for Folder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
