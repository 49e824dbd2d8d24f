//! Before organizations are deleted: what each still holds, what is lost, the typed word.

use std::rc::Rc;

use changes::{PlannedWrite, RestsOn};
use cloud_api::swr::{
    AccessList, AccessPlace, DeleteOrganization, ListOrganizations, Organization, ShowAccess,
    Visibility,
};
use cloud_api::{Before, Mutation, OrganizationName, UserId};
use leptos::prelude::*;

use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::grant_line::grant_line;
use crate::change::look::Look;
use crate::change::write_dialog::{Counted, Ends, WriteDialog, consequence, plan_of};
use crate::i18n::{text, use_i18n};
use crate::live::{derived, live, shown};
use crate::query::{Query, use_query};
use crate::session::{Session, use_session};
use crate::table::Selected;
use crate::ui::ButtonKind;
use crate::ui::failure::failure_of;

/// An organization to be deleted, and what is read about it.
#[derive(Clone)]
struct Doomed {
    organization: OrganizationName,
    access: Query<AccessList>,
}

/// An organization as it stands now: its row in the list and its grants, as far as they were read.
type Standing = (Option<Organization>, Option<Rc<AccessList>>);

/// The dialog. What it says is read when it opens and once more before anything is sent.
pub fn delete_dialog(
    organizations: Vec<OrganizationName>,
    selected: Selected,
    on_close: Callback<()>,
) -> AnyView {
    let session = use_session();
    let count = organizations.len() as u64;
    let confirmation = Confirmation::for_count(organizations.len());
    let list = use_query(ListOrganizations {
        visibility: Visibility::Visible,
        name: None,
    });
    let doomed: Vec<Doomed> = organizations
        .into_iter()
        .map(|organization| Doomed {
            access: use_query(ShowAccess {
                place: AccessPlace::Organization(organization.clone()),
            }),
            organization,
        })
        .collect();
    let doomed = StoredValue::new(doomed);
    let picture = move || -> Vec<Standing> {
        let rows = list.value().unwrap_or_default();
        let of = |it: &Doomed| {
            let same = |row: &&Organization| row.name == it.organization.as_str();
            (rows.iter().find(same).cloned(), it.access.value())
        };
        doomed.with_value(|doomed| doomed.iter().map(of).collect())
    };
    let planned = move || {
        let rows = list.value();
        let is_there = |it: &&Doomed| {
            let rows = rows.as_ref();
            rows.is_none_or(|rows| rows.iter().any(|row| row.name == it.organization.as_str()))
        };
        doomed.with_value(|doomed| plan(doomed.iter().filter(is_there), session))
    };
    let read = move || async move {
        for it in doomed.get_value() {
            it.access.read_again().await;
        }
        list.read_again().await;
    };
    let access_failed =
        move || doomed.with_value(|all| all.iter().find_map(|it| it.access.error()));
    let content = [
        live(move || doomed.with_value(|doomed| standings(doomed, &picture(), confirmation)))
            .into_any(),
        consequence(text::delete_organizations_consequence()),
        failure_of(
            text::delete_organizations_access_failed(),
            access_failed,
            None,
        ),
    ];
    WriteDialog {
        title: text::delete_organizations_count(count),
        place: None,
        content: content.into_any(),
        copies: Copies::Requests(live(planned)),
        confirmation,
        kind: ButtonKind::Danger,
        action: text::delete_organizations_count(count),
        check: Box::new(|| true),
        look: Look::over(read, picture, move || list.error()),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::cancel_not_checked(),
        plan: Box::new(move || plan_of(planned())),
        ends: Ends::WhenSent(Box::new(move |_| selected.clear_acted_on())),
        on_close,
    }
    .show_counted(Counted {
        nothing: text::cancel_nothing_left(),
        count: derived(move || planned().len()),
        says: text::delete_organizations_count,
        title: None,
    })
}

fn plan<'a>(doomed: impl Iterator<Item = &'a Doomed>, session: Session) -> Vec<PlannedWrite> {
    let identity = session.identity();
    let caller: Option<UserId> = identity.and_then(|identity| UserId::listed(&identity.user_id));
    let plan = |it: &Doomed| PlannedWrite {
        mutation: Mutation::DeleteOrganization(DeleteOrganization {
            organization: it.organization.clone(),
        }),
        names: Vec::new(),
        // Grants that were read long ago are not given back.
        before: match (&caller, it.access.value(), it.access.error()) {
            (Some(caller), Some(access), None) => Before::Grants {
                caller: caller.clone(),
                rows: access.grants().to_vec(),
            },
            _ => Before::Nothing,
        },
    };
    doomed.map(plan).collect()
}

/// Every organization with the number of its repositories and whoever has a permission on it; any
/// permission asks for the word.
fn standings(doomed: &[Doomed], picture: &[Standing], confirmation: Confirmation) -> AnyView {
    let words = use_i18n();
    let rows: Vec<AnyView> = doomed
        .iter()
        .zip(picture)
        .map(|(it, (row, access))| {
            let name = it.organization.to_string();
            let repositories = row.as_ref().and_then(|row| row.repo_count);
            let line = match repositories {
                Some(count) => text::list_told(name, text::missing_repositories(count)),
                None => text::item_name(name),
            };
            let grants = access.as_ref().map(|access| access.grants());
            let grants: Vec<AnyView> = grants
                .unwrap_or_default()
                .iter()
                .map(|row| grant_line(row.user_name.clone(), row.user_id.clone(), row.auth))
                .collect();
            if !grants.is_empty() {
                confirmation.require();
            }
            view! {
                <li>
                    <strong>{live(move || words.show(&line))}</strong>
                    {shown((!grants.is_empty()).then(|| view! { <ul>{grants}</ul> }))}
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="dialog-list" tabindex="0">{rows}</ul> }.into_any()
}
