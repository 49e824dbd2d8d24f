//! What is read about the access to a place: for the page, and again for every dialog.

use std::collections::BTreeSet;
use std::rc::Rc;

use cloud_api::swr::{
    AccessList, AccessPlace, ListSharedAccounts, Repository, SharedAccount, ShowAccess,
    ShowRepository,
};
use cloud_api::{Before, Listed, UserId};
use futures::future::OptionFuture;
use leptos::prelude::*;

use super::people::{Person, people};
use crate::query::{Query, use_query};
use crate::session::{Session, use_session};

/// The reads that tell who can get the images.
#[derive(Clone, Copy)]
pub struct Reads {
    /// Of which place.
    pub place: StoredValue<AccessPlace>,
    /// Whether everyone can pull, of a repository.
    pub details: Option<Query<Repository>>,
    /// Who has a grant on the place.
    pub access: Query<AccessList>,
    /// Who has one through the organization, of a repository.
    pub above: Option<Query<AccessList>>,
    /// With which accounts a repository is shared, where somebody asked.
    pub shared: Option<Query<Listed<SharedAccount>>>,
    session: Session,
}

/// What a decision to take access away rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Those whom it is about, as they stand now.
    pub people: Vec<Person>,
    /// Whether everyone can pull; unknown when it could not be read.
    pub is_public: Option<bool>,
    /// The other accounts that can pull, by name; untrusted texts.
    pub shared_accounts: Vec<String>,
}

impl Reads {
    /// Reads as long as the caller is on screen.
    pub fn begin(place: AccessPlace) -> Self {
        let access = use_query(ShowAccess {
            place: place.clone(),
        });
        let (details, above) = match &place {
            AccessPlace::Organization(_) => (None, None),
            AccessPlace::Repository(repository) => {
                let details = use_query(ShowRepository {
                    repository: repository.clone(),
                });
                let above = use_query(ShowAccess {
                    place: AccessPlace::Organization(repository.organization.clone()),
                });
                (Some(details), Some(above))
            }
        };
        Self {
            place: StoredValue::new(place),
            details,
            access,
            above,
            shared: None,
            session: use_session(),
        }
    }

    /// Reads with which accounts a repository is shared as well. It needs manage, which seeing who has
    /// access does not.
    pub fn with_shared_accounts(self) -> Self {
        let list = |repository| use_query(ListSharedAccounts { repository });
        let shared = match self.place.get_value() {
            AccessPlace::Organization(_) => None,
            AccessPlace::Repository(repository) => Some(list(repository)),
        };
        Self { shared, ..self }
    }

    /// Reads everything again.
    pub fn refresh(self) {
        leptos::task::spawn_local(self.read_again());
    }

    /// Reads everything again and waits for it.
    pub async fn read_again(self) {
        let details = self.details.map(Query::read_again);
        let above = self.above.map(Query::read_again);
        let shared = self.shared.map(Query::read_again);
        futures::future::join4(
            OptionFuture::from(details),
            self.access.read_again(),
            OptionFuture::from(above),
            OptionFuture::from(shared),
        )
        .await;
    }

    /// Who is at the screen, where the ID is one that a request can carry; reacts.
    pub fn caller(self) -> Option<UserId> {
        UserId::listed(&self.session.identity()?.user_id)
    }

    /// Everybody with a direct grant; reacts.
    pub fn people(self) -> Rc<Vec<Person>> {
        let me = self.session.identity();
        let me = me.as_ref().map(|identity| identity.user_id.as_str());
        let access = self.access.value();
        let above = self.above.and_then(Query::value);
        let people = |place: &AccessPlace| people(place, access.as_deref(), above.as_deref(), me);
        Rc::new(self.place.with_value(people))
    }

    /// All direct grants as they were last read, for an undo; reacts.
    pub fn before(self) -> Before {
        match (self.caller(), self.access.value()) {
            (Some(caller), Some(access)) => Before::Grants {
                caller,
                rows: access.grants().to_vec(),
            },
            _ => Before::Nothing,
        }
    }

    /// How those people stand now, as far as it was read; reacts.
    pub fn picture(self, chosen: &[Person]) -> Picture {
        let mut people = chosen.to_vec();
        if self.access.is_read() {
            people = self.people().to_vec();
            let chosen: BTreeSet<&str> = chosen.iter().map(|it| &*it.user_id).collect();
            people.retain(|person| chosen.contains(&*person.user_id));
        }
        let details = self.details.and_then(Query::value);
        let shared = self.shared.and_then(Query::value);
        let shared = shared.iter().flat_map(|shared| shared.iter());
        let can_pull = shared.filter(|shared| !shared.has_expired());
        Picture {
            people,
            is_public: details.and_then(|repository| repository.is_public),
            shared_accounts: can_pull.map(|shared| shared.account.clone()).collect(),
        }
    }
}
