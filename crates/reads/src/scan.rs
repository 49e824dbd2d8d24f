//! Reading one thing over many places, such as the sync tasks of every repository.

mod changes;
mod held;
mod phase;
mod reading;
mod record;
mod round;
mod stopping;
mod turns;

use cloud_api::{ApiError, Timestamp};
use serde::{Deserialize, Serialize};

pub use changes::Look;
pub use phase::ScanPhase;
pub use reading::{Coverage, Reading};
pub use round::Round;
pub use stopping::would_end_alike;

use changes::Changes;
use held::Held;
use record::Record;
use turns::Turns;

/// Something that happened to a scan of the places `K`, each of which gives a `T`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScanEvent<K, T> {
    /// Begin, or go on.
    Resume,
    /// Ask for nothing more; what is under way is still taken in.
    Pause,
    /// What came of a [`ScanCommand::Read`].
    Answer {
        /// Of which place.
        place: K,
        /// As the command told it; an answer of an earlier round is dropped.
        round: Round,
        /// What was found, or why nothing was.
        outcome: Result<T, ApiError>,
    },
    /// A [`ScanCommand::Wait`] is over.
    Waited {
        /// As the command told it; an earlier one changes nothing.
        until: Timestamp,
    },
    /// A person, or a change, wants places to be read (again), ahead of the others.
    ReadAgain(Vec<K>),
    /// Scan these places. What was read of those that are known already moves along; a scan that
    /// was paused or halted stays so, one that had no places yet begins.
    Cover(Vec<K>),
    /// Read everything anew. What was found stays until its place is read again.
    StartAgain,
    /// Leave everything: it belongs to somebody who is gone.
    Forget,
}

/// Something to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanCommand<K> {
    /// Read a place once and report a [`ScanEvent::Answer`].
    Read {
        /// Which place.
        place: K,
        /// To be told with the answer.
        round: Round,
    },
    /// Report [`ScanEvent::Waited`] after a while.
    Wait {
        /// How long.
        milliseconds: i64,
        /// To be told then.
        until: Timestamp,
    },
}

/// Reads one thing over many places and keeps what it found of each. Changed by [`Scan::handle`]
/// alone. Written down, it keeps what was read and when, and comes back paused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    from = "Record<K, T>",
    into = "Record<K, T>",
    bound(
        serialize = "K: Clone + Ord + Serialize, T: Clone + Serialize",
        deserialize = "K: Clone + Ord + Deserialize<'de>, T: Deserialize<'de>"
    )
)]
pub struct Scan<K, T> {
    /// Each once.
    places: Vec<K>,
    /// Where each place stands among them, in the order of the places themselves.
    numbers: Vec<usize>,
    /// What was found of each.
    found: Vec<Option<T>>,
    turns: Turns,
    changes: Changes,
    round: Round,
}

impl<K: Clone + Ord, T> From<Record<K, T>> for Scan<K, T> {
    fn from(record: Record<K, T>) -> Self {
        Self::holding(record.held())
    }
}

impl<K: Clone + Ord, T> From<Scan<K, T>> for Record<K, T> {
    fn from(scan: Scan<K, T>) -> Self {
        let readings = scan.turns.readings().iter().cloned();
        let held = readings.zip(scan.found);
        let held = held.map(|(reading, found)| Held { reading, found });
        Self::of(scan.places.into_iter().zip(held))
    }
}

impl<K: Clone + Ord, T> Scan<K, T> {
    /// A scan over these places, each of which it reads once however often it is named, that waits
    /// for [`ScanEvent::Resume`].
    #[must_use]
    pub fn over(places: Vec<K>) -> Self {
        let nothing = || Held {
            reading: Reading::default(),
            found: None,
        };
        Self::holding(places.into_iter().map(|place| (place, nothing())))
    }

    fn holding(all: impl Iterator<Item = (K, Held<T>)>) -> Self {
        let (mut places, mut numbers) = (Vec::new(), Vec::new());
        let (mut readings, mut found) = (Vec::new(), Vec::new());
        for (place, held) in all {
            let last = numbers
                .last()
                .and_then(|number: &usize| places.get(*number));
            // A list comes in order most of the time.
            let order = match last.is_none_or(|last| *last < place) {
                true => Err(numbers.len()),
                false => number_of(&places, &numbers, &place),
            };
            if let Err(order) = order {
                numbers.insert(order, places.len());
                places.push(place);
                readings.push(held.reading);
                found.push(held.found);
            }
        }
        Self {
            places,
            numbers,
            found,
            turns: Turns::over(readings),
            changes: Changes::default(),
            round: Round::default(),
        }
    }

    /// What it does.
    #[must_use]
    pub fn phase(&self) -> &ScanPhase {
        self.turns.phase()
    }

    /// The places, in their order.
    #[must_use]
    pub fn places(&self) -> &[K] {
        &self.places
    }

    /// What was found, in the order of the places; those of which nothing was read are left out.
    pub fn found(&self) -> impl Iterator<Item = (&K, &T)> {
        let found = self.places.iter().zip(&self.found);
        found.filter_map(|(place, found)| Some((place, found.as_ref()?)))
    }

    /// The places whose latest reading told nothing, and why, in their order.
    pub fn refused(&self) -> impl Iterator<Item = (&K, &ApiError)> {
        let readings = self.places.iter().zip(self.turns.readings());
        readings.filter_map(|(place, reading)| Some((place, reading.error()?)))
    }

    /// What is known of the reading of a place; `None` of one that is not scanned.
    #[must_use]
    pub fn reading(&self, place: &K) -> Option<&Reading> {
        self.reading_at(self.number_of(place)?)
    }

    /// What was found of a place.
    #[must_use]
    pub fn found_of(&self, place: &K) -> Option<&T> {
        self.found_at(self.number_of(place)?)
    }

    /// What is known of the reading of the place at a number.
    #[must_use]
    pub fn reading_at(&self, number: usize) -> Option<&Reading> {
        self.turns.readings().get(number)
    }

    /// What was found of the place at a number.
    #[must_use]
    pub fn found_at(&self, number: usize) -> Option<&T> {
        self.found.get(number)?.as_ref()
    }

    /// Whether an answer about a place is on its way.
    #[must_use]
    pub fn is_under_way(&self, place: &K) -> bool {
        let number = self.number_of(place);
        number.is_some_and(|number| self.turns.is_under_way(number))
    }

    /// That somebody looks at it now.
    #[must_use]
    pub fn look(&self) -> Look {
        self.changes.look(self.round)
    }

    /// The numbers of the places about which answers have come since somebody looked, one of them perhaps twice; `None`
    /// where any place may be another than it was.
    #[must_use]
    pub fn changed_since(&self, look: Look) -> Option<&[usize]> {
        self.changes.since(look, self.round)
    }

    /// How much is done.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        self.turns.coverage()
    }

    /// The places of which something was found that holds; for [`ScanEvent::ReadAgain`] of those
    /// that move.
    #[must_use]
    pub fn places_where(&self, holds: impl Fn(&T) -> bool) -> Vec<K> {
        let found = self.found().filter(|(_, found)| holds(found));
        found.map(|(place, _)| place.clone()).collect()
    }

    /// Takes in what happened and says what to do next. What does not fit (an answer that nobody
    /// waits for, an unknown place) changes nothing.
    pub fn handle(&mut self, event: ScanEvent<K, T>, now: Timestamp) -> Vec<ScanCommand<K>> {
        match event {
            ScanEvent::Resume => self.turns.resume(),
            ScanEvent::Pause => self.turns.pause(),
            ScanEvent::Answer {
                place,
                round,
                outcome,
            } => {
                if round == self.round {
                    self.take_answer(&place, outcome, now);
                }
            }
            ScanEvent::Waited { until } => self.turns.end_pause(until),
            ScanEvent::ReadAgain(places) => {
                for place in &places {
                    if let Some(number) = self.number_of(place) {
                        self.turns.read_again(number);
                    }
                }
            }
            ScanEvent::Cover(places) => self.cover(places),
            ScanEvent::StartAgain => {
                self.turns = self.turns.anew();
                self.turns.resume();
                self.changes = Changes::default();
                self.round = self.round.next();
            }
            ScanEvent::Forget => self.replace(Self::over(Vec::new())),
        }
        let asked = self.turns.ask().into_iter();
        let places = asked.filter_map(|number| self.places.get(number).cloned());
        let round = self.round;
        let mut commands: Vec<_> = places
            .map(|place| ScanCommand::Read { place, round })
            .collect();
        let pause = self.turns.begun_pause();
        commands.extend(pause.map(|(milliseconds, until)| ScanCommand::Wait {
            milliseconds,
            until,
        }));
        commands
    }

    fn take_answer(&mut self, place: &K, outcome: Result<T, ApiError>, now: Timestamp) {
        let Some(number) = self.number_of(place) else {
            return;
        };
        let (found, outcome) = match outcome {
            Ok(found) => (Some(found), Ok(())),
            Err(error) => (None, Err(error)),
        };
        let is_awaited = self.turns.take_answer(number, outcome, now);
        if is_awaited {
            self.changes.add(number, self.places.len());
        }
        if is_awaited
            && found.is_some()
            && let Some(held) = self.found.get_mut(number)
        {
            *held = found;
        }
    }

    fn cover(&mut self, places: Vec<K>) {
        let mut other = Self::over(places);
        if other.places == self.places {
            return;
        }
        let number_of = |number: usize| {
            let place = self.places.get(number)?;
            other.number_of(place)
        };
        let mut turns = self.turns.moved(other.places.len(), &number_of);
        if self.places.is_empty() {
            turns.resume();
        }
        other.turns = turns;
        for (place, found) in self.places.iter().zip(std::mem::take(&mut self.found)) {
            let held = other.number_of(place);
            if let Some(held) = held.and_then(|number| other.found.get_mut(number)) {
                *held = found;
            }
        }
        self.replace(other);
    }

    /// Where a place stands among the places.
    #[must_use]
    pub fn number_of(&self, place: &K) -> Option<usize> {
        let order = number_of(&self.places, &self.numbers, place).ok()?;
        self.numbers.get(order).copied()
    }

    fn replace(&mut self, other: Self) {
        *self = Self {
            round: self.round.next(),
            ..other
        };
    }
}

/// Where in `numbers`, which are those of `places` in order, that of a place is, or would be.
fn number_of<K: Ord>(places: &[K], numbers: &[usize], place: &K) -> Result<usize, usize> {
    numbers.binary_search_by(|number| places.get(*number).cmp(&Some(place)))
}
