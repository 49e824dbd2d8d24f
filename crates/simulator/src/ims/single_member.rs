//! Writes of one member, as OpenStack has them: done at once, without a job (reference §8).

use crate::gateway::answer::{Answer, empty, json_answer};

use super::batch::answered;
use super::body::Body;
use super::call::Call;
use super::member::Member;
use super::recipient::{Kind, Recipient};
use super::refusal::{broken, denied, refused, unknown_image, unknown_member};
use super::shareable::{check_room, check_shareable, owned};
use super::state::State;
use super::{recipient_check, vault};

/// Shares an image with a project.
pub fn add(state: &mut State, call: &Call<'_>, id: &str) -> Answer {
    let body = Body::of(call)?;
    let recipient = recipient_check::to_add(call, Kind::Project, body.text("member")?)?;
    let image = owned(&state.images, call, id)?;
    if image.place(&recipient).is_some() {
        return Err(refused(409, "IMG.0112", "The member exists already."));
    }
    check_shareable(image)?;
    check_room(image, std::slice::from_ref(&recipient))?;
    if state.happened.breaks_off(image) {
        return Err(broken());
    }
    let member = Member::of(&recipient, call.now);
    let answer = json_answer(200, &member.describe(id));
    state.image_mut(id)?.members.push(member);
    Ok(answer)
}

/// Accepts or rejects an image as the project that it is shared with.
pub fn update(state: &mut State, call: &Call<'_>, id: &str, member: &str) -> Answer {
    let body = Body::of(call)?;
    let status = answered(body.text("status")?)?;
    let found = state.images.iter().find(|image| image.id == id);
    let image = found.filter(|image| call.sees(image));
    let image = image.ok_or_else(unknown_image)?;
    if image.owner == call.project {
        return Err(denied());
    }
    let place = image.place(&Recipient::project(member));
    let place = place.filter(|_| member == call.project);
    let place = place.ok_or_else(unknown_member)?;
    vault::check(image, status, body.optional_text("vault_id")?)?;
    if state.happened.breaks_off(image) {
        return Err(broken());
    }
    let members = &mut state.image_mut(id)?.members;
    let member = members.get_mut(place).ok_or_else(unknown_member)?;
    member.status = status;
    member.changed = call.now;
    Ok(json_answer(200, &member.describe(id)))
}

/// Stops sharing an image with a project.
pub fn delete(state: &mut State, call: &Call<'_>, id: &str, member: &str) -> Answer {
    let image = owned(&state.images, call, id)?;
    let place = image.place(&Recipient::project(member));
    let place = place.ok_or_else(unknown_member)?;
    if state.happened.breaks_off(image) {
        return Err(broken());
    }
    state.image_mut(id)?.members.remove(place);
    Ok(empty(204))
}
