//! What stands around every write: the dialog before it, the look before sending, its card, its undo, the
//! same as a line to copy.

pub mod card;
pub mod confirmation;
pub mod copy_as;
pub mod copy_written;
pub mod creation;
pub mod details;
pub mod forget;
pub mod grant_line;
pub mod job_line;
mod job_list;
pub mod left;
mod left_alone;
pub mod line;
pub mod look;
pub mod panel;
mod planned_list;
pub mod provider;
pub mod recent;
mod remains;
pub mod restorable;
pub mod state_pill;
pub mod undo;
pub mod write_dialog;
