//! Reading a whole list page after page, several at once.

use std::collections::{BTreeMap, BTreeSet};

use cloud_api::{ApiError, Unreadable};

/// Pages that may be under way at the same time.
const UNDER_WAY: usize = 4;

/// Readings after which a list is taken to have no end: 2,000,000 rows at 200 a page.
const MOST_READINGS: u32 = 10_000;

/// What the reading of a list does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PagingPhase {
    /// Page after page is read.
    Reading,
    /// Everything has arrived.
    Whole,
    /// A page could not be read.
    Failed(ApiError),
    /// The answers do not make a whole list.
    NotWhole(Flaw),
}

/// Why answers that could be read do not make a whole list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// An answer had no rows although rows follow.
    Hole {
        /// How many rows come before.
        at: u64,
    },
    /// Page after page came, more than any list has.
    Endless,
}

impl From<Flaw> for ApiError {
    fn from(flaw: Flaw) -> Self {
        Self::Unreadable(Unreadable {
            status: 200,
            at: match flaw {
                Flaw::Hole { at } => {
                    format!("no rows after the first {at}, although others follow")
                }
                Flaw::Endless => format!("more than {MOST_READINGS} pages"),
            },
            request_id: None,
        })
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PagingEvent {
    /// Begin.
    Begin,
    /// A [`PagingCommand::Read`] was answered. The caller keeps the rows by the offset.
    Page {
        /// Which page.
        offset: u64,
        /// How many rows the service sent, those that the caller leaves out included.
        received: u64,
        /// How many rows there are in all, where the service tells.
        total: Option<u64>,
    },
    /// A [`PagingCommand::Read`] gave nothing.
    Failed {
        /// Which page.
        offset: u64,
        /// Why.
        error: ApiError,
    },
}

/// Something to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagingCommand {
    /// Read the page that begins after so many rows, and report [`PagingEvent::Page`] or
    /// [`PagingEvent::Failed`].
    Read {
        /// How many rows come before.
        offset: u64,
    },
}

/// How far a list is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows that have arrived.
    pub read: u64,
    /// Rows in all, as far as the service told.
    pub total: Option<u64>,
}

/// Whether the total of this reading agrees with itself. A list that changes while it is read shifts
/// its rows between the pages, so that some may be missing: it is read once more from the beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Steadiness {
    /// All answers belong together.
    Steady,
    /// They do not; what is under way is awaited before the list is read again.
    Shaken,
    /// It is taken as it comes: it is read the second time, or only grows at its end.
    AsItComes,
}

/// Reads a list page after page: the first alone, because it tells how many rows there are and how
/// many of them an answer holds, then several at once. Changed by [`Paging::handle`] alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paging {
    phase: PagingPhase,
    /// Rows before the first page.
    first: u64,
    /// The most rows of one answer, as they are asked for.
    size: u64,
    /// Rows from one page to the next: the most that an answer has really had.
    step: u64,
    total: Option<u64>,
    /// How many rows each page has that has arrived, by its offset.
    pages: BTreeMap<u64, u64>,
    /// Where the next page begins.
    next: u64,
    /// Where the list ends, once an answer has shown it.
    end: Option<u64>,
    wanted: BTreeSet<u64>,
    /// Under way, and of no use any more: a page before it has turned out to be of another length.
    dropped: BTreeSet<u64>,
    readings: u32,
    steadiness: Steadiness,
}

impl Paging {
    /// The reading of a whole list in pages of up to `size` rows that waits for
    /// [`PagingEvent::Begin`].
    #[must_use]
    pub fn in_pages_of(size: u64) -> Self {
        Self::new(0, size, Steadiness::Steady)
    }

    /// The same for what stands behind the first so many rows of a list that only grows at its end:
    /// a total that grows meanwhile moves none of its rows, so it is read once.
    #[must_use]
    pub fn behind(first: u64, size: u64) -> Self {
        Self::new(first, size, Steadiness::AsItComes)
    }

    fn new(first: u64, size: u64, steadiness: Steadiness) -> Self {
        Self {
            phase: PagingPhase::Reading,
            first,
            size,
            step: 0,
            total: None,
            pages: BTreeMap::new(),
            next: first,
            end: None,
            wanted: BTreeSet::new(),
            dropped: BTreeSet::new(),
            readings: 0,
            steadiness,
        }
    }

    /// What it does.
    #[must_use]
    pub fn phase(&self) -> &PagingPhase {
        &self.phase
    }

    /// What came of it; `None` while it reads.
    #[must_use]
    pub fn outcome(&self) -> Option<Result<(), ApiError>> {
        match &self.phase {
            PagingPhase::Reading => None,
            PagingPhase::Whole => Some(Ok(())),
            PagingPhase::Failed(error) => Some(Err(error.clone())),
            PagingPhase::NotWhole(flaw) => Some(Err(ApiError::from(*flaw))),
        }
    }

    /// How much has arrived.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            read: self.pages.values().sum(),
            total: self.total,
        }
    }

    /// The pages that make the list so far, by their offsets and in their order: those that follow
    /// one another without a gap. What arrived for any other offset does not belong to it.
    #[must_use]
    pub fn pages(&self) -> Vec<u64> {
        self.joined().map(|(offset, _)| offset).collect()
    }

    /// The pages that follow one another, each with where it ends.
    fn joined(&self) -> impl Iterator<Item = (u64, u64)> {
        let mut reached = self.first;
        self.pages.iter().map_while(move |(offset, received)| {
            let follows = *offset == reached && *received > 0;
            reached = offset.saturating_add(*received);
            follows.then_some((*offset, reached))
        })
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
                received,
                total,
            } => {
                if self.is_awaited(offset) {
                    self.take_page(offset, received, total);
                }
            }
            PagingEvent::Failed { offset, error } => {
                if self.is_awaited(offset) {
                    self.phase = PagingPhase::Failed(error);
                    return Vec::new();
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

    /// Whether an answer is waited for; it is not any more.
    fn is_awaited(&mut self, offset: u64) -> bool {
        self.dropped.remove(&offset);
        self.wanted.remove(&offset)
    }

    fn take_page(&mut self, offset: u64, received: u64, total: Option<u64>) {
        if let Some(total) = total {
            let is_other = self.total.is_some_and(|before| before != total);
            if is_other && self.steadiness == Steadiness::Steady {
                self.steadiness = Steadiness::Shaken;
            }
            self.total = Some(total);
        }
        self.pages.insert(offset, received);
        if received == 0 {
            return self.end_at(offset);
        }
        let reached = offset.saturating_add(received);
        // Rows on both sides of an end show that it is none.
        self.end = self.end.filter(|end| *end <= offset || *end >= reached);
        let is_last = match self.told_total() {
            Some(total) => reached >= total,
            // Without a total a page that is not full is the last.
            None => received < self.size,
        };
        if is_last && self.told_total().is_none() {
            self.end_at(reached);
        }
        self.step = self.step.max(received);
        let following = self.following(offset);
        // Those behind would overlap with it, or leave a gap.
        if following < reached || (following > reached && !is_last) {
            self.follow(offset, reached);
        }
    }

    /// Where the page behind this one begins.
    fn following(&self, offset: u64) -> u64 {
        let behind = offset.saturating_add(1)..;
        let mut arrived = self.pages.range(behind.clone()).map(|(offset, _)| *offset);
        let mut wanted = self.wanted.range(behind).copied();
        let first = [arrived.next(), wanted.next()].into_iter().flatten().min();
        first.unwrap_or(self.next)
    }

    /// The total, unless more rows have come than it says.
    fn told_total(&self) -> Option<u64> {
        let last = self.pages.last_key_value();
        let reached = last.map_or(0, |(offset, received)| offset.saturating_add(*received));
        self.total.filter(|total| *total >= reached)
    }

    fn end_at(&mut self, rows: u64) {
        self.end = Some(self.end.map_or(rows, |end| end.min(rows)));
    }

    /// Goes on where a page has really ended.
    fn follow(&mut self, offset: u64, reached: u64) {
        let behind = offset.saturating_add(1);
        self.pages.split_off(&behind);
        self.dropped.append(&mut self.wanted.split_off(&behind));
        self.next = reached;
    }

    fn ask(&mut self) -> Vec<PagingCommand> {
        let mut commands = Vec::new();
        while self.wanted.len() + self.dropped.len() < UNDER_WAY && self.is_more_to_ask() {
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
                commands.push(PagingCommand::Read { offset });
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
        let mut behind = self.pages.range(reached..);
        if behind.any(|(_, received)| *received > 0) {
            if self.steadiness == Steadiness::AsItComes {
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
        self.phase = PagingPhase::Whole;
        Vec::new()
    }

    /// What is under way belongs to the list as it was, so it is awaited before.
    fn start_over_when_quiet(&mut self) -> Vec<PagingCommand> {
        if !self.wanted.is_empty() || !self.dropped.is_empty() {
            return Vec::new();
        }
        *self = Self {
            readings: self.readings,
            ..Self::new(self.first, self.size, Steadiness::AsItComes)
        };
        self.ask()
    }
}
