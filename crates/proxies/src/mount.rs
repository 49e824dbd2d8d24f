//! Where the console is mounted.

use std::fmt;
use std::str::FromStr;

/// The path that stands in the `<base>` line of `index.html`: it begins and ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mount(String);

/// The path is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a mount point begins and ends with a slash, such as /tools/console/, and has letters, digits and . _ ~ - alone"
)]
pub struct NotAMount;

impl Mount {
    /// Without the slash at its end: empty at the root.
    #[must_use]
    pub fn before(&self) -> &str {
        self.0.trim_end_matches('/')
    }
}

impl FromStr for Mount {
    type Err = NotAMount;

    fn from_str(text: &str) -> Result<Self, NotAMount> {
        let is_segment = |segment: &str| {
            let is_of_names = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
            !matches!(segment, "" | "." | "..") && segment.bytes().all(is_of_names)
        };
        let inner = text.strip_prefix('/').and_then(|rest| match rest {
            "" => Some(None),
            _ => rest.strip_suffix('/').map(Some),
        });
        let is_mount = inner.is_some_and(|it| it.is_none_or(|it| it.split('/').all(is_segment)));
        is_mount.then(|| Self(text.to_owned())).ok_or(NotAMount)
    }
}

impl fmt::Display for Mount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
