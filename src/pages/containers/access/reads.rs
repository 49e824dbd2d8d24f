//! What is read about the access to a place: for the page, and again for every dialog.

use std::collections::BTreeMap;
use std::rc::Rc;

use cloud_api::swr::{
    AccessList, AccessPerson, AccessPlace, AccessSource, ListSharedAccounts, Repository,
    SharedAccount, ShowAccess, ShowRepository, WhoHasAccess,
};
use cloud_api::{ApiError, Before, Listed, UserId};
use futures::future::OptionFuture;
use leptos::prelude::*;

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
    /// With which accounts a repository is shared. It needs manage, which seeing who has access does
    /// not.
    pub shared: Option<Query<Listed<SharedAccount>>>,
    session: Session,
}

/// What a decision about somebody's access rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Those whom it is about, as they stand now.
    pub people: Vec<AccessPerson>,
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
        let (details, above, shared) = match &place {
            AccessPlace::Organization(_) => (None, None, None),
            AccessPlace::Repository(repository) => {
                let details = use_query(ShowRepository {
                    repository: repository.clone(),
                });
                let above = use_query(ShowAccess {
                    place: AccessSource::Organization.place(&place),
                });
                let shared = use_query(ListSharedAccounts {
                    repository: repository.clone(),
                });
                (Some(details), Some(above), Some(shared))
            }
        };
        Self {
            place: StoredValue::new(place),
            details,
            access,
            above,
            shared,
            session: use_session(),
        }
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

    /// Everybody with access whom a list names, joined by person; reacts.
    pub fn who(self) -> WhoHasAccess {
        let me = self.session.identity();
        let me = me.as_ref().map(|identity| identity.user_id.as_str());
        let access = self.access.value();
        let above = self.above.and_then(Query::value);
        self.place
            .with_value(|place| WhoHasAccess::join(place, access.as_deref(), above.as_deref(), me))
    }

    /// The same as rows; reacts.
    pub fn people(self) -> Rc<Vec<AccessPerson>> {
        Rc::new(self.who().people)
    }

    /// The accounts of others that can pull, by name, once that was read; reacts.
    pub fn sharing_accounts(self) -> Option<Vec<String>> {
        let shared = self.shared?.value()?;
        let can_pull = shared.iter().filter(|shared| !shared.has_expired());
        Some(can_pull.map(|shared| shared.account.clone()).collect())
    }

    /// Whether everyone can pull, as far as it was read; reacts.
    pub fn is_public(self) -> Option<bool> {
        self.details.and_then(Query::value)?.is_public
    }

    /// The list in which a source's grants stand, where there is one.
    fn list_of(self, source: AccessSource) -> Option<Query<AccessList>> {
        match source {
            AccessSource::Direct => Some(self.access),
            AccessSource::Organization => self.above,
        }
    }

    /// Why the list of a source could not be read, if so; reacts.
    pub fn error_of(self, source: AccessSource) -> Option<ApiError> {
        self.list_of(source)?.error()
    }

    /// Whether a list that names people is on its way for the first time; reacts.
    pub fn is_awaited(self) -> bool {
        let mut lists = AccessSource::ALL.into_iter();
        lists.any(|source| self.list_of(source).is_some_and(Query::is_awaited))
    }

    /// How many people of the organization's list could not be read; reacts.
    pub fn left_out_above(self) -> u64 {
        let above = self.above.and_then(Query::value);
        above.map_or(0, |above| above.left_out())
    }

    /// All grants of a source as they were last read, for an undo; reacts.
    pub fn before(self, source: AccessSource) -> Before {
        let access = self.list_of(source).and_then(Query::value);
        match (self.caller(), access) {
            (Some(caller), Some(access)) => Before::Grants {
                caller,
                rows: access.grants().to_vec(),
            },
            _ => Before::Nothing,
        }
    }

    /// How those people stand now, as far as it was read; reacts. Whom only a list names that could
    /// not be read stands as before.
    pub fn picture(self, chosen: &[AccessPerson]) -> Picture {
        let is_unread = |source| self.list_of(source).is_some_and(|list| !list.is_read());
        let people = if self.is_awaited() {
            chosen.to_vec()
        } else {
            let found = self.people();
            let found: BTreeMap<&str, &AccessPerson> =
                found.iter().map(|it| (&*it.user_id, it)).collect();
            let is_part = AccessSource::ALL.into_iter().any(is_unread);
            let stands = |person: &AccessPerson| match found.get(&*person.user_id) {
                Some(now) => Some((*now).clone()),
                None => is_part.then(|| person.clone()),
            };
            let standing = chosen.iter().filter_map(stands);
            let has_grant = |it: &AccessPerson| {
                let mut sources = AccessSource::ALL.into_iter();
                sources.any(|source| it.has(source))
            };
            standing.filter(has_grant).collect()
        };
        Picture {
            people,
            is_public: self.is_public(),
            shared_accounts: self.sharing_accounts().unwrap_or_default(),
        }
    }
}
