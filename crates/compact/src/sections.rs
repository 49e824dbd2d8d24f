//! The parts of a module.

use crate::Fault;
use crate::bytes::{Bytes, push_counted};

/// What the module asks for.
pub const IMPORTS: u8 = 2;
/// Its tables.
pub const TABLES: u8 = 4;
/// What fills its tables at the start.
pub const ELEMENTS: u8 = 9;

const BEGINNING: &[u8] = b"\0asm\x01\0\0\0";

/// Each section by its kind, in their order.
pub fn read(module: &[u8]) -> Result<Vec<(u8, &[u8])>, Fault> {
    let mut rest = Bytes(module.strip_prefix(BEGINNING).ok_or(Fault::NoModule)?);
    let mut sections = Vec::new();
    while !rest.is_over() {
        sections.push((rest.byte()?, rest.counted()?));
    }
    Ok(sections)
}

/// The module of these sections.
pub fn written(sections: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut module = BEGINNING.to_vec();
    for (kind, content) in sections {
        module.push(*kind);
        push_counted(&mut module, content);
    }
    module
}
