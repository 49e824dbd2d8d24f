//! What is read about a repository's access: for the page, and again for every dialog.

use std::rc::Rc;

use cloud_api::Before;
use cloud_api::swr::{
    AccessList, Repository, ShowOrganizationAccess, ShowRepository, ShowRepositoryAccess,
};
use leptos::prelude::*;

use super::people::{Person, people};
use crate::pages::place::Place;
use crate::query::{Query, use_query};
use crate::session::{Session, use_session};

/// The three reads that tell who can get the images.
#[derive(Clone, Copy)]
pub struct Reads {
    /// Of which repository.
    pub place: StoredValue<Place>,
    /// Whether everyone can pull.
    pub details: Query<Repository>,
    /// Who has a grant on the repository.
    pub access: Query<AccessList>,
    /// Who has one through the organization.
    pub above: Query<AccessList>,
    session: Session,
}

/// What a decision to take access away rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Those whom it is about, as they stand now.
    pub people: Vec<Person>,
    /// Whether everyone can pull; unknown when it could not be read.
    pub is_public: Option<bool>,
}

impl Reads {
    /// Reads as long as the caller is on screen.
    pub fn begin(place: Place) -> Self {
        let Place {
            organization,
            repository,
        } = place.clone();
        Self {
            place: StoredValue::new(place),
            details: use_query(ShowRepository {
                organization: organization.clone(),
                repository: repository.clone(),
            }),
            access: use_query(ShowRepositoryAccess {
                organization: organization.clone(),
                repository,
            }),
            above: use_query(ShowOrganizationAccess { organization }),
            session: use_session(),
        }
    }

    /// Reads all three again.
    pub fn refresh(self) {
        self.details.refresh();
        self.access.refresh();
        self.above.refresh();
    }

    /// Reads all three again and waits for them.
    pub async fn read_again(self) {
        futures::future::join3(
            self.details.read_again(),
            self.access.read_again(),
            self.above.read_again(),
        )
        .await;
    }

    /// Everybody with a direct grant; reacts.
    pub fn people(self) -> Rc<Vec<Person>> {
        let me = self.session.identity();
        let me = me.as_ref().map(|identity| identity.user_id.as_str());
        let (access, above) = (self.access.value(), self.above.value());
        Rc::new(people(access.as_deref(), above.as_deref(), me))
    }

    /// All direct grants as they were last read, for an undo.
    pub fn before(self) -> Before {
        untrack(|| {
            let caller = self.session.identity();
            let caller = caller.and_then(|identity| identity.user_id.parse().ok());
            match (caller, self.access.value()) {
                (Some(caller), Some(access)) => Before::Grants {
                    caller,
                    rows: access.grants().to_vec(),
                },
                _ => Before::Nothing,
            }
        })
    }

    /// How those people stand now, as far as it was read; reacts.
    pub fn picture(self, chosen: &[Person]) -> Picture {
        let mut people = chosen.to_vec();
        if self.access.is_read() {
            people = self.people().to_vec();
            people.retain(|person| chosen.iter().any(|it| it.user_id == person.user_id));
        }
        Picture {
            people,
            is_public: self.details.value().map(|repository| repository.is_public),
        }
    }
}
