//! Signing in to the demo cloud, which asks for nothing.

use demo::{Order, Person};
use leptos::prelude::*;

use crate::app::header::{appearance, top_bar};
use crate::browser::demo::leave_demo;
use crate::browser::storage::TabItem;
use crate::i18n::{t, text};
use crate::live::{follow, live};
use crate::net::{Net, WorkerCloud};
use crate::session::{Keep, Session, SessionState, session_of_console, sign_in_with_token};
use crate::ui::{ButtonKind, button};

/// The way in.
#[derive(Clone, Copy)]
pub struct Entry {
    cloud: StoredValue<WorkerCloud, LocalStorage>,
    net: Net,
    has_failed: RwSignal<bool>,
}

/// As whom the person of this tab works.
pub fn chosen() -> Person {
    let kept = TabItem::DemoPerson.read();
    let kept = kept.and_then(|name| Person::named(&name));
    kept.unwrap_or(Person::Administrator)
}

impl Entry {
    /// Into a cloud.
    pub fn of(cloud: WorkerCloud, net: Net) -> Self {
        Self {
            cloud: StoredValue::new_local(cloud),
            net,
            has_failed: RwSignal::new(false),
        }
    }

    /// The cloud.
    pub fn cloud(self) -> WorkerCloud {
        self.cloud.get_value()
    }

    /// Signs in whoever the person of this tab works as.
    pub fn sign_in(self, session: Session) {
        self.has_failed.set(false);
        let turn = session.take_turn();
        leptos::task::spawn_local(async move {
            let token = self.cloud().order(Order::SignIn(chosen())).await;
            let token = token.ok().and_then(|token| String::from_utf8(token).ok());
            let identity = match token {
                Some(token) => sign_in_with_token(self.net, &token).await.ok(),
                None => None,
            };
            if !session.is_turn(turn) {
                return;
            }
            match identity {
                Some(identity) => {
                    session.begin(identity, Keep::InMemory);
                }
                None => self.has_failed.set(true),
            }
        });
    }

    /// What is shown until somebody is signed in.
    pub fn waiting(self) -> AnyView {
        let session = session_of_console();
        let again = move || self.sign_in(session);
        let word = move || match self.has_failed.get() {
            false => view! { <p class="page-wait">{t(text::demo_starting())}</p> }.into_any(),
            true => view! {
                <p>{t(text::demo_failed())}</p>
                <p class="boot-actions">
                    {button(ButtonKind::Plain, text::failure_retry(), again)}
                    {button(ButtonKind::Quiet, text::demo_leave(), leave_demo)}
                </p>
            }
            .into_any(),
        };
        view! {
            {top_bar((), appearance())}
            <div class="frame">
                <div class="content">
                    <main id="main" class="page" tabindex="-1" aria-live="polite">
                        {live(word)}
                    </main>
                </div>
            </div>
        }
        .into_any()
    }

    /// Whose time is over is signed in again; who signs out leaves the demo.
    pub fn follow_ends(self, session: Session) {
        follow(move || match session.state() {
            SessionState::Expired(_) => self.sign_in(session),
            SessionState::SignedOut => leave_demo(),
            SessionState::SignedIn(_) | SessionState::Locked(_) => {}
        });
    }
}
