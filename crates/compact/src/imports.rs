//! What a program asks for.

use crate::Fault;
use crate::bytes::{Bytes, count, push_counted, push_number};
use crate::names::Names;

/// The same imports; those of the script by short names.
pub fn renamed(content: &[u8], names: &mut Names) -> Result<Vec<u8>, Fault> {
    let mut rest = Bytes(content);
    let mut written = Vec::new();
    let imports = rest.number()?;
    push_number(&mut written, imports);
    for _ in 0..imports {
        let (module, name) = (rest.counted()?, rest.counted()?);
        let what = rest.read(what)?;
        match (str::from_utf8(module), str::from_utf8(name)) {
            (Ok(Names::SCRIPT), Ok(name)) => {
                push_counted(&mut written, Names::SHORT_SCRIPT.as_bytes());
                push_counted(&mut written, names.short(name).as_bytes());
            }
            _ => {
                push_counted(&mut written, module);
                push_counted(&mut written, name);
            }
        }
        written.extend_from_slice(what);
    }
    debug_assert!(count(written.len()) <= count(content.len()));
    Ok(written)
}

/// Reads past the type of what is imported.
fn what(rest: &mut Bytes<'_>) -> Result<(), Fault> {
    match rest.byte()? {
        // A function.
        0 => rest.number().map(drop),
        // A table that others fill, too.
        1 => Err(Fault::Table),
        // A memory.
        2 => limits(rest),
        // A global: its type and whether it changes.
        3 => rest.take(2).map(drop),
        kind => Err(Fault::Unknown {
            what: "an import",
            kind: kind.into(),
        }),
    }
}

/// Reads past how large something is at least and, perhaps, at most.
pub fn limits(rest: &mut Bytes<'_>) -> Result<(), Fault> {
    let has_most = match rest.byte()? {
        0 => false,
        1 => true,
        kind => {
            return Err(Fault::Unknown {
                what: "limits",
                kind: kind.into(),
            });
        }
    };
    rest.number()?;
    if has_most {
        rest.number()?;
    }
    Ok(())
}
