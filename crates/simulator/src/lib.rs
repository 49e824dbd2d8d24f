//! A cloud that answers.
//!
//! [`Simulator::handle`] takes a request and the time and gives a [`Reply`]: no clock, no network and
//! no chance of its own. Shapes and codes are those of the examples §0, §1, §2 and §5; where the
//! documents are silent, the adopted readings there hold.
//!
//! Faults by name:
//!
//! - A user named `fault-500-once`: the first write of access that covers them applies what stands
//!   before them in the array and answers 500; after that (until a reset) it works.
//! - A user named `fault-500-always`: the same, every time.
//! - A repository whose name, or its last part, is `fault-500-once`: the first write to it answers
//!   500 and changes nothing.
//! - A repository whose name, or its last part, is `fault-500-always`: every read and write of it
//!   alone answers 500; lists still show it.
//! - A repository whose name, or its last part, is `fault-403-sync`: every call about syncing it is
//!   refused with 403.
//! - The target region [`identities::FAILING_REGION`]: every job into it fails.
//! - A registry of HSS named `fault-500-once`: the first start of a sync that picks it starts one of
//!   those picked before it, if any, and answers 500; `fault-500-always` does so every time. A sync of
//!   all registries is started all the same.
//!
//! [`Settings::chaos`] lets a share of the requests to SWR and HSS fail: a 500, an answer after 3 s, a
//! connection lost before or after the work.

mod access;
mod account;
mod control;
mod fault;
mod hss;
mod iam;
pub mod identities;
mod incoming;
mod organizations;
mod paging;
mod refusal;
mod repositories;
mod repository_lists;
mod seed_data;
mod signature;
mod state;
mod swr;
mod sync_jobs;
mod sync_regions;
mod sync_tasks;
mod tags;
mod written_time;

pub use incoming::{Fate, Incoming, Reply};
pub use seed_data::Settings;

use cloud_api::hss::TaskId;
use cloud_api::{
    OrganizationName, RegionId, RepositoryName, Response, Service, TagName, Timestamp, UserId,
};

use control::Control;
use fault::Fault;
use state::State;

/// The simulated cloud.
pub struct Simulator {
    settings: Settings,
    state: State,
    control: Control,
}

impl Simulator {
    /// A cloud with its first data.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        let start = Timestamp::from_milliseconds(settings.start_milliseconds);
        let state = State::new(&settings, start);
        let control = Control::new(&settings.without);
        Self {
            settings,
            state,
            control,
        }
    }

    /// Adds a user to the account, until the next reset.
    pub fn add_user(&mut self, id: &UserId, name: &str) {
        self.state.add_user(id, name);
    }

    /// Adds a private repository without grants, and its organization (made by the administrator)
    /// when there is none yet, until the next reset.
    pub fn add_repository(&mut self, organization: &OrganizationName, name: &RepositoryName) {
        self.state.add_repository(organization, name);
    }

    /// Adds a finished sync task over all registries of the main project, until the next reset.
    pub fn add_sync_task(&mut self, id: &TaskId) {
        self.state.image_sync_tasks.add_finished(id);
    }

    /// Adds an organization that images can be copied to in another region, until the next reset.
    pub fn add_target_organization(&mut self, region: &RegionId, name: &OrganizationName) {
        self.state
            .target_organizations
            .entry(region.to_string())
            .or_default()
            .insert(name.to_string());
    }

    /// Pushes a new image under a tag; automatic sync tasks copy it. Nothing happens where there is
    /// no such repository.
    pub fn push_tag(
        &mut self,
        organization: &OrganizationName,
        repository: &RepositoryName,
        tag: &TagName,
        now: Timestamp,
    ) {
        let now = now.plus_milliseconds(self.control.clock_milliseconds);
        tags::push(&mut self.state, organization, repository, tag, now);
    }

    /// Answers a request that arrives at a time. `chance` is a number from 0 to 1, new for each
    /// request; it decides about disorder where [`Settings::chaos`] asks for it.
    pub fn handle(&mut self, request: &Incoming, now: Timestamp, chance: f64) -> Reply {
        if self.settings.control && request.path.starts_with("/_simulator/") {
            return self.control(request, now);
        }
        let now = now.plus_milliseconds(self.control.clock_milliseconds);
        let (service, path) = match prefix(request) {
            Ok(split) => split,
            Err(reply) => return Reply::at_once(self.state.stamp(reply)),
        };
        let fault = self.control.take_fault(&request.method, path).or_else(|| {
            let may_fail = matches!(service_of(path), Some(Service::Swr | Service::Hss));
            Fault::by_chance(self.settings.chaos, chance).filter(|_| may_fail)
        });
        if let Some((fault, reply)) = fault
            .as_ref()
            .and_then(|fault| Some((fault, fault.before(service_of(path))?)))
        {
            self.control.note(request, path, fault.status());
            return self.stamped(reply);
        }
        let response = self.answer(request, service, path, now);
        self.control.note(request, path, Some(response.status));
        let reply = Reply::at_once(response);
        let reply = match fault {
            Some(fault) => fault.after(reply),
            None => reply,
        };
        self.stamped(reply)
    }

    fn stamped(&mut self, reply: Reply) -> Reply {
        match reply.fate {
            Fate::Answer(response) => Reply {
                fate: Fate::Answer(self.state.stamp(response)),
                ..reply
            },
            Fate::Drop | Fate::Truncate(_) => reply,
        }
    }

    /// A path is answered at the root and below its own service's prefix.
    fn answer(
        &mut self,
        request: &Incoming,
        prefix: Option<&str>,
        path: &str,
        now: Timestamp,
    ) -> Response {
        let offered = service_of(path)
            .filter(|service| prefix.is_none_or(|prefix| prefix == service.segment()))
            .filter(|service| !self.control.without.contains(service));
        match offered {
            Some(Service::Iam) => iam::answer(&mut self.state, request, path, now),
            Some(Service::Swr) => swr::answer(&mut self.state, request, path, now),
            Some(Service::Hss) => hss::answer(&mut self.state, request, path, now),
            None => refusal::unknown_path(),
        }
    }

    fn control(&mut self, request: &Incoming, now: Timestamp) -> Reply {
        let what = request.path.trim_start_matches("/_simulator/");
        if (&*request.method, what) == ("POST", "reset") {
            self.state = State::new(&self.settings, now);
            self.control = Control::new(&self.settings.without);
            return Reply::at_once(control::empty(204));
        }
        if (&*request.method, what) == ("POST", "push") {
            return Reply::at_once(match control::pushed(&request.body) {
                Some((organization, repository, tag)) => {
                    self.push_tag(&organization, &repository, &tag, now);
                    control::empty(204)
                }
                None => control::wrong("organization, repository and tag are expected"),
            });
        }
        Reply::at_once(self.control.answer(&request.method, what, &request.body))
    }
}

/// Whose path it is.
fn service_of(path: &str) -> Option<Service> {
    let segments: Vec<&str> = path.split('/').collect();
    match *segments {
        ["", "v3", "auth", "tokens" | "projects"] | ["", "v3", "users"] => Some(Service::Iam),
        ["", "v2" | "v3", "manage", ..] => Some(Service::Swr),
        ["", "v5", _, "image", ..] => Some(Service::Hss),
        _ => None,
    }
}

/// Service and the cloud's own path; under `/api/` the console's header is demanded, as the shipped
/// proxies do.
fn prefix(request: &Incoming) -> Result<(Option<&str>, &str), Response> {
    let Some(rest) = request.path.strip_prefix("/api/") else {
        return Ok((None, &request.path));
    };
    if request.header("X-Image-Console") != Some("1") {
        return Err(refusal::not_the_console());
    }
    match rest.find('/') {
        Some(end) => Ok((Some(&rest[..end]), &rest[end..])),
        None => Ok((Some(rest), "")),
    }
}
