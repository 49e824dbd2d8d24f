//! What the account may have, has, and what the region offers (examples §2.12).

use serde_json::json;

use crate::gateway::answer::{Answer, json_answer};

use super::call::Call;
use super::refusal::no_right;
use super::state::State;

pub fn quotas(state: &mut State, call: &Call<'_>, project: &str) -> Answer {
    if project != call.caller.account().main_project() {
        return Err(no_right());
    }
    let organizations = json!({
        "quota_key": "namespace",
        "quota_limit": state.organization_quota,
        "unit": "",
        "used": state.organizations().len(),
    });
    Ok(json_answer(200, &json!({ "quotas": [organizations] })))
}

pub fn overview(state: &mut State, call: &Call<'_>) -> Answer {
    let account = call.caller.account();
    let organizations = state.organizations().values();
    let repositories = organizations.flat_map(|organization| organization.repositories.values());
    let (mut count, mut images, mut size) = (0_u64, 0_u64, 0_u64);
    for repository in repositories {
        count += 1;
        images += repository.num_images;
        size += repository.size;
    }
    Ok(json_answer(
        200,
        &json!({
            "domain_id": account.id(),
            "domain_name": account.name(),
            "namspace_num": state.organizations().len(),
            "repo_num": count,
            "image_num": images,
            "store_space": size as f64 / 1e9,
            "downflow_size": 0,
        }),
    ))
}

pub fn feature_gates(_: &mut State, call: &Call<'_>, project: &str) -> Answer {
    if project != call.caller.account().main_project() {
        return Err(no_right());
    }
    Ok(json_answer(
        200,
        &json!({
            "enable_experience": true,
            "enable_hss_service": true,
            "enable_image_scan": true,
            "enable_sm3": false,
            "enable_image_sync": true,
            "enable_cci_service": true,
            "enable_image_label": false,
            "enable_pipeline": false,
            "enable_list_v3": true,
        }),
    ))
}
