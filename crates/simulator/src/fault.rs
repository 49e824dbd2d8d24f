//! Faults that a test orders for requests to come.

use crate::incoming::{Fate, Reply};
use crate::refusal;

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultFate {
    /// The connection is closed before anything is done.
    DropBefore,
    /// It is done, and the connection is closed without an answer.
    DropAfter,
    /// It is done, and the answer breaks off.
    Truncate,
    /// Nothing is done, and this status is answered.
    Status(u16),
    /// Nothing but the delay.
    Delay,
}

/// An ordered fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub method: String,
    pub path_contains: String,
    pub fate: FaultFate,
    pub delay_milliseconds: u64,
    pub skip: u64,
    pub times: u64,
}

impl Fault {
    /// The reply in place of an answer, where nothing is done.
    pub fn before(&self) -> Option<Reply> {
        let fate = match self.fate {
            FaultFate::DropBefore => Fate::Drop,
            FaultFate::Status(status) => {
                Fate::Answer(refusal::swr(status, "SVCSTG.SWR.5000000", "Internal error"))
            }
            FaultFate::DropAfter | FaultFate::Truncate | FaultFate::Delay => return None,
        };
        Some(Reply {
            after: self.delay_milliseconds,
            fate,
        })
    }

    /// What becomes of the answer.
    pub fn after(&self, reply: Reply) -> Reply {
        let after = self.delay_milliseconds;
        let fate = match (&self.fate, reply.fate) {
            (FaultFate::DropAfter, _) => Fate::Drop,
            (FaultFate::Truncate, Fate::Answer(response)) => Fate::Truncate(response),
            (_, fate) => fate,
        };
        Reply { after, fate }
    }
}
