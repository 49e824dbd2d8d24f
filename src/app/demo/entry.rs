//! Signing in to the demo cloud, which asks for nothing.

use demo::{Order, Person};
use leptos::prelude::*;

use crate::app::header::{appearance, top_bar};
use crate::browser::demo::leave_demo;
use crate::browser::environment::be_over;
use crate::browser::program::reload;
use crate::browser::storage::{BrowserItems, TabItem};
use crate::i18n::{Message, t, text};
use crate::live::{follow, live};
use crate::net::{Net, Sharing, WorkerCloud};
use crate::session::{
    Identity, Keep, Session, SessionState, session_of_console, sign_in_with_token,
};
use crate::ui::{ButtonKind, button};

/// The way in.
#[derive(Clone, Copy)]
pub struct Entry {
    cloud: StoredValue<WorkerCloud, LocalStorage>,
    /// Repositories of the largest organization.
    repositories: u32,
    net: Net,
    stage: RwSignal<Stage>,
    /// As whom the person of this tab works.
    person: RwSignal<Person>,
    /// As whom they want to.
    wanted: StoredValue<Person>,
}

/// What is told while nobody is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The cloud is on its way.
    Starting,
    /// It does not answer, or not as it should.
    Failed,
    /// Somebody was signed in. Where nobody is, they were signed out in another tab.
    Ended,
}

impl Entry {
    /// Into a cloud with so many repositories.
    pub fn of(cloud: WorkerCloud, repositories: u32, net: Net) -> Self {
        let kept = TabItem::DemoPerson.read();
        let kept = kept.and_then(|name| Person::named(&name));
        let person = kept.unwrap_or(Person::Administrator);
        Self {
            cloud: StoredValue::new_local(cloud),
            repositories,
            net,
            stage: RwSignal::new(Stage::Starting),
            person: RwSignal::new(person),
            wanted: StoredValue::new(person),
        }
    }

    /// The cloud.
    pub fn cloud(self) -> WorkerCloud {
        self.cloud.get_value()
    }

    /// Repositories of its largest organization.
    pub fn repositories(self) -> u32 {
        self.repositories
    }

    /// As whom the person of this tab works; reacts.
    pub fn person(self) -> Person {
        self.person.get()
    }

    /// How far the last sign-in has come; reacts.
    pub fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Has the person of this tab work as somebody else, once they are signed in.
    pub fn work_as(self, person: Person, session: Session) {
        self.wanted.set_value(person);
        self.sign_in(session);
    }

    /// Begins anew to sign in whoever the person of this tab wants to work as, in a page of its own: a worker that did not
    /// start, or has ended, stays so for this page.
    pub fn try_again(self) {
        TabItem::DemoPerson.write(self.wanted.get_value().name());
        reload();
    }

    /// Signs in whoever the person of this tab wants to work as.
    pub fn sign_in(self, session: Session) {
        self.stage.set(Stage::Starting);
        let person = self.wanted.get_value();
        let turn = session.take_turn();
        leptos::task::spawn_local(async move {
            let identity = self.identity_of(person).await;
            if !session.is_turn(turn) {
                return;
            }
            match identity {
                Some(identity) => {
                    TabItem::DemoPerson.write(person.name());
                    self.person.set(person);
                    session.begin(identity, Keep::InMemory);
                    // As whom somebody works, the list alone tells.
                    session.hold_nothing();
                    self.stage.set(Stage::Ended);
                }
                None => self.stage.set(Stage::Failed),
            }
        });
    }

    async fn identity_of(self, person: Person) -> Option<Identity> {
        let told = async |order| {
            let told = self.cloud().order(order).await;
            told.ok().and_then(|told| String::from_utf8(told).ok())
        };
        self.keep_changes_of(&told(Order::TellMark).await?);
        let token = told(Order::SignIn(person)).await?;
        sign_in_with_token(self.net, &token).await.ok()
    }

    /// Keeps and shows the changes of the cloud with that mark, and those of no other. A cloud that all tabs share is the
    /// only one of its size; one of a tab's own says nothing of the others.
    fn keep_changes_of(self, mark: &str) {
        let size = format!("{}:", self.repositories);
        be_over(format!("{size}{mark}:"));
        if self.cloud().sharing() == Sharing::OfAllTabs {
            for items in [BrowserItems::Changes, BrowserItems::Claims] {
                items.forget_others(&size);
            }
        }
    }

    /// What is shown until somebody is signed in.
    pub fn waiting(self) -> AnyView {
        let session = session_of_console();
        let with_ways = move |word: Message, again: AnyView| {
            view! {
                <p>{t(word)}</p>
                <p class="boot-actions">
                    {again} {button(ButtonKind::Quiet, text::demo_leave(), leave_demo)}
                </p>
            }
            .into_any()
        };
        let word = move || match self.stage.get() {
            Stage::Starting => {
                view! { <p class="page-wait">{t(text::demo_starting())}</p> }.into_any()
            }
            Stage::Failed => {
                let again = move || self.try_again();
                let again = button(ButtonKind::Plain, text::failure_retry(), again);
                with_ways(text::demo_failed(), again)
            }
            Stage::Ended => {
                let sign_in = move || self.sign_in(session);
                let again = button(ButtonKind::Plain, text::sign_in_action(), sign_in);
                with_ways(text::demo_ended(), again)
            }
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

    /// Whose time is over is signed in again.
    pub fn follow_expiry(self, session: Session) {
        follow(move || {
            let is_over = matches!(session.state(), SessionState::Expired(_));
            // Whoever is becoming somebody else just then needs no more of it.
            let is_signing_in = self.stage.get_untracked() == Stage::Starting;
            if is_over && !is_signing_in {
                // Whoever could not be somebody else before does not become it now, unasked.
                self.wanted.set_value(self.person.get_untracked());
                self.sign_in(session);
            }
        });
    }
}
