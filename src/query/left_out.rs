//! How many rows of an answer could not be read.

use cloud_api::Listed;
use cloud_api::enterprise::Page;
use cloud_api::swr::{AccessList, SyncJobPage};

/// An answer that lists.
pub trait LeavesOut: 'static {
    /// How many of its rows could not be read.
    fn left_out(&self) -> u64;
}

impl<T: 'static> LeavesOut for Listed<T> {
    fn left_out(&self) -> u64 {
        self.left_out
    }
}

impl LeavesOut for AccessList {
    fn left_out(&self) -> u64 {
        Self::left_out(self)
    }
}

impl LeavesOut for SyncJobPage {
    fn left_out(&self) -> u64 {
        self.jobs.left_out
    }
}

impl<T: 'static> LeavesOut for Page<T> {
    fn left_out(&self) -> u64 {
        self.rows.left_out
    }
}
