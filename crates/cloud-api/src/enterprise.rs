//! Software repository for containers, enterprise edition: instances, target registries and the policies
//! that replicate images between them.
//!
//! Source: corrections §5, reference §6, examples §4. The codes of its refusals are those of the shared
//! edition, and so is what they mean.

mod access_key;
mod access_secret;
mod artifact;
mod audit_log;
mod cannot_tell;
mod cron;
mod execution;
mod execution_write;
mod filter;
mod glob;
mod host_mapping;
mod ids;
mod instance;
mod last_run;
mod made;
mod matching;
mod moment;
mod names;
mod namespace;
mod paging;
mod policy_settings;
mod policy_update;
mod policy_write;
mod progress;
mod refused_setting;
mod registry_before;
mod registry_setting;
mod registry_settings;
mod registry_to_restore;
mod registry_url;
mod registry_write;
mod replication_map;
mod replication_policy;
mod repository;
mod retried;
mod run_status;
mod schedule;
mod side;
mod statistics;
mod still_running;
mod sub_task;
mod subjects;
mod target_registry;
mod task;
mod task_resource;
mod used_by;
mod whole_id;

pub use access_key::{AccessKey, AccessKeyError};
pub use access_secret::AccessSecret;
pub use artifact::{Artifact, ArtifactMarkerPage, ListAllArtifacts, ListArtifacts};
pub use audit_log::{AuditLog, AuditOperation, ListAuditLogs};
pub use cannot_tell::CannotTell;
pub use cron::{Cron, CronError, CronField};
pub use execution::{Execution, ListExecutions};
pub use execution_write::{StartExecution, StopExecution, may_be_anothers_execution};
pub use filter::{Filter, FilterError, FilterType};
pub use glob::{Glob, GlobError};
pub use host_mapping::{HostMapping, HostMappingError};
pub use ids::{
    ExecutionId, InstanceId, NamespaceName, PolicyId, RegistryId, RepositoryName, TaskId,
};
pub use instance::{Instance, InstanceStatus, ListInstances, ShowInstance};
pub use last_run::last_run;
pub use matching::Matching;
pub use moment::Moment;
pub use names::{PolicyName, RegistryName};
pub use namespace::{ListNamespaces, Namespace};
pub use paging::{Page, PageSize, PageSizeError, Paging};
pub use policy_settings::{Direction, NoPolicySettings, PolicySettings, RepoScopeMode};
pub use policy_update::{PolicyChange, UpdatePolicy};
pub use policy_write::{CreatePolicy, DeletePolicy};
pub use progress::Progress;
pub use refused_setting::RefusedSetting;
pub use registry_before::{NoRegistry, RegistryBefore};
pub use registry_setting::RegistrySetting;
pub use registry_settings::{Certificates, NoRegistrySettings, RegistrySettings, RegistryTarget};
pub use registry_to_restore::{RegistryToRestore, RestoredBy};
pub use registry_url::{RegistryUrl, RegistryUrlError};
pub use registry_write::{CreateRegistry, DeleteRegistry, UpdateRegistry, is_secret_unseen};
pub use replication_map::{Arrow, Far, MapPlace, Way, replication_map};
pub use replication_policy::{ListPolicies, ReplicationPolicy, ShowPolicy, TriggerType};
pub use repository::{ListAllRepositories, ListRepositories, Repository, RepositoryMarkerPage};
pub use run_status::RunStatus;
pub use schedule::{Schedule, ScheduleError, Trigger};
pub use side::Side;
pub use statistics::{Quota, ShowStatistics, Statistics};
pub use still_running::StillRunning;
pub use sub_task::{ListSubTasks, SubTask};
pub use target_registry::{
    ListTargetRegistries, RegistryStatus, RegistryType, ShowTargetRegistry, TargetRegistry,
};
pub use task::{ListTasks, Task};
pub use task_resource::TaskResource;
pub use used_by::{UsedBy, used_by};
pub use whole_id::WholeIdError;
