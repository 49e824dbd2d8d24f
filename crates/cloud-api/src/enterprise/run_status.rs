//! How executions, their tasks and subtasks stand.

/// How a run stands. The API lists the words of subtasks only and uses others in its examples, so that
/// every spelling is taken (corrections §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RunStatus {
    /// It was made.
    Initialized,
    /// It waits for its turn.
    Pending,
    /// It runs.
    InProgress,
    /// It has done what it should.
    Succeeded,
    /// It has not.
    Failed,
    /// Somebody has stopped it.
    Stopped,
}

impl RunStatus {
    /// All known ones.
    pub const ALL: [Self; 6] = [
        Self::Initialized,
        Self::Pending,
        Self::InProgress,
        Self::Succeeded,
        Self::Failed,
        Self::Stopped,
    ];

    /// The API's word, as it takes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Initialized => "Initialized",
            Self::Pending => "Pending",
            Self::InProgress => "InProgress",
            Self::Succeeded => "Succeed",
            Self::Failed => "Failed",
            Self::Stopped => "Stopped",
        }
    }

    /// The status of a word in any case, where it is a known one; `Success` is the same as `Succeed`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        if name.eq_ignore_ascii_case("Success") {
            return Some(Self::Succeeded);
        }
        let is = |known: &Self| known.name().eq_ignore_ascii_case(name);
        Self::ALL.into_iter().find(is)
    }

    /// Whether nothing more happens.
    #[must_use]
    pub fn is_over(self) -> bool {
        match self {
            Self::Succeeded | Self::Failed | Self::Stopped => true,
            Self::Initialized | Self::Pending | Self::InProgress => false,
        }
    }
}
