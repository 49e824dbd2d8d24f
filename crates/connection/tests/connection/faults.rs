//! Every fault is told from the others.

use cloud_api::{ApiError, Meaning, NoAnswerKind, NotSent, Refusal, Service, Unreadable};
use config::Place;
use connection::{
    Asked, Diagnosis, InNameOf, Policy, ProxyFault, SecondLook, Seen, Step, Weight, diagnose, step,
    weight,
};

use crate::support::{answer, asked, error, missing, place, silent};

const PAGE: &str = "<!DOCTYPE html><html><h1>Image Console</h1></html>";

fn swr() -> Asked {
    asked(place("eu-de"), Service::Swr)
}

fn elsewhere() -> Asked {
    asked(place("dc-1"), Service::Ims)
}

fn of_swr(status: u16, body: &str) -> Diagnosis {
    diagnose(&swr(), &answer(Service::Swr, status, body))
}

fn code(code: &str) -> String {
    format!(r#"{{"error_code":"{code}","error_msg":"words"}}"#)
}

fn refusal(meaning: Meaning) -> Seen {
    error(ApiError::Refused(Refusal {
        status: 401,
        code: "APIGW.0301".to_owned(),
        message: String::new(),
        request_id: None,
        meaning,
        retry_after: None,
        encoded_authorization_message: None,
    }))
}

#[test]
fn data_of_the_service_is_as_it_should_be() {
    for body in [r#"{"quotas":[]}"#, "\n {\"quotas\":[{}],\"more\":1} "] {
        assert_eq!(of_swr(200, body), Diagnosis::Works, "{body}");
    }
}

#[test]
fn each_service_is_known_by_its_own_list_and_by_no_other_json() {
    let lists = [
        (Service::Iam, "projects"),
        (Service::Swr, "quotas"),
        (Service::Hss, "data_list"),
        (Service::Ims, "images"),
        (Service::Enterprise, "instances"),
    ];
    for service in Service::ALL {
        let asked = asked(Place::OwnOrigin, service);
        let told = |body: &str| diagnose(&asked, &answer(service, 200, body));
        for (of, list) in lists {
            let is_own = match of == service {
                true => Diagnosis::Works,
                false => Diagnosis::NotData,
            };
            for body in [
                format!(r#"{{"{list}":[]}}"#),
                // Some programs write an empty list so.
                format!(r#"{{"{list}":null,"total":0}}"#),
            ] {
                assert_eq!(told(&body), is_own, "{service:?} {body}");
            }
            let other = format!(r#"{{"{list}":1}}"#);
            assert_eq!(told(&other), Diagnosis::NotData, "{service:?} {other}");
        }
        for body in [r#"{"hello":1}"#, "{}", "[]", r#"["quotas"]"#] {
            assert_eq!(told(body), Diagnosis::NotData, "{service:?} {body}");
        }
    }
}

#[test]
fn a_web_page_in_place_of_data_is_a_proxy_that_is_missing() {
    for (status, body) in [
        (200, PAGE),
        (200, "\u{feff}\n<html>"),
        // Object storage that serves the console's files.
        (
            403,
            "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>",
        ),
        (
            404,
            "<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code></Error>",
        ),
    ] {
        assert_eq!(of_swr(status, body), Diagnosis::NoProxy, "{status} {body}");
    }
}

#[test]
fn what_is_neither_a_page_nor_data_is_no_answer_of_the_service() {
    for body in ["", "ok", "\"text\"", "{\"quotas\":", "\u{0}\u{ff}"] {
        assert_eq!(of_swr(200, body), Diagnosis::NotData, "{body:?}");
    }
    // What nginx makes of an answer that is no HTTP.
    for body in ["", "SSH-2.0-OpenSSH_9.2\r\n", "<html></html>"] {
        assert_eq!(of_swr(0, body), Diagnosis::NotData, "{body:?}");
    }
    assert_eq!(of_swr(204, ""), Diagnosis::NotData);
    let unreadable = ApiError::Unreadable(Unreadable {
        status: 200,
        at: "line 1".to_owned(),
        request_id: None,
    });
    assert_eq!(diagnose(&swr(), &error(unreadable)), Diagnosis::NotData);
}

#[test]
fn what_a_proxy_refuses_is_told_by_its_status() {
    let page = "<html><center>nginx</center></html>";
    for (status, fault) in [
        (401, ProxyFault::WantsSignIn),
        (407, ProxyFault::WantsSignIn),
        (403, ProxyFault::Forbids),
        (404, ProxyFault::HasNoSuchPlace),
        (405, ProxyFault::HasNoSuchPlace),
        (413, ProxyFault::BodyTooLarge),
        (421, ProxyFault::UnknownName),
        (431, ProxyFault::HeadersTooLarge),
        (494, ProxyFault::HeadersTooLarge),
        (502, ProxyFault::CannotReachService),
        (503, ProxyFault::CannotReachService),
        (504, ProxyFault::ServiceTooSlow),
        (418, ProxyFault::Other(418)),
    ] {
        for body in [page, "", "Forbidden", &code("PROXY.0001")] {
            let told = of_swr(status, body);
            assert_eq!(told, Diagnosis::Proxy(fault), "{status} {body}");
            assert_eq!(weight(told), Weight::Broken);
        }
    }
}

#[test]
fn what_the_shipped_proxies_say_themselves_is_understood() {
    for (status, said, told) in [
        (
            403,
            "Only what Image Console itself sends is handed on.",
            Diagnosis::Proxy(ProxyFault::Forbids),
        ),
        (
            404,
            "No service of config.json is at this path.",
            Diagnosis::Proxy(ProxyFault::HasNoSuchPlace),
        ),
        (
            421,
            "This server answers under other names.",
            Diagnosis::Proxy(ProxyFault::UnknownName),
        ),
        (
            502,
            "The service answers with a redirect, which is not followed.",
            Diagnosis::LeadsElsewhere,
        ),
    ] {
        let body = format!(r#"{{"proxy":"{said}"}}"#);
        assert_eq!(of_swr(status, &body), told, "{status} {said}");
    }
    let too_many = Diagnosis::Proxy(ProxyFault::TooManyRequests);
    assert_eq!(of_swr(429, "<html>"), too_many);
}

#[test]
fn nginx_tells_of_large_headers_in_its_page_alone() {
    let page = "<html><center>Request Header Or Cookie Too Large</center></html>";
    let large = Diagnosis::Proxy(ProxyFault::HeadersTooLarge);
    assert_eq!(of_swr(400, page), large);
    let other = "<html><center>Bad Request</center></html>";
    assert_eq!(of_swr(400, other), Diagnosis::Proxy(ProxyFault::Other(400)));
}

#[test]
fn what_gateway_and_service_refuse_is_told_by_their_codes() {
    for (status, of, told) in [
        (404, "APIGW.0101", Diagnosis::WrongPath),
        (404, "APIG.0101", Diagnosis::WrongPath),
        (404, "SVCSTG.SWR.4040083", Diagnosis::WrongPath),
        (429, "APIGW.0308", Diagnosis::Throttled),
        (401, "APIGW.0301", Diagnosis::NotAccepted),
        (401, "SVCSTG.S2I.4019000", Diagnosis::CredentialLost),
        (403, "SVCSTG.SWR.4030000", Diagnosis::NoRight),
        (502, "APIGW.0201", Diagnosis::ServiceDown),
        (500, "SVCSTG.SWR.5000000", Diagnosis::ServiceDown),
        (400, "SVCSTG.SWR.4000000", Diagnosis::Refused),
    ] {
        assert_eq!(of_swr(status, &code(of)), told, "{status} {of}");
    }
}

#[test]
fn a_token_that_did_not_arrive_is_not_one_that_is_not_accepted() {
    let body = r#"{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information: x-auth-token not found"}"#;
    assert_eq!(of_swr(401, body), Diagnosis::CredentialLost);
}

#[test]
fn a_token_that_iam_takes_and_the_service_refuses_is_for_another_scope() {
    let told = diagnose(&swr(), &refusal(Meaning::NotForHere));
    assert_eq!(told, Diagnosis::OtherScope);
    assert_eq!(step(told), Some(Step::SignIn));
}

#[test]
fn whoever_is_nobody_learns_that_requests_arrive() {
    let nobody = Asked {
        in_name_of: InNameOf::Nobody,
        ..swr()
    };
    for (status, of) in [
        (401, "APIGW.0301"),
        (401, "SVCSTG.S2I.4019000"),
        (403, "SVCSTG.SWR.4030000"),
    ] {
        let told = diagnose(&nobody, &answer(Service::Swr, status, &code(of)));
        assert_eq!(told, Diagnosis::Arrives, "{of}");
        assert_eq!(step(told), None);
    }
    let wrong = diagnose(&nobody, &answer(Service::Swr, 404, &code("APIGW.0101")));
    assert_eq!(wrong, Diagnosis::WrongPath);
    let proxy = diagnose(&nobody, &answer(Service::Swr, 401, "<html>"));
    assert_eq!(proxy, Diagnosis::Proxy(ProxyFault::WantsSignIn));
}

#[test]
fn silence_is_told_apart_as_far_as_a_browser_can() {
    use Policy::{Blocks, Lets};
    use SecondLook::{Answers, LeadsElsewhere, NotTaken, Silent};
    let plain = Asked {
        address: "http://ims.dc-1.example".to_owned(),
        ..elsewhere()
    };
    let from_plain = Asked {
        origin: "http://console.example".to_owned(),
        ..plain.clone()
    };
    let same_origin = Asked {
        address: "https://console.example/ims".to_owned(),
        ..elsewhere()
    };
    for (asked, second_look, policy, told) in [
        (elsewhere(), Silent, Blocks, Diagnosis::BlockedByPolicy),
        (plain.clone(), Silent, Blocks, Diagnosis::BlockedByPolicy),
        (plain.clone(), Silent, Lets, Diagnosis::MixedContent),
        // Browsers send to this machine all the same.
        (plain, Answers, Lets, Diagnosis::RefusedByCors),
        (from_plain, Silent, Lets, Diagnosis::Unreachable),
        (elsewhere(), Answers, Lets, Diagnosis::RefusedByCors),
        (elsewhere(), Silent, Lets, Diagnosis::Unreachable),
        (elsewhere(), NotTaken, Lets, Diagnosis::Unreachable),
        (swr(), LeadsElsewhere, Lets, Diagnosis::LeadsElsewhere),
        (swr(), Silent, Lets, Diagnosis::OwnServerSilent),
        (same_origin, Silent, Lets, Diagnosis::OwnServerSilent),
        // It answers again: the first answer was lost on the way.
        (swr(), Answers, Lets, Diagnosis::BrokeOff),
    ] {
        let seen = silent(second_look, policy);
        assert!(Seen::needs_second_look(&seen.came_back));
        assert_eq!(diagnose(&asked, &seen), told, "{asked:?} {second_look:?}");
    }
}

#[test]
fn another_server_has_neither_files_nor_a_proxy_of_the_console() {
    for (status, body) in [
        (200, PAGE),
        (404, PAGE),
        (405, ""),
        (404, "<?xml version=\"1.0\"?><Error/>"),
    ] {
        let told = diagnose(&elsewhere(), &answer(Service::Ims, status, body));
        assert_eq!(told, Diagnosis::NotData, "{status} {body}");
    }
}

#[test]
fn what_the_policy_stopped_is_told_of_that_server_alone() {
    let stopped = |address: &str| Policy::towards(elsewhere().server(), &[address.to_owned()]);
    assert_eq!(stopped("https://ims.dc-1.example/v2/x"), Policy::Blocks);
    assert_eq!(stopped("https://ims.dc-1.example"), Policy::Blocks);
    for other in [
        "https://ims.dc-1.example.test/v2/x",
        "https://ims.dc-1.example:8443/v2/x",
        "http://ims.dc-1.example/",
        "inline",
        "",
    ] {
        assert_eq!(stopped(other), Policy::Lets, "{other}");
    }
    let with_port = Asked {
        address: "https://ims.dc-1.example:443/v".to_owned(),
        ..elsewhere()
    };
    assert_eq!(with_port.server(), "https://ims.dc-1.example");
}

#[test]
fn what_the_browser_knows_needs_no_second_look() {
    for (kind, told) in [
        (NoAnswerKind::Offline, Diagnosis::Offline),
        (NoAnswerKind::TimedOut, Diagnosis::TimedOut),
        (NoAnswerKind::BrokeOff, Diagnosis::BrokeOff),
        (NoAnswerKind::TooLarge, Diagnosis::BrokeOff),
        (NoAnswerKind::PageLeft, Diagnosis::BrokeOff),
    ] {
        let seen = missing(kind);
        assert!(!Seen::needs_second_look(&seen.came_back), "{kind}");
        assert_eq!(diagnose(&swr(), &seen), told, "{kind}");
    }
}

#[test]
fn what_was_never_sent_is_told_too() {
    for (reason, told) in [
        (NotSent::NotOffered, Diagnosis::NotOffered),
        (NotSent::NoCredential, Diagnosis::NotAccepted),
        (NotSent::NotBuilt, Diagnosis::Refused),
    ] {
        let seen = error(ApiError::NotSent(reason));
        assert_eq!(diagnose(&swr(), &seen), told);
    }
    assert_eq!(step(Diagnosis::NotOffered), None);
}

#[test]
fn without_a_file_everything_goes_through_the_own_origin() {
    let own = asked(Place::OwnOrigin, Service::Hss);
    assert_eq!(own.address, "/api/hss");
    assert!(!own.is_elsewhere());
    assert_eq!(own.host(), None);
    assert_eq!(elsewhere().server(), "https://ims.dc-1.example");
    assert!(elsewhere().is_elsewhere());
}
