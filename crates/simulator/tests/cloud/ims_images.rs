//! Machine images: the list, its filters and pages, and one image.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use simulator::Simulator;
use simulator::identities::{PROJECT_ID, SUB_PROJECT_TOKEN};

use super::support::*;

const ALL: &str = "enterprise_project_id=all_granted_eps";

fn page(cloud: &mut Simulator, query: &str, person: usize) -> Vec<Value> {
    let address = format!("/v2/cloudimages?{query}");
    let answer = read(&get(cloud, &address, person));
    answer["images"].as_array().unwrap().clone()
}

/// Every image that a query gives, page after page.
fn all(cloud: &mut Simulator, query: &str, person: usize) -> Vec<Value> {
    let mut images = Vec::new();
    let mut marker = String::new();
    loop {
        let page = page(cloud, &format!("{query}{marker}"), person);
        let Some(last) = page.last() else {
            return images;
        };
        marker = format!("&marker={}", last["id"].as_str().unwrap());
        images.extend(page);
    }
}

fn texts<'i>(images: &'i [Value], name: &str) -> Vec<&'i str> {
    images
        .iter()
        .map(|image| image[name].as_str().unwrap_or_default())
        .collect()
}

#[test]
fn the_administrator_is_listed_two_thousand_images_each_once_the_newest_first() {
    let images = all(&mut small_cloud(), ALL, ANNA);
    assert_eq!(images.len(), 2_000);
    let ids: BTreeSet<&str> = texts(&images, "id").into_iter().collect();
    assert_eq!(ids.len(), 2_000);
    let made = texts(&images, "created_at");
    assert!(made.is_sorted_by(|one, other| one >= other));
    assert!(
        made.iter()
            .all(|time| time.len() == "2026-11-06T14:03:27Z".len())
    );
}

#[test]
fn a_page_has_at_most_five_hundred_images_whatever_is_asked_for() {
    let mut cloud = small_cloud();
    for (limit, rows) in [("", 500), ("&limit=7", 7), ("&limit=5000", 500)] {
        let page = page(&mut cloud, &format!("{ALL}{limit}"), ANNA);
        assert_eq!(page.len(), rows, "{limit}");
    }
}

#[test]
fn without_an_enterprise_project_only_the_default_one_is_listed() {
    let mut cloud = small_cloud();
    let default = all(&mut cloud, "", ANNA);
    let projects: BTreeSet<&str> = texts(&default, "enterprise_project_id")
        .into_iter()
        .collect();
    assert_eq!(projects, ["0"].into());
    assert!((1_800..1_950).contains(&default.len()), "{}", default.len());
    // The default one is not hers, and what is for everybody is in none.
    let carla = all(&mut cloud, ALL, CARLA);
    assert!(
        texts(&carla, "name")
            .iter()
            .any(|name| name.starts_with("app-image-"))
    );
    let refused = get(&mut cloud, "/v2/cloudimages", CARLA);
    assert_eq!(refusal(&refused), expected(403, "IMG.0026"));
}

#[test]
fn images_are_of_every_kind_system_and_status() {
    let images = all(&mut small_cloud(), ALL, ANNA);
    let met = |name: &str| -> BTreeSet<&str> { texts(&images, name).into_iter().collect() };
    assert_eq!(
        met("__imagetype"),
        ["gold", "market", "private", "shared"].into()
    );
    assert_eq!(
        met("virtual_env_type"),
        ["DataImage", "FusionCompute", "Ironic", "IsoImage"].into()
    );
    assert_eq!(
        met("status"),
        ["active", "frozen-by-policy", "killed", "queued", "saving"].into()
    );
    assert_eq!(met("__os_type"), ["", "Linux", "Windows"].into());
    let has = |name: &str| images.iter().any(|image| image[name].is_string());
    assert!(has("__backup_id") && has("__system__cmkid"));
    assert!(met("name").iter().any(|name| name.starts_with("<img")));
}

#[test]
fn a_shared_image_is_shared_for_its_owner_too() {
    let query = format!("{ALL}&__imagetype=shared&owner={PROJECT_ID}");
    let own = all(&mut small_cloud(), &query, ANNA);
    assert!((450..600).contains(&own.len()), "{}", own.len());
    assert_eq!(own[0]["name"], "web-golden-2026-11");
}

#[test]
fn what_others_share_is_listed_once_accepted_or_by_its_state_in_any_case() {
    let mut cloud = small_cloud();
    let listed = all(&mut cloud, ALL, ANNA);
    let partner = |images: &[Value]| -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for name in texts(images, "name") {
            if let Some(rest) = name.strip_prefix("partner-") {
                let state = rest.split('-').next().unwrap().to_owned();
                *counts.entry(state).or_default() += 1;
            }
        }
        counts
    };
    assert_eq!(partner(&listed), [("accepted".to_owned(), 2)].into());
    for state in ["accepted", "pending", "rejected"] {
        let query = format!("__imagetype=shared&visibility=shared&member_status={state}");
        let shared = all(&mut cloud, &query, ANNA);
        assert_eq!(partner(&shared), [(state.to_owned(), 2)].into());
    }
}

#[test]
fn the_sub_project_has_images_of_its_own_and_what_it_accepted() {
    let mut cloud = small_cloud();
    let address = format!("/v2/cloudimages?{ALL}&limit=500");
    let request = incoming("GET", &address, SUB_PROJECT_TOKEN, &Value::Null);
    let answer = read(&send(&mut cloud, &request));
    let images = answer["images"].as_array().unwrap();
    let names = texts(images, "name");
    for name in ["team-image-0", "web-golden-2026-11"] {
        assert!(names.contains(&name), "{name}");
    }
    assert!(!names.iter().any(|name| name.starts_with("app-image-")));
}

#[test]
fn names_match_exactly_and_unregistered_images_are_hidden() {
    let mut cloud = small_cloud();
    let mut count = |query: &str| page(&mut cloud, &format!("{ALL}&{query}"), ANNA).len();
    assert_eq!(count("name=web-golden-2026-11"), 1);
    assert_eq!(count("name=web-golden"), 0);
    assert_eq!(count("name=not-registered"), 0);
    assert_eq!(count("name=not-registered&__isregistered=false"), 1);
    assert_eq!(count("__whole_image=true"), 3);
}

#[test]
fn parameters_that_are_not_as_documented_are_refused() {
    let mut cloud = small_cloud();
    for query in [
        "__imagetype=public",
        "status=ACTIVE",
        "visibility=gold",
        "member_status=pending",
        "visibility=shared&member_status=PENDING",
        "limit=0",
        "limit=many",
        "marker=nobody",
        "sort_key=size_on_disk",
        "sort_dir=down",
        "protected=yes",
    ] {
        let response = get(&mut cloud, &format!("/v2/cloudimages?{ALL}&{query}"), ANNA);
        assert_eq!(refusal(&response), expected(400, "IMG.0024"), "{query}");
    }
}

#[test]
fn an_image_is_shown_as_it_is_listed_to_whom_it_is_listed() {
    let mut cloud = small_cloud();
    let image = page(&mut cloud, "limit=1", ANNA).remove(0);
    let address = format!("/v2/images/{}", image["id"].as_str().unwrap());
    assert_eq!(read(&get(&mut cloud, &address, ANNA)), image);
    let refused = get(&mut cloud, &address, CARLA);
    assert_eq!(refusal(&refused), expected(400, "IMG.0027"));
    let unknown = get(&mut cloud, "/v2/images/nothing", ANNA);
    assert_eq!(refusal(&unknown), expected(400, "IMG.0027"));
}
