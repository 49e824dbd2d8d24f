//! What the overview rests on: cheap lists that are read at once, and scans over all repositories that a
//! person begins.

use cloud_api::swr::{ListOrganizations, Organization, Visibility};
use cloud_api::{Listed as Rows, OrganizationName, Owner, Service, Timestamp};
use config::Place;
use leptos::prelude::*;
use reads::ScanPhase;

use super::known::{Known, Lists, Refused};
use crate::i18n::I18n;
use crate::listing::coverage::{Counts, Covered, Places, Scanned};
use crate::live::{derived, follow};
use crate::query::{For, List, Query, ReadStatus, Scanning, use_kept, use_query};
use crate::scans::access::{AccessScan, use_access_scan};
use crate::scans::registries::{RegistryScan, use_registry_scan};
use crate::scans::repositories::{Listed, places_of, repository_list};
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
    /// How often a person has asked to read everything anew.
    refreshes: RwSignal<u64>,
}

/// Whether a person has asked to read all repositories, in this scope.
#[derive(Clone, Copy)]
struct Begun(RwSignal<bool>);

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
        let covered = |scan| Covered {
            places: Places::Repositories,
            scan: Scanned::of(scan, Owner::to_string),
            unnameable,
            extent: list.extent,
            sight: derived(move || sight.get().map(account_words)),
        };
        let not_begun = || Begun(RwSignal::new(false));
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
            refreshes: RwSignal::new(0),
        };
        follow(move || reading.cover());
        Some(reading)
    }

    /// Whether a person has asked to read all repositories; reacts.
    #[must_use]
    pub fn has_begun(self) -> bool {
        self.begun.0.get()
    }

    /// Whether anything of single repositories was asked for, on whichever page; reacts.
    #[must_use]
    pub fn knows_anything(self) -> bool {
        let has_tasks = self.tasks.is_some_and(|tasks| tasks.coverage().total > 0);
        self.has_begun() || has_tasks
    }

    /// Reads all repositories.
    pub fn begin(self) {
        self.begun.0.set(true);
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

    /// Lets the scans cover what is listed; reacts.
    fn cover(self) {
        let (places, names) = places_of(&self.list.rows.get());
        self.unnameable.set(names);
        if !self.is_listed() || !self.has_begun() {
            return;
        }
        let (organizations, _) = self.organization_names();
        let mut all: Vec<Owner> = organizations.into_iter().map(Owner::Organization).collect();
        all.extend(places.iter().cloned().map(Owner::Repository));
        self.access.cover(all);
        if let Some(tasks) = self.tasks {
            tasks.cover(places);
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
        let rows = self.list.rows.get();
        let (places, unnameable) = places_of(&rows);
        let (_, unnameable_organizations) = self.organization_names();
        let lists = Lists {
            listed: &rows,
            places: &places,
            unnameable: &unnameable,
            unnameable_organizations: &unnameable_organizations,
        };
        self.access.look(|access| match self.tasks {
            None => look(&Known::of(lists, access, None)),
            Some(scan) => scan.look(|tasks| look(&Known::of(lists, access, Some(tasks)))),
        })
    }

    /// Why what is known may not be all, in sentences, each once; reacts.
    #[must_use]
    pub fn gaps(self, words: I18n) -> Vec<String> {
        // Of the repositories, in every way: the scan of access is over organizations too.
        let counts = self.counts();
        let part = (!counts.is_whole()).then(|| words.say(&counts.words()));
        let mut gaps: Vec<String> = part.into_iter().collect();
        for gap in self
            .covered()
            .flat_map(|covered| covered.outcome().gaps(words))
        {
            // Both scans may lack the same.
            if !gaps.contains(&gap) {
                gaps.push(gap);
            }
        }
        gaps
    }

    /// How many repositories were read in every way, and of how many something could not be; reacts.
    #[must_use]
    pub fn counts(self) -> Counts {
        let extent = self.list.extent.get();
        self.look(|known| known.counts(extent))
    }

    /// What could not be read, where anything could not; reacts.
    #[must_use]
    pub fn refused(self) -> Option<Refused> {
        let refused = self.has_begun().then(|| Refused {
            repositories: self.counts().refused,
            organizations: self.look(|known| known.organizations_refused()),
        });
        refused.filter(|refused| refused.places() > 0)
    }

    /// When the oldest was read of what is shown; reacts. `None` before the first list has come.
    #[must_use]
    pub fn oldest(self) -> Option<Timestamp> {
        let listed = self.list.status.read_at.get();
        let scanned = self.look(|known| known.oldest());
        listed.map(|listed| scanned.map_or(listed, |scanned| scanned.min(listed)))
    }
}
