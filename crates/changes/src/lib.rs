//! The engine that carries out what a person confirmed.
//!
//! A [`Change`] holds items, which the person sees, and calls, which are sent; one call may cover
//! many items. It does nothing itself: [`Change::handle`] takes what happened and the time, and says
//! what to do next. It can be serialised between any two events.
//!
//! A [`Scan`] reads one thing over many resources in the same manner.

mod call;
mod call_id;
mod change;
mod event;
mod following;
mod item;
mod plan;
mod preflight;
mod progress;
mod scan;
pub mod schedule;
mod scope;
mod taken;
mod transition;
mod version;

pub use call::{AnswerNote, Call, CallState, Cause, Check, Step};
pub use call_id::CallId;
pub use change::{Change, ChangeId, Phase};
pub use event::{Command, Event};
pub use following::{Following, Seen};
pub use item::{Item, ItemId, ItemState, Reason};
pub use plan::{PlanError, PlannedWrite};
pub use preflight::{
    Closes, Found, Preflight, PreflightCommand, PreflightEvent, PreflightState, RestsOn,
};
pub use progress::Progress;
pub use scan::{Coverage, Reading, Scan, ScanCommand, ScanEvent, ScanPhase};
pub use scope::Scope;
pub use version::{Version, VersionError};
