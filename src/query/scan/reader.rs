//! A scan whatever it is over and whatever it finds: compiled once.

use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use cloud_api::{ApiError, Collection, Kind, Owner, RepositoryPath};
use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use reads::{Coverage, Scan, ScanCommand, ScanEvent, ScanPhase};

use super::at_once::{AtOnce, use_at_once};
use crate::browser::clock::{computer_time, now};
use crate::query::staleness::Staleness;
use crate::session::{Session, use_session};

/// What was found of a place.
pub type Found = Arc<dyn Any + Send + Sync>;

/// All places, and what is known of each.
pub type Places = Scan<Owner, Found>;

/// Reads one place.
type Read = Rc<dyn Fn(Session, Owner) -> LocalBoxFuture<'static, Result<Found, ApiError>>>;

/// A scan of anything.
#[derive(Clone, Copy)]
pub struct AnyScan {
    places: RwSignal<Places>,
    read: StoredValue<Read, LocalStorage>,
    /// Whether those who watch will be told soon.
    is_telling: StoredValue<bool>,
    /// Milliseconds that it took them the last time to show what they were told.
    showing: StoredValue<u64>,
    at_once: AtOnce,
    session: Session,
}

/// Answers are shown together: each one alone would draw the whole table anew.
const TOGETHER: Duration = Duration::from_millis(200);

/// How often longer than what they show takes those who watch are told nothing: the rest of the time is the person's.
const REST: u64 = 4;

/// The longest that an answer waits until it is shown; a computer that slept between has taken no longer.
const LONGEST: Duration = Duration::from_secs(2);

/// A scan that lives as long as its owner. A place is read again when something of these kinds was
/// changed there.
pub(super) fn begin(read: Read, stale: &'static [Kind]) -> AnyScan {
    let scan = AnyScan {
        places: RwSignal::new(Scan::over(Vec::new())),
        read: StoredValue::new_local(read),
        is_telling: StoredValue::new(false),
        showing: StoredValue::new(0),
        at_once: use_at_once(),
        session: use_session(),
    };
    if let Some(staleness) = use_context::<Staleness>() {
        staleness.watch(move |marks| scan.read_stale_again(marks, stale));
    }
    scan
}

impl AnyScan {
    pub(super) fn look<R>(self, look: impl FnOnce(&Places) -> R) -> R {
        self.places.with(look)
    }

    /// How much is read; reacts.
    #[must_use]
    pub fn coverage(self) -> Coverage {
        self.places.with(Scan::coverage)
    }

    /// Whether it goes on, and what stopped it otherwise; reacts.
    #[must_use]
    pub fn phase(self) -> ScanPhase {
        self.places.with(|scan| scan.phase().clone())
    }

    /// The places that could not be read, and why; reacts.
    #[must_use]
    pub fn refused(self) -> Vec<(Owner, ApiError)> {
        self.places.with(|scan| {
            let refused = scan.refused();
            refused
                .map(|(place, error)| (place.clone(), error.clone()))
                .collect()
        })
    }

    /// Whether it scans these places and then those repositories, and no others: told without a copy of any.
    #[must_use]
    pub fn is_over(self, first: &[Owner], then: &[RepositoryPath]) -> bool {
        self.places.with_untracked(|scan| {
            let rest = scan.places().strip_prefix(first);
            let rest = rest.filter(|rest| rest.len() == then.len());
            rest.is_some_and(|rest| {
                let mut both = rest.iter().zip(then);
                both.all(|(owner, place)| matches!(owner, Owner::Repository(it) if it == place))
            })
        })
    }

    pub(super) fn cover(self, places: Vec<Owner>) {
        if self.places.with_untracked(|scan| scan.places() == places) {
            return;
        }
        self.handle(ScanEvent::Cover(places));
        self.places.notify();
    }

    pub(super) fn start_again(self) {
        self.handle(ScanEvent::StartAgain);
        self.places.notify();
    }

    /// Goes on.
    pub fn resume(self) {
        self.handle(ScanEvent::Resume);
        self.places.notify();
    }

    /// Asks for nothing more.
    pub fn pause(self) {
        self.handle(ScanEvent::Pause);
        // Who presses again because nothing changed would go on.
        self.places.notify();
    }

    pub(super) fn read_again_where(self, is_meant: &dyn Fn(&Found) -> bool) {
        let places = self
            .places
            .with_untracked(|scan| scan.places_where(is_meant));
        self.handle(ScanEvent::ReadAgain(places));
    }

    fn read_stale_again(self, marks: &[Collection], stale: &[Kind]) {
        let marks = marks.iter().filter(|mark| stale.contains(&mark.kind));
        // Marks of what holds a place are no news about it.
        let places: Vec<Owner> = self.places.with_untracked(|scan| {
            let places = marks.map(|mark| &mark.of);
            let known = places.filter(|place| scan.reading(place).is_some());
            known.cloned().collect()
        });
        if !places.is_empty() {
            self.handle(ScanEvent::ReadAgain(places));
        }
    }

    pub(super) fn handle(self, event: ScanEvent<Owner, Found>) {
        let commands = self
            .places
            .try_update_untracked(|scan| scan.handle(event, now()));
        let Some(commands) = commands else {
            return;
        };
        self.tell();
        for command in commands {
            match command {
                ScanCommand::Read { place, round } => {
                    let reading = self
                        .read
                        .with_value(|read| read(self.session, place.clone()));
                    let at_once = self.at_once;
                    leptos::task::spawn_local(async move {
                        let turn = at_once.turn().await;
                        let outcome = reading.await;
                        drop(turn);
                        self.handle(ScanEvent::Answer {
                            place,
                            round,
                            outcome,
                        });
                    });
                }
                ScanCommand::Wait {
                    milliseconds,
                    until,
                } => set_timeout(
                    move || self.handle(ScanEvent::Waited { until }),
                    Duration::from_millis(milliseconds.unsigned_abs()),
                ),
            }
        }
    }

    fn tell(self) {
        if !self.is_telling.get_value() {
            self.is_telling.set_value(true);
            let tell = move || {
                self.is_telling.set_value(false);
                let start = computer_time();
                self.places.notify();
                // What they show is made before anything else has its turn.
                let note = move || {
                    let took = computer_time().milliseconds_since(start);
                    self.showing
                        .try_set_value(took.try_into().unwrap_or_default());
                };
                set_timeout(note, Duration::ZERO);
            };
            let rest = Duration::from_millis(REST * self.showing.get_value());
            set_timeout(tell, rest.clamp(TOGETHER, LONGEST));
        }
    }
}
