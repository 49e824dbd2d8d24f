//! The engine that carries out what a person confirmed.
//!
//! A [`Change`] holds items, which the person sees, and calls, which are sent; one call may cover
//! many items. It does nothing itself: [`Change::handle`] takes what happened and the time, and says
//! what to do next. It can be serialised between any two events. A [`Record`] is a change with what is
//! noted beside it; its undo is worked out from that.

mod asked;
mod call;
mod change;
pub mod claim;
mod event;
mod following;
mod holding;
mod ids;
mod interrupted;
mod item;
mod job;
pub mod keeping;
mod key;
mod left;
mod left_alone;
mod left_depends;
mod left_plan;
mod notice;
mod pages;
mod plan;
mod preflight;
mod progress;
mod record;
mod remaining;
pub mod schedule;
mod scope;
mod sight;
mod standing;
mod started;
mod step;
mod taken;
mod taken_back;
mod transition;
mod twice;
mod undo;
mod undo_look;
mod undone;
mod version;

pub use asked::{Asked, AskedPolicy, Gone};
pub use call::{AnswerNote, Call, CallState, Cause, Check};
pub use change::{Change, Phase};
pub use event::{Command, Event};
pub use following::{Following, Seen};
pub use holding::{Holding, Purpose, TabCommand, TabEvent};
pub use ids::{CallId, ChangeId, ItemId};
pub use interrupted::{InterruptedTask, interrupted_tasks, missed_since};
pub use item::{Item, ItemState, Reason};
pub use job::{JobNote, Polling};
pub use key::{Key, NoKey};
pub use left::{Left, LeftNow, LeftRead};
pub use left_alone::LeftAlone;
pub use left_depends::LeftDepends;
pub use left_plan::LeftPlan;
pub use notice::Notice;
pub use pages::Pages;
pub use plan::{PlanError, PlannedWrite};
pub use preflight::{
    Closes, Found, Preflight, PreflightCommand, PreflightEvent, PreflightState, RestsOn,
};
pub use progress::Progress;
pub use record::Record;
pub use remaining::Remaining;
pub use scope::Scope;
pub use sight::Sight;
pub use standing::Standing;
pub use started::own_tasks;
pub use step::Step;
pub use taken_back::{TakenBack, TakesBack};
pub use undo::Undo;
pub use undo_look::{LeftAs, LookedAt, UndoLook};
pub use undone::Undone;
pub use version::{Version, VersionError};
