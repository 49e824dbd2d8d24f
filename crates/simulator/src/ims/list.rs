//! The list of images (examples §3.1, corrections §4).

use serde_json::{Value, json};

use crate::gateway::answer::{Answer, Response, json_answer};
use crate::gateway::caller::DEFAULT_ENTERPRISE_PROJECT;

use super::call::Call;
use super::image::Image;
use super::parameters::Parameters;
use super::refusal::{denied, invalid};
use super::state::State;

const KINDS: [&str; 4] = ["gold", "private", "shared", "market"];
const VISIBILITIES: [&str; 3] = ["public", "private", "shared"];
const STATUSES: [&str; 5] = ["queued", "saving", "deleted", "killed", "active"];
const MEMBER_STATUSES: [&str; 3] = ["accepted", "rejected", "pending"];
const FLAGS: [&str; 2] = ["true", "false"];
const ORDERS: [&str; 4] = ["name", "status", "id", "created_at"];

/// The enterprise projects that were asked for: the default one where nothing is.
fn asked<'c>(call: &'c Call<'_>, parameters: &Parameters) -> Result<Vec<&'c str>, Response> {
    let granted = &call.enterprise_projects;
    let name = "enterprise_project_id";
    match parameters.text(name).unwrap_or(DEFAULT_ENTERPRISE_PROJECT) {
        "all_granted_eps" => Ok(granted.clone()),
        asked => match granted.iter().find(|known| **known == asked) {
            Some(known) => Ok(vec![known]),
            None => Err(denied()),
        },
    }
}

pub fn list(state: &mut State, call: &Call<'_>) -> Answer {
    let parameters = Parameters::of(call.request);
    let enterprise_projects = asked(call, &parameters)?;
    let kind = parameters.word("__imagetype", &KINDS)?;
    let visibility = parameters.word("visibility", &VISIBILITIES)?;
    let status = parameters.word("status", &STATUSES)?;
    let member_status = parameters.word("member_status", &MEMBER_STATUSES)?;
    let is_registered = parameters.word("__isregistered", &FLAGS)?.unwrap_or("true");
    let protected = parameters.word("protected", &FLAGS)?;
    let whole = parameters.word("__whole_image", &FLAGS)?;
    if member_status.is_some() && visibility != Some("shared") {
        return Err(invalid("member_status"));
    }
    let is = |name: &str, value: &str| parameters.text(name).is_none_or(|asked| asked == value);
    let is_wanted = |image: &&Image| {
        let is_own = image.owner == call.project;
        // What somebody else shares is listed once it was accepted, or as it is asked for.
        let stands = |asked: &str| {
            let mut routes = image.members.iter();
            routes.any(|it| call.is_reached_by(it) && it.status.eq_ignore_ascii_case(asked))
        };
        let is_here = match member_status {
            Some(asked) => !is_own && stands(asked),
            None => is_own || image.is_for_everybody() || stands("accepted"),
        };
        is_here
            && (!is_own || enterprise_projects.contains(&image.enterprise_project))
            && call.sees(image)
            && kind.is_none_or(|asked| asked == image.kind())
            && visibility.is_none_or(|asked| asked == image.visibility())
            && status.is_none_or(|asked| asked == image.status)
            && is_registered == image.is_registered.to_string()
            && protected.is_none_or(|asked| asked == image.protected.to_string())
            && whole.is_none_or(|asked| (asked == "true") == image.is_full_ecs())
            && is("id", &image.id)
            && is("name", &image.name)
            && is("owner", image.owner)
            && is("virtual_env_type", image.environment())
            && is("__os_type", image.system.map_or("", |it| it[0]))
            && is("__platform", image.system.map_or("", |it| it[1]))
    };
    let mut rows: Vec<&Image> = state.images.iter().filter(is_wanted).collect();
    sort(&mut rows, &parameters)?;
    let page = parameters.page(rows, |image| &image.id)?;
    let next = page.last().map_or(Value::Null, |image| json!(image.id));
    let rows: Vec<Value> = page.into_iter().map(Image::describe).collect();
    let answer = json!({ "images": rows, "page_info": { "next_marker": next } });
    Ok(json_answer(200, &answer))
}

/// The newest first where nothing else is asked for.
fn sort(rows: &mut [&Image], parameters: &Parameters) -> Result<(), Response> {
    let by = parameters
        .word("sort_key", &ORDERS)?
        .unwrap_or("created_at");
    let direction = parameters.word("sort_dir", &["asc", "desc"])?;
    match by {
        "name" => rows.sort_by(|one, other| one.name.cmp(&other.name)),
        "status" => rows.sort_by_key(|image| image.status),
        "id" => rows.sort_by(|one, other| one.id.cmp(&other.id)),
        _ => rows.sort_by_key(|image| image.made),
    }
    if direction != Some("asc") {
        rows.reverse();
    }
    Ok(())
}
