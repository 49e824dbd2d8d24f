//! Reading a whole list page after page, several at once.

mod arrived;
mod event;
mod extent;
mod markers;
mod progress;

use std::collections::BTreeSet;

use cloud_api::{ApiError, Pace};

pub use arrived::RowKey;
pub use event::{PagingCommand, PagingEvent};
pub use extent::{Extent, Flaw};
pub use markers::Markers;
pub use progress::{Progress, Stride};

use arrived::Arrived;
use extent::{Doubt, MOST_READINGS};

/// What the reading of a list does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PagingPhase {
    /// Page after page is read.
    Reading,
    /// Everything that the service gives has arrived.
    Ended(Extent),
    /// A page could not be read.
    Failed(ApiError),
    /// The answers do not make a list.
    NotWhole(Flaw),
}

/// Whether the answers of this reading agree with each other. A list that changes while it is read
/// shifts its rows between the pages, so that some may be missing: it is read once more from the
/// beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Steadiness {
    /// All answers belong together.
    Steady,
    /// They do not; what is under way is awaited before the list is read again.
    Shaken,
    /// It is read the second time, and taken as it comes.
    AsItComes,
    /// It only grows at its end: a total that grows moves none of its rows.
    OnlyGrows,
}

/// Reads a list page after page: the first alone, because it tells how many rows there are and how
/// many of them an answer holds, then several at once. Changed by [`Paging::handle`] alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paging {
    phase: PagingPhase,
    /// Rows before the first page.
    first: u64,
    /// Rows from one page to the next: the most that an answer has really had.
    step: u64,
    total: Option<u64>,
    arrived: Arrived,
    /// Where the next page begins.
    next: u64,
    /// Where the list ends, once an answer has shown it.
    end: Option<u64>,
    wanted: BTreeSet<u64>,
    /// Under way, and of no use any more: a page before it has turned out to be of another length.
    dropped: BTreeSet<u64>,
    readings: u32,
    steadiness: Steadiness,
    doubt: Option<Doubt>,
    pace: Pace,
    /// Pages of those that are awaited which the service refused to give so soon.
    resting: BTreeSet<u64>,
}

impl Paging {
    /// The reading of a whole list that waits for [`PagingEvent::Begin`].
    #[must_use]
    pub fn from_the_first() -> Self {
        Self::new(0, Steadiness::Steady)
    }

    /// The same for what stands behind the first so many rows of a list that only grows at its end:
    /// a total that grows meanwhile moves none of its rows, so it is read once.
    #[must_use]
    pub fn behind(first: u64) -> Self {
        Self::new(first, Steadiness::OnlyGrows)
    }

    fn new(first: u64, steadiness: Steadiness) -> Self {
        Self {
            phase: PagingPhase::Reading,
            first,
            step: 0,
            total: None,
            arrived: Arrived::default(),
            next: first,
            end: None,
            wanted: BTreeSet::new(),
            dropped: BTreeSet::new(),
            readings: 0,
            steadiness,
            doubt: None,
            pace: Pace::default(),
            resting: BTreeSet::new(),
        }
    }

    /// What it does.
    #[must_use]
    pub fn phase(&self) -> &PagingPhase {
        &self.phase
    }

    /// What came of it; `None` while it reads.
    #[must_use]
    pub fn outcome(&self) -> Option<Result<Extent, ApiError>> {
        match &self.phase {
            PagingPhase::Reading => None,
            PagingPhase::Ended(extent) => Some(Ok(*extent)),
            PagingPhase::Failed(error) => Some(Err(error.clone())),
            PagingPhase::NotWhole(flaw) => Some(Err(ApiError::from(*flaw))),
        }
    }

    /// How much has arrived.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            read: self.arrived.rows(),
            total: self.total,
            stride: match self.resting.is_empty() {
                true => Stride::Going,
                false => Stride::Resting,
            },
        }
    }

    /// The pages that make the list so far, by their offsets and in their order: those that follow
    /// one another without a gap. What arrived for any other offset does not belong to it.
    #[must_use]
    pub fn pages(&self) -> Vec<u64> {
        self.joined().map(|(offset, _)| offset).collect()
    }

    /// Which rows of a page stand in another page of the list as well, ascending: they are left out.
    #[must_use]
    pub fn doubled(&self, offset: u64) -> &[usize] {
        self.arrived.doubled(offset)
    }

    fn joined(&self) -> impl Iterator<Item = (u64, u64)> {
        self.arrived.joined(self.first)
    }

    /// How many rows there are without a gap, those before the first page included.
    fn reached(&self) -> u64 {
        self.joined().last().map_or(self.first, |(_, end)| end)
    }

    /// Takes in what happened and says what to do next. An answer that nobody waits for changes
    /// nothing.
    pub fn handle(&mut self, event: PagingEvent) -> Vec<PagingCommand> {
        if self.phase != PagingPhase::Reading {
            return Vec::new();
        }
        match event {
            PagingEvent::Begin => {}
            PagingEvent::Page {
                offset,
                keys,
                total,
            } => {
                if self.is_awaited(offset) {
                    self.take_page(offset, keys, total);
                }
            }
            PagingEvent::Failed { offset, error } => {
                if self.is_awaited(offset) {
                    return self.take_failure(offset, error);
                }
            }
        }
        if self.steadiness == Steadiness::Shaken {
            return self.start_over_when_quiet();
        }
        let commands = self.ask();
        if self.wanted.is_empty() && self.phase == PagingPhase::Reading {
            return self.conclude();
        }
        commands
    }

    /// A page that came too soon for the service is asked for once more after a pause; what else was
    /// under way, and is refused for it too, comes in the same pause, one after another.
    fn take_failure(&mut self, offset: u64, error: ApiError) -> Vec<PagingCommand> {
        let pause = match error.asks_for_a_pause() {
            true if self.resting.is_empty() => self.pace.slow_down(error.retry_after()),
            true => self.pace.latest(),
            false => None,
        };
        let Some(pause) = pause else {
            self.phase = PagingPhase::Failed(error);
            return Vec::new();
        };
        self.wanted.insert(offset);
        self.resting.insert(offset);
        let after = pause.saturating_mul(self.resting.len() as i64);
        vec![PagingCommand::Read { offset, after }]
    }

    /// Whether an answer is waited for; it is not any more.
    fn is_awaited(&mut self, offset: u64) -> bool {
        self.dropped.remove(&offset);
        self.resting.remove(&offset);
        self.wanted.remove(&offset)
    }

    fn take_page(&mut self, offset: u64, keys: Vec<RowKey>, total: Option<u64>) {
        self.pace.went_well();
        if let Some(total) = total {
            if self.total.is_some_and(|before| before != total) {
                self.notice(Doubt::Changed);
            }
            self.total = Some(total);
        }
        let received = keys.len() as u64;
        let reached = offset.saturating_add(received);
        if self.following(offset) < reached {
            // Those behind would overlap with it.
            self.follow(offset, reached);
        }
        let doubled = self.arrived.take(offset, keys);
        if received > 0 && doubled == received {
            self.notice(Doubt::Repeated);
            self.arrived.take_as_empty(offset);
            return self.end_at(offset);
        }
        if doubled > 0 {
            self.notice(Doubt::Changed);
        }
        if received == 0 {
            return self.end_at(offset);
        }
        // Rows on both sides of an end show that it is none.
        self.end = self.end.filter(|end| *end <= offset || *end >= reached);
        // A page that is not full proves nothing: services give less at once than they are asked for.
        let is_last = self.told_total().is_some_and(|total| reached >= total);
        self.step = self.step.max(received);
        if self.following(offset) > reached && !is_last {
            // Those behind would leave a gap.
            self.follow(offset, reached);
        }
    }

    /// Where the page behind this one begins.
    fn following(&self, offset: u64) -> u64 {
        let behind = offset.saturating_add(1);
        let arrived = self.arrived.first_from(behind);
        let wanted = self.wanted.range(behind..).next().copied();
        let first = arrived.into_iter().chain(wanted).min();
        first.unwrap_or(self.next)
    }

    /// The total, unless more rows have come than it says.
    fn told_total(&self) -> Option<u64> {
        let reached = self.arrived.end();
        self.total.filter(|total| *total >= reached)
    }

    /// What does not fit has the list read once more; the second time it is told at the end.
    fn notice(&mut self, doubt: Doubt) {
        match (self.steadiness, doubt) {
            (Steadiness::Steady, _) => self.steadiness = Steadiness::Shaken,
            (Steadiness::Shaken, _) | (Steadiness::OnlyGrows, Doubt::Changed) => {}
            (Steadiness::AsItComes, _) | (Steadiness::OnlyGrows, Doubt::Repeated) => {
                self.doubt = Some(doubt);
            }
        }
    }

    fn end_at(&mut self, rows: u64) {
        self.end = Some(self.end.map_or(rows, |end| end.min(rows)));
    }

    /// Goes on where a page has really ended.
    fn follow(&mut self, offset: u64, reached: u64) {
        let behind = offset.saturating_add(1);
        self.arrived.forget_from(behind);
        self.dropped.append(&mut self.wanted.split_off(&behind));
        self.next = reached;
    }

    fn ask(&mut self) -> Vec<PagingCommand> {
        let mut commands = Vec::new();
        while self.wanted.len() + self.dropped.len() < self.pace.at_once() && self.is_more_to_ask()
        {
            let offset = self.next;
            if self.dropped.remove(&offset) {
                // It is under way already.
                self.wanted.insert(offset);
            } else if self.readings == MOST_READINGS {
                self.phase = PagingPhase::NotWhole(Flaw::Endless);
                return Vec::new();
            } else {
                self.readings += 1;
                self.wanted.insert(offset);
                commands.push(PagingCommand::Read { offset, after: 0 });
            }
            self.next = offset.saturating_add(self.step);
        }
        commands
    }

    fn is_more_to_ask(&self) -> bool {
        if self.end.is_some_and(|end| self.next >= end) {
            return false;
        }
        match self.told_total() {
            Some(total) => self.next < total,
            // Each page tells whether another one follows.
            None => self.wanted.is_empty(),
        }
    }

    /// Everything that was asked for is there: says whether it is the whole list.
    fn conclude(&mut self) -> Vec<PagingCommand> {
        let reached = self.reached();
        if self.arrived.has_rows_from(reached) {
            if self.steadiness != Steadiness::Steady {
                self.phase = PagingPhase::NotWhole(Flaw::Hole { at: reached });
                return Vec::new();
            }
            self.steadiness = Steadiness::Shaken;
            return self.start_over_when_quiet();
        }
        // The total may have grown when the last page was there already.
        self.next = reached;
        if self.is_more_to_ask() {
            return self.ask();
        }
        let read = self.first.saturating_add(self.arrived.rows());
        self.phase = PagingPhase::Ended(Extent::of(read, self.total, self.doubt));
        Vec::new()
    }

    /// What is under way belongs to the list as it was, so it is awaited before.
    fn start_over_when_quiet(&mut self) -> Vec<PagingCommand> {
        if !self.wanted.is_empty() || !self.dropped.is_empty() {
            return Vec::new();
        }
        *self = Self {
            readings: self.readings,
            pace: self.pace.clone(),
            ..Self::new(self.first, Steadiness::AsItComes)
        };
        self.ask()
    }
}
