//! Lists that are read page by page: what was found for one page serves the others, until something changes.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use simulator::{Settings, Simulator};

use super::support::*;

const BY_NAME: &str =
    "/v2/manage/repos?filter=limit%3A%3A1%7Coffset%3A%3A0%7Corder_column%3A%3Aname";
const PUBLIC: &str = "/v2/manage/repos?is_public=true&offset=0&limit=1000";
const SHOP: &str = "/v2/manage/namespaces/acme-web/repos/shop$api";

/// How long a page takes that is read once more, at best: other work on the machine makes it longer, never shorter.
fn page_time(repositories: usize) -> Duration {
    let mut cloud = Simulator::new(Settings {
        repositories,
        ..settings()
    });
    assert_eq!(get(&mut cloud, BY_NAME, ANNA).status, 200);
    let times = (0..50).map(|_| {
        let start = Instant::now();
        get(&mut cloud, BY_NAME, ANNA);
        start.elapsed()
    });
    times.min().unwrap()
}

/// Rows of the list of public repositories, which a change of any kind could be in.
fn public(cloud: &mut Simulator, person: usize) -> Vec<Value> {
    let list = read(&get(cloud, PUBLIC, person));
    list.as_array().unwrap().clone()
}

fn names_of_public(cloud: &mut Simulator, person: usize) -> Vec<String> {
    let rows = public(cloud, person);
    let names = texts(&rows, "name").into_iter();
    names.map(str::to_owned).collect()
}

#[test]
fn another_page_of_a_list_of_many_costs_what_one_of_a_list_of_few_does() {
    let (many, few) = (page_time(20_000), page_time(20));
    assert!(many < few * 20, "{many:?} of many, {few:?} of few");
}

#[test]
fn a_list_that_was_read_before_has_what_was_changed_since() {
    let mut cloud = cloud();
    let has_shop =
        |cloud: &mut Simulator| names_of_public(cloud, ANNA).contains(&"shop/api".to_owned());
    assert!(!has_shop(&mut cloud));
    let publish = json!({ "is_public": true });
    let answer = ask(&mut cloud, "PATCH", SHOP, ANNA, publish);
    assert!(answer.status < 300, "{answer:?}");
    assert!(has_shop(&mut cloud));
    let answer = ask(&mut cloud, "DELETE", SHOP, ANNA, Value::Null);
    assert!(answer.status < 300, "{answer:?}");
    assert!(!has_shop(&mut cloud));
}

#[test]
fn a_list_that_was_read_before_has_what_was_pushed_since() {
    let mut cloud = cloud();
    let newest = |cloud: &mut Simulator| {
        let list = read(&get(
            cloud,
            "/v2/manage/repos?filter=limit%3A%3A1%7Coffset%3A%3A0%7Corder_column%3A%3Aupdated_time%7Corder_type%3A%3Adesc",
            ANNA,
        ));
        list[0]["name"].as_str().unwrap().to_owned()
    };
    assert_eq!(newest(&mut cloud), "shop/api");
    let parsed = |name: &str| name.parse().unwrap();
    cloud.push_tag(
        &parsed("acme-lab"),
        &"notebook".parse().unwrap(),
        &"9.9".parse().unwrap(),
        now(),
    );
    assert_eq!(newest(&mut cloud), "notebook");
}

#[test]
fn nobody_sees_the_list_of_who_asked_before() {
    let mut cloud = cloud();
    let all = names_of_public(&mut cloud, ANNA);
    let own = names_of_public(&mut cloud, CARLA);
    assert!(own.len() < all.len(), "{} of {}", own.len(), all.len());
    assert_eq!(names_of_public(&mut cloud, ANNA), all);
}
