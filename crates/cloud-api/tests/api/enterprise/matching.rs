//! Which repositories and tags meet the conditions of a policy.

use cloud_api::enterprise::{CannotTell, GlobError, Matching, ShowPolicy};

use crate::support::decoded;

fn matching(filters: &str) -> Result<Matching, CannotTell> {
    let policy = decoded::<ShowPolicy>(&format!(r#"{{"filters":{filters}}}"#));
    Matching::of(&policy.filters)
}

const REPOSITORIES: [&str; 4] = [
    "library/nginx",
    "library/team/app",
    "acme/nginx",
    "acme/web",
];

fn taken(filters: &str) -> Vec<&'static str> {
    let matching = matching(filters).unwrap_or_else(|error| panic!("{error}"));
    let mut repositories = REPOSITORIES.to_vec();
    repositories.retain(|name| matching.takes_repository(name));
    repositories
}

#[test]
fn without_conditions_everything_is_taken() {
    for none in [
        "null",
        "[]",
        r#"[{"type":"name","value":""}]"#,
        r#"[{"type":"name"}]"#,
        r#"[{"type":"tag","value":"v*"}]"#,
    ] {
        assert_eq!(taken(none), REPOSITORIES, "{none}");
    }
}

#[test]
fn a_repository_meets_all_conditions_on_names() {
    let library = ["library/nginx", "library/team/app"];
    assert_eq!(taken(r#"[{"type":"name","value":"library/**"}]"#), library);
    let both = r#"[{"type":"name","value":"library/**"},{"type":"name","value":"*/nginx","decoration":"matches"}]"#;
    assert_eq!(taken(both), ["library/nginx"]);
    let several = r#"[{"type":"name","value":"{library/nginx,acme/w*}"}]"#;
    assert_eq!(taken(several), ["library/nginx", "acme/web"]);
    assert_eq!(taken(r#"[{"type":"name","value":"nginx"}]"#), [""; 0]);
}

#[test]
fn a_tag_meets_the_conditions_on_tags_alone() {
    let filters = r#"[{"type":"name","value":"library/**"},{"type":"tag","value":"{v*,latest}"}]"#;
    let matching = matching(filters).unwrap_or_else(|error| panic!("{error}"));
    let tags = ["v1", "latest", "1.0", ""].map(|tag| matching.takes_tag(tag));
    assert_eq!(tags, [true, true, false, false]);
}

#[test]
fn a_condition_that_is_not_understood_leaves_everything_open() {
    let unknown = |word: &str| CannotTell::Unknown(word.to_owned());
    let pattern = |pattern: &str, error| CannotTell::Pattern {
        pattern: pattern.to_owned(),
        error,
    };
    for (filters, why) in [
        ("[7]", CannotTell::Unread),
        (r#""none""#, CannotTell::Unread),
        (r#"[{"type":"name","value":["a"]}]"#, CannotTell::Unread),
        (r#"[{"type":"label","value":"a"}]"#, unknown("label")),
        (r#"[{"value":"a"}]"#, unknown("")),
        (
            r#"[{"type":"name","value":"a","decoration":"excludes"}]"#,
            unknown("excludes"),
        ),
        (
            r#"[{"type":"name","value":"a{b"}]"#,
            pattern("a{b", GlobError::Unclosed),
        ),
        (
            r#"[{"type":"name","value":"**"},{"type":"tag","value":"[0-9]"}]"#,
            pattern("[0-9]", GlobError::Undocumented('[')),
        ),
    ] {
        assert_eq!(matching(filters), Err(why), "{filters}");
    }
}
