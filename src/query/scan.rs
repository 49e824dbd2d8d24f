//! One thing read over many places, one place after the other. What was read stays while the console
//! is open, and reading goes on while another page is shown.

mod at_once;
mod place;
mod reader;

use std::marker::PhantomData;
use std::rc::Rc;

use cloud_api::{ApiError, Kind};
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use reads::{Coverage, Reading, ScanEvent, ScanPhase};

use super::kept::{For, use_kept};
use crate::session::Session;
pub use place::ScanPlace;
pub use reader::AnyScan;
pub use reader::Places;
use reader::{Found, begin};

/// What is scanned, and how.
pub struct ScanOf<K: 'static, T: 'static> {
    /// Reads one place.
    pub read: fn(Session, K) -> LocalBoxFuture<'static, Result<T, ApiError>>,
    /// What was changed where a place is not as it was read.
    pub stale: &'static [Kind],
}

/// A scan.
pub struct Scanning<K: 'static, T: 'static> {
    scan: AnyScan,
    of: PhantomData<fn() -> (K, T)>,
}

impl<K, T> Clone for Scanning<K, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, T> Copy for Scanning<K, T> {}

/// Everything that is known at one moment.
pub struct Seen<'a, K, T> {
    places: &'a Places,
    of: PhantomData<fn() -> (K, T)>,
}

/// What is known of one place.
pub struct SeenPlace<'a, T> {
    /// Of its reading; `None` where it is not scanned.
    pub reading: Option<&'a Reading>,
    /// What was found of it.
    pub found: Option<&'a T>,
}

impl<'a, K: ScanPlace, T: 'static> Seen<'a, K, T> {
    /// What is known of each of these places. Where they stand one after the other in the scan, as those of a list do
    /// that it covers, none has to be looked for: that takes most of the time where there are thousands.
    pub fn along<'p, P: ScanPlace + PartialEq>(
        &self,
        places: &'p [P],
    ) -> impl Iterator<Item = SeenPlace<'a, T>> + use<'a, 'p, K, T, P> {
        let (seen, mut next) = (Self { ..*self }, 0);
        places.iter().map(move |place| {
            let number = seen.number_of(place, next);
            next = number.map_or(next, |number| number + 1);
            seen.at(number)
        })
    }

    /// Where a place stands in the scan, if it does; perhaps at this number.
    pub fn number_of<P: ScanPlace + PartialEq>(&self, place: &P, perhaps: usize) -> Option<usize> {
        match self.places.places().get(perhaps).and_then(P::of) == Some(place) {
            true => Some(perhaps),
            false => self.places.number_of(&place.clone().owner()),
        }
    }

    /// What is known of the place that stands there.
    #[must_use]
    pub fn at(&self, number: Option<usize>) -> SeenPlace<'a, T> {
        let found = number.and_then(|number| self.places.found_at(number));
        SeenPlace {
            reading: number.and_then(|number| self.places.reading_at(number)),
            found: found.and_then(|found| found.downcast_ref()),
        }
    }

    /// The scan itself, whatever it finds: its places, and what of it has changed.
    #[must_use]
    pub fn scan(&self) -> &'a Places {
        self.places
    }

    /// The places, in their order.
    pub fn places(&self) -> impl Iterator<Item = &'a K> {
        self.places.places().iter().filter_map(K::of)
    }

    /// What was found, in the order of the places; those of which nothing was read are left out.
    pub fn found(&self) -> impl Iterator<Item = (&'a K, &'a T)> {
        let found = self.places.found();
        found.filter_map(|(place, found)| Some((K::of(place)?, found.downcast_ref()?)))
    }

    /// What was found of a place.
    #[must_use]
    pub fn found_of(&self, place: &K) -> Option<&'a T> {
        let found = self.places.found_of(&place.clone().owner())?;
        found.downcast_ref()
    }

    /// What is known of the reading of a place; `None` of one that is not scanned.
    #[must_use]
    pub fn reading(&self, place: &K) -> Option<&'a Reading> {
        self.places.reading(&place.clone().owner())
    }
}

/// The scan of this person's scope; there is one of each kind.
pub fn use_scan<K: ScanPlace, T: Send + Sync + 'static>(of: ScanOf<K, T>) -> Scanning<K, T> {
    use_kept(For::Scope(Scanning::forget), move || Scanning::begin(of))
}

impl<K: ScanPlace, T: Send + Sync + 'static> Scanning<K, T> {
    /// A scan that lives as long as its owner, for a second one of the same kind.
    #[must_use]
    pub fn begin(ScanOf { read, stale }: ScanOf<K, T>) -> Self {
        let read = move |session, place| match K::of(&place) {
            Some(place) => read(session, place.clone())
                .map(|found| Ok(std::sync::Arc::new(found?) as Found))
                .boxed_local(),
            // No such place is ever covered.
            None => std::future::pending().boxed_local(),
        };
        Self {
            scan: begin(Rc::new(read), stale),
            of: PhantomData,
        }
    }

    /// The same whatever it is over and whatever it finds.
    #[must_use]
    pub fn any(self) -> AnyScan {
        self.scan
    }

    /// Leaves everything: it belongs to somebody who is gone.
    pub fn forget(self) {
        self.scan.handle(ScanEvent::Forget);
    }

    /// Everything that was found, in the order of the places; reacts.
    #[must_use]
    pub fn found<R: Clone>(self) -> Rc<Vec<R>>
    where
        T: AsRef<[R]>,
    {
        self.look(|scan| {
            let found = scan.found().flat_map(|(_, found)| found.as_ref());
            Rc::new(found.cloned().collect())
        })
    }

    /// Looks at everything that is known; reacts.
    pub fn look<R>(self, look: impl FnOnce(&Seen<'_, K, T>) -> R) -> R {
        let of = PhantomData;
        self.scan.look(|places| look(&Seen { places, of }))
    }

    /// How much is read; reacts.
    #[must_use]
    pub fn coverage(self) -> Coverage {
        self.scan.coverage()
    }

    /// Whether it goes on, and what stopped it otherwise; reacts.
    #[must_use]
    pub fn phase(self) -> ScanPhase {
        self.scan.phase()
    }

    /// Scans these places. What was read of those that are known already stays; a scan that was
    /// stopped stays so.
    pub fn cover(self, places: Vec<K>) {
        self.scan.cover(places.into_iter().map(K::owner).collect());
    }

    /// Reads everything anew; what was found stays on screen until its place is read again.
    pub fn start_again(self) {
        self.scan.start_again();
    }

    /// Goes on.
    pub fn resume(self) {
        self.scan.resume();
    }

    /// Asks for nothing more.
    pub fn pause(self) {
        self.scan.pause();
    }

    /// Whether something of which this holds was found; reacts.
    #[must_use]
    pub fn has(self, is_meant: impl Fn(&T) -> bool) -> bool {
        self.look(|scan| scan.found().any(|(_, found)| is_meant(found)))
    }

    /// Reads those places again where something of which this holds was found.
    pub fn read_again_where(self, is_meant: impl Fn(&T) -> bool) {
        let is_meant = |found: &Found| found.downcast_ref().is_some_and(&is_meant);
        self.scan.read_again_where(&is_meant);
    }
}
