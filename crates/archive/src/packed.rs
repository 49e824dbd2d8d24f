//! The archive itself.

use std::time::Duration;

use tar::{Builder, EntryType, Header};

use crate::compressed::gzip;
use crate::file::File;

/// A `.tar.gz` with all of it in one folder. `time` (since 1970) stands for every file, and has to be another one for other
/// files: servers make a file's tag of its time and its length, and two pages are equally long.
///
/// # Errors
/// For a path that is too long to be packed.
pub fn packed(folder: &str, files: &[File], time: Duration) -> std::io::Result<Vec<u8>> {
    let mut builder = Builder::new(Vec::new());
    for file in files {
        let mut header = Header::new_ustar();
        header.set_entry_type(EntryType::Regular);
        header.set_size(file.content.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(time.as_secs());
        header.set_uid(0);
        header.set_gid(0);
        builder.append_data(
            &mut header,
            format!("{folder}/{}", file.path),
            &*file.content,
        )?;
    }
    gzip(&builder.into_inner()?)
}
