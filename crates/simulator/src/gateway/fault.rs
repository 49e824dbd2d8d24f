//! What goes wrong with a request: ordered by a test, or by chance.

use super::answer::Response;
use super::incoming::{Fate, Reply};

/// How late an answer is that chance made slow.
const SLOW_MILLISECONDS: u64 = 3_000;

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
    /// Seconds that an ordered status tells to wait.
    pub retry_after: Option<u64>,
    pub delay_milliseconds: u64,
    pub skip: u64,
    pub times: u64,
}

impl Fault {
    /// Chaos: so large a share of requests fails, is slow, or loses its connection before or after
    /// the work. `chance` decides about both, whether and how.
    pub fn by_chance(share: f64, chance: f64) -> Option<Self> {
        if chance >= share {
            return None;
        }
        let (fate, delay_milliseconds) = match chance / share {
            kind if kind < 0.25 => (FaultFate::Status(500), 0),
            kind if kind < 0.5 => (FaultFate::Delay, SLOW_MILLISECONDS),
            kind if kind < 0.75 => (FaultFate::DropBefore, 0),
            _ => (FaultFate::DropAfter, 0),
        };
        Some(Self {
            method: String::new(),
            path_contains: String::new(),
            fate,
            retry_after: None,
            delay_milliseconds,
            skip: 0,
            times: 1,
        })
    }

    /// The status that is answered instead of doing anything.
    pub fn status(&self) -> Option<u16> {
        match self.fate {
            FaultFate::Status(status) => Some(status),
            _ => None,
        }
    }

    /// The reply in place of a service's answer, where nothing is done. `refusal` gives the service's
    /// words for a status.
    pub fn before(&self, refusal: fn(u16) -> Response) -> Option<Reply> {
        let fate = match self.fate {
            FaultFate::DropBefore => Fate::Drop,
            FaultFate::Status(status) => {
                let mut response = refusal(status);
                let told = self.retry_after.map(|seconds| seconds.to_string());
                let told = told.map(|seconds| ("Retry-After".to_owned(), seconds));
                response.headers.extend(told);
                Fate::Answer(response)
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
