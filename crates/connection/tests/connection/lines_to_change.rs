//! The lines that are told: whole, for the file that they belong to, and right for the place.

use cloud_api::Service;
use config::{Place, parse};
use connection::{Asked, Diagnosis, File, Lines, ProxyFault, lines, others};

use crate::support::{asked, place};

fn of(found: &[Lines], file: File) -> &str {
    let found = found.iter().find(|lines| lines.file == file);
    &found.unwrap().text
}

fn files(found: &[Lines]) -> Vec<File> {
    found.iter().map(|lines| lines.file).collect()
}

#[test]
fn a_missing_proxy_is_told_with_the_place_that_leads_to_the_service() {
    let found = lines(&asked(place("eu-de"), Service::Swr), Diagnosis::NoProxy);
    assert_eq!(files(&found), [File::Nginx, File::Caddy]);
    let nginx = of(&found, File::Nginx);
    assert!(
        nginx.contains("location ^~ /api/open-telekom-cloud/eu-de/swr/ {"),
        "{nginx}"
    );
    assert!(
        nginx.contains("server swr-api.eu-de.otc.t-systems.com:443;"),
        "{nginx}"
    );
    assert!(
        nginx.contains("proxy_pass https://swr-api.eu-de.otc.t-systems.com/$rest;"),
        "{nginx}"
    );
    assert!(nginx.contains("proxy_ssl_verify on;"), "{nginx}");
    let caddy = of(&found, File::Caddy);
    assert!(
        caddy.starts_with("handle_path /api/open-telekom-cloud/eu-de/swr/* {"),
        "{caddy}"
    );
    assert!(
        caddy.contains("reverse_proxy https://swr-api.eu-de.otc.t-systems.com {"),
        "{caddy}"
    );
    assert_eq!(nginx.matches('{').count(), nginx.matches('}').count());
    assert_eq!(caddy.matches('{').count(), caddy.matches('}').count());
}

#[test]
fn a_host_keeps_its_port() {
    let found = lines(&asked(place("dc-1"), Service::Swr), Diagnosis::WrongPath);
    let nginx = of(&found, File::Nginx);
    assert!(nginx.contains("server swr.dc-1.example:8443;"), "{nginx}");
    assert!(
        nginx.contains("proxy_set_header Host swr.dc-1.example:8443;"),
        "{nginx}"
    );
    assert!(
        nginx.contains("proxy_ssl_name swr.dc-1.example;"),
        "{nginx}"
    );
}

#[test]
fn below_a_sub_path_the_place_is_below_it_too() {
    let below = Asked {
        address: "/tools/console/api/swr".to_owned(),
        ..asked(Place::OwnOrigin, Service::Swr)
    };
    let found = lines(&below, Diagnosis::Proxy(ProxyFault::HasNoSuchPlace));
    assert!(of(&found, File::Nginx).contains("location ^~ /tools/console/api/swr/ {"));
    assert!(of(&found, File::Caddy).contains("https://<host of swr> {"));
}

#[test]
fn what_goes_through_the_own_origin_from_now_on_is_below_the_sub_path_as_well() {
    let below = Asked {
        base: "/tools/console/".to_owned(),
        ..asked(place("dc-1"), Service::Ims)
    };
    let found = lines(&below, Diagnosis::RefusedByCors);
    let path = "/tools/console/api/own/dc-1/ims/";
    assert!(of(&found, File::Nginx).contains(&format!("location ^~ {path} {{")));
    assert!(of(&found, File::Caddy).starts_with(&format!("handle_path {path}* {{")));
}

#[test]
fn an_address_on_another_origin_is_led_through_the_own_one() {
    for told in [
        Diagnosis::RefusedByCors,
        Diagnosis::MixedContent,
        Diagnosis::Unreachable,
    ] {
        let found = lines(&asked(place("dc-1"), Service::Ims), told);
        assert_eq!(files(&found), [File::Config, File::Nginx, File::Caddy]);
        assert!(of(&found, File::Nginx).contains("location ^~ /api/own/dc-1/ims/ {"));
        // What is told can be written into the file, and is right there.
        let region = of(&found, File::Config).replace(
            "\"services\": {",
            "\"services\": { \"iam\": { \"host\": \"iam.dc-1.example\" },",
        );
        let file = format!(r#"{{"clouds":[{{"id":"own","regions":[{region}]}}]}}"#);
        let config = Box::leak(Box::new(parse(&file).unwrap()));
        let told = config.places()[0].address(Service::Ims);
        assert_eq!(told.as_deref(), Some("api/own/dc-1/ims"));
    }
}

#[test]
fn a_policy_is_told_with_the_server_to_let_through() {
    let found = lines(
        &asked(place("dc-1"), Service::Ims),
        Diagnosis::BlockedByPolicy,
    );
    assert_eq!(files(&found), [File::Policy]);
    assert_eq!(
        found[0].text,
        "connect-src 'self' https://ims.dc-1.example;"
    );
}

#[test]
fn a_policy_that_is_told_keeps_all_servers_that_the_console_needs() {
    let file = r#"{"clouds":[{"id":"own","regions":[{"id":"dc-1","services":{
        "iam":{"address":"https://iam.dc-1.example"},
        "swr":{"address":"https://images.dc-1.example/swr"},
        "ims":{"address":"https://images.dc-1.example:443/ims"},
        "hss":{"address":"https://console.example/hss"}}}]}]}"#;
    let config = Box::leak(Box::new(parse(file).unwrap()));
    let others = others(&config.places(), "https://console.example");
    assert_eq!(
        others,
        ["https://iam.dc-1.example", "https://images.dc-1.example"]
    );
    let images = Asked {
        others,
        ..asked(config.places()[0], Service::Ims)
    };
    let found = lines(&images, Diagnosis::BlockedByPolicy);
    assert_eq!(
        found[0].text,
        "connect-src 'self' https://iam.dc-1.example https://images.dc-1.example;"
    );
}

#[test]
fn a_console_under_numbers_is_named_by_all_of_them() {
    for (origin, name) in [
        ("http://[::1]:8080", "server_name [::1];"),
        ("https://10.0.0.7:8443", "server_name 10.0.0.7;"),
    ] {
        let swr = Asked {
            origin: origin.to_owned(),
            ..asked(place("eu-de"), Service::Swr)
        };
        let found = lines(&swr, Diagnosis::Proxy(ProxyFault::UnknownName));
        assert_eq!(of(&found, File::Nginx), name);
    }
}

#[test]
fn what_a_known_cloud_lacks_no_line_can_add() {
    let otc = asked(place("eu-nl"), Service::Hss);
    assert_eq!(lines(&otc, Diagnosis::NotOffered), []);
    let own = lines(&asked(place("dc-1"), Service::Hss), Diagnosis::NotOffered);
    assert_eq!(files(&own), [File::Config]);
    assert!(
        own[0]
            .text
            .contains("\"hss\": { \"host\": \"<host of hss>\" }")
    );
}

#[test]
fn each_limit_of_a_proxy_has_its_line_in_both() {
    let swr = asked(place("eu-de"), Service::Swr);
    for (fault, nginx, caddy) in [
        (ProxyFault::BodyTooLarge, "client_max_body_size", "max_size"),
        (
            ProxyFault::UnknownName,
            "server_name console.example;",
            "console.example {",
        ),
        (
            ProxyFault::HeadersTooLarge,
            "large_client_header_buffers",
            "max_header_size",
        ),
        (
            ProxyFault::ServiceTooSlow,
            "proxy_read_timeout",
            "response_header_timeout",
        ),
        (
            ProxyFault::CannotReachService,
            "proxy_ssl_name",
            "reverse_proxy",
        ),
    ] {
        let found = lines(&swr, Diagnosis::Proxy(fault));
        assert!(of(&found, File::Nginx).contains(nginx), "{fault:?}");
        assert!(of(&found, File::Caddy).contains(caddy), "{fault:?}");
    }
}

#[test]
fn where_the_proxy_is_right_no_line_is_told() {
    let swr = asked(place("eu-de"), Service::Swr);
    for told in [
        Diagnosis::Works,
        Diagnosis::Arrives,
        Diagnosis::Offline,
        Diagnosis::NotAccepted,
        Diagnosis::OtherScope,
        Diagnosis::NoRight,
        Diagnosis::Throttled,
        Diagnosis::ServiceDown,
    ] {
        assert_eq!(lines(&swr, told), [], "{told:?}");
    }
}
