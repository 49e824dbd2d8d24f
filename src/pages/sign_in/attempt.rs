//! One attempt to sign in, whichever way: what both forms show and how it ends.

use leptos::prelude::*;

use super::reasons::reason;
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{live, on};
use crate::session::{Identity, Keep, Session, SignInError, use_session};
use crate::ui::{Icon, IconName, use_announcements};

/// Begins the session, and says so.
fn begin(session: Session, identity: Identity, keep: Keep) -> Message {
    let name = identity.user_name.clone();
    if session.begin(identity, keep) || keep == Keep::InMemory {
        text::sign_in_done(name)
    } else {
        text::sign_in_done_not_kept(name)
    }
}

/// The box that says why signing in did not work.
#[component]
pub fn Reason(reason: RwSignal<Option<Message>>) -> impl IntoView {
    let words = use_i18n();
    view! {
        <div role="alert">
            {live(move || {
                reason
                    .get()
                    .map(|reason| {
                        view! {
                            <p class="banner danger">
                                <Icon name=IconName::Danger />
                                <span>{live(move || words.show(&reason))}</span>
                            </p>
                        }
                    })
            })}
        </div>
    }
}

/// "Keep in this tab", and what that means.
#[component]
pub fn KeepChoice(keep: RwSignal<Keep>) -> impl IntoView {
    view! {
        <div class="field">
            <label class="checkbox">
                <input
                    type="checkbox"
                    aria-describedby="keep-note"
                    prop:checked=live(move || keep.get() == Keep::InThisTab)
                    on:change=on(move |event| {
                        keep.set(
                            if event_target_checked(&event) {
                                Keep::InThisTab
                            } else {
                                Keep::InMemory
                            },
                        );
                    })
                />
                {t(text::sign_in_keep())}
            </label>
            <p id="keep-note" class="field-hint">
                {t(text::sign_in_keep_note())}
            </p>
        </div>
    }
}

/// Runs one attempt to sign in and shows its end.
pub fn attempt(
    work: impl Future<Output = Result<Identity, SignInError>> + 'static,
    keep: RwSignal<Keep>,
    busy: RwSignal<bool>,
    shown: RwSignal<Option<Message>>,
) {
    let session = use_session();
    let announcements = use_announcements();
    busy.set(true);
    shown.set(None);
    leptos::task::spawn_local(async move {
        let outcome = work.await;
        if busy.try_set(false).is_some() {
            // The form is gone; nobody waits for this answer any more.
            return;
        }
        match outcome {
            Ok(identity) => {
                let message = begin(session, identity, keep.get_untracked());
                announcements.tell(message);
            }
            Err(error) => shown.set(Some(reason(&error))),
        }
    });
}
