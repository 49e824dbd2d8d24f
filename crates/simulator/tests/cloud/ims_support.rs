//! Asking the simulated cloud about machine images.

use serde_json::{Value, json};
use simulator::identities::PEOPLE;
use simulator::{Response, Simulator};

use super::support::*;

/// The batch path of writes.
pub const MEMBERS: &str = "/v1/cloudimages/members";

/// Token of the administrator of the main account.
pub fn anna() -> &'static str {
    PEOPLE[ANNA].token
}

/// ID of a project that is none of the simulated ones.
pub fn stranger(number: u8) -> String {
    format!("{number:02x}").repeat(16)
}

/// ID of an image by its name, as the administrator finds it.
pub fn image(cloud: &mut Simulator, name: &str) -> String {
    let address = "/v2/cloudimages?enterprise_project_id=all_granted_eps";
    let answer = read(&get(cloud, &format!("{address}&name={name}&limit=1"), ANNA));
    answer["images"][0]["id"].as_str().unwrap().to_owned()
}

/// IDs of images by their names.
pub fn images(cloud: &mut Simulator, names: &[&str]) -> Vec<String> {
    names.iter().map(|name| image(cloud, name)).collect()
}

/// Asks with a token.
pub fn ask_as(
    cloud: &mut Simulator,
    token: &str,
    method: &str,
    address: &str,
    body: &Value,
) -> Response {
    send(cloud, &incoming(method, address, token, body))
}

/// What the administrator sees of an image's members: ID and status in lower case.
pub fn members(cloud: &mut Simulator, image: &str) -> Vec<(String, String)> {
    let address = format!("/v2/images/{image}/members?limit=500");
    let answer = read(&get(cloud, &address, ANNA));
    let rows = answer["members"].as_array().unwrap().iter();
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    rows.map(|row| (text(row, "member_id"), text(row, "status").to_lowercase()))
        .collect()
}

/// IDs of an image's members.
pub fn member_ids(cloud: &mut Simulator, image: &str) -> Vec<String> {
    let members = members(cloud, image).into_iter();
    members.map(|(id, _)| id).collect()
}

/// Begins a job with a token, and gives its ID.
pub fn begin(cloud: &mut Simulator, token: &str, method: &str, body: &Value) -> String {
    let answer = ask_as(cloud, token, method, MEMBERS, body);
    assert_eq!(answer.status, 200, "{:?}", read(&answer));
    read(&answer)["job_id"].as_str().unwrap().to_owned()
}

/// A job by the path without a project, as the administrator reads it.
pub fn job(cloud: &mut Simulator, id: &str) -> Value {
    read(&get(cloud, &format!("/v1/cloudimages/job/{id}"), ANNA))
}

/// Begins a job as the administrator and gives how it ends.
pub fn done(cloud: &mut Simulator, method: &str, body: &Value) -> Value {
    let id = begin(cloud, anna(), method, body);
    advance(cloud, 10);
    job(cloud, &id)
}

/// Code of the refusal of a batch write by the administrator.
pub fn refused(cloud: &mut Simulator, method: &str, body: &Value) -> (u16, String) {
    refusal(&ask_as(cloud, anna(), method, MEMBERS, body))
}

/// A body with images and projects.
pub fn pairs(images: &[String], projects: &[String]) -> Value {
    json!({ "images": images, "projects": projects })
}
