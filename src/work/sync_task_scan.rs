//! The sync tasks of all repositories, read one repository after the other. What was read stays
//! while the console is open, and goes on while another page is shown.

use std::rc::Rc;
use std::time::Duration;

use changes::{Coverage, Scan, ScanCommand, ScanEvent, ScanPhase};
use cloud_api::swr::{
    ListSyncJobs, ListSyncTasks, PageSize, SortDirection, SyncJob, SyncStatus, SyncTask,
};
use cloud_api::{ApiError, Operation as _, OrganizationName, RepositoryName, Timestamp};
use leptos::prelude::*;

use crate::clock::now;
use crate::query::Staleness;
use crate::session::{Session, SessionState};

/// Jobs that are looked at for the last one of each task: the newest of the repository.
const NEWEST_JOBS: u16 = 100;

/// A repository by name.
pub type RepositoryPlace = (OrganizationName, RepositoryName);

/// A sync task with where it stands and how its last job went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FoundTask {
    /// Its repository; `None` never stands in a list.
    pub place: Option<RepositoryPlace>,
    /// The task.
    pub task: SyncTask,
    /// How its last job went, when it had one.
    pub last_job: Option<LastJob>,
    /// When it was read.
    pub read_at: Option<Timestamp>,
}

/// What is known of a task's last job.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LastJob {
    /// Which tag it copied; untrusted text.
    pub tag: String,
    /// How it stands.
    pub status: SyncStatus,
    /// When it was made, RFC 3339 in UTC.
    pub created_at: String,
}

/// What the scan holds.
#[derive(Clone, Debug)]
struct Holding {
    scan: Scan,
    places: Vec<RepositoryPlace>,
    /// What was read of each place.
    found: Vec<Vec<FoundTask>>,
    /// Tells a later list of places from an earlier one, whose answers are dropped.
    round: u64,
}

/// The scan, for everything below.
#[derive(Clone, Copy)]
pub struct SyncTaskScan {
    holding: RwSignal<Holding>,
    /// Whether those who watch will be told soon.
    is_telling: StoredValue<bool>,
    session: Session,
}

/// Answers are shown together: each one alone would draw the whole table anew.
const TOGETHER: Duration = Duration::from_millis(200);

/// Makes the scan available to everything below.
pub fn provide_sync_task_scan(session: Session, staleness: Staleness) {
    let scan = SyncTaskScan {
        holding: RwSignal::new(Holding::over(Vec::new(), 0)),
        is_telling: StoredValue::new(false),
        session,
    };
    provide_context(scan);
    Effect::new(move |before: Option<Option<String>>| {
        let person = match session.state() {
            SessionState::SignedOut => None,
            SessionState::SignedIn(identity) | SessionState::Expired(identity) => {
                Some(identity.user_id.clone())
            }
        };
        // What one person may see is not for the next one.
        if before.is_some_and(|before| before != person) {
            scan.forget();
        }
        person
    });
    staleness.watch(move |prefix| scan.read_stale_again(prefix));
}

/// The scan.
///
/// # Panics
/// Outside of the application, which is a mistake in the program.
#[must_use]
pub fn use_sync_task_scan() -> SyncTaskScan {
    use_context().unwrap_or_else(|| unreachable!("the application provides the scan"))
}

impl Holding {
    fn over(places: Vec<RepositoryPlace>, round: u64) -> Self {
        Self {
            scan: Scan::over(places.len()),
            found: vec![Vec::new(); places.len()],
            places,
            round,
        }
    }
}

impl SyncTaskScan {
    /// Every task that was found, in the order of the repositories; reacts.
    #[must_use]
    pub fn found(self) -> Rc<Vec<FoundTask>> {
        self.holding
            .with(|holding| Rc::new(holding.found.iter().flatten().cloned().collect()))
    }

    /// How much is read; reacts.
    #[must_use]
    pub fn coverage(self) -> Coverage {
        self.holding.with(|holding| holding.scan.coverage())
    }

    /// Whether it goes on, and what stopped it otherwise; reacts.
    #[must_use]
    pub fn phase(self) -> ScanPhase {
        self.holding.with(|holding| holding.scan.phase().clone())
    }

    /// The repositories that could not be read, and why; reacts.
    #[must_use]
    pub fn refused(self) -> Vec<(RepositoryPlace, ApiError)> {
        self.holding.with(|holding| {
            let places = holding.places.iter().enumerate();
            places
                .filter_map(|(resource, place)| {
                    let error = holding.scan.reading(resource)?.error()?;
                    Some((place.clone(), error.clone()))
                })
                .collect()
        })
    }

    /// Scans these repositories, unless they are the ones that it knows already.
    pub fn cover(self, places: Vec<RepositoryPlace>) {
        let is_known = self
            .holding
            .with_untracked(|holding| holding.places == places);
        if !is_known {
            let round = self.holding.with_untracked(|holding| holding.round) + 1;
            self.holding.set(Holding::over(places, round));
            self.resume();
        }
    }

    /// Reads everything anew.
    pub fn start_again(self) {
        let (places, round) = self
            .holding
            .with_untracked(|holding| (holding.places.clone(), holding.round + 1));
        self.holding.update(|holding| {
            // Tasks stay on screen until their repository is read again.
            let found = std::mem::take(&mut holding.found);
            *holding = Holding::over(places, round);
            holding.found = found;
        });
        self.resume();
    }

    /// Goes on.
    pub fn resume(self) {
        self.handle(ScanEvent::Resume);
    }

    /// Asks for nothing more.
    pub fn pause(self) {
        self.handle(ScanEvent::Pause);
    }

    fn forget(self) {
        let round = self.holding.with_untracked(|holding| holding.round) + 1;
        self.holding.set(Holding::over(Vec::new(), round));
    }

    fn read_stale_again(self, prefix: &str) {
        let stale: Vec<usize> = self.holding.with_untracked(|holding| {
            let places = holding.places.iter().enumerate();
            places
                .filter(|(_, place)| list_of(place).request().path.starts_with(prefix))
                .map(|(resource, _)| resource)
                .collect()
        });
        // A mark that hits many is a whole list read again, which is no news about tasks.
        if let [resource] = stale[..] {
            self.handle(ScanEvent::ReadAgain { resource });
        }
    }

    fn handle(self, event: ScanEvent) {
        let commands = self
            .holding
            .try_update_untracked(|holding| (holding.scan.handle(event, now()), holding.round));
        let Some((commands, round)) = commands else {
            return;
        };
        self.tell();
        for ScanCommand::Read { resource } in commands {
            let place = self
                .holding
                .with_untracked(|holding| holding.places.get(resource).cloned());
            let Some(place) = place else { continue };
            leptos::task::spawn_local(async move {
                let read = self.read(place).await;
                self.take(resource, round, read);
            });
        }
    }

    fn tell(self) {
        if !self.is_telling.get_value() {
            self.is_telling.set_value(true);
            let tell = move || {
                self.is_telling.set_value(false);
                self.holding.notify();
            };
            set_timeout(tell, TOGETHER);
        }
    }

    fn take(self, resource: usize, round: u64, read: Result<Vec<FoundTask>, ApiError>) {
        let is_current = self
            .holding
            .try_with_untracked(|holding| holding.round == round);
        if is_current != Some(true) {
            return;
        }
        let outcome = read.map(|found| {
            self.holding.update_untracked(|holding| {
                if let Some(place) = holding.found.get_mut(resource) {
                    *place = found;
                }
            });
        });
        self.handle(ScanEvent::Answer { resource, outcome });
    }

    async fn read(self, place: RepositoryPlace) -> Result<Vec<FoundTask>, ApiError> {
        let tasks = self.session.ask(list_of(&place)).await?;
        let mut jobs = Vec::new();
        if !tasks.is_empty() {
            let (organization, repository) = place.clone();
            let newest = ListSyncJobs {
                organization,
                repository,
                offset: 0,
                limit: PageSize::try_from(NEWEST_JOBS).unwrap_or(PageSize::LARGEST),
                order: SortDirection::Descending,
            };
            jobs = self.session.ask(newest).await?.jobs;
        }
        let read_at = Some(now());
        Ok(tasks
            .into_iter()
            .map(|task| FoundTask {
                place: Some(place.clone()),
                last_job: last_job(&task, &jobs),
                task,
                read_at,
            })
            .collect())
    }
}

fn list_of((organization, repository): &RepositoryPlace) -> ListSyncTasks {
    ListSyncTasks {
        organization: organization.clone(),
        repository: repository.clone(),
    }
}

/// The newest job of a task, whatever order the service gave them in.
fn last_job(task: &SyncTask, jobs: &[SyncJob]) -> Option<LastJob> {
    let of_task = jobs.iter().filter(|job| {
        job.target_region == task.target_region
            && job.target_organization == task.target_organization
    });
    of_task.max_by_key(|job| job.id).map(|job| LastJob {
        tag: job.tag.clone(),
        status: job.status.clone(),
        created_at: job.created_at.clone(),
    })
}
