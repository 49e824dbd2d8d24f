//! The sync tasks of all repositories, read one repository after the other. What was read stays
//! while the console is open, and goes on while another page is shown.

use std::rc::Rc;
use std::time::Duration;

use cloud_api::swr::{LastJob, ListSyncJobs, ListSyncTasks, SyncTask};
use cloud_api::{ApiError, Collection, Kind, Owner, RepositoryPath, Timestamp};
use leptos::prelude::*;
use reads::{Coverage, Scan, ScanCommand, ScanEvent, ScanPhase, would_end_alike};

use super::Staleness;
use crate::browser::clock::now;
use crate::session::{Session, SessionState};

/// A sync task with where it stands and how its last job went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FoundTask {
    /// Its repository; `None` never stands in a list.
    pub place: Option<RepositoryPath>,
    /// The task.
    pub task: SyncTask,
    /// How its last job went.
    pub last_job: LastJob,
    /// When it was read.
    pub read_at: Option<Timestamp>,
}

/// What happens to the scan.
type Event = ScanEvent<RepositoryPath, Vec<FoundTask>>;

/// The scan, for everything below.
#[derive(Clone, Copy)]
pub struct SyncTaskScan {
    scan: RwSignal<Scan<RepositoryPath, Vec<FoundTask>>>,
    /// Whether those who watch will be told soon.
    is_telling: StoredValue<bool>,
    session: Session,
}

/// Answers are shown together: each one alone would draw the whole table anew.
const TOGETHER: Duration = Duration::from_millis(200);

/// Makes the scan available to everything below.
pub fn provide_sync_task_scan(session: Session, staleness: Staleness) {
    let scan = SyncTaskScan {
        scan: RwSignal::new(Scan::over(Vec::new())),
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

impl SyncTaskScan {
    /// Every task that was found, in the order of the repositories; reacts.
    #[must_use]
    pub fn found(self) -> Rc<Vec<FoundTask>> {
        self.scan.with(|scan| {
            let found = scan.found().flat_map(|(_, tasks)| tasks);
            Rc::new(found.cloned().collect())
        })
    }

    /// How much is read; reacts.
    #[must_use]
    pub fn coverage(self) -> Coverage {
        self.scan.with(Scan::coverage)
    }

    /// Whether it goes on, and what stopped it otherwise; reacts.
    #[must_use]
    pub fn phase(self) -> ScanPhase {
        self.scan.with(|scan| scan.phase().clone())
    }

    /// The repositories that could not be read, and why; reacts.
    #[must_use]
    pub fn refused(self) -> Vec<(RepositoryPath, ApiError)> {
        self.scan.with(|scan| {
            let refused = scan.refused();
            refused
                .map(|(place, error)| (place.clone(), error.clone()))
                .collect()
        })
    }

    /// Scans these repositories. What was read of those that are known already stays; a scan that
    /// was stopped stays so.
    pub fn cover(self, places: Vec<RepositoryPath>) {
        if self.scan.with_untracked(|scan| scan.places() == places) {
            return;
        }
        self.handle(ScanEvent::Cover(places));
        self.scan.notify();
    }

    /// Reads everything anew; tasks stay on screen until their repository is read again.
    pub fn start_again(self) {
        self.handle(ScanEvent::StartAgain);
        self.scan.notify();
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
        self.handle(ScanEvent::Forget);
        self.scan.notify();
    }

    /// Whether a last job goes on; reacts.
    #[must_use]
    pub fn is_moving(self) -> bool {
        self.scan
            .with(|scan| scan.found().any(|(_, tasks)| moves(tasks)))
    }

    /// Reads those repositories again of which a last job goes on.
    pub fn read_moving_again(self) {
        let moving = self
            .scan
            .with_untracked(|scan| scan.places_where(|tasks| moves(tasks)));
        self.handle(ScanEvent::ReadAgain(moving));
    }

    fn read_stale_again(self, marks: &[Collection]) {
        let place = |mark: &Collection| match (mark.kind, &mark.of) {
            (Kind::SyncTask | Kind::ManualSync, Owner::Repository(place)) => Some(place.clone()),
            // Others are no news about tasks.
            _ => None,
        };
        let stale: Vec<RepositoryPath> = marks.iter().filter_map(place).collect();
        if !stale.is_empty() {
            self.handle(ScanEvent::ReadAgain(stale));
        }
    }

    fn handle(self, event: Event) {
        let commands = self
            .scan
            .try_update_untracked(|scan| scan.handle(event, now()));
        let Some(commands) = commands else {
            return;
        };
        self.tell();
        for ScanCommand::Read { place, round } in commands {
            leptos::task::spawn_local(async move {
                let outcome = self.read(place.clone()).await;
                self.handle(ScanEvent::Answer {
                    place,
                    round,
                    outcome,
                });
            });
        }
    }

    fn tell(self) {
        if !self.is_telling.get_value() {
            self.is_telling.set_value(true);
            let tell = move || {
                self.is_telling.set_value(false);
                self.scan.notify();
            };
            set_timeout(tell, TOGETHER);
        }
    }

    async fn read(self, place: RepositoryPath) -> Result<Vec<FoundTask>, ApiError> {
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

/// Whether a last job of these goes on.
fn moves(tasks: &[FoundTask]) -> bool {
    tasks.iter().any(|found| found.last_job.is_moving())
}

fn list_of(place: &RepositoryPath) -> ListSyncTasks {
    ListSyncTasks {
        repository: place.clone(),
    }
}

fn jobs_of(place: &RepositoryPath) -> ListSyncJobs {
    ListSyncJobs::newest(place)
}
