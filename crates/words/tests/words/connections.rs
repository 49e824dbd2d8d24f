//! What the connection check has found, in words.

use std::collections::BTreeSet;

use cloud_api::Service;
use config::{Iam, Place};
use connection::{Asked, Diagnosis, File, How, InNameOf, Lines, ProxyFault, Step};
use words::connection::{fails_at, remedy, service, where_in};

use crate::support::{english, says};

fn asked() -> Asked {
    Asked {
        place: Place::OwnOrigin,
        service: Service::Swr,
        iam: Iam::OfRegion,
        in_name_of: InNameOf::Person,
        address: "/api/swr".to_owned(),
        origin: "https://console.example".to_owned(),
        base: "/".to_owned(),
        others: Vec::new(),
    }
}

#[test]
fn every_diagnosis_has_words_of_its_own_in_both_languages() {
    let told = [
        Diagnosis::Works,
        Diagnosis::Arrives,
        Diagnosis::NotOffered,
        Diagnosis::Offline,
        Diagnosis::MixedContent,
        Diagnosis::BlockedByPolicy,
        Diagnosis::RefusedByCors,
        Diagnosis::LeadsElsewhere,
        Diagnosis::OwnServerSilent,
        Diagnosis::Unreachable,
        Diagnosis::TimedOut,
        Diagnosis::BrokeOff,
        Diagnosis::NoProxy,
        Diagnosis::Proxy(ProxyFault::WantsSignIn),
        Diagnosis::Proxy(ProxyFault::Forbids),
        Diagnosis::Proxy(ProxyFault::HasNoSuchPlace),
        Diagnosis::Proxy(ProxyFault::BodyTooLarge),
        Diagnosis::Proxy(ProxyFault::UnknownName),
        Diagnosis::Proxy(ProxyFault::HeadersTooLarge),
        Diagnosis::Proxy(ProxyFault::CannotReachService),
        Diagnosis::Proxy(ProxyFault::ServiceTooSlow),
        Diagnosis::Proxy(ProxyFault::TooManyRequests),
        Diagnosis::Proxy(ProxyFault::Other(418)),
        Diagnosis::CredentialLost,
        Diagnosis::WrongPath,
        Diagnosis::OtherScope,
        Diagnosis::NotAccepted,
        Diagnosis::NoRight,
        Diagnosis::Throttled,
        Diagnosis::ServiceDown,
        Diagnosis::NotData,
        Diagnosis::Refused,
    ];
    let words = told.map(|told| remedy(&asked(), told));
    let sentences: BTreeSet<String> = words.iter().map(english).collect();
    assert_eq!(sentences.len(), words.len());
    for words in &words {
        says(words, &english(words));
    }
}

#[test]
fn every_step_has_its_name() {
    for (step, told) in [
        (Step::Browser, "Fails at: the browser"),
        (Step::Network, "Fails at: the network"),
        (Step::Proxy, "Fails at: the proxy"),
        (
            Step::BehindProxy,
            "Fails at: between the proxy and the service",
        ),
        (Step::Gateway, "Fails at: the API gateway"),
        (Step::SignIn, "Fails at: the sign-in"),
        (Step::Service, "Fails at: the service"),
    ] {
        says(&fails_at(step), told);
    }
}

#[test]
fn one_address_that_is_silent_says_nothing_of_the_whole_server() {
    says(
        &remedy(&asked(), Diagnosis::OwnServerSilent),
        "No answer comes from the console's own server at this address. Check that it is running, that your network leads there, and that no browser extension blocks it.",
    );
}

#[test]
fn the_status_of_an_unknown_fault_is_told() {
    let told = remedy(&asked(), Diagnosis::Proxy(ProxyFault::Other(418)));
    assert!(english(&told).contains("status 418"));
}

#[test]
fn no_log_is_named_that_tells_nothing() {
    let fault = Diagnosis::Proxy(ProxyFault::CannotReachService);
    let told = english(&remedy(&asked(), fault));
    assert!(told.contains("curl -v https://HOST/ tells which"), "{told}");
    assert!(told.contains("keep the cause out of their logs"), "{told}");
}

#[test]
fn who_says_that_a_region_lacks_a_service_is_told() {
    let file = r#"{"clouds":[
        {"preset":"open-telekom-cloud","regions":["eu-nl"]},
        {"id":"own","regions":[{"id":"dc-1","services":{"iam":{"host":"iam.dc-1.example"}}}]}]}"#;
    let config = Box::leak(Box::new(config::parse(file).unwrap()));
    let told: Vec<String> = config
        .places()
        .into_iter()
        .map(|place| {
            let asked = Asked {
                place,
                service: Service::Hss,
                address: String::new(),
                ..asked()
            };
            english(&remedy(&asked, Diagnosis::NotOffered))
        })
        .collect();
    assert!(
        told[0].starts_with("By what the console knows of this cloud"),
        "{told:?}"
    );
    assert!(told[1].starts_with("As config.json says"), "{told:?}");
}

#[test]
fn the_blocks_of_a_file_are_told_in_words() {
    let of = |file| {
        let lines = Lines {
            file,
            how: How::Set,
            text: String::new(),
        };
        english(&where_in(&lines))
    };
    assert_eq!(of(File::NginxServer), "In the server block of nginx:");
    assert_eq!(
        of(File::CaddyOptions),
        "In the first block of the Caddyfile:"
    );
    assert_eq!(
        of(File::CaddyServices),
        "In the route @service block of the Caddyfile:"
    );
    assert_eq!(of(File::Policy), "In Content-Security-Policy:");
}

#[test]
fn lines_are_told_with_what_is_done_with_them() {
    let of = |how| {
        where_in(&Lines {
            file: File::NginxHttp,
            how,
            text: String::new(),
        })
    };
    says(&of(How::Set), "In the http block of nginx:");
    says(
        &of(How::First),
        "In the http block of nginx, before what is there:",
    );
    says(
        &of(How::Instead),
        "In the http block of nginx, in place of what is there:",
    );
    says(
        &of(How::UnlessThere),
        "In the http block of nginx, unless it is there already:",
    );
}

#[test]
fn every_service_is_called_by_its_name() {
    let of_region = Service::ALL.map(|service| Asked { service, ..asked() });
    let global = Asked {
        service: Service::Iam,
        iam: Iam::Global,
        ..asked()
    };
    let all = of_region.iter().chain([&global]);
    let names: BTreeSet<String> = all.map(|it| english(&service(it))).collect();
    assert_eq!(names.len(), Service::ALL.len() + 1);
}
