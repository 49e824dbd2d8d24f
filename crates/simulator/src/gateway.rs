//! What stands before every service: requests, who is asking, faults, refusals. The services share
//! this and nothing else; what one of them knows and another needs is handed over by the cloud.

pub mod access_keys;
pub mod account;
pub mod answer;
pub mod authentication;
pub mod caller;
pub mod control;
pub mod fault;
pub mod holding;
pub mod identities;
pub mod incoming;
pub mod members;
pub mod mixed;
pub mod refusal;
pub mod request_ids;
pub mod route;
pub mod signature;
pub mod tokens;
pub mod users;
pub mod written_time;
