//! What the overview rests on: cheap lists that are read at once, and scans over all repositories that a
//! person begins.

mod numbers;

use std::rc::Rc;

use cloud_api::swr::{ListOrganizations, Organization, Visibility};
use cloud_api::{Listed as Rows, OrganizationName, Owner, Service, Timestamp};
use config::Place;
use leptos::prelude::*;
use reads::ScanPhase;
use tallies::Figures;

use super::counted::{self, Counted, Scans};
use super::former::Former;
use super::known::{Known, Lists};
use crate::listing::coverage::{Covered, Places, Scanned};
use crate::live::{derived, derived_anew, follow};
use crate::query::{For, List, Query, ReadStatus, Scanning, use_kept, use_query};
use crate::scans::access::{AccessScan, use_access_scan};
use crate::scans::registries::{RegistryScan, use_registry_scan};
use crate::scans::repositories::{Listed, repository_list};
use crate::scans::sight::{Sight, account_words, sight_of_account};
use crate::scans::sync_tasks::{SyncTaskScan, use_sync_task_scan};

/// What is read of container images.
#[derive(Clone, Copy)]
pub struct Reading {
    /// All repositories that the person can see.
    pub list: List<Listed>,
    /// All organizations that the person can see.
    pub organizations: Query<Rows<Organization>>,
    /// Where each repository is copied to, where the place copies images.
    pub tasks: Option<SyncTaskScan>,
    /// How many repositories there are that the person cannot see.
    pub sight: Sight,
    access: AccessScan,
    /// Whether target registries can be reached, where the place has SWR Enterprise.
    registries: Option<RegistryScan>,
    /// How far each scan of repositories is.
    covered: [Option<Covered>; 2],
    /// Repositories whose names no request can carry.
    unnameable: RwSignal<Vec<String>>,
    begun: Begun,
    /// The last list that came whole, for a page that lists anew.
    former: Former,
    /// The repositories that can be asked about, and the names of the others: worked out once for each list.
    places: Memo<counted::Places>,
    /// How often a person has asked to read everything anew.
    refreshes: RwSignal<u64>,
    /// What the scans hold, counted: once for each answer, whoever asks.
    pub figures: Memo<Figures>,
}

/// What a person has asked for, in this scope.
#[derive(Clone, Copy)]
struct Begun {
    /// To read all repositories.
    all: RwSignal<bool>,
    /// To save who has access once they are read.
    file: RwSignal<bool>,
}

impl Reading {
    /// Reads the lists; `None` where the place has no container images.
    #[must_use]
    pub fn at(place: Place) -> Option<Self> {
        if !place.has(Service::Swr) {
            return None;
        }
        let list = repository_list();
        let access = use_access_scan();
        let tasks = place.has_image_sync().then(use_sync_task_scan);
        let (sight, unnameable) = (sight_of_account(list), RwSignal::new(Vec::new()));
        let scans = [Some(access.any()), tasks.map(Scanning::any)];
        let former = Former::kept();
        let covered = |scan| Covered {
            places: Places::Repositories,
            scan: Scanned::of(scan, Owner::to_string),
            unnameable,
            extent: list.extent,
            sight: derived(move || sight.get().map(account_words)),
        };
        let not_begun = || Begun {
            all: RwSignal::new(false),
            file: RwSignal::new(false),
        };
        let counted = Counted::kept();
        let places = derived_anew(move || counted.places(&former.rows(list)));
        let figures = move || {
            let places = places.get();
            access.look(|access| match tasks {
                None => counted.figures(
                    &places,
                    &Scans {
                        access,
                        tasks: None,
                    },
                ),
                Some(scan) => scan.look(|tasks| {
                    let tasks = Some(tasks);
                    counted.figures(&places, &Scans { access, tasks })
                }),
            })
        };
        let reading = Self {
            list,
            organizations: use_query(ListOrganizations {
                visibility: Visibility::Visible,
                name: None,
            }),
            access,
            registries: place.has(Service::Enterprise).then(use_registry_scan),
            tasks,
            sight,
            covered: scans.map(|scan| scan.map(covered)),
            unnameable,
            // Another scope has one of its own: whoever looks at this one is told nothing when it is left.
            begun: use_kept(For::Scope(|_| {}), not_begun),
            former,
            places,
            refreshes: RwSignal::new(0),
            figures: derived(figures),
        };
        follow(move || former.keep(list));
        follow(move || reading.cover());
        Some(reading)
    }

    /// Whether a person has asked to read all repositories; reacts.
    #[must_use]
    pub fn has_begun(self) -> bool {
        self.begun.all.get()
    }

    /// Whether a person waits for the file of who has access; reacts.
    #[must_use]
    pub fn wants_file(self) -> bool {
        self.begun.file.get()
    }

    /// That a person waits for the file of who has access, or has it.
    pub fn want_file(self, is_wanted: bool) {
        self.begun.file.set(is_wanted);
    }

    /// The repositories: while they are listed anew those of the last whole list; reacts.
    #[must_use]
    pub fn rows(self) -> Rc<Vec<Listed>> {
        self.former.rows(self.list)
    }

    /// When these were listed; reacts. `None` while the first list is on its way.
    #[must_use]
    pub fn listed_at(self) -> Option<Timestamp> {
        self.former.read_at(self.list)
    }

    /// Whether anything of single repositories was asked for, on whichever page; reacts.
    #[must_use]
    pub fn knows_anything(self) -> bool {
        let has_tasks = self.tasks.is_some_and(|tasks| tasks.coverage().total > 0);
        self.has_begun() || has_tasks
    }

    /// Reads all repositories.
    pub fn begin(self) {
        self.begun.all.set(true);
        self.resume();
    }

    /// Reads everything anew, of single repositories only where that was asked for.
    pub fn refresh(self) {
        self.list.status.refresh();
        self.organizations.refresh();
        self.refreshes.update(|refreshes| *refreshes += 1);
        if untrack(|| self.has_begun()) {
            self.access.start_again();
            if let Some(registries) = self.registries {
                registries.start_again();
            }
            if let Some(tasks) = self.tasks {
                tasks.start_again();
            }
        }
    }

    /// Reads something else anew whenever everything is.
    pub fn refreshes_with_it(self, status: ReadStatus) {
        let before = self.refreshes.get_untracked();
        follow(move || {
            if self.refreshes.get() != before {
                status.refresh();
            }
        });
    }

    /// Asks for nothing more.
    pub fn pause(self) {
        for covered in self.covered() {
            covered.scan.pause();
        }
        if let Some(registries) = self.registries {
            registries.pause();
        }
    }

    /// Goes on.
    pub fn resume(self) {
        for covered in self.covered() {
            covered.scan.resume();
        }
        if let Some(registries) = self.registries {
            registries.resume();
        }
    }

    /// Whether all repositories are listed, and the organizations have come or failed; reacts. A page
    /// that is opened again lists them anew, while the scans still hold what was read of them.
    #[must_use]
    pub fn is_listed(self) -> bool {
        self.list.status.read_at.with(Option::is_some) && !self.organizations.is_awaited()
    }

    /// Whether the scans cover all that there is, and nothing is hidden; reacts. Only then there is none of what none was
    /// found of.
    #[must_use]
    pub fn is_covered(self) -> bool {
        let has_organizations =
            self.organizations.is_read() && self.organizations.error().is_none();
        let is_whole = || {
            let counts = self.counts();
            !counts.may_be_more && counts.total == self.rows().len() as u64
        };
        let is_counted = self.figures.with(|figures| figures.is_current);
        let has_all =
            self.has_begun() && self.listed_at().is_some() && has_organizations && is_counted;
        has_all && self.sight.get().is_none() && is_whole()
    }

    /// Lets the scans cover what is listed; reacts.
    fn cover(self) {
        let places = self.places.get();
        let (places, names) = &*places;
        self.unnameable.set(names.clone());
        if !self.is_listed() || !self.has_begun() {
            return;
        }
        let (organizations, _) = self.organization_names();
        let organizations = organizations.into_iter().map(Owner::Organization);
        let mut all: Vec<Owner> = organizations.collect();
        if !self.access.any().is_over(&all, places) {
            all.extend(places.iter().cloned().map(Owner::Repository));
            self.access.cover(all);
        }
        if let Some(tasks) = self.tasks.filter(|tasks| !tasks.any().is_over(&[], places)) {
            tasks.cover(places.clone());
        }
    }

    /// The organizations that can be asked about, and the names of the others; reacts.
    fn organization_names(self) -> (Vec<OrganizationName>, Vec<String>) {
        let organizations = self.organizations.value();
        let (mut named, mut others) = (Vec::new(), Vec::new());
        for row in organizations.iter().flat_map(|rows| rows.iter()) {
            match OrganizationName::listed(&row.name) {
                Some(name) => named.push(name),
                None => others.push(row.name.clone()),
            }
        }
        (named, others)
    }

    /// The scans, each with what could not be read of it.
    pub fn covered(self) -> impl Iterator<Item = Covered> {
        self.covered.into_iter().flatten()
    }

    /// Whether something waits for its turn, and nobody has stopped that; reacts.
    #[must_use]
    pub fn is_reading(self) -> bool {
        self.has_begun() && self.covered().any(|covered| covered.scan.is_reading())
    }

    /// Whether somebody has stopped it before its end; reacts.
    #[must_use]
    pub fn is_paused(self) -> bool {
        let stopped = |covered: Covered| {
            let coverage = covered.scan.coverage();
            let is_left = coverage.read + coverage.refused < coverage.total;
            is_left && covered.scan.phase() == ScanPhase::Paused
        };
        self.has_begun() && !self.is_reading() && self.covered().any(stopped)
    }

    /// Looks at everything that is known; reacts.
    pub fn look<R>(self, look: impl FnOnce(&Known<'_>) -> R) -> R {
        let (rows, places) = (self.rows(), self.places.get());
        let (places, unnameable) = &*places;
        let (_, unnameable_organizations) = self.organization_names();
        let lists = Lists {
            listed: &rows,
            places,
            unnameable,
            unnameable_organizations: &unnameable_organizations,
        };
        self.access.look(|access| match self.tasks {
            None => look(&Known::of(lists, access, None)),
            Some(scan) => scan.look(|tasks| look(&Known::of(lists, access, Some(tasks)))),
        })
    }
}
