//! What the cloud remembers.

use std::collections::{BTreeMap, BTreeSet};

use cloud_api::{OrganizationName, RepositoryName, Response, Timestamp, UserId};

use crate::hss::SyncTasks;
use crate::identities::{EXPIRED_TOKEN, PEOPLE, SUB_PROJECT_TOKEN};
use crate::seed_data::{self, Settings};
use crate::sync_jobs::SyncJob;
use crate::sync_regions;
use crate::sync_tasks::SyncTask;
use crate::tags::Tags;

/// How long a token lives.
const TOKEN_LIFE: i64 = 24 * 3_600 * 1_000;

/// Organizations that may be made beside those of the seed data.
const QUOTA_LEFT: usize = 3;

/// IDs of the seed data lie below.
const LAST_SEED_ID: u64 = 10_000_000;

/// What a token is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The main project.
    Main,
    /// The sub-project: SWR refuses it (examples §0, row 3).
    Sub,
    /// The whole account: the gateway refuses it (examples §0, row 4).
    Account,
}

/// A token that was given out.
#[derive(Clone, Debug)]
pub struct Issued {
    pub user_id: String,
    pub scope: Scope,
    pub issued_at: Timestamp,
    pub expires_at: Timestamp,
}

/// A user of the account, as IAM knows them.
#[derive(Clone, Debug)]
pub struct User {
    pub name: String,
    pub enabled: bool,
}

/// A user's grant: level by user ID, with the name that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub user_id: String,
    pub user_name: String,
    pub auth: i64,
}

#[derive(Clone, Debug)]
pub struct Organization {
    pub id: u64,
    pub name: String,
    pub creator_id: String,
    pub creator_name: String,
    pub grants: Vec<Grant>,
    pub repositories: BTreeMap<String, Repository>,
}

#[derive(Clone, Debug)]
pub struct Repository {
    pub id: u64,
    pub name: String,
    pub category: String,
    pub description: String,
    pub is_public: bool,
    pub num_images: u64,
    pub num_download: u64,
    pub size: u64,
    pub created_at: String,
    pub updated_at: String,
    pub tags: Tags,
    pub sync_tasks: Vec<SyncTask>,
    pub sync_jobs: Vec<SyncJob>,
    pub grants: Vec<Grant>,
}

pub struct State {
    pub tokens: BTreeMap<String, Issued>,
    pub users: BTreeMap<String, User>,
    pub organizations: BTreeMap<String, Organization>,
    /// The tasks of HSS.
    pub image_sync_tasks: SyncTasks,
    /// Names of `…-once` faults that have happened.
    pub happened: BTreeSet<String>,
    /// How many organizations there may be.
    pub organization_quota: usize,
    /// Organizations of the other regions, by region.
    pub target_organizations: BTreeMap<String, BTreeSet<String>>,
    answers: u64,
    issued: u64,
    last_id: u64,
}

impl State {
    /// The first data; the tokens that are known beforehand are issued at `start`.
    pub fn new(settings: &Settings, start: Timestamp) -> Self {
        let mut tokens = BTreeMap::new();
        let forever = Timestamp::from_milliseconds(i64::MAX / 2);
        let mut add = |token: &str, user_id: &str, scope, expires_at| {
            let issued = Issued {
                user_id: user_id.to_owned(),
                scope,
                issued_at: start,
                expires_at,
            };
            tokens.insert(token.to_owned(), issued);
        };
        for person in PEOPLE {
            add(
                person.token,
                person.id,
                Scope::Main,
                start.plus_milliseconds(TOKEN_LIFE),
            );
        }
        add(
            EXPIRED_TOKEN,
            PEOPLE[0].id,
            Scope::Main,
            Timestamp::from_milliseconds(0),
        );
        add(SUB_PROJECT_TOKEN, PEOPLE[0].id, Scope::Sub, forever);
        let organizations = seed_data::organizations(settings);
        Self {
            tokens,
            users: seed_data::users(),
            organization_quota: organizations.len() + QUOTA_LEFT,
            organizations,
            image_sync_tasks: SyncTasks::new(settings.seed, start),
            happened: BTreeSet::new(),
            target_organizations: sync_regions::organizations(),
            answers: 0,
            issued: 0,
            last_id: LAST_SEED_ID,
        }
    }

    /// The name of a user; empty for one that IAM does not know.
    pub fn user_name(&self, user_id: &str) -> &str {
        self.users.get(user_id).map_or("", |user| &user.name)
    }

    /// Adds a user to the account.
    pub fn add_user(&mut self, id: &UserId, name: &str) {
        let user = User {
            name: name.to_owned(),
            enabled: true,
        };
        self.users.insert(id.to_string(), user);
    }

    /// Adds a private repository without grants, and its organization when there is none yet.
    pub fn add_repository(&mut self, organization: &OrganizationName, name: &RepositoryName) {
        let (organization_id, id) = (self.next_id(), self.next_id());
        let organization = self
            .organizations
            .entry(organization.to_string())
            .or_insert_with(|| {
                seed_data::empty_organization(organization_id, organization.as_str())
            });
        organization.repositories.insert(
            name.to_string(),
            seed_data::empty_repository(id, name.as_str()),
        );
    }

    /// A number that nothing else has.
    pub fn next_id(&mut self) -> u64 {
        self.last_id += 1;
        self.last_id
    }

    /// Gives out a token.
    pub fn issue(&mut self, user_id: &str, scope: Scope, now: Timestamp) -> (String, Issued) {
        self.issued += 1;
        let token = format!("DEMO-TOKEN-{:06}-{user_id}", self.issued);
        let issued = Issued {
            user_id: user_id.to_owned(),
            scope,
            issued_at: now,
            expires_at: now.plus_milliseconds(TOKEN_LIFE),
        };
        self.tokens.insert(token.clone(), issued.clone());
        (token, issued)
    }

    /// Every answer has a request ID; the gateway's refusals repeat it in the body.
    pub fn stamp(&mut self, mut response: Response) -> Response {
        self.answers += 1;
        let id = format!(
            "{:032x}",
            0x8080_d377_0000_0000_u128 + u128::from(self.answers)
        );
        if response.status >= 400
            && let Ok(serde_json::Value::Object(mut body)) = serde_json::from_slice(&response.body)
            && body
                .get("error_code")
                .and_then(serde_json::Value::as_str)
                .is_some_and(|code| code.starts_with("APIGW"))
        {
            body.insert("request_id".to_owned(), id.clone().into());
            response.body = serde_json::Value::Object(body).to_string().into_bytes();
        }
        response.headers.push(("X-Request-Id".to_owned(), id));
        response
    }
}
