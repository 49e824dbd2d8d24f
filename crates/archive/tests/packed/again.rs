//! The same files and the same time give the same bytes.

use std::io::Read as _;
use std::time::Duration;

use archive::{files, packed};

use crate::support::*;

const TIME: Duration = Duration::from_secs(1_764_345_600);

fn packed_at(name: &str, backwards: bool, time: Duration) -> Vec<u8> {
    let files = files(&sources(&console(name, backwards))).unwrap();
    packed("image-console-1.2.3", &files, time).unwrap()
}

/// Of a folder with other times, read in another order.
#[test]
fn two_archives_of_the_same_console_are_the_same() {
    let first = packed_at("first", false, TIME);
    let second = packed_at("second", true, TIME);
    assert!(first == second);
}

/// Of each folder and each file its path, time, rights, owner and group.
fn entries(packed: &[u8]) -> Vec<(String, u64, u32, u64, u64)> {
    let whole = from_gzip(packed);
    let mut archive = tar::Archive::new(&*whole);
    let entries = archive.entries().unwrap().map(|entry| {
        let mut entry = entry.unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        let path = entry.path().unwrap().to_str().unwrap().to_owned();
        let header = entry.header();
        let [user, group] = [header.uid().unwrap(), header.gid().unwrap()];
        (
            path,
            header.mtime().unwrap(),
            header.mode().unwrap(),
            user,
            group,
        )
    });
    entries.collect()
}

/// Whoever unpacks it may let nobody else into new folders, and a server is somebody else.
#[test]
fn every_folder_and_every_file_is_everybodys_to_read_and_of_the_time_that_was_told() {
    let all = entries(&packed_at("rights", false, TIME));
    let folders: Vec<&str> = all
        .iter()
        .filter_map(|entry| (entry.2 == 0o755).then_some(&*entry.0))
        .collect();
    assert_eq!(folders.first(), Some(&"image-console-1.2.3/"));
    assert!(folders.contains(&"image-console-1.2.3/site/worker"));
    for (path, time, rights, user, group) in &all {
        let wanted = if folders.contains(&&**path) {
            0o755
        } else {
            0o644
        };
        assert_eq!(
            (*time, *rights, *user, *group),
            (TIME.as_secs(), wanted, 0, 0),
            "{path}"
        );
        assert!(path.starts_with("image-console-1.2.3/"), "{path}");
    }
}

/// Servers make a file's tag of its time and its length. Two pages are equally long: with the same time a browser would be
/// told that the former one is still right, and would ask for files that are gone.
#[test]
fn another_time_is_the_time_of_every_file() {
    let later = TIME + Duration::from_secs(1);
    let times = entries(&packed_at("later", false, later)).into_iter();
    assert!(
        times
            .map(|entry| entry.1)
            .all(|time| time == later.as_secs())
    );
}

#[test]
fn files_stand_in_the_order_of_their_paths_and_once_each() {
    let all = entries(&packed_at("order", true, TIME))
        .into_iter()
        .filter(|entry| entry.2 == 0o644);
    let mut paths: Vec<String> = all.map(|entry| entry.0).collect();
    assert_eq!(
        paths.pop().as_deref(),
        Some("image-console-1.2.3/SHA256SUMS")
    );
    assert!(paths.is_sorted_by(|one, other| one < other), "{paths:?}");
}
