//! What is known of one place at one moment.

use cloud_api::swr::{AccessList, CountedTask, SharedAccount};
use cloud_api::{ApiError, Listed, Meaning, Timestamp};
use reads::Reading;

use crate::{Asked, Lacks};

/// What is known of a repository.
#[derive(Clone, Debug, Default)]
pub struct Told<'a> {
    /// How the reading of who has access went; `None` where it is not scanned.
    pub access: Option<&'a Reading>,
    /// Who has access, from whichever reading told it last.
    pub list: Option<&'a AccessList>,
    /// Which accounts it is shared with, or why that is not told; from the same reading.
    pub shared: Option<&'a Result<Listed<SharedAccount>, ApiError>>,
    /// How the reading of where it is copied to went; the outer is `None` where the place copies no images.
    pub tasks: Option<Option<&'a Reading>>,
    /// Where it is copied to, from whichever reading told it last.
    pub copies: Option<Vec<CountedTask<'a>>>,
}

/// What is known of an organization that is scanned.
#[derive(Clone, Copy, Debug, Default)]
pub struct ToldOrganization<'a> {
    /// How the reading of who has access went.
    pub access: Option<&'a Reading>,
    /// Who has access, from whichever reading told it last.
    pub list: Option<&'a AccessList>,
}

impl<'a> Told<'a> {
    /// What could not be read, and why. That accounts are told only to whoever may manage is no failure: how
    /// many told them stands beside their number.
    pub fn lacks(&self) -> impl Iterator<Item = (Lacks, &'a ApiError)> + use<'a> {
        let access = self.access.and_then(Reading::error);
        let shared = self.shared.and_then(|shared| shared.as_ref().err());
        let shared = shared.filter(|error| error.meaning() != Some(Meaning::NoRight));
        let tasks = self.tasks.flatten().and_then(Reading::error);
        let all = [
            (Lacks::Access, access),
            (Lacks::SharedAccounts, shared),
            (Lacks::SyncTasks, tasks),
        ];
        let all = all.into_iter();
        all.filter_map(|(lacks, error)| Some((lacks, error?)))
    }

    /// The accounts that it is shared with, where the latest reading told them.
    #[must_use]
    pub fn shared_with(&self) -> Option<&'a [SharedAccount]> {
        let has_failed = self.access.is_some_and(|it| it.error().is_some());
        let shared = self.shared.filter(|_| !has_failed)?;
        Some(&**shared.as_ref().ok()?)
    }

    /// Whether it told its accounts to nobody without Manage.
    pub(crate) fn hides_shared(&self) -> bool {
        let error = self.shared.and_then(|shared| shared.as_ref().err());
        error.is_some_and(|error| error.meaning() == Some(Meaning::NoRight))
    }

    /// Whether it told what is asked, or would have.
    pub(crate) fn is_read(&self, asked: Asked) -> bool {
        let is_read = |reading: Option<&Reading>| reading.is_some_and(|it| it.read_at().is_some());
        let has_access = asked == Asked::SyncTasks || is_read(self.access);
        let has_tasks = asked == Asked::Access || self.tasks.is_none_or(is_read);
        has_access && has_tasks
    }

    /// When the older was read of what is held, also while everything is read anew.
    pub(crate) fn oldest(&self) -> Option<Timestamp> {
        let held = |reading: Option<&Reading>| reading?.held_from();
        let all = [held(self.access), held(self.tasks.flatten())];
        all.into_iter().flatten().min()
    }
}

impl<'a> ToldOrganization<'a> {
    /// Whether the latest reading was refused or found nobody.
    pub(crate) fn has_failed(self) -> bool {
        self.access.is_some_and(|it| it.error().is_some())
    }

    /// Who has access, where the latest reading did not fail.
    pub(crate) fn told(self) -> Option<&'a AccessList> {
        self.list.filter(|_| !self.has_failed())
    }
}
