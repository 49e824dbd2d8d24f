//! Target registries of SWR Enterprise that cannot be reached, a line for each instance.

use cloud_api::enterprise::{Instance, ListInstances, Paging};
use cloud_api::{Owner, ProjectId};
use leptos::prelude::*;

use super::line::line;
use crate::i18n::{Message, text};
use crate::live::{derived, follow, live, shown};
use crate::pages::overview::reading::Reading;
use crate::query::use_query;
use crate::scans::registries::{RegistryScan, use_registry_scan};
use crate::session::at_project;
use crate::ui::IconName;

/// The lines. With container images they wait until everything is read; alone they are few calls.
pub fn registries(reading: Option<Reading>) -> AnyView {
    let is_wanted = derived(move || reading.is_none_or(Reading::has_begun));
    live(move || {
        shown(
            is_wanted
                .get()
                .then(|| at_project(move |project| lines(project, reading))),
        )
    })
    .into_any()
}

fn lines(project: ProjectId, reading: Option<Reading>) -> AnyView {
    let scan = use_registry_scan();
    let instances = use_query(ListInstances {
        project,
        paging: Paging::holding(0),
    });
    if let Some(reading) = reading {
        reading.refreshes_with_it(instances.status());
    }
    follow(move || {
        let instances = instances.value();
        let instances = instances.iter().flat_map(|page| page.rows.iter());
        let ids = instances.filter_map(Instance::instance_id);
        scan.cover(ids.map(Owner::Instance).collect());
    });
    live(move || {
        let listed = instances.value();
        // One answer holds a hundred; nothing is claimed of those behind it.
        let is_part = listed.is_some_and(|page| {
            let more = page.total.is_some_and(|total| total > page.rows.received());
            more || page.rows.left_out > 0
        });
        let failed = (is_part || instances.error().is_some()).then(|| {
            let address = "enterprise".to_owned();
            line(
                IconName::Registry,
                Some((text::overview_attention_instances(), address)),
            )
        });
        let instances = instances.value();
        let instances = instances.iter().flat_map(|page| page.rows.iter());
        let told: Vec<AnyView> = instances
            .map(|instance| line(IconName::Registry, told(scan, instance)))
            .collect();
        [shown(failed), told.into_any()].into_any()
    })
    .into_any()
}

/// What is told of an instance, and where it leads; reacts.
fn told(scan: RegistryScan, instance: &Instance) -> Option<(Message, String)> {
    let id = instance.instance_id()?;
    let place = Owner::Instance(id.clone());
    let name = match instance.name.is_empty() {
        true => id.as_str(),
        false => &instance.name,
    };
    scan.look(|seen| {
        let found = seen.found_of(&place);
        let has_failed = seen.reading(&place).is_some_and(|it| it.error().is_some());
        if has_failed || found.is_some_and(|found| !found.is_whole) {
            let words = text::overview_attention_registries_not_read(name);
            return Some((words, format!("enterprise/{id}/registries")));
        }
        let unhealthy = found?.registries;
        let words = text::overview_attention_registries(unhealthy, name);
        let address = format!("enterprise/{id}/registries?health=unhealthy");
        (unhealthy > 0).then_some((words, address))
    })
}
