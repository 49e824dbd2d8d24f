//! The calls of IMS, and who may make them.

use percent_encoding::percent_decode_str;

use crate::gateway::answer::{Answer, Response};
use crate::gateway::authentication::caller;
use crate::gateway::incoming::Arrived;
use crate::gateway::refusal::{identity, unknown_path};
use crate::gateway::route::{self, Route};
use crate::gateway::tokens::Tokens;

use super::call::Call;
use super::handler::Handler;
use super::handler::Handler::{
    Account, Image, ImageWrite, Job, Member, MemberWrite, ProjectImage, ProjectJob, ProjectMember,
};
use super::image;
use super::refusal::{other_project, unknown_image};
use super::sharing::ImageSharing;
use super::state::State;
use super::{batch, job_show, list, members, quota, show, single_member};

/// Every call that IMS answers.
#[rustfmt::skip] // A table is read by its columns.
const ROUTES: &[Route<Handler>] = &[
    route("GET",    "/v2/cloudimages",                                    Account(list::list)),
    route("GET",    "/v2/images/{image}",                                 Image(show::show)),
    route("GET",    "/v2/images/{image}/members",                         Image(members::list)),
    route("POST",   "/v2/images/{image}/members",                         ImageWrite(single_member::add)),
    route("GET",    "/v2/images/{image}/members/{member}",                Member(members::show)),
    route("PUT",    "/v2/images/{image}/members/{member}",                MemberWrite(single_member::update)),
    route("DELETE", "/v2/images/{image}/members/{member}",                MemberWrite(single_member::delete)),
    route("GET",    "/v1/{project}/cloudimages/{image}/members",          ProjectImage(members::list_in_array)),
    route("GET",    "/v1/{project}/cloudimages/{image}/members/{member}", ProjectMember(members::show)),
    route("POST",   "/v1/cloudimages/members",                            Account(batch::add)),
    route("PUT",    "/v1/cloudimages/members",                            Account(batch::update)),
    route("DELETE", "/v1/cloudimages/members",                            Account(batch::delete)),
    route("GET",    "/v1/cloudimages/job/{job}",                          Job(job_show::progress)),
    route("GET",    "/v1/{project}/jobs/{job}",                           ProjectJob(job_show::results)),
    route("GET",    "/v1/cloudimages/quota",                              Account(quota::show)),
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
            | ["", "v1", _, "cloudimages" | "jobs", ..]
    )
}

/// Answers a request of IMS; the tokens are IAM's, and `sharing` is what this cloud offers.
pub fn answer(
    state: &mut State,
    arrived: &Arrived<'_>,
    tokens: &Tokens,
    sharing: ImageSharing,
) -> Answer {
    let &Arrived { request, path, now } = arrived;
    let found = route::find(ROUTES, &request.method, path);
    let found = found.filter(|_| sharing.offers(path));
    let (handler, named) = found.ok_or_else(unknown_path)?;
    let caller = caller(tokens, arrived)?;
    let call = Call::of(&caller, arrived, sharing);
    let call = call.ok_or_else(|| identity("the token has no project"))?;
    state.settle(now);
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
        (ImageWrite(handle), [image]) => handle(state, &call, image),
        (MemberWrite(handle), [image, member]) => handle(state, &call, image, member),
        (Job(handle), [job]) => handle(state, &call, job),
        (ProjectJob(handle), [project, job]) => {
            of_token(&call, project)?;
            handle(state, &call, job)
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
