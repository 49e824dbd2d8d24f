//! The archive itself.

use std::collections::BTreeSet;
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
    let header = |kind, mode, size| {
        let mut header = Header::new_ustar();
        header.set_entry_type(kind);
        header.set_size(size);
        header.set_mode(mode);
        header.set_mtime(time.as_secs());
        header.set_uid(0);
        header.set_gid(0);
        header
    };
    // Each for itself, because folders that are only part of a file's path get the rights of whoever unpacks, and a server
    // may not be let into those.
    for place in folders(files) {
        let mut header = header(EntryType::Directory, 0o755, 0);
        builder.append_data(&mut header, format!("{folder}/{place}"), std::io::empty())?;
    }
    for file in files {
        let mut header = header(EntryType::Regular, 0o644, file.content.len() as u64);
        builder.append_data(
            &mut header,
            format!("{folder}/{}", file.path),
            &*file.content,
        )?;
    }
    gzip(&builder.into_inner()?)
}

/// The folders in which files are, each after the one in which it is, and the uppermost first.
fn folders(files: &[File]) -> BTreeSet<&str> {
    let mut folders = BTreeSet::from([""]);
    for file in files {
        let ends = file.path.match_indices('/').map(|(place, _)| place);
        folders.extend(ends.filter_map(|end| file.path.get(..end)));
    }
    folders
}
