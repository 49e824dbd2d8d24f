//! Numbers and bytes as modules have them.

use crate::Fault;

/// What is still to be read.
#[derive(Clone, Copy)]
pub struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    pub fn is_over(&self) -> bool {
        self.0.is_empty()
    }

    pub fn byte(&mut self) -> Result<u8, Fault> {
        let (first, rest) = self.0.split_first().ok_or(Fault::Ends)?;
        self.0 = rest;
        Ok(*first)
    }

    pub fn take(&mut self, length: u32) -> Result<&'a [u8], Fault> {
        let length = usize::try_from(length).map_err(|_| Fault::Ends)?;
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Fault::Ends)?;
        self.0 = rest;
        Ok(taken)
    }

    /// As many bytes as a number before them tells.
    pub fn counted(&mut self) -> Result<&'a [u8], Fault> {
        let length = self.number()?;
        self.take(length)
    }

    /// A number without a sign (LEB128). Those with one are no others, as long as they are not below zero.
    pub fn number(&mut self) -> Result<u32, Fault> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(Fault::Ends)
    }

    /// What this reads of them.
    pub fn read(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<(), Fault>,
    ) -> Result<&'a [u8], Fault> {
        let all = self.0;
        read(self)?;
        let (read, _) = all
            .split_at_checked(all.len() - self.0.len())
            .ok_or(Fault::Ends)?;
        Ok(read)
    }
}

/// Adds a number without a sign.
pub fn push_number(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        out.push(0x80 | low_bits(number));
        number >>= 7;
    }
    out.push(low_bits(number));
}

/// Adds a number that could have a sign, and has none: the highest bit of its last byte would be one.
pub fn push_signed(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x3f {
        out.push(0x80 | low_bits(number));
        number >>= 7;
    }
    out.push(low_bits(number));
}

/// Adds bytes behind their number.
pub fn push_counted(out: &mut Vec<u8>, bytes: &[u8]) {
    push_number(out, count(bytes.len()));
    out.extend_from_slice(bytes);
}

/// A module is smaller than what this cannot say.
pub fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn low_bits(number: u32) -> u8 {
    (number & 0x7f).to_le_bytes()[0]
}
