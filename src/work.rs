//! Runs the changes that a person confirmed: sends, reads back, waits, and tells how it ended.
//!
//! What to do next is decided by [`changes::Change`] alone. Changes live as long as the console, so
//! leaving a page stops nothing; the tab keeps them over a reload.

mod entry;
mod keeping;
mod sight;

use std::collections::BTreeMap;
use std::time::Duration;

use changes::{
    CallId, ChangeId, Command, Event, ItemId, ItemState, PlannedWrite, Record, Scope, TakesBack,
};
use cloud_api::{ApiError, Manner, Mutation, Subject};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use words::result::result;

use crate::browser::clock::now;
use crate::browser::console::note;
use crate::browser::leaving::{is_perhaps_being_left, when_page_is_left};
use crate::i18n::{Message, text};
use crate::live::follow;
use crate::query::{For, Staleness, use_kept, use_staleness};
use crate::session::{Session, SessionState, session_of_console};
use crate::ui::{Announcements, UnderWay, use_announcements};

pub use entry::{Entry, MadeBy};
use keeping::Keeping;

/// Everything that was changed since this tab was opened.
#[derive(Clone, Copy)]
pub struct Work {
    entries: RwSignal<Vec<Entry>>,
    session: Session,
    staleness: Staleness,
    announcements: Announcements,
    owner: StoredValue<Option<Owner>>,
    /// Whether the page is being left: nothing happens to a change any more, and the tab keeps it as it
    /// stood.
    is_left: StoredValue<bool>,
    /// Whether what a former page has kept was read.
    is_restored: StoredValue<bool>,
    /// What this tab keeps of it.
    keeping: Keeping,
}

/// The work, which begins when it is first asked for.
#[must_use]
pub fn use_work() -> Work {
    use_kept(For::Console, begin)
}

fn begin() -> Work {
    let session = session_of_console();
    let work = Work {
        entries: RwSignal::new(Vec::new()),
        session,
        staleness: use_staleness(),
        announcements: use_announcements(),
        owner: StoredValue::new(Owner::current()),
        is_left: StoredValue::new(false),
        is_restored: StoredValue::new(false),
        keeping: Keeping::new(),
    };
    when_page_is_left(move || {
        work.keep_now();
        work.is_left.set_value(true);
    });
    sight::tell_from_now_on(work.entries, move |entry, event| work.handle(entry, event));
    if let Some(under_way) = use_context::<UnderWay>() {
        follow(move || under_way.note(work.under_way()));
    }
    follow(move || {
        if let SessionState::SignedIn(_) = session.state() {
            work.restore();
            work.keep_now();
            for entry in work.entries.get_untracked() {
                if work.is_in_scope(entry) {
                    work.handle(entry, Event::SignedIn);
                }
            }
        }
    });
    session.when_left(move || {
        work.keep_now();
        for entry in work.entries.get_untracked() {
            if work.is_in_scope(entry) {
                work.leave(entry);
            }
        }
    });
    work
}

impl Work {
    /// Everything of the person at the screen, the newest first; reacts.
    #[must_use]
    pub fn entries(self) -> Vec<Entry> {
        let scope = self.scope();
        let mut entries = self.entries.get();
        let is_own = |record: &Record| Some(record.change.scope()) == scope.as_ref();
        entries.retain(|entry| entry.record.with(is_own));
        entries.reverse();
        entries
    }

    /// How many changes the person at the screen has made in other projects and regions; reacts.
    #[must_use]
    pub fn elsewhere(self) -> usize {
        let Some(own) = self.scope() else { return 0 };
        let is_elsewhere = |record: &Record| {
            let scope = record.change.scope();
            scope.cloud == own.cloud && scope.user_id == own.user_id && *scope != own
        };
        let entries = self.entries.get();
        let elsewhere = entries.iter().filter(|it| it.record.with(is_elsewhere));
        elsewhere.count()
    }

    /// How the newest change that covers a thing stands with it, and what it does to it; reacts.
    #[must_use]
    pub fn state_of(self, subject: &Subject) -> Option<(ItemState, Manner)> {
        self.entries().into_iter().find_map(|entry| {
            let number = |numbers: &BTreeMap<Subject, ItemId>| numbers.get(subject).copied();
            let item = entry.numbers.with_value(number)?;
            entry.record.with(|record| {
                let (state, manner) = record.state_of(item)?;
                Some((state.clone(), manner))
            })
        })
    }

    /// The newest change that covers something of which this holds; reacts.
    #[must_use]
    pub fn newest(self, is_meant: impl Fn(&Subject) -> bool) -> Option<Entry> {
        let mut entries = self.entries().into_iter();
        entries.find(|entry| entry.record.with(|record| record.covers(&is_meant)))
    }

    /// The change of this number of the person at the screen; reacts.
    #[must_use]
    pub fn entry(self, id: u64) -> Option<Entry> {
        self.entries().into_iter().find(|entry| entry.id == id)
    }

    /// Reads the records of the person at the screen, the newest first; reacts.
    pub fn with_records<T>(self, read: impl FnOnce(&[&Record]) -> T) -> T {
        let entries = self.entries();
        let guards: Vec<_> = entries.iter().map(|entry| entry.record.read()).collect();
        let records: Vec<&Record> = guards.iter().map(|guard| &**guard).collect();
        read(&records)
    }

    /// Whether something of the person at the screen is sent, waits to be sent, or is unknown; reacts.
    fn under_way(self) -> u64 {
        let entries = self.entries().into_iter();
        let under_way = entries.filter(|entry| entry.record.with(|it| it.change.is_under_way()));
        under_way.count() as u64
    }

    /// Starts writes that the person has confirmed. Those of a later stage wait until those of the
    /// earlier ones are done.
    pub fn run(self, stages: Vec<Vec<PlannedWrite>>) {
        self.start(stages);
    }

    /// The same, to be followed; `None` when nobody is signed in.
    pub fn start(self, stages: Vec<Vec<PlannedWrite>>) -> Option<Entry> {
        let scope = untrack(|| self.scope())?;
        self.restore();
        let numbers = self.entries.get_untracked().into_iter().map(|it| it.id);
        let id = numbers.max().map_or(0, |last| last + 1);
        let record = match Record::plan(ChangeId(id), scope, now(), stages) {
            Ok(record) => record,
            Err(error) => {
                // The dialogs offer nothing empty; a list that the service gave may name one thing twice.
                note("not planned", &error.to_string().into());
                self.announcements.tell(text::work_not_planned());
                return None;
            }
        };
        let entry = self.add(record, MadeBy::ThisPage)?;
        self.handle(entry, Event::Confirmed);
        Some(entry)
    }

    /// Notes that a change takes back these items of another one, each by these things.
    pub fn takes_back(self, undo: Entry, of: Entry, items: BTreeMap<ItemId, Vec<Subject>>) {
        let change = of.record.with_untracked(|it| it.change.id());
        let takes_back = Some(TakesBack { change, items });
        undo.record.update(|record| record.takes_back = takes_back);
        self.note_undo(undo);
    }

    /// Tells the change of which another one is the undo how that stands.
    fn note_undo(self, undo: Entry) {
        let takes_back = undo.record.with_untracked(|it| it.takes_back.clone());
        let Some(takes_back) = takes_back else { return };
        let mut entries = self.entries.get_untracked().into_iter();
        if let Some(of) = entries.find(|entry| entry.id == takes_back.change.0) {
            undo.record.with_untracked(|undo| {
                of.record
                    .maybe_update(|record| record.note_undo(&takes_back, &undo.change));
            });
        }
    }

    fn add(self, record: Record, made_by: MadeBy) -> Option<Entry> {
        let owner = self.owner.get_value()?;
        let entry = owner.with(|| Entry::new(record, made_by));
        self.entries.update(|entries| entries.push(entry));
        owner.with(|| {
            follow(move || {
                entry.record.track();
                self.keeping.soon(entry, move || self.keep_now());
            });
        });
        Some(entry)
    }

    /// Reads once what a former page has kept of the changes of the person at the screen; from then on
    /// the tab keeps nobody else's.
    fn restore(self) {
        let Some(person) = untrack(|| self.scope()) else {
            return;
        };
        if !self.is_restored.get_value() {
            self.is_restored.set_value(true);
            for record in keeping::kept_of(&person) {
                self.add(record, MadeBy::FormerPage);
            }
            self.keep_now();
        }
    }

    /// Keeps the changes of the person at the screen in the tab. Where that does not work the change
    /// goes on, and it is told once.
    fn keep_now(self) {
        let Some(person) = untrack(|| self.scope()) else {
            return;
        };
        let is_left = self.is_left.get_value();
        if !is_left && !self.keeping.write(&self.entries.get_untracked(), &person) {
            self.announcements.tell(text::work_not_kept());
        }
    }

    /// Reads again what is unknown, and sends nothing.
    pub fn look_again(self, entry: Entry) {
        self.handle(entry, Event::SignedIn);
    }

    /// Sends what is left again, and reads again what is unknown.
    pub fn retry(self, entry: Entry) {
        self.handle(entry, Event::Retry);
    }

    /// Sends nothing more.
    pub fn stop(self, entry: Entry) {
        self.handle(entry, Event::Stop);
    }

    /// The same when the scope of a change is left, untold: whoever comes next, if only the same person,
    /// has not confirmed what was not sent yet.
    fn leave(self, entry: Entry) {
        if !entry.record.with_untracked(|it| it.change.is_settled()) {
            entry.was_settled.set_value(true);
            self.stop(entry);
        }
    }

    fn scope(self) -> Option<Scope> {
        self.session.scope()
    }

    /// A change goes on only in the name of the person who confirmed it.
    fn is_in_scope(self, entry: Entry) -> bool {
        let scope = untrack(|| self.scope());
        entry
            .record
            .with_untracked(|record| Some(record.change.scope()) == scope.as_ref())
    }

    fn handle(self, entry: Entry, event: Event) {
        if self.is_left.try_get_value() != Some(false) {
            return;
        }
        let touched = match &event {
            Event::Answer { call, .. } | Event::ReadBack { call, .. } => Some(*call),
            _ => None,
        };
        let before = entry.record.with_untracked(|it| it.change.progress());
        let commands = entry
            .record
            .try_update(|record| record.change.handle(event, now()));
        for command in commands.unwrap_or_default() {
            self.carry_out(entry, command);
        }
        let after = entry.record.with_untracked(|it| it.change.progress());
        if let Some(call) = touched
            && after != before
        {
            self.mark_stale(entry, call);
        }
        self.note_undo(entry);
        if after.unknown > before.unknown {
            self.tell(entry, text::work_checking());
        }
        let is_settled = entry.record.with_untracked(|it| it.change.is_settled());
        if is_settled && !entry.was_settled.get_value() {
            let result = entry.record.with_untracked(|it| result(&it.change));
            self.tell(entry, result);
        }
        entry.was_settled.set_value(is_settled);
    }

    /// Tells how a change stands; nobody else hears of it. Where its line is on the page it is only
    /// read out.
    fn tell(self, entry: Entry, message: Message) {
        match entry.is_on_screen() {
            _ if !self.is_in_scope(entry) => {}
            true => self.announcements.read_out(message),
            false => self.announcements.tell(message),
        }
    }

    fn carry_out(self, entry: Entry, command: Command) {
        match command {
            Command::Save => self.keeping.soon(entry, move || self.keep_now()),
            Command::Send { call } => {
                let request = self.mutation(entry, call).map(|it| it.request());
                let event = move |outcome| Event::Answer { call, outcome };
                self.exchange(entry, request, event);
            }
            Command::ReadBack { call } => {
                let request = entry.record.with_untracked(|it| it.change.read_back(call));
                let event = move |outcome| Event::ReadBack { call, outcome };
                self.exchange(entry, request.map(Ok), event);
            }
            Command::Poll { call } => {
                let request = entry.record.with_untracked(|it| it.change.poll(call));
                let event = move |outcome| Event::Polled { call, outcome };
                self.exchange(entry, request.map(Ok), event);
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
            .record
            .with_untracked(|record| record.change.mutation(call).cloned())
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
            // A page that is left breaks off what is under way a moment before it is told.
            if matches!(outcome, Err(ApiError::NoAnswer(_))) && is_perhaps_being_left() {
                TimeoutFuture::new(1_000).await;
            }
            self.handle(entry, event(outcome));
        });
    }

    /// What a call was about is not as it was shown.
    fn mark_stale(self, entry: Entry, call: CallId) {
        let Some(mutation) = self.mutation(entry, call) else {
            return;
        };
        self.staleness.mark(mutation.changes());
    }
}
