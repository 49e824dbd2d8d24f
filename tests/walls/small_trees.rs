//! The walker on trees small enough to know by heart.

mod circles;
mod following;
mod length;
mod messages;
mod walls;

use crate::source::Source;
use crate::tree::{Tree, read_tree};

fn source((path, text): &(&str, &str)) -> Source {
    Source {
        path: (*path).to_owned(),
        text: (*text).to_owned(),
    }
}

fn tree(files: &[(&str, &str)]) -> Tree {
    let sources: Vec<Source> = files.iter().map(source).collect();
    read_tree(&sources)
}
