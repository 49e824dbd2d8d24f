//! Software repository for containers, enterprise edition: instances, target registries and the policies
//! that replicate images between them.
//!
//! Source: corrections §5, reference §6, examples §4. The codes of its refusals are those of the shared
//! edition, and so is what they mean.

mod artifact;
mod audit_log;
mod cannot_tell;
mod cron;
mod execution;
mod filter;
mod glob;
mod ids;
mod instance;
mod last_run;
mod matching;
mod moment;
mod namespace;
mod paging;
mod progress;
mod replication_policy;
mod repository;
mod run_status;
mod side;
mod statistics;
mod sub_task;
mod target_registry;
mod task;
mod task_resource;
mod used_by;
mod whole_id;

pub use artifact::{Artifact, ArtifactMarkerPage, ListAllArtifacts, ListArtifacts};
pub use audit_log::{AuditLog, AuditOperation, ListAuditLogs};
pub use cannot_tell::CannotTell;
pub use cron::{Cron, CronError, CronField};
pub use execution::{Execution, ListExecutions};
pub use filter::{Filter, FilterType};
pub use glob::{Glob, GlobError};
pub use ids::{
    ExecutionId, InstanceId, NamespaceName, PolicyId, RegistryId, RepositoryName, TaskId,
};
pub use instance::{Instance, InstanceStatus, ListInstances, ShowInstance};
pub use last_run::last_run;
pub use matching::Matching;
pub use moment::Moment;
pub use namespace::{ListNamespaces, Namespace};
pub use paging::{Page, PageSize, PageSizeError, Paging};
pub use progress::Progress;
pub use replication_policy::{ListPolicies, ReplicationPolicy, ShowPolicy, TriggerType};
pub use repository::{ListAllRepositories, ListRepositories, Repository, RepositoryMarkerPage};
pub use run_status::RunStatus;
pub use side::Side;
pub use statistics::{Quota, ShowStatistics, Statistics};
pub use sub_task::{ListSubTasks, SubTask};
pub use target_registry::{
    ListTargetRegistries, RegistryStatus, RegistryType, ShowTargetRegistry, TargetRegistry,
};
pub use task::{ListTasks, Task};
pub use task_resource::TaskResource;
pub use used_by::{UsedBy, used_by};
pub use whole_id::WholeIdError;
