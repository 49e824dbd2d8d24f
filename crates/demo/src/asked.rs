//! A request on its way to the demo cloud.

use crate::bytes::{Reader, Writer};

/// A request, as it would go over a network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Upper-case method.
    pub method: String,
    /// Path, escaped.
    pub path: String,
    /// Query, without `?`.
    pub query: String,
    /// Headers.
    pub headers: Vec<(String, String)>,
    /// Body bytes.
    pub body: Vec<u8>,
}

impl Asked {
    /// As bytes.
    #[must_use]
    pub fn written(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        self.write(&mut writer);
        writer.written()
    }

    /// Behind what was written before.
    pub fn write(&self, writer: &mut Writer) {
        writer.bytes(self.method.as_bytes());
        writer.bytes(self.path.as_bytes());
        writer.bytes(self.query.as_bytes());
        writer.pairs(&self.headers);
        writer.bytes(&self.body);
    }

    /// Of bytes, all of them; `None` where they are not of one.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        Self::read_last(Reader::of(bytes))
    }

    /// What is left to read.
    #[must_use]
    pub fn read_last(mut reader: Reader<'_>) -> Option<Self> {
        let asked = Self {
            method: reader.text()?,
            path: reader.text()?,
            query: reader.text()?,
            headers: reader.pairs()?,
            body: reader.bytes()?,
        };
        reader.end()?;
        Some(asked)
    }
}
