//! Identity and access management: tokens, projects, users (examples §1.1 to §1.4).

mod call;
mod credentials;
mod domains;
mod host;
mod links;
mod projects;
mod refusal;
mod routes;
mod standing;
mod state;
mod tokens;
mod users;

pub use host::Host;
pub use refusal::of_status;
pub use routes::{answer, owns};
pub use state::State;
