//! Runs the changes that a person confirmed: sends, reads back, waits, and tells how it ended.
//!
//! What to do next is decided by [`changes::Change`] alone, and which tab does it by
//! [`changes::Holding`]. Changes live as long as the console, so leaving a page stops nothing; the browser
//! keeps them.

mod attempts;
mod carrying_out;
mod entry;
mod hold;
mod holding;
mod keeping;
mod neighbours;
mod once_done;
mod restoring;
mod secrets;
mod sight;
mod telling;
mod writing;

use std::collections::BTreeMap;

use changes::claim::TabId;
use changes::keeping::Unread;
use changes::{
    ChangeId, Event, Holding, ItemId, ItemState, Key, PlannedWrite, Purpose, Record, Scope,
    TabCommand, TabEvent, TakesBack,
};
use cloud_api::{Manner, Subject};
use config::Writes;
use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;

use crate::browser::chance::drawn;
use crate::browser::channel::Channel;
use crate::browser::clock::now;
use crate::browser::console::note;
use crate::browser::leaving::when_page_is_left;
use crate::config::use_config;
use crate::i18n::text;
use crate::live::follow;
use crate::query::{For, Staleness, use_kept, use_staleness};
use crate::session::{Session, SessionState, session_of_console};
use crate::ui::{Announcements, UnderWay, use_announcements};

pub use entry::{Entry, MadeBy};
pub use neighbours::{end_elsewhere, end_session, tell_signing_out};
use secrets::Secrets;
use writing::Writing;

/// Everything that this browser has changed in the name of the person at the screen.
#[derive(Clone, Copy)]
pub struct Work {
    entries: RwSignal<Vec<Entry>>,
    session: Session,
    staleness: Staleness,
    announcements: Announcements,
    owner: StoredValue<Option<WeakOwner>>,
    /// Whether the page is being left: nothing happens to a change any more, and it is kept as it stood.
    is_left: StoredValue<bool>,
    /// Of which place was read what is kept.
    restored: StoredValue<Option<Scope>>,
    /// What is kept and cannot be read.
    unread: RwSignal<Vec<(Key, Unread)>>,
    /// How many changes are kept that the person at the screen made in other places.
    elsewhere: RwSignal<usize>,
    /// What is kept of it.
    keeping: Writing,
    /// What was typed for writes that lack it.
    secrets: Secrets,
    /// Whether anything may be sent that writes.
    writes: Writes,
    /// The way to the other tabs.
    channel: StoredValue<Option<Channel>>,
    /// What tells this tab from others.
    tab: TabId,
    /// Counts how often a change was asked for without a lock.
    asked: StoredValue<u32>,
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
        // What it holds strongly would never be cleaned up.
        owner: StoredValue::new(Owner::current().map(|owner| owner.downgrade())),
        is_left: StoredValue::new(false),
        restored: StoredValue::new(None),
        unread: RwSignal::new(Vec::new()),
        elsewhere: RwSignal::new(0),
        keeping: Writing::new(),
        secrets: Secrets::new(),
        writes: use_config().writes,
        channel: StoredValue::new(None),
        tab: TabId(drawn()),
        asked: StoredValue::new(0),
    };
    work.hear_others();
    when_page_is_left(move || {
        work.keep_now();
        work.is_left.set_value(true);
    });
    sight::tell_from_now_on(work.entries, move |entry, event| work.handle(entry, event));
    if let Some(under_way) = use_context::<UnderWay>() {
        follow(move || {
            let (all, here) = work.under_way();
            under_way.note(all, here);
        });
    }
    follow(move || {
        if let SessionState::SignedIn(_) = session.state() {
            work.restore();
            for entry in work.entries.get_untracked() {
                if work.is_in_scope(entry) && !entry.is_past {
                    work.handle(entry, Event::SignedIn);
                }
            }
        }
    });
    session.when_left(move || {
        work.secrets.forget_all();
        work.restored.set_value(None);
        work.unread.set(Vec::new());
        work.elsewhere.set(0);
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
        // Whose a change is stays so.
        entries.retain(|entry| entry.record.with_untracked(is_own));
        entries.reverse();
        entries
    }

    /// How many changes the person at the screen has made in other projects and regions; reacts.
    #[must_use]
    pub fn elsewhere(self) -> usize {
        self.elsewhere.get()
    }

    /// The same without those that had ended before this page was there; reacts.
    #[must_use]
    pub fn recent(self) -> Vec<Entry> {
        let mut entries = self.entries();
        entries.retain(|entry| !entry.is_past);
        entries
    }

    /// How the newest change that covers a thing stands with it, and what it does to it; reacts.
    #[must_use]
    pub fn state_of(self, subject: &Subject) -> Option<(ItemState, Manner)> {
        self.recent().into_iter().find_map(|entry| {
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
        let mut entries = self.recent().into_iter();
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

    /// Of how many changes of the person at the screen something is sent, waits to be sent, or is unknown,
    /// and how many of them this tab goes on with; reacts.
    fn under_way(self) -> (u64, u64) {
        let entries = self.entries().into_iter();
        let under_way: Vec<Entry> = entries
            .filter(|entry| entry.record.with(|it| it.change.is_under_way()))
            .collect();
        let here = under_way.iter().filter(|entry| !entry.is_others()).count();
        (under_way.len() as u64, here as u64)
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
        // They stand in the order of their numbers.
        let newest = self
            .entries
            .with_untracked(|entries| Some(ChangeId(entries.last()?.id)));
        let id = ChangeId::made(now(), newest, drawn());
        let record = match Record::plan(id, scope, now(), stages) {
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
        let owner = self.owner.get_value()?.upgrade()?;
        let entry = owner.with(|| Entry::new(record, made_by));
        self.entries.update(|entries| {
            let place = entries.partition_point(|other| other.id < entry.id);
            entries.insert(place, entry);
        });
        owner.with(|| {
            follow(move || {
                entry.record.track();
                self.keep_soon(entry);
            });
        });
        Some(entry)
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
        if !entry.is_settled() {
            entry.was_settled.set_value(true);
        }
        let was_begun = entry.holding.get_untracked() != Holding::Asked(Purpose::Send);
        self.apply(entry, TabEvent::Left);
        if !was_begun {
            self.entries
                .update(|entries| entries.retain(|other| other.id != entry.id));
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
        self.apply(entry, TabEvent::Change(event));
    }

    fn apply(self, entry: Entry, event: TabEvent) {
        if self.is_left.try_get_value() != Some(false) {
            return;
        }
        let is_held = matches!(
            entry.holding.try_get_untracked(),
            Some(Holding::Held | Holding::Leaving)
        );
        if is_held && event != TabEvent::Lost && !self.still_has(entry) {
            self.apply(entry, TabEvent::Lost);
        }
        let touched = match &event {
            TabEvent::Change(
                Event::Answer { call, .. }
                | Event::ReadBack { call, .. }
                | Event::Polled { call, .. },
            ) => Some(*call),
            _ => None,
        };
        let before = entry.record.with_untracked(|it| it.change.progress());
        let is_news = matches!(event, TabEvent::Found(_) | TabEvent::Granted(_));
        let shown = is_news.then(|| entry.record.with_untracked(|it| it.change.clone()));
        let held = entry.holding.get_untracked();
        let mut holding = held;
        let commands = entry
            .record
            .try_update(|record| holding.handle(record, event, now()));
        let commands = commands.unwrap_or_default();
        if holding != held {
            entry.holding.set(holding);
        }
        let after = entry.record.with_untracked(|it| it.change.progress());
        if commands.contains(&TabCommand::TakeIn) {
            self.take_in(entry, shown);
        } else {
            if let Some(call) = touched
                && after != before
            {
                self.mark_stale(entry, call);
            }
            self.note_undo(entry);
            self.tell_what_became(entry, after.unknown > before.unknown);
        }
        for command in commands {
            match command {
                TabCommand::Ask => self.ask_for(entry),
                TabCommand::GiveBack => {
                    // Whoever has it next reads what is kept.
                    entry.is_behind.set_value(true);
                    self.keep_now();
                    self.give_back(entry);
                }
                TabCommand::TakeIn => {}
                TabCommand::CarryOut(command) => self.carry_out(entry, command),
            }
        }
    }
}
