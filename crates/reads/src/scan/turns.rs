//! Whose turn it is. Knows the places by their number in the list, so that it is compiled once
//! whatever is scanned.

use std::collections::VecDeque;

use cloud_api::{ApiError, Pace, Timestamp, told_pause};

use super::phase::ScanPhase;
use super::reading::{Coverage, Reading};
use super::stopping::{concerns_all, found_nobody};

/// Readings in a row that found nobody, after which it is no longer chance.
const UNANSWERED: usize = 4;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Turns {
    phase: ScanPhase,
    readings: Vec<Reading>,
    /// Those of them that were read, and those whose latest reading told nothing.
    read: usize,
    refused: usize,
    /// All before this one had their turn.
    next: usize,
    /// What is to be read ahead of the others.
    ahead: VecDeque<usize>,
    /// What is to be read once more after the others, so that it cannot keep them from their turn.
    behind: VecDeque<usize>,
    under_way: Vec<usize>,
    /// Those that found nobody since the last answer.
    unanswered: Vec<usize>,
    pace: Pace,
    /// Until when the service wants to be left alone, also when a person has paused the scan.
    rests_until: Option<Timestamp>,
    /// The pause in milliseconds that has begun, until it is told.
    begun: Option<i64>,
}

impl Turns {
    pub(super) fn over(readings: Vec<Reading>) -> Self {
        let count = |is_meant: fn(&Reading) -> bool| {
            let meant = readings.iter().filter(|reading| is_meant(reading));
            meant.count()
        };
        Self {
            phase: ScanPhase::Paused,
            read: count(Reading::is_read),
            refused: count(Reading::is_refused),
            readings,
            next: 0,
            ahead: VecDeque::new(),
            behind: VecDeque::new(),
            under_way: Vec::new(),
            unanswered: Vec::new(),
            pace: Pace::default(),
            rests_until: None,
            begun: None,
        }
    }

    /// The same with every turn before it, at the pace that was found.
    pub(super) fn anew(&self) -> Self {
        Self {
            pace: self.pace.clone(),
            ..Self::over(self.readings.iter().map(Reading::anew).collect())
        }
    }

    /// The same over another list of so many places; `number_of` tells which number a place has
    /// there, if it has one. What was read stays, what is new waits for its turn, and what is under
    /// way is asked for again: answers by the old numbers are nothing to the new list.
    pub(super) fn moved(&self, places: usize, number_of: &dyn Fn(usize) -> Option<usize>) -> Self {
        let number_of = |place: &usize| number_of(*place);
        let mut readings = vec![Reading::default(); places];
        for (place, reading) in self.readings.iter().enumerate() {
            if let Some(moved) = number_of(&place).and_then(|number| readings.get_mut(number)) {
                moved.clone_from(reading);
            }
        }
        let first_asked = self.under_way.iter().chain(&self.ahead);
        let mut ahead = VecDeque::new();
        for number in first_asked.filter_map(number_of) {
            if !ahead.contains(&number) {
                ahead.push_back(number);
            }
        }
        Self {
            phase: self.phase.clone(),
            pace: self.pace.clone(),
            rests_until: self.rests_until,
            ahead,
            behind: self.behind.iter().filter_map(number_of).collect(),
            ..Self::over(readings)
        }
    }

    pub(super) fn phase(&self) -> &ScanPhase {
        &self.phase
    }

    pub(super) fn readings(&self) -> &[Reading] {
        &self.readings
    }

    pub(super) fn is_under_way(&self, place: usize) -> bool {
        self.under_way.contains(&place)
    }

    /// Counted as the answers come: whoever watches asks after each, over places that may be a hundred thousand.
    pub(super) fn coverage(&self) -> Coverage {
        let (read, refused, total) = (self.read, self.refused, self.readings.len());
        let under_way = self.under_way.iter();
        let under_way = under_way.filter_map(|place| self.readings.get(*place));
        let under_way = under_way.filter(|reading| reading.is_untouched()).count();
        Coverage {
            read,
            refused,
            under_way,
            waiting: total - read - refused - under_way,
            total,
        }
    }

    pub(super) fn resume(&mut self) {
        self.phase = ScanPhase::Running;
        self.rests_until = None;
        self.unanswered.clear();
    }

    pub(super) fn pause(&mut self) {
        if matches!(self.phase, ScanPhase::Running | ScanPhase::Waiting { .. }) {
            self.phase = ScanPhase::Paused;
        }
    }

    /// Goes on when the pause that ends now is the latest.
    pub(super) fn end_pause(&mut self, until: Timestamp) {
        if self.rests_until != Some(until) {
            return;
        }
        self.rests_until = None;
        if self.phase == (ScanPhase::Waiting { until }) {
            self.resume();
        }
    }

    /// The pause that has begun, in milliseconds, and when it ends; told once.
    pub(super) fn begun_pause(&mut self) -> Option<(i64, Timestamp)> {
        self.begun.take().zip(self.rests_until)
    }

    /// Lines a place up ahead of the others. One that is under way is read once more: its answer may
    /// be older than the wish.
    pub(super) fn read_again(&mut self, place: usize) {
        if !self.ahead.contains(&place) {
            self.ahead.push_back(place);
        }
    }

    /// Takes in what came of a reading; false when nobody waits for it.
    pub(super) fn take_answer(
        &mut self,
        place: usize,
        outcome: Result<(), ApiError>,
        now: Timestamp,
    ) -> bool {
        let Some(index) = self.under_way.iter().position(|asked| *asked == place) else {
            return false;
        };
        self.under_way.swap_remove(index);
        match outcome {
            Ok(()) => {
                self.unanswered.clear();
                self.pace.went_well();
                self.change(place, |reading| reading.succeed(now));
            }
            Err(error) if error.asks_for_a_pause() => self.wait(place, error, now),
            Err(error) if concerns_all(&error) => self.halt(&[place], error),
            Err(error) => {
                self.change(place, |reading| reading.fail(error.clone()));
                self.count_unanswered(place, error);
            }
        }
        true
    }

    fn change(&mut self, place: usize, change: impl FnOnce(&mut Reading)) {
        let Some(reading) = self.readings.get_mut(place) else {
            return;
        };
        self.read -= usize::from(reading.is_read());
        self.refused -= usize::from(reading.is_refused());
        change(reading);
        self.read += usize::from(reading.is_read());
        self.refused += usize::from(reading.is_refused());
    }

    fn count_unanswered(&mut self, place: usize, error: ApiError) {
        if !found_nobody(&error) {
            self.unanswered.clear();
            return;
        }
        self.unanswered.push(place);
        if self.unanswered.len() >= UNANSWERED {
            let unanswered = std::mem::take(&mut self.unanswered);
            self.halt(&unanswered, error);
        }
    }

    /// Waits as the service says. What was under way beside the first that was refused is refused
    /// alike: of those only a longer pause counts.
    fn wait(&mut self, place: usize, error: ApiError, now: Timestamp) {
        let told = error.retry_after();
        let pause = match (self.rests_until, &self.phase) {
            (Some(until), _) => {
                let longer = |pause: &i64| now.plus_milliseconds(*pause) > until;
                let Some(pause) = told_pause(told).filter(longer) else {
                    return self.line_up_behind(place);
                };
                Some(pause)
            }
            (None, ScanPhase::Running) => self.pace.slow_down(told),
            (None, _) => None,
        };
        let Some(pause) = pause else {
            return self.halt(&[place], error);
        };
        self.line_up_behind(place);
        let until = now.plus_milliseconds(pause);
        self.begun = Some(pause);
        self.rests_until = Some(until);
        if self.phase != ScanPhase::Paused {
            self.phase = ScanPhase::Waiting { until };
        }
    }

    fn line_up_behind(&mut self, place: usize) {
        if !self.behind.contains(&place) {
            self.behind.push_back(place);
        }
    }

    /// Says why, and lines up anew what could not be read for a reason that is not its own.
    fn halt(&mut self, places: &[usize], error: ApiError) {
        for place in places {
            self.line_up_behind(*place);
        }
        if !matches!(self.phase, ScanPhase::Halted(_)) {
            self.phase = ScanPhase::Halted(error);
        }
    }

    /// What is to be asked for now.
    pub(super) fn ask(&mut self) -> Vec<usize> {
        let mut asked = Vec::new();
        while self.under_way.len() < self.pace.at_once() {
            let Some(place) = self.take_next() else {
                break;
            };
            self.under_way.push(place);
            asked.push(place);
        }
        asked
    }

    fn take_next(&mut self) -> Option<usize> {
        if matches!(self.phase, ScanPhase::Halted(_)) || self.rests_until.is_some() {
            return None;
        }
        let is_free = |place: &usize| !self.under_way.contains(place);
        if let Some(index) = self.ahead.iter().position(is_free) {
            let place = self.ahead.remove(index);
            self.behind.retain(|other| Some(*other) != place);
            return place;
        }
        if self.phase == ScanPhase::Paused {
            return None;
        }
        while let Some(reading) = self.readings.get(self.next) {
            let (place, is_untouched) = (self.next, reading.is_untouched());
            self.next += 1;
            if is_untouched && !self.is_under_way(place) {
                return Some(place);
            }
        }
        let index = self.behind.iter().position(is_free)?;
        self.behind.remove(index)
    }
}
