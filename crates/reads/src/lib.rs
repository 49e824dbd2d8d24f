//! Reading of much, without a clock and without I/O.
//!
//! Each machine takes what happened and says what to do next: [`Paging`] reads a long list page
//! after page, [`Scan`] reads one thing over many places, [`Refresh`] and [`CatchUp`] keep what
//! moves up to date while somebody looks at it.

mod catch_up;
mod paging;
mod refresh;
mod scan;
pub mod schedule;
mod sight;

pub use catch_up::{CatchUp, Due, Known};
pub use paging::{
    Extent, Flaw, Markers, Paging, PagingCommand, PagingEvent, PagingPhase, Progress, RowKey,
    Stride,
};
pub use refresh::{Alarm, Refresh, RefreshCommand, RefreshEvent, Watched};
pub use scan::{
    Coverage, Look, Reading, Round, Scan, ScanCommand, ScanEvent, ScanPhase, would_end_alike,
};
pub use sight::PartialSight;
