//! What IAM remembers.

use cloud_api::Timestamp;

use crate::gateway::tokens::Tokens;
use crate::gateway::users::Users;

/// Who there is and which tokens were given out; the gateway and the other services are handed both.
pub struct State {
    pub tokens: Tokens,
    pub users: Users,
}

impl State {
    /// The first users; the tokens that are known beforehand are issued at `start`.
    pub fn new(start: Timestamp) -> Self {
        Self {
            tokens: Tokens::new(start),
            users: Users::new(),
        }
    }
}
