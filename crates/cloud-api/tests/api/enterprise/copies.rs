//! "Copy as" of writes over target registries and policies: whole, and without the secret.

use std::process::Command;

use cloud_api::clipboard::{curl, koocli, power_shell};
use cloud_api::{Before, Mutation, Secret};
use sample_writes::{
    INSTANCE, create_policy, create_registry, delete_policy, delete_registry, disable_policy, each,
    start_execution, stop_execution, update_registry,
};
use serde_json::Value;

use crate::support::{read, sent};

const ORIGIN: &str = "https://console.example.com";
const SECRET: &str = "s$(id)`id`'x";

/// What a shell writes to its standard output when it runs this.
fn run(script: &str) -> String {
    let output = Command::new("sh")
        .args(["-c", script])
        .env("SECRET", SECRET)
        .env("TOKEN", "t")
        .output()
        .unwrap();
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn hostile() -> Mutation {
    let Mutation::CreateRegistry(mut create) = create_registry() else {
        panic!("no registry");
    };
    create.settings.description = r#"$SECRET"' "access_secret":"" $(id)"#.to_owned();
    create.into()
}

#[test]
fn curl_takes_the_secret_from_the_environment() {
    for mutation in [create_registry(), update_registry(), hostile()] {
        let request = sent(&mutation);
        let line = curl::command(&request, ORIGIN).unwrap();
        assert_eq!(
            line.matches("\"$SECRET\"").count() - mentions(&request),
            1,
            "{line}"
        );
        let script = format!("curl() {{ for last; do :; done; printf '%s' \"$last\"; }}\n{line}\n");
        let body: Value = serde_json::from_str(&run(&script)).unwrap();
        let whole = request.with_secret(&Secret::new(SECRET));
        assert_eq!(body, serde_json::from_slice::<Value>(&whole.body).unwrap());
    }
}

/// How often a description has what looks like the place of the secret.
fn mentions(request: &cloud_api::Request) -> usize {
    let body = String::from_utf8_lossy(&request.body);
    body.matches("\"$SECRET\"").count()
}

#[test]
fn koocli_takes_the_secret_from_the_environment() {
    for mutation in [create_registry(), update_registry(), hostile()] {
        let request = sent(&mutation);
        let line = koocli::command(&request, &read("eu-de")).unwrap();
        let (write, _) = line.split_once(" > ").unwrap();
        let input: Value = serde_json::from_str(&run(write)).unwrap();
        let whole = request.with_secret(&Secret::new(SECRET));
        let body: Value = serde_json::from_slice(&whole.body).unwrap();
        assert_eq!(input["body"], body);
        assert_eq!(input["path"]["instance_id"], INSTANCE);
    }
}

#[test]
fn power_shell_takes_the_secret_from_the_environment() {
    let line = power_shell::command(&sent(&create_registry()), ORIGIN).unwrap();
    let joined = r#""access_secret":"' + $env:SECRET + '","type":"basic"}"#;
    assert!(line.starts_with("('{\"") && line.contains(joined), "{line}");
    let line = power_shell::command(&sent(&create_policy()), ORIGIN).unwrap();
    assert!(!line.contains("SECRET"), "{line}");
}

#[test]
fn koocli_calls_every_write_by_the_name_of_the_api() {
    let names: Vec<String> = each()
        .iter()
        .map(sent)
        .filter(|request| request.service() == cloud_api::Service::Enterprise)
        .map(|request| {
            let line = koocli::command(&request, &read("eu-de")).unwrap();
            let (_, rest) = line.split_once("hcloud SWR ").unwrap();
            rest.split(' ').next().unwrap().to_owned()
        })
        .collect();
    assert_eq!(
        names,
        [
            "CreateInstanceRegistry",
            "UpdateInstanceRegistry",
            "DeleteInstanceRegistry",
            "CreateInstanceReplicationPolicy",
            "UpdateInstanceReplicationPolicy",
            "DeleteInstanceReplicationPolicy",
            "ExecuteInstanceReplicationPolicy",
            "StopInstanceReplicationPolicyExecution",
        ]
    );
}

fn written(mutation: &Mutation) -> Option<String> {
    crate::huawei::change(mutation, &Before::Nothing)
}

#[test]
fn terraform_makes_a_registry_with_a_variable_for_its_secret() {
    let expected = format!(
        r#"resource "huaweicloud_swr_enterprise_instance_registry" "_{INSTANCE}_old-harbor" {{
  instance_id = "{INSTANCE}"
  name        = "old-harbor"
  type        = "swr-pro"
  url         = "https://harbor.acme.example"
  insecure    = false

  credential {{
    type          = "basic"
    access_key    = "robot$sync"
    access_secret = var.access_secret
  }}

  dns_conf {{
    hosts = {{
      "harbor.acme.example" = "10.0.1.20"
    }}
  }}
}}
"#
    );
    assert_eq!(written(&create_registry()), Some(expected));
}

#[test]
fn terraform_imports_what_is_changed_by_instance_and_id() {
    let text = written(&update_registry()).unwrap();
    let import = format!("id = \"{INSTANCE}/11\"");
    assert!(
        text.starts_with("import {") && text.contains(&import),
        "{text}"
    );
    let text = written(&disable_policy()).unwrap();
    let import = format!("id = \"{INSTANCE}/21\"");
    assert!(
        text.starts_with("import {") && text.contains(&import),
        "{text}"
    );
}

#[test]
fn terraform_makes_a_policy_with_its_filters_and_schedule() {
    let expected = format!(
        r#"resource "huaweicloud_swr_enterprise_replication_policy" "_{INSTANCE}_to-nl" {{
  instance_id     = "{INSTANCE}"
  name            = "to-nl"
  repo_scope_mode = "regular"
  override        = true
  enabled         = true
  dest_namespace  = "library"

  dest_registry {{
    id = 12
  }}

  filters {{
    type  = "name"
    value = "library/**"
  }}

  filters {{
    type  = "tag"
    value = "v*"
  }}

  trigger {{
    type = "scheduled"

    trigger_settings {{
      cron = "0 0 2 * * ?"
    }}
  }}
}}
"#
    );
    assert_eq!(written(&create_policy()), Some(expected));
}

#[test]
fn terraform_runs_and_stops_executions() {
    let text = written(&start_execution()).unwrap();
    assert!(text.contains("_replication_policy_execute\"") && text.contains("policy_id   = 21"));
    let text = written(&stop_execution()).unwrap();
    assert!(text.contains("_execution_stop\"") && text.contains("execution_id = 301"));
}

#[test]
fn what_is_deleted_leaves_nothing_to_describe() {
    assert_eq!(written(&delete_registry()), None);
    assert_eq!(written(&delete_policy()), None);
}
