//! One instance at a look: what it is, how much it holds and may hold, and where its images go.

mod arrows;
mod quotas;

use cloud_api::enterprise::{Instance, ShowStatistics};
use leptos::prelude::*;
use words::explanation;

use super::cells::moment_cell;
use super::lists;
use super::place::Place;
use super::replication::ReplicationRead;
use crate::i18n::{Untrusted, t, text};
use crate::listing::empty::failed_view;
use crate::listing::freshness;
use crate::listing::read::ListRead;
use crate::live::{live, shown};
use crate::query::{Query, use_query};
use crate::table::cells::identifier::{InTabOrder, identifier_cell, short_identifier};
use crate::ui::facts::facts;
use crate::ui::failure::failure_of;
use crate::ui::{HeadRoom, in_page_head, page_help};
use arrows::arrows;
use quotas::quotas;

/// The tab.
pub fn page(place: &Place, details: Query<Instance>) -> AnyView {
    let statistics = use_query(ShowStatistics {
        project: place.project.clone(),
        instance: place.instance.clone(),
    });
    let registries = lists::target_registries(place);
    let replication = ReplicationRead::of(place);
    let refresh = Callback::new(move |()| {
        details.refresh();
        statistics.refresh();
        registries.status.refresh();
        replication.refresh();
    });
    let read = ListRead::of_list(registries).refreshed_by(refresh);
    let properties = move || shown(details.value().map(|instance| properties(&instance)));
    let held = move || shown(statistics.value().map(|statistics| quotas(&statistics)));
    let not_counted = failure_of(
        text::instance_statistics_failed(),
        move || statistics.error(),
        Some(Callback::new(move |()| statistics.refresh())),
    );
    let kept_up = replication.keep_up(place);
    let place = place.clone();
    let drawn = move || {
        let (read_at, error) = (registries.status.read_at, registries.status.error);
        match error.get() {
            Some(error) if read_at.with(Option::is_none) => {
                failed_view(&error, explanation::of_target_registries, refresh)
            }
            _ if read_at.with(Option::is_none) || replication.is_awaited() => {
                view! { <p class="freshness">{t(text::table_loading())}</p> }.into_any()
            }
            _ => arrows(&place, &registries.rows.get(), replication, details),
        }
    };
    // Where the registries did not come either, that says it all.
    let notices = move || {
        let has_come = registries.status.read_at.with(Option::is_some);
        shown(has_come.then(|| untrack(|| replication.notices())))
    };
    view! {
        {page_help(text::instance_overview_purpose())}
        {in_page_head(HeadRoom::Tools, [kept_up, freshness(read)].into_any())}
        {live(properties)}
        <section aria-labelledby="quotas-title">
            <h2 id="quotas-title">{t(text::instance_overview_quotas())}</h2>
            {not_counted}
            {live(held)}
        </section>
        <section aria-labelledby="replication-title">
            <h2 id="replication-title">{t(text::instance_overview_replication())}</h2>
            {live(notices)}
            {live(drawn)}
        </section>
    }
    .into_any()
}

/// What is told of an instance; what the service does not tell is left out.
fn properties(instance: &Instance) -> AnyView {
    let told = |text: &str| {
        let text = Some(text.to_owned()).filter(|text| !text.is_empty());
        text.map(|text| view! { <Untrusted text /> }.into_any())
    };
    let network = |name: &str, addresses: &str| {
        let both = [name, addresses].into_iter().filter_map(told);
        let both: Vec<AnyView> = both.collect();
        (!both.is_empty()).then(|| view! { <span class="apart">{both}</span> }.into_any())
    };
    let enterprise_project = match &*instance.enterprise_project_id {
        "0" => Some(t(text::enterprise_default()).into_any()),
        id => told(id),
    };
    let address = Some(&instance.access_address).filter(|address| !address.is_empty());
    let identifier = short_identifier(
        &instance.id,
        text::instance_identifier_copy(),
        InTabOrder::Yes,
    );
    let all = [
        (text::instance_identifier(), Some(identifier)),
        (
            text::registries_address(),
            address.map(|address| identifier_cell(address.clone())),
        ),
        (text::instances_spec(), told(&instance.spec)),
        (text::instance_version(), told(&instance.version)),
        (text::enterprise_title(), enterprise_project),
        (
            text::instance_network(),
            network(&instance.vpc_name, &instance.vpc_cidr),
        ),
        (
            text::instance_subnet(),
            network(&instance.subnet_name, &instance.subnet_cidr),
        ),
        (text::instance_bucket(), told(&instance.obs_bucket_name)),
        (
            text::machine_images_created(),
            Some(moment_cell(&instance.created_at)),
        ),
        (text::permissions_description(), told(&instance.description)),
    ];
    facts(
        text::machine_image_properties(),
        text::machine_image_more_properties(),
        all,
    )
}
