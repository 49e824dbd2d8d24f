//! The numbers of the overview, counted as the answers come. They are kept while another page is shown.

use std::sync::Arc;
use std::time::Duration;

use cloud_api::swr::{CountedTask, LastCopy};
use cloud_api::{Owner, RepositoryPath, Timestamp};
use leptos::prelude::*;
use tallies::{Counting, Figures, Looks, Numbers, Source, Told, ToldOrganization};

use crate::browser::clock::{computer_time, now};
use crate::query::{For, Seen, SeenPlace, use_kept};
use crate::scans::access::FoundAccess;
use crate::scans::repositories::{Listed, places_of};
use crate::scans::sync_tasks::FoundTask;

/// People that are shown; the others are behind their number.
const WIDEST: usize = 5;

/// So many repositories are counted before it is looked whether somebody waits.
const AT_ONCE: usize = 200;

/// Milliseconds that the page may be busy with counting: half of the time until it is drawn anew.
const LONGEST: i64 = 8;

/// The repositories that can be asked about, and the names of the others.
pub type Places = Arc<(Vec<RepositoryPath>, Vec<String>)>;

/// Those of this scope.
#[derive(Clone, Copy)]
pub struct Counted {
    state: StoredValue<State, LocalStorage>,
    /// Told where more is to be counted.
    goes_on: RwSignal<u64>,
}

#[derive(Default)]
struct State {
    counting: Counting,
    places: Places,
    figures: Figures,
}

/// What both scans hold.
pub struct Scans<'a> {
    /// Who has access.
    pub access: &'a Seen<'a, Owner, FoundAccess>,
    /// Where repositories are copied to, where the place copies images.
    pub tasks: Option<&'a Seen<'a, RepositoryPath, Vec<FoundTask>>>,
}

impl Counted {
    /// Those of this scope.
    #[must_use]
    pub fn kept() -> Self {
        let forget = |counted: Self| counted.state.set_value(State::default());
        use_kept(For::Scope(forget), || Self {
            state: StoredValue::new_local(State::default()),
            goes_on: RwSignal::new(0),
        })
    }

    /// The repositories of a list: the same as before where nothing else is listed.
    #[must_use]
    pub fn places(self, list: &[Listed]) -> Places {
        let known = self.state.with_value(|state| Arc::clone(&state.places));
        let listed = list.iter().map(|listed| listed.place.as_ref().ok());
        let is_same = known.1.is_empty() && listed.eq(known.0.iter().map(Some));
        match is_same {
            true => known,
            false => Arc::new(places_of(list)),
        }
    }

    /// The numbers over these repositories; reacts. A whole that began anew is counted a part at a time: until it is through
    /// they are those of before, and say so.
    #[must_use]
    pub fn figures(self, places: &Places, scans: &Scans<'_>) -> Figures {
        self.goes_on.track();
        let start = computer_time();
        let figures = self.state.try_update_value(|state| {
            if scans.hold_nothing() {
                *state = State::default();
                // Of nothing all is counted.
                return Some(state.counting.figures(WIDEST));
            }
            // A list grows at its end as its pages come.
            if !Arc::ptr_eq(places, &state.places) && !places.0.starts_with(&state.places.0) {
                state.counting.forget();
            }
            state.places = Arc::clone(places);
            while !state.counting.go_on(&places.0, scans, AT_ONCE) {
                if computer_time().milliseconds_since(start) >= LONGEST {
                    return None;
                }
            }
            state.figures = state.counting.figures(WIDEST);
            Some(state.figures.clone())
        });
        if let Some(Some(figures)) = figures {
            return figures;
        }
        let goes_on = move || self.goes_on.update(|times| *times += 1);
        set_timeout(goes_on, Duration::ZERO);
        let mut before = self.state.with_value(|state| state.figures.clone());
        before.is_current = false;
        before
    }
}

impl Scans<'_> {
    fn hold_nothing(&self) -> bool {
        let tasks = self.tasks.map(|tasks| tasks.scan().places());
        self.access.scan().places().is_empty() && tasks.is_none_or(<[Owner]>::is_empty)
    }
}

impl Source for Scans<'_> {
    fn look(&self) -> Looks {
        Looks {
            access: self.access.scan().look(),
            tasks: self.tasks.map(|tasks| tasks.scan().look()),
        }
    }

    fn changed_since(&self, looks: Looks) -> Option<[&[usize]; 2]> {
        let access = self.access.scan().changed_since(looks.access)?;
        let tasks = match (self.tasks, looks.tasks) {
            (Some(tasks), Some(look)) => tasks.scan().changed_since(look)?,
            _ => &[],
        };
        Some([access, tasks])
    }

    fn owners(&self) -> &[Owner] {
        self.access.scan().places()
    }

    fn numbers_of(&self, place: &RepositoryPath, perhaps: Numbers) -> Numbers {
        let access = perhaps.access.unwrap_or_default();
        let tasks = perhaps.tasks.unwrap_or_default();
        Numbers {
            access: self.access.number_of(place, access),
            tasks: self.tasks.and_then(|it| it.number_of(place, tasks)),
        }
    }

    fn repository(&self, numbers: Numbers) -> Told<'_> {
        let tasks = self.tasks.map(|scan| scan.at(numbers.tasks));
        let found = tasks.as_ref().and_then(|tasks| tasks.found);
        // That a copy failed long ago is not told here, so that it does not matter when the repository changed.
        let now = now();
        Told {
            copies: found.map(|found| found.iter().map(|task| counted(task, now)).collect()),
            ..told(self.access.at(numbers.access), tasks)
        }
    }

    fn organization(&self, number: usize) -> ToldOrganization<'_> {
        let SeenPlace { reading, found } = self.access.at(Some(number));
        ToldOrganization {
            access: reading,
            list: found.map(|found| &found.access),
        }
    }
}

/// What is known of a repository besides its copies.
#[must_use]
pub fn told<'a>(
    access: SeenPlace<'a, FoundAccess>,
    tasks: Option<SeenPlace<'a, Vec<FoundTask>>>,
) -> Told<'a> {
    Told {
        access: access.reading,
        list: access.found.map(|found| &found.access),
        shared: access.found.and_then(|found| found.shared.as_ref()),
        tasks: tasks.map(|tasks| tasks.reading),
        copies: None,
    }
}

fn counted(found: &FoundTask, now: Timestamp) -> CountedTask<'_> {
    CountedTask {
        region: &found.task.target_region,
        last_copy: LastCopy::of(&found.last_job, None, now),
        arrived_at: found.arrived_at,
    }
}
