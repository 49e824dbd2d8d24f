//! Which reads a write makes old.

use cloud_api::hss::{self, EnterpriseProject, RegistriesToSync, StartImageSync};
use cloud_api::ims::{AddMembers, ListImages, MemberType, Recipient, ShowImage};
use cloud_api::swr::{
    self, AccessLevel, AccessPlace, CreateOrganization, CreateRepository, CreateSyncTask,
    DeleteOrganization, DeleteRepository, DeleteSharedAccount, DeleteTag, Grant, GrantAccess,
    ListOrganizations, ListQuotas, ListRepositories, ListRepositoriesByMarker, ListSharedAccounts,
    ListSyncJobs, ListTags, PageSize, ShowAccess, ShowOrganization, ShowRepository, SyncImages,
    SyncTarget, UpdateRepository, Visibility,
};
use cloud_api::{Collection, Kind, Mutation, Operation, Owner};
use proptest::prelude::*;

use crate::support::{ANNA, BEN, PROJECT, read};

/// Everything that a console may have on screen, by name.
fn on_screen() -> Vec<(&'static str, Option<Collection>)> {
    let tags = |repository: &str| ListTags {
        repository: read(repository),
        offset: 0,
        limit: PageSize::LARGEST,
        order: None,
    };
    let repositories = |organization: Option<&str>| ListRepositories {
        organization: organization.map(read),
        name: None,
        offset: 0,
        limit: PageSize::LARGEST,
        order: None,
    };
    let by_marker = ListRepositoriesByMarker {
        organization: Some(read("acme")),
        marker: None,
        limit: PageSize::LARGEST,
    };
    let show = |repository: &str| ShowRepository {
        repository: read(repository),
    };
    let access = |place| ShowAccess { place };
    let tasks = |repository: &str| swr::ListSyncTasks {
        repository: read(repository),
    };
    let accounts = |repository: &str| ListSharedAccounts {
        repository: read(repository),
    };
    let organizations = ListOrganizations {
        visibility: Visibility::Granted,
        name: None,
    };
    let organization = |name: &str| ShowOrganization {
        organization: read(name),
    };
    let image_syncs = hss::ListSyncTasks::first_page(read(PROJECT), EnterpriseProject::All);
    let quotas = ListQuotas {
        project: read(PROJECT),
    };
    let image = |id: &str| ShowImage { image: read(id) };
    vec![
        ("organizations", organizations.collection()),
        ("acme", organization("acme").collection()),
        ("acme-b", organization("acme-b").collection()),
        ("repositories", repositories(None).collection()),
        ("acme's", repositories(Some("acme")).collection()),
        ("acme's by marker", by_marker.collection()),
        ("acme-b's", repositories(Some("acme-b")).collection()),
        ("shop", show("acme/shop").collection()),
        ("shop-old", show("acme/shop-old").collection()),
        (
            "acme's access",
            access(AccessPlace::Organization(read("acme"))).collection(),
        ),
        (
            "shop's access",
            access(AccessPlace::Repository(read("acme/shop"))).collection(),
        ),
        (
            "shop-old's access",
            access(AccessPlace::Repository(read("acme/shop-old"))).collection(),
        ),
        ("shop's tags", tags("acme/shop").collection()),
        ("shop's accounts", accounts("acme/shop").collection()),
        (
            "shop-old's accounts",
            accounts("acme/shop-old").collection(),
        ),
        ("shop-old's tags", tags("acme/shop-old").collection()),
        ("shop's tasks", tasks("acme/shop").collection()),
        ("shop-old's tasks", tasks("acme/shop-old").collection()),
        (
            "shop's jobs",
            ListSyncJobs::newest(&read("acme/shop")).collection(),
        ),
        ("image syncs", image_syncs.collection()),
        ("quotas", quotas.collection()),
        ("images", ListImages::after(None).collection()),
        ("image a", image("a").collection()),
        ("image b", image("b").collection()),
    ]
}

fn made_old_by(write: impl Into<Mutation>) -> Vec<&'static str> {
    let changed = write.into().changes();
    let touches = |shown: &Collection| changed.iter().any(|changed| changed.touches(shown));
    let mut old = on_screen();
    old.retain(|(_, shown)| shown.as_ref().is_some_and(touches));
    old.into_iter().map(|(name, _)| name).collect()
}

fn target() -> SyncTarget {
    SyncTarget {
        region: read("eu-nl"),
        organization: read("acme-nl"),
    }
}

#[test]
fn a_new_organization_makes_only_itself_and_the_list_of_organizations_old() {
    let create = CreateOrganization {
        organization: read("acme"),
    };
    assert_eq!(made_old_by(create), ["organizations", "acme"]);
}

#[test]
fn what_is_done_in_shop_leaves_shop_old_as_it_is() {
    let delete_tag = DeleteTag {
        repository: read("acme/shop"),
        tag: read("v1"),
    };
    assert_eq!(
        made_old_by(delete_tag),
        [
            "repositories",
            "acme's",
            "acme's by marker",
            "shop",
            "shop's tags"
        ]
    );
    let create_task = CreateSyncTask {
        repository: read("acme/shop"),
        target: target(),
        automatic: true,
        overwrite: false,
    };
    assert_eq!(made_old_by(create_task), ["shop's tasks"]);
    let sync = SyncImages {
        repository: read("acme/shop"),
        tags: vec![read("v1")],
        target: target(),
        overwrite: false,
    };
    assert_eq!(made_old_by(sync), ["shop's jobs"]);
    let stop_sharing = DeleteSharedAccount {
        repository: read("acme/shop"),
        account: read("PARTNER-GMBH"),
    };
    assert_eq!(made_old_by(stop_sharing), ["shop's accounts"]);
}

#[test]
fn a_deleted_repository_makes_everything_in_it_old() {
    let delete = DeleteRepository {
        repository: read("acme/shop"),
    };
    assert_eq!(
        made_old_by(delete),
        [
            "organizations",
            "acme",
            "repositories",
            "acme's",
            "acme's by marker",
            "shop",
            "acme's access",
            "shop's access",
            "shop's tags",
            "shop's accounts",
            "shop's tasks",
            "shop's jobs",
        ]
    );
}

#[test]
fn what_is_made_or_deleted_makes_the_list_that_shows_it_old() {
    let create_organization = CreateOrganization {
        organization: read("acme"),
    };
    let delete_organization = DeleteOrganization {
        organization: read("acme"),
    };
    for write in [
        Mutation::from(create_organization),
        delete_organization.into(),
    ] {
        assert!(made_old_by(write).contains(&"organizations"));
    }
    let create = CreateRepository {
        repository: read("acme/new"),
        is_public: false,
        category: None,
        description: String::new(),
    };
    let delete = DeleteRepository {
        repository: read("acme/shop"),
    };
    for write in [Mutation::from(create), delete.into()] {
        let old = made_old_by(write);
        assert!(old.contains(&"repositories") && old.contains(&"acme's"));
        assert!(!old.contains(&"acme-b's"));
    }
}

#[test]
fn another_visibility_makes_the_repository_and_the_lists_of_repositories_old() {
    let update = UpdateRepository {
        repository: read("acme/shop"),
        is_public: true,
        category: String::new(),
        description: String::new(),
    };
    assert_eq!(
        made_old_by(update),
        ["repositories", "acme's", "acme's by marker", "shop"]
    );
}

#[test]
fn a_grant_makes_the_access_lists_old_that_show_it() {
    let grant = |place| GrantAccess {
        place,
        grants: vec![Grant::new(read(BEN), None, AccessLevel::Read)],
    };
    assert_eq!(
        made_old_by(grant(AccessPlace::Repository(read("acme/shop")))),
        ["acme's access", "shop's access"]
    );
    assert_eq!(
        made_old_by(grant(AccessPlace::Organization(read("acme")))),
        [
            "organizations",
            "acme",
            "acme's access",
            "shop's access",
            "shop-old's access",
        ]
    );
}

#[test]
fn a_deleted_organization_makes_its_access_list_old_too() {
    let delete = DeleteOrganization {
        organization: read("acme-b"),
    };
    assert_eq!(made_old_by(delete), ["organizations", "acme-b"]);
    let delete = DeleteOrganization {
        organization: read("acme"),
    };
    assert!(made_old_by(delete).contains(&"acme's access"));
}

#[test]
fn a_started_image_sync_makes_the_list_of_its_own_project_old() {
    let start = |project: &str| StartImageSync {
        project: read(project),
        region: read("eu-de"),
        enterprise_project: EnterpriseProject::Default,
        registries: RegistriesToSync::All,
    };
    assert_eq!(made_old_by(start(PROJECT)), ["image syncs"]);
    assert_eq!(made_old_by(start(ANNA)), Vec::<&str>::new());
}

#[test]
fn a_shared_image_is_of_another_type_on_its_page_and_in_the_list() {
    let share = AddMembers {
        images: vec![read("a")],
        recipients: vec![Recipient::typed(MemberType::Project, ANNA).unwrap()],
    };
    assert_eq!(made_old_by(share), ["images", "image a"]);
}

fn owner() -> impl Strategy<Value = Owner> {
    prop_oneof![
        Just(Owner::Account),
        "[ab]{1,2}".prop_map(|name| Owner::Organization(read(&name))),
        "[ab]{1,2}/[ab]{1,2}".prop_map(|path| Owner::Repository(read(&path))),
        prop::sample::select(vec![ANNA, BEN]).prop_map(|id| Owner::Project(read(id))),
    ]
}

proptest! {
    #[test]
    fn touching_is_mutual_and_never_across_kinds(one in owner(), other in owner()) {
        let of = |kind, of: &Owner| Collection::new(kind, of.clone());
        let (first, second) = (of(Kind::Tag, &one), of(Kind::Tag, &other));
        prop_assert!(first.touches(&first));
        prop_assert_eq!(first.touches(&second), second.touches(&first));
        prop_assert!(!first.touches(&of(Kind::Grant, &one)));
    }

    #[test]
    fn two_repositories_never_hold_each_other(one in "[ab]{1,3}", other in "[ab]{1,3}") {
        let of = |name: &str| Owner::Repository(read(&format!("acme/{name}")));
        prop_assert_eq!(of(&one).holds(&of(&other)), one == other);
    }
}
