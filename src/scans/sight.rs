//! How many of the repositories that there are the person can see, where the service's own count
//! proves that it is not all.

use cloud_api::swr::{ListOrganizations, ShowOverview, Visibility};
use cloud_api::{OrganizationName, Timestamp};
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use reads::PartialSight;

use crate::i18n::{Message, t, text};
use crate::live::{derived, follow, live, shown};
use crate::query::List;
use crate::session::{Session, use_session};

/// Asks how many there are; `None` where that is not told.
type Count = Box<dyn Fn(Session) -> LocalBoxFuture<'static, Option<u64>>>;

/// What of the repositories can be seen, once it was asked how many there are.
#[derive(Clone, Copy)]
pub struct Sight {
    part: Memo<Option<PartialSight>>,
    is_asked: Memo<bool>,
}

impl Sight {
    /// The part that is seen, where that is not all; reacts.
    pub fn get(self) -> Option<PartialSight> {
        self.part.get()
    }

    /// Whether the answer is on its way; reacts.
    pub fn is_asked(self) -> bool {
        self.is_asked.get()
    }
}

/// What of the repositories of an organization can be seen.
pub fn sight_of_organization<T: 'static>(organization: &OrganizationName, list: List<T>) -> Sight {
    let organization = organization.clone();
    let count = move |session: Session| {
        let organization = organization.clone();
        async move {
            let read = ListOrganizations {
                visibility: Visibility::Visible,
                name: Some(organization.clone()),
            };
            let listed = session.ask(read).await.ok()?;
            // The service may match names in parts.
            let mut listed = listed.iter();
            let found = listed.find(|found| found.name == organization.as_str());
            found?.repo_count
        }
        .boxed_local()
    };
    sight(list, Box::new(count))
}

/// What of the repositories of the account in the region can be seen.
pub fn sight_of_account<T: 'static>(list: List<T>) -> Sight {
    let count = |session: Session| {
        async move { session.ask(ShowOverview).await.ok()?.repo_num }.boxed_local()
    };
    sight(list, Box::new(count))
}

fn sight<T: 'static>(list: List<T>, count: Count) -> Sight {
    let session = use_session();
    // With the time of the list after which it was asked for: it says nothing of another one.
    let counted = RwSignal::new(None::<(Timestamp, Option<u64>)>);
    follow(move || {
        let Some(read_at) = list.status.read_at.get() else {
            return;
        };
        let counting = count(session);
        leptos::task::spawn_local(async move {
            let count = counting.await;
            // The page may have been left.
            counted.try_set(Some((read_at, count)));
        });
    });
    let of_this_list = derived(move || {
        let read_at = list.status.read_at.get();
        let counted = counted.get().filter(|(of, _)| Some(*of) == read_at);
        counted.map(|(_, count)| count)
    });
    let part = derived(move || {
        let seen = list.rows.with(|rows| rows.len() as u64) + list.left_out.get();
        PartialSight::of(seen, list.extent.get(), of_this_list.get().flatten())
    });
    let is_read = move || list.status.read_at.with(Option::is_some);
    Sight {
        part,
        is_asked: derived(move || is_read() && of_this_list.get().is_none()),
    }
}

/// The same in words, of an organization.
pub fn organization_words(sight: PartialSight, organization: &OrganizationName) -> Message {
    text::sight_organization(organization.to_string(), sight.seen, sight.total)
}

/// The same in words, of the account.
pub fn account_words(sight: PartialSight) -> Message {
    text::sight_account(sight.seen, sight.total)
}

/// A sentence above a list, while there is something to tell.
pub fn sight_line(told: impl Fn() -> Option<Message> + Send + 'static) -> AnyView {
    live(move || shown(told().map(|words| view! { <p class="answer">{t(words)}</p> }))).into_any()
}
