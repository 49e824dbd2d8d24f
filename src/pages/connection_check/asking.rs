//! Asks the services, one after the other's region, and keeps what came of it.

use cloud_api::{ApiError, Operation as _, Refusal, Request, iam};
use config::{Iam, Place};
use connection::{
    Asked, Diagnosis, InNameOf, Policy, SecondLook, Seen, diagnose, others, requests,
};
use futures::future::join_all;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use crate::browser::address::{base_path, seen_from};
use crate::browser::policy::Stopped;
use crate::config::use_config;
use crate::net::{Credential, Net, second_look};
use crate::session::Session;

/// What came of asking a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What is wrong, or that nothing is.
    pub diagnosis: Diagnosis,
    /// What was answered, for whoever asks the cloud's support: without the service's own words, in which
    /// anything may stand.
    pub answer: Option<ApiError>,
}

/// A service that is asked.
#[derive(Clone)]
pub struct Service {
    /// The service, and from where it is asked.
    pub asked: Asked,
    request: StoredValue<Request>,
    /// `None` while the answer is on the way.
    pub found: RwSignal<Option<Found>>,
}

/// The services of a place. The person's token or key is for the place where they are signed in, so all
/// others are asked in nobody's name.
pub fn services_of(place: Place, session: Session) -> Vec<Service> {
    let identity = untrack(|| session.identity()).filter(|identity| identity.place == place);
    let project = identity.as_ref().map(|identity| &identity.project_id);
    // An IAM does not know a token of the other one.
    let in_name_of = |service, iam| match &identity {
        Some(it) if service != cloud_api::Service::Iam || it.is_known_to(iam) => InNameOf::Person,
        _ => InNameOf::Nobody,
    };
    let part = untrack(|| session.enterprise_project());
    let base = base_path();
    let origin = window().location().origin().unwrap_or_default();
    let others = others(&use_config().places(), &origin);
    let asked = |request: Request, iam: Iam, address: Option<String>| {
        let service = request.service();
        Service {
            asked: Asked {
                place,
                service,
                iam,
                in_name_of: in_name_of(service, iam),
                address: address.map_or_else(String::new, |it| seen_from(&base, &it)),
                origin: origin.clone(),
                base: base.clone(),
                others: others.clone(),
            },
            request: StoredValue::new(request),
            found: RwSignal::new(None),
        }
    };
    let of_region = |request: Request| {
        let address = place.address(request.service());
        asked(request, Iam::OfRegion, address)
    };
    let global = place.global_iam().map(|global| {
        let address = Some(global.address.clone());
        asked(iam::ListProjects.request(), Iam::Global, address)
    });
    let of_region = requests(project, part).into_iter().map(of_region);
    of_region.chain(global).collect()
}

/// Asks all, each place when the one before has answered.
pub async fn ask_all(places: Vec<Vec<Service>>, session: Session, net: Net, stopped: Stopped) {
    for services in places {
        join_all(
            services
                .into_iter()
                .map(|service| ask(service, session, net, stopped)),
        )
        .await;
    }
}

async fn ask(service: Service, session: Session, net: Net, stopped: Stopped) {
    let Service {
        asked,
        request,
        found,
    } = service;
    // The page may have been left.
    let Some(request) = request.try_get_value() else {
        return;
    };
    let address = format!("{}{}", asked.address, request.path_and_query());
    let came_back = match asked.in_name_of {
        InNameOf::Person => session.send(request).await,
        InNameOf::Nobody => {
            let net = net.at(asked.place).at_iam(asked.iam);
            net.send(request, Credential::None).await
        }
    };
    let second_look = match Seen::needs_second_look(&came_back) {
        true => second_look(&address).await,
        false => SecondLook::NotTaken,
    };
    // The browser tells what its policy has stopped only after it has said that the request failed.
    if second_look == SecondLook::Silent {
        TimeoutFuture::new(0).await;
    }
    let policy = Policy::towards(asked.server(), &stopped.addresses());
    let seen = Seen {
        came_back,
        second_look,
        policy,
    };
    let diagnosis = diagnose(&asked, &seen);
    let answer = answer_of(&seen, diagnosis);
    found.try_set(Some(Found { diagnosis, answer }));
}

fn answer_of(seen: &Seen, diagnosis: Diagnosis) -> Option<ApiError> {
    let error = match &seen.came_back {
        Ok(_) if diagnosis == Diagnosis::Works => return None,
        Ok(response) => ApiError::from_response(response),
        Err(error) => error.clone(),
    };
    match error {
        ApiError::Refused(refusal) => Some(ApiError::Refused(Refusal {
            message: String::new(),
            encoded_authorization_message: None,
            ..refusal
        })),
        ApiError::NotSent(_) | ApiError::NoAnswer(_) | ApiError::Unreadable(_) => None,
    }
}
