//! The registries: list and numbers (examples §5.4).

use serde_json::json;

use crate::gateway::answer::{Answer, json_answer};
use crate::gateway::identities::PROJECT_ID;

use super::call::Call;
use super::inventory::{Registry, id, images, listed};
use super::parameters::Parameters;
use super::state::State;
use super::view::View;

fn seen(view: &View, types: Option<&[String]>) -> Vec<Registry> {
    let mut registries = listed();
    registries.retain(|registry| {
        view.sees(PROJECT_ID, registry.enterprise_project)
            && types.is_none_or(|types| types.iter().any(|one| one == registry.kind))
    });
    registries
}

pub fn list(state: &mut State, call: &Call<'_>) -> Answer {
    let parameters = Parameters::of(call.request);
    let name = parameters.text("registry_name", 128)?;
    let wanted_id = parameters.text("registry_id", 64)?;
    let address = parameters.text("registry_addr", 256)?;
    let status = parameters.word("status", &["success", "fail", "accessing"])?;
    let types = parameters.registry_types()?;
    let mut rows = seen(call.view, types.as_deref());
    rows.retain(|registry| {
        let part = |wanted: &Option<String>, text: &str| {
            wanted
                .as_ref()
                .is_none_or(|wanted| text.contains(wanted.as_str()))
        };
        part(&name, &registry.name)
            && part(&address, &registry.address)
            && wanted_id
                .as_ref()
                .is_none_or(|wanted| *wanted == id(registry.number))
            && status
                .as_ref()
                .is_none_or(|wanted| *wanted == registry.status)
    });
    let latest = state.tasks.latest(call.now);
    parameters.page(rows, |registry| {
        let is_own = !registry.kind.starts_with("Swr");
        let mut row = json!({
            "id": id(registry.number),
            "registry_name": registry.name,
            "registry_type": registry.kind,
            "registry_addr": registry.address,
            "namespace": "",
            "get_scan_image_channel": "Swr",
            "api_version": "V2",
            "status": registry.status,
            "images_num": images(registry.number),
            "latest_sync_time": latest.get(&registry.number).map_or(0, |(ended, _)| ended.milliseconds()),
        });
        // Registries of SWR have neither protocol nor user.
        if is_own {
            row["protocol"] = json!("https");
            row["registry_username"] = json!("robot");
            row["connect_cluster_id"] = json!("f6e5d4c3-2b1a-4f0e-9d8c-7b6a5f4e3d2c");
        }
        if registry.status == "fail" {
            row["fail_reason"] = json!(registry.fail_reason);
        }
        row
    })
}

pub fn statistics(_: &mut State, call: &Call<'_>) -> Answer {
    let types = Parameters::of(call.request).registry_types()?;
    let rows = seen(call.view, types.as_deref());
    let count = |status: &str| rows.iter().filter(|row| row.status == status).count();
    Ok(json_answer(
        200,
        &json!({ "success_num": count("success"), "fail_num": count("fail") }),
    ))
}
