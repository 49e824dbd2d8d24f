//! The calls of IMS, and who may make them.

use percent_encoding::percent_decode_str;

use crate::gateway::answer::{Answer, Response};
use crate::gateway::authentication::caller;
use crate::gateway::incoming::Arrived;
use crate::gateway::refusal::{identity, unknown_path};
use crate::gateway::route::{self, Route};
use crate::gateway::tokens::Tokens;

use super::call::Handler::{Account, Image, Member, ProjectImage, ProjectMember};
use super::call::{Call, Handler};
use super::image;
use super::refusal::{other_project, unknown_image};
use super::state::State;
use super::{list, members, show};

/// Every call that IMS answers.
#[rustfmt::skip] // A table is read by its columns.
const ROUTES: &[Route<Handler>] = &[
    route("GET", "/v2/cloudimages",                                          Account(list::list)),
    route("GET", "/v2/images/{image}",                                       Image(show::show)),
    route("GET", "/v2/images/{image}/members",                               Image(members::list)),
    route("GET", "/v2/images/{image}/members/{member}",                      Member(members::show)),
    route("GET", "/v1/{project}/cloudimages/{image}/members",                ProjectImage(members::list_in_array)),
    route("GET", "/v1/{project}/cloudimages/{image}/members/{member}",       ProjectMember(members::show)),
];

const fn route(method: &'static str, template: &'static str, handler: Handler) -> Route<Handler> {
    Route {
        method,
        template,
        handler,
    }
}

/// Whether it is a path of IMS.
pub fn owns(path: &str) -> bool {
    let segments: Vec<&str> = path.split('/').collect();
    matches!(
        *segments,
        ["", "v2", "cloudimages" | "images", ..]
            | ["", "v1", "cloudimages", ..]
            | ["", "v1", _, "cloudimages", ..]
    )
}

/// Answers a request of IMS; the tokens are IAM's.
pub fn answer(state: &State, arrived: &Arrived<'_>, tokens: &Tokens) -> Answer {
    let &Arrived { request, path, .. } = arrived;
    let (handler, named) = route::find(ROUTES, &request.method, path).ok_or_else(unknown_path)?;
    let caller = caller(tokens, arrived)?;
    let call = Call::of(&caller, request).ok_or_else(|| identity("the token has no project"))?;
    let named: Vec<String> = named
        .into_iter()
        .map(|part| percent_decode_str(part).decode_utf8_lossy().into_owned())
        .collect();
    match (handler, &*named) {
        (Account(handle), []) => handle(state, &call),
        (Image(handle), [image]) => handle(&call, seen(state, &call, image)?),
        (Member(handle), [image, member]) => handle(&call, seen(state, &call, image)?, member),
        (ProjectImage(handle), [project, image]) => {
            of_token(&call, project)?;
            handle(&call, seen(state, &call, image)?)
        }
        (ProjectMember(handle), [project, image, member]) => {
            of_token(&call, project)?;
            handle(&call, seen(state, &call, image)?, member)
        }
        _ => Err(unknown_path()),
    }
}

fn of_token(call: &Call<'_>, project: &str) -> Result<(), Response> {
    match project == call.project {
        true => Ok(()),
        false => Err(other_project()),
    }
}

fn seen<'s>(state: &'s State, call: &Call<'_>, id: &str) -> Result<&'s image::Image, Response> {
    let found = state.images.iter().find(|image| image.id == id);
    found
        .filter(|image| call.sees(image))
        .ok_or_else(unknown_image)
}
