//! Whether an organization or repository is there, by what showing it answered.

use crate::wire::fields::{Fields, read_object};
use crate::write::Judgement;
use crate::{ApiError, Meaning, Owner, RepositoryPath, Response, Subject};

/// Whether it is there. An answer about something else, or of another shape, tells nothing.
pub(super) fn of(subject: &Subject, read_back: &Response) -> Result<bool, ApiError> {
    let shown = read_object(read_back, |fields| match &subject.of {
        Owner::Organization(organization) => {
            demand_name(fields, organization.as_str());
            if fields.number("id").is_none() {
                fields.spoil("id");
            }
        }
        Owner::Repository(repository) => demand_repository(fields, repository),
        Owner::Account | Owner::Project(_) | Owner::Image(_) | Owner::Instance(_) => {
            fields.spoil("name")
        }
    });
    match shown {
        Ok(()) => Ok(true),
        Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Spoils an answer that does not show this repository: only its name and its address tell which it
/// is (examples §1.10).
pub(super) fn demand_repository(fields: Fields<'_>, repository: &RepositoryPath) {
    demand_name(fields, repository.name.as_str());
    if fields.flag("is_public").is_none() {
        fields.spoil("is_public");
    }
    let path = fields.text("path");
    if !path.is_empty() && !path.ends_with(&format!("/{repository}")) {
        fields.spoil("path");
    }
}

fn demand_name(fields: Fields<'_>, name: &str) {
    if fields.text("name") != name {
        fields.spoil("name");
    }
}

/// Whether an organization or repository is there, by what showing it answered; `None` when that
/// tells nothing.
#[must_use]
pub fn is_there(subject: &Subject, answer: &Response) -> Option<bool> {
    of(subject, answer).ok()
}

/// Whether that is what the write wanted.
pub(super) fn judge(found: Result<bool, ApiError>, wanted: bool) -> Judgement {
    match found {
        Ok(found) if found == wanted => Judgement::Applied,
        Ok(_) => Judgement::NotApplied,
        Err(error) => Judgement::CannotTell(error),
    }
}
