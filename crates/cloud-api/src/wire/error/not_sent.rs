//! What keeps a request from being sent.

/// Why a request was not sent at all.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum NotSent {
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    NoCredential,
    /// The list of users is empty; the API refuses an empty array, so it is never sent
    /// (examples §0, row 11).
    #[error("the request names nobody")]
    NobodyNamed,
    /// The list of tags is empty; what the API makes of that is not documented, so it is never sent.
    #[error("the request names no tag")]
    NoTagNamed,
    /// The thing does not say where it copies to, or not in a form that a request can name.
    #[error("the thing has no target that a request can name")]
    NoTarget,
    /// The request carries a secret that is kept nowhere, and nobody has typed it.
    #[error("the secret is not known")]
    NoSecret,
    /// The console is set up for a region without the service.
    #[error("the region does not have the service")]
    NotOffered,
    /// The console is set up to show and nothing else.
    #[error("the console only shows")]
    ReadOnly,
    /// The browser could not build the request.
    #[error("the request could not be built")]
    NotBuilt,
}
