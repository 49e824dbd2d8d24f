//! The table of functions that are called by their place.

use std::collections::BTreeMap;

use crate::Fault;
use crate::bytes::{Bytes, count, push_number, push_signed};
use crate::imports::limits;

/// A place of the first table, by a constant: `i32.const`, the place, `end`.
const CONSTANT: u8 = 0x41;
const END: u8 = 0x0b;
const EMPTY: u8 = 0xd0;
const FUNCTION: u8 = 0xd2;

/// The tables as they are, where all are empty at first.
pub fn plain(content: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut rest = Bytes(content);
    for _ in 0..rest.number()? {
        // One that something else fills begins with what no type begins with.
        if rest.byte()? == 0x40 {
            return Err(Fault::Table);
        }
        limits(&mut rest)?;
    }
    Ok(content.to_vec())
}

/// What fills the first table, without what leaves a place as empty as it is.
pub fn without_empty_places(content: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut rest = Bytes(content);
    let mut places = BTreeMap::new();
    for _ in 0..rest.number()? {
        read_run(&mut rest, &mut places)?;
    }
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    for (place, function) in places {
        match runs.last_mut() {
            Some((begin, run)) if begin.saturating_add(count(run.len())) == place => {
                run.push(function);
            }
            _ => runs.push((place, vec![function])),
        }
    }
    let mut written = Vec::new();
    push_number(&mut written, count(runs.len()));
    for (begin, run) in runs {
        written.extend([0, CONSTANT]);
        push_signed(&mut written, begin);
        written.push(END);
        push_number(&mut written, count(run.len()));
        for function in run {
            push_number(&mut written, function);
        }
    }
    Ok(written)
}

/// Fills places of the first table one after another; what comes later counts.
fn read_run(rest: &mut Bytes<'_>, places: &mut BTreeMap<u32, u32>) -> Result<(), Fault> {
    let kind = rest.number()?;
    if !matches!(kind, 0 | 4) {
        let what = "functions for a table";
        return Err(Fault::Unknown { what, kind });
    }
    expect(rest, CONSTANT)?;
    let begin = rest.number()?;
    expect(rest, END)?;
    for number in 0..rest.number()? {
        let place = begin.saturating_add(number);
        let function = match kind {
            0 => Some(rest.number()?),
            _ => function(rest)?,
        };
        match function {
            Some(function) => places.insert(place, function),
            None => places.remove(&place),
        };
    }
    Ok(())
}

/// A function, or none: `ref.func` with its number or `ref.null func`, then `end`.
fn function(rest: &mut Bytes<'_>) -> Result<Option<u32>, Fault> {
    let function = match rest.byte()? {
        EMPTY => {
            rest.byte()?;
            None
        }
        FUNCTION => Some(rest.number()?),
        other => return Err(unexpected(other)),
    };
    expect(rest, END)?;
    Ok(function)
}

fn expect(rest: &mut Bytes<'_>, byte: u8) -> Result<(), Fault> {
    match rest.byte()? {
        found if found == byte => Ok(()),
        found => Err(unexpected(found)),
    }
}

fn unexpected(byte: u8) -> Fault {
    Fault::Unknown {
        what: "an instruction for a table",
        kind: byte.into(),
    }
}
