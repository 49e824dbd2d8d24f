//! Creating a sync task.

use changes::{PlannedWrite, RestsOn};
use cloud_api::swr::{CreateSyncTask, SyncTarget, SyncTask};
use cloud_api::{ApiError, Before, Listed, Mutation, RepositoryPath};
use leptos::prelude::*;
use words::explanation::of_sync_task_write;

use super::target::sync_task_name;
use super::target_fields::TargetFields;
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog};
use crate::form::check_box;
use crate::i18n::{text, use_i18n};
use crate::live::live;
use crate::query::Query;
use crate::ui::ButtonKind;
use crate::ui::failure::failure;

/// The dialog; it stays open until the service has taken the task.
pub fn create_dialog(
    place: RepositoryPath,
    tasks: Query<Listed<SyncTask>>,
    on_close: Callback<()>,
) -> AnyView {
    let words = use_i18n();
    let fields = TargetFields::new();
    let (is_automatic, is_overwriting) = (RwSignal::new(true), RwSignal::new(false));
    let refusal = RwSignal::new(None::<ApiError>);
    let known = move || {
        let tasks = tasks.value();
        let tasks = tasks.iter().flat_map(|tasks| tasks.iter());
        tasks.map(|task| task.target_region.clone()).collect()
    };
    let consequence = move || {
        let target = fields.text();
        words.show(&if is_automatic.get() {
            text::automatic_sync_consequence_create(target)
        } else {
            text::automatic_sync_by_hand_only(target)
        })
    };
    let repository = place.to_string();
    let place = StoredValue::new(place);
    let before = move || {
        // A task that could not be read may be the one that is made, and an undo would take it away.
        let tasks = tasks.value().filter(|tasks| tasks.left_out == 0);
        tasks.map_or(Before::Nothing, |tasks| Before::SyncTasks(tasks.to_vec()))
    };
    let planned = move |target: SyncTarget| {
        let place = place.get_value();
        PlannedWrite {
            names: vec![sync_task_name(&place, &target)],
            mutation: Mutation::CreateSyncTask(CreateSyncTask {
                repository: place.clone(),
                target,
                automatic: is_automatic.get(),
                overwrite: is_overwriting.get(),
            }),
            before: before(),
        }
    };
    let typed = move || {
        let typed = fields.typed_target().map(planned);
        typed.into_iter().collect()
    };
    let asked = StoredValue::new(None::<(SyncTarget, PlannedWrite)>);
    let plan = move || {
        let (target, mut planned) = asked.get_value()?;
        let listed = tasks.value();
        let mut listed = listed.iter().flat_map(|tasks| tasks.iter());
        if listed.any(|task| task.target().as_ref() == Some(&target)) {
            fields.refuse_taken(&target);
            return None;
        }
        planned.before = match tasks.error() {
            None => before(),
            Some(_) => Before::Nothing,
        };
        Some(vec![vec![planned]])
    };
    let check = move || {
        refusal.set(None);
        let target = fields.target();
        asked.set_value(target.map(|target| (target.clone(), planned(target))));
        asked.with_value(Option::is_some)
    };
    let on_refused = move |error| {
        let target = asked.get_value().map(|(target, _)| target);
        if !target.is_some_and(|target| fields.refuse(&target, &error)) {
            refusal.set(Some(error));
        }
    };
    let refused = move || {
        let refusal = refusal.get();
        crate::live::shown(refusal.map(|error| failure(of_sync_task_write(&error), &error, None)))
    };
    let content = view! {
        {fields.view(known)}
        {check_box(text::automatic_sync_automatic(), is_automatic)}
        {check_box(text::automatic_sync_overwrite_label(), is_overwriting)}
        <p id="dialog-description" class="consequence">
            {live(consequence)}
        </p>
        <div role="alert">{live(refused)}</div>
    };
    WriteDialog {
        title: text::automatic_sync_create(),
        place: Some(repository),
        content: content.into_any(),
        copies: Copies::Described(live(typed)),
        confirmation: Confirmation::for_count(1),
        kind: ButtonKind::Primary,
        action: text::automatic_sync_create(),
        check: Box::new(check),
        look: Look::over(move || tasks.read_again(), || (), move || tasks.error()),
        rests_on: RestsOn::WhatIsFoundIfRead,
        not_read: text::delete_sync_tasks_not_read(),
        plan: Box::new(plan),
        ends: Ends::WhenTaken(Box::new(on_refused)),
        on_close,
    }
    .show()
}
