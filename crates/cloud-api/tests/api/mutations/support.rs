//! What the writes of the samples are over.

use cloud_api::swr::AccessPlace;
use cloud_api::{Mutation, Subject};

use sample_writes::{
    PROJECT, add, add_to_organization, cancel, cancel_in_organization, change,
    change_in_organization, read,
};

pub fn grant_of(user: &str) -> Subject {
    let place = AccessPlace::Repository(read("acme-web/shop/api"));
    Subject::grant(&place, &read(user))
}

pub fn organization_grant_of(user: &str) -> Subject {
    let place = AccessPlace::Organization(read("acme-web"));
    Subject::grant(&place, &read(user))
}

pub fn organization() -> Subject {
    Subject::of_organization(&read("acme-web"))
}

pub fn repository() -> Subject {
    Subject::of_repository(&read("acme-web/shop/api"))
}

pub fn visibility() -> Subject {
    Subject::visibility(&read("acme-web/shop/api"))
}

pub fn image_sync() -> Subject {
    Subject::image_sync(&read(PROJECT))
}

/// Each write over these users, that can name several.
pub fn of_users(users: &[&str]) -> [Mutation; 6] {
    [
        add_to_organization(users),
        change_in_organization(users),
        cancel_in_organization(users),
        add(users),
        change(users),
        cancel(users),
    ]
}
