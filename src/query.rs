//! What is shown: reads that keep their last rows while they are read again.

mod kept;
mod left_out;
mod list;
mod live_refresh;
mod paging;
mod places;
mod rest;
mod scan;
mod staleness;

use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;

use cloud_api::{ApiError, Collection, NotSent, Operation, Request, Response, Timestamp};
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use leptos::prelude::*;

use crate::browser::clock::now;
use crate::live::follow;
use crate::session::{Session, SessionState, use_session};

pub use kept::{For, provide_kept, use_kept};
pub use left_out::LeavesOut;
pub use list::{ByMarker, List, RowsOf, use_list, use_list_by_marker};
pub use live_refresh::{LiveRefresh, use_live_refresh};
pub use paging::{Gathered, Page, read_whole};
pub use places::{FoundAt, Group, Place, Places, use_places};
pub use reads::{Extent, Progress, RowKey, Stride};
pub use rest::{Rest, use_rest};
pub use scan::{AnyScan, ScanOf, ScanPlace, Scanning, Seen, SeenPlace, use_scan};
pub use staleness::{Staleness, provide_staleness, use_staleness};

/// A read that is on screen.
pub struct Query<T: 'static> {
    reading: Reading,
    output: PhantomData<fn() -> T>,
}

/// What every read has, whatever it gives: compiled once.
#[derive(Clone, Copy)]
struct Reading {
    value: RwSignal<Option<Rc<dyn Any>>, LocalStorage>,
    status: ReadStatus,
}

/// How a read stands.
#[derive(Clone, Copy)]
pub struct ReadStatus {
    /// Why the latest read gave nothing, if it did not.
    pub error: RwSignal<Option<ApiError>>,
    /// When the value was read.
    pub read_at: RwSignal<Option<Timestamp>>,
    /// Whether a read is under way.
    pub is_reading: RwSignal<bool>,
    /// Counts the rounds of reading; answers of earlier ones are dropped.
    round: StoredValue<u64>,
    read: StoredValue<Option<Read>, LocalStorage>,
}

/// Reads once and takes in what came.
type Read = Rc<dyn Fn(Round) -> LocalBoxFuture<'static, ()>>;

/// One round of reading.
#[derive(Clone, Copy)]
struct Round {
    status: ReadStatus,
    number: u64,
}

impl<T> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Query<T> {}

impl<T> Query<T> {
    /// What was read last; stays while it is read again. Reacts.
    #[must_use]
    pub fn value(self) -> Option<Rc<T>> {
        downcast(self.reading.value.get())
    }

    /// The same without reacting.
    #[must_use]
    pub fn value_untracked(self) -> Option<Rc<T>> {
        downcast(self.reading.value.get_untracked())
    }

    /// Whether something was read; reacts.
    #[must_use]
    pub fn is_read(self) -> bool {
        self.reading.value.with(Option::is_some)
    }

    /// Why the latest read gave nothing, if it did not; reacts.
    #[must_use]
    pub fn error(self) -> Option<ApiError> {
        self.reading.status.error.get()
    }

    /// Whether it has neither come nor failed so far; reacts.
    #[must_use]
    pub fn is_awaited(self) -> bool {
        !self.is_read() && self.error().is_none()
    }

    /// The same without reacting.
    #[must_use]
    pub fn error_untracked(self) -> Option<ApiError> {
        self.reading.status.error.get_untracked()
    }

    /// How the read stands.
    #[must_use]
    pub fn status(self) -> ReadStatus {
        self.reading.status
    }

    /// Reads again.
    pub fn refresh(self) {
        self.reading.status.refresh();
    }

    /// Reads again and waits for what comes of it.
    pub async fn read_again(self) {
        self.reading.status.read_again().await;
    }
}

impl ReadStatus {
    fn new() -> Self {
        Self {
            error: RwSignal::new(None),
            read_at: RwSignal::new(None),
            is_reading: RwSignal::new(false),
            round: StoredValue::new(0),
            read: StoredValue::new_local(None),
        }
    }

    /// Reads again.
    pub fn refresh(self) {
        leptos::task::spawn_local(async move {
            self.read_once().await;
        });
    }

    /// Reads again and waits for what comes of it. A newer reading that began meanwhile takes the
    /// answer's place; then it is read once more, so that what is shown is what was read here.
    pub async fn read_again(self) {
        while let Some(round) = self.read_once().await {
            if round.is_current() {
                return;
            }
        }
    }

    /// `None` when the page was left.
    async fn read_once(self) -> Option<Round> {
        let read = self.read.try_get_value()??;
        self.round.update_value(|round| *round += 1);
        self.is_reading.set(true);
        let round = Round {
            status: self,
            number: self.round.get_value(),
        };
        read(round).await;
        Some(round)
    }

    /// Reads now, whenever somebody signs in and whenever what it shows is marked.
    fn keep_reading(self, session: Session, shown: Option<Collection>, read: Read) {
        self.read.set_value(Some(read));
        follow(move || match session.state() {
            SessionState::SignedIn(_) => self.refresh(),
            SessionState::Expired(_) | SessionState::SignedOut | SessionState::Locked(_) => {
                self.say_that_nobody_asks()
            }
        });
        if let Some((staleness, shown)) = use_context::<Staleness>().zip(shown) {
            staleness.on_mark(shown, Callback::new(move |()| self.refresh()));
        }
    }
}

impl ReadStatus {
    /// Nothing is asked until somebody signs in: what waits for a first answer would wait for ever.
    fn say_that_nobody_asks(self) {
        let waits = self.read_at.with_untracked(Option::is_none)
            && self.error.with_untracked(Option::is_none)
            && !self.is_reading.get_untracked();
        if waits {
            let nobody = ApiError::NotSent(NotSent::NoCredential);
            self.error.set(Some(nobody));
        }
    }
}

impl Round {
    /// Whether somebody still waits for it: no newer one has begun, the page was not left.
    fn is_current(self) -> bool {
        self.status.round.try_get_value() == Some(self.number)
    }

    fn end(self, outcome: Result<(), ApiError>) {
        self.status.is_reading.set(false);
        if outcome.is_ok() {
            self.status.read_at.set(Some(now()));
        }
        self.status.error.set(outcome.err());
    }
}

fn downcast<T: 'static>(value: Option<Rc<dyn Any>>) -> Option<Rc<T>> {
    value.and_then(|value| value.downcast().ok())
}

/// Reads while its owner is on screen: now, after signing in again, when marked stale, on request.
/// Answers that arrive after a newer read began, or after the page was left, are dropped.
pub fn use_query<O: Operation + 'static>(operation: O) -> Query<O::Output> {
    let decode: Decode = |response| Ok(Rc::new(O::decode(response)?));
    Query {
        reading: read_on_screen(operation.request(), operation.collection(), decode),
        output: PhantomData,
    }
}

type Decode = fn(&Response) -> Result<Rc<dyn Any>, ApiError>;

fn read_on_screen(request: Request, shown: Option<Collection>, decode: Decode) -> Reading {
    let session = use_session();
    let rest = use_rest();
    let value = RwSignal::new_local(None);
    let status = ReadStatus::new();
    let read: Read = Rc::new(move |round| {
        let request = request.clone();
        async move {
            let is_awaited = || round.is_current();
            let Some(answer) = rest.ask(session, request, &is_awaited).await else {
                return;
            };
            let read = answer.and_then(|response| decode(&response));
            round.end(read.map(|read| value.set(Some(read))));
        }
        .boxed_local()
    });
    status.keep_reading(session, shown, read);
    Reading { value, status }
}
