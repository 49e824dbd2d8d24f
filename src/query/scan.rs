//! The sync tasks of all repositories, read one repository after the other. What was read stays
//! while the console is open, and goes on while another page is shown.

use std::collections::HashMap;
use std::rc::Rc;
use std::time::Duration;

use changes::{Coverage, Scan, ScanCommand, ScanEvent, ScanPhase};
use cloud_api::swr::{LastJob, ListSyncJobs, ListSyncTasks, SyncTask};
use cloud_api::{ApiError, Meaning, Operation as _, OrganizationName, RepositoryName, Timestamp};
use leptos::prelude::*;

use super::Staleness;
use crate::browser::clock::now;
use crate::session::{Session, SessionState};

/// A repository by name.
pub type RepositoryPlace = (OrganizationName, RepositoryName);

/// A sync task with where it stands and how its last job went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FoundTask {
    /// Its repository; `None` never stands in a list.
    pub place: Option<RepositoryPlace>,
    /// The task.
    pub task: SyncTask,
    /// How its last job went.
    pub last_job: LastJob,
    /// When it was read.
    pub read_at: Option<Timestamp>,
}

/// What the scan holds.
#[derive(Clone, Debug)]
struct Holding {
    scan: Scan,
    places: Vec<RepositoryPlace>,
    /// Where a repository stands among the places, by the paths of its tasks and of its jobs.
    by_path: HashMap<String, usize>,
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
    Effect::new(move |before: Option<Option<[String; 3]>>| {
        let scope = match session.state() {
            SessionState::SignedOut => None,
            SessionState::SignedIn(identity) | SessionState::Expired(identity) => Some([
                identity.user_id.clone(),
                identity.project_id.to_string(),
                identity.region.to_string(),
            ]),
        };
        // What one person may see is not for the next one, and another region has other tasks.
        if before.is_some_and(|before| before != scope) {
            scan.forget();
        }
        scope
    });
    staleness.watch(move |marks| scan.read_stale_again(marks));
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
            by_path: by_path(&places),
            places,
            round,
        }
    }

    /// The same over another list: what was read of a repository stays with it.
    fn moved(&self, places: Vec<RepositoryPlace>) -> Self {
        let places_now: HashMap<&RepositoryPlace, usize> = places.iter().zip(0..).collect();
        let place_of = |resource: usize| {
            let place = self.places.get(resource)?;
            places_now.get(place).copied()
        };
        let mut found = vec![Vec::new(); places.len()];
        for (resource, tasks) in self.found.iter().enumerate() {
            if let Some(place) = place_of(resource).and_then(|place| found.get_mut(place)) {
                place.clone_from(tasks);
            }
        }
        Self {
            scan: self.scan.moved(places.len(), place_of),
            found,
            by_path: by_path(&places),
            round: self.round + 1,
            places,
        }
    }
}

fn by_path(places: &[RepositoryPlace]) -> HashMap<String, usize> {
    let paths = |place: &RepositoryPlace| {
        let tasks = list_of(place).request().path;
        [tasks, jobs_of(place).request().path]
    };
    let places = places.iter().zip(0..);
    places
        .flat_map(|(place, resource)| paths(place).map(|path| (path, resource)))
        .collect()
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

    /// Scans these repositories. What was read of those that are known already stays; a scan that
    /// was stopped stays so.
    pub fn cover(self, places: Vec<RepositoryPlace>) {
        let (is_known, is_first) = self.holding.with_untracked(|holding| {
            let is_first = holding.places.is_empty();
            (holding.places == places, is_first)
        });
        if is_known {
            return;
        }
        self.holding
            .update(|holding| *holding = holding.moved(places));
        let is_running = self
            .holding
            .with_untracked(|holding| *holding.scan.phase() == ScanPhase::Running);
        self.handle(if is_first || is_running {
            ScanEvent::Resume
        } else {
            ScanEvent::Pause
        });
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

    /// Whether a last job goes on; reacts.
    #[must_use]
    pub fn is_moving(self) -> bool {
        self.holding.with(|holding| {
            let mut found = holding.found.iter().flatten();
            found.any(|found| found.last_job.is_moving())
        })
    }

    /// Reads those repositories again of which a last job goes on.
    pub fn read_moving_again(self) {
        let moving: Vec<usize> = self.holding.with_untracked(|holding| {
            let found = holding.found.iter().zip(0..);
            found
                .filter(|(tasks, _)| tasks.iter().any(|found| found.last_job.is_moving()))
                .map(|(_, resource)| resource)
                .collect()
        });
        for resource in moving {
            self.handle(ScanEvent::ReadAgain { resource });
        }
    }

    fn read_stale_again(self, marks: &[String]) {
        // Only marks of one repository's tasks or jobs: others are no news about tasks.
        let stale: Vec<usize> = self.holding.with_untracked(|holding| {
            let resources = marks.iter().filter_map(|mark| holding.by_path.get(mark));
            resources.copied().collect()
        });
        for resource in stale {
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
        let jobs = match tasks.is_empty() {
            true => None,
            false => match self.session.ask(jobs_of(&place)).await {
                Ok(page) => Some(page),
                Err(error) if would_end_alike(&error) => return Err(error),
                // The tasks are there to be seen and deleted all the same.
                Err(_) => None,
            },
        };
        let read_at = Some(now());
        Ok(tasks
            .into_iter()
            .map(|task| FoundTask {
                place: Some(place.clone()),
                last_job: LastJob::of(&task, jobs.as_ref()),
                task,
                read_at,
            })
            .collect())
    }
}

/// Whether asking anything else would be answered so as well.
fn would_end_alike(error: &ApiError) -> bool {
    match error {
        ApiError::NotSent(_) | ApiError::NoAnswer(_) => true,
        ApiError::Refused(refusal) => {
            matches!(refusal.meaning, Meaning::Throttled | Meaning::SignInAgain)
        }
        ApiError::Unreadable(_) => false,
    }
}

fn list_of((organization, repository): &RepositoryPlace) -> ListSyncTasks {
    ListSyncTasks {
        organization: organization.clone(),
        repository: repository.clone(),
    }
}

fn jobs_of((organization, repository): &RepositoryPlace) -> ListSyncJobs {
    ListSyncJobs::newest(organization, repository)
}
