//! Answers that did not arrive.

/// No whole answer arrived; a write may have been applied all the same.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize,
)]
#[serde(deny_unknown_fields)]
#[error("{kind}")]
pub struct NoAnswer {
    /// What is known of the cause.
    pub kind: NoAnswerKind,
    /// Whether the service may have acted on the request.
    pub may_have_been_applied: bool,
}

/// What is known of a missing answer's cause. A browser cannot tell a wrong name, a closed port and
/// a certificate fault apart.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum NoAnswerKind {
    /// The browser says that it has no network.
    #[error("the browser is offline")]
    Offline,
    /// Wrong name, closed port, firewall, certificate, or a connection lost half-way.
    #[error("the service cannot be reached or the connection was lost")]
    Unreachable,
    /// Nothing within the limit.
    #[error("the time limit has passed")]
    TimedOut,
    /// The answer's body broke off.
    #[error("the answer broke off")]
    BrokeOff,
    /// The answer is larger than the console takes.
    #[error("the answer is too large")]
    TooLarge,
    /// The page that asked was left or reloaded.
    #[error("the page was left before the answer came")]
    PageLeft,
}
