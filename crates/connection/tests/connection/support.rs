//! Places, and answers as they come.

use cloud_api::{ApiError, NoAnswer, NoAnswerKind, Response, Service};
use config::{Iam, Place, parse};
use connection::{Asked, InNameOf, Policy, SecondLook, Seen};

/// A cloud that is known; and one of one's own, whose image service is on another origin.
pub const FILE: &str = r#"{"clouds":[
    {"preset":"open-telekom-cloud","regions":["eu-de","eu-nl"]},
    {"id":"own","regions":[{"id":"dc-1","services":{
        "iam":{"host":"iam.dc-1.example"},
        "swr":{"host":"swr.dc-1.example:8443"},
        "ims":{"address":"https://ims.dc-1.example/v"}}}]}]}"#;

/// A place of the file, by the name of its region.
pub fn place(region: &str) -> Place {
    let config = Box::leak(Box::new(parse(FILE).unwrap()));
    let places = config.places().into_iter();
    let mut found = places.filter(|place| place.region().is_some_and(|it| it.as_str() == region));
    found.next().unwrap()
}

/// A service, asked in somebody's name from an encrypted page.
pub fn asked(place: Place, service: Service) -> Asked {
    let address = place.address(service).unwrap_or_default();
    let address = match address.contains("://") {
        true => address,
        false => format!("/{address}"),
    };
    Asked {
        place,
        service,
        iam: Iam::OfRegion,
        in_name_of: InNameOf::Person,
        address,
        origin: "https://console.example".to_owned(),
        base: "/".to_owned(),
        others: Vec::new(),
    }
}

/// An answer, and nothing besides.
pub fn answer(service: Service, status: u16, body: &str) -> Seen {
    Seen::at_once(Ok(Response {
        service,
        status,
        headers: Vec::new(),
        body: body.as_bytes().to_vec(),
    }))
}

/// An error, and nothing besides.
pub fn error(error: ApiError) -> Seen {
    Seen::at_once(Err(error))
}

/// No answer, for this reason.
pub fn missing(kind: NoAnswerKind) -> Seen {
    error(ApiError::NoAnswer(NoAnswer {
        kind,
        may_have_been_applied: true,
    }))
}

/// No answer, and what a second look met.
pub fn silent(second_look: SecondLook, policy: Policy) -> Seen {
    Seen {
        second_look,
        policy,
        ..missing(NoAnswerKind::Unreachable)
    }
}
