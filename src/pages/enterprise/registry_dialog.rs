//! Before target registries are deleted: the policies and executions in the way of each, what becomes of
//! those, and what stops flowing.

mod fates;

use changes::{PlannedWrite, RestsOn};
use cloud_api::enterprise::{
    DeletePolicy, DeleteRegistry, PolicySettings, RegistryBefore, RegistryId, ReplicationPolicy,
    StopExecution, TargetRegistry, UpdatePolicy,
};
use cloud_api::{Before, Mutation};
use leptos::prelude::*;

use super::lines::{lines_of, more_may_run};
use super::policies_look::name_of;
use super::policy_side::PolicySide;
use super::registries_look::{ChosenRegistries, RegistriesLook, RegistriesRead};
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::write_dialog::{Ends, WriteDialog, consequence};
use crate::i18n::{Message, t, text};
use crate::live::{derived, follow, live, shown};
use crate::ui::ButtonKind;
use crate::ui::bounded::bounded;
use crate::ui::failure::failure_of;
use fates::Fates;

/// The dialog. What keeps the registries in use is read when it opens and once more before anything is
/// sent: when that differs, the person looks again. `on_sent` runs once it is on its way.
pub fn delete_registries_dialog(
    chosen: ChosenRegistries,
    on_sent: Callback<()>,
    on_close: Callback<()>,
) -> AnyView {
    let look = RegistriesLook::begin(chosen);
    let total = look.count();
    let fates = Fates::new();
    let count = derived(move || look.found().map_or(0, |found| found.there.len() as u64));
    let is_in_use = derived(move || {
        let found = look.found();
        found.is_some_and(|found| found.used_by.iter().any(|policy| policy.id.is_some()))
    });
    let confirmation = Confirmation::for_count(1);
    follow(move || {
        let found = look.found();
        let may_be_more =
            found.is_some_and(|found| found.may_be_more || found.running.may_be_more());
        confirmation.require_when(count.get() > 1 || is_in_use.get() || may_be_more);
    });
    let told = move || match look.found() {
        None => match look.error() {
            Some(_) => ().into_any(),
            None => view! { <p role="status">{t(text::table_loading())}</p> }.into_any(),
        },
        Some(found) => untrack(|| told(look, fates, &found)),
    };
    let nothing = move || {
        let is_none = look.found().is_some() && count.get() == 0;
        let words = || view! { <p class="field-error">{t(text::cancel_nothing_left())}</p> };
        shown(is_none.then(words))
    };
    let content = view! {
        {live(told)}
        {consequence(text::delete_registries_consequence())}
        <div role="alert">
            {live(nothing)}
            {failure_of(text::delete_registries_not_checked(), move || look.error(), None)}
        </div>
    };
    let of_all = move |count: u64| match count {
        0 => total,
        count => count,
    };
    let title = move || text::work_delete_target_registries(of_all(count.get()));
    let action = move || {
        let count = of_all(count.get());
        match is_in_use.get() {
            true => text::delete_registries_free(count),
            false => text::work_delete_target_registries(count),
        }
    };
    let stages = move || {
        let found = look.found();
        found.map_or_else(Vec::new, |found| plan(look, fates, &found))
    };
    WriteDialog {
        title: text::work_delete_target_registries(total),
        place: None,
        content: content.into_any(),
        copies: Copies::Requests(live(move || stages().into_iter().flatten().collect())),
        confirmation,
        kind: ButtonKind::Danger,
        action: text::work_delete_target_registries(total),
        check: Box::new(move || count.get() > 0),
        look: look.look(),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::delete_registries_not_checked(),
        plan: Box::new(move || {
            let stages = stages();
            (!stages.is_empty()).then_some(stages)
        }),
        ends: Ends::WhenSent(Box::new(move |_| on_sent.run(()))),
        on_close,
    }
    .show_following(live(title), live(action))
}

/// Which registries, and what is in the way of them.
fn told(look: RegistriesLook, fates: Fates, found: &RegistriesRead) -> AnyView {
    let names = found
        .there
        .iter()
        .map(|(id, registry)| with_id(*id, registry));
    let names = lines_of(names.collect());
    let policies = found.used_by.len() as u64;
    let in_the_way =
        (policies > 0).then(|| view! { <p>{t(text::delete_registries_in_the_way(policies))}</p> });
    let each = |policy| Some(in_the_way_view(look, fates, found, policy));
    let each = (policies > 0).then(|| {
        let each = bounded(found.used_by.iter(), each);
        view! { <ul class="dialog-list" tabindex="0">{each}</ul> }
    });
    let stops = found.running.count();
    let stops = (stops > 0)
        .then(|| view! { <p class="banner warning">{t(text::policies_stops(stops))}</p> });
    let more = found.may_be_more.then(|| {
        let words = text::target_registries_policies_part();
        view! { <p class="banner warning">{t(words)}</p> }
    });
    view! {
        {names}
        {shown(in_the_way)}
        {shown(each)}
        {shown(stops)}
        {more_may_run(found.running.may_be_more())}
        {shown(more)}
    }
    .into_any()
}

/// A policy in the way: what it copies, what runs of it, and what becomes of it.
fn in_the_way_view(
    look: RegistriesLook,
    fates: Fates,
    found: &RegistriesRead,
    policy: &ReplicationPolicy,
) -> AnyView {
    let side = |side| {
        let registries = look.registries.rows;
        registries.with(|registries| PolicySide::of(side, registries).words())
    };
    let name = match policy.id {
        Some(id) => name_of(id, policy),
        None => policy.name.clone(),
    };
    let line = text::policies_line(name, side(policy.source), side(policy.destination));
    let Some(id) = policy.id else {
        let left = text::delete_registries_unnamed();
        return view! { <li>{t(line)} " " <span class="field-hint">{t(left)}</span></li> }
            .into_any();
    };
    let running = found.running.of(id).map(|execution| {
        let words = text::policies_running(execution.to_string());
        view! { <span class="field-hint">{t(words)} " "</span> }.into_any()
    });
    let running: Vec<AnyView> = running.collect();
    let settings = PolicySettings::of(policy);
    view! {
        <li>
            {t(line)}
            " "
            {running}
            {fates.choice(id, &policy.name, settings.is_some(), &found.others)}
        </li>
    }
    .into_any()
}

/// What is sent, in stages: what runs is stopped, then no policy refers to the registries any more, then
/// they are deleted.
fn plan(look: RegistriesLook, fates: Fates, found: &RegistriesRead) -> Vec<Vec<PlannedWrite>> {
    let place = look.place();
    let (project, instance) = (&place.project, &place.instance);
    let (mut stops, mut freed) = (Vec::new(), Vec::new());
    for policy in &found.used_by {
        let Some(id) = policy.id else { continue };
        let name = name_of(id, policy);
        stops.extend(found.running.of(id).map(|execution| PlannedWrite {
            names: vec![format!("{execution} ({name})")],
            before: Before::Nothing,
            mutation: Mutation::StopExecution(StopExecution {
                project: project.clone(),
                instance: instance.clone(),
                policy: id,
                execution,
            }),
        }));
        let settings = PolicySettings::of(policy);
        let mutation = match (fates.target(id, &found.others), &settings) {
            (Some(registry), Some(settings)) => Mutation::UpdatePolicy(UpdatePolicy::pointing_at(
                project, instance, id, settings, registry,
            )),
            // What is not told whole cannot be sent back: it is deleted, as the dialog says.
            (Some(_) | None, _) => Mutation::DeletePolicy(DeletePolicy {
                project: project.clone(),
                instance: instance.clone(),
                policy: id,
            }),
        };
        freed.push(PlannedWrite {
            names: vec![name],
            before: settings.map_or(Before::Nothing, Before::ReplicationPolicy),
            mutation,
        });
    }
    let deleted = found.there.iter().map(|(id, registry)| PlannedWrite {
        names: vec![called(*id, registry)],
        before: Before::TargetRegistry(RegistryBefore::of(registry)),
        mutation: Mutation::DeleteRegistry(DeleteRegistry {
            project: project.clone(),
            instance: instance.clone(),
            registry: *id,
        }),
    });
    let deleted: Vec<PlannedWrite> = deleted.collect();
    if deleted.is_empty() {
        return Vec::new();
    }
    let stages = [stops, freed, deleted].into_iter();
    stages.filter(|stage| !stage.is_empty()).collect()
}

/// What a registry is called by now, with its ID; one without a name by its ID alone.
fn with_id(id: RegistryId, registry: &TargetRegistry) -> Message {
    let id = id.to_string();
    match &*registry.name {
        "" => text::policies_registry_by_id(id),
        name => text::delete_registries_one(id, name),
    }
}

/// The same in one text, for records; untrusted text.
fn called(id: RegistryId, registry: &TargetRegistry) -> String {
    match &*registry.name {
        "" => id.to_string(),
        name => name.to_owned(),
    }
}
