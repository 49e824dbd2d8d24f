//! Two scans over the repositories of a small cloud, and what they may be answered.

use cloud_api::swr::{
    AccessList, CountedTask, LastCopy, ListSharedAccounts, SharedAccount, ShowAccess,
};
use cloud_api::{ApiError, Listed, Operation, Owner, RepositoryPath, Response, Service, Timestamp};
use reads::{Round, Scan, ScanCommand, ScanEvent};
use sample_writes::read;
use tallies::{Counting, Figures, Looks, Numbers, Source, Told, ToldOrganization};

/// Who has access to a place, and the accounts that it is shared with.
pub type Access = (AccessList, Option<Result<Listed<SharedAccount>, ApiError>>);

/// Region, how the latest copy stands, and when one arrived.
pub type Tasks = Vec<(String, LastCopy, Option<Timestamp>)>;

fn answer(status: u16, body: &str) -> Response {
    Response {
        service: Service::Swr,
        status,
        headers: Vec::new(),
        body: body.as_bytes().to_vec(),
    }
}

fn decoded<O: Operation>(body: &str) -> O::Output {
    match O::decode(&answer(200, body)) {
        Ok(output) => output,
        Err(error) => panic!("{error}"),
    }
}

pub fn refused(status: u16, code: &str) -> ApiError {
    let body = format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#);
    ApiError::from_response(&answer(status, &body))
}

pub fn no_right() -> ApiError {
    refused(403, "SVCSTG.SWR.4030170")
}

/// A list that names these people by ID and name, and the caller by a level.
pub fn list(people: &[(&str, &str)], caller: Option<&str>) -> AccessList {
    let row =
        |id: &str, name: &str| format!(r#"{{"user_id":"{id}","user_name":"{name}","auth":1}}"#);
    let rows: Vec<String> = people.iter().map(|(id, name)| row(id, name)).collect();
    let own = caller.map(|id| format!(r#""self_auth":{},"#, row(id, &format!("name of {id}"))));
    let own = own.unwrap_or_default();
    let body = format!(r#"{{{own}"others_auths":[{}]}}"#, rows.join(","));
    decoded::<ShowAccess>(&body)
}

/// So many accounts whose time is not over, and as many whose is.
pub fn accounts(count: usize) -> Listed<SharedAccount> {
    let row = |number: usize| {
        format!(
            r#"{{"access_domain":"account{number}","permit":"read","deadline":"forever","status":{}}}"#,
            number.is_multiple_of(2)
        )
    };
    let rows: Vec<String> = (0..2 * count).map(row).collect();
    decoded::<ListSharedAccounts>(&format!("[{}]", rows.join(",")))
}

/// Everything that there may be.
pub fn repositories() -> Vec<RepositoryPath> {
    let names = [
        "web/shop",
        "web/api",
        "web/cart",
        "data/lake",
        "data/pond",
        "ml/train",
    ];
    names.into_iter().map(read).collect()
}

/// The cloud as it is read.
pub struct World {
    pub places: Vec<RepositoryPath>,
    pub access: Scan<Owner, Access>,
    pub tasks: Option<Scan<Owner, Tasks>>,
    waited_for: [Vec<(Owner, Round)>; 2],
    now: Timestamp,
    pub counting: Counting,
}

impl World {
    pub fn of(places: Vec<RepositoryPath>, copies_images: bool) -> Self {
        Self {
            places,
            access: Scan::over(Vec::new()),
            tasks: copies_images.then(|| Scan::over(Vec::new())),
            waited_for: [Vec::new(), Vec::new()],
            now: Timestamp::from_milliseconds(1_795_000_000_000),
            counting: Counting::default(),
        }
    }

    /// Lists these repositories.
    pub fn list(&mut self, places: Vec<RepositoryPath>) {
        if !places.starts_with(&self.places) {
            self.counting.forget();
        }
        self.places = places;
    }

    /// Scans what is listed, and the organizations of it.
    pub fn cover(&mut self) {
        let repositories = self.places.iter().cloned().map(Owner::Repository);
        let repositories: Vec<Owner> = repositories.collect();
        let organizations = self.places.iter().map(|it| it.organization.clone());
        let mut owners: Vec<Owner> = organizations.map(Owner::Organization).collect();
        owners.dedup();
        owners.extend(repositories.iter().cloned());
        self.access(ScanEvent::Cover(owners));
        self.tasks(ScanEvent::Cover(repositories));
    }

    pub fn access(&mut self, event: ScanEvent<Owner, Access>) {
        self.now = self.now.plus_milliseconds(1_000);
        let commands = self.access.handle(event, self.now);
        self.waited_for[0].extend(asked(commands));
    }

    pub fn tasks(&mut self, event: ScanEvent<Owner, Tasks>) {
        self.now = self.now.plus_milliseconds(1_000);
        if let Some(tasks) = &mut self.tasks {
            self.waited_for[1].extend(asked(tasks.handle(event, self.now)));
        }
    }

    /// Answers one of those that are waited for, if any is.
    pub fn answer_access(&mut self, which: usize, outcome: Result<Access, ApiError>) {
        if let Some((place, round)) = taken(&mut self.waited_for[0], which) {
            self.access(ScanEvent::Answer {
                place,
                round,
                outcome,
            });
        }
    }

    /// The same of sync tasks.
    pub fn answer_tasks(&mut self, which: usize, outcome: Result<Tasks, ApiError>) {
        if let Some((place, round)) = taken(&mut self.waited_for[1], which) {
            self.tasks(ScanEvent::Answer {
                place,
                round,
                outcome,
            });
        }
    }

    /// Counts a part.
    pub fn count(&mut self, most: usize) -> bool {
        let mut counting = std::mem::take(&mut self.counting);
        let is_done = counting.go_on(&self.places, &*self, most);
        self.counting = counting;
        is_done
    }

    /// The numbers once all is counted, a part at a time.
    pub fn counted(&mut self) -> Figures {
        while !self.count(2) {}
        self.counting.figures(usize::MAX)
    }
}

fn asked(commands: Vec<ScanCommand<Owner>>) -> impl Iterator<Item = (Owner, Round)> {
    commands.into_iter().filter_map(|command| match command {
        ScanCommand::Read { place, round } => Some((place, round)),
        ScanCommand::Wait { .. } => None,
    })
}

fn taken(waited_for: &mut Vec<(Owner, Round)>, which: usize) -> Option<(Owner, Round)> {
    let place = which.checked_rem(waited_for.len())?;
    Some(waited_for.swap_remove(place))
}

impl Source for World {
    fn look(&self) -> Looks {
        Looks {
            access: self.access.look(),
            tasks: self.tasks.as_ref().map(Scan::look),
        }
    }

    fn changed_since(&self, looks: Looks) -> Option<[&[usize]; 2]> {
        let tasks = match (&self.tasks, looks.tasks) {
            (Some(tasks), Some(look)) => tasks.changed_since(look)?,
            _ => &[],
        };
        Some([self.access.changed_since(looks.access)?, tasks])
    }

    fn owners(&self) -> &[Owner] {
        self.access.places()
    }

    fn numbers_of(&self, place: &RepositoryPath, _: Numbers) -> Numbers {
        let owner = Owner::Repository(place.clone());
        let tasks = self.tasks.as_ref();
        Numbers {
            access: self.access.number_of(&owner),
            tasks: tasks.and_then(|tasks| tasks.number_of(&owner)),
        }
    }

    fn repository(&self, numbers: Numbers) -> Told<'_> {
        let found = numbers.access.and_then(|it| self.access.found_at(it));
        let tasks = self.tasks.as_ref();
        let copies = tasks.and_then(|tasks| tasks.found_at(numbers.tasks?));
        Told {
            access: numbers.access.and_then(|it| self.access.reading_at(it)),
            list: found.map(|(list, _)| list),
            shared: found.and_then(|(_, shared)| shared.as_ref()),
            tasks: tasks.map(|tasks| tasks.reading_at(numbers.tasks?)),
            copies: copies.map(|copies| copies.iter().map(counted).collect()),
        }
    }

    fn organization(&self, number: usize) -> ToldOrganization<'_> {
        ToldOrganization {
            access: self.access.reading_at(number),
            list: self.access.found_at(number).map(|(list, _)| list),
        }
    }
}

pub fn counted(task: &(String, LastCopy, Option<Timestamp>)) -> CountedTask<'_> {
    CountedTask {
        region: &task.0,
        last_copy: task.1,
        arrived_at: task.2,
    }
}
