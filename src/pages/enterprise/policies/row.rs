//! A replication policy with what other reads tell of it.

use cloud_api::Listed;
use cloud_api::enterprise::{Execution, Page, ReplicationPolicy, TargetRegistry, last_run};

use crate::pages::enterprise::policy_side::PolicySide;

/// A policy.
#[derive(Clone, Hash, PartialEq)]
pub struct Row {
    /// What the service tells of it.
    pub policy: ReplicationPolicy,
    /// Where images come from.
    pub source: PolicySide,
    /// Where they go.
    pub destination: PolicySide,
    /// What it did last.
    pub last_run: LastRun,
}

/// What a policy did last.
#[derive(Clone, Debug, Hash, PartialEq)]
pub enum LastRun {
    /// Its executions were not read.
    NotRead,
    /// It never ran.
    Never,
    /// Nothing among the executions that were read; there are older ones.
    Earlier,
    /// This.
    Was(Box<Execution>),
}

impl Row {
    /// A policy of a list.
    #[must_use]
    pub fn of(
        policy: &ReplicationPolicy,
        registries: &[TargetRegistry],
        executions: Option<&Page<Execution>>,
    ) -> Self {
        Self {
            source: PolicySide::of(policy.source, registries),
            destination: PolicySide::of(policy.destination, registries),
            last_run: LastRun::of(policy, executions),
            policy: policy.clone(),
        }
    }

    /// Whether it runs at all, as rows are narrowed by it.
    #[must_use]
    pub fn state(&self) -> &'static str {
        match self.policy.enabled {
            Some(true) => "enabled",
            Some(false) => "disabled",
            None => "",
        }
    }
}

impl LastRun {
    /// What a policy did last, by the executions of all policies.
    #[must_use]
    pub fn of(policy: &ReplicationPolicy, executions: Option<&Page<Execution>>) -> Self {
        let Some(Page { rows, total }) = executions else {
            return Self::NotRead;
        };
        match last_run(&[policy], rows) {
            Some(execution) => Self::Was(Box::new(execution.clone())),
            None if is_whole(rows, *total) => Self::Never,
            None => Self::Earlier,
        }
    }

    /// Its result, as rows are narrowed by it: the API's word, every spelling as one.
    #[must_use]
    pub fn result(&self) -> &str {
        match self {
            Self::NotRead => "",
            Self::Never => "never",
            Self::Earlier => "earlier",
            Self::Was(execution) => match execution.known_status() {
                Some(status) => status.name(),
                None => &execution.status,
            },
        }
    }

    /// The execution, where there is one.
    #[must_use]
    pub fn execution(&self) -> Option<&Execution> {
        match self {
            Self::Was(execution) => Some(execution),
            Self::NotRead | Self::Never | Self::Earlier => None,
        }
    }
}

fn is_whole(rows: &Listed<Execution>, total: Option<u64>) -> bool {
    rows.left_out == 0 && total.is_none_or(|total| total <= rows.received())
}
