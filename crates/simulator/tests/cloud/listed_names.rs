//! Names and IDs of other forms than new ones have: what is listed can be acted on.

use cloud_api::{OrganizationName, RepositoryName, UserId};
use serde_json::{Value, json};

use super::support::*;

#[test]
fn an_organization_and_a_repository_with_names_of_older_forms_are_opened_and_deleted() {
    let mut cloud = cloud();
    let organization = OrganizationName::listed("a--b").unwrap();
    let name = RepositoryName::listed("Old stuff/api").unwrap();
    cloud.add_repository(&organization, &name);
    let place = "/v2/manage/namespaces/a--b";
    let repository = format!("{place}/repos/Old%20stuff%24api");
    assert_eq!(
        read(&get(&mut cloud, &repository, ANNA))["name"],
        "Old stuff/api"
    );
    for address in [repository.as_str(), place] {
        let gone = ask(&mut cloud, "DELETE", address, ANNA, Value::Null);
        assert_eq!(gone.status, 204, "{address}");
    }
    let new = ask(
        &mut cloud,
        "POST",
        "/v2/manage/namespaces",
        ANNA,
        json!({"namespace": "a--b"}),
    );
    assert_eq!(refusal(&new).0, 400);
}

#[test]
fn the_grant_of_a_federated_person_is_given_changed_and_cancelled() {
    let mut cloud = cloud();
    cloud.add_user(&UserId::listed("dora@idp").unwrap(), "dora");
    let grants = |auth| json!([grant("dora@idp", auth)]);
    assert_eq!(ask(&mut cloud, "POST", API, ANNA, grants(1)).status, 201);
    assert_eq!(ask(&mut cloud, "PATCH", API, ANNA, grants(3)).status, 201);
    let cancel = json!(["dora@idp"]);
    assert_eq!(
        ask(&mut cloud, "DELETE", API, ANNA, cancel.clone()).status,
        204
    );
    let unknown = ask(&mut cloud, "DELETE", API, ANNA, json!(["nobody@idp"]));
    assert_eq!(refusal(&unknown), expected(400, "SVCSTG.SWR.4000014"));
}
