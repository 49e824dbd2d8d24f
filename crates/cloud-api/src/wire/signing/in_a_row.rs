//! How many signatures of a key go at once: if all of them are refused, the key must not lock.

use super::super::response::Response;

/// More refused signatures in a row than these lock a key for five minutes (corrections §6).
const MOST_REFUSED: usize = 5;

/// Signatures that go at once: one less, which finds out alone how it is where no answer tells.
const MOST_AT_ONCE: usize = MOST_REFUSED - 1;

/// The signatures of a key since the last one that was surely accepted.
#[derive(Debug, Default)]
pub struct InARow {
    under_way: usize,
    /// Those that were refused, and those of which nobody heard.
    not_accepted: usize,
    /// What the last refused one was answered.
    refused: Option<Response>,
    /// Counts all that were not accepted, ever.
    count: u64,
}

/// Whether another signature may go.
#[derive(Debug)]
pub enum Next {
    /// It goes.
    Go(Sent),
    /// Once another one has ended.
    Wait,
    /// No more: so many were refused in a row, the last of them with this.
    Never(Response),
}

/// A signature under way.
#[derive(Debug)]
pub struct Sent {
    count_before: u64,
}

/// What became of a signature.
#[derive(Clone, Debug)]
pub enum Taken {
    /// A service took it.
    Accepted,
    /// It was refused with this.
    Refused(Response),
    /// Nobody heard: no answer came, or one of something else.
    NotHeard,
    /// It was not sent.
    NotSent,
}

impl InARow {
    /// Lets another signature go, where it may.
    pub fn go_next(&mut self) -> Next {
        match &self.refused {
            Some(refused) if self.not_accepted >= MOST_REFUSED => Next::Never(refused.clone()),
            _ if self.under_way > 0 && self.under_way + self.not_accepted >= MOST_AT_ONCE => {
                Next::Wait
            }
            _ => {
                self.under_way += 1;
                Next::Go(Sent {
                    count_before: self.count,
                })
            }
        }
    }

    /// Notes what became of a signature.
    pub fn end(&mut self, sent: &Sent, taken: Taken) {
        self.under_way = self.under_way.saturating_sub(1);
        match taken {
            // One that was sent before another was refused may have been taken before it.
            Taken::Accepted if sent.count_before == self.count => {
                self.not_accepted = 0;
                self.refused = None;
            }
            Taken::Accepted | Taken::NotSent => {}
            Taken::Refused(response) => {
                self.refused = Some(response);
                self.note_not_accepted();
            }
            Taken::NotHeard => self.note_not_accepted(),
        }
    }

    fn note_not_accepted(&mut self) {
        self.not_accepted += 1;
        self.count += 1;
    }
}
