//! The members of an image: list and one of them (examples §3.2).

use serde_json::{Value, json};

use crate::gateway::answer::{Answer, Response, json_answer};

use super::call::Call;
use super::image::Image;
use super::member::Member;
use super::parameters::Parameters;
use super::refusal::{denied, unknown_member};

/// Name of an image whose members nobody may read.
const REFUSED: &str = "fault-403-members";

/// Its owner sees all, who it is shared with its own; of what is for everybody there are none.
fn seen<'i>(call: &Call<'_>, image: &'i Image) -> Result<Vec<&'i Member>, Response> {
    if image.is_for_everybody() || image.name == REFUSED {
        return Err(denied());
    }
    let is_own = image.owner == call.project;
    let members = image.members.iter();
    Ok(members
        .filter(|member| is_own || call.is_reached_by(member))
        .collect())
}

/// A page with what it tells of itself as an object, as its type says.
pub fn list(call: &Call<'_>, image: &Image) -> Answer {
    page(call, image, |info| info)
}

/// A page with the same as an array of one, as the vendor's example shows it.
pub fn list_in_array(call: &Call<'_>, image: &Image) -> Answer {
    page(call, image, |info| json!([info]))
}

fn page(call: &Call<'_>, image: &Image, form: fn(Value) -> Value) -> Answer {
    let seen = seen(call, image)?;
    let page = Parameters::of(call.request).page(seen, |member| &member.id)?;
    let mut answer = json!({ "members": [], "schema": "/v2/schemas/members" });
    // It names a next page even where there is none.
    if let Some(last) = page.last() {
        let info = json!({ "next_marker": last.id, "current_count": page.len() });
        answer["page_info"] = form(info);
    }
    answer["members"] = page
        .into_iter()
        .map(|member| member.describe(&image.id))
        .collect();
    Ok(json_answer(200, &answer))
}

pub fn show(call: &Call<'_>, image: &Image, id: &str) -> Answer {
    let seen = seen(call, image)?;
    let found = seen.into_iter().find(|member| member.id == id);
    let member = found.ok_or_else(unknown_member)?;
    Ok(json_answer(200, &member.describe(&image.id)))
}
