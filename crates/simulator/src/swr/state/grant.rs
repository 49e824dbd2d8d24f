//! A user's grant.

/// A level by user ID, with the name that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub user_id: String,
    pub user_name: String,
    pub auth: i64,
}

/// The level that a user was granted directly; 0 without any.
pub fn granted(grants: &[Grant], user_id: &str) -> i64 {
    let grant = grants.iter().find(|grant| grant.user_id == user_id);
    grant.map_or(0, |grant| grant.auth)
}
