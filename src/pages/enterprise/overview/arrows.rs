//! Where the images of an instance come from and go to, as a picture: registries are places, policies are
//! arrows. It is a list of links, so that it is heard as it is seen.

use cloud_api::enterprise::{
    Arrow, Far, Instance, InstanceId, MapPlace, RegistryStatus, TargetRegistry, Way,
    replication_map,
};
use leptos::prelude::*;

use crate::i18n::{Message, Untrusted, t, text};
use crate::live::{live, shown};
use crate::pages::enterprise::cells::{health_pill, type_cell};
use crate::pages::enterprise::place::Place;
use crate::pages::enterprise::registry_row::{LastRun, Replication};
use crate::pages::enterprise::replication::ReplicationRead;
use crate::pages::enterprise::routes::{Route, details_of_registry};
use crate::pages::enterprise::run_cells::enabled_pill;
use crate::pages::enterprise::use_cells::last_run_cell;
use crate::query::Query;
use crate::ui::bounded::bounded;
use crate::ui::{Icon, IconName, Pill, Tone, label_of};

/// The picture; reacts to what is read of the policies.
pub fn arrows(
    place: &Place,
    registries: &[TargetRegistry],
    replication: ReplicationRead,
    details: Query<Instance>,
) -> AnyView {
    replication.look(|known| {
        let places = replication_map(registries, &known.policies.rows);
        if places.is_empty() {
            return view! { <p class="empty">{t(text::target_registries_nothing())}</p> }
                .into_any();
        }
        // What moves images first.
        let (mut places, still): (Vec<_>, Vec<_>) = places
            .into_iter()
            .partition(|place| !place.arrows.is_empty());
        places.extend(still);
        let id = &place.instance;
        let places = bounded(places.iter(), |place| Some(place_line(id, place, known)));
        let id = id.to_string();
        let name = move || {
            let instance = details.value();
            let name = instance.map(|instance| instance.name.clone());
            let name = name.filter(|name| !name.is_empty());
            let text = name.unwrap_or_else(|| id.clone());
            view! { <Untrusted text /> }.into_any()
        };
        view! {
            <div class="replication-map">
                <p class="map-end">
                    <Icon name=IconName::Registry />
                    <strong>{live(name)}</strong>
                </p>
                <ul class="map-places">{places}</ul>
            </div>
        }
        .into_any()
    })
}

fn place_line(instance: &InstanceId, place: &MapPlace<'_>, known: Replication<'_>) -> AnyView {
    let name = name_of(place.far);
    let line = |arrow: &Arrow<'_>| Some(arrow_line(instance, arrow, &name, known));
    let arrows = (!place.arrows.is_empty()).then(|| bounded(place.arrows.iter(), line));
    view! {
        <li class="map-place">
            <ul class="map-arrows">{shown(arrows)}</ul>
            <div class="map-end">{end(instance, place.far)}</div>
        </li>
    }
    .into_any()
}

/// What the far end is called in a sentence.
fn name_of(far: Far<'_>) -> Message {
    match far {
        Far::Listed(registry) => text::item_name(registry.name.as_str()),
        Far::NotListed(id) => text::instance_overview_not_listed(id.to_string()),
        Far::NotTold => text::instance_overview_not_told(),
    }
}

/// The far end: a registry with its details behind it, in red only while it cannot be reached.
fn end(instance: &InstanceId, far: Far<'_>) -> AnyView {
    let Far::Listed(registry) = far else {
        let label = label_of(Some(name_of(far)), "");
        return view! { <Pill tone=Tone::Warning icon=IconName::Warning label /> }.into_any();
    };
    let text = registry.name.clone();
    let name = view! { <Untrusted text /> };
    let name = match registry.id {
        Some(id) => {
            let address = details_of_registry(instance, &id.to_string());
            view! { <a href=address>{name}</a> }.into_any()
        }
        None => name.into_any(),
    };
    let is_healthy = registry.known_status() == Some(RegistryStatus::Healthy);
    let health = (!is_healthy).then(|| health_pill(&registry.status));
    view! {
        {name}
        <span class="field-hint">{type_cell(&registry.registry_type)}</span>
        {shown(health)}
    }
    .into_any()
}

/// A policy as an arrow: a link that tells, when it is heard alone, from where to where and how it went.
fn arrow_line(
    instance: &InstanceId,
    arrow: &Arrow<'_>,
    far: &Message,
    known: Replication<'_>,
) -> AnyView {
    let policy = arrow.policy;
    let last = LastRun::of(&[policy], known);
    let (way, whither) = match arrow.way {
        Way::Here => ("here", text::instance_overview_from(far.clone())),
        Way::There => ("there", text::instance_overview_to(far.clone())),
    };
    let line = match (policy.enabled, &last) {
        (Some(false), _) => "off",
        (_, LastRun::Never | LastRun::NotRead | LastRun::Unused) => "untried",
        (_, run) if run.rank() == 0 => "failed",
        _ => "tried",
    };
    let is_off = policy.enabled == Some(false);
    let off = is_off.then(|| enabled_pill(policy.enabled));
    let text = policy.name.clone();
    let content = view! {
        <span class="map-name">
            <Untrusted text />
        </span>
        " "
        <span class="visually-hidden">{t(whither)}</span>
        " "
        {shown(off)}
        " "
        {last_run_cell(&last)}
        <span class="map-line"></span>
    };
    let class = format!("map-arrow {way} {line}");
    let arrow = match policy.id {
        Some(id) => {
            let page = Route::Policy(instance.clone(), id).to_string();
            view! { <a class=class href=page>{content}</a> }.into_any()
        }
        None => view! { <span class=class>{content}</span> }.into_any(),
    };
    view! { <li>{arrow}</li> }.into_any()
}
