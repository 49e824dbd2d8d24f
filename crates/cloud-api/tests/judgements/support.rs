//! Writes, answers to their read-backs, and verdicts.

use cloud_api::swr::{
    AccessLevel, AddRepositoryAccess, CancelRepositoryAccess, ChangeRepositoryAccess,
    CreateOrganization, CreateRepository, DeleteOrganization, DeleteRepository, Grant,
    RepositoryCategory, UpdateRepository,
};
use cloud_api::{Judgement, Mutation, Response};

pub const GONE: &str =
    r#"{"errors":[{"errorCode":"SVCSTG.SWR.4040010","errorMessage":"not found"}]}"#;
pub const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
pub const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";

#[derive(Debug, PartialEq)]
pub enum Verdict {
    Applied,
    NotApplied,
    CannotTell,
}

pub fn read<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> T {
    match text.parse() {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}

pub fn answer(status: u16, body: &str) -> Response {
    Response {
        status,
        headers: Vec::new(),
        body: body.as_bytes().to_vec(),
    }
}

pub fn verdict(mutation: &Mutation, status: u16, body: &str) -> Verdict {
    let subjects = mutation.subjects();
    match mutation.judge(&subjects[0], &answer(status, body)) {
        Judgement::Applied => Verdict::Applied,
        Judgement::NotApplied => Verdict::NotApplied,
        Judgement::CannotTell(_) => Verdict::CannotTell,
    }
}

pub fn add() -> Mutation {
    Mutation::AddRepositoryAccess(AddRepositoryAccess {
        organization: read("acme-web"),
        repository: read("shop/api"),
        grants: vec![Grant::new(read(ANNA), Some("anna"), AccessLevel::Edit)],
    })
}

pub fn change() -> Mutation {
    Mutation::ChangeRepositoryAccess(ChangeRepositoryAccess {
        organization: read("acme-web"),
        repository: read("shop/api"),
        grants: vec![Grant::new(read(ANNA), Some("anna"), AccessLevel::Edit)],
    })
}

pub fn cancel() -> Mutation {
    Mutation::CancelRepositoryAccess(CancelRepositoryAccess {
        organization: read("acme-web"),
        repository: read("shop/api"),
        users: vec![read(ANNA)],
    })
}

pub fn update(is_public: bool) -> Mutation {
    Mutation::UpdateRepository(UpdateRepository {
        organization: read("acme-web"),
        repository: read("shop/api"),
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
        organization: read("acme-web"),
        repository: read("shop/api"),
        is_public: false,
        category: Some(RepositoryCategory::Linux),
        description: "text".to_owned(),
    })
}

pub fn delete_repository() -> Mutation {
    Mutation::DeleteRepository(DeleteRepository {
        organization: read("acme-web"),
        repository: read("shop/api"),
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
