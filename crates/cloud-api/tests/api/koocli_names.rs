//! "Copy as KooCLI": the API's own names of operations.

use cloud_api::clipboard::koocli;
use cloud_api::hss::{
    EnterpriseProject, ListRegistries, ListSyncTasks, ListTaskRegistries, Paging,
    ShowRegistryStatistics,
};
use cloud_api::iam::ListProjects;
use cloud_api::ims::{ListImageMembers, ListImages, ShowImage};
use cloud_api::swr::{
    self, AccessLevel, AccessPlace, ChangeAccess, CreateOrganization, CreateRepository,
    CreateSyncTask, DeleteOrganization, DeleteRepository, DeleteSyncTask, DeleteTag, Grant,
    GrantAccess, ListOrganizations, ListQuotas, ListRepositories, ListRepositoriesByMarker,
    ListSyncJobs, ListSyncRegions, ListTags, ListTagsAfter, PageSize, RemoveAccess, ShowAccess,
    ShowFeatureGates, ShowOrganization, ShowOverview, SyncImages, SyncTarget, UpdateRepository,
    Visibility,
};
use cloud_api::{Endpoint, Method, Mutation, Operation, Request, Service};

use crate::support::{BEN, PROJECT, read, sent};

fn line(request: &Request) -> Option<String> {
    koocli::command(request, &read("eu-de"))
}

/// The operation's name in a request's line.
fn name(request: &Request) -> Option<String> {
    name_in("SWR", request)
}

fn name_in(service: &str, request: &Request) -> Option<String> {
    let line = line(request)?;
    let (_, rest) = line.split_once(&format!("hcloud {service} "))?;
    rest.split(' ').next().map(str::to_owned)
}

#[test]
fn reads_have_the_names_of_the_api() {
    let organization = || read("acme-web");
    let project = || read(PROJECT);
    let requests = [
        (
            ListRepositories {
                organization: None,
                name: None,
                offset: 0,
                limit: PageSize::LARGEST,
                order: None,
            }
            .request(),
            "ListReposDetails",
        ),
        (
            ListOrganizations {
                visibility: Visibility::Granted,
                name: None,
            }
            .request(),
            "ListNamespaces",
        ),
        (ListSyncRegions.request(), "ListSyncRegions"),
        (
            ListRepositoriesByMarker {
                organization: None,
                marker: None,
                limit: PageSize::LARGEST,
            }
            .request(),
            "ListRepoDetails",
        ),
        (
            ShowOrganization {
                organization: organization(),
            }
            .request(),
            "ShowNamespace",
        ),
        (ListQuotas { project: project() }.request(), "ListQuotas"),
        (ShowOverview.request(), "ShowDomainOverview"),
        (
            ShowFeatureGates { project: project() }.request(),
            "ShowShareFeatureGates",
        ),
    ];
    for (request, expected) in requests {
        assert_eq!(name(&request).as_deref(), Some(expected));
    }
}

#[test]
fn synchronization_and_tags_have_the_names_of_the_api() {
    let repository = || read("a/b");
    let target = || SyncTarget {
        region: read("eu-nl"),
        organization: read("c"),
    };
    let create = CreateSyncTask {
        repository: repository(),
        target: target(),
        automatic: true,
        overwrite: false,
    };
    let delete = DeleteSyncTask {
        repository: repository(),
        target: target(),
    };
    let sync = SyncImages {
        repository: repository(),
        tags: vec![read("v1")],
        target: target(),
        overwrite: false,
    };
    let delete_tag = Mutation::from(DeleteTag {
        repository: repository(),
        tag: read("v1"),
    });
    let tags = ListTags {
        repository: repository(),
        offset: 0,
        limit: PageSize::LARGEST,
        order: None,
    };
    let tags_after = ListTagsAfter {
        repository: repository(),
        marker: None,
        limit: PageSize::LARGEST,
    };
    let tasks = swr::ListSyncTasks {
        repository: repository(),
    };
    for (request, expected) in [
        (tasks.request(), "ListImageAutoSyncReposDetails"),
        (sent(&create.into()), "CreateImageSyncRepo"),
        (sent(&delete.into()), "DeleteImageSyncRepo"),
        (sent(&sync.into()), "CreateManualImageSyncRepo"),
        (ListSyncJobs::newest(&repository()).request(), "ShowSyncJob"),
        (tags.request(), "ListRepositoryTags"),
        (tags_after.request(), "ListRepositoryTag"),
        (delete_tag.read_back(), "ShowRepoTag"),
        (sent(&delete_tag), "DeleteRepoTag"),
    ] {
        assert_eq!(name(&request).as_deref(), Some(expected));
    }
}

#[test]
fn access_has_the_names_of_the_api() {
    let organization = || AccessPlace::Organization(read("a"));
    let repository = || AccessPlace::Repository(read("a/b"));
    let grants = || vec![Grant::new(read(BEN), None, AccessLevel::Read)];
    for (place, names) in [
        (
            organization(),
            [
                "ShowNamespaceAuth",
                "CreateNamespaceAuth",
                "UpdateNamespaceAuth",
                "DeleteNamespaceAuth",
            ],
        ),
        (
            repository(),
            [
                "ShowUserRepositoryAuth",
                "CreateUserRepositoryAuth",
                "UpdateUserRepositoryAuth",
                "DeleteUserRepositoryAuth",
            ],
        ),
    ] {
        let place = || place.clone();
        let grant = GrantAccess {
            place: place(),
            grants: grants(),
        };
        let change = ChangeAccess {
            place: place(),
            grants: grants(),
        };
        let remove = RemoveAccess {
            place: place(),
            users: vec![read(BEN)],
        };
        let named = [
            ShowAccess { place: place() }.request(),
            sent(&grant.into()),
            sent(&change.into()),
            sent(&remove.into()),
        ]
        .map(|request| name(&request).unwrap_or_default());
        assert_eq!(named, names);
    }
}

#[test]
fn other_writes_have_the_names_of_the_api() {
    let repository = || read("a/b");
    let create = CreateRepository {
        repository: repository(),
        is_public: false,
        category: None,
        description: String::new(),
    };
    let update = UpdateRepository {
        repository: repository(),
        is_public: false,
        category: String::new(),
        description: String::new(),
    };
    let delete = DeleteRepository {
        repository: repository(),
    };
    let organization = || read("a");
    let create_organization = CreateOrganization {
        organization: organization(),
    };
    let delete_organization = DeleteOrganization {
        organization: organization(),
    };
    for (write, expected) in [
        (Mutation::from(create), "CreateRepo"),
        (update.into(), "UpdateRepo"),
        (delete.into(), "DeleteRepo"),
        (create_organization.into(), "CreateNamespace"),
        (delete_organization.into(), "DeleteNamespaces"),
    ] {
        assert_eq!(name(&sent(&write)).as_deref(), Some(expected));
    }
}

#[test]
fn reads_of_hss_have_the_names_of_the_api() {
    let enterprise_project = EnterpriseProject::Default;
    let tasks = ListSyncTasks {
        project: read(PROJECT),
        enterprise_project: enterprise_project.clone(),
        task_id: None,
        paging: Paging::default(),
    };
    let task_registries = ListTaskRegistries {
        project: read(PROJECT),
        task_id: read("t1"),
        enterprise_project: enterprise_project.clone(),
        registry_name: None,
        registry_types: [].into(),
        sync_status: None,
        paging: Paging::default(),
    };
    let registries = ListRegistries {
        project: read(PROJECT),
        enterprise_project: enterprise_project.clone(),
        registry_name: None,
        registry_id: None,
        registry_types: [].into(),
        registry_address: None,
        status: None,
        paging: Paging::default(),
    };
    let statistics = ShowRegistryStatistics {
        project: read(PROJECT),
        enterprise_project,
        registry_types: [].into(),
    };
    for (request, expected) in [
        (tasks.request(), "ListImageScanTask"),
        (task_registries.request(), "ListAssociateRegistries"),
        (registries.request(), "ListRegistry"),
        (statistics.request(), "ListRegistryStatistics"),
    ] {
        assert_eq!(name_in("HSS", &request).as_deref(), Some(expected));
    }
}

#[test]
fn reads_of_ims_have_the_names_of_the_api() {
    let image = || read("5f3c1c0e-8a57-4f0e-9c0a-6b1f0d2a7e11");
    let members = ListImageMembers {
        image: image(),
        marker: None,
    };
    for (request, expected) in [
        (ListImages::after(None).request(), "ListImages"),
        (ShowImage { image: image() }.request(), "GlanceShowImage"),
        (members.request(), "GlanceListImageMembers"),
    ] {
        assert_eq!(name_in("IMS", &request).as_deref(), Some(expected));
    }
}

#[test]
fn what_is_no_operation_of_koocli_is_not_offered() {
    const WITHOUT_NAME: Endpoint = Endpoint {
        service: Service::Swr,
        method: Method::Post,
        template: "/v2/manage/overview",
        operation: None,
    };
    let mut request = ShowOverview.request();
    request.endpoint = &WITHOUT_NAME;
    for request in [ListProjects.request(), request] {
        assert_eq!(line(&request), None, "{request:?}");
    }
}
