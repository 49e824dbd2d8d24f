//! Which places of a scan are not as they were when somebody looked at it last.

use super::round::Round;

/// When somebody looked at a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    round: Round,
    answers: usize,
}

/// The answers of one round, as many as there are places; of more nothing but their number is held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    forgotten: usize,
    latest: Vec<usize>,
}

impl Changes {
    /// Takes in that an answer about a place has come, one of so many places.
    pub(super) fn add(&mut self, place: usize, places: usize) {
        if self.latest.len() >= places {
            self.forgotten += self.latest.len();
            self.latest.clear();
        }
        self.latest.push(place);
    }

    /// A look at this moment.
    pub(super) fn look(&self, round: Round) -> Look {
        Look {
            round,
            answers: self.forgotten + self.latest.len(),
        }
    }

    /// The places about which answers have come since, in their order; `None` where any may be another.
    pub(super) fn since(&self, look: Look, round: Round) -> Option<&[usize]> {
        let known = look.answers.checked_sub(self.forgotten)?;
        self.latest.get(known..).filter(|_| look.round == round)
    }
}
