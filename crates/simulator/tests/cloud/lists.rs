//! Organizations and repositories as the three people see them.

use serde_json::{Value, json};
use simulator::{Settings, Simulator};

use super::support::*;

fn organizations(cloud: &mut Simulator, query: &str, person: usize) -> Vec<(String, i64)> {
    let list = read(&get(
        cloud,
        &format!("/v2/manage/namespaces{query}"),
        person,
    ));
    let rows = list["namespaces"].as_array().unwrap();
    rows.iter()
        .map(|row| {
            (
                row["name"].as_str().unwrap().to_owned(),
                row["auth"].as_i64().unwrap(),
            )
        })
        .collect()
}

fn repositories(cloud: &mut Simulator, query: &str, person: usize) -> Vec<Value> {
    let list = read(&get(cloud, &format!("/v2/manage/repos?{query}"), person));
    list.as_array().unwrap().clone()
}

fn names(rows: &[Value]) -> Vec<&str> {
    texts(rows, "name")
}

fn refused(query: &str) -> (u16, String) {
    refusal(&get(
        &mut cloud(),
        &format!("/v2/manage/repos?{query}"),
        ANNA,
    ))
}

#[test]
fn the_administrator_manages_every_organization() {
    let rows = organizations(&mut cloud(), "", ANNA);
    assert!(rows.len() >= 6);
    assert!(rows.iter().all(|(_, auth)| *auth == 7), "{rows:?}");
}

#[test]
fn a_member_sees_the_organizations_with_a_grant() {
    let rows = organizations(&mut cloud(), "", BEN);
    assert_eq!(
        rows,
        [("acme-data".to_owned(), 1), ("acme-web".to_owned(), 3)]
    );
}

#[test]
fn an_organization_is_found_by_name_both_ways() {
    let mut cloud = cloud();
    let expected = [("acme-web".to_owned(), 7)];
    assert_eq!(
        organizations(&mut cloud, "?namespace=acme-web", ANNA),
        expected
    );
    assert_eq!(
        organizations(
            &mut cloud,
            "?filter=namespace%3A%3Aacme-web%7Cmode%3A%3Avisible",
            ANNA
        ),
        expected
    );
    assert_eq!(organizations(&mut cloud, "?namespace=unknown", ANNA), []);
}

#[test]
fn a_bad_filter_of_organizations_is_refused() {
    let mut cloud = cloud();
    for filter in ["", "visible", "mode%3A%3Aall", "colour%3A%3Ared"] {
        let response = get(
            &mut cloud,
            &format!("/v2/manage/namespaces?filter={filter}"),
            ANNA,
        );
        assert_eq!(response.status, 400, "{filter}");
    }
}

#[test]
fn an_organization_is_shown_by_right() {
    let mut cloud = cloud();
    let shown = read(&get(&mut cloud, "/v2/manage/namespaces/acme-web", BEN));
    assert_eq!(
        shown,
        json!({"id": 1422, "name": "acme-web", "creator_name": "anna", "auth": 3})
    );
    for (name, person, refused) in [
        ("acme-web", CARLA, expected(403, "SVCSTG.SWR.4030170")),
        ("acme-lab", BEN, expected(403, "SVCSTG.SWR.4030170")),
        ("unknown", ANNA, expected(404, "SVCSTG.SWR.4040058")),
        ("Bad|Name", ANNA, expected(400, "SVCSTG.SWR.4001028")),
    ] {
        let response = get(&mut cloud, &format!("/v2/manage/namespaces/{name}"), person);
        assert_eq!(refusal(&response), refused, "{name}");
    }
}

#[test]
fn the_creator_of_an_organization_is_listed_for_others_only() {
    let mut cloud = cloud();
    let address = "/v2/manage/namespaces/acme-web/access";
    let mine = read(&get(&mut cloud, address, ANNA));
    assert_eq!(mine["self_auth"]["auth"], 7);
    assert!(!mine["others_auths"].to_string().contains("\"anna\""));
    let others = read(&get(&mut cloud, address, BEN));
    assert_eq!(others["self_auth"]["auth"], 3);
    assert_eq!(others["others_auths"][0]["user_name"], "anna");
    assert_eq!(others["others_auths"][0]["auth"], 7);
}

#[test]
fn who_only_reads_an_organization_may_not_see_its_access() {
    let mut cloud = cloud();
    for (name, person) in [("acme-data", BEN), ("acme-web", CARLA)] {
        let response = get(
            &mut cloud,
            &format!("/v2/manage/namespaces/{name}/access"),
            person,
        );
        assert_eq!(
            refusal(&response),
            expected(403, "SVCSTG.SWR.4030170"),
            "{name}"
        );
    }
}

#[test]
fn a_reader_lists_the_one_repository_granted() {
    assert_eq!(names(&repositories(&mut cloud(), "", CARLA)), ["shop/api"]);
}

#[test]
fn a_member_lists_no_repository_of_other_organizations() {
    let rows = repositories(&mut cloud(), "offset=0&limit=1000", BEN);
    assert_eq!(rows.len(), 303);
    assert!(
        rows.iter()
            .all(|row| row["namespace"] == "acme-web" || row["namespace"] == "acme-data")
    );
}

#[test]
fn without_a_page_the_first_hundred_come_without_a_range() {
    let mut cloud = cloud();
    for query in ["", "offset=200", "limit=5"] {
        let response = get(&mut cloud, &format!("/v2/manage/repos?{query}"), ANNA);
        assert_eq!(read(&response).as_array().unwrap().len(), 100, "{query}");
        assert_eq!(response.header("Content-Range"), None, "{query}");
    }
}

#[test]
fn empty_pages_still_carry_their_range() {
    let mut cloud = cloud();
    let past = get(
        &mut cloud,
        "/v2/manage/repos?namespace=acme-web&offset=500&limit=10",
        ANNA,
    );
    assert_eq!(
        (past.header("Content-Range"), &*past.body),
        (Some("500-0/300"), &b"[]"[..])
    );
    let none = get(
        &mut cloud,
        "/v2/manage/repos?namespace=unknown&offset=0&limit=10",
        ANNA,
    );
    assert_eq!(
        (none.header("Content-Range"), &*none.body),
        (Some("0-0/0"), &b"[]"[..])
    );
}

#[test]
fn every_row_carries_the_total() {
    let rows = repositories(&mut cloud(), "namespace=acme-web&offset=0&limit=10", ANNA);
    assert!(rows.iter().all(|row| row["total_range"] == 300));
}

#[test]
fn the_filter_pages_too_and_wins_over_the_parameters() {
    let mut cloud = cloud();
    let address = "/v2/manage/repos?namespace=acme-lab&offset=0&limit=1&filter=namespace%3A%3Aacme-web%7Coffset%3A%3A10%7Climit%3A%3A5";
    let response = get(&mut cloud, address, ANNA);
    assert_eq!(response.header("Content-Range"), Some("10-5/300"));
}

#[test]
fn a_part_of_the_name_finds_and_a_dollar_stands_for_a_slash_outside_of_the_filter_only() {
    let mut cloud = cloud();
    for query in [
        "name=hop%2Fap",
        "name=hop%24ap",
        "name=hop$ap",
        "filter=name%3A%3Ahop%2Fap",
    ] {
        let rows = repositories(&mut cloud, query, CARLA);
        assert_eq!(names(&rows), ["shop/api"], "{query}");
    }
    assert!(repositories(&mut cloud, "filter=name%3A%3Ahop%24ap", CARLA).is_empty());
}

#[test]
fn visibility_and_category_narrow_the_list() {
    let mut cloud = cloud();
    let public = repositories(&mut cloud, "is_public=true&offset=0&limit=1000", ANNA);
    let private = repositories(&mut cloud, "is_public=false&offset=0&limit=1000", ANNA);
    assert!(!public.is_empty() && public.iter().all(|row| row["is_public"] == true));
    assert!(!private.is_empty() && private.iter().all(|row| row["is_public"] == false));
    let databases = repositories(&mut cloud, "category=database", ANNA);
    assert!(!databases.is_empty() && databases.iter().all(|row| row["category"] == "database"));
}

#[test]
fn every_documented_column_sorts_in_both_directions() {
    let mut cloud = cloud();
    for column in ["name", "updated_at", "updated_time", "tag_count"] {
        let mut rows = |direction: &str| {
            let query = match column {
                "updated_at" => {
                    format!("order_column={column}&order_type={direction}&offset=0&limit=1000")
                }
                _ => format!(
                    "filter=order_column::{column}|order_type::{direction}|offset::0|limit::1000"
                ),
            };
            repositories(&mut cloud, &query, ANNA)
        };
        let key = match column {
            "updated_time" => "updated_at",
            "tag_count" => "num_images",
            other => other,
        };
        let values = |rows: &[Value]| -> Vec<(u64, String)> {
            rows.iter()
                .map(|row| (row[key].as_u64().unwrap_or(0), row[key].to_string()))
                .collect()
        };
        let (rising, mut falling) = (values(&rows("asc")), values(&rows("desc")));
        falling.reverse();
        let numbers = |values: &[(u64, String)]| values.is_sorted_by_key(|(number, _)| *number);
        assert!(numbers(&rising) && numbers(&falling), "{column}");
        if key != "num_images" {
            assert!(rising.is_sorted() && falling.is_sorted(), "{column}");
        }
    }
}

#[test]
fn what_a_list_cannot_be_asked_for_is_refused_with_its_code() {
    for query in [
        "offset=-1&limit=10",
        "offset=0&limit=0",
        "offset=0&limit=ten",
        "offset=&limit=10",
    ] {
        assert_eq!(
            refused(query),
            expected(400, "SVCSTG.SWR.4000056"),
            "{query}"
        );
    }
    for query in ["filter=", "filter=name", "filter=name%3Ax"] {
        assert_eq!(
            refused(query),
            expected(400, "SVCSTG.SWR.4009014"),
            "{query}"
        );
    }
    for query in [
        "filter=colour%3A%3Ared",
        "filter=order_column%3A%3Aupdated_at",
        "order_column=colour",
        "order_column=name",
        "order_column=tag_count",
        "order_type=up",
    ] {
        assert_eq!(
            refused(query),
            expected(400, "SVCSTG.SWR.4001035"),
            "{query}"
        );
    }
    assert_eq!(
        refused("is_public=maybe"),
        expected(400, "SVCSTG.SWR.4001009")
    );
}

#[test]
fn a_row_without_a_legal_name_is_listed_and_can_be_opened() {
    let mut cloud = cloud();
    let rows = repositories(&mut cloud, "namespace=acme-lab", ANNA);
    assert!(names(&rows).contains(&"<b>legacy</b>"));
    let address = "/v2/manage/namespaces/acme-lab/repos/%3Cb%3Elegacy%3C$b%3E";
    let shown = read(&get(&mut cloud, address, ANNA));
    assert_eq!(shown["name"], "<b>legacy</b>");
    let address = "/v2/manage/namespaces/acme-lab/repos/%3Cb%3Elegacy%3C$..";
    assert_eq!(
        refusal(&get(&mut cloud, address, ANNA)),
        expected(400, "SVCSTG.SWR.4001029")
    );
}

#[test]
fn a_repository_is_shown_with_its_own_names_for_the_times() {
    let shown = read(&get(
        &mut cloud(),
        "/v2/manage/namespaces/acme-web/repos/shop$api",
        CARLA,
    ));
    assert_eq!(
        (&shown["name"], &shown["ns_id"]),
        (&json!("shop/api"), &json!(1422))
    );
    for key in ["created", "updated"] {
        let text = shown[key].as_str().unwrap();
        assert!(cloud_api::Timestamp::parse(text).is_some(), "{key}: {text}");
    }
}

#[test]
fn who_has_no_grant_may_not_show_a_private_repository() {
    let mut cloud = cloud();
    let response = get(
        &mut cloud,
        "/v2/manage/namespaces/acme-web/repos/shop$fault",
        CARLA,
    );
    assert_eq!(refusal(&response), expected(403, "SVCSTG.SWR.4030170"));
    let public = get(
        &mut cloud,
        "/v2/manage/namespaces/acme-web/repos/shop$public-page",
        CARLA,
    );
    assert_eq!(public.status, 200);
}

#[test]
fn the_same_seed_gives_the_same_cloud_and_another_seed_another() {
    let list = |seed| {
        let mut cloud = Simulator::new(Settings {
            repositories: 300,
            seed,
            ..settings()
        });
        repositories(&mut cloud, "namespace=acme-web&offset=0&limit=1000", ANNA)
    };
    assert_eq!(list(1), list(1));
    assert_ne!(list(1), list(2));
}

#[test]
fn the_largest_organization_has_exactly_as_many_repositories_as_asked_for() {
    for repositories in [0, 1, 7, 1_234] {
        let mut cloud = Simulator::new(Settings {
            repositories,
            ..settings()
        });
        let page = get(
            &mut cloud,
            "/v2/manage/repos?filter=namespace::acme-web|offset::0|limit::1",
            ANNA,
        );
        let total = page
            .header("Content-Range")
            .unwrap()
            .split_once('/')
            .unwrap()
            .1
            .to_owned();
        assert_eq!(total, repositories.to_string());
    }
}
