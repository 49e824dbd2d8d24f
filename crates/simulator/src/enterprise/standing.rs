//! How an execution, a task or a subtask stands.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Initialized,
    Pending,
    InProgress,
    Succeed,
    Failed,
    Stopped,
}

impl Standing {
    /// All, in the API's order.
    pub const ALL: [Self; 6] = [
        Self::Initialized,
        Self::Pending,
        Self::InProgress,
        Self::Succeed,
        Self::Failed,
        Self::Stopped,
    ];

    /// The API's word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Initialized => "Initialized",
            Self::Pending => "Pending",
            Self::InProgress => "InProgress",
            Self::Succeed => "Succeed",
            Self::Failed => "Failed",
            Self::Stopped => "Stopped",
        }
    }

    /// Whether nothing is done any more.
    pub fn is_end(self) -> bool {
        matches!(self, Self::Succeed | Self::Failed | Self::Stopped)
    }

    /// How the whole stands, by its parts.
    pub fn of_parts(parts: impl Iterator<Item = Self>) -> Self {
        let parts: Vec<Self> = parts.collect();
        let any = |standing| parts.contains(&standing);
        if parts.iter().all(|part| *part == Self::Initialized) {
            Self::Initialized
        } else if parts
            .iter()
            .all(|part| matches!(part, Self::Initialized | Self::Pending))
        {
            Self::Pending
        } else if parts.iter().any(|part| !part.is_end()) {
            Self::InProgress
        } else if any(Self::Stopped) {
            Self::Stopped
        } else if any(Self::Failed) {
            Self::Failed
        } else {
            Self::Succeed
        }
    }
}
