//! Grants that the first organizations and repositories have.

use crate::gateway::members::{NAMES, user_id};
use crate::swr::state::grant::Grant;

/// A grant of this user.
pub fn grant(id: &str, name: &str, auth: i64) -> Grant {
    Grant {
        user_id: id.to_owned(),
        user_name: name.to_owned(),
        auth,
    }
}

/// A grant of an ordinary user.
pub fn named(name: &str, auth: i64) -> Grant {
    let index = NAMES.iter().position(|known| *known == name).unwrap_or(0);
    grant(&user_id(index), name, auth)
}
