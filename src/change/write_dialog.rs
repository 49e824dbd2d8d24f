//! What every dialog before a write is made of: what it is about, what follows, the requests to copy,
//! the typed word, the look before sending, and the two buttons.

use std::rc::Rc;

use changes::{
    Closes, PlannedWrite, Preflight, PreflightCommand, PreflightEvent, PreflightState, RestsOn,
};
use cloud_api::ApiError;
use leptos::prelude::*;

use super::confirmation::{Confirmation, dialog_actions, dialog_form};
use super::copy_as::Copies;
use super::look::Look;
use super::state_pill::running;
use crate::i18n::{Message, Untrusted, between_sentences, t, text, use_i18n};
use crate::live::{Live, derived, follow, live, shown};
use crate::query::use_rest;
use crate::ui::failure::failure_of;
use crate::ui::{ButtonKind, Dialog, DialogTitle, Icon, IconName, show_what_is_told};
use crate::work::{Entry, Work, use_work};

/// A dialog before a write.
pub struct WriteDialog {
    /// Its title.
    pub title: Message,
    /// The thing that it is about or in which it takes place, where that is one thing.
    pub place: Option<String>,
    /// Fields, lists, and what follows; one element in it has the ID `dialog-description`.
    pub content: AnyView,
    /// The writes as far as they are complete, to copy; react.
    pub copies: Copies,
    /// Whether the word must be typed.
    pub confirmation: Confirmation,
    /// How the button that acts looks.
    pub kind: ButtonKind,
    /// What it says.
    pub action: Message,
    /// Whether the fields are complete; they say what is missing. Asked once for each press that
    /// counts: what the fields say then is what is sent, whatever is typed during the look.
    pub check: Box<dyn Fn() -> bool>,
    /// The look before sending.
    pub look: Look,
    /// What the decision rests on.
    pub rests_on: RestsOn,
    /// What could not be done when the look tells nothing.
    pub not_read: Message,
    /// The writes, planned from what was read; `None` when there is nothing to send and the fields
    /// say why.
    pub plan: Box<dyn Fn() -> Option<Vec<Vec<PlannedWrite>>>>,
    /// When it closes.
    pub ends: Ends,
    /// Leaves without acting.
    pub on_close: Callback<()>,
}

/// How many things are sent, where that follows what the last look has found: what is gone by then is not
/// sent.
pub struct Counted {
    /// What is said where there are none any more.
    pub nothing: Message,
    /// How many there are; reacts.
    pub count: Memo<usize>,
    /// What the button that acts says of so many, and the title too unless it names something else.
    pub says: fn(u64) -> Message,
    /// The title where it does.
    pub title: Option<Message>,
}

impl Counted {
    /// What is said of so many as there are; `otherwise` of none.
    fn words(&self, otherwise: Message) -> Live<Message> {
        let (count, says) = (self.count, self.says);
        live(move || match count.get() {
            0 => otherwise.clone(),
            count => says(count as u64),
        })
    }
}

/// When a dialog closes, and what follows.
pub enum Ends {
    /// As soon as the writes are on their way; gets the change.
    WhenSent(Box<dyn Fn(Entry)>),
    /// When the service has taken them; gets the refusal otherwise.
    WhenTaken(Box<dyn Fn(ApiError)>),
    /// The same where something follows of what was taken, whether the dialog is left meanwhile or not.
    WhenTakenThen {
        /// Gets the change that this dialog has sent, once it is done.
        done: Rc<dyn Fn(Entry)>,
        /// Gets the refusal.
        refused: Box<dyn Fn(ApiError)>,
    },
}

impl Ends {
    /// As soon as the writes are on their way, and nothing follows.
    #[must_use]
    pub fn when_sent() -> Self {
        Self::WhenSent(Box::new(|_| ()))
    }
}

/// A dialog that is open.
#[derive(Clone, Copy)]
struct Opened {
    preflight: RwSignal<Preflight>,
    parts: StoredValue<Parts, LocalStorage>,
    /// What was sent and is waited for.
    sent: RwSignal<Option<Entry>>,
    work: Work,
    on_close: Callback<()>,
}

/// What an open dialog acts with.
struct Parts {
    check: Box<dyn Fn() -> bool>,
    look: Look,
    plan: Box<dyn Fn() -> Option<Vec<Vec<PlannedWrite>>>>,
    ends: Ends,
}

impl WriteDialog {
    /// Shows it.
    pub fn show(self) -> AnyView {
        let action = self.action.clone();
        self.show_saying(live(move || action.clone()))
    }

    /// The same about so many things, of which only those are sent that are there after the look.
    pub fn show_counted(self, counted: Counted) -> AnyView {
        let title: DialogTitle = match counted.title.clone() {
            Some(title) => title.into(),
            None => counted.words(self.title.clone()).into(),
        };
        let says = counted.words(self.action.clone());
        let (count, nothing) = (counted.count, counted.nothing);
        let nothing = move || {
            let words = || view! { <p class="field-error">{t(nothing.clone())}</p> };
            shown((count.get() == 0).then(words))
        };
        let nothing = view! { <div role="alert">{live(nothing)}</div> }.into_any();
        let content = [self.content, nothing].into_any();
        Self { content, ..self }.show_under(title, says)
    }

    /// The same where the button that acts says how much that is, which follows what is selected.
    pub fn show_saying(self, says: Live<Message>) -> AnyView {
        let title = self.title.clone();
        self.show_under(title.into(), says)
    }

    /// The same where the title follows too.
    pub fn show_following(self, title: Live<Message>, says: Live<Message>) -> AnyView {
        self.show_under(title.into(), says)
    }

    fn show_under(self, title: DialogTitle, says: Live<Message>) -> AnyView {
        let Self {
            title: _,
            place,
            content,
            copies,
            confirmation,
            kind,
            action: _,
            check,
            look,
            rests_on,
            not_read,
            plan,
            ends,
            on_close,
        } = self;
        let closes = match ends {
            Ends::WhenSent(_) => Closes::AtOnce,
            Ends::WhenTaken(_) | Ends::WhenTakenThen { .. } => Closes::WhenTaken,
        };
        let opened = Opened {
            preflight: RwSignal::new(Preflight::new(rests_on, closes)),
            parts: StoredValue::new_local(Parts {
                check,
                look,
                plan,
                ends,
            }),
            sent: RwSignal::new(None),
            work: use_work(),
            on_close,
        };
        opened.wait_for_answer();
        let has_changed = derived(move || opened.preflight.with(Preflight::has_changed));
        follow(move || {
            if has_changed.get() {
                confirmation.ask_again();
            }
        });
        let copies = copies.show();
        let act = move || {
            if opened.preflight.with_untracked(Preflight::state) != PreflightState::Open {
                return;
            }
            // Both say what is missing.
            let check = |parts: &Parts| untrack(|| (parts.check)());
            let is_complete = opened.parts.with_value(check);
            if confirmation.is_given() && is_complete {
                opened.handle(PreflightEvent::Pressed);
            }
        };
        let why = move || opened.why(rests_on);
        let is_busy = move || {
            let state = opened.preflight.with(Preflight::state);
            (state != PreflightState::Open).then_some("true")
        };
        let asked = view! {
            {shown(place.map(|place| view! { <p class="identifier"><Untrusted text=place /></p> }))}
            {opened.changed()}
            {content}
            <div role="alert">{failure_of(not_read, why, None)}</div>
            {copies}
            {confirmation.field()}
            {opened.progress()}
            <div aria-busy=live(is_busy)>{dialog_actions(kind, says, on_close)}</div>
        };
        view! { <Dialog title on_close>{dialog_form(act, asked.into_any())}</Dialog> }.into_any()
    }
}

impl Opened {
    /// A dialog that was left meanwhile does nothing more.
    fn handle(self, event: PreflightEvent) {
        let is_answer = event != PreflightEvent::Pressed;
        let command = self.preflight.try_update(|it| it.handle(event));
        match command.flatten() {
            None if is_answer && self.is_open() => show_what_is_told(),
            None => {}
            Some(PreflightCommand::Look) => {
                let looking = self.parts.with_value(|parts| parts.look.begin());
                leptos::task::spawn_local(async move {
                    let found = looking.await;
                    self.handle(PreflightEvent::Looked(found));
                });
            }
            Some(PreflightCommand::Plan) => self.send(),
            Some(PreflightCommand::Close) => self.on_close.run(()),
        }
    }

    /// Whether it can be pressed; not once it was left.
    fn is_open(self) -> bool {
        let state = self.preflight.try_with_untracked(Preflight::state);
        state == Some(PreflightState::Open)
    }

    /// Why nothing can be sent although all fields are complete; reacts.
    fn why(self, rests_on: RestsOn) -> Option<ApiError> {
        let on_screen = match rests_on {
            RestsOn::WhatWasShown | RestsOn::WhatIsFound => {
                self.parts.with_value(|parts| parts.look.error())
            }
            RestsOn::WhatIsFoundIfRead => None,
        };
        on_screen.unwrap_or_else(|| self.preflight.with(|it| it.not_read().cloned()))
    }

    fn send(self) {
        let planned = self.parts.with_value(|parts| untrack(|| (parts.plan)()));
        let entry = planned.and_then(|stages| self.work.start(stages));
        let Some(entry) = entry else {
            return self.handle(PreflightEvent::NothingToSend);
        };
        self.parts.with_value(|parts| match &parts.ends {
            Ends::WhenSent(follow) => untrack(|| follow(entry)),
            Ends::WhenTaken(_) => self.sent.set(Some(entry)),
            Ends::WhenTakenThen { done, .. } => {
                let done = Rc::clone(done);
                self.work.once_done(entry, move |entry| done(entry));
                self.sent.set(Some(entry));
            }
        });
        self.handle(PreflightEvent::Sent);
    }

    fn wait_for_answer(self) {
        follow(move || {
            let Some(entry) = self.sent.get() else { return };
            match entry.record.with(|record| record.change.taken()) {
                None => {}
                Some(Ok(())) => {
                    self.sent.set(None);
                    self.handle(PreflightEvent::Taken);
                }
                Some(Err(error)) => {
                    self.sent.set(None);
                    self.handle(PreflightEvent::Refused);
                    self.parts.with_value(|parts| match &parts.ends {
                        Ends::WhenTaken(refused) | Ends::WhenTakenThen { refused, .. } => {
                            untrack(|| refused(error));
                        }
                        Ends::WhenSent(_) => {}
                    });
                }
            }
        });
    }

    /// Says that something is not as it was shown.
    fn changed(self) -> AnyView {
        let has_changed = move || self.preflight.with(Preflight::has_changed);
        let words = || view! { <p class="banner warning">{t(text::cancel_changed())}</p> };
        view! { <div role="alert">{live(move || shown(has_changed().then(words)))}</div> }
            .into_any()
    }

    /// Says that it is being read once more, or that an answer is waited for.
    fn progress(self) -> AnyView {
        let state = move || self.preflight.with(Preflight::state);
        let (words, rest) = (use_i18n(), use_rest());
        let resting = move || Some(words.say(&text::waiting_until(rest.until()?)));
        let waiting = move || {
            let until = self.sent.get()?.record.with(|it| it.change.waits_until())?;
            Some(words.say(&text::waiting_until(until)))
        };
        let under_way = move || match state() {
            PreflightState::Looking => {
                let looking = self.parts.with_value(|parts| parts.look.words());
                view! { <p>{t(looking)} {between_sentences()} {live(resting)}</p> }.into_any()
            }
            PreflightState::Waiting => view! {
                {running()}
                {live(waiting)}
            }
            .into_any(),
            PreflightState::Open | PreflightState::Planning | PreflightState::Closed => {
                ().into_any()
            }
        };
        view! { <div role="status">{live(under_way)}</div> }.into_any()
    }
}

/// The plan of one stage; none where there is nothing to send.
pub fn plan_of(planned: Vec<PlannedWrite>) -> Option<Vec<Vec<PlannedWrite>>> {
    (!planned.is_empty()).then(|| vec![planned])
}

/// What follows, in a box that warns.
pub fn consequence(words: Message) -> AnyView {
    view! {
        <div id="dialog-description" class="consequence">
            <Icon name=IconName::Warning />
            <p>{t(words)}</p>
        </div>
    }
    .into_any()
}
