//! Executions, their tasks and subtasks as the service answers.

use cloud_api::enterprise::{
    Execution, ListAuditLogs, ListSubTasks, ListTasks, Moment, RunStatus, SubTask, Task,
    TaskResource,
};

use super::support::{executions, moment};
use crate::support::decoded;

fn tasks(rows: &str) -> Vec<Task> {
    decoded::<ListTasks>(&format!(r#"{{"tasks":{rows}}}"#))
        .rows
        .rows
}

fn resource(json: &str) -> TaskResource {
    let rows = tasks(&format!(r#"[{{"src_resource":{json}}}]"#));
    rows[0].src_resource.clone()
}

fn text_of(json: &str) -> String {
    serde_json::json!(json).to_string()
}

#[test]
fn the_execution_of_the_example_is_read() {
    let rows = executions(
        r#"[{"id":301,"policy_id":21,"status":"InProgress","status_text":"","trigger":"manual","total":12,"succeed":7,"failed":1,"in_progress":4,"stopped":0,"created_at":"2026-11-20T02:00:00.000Z","updated_at":"2026-11-20T02:00:09.000Z"}]"#,
    );
    let expected = Execution {
        id: "301".parse().ok(),
        policy_id: "21".parse().ok(),
        status: "InProgress".to_owned(),
        status_text: String::new(),
        trigger: "manual".to_owned(),
        total: Some(12),
        succeed: Some(7),
        failed: Some(1),
        in_progress: Some(4),
        stopped: Some(0),
        created_at: moment("2026-11-20T02:00:00Z"),
        updated_at: moment("2026-11-20T02:00:09Z"),
    };
    assert_eq!(rows, [expected]);
    assert!(!rows[0].is_over());
}

#[test]
fn every_spelling_of_a_status_is_taken() {
    for status in RunStatus::ALL {
        let name = status.name();
        for spelled in [name.to_owned(), name.to_lowercase(), name.to_uppercase()] {
            assert_eq!(RunStatus::named(&spelled), Some(status), "{spelled}");
        }
    }
    for spelled in ["Success", "success", "SUCCESS", "Succeed", "succeed"] {
        assert_eq!(RunStatus::named(spelled), Some(RunStatus::Succeeded));
    }
    for odd in ["", "Succeeding", " Success", "Done"] {
        assert_eq!(RunStatus::named(odd), None, "{odd:?}");
    }
}

#[test]
fn a_status_is_over_when_nothing_more_happens() {
    let over = RunStatus::ALL.map(RunStatus::is_over);
    assert_eq!(over, [false, false, false, true, true, true]);
}

#[test]
fn an_unknown_status_stands_for_a_run_as_long_as_tasks_run() {
    let over = |fields: &str| executions(&format!("[{{{fields}}}]"))[0].is_over();
    assert!(!over(r#""status":"Copying","in_progress":1"#));
    assert!(over(r#""status":"Copying","in_progress":0"#));
    assert!(over(r#""status":"","total":3"#));
    assert!(!over(r#""status":"Pending","in_progress":0"#));
    assert!(over(r#""status":"Failed","in_progress":3,"total":0"#));
}

#[test]
fn the_task_of_the_example_is_read() {
    let rows = tasks(
        r#"[{"id":901,"execution_id":301,"resource_type":"artifact","src_resource":"library/nginx:[1.27]","dst_resource":"library/nginx:[1.27]","operation":"copy","job_id":"6f0c","status":"Succeed","StatusRevision":0,"start_time":"2026-11-20T02:00:01.000Z","end_time":"0001-01-01T00:00:00Z"}]"#,
    );
    let resource = || TaskResource::Text("library/nginx:[1.27]".to_owned());
    let expected = Task {
        id: "901".parse().ok(),
        resource_type: "artifact".to_owned(),
        src_resource: resource(),
        dst_resource: resource(),
        operation: "copy".to_owned(),
        status: "Succeed".to_owned(),
        start_time: moment("2026-11-20T02:00:01Z"),
        end_time: Moment::Never,
    };
    assert_eq!(rows, [expected]);
    assert_eq!(rows[0].known_status(), Some(RunStatus::Succeeded));
}

#[test]
fn a_resource_is_read_from_the_text_that_holds_it() {
    let json = r#"{"type":"artifact","metadata":{"repository":{"name":"library/nginx","metadata":null},
        "artifacts":[{"digest":"sha256:57","tags":["1.27","latest"]},{"tags":null},{"tags":["2",7,null]},null]},
        "registry":{"id":0},"extended_info":{}}"#;
    let expected = TaskResource::Artifacts {
        repository: "library/nginx".to_owned(),
        tags: ["1.27", "latest", "2"].map(str::to_owned).into(),
    };
    assert_eq!(resource(&text_of(json)), expected);
    // As an object of the answer itself.
    assert_eq!(resource(json), expected);
}

#[test]
fn a_resource_without_artifacts_has_no_tags() {
    for artifacts in ["null", "{}", "[]", "[{}]", r#""all""#] {
        let json =
            format!(r#"{{"metadata":{{"repository":{{"name":"a/b"}},"artifacts":{artifacts}}}}}"#);
        let expected = TaskResource::Artifacts {
            repository: "a/b".to_owned(),
            tags: Vec::new(),
        };
        assert_eq!(resource(&text_of(&json)), expected, "{artifacts}");
    }
}

#[test]
fn a_text_that_names_no_repository_is_kept_as_it_is() {
    let deep = "[".repeat(10_000);
    for odd in [
        "",
        "library/nginx:[1.27]",
        "{",
        "null",
        "7",
        "[]",
        "{}",
        r#"{"metadata":7}"#,
        r#"{"metadata":{"repository":{"name":""}}}"#,
        r#"{"metadata":{"repository":{"name":7}}}"#,
        r#"{"metadata":{"repository":"library/nginx"}}"#,
        "<img src=x onerror=alert(1)>",
        &deep,
    ] {
        let kept = TaskResource::Text(odd.to_owned());
        assert_eq!(resource(&text_of(odd)), kept, "{odd:.40}");
    }
    assert_eq!(resource("null"), TaskResource::default());
    assert_eq!(resource("7"), TaskResource::Text("7".to_owned()));
}

#[test]
fn the_subtask_of_the_example_is_read() {
    let page = decoded::<ListSubTasks>(
        r#"{"sub_tasks":[
            {"id":9901,"job_id":"7a1d","namespace":"library","repository":"nginx","tag":"1.27","digest":"sha256:57b6","status":"Failed","status_text":"denied","start_time":"2026-11-20T02:00:01.000Z","end_time":"2026-11-20T02:00:04.000Z"},
            {"id":"9007199254740993","job_id":77,"status":"Success"}],"total":2}"#,
    );
    let expected = SubTask {
        id: "9901".to_owned(),
        job_id: "7a1d".to_owned(),
        namespace: "library".to_owned(),
        repository: "nginx".to_owned(),
        tag: "1.27".to_owned(),
        digest: "sha256:57b6".to_owned(),
        status: "Failed".to_owned(),
        status_text: "denied".to_owned(),
        start_time: moment("2026-11-20T02:00:01Z"),
        end_time: moment("2026-11-20T02:00:04Z"),
    };
    assert_eq!((&page.rows[0], page.total), (&expected, Some(2)));
    let other = &page.rows[1];
    let ids = (&*other.id, &*other.job_id);
    assert_eq!(ids, ("9007199254740993", "77"));
    assert_eq!(other.known_status(), Some(RunStatus::Succeeded));
}

#[test]
fn the_audit_log_of_the_example_is_read() {
    let page = decoded::<ListAuditLogs>(
        r#"{"audit_logs":[{"id":5001,"operation":"pull","resource_type":"artifact","resource":"library/nginx:1.27","username":"robot$sync","op_time":"2026-11-20T02:00:04.000Z"},{"operation":"copy"}],"total":2}"#,
    );
    let [pull, odd] = &page.rows[..] else {
        panic!("{page:?}")
    };
    assert_eq!((&*pull.id, &*pull.username), ("5001", "robot$sync"));
    assert_eq!(pull.op_time, moment("2026-11-20T02:00:04Z"));
    let known = pull.known_operation().map(|operation| operation.name());
    assert_eq!((known, odd.known_operation()), (Some("pull"), None));
}
