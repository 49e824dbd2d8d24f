//! Regions that images can be copied to.

use cloud_api::swr::{ListSyncRegions, SyncRegion};
use cloud_api::{Meaning, Operation};

use crate::support::answer;

fn regions(body: &str) -> Vec<SyncRegion> {
    match ListSyncRegions::decode(&answer(200, body)) {
        Ok(regions) => regions.rows,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn a_region_is_read_under_either_both_or_no_name() {
    let body = r#"[{"regionID":"eu-de"},{"region_id":"eu-nl"},
        {"regionID":"eu-de","region_id":"eu-nl"},{"regionID":null,"region_id":"eu-nl"},{}]"#;
    let regions = regions(body);
    let ids: Vec<&str> = regions.iter().map(SyncRegion::id).collect();
    assert_eq!(ids, ["eu-de", "eu-nl", "eu-de", "eu-nl", ""]);
}

#[test]
fn a_region_that_no_request_can_carry_is_shown_and_cannot_be_a_target() {
    let regions = regions(r#"[{"regionID":"../x"},{"regionID":"eu-nl"}]"#);
    let usable: Vec<bool> = regions
        .iter()
        .map(|region| region.region().is_some())
        .collect();
    assert_eq!(usable, [false, true]);
}

#[test]
fn a_list_that_is_null_is_empty() {
    assert_eq!(regions("null"), []);
}

#[test]
fn a_site_that_does_not_offer_the_list_says_so_as_a_wrong_path() {
    let body = r#"{"error_code":"APIGW.0101","error_msg":"m"}"#;
    let error = ListSyncRegions::decode(&answer(404, body));
    assert_eq!(
        error.map_err(|error| error.meaning()),
        Err(Some(Meaning::WrongPath))
    );
}
