//! Modules of a few bytes.

/// The beginning of every module.
pub const BEGINNING: &[u8] = b"\0asm\x01\0\0\0";

/// A module of these sections, each short.
pub fn module(sections: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut module = BEGINNING.to_vec();
    for (kind, content) in sections {
        module.push(*kind);
        module.push(length(content));
        module.extend(content);
    }
    module
}

/// Functions that a module imports, each of the first type.
pub fn imports(functions: &[(&str, &str)]) -> (u8, Vec<u8>) {
    let mut content = vec![length(functions)];
    for (source, name) in functions {
        for text in [source, name] {
            content.push(length(text.as_bytes()));
            content.extend(text.as_bytes());
        }
        content.extend([0, 0]);
    }
    (2, content)
}

/// What fills a table from a place on: functions, or empty places.
pub fn run(place: u8, functions: &[Option<u8>]) -> Vec<u8> {
    let mut run = vec![4, 0x41];
    // A number from 64 on needs a second byte, or its sign would be below zero.
    match place {
        0..64 => run.push(place),
        _ => run.extend([0x80 | place, place >> 7]),
    }
    run.extend([0x0b, length(functions)]);
    for function in functions {
        match function {
            Some(function) => run.extend([0xd2, *function, 0x0b]),
            None => run.extend([0xd0, 0x70, 0x0b]),
        }
    }
    run
}

/// The section that fills the table by these.
pub fn elements(runs: &[Vec<u8>]) -> (u8, Vec<u8>) {
    let mut content = vec![length(runs)];
    content.extend(runs.iter().flatten());
    (9, content)
}

fn length<T>(all: &[T]) -> u8 {
    u8::try_from(all.len()).unwrap_or(u8::MAX)
}
