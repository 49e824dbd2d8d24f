//! Writes, answers to their read-backs, and verdicts.

use cloud_api::swr::{
    AccessLevel, AccessPlace, ChangeAccess, CreateOrganization, CreateRepository,
    DeleteOrganization, DeleteRepository, Grant, GrantAccess, RemoveAccess, RepositoryCategory,
    UpdateRepository,
};
use cloud_api::{Before, Mutation};

use crate::support::{ANNA, Verdict, answer, read};

pub const GONE: &str =
    r#"{"errors":[{"errorCode":"SVCSTG.SWR.4040010","errorMessage":"not found"}]}"#;

pub fn verdict(mutation: &Mutation, status: u16, body: &str) -> Verdict {
    let subjects = mutation.subjects();
    let read_back = answer(status, body);
    mutation
        .judge(&subjects[0], &Before::Nothing, &read_back)
        .into()
}

pub fn add() -> Mutation {
    Mutation::GrantAccess(GrantAccess {
        place: AccessPlace::Repository(read("acme-web/shop/api")),
        grants: vec![Grant::new(read(ANNA), Some("anna"), AccessLevel::Edit)],
    })
}

pub fn change() -> Mutation {
    Mutation::ChangeAccess(ChangeAccess {
        place: AccessPlace::Repository(read("acme-web/shop/api")),
        grants: vec![Grant::new(read(ANNA), Some("anna"), AccessLevel::Edit)],
    })
}

pub fn cancel() -> Mutation {
    Mutation::RemoveAccess(RemoveAccess {
        place: AccessPlace::Repository(read("acme-web/shop/api")),
        users: vec![read(ANNA)],
    })
}

pub fn update(is_public: bool) -> Mutation {
    Mutation::UpdateRepository(UpdateRepository {
        repository: read("acme-web/shop/api"),
        is_public,
        category: String::new(),
        description: String::new(),
    })
}

pub fn create_organization() -> Mutation {
    Mutation::CreateOrganization(CreateOrganization {
        organization: read("acme-web"),
    })
}

pub fn delete_organization() -> Mutation {
    Mutation::DeleteOrganization(DeleteOrganization {
        organization: read("acme-web"),
    })
}

pub fn create_repository() -> Mutation {
    Mutation::CreateRepository(CreateRepository {
        repository: read("acme-web/shop/api"),
        is_public: false,
        category: Some(RepositoryCategory::Linux),
        description: "text".to_owned(),
    })
}

pub fn delete_repository() -> Mutation {
    Mutation::DeleteRepository(DeleteRepository {
        repository: read("acme-web/shop/api"),
    })
}

/// Writes that are read back by showing one thing.
pub fn of_one_thing() -> [Mutation; 6] {
    [
        create_organization(),
        delete_organization(),
        create_repository(),
        delete_repository(),
        update(true),
        update(false),
    ]
}

pub fn list_of(rows: &str) -> String {
    format!(r#"{{"id":1,"name":"shop/api","self_auth":null,"others_auths":{rows}}}"#)
}

pub fn row(user: &str, level: i64) -> String {
    format!(r#"{{"user_id":"{user}","user_name":"n","auth":{level}}}"#)
}
