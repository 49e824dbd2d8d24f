//! What somebody can try in the demo, each of which the cloud notices when it is done.

/// Something to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trial {
    /// Nothing is copied to a region any more that images were copied to.
    StopCopies,
    /// Somebody has less access than at the beginning.
    TakeAccess,
    /// No replication policy refers to a registry any more that some referred to.
    FreeRegistry,
    /// A machine image that was shared is not shared any more.
    StopSharing,
    /// Those of all copies are looked at that failed, after the cloud has told of one.
    FindFailed,
    /// Something that was taken away is back.
    Undo,
}

impl Trial {
    /// All, in the order in which they are proposed.
    pub const ALL: [Self; 6] = [
        Self::StopCopies,
        Self::TakeAccess,
        Self::FreeRegistry,
        Self::StopSharing,
        Self::FindFailed,
        Self::Undo,
    ];

    /// Those that are done, as bytes: a 1 for each that is, in the order of [`Self::ALL`].
    #[must_use]
    pub fn written(done: &[Self]) -> Vec<u8> {
        let is_done = |trial: &Self| u8::from(done.contains(trial));
        Self::ALL.iter().map(is_done).collect()
    }

    /// Those that are done.
    #[must_use]
    pub fn read(done: &[u8]) -> Vec<Self> {
        let all = Self::ALL.into_iter().zip(done);
        all.filter(|(_, is_done)| **is_done == 1)
            .map(|(trial, _)| trial)
            .collect()
    }
}
