//! The lists, each read whole in the background, as many rows a page as the API gives.

use cloud_api::enterprise::{
    self, Execution, ExecutionId, Instance, ListExecutions, ListInstances, ListPolicies,
    ListRepositories, ListSubTasks, ListTargetRegistries, ListTasks, Paging, PolicyId,
    ReplicationPolicy, Repository, SubTask, TargetRegistry, Task, TaskId,
};
use cloud_api::{Operation, ProjectId, Response};

use super::place::Place;
use crate::query::{List, Page, RowKey, RowsOf, use_list};

/// The instances of a project.
pub fn instances(project: &ProjectId) -> List<Instance> {
    let project = project.clone();
    let key = |instance: &Instance| RowKey::of(&[&instance.id]);
    whole(key, move |paging| ListInstances {
        project: project.clone(),
        paging,
    })
}

/// The target registries of an instance.
pub fn target_registries(place: &Place) -> List<TargetRegistry> {
    let place = place.clone();
    let key = |registry: &TargetRegistry| numbered(registry.id, &registry.name);
    whole(key, move |paging| registries_page(&place, paging))
}

/// A page of the target registries of an instance.
pub fn registries_page(place: &Place, paging: Paging) -> ListTargetRegistries {
    ListTargetRegistries {
        project: place.project.clone(),
        instance: place.instance.clone(),
        name: None,
        paging,
    }
}

/// The replication policies of an instance.
pub fn policies(place: &Place) -> List<ReplicationPolicy> {
    let place = place.clone();
    let key = |policy: &ReplicationPolicy| numbered(policy.id, &policy.name);
    whole(key, move |paging| policies_page(&place, paging))
}

/// A page of the replication policies of an instance.
pub fn policies_page(place: &Place, paging: Paging) -> ListPolicies {
    ListPolicies {
        project: place.project.clone(),
        instance: place.instance.clone(),
        paging,
    }
}

/// The executions of all policies of an instance.
pub fn executions(place: &Place) -> List<Execution> {
    let place = place.clone();
    let key = |execution: &Execution| numbered(execution.id, "");
    whole(key, move |paging| executions_page(&place, None, paging))
}

/// A page of the executions of a policy, or of all of an instance.
pub fn executions_page(place: &Place, policy: Option<PolicyId>, paging: Paging) -> ListExecutions {
    ListExecutions {
        project: place.project.clone(),
        instance: place.instance.clone(),
        policy,
        paging,
    }
}

/// The tasks of an execution.
pub fn tasks(place: &Place, execution: ExecutionId) -> List<Task> {
    let place = place.clone();
    let key = |task: &Task| numbered(task.id, &task.operation);
    whole(key, move |paging| tasks_page(&place, execution, paging))
}

/// A page of the tasks of an execution.
pub fn tasks_page(place: &Place, execution: ExecutionId, paging: Paging) -> ListTasks {
    ListTasks {
        project: place.project.clone(),
        instance: place.instance.clone(),
        execution,
        paging,
    }
}

/// The subtasks of a task.
pub fn sub_tasks(place: &Place, execution: ExecutionId, task: TaskId) -> List<SubTask> {
    let place = place.clone();
    let key = |it: &SubTask| RowKey::of(&[&it.id, &it.job_id, &it.tag]);
    whole(key, move |paging| {
        sub_tasks_page(&place, execution, task, paging)
    })
}

/// A page of the subtasks of a task.
pub fn sub_tasks_page(
    place: &Place,
    execution: ExecutionId,
    task: TaskId,
    paging: Paging,
) -> ListSubTasks {
    ListSubTasks {
        project: place.project.clone(),
        instance: place.instance.clone(),
        execution,
        task,
        paging,
    }
}

/// The repositories of an instance.
pub fn repositories(place: &Place) -> List<Repository> {
    let place = place.clone();
    let key = |it: &Repository| RowKey::of(&[&it.namespace_name, &it.name]);
    whole(key, move |paging| ListRepositories {
        project: place.project.clone(),
        instance: place.instance.clone(),
        paging,
    })
}

/// The key of a row by its ID; one without an ID is told from others by its name.
fn numbered(id: Option<impl ToString>, name: &str) -> RowKey {
    match id {
        Some(id) => RowKey::of(&[&id.to_string()]),
        None => RowKey::of(&["", name]),
    }
}

fn whole<O, T>(key: fn(&T) -> RowKey, operation: impl Fn(Paging) -> O + 'static) -> List<T>
where
    O: Operation<Output = enterprise::Page<T>>,
    T: Clone + 'static,
{
    let operation = move |row| operation(Paging::holding(row));
    let decode = |response: &Response| {
        let enterprise::Page { rows, total } = O::decode(response)?;
        Ok(Page::of(rows, total))
    };
    use_list(RowsOf::all(key), operation, decode)
}
