//! Before repositories are deleted: which, how many tags go with each, the typed word.

use std::collections::BTreeSet;

use changes::{PlannedWrite, RestsOn};
use cloud_api::swr::{DeleteRepository, RepositorySummary};
use cloud_api::{Before, Mutation, OrganizationName, RepositoryName, RepositoryPath};
use leptos::prelude::*;

use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Counted, Ends, WriteDialog, consequence, plan_of};
use crate::i18n::{text, use_i18n};
use crate::live::{derived, live};
use crate::query::List;
use crate::table::Selected;
use crate::ui::ButtonKind;
use crate::ui::bounded::bounded;

/// The dialog. What it says is read when it opens and once more before anything is sent: when that
/// differs, the person looks again.
pub fn delete_dialog(
    organization: OrganizationName,
    chosen: Vec<RepositoryName>,
    list: List<RepositorySummary>,
    selected: Selected,
    on_close: Callback<()>,
) -> AnyView {
    let count = chosen.len() as u64;
    let confirmation = Confirmation::for_count(chosen.len());
    let heading = organization.to_string();
    let organization = StoredValue::new(organization);
    let chosen = StoredValue::new(chosen);
    let picture = move || -> Vec<RepositorySummary> {
        let rows = list.rows.get();
        chosen.with_value(|chosen| {
            let chosen: BTreeSet<&str> = chosen.iter().map(RepositoryName::as_str).collect();
            let rows = rows.iter().filter(|row| chosen.contains(&*row.name));
            // A pull meanwhile changes nothing of what is deleted.
            let rows = rows.cloned().map(|row| RepositorySummary {
                num_download: None,
                ..row
            });
            rows.collect()
        })
    };
    let planned = move || -> Vec<PlannedWrite> {
        let listed: BTreeSet<String> = picture().into_iter().map(|row| row.name).collect();
        chosen.with_value(|chosen| {
            let chosen = chosen.iter().filter(|name| listed.contains(name.as_str()));
            let plan = |name| organization.with_value(|organization| deletion(organization, name));
            chosen.map(plan).collect()
        })
    };
    list.status.refresh();
    let error = move || list.status.error.get();
    let content = [
        live(move || repository_list(&picture(), confirmation)).into_any(),
        consequence(text::delete_repositories_consequence()),
    ];
    WriteDialog {
        title: text::delete_repositories_count(count),
        place: Some(heading),
        content: content.into_any(),
        copies: Copies::Requests(live(planned)),
        confirmation,
        kind: ButtonKind::Danger,
        action: text::delete_repositories_count(count),
        check: Box::new(|| true),
        look: Look::over(move || list.status.read_again(), picture, error),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::cancel_not_checked(),
        plan: Box::new(move || plan_of(planned())),
        ends: Ends::WhenSent(Box::new(move |_| selected.clear_acted_on())),
        on_close,
    }
    .show_counted(Counted {
        nothing: text::cancel_nothing_left(),
        count: derived(move || planned().len()),
        says: text::delete_repositories_count,
        title: None,
    })
}

fn deletion(organization: &OrganizationName, name: &RepositoryName) -> PlannedWrite {
    let delete = DeleteRepository {
        repository: RepositoryPath::new(organization.clone(), name.clone()),
    };
    PlannedWrite {
        mutation: Mutation::DeleteRepository(delete),
        names: Vec::new(),
        before: Before::Nothing,
    }
}

/// The repositories with the number of tags in each; any tag asks for the word, and so does a number
/// that is not known.
fn repository_list(rows: &[RepositorySummary], confirmation: Confirmation) -> AnyView {
    if rows.iter().any(|row| row.num_images != Some(0)) {
        confirmation.require();
    }
    let words = use_i18n();
    let line = |row: &RepositorySummary| {
        let line = match row.num_images {
            Some(tags) => text::list_told(row.name.clone(), text::missing_tags(tags)),
            None => text::item_name(row.name.clone()),
        };
        Some(view! { <li>{live(move || words.show(&line))}</li> }.into_any())
    };
    let rows = bounded(rows.iter(), line);
    view! { <ul class="dialog-list" tabindex="0">{rows}</ul> }.into_any()
}
