//! Namespaces, repositories and artifacts as the service answers.

use cloud_api::enterprise::{
    Artifact, ListAllArtifacts, ListAllRepositories, ListArtifacts, ListNamespaces,
    ListRepositories, Moment,
};

use super::support::moment;
use crate::support::decoded;

#[test]
fn the_flags_of_a_namespace_come_as_text() {
    let public = |value: &str| {
        let body = format!(r#"{{"namespaces":[{{"name":"n","metadata":{{"public":{value}}}}}]}}"#);
        decoded::<ListNamespaces>(&body).rows[0].public
    };
    let read = [r#""true""#, r#""false""#, "true", "false"].map(public);
    assert_eq!(read, [Some(true), Some(false), Some(true), Some(false)]);
    for odd in ["null", r#""yes""#, "1", "{}"] {
        assert_eq!(public(odd), None, "{odd}");
    }
}

#[test]
fn a_namespace_is_read_and_named() {
    let page = decoded::<ListNamespaces>(
        r#"{"namespaces":[{"name":"library","metadata":null,"repo_count":4,"created_at":"2026-11-20T02:00:04Z"},{"name":".."},{}],"total":3}"#,
    );
    assert_eq!((page.rows[0].repo_count, page.total), (Some(4), Some(3)));
    assert_eq!(page.rows[0].created_at, moment("2026-11-20T02:00:04Z"));
    let named: Vec<_> = page
        .rows
        .iter()
        .map(|it| it.namespace_name().is_some())
        .collect();
    assert_eq!(named, [true, false, false]);
}

const REPOSITORY: &str = r#"{"id":5,"name":"team/app","namespace_name":"library","namespace_id":3,"tag_count":2,"pull_count":9007199254740993,"artifact_count":3,"description":"d","instance_id":"i1","instance_name":"acme-ee"}"#;

#[test]
fn a_repository_is_named_with_its_namespace() {
    let page = decoded::<ListRepositories>(&format!(r#"{{"repositories":[{REPOSITORY}]}}"#));
    let row = &page.rows[0];
    assert_eq!(row.whole_name(), "library/team/app");
    let names = row
        .names()
        .map(|(one, other)| [one.to_string(), other.to_string()]);
    assert_eq!(names, Some(["library", "team/app"].map(str::to_owned)));
    let counts = [row.tag_count, row.artifact_count, row.pull_count];
    assert_eq!(counts, [Some(2), Some(3), Some(9_007_199_254_740_993)]);
    assert_eq!((&*row.instance_id, &*row.instance_name), ("i1", "acme-ee"));
}

#[test]
fn a_repository_that_no_path_can_name_has_no_names() {
    for odd in [
        r#"{"name":"a"}"#,
        r#"{"namespace_name":"a"}"#,
        r#"{"namespace_name":"..","name":"a"}"#,
        r#"{"namespace_name":"a","name":"b/../c"}"#,
    ] {
        let page = decoded::<ListRepositories>(&format!(r#"{{"repositories":[{odd}]}}"#));
        assert_eq!(page.rows[0].names(), None, "{odd}");
    }
}

#[test]
fn the_list_of_all_repositories_ends_where_no_next_page_is_named() {
    let marker = |page_info: &str| {
        let body = format!(r#"{{"repositories":[{REPOSITORY}]{page_info}}}"#);
        let page = decoded::<ListAllRepositories>(&body);
        assert_eq!(page.rows.len(), 1);
        page.next_marker
    };
    for end in [
        "",
        r#","page_info":null"#,
        r#","page_info":{}"#,
        r#","page_info":{"next_marker":null}"#,
        r#","page_info":{"next_marker":""}"#,
    ] {
        assert_eq!(marker(end), None, "{end}");
    }
    let next = marker(r#","page_info":{"next_marker":"eyJ"}"#);
    assert_eq!(next.as_deref(), Some("eyJ"));
    let number = marker(r#","page_info":{"next_marker":101}"#);
    assert_eq!(number.as_deref(), Some("101"));
}

#[test]
fn the_list_of_all_artifacts_ends_where_no_next_page_is_named() {
    let marker = |next: &str| decoded::<ListAllArtifacts>(&format!("{{{next}}}")).next_marker;
    for end in [
        "",
        r#""next_marker":null"#,
        r#""next_marker":0"#,
        r#""next_marker":"""#,
    ] {
        assert_eq!(marker(end), None, "{end}");
    }
    assert_eq!(
        marker(r#""next_marker":9007199254740993"#),
        Some(9_007_199_254_740_993)
    );
    assert_eq!(marker(r#""next_marker":"101""#), Some(101));
}

#[test]
fn an_artifact_is_read_with_its_tags() {
    let page = decoded::<ListArtifacts>(
        r#"{"artifacts":[{"digest":"sha256:57b6","repository_name":"nginx","type":"IMAGE","size":1024,
            "push_time":"2026-11-20T02:00:04.123456Z","pull_time":"0001-01-01T00:00:00Z",
            "tags":[{"id":1,"name":"1.27"},7,{"name":"latest"}]},{"tags":null}],"total":2}"#,
    );
    let mut tags = cloud_api::Listed::from(["1.27", "latest"].map(str::to_owned).to_vec());
    tags.left_out = 1;
    let expected = Artifact {
        digest: "sha256:57b6".to_owned(),
        repository_name: "nginx".to_owned(),
        artifact_type: "IMAGE".to_owned(),
        size: Some(1024),
        tags,
        push_time: moment("2026-11-20T02:00:04.123Z"),
        pull_time: Moment::Never,
    };
    assert_eq!((&page.rows[0], page.total), (&expected, Some(2)));
    assert_eq!(page.rows[1], Artifact::default());
}
