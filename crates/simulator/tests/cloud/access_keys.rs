//! What an access key leads to: account, project, person; and what stops one.

use cloud_api::iam::{
    AccessKeyId, ListDomains, ListProjects, ListProjectsNamed, ShowAccessKey, ShowUser,
};
use cloud_api::signing::{SignedAs, Unsigned, read_date, signature};
use cloud_api::swr::{ListOrganizations, Visibility};
use cloud_api::{ApiError, Operation, Request, Response, Secret, Timestamp};
use serde_json::json;
use simulator::identities::{
    ACCESS_KEYS, ACCOUNT_ID, AccessKey, OTHER_ACCOUNT_ID, PAULA, PEOPLE, PROJECT_ID, SUB_PROJECT_ID,
};
use simulator::{Incoming, Simulator};

use super::support::*;

const HOST: &str = "swr-api.eu-de.example.com";

fn key(id: &str) -> AccessKey {
    *ACCESS_KEYS.iter().find(|key| key.id == id).unwrap()
}

fn annas() -> AccessKey {
    ACCESS_KEYS[0]
}

/// Signs as the console does, through a proxy that puts the cloud's own host in.
fn signed_by(key: AccessKey, request: Request, project: Option<&str>, time: Timestamp) -> Incoming {
    let id = AccessKeyId::typed(key.id).unwrap();
    let token = key.security_token.map(Secret::new);
    let project = project.map(|id| id.parse().unwrap());
    let signed_as = SignedAs {
        key: &id,
        security_token: token.as_ref(),
        host: HOST,
        path_before: "",
        project: project.as_ref(),
        account_id: None,
        time,
    };
    let unsigned = Unsigned::new(request, &signed_as);
    let signature = signature(&Secret::new(key.secret), unsigned.to_sign());
    let request = unsigned.signed(&signature);
    let address = request.path_and_query();
    let (path, query) = address.split_once('?').unwrap_or((&address, ""));
    let own = request.headers.iter();
    let own = own.map(|(name, value)| ((*name).to_owned(), value.reveal().to_owned()));
    let proxys = [("Host", HOST), ("X-Image-Console", "1")];
    let proxys = proxys.map(|(name, value)| (name.to_owned(), value.to_owned()));
    Incoming {
        method: request.method().as_str().to_owned(),
        path: format!("/api/{}{path}", request.service().segment()),
        query: query.to_owned(),
        headers: own.chain(proxys).collect(),
        body: request.body.clone(),
    }
}

fn start() -> Timestamp {
    read_date(DATE).unwrap()
}

fn asks<O: Operation>(
    cloud: &mut Simulator,
    key: AccessKey,
    operation: O,
) -> Result<O::Output, ApiError> {
    let request = operation.request();
    let service = request.service();
    let answer = send(cloud, &signed_by(key, request, Some(PROJECT_ID), start()));
    O::decode(&answer.to_asker_of(service))
}

fn organizations() -> ListOrganizations {
    ListOrganizations {
        visibility: Visibility::Visible,
        name: None,
    }
}

fn told(answer: Result<impl Sized, ApiError>) -> (u16, String, String) {
    match answer {
        Err(ApiError::Refused(refusal)) => (refusal.status, refusal.code, refusal.message),
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it was answered"),
    }
}

#[test]
fn a_permanent_key_leads_to_account_projects_and_person() {
    let mut cloud = small_cloud();
    let domains = asks(&mut cloud, annas(), ListDomains).unwrap();
    assert_eq!(domains.rows[0].id, ACCOUNT_ID);
    assert_eq!(domains.rows.len(), 1);
    let projects = asks(&mut cloud, annas(), ListProjects).unwrap().projects;
    assert_eq!(projects.rows[0].id, PROJECT_ID);
    let access_key = AccessKeyId::typed(annas().id).unwrap();
    let owner = asks(&mut cloud, annas(), ShowAccessKey { access_key }).unwrap();
    assert_eq!(owner.user_id, PEOPLE[0].id);
    let user_id = owner.user_id.parse().unwrap();
    let user = asks(&mut cloud, annas(), ShowUser { user_id }).unwrap();
    assert_eq!(user.name, "anna");
}

#[test]
fn projects_are_found_by_name_by_who_may_list_them() {
    let mut cloud = small_cloud();
    let find = |name: &str| ListProjectsNamed {
        region: name.parse().unwrap(),
    };
    let found = asks(&mut cloud, annas(), find("eu-de")).unwrap().projects;
    assert_eq!(found.rows.len(), 1);
    assert!(
        asks(&mut cloud, annas(), find("eu-nl"))
            .unwrap()
            .projects
            .rows
            .is_empty()
    );
    let bens = key("DEMOACCESSKEY0000002");
    assert_eq!(told(asks(&mut cloud, bens, find("eu-de"))).0, 403);
    assert_eq!(
        asks(&mut cloud, bens, ListProjects)
            .unwrap()
            .projects
            .rows
            .len(),
        2
    );
}

#[test]
fn nobody_sees_whose_the_keys_of_others_and_temporary_ones_are() {
    let mut cloud = small_cloud();
    let bens = key("DEMOACCESSKEY0000002");
    let show = |key: &str| ShowAccessKey {
        access_key: AccessKeyId::typed(key).unwrap(),
    };
    assert_eq!(told(asks(&mut cloud, bens, show(annas().id))).0, 403);
    assert!(asks(&mut cloud, annas(), show(bens.id)).is_ok());
    let temporary = key("DEMOTEMPORARYKEY0001");
    assert_eq!(told(asks(&mut cloud, temporary, show(temporary.id))).0, 404);
    let paulas = key("DEMOACCESSKEY0000004").id;
    assert_eq!(told(asks(&mut cloud, annas(), show(paulas))).0, 404);
    let user_id = PEOPLE[0].id.parse().unwrap();
    assert_eq!(told(asks(&mut cloud, bens, ShowUser { user_id })).0, 403);
}

#[test]
fn a_temporary_key_comes_with_its_token() {
    let mut cloud = small_cloud();
    let temporary = key("DEMOTEMPORARYKEY0002");
    assert!(asks(&mut cloud, temporary, organizations()).is_ok());
    for security_token in [None, Some("another")] {
        let wrong = AccessKey {
            security_token,
            ..temporary
        };
        assert_eq!(told(asks(&mut cloud, wrong, organizations())).0, 401);
    }
}

#[test]
fn a_key_of_an_account_with_several_projects_names_one() {
    let mut cloud = small_cloud();
    let mut status = |key, project| {
        let request = organizations().request();
        send(&mut cloud, &signed_by(key, request, project, start())).status
    };
    assert_eq!(status(annas(), Some(PROJECT_ID)), 200);
    assert_eq!(status(annas(), None), 401);
    assert_ne!(status(annas(), Some(SUB_PROJECT_ID)), 200);
    let paulas = key("DEMOACCESSKEY0000004");
    assert_eq!(status(paulas, None), 200);
    assert_eq!(status(paulas, Some(PROJECT_ID)), 401);
    let domains = send(
        &mut cloud,
        &signed_by(paulas, ListDomains.request(), None, start()),
    );
    assert_eq!(read(&domains)["domains"][0]["id"], OTHER_ACCOUNT_ID);
    assert_eq!(key("DEMOACCESSKEY0000004").user_id, PAULA.id);
}

#[test]
fn what_names_project_account_and_token_must_be_signed() {
    for (name, value) in [
        ("X-Project-Id", PROJECT_ID),
        ("X-Domain-Id", ACCOUNT_ID),
        ("X-Security-Token", "t"),
    ] {
        let mut request = signed_by(annas(), organizations().request(), None, start());
        request.headers.push((name.to_owned(), value.to_owned()));
        assert_eq!(send(&mut small_cloud(), &request).status, 401, "{name}");
    }
}

#[test]
fn keys_that_may_not_be_used_are_refused_with_iams_codes() {
    let mut cloud = small_cloud();
    for (id, code) in [
        ("DEMOINACTIVEKEY00001", "IAM.1107"),
        ("DEMOEXPIREDKEY000001", "IAM.1108"),
    ] {
        let refused = told(asks(&mut cloud, key(id), ListDomains));
        assert_eq!((refused.0, &*refused.1), (400, code));
    }
    let order = json!({ "access_key": annas().id, "status": "inactive" });
    let ordered = ask(&mut cloud, "POST", "/_simulator/access-key", 0, order);
    assert_eq!(ordered.status, 204);
    assert_eq!(told(asks(&mut cloud, annas(), ListDomains)).1, "IAM.1107");
    let order = json!({ "access_key": "none", "status": "inactive" });
    let ordered = ask(&mut cloud, "POST", "/_simulator/access-key", 0, order);
    assert_eq!(ordered.status, 400);
}

#[test]
fn more_than_five_wrong_signatures_in_a_row_lock_a_key_for_five_minutes() {
    let mut cloud = small_cloud();
    let wrong = AccessKey {
        secret: "wrong",
        ..annas()
    };
    for _ in 0..5 {
        let message = told(asks(&mut cloud, wrong, ListDomains)).2;
        assert!(message.contains("verify aksk signature fail"), "{message}");
    }
    assert!(
        asks(&mut cloud, annas(), ListDomains).is_ok(),
        "five are let pass"
    );
    for _ in 0..6 {
        assert!(asks(&mut cloud, wrong, ListDomains).is_err());
    }
    let message = told(asks(&mut cloud, annas(), ListDomains)).2;
    assert!(message.contains("reach the limit"), "{message}");
    advance(&mut cloud, 301);
    let later = start().plus_milliseconds(301_000);
    let request = signed_by(annas(), ListDomains.request(), None, later);
    assert_eq!(send(&mut cloud, &request).status, 200);
}

#[test]
fn a_stale_date_is_told_with_the_time_of_the_cloud() {
    let mut cloud = small_cloud();
    let early = start().plus_milliseconds(-16 * 60_000);
    let request = signed_by(annas(), ListDomains.request(), None, early);
    let refused: Response = send(&mut cloud, &request).to_asker_of(cloud_api::Service::Iam);
    let clock = cloud_api::signing::wrong_clock(&refused, early);
    assert_eq!(clock, Some(cloud_api::WrongClock::Behind(16)));
}
