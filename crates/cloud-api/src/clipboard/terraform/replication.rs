//! Target registries, replication policies and executions as the provider has them.

use super::attribute::{Attribute, Block};
use crate::enterprise::{
    Certificates, Direction, Filter, HostMapping, InstanceId, PolicySettings, RegistrySettings,
    RegistryTarget, Trigger,
};

use Attribute::{Flag, Number, Text, Variable};

/// The attributes and blocks of a thing.
type Described<'a> = (Vec<(&'static str, Attribute<'a>)>, Vec<Block<'a>>);

/// Of a target registry. The provider calls the instance that it is otherwise than the API does, and the
/// secret is a variable, which is set when Terraform is run.
pub(super) fn registry<'a>(
    instance: &'a InstanceId,
    settings: &'a RegistrySettings,
) -> Described<'a> {
    let mut attributes = vec![
        ("instance_id", Text(instance.as_str())),
        ("name", Text(settings.name.as_str())),
        ("type", Text(settings.target.registry_type().name())),
        ("url", Text(settings.url.as_str())),
        (
            "insecure",
            Flag(settings.target.certificates() == Certificates::Any),
        ),
    ];
    described_by(&mut attributes, &settings.description);
    let mut blocks = vec![Block {
        name: "credential",
        attributes: vec![
            ("type", Text("basic")),
            ("access_key", Text(settings.access_key.as_str())),
            ("access_secret", Variable("access_secret")),
        ],
        inner: Vec::new(),
    }];
    match &settings.target {
        RegistryTarget::Harbor { hosts, .. } => blocks.push(Block {
            name: "dns_conf",
            attributes: vec![("hosts", map(hosts))],
            inner: Vec::new(),
        }),
        RegistryTarget::Enterprise {
            project,
            region,
            instance,
        } => attributes.extend([
            ("project_id", Text(project.as_str())),
            ("region_id", Text(region.as_str())),
            ("target_instance_id", Text(instance.as_str())),
        ]),
        RegistryTarget::Shared { region, .. } => {
            attributes.extend(region.iter().map(|it| ("region_id", Text(it.as_str()))));
        }
    }
    (attributes, blocks)
}

/// Of a replication policy.
pub(super) fn policy<'a>(instance: &'a InstanceId, settings: &'a PolicySettings) -> Described<'a> {
    let mut attributes = vec![
        ("instance_id", Text(instance.as_str())),
        ("name", Text(settings.name.as_str())),
        ("repo_scope_mode", Text(settings.repo_scope_mode.name())),
        ("override", Flag(settings.overwrites)),
        ("enabled", Flag(settings.enabled)),
    ];
    if !settings.dest_namespace.is_empty() {
        attributes.push(("dest_namespace", Text(&settings.dest_namespace)));
    }
    described_by(&mut attributes, &settings.description);
    let side = match settings.direction {
        Direction::Pull(_) => "src_registry",
        Direction::Push(_) => "dest_registry",
    };
    let id = Number(settings.direction.registry().into());
    let (trigger, cron) = match &settings.trigger {
        Trigger::Manual => ("manual", None),
        Trigger::Scheduled(schedule) => ("scheduled", Some(schedule)),
        Trigger::EventBased => ("event_based", None),
    };
    let inner = cron.map(|cron| Block {
        name: "trigger_settings",
        attributes: vec![("cron", Text(cron.as_str()))],
        inner: Vec::new(),
    });
    let mut blocks = vec![Block {
        name: side,
        attributes: vec![("id", id)],
        inner: Vec::new(),
    }];
    blocks.extend(settings.filters.iter().map(filter));
    blocks.push(Block {
        name: "trigger",
        attributes: vec![("type", Text(trigger))],
        inner: inner.into_iter().collect(),
    });
    (attributes, blocks)
}

fn filter(filter: &Filter) -> Block<'_> {
    let value = filter.value.as_deref().unwrap_or_default();
    Block {
        name: "filters",
        attributes: vec![("type", Text(&filter.filter_type)), ("value", Text(value))],
        inner: Vec::new(),
    }
}

fn map(hosts: &HostMapping) -> Attribute<'_> {
    Attribute::Map(hosts.iter().collect())
}

fn described_by<'a>(attributes: &mut Vec<(&'static str, Attribute<'a>)>, description: &'a str) {
    if !description.is_empty() {
        attributes.push(("description", Text(description)));
    }
}
