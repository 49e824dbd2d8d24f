//! A person's change and the cloud's answers, as the examples show them.

use changes::{
    CallId, Change, ChangeId, Command, Event, Item, ItemId, ItemState, PlannedWrite, Record, Scope,
};
use cloud_api::hss::{EnterpriseProject, Page, RegistriesToSync, StartImageSync, TasksBefore};
use cloud_api::swr::{
    AccessLevel, AccessPlace, CreateOrganization, CreateRepository, DeleteSyncTask, Grant,
    GrantAccess, RemoveAccess, SyncImages, SyncTarget, UpdateRepository,
};
use cloud_api::{
    ApiError, Before, Listed, Mutation, NoAnswer, NoAnswerKind, RepositoryPath, Response, Service,
    Timestamp, UserId,
};

pub const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
pub const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";
pub const CARLA: &str = "2f3d7e8a9bac4bd2c3e4f5061728394a";
pub const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
pub const START: Timestamp = Timestamp::from_milliseconds(1_795_000_000_000);

pub type Outcome = Result<Response, ApiError>;

/// A change with a clock and the commands that came last.
pub struct Run {
    pub change: Change,
    pub now: Timestamp,
    pub commands: Vec<Command>,
}

impl Run {
    pub fn proposed(stages: Vec<Vec<PlannedWrite>>) -> Self {
        let change = Change::plan(ChangeId(7), scope(), START, stages).unwrap();
        Self {
            change,
            now: START,
            commands: Vec::new(),
        }
    }

    pub fn confirmed(stages: Vec<Vec<PlannedWrite>>) -> Self {
        let mut run = Self::proposed(stages);
        run.event(Event::Confirmed);
        run
    }

    pub fn event(&mut self, event: Event) -> &[Command] {
        self.commands = self.change.handle(event, self.now);
        &self.commands
    }

    pub fn answer(&mut self, call: u32, outcome: Outcome) -> &[Command] {
        self.event(Event::Answer {
            call: CallId(call),
            outcome,
        })
    }

    pub fn read(&mut self, call: u32, outcome: Outcome) -> &[Command] {
        self.event(Event::ReadBack {
            call: CallId(call),
            outcome,
        })
    }

    /// Lets exactly so much time pass that the wished-for wake comes; gives how long that was.
    pub fn wake(&mut self) -> i64 {
        let at = self
            .commands
            .iter()
            .find_map(|command| match command {
                Command::Wake { at } => Some(*at),
                Command::Save
                | Command::Send { .. }
                | Command::ReadBack { .. }
                | Command::Poll { .. } => None,
            })
            .expect("no wake was asked for");
        let waited = at.milliseconds_since(self.now);
        self.now = at;
        self.event(Event::Tick);
        waited
    }

    pub fn sent(&self) -> Vec<u32> {
        sends(&self.commands)
    }

    pub fn item(&self, index: u32) -> &Item {
        &self.change.items()[&ItemId(index)]
    }

    pub fn state(&self, index: u32) -> &ItemState {
        &self.item(index).state
    }

    /// The names on the call, to see who it covers.
    pub fn names_on(&self, call: u32) -> Vec<&str> {
        let call = &self.change.calls()[&CallId(call)];
        call.items
            .iter()
            .map(|item| self.change.items()[item].name.as_str())
            .collect()
    }
}

pub fn scope() -> Scope {
    Scope {
        cloud: "default".to_owned(),
        region: "eu-de".to_owned(),
        project_id: PROJECT.to_owned(),
        user_id: ANNA.to_owned(),
    }
}

/// The record of a confirmed change after something has happened to it.
pub fn record(stages: Vec<Vec<PlannedWrite>>, happens: impl FnOnce(&mut Run)) -> Record {
    let mut record = Record::plan(ChangeId(7), scope(), START, stages.clone()).unwrap();
    let mut run = Run::confirmed(stages);
    happens(&mut run);
    record.change = run.change;
    record
}

pub fn sends(commands: &[Command]) -> Vec<u32> {
    commands
        .iter()
        .filter_map(|command| match command {
            Command::Send { call } => Some(call.0),
            Command::Save
            | Command::ReadBack { .. }
            | Command::Poll { .. }
            | Command::Wake { .. } => None,
        })
        .collect()
}

pub fn read_back(call: u32) -> Command {
    Command::ReadBack { call: CallId(call) }
}

pub fn send(call: u32) -> Command {
    Command::Send { call: CallId(call) }
}

fn repository(name: &str) -> RepositoryPath {
    RepositoryPath::new("acme-web".parse().unwrap(), name.parse().unwrap())
}

fn access(name: &str) -> AccessPlace {
    AccessPlace::Repository(repository(name))
}

/// A write before which nothing was read.
fn planned(mutation: impl Into<Mutation>, names: &[&str]) -> PlannedWrite {
    PlannedWrite {
        mutation: mutation.into(),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        before: Before::Nothing,
    }
}

pub fn cancel(repository_name: &str, users: &[&str]) -> PlannedWrite {
    let remove = RemoveAccess {
        place: access(repository_name),
        users: users.iter().map(|user| user.parse().unwrap()).collect(),
    };
    planned(remove, &names_of(users))
}

pub fn add(repository_name: &str, users: &[&str]) -> PlannedWrite {
    let grant = |user: &&str| {
        let id: UserId = user.parse().unwrap();
        Grant::new(id, Some(name_of(user)), AccessLevel::Read)
    };
    let add = GrantAccess {
        place: access(repository_name),
        grants: users.iter().map(grant).collect(),
    };
    planned(add, &names_of(users))
}

pub fn make_private(repository_name: &str) -> PlannedWrite {
    let update = UpdateRepository {
        repository: repository(repository_name),
        is_public: false,
        category: "framework_app".to_owned(),
        description: "API of the shop".to_owned(),
    };
    planned(update, &[repository_name])
}

pub fn create_organization(name: &str) -> PlannedWrite {
    let create = CreateOrganization {
        organization: name.parse().unwrap(),
    };
    planned(create, &[name])
}

pub fn create_repository(name: &str) -> PlannedWrite {
    let create = CreateRepository {
        repository: repository(name),
        is_public: false,
        category: None,
        description: String::new(),
    };
    planned(create, &[name])
}

/// The target of all sync tasks and copies.
fn target() -> SyncTarget {
    SyncTarget {
        region: "eu-nl".parse().unwrap(),
        organization: "acme-web-nl".parse().unwrap(),
    }
}

/// Without a name, so that its identifier stands in.
pub fn delete_sync_task() -> PlannedWrite {
    let delete = DeleteSyncTask {
        repository: repository("shop/api"),
        target: target(),
    };
    planned(delete, &[])
}

/// Copying tags, when this was the newest job before.
pub fn sync_after(newest: Option<u64>, tags: &[&str]) -> PlannedWrite {
    let sync = SyncImages {
        repository: repository("shop/api"),
        tags: tags.iter().map(|tag| tag.parse().unwrap()).collect(),
        target: target(),
        overwrite: false,
    };
    PlannedWrite {
        before: Before::SyncJobs {
            newest,
            caller: ANNA.to_owned(),
        },
        ..planned(sync, tags)
    }
}

/// Copying tags of which no job was known before.
pub fn sync(tags: &[&str]) -> PlannedWrite {
    sync_after(None, tags)
}

/// Starting an image sync in a project; no task was there before.
pub fn start_image_sync(project: &str) -> PlannedWrite {
    let start = StartImageSync {
        project: project.parse().unwrap(),
        region: "eu-de".parse().unwrap(),
        enterprise_project: EnterpriseProject::Default,
        registries: RegistriesToSync::All,
    };
    let none = Page {
        rows: Listed::default(),
        total: Some(0),
    };
    PlannedWrite {
        before: Before::ImageSyncTasks(TasksBefore::of(&none)),
        ..planned(start, &["image sync"])
    }
}

/// Three people on one repository, as a person selects them.
pub fn three() -> Vec<Vec<PlannedWrite>> {
    vec![vec![cancel("shop/api", &[ANNA, BEN, CARLA])]]
}

pub fn one() -> Vec<Vec<PlannedWrite>> {
    vec![vec![cancel("shop/api", &[BEN])]]
}

fn names_of<'a>(users: &[&'a str]) -> Vec<&'a str> {
    users.iter().map(|user| name_of(user)).collect()
}

fn name_of(user: &str) -> &str {
    match user {
        ANNA => "anna",
        BEN => "ben",
        CARLA => "carla",
        other => other,
    }
}

pub fn response(status: u16, body: &str) -> Response {
    let headers = vec![("X-Request-Id".to_owned(), "req-1".to_owned())];
    Response {
        service: Service::Swr,
        status,
        headers,
        body: body.as_bytes().to_vec(),
    }
}

pub fn no_content() -> Outcome {
    Ok(response(204, ""))
}

/// The list of who has access, by user ID, all with the level read.
pub fn grants(users: &[&str]) -> Outcome {
    let row = |user: &&str| format!(r#"{{"user_id":"{user}","user_name":"x","auth":1}}"#);
    let rows: Vec<String> = users.iter().map(row).collect();
    let body = format!(
        r#"{{"id":88213,"name":"shop/api","others_auths":[{}]}}"#,
        rows.join(",")
    );
    Ok(response(200, &body))
}

/// The newest sync jobs, one for each tag.
pub fn jobs(tags: &[&str]) -> Outcome {
    let job = |tag: &&str| {
        format!(
            r#"{{"id":1,"tag":"{tag}","remoteRegionId":"eu-nl","remoteNamespace":"acme-web-nl","status":"waiting","syncOperatorId":"{ANNA}"}}"#
        )
    };
    let jobs: Vec<String> = tags.iter().map(job).collect();
    Ok(response(200, &format!("[{}]", jobs.join(","))))
}

pub fn is_public(is_public: bool) -> Outcome {
    Ok(response(
        200,
        &format!(r#"{{"id":88213,"name":"shop/api","is_public":{is_public}}}"#),
    ))
}

pub fn refusal(status: u16, code: &str) -> Outcome {
    let body =
        format!(r#"{{"errors":[{{"errorCode":"{code}","errorMessage":"refused","detail":""}}]}}"#);
    let service = match code.starts_with("HSS.") {
        true => Service::Hss,
        false => Service::Swr,
    };
    Ok(Response {
        service,
        ..response(status, &body)
    })
}

pub fn gateway_refusal(status: u16, code: &str) -> Outcome {
    let body = format!(r#"{{"error_code":"{code}","error_msg":"refused","request_id":"g-1"}}"#);
    Ok(response(status, &body))
}

pub fn not_found() -> Outcome {
    refusal(404, "SVCSTG.SWR.4040091")
}

pub fn no_right() -> Outcome {
    refusal(403, "SVCSTG.SWR.4030170")
}

pub fn token_expired() -> Outcome {
    gateway_refusal(401, "APIGW.0301")
}

pub fn server_fault() -> Outcome {
    refusal(500, "SVCSTG.SWR.5000092")
}

pub fn lost() -> Outcome {
    Err(ApiError::NoAnswer(NoAnswer {
        kind: NoAnswerKind::TimedOut,
        may_have_been_applied: true,
    }))
}

pub fn offline() -> Outcome {
    Err(ApiError::NoAnswer(NoAnswer {
        kind: NoAnswerKind::Offline,
        may_have_been_applied: false,
    }))
}
