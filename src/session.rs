//! Who is signed in, for which project, and until when.

mod again;
mod asking;
mod at_project;
mod ending;
mod held;
mod held_scope;
mod keep;
mod kept;
mod kept_token;
mod key_in_use;
mod key_sign_in;
mod key_turns;
mod lock;
mod locked;
mod outcome;
mod over;
mod password;
mod project_choice;
mod renewals;
mod resume;
mod revoke;
mod sign_in;
mod signed_out;
mod unused;
mod used_at;
mod verdict;
mod way_to_project;

use std::sync::Arc;

use changes::Scope;
use cloud_api::hss::EnterpriseProject;
use config::Config;
use leptos::prelude::*;

use crate::browser::clock::computer_time;
use crate::browser::storage::TabItem;
use crate::config::use_config;
use crate::net::{Credential, Net};

pub use at_project::at_project;
use held_scope::Held;
pub use keep::Keep;
pub use kept::KeptSignIn;
use kept_token::with_place;
pub use key_sign_in::{GivenKey, sign_in_with_key};
pub use locked::Locked;
pub use outcome::{CameBy, Identity, ListedMain, MainProject, ProjectChoice, SignInError};
pub use password::sign_in_with_password;
use renewals::Renewals;
pub use resume::resume_from_tab;
pub use revoke::WhenNot;
pub use sign_in::sign_in_with_token;
use signed_out::{last_sign_out, note_last_sign_out, note_signing_out};
pub use used_at::note_use;
use verdict::Inquiries;
pub use way_to_project::{provide_way_to_project, use_way_to_project};

/// Whether somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// Nobody.
    SignedOut,
    /// A person with a good token.
    SignedIn(Arc<Identity>),
    /// A person whose token is not accepted any more; the page stays as it is.
    Expired(Arc<Identity>),
    /// Nobody, and only who was there goes on where they were.
    Locked(Arc<Locked>),
}

/// The session of this tab.
#[derive(Clone, Copy)]
pub struct Session {
    state: RwSignal<SessionState>,
    /// The scopes besides.
    held: RwSignal<Vec<Held>>,
    kept: RwSignal<KeptSignIn>,
    /// Counts the beginnings and ends there were, and the attempts at a beginning.
    turns: StoredValue<u64>,
    /// Counts the beginnings alone.
    begun: StoredValue<u64>,
    /// When the last one was, in milliseconds of the computer's clock.
    began_at: StoredValue<u64>,
    /// Which sign-out of its person was the last before.
    signed_out_before: StoredValue<Option<String>>,
    inquiries: Inquiries,
    renewals: Renewals,
    /// Whether a locked page has gone to somebody else.
    is_taken_over: StoredValue<bool>,
    /// Whose the page was that locked, and that nobody can unlock any more.
    locked_last: StoredValue<Option<String>>,
    /// Counts the scopes that there were.
    scopes: StoredValue<u64>,
    /// What runs when a scope is left.
    when_left: StoredValue<Vec<Callback<()>>>,
    /// What runs when the token of somebody who has signed out did not end.
    when_token_stays: StoredValue<Vec<Callback<()>>>,
    /// The scope that this handle asks in; `None` for whichever it is.
    of: Option<u64>,
    /// In the API's own words.
    enterprise_project: RwSignal<String>,
    net: Net,
    config: &'static Config,
}

/// Makes the session available to everything below.
pub fn provide_session(net: Net) -> Session {
    let session = Session {
        state: RwSignal::new(SessionState::SignedOut),
        held: RwSignal::new(Vec::new()),
        kept: RwSignal::new(KeptSignIn::None),
        turns: StoredValue::new(0),
        begun: StoredValue::new(0),
        began_at: StoredValue::new(0),
        signed_out_before: StoredValue::new(None),
        inquiries: Inquiries::none(),
        renewals: Renewals::none(),
        is_taken_over: StoredValue::new(false),
        locked_last: StoredValue::new(None),
        scopes: StoredValue::new(0),
        when_left: StoredValue::new(Vec::new()),
        when_token_stays: StoredValue::new(Vec::new()),
        of: None,
        enterprise_project: RwSignal::default(),
        net,
        config: use_config(),
    };
    provide_context(session);
    provide_context(net);
    session
}

/// The session of this tab, in whichever scope it is.
///
/// # Panics
/// Outside of the application, which is a mistake in the program.
#[must_use]
pub fn session_of_console() -> Session {
    use_context().unwrap_or_else(|| unreachable!("the application provides the session"))
}

/// The session of this tab, for whatever is shown in the scope of now: once another one has begun, it
/// asks nothing any more.
///
/// # Panics
/// Outside of the application, which is a mistake in the program.
#[must_use]
pub fn use_session() -> Session {
    let session = session_of_console();
    Session {
        of: Some(session.scopes.get_value()),
        ..session
    }
}

impl Session {
    /// Whether somebody is signed in; reacts.
    #[must_use]
    pub fn state(self) -> SessionState {
        self.state.get()
    }

    /// The person at the screen, good token or not; reacts.
    #[must_use]
    pub fn identity(self) -> Option<Arc<Identity>> {
        match self.state.get() {
            SessionState::SignedOut | SessionState::Locked(_) => None,
            SessionState::SignedIn(identity) | SessionState::Expired(identity) => Some(identity),
        }
    }

    /// Which beginning the person at the screen is there by; reacts. It stays the same when the token is renewed
    /// or ends.
    #[must_use]
    pub fn beginning(self) -> Option<u64> {
        self.identity().map(|_| self.begun.get_value())
    }

    /// ID of the person at the screen, without reacting; empty where nobody is.
    #[must_use]
    pub fn user_id(self) -> String {
        let identity = untrack(|| self.identity());
        identity.map_or_else(String::new, |identity| identity.user_id.clone())
    }

    /// In whose name and where the person at the screen acts; reacts. It stays the same when the same
    /// token's time is over and when the same person signs in again for the same project.
    #[must_use]
    pub fn scope(self) -> Option<Scope> {
        self.identity().map(|identity| identity.scope())
    }

    /// What became of the sign-in that this tab was asked to keep; reacts.
    #[must_use]
    pub fn kept(self) -> KeptSignIn {
        self.kept.get()
    }

    /// Somebody begins to sign in, has signed in or out: whatever was under way before begins nothing
    /// any more. Gives the number of this turn.
    pub fn take_turn(self) -> u64 {
        self.turns.update_value(|turns| *turns += 1);
        self.inquiries.forget();
        self.renewals.forget();
        self.kept.set(KeptSignIn::None);
        self.turns.get_value()
    }

    /// Whether this turn is still the latest.
    #[must_use]
    pub fn is_turn(self, turn: u64) -> bool {
        self.turns.try_get_value() == Some(turn)
    }

    /// Begins a session with a checked identity, and holds the one before. What this person chose in this tab before holds
    /// again, what others chose does not.
    pub fn begin(self, identity: Identity, keep: Keep) -> bool {
        self.take_turn();
        self.begun.update_value(|begun| *begun += 1);
        let mark = identity.mark();
        self.began_at
            .set_value(computer_time().milliseconds().unsigned_abs());
        self.signed_out_before.set_value(last_sign_out(&mark));
        let held = self.chosen_where_held(&mark);
        self.hold_before(&identity);
        identity.is_used();
        let before = untrack(|| self.identity());
        let scope = before.as_ref().map(|before| before.scope());
        if scope != Some(identity.scope()) {
            self.leave_scope();
        }
        let is_anothers = self.takes_over(&mark);
        let was_there = before.is_some() || is_anothers;
        if before.is_none_or(|before| before.mark() != mark) {
            let chosen = TabItem::EnterpriseProject.read();
            let own = chosen.and_then(|chosen| chosen.strip_prefix(&mark).map(str::to_owned));
            let own = held.or(own);
            // After a reload nobody has been there yet: what waits for another one waits on.
            match &own {
                Some(own) => TabItem::EnterpriseProject.write(&format!("{mark}{own}")),
                None if was_there => TabItem::EnterpriseProject.remove(),
                None => true,
            };
            self.enterprise_project.set(own.unwrap_or_default());
        }
        let kept = match keep {
            Keep::InThisTab => {
                note_last_sign_out(&identity);
                self.keep_token(&identity)
            }
            Keep::InMemory => TabItem::Token.remove(),
        };
        self.state.set(SessionState::SignedIn(Arc::new(identity)));
        kept
    }

    /// Has the tab keep the token, which a key is not; `false` when the browser refuses.
    fn keep_token(self, identity: &Identity) -> bool {
        let is_kept = match &identity.credential {
            Credential::Token(token) => {
                TabItem::Token.write(&with_place(identity.place, token.iam, token.text.reveal()))
            }
            Credential::Key(_) | Credential::None => TabItem::Token.remove(),
        };
        note_use(computer_time());
        is_kept
    }

    /// Whoever is at the screen signs out, and everybody who is held: forgets the person and the token, and all that is held;
    /// `false` when the browser kept any of it.
    pub fn end(self) -> bool {
        let mut all = untrack(|| self.held());
        all.extend(untrack(|| self.identity()));
        for identity in all {
            note_signing_out(&identity);
        }
        self.forget()
    }

    /// The same where nobody signs out here: who did, in another tab, has noted it there.
    pub fn forget(self) -> bool {
        self.leave_held();
        self.put_aside();
        forget_in_tab()
    }

    /// Forgets the person and the token, and all that is held, as the page does when it is left; what the tab
    /// was asked to keep stays in the tab.
    pub fn put_aside(self) {
        self.take_turn();
        self.held.update(Vec::clear);
        self.leave_scope();
        if !matches!(self.state.get_untracked(), SessionState::Locked(_)) {
            self.state.set(SessionState::SignedOut);
        }
        self.enterprise_project.set(String::new());
    }

    /// The enterprise project that the host security service is asked about; reacts.
    #[must_use]
    pub fn enterprise_project(self) -> EnterpriseProject {
        self.enterprise_project
            .with(|text| text.parse().unwrap_or_default())
    }

    /// Asks about another enterprise project from now on, in this tab and in this person's name.
    pub fn choose_enterprise_project(self, chosen: &EnterpriseProject) {
        if let Some(identity) = untrack(|| self.identity()) {
            TabItem::EnterpriseProject.write(&format!("{}{chosen}", identity.mark()));
        }
        self.enterprise_project.set(chosen.to_string());
    }

    /// Runs something from now on whenever a scope is left, before another one begins.
    pub fn when_left(self, then: impl Fn() + Send + Sync + 'static) {
        let then = Callback::new(move |()| then());
        self.when_left.update_value(|all| all.push(then));
    }

    /// Runs something from now on when the token of somebody who has signed out did not end.
    pub fn when_token_stays(self, then: impl Fn() + Send + Sync + 'static) {
        let then = Callback::new(move |()| then());
        self.when_token_stays.update_value(|all| all.push(then));
    }

    /// Handles of the scope that is left ask nothing any more.
    fn leave_scope(self) {
        self.scopes.update_value(|scopes| *scopes += 1);
        for then in self.when_left.get_value() {
            then.run(());
        }
    }

    /// Whether the scope that this handle asks in is left: what was confirmed in it and not sent yet, nobody
    /// has confirmed any more.
    #[must_use]
    pub fn is_left(self) -> bool {
        self.of
            .is_some_and(|of| self.scopes.try_get_value() != Some(of))
    }

    /// Notes that the token is not accepted any more.
    pub fn expire(self) {
        if let SessionState::SignedIn(identity) = self.state.get_untracked() {
            self.state.set(SessionState::Expired(identity));
        }
    }
}

/// Forgets what the tab remembers of a person; `false` when the browser kept any of it.
fn forget_in_tab() -> bool {
    let items = [
        TabItem::Token,
        TabItem::UsedAt,
        TabItem::SignedOutBefore,
        TabItem::EnterpriseProject,
    ];
    items
        .map(TabItem::remove)
        .into_iter()
        .all(|is_forgotten| is_forgotten)
}
