//! Writes of many images and many recipients at once; each begins a job (examples §3.3).

use serde_json::json;

use crate::gateway::answer::{Answer, Response, json_answer};

use super::body::Body;
use super::call::Call;
use super::image::Image;
use super::job::Change;
use super::recipient::Recipient;
use super::refusal::{denied, invalid, other_project, unknown_image};
use super::shareable::{check_room, check_shareable, owned};
use super::state::State;
use super::{recipient_check, vault};

/// Shares every image with every recipient.
pub fn add(state: &mut State, call: &Call<'_>) -> Answer {
    let body = Body::of(call)?;
    let (images, named) = (body.images()?, body.recipients(call.projects_alone)?);
    let recipients = named
        .iter()
        .map(|(kind, text)| recipient_check::to_add(call, *kind, text))
        .collect::<Result<Vec<_>, _>>()?;
    let all = &state.images;
    let images = images
        .iter()
        .map(|id| owned(all, call, id))
        .collect::<Result<Vec<_>, _>>()?;
    for image in &images {
        check_shareable(image)?;
        check_room(image, &recipients)?;
    }
    begin(state, call, Change::Add, &ids(&images), &recipients)
}

/// Stops sharing every image with every recipient.
pub fn delete(state: &mut State, call: &Call<'_>) -> Answer {
    let body = Body::of(call)?;
    let (images, named) = (body.images()?, body.recipients(call.projects_alone)?);
    let all = &state.images;
    let images = images
        .iter()
        .map(|id| owned(all, call, id))
        .collect::<Result<Vec<_>, _>>()?;
    let recipients = named
        .iter()
        .map(|(kind, text)| recipient_check::to_delete(*kind, text, &images))
        .collect::<Result<Vec<_>, _>>()?;
    begin(state, call, Change::Delete, &ids(&images), &recipients)
}

/// Accepts or rejects images as the project that they are shared with; its own token is needed.
pub fn update(state: &mut State, call: &Call<'_>) -> Answer {
    let body = Body::of(call)?;
    let (images, project) = (body.images()?, body.text("project_id")?);
    let status = answered(body.text("status")?)?;
    let vault = body.optional_text("vault_id")?;
    let seen = images.iter().map(|id| {
        let found = state.images.iter().find(|image| image.id == *id);
        found.filter(|image| call.sees(image))
    });
    let images = seen
        .map(|image| image.ok_or_else(unknown_image))
        .collect::<Result<Vec<_>, _>>()?;
    if images.iter().any(|image| image.owner == call.project) {
        return Err(denied());
    }
    if project != call.project {
        return Err(other_project());
    }
    for image in &images {
        vault::check(image, status, vault)?;
    }
    let recipients = [Recipient::project(project)];
    begin(
        state,
        call,
        Change::Update(status),
        &ids(&images),
        &recipients,
    )
}

/// The word that a recipient answers with.
pub fn answered(status: &str) -> Result<&'static str, Response> {
    let known = ["accepted", "rejected"];
    let found = known.into_iter().find(|word| *word == status);
    found.ok_or_else(|| invalid("status"))
}

fn ids(images: &[&Image]) -> Vec<String> {
    images.iter().map(|image| image.id.clone()).collect()
}

fn begin(
    state: &mut State,
    call: &Call<'_>,
    change: Change,
    images: &[String],
    recipients: &[Recipient],
) -> Answer {
    let job = state.begin(call, change, images, recipients)?;
    Ok(json_answer(200, &json!({ "job_id": job })))
}
