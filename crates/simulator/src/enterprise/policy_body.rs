//! What a create and an update of a policy must say: always all of it (corrections §5).

use crate::gateway::answer::Response;
use crate::gateway::incoming::Incoming;

use super::body::Body;
use super::cron;
use super::instance::Instance;
use super::policy::{Filter, Settings, Side};
use super::refusal::{invalid, unknown};

pub fn read(instance: &Instance, request: &Incoming) -> Result<Settings, Response> {
    let body = Body::of(request)?;
    let name = body.name(256)?;
    let side = side(&body)?;
    let filters = body.objects("filters")?;
    let filters = filters.iter().map(filter).collect::<Result<_, _>>()?;
    let repo_scope_mode = body.word("repo_scope_mode", &["regular", "selection"])?;
    let (trigger, cron) = trigger(&body)?;
    let settings = Settings {
        name,
        description: body.text_or_empty("description")?,
        side,
        dest_namespace: body.text_or_empty("dest_namespace")?,
        filters,
        repo_scope_mode,
        trigger,
        cron,
        overrides: body.flag_or_off("override")?,
        enabled: body.flag("enabled")?,
    };
    let mut registries = instance.registries.iter();
    match registries.any(|registry| registry.id == side.registry()) {
        true => Ok(settings),
        false => Err(unknown("registry")),
    }
}

/// Exactly one side is sent.
fn side(body: &Body) -> Result<Side, Response> {
    match (body.object("src_registry")?, body.object("dest_registry")?) {
        (Some(source), None) => Ok(Side::Pull(source.number("id")?)),
        (None, Some(destination)) => Ok(Side::Push(destination.number("id")?)),
        (Some(_), Some(_)) | (None, None) => Err(invalid("src_registry, dest_registry")),
    }
}

fn filter(body: &Body) -> Result<Filter, Response> {
    Ok(Filter {
        kind: body.word("type", &["name", "tag"])?,
        value: body.text("value")?,
    })
}

fn trigger(body: &Body) -> Result<(&'static str, String), Response> {
    let trigger = body.object("trigger")?.ok_or_else(|| invalid("trigger"))?;
    let kind = trigger.word("type", &["manual", "scheduled", "event_based"])?;
    let written = match trigger.object("trigger_settings")? {
        Some(settings) => settings.text_or_empty("cron")?,
        None => String::new(),
    };
    match (kind, cron::is_valid(&written)) {
        ("scheduled", false) => Err(invalid("cron")),
        ("scheduled", true) => Ok((kind, written)),
        _ => Ok((kind, String::new())),
    }
}
