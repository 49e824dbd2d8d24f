//! An access key in use: signs each request, and sends none whose signature would be refused once more.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use cloud_api::iam::AccessKeyId;
use cloud_api::signing::{SignedAs, Unsigned, hexadecimal, wrong_clock};
use cloud_api::{
    ApiError, Meaning, NoAnswer, NoAnswerKind, ProjectId, Request, Response, Secret, Service,
    WrongClock,
};
use config::Place;
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use futures::lock::Mutex;

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
    /// How wrong this computer's clock is, and the answer that showed it: everybody is answered this then, at
    /// whichever service, because every signature would be refused.
    wrong_clock: RefCell<Option<(WrongClock, Response)>>,
}

/// How a service of a place takes the signatures. More than five refused ones in a row lock the key for
/// five minutes, and each service may be behind a host of its own: so one request goes first to each,
/// and after a refusal none (corrections §6).
#[derive(Default)]
struct Door {
    state: Mutex<DoorState>,
    was_opened: Cell<bool>,
}

/// How a service has taken the last signature.
#[derive(Default)]
enum DoorState {
    #[default]
    Untried,
    Open,
    /// This is what everybody is answered.
    Shut(Response),
}

impl KeyInUse {
    /// One that nobody has used.
    pub(super) fn new(id: AccessKeyId, secret: HmacKey, security_token: Option<Secret>) -> Self {
        let shared = Shared {
            id,
            secret,
            security_token,
            doors: RefCell::default(),
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
        let mut state = door.state.lock().await;
        if let Some((_, refused)) = &*self.shared.wrong_clock.borrow() {
            return Ok(refused.clone());
        }
        match &*state {
            DoorState::Shut(refused) => return Ok(refused.clone()),
            DoorState::Open => drop(state),
            DoorState::Untried => {
                let response = self.exchange(net, request).await?;
                if let Some(next) = door.taken(&response) {
                    *state = next;
                }
                return Ok(response);
            }
        }
        let response = self.exchange(net, request).await?;
        if let Some(next) = door.taken(&response) {
            *door.state.lock().await = next;
        }
        Ok(response)
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
}

impl Door {
    /// What an answer says of the signature; nothing where something else has answered.
    fn taken(&self, response: &Response) -> Option<DoorState> {
        if is_refused(response) {
            return Some(DoorState::Shut(response.clone()));
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
        is_of_service.then(|| {
            self.was_opened.set(true);
            DoorState::Open
        })
    }
}

/// Whether an answer does not accept the signature.
fn is_refused(response: &Response) -> bool {
    !response.is_success()
        && ApiError::from_response(response).meaning() == Some(Meaning::SignInAgain)
}
