//! What becomes of a request.

use crate::bytes::{Reader, Writer};

/// What happens to what would be the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The request is answered.
    Answered,
    /// It is closed without an answer.
    Dropped,
    /// It is closed in the middle of the answer.
    BrokenOff,
}

/// An answer of the demo cloud, or that there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Whether it is one.
    pub fate: Fate,
    /// HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: Vec<(String, String)>,
    /// Body bytes.
    pub body: Vec<u8>,
}

impl Told {
    /// An answer with nothing but a status and a body.
    #[must_use]
    pub fn answer(status: u16, body: Vec<u8>) -> Self {
        Self {
            fate: Fate::Answered,
            status,
            headers: Vec::new(),
            body,
        }
    }

    /// As bytes.
    #[must_use]
    pub fn written(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.byte(match self.fate {
            Fate::Answered => 0,
            Fate::Dropped => 1,
            Fate::BrokenOff => 2,
        });
        writer.number(self.status.into());
        writer.pairs(&self.headers);
        writer.bytes(&self.body);
        writer.written()
    }

    /// Of bytes, all of them; `None` where they are not of one.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::of(bytes);
        let told = Self {
            fate: match reader.byte()? {
                0 => Fate::Answered,
                1 => Fate::Dropped,
                2 => Fate::BrokenOff,
                _ => return None,
            },
            status: reader.number()?.try_into().ok()?,
            headers: reader.pairs()?,
            body: reader.bytes()?,
        };
        reader.end()?;
        Some(told)
    }
}
