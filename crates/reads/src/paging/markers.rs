//! Pages that are asked for by the row that they follow.

use super::Flaw;

/// The IDs of the rows that the pages of a list follow, where the service knows no offsets. Such a
/// list tells no total, so its pages are read one after another, and each is asked for when the one
/// before it has arrived.
#[derive(Clone, Debug, Default)]
pub struct Markers(Vec<(u64, String)>);

impl Markers {
    /// Takes note of a page of so many rows behind the first `offset`, and of the ID of its last row;
    /// an empty one cannot be asked by.
    pub fn took(&mut self, offset: u64, received: u64, last: &str) {
        let behind = offset.saturating_add(received);
        self.0.retain(|(offset, _)| *offset != behind);
        if !last.is_empty() {
            self.0.push((behind, last.to_owned()));
        }
    }

    /// The ID of the row that the page behind the first so many follows; `None` for the first page.
    ///
    /// # Errors
    /// [`Flaw::Unmarked`] where that row has none.
    pub fn before(&self, offset: u64) -> Result<Option<&str>, Flaw> {
        let mut markers = self.0.iter();
        match (offset, markers.find(|(behind, _)| *behind == offset)) {
            (0, _) => Ok(None),
            (_, Some((_, marker))) => Ok(Some(marker)),
            (at, None) => Err(Flaw::Unmarked { at }),
        }
    }
}
