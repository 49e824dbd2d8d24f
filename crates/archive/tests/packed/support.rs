//! A small console to be packed.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use archive::{File, Sources, files};

/// What each file of the small console holds. The page is not among them.
pub const SITE: [(&str, &str); 5] = [
    (
        "boot.js",
        "// boot boot boot boot boot boot boot boot boot boot boot",
    ),
    (
        "console-df89f6d1778f79b4.css",
        "a{}a{}a{}a{}a{}a{}a{}a{}a{}a{}a{}a{}a{}a{}a{}",
    ),
    (
        "image-console-6952d268cc5e277b_bg.wasm",
        "\0asm\0asm\0asm\0asm\0asm\0asm\0asm\0asm\0asm\0asm\0asm",
    ),
    (
        "worker/demo.js",
        "// work work work work work work work work work work work",
    ),
    ("short.json", "{}"),
];

pub const PAGE: &str = "<!DOCTYPE html><base href=\"/\">";

pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A folder of a test's own, empty.
pub fn empty(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

pub fn write(folder: &Path, name: &str, content: &str) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, content).unwrap();
}

/// A built console, written in the order of the names or in the opposite one.
pub fn console(name: &str, backwards: bool) -> PathBuf {
    let folder = empty(name);
    let mut all = SITE.to_vec();
    all.push(("index.html", PAGE));
    if backwards {
        all.reverse();
    }
    for (name, content) in all {
        write(&folder, name, content);
    }
    folder
}

pub fn sources(dist: &Path) -> Sources {
    Sources {
        dist: dist.to_owned(),
        deploy: repository().join("deploy"),
        licence: repository().join("LICENSE"),
    }
}

/// The files of the archive by path.
pub fn packed_of(dist: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = files(&sources(dist)).unwrap().into_iter();
    files
        .map(|File { path, content }| (path, content))
        .collect()
}

pub fn from_gzip(content: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    flate2::read::GzDecoder::new(content)
        .read_to_end(&mut whole)
        .unwrap();
    whole
}

pub fn from_brotli(content: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    brotli::BrotliDecompress(&mut &*content, &mut whole).unwrap();
    whole
}
