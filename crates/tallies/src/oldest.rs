//! The oldest of many times, of which a few change.

use cloud_api::Timestamp;

/// So many times are looked through for one that has changed.
const BLOCK: usize = 256;

/// A time of each place, where it has one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Oldest {
    all: Vec<Option<Timestamp>>,
    /// The oldest of so many together, where that is known.
    blocks: Vec<Option<Option<Timestamp>>>,
}

impl Oldest {
    /// Takes in the time of a place.
    pub(crate) fn set(&mut self, place: usize, time: Option<Timestamp>) {
        if place >= self.all.len() {
            self.all.resize(place + 1, None);
            self.blocks.resize(self.all.len().div_ceil(BLOCK), None);
        }
        if self.all[place] != time {
            self.all[place] = time;
            self.blocks[place / BLOCK] = None;
        }
    }

    /// The oldest of all.
    pub(crate) fn get(&mut self) -> Option<Timestamp> {
        let oldest = |block: &[Option<Timestamp>]| block.iter().flatten().min().copied();
        let blocks = self.blocks.iter_mut().zip(self.all.chunks(BLOCK));
        let blocks = blocks.map(|(known, block)| *known.get_or_insert_with(|| oldest(block)));
        blocks.flatten().min()
    }
}
