//! Sending from a dialog that stays open until the service has taken it, so that a refusal stands
//! where it belongs.

use changes::{ItemState, Reason};
use cloud_api::ApiError;
use leptos::prelude::*;

use super::card::state_pill;
use crate::i18n::use_i18n;
use crate::live::{live, shown};
use crate::words::change::Manner;
use crate::work::{Entry, Planned, Work, use_work};

/// What was sent from a dialog.
#[derive(Clone, Copy)]
pub struct Attempt {
    work: Work,
    /// Whether an answer is waited for.
    is_running: RwSignal<bool>,
    entry: StoredValue<Option<Entry>>,
}

impl Attempt {
    /// Nothing sent yet. `on_refused` gets the refusal, `on_close` runs when the dialog has nothing
    /// more to say: it is done, or followed on the page.
    pub fn new(on_refused: impl Fn(ApiError) + 'static, on_close: Callback<()>) -> Self {
        let attempt = Self {
            work: use_work(),
            is_running: RwSignal::new(false),
            entry: StoredValue::new(None),
        };
        Effect::new(move |_| match attempt.outcome() {
            None => {}
            Some(Some(error)) => {
                attempt.is_running.set(false);
                on_refused(error);
            }
            Some(None) => on_close.run(()),
        });
        attempt
    }

    /// Sends it, unless an answer is waited for.
    pub fn send(self, planned: Vec<Planned>) {
        if self.begin() {
            self.go_on(planned);
        }
    }

    /// Begins with something else than sending, such as a look; `false` while an answer is waited
    /// for.
    pub fn begin(self) -> bool {
        if self.is_running.get_untracked() {
            return false;
        }
        // An earlier refusal is not this one's.
        self.entry.set_value(None);
        self.is_running.set(true);
        true
    }

    /// Whether the dialog is still there, waiting for what was begun.
    pub fn is_begun(self) -> bool {
        self.is_running.try_get_untracked() == Some(true)
    }

    /// Ends what was begun, with nothing sent.
    pub fn give_up(self) {
        self.is_running.set(false);
    }

    /// Ends what was begun by sending.
    pub fn go_on(self, planned: Vec<Planned>) {
        let entry = self.work.start(vec![planned]);
        self.entry.set_value(entry);
        self.is_running.set(entry.is_some());
    }

    /// Says that it is under way.
    pub fn progress(self) -> AnyView {
        let words = use_i18n();
        let running = move || {
            let state = self.is_running.get().then_some(ItemState::Running);
            shown(state.map(|state| state_pill(words, state, Manner::Change)))
        };
        view! { <div role="status">{live(running)}</div> }.into_any()
    }

    /// `None` while an answer is waited for, then the refusal of all that was sent, if it was one;
    /// reacts.
    fn outcome(self) -> Option<Option<ApiError>> {
        if !self.is_running.get() {
            return None;
        }
        let entry = self.entry.get_value()?;
        entry.change.with(|change| {
            let mut refusal = None;
            for item in change.items().values() {
                match &item.state {
                    ItemState::Waiting | ItemState::Running => return None,
                    ItemState::Failed(Reason::Refused(error)) => refusal = Some(error.clone()),
                    ItemState::Stopped => {}
                    ItemState::Unknown { .. }
                    | ItemState::Done { .. }
                    | ItemState::AlreadyDone { .. }
                    | ItemState::Failed(_) => return Some(None),
                }
            }
            Some(refusal)
        })
    }
}
