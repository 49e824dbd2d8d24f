//! The accounts that repositories are shared with at first.

use cloud_api::Timestamp;
use cloud_api::swr::Deadline;

use crate::gateway::identities::PEOPLE;
use crate::gateway::written_time::written_at;
use crate::swr::shared_accounts::SharedAccount;
use crate::swr::state::repository::Repository;

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// Shares a repository with accounts for these days from the start on; `None` is for ever.
fn share(repository: &mut Repository, start: Timestamp, accounts: &[(&str, Option<i64>, &str)]) {
    let shared = (0..).zip(accounts).map(|(place, (account, days, note))| {
        let end = days.and_then(|days| {
            let end = start.plus_milliseconds(days * DAY);
            written_at(end).parse().ok()
        });
        SharedAccount {
            account: (*account).to_owned(),
            deadline: end.unwrap_or_else(Deadline::forever),
            description: (*note).to_owned(),
            creator_id: PEOPLE[0].id.to_owned(),
            creator_name: PEOPLE[0].name.to_owned(),
            created_at: start.plus_milliseconds((place - 120) * DAY),
        }
    });
    let shared: Vec<_> = shared.collect();
    repository.lists.change(|all| *all = shared);
}

/// One for ever, one for some time, one whose time is over.
pub fn of_the_shop(repository: &mut Repository, start: Timestamp) {
    let accounts = [
        ("PARTNER-GMBH", None, "Integration partner"),
        ("acme-us", Some(60), ""),
        ("Example Logistics", Some(-30), "Pilot of the spring"),
    ];
    share(repository, start, &accounts);
}

/// Names that no path can carry as they are, and names that look like others.
pub fn hostile(repository: &mut Repository, start: Timestamp) {
    let accounts = [
        ("..", None, ""),
        ("a/b", None, "<img src=x onerror=alert(1)>"),
        ("part\u{202E}ner", None, "=1+1"),
        ("50% & more?#", Some(60), ""),
        ("müller_söhne", None, ""),
    ];
    share(repository, start, &accounts);
}
