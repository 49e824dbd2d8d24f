//! Every read that the console makes of SWR Enterprise, answered by the simulated one and understood with
//! the console's own types.

use cloud_api::enterprise::{
    AuditOperation, ListAllArtifacts, ListAllRepositories, ListArtifacts, ListAuditLogs,
    ListExecutions, ListInstances, ListNamespaces, ListPolicies, ListRepositories, ListSubTasks,
    ListTargetRegistries, ListTasks, PolicySettings, ShowInstance, ShowStatistics,
};

use super::support::*;

use super::enterprise_console::*;

#[test]
fn every_read_is_answered_and_understood() {
    let (cloud, project, instance) = (&mut small_cloud(), project(), instance());
    let (p, i) = (|| project.clone(), || instance.clone());
    let paging = first();
    let instances = shown(
        cloud,
        &ListInstances {
            project: p(),
            paging,
        },
    );
    assert!(instances.rows.iter().any(|it| it.id == INSTANCE));
    let one = ShowInstance {
        project: p(),
        instance: i(),
    };
    assert_eq!(shown(cloud, &one).id, INSTANCE);
    let statistics = ShowStatistics {
        project: p(),
        instance: i(),
    };
    shown(cloud, &statistics);
    let registries = ListTargetRegistries {
        project: p(),
        instance: i(),
        name: None,
        paging,
    };
    let registries = shown(cloud, &registries);
    assert!(registries.rows.len() > 5 && registries.rows.left_out == 0);
    for registry in registries.rows.iter() {
        registry_now(cloud, registry.id.unwrap());
    }
    let policies = ListPolicies {
        project: p(),
        instance: i(),
        paging,
    };
    for policy in shown(cloud, &policies).rows {
        // What was read can be sent back as it is.
        assert!(PolicySettings::of(&policy).is_some(), "{policy:?}");
    }
    let executions = ListExecutions {
        project: p(),
        instance: i(),
        policy: None,
        paging,
    };
    let mut subtasks = 0;
    for execution in shown(cloud, &executions).rows {
        assert!(execution.known_status().is_some(), "{execution:?}");
        let tasks = ListTasks {
            project: p(),
            instance: i(),
            execution: execution.id.unwrap(),
            paging,
        };
        for task in shown(cloud, &tasks).rows {
            let of_task = ListSubTasks {
                project: p(),
                instance: i(),
                execution: execution.id.unwrap(),
                task: task.id.unwrap(),
                paging,
            };
            subtasks += shown(cloud, &of_task).rows.len();
        }
    }
    assert!(subtasks > 0);
}

#[test]
fn every_read_of_what_an_instance_holds_is_answered_and_understood() {
    let (cloud, project, instance) = (&mut small_cloud(), project(), instance());
    let (p, i) = (|| project.clone(), || instance.clone());
    let paging = first();
    let namespaces = ListNamespaces {
        project: p(),
        instance: i(),
        paging,
    };
    assert!(!shown(cloud, &namespaces).rows.is_empty());
    let repositories = ListRepositories {
        project: p(),
        instance: i(),
        paging,
    };
    let mut artifacts = 0;
    for repository in shown(cloud, &repositories).rows {
        let list = ListArtifacts {
            project: p(),
            instance: i(),
            namespace: repository.namespace_name.parse().unwrap(),
            repository: repository.name.parse().unwrap(),
            paging,
        };
        artifacts += shown(cloud, &list).rows.len();
    }
    assert!(artifacts > 0);
    let all = ListAllRepositories {
        project: p(),
        marker: None,
    };
    assert!(!shown(cloud, &all).rows.is_empty());
    let all = ListAllArtifacts {
        project: p(),
        instance: i(),
        marker: None,
    };
    assert!(!shown(cloud, &all).rows.is_empty());
    for operation in AuditOperation::ALL {
        let logs = ListAuditLogs {
            project: p(),
            instance: i(),
            operation,
            paging,
        };
        shown(cloud, &logs);
    }
}
