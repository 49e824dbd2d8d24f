//! Runs the changes that a person confirmed: sends, reads back, waits, and tells how it ended.
//!
//! What to do next is decided by [`changes::Change`] alone. Changes live as long as the console, so
//! leaving a page stops nothing.

mod undo;

use std::time::Duration;

use changes::{CallId, Change, ChangeId, Command, Event, ItemState, PlannedWrite, Scope};
use cloud_api::{ApiError, Before, Mutation, Subject};
use leptos::prelude::*;

use crate::browser::clock::now;
use crate::browser::console::note;
use crate::i18n::{Message, text};
use crate::live::follow;
use crate::query::{Staleness, path_of};
use crate::session::{Session, SessionState};
use crate::ui::{Announcements, use_announcements};
use crate::words::change::summary;

pub use undo::Undo;

/// A write that a person confirmed, with the names under which they saw what it covers.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The write.
    pub mutation: Mutation,
    /// A name for each thing it covers, in its order.
    pub names: Vec<String>,
    /// What was read of it before: what an undo brings back.
    pub before: Before,
}

/// A change and its place among the others.
#[derive(Clone, Copy)]
pub struct Entry {
    /// Tells it from others.
    pub id: u64,
    /// The change; reacts.
    pub change: RwSignal<Change>,
    /// What was read before each of its first calls, in their order.
    befores: StoredValue<Vec<Before>>,
    /// Whether an undo of it was started; reacts.
    pub is_undone: RwSignal<bool>,
    /// Whether the person has put its card away; it stays in Activity. Reacts.
    pub is_put_away: RwSignal<bool>,
    /// What remains although the change is done.
    pub remains: StoredValue<Vec<Message>>,
    wake: StoredValue<u64>,
    was_settled: StoredValue<bool>,
}

/// Everything that was changed since the console was opened.
#[derive(Clone, Copy)]
pub struct Work {
    entries: RwSignal<Vec<Entry>>,
    session: Session,
    staleness: Staleness,
    announcements: Announcements,
    owner: StoredValue<Option<Owner>>,
}

/// Makes the work available to everything below.
pub fn provide_work(session: Session, staleness: Staleness) -> Work {
    let work = Work {
        entries: RwSignal::new(Vec::new()),
        session,
        staleness,
        announcements: use_announcements(),
        owner: StoredValue::new(Owner::current()),
    };
    provide_context(work);
    follow(move || {
        if let SessionState::SignedIn(_) = session.state() {
            for entry in work.entries.get_untracked() {
                if work.is_in_scope(entry) {
                    work.handle(entry, Event::SignedIn);
                }
            }
        }
    });
    work
}

/// The work.
///
/// # Panics
/// Outside of the application, which is a mistake in the program.
#[must_use]
pub fn use_work() -> Work {
    use_context().unwrap_or_else(|| unreachable!("the application provides the work"))
}

impl Work {
    /// Everything of the person at the screen, the newest first; reacts.
    #[must_use]
    pub fn entries(self) -> Vec<Entry> {
        let scope = self.scope();
        let mut entries = self.entries.get();
        entries.retain(|entry| {
            entry
                .change
                .with(|change| Some(change.scope()) == scope.as_ref())
        });
        entries.reverse();
        entries
    }

    /// How the newest change that covers a thing stands with it, and whether that takes it away;
    /// reacts.
    #[must_use]
    pub fn state_of(self, subject: &Subject) -> Option<(ItemState, bool)> {
        self.entries().into_iter().find_map(|entry| {
            entry.change.with(|change| {
                let mut items = change.items().values();
                let item = items.find(|item| item.subject == *subject)?;
                let is_removal = change
                    .mutation(item.planned_in)
                    .is_some_and(Mutation::is_removal);
                Some((item.state.clone(), is_removal))
            })
        })
    }

    /// Starts writes that the person has confirmed. Those of a later stage wait until those of the
    /// earlier ones are done.
    pub fn run(self, stages: Vec<Vec<Planned>>) {
        self.start(stages);
    }

    /// The same, to be followed; `None` when nobody is signed in.
    pub fn start(self, stages: Vec<Vec<Planned>>) -> Option<Entry> {
        let scope = untrack(|| self.scope())?;
        let id = self.entries.with_untracked(Vec::len) as u64;
        let mut befores = Vec::new();
        let mut writes = Vec::new();
        for stage in stages {
            let mut of_stage = Vec::new();
            for Planned {
                mutation,
                names,
                before,
            } in stage
            {
                befores.push(before);
                of_stage.push(PlannedWrite { mutation, names });
            }
            writes.push(of_stage);
        }
        let change = match Change::plan(ChangeId(id), scope, now(), writes) {
            Ok(change) => change,
            Err(error) => {
                // The dialogs offer nothing empty; a list that the service gave may name one thing twice.
                note("not planned", &error.to_string().into());
                self.announcements.tell(text::work_not_planned());
                return None;
            }
        };
        let owner = self.owner.get_value()?;
        let entry = owner.with(|| Entry {
            id,
            change: RwSignal::new(change),
            befores: StoredValue::new(befores),
            is_undone: RwSignal::new(false),
            is_put_away: RwSignal::new(false),
            remains: StoredValue::new(Vec::new()),
            wake: StoredValue::new(0),
            was_settled: StoredValue::new(false),
        });
        self.entries.update(|entries| entries.push(entry));
        self.handle(entry, Event::Confirmed);
        Some(entry)
    }

    /// Sends what is left again, and reads again what is unknown.
    pub fn retry(self, entry: Entry) {
        self.handle(entry, Event::Retry);
    }

    /// Sends nothing more.
    pub fn stop(self, entry: Entry) {
        self.handle(entry, Event::Stop);
    }

    fn scope(self) -> Option<Scope> {
        self.session.scope()
    }

    /// A change goes on only in the name of the person who confirmed it.
    fn is_in_scope(self, entry: Entry) -> bool {
        let scope = untrack(|| self.scope());
        entry
            .change
            .with_untracked(|change| Some(change.scope()) == scope.as_ref())
    }

    fn handle(self, entry: Entry, event: Event) {
        let touched = match &event {
            Event::Answer { call, .. } | Event::ReadBack { call, .. } => Some(*call),
            _ => None,
        };
        let before = entry.change.with_untracked(Change::progress);
        let commands = entry
            .change
            .try_update(|change| change.handle(event, now()));
        for command in commands.unwrap_or_default() {
            self.carry_out(entry, command);
        }
        let after = entry.change.with_untracked(Change::progress);
        if let Some(call) = touched
            && after != before
        {
            self.mark_stale(entry, call);
        }
        // Nobody else hears of it.
        let is_told = self.is_in_scope(entry);
        if after.unknown > before.unknown && is_told {
            self.announcements.tell(text::work_checking());
        }
        let is_settled = entry.change.with_untracked(Change::is_settled);
        if is_settled && is_told && !entry.was_settled.get_value() {
            self.announcements
                .tell(entry.change.with_untracked(summary));
        }
        entry.was_settled.set_value(is_settled);
    }

    fn carry_out(self, entry: Entry, command: Command) {
        match command {
            // The signal is the record; what watches it has been told.
            Command::Save => {}
            Command::Send { call } => {
                let request = self
                    .mutation(entry, call)
                    .map(|mutation| mutation.request());
                self.exchange(entry, request, move |outcome| Event::Answer {
                    call,
                    outcome,
                });
            }
            Command::ReadBack { call } => {
                let request = self
                    .mutation(entry, call)
                    .map(|mutation| Ok(mutation.read_back()));
                self.exchange(entry, request, move |outcome| Event::ReadBack {
                    call,
                    outcome,
                });
            }
            Command::Wake { at } => {
                entry.wake.update_value(|wake| *wake += 1);
                let this_wake = entry.wake.get_value();
                let wait = at.milliseconds_since(now()).max(0) as u64;
                let ring = move || {
                    if entry.wake.try_get_value() == Some(this_wake) {
                        self.handle(entry, Event::Tick);
                    }
                };
                set_timeout(ring, Duration::from_millis(wait));
            }
        }
    }

    fn mutation(self, entry: Entry, call: CallId) -> Option<Mutation> {
        entry
            .change
            .with_untracked(|change| change.mutation(call).cloned())
    }

    fn exchange(
        self,
        entry: Entry,
        request: Option<Result<cloud_api::Request, cloud_api::NotSent>>,
        event: impl FnOnce(Result<cloud_api::Response, ApiError>) -> Event + 'static,
    ) {
        let Some(request) = request else { return };
        leptos::task::spawn_local(async move {
            let outcome = match request {
                Ok(_) if !self.is_in_scope(entry) => {
                    Err(ApiError::NotSent(cloud_api::NotSent::NoCredential))
                }
                Ok(request) => self.session.send(request).await,
                Err(reason) => Err(ApiError::NotSent(reason)),
            };
            self.handle(entry, event(outcome));
        });
    }

    /// What a call was about is not as it was shown.
    fn mark_stale(self, entry: Entry, call: CallId) {
        let Some(mutation) = self.mutation(entry, call) else {
            return;
        };
        self.staleness.mark(&path_of(&mutation.read_back()));
        if let Some(list) = mutation.subjects().first().and_then(Subject::list_path) {
            self.staleness.mark(list);
        }
    }
}
