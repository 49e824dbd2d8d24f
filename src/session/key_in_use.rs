//! An access key in use: signs each request, and sends none whose signature would be refused once more.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use cloud_api::iam::AccessKeyId;
use cloud_api::signing::{SignedAs, Taken, Unsigned, hexadecimal, wrong_clock};
use cloud_api::{
    ApiError, Meaning, NoAnswer, NoAnswerKind, ProjectId, Request, Response, Secret, Service,
    WrongClock,
};
use config::Place;
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use futures::lock::Mutex;

use super::key_turns::Turns;
use crate::browser::address::host;
use crate::browser::clock::computer_time;
use crate::browser::hmac_key::HmacKey;
use crate::net::{Credential, Net, Signer};

/// A key, and for which account and project it signs.
#[derive(Clone)]
pub(super) struct KeyInUse {
    shared: Rc<Shared>,
    account_id: Option<String>,
    project: Option<ProjectId>,
}

/// What is the same for all accounts and projects.
struct Shared {
    id: AccessKeyId,
    secret: HmacKey,
    security_token: Option<Secret>,
    doors: RefCell<Vec<(Place, Service, Rc<Door>)>>,
    turns: Turns,
    /// How wrong this computer's clock is, and the answer that showed it: everybody is answered this then, at
    /// whichever service, because every signature would be refused.
    wrong_clock: RefCell<Option<(WrongClock, Response)>>,
}

/// How a service of a place takes the signatures: each may be behind a host of its own, so one request
/// goes first to each, and after a refusal none (corrections §6).
#[derive(Default)]
struct Door {
    /// Whoever goes first holds it until the answer.
    first: Mutex<()>,
    was_opened: Cell<bool>,
    /// What everybody is answered once a signature was refused.
    shut: RefCell<Option<Response>>,
}

impl KeyInUse {
    /// One that nobody has used.
    pub(super) fn new(id: AccessKeyId, secret: HmacKey, security_token: Option<Secret>) -> Self {
        let shared = Shared {
            id,
            secret,
            security_token,
            doors: RefCell::default(),
            turns: Turns::default(),
            wrong_clock: RefCell::default(),
        };
        Self {
            shared: Rc::new(shared),
            account_id: None,
            project: None,
        }
    }

    /// The same for an account.
    pub(super) fn of_account(self, id: String) -> Self {
        Self {
            account_id: Some(id),
            ..self
        }
    }

    /// The same for a project of the account.
    pub(super) fn in_project(self, id: ProjectId) -> Self {
        Self {
            project: Some(id),
            ..self
        }
    }

    async fn enter(self, net: Net, request: Request) -> Result<Response, ApiError> {
        let door = self.shared.door(net.place(), request.service());
        let first = door.first.lock().await;
        let first = (!door.was_opened.get()).then_some(first);
        let turn = match self.shared.turns.turn().await {
            Ok(turn) => turn,
            Err(refused) => return Ok(refused),
        };
        if let Some(refused) = self.shared.refusal(&door) {
            turn.end(Taken::NotSent);
            return Ok(refused);
        }
        let answer = self.exchange(net, request).await;
        let taken = taken(&answer);
        door.note(&taken);
        turn.end(taken);
        drop(first);
        answer
    }

    async fn exchange(&self, net: Net, request: Request) -> Result<Response, ApiError> {
        let shared = &self.shared;
        let own_host = host();
        let (host, path_before) = match net.place().service(request.service()) {
            Some(address) => (address.signed_host(), address.signed_path()),
            None => (own_host.as_str(), ""),
        };
        let signed_at = computer_time();
        let signed_as = SignedAs {
            key: &shared.id,
            security_token: shared.security_token.as_ref(),
            host,
            path_before,
            project: self.project.as_ref(),
            account_id: self.account_id.as_deref(),
            time: signed_at,
        };
        let unsigned = Unsigned::new(request, &signed_as);
        let signature = shared.secret.sign(unsigned.to_sign()).await;
        let signature = signature.ok_or(ApiError::NoAnswer(NoAnswer {
            kind: NoAnswerKind::Unreachable,
            may_have_been_applied: false,
        }))?;
        let request = unsigned.signed(&hexadecimal(&signature));
        let response = net.send(request, Credential::None).await?;
        if is_refused(&response)
            && let Some(clock) = wrong_clock(&response, signed_at)
        {
            *shared.wrong_clock.borrow_mut() = Some((clock, response.clone()));
        }
        Ok(response)
    }
}

impl Signer for KeyInUse {
    fn send(
        &self,
        net: Net,
        request: Request,
    ) -> LocalBoxFuture<'static, Result<Response, ApiError>> {
        self.clone().enter(net, request).boxed_local()
    }

    fn was_accepted_by(&self, place: Place, service: Service) -> bool {
        self.shared.door(place, service).was_opened.get()
    }

    fn wrong_clock(&self) -> Option<WrongClock> {
        let clock = self.shared.wrong_clock.borrow();
        clock.as_ref().map(|(clock, _)| *clock)
    }
}

impl Shared {
    fn door(&self, place: Place, service: Service) -> Rc<Door> {
        let mut doors = self.doors.borrow_mut();
        let known = doors
            .iter()
            .find(|(at, of, _)| *at == place && *of == service);
        if let Some((.., door)) = known {
            return Rc::clone(door);
        }
        let door = Rc::<Door>::default();
        doors.push((place, service, Rc::clone(&door)));
        door
    }

    /// What is answered in the place of a service that would refuse the signature.
    fn refusal(&self, door: &Door) -> Option<Response> {
        let by_clock = self.wrong_clock.borrow();
        let by_clock = by_clock.as_ref().map(|(_, refused)| refused.clone());
        by_clock.or_else(|| door.shut.borrow().clone())
    }
}

impl Door {
    /// One that has shut stays shut: a signature that was accepted late was sent before.
    fn note(&self, taken: &Taken) {
        match taken {
            Taken::Accepted => self.was_opened.set(true),
            Taken::Refused(response) => {
                self.shut.borrow_mut().get_or_insert(response.clone());
            }
            Taken::NotHeard | Taken::NotSent => {}
        }
    }
}

/// What an answer says of the signature.
fn taken(answer: &Result<Response, ApiError>) -> Taken {
    let response = match answer {
        Ok(response) => response,
        Err(
            ApiError::NotSent(_)
            | ApiError::NoAnswer(NoAnswer {
                may_have_been_applied: false,
                ..
            }),
        ) => return Taken::NotSent,
        Err(_) => return Taken::NotHeard,
    };
    if is_refused(response) {
        return Taken::Refused(response.clone());
    }
    let is_of_service = response.is_success() && !response.is_web_page()
        || matches!(
            ApiError::from_response(response).meaning(),
            Some(
                Meaning::AlreadyGone
                    | Meaning::AlreadyThere
                    | Meaning::InUse
                    | Meaning::Invalid
                    | Meaning::NoRight
                    | Meaning::QuotaReached
            )
        );
    match is_of_service {
        true => Taken::Accepted,
        false => Taken::NotHeard,
    }
}

/// Whether an answer does not accept the signature.
fn is_refused(response: &Response) -> bool {
    !response.is_success()
        && ApiError::from_response(response).meaning() == Some(Meaning::SignInAgain)
}
