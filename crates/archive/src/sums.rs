//! By what somebody tells that nothing has changed on its way.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::file::File;

/// The SHA-256 sum, in hexadecimal digits.
#[must_use]
pub fn sum(content: &[u8]) -> String {
    let mut digits = String::new();
    for byte in Sha256::digest(content) {
        // Writing into a text does not fail.
        write!(digits, "{byte:02x}").ok();
    }
    digits
}

/// The sum of each file, as `sha256sum --check` reads it.
pub(crate) fn sums(files: &[File]) -> File {
    let line = |file: &File| format!("{}  {}\n", sum(&file.content), file.path);
    File::new("SHA256SUMS", files.iter().map(line).collect::<String>())
}
