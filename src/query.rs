//! What is shown: reads that keep their last rows while they are read again.

mod repository_list;

use std::rc::Rc;

use cloud_api::{ApiError, Operation, Request, Timestamp};
use leptos::prelude::*;

use crate::clock::now;
use crate::session::{Session, SessionState, use_session};

pub use repository_list::{RepositoryList, use_repository_list};

/// A read that is on screen.
pub struct Query<T: 'static> {
    /// What was read last; stays while it is read again.
    pub value: ReadSignal<Option<Rc<T>>, LocalStorage>,
    /// Why the latest read gave nothing, if it did not.
    pub error: ReadSignal<Option<ApiError>>,
    /// When the value was read.
    pub read_at: ReadSignal<Option<Timestamp>>,
    /// Whether a read is under way.
    pub is_reading: ReadSignal<bool>,
    again: Callback<()>,
}

impl<T> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Query<T> {}

impl<T> Query<T> {
    /// Reads again.
    pub fn refresh(self) {
        self.again.run(());
    }
}

/// Tells what is on screen that something it shows was changed.
#[derive(Clone, Copy)]
pub struct Staleness(RwSignal<(u64, Rc<str>), LocalStorage>);

/// Makes the staleness available to everything below.
pub fn provide_staleness() -> Staleness {
    let staleness = Staleness(RwSignal::new_local((0, Rc::from("/"))));
    provide_context(staleness);
    staleness
}

impl Staleness {
    /// Marks everything whose path begins so; what is on screen reads again.
    pub fn mark(self, path_prefix: &str) {
        self.0.update(|(count, prefix)| {
            *count += 1;
            *prefix = Rc::from(path_prefix);
        });
    }

    /// Runs something when a path is marked.
    fn on_mark(self, path: String, then: impl Fn() + 'static) {
        Effect::new(move |seen: Option<u64>| {
            let (count, prefix) = self.0.get();
            if seen.is_some_and(|seen| seen != count) && path.starts_with(&*prefix) {
                then();
            }
            count
        });
    }
}

/// Reads while its owner is on screen: now, after signing in again, when marked stale, on request.
/// Answers that arrive after a newer read began, or after the page was left, are dropped.
pub fn use_query<O: Operation + Clone + Send + Sync + 'static>(operation: O) -> Query<O::Output> {
    let session = use_session();
    let (value, set_value) = signal_local(None);
    let (error, set_error) = signal(None);
    let (read_at, set_read_at) = signal(None);
    let (is_reading, set_is_reading) = signal(false);
    let round = StoredValue::new(0_u64);
    let path = operation.request().path;
    let again = Callback::new(move |()| {
        let operation = operation.clone();
        round.update_value(|round| *round += 1);
        let this_round = round.get_value();
        set_is_reading.set(true);
        leptos::task::spawn_local(async move {
            let answer = session.ask(operation).await;
            if round.try_get_value() != Some(this_round) {
                return;
            }
            set_is_reading.set(false);
            match answer {
                Ok(read) => {
                    set_value.set(Some(Rc::new(read)));
                    set_read_at.set(Some(now()));
                    set_error.set(None);
                }
                Err(reason) => set_error.set(Some(reason)),
            }
        });
    });
    read_when_due(session, path, move || again.run(()));
    Query {
        value,
        error,
        read_at,
        is_reading,
        again,
    }
}

/// Runs a read whenever somebody signs in and whenever its path is marked.
fn read_when_due(session: Session, path: String, read: impl Fn() + Clone + 'static) {
    let on_sign_in = read.clone();
    Effect::new(move |_| {
        if let SessionState::SignedIn(_) = session.state() {
            on_sign_in();
        }
    });
    if let Some(staleness) = use_context::<Staleness>() {
        staleness.on_mark(path, read);
    }
}

/// The path below which a write changes what reads show.
#[must_use]
pub fn path_of(request: &Request) -> String {
    request.path.trim_end_matches("/access").to_owned()
}
