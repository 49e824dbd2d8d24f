//! What holds the services together: each has its own state, and what one knows and another needs
//! is handed over here.

use cloud_api::hss::TaskId;
use cloud_api::ims::ImageId;
use cloud_api::{OrganizationName, RegionId, RepositoryName, Service, TagName, Timestamp, UserId};
use serde_json::Value;

use crate::gateway::answer::{Response, empty};
use crate::gateway::authentication;
use crate::gateway::caller::Caller;
use crate::gateway::control::{self, Control};
use crate::gateway::fault::Fault;
use crate::gateway::holding::Holdings;
use crate::gateway::incoming::{Arrived, Fate, Incoming, Reply};
use crate::gateway::refusal;
use crate::gateway::request_ids::RequestIds;
use crate::swr::Place;
use crate::{enterprise, hss, iam, ims, swr};

/// What the cloud begins with.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Repositories of the largest organization, `acme-web`.
    pub repositories: usize,
    /// Another number gives other sizes, times and grants.
    pub seed: u64,
    /// Share of requests to SWR (both editions), HSS and IMS that fail, are slow, or lose their connection, from 0 to 1.
    pub chaos: f64,
    /// Whether `/_simulator/` answers.
    pub control: bool,
    /// Services that the region does not offer: the gateway knows none of their paths.
    pub without: Vec<Service>,
    /// Which calls share machine images.
    pub image_sharing: ims::ImageSharing,
    /// What the deletion of a registry of SWR Enterprise does with the policies that refer to it.
    pub referring_policies: enterprise::ReferringPolicies,
    /// When the cloud starts, in milliseconds since 1970: tokens are issued then.
    pub start_milliseconds: i64,
}

/// The simulated cloud.
pub struct Simulator {
    settings: Settings,
    services: Services,
    request_ids: RequestIds,
    control: Control,
    image_sharing: ims::ImageSharing,
}

/// What each service remembers.
struct Services {
    iam: iam::State,
    swr: swr::Accounts,
    hss: hss::State,
    ims: ims::State,
    enterprise: enterprise::State,
}

impl Services {
    /// The first data. Tokens, tasks of HSS and machine images follow the time at which the cloud is made or reset, so
    /// that they are always recent.
    fn new(settings: &Settings, now: Timestamp) -> Self {
        Self {
            iam: iam::State::new(now),
            swr: swr::Accounts::begin(&swr::Beginning {
                repositories: settings.repositories,
                seed: settings.seed,
                start: Timestamp::from_milliseconds(settings.start_milliseconds),
            }),
            hss: hss::State::new(settings.seed, now),
            ims: ims::State::new(settings.seed, now),
            enterprise: enterprise::State::new(now, settings.referring_policies),
        }
    }
}

impl Simulator {
    /// A cloud with its first data.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        let start = Timestamp::from_milliseconds(settings.start_milliseconds);
        Self {
            services: Services::new(&settings, start),
            request_ids: RequestIds::default(),
            control: Control::new(&settings.without),
            image_sharing: settings.image_sharing,
            settings,
        }
    }

    /// Adds a user to the account, until the next reset.
    pub fn add_user(&mut self, id: &UserId, name: &str) {
        self.services.iam.users.add(id, name);
    }

    /// Adds a private repository without grants, and its organization (made by the administrator)
    /// when there is none yet, until the next reset.
    pub fn add_repository(&mut self, organization: &OrganizationName, name: &RepositoryName) {
        swr::add_repository(&mut self.services.swr.acme, organization, name);
    }

    /// Adds a finished sync task over all registries of the main project, until the next reset.
    pub fn add_sync_task(&mut self, id: &TaskId) {
        self.services.hss.tasks.add_finished(id);
    }

    /// Adds a private machine image of the main project, until the next reset.
    pub fn add_image(&mut self, id: &ImageId, now: Timestamp) {
        self.services.ims.add(id, now);
    }

    /// Adds an instance of SWR Enterprise with a registry of ID 1 to the main project, until the next
    /// reset.
    pub fn add_instance(&mut self, id: &str, now: Timestamp) {
        self.services.enterprise.add(id, now);
    }

    /// Adds an organization that images can be copied to in another region, until the next reset.
    pub fn add_target_organization(&mut self, region: &RegionId, name: &OrganizationName) {
        self.services.swr.acme.add_target_organization(region, name);
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
        let place = Place {
            organization: organization.to_string(),
            repository: repository.to_string(),
        };
        self.push(&place, tag, now);
    }

    fn push(&mut self, place: &Place, tag: &TagName, now: Timestamp) {
        let now = self.control.cloud_time(now);
        swr::push(&mut self.services.swr.acme, place, tag, now);
    }

    /// Answers a request that arrives at a time. `chance` is a number from 0 to 1, new for each
    /// request; it decides about disorder where [`Settings::chaos`] asks for it.
    pub fn handle(&mut self, request: &Incoming, now: Timestamp, chance: f64) -> Reply {
        if self.settings.control && request.path.starts_with("/_simulator/") {
            return Reply::at_once(self.control(request, now));
        }
        let (prefix, path) = match prefix(request) {
            Ok(split) => split,
            Err(refusal) => return Reply::at_once(self.request_ids.stamp(refusal)),
        };
        let service = service_of(path);
        let fault = self.control.take_fault(&request.method, path).or_else(|| {
            let may_fail = service.is_some_and(|service| service != Service::Iam);
            Fault::by_chance(self.settings.chaos, chance).filter(|_| may_fail)
        });
        if let Some((fault, reply)) = fault
            .as_ref()
            .and_then(|fault| Some((fault, fault.before(words_of(service))?)))
        {
            self.control.note(request, path, fault.status());
            return self.stamped(reply);
        }
        // A path is answered at the root and below its own service's prefix.
        let offered = service
            .filter(|service| prefix.is_none_or(|prefix| is_prefix(prefix, *service)))
            .filter(|service| !self.control.without.contains(service));
        let arrived = Arrived {
            request,
            path,
            now: self.control.cloud_time(now),
        };
        let response = self.answer(offered, &arrived, iam::Host::below(prefix));
        self.control.note(request, path, Some(response.status));
        let reply = Reply::at_once(response);
        let reply = match fault {
            Some(fault) => fault.after(reply),
            None => reply,
        };
        self.stamped(reply)
    }

    /// Gives out a token that is good now.
    pub fn give_token(&mut self, caller: &Caller, now: Timestamp) -> String {
        let now = self.control.cloud_time(now);
        let tokens = &mut self.services.iam.tokens;
        let (token, _) = tokens.issue(&caller.user_id, caller.scope, now);
        token
    }

    /// Who comes with the credential of a request; `None` where it has none that is accepted.
    #[must_use]
    pub fn caller(&self, request: &Incoming, now: Timestamp) -> Option<Caller> {
        let (_, path) = prefix(request).ok()?;
        let arrived = Arrived {
            request,
            path,
            now: self.control.cloud_time(now),
        };
        authentication::caller(&self.services.iam.tokens, &arrived).ok()
    }

    /// The same as [`Self::handle`] for a request that comes without a credential, in the name of somebody.
    pub fn handle_for(
        &mut self,
        caller: &Caller,
        request: &Incoming,
        now: Timestamp,
        chance: f64,
    ) -> Reply {
        let token = self.give_token(caller, now);
        let mut request = request.clone();
        request
            .headers
            .push(("X-Auth-Token".to_owned(), token.clone()));
        let reply = self.handle(&request, now, chance);
        self.services.iam.tokens.revoke(&token);
        reply
    }

    /// What the main account holds, counted.
    pub fn holdings(&mut self, now: Timestamp) -> Holdings {
        let now = self.control.cloud_time(now);
        let mut holdings = Holdings::new();
        swr::count_holdings(&self.services.swr.acme, &mut holdings);
        enterprise::count_holdings(&self.services.enterprise, &mut holdings);
        ims::count_holdings(&mut self.services.ims, &mut holdings, now);
        holdings
    }

    fn stamped(&mut self, reply: Reply) -> Reply {
        match reply.fate {
            Fate::Answer(response) => Reply {
                fate: Fate::Answer(self.request_ids.stamp(response)),
                ..reply
            },
            Fate::Drop | Fate::Truncate(_) => reply,
        }
    }

    fn answer(
        &mut self,
        service: Option<Service>,
        arrived: &Arrived<'_>,
        iam_host: iam::Host,
    ) -> Response {
        let Services {
            iam,
            swr,
            hss,
            ims,
            enterprise,
        } = &mut self.services;
        let answer = match service {
            Some(Service::Iam) => iam::answer(iam, arrived, iam_host),
            Some(Service::Swr) => swr::answer(swr, arrived, &iam.tokens, &iam.users),
            Some(Service::Hss) => hss::answer(hss, arrived, &iam.tokens),
            Some(Service::Ims) => ims::answer(ims, arrived, &iam.tokens, self.image_sharing),
            Some(Service::Enterprise) => enterprise::answer(enterprise, arrived, &iam.tokens),
            None => Err(refusal::unknown_path()),
        };
        answer.unwrap_or_else(|refusal| refusal)
    }

    fn control(&mut self, request: &Incoming, now: Timestamp) -> Response {
        let what = request.path.trim_start_matches("/_simulator/");
        match (&*request.method, what) {
            ("POST", "reset") => {
                self.services = Services::new(&self.settings, now);
                self.request_ids = RequestIds::default();
                self.control = Control::new(&self.settings.without);
                self.image_sharing = self.settings.image_sharing;
                empty(204)
            }
            ("POST", "push") => match swr::ordered(&request.body) {
                Some((place, tag)) => {
                    self.push(&place, &tag, now);
                    empty(204)
                }
                None => control::wrong("organization, repository and tag are expected"),
            },
            ("POST", "member") => {
                let now = self.control.cloud_time(now);
                match ims::order_member(&mut self.services.ims, &request.body, now) {
                    true => empty(204),
                    false => control::wrong("image, member, kind and status are expected"),
                }
            }
            ("POST", "sign-in") => match ordered(&request.body) {
                order if self.services.iam.order_standing(&order) => empty(204),
                _ => control::wrong("user and standing are expected"),
            },
            ("POST", "access-key") => match ordered(&request.body) {
                order if self.services.iam.order_access_key(&order) => empty(204),
                _ => control::wrong("access_key and status are expected"),
            },
            ("POST", "image-sharing") => match ordered_sharing(&request.body) {
                Some(sharing) => {
                    self.image_sharing = sharing;
                    empty(204)
                }
                None => control::wrong("cloud must be huawei, otc or openstack"),
            },
            ("POST", "referring-policies") => match enterprise::ordered(&request.body) {
                Some(referring_policies) => {
                    self.services.enterprise.referring_policies = referring_policies;
                    empty(204)
                }
                None => control::wrong("orphan must be true or false"),
            },
            (method, what) => self.control.answer(method, what, &request.body),
        }
    }
}

/// What a test orders; nothing where it cannot be read.
fn ordered(body: &[u8]) -> Value {
    serde_json::from_slice(body).unwrap_or(Value::Null)
}

/// What a test orders the cloud to share machine images with.
fn ordered_sharing(body: &[u8]) -> Option<ims::ImageSharing> {
    let body = ordered(body);
    ims::ImageSharing::named(body["cloud"].as_str()?)
}

/// Whose path it is.
fn service_of(path: &str) -> Option<Service> {
    if iam::owns(path) {
        Some(Service::Iam)
    } else if swr::owns(path) {
        Some(Service::Swr)
    } else if hss::owns(path) {
        Some(Service::Hss)
    } else if ims::owns(path) {
        Some(Service::Ims)
    } else if enterprise::owns(path) {
        Some(Service::Enterprise)
    } else {
        None
    }
}

/// Whether a service is asked below it.
fn is_prefix(prefix: &str, service: Service) -> bool {
    prefix == service.segment() || service == Service::Iam && prefix == iam::Host::GLOBAL
}

/// In whose words an ordered status is answered.
fn words_of(service: Option<Service>) -> fn(u16) -> Response {
    match service {
        Some(Service::Iam) => iam::of_status,
        Some(Service::Hss) => hss::of_status,
        Some(Service::Ims) => ims::of_status,
        Some(Service::Enterprise) => enterprise::of_status,
        Some(Service::Swr) | None => swr::of_status,
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
