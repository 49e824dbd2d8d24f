//! What each write sends, and what it reads back.

use cloud_api::swr::{AccessLevel, Grant, RepositoryCategory};
use cloud_api::{Endpoint, Method, Mutation, NotSent, Request, Service, UserId};
use serde_json::{Value, json};

use sample_writes::*;

use super::support::*;

fn body(mutation: &Mutation) -> Option<Value> {
    let request = mutation.request().ok()?;
    serde_json::from_slice(&request.body).ok()
}

#[test]
fn a_write_over_nobody_is_never_a_request() {
    for mutation in of_users(&[]) {
        assert_eq!(mutation.request(), Err(NotSent::NobodyNamed));
    }
}

#[test]
fn each_write_has_its_method_and_path() {
    let sent: Vec<_> = each()
        .iter()
        .filter_map(|mutation| mutation.request().ok())
        .map(|request| (request.method(), request.path_and_query()))
        .collect();
    let organizations = "/v2/manage/namespaces";
    let organization = format!("{organizations}/acme-web");
    let repositories = format!("{organization}/repos");
    let repository = format!("{repositories}/shop%24api");
    let accounts = format!("{organization}/repositories/shop%24api/access-domains");
    let batch = "/v1/cloudimages/members";
    let members = format!("/v2/images/{IMAGE}/members");
    let instance = format!("/v2/{PROJECT}/instances/{INSTANCE}");
    let policies = format!("{instance}/replication/policies");
    let executions = format!("{instance}/replication/executions");
    assert_eq!(
        sent,
        [
            (Method::Post, format!("{organization}/access")),
            (Method::Patch, format!("{organization}/access")),
            (Method::Delete, format!("{organization}/access")),
            (Method::Post, organizations.to_owned()),
            (Method::Delete, organization),
            (Method::Post, format!("{repository}/access")),
            (Method::Patch, format!("{repository}/access")),
            (Method::Delete, format!("{repository}/access")),
            (Method::Post, repositories),
            (Method::Patch, repository.clone()),
            (Method::Delete, repository.clone()),
            (Method::Post, accounts.clone()),
            (Method::Delete, format!("{accounts}/PARTNER-GMBH")),
            (Method::Post, format!("{repository}/sync_repo")),
            (Method::Delete, format!("{repository}/sync_repo")),
            (Method::Post, format!("{repository}/sync_images")),
            (Method::Delete, format!("{repository}/tags/1.4.2")),
            (
                Method::Post,
                format!(
                    "/v5/{PROJECT}/image/image-sync/tasks?enterprise_project_id=all_granted_eps"
                )
            ),
            (Method::Post, batch.to_owned()),
            (Method::Put, batch.to_owned()),
            (Method::Delete, batch.to_owned()),
            (Method::Post, members.clone()),
            (Method::Put, format!("{members}/{PARTNER}")),
            (Method::Delete, format!("{members}/{PARTNER}")),
            (Method::Post, format!("{instance}/registries")),
            (Method::Put, format!("{instance}/registries/11")),
            (Method::Delete, format!("{instance}/registries/{BEYOND}")),
            (Method::Post, policies.clone()),
            (Method::Put, format!("{policies}/21")),
            (Method::Delete, format!("{policies}/21")),
            (Method::Post, executions.clone()),
            (Method::Put, format!("{executions}/301")),
        ]
    );
}

#[test]
fn each_write_reads_back_what_it_acts_on() {
    let read: Vec<_> = each()
        .iter()
        .map(Mutation::read_back)
        .map(|request| request.path_and_query())
        .collect();
    let organization = "/v2/manage/namespaces/acme-web";
    let organization_access = "/v2/manage/namespaces/acme-web/access";
    let repository = "/v2/manage/namespaces/acme-web/repos/shop%24api";
    let access = "/v2/manage/namespaces/acme-web/repos/shop%24api/access";
    let account = format!("{organization}/repositories/shop%24api/access-domains/PARTNER-GMBH");
    let sync_tasks = format!("{repository}/sync_repo");
    let sync_jobs =
        format!("{repository}/sync_job?filter=limit%3A%3A1000%7Coffset%3A%3A0%7Corder%3A%3Adesc");
    let tag = format!("{repository}/tags/1.4.2");
    let tasks = format!(
        "/v5/{PROJECT}/image/tasks?enterprise_project_id=all_granted_eps\
         &global_image_type=registry&limit=200&offset=0&type=image_sync"
    );
    let members = format!("/v2/images/{IMAGE}/members?limit=100");
    let member = format!("/v2/images/{IMAGE}/members/{PARTNER}");
    let instance = format!("/v2/{PROJECT}/instances/{INSTANCE}");
    let new_registry = format!("{instance}/registries?limit=100&name=old-harbor&offset=0");
    let policies = format!("{instance}/replication/policies");
    let executions = format!("{instance}/replication/executions?limit=100&offset=0&policy_id=21");
    assert_eq!(
        read,
        [
            organization_access,
            organization_access,
            organization_access,
            organization,
            organization,
            access,
            access,
            access,
            repository,
            repository,
            repository,
            &account,
            &account,
            &sync_tasks,
            &sync_tasks,
            &sync_jobs,
            &tag,
            &tasks,
            &members,
            &member,
            &members,
            &members,
            &member,
            &members,
            &new_registry,
            &format!("{instance}/registries/11"),
            &format!("{instance}/registries/{BEYOND}"),
            &format!("{policies}?limit=100&name=to-nl&offset=0"),
            &format!("{policies}/21"),
            &format!("{policies}/21"),
            &executions,
            &executions,
        ]
    );
}

#[test]
fn no_read_back_is_a_write() {
    for mutation in each() {
        let request = mutation.read_back();
        assert_eq!((request.method(), request.body), (Method::Get, Vec::new()));
    }
}

#[test]
fn a_new_organization_is_sent_with_its_name() {
    assert_eq!(
        body(&create_organization()),
        Some(json!({ "namespace": "acme-web" }))
    );
}

#[test]
fn a_new_repository_keeps_the_slash_of_its_name_in_the_body() {
    assert_eq!(
        body(&create_repository(Some(RepositoryCategory::Other), "")),
        Some(json!({
            "repository": "shop/api", "is_public": false, "category": "other", "description": "",
        }))
    );
}

#[test]
fn a_new_repository_without_a_category_sends_none() {
    assert_eq!(
        body(&create_repository(None, "text")),
        Some(json!({ "repository": "shop/api", "is_public": false, "description": "text" }))
    );
}

#[test]
fn deletions_of_whole_things_have_no_body() {
    for mutation in [delete_organization(), delete_repository()] {
        assert_eq!(
            mutation.request().map(|request| request.body),
            Ok(Vec::new())
        );
    }
}

#[test]
fn grants_on_an_organization_are_sent_as_an_array() {
    let grant = json!({ "user_id": ANNA, "user_name": "name", "auth": 3 });
    let bodies = [
        body(&add_to_organization(&[ANNA])),
        body(&change_in_organization(&[ANNA])),
        body(&cancel_in_organization(&[ANNA])),
    ];
    let expected = [json!([grant]), json!([grant]), json!([ANNA])];
    assert_eq!(bodies, expected.map(Some));
}

#[test]
fn every_category_is_written_with_the_word_of_the_api() {
    for category in RepositoryCategory::ALL {
        assert_eq!(json!(category), category.as_str());
    }
}

#[test]
fn an_update_sends_category_and_description_along() {
    assert_eq!(
        body(&update("app", "")),
        Some(json!({ "is_public": false, "category": "app", "description": "" }))
    );
}

#[test]
fn an_update_leaves_out_an_empty_category() {
    assert_eq!(
        body(&update("", "text")),
        Some(json!({ "is_public": false, "description": "text" }))
    );
}

#[test]
fn a_grant_without_a_name_sends_the_id_in_its_place() {
    for name in [None, Some(""), Some("  \t"), Some("\u{3000}")] {
        let grant = Grant::new(read::<UserId>(ANNA), name, AccessLevel::Read);
        assert_eq!(grant.user_name, ANNA, "{name:?}");
    }
}

#[test]
fn a_grant_sends_its_name_without_the_space_around_it() {
    let grant = Grant::new(read(ANNA), Some(" anna b "), AccessLevel::Read);
    assert_eq!(grant.user_name, "anna b");
}

#[test]
fn each_request_has_as_many_parameters_as_its_template_names() {
    let sent = each()
        .into_iter()
        .filter_map(|mutation| mutation.request().ok());
    let read = each().into_iter().map(|mutation| mutation.read_back());
    for request in sent.chain(read) {
        let named = request.endpoint.template.matches('{').count();
        assert_eq!(request.parameters.len(), named, "{request:?}");
        assert!(request.parameters.iter().all(|text| !text.is_empty()));
    }
}

#[test]
fn a_slash_is_escaped_by_the_rule_of_the_service() {
    let of = |service| {
        let endpoint: &'static Endpoint = match service {
            Service::Swr => &SWR,
            Service::Iam => &IAM,
            Service::Hss => &HSS,
            Service::Ims => &IMS,
            Service::Enterprise => &ENTERPRISE,
        };
        Request {
            endpoint,
            parameters: vec!["a/b c".to_owned()],
            query: Vec::new(),
            headers: Vec::new(),
            body: Vec::new(),
            lacks_secret_at: None,
            instead: None,
            outlives_page: false,
        }
        .path()
    };
    const fn endpoint(service: Service) -> Endpoint {
        Endpoint {
            service,
            method: Method::Get,
            template: "/v1/{name}/end",
            operation: None,
        }
    }
    const SWR: Endpoint = endpoint(Service::Swr);
    const IAM: Endpoint = endpoint(Service::Iam);
    const HSS: Endpoint = endpoint(Service::Hss);
    const IMS: Endpoint = endpoint(Service::Ims);
    const ENTERPRISE: Endpoint = endpoint(Service::Enterprise);
    assert_eq!(
        Service::ALL.map(of),
        [
            "/v1/a%2Fb%20c/end",
            "/v1/a%24b%20c/end",
            "/v1/a%2Fb%20c/end",
            "/v1/a%2Fb%20c/end",
            "/v1/a%252Fb%2520c/end"
        ]
    );
}
