//! "Copy as KooCLI": what a shell makes of the line.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use cloud_api::clipboard::koocli;
use cloud_api::hss::{EnterpriseProject, RegistriesToSync, StartImageSync};
use cloud_api::swr::{
    AccessLevel, AccessPlace, CreateOrganization, CreateRepository, DeleteOrganization, Grant,
    GrantAccess, ListOrganizations, ListRepositories, PageSize, RemoveAccess, ShowRepository,
    UpdateRepository, Visibility,
};
use cloud_api::{Mutation, Operation, RegionId, Request, is_unseen};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{BEN, PROJECT, read, sent};

fn line(request: &Request) -> Option<String> {
    koocli::command(request, &read("eu-de"))
}

/// What `hcloud` gets when `sh` runs the line in an empty folder: its arguments, and the JSON input.
fn run(line: &str, folder: &str) -> (Vec<String>, Value) {
    let folder: PathBuf = [env!("CARGO_TARGET_TMPDIR"), folder].iter().collect();
    if let Err(error) = fs::create_dir_all(&folder) {
        panic!("{error}");
    }
    let script = format!("hcloud() {{ printf '%s\\0' \"$@\"; }}\n{line}\n");
    let output = Command::new("sh")
        .args(["-c", &script])
        .current_dir(&folder)
        .output();
    let output = match output {
        Ok(output) => output,
        Err(error) => panic!("sh did not start: {error}"),
    };
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(complaint.is_empty(), "{complaint}");
    let printed = String::from_utf8_lossy(&output.stdout);
    let arguments: Vec<String> = printed.split_terminator('\0').map(str::to_owned).collect();
    let file = arguments
        .last()
        .and_then(|last| last.strip_prefix("--cli-jsonInput="));
    let input = match file.map(|file| fs::read(folder.join(file))) {
        Some(Ok(bytes)) => serde_json::from_slice(&bytes).unwrap_or(json!("no JSON")),
        Some(Err(error)) => panic!("{error}"),
        None => Value::Null,
    };
    (arguments, input)
}

fn create_repository(description: &str) -> Request {
    sent(&Mutation::CreateRepository(CreateRepository {
        repository: read("acme-web/shop/api"),
        is_public: false,
        category: None,
        description: description.to_owned(),
    }))
}

fn show_repository() -> Request {
    ShowRepository {
        repository: read("acme-web/shop/api"),
    }
    .request()
}

fn list_named(name: &str) -> Request {
    ListRepositories {
        organization: None,
        name: Some(name.to_owned()),
        offset: 0,
        limit: PageSize::LARGEST,
        order: None,
    }
    .request()
}

#[test]
fn plain_parameters_stand_in_the_line() {
    let organization = read("acme-web");
    let delete = Mutation::DeleteOrganization(DeleteOrganization { organization });
    assert_eq!(
        line(&sent(&delete)).as_deref(),
        Some("hcloud SWR DeleteNamespaces --cli-region=eu-de --namespace=acme-web")
    );
}

#[test]
fn a_body_is_written_to_a_file_first() {
    let organization = read("acme-web");
    let create = Mutation::CreateOrganization(CreateOrganization { organization });
    assert_eq!(
        line(&sent(&create)).as_deref(),
        Some(
            "printf '%s' '{\"body\":{\"namespace\":\"acme-web\"}}' > SWR_CreateNamespace.json && \
             hcloud SWR CreateNamespace --cli-region=eu-de \
             --cli-jsonInput=SWR_CreateNamespace.json"
        )
    );
}

#[test]
fn the_slash_of_a_repository_in_a_path_is_the_dollar_of_the_api() {
    let line = line(&show_repository()).unwrap_or_default();
    let (arguments, input) = run(&line, "dollar");
    assert_eq!(
        arguments,
        [
            "SWR",
            "ShowRepository",
            "--cli-region=eu-de",
            "--cli-jsonInput=SWR_ShowRepository.json",
        ]
    );
    assert_eq!(
        input,
        json!({ "path": { "namespace": "acme-web", "repository": "shop$api" } })
    );
}

#[test]
fn the_json_input_holds_each_parameter_at_its_place() {
    let request = create_repository("text");
    let (_, input) = run(&line(&request).unwrap_or_default(), "places");
    assert_eq!(
        input,
        json!({
            "path": { "namespace": "acme-web" },
            "body": { "repository": "shop/api", "is_public": false, "description": "text" },
        })
    );
}

#[test]
fn a_query_that_is_not_plain_goes_into_the_json_input() {
    let request = ListOrganizations {
        visibility: Visibility::Visible,
        name: None,
    }
    .request();
    let (arguments, input) = run(&line(&request).unwrap_or_default(), "query");
    assert_eq!(arguments.len(), 4);
    assert_eq!(input, json!({ "query": { "filter": "mode::visible" } }));
}

#[test]
fn an_array_is_the_body_of_grants_and_of_cancellations() {
    let grant = Grant::new(read(BEN), Some("ben"), AccessLevel::Edit);
    let add = Mutation::GrantAccess(GrantAccess {
        place: AccessPlace::Organization(read("acme-web")),
        grants: vec![grant],
    });
    let cancel = Mutation::RemoveAccess(RemoveAccess {
        place: AccessPlace::Repository(read("acme-web/shop/api")),
        users: vec![read(BEN)],
    });
    let bodies = [add, cancel].map(|mutation| {
        let line = line(&sent(&mutation)).unwrap_or_default();
        run(&line, "arrays").1["body"].clone()
    });
    let granted = json!([{ "user_id": BEN, "user_name": "ben", "auth": 3 }]);
    assert_eq!(bodies, [granted, json!([BEN])]);
}

#[test]
fn starting_an_image_sync_gives_its_region_as_a_header() {
    let start = Mutation::StartImageSync(StartImageSync {
        project: read(PROJECT),
        region: read("eu-nl"),
        enterprise_project: EnterpriseProject::All,
        registries: RegistriesToSync::All,
    });
    let line = line(&sent(&start)).unwrap_or_default();
    let (arguments, input) = run(&line, "start");
    assert_eq!(
        arguments,
        [
            "HSS",
            "CreateImageSynchronizeTask",
            "--cli-region=eu-de",
            "--cli-jsonInput=HSS_CreateImageSynchronizeTask.json",
        ]
    );
    assert_eq!(
        input,
        json!({
            "header": { "region": "eu-nl" },
            "path": { "project_id": PROJECT },
            "query": { "enterprise_project_id": "all_granted_eps" },
            "body": { "sync_all_registries": true },
        })
    );
}

#[test]
fn a_body_that_is_no_text_is_not_offered() {
    let organization = read("acme-web");
    let create = Mutation::CreateOrganization(CreateOrganization { organization });
    let mut request = sent(&create);
    request.body = vec![0xff];
    assert_eq!(line(&request), None);
}

#[test]
fn a_control_character_that_json_leaves_as_it_is_is_not_offered() {
    for description in ["\u{7f}", "\u{85}", "\u{9b}31m"] {
        assert_eq!(line(&create_repository(description)), None);
    }
}

#[test]
fn a_line_that_would_look_like_another_is_not_offered() {
    for description in [
        "a\u{202e}b",
        "\u{2028}",
        "\u{2029}",
        "\u{200b}",
        "\u{3164}",
        "\u{2800}",
    ] {
        assert_eq!(
            line(&create_repository(description)),
            None,
            "{description:?}"
        );
    }
}

#[test]
fn a_line_break_in_a_description_stays_one_line() {
    let line = line(&create_repository("one\ntwo")).unwrap_or_default();
    assert_eq!(line.lines().count(), 1);
    assert_eq!(run(&line, "break").1["body"]["description"], "one\ntwo");
}

#[test]
fn hostile_descriptions_reach_hcloud_unchanged() {
    for description in ["'; rm -rf ~ #", "$(id)", "`id`", "\\", "%s%n", "''", "-o"] {
        let update = Mutation::UpdateRepository(UpdateRepository {
            repository: read("acme-web/shop/api"),
            is_public: false,
            category: String::new(),
            description: description.to_owned(),
        });
        let line = line(&sent(&update)).unwrap_or_default();
        assert_eq!(run(&line, "hostile").1["body"]["description"], description);
    }
}

#[test]
fn a_region_that_cannot_stand_in_a_line_as_it_is_has_none() {
    let request = list_named("api");
    for region in ["Mars 1", "eu;id", "`id`", "eu'de"] {
        let region = RegionId::listed(region).unwrap();
        assert_eq!(koocli::command(&request, &region), None, "{region}");
    }
    let region = RegionId::listed("RegionOne").unwrap();
    assert!(koocli::command(&request, &region).is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_line_gives_hcloud_exactly_its_input(
        description in "[^\\pC]{0,40}|['\"$`\\\\! *~#;&|<>()%-]{0,20}"
            .prop_filter("nothing is hidden", |text| !text.chars().any(is_unseen)),
    ) {
        let Some(line) = line(&create_repository(&description)) else {
            return Err(TestCaseError::fail("not offered"));
        };
        let (arguments, input) = run(&line, "description");
        let expected = ["SWR", "CreateRepo", "--cli-region=eu-de", "--cli-jsonInput=SWR_CreateRepo.json"];
        prop_assert_eq!(arguments, expected);
        prop_assert_eq!(input["body"]["description"].as_str(), Some(&*description));
    }

    #[test]
    fn every_search_text_gives_hcloud_exactly_its_parameter(name in any::<String>()) {
        let request = list_named(&name);
        let offered = line(&request);
        let clean = !serde_json::to_string(&name).unwrap_or_default().chars().any(is_unseen);
        prop_assert_eq!(offered.is_some(), clean);
        let (arguments, input) = run(&offered.unwrap_or_default(), "search");
        let plain = arguments.iter().find_map(|argument| argument.strip_prefix("--name="));
        let given = plain.or(input["query"]["name"].as_str());
        prop_assert_eq!(given, clean.then_some(&*name));
    }
}
