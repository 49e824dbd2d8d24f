//! What the account may have, has, and what the region offers (examples §2.12).

use cloud_api::Response;
use serde_json::json;

use crate::identities::{ACCOUNT_ID, ACCOUNT_NAME, PROJECT_ID};
use crate::refusal::{json_answer, no_right};
use crate::state::State;

pub fn quotas(state: &State, project: &str) -> Response {
    if project != PROJECT_ID {
        return no_right();
    }
    let organizations = json!({
        "quota_key": "namespace",
        "quota_limit": state.organization_quota,
        "unit": "",
        "used": state.organizations.len(),
    });
    json_answer(200, &json!({ "quotas": [organizations] }))
}

pub fn overview(state: &State) -> Response {
    let organizations = state.organizations.values();
    let repositories = organizations.flat_map(|organization| organization.repositories.values());
    let (mut count, mut images, mut size) = (0_u64, 0_u64, 0_u64);
    for repository in repositories {
        count += 1;
        images += repository.num_images;
        size += repository.size;
    }
    json_answer(
        200,
        &json!({
            "domain_id": ACCOUNT_ID,
            "domain_name": ACCOUNT_NAME,
            "namspace_num": state.organizations.len(),
            "repo_num": count,
            "image_num": images,
            "store_space": size as f64 / 1e9,
            "downflow_size": 0,
        }),
    )
}

pub fn feature_gates(project: &str) -> Response {
    if project != PROJECT_ID {
        return no_right();
    }
    json_answer(
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
    )
}
