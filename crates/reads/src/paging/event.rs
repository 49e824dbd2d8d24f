//! What happens to the reading of a list, and what is to be done then.

use cloud_api::ApiError;

use super::arrived::RowKey;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PagingEvent {
    /// Begin.
    Begin,
    /// A [`PagingCommand::Read`] was answered. The caller keeps the rows by the offset.
    Page {
        /// Which page.
        offset: u64,
        /// The rows that the service sent, those that the caller leaves out included.
        keys: Vec<RowKey>,
        /// How many rows there are in all, where the service tells.
        total: Option<u64>,
    },
    /// A [`PagingCommand::Read`] gave nothing.
    Failed {
        /// Which page.
        offset: u64,
        /// Why.
        error: ApiError,
    },
}

/// Something to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagingCommand {
    /// Read the page that begins after so many rows, and report [`PagingEvent::Page`] or
    /// [`PagingEvent::Failed`].
    Read {
        /// How many rows come before.
        offset: u64,
        /// Milliseconds to wait before; 0 unless the service has asked for fewer requests.
        after: i64,
    },
}
