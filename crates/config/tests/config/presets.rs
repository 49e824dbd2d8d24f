//! The presets against the table that they are of.

use std::collections::BTreeSet;

use cloud_api::Service;
use cloud_api::clipboard::terraform::Provider;
use config::{Place, Preset};
use serde_json::Value;

use crate::right::right;

const TABLE: &str = include_str!("../../../../tests/vectors/endpoints.json");

const IN_TABLE: [(Service, &str); 4] = [
    (Service::Iam, "iam"),
    (Service::Swr, "swr"),
    (Service::Hss, "hss"),
    (Service::Ims, "ims"),
];

fn check(preset: Preset, name: &str, global_iam: Option<&str>) {
    let table: Value = serde_json::from_str(TABLE).unwrap();
    let services = |service: &str| table[name][service].as_object().unwrap().clone();
    let listed: BTreeSet<String> = IN_TABLE
        .iter()
        .flat_map(|(_, service)| services(service))
        .map(|(region, _)| region)
        .collect();
    let known: BTreeSet<String> = preset.regions().iter().map(|it| (*it).to_owned()).collect();
    assert_eq!(known, listed);
    for region in &listed {
        for (service, in_table) in IN_TABLE {
            let host = services(in_table).get(region).cloned();
            let mut host = host.map(|host| host.as_str().unwrap().to_owned());
            if service == Service::Iam {
                host = host.or(global_iam.map(str::to_owned));
            }
            assert_eq!(preset.host(service, region), host, "{in_table} in {region}");
        }
    }
}

#[test]
fn huawei_cloud_is_as_its_sdk_has_it() {
    let table: Value = serde_json::from_str(TABLE).unwrap();
    let global = table["iam_global"]["huaweicloud"].as_str();
    check(Preset::HuaweiCloud, "huaweicloud", global);
}

#[test]
fn open_telekom_cloud_is_as_its_documentation_has_it() {
    check(Preset::OpenTelekomCloud, "otc", None);
}

#[test]
fn a_region_with_an_iam_of_its_own_has_the_global_one_of_its_cloud_beside_it() {
    let table: Value = serde_json::from_str(TABLE).unwrap();
    let global = |name: &str| table["iam_global"][name].as_str();
    for region in Preset::HuaweiCloud.regions() {
        let own = Preset::HuaweiCloud.host(Service::Iam, region);
        let expected = match *region {
            "eu-west-101" => global("huaweicloud_eu"),
            // Another company's cloud: its tokens go to its own IAM alone.
            "eu-west-0" => None,
            _ => global("huaweicloud").filter(|host| own.as_deref() != Some(host)),
        };
        assert_eq!(Preset::HuaweiCloud.global_iam(region), expected, "{region}");
    }
    for region in Preset::OpenTelekomCloud.regions() {
        assert_eq!(Preset::OpenTelekomCloud.global_iam(region), None);
    }
}

#[test]
fn a_region_that_nobody_knows_has_no_hosts() {
    for preset in Preset::ALL {
        assert_eq!(preset.global_iam("eu-uk"), None);
        for service in Service::ALL {
            assert_eq!(preset.host(service, "eu-uk"), None);
        }
    }
}

#[test]
fn every_region_of_a_preset_is_enough_by_its_name() {
    for (preset, name) in Preset::ALL.into_iter().zip(Preset::NAMES) {
        assert_eq!(Preset::named(name), Some(preset));
        let regions = serde_json::json!(preset.regions());
        let file = serde_json::json!({"clouds": [{"preset": name, "regions": regions}]});
        let config = right(&file.to_string());
        assert_eq!(config.places().len(), preset.regions().len());
        assert!(config.places().iter().all(|place| place.has(Service::Iam)));
    }
}

#[test]
fn what_open_telekom_cloud_lacks_is_not_there() {
    let config = right(
        r#"{"clouds":[{"preset":"open-telekom-cloud","regions":["eu-de","eu-nl"]},
            {"preset":"huawei-cloud","regions":["eu-west-101"]}]}"#,
    );
    let places = config.places();
    let has = |service| {
        places
            .iter()
            .map(|place| place.has(service))
            .collect::<Vec<_>>()
    };
    assert_eq!(has(Service::Hss), [true, false, true]);
    assert_eq!(has(Service::Enterprise), [false, false, true]);
    assert_eq!(has(Service::Ims), [true, true, true]);
    let copies: Vec<bool> = places.iter().map(|place| place.has_image_sync()).collect();
    assert_eq!(copies, [false, false, true]);
}

#[test]
fn each_cloud_has_the_tools_that_are_made_for_it() {
    let config = right(
        r#"{"clouds":[{"preset":"open-telekom-cloud","regions":["eu-de"]},
            {"preset":"huawei-cloud","regions":["eu-west-101"]},
            {"id":"own","regions":[{"id":"dc-1","services":{"iam":{"host":"iam.example"}}}]}]}"#,
    );
    let providers: Vec<Provider> = config.places().iter().map(|it| it.provider()).collect();
    assert_eq!(
        providers,
        [
            Provider::OpenTelekomCloud,
            Provider::HuaweiCloud,
            Provider::Unknown
        ]
    );
    // What stands behind the console's own origin is not told.
    assert_eq!(Place::OwnOrigin.provider(), Provider::HuaweiCloud);
}
