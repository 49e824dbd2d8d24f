//! Accounts of other customers that a private repository is shared with: `access-domains`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::text::ruled::{CharacterRule, TextError, check_characters, ruled_text};
use crate::wire::fields::{Fields, read_array, read_object};
use crate::{
    ApiError, Collection, Endpoint, Kind, Listed, Method, Operation, Owner, RepositoryPath,
    Request, Response, Timestamp,
};

const LIST: Endpoint = Endpoint::swr(
    Method::Get,
    "/v2/manage/namespaces/{namespace}/repositories/{repository}/access-domains",
    "ListRepoDomains",
);
const SHOW: Endpoint = Endpoint::swr(
    Method::Get,
    "/v2/manage/namespaces/{namespace}/repositories/{repository}/access-domains/{access_domain}",
    "ShowAccessDomain",
);

ruled_text!(
    /// The name of another account as a request can carry it. The API documents no rule for it
    /// (operations.json, ShowAccessDomain), so only what its place in a path forbids is refused: an
    /// empty name, `.` and `..` would name another path, `/` is sent as `$` and would name another
    /// account, and no name has control characters.
    AccountName,
    check_account
);

fn check_account(text: &str) -> Result<(), TextError> {
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    let is_path = matches!(text, "." | "..");
    check_characters(text, CharacterRule::NotAllowed, |_, character| {
        !is_path && character != '/' && !character.is_control()
    })
}

ruled_text!(
    /// What is noted beside a share: up to 1,000 characters, or none (examples §2.11).
    ShareDescription,
    check_description
);

impl ShareDescription {
    /// Characters that it may have.
    pub const LONGEST: usize = 1_000;
}

fn check_description(text: &str) -> Result<(), TextError> {
    let (length, maximum) = (text.chars().count(), ShareDescription::LONGEST);
    if length > maximum {
        return Err(TextError::TooLong { length, maximum });
    }
    Ok(())
}

/// Until when a share is valid, in the API's own words: `forever`, or a time in UTC (reference §5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Deadline(String);

/// A text that is neither `forever` nor a time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is neither `forever` nor a time in UTC")]
pub struct NoDeadline(pub String);

const FOREVER: &str = "forever";

impl Deadline {
    /// Without an end.
    #[must_use]
    pub fn forever() -> Self {
        Self(FOREVER.to_owned())
    }

    /// The time, `None` for ever.
    #[must_use]
    pub fn time(&self) -> Option<Timestamp> {
        Timestamp::parse(&self.0)
    }

    /// The day with whose beginning in UTC it ends, such as `2027-02-01`; `None` for ever, or when it
    /// ends at another time of a day.
    #[must_use]
    pub fn utc_day(&self) -> Option<String> {
        const DAY: i64 = 24 * 60 * 60 * 1_000;
        let begins = self.time()?.milliseconds() % DAY == 0;
        // A text with a shift from UTC may name another day.
        let day = self.0.split_once('T').filter(|_| self.0.ends_with('Z'));
        day.filter(|_| begins).map(|(day, _)| day.to_owned())
    }

    /// Whether both end in the same second: fractions come back as the service likes.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let seconds = |deadline: &Self| {
            let time = deadline.time()?;
            Some(time.milliseconds().div_euclid(1_000))
        };
        seconds(self) == seconds(other)
    }
}

impl TryFrom<String> for Deadline {
    type Error = NoDeadline;

    fn try_from(text: String) -> Result<Self, NoDeadline> {
        if text == FOREVER || Timestamp::parse(&text).is_some() {
            Ok(Self(text))
        } else {
            Err(NoDeadline(text))
        }
    }
}

impl FromStr for Deadline {
    type Err = NoDeadline;

    fn from_str(text: &str) -> Result<Self, NoDeadline> {
        text.to_owned().try_into()
    }
}

impl From<Deadline> for String {
    fn from(deadline: Deadline) -> Self {
        deadline.0
    }
}

impl fmt::Display for Deadline {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// An account that a repository is shared with, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedAccount {
    /// The account's name; untrusted text.
    pub account: String,
    /// What it may do; the API knows `read` only.
    pub permit: String,
    /// `forever`, or when the share ends, RFC 3339 in UTC.
    pub deadline: String,
    /// Free text; untrusted.
    pub description: String,
    /// Who shared; untrusted text.
    pub creator_name: String,
    /// Since when, RFC 3339 in UTC.
    pub created: String,
    /// Whether the share has not ended yet, where the service says so.
    pub is_valid: Option<bool>,
}

impl SharedAccount {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            account: fields.text("access_domain"),
            permit: fields.text("permit"),
            deadline: fields.text("deadline"),
            description: fields.text("description"),
            creator_name: fields.text("creator_name"),
            created: fields.text("created"),
            is_valid: fields.flag("status"),
        }
    }

    /// The name, where a request can carry it; only then can the sharing be stopped.
    #[must_use]
    pub fn name(&self) -> Option<AccountName> {
        self.account.parse().ok()
    }

    /// Until when, where the service told it in the documented form.
    #[must_use]
    pub fn deadline(&self) -> Option<Deadline> {
        self.deadline.parse().ok()
    }

    /// Whether the service says that the share has ended.
    #[must_use]
    pub fn has_expired(&self) -> bool {
        self.is_valid == Some(false)
    }
}

/// Reads the accounts that a repository is shared with: `GET …/access-domains` (examples §2.11). Not
/// paged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListSharedAccounts {
    /// Of which repository.
    pub repository: RepositoryPath,
}

impl ListSharedAccounts {
    /// Rows that the service gives at most, though a repository can be shared with 500 accounts
    /// (reference §5).
    pub const MOST: usize = 100;
}

impl Operation for ListSharedAccounts {
    type Output = Listed<SharedAccount>;

    fn request(&self) -> Request {
        Request::new(&LIST, &self.repository.parameters())
    }

    fn collection(&self) -> Option<Collection> {
        Some(shared_accounts_of(&self.repository))
    }

    fn decode(response: &Response) -> Result<Listed<SharedAccount>, ApiError> {
        read_array(response, SharedAccount::read)
    }
}

/// Reads whether a repository is shared with an account: `GET …/access-domains/{access_domain}`
/// (examples §2.11). When it is not, the service answers with 200 or with 400 `4001090`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowSharedAccount {
    /// Which repository.
    pub repository: RepositoryPath,
    /// With whom.
    pub account: AccountName,
}

impl Operation for ShowSharedAccount {
    type Output = Option<SharedAccount>;

    fn request(&self) -> Request {
        Request::new(&SHOW, &parameters(&self.repository, &self.account))
    }

    fn collection(&self) -> Option<Collection> {
        Some(shared_accounts_of(&self.repository))
    }

    fn decode(response: &Response) -> Result<Option<SharedAccount>, ApiError> {
        read_object(response, |fields| {
            let shared = SharedAccount::read(fields);
            match fields.flag("exist") {
                Some(false) => return None,
                Some(true) => {}
                None if shared.account.is_empty() => fields.spoil("exist"),
                None => {}
            }
            Some(shared)
        })
    }
}

/// The names in the order in which paths have them.
pub(super) fn parameters<'a>(
    repository: &'a RepositoryPath,
    account: &'a AccountName,
) -> [&'a str; 3] {
    let [organization, name] = repository.parameters();
    [organization, name, account.as_str()]
}

pub(super) fn shared_accounts_of(repository: &RepositoryPath) -> Collection {
    Collection::new(Kind::SharedAccount, Owner::Repository(repository.clone()))
}
