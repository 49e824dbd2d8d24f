//! Lists of repositories, by offset and by marker.

use cloud_api::Operation;
use cloud_api::swr::{
    ListRepositories, ListRepositoriesByMarker, PageSize, RepositoryOrder, RepositorySummary,
    SortDirection,
};

use crate::support::answer_with;

#[test]
fn rows_with_missing_fields_and_broken_totals_are_read() {
    let body = br#"[{"name":"shop/api","status":"x","total_range":"2"},{}]"#;
    let page = ListRepositories::decode(&answer_with(200, &[], body));
    assert_eq!(page.map(|page| page.repositories.len()), Ok(2));
}

#[test]
fn the_total_comes_from_the_header() {
    let response = answer_with(200, &[("content-range", "500-0/137")], b"[]");
    assert_eq!(
        ListRepositories::decode(&response).map(|page| page.total),
        Ok(Some(137))
    );
}

#[test]
fn the_total_comes_from_the_rows_where_the_header_is_hidden() {
    let response = answer_with(200, &[], br#"[{"total_range":2}]"#);
    assert_eq!(
        ListRepositories::decode(&response).map(|page| page.total),
        Ok(Some(2))
    );
}

#[test]
fn a_row_is_the_same_whatever_the_total_is() {
    let row = |total| {
        let body = format!(r#"[{{"name":"shop/api","total_range":{total}}}]"#);
        let page = ListRepositories::decode(&answer_with(200, &[], body.as_bytes()));
        page.map(|page| page.repositories)
    };
    assert!(row(2).is_ok());
    assert_eq!(row(2), row(3));
}

#[test]
fn what_is_null_in_a_row_is_read_as_empty() {
    let body = br#"[{"name":"shop/api","namespace":null,"category":null,"description":null,
        "is_public":null,"num_images":null,"size":null,"updated_at":null}]"#;
    let page = ListRepositories::decode(&answer_with(200, &[], body));
    let named = RepositorySummary {
        name: "shop/api".to_owned(),
        ..RepositorySummary::default()
    };
    assert_eq!(page.map(|page| page.repositories), Ok(vec![named].into()));
}

#[test]
fn an_empty_page_without_a_header_has_no_total() {
    assert_eq!(
        ListRepositories::decode(&answer_with(200, &[], b"[]")).map(|page| page.total),
        Ok(None)
    );
}

fn page_by_marker(body: &str) -> Option<(ListRepositoriesByMarker, Vec<String>)> {
    let read = ListRepositoriesByMarker {
        organization: None,
        marker: None,
        limit: PageSize::LARGEST,
    };
    let page = ListRepositoriesByMarker::decode(&answer_with(200, &[], body.as_bytes())).ok()?;
    let rows = page.repositories.iter();
    let names = rows.map(|row| format!("{}/{}", row.namespace, row.name));
    let names = names.collect();
    Some((read.after(&page)?, names))
}

#[test]
fn a_page_by_marker_names_organizations_and_the_next_page() {
    let body = r#"{"repos":[{"name":"shop/api","namespace_name":"acme-web"}],"nextMarker":88213}"#;
    let next = page_by_marker(body).map(|(next, names)| (next.request().path_and_query(), names));
    let expected = (
        "/v3/manage/repos?limit=1000&marker=88213".to_owned(),
        vec!["acme-web/shop/api".to_owned()],
    );
    assert_eq!(next, Some(expected));
}

#[test]
fn a_marker_that_is_text_is_taken_too() {
    let body = r#"{"repos":[{}],"nextMarker":"7"}"#;
    let next = page_by_marker(body).map(|(next, _)| next.request().path_and_query());
    assert_eq!(
        next.as_deref(),
        Some("/v3/manage/repos?limit=1000&marker=7")
    );
}

#[test]
fn a_list_by_marker_ends_with_a_page_that_names_no_next() {
    for body in [
        r#"{"repos":[{}]}"#,
        r#"{"repos":[{}],"nextMarker":null}"#,
        r#"{"repos":[{}],"nextMarker":""}"#,
        r#"{"repos":[{}],"nextMarker":{}}"#,
        r#"{"repos":[],"nextMarker":7}"#,
        r#"{"repos":null,"nextMarker":7}"#,
        "{}",
    ] {
        assert_eq!(page_by_marker(body), None, "{body}");
    }
}

#[test]
fn a_marker_that_does_not_move_ends_the_list() {
    let body = r#"{"repos":[{}],"nextMarker":7}"#;
    let page = ListRepositoriesByMarker::decode(&answer_with(200, &[], body.as_bytes()));
    let ended = match (page, page_by_marker(body)) {
        (Ok(page), Some((second, _))) => second.after(&page).is_none(),
        _ => false,
    };
    assert!(ended);
}

fn ordered(name: Option<&str>) -> Vec<(&'static str, String)> {
    let operation = ListRepositories {
        organization: None,
        name: name.map(str::to_owned),
        offset: 1_000,
        limit: PageSize::LARGEST,
        order: Some(RepositoryOrder::Name(SortDirection::Ascending)),
    };
    operation.request().query
}

#[test]
fn an_order_stands_inside_the_filter_where_every_site_knows_it() {
    let filter = "offset::1000|limit::1000|order_column::name|order_type::asc";
    assert_eq!(ordered(None), [("filter", filter.to_owned())]);
}

#[test]
fn a_name_that_a_filter_cannot_hold_is_looked_for_without_an_order() {
    for name in ["a|b", "a::b"] {
        let query = ordered(Some(name));
        let keys: Vec<&str> = query.iter().map(|(key, _)| *key).collect();
        assert_eq!(keys, ["name", "offset", "limit"]);
    }
}
