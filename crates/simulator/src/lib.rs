//! A cloud that answers.
//!
//! [`Simulator::handle`] takes a request and the time and gives a [`Reply`]: no clock, no network and
//! no chance of its own. Shapes and codes are those of the examples §0 and §1; where the documents
//! are silent, the adopted readings there hold.
//!
//! Faults by name: a user named `fault-500-once` makes the first write that covers them apply what
//! stands before them in the array and answer 500; `fault-500-always` does so every time. A
//! repository of that last name answers 500 to everything.

mod access;
mod control;
mod fault;
mod iam;
pub mod identities;
mod incoming;
mod organizations;
mod refusal;
mod repositories;
mod seed_data;
mod signature;
mod state;
mod swr;

pub use incoming::{Fate, Incoming, Reply};
pub use seed_data::Settings;

use cloud_api::{Response, Timestamp};

use control::Control;
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
        let state = State::new(&settings);
        Self {
            settings,
            state,
            control: Control::default(),
        }
    }

    /// Answers a request that arrives at a time. `chance` is a number from 0 to 1, new for each
    /// request; it decides about disorder where [`Settings::chaos`] asks for it.
    pub fn handle(&mut self, request: &Incoming, now: Timestamp, chance: f64) -> Reply {
        if self.settings.control && request.path.starts_with("/_simulator/") {
            return self.control(request);
        }
        let now = now.plus_milliseconds(self.control.clock_milliseconds);
        let (service, path) = match prefix(request) {
            Ok(split) => split,
            Err(reply) => return Reply::at_once(self.state.stamp(reply)),
        };
        let fault = self.control.take_fault(&request.method, path);
        if let Some(reply) = fault.as_ref().and_then(fault::Fault::before) {
            self.control.note(request, path, None);
            return self.stamped(reply);
        }
        if chance < self.settings.chaos {
            self.control.note(request, path, Some(500));
            return self.stamped(Reply::at_once(refusal::swr(
                500,
                "SVCSTG.SWR.5000000",
                "Internal error",
            )));
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

    fn answer(
        &mut self,
        request: &Incoming,
        service: Option<&str>,
        path: &str,
        now: Timestamp,
    ) -> Response {
        let is_iam =
            path == "/v3/auth/tokens" || path == "/v3/auth/projects" || path == "/v3/users";
        let is_swr = path == "/v2/manage" || path.starts_with("/v2/manage/");
        match (is_iam, is_swr, service) {
            (true, _, None | Some("iam")) => iam::answer(&mut self.state, request, path, now),
            (_, true, None | Some("swr")) => swr::answer(&mut self.state, request, path, now),
            _ => refusal::unknown_path(),
        }
    }

    fn control(&mut self, request: &Incoming) -> Reply {
        let what = request.path.trim_start_matches("/_simulator/");
        if (&*request.method, what) == ("POST", "reset") {
            self.state = State::new(&self.settings);
            self.control = Control::default();
            return Reply::at_once(control::empty(204));
        }
        Reply::at_once(self.control.answer(&request.method, what, &request.body))
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
