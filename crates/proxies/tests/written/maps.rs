//! Which path leads to which host.

use proxies::{Calls, Map, Mount, Problem, Route};

fn map(config: &str, mount: &str) -> Result<Map, Problem> {
    let mount: Mount = mount.parse().unwrap();
    proxies::map(&config::parse(config).unwrap(), &mount)
}

/// Each path with its host, in the order of the alphabet.
fn told(map: &Map) -> Vec<String> {
    let told = |route: &Route| format!("{} {}", route.prefix, route.host);
    let mut told: Vec<String> = map.routes.iter().map(told).collect();
    told.sort();
    told
}

/// A region of services, as the file tells them.
fn own(services: &str) -> String {
    format!(r#"{{"clouds":[{{"id":"own","regions":[{{"id":"dc-1","services":{services}}}]}}]}}"#)
}

const OTC: &str = r#"{"clouds":[{"preset":"open-telekom-cloud","regions":["eu-de","eu-nl"]}]}"#;

#[test]
fn every_service_of_every_region_has_a_path_below_the_mount_point() {
    assert_eq!(
        told(&map(OTC, "/tools/console/").unwrap()),
        [
            "/tools/console/api/open-telekom-cloud/eu-de/hss hss.eu-de.otc.t-systems.com",
            "/tools/console/api/open-telekom-cloud/eu-de/iam iam.eu-de.otc.t-systems.com",
            "/tools/console/api/open-telekom-cloud/eu-de/ims ims.eu-de.otc.t-systems.com",
            "/tools/console/api/open-telekom-cloud/eu-de/swr swr-api.eu-de.otc.t-systems.com",
            "/tools/console/api/open-telekom-cloud/eu-nl/iam iam.eu-nl.otc.t-systems.com",
            "/tools/console/api/open-telekom-cloud/eu-nl/ims ims.eu-nl.otc.t-systems.com",
            "/tools/console/api/open-telekom-cloud/eu-nl/swr swr-api.eu-nl.otc.t-systems.com",
        ]
    );
}

#[test]
fn a_path_from_the_root_stays_where_it_is_and_a_whole_address_is_the_browsers() {
    let services = r#"{
        "iam": {"host": "iam.cloud.test:8443", "address": "/gateway/iam"},
        "swr": {"host": "swr.cloud.test:443"},
        "ims": {"address": "https://ims.cloud.test/images"},
        "hss": {"address": "https://ims.cloud.test"}
    }"#;
    let map = map(&own(services), "/tools/").unwrap();
    assert_eq!(
        told(&map),
        [
            "/gateway/iam iam.cloud.test:8443",
            "/tools/api/own/dc-1/swr swr.cloud.test"
        ]
    );
    assert_eq!(map.others, ["https://ims.cloud.test"]);
}

#[test]
fn of_two_paths_the_longer_one_is_asked_first() {
    let services = r#"{
        "iam": {"host": "a.test", "address": "/api/x"},
        "swr": {"host": "b.test", "address": "/api/x/y"}
    }"#;
    let map = map(&own(services), "/").unwrap();
    let prefixes: Vec<&str> = map.routes.iter().map(|route| &*route.prefix).collect();
    assert_eq!(prefixes, ["/api/x/y", "/api/x"]);
}

#[test]
fn services_of_one_host_may_share_a_path() {
    let services = r#"{
        "swr": {"host": "a.test", "address": "/api/x"},
        "iam": {"host": "a.test", "address": "/api/x"}
    }"#;
    let map = map(&own(services), "/").unwrap();
    let [route] = &map.routes[..] else {
        panic!("{:?}", map.routes);
    };
    assert_eq!(route.calls, Calls::OfIam);
}

#[test]
fn the_global_iam_has_a_path_beside_the_regions_own_for_what_a_token_needs() {
    let with = |global: &str| {
        let services = format!(r#"{{"iam":{{"host":"iam.dc-1.test"}},"iam_global":{global}}}"#);
        map(&own(&services), "/tools/").unwrap()
    };
    let behind = with(r#"{"host":"iam.test"}"#);
    assert_eq!(
        told(&behind),
        [
            "/tools/api/own/dc-1/iam iam.dc-1.test",
            "/tools/api/own/dc-1/iam_global iam.test"
        ]
    );
    let calls: Vec<Calls> = behind.routes.iter().map(|route| route.calls).collect();
    assert_eq!(calls, [Calls::OfTokens, Calls::OfIam]);
    let elsewhere = with(r#"{"address":"https://iam.test/v"}"#);
    assert_eq!(elsewhere.others, ["https://iam.test"]);
    assert_eq!(elsewhere.routes.len(), 1);
    let shared = with(r#"{"host":"iam.dc-1.test","address":"/tools/api/own/dc-1/iam"}"#);
    assert_eq!(shared.routes[0].calls, Calls::OfIam);
}

#[test]
fn one_path_leads_to_one_host() {
    let services = r#"{
        "iam": {"host": "a.test", "address": "/api/x"},
        "swr": {"host": "b.test", "address": "/api/x"}
    }"#;
    let problem = map(&own(services), "/").unwrap_err();
    assert_eq!(problem, Problem::TwoHosts("/api/x".to_owned()));
}

#[test]
fn no_service_takes_the_place_of_the_console() {
    for address in ["/tools", "/tools/console"] {
        let services = format!(r#"{{"iam": {{"host": "a.test", "address": "{address}"}}}}"#);
        let problem = map(&own(&services), "/tools/console/").unwrap_err();
        assert_eq!(problem, Problem::InTheWay(address.to_owned()));
    }
}

#[test]
fn without_a_cloud_there_is_no_map() {
    assert_eq!(map("{}", "/"), Err(Problem::NoCloud));
}
