//! What a file may say, and what holds where it says nothing.

use std::num::NonZeroU16;

use cloud_api::{RegionId, Service};
use config::{Config, Demo, KeepInTab, PasswordSignIn, Place, SignIn, Writes, parse, read};

use crate::schema::assert_taken;

/// A file that is right, for as long as the test runs.
pub fn right(file: &str) -> &'static Config {
    assert_taken(file);
    Box::leak(Box::new(parse(file).unwrap()))
}

fn addresses(place: Place) -> Vec<(Service, String)> {
    let of = |service| Some((service, place.address(service)?));
    Service::ALL.into_iter().filter_map(of).collect()
}

#[test]
fn an_empty_file_says_what_no_file_says() {
    for file in [
        "{}",
        " \n{ }\n",
        "\u{feff}{}",
        r#"{"$schema":"config.schema.json"}"#,
    ] {
        assert_eq!(parse(file), Ok(Config::default()), "{file:?}");
        assert_taken(file);
    }
}

#[test]
fn a_file_that_is_not_there_says_nothing() {
    for status in [404, 410] {
        let answer = Some((status, b"<h1>Not found</h1>".as_slice()));
        assert_eq!(read(answer), Ok(Config::default()), "{status}");
    }
    let there = read(Some((200, br#"{"title":"Images"}"#)));
    assert_eq!(there.unwrap().title.as_deref(), Some("Images"));
}

#[test]
fn without_clouds_requests_go_below_the_mount_point_and_no_password_is_asked_for() {
    let config = right("{}");
    assert_eq!(config.places(), [Place::OwnOrigin]);
    let swr = Place::OwnOrigin.address(Service::Swr);
    assert_eq!(swr.as_deref(), Some("api/swr"));
    assert_eq!(config.password_sign_in, PasswordSignIn::Off);
    assert_eq!(config.keep_in_tab, KeepInTab::Allowed);
    assert_eq!(config.writes, Writes::Offered);
    assert_eq!(config.idle_minutes, NonZeroU16::new(15));
    assert_eq!(config.demo, Demo::Off);
    assert_eq!(config.sign_in, SignIn::Offered);
}

#[test]
fn a_console_of_the_demo_alone_asks_for_no_credential_and_keeps_none() {
    let config = right(r#"{"demo":true,"sign_in":false,"keep_in_tab":true}"#);
    assert_eq!(config.sign_in, SignIn::Off);
    assert_eq!(config.keep_in_tab, KeepInTab::Forbidden);
    assert_eq!(config.demo, Demo::Offered);
}

#[test]
fn what_is_said_holds() {
    let config = right(
        r#"{"title":"Images","notice":"Maintenance on Sunday.","password_sign_in":true,
            "keep_in_tab":false,"read_only":true,"idle_minutes":5,"demo":true,"languages":["zh-CN"]}"#,
    );
    assert_eq!(config.title.as_deref(), Some("Images"));
    assert_eq!(config.notice.as_deref(), Some("Maintenance on Sunday."));
    assert_eq!(config.password_sign_in, PasswordSignIn::Offered);
    assert_eq!(config.keep_in_tab, KeepInTab::Forbidden);
    assert_eq!(config.writes, Writes::Off);
    assert_eq!(config.idle_minutes, NonZeroU16::new(5));
    assert_eq!(config.demo, Demo::Offered);
    assert_eq!(config.languages, ["zh-CN"]);
}

#[test]
fn the_demo_has_the_name_and_the_languages_of_the_console_and_none_of_its_clouds() {
    let config = right(
        r#"{"title":"Images","notice":"Maintenance on Sunday.","password_sign_in":true,"read_only":true,
            "demo":true,"languages":["zh-CN"],"clouds":[{"preset":"open-telekom-cloud","regions":["eu-de"]}]}"#,
    );
    let demo = config.clone().of_demo();
    assert_eq!(demo.title.as_deref(), Some("Images"));
    assert_eq!(demo.languages, ["zh-CN"]);
    assert_eq!((&demo.notice, demo.idle_minutes), (&None, None));
    assert_eq!(demo.keep_in_tab, KeepInTab::Forbidden);
    assert_eq!(demo.password_sign_in, PasswordSignIn::Off);
    assert_eq!(demo.writes, Writes::Offered);
    assert!(demo.clouds.is_empty());
}

#[test]
fn a_page_may_never_lock() {
    assert_eq!(right(r#"{"idle_minutes":0}"#).idle_minutes, None);
}

#[test]
fn a_preset_and_a_region_are_enough() {
    let config = right(r#"{"clouds":[{"preset":"open-telekom-cloud","regions":["eu-de"]}]}"#);
    let [place] = config.places()[..] else {
        panic!("one place");
    };
    assert_eq!(place.cloud_id(), "open-telekom-cloud");
    assert_eq!(place.cloud_name(), Some("Open Telekom Cloud"));
    let path = |service: &str| format!("api/open-telekom-cloud/eu-de/{service}");
    assert_eq!(
        addresses(place),
        [
            (Service::Iam, path("iam")),
            (Service::Swr, path("swr")),
            (Service::Hss, path("hss")),
            (Service::Ims, path("ims")),
        ]
    );
    let swr = config.clouds[0].regions[0].service(Service::Swr).unwrap();
    assert_eq!(swr.host, "swr-api.eu-de.otc.t-systems.com");
}

#[test]
fn a_private_cloud_names_its_services() {
    let config = right(
        r#"{"clouds":[{"id":"own","name":"Our cloud","regions":[{"id":"r1","services":{
            "iam":{"host":"iam.r1.test:8443"},
            "swr":{"address":"https://swr.r1.test/gateway"},
            "ims":{"address":"/images","host":"ims.r1.test"},
            "hss":{"address":"http://127.0.0.1:9000"}}}]}]}"#,
    );
    let [place] = config.places()[..] else {
        panic!("one place");
    };
    assert_eq!(place.cloud_name(), Some("Our cloud"));
    assert_eq!(place.name().as_deref(), Some("Our cloud · r1"));
    let expected = [
        (Service::Iam, "api/own/r1/iam", "iam.r1.test:8443"),
        (Service::Swr, "https://swr.r1.test/gateway", "swr.r1.test"),
        (Service::Hss, "http://127.0.0.1:9000", "127.0.0.1:9000"),
        (Service::Ims, "/images", "ims.r1.test"),
    ];
    let services = &config.clouds[0].regions[0].services;
    let told: Vec<(Service, &str, &str)> = services
        .iter()
        .map(|it| (it.service, it.address.as_str(), it.host.as_str()))
        .collect();
    assert_eq!(told, expected);
    assert!(!place.has(Service::Enterprise));
    assert!(place.has_image_sync());
}

#[test]
fn signatures_name_what_the_service_itself_sees() {
    let config = right(
        r#"{"clouds":[{"id":"own","regions":[{"id":"r1","services":{
            "iam":{"host":"iam.r1.test:8443"},
            "swr":{"address":"https://swr.r1.test/gateway"},
            "hss":{"address":"https://hss.r1.test:443"},
            "ims":{"address":"https://proxy.test/images","host":"ims.r1.test"},
            "enterprise":{"address":"https://swr.r1.test/v3","host":"swr.r1.test:443"}}}]}]}"#,
    );
    let place = config.places()[0];
    let signed = |service| {
        let address = place.service(service)?;
        Some((address.signed_host(), address.signed_path()))
    };
    assert_eq!(signed(Service::Iam), Some(("iam.r1.test:8443", "")));
    assert_eq!(signed(Service::Swr), Some(("swr.r1.test", "/gateway")));
    assert_eq!(signed(Service::Hss), Some(("hss.r1.test", "")));
    assert_eq!(signed(Service::Ims), Some(("ims.r1.test", "")));
    // The usual port is no other host, whether it is told or not.
    assert_eq!(signed(Service::Enterprise), Some(("swr.r1.test", "/v3")));
    assert_eq!(Place::OwnOrigin.service(Service::Iam), None);
}

#[test]
fn a_region_says_otherwise_than_its_preset() {
    let config = right(
        r#"{"clouds":[{"preset":"huawei-cloud","id":"hwc","regions":[
            {"id":"eu-west-101","services":{"ims":{"host":"ims.eu-west-101.myhuaweicloud.eu"}}},
            {"id":"xx-new-1","services":{"iam":{"host":"iam.myhuaweicloud.com"}}}]}]}"#,
    );
    let regions = &config.clouds[0].regions;
    let ims = regions[0].service(Service::Ims).unwrap();
    assert_eq!(ims.host, "ims.eu-west-101.myhuaweicloud.eu");
    assert_eq!(ims.address, "api/hwc/eu-west-101/ims");
    let swr = regions[0].service(Service::Swr).unwrap();
    assert_eq!(swr.host, "swr-api.eu-west-101.myhuaweicloud.eu");
    assert_eq!(regions[1].services.len(), 1);
}

/// Where the IAM for all regions of the first place is.
fn global_iam(config: &'static Config) -> Option<(&'static str, &'static str)> {
    let found = config.places()[0].global_iam()?;
    Some((&found.address, &found.host))
}

#[test]
fn a_region_has_the_global_iam_of_its_preset_as_long_as_its_own_is_the_presets() {
    let of = |region: &str| {
        let file = format!(
            r#"{{"clouds":[{{"preset":"huawei-cloud","id":"hwc","regions":[{region}]}}]}}"#
        );
        global_iam(right(&file))
    };
    let preset = Some(("api/hwc/cn-north-4/iam_global", "iam.myhuaweicloud.com"));
    assert_eq!(of(r#""cn-north-4""#), preset);
    let ims = r#"{"id":"cn-north-4","services":{"ims":{"host":"ims.test"}}}"#;
    assert_eq!(of(ims), preset);
    // It may be another cloud's.
    let iam = r#"{"id":"cn-north-4","services":{"iam":{"address":"https://iam.test"}}}"#;
    assert_eq!(of(iam), None);
    let own = r#"{"id":"cn-north-4","services":{"iam_global":{"address":"/iam"}}}"#;
    assert_eq!(of(own), Some(("/iam", "iam.myhuaweicloud.com")));
    assert_eq!(of(r#""af-north-1""#), None);
    let otc = r#"{"clouds":[{"preset":"open-telekom-cloud","regions":["eu-de"]}]}"#;
    assert_eq!(global_iam(right(otc)), None);
    assert_eq!(Place::OwnOrigin.global_iam(), None);
}

#[test]
fn a_private_cloud_names_its_global_iam() {
    let of = |global: &str| {
        let file = format!(
            r#"{{"clouds":[{{"id":"own","regions":[{{"id":"r1","services":{{
                "iam":{{"host":"iam.r1.test"}}{global}}}}}]}}]}}"#
        );
        global_iam(right(&file))
    };
    assert_eq!(of(""), None);
    assert_eq!(
        of(r#","iam_global":{"host":"iam.test"}"#),
        Some(("api/own/r1/iam_global", "iam.test"))
    );
    assert_eq!(
        of(r#","iam_global":{"address":"https://iam.test/v"}"#),
        Some(("https://iam.test/v", "iam.test"))
    );
}

#[test]
fn a_place_leads_to_the_other_regions_of_its_cloud_only() {
    let config = right(
        r#"{"clouds":[{"preset":"open-telekom-cloud","regions":["eu-de","eu-nl"]},
            {"preset":"huawei-cloud","regions":["eu-west-101"]}]}"#,
    );
    let places = config.places();
    let region = |id: &str| id.parse::<RegionId>().unwrap();
    assert_eq!(places[0].in_region(&region("eu-nl")), Some(places[1]));
    assert_eq!(places[0].in_region(&region("eu-west-101")), None);
    let own = Place::OwnOrigin;
    assert_eq!(own.in_region(&region("eu-west-101")), Some(own));
}

#[test]
fn a_project_has_the_alias_of_its_own_cloud() {
    let id = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
    let config = right(&format!(
        r#"{{"clouds":[{{"preset":"open-telekom-cloud","regions":["eu-de"],"project_aliases":{{"{id}":"Delivery"}}}},
            {{"preset":"huawei-cloud","regions":["eu-west-101"]}}]}}"#
    ));
    let places = config.places();
    let alias = |place: Place| place.project_alias(&id.parse().unwrap());
    assert_eq!(alias(places[0]), Some("Delivery"));
    assert_eq!(alias(places[1]), None);
    assert_eq!(alias(Place::OwnOrigin), None);
}
