//! Going to another scope that this tab holds, from anywhere; asked for once more while something is under
//! way. A project that it does not hold is signed in to.

use std::sync::Arc;

use cloud_api::ProjectId;
use config::Place;
use leptos::prelude::*;

use super::sign_out::leaving_question;
use crate::i18n::text;
use crate::live::{live, shown};
use crate::session::{Identity, Session, provide_way_to_project, session_of_console};
use crate::ui::{Announcements, UnderWay, use_announcements};

/// What is signed in to besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// Another project of the person, with what was given to sign in.
    OtherProject,
    /// Any other project of a place.
    Place(Place),
    /// This project alone.
    Project(ProjectId),
}

/// What is asked before, of whatever may stand in a menu that closes.
#[derive(Clone, Copy)]
pub struct Switching {
    session: Session,
    announcements: Announcements,
    under_way: Option<UnderWay>,
    asked: RwSignal<Option<Arc<Identity>>>,
    /// What to sign in to; one at a time.
    wanted: RwSignal<Option<Elsewhere>>,
}

/// Makes it possible for everything below.
pub fn provide_switching() {
    let switching = Switching {
        session: session_of_console(),
        announcements: use_announcements(),
        under_way: use_context(),
        asked: RwSignal::new(None),
        wanted: RwSignal::new(None),
    };
    provide_context(switching);
    provide_way_to_project(move |project| switching.lead(project));
}

impl Switching {
    /// Goes there, or asks first.
    pub fn begin(self, to: Arc<Identity>) {
        match self.under_way.is_some_and(UnderWay::is_now) {
            true => self.asked.set(Some(to)),
            false => self.go(&to),
        }
    }

    fn go(self, to: &Identity) {
        // The page that asks ends with its scope.
        let (session, announcements) = (self.session, self.announcements);
        self.asked.set(None);
        if let Some(identity) = session.switch_to(&to.scope()) {
            let (name, region) = (identity.user_name.clone(), identity.region.to_string());
            announcements.read_out(text::sign_in_done_elsewhere(name, region));
        }
    }

    fn lead(self, project: ProjectId) {
        let held = untrack(|| self.session.held()).into_iter();
        match held.into_iter().find(|it| it.project_id == project) {
            Some(identity) => self.begin(identity),
            None => self.want(Elsewhere::Project(project)),
        }
    }

    /// What is to be signed in to; reacts.
    pub fn wanted(self) -> Option<Elsewhere> {
        self.wanted.get()
    }

    /// Asks to sign in there.
    pub fn want(self, elsewhere: Elsewhere) {
        self.wanted.set(Some(elsewhere));
    }

    /// Whoever was to sign in has done so, or does not want to.
    pub fn want_nothing(self) {
        self.wanted.set(None);
    }
}

/// The question, while it is asked.
pub fn switching_question() -> AnyView {
    let Some(switching) = use_context::<Switching>() else {
        return ().into_any();
    };
    let dialog = move || {
        shown(switching.asked.get().map(|to| {
            let close = Callback::new(move |()| switching.asked.set(None));
            leaving_question(text::header_switch(), close, move || switching.go(&to))
        }))
    };
    live(dialog).into_any()
}
