//! "Copy as Terraform": blocks as the provider's pages want them, and strings that stay strings.

use cloud_api::clipboard::terraform::{Resource, Standing};
use cloud_api::swr::{AccessPlace, AccessRow, SyncTarget, SyncTask};
use cloud_api::{OrganizationName, RepositoryPath, is_unseen};
use proptest::prelude::*;

use crate::huawei::{all, blocks};
use crate::support::{ANNA, BEN, CARLA, read};

fn row(user: &str, name: &str, auth: i64) -> AccessRow {
    AccessRow {
        user_id: user.to_owned(),
        user_name: name.to_owned(),
        auth: Some(auth),
    }
}

fn repository(description: &str) -> Resource {
    Resource::Repository {
        repository: read("acme-web/shop/api"),
        is_public: true,
        category: "linux".to_owned(),
        description: description.to_owned(),
    }
}

fn permissions(users: Vec<AccessRow>) -> Resource {
    Resource::Permissions {
        place: AccessPlace::Repository(read("acme-web/busybox")),
        users,
    }
}

#[test]
fn an_organization_that_is_there_is_imported_by_its_name() {
    let resource = Resource::Organization {
        organization: read("acme.web"),
    };
    let expected = r#"import {
  to = huaweicloud_swr_organization.acme_web
  id = "acme.web"
}

resource "huaweicloud_swr_organization" "acme_web" {
  name = "acme.web"
}
"#;
    assert_eq!(
        blocks(&resource, Standing::Existing).as_deref(),
        Some(expected)
    );
}

#[test]
fn a_repository_with_a_slash_is_imported_with_a_comma() {
    let expected = r#"import {
  to = huaweicloud_swr_repository.acme-web_shop_api
  id = "acme-web,shop/api"
}

resource "huaweicloud_swr_repository" "acme-web_shop_api" {
  organization = "acme-web"
  name         = "shop/api"
  is_public    = true
  category     = "linux"
  description  = "API of the shop"
}
"#;
    let resource = repository("API of the shop");
    assert_eq!(
        blocks(&resource, Standing::Existing).as_deref(),
        Some(expected)
    );
}

#[test]
fn permissions_name_every_user_with_the_words_of_the_provider() {
    let users = vec![row(ANNA, "anna", 7), row(BEN, "ben", 3), row(CARLA, "", 1)];
    let expected = format!(
        r#"import {{
  to = huaweicloud_swr_image_permissions.acme-web_busybox
  id = "acme-web/busybox"
}}

resource "huaweicloud_swr_image_permissions" "acme-web_busybox" {{
  organization = "acme-web"
  repository   = "busybox"

  users {{
    user_name  = "anna"
    user_id    = "{ANNA}"
    permission = "Manage"
  }}

  users {{
    user_name  = "ben"
    user_id    = "{BEN}"
    permission = "Write"
  }}

  users {{
    user_id    = "{CARLA}"
    permission = "Read"
  }}
}}
"#
    );
    assert_eq!(
        blocks(&permissions(users), Standing::Existing),
        Some(expected)
    );
}

#[test]
fn a_sync_task_is_imported_by_its_four_parts() {
    let resource = Resource::SyncTask {
        repository: read("acme-web/shop/api"),
        target: SyncTarget {
            region: read("eu-nl"),
            organization: read("acme-web-nl"),
        },
        overwrite: false,
    };
    let expected = r#"import {
  to = huaweicloud_swr_image_auto_sync.acme-web_shop_api_eu-nl_acme-web-nl
  id = "acme-web,shop/api,eu-nl,acme-web-nl"
}

resource "huaweicloud_swr_image_auto_sync" "acme-web_shop_api_eu-nl_acme-web-nl" {
  organization        = "acme-web"
  repository          = "shop/api"
  target_region       = "eu-nl"
  target_organization = "acme-web-nl"
  override            = false
}
"#;
    assert_eq!(
        blocks(&resource, Standing::Existing).as_deref(),
        Some(expected)
    );
}

#[test]
fn only_an_automatic_task_with_all_that_a_block_needs_is_described() {
    let described = |automatic, overwrite, region: &str| {
        let task = SyncTask {
            target_region: region.to_owned(),
            target_organization: "acme-web-nl".to_owned(),
            automatic,
            overwrite,
            ..SyncTask::default()
        };
        Resource::sync_task(&read("acme-web/shop/api"), &task).is_some()
    };
    assert!(described(Some(true), Some(false), "eu-nl"));
    assert!(!described(Some(false), Some(false), "eu-nl"));
    assert!(!described(None, Some(false), "eu-nl"));
    assert!(!described(Some(true), None, "eu-nl"));
    assert!(!described(Some(true), Some(false), ""));
}

#[test]
fn what_terraform_makes_is_not_imported() {
    let made = blocks(&repository(""), Standing::New).unwrap_or_default();
    assert!(made.starts_with("resource "), "{made}");
}

#[test]
fn an_empty_category_or_description_is_not_written() {
    let resource = Resource::Repository {
        repository: read("a/b"),
        is_public: false,
        category: String::new(),
        description: String::new(),
    };
    let expected = "resource \"huaweicloud_swr_repository\" \"a_b\" {\n  organization = \"a\"\n  \
                    name         = \"b\"\n  is_public    = false\n}\n";
    assert_eq!(blocks(&resource, Standing::New).as_deref(), Some(expected));
}

#[test]
fn two_names_that_become_the_same_label_get_two_addresses() {
    let of = |name: &str| Resource::Repository {
        repository: RepositoryPath::new(read("acme-web"), read(name)),
        is_public: false,
        category: String::new(),
        description: String::new(),
    };
    let organization = Resource::Organization {
        organization: read("acme-web_shop_api"),
    };
    let names = ["shop/api", "shop_api", "shop.api", "shop_api_2"];
    let resources = names.map(of).into_iter().chain([organization]);
    let written = all(resources);
    let addresses: Vec<&str> = written
        .text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("to = huaweicloud_swr_"))
        .collect();
    assert_eq!(
        addresses,
        [
            "repository.acme-web_shop_api",
            "repository.acme-web_shop_api_2",
            "repository.acme-web_shop_api_3",
            "repository.acme-web_shop_api_2_2",
            "organization.acme-web_shop_api",
        ]
    );
    for address in addresses {
        let (kind, label) = address.split_once('.').unwrap();
        let resource = format!("resource \"huaweicloud_swr_{kind}\" \"{label}\" {{");
        assert_eq!(written.text.matches(&resource).count(), 1);
    }
    assert_eq!(written.left_out, 0);
}

#[test]
fn what_terraform_cannot_say_is_counted_and_the_rest_is_written() {
    let written = all([repository("a\u{7}b"), repository("text")]);
    assert_eq!(written.left_out, 1);
    assert_eq!(written.text.matches("import {").count(), 1);
}

#[test]
fn a_level_or_id_that_the_provider_does_not_know_is_not_offered() {
    for unknown in [row(BEN, "ben", 5), row("../x", "ben", 3), row("", "ben", 3)] {
        let resource = permissions(vec![row(ANNA, "anna", 7), unknown]);
        assert_eq!(blocks(&resource, Standing::Existing), None);
    }
}

#[test]
fn permissions_of_nobody_are_not_offered() {
    assert_eq!(blocks(&permissions(Vec::new()), Standing::Existing), None);
}

#[test]
fn the_callers_own_permission_on_an_organization_is_left_out() {
    let grants = [row(ANNA, "anna", 7), row(BEN, "ben", 3)];
    let written = |place| {
        let resource = Resource::permissions(&place, &grants, &read(ANNA));
        let written = blocks(&resource, Standing::Existing).unwrap_or_default();
        (written.contains(ANNA), written.contains(BEN))
    };
    let organization = AccessPlace::Organization(read("acme-web"));
    assert_eq!(written(organization), (false, true));
    let repository = AccessPlace::Repository(read("acme-web/busybox"));
    assert_eq!(written(repository), (true, true));
}

/// The description in a block, read by the rules of the language: `None` when it would be evaluated
/// or ends early.
fn description(block: &str) -> Option<String> {
    let (_, rest) = block.split_once("\n  description  = \"")?;
    let mut text = String::new();
    let mut rest = rest;
    loop {
        let mut characters = rest.chars();
        let character = characters.next()?;
        let next = characters.clone().next();
        rest = characters.as_str();
        match (character, next) {
            ('"', Some('\n')) if rest == "\n}\n" => return Some(text),
            ('"' | '\n', _) => return None,
            ('\\', Some(escaped)) => {
                rest = characters.as_str().strip_prefix(escaped)?;
                text.push(match escaped {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    '"' | '\\' => escaped,
                    _ => return None,
                });
            }
            // `${` begins what is evaluated; `$${` stands for it.
            ('$' | '%', Some('{')) => return None,
            ('$' | '%', Some(second)) if second == character && rest[1..].starts_with('{') => {
                text.push(character);
                text.push('{');
                rest = &rest[2..];
            }
            _ => text.push(character),
        }
    }
}

#[test]
fn hostile_descriptions_stay_text() {
    for text in [
        "\"\n}\nresource \"null_resource\" \"x\" {",
        "${file(\"/etc/passwd\")}",
        "%{ if true }x%{ endif }",
        "$${x}",
        "$$${x}",
        "%${x}$%{y}",
        "\\${x}",
        "\\",
        "$",
        "{",
        "# comment",
        "one\r\n\ttwo",
    ] {
        let block = blocks(&repository(text), Standing::New).unwrap_or_default();
        assert_eq!(description(&block).as_deref(), Some(text), "{block}");
    }
}

#[test]
fn a_name_of_a_user_stays_text() {
    let users = vec![row(BEN, "${x}\"", 1)];
    let block = blocks(&permissions(users), Standing::New).unwrap_or_default();
    assert!(block.contains(r#"user_name  = "$${x}\"""#), "{block}");
}

#[test]
fn control_characters_other_than_tab_and_line_break_are_not_offered() {
    for text in ["\u{0}", "\u{1b}[2J", "\u{7f}", "\u{85}", "\u{9b}"] {
        assert_eq!(blocks(&repository(text), Standing::New), None, "{text:?}");
    }
}

#[test]
fn a_block_that_would_look_like_another_is_not_offered() {
    for text in [
        "a\u{202e}b",
        "\u{2028}",
        "\u{2029}",
        "\u{200b}",
        "\u{3164}",
        "\u{2800}",
    ] {
        assert_eq!(blocks(&repository(text), Standing::New), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn every_description_that_is_offered_reads_back_the_same(
        text in prop_oneof![any::<String>(), "[\\\\\"$%{}a\n\t\r ]{0,12}"]
            .prop_filter("an empty one is not written", |text| !text.is_empty()),
    ) {
        let is_refused = |character: char| is_unseen(character) && !"\n\r\t".contains(character);
        let block = blocks(&repository(&text), Standing::New);
        prop_assert_eq!(block.is_none(), text.chars().any(is_refused));
        if let Some(block) = block {
            prop_assert_eq!(description(&block), Some(text));
        }
    }
}

#[test]
fn names_of_older_forms_get_labels_that_terraform_takes_and_ids_that_it_can_part() {
    let organization = |name: &str| Resource::Organization {
        organization: OrganizationName::listed(name).unwrap(),
    };
    let written = |name: &str| blocks(&organization(name), Standing::Existing);
    for (name, label) in [("9lives", "_9lives"), ("-x", "_-x"), ("A b", "A_b")] {
        let block = format!("resource \"huaweicloud_swr_organization\" \"{label}\" {{");
        assert!(written(name).unwrap().contains(&block), "{name}");
    }
    assert_eq!(written("a,b"), None);
}
