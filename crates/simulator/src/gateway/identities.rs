//! Who exists: people with their passwords, tokens and keys. All invented.

/// The account's ID.
pub const ACCOUNT_ID: &str = "4f1c0a77d3b94b6a9b0f5f0f0b7e2a10";
/// The account's name.
pub const ACCOUNT_NAME: &str = "ACME-EU";
/// The region, which is also the main project's name.
pub const REGION: &str = "eu-de";
/// The target region that no image ever arrives in.
pub const FAILING_REGION: &str = "af-south-1";
/// ID of the main project.
pub const PROJECT_ID: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
/// Name of the sub-project.
pub const SUB_PROJECT: &str = "eu-de_team";
/// ID of the sub-project.
pub const SUB_PROJECT_ID: &str = "a2b4c6d8e0f24680b1d3f5a7c9e0b2d4";
/// ID of the enterprise project to which HSS restricts `carla`.
pub const ENTERPRISE_PROJECT_ID: &str = "6a1c9f20-58b4-4d6e-9b3f-0e7d2c5a8b41";
/// ID of a project of another account, which machine images come from and go to.
pub const OTHER_PROJECT_ID: &str = "b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8";
/// ID of that account.
pub const OTHER_ACCOUNT_ID: &str = "c8e2f4a6b8d05e13c5f7a9b1d3f5e7a9";
/// Name of that account.
pub const OTHER_ACCOUNT_NAME: &str = "PARTNER-GMBH";
/// Names the organization of the Organizations service that this other account is in.
pub const ORGANIZATION_URN: &str =
    "organizations::c8e2f4a6b8d05e13c5f7a9b1d3f5e7a9:organization:o-3h9k2m5p7q";
/// ID of that organization.
pub const ORGANIZATION_ID: &str = "o-3h9k2m5p7q";
/// ID of a project that forty machine images are shared with.
pub const LEAVING_PROJECT_ID: &str = "e5a7c9b1d3f54e6789a0b1c2d3e4f506";
/// ID of a project that no machine image can be shared with, which only the job finds out.
pub const REFUSING_PROJECT_ID: &str = "f0f1e2d3c4b5a69788796a5b4c3d2e1f";
/// ID of a project of another region.
pub const OTHER_REGION_PROJECT_ID: &str = "d9c8b7a6958473625140f3e2d1c0b9a8";
/// ID of the backup vault that full-ECS images can be accepted into.
pub const VAULT_ID: &str = "1f6a2b3c-4d5e-4f60-8a1b-2c3d4e5f6071";
/// ID of a vault that is full.
pub const FULL_VAULT_ID: &str = "2f6a2b3c-4d5e-4f60-8a1b-2c3d4e5f6072";
/// ID of a vault that is not available.
pub const UNAVAILABLE_VAULT_ID: &str = "3f6a2b3c-4d5e-4f60-8a1b-2c3d4e5f6073";
/// ID of a vault that is not for servers.
pub const DISK_VAULT_ID: &str = "4f6a2b3c-4d5e-4f60-8a1b-2c3d4e5f6074";
/// ID of a sync task of the sub-project, which the main project may not see.
pub const SUB_PROJECT_TASK_ID: &str = "b3a2c1d0-9e8f-4c7b-a6d5-0f1e2d3c4b5a";
/// ID of the administrator's access key.
pub const ACCESS_KEY_ID: &str = "DEMOACCESSKEY0000001";
/// The administrator's secret key.
pub const SECRET_KEY: &str = "demo-secret-key-for-the-simulator-only00";
/// The code that everybody's second factor shows at all times.
pub const PASSCODE: &str = "246810";

/// A person who can sign in.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// IAM user ID.
    pub id: &'static str,
    /// IAM user name.
    pub name: &'static str,
    /// Password.
    pub password: &'static str,
    /// A token for the main project, good from the start.
    pub token: &'static str,
    /// Whether SWR and IAM let them do everything.
    pub is_administrator: bool,
}

/// An administrator, an ordinary member, a reader with one repository.
pub const PEOPLE: [Person; 3] = [
    Person {
        id: "0d1b5c6e7f8a49b0a1c2d3e4f5061728",
        name: "anna",
        password: "anna-demo-password",
        token: "DEMO-TOKEN-anna-MIIExampleOnlyGoodForTheSimulator",
        is_administrator: true,
    },
    Person {
        id: "1e2c6d7f8a9b4ac1b2d3e4f506172839",
        name: "ben",
        password: "ben-demo-password",
        token: "DEMO-TOKEN-ben-MIIExampleOnlyGoodForTheSimulator",
        is_administrator: false,
    },
    Person {
        id: "2f3d7e8a9bac4bd2c3e4f5061728394a",
        name: "carla",
        password: "carla-demo-password",
        token: "DEMO-TOKEN-carla-MIIExampleOnlyGoodForTheSimulator",
        is_administrator: false,
    },
];

/// The administrator of the other account.
pub const PAULA: Person = Person {
    id: "4c5d6e7f8091a2b3c4d5e6f708192a3b",
    name: "paula",
    password: "paula-demo-password",
    token: "DEMO-TOKEN-paula-MIIExampleOnlyGoodForTheSimulator",
    is_administrator: true,
};

/// A token of the administrator's whose time is over.
pub const EXPIRED_TOKEN: &str = "DEMO-TOKEN-expired-MIIExampleOnlyGoodForTheSimulator";
/// A token of the administrator's for the sub-project.
pub const SUB_PROJECT_TOKEN: &str = "DEMO-TOKEN-sub-project-MIIExampleOnlyGoodForTheSimulator";
/// A token of the administrator's that the region's IAM does not know, but the one for all regions.
pub const GLOBAL_TOKEN: &str = "DEMO-TOKEN-global-MIIExampleOnlyGoodForTheSimulator";

/// An access key.
#[derive(Clone, Copy, Debug)]
pub struct AccessKey {
    /// Its ID.
    pub id: &'static str,
    /// Its secret.
    pub secret: &'static str,
    /// What a temporary one has to come with.
    pub security_token: Option<&'static str>,
    /// ID of its user.
    pub user_id: &'static str,
    /// Whether it may be used.
    pub standing: KeyStanding,
}

/// Whether a key may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyStanding {
    /// It may.
    Active,
    /// It was disabled.
    Inactive,
    /// Its time is over.
    Expired,
}

/// Permanent and temporary ones, one that is disabled and one whose time is over.
pub const ACCESS_KEYS: [AccessKey; 7] = [
    AccessKey {
        id: ACCESS_KEY_ID,
        secret: SECRET_KEY,
        security_token: None,
        user_id: PEOPLE[0].id,
        standing: KeyStanding::Active,
    },
    AccessKey {
        id: "DEMOACCESSKEY0000002",
        secret: "demo-secret-key-of-ben-for-the-simulator0",
        security_token: None,
        user_id: PEOPLE[1].id,
        standing: KeyStanding::Active,
    },
    AccessKey {
        id: "DEMOACCESSKEY0000004",
        secret: "demo-secret-key-of-paula-for-the-simulat0",
        security_token: None,
        user_id: PAULA.id,
        standing: KeyStanding::Active,
    },
    AccessKey {
        id: "DEMOTEMPORARYKEY0001",
        secret: "demo-temporary-secret-of-anna-simulator00",
        security_token: Some("DEMO-SECURITY-TOKEN-anna-OnlyGoodForTheSimulator"),
        user_id: PEOPLE[0].id,
        standing: KeyStanding::Active,
    },
    AccessKey {
        id: "DEMOTEMPORARYKEY0002",
        secret: "demo-temporary-secret-of-ben-simulator000",
        security_token: Some("DEMO-SECURITY-TOKEN-ben-OnlyGoodForTheSimulator"),
        user_id: PEOPLE[1].id,
        standing: KeyStanding::Active,
    },
    AccessKey {
        id: "DEMOINACTIVEKEY00001",
        secret: "demo-inactive-secret-of-anna-simulator000",
        security_token: None,
        user_id: PEOPLE[0].id,
        standing: KeyStanding::Inactive,
    },
    AccessKey {
        id: "DEMOEXPIREDKEY000001",
        secret: "demo-expired-secret-of-anna-simulator0000",
        security_token: Some("DEMO-SECURITY-TOKEN-expired-OnlyForTheSimulator"),
        user_id: PEOPLE[0].id,
        standing: KeyStanding::Expired,
    },
];
