//! A target registry as a row: who uses it, and how the last replication with it went.

use cloud_api::Listed;
use cloud_api::enterprise::{
    Execution, PolicyId, ReplicationPolicy, TargetRegistry, last_run, used_by,
};

use super::run_cells::execution_rank;

/// A target registry, and what is told of it by the policies and executions of the instance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Row {
    /// The registry.
    pub registry: TargetRegistry,
    /// The policies that use it.
    pub used_by: Users,
    /// How their last execution went.
    pub last: LastRun,
}

/// The policies that use a registry, as far as policies were read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Users {
    /// Which, by their names; untrusted texts.
    pub policies: Vec<(Option<PolicyId>, String)>,
    /// Whether there are no others.
    pub is_all: bool,
}

/// How the last execution of the policies that use a registry went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum LastRun {
    /// Not all was read that tells.
    #[default]
    NotRead,
    /// No policy uses the registry.
    Unused,
    /// None of them has been executed.
    Never,
    /// So.
    Run(Execution),
}

/// What was read of the replication of an instance.
#[derive(Clone, Copy, Debug)]
pub struct Replication<'a> {
    /// The policies, as far as they were read.
    pub policies: &'a Listed<ReplicationPolicy>,
    /// Whether these are all.
    pub is_all_policies: bool,
    /// The executions, as far as they were read.
    pub executions: &'a [Execution],
    /// Whether these are all.
    pub is_all_executions: bool,
}

impl Users {
    /// How many there are at least; `None` where nothing is known.
    #[must_use]
    pub fn count(&self) -> Option<u64> {
        let is_known = self.is_all || !self.policies.is_empty();
        is_known.then_some(self.policies.len() as u64)
    }

    /// Their names with this between them.
    #[must_use]
    pub fn joined(&self, between: &str) -> String {
        let names = self.policies.iter().map(|(_, name)| &**name);
        names.collect::<Vec<_>>().join(between)
    }

    /// Its name in addresses.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.count() {
            None => "not-read",
            Some(0) => "unused",
            Some(_) => "used",
        }
    }
}

impl LastRun {
    /// Of these policies together.
    #[must_use]
    pub fn of(policies: &[&ReplicationPolicy], replication: Replication<'_>) -> Self {
        match last_run(policies, replication.executions) {
            // A newer one may still come.
            _ if !replication.is_all_executions => Self::NotRead,
            Some(run) => Self::Run(run.clone()),
            None if policies.is_empty() => Self::Unused,
            None => Self::Never,
        }
    }

    /// The place in the order: what failed first, then what nobody knows; without a run last.
    #[must_use]
    pub fn rank(&self) -> i64 {
        match self {
            Self::Run(run) => execution_rank(run.known_status()),
            Self::Never => 10,
            Self::NotRead => 11,
            Self::Unused => 12,
        }
    }

    /// The execution, where there is one.
    #[must_use]
    pub fn run(&self) -> Option<&Execution> {
        match self {
            Self::Run(run) => Some(run),
            Self::NotRead | Self::Unused | Self::Never => None,
        }
    }
}

impl Row {
    /// The row of a registry.
    #[must_use]
    pub fn of(registry: &TargetRegistry, replication: Replication<'_>) -> Self {
        let registry = registry.clone();
        let Some(id) = registry.id else {
            // Nothing can refer to it.
            return Self {
                registry,
                ..Self::default()
            };
        };
        let used = used_by(id, replication.policies);
        let is_all = replication.is_all_policies && used.unread == 0;
        let last = match is_all {
            true => LastRun::of(&used.policies, replication),
            false => LastRun::NotRead,
        };
        let policies = used.policies.iter();
        let policies = policies.map(|policy| (policy.id, policy.name.clone()));
        Self {
            registry,
            used_by: Users {
                policies: policies.collect(),
                is_all,
            },
            last,
        }
    }
}
