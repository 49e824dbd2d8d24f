//! Terraform on Open Telekom Cloud: other resources, and none where the provider has none.

use cloud_api::clipboard::terraform::{Provider, Resource, Standing, all, blocks};
use cloud_api::swr::{AccessPlace, AccessRow};
use cloud_api::{OrganizationName, RepositoryPath};

use crate::support::{BEN, CARLA};

fn otc(resource: &Resource, standing: Standing) -> Option<String> {
    blocks(resource, standing, Provider::OpenTelekomCloud)
}

fn organization(name: &str) -> OrganizationName {
    name.parse().unwrap()
}

fn repository(name: &str) -> RepositoryPath {
    RepositoryPath::new(organization("acme-web"), name.parse().unwrap())
}

fn described(name: &str) -> Resource {
    Resource::Repository {
        repository: repository(name),
        is_public: false,
        category: "linux".to_owned(),
        description: String::new(),
    }
}

fn user(id: &str, name: &str, auth: i64) -> AccessRow {
    AccessRow {
        user_id: id.to_owned(),
        user_name: name.to_owned(),
        auth: Some(auth),
    }
}

#[test]
fn organizations_and_repositories_are_imported_by_their_names() {
    let itself = Resource::Organization {
        organization: organization("acme-web"),
    };
    let expected = "import {\n  to = opentelekomcloud_swr_organization_v2.acme-web\n  id = \"acme-web\"\n}\n\n\
                    resource \"opentelekomcloud_swr_organization_v2\" \"acme-web\" {\n  name = \"acme-web\"\n}\n";
    assert_eq!(otc(&itself, Standing::Existing).as_deref(), Some(expected));
    let expected = "import {\n  to = opentelekomcloud_swr_repository_v2.acme-web_shop\n  id = \"acme-web/shop\"\n}\n\n\
                    resource \"opentelekomcloud_swr_repository_v2\" \"acme-web_shop\" {\n  \
                    organization = \"acme-web\"\n  name         = \"shop\"\n  is_public    = false\n  \
                    category     = \"linux\"\n}\n";
    let shop = otc(&described("shop"), Standing::Existing);
    assert_eq!(shop.as_deref(), Some(expected));
}

#[test]
fn a_name_with_a_slash_cannot_be_imported_and_can_be_made() {
    assert_eq!(otc(&described("shop/api"), Standing::Existing), None);
    let made = otc(&described("shop/api"), Standing::New).unwrap();
    assert!(made.contains("name         = \"shop/api\""), "{made}");
    let written = all(
        [described("shop/api"), described("shop")],
        Provider::OpenTelekomCloud,
    );
    assert_eq!(written.left_out, 1);
}

#[test]
fn each_user_of_an_organization_is_a_resource_with_the_number_of_the_level() {
    let permissions = |users| Resource::Permissions {
        place: AccessPlace::Organization(organization("acme-web")),
        users,
    };
    let both = permissions(vec![user(BEN, "ben", 3), user(CARLA, "carla", 7)]);
    let made = otc(&both, Standing::New).unwrap();
    let kind = "resource \"opentelekomcloud_swr_organization_permissions_v2\"";
    assert_eq!(made.matches(kind).count(), 2, "{made}");
    assert!(made.contains(&format!(
        "user_id      = \"{BEN}\"\n  username     = \"ben\"\n  auth         = 3"
    )));
    // The provider imports none, and wants every name.
    assert_eq!(otc(&both, Standing::Existing), None);
    assert_eq!(
        otc(&permissions(vec![user(BEN, "", 3)]), Standing::New),
        None
    );
    assert_eq!(otc(&permissions(Vec::new()), Standing::New), None);
}

#[test]
fn shares_have_resources_of_other_names() {
    let image = "0f2a9d6e-1b1c-4f5e-9a51-6c0f5a3b7d21".parse().unwrap();
    let projects = vec!["7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80".parse().unwrap()];
    let share = Resource::ImageShare { image, projects };
    let made = otc(&share, Standing::New).unwrap();
    assert!(
        made.contains("resource \"opentelekomcloud_ims_image_share_v1\""),
        "{made}"
    );
    let image = "0f2a9d6e-1b1c-4f5e-9a51-6c0f5a3b7d21".parse().unwrap();
    let accepted = Resource::ImageShareAccepter { image, vault: None };
    let made = otc(&accepted, Standing::New).unwrap();
    assert!(
        made.contains("resource \"opentelekomcloud_ims_image_share_accept_v1\""),
        "{made}"
    );
    let account = Resource::SharedAccount {
        repository: repository("shop"),
        account: "PARTNER-GMBH".parse().unwrap(),
        deadline: "forever".to_owned(),
        description: String::new(),
    };
    let made = otc(&account, Standing::New).unwrap();
    assert!(
        made.contains("resource \"opentelekomcloud_swr_domain_v2\""),
        "{made}"
    );
    assert!(made.contains("permission    = \"read\""), "{made}");
    for resource in [share, accepted, account] {
        assert_eq!(otc(&resource, Standing::Existing), None, "{resource:?}");
    }
}

#[test]
fn what_the_provider_lacks_is_never_written_as_another_one_would() {
    let place = AccessPlace::Repository(repository("shop"));
    let users = vec![user(BEN, "ben", 1)];
    let permissions = Resource::Permissions { place, users };
    let sync = Resource::SyncTask {
        repository: repository("shop"),
        target: cloud_api::swr::SyncTarget {
            region: "eu-nl".parse().unwrap(),
            organization: organization("acme-web-nl"),
        },
        overwrite: true,
    };
    for resource in [&permissions, &sync] {
        for standing in [Standing::New, Standing::Existing] {
            assert_eq!(otc(resource, standing), None, "{resource:?}");
        }
    }
}

#[test]
fn for_a_cloud_without_a_provider_nothing_is_written() {
    for standing in [Standing::New, Standing::Existing] {
        assert_eq!(
            blocks(&described("shop"), standing, Provider::Unknown),
            None
        );
    }
    assert_eq!(all([described("shop")], Provider::Unknown).left_out, 1);
}
