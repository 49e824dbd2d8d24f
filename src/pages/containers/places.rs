//! Organizations, repositories, people and regions that were read, to be gone to by their names.

use std::collections::BTreeSet;

use cloud_api::swr::{AccessPerson, AccessPlace, Organization, RepositorySummary};
use cloud_api::{OrganizationName, RepositoryPath};

use super::routes::{OrganizationTab, RepositoryTab, Route, tasks_to};
use crate::i18n::text;
use crate::query::{FoundAt, Group, Places};

/// Takes note of the organizations that the person can see.
pub fn note_organizations<'a>(places: Places, rows: impl Iterator<Item = &'a Organization>) {
    places.note(Group {
        list: "organizations".to_owned(),
        kind: text::go_to_organization(),
        names: rows.map(|row| row.name.as_str().into()).collect(),
        ids: Vec::new(),
        found_at: FoundAt::Own(of_organization),
    });
}

/// Takes note of the repositories of an organization.
pub fn note_repositories(
    places: Places,
    organization: &OrganizationName,
    rows: &[RepositorySummary],
) {
    let name = |row: &RepositorySummary| format!("{organization}/{}", row.name).into_boxed_str();
    places.note(Group {
        list: format!("repositories of {organization}"),
        kind: text::go_to_repository(),
        names: rows.iter().map(name).collect(),
        ids: Vec::new(),
        found_at: FoundAt::Own(of_repository),
    });
}

/// Takes note of the people with access to a place: they are found where their access is seen.
pub fn note_people(places: Places, place: &AccessPlace, people: &[AccessPerson]) {
    let page = match place.clone() {
        AccessPlace::Organization(organization) => {
            Route::Organization(organization, OrganizationTab::Access)
        }
        AccessPlace::Repository(repository) => Route::Repository(repository, RepositoryTab::Access),
    };
    let people = people.iter().filter(|person| !person.user_id.is_empty());
    places.note(Group {
        list: format!("people of {place}"),
        kind: text::go_to_person(place.to_string()),
        names: people.clone().map(|it| it.shown_name().into()).collect(),
        ids: people.map(|it| it.user_id.as_str().into()).collect(),
        found_at: FoundAt::One(page.to_string()),
    });
}

/// Takes note of the regions to which images are copied.
pub fn note_regions<'a>(places: Places, regions: impl Iterator<Item = &'a str>) {
    let regions: BTreeSet<&str> = regions.filter(|region| !region.is_empty()).collect();
    places.note(Group {
        list: "regions".to_owned(),
        kind: text::go_to_region(),
        names: regions.into_iter().map(Into::into).collect(),
        ids: Vec::new(),
        found_at: FoundAt::Own(|region| Some(tasks_to(region))),
    });
}

fn of_organization(name: &str) -> Option<String> {
    let organization = OrganizationName::listed(name)?;
    Some(Route::Organization(organization, OrganizationTab::Repositories).to_string())
}

fn of_repository(name: &str) -> Option<String> {
    let (organization, name) = name.split_once('/')?;
    let repository = RepositoryPath::of(organization, name)?;
    Some(Route::Repository(repository, RepositoryTab::Access).to_string())
}
