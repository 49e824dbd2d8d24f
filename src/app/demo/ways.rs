//! The ways on from what a page of the demo shows; each leaves behind what is under way, and asks before.

use cloud_api::ProjectId;
use demo::{Order, Person};
use js_sys::Reflect;
use leptos::prelude::*;

use super::entry::Entry;
use crate::app::sign_out::{leaving_question, question_of};
use crate::browser::demo::{leave_demo, open_demo_anew};
use crate::browser::leaving::ask_before_leaving;
use crate::browser::storage::BrowserItems;
use crate::i18n::{Message, text};
use crate::live::{live, shown};
use crate::session::{Session, session_of_console};
use crate::ui::{Announcements, UnderWay, use_announcements};

/// The list of persons to work as.
pub const PERSON_LIST: &str = "demo-person";

/// A way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the page of somebody else.
    WorkAs(Person),
    /// To a cloud that begins anew.
    StartAgain,
    /// Out of the demo.
    Leave,
}

/// The ways of a page.
#[derive(Clone, Copy)]
pub struct Ways {
    entry: Entry,
    session: Session,
    announcements: Announcements,
    under_way: Option<UnderWay>,
    asked: RwSignal<Option<Way>>,
}

impl Ways {
    /// Of the page that is shown.
    pub fn of(entry: Entry) -> Self {
        Self {
            entry,
            session: session_of_console(),
            announcements: use_announcements(),
            under_way: use_context(),
            asked: RwSignal::new(None),
        }
    }

    /// Goes there, or asks first: always where all that was done is lost.
    pub fn begin(self, way: Way) {
        match way == Way::StartAgain || self.is_under_way() {
            true => self.asked.set(Some(way)),
            false => self.go(way),
        }
    }

    fn is_under_way(self) -> bool {
        self.under_way.is_some_and(UnderWay::is_now)
    }

    fn go(self, way: Way) {
        self.asked.set(None);
        match way {
            Way::WorkAs(person) => self.entry.work_as(person, self.session),
            Way::StartAgain => self.start_again(),
            Way::Leave => {
                // Asked already: who was asked twice could stay, in a page that a reload takes out of the demo.
                ask_before_leaving(false);
                leave_demo();
            }
        }
    }

    /// Leads to whoever can answer for a project.
    pub fn lead(self, project: &ProjectId) {
        match project.as_str() {
            Person::RECIPIENT_PROJECT => self.begin(Way::WorkAs(Person::Recipient)),
            _ => self.announcements.tell(text::demo_nobody()),
        }
    }

    fn stay(self) {
        self.asked.set(None);
        self.show_person();
    }

    /// The list shows what somebody has selected in it until it is told otherwise.
    pub fn show_person(self) {
        let name = untrack(|| self.entry.person()).name();
        if let Some(list) = document().get_element_by_id(PERSON_LIST)
            && let Err(refusal) = Reflect::set(&list, &"value".into(), &name.into())
        {
            crate::browser::console::note("the list shows another person", &refusal);
        }
    }

    fn start_again(self) {
        leptos::task::spawn_local(async move {
            match self.entry.cloud().order(Order::StartAgain).await {
                Ok(_) => {
                    forget_changes();
                    ask_before_leaving(false);
                    open_demo_anew(self.entry.repositories());
                }
                Err(_) => self.announcements.tell(text::demo_failed()),
            }
        });
    }

    /// The question, while it is asked.
    pub fn question(self) -> AnyView {
        let dialog = move || {
            shown(self.asked.get().map(|way| {
                let close = Callback::new(move |()| self.stay());
                let go = move || self.go(way);
                match way {
                    Way::WorkAs(_) | Way::Leave => leaving_question(action(way), close, go),
                    Way::StartAgain => question_of(
                        text::demo_start_again_title(),
                        text::demo_start_again_consequence(),
                        action(way),
                        close,
                        go,
                    ),
                }
            }))
        };
        live(dialog).into_any()
    }
}

fn action(way: Way) -> Message {
    match way {
        Way::WorkAs(_) => text::header_switch(),
        Way::StartAgain => text::demo_start_again(),
        Way::Leave => text::demo_leave(),
    }
}

/// What was changed in a cloud that is not there any more cannot be taken back.
fn forget_changes() {
    for name in BrowserItems::Changes.names() {
        BrowserItems::Changes.remove(&name);
    }
}
