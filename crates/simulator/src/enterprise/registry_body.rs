//! What a create and an update of a registry must say: always all of it (corrections §5).

use crate::gateway::answer::Response;
use crate::gateway::incoming::Incoming;

use super::body::Body;
use super::fault::UNHEALTHY;
use super::refusal::{invalid, unhealthy};
use super::registry::{KINDS, Settings};

pub fn read(request: &Incoming) -> Result<Settings, Response> {
    let body = Body::of(request)?;
    let name = body.name(64)?;
    let kind = body.word("type", &KINDS)?;
    let url = body.text("url")?;
    let host = url.strip_prefix("https://").or(url.strip_prefix("http://"));
    if !host.is_some_and(|host| !host.is_empty() && !host.contains([' ', '<', '"'])) {
        return Err(invalid("url"));
    }
    let credential = body
        .object("credential")?
        .ok_or_else(|| invalid("credential"))?;
    credential
        .word("type", &["basic"])
        .map_err(|_| invalid("credential.type"))?;
    let access_key = credential
        .text("access_key")
        .map_err(|_| invalid("credential.access_key"))?;
    credential
        .text("access_secret")
        .map_err(|_| invalid("credential.access_secret"))?;
    let insecure = body.flag("insecure")?;
    check_hosts(&body, kind)?;
    if kind == "swr-pro-internal" {
        for field in ["project_id", "region_id", "instance_id"] {
            body.text(field)?;
        }
        if !insecure {
            return Err(invalid("insecure"));
        }
    }
    if name == UNHEALTHY {
        return Err(unhealthy());
    }
    Ok(Settings {
        name,
        description: body.text_or_empty("description")?,
        kind,
        url,
        access_key,
        region_id: body.text_or_empty("region_id")?,
        instance_id: body.text_or_empty("instance_id")?,
        insecure,
    })
}

/// Open-source Harbor needs at least one host with its address.
fn check_hosts(body: &Body, kind: &str) -> Result<(), Response> {
    const NAME: &str = "dns_conf";
    let Some(mapping) = body.object(NAME)? else {
        return match kind {
            "swr-pro" => Err(invalid(NAME)),
            _ => Ok(()),
        };
    };
    let hosts = mapping.object("hosts")?.and_then(|hosts| hosts.texts());
    let hosts = hosts.ok_or_else(|| invalid(NAME))?;
    let is_address = |text: &str| text.parse::<std::net::IpAddr>().is_ok();
    let are_valid = hosts
        .iter()
        .all(|(host, address)| !host.is_empty() && is_address(address));
    match are_valid && !(hosts.is_empty() && kind == "swr-pro") {
        true => Ok(()),
        false => Err(invalid(NAME)),
    }
}
