//! Software repository for containers, the enterprise edition: instances, target registries and
//! replication (examples §4, corrections §5).

mod audit_logs;
mod body;
mod call;
mod cron;
mod execution;
mod executions;
mod fault;
mod glob;
mod holdings;
mod instance;
mod instances;
mod namespaces;
mod parameters;
mod policies;
mod policy;
mod policy_body;
mod referring;
mod refusal;
mod registries;
mod registry;
mod registry_body;
mod repositories;
mod repository;
mod routes;
mod seed_data;
mod standing;
mod state;
mod tasks;

pub use holdings::count_holdings;
pub use referring::{ReferringPolicies, ordered};
pub use refusal::of_status;
pub use routes::{answer, owns};
pub use state::State;
