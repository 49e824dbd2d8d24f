//! An instance and all that it holds.

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::caller::DEFAULT_ENTERPRISE_PROJECT;
use crate::gateway::written_time::written_in_milliseconds;

use super::execution::Execution;
use super::policy::Policy;
use super::registry::Registry;
use super::repository::Repository;

pub struct Namespace {
    pub id: u64,
    pub name: &'static str,
    pub is_public: bool,
    pub made: Timestamp,
}

pub struct AuditLog {
    pub id: u64,
    pub operation: &'static str,
    pub resource: String,
    pub username: String,
    pub time: Timestamp,
}

pub struct Instance {
    pub id: String,
    pub name: &'static str,
    pub description: &'static str,
    pub project: &'static str,
    pub made: Timestamp,
    pub registries: Vec<Registry>,
    pub policies: Vec<Policy>,
    pub executions: Vec<Execution>,
    pub namespaces: Vec<Namespace>,
    pub repositories: Vec<Repository>,
    /// The newest first.
    pub audit_logs: Vec<AuditLog>,
    /// Whether what is named `fault-500-once` has failed.
    pub failed_once: bool,
    pub last_id: u64,
}

impl Instance {
    /// An ID that nothing has had.
    pub fn next_id(&mut self) -> u64 {
        self.last_id += 1;
        self.last_id
    }

    pub fn describe(&self) -> Value {
        json!({
            "id": self.id,
            "name": self.name,
            "description": self.description,
            "status": "Running",
            "spec": "swr.ee.professional",
            "version": "26.3.0",
            "charge_mode": "postPaid",
            "access_address": format!("{}-7c9d5e.swr-pro.myhuaweicloud.com", self.name),
            "project_id": self.project,
            "enterprise_project_id": DEFAULT_ENTERPRISE_PROJECT,
            "vpc_id": "1d2c3b4a-5968-4776-8594-a3b2c1d0e9f8",
            "vpc_name": "vpc-a",
            "vpc_cidr": "10.0.0.0/16",
            "subnet_id": "2e3d4c5b-6a79-4887-96a5-b4c3d2e1f009",
            "subnet_name": "sub-a",
            "subnet_cidr": "10.0.1.0/24",
            "obs_bucket_name": format!("swr-{}", self.name),
            "user_def_obs": false,
            "created_at": written_in_milliseconds(self.made),
            "updated_at": written_in_milliseconds(self.made),
            "expires_at": "",
        })
    }
}
