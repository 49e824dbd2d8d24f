//! Scans: reading one thing over many resources, such as the sync tasks of every repository.

use std::collections::VecDeque;

use cloud_api::{ApiError, Meaning, NoAnswerKind, Timestamp};
use serde::{Deserialize, Serialize};

use crate::Version;

/// Readings that may be under way at the same time.
const UNDER_WAY: usize = 4;

/// Readings in a row that found nobody, after which it is no longer chance.
const UNANSWERED: usize = 4;

/// What a scan does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScanPhase {
    /// Nothing is read but what a person asks for by [`ScanEvent::ReadAgain`].
    Paused,
    /// One resource after the other is read.
    Running,
    /// Nothing is read until [`ScanEvent::Resume`]: every other reading would end like this one.
    Halted(ApiError),
}

/// Something that happened to a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScanEvent {
    /// Begin, or go on.
    Resume,
    /// Ask for nothing more; what is under way is still taken in.
    Pause,
    /// What came of a [`ScanCommand::Read`].
    Answer {
        /// Which resource.
        resource: usize,
        /// Whether the answer could be read; what it says is kept by the caller.
        outcome: Result<(), ApiError>,
    },
    /// A person, or a change, wants a resource to be read (again), ahead of the others.
    ReadAgain {
        /// Which resource.
        resource: usize,
    },
}

/// Something to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanCommand {
    /// Read a resource once and report a [`ScanEvent::Answer`].
    Read {
        /// Which resource.
        resource: usize,
    },
}

/// What is known of one resource.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    read_at: Option<Timestamp>,
    error: Option<Box<ApiError>>,
}

impl Reading {
    /// When the result that the caller keeps was read; a later failure does not take it away.
    #[must_use]
    pub fn read_at(&self) -> Option<Timestamp> {
        self.read_at
    }

    /// Why the latest reading told nothing, when it did not.
    #[must_use]
    pub fn error(&self) -> Option<&ApiError> {
        self.error.as_deref()
    }

    fn is_untouched(&self) -> bool {
        self.read_at.is_none() && self.error.is_none()
    }
}

/// How much of a scan is done. The other numbers add up to the total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Read; the latest reading gave the result.
    pub read: usize,
    /// The latest reading was refused or found nobody; an older result may be there.
    pub refused: usize,
    /// Asked for the first time, no answer yet.
    pub under_way: usize,
    /// Never read so far.
    pub waiting: usize,
    /// All.
    pub total: usize,
}

impl Coverage {
    /// Whether every resource was read: only then may anybody say that something is nowhere.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.read == self.total
    }
}

/// Reads one thing over many resources, which it knows by their place in the caller's list. Changed
/// by [`Scan::handle`] alone. Written down, it keeps what was read and when, and comes back paused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Record", into = "Record")]
pub struct Scan {
    phase: ScanPhase,
    readings: Vec<Reading>,
    /// All before this one had their turn.
    next: usize,
    /// What is to be read ahead of the others.
    ahead: VecDeque<usize>,
    /// What is to be read once more after the others, so that it cannot keep them from their turn.
    behind: VecDeque<usize>,
    under_way: Vec<usize>,
    /// Those that found nobody since the last answer.
    unanswered: Vec<usize>,
}

/// The written form: what is under way when it is written is lost and read anew.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    version: Version,
    readings: Vec<Reading>,
}

impl From<Record> for Scan {
    fn from(record: Record) -> Self {
        Self {
            readings: record.readings,
            ..Self::over(0)
        }
    }
}

impl From<Scan> for Record {
    fn from(scan: Scan) -> Self {
        Self {
            version: Version::CURRENT,
            readings: scan.readings,
        }
    }
}

impl Scan {
    /// A scan over so many resources that waits for [`ScanEvent::Resume`].
    #[must_use]
    pub fn over(resources: usize) -> Self {
        Self {
            phase: ScanPhase::Paused,
            readings: vec![Reading::default(); resources],
            next: 0,
            ahead: VecDeque::new(),
            behind: VecDeque::new(),
            under_way: Vec::new(),
            unanswered: Vec::new(),
        }
    }

    /// The same scan over another list of so many resources; `place_of` tells where a resource of
    /// this one stands there, if it does. What was read stays, what is new waits for its turn, and
    /// what is under way is asked for again: answers by the old places are nothing to the new scan.
    #[must_use]
    pub fn moved(&self, resources: usize, place_of: impl Fn(usize) -> Option<usize>) -> Self {
        let place_of = |resource: &usize| place_of(*resource).filter(|place| *place < resources);
        let mut readings = vec![Reading::default(); resources];
        for (resource, reading) in self.readings.iter().enumerate() {
            if let Some(place) = place_of(&resource)
                && let Some(moved) = readings.get_mut(place)
            {
                moved.clone_from(reading);
            }
        }
        let first_asked = self.under_way.iter().chain(&self.ahead);
        let mut ahead = VecDeque::new();
        for place in first_asked.filter_map(place_of) {
            if !ahead.contains(&place) {
                ahead.push_back(place);
            }
        }
        Self {
            phase: self.phase.clone(),
            readings,
            next: 0,
            ahead,
            behind: self.behind.iter().filter_map(place_of).collect(),
            under_way: Vec::new(),
            unanswered: Vec::new(),
        }
    }

    /// What it does.
    #[must_use]
    pub fn phase(&self) -> &ScanPhase {
        &self.phase
    }

    /// What is known of a resource; `None` beyond the last one.
    #[must_use]
    pub fn reading(&self, resource: usize) -> Option<&Reading> {
        self.readings.get(resource)
    }

    /// Whether an answer about a resource is on its way.
    #[must_use]
    pub fn is_under_way(&self, resource: usize) -> bool {
        self.under_way.contains(&resource)
    }

    /// How much is done.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        let mut coverage = Coverage {
            total: self.readings.len(),
            ..Coverage::default()
        };
        for (resource, reading) in self.readings.iter().enumerate() {
            let count = match (&reading.error, reading.read_at) {
                (Some(_), _) => &mut coverage.refused,
                (None, Some(_)) => &mut coverage.read,
                (None, None) if self.is_under_way(resource) => &mut coverage.under_way,
                (None, None) => &mut coverage.waiting,
            };
            *count += 1;
        }
        coverage
    }

    /// Takes in what happened and says what to do next. What does not fit (an answer that nobody
    /// waits for, an unknown resource) changes nothing.
    pub fn handle(&mut self, event: ScanEvent, now: Timestamp) -> Vec<ScanCommand> {
        match event {
            ScanEvent::Resume => {
                self.phase = ScanPhase::Running;
                self.unanswered.clear();
            }
            ScanEvent::Pause if self.phase == ScanPhase::Running => self.phase = ScanPhase::Paused,
            ScanEvent::Pause => {}
            ScanEvent::Answer { resource, outcome } => self.take_answer(resource, outcome, now),
            // One that is under way is read once more: its answer may be older than the wish.
            ScanEvent::ReadAgain { resource } => {
                if resource < self.readings.len() && !self.ahead.contains(&resource) {
                    self.ahead.push_back(resource);
                }
            }
        }
        let mut commands = Vec::new();
        while self.under_way.len() < UNDER_WAY {
            let Some(resource) = self.take_next() else {
                break;
            };
            self.under_way.push(resource);
            commands.push(ScanCommand::Read { resource });
        }
        commands
    }

    fn take_answer(&mut self, resource: usize, outcome: Result<(), ApiError>, now: Timestamp) {
        let Some(place) = self.under_way.iter().position(|asked| *asked == resource) else {
            return;
        };
        self.under_way.swap_remove(place);
        let Some(reading) = self.readings.get_mut(resource) else {
            return;
        };
        match outcome {
            Ok(()) => {
                self.unanswered.clear();
                *reading = Reading {
                    read_at: Some(now),
                    error: None,
                };
            }
            Err(error) if concerns_all(&error) => self.halt(&[resource], error),
            Err(error) => {
                reading.error = Some(Box::new(error.clone()));
                if !found_nobody(&error) {
                    self.unanswered.clear();
                    return;
                }
                self.unanswered.push(resource);
                if self.unanswered.len() >= UNANSWERED {
                    let unanswered = std::mem::take(&mut self.unanswered);
                    self.halt(&unanswered, error);
                }
            }
        }
    }

    /// Says why, and lines up anew what could not be read for a reason that is not its own.
    fn halt(&mut self, resources: &[usize], error: ApiError) {
        for resource in resources {
            if !self.behind.contains(resource) {
                self.behind.push_back(*resource);
            }
        }
        if !matches!(self.phase, ScanPhase::Halted(_)) {
            self.phase = ScanPhase::Halted(error);
        }
    }

    fn take_next(&mut self) -> Option<usize> {
        if matches!(self.phase, ScanPhase::Halted(_)) {
            return None;
        }
        let is_free = |resource: &usize| !self.under_way.contains(resource);
        if let Some(place) = self.ahead.iter().position(is_free) {
            let resource = self.ahead.remove(place);
            self.behind.retain(|other| Some(*other) != resource);
            return resource;
        }
        if self.phase == ScanPhase::Paused {
            return None;
        }
        while self.next < self.readings.len() {
            let resource = self.next;
            self.next += 1;
            let is_untouched = self
                .readings
                .get(resource)
                .is_some_and(Reading::is_untouched);
            if is_untouched && !self.is_under_way(resource) {
                return Some(resource);
            }
        }
        let place = self.behind.iter().position(is_free)?;
        self.behind.remove(place)
    }
}

/// Whether the reason is not the resource's own, so that every other reading would end alike.
fn concerns_all(error: &ApiError) -> bool {
    match error {
        ApiError::NotSent(_) => true,
        ApiError::NoAnswer(no_answer) => no_answer.kind == NoAnswerKind::Offline,
        ApiError::Refused(refusal) => {
            matches!(refusal.meaning, Meaning::Throttled | Meaning::SignInAgain)
        }
        ApiError::Unreadable(_) => false,
    }
}

/// Whether the service itself said nothing of the resource. Once that may be chance.
fn found_nobody(error: &ApiError) -> bool {
    match error {
        ApiError::NoAnswer(no_answer) => no_answer.kind != NoAnswerKind::TooLarge,
        ApiError::Refused(refusal) => {
            matches!(refusal.meaning, Meaning::ServiceDown | Meaning::WrongPath)
        }
        ApiError::NotSent(_) | ApiError::Unreadable(_) => false,
    }
}
