//! One thing read over many places, one place after the other. What was read stays while the console
//! is open, and reading goes on while another page is shown.

use std::rc::Rc;
use std::time::Duration;

use cloud_api::{ApiError, Collection};
use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use reads::{Coverage, Scan, ScanCommand, ScanEvent, ScanPhase};

use super::Staleness;
use super::kept::{For, use_kept};
use crate::browser::clock::now;
use crate::session::{Session, use_session};

/// What is scanned, and how.
pub struct ScanOf<K: 'static, T: 'static> {
    /// Reads one place.
    pub read: fn(Session, K) -> LocalBoxFuture<'static, Result<T, ApiError>>,
    /// The place of which a mark tells that it is not as it was read, if it tells that of any.
    pub stale: fn(&Collection) -> Option<K>,
}

/// A scan.
pub struct Scanning<K: 'static, T: 'static> {
    scan: RwSignal<Scan<K, T>>,
    of: StoredValue<ScanOf<K, T>>,
    /// Whether those who watch will be told soon.
    is_telling: StoredValue<bool>,
    session: Session,
}

impl<K, T> Clone for Scanning<K, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, T> Copy for Scanning<K, T> {}

/// Answers are shown together: each one alone would draw the whole table anew.
const TOGETHER: Duration = Duration::from_millis(200);

/// The scan of this person's scope; there is one of each kind.
pub fn use_scan<K, T>(of: ScanOf<K, T>) -> Scanning<K, T>
where
    K: Clone + Ord + Send + Sync + 'static,
    T: Send + Sync + 'static,
{
    use_kept(For::Scope(Scanning::forget), move || Scanning::begin(of))
}

impl<K, T> Scanning<K, T>
where
    K: Clone + Ord + Send + Sync + 'static,
    T: Send + Sync + 'static,
{
    /// A scan that lives as long as its owner, for a second one of the same kind.
    #[must_use]
    pub fn begin(of: ScanOf<K, T>) -> Self {
        let scan = Self {
            scan: RwSignal::new(Scan::over(Vec::new())),
            of: StoredValue::new(of),
            is_telling: StoredValue::new(false),
            session: use_session(),
        };
        if let Some(staleness) = use_context::<Staleness>() {
            staleness.watch(move |marks| scan.read_stale_again(marks));
        }
        scan
    }

    /// Leaves everything: it belongs to somebody who is gone.
    pub fn forget(self) {
        self.handle(ScanEvent::Forget);
    }

    /// Everything that was found, in the order of the places; reacts.
    #[must_use]
    pub fn found<R: Clone>(self) -> Rc<Vec<R>>
    where
        T: AsRef<[R]>,
    {
        self.scan.with(|scan| {
            let found = scan.found().flat_map(|(_, found)| found.as_ref());
            Rc::new(found.cloned().collect())
        })
    }

    /// Looks at everything that is known; reacts.
    pub fn look<R>(self, look: impl FnOnce(&Scan<K, T>) -> R) -> R {
        self.scan.with(look)
    }

    /// How much is read; reacts.
    #[must_use]
    pub fn coverage(self) -> Coverage {
        self.scan.with(Scan::coverage)
    }

    /// Whether it goes on, and what stopped it otherwise; reacts.
    #[must_use]
    pub fn phase(self) -> ScanPhase {
        self.scan.with(|scan| scan.phase().clone())
    }

    /// The places that could not be read, and why; reacts.
    #[must_use]
    pub fn refused(self) -> Vec<(K, ApiError)> {
        self.scan.with(|scan| {
            let refused = scan.refused();
            refused
                .map(|(place, error)| (place.clone(), error.clone()))
                .collect()
        })
    }

    /// Scans these places. What was read of those that are known already stays; a scan that was
    /// stopped stays so.
    pub fn cover(self, places: Vec<K>) {
        if self.scan.with_untracked(|scan| scan.places() == places) {
            return;
        }
        self.handle(ScanEvent::Cover(places));
        self.scan.notify();
    }

    /// Reads everything anew; what was found stays on screen until its place is read again.
    pub fn start_again(self) {
        self.handle(ScanEvent::StartAgain);
        self.scan.notify();
    }

    /// Goes on.
    pub fn resume(self) {
        self.handle(ScanEvent::Resume);
    }

    /// Asks for nothing more.
    pub fn pause(self) {
        self.handle(ScanEvent::Pause);
    }

    /// Whether something of which this holds was found; reacts.
    #[must_use]
    pub fn has(self, is_meant: impl Fn(&T) -> bool) -> bool {
        self.scan
            .with(|scan| scan.found().any(|(_, found)| is_meant(found)))
    }

    /// Reads those places again where something of which this holds was found.
    pub fn read_again_where(self, is_meant: impl Fn(&T) -> bool) {
        let places = self.scan.with_untracked(|scan| scan.places_where(is_meant));
        self.handle(ScanEvent::ReadAgain(places));
    }

    fn read_stale_again(self, marks: &[Collection]) {
        let stale = self.of.with_value(|of| of.stale);
        let places: Vec<K> = marks.iter().filter_map(stale).collect();
        if !places.is_empty() {
            self.handle(ScanEvent::ReadAgain(places));
        }
    }

    fn handle(self, event: ScanEvent<K, T>) {
        let commands = self
            .scan
            .try_update_untracked(|scan| scan.handle(event, now()));
        let Some(commands) = commands else {
            return;
        };
        self.tell();
        let read = self.of.with_value(|of| of.read);
        for command in commands {
            match command {
                ScanCommand::Read { place, round } => leptos::task::spawn_local(async move {
                    let outcome = read(self.session, place.clone()).await;
                    self.handle(ScanEvent::Answer {
                        place,
                        round,
                        outcome,
                    });
                }),
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
                self.scan.notify();
            };
            set_timeout(tell, TOGETHER);
        }
    }
}
