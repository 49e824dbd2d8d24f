//! Making, changing and deleting repositories.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::presence;
use super::repository::{RepositoryCategory, ShowRepository};
use crate::clipboard::terraform::{Resource, Standing};
use crate::undo::Inverse;
use crate::wire::body;
use crate::wire::fields::read_object;
use crate::write::{Judgement, Manner, Write};
use crate::{
    Before, Collection, Endpoint, Kind, Loss, Meaning, Method, NotSent, Operation, Owner,
    RepositoryName, RepositoryPath, Request, Response, Subject, Why,
};

const CREATE: Endpoint = Endpoint::swr(
    Method::Post,
    "/v2/manage/namespaces/{namespace}/repos",
    "CreateRepo",
);
const UPDATE: Endpoint = Endpoint::swr(
    Method::Patch,
    "/v2/manage/namespaces/{namespace}/repos/{repository}",
    "UpdateRepo",
);
const DELETE: Endpoint = Endpoint::swr(
    Method::Delete,
    "/v2/manage/namespaces/{namespace}/repos/{repository}",
    "DeleteRepo",
);

/// What a write says of a repository.
#[derive(Serialize)]
struct Settings<'a> {
    /// Only when it is created; else the path names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    repository: Option<&'a RepositoryName>,
    is_public: bool,
    /// An empty one is no category of the API's, so it is left out.
    #[serde(skip_serializing_if = "str::is_empty")]
    category: &'a str,
    description: &'a str,
}

impl Settings<'_> {
    /// Whether the repository is shown with these settings. A category or description that was not
    /// sent or is not shown tells nothing; an answer without the flag, or about another repository, tells nothing
    /// at all.
    fn judge(&self, repository: &RepositoryPath, read_back: &Response) -> Judgement {
        let as_wanted = read_object(read_back, |fields| {
            presence::demand_repository(fields, repository);
            let is_public = fields.flag("is_public");
            let shown = |name| fields.get(name).and_then(Value::as_str);
            let (category, description) = (shown("category"), shown("description"));
            let is_category = self.category.is_empty()
                || category.is_none_or(|category| category_word(category) == self.category);
            let is_description =
                description.is_none_or(|description| is_same_text(description, self.description));
            is_public == Some(self.is_public) && is_category && is_description
        });
        match as_wanted {
            Ok(true) => Judgement::Applied,
            Ok(false) => Judgement::NotApplied,
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Judgement::NotApplied,
            Err(error) => Judgement::CannotTell(error),
        }
    }

    fn resource(&self, repository: &RepositoryPath) -> Resource {
        Resource::Repository {
            repository: repository.clone(),
            is_public: self.is_public,
            category: self.category.to_owned(),
            description: self.description.to_owned(),
        }
    }
}

/// The word for a category in requests. The pages have `arm` in one place and `arms` in another for the
/// same (corrections §2).
fn category_word(shown: &str) -> &str {
    match shown {
        "arms" => RepositoryCategory::Arm.as_str(),
        other => other,
    }
}

/// Whether a text is shown as it was sent. White space around it and the form of its line ends are
/// not the service's to keep.
pub(super) fn is_same_text(shown: &str, sent: &str) -> bool {
    shown.trim().lines().eq(sent.trim().lines())
}

/// Creates a repository: `POST …/namespaces/{namespace}/repos`, answered with **200**
/// (examples §2.12). Needs the level edit on the organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateRepository {
    /// Where, and its name.
    pub repository: RepositoryPath,
    /// Whether everyone shall be able to pull.
    pub is_public: bool,
    /// What kind of image it will hold.
    pub category: Option<RepositoryCategory>,
    /// Free text.
    pub description: String,
}

impl CreateRepository {
    fn settings(&self) -> Settings<'_> {
        Settings {
            repository: Some(&self.repository.name),
            is_public: self.is_public,
            category: self.category.map_or("", RepositoryCategory::as_str),
            description: &self.description,
        }
    }
}

impl<M: From<DeleteRepository>> Write<M> for CreateRepository {
    fn request(&self) -> Result<Request, NotSent> {
        let request = Request::new(&CREATE, &[self.repository.organization.as_str()]);
        Ok(request.with_body(body::encode(&self.settings())))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::of_repository(&self.repository)]
    }

    fn read_back(&self) -> Request {
        show(&self.repository)
    }

    fn judge(&self, _subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        self.settings().judge(&self.repository, read_back)
    }

    /// A repository that holds tags is no longer the empty one that was made.
    fn are_as_left(
        &self,
        _subjects: &[Subject],
        _before: &Before,
        look: &Response,
    ) -> Vec<Judgement> {
        let tags = read_object(look, |fields| {
            let tags = fields.count("num_images");
            if tags.is_none() {
                fields.spoil("num_images");
            }
            tags
        });
        vec![
            match (self.settings().judge(&self.repository, look), tags) {
                (Judgement::Applied, Ok(tags)) if tags != Some(0) => Judgement::NotApplied,
                (Judgement::Applied, Err(error)) => Judgement::CannotTell(error),
                (judgement, _) => judgement,
            },
        ]
    }

    fn inverse(&self, before: &Before) -> Inverse<M> {
        let delete = DeleteRepository {
            repository: self.repository.clone(),
        };
        Inverse::of_creation(delete.into(), before)
    }

    fn changes(&self) -> Vec<Collection> {
        changes(&self.repository)
    }

    fn described(&self, _before: &Before) -> Option<(Resource, Standing)> {
        let resource = self.settings().resource(&self.repository);
        Some((resource, Standing::New))
    }
}

/// Changes whether everyone can pull, the category and the description:
/// `PATCH …/repos/{repository}`, answered with 201 (examples §1.11). All three are always sent,
/// those to keep as they were read before, because whether omitted ones are kept is not documented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UpdateRepository {
    /// Which.
    pub repository: RepositoryPath,
    /// Whether everyone shall be able to pull.
    pub is_public: bool,
    /// The category, as text because one that was read may be none that is known; an empty one is
    /// not sent, so a category cannot be taken away.
    pub category: String,
    /// The description; an empty one clears it.
    pub description: String,
}

impl UpdateRepository {
    fn settings(&self) -> Settings<'_> {
        Settings {
            repository: None,
            is_public: self.is_public,
            category: category_word(&self.category),
            description: &self.description,
        }
    }
}

impl<M: From<Self>> Write<M> for UpdateRepository {
    fn request(&self) -> Result<Request, NotSent> {
        let request = Request::new(&UPDATE, &self.repository.parameters());
        Ok(request.with_body(body::encode(&self.settings())))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::visibility(&self.repository)]
    }

    fn read_back(&self) -> Request {
        show(&self.repository)
    }

    fn judge(&self, _subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        self.settings().judge(&self.repository, read_back)
    }

    fn rests_on_what_was_read(&self) -> bool {
        true
    }

    fn over(&self, before: &Before, read_back: &Response) -> Option<(M, Before)> {
        let now = ShowRepository::decode(read_back).ok()?;
        let was = match before {
            Before::Repository(was) => Some(was),
            _ => None,
        };
        let is_shown = |name| {
            read_object(read_back, |fields| fields.get(name).is_some())
                .is_ok_and(|is_shown| is_shown)
        };
        // What the write was to change stays as it was wanted; what is not shown is not emptied.
        let mut over = self.clone();
        let keeps_category = was.is_none_or(|was| was.category == self.category);
        if keeps_category && is_shown("category") {
            over.category.clone_from(&now.category);
        }
        let keeps_description = was.is_none_or(|was| was.description == self.description);
        if keeps_description && is_shown("description") {
            over.description.clone_from(&now.description);
        }
        Some((over.into(), Before::Repository(now)))
    }

    fn inverse(&self, before: &Before) -> Inverse<M> {
        let Before::Repository(read) = before else {
            return Inverse::None(Why::NotRead);
        };
        let Some(is_public) = read.is_public else {
            return Inverse::None(Why::NotRead);
        };
        let back = Self {
            is_public,
            category: read.category.clone(),
            description: read.description.clone(),
            ..self.clone()
        };
        let had_none = read.category.is_empty() && !self.category.is_empty();
        let is_same = back.is_public == self.is_public
            && back.description == self.description
            && (self.category.is_empty() || had_none || back.category == self.category);
        let calls = if is_same {
            Vec::new()
        } else {
            vec![back.into()]
        };
        Inverse::of(calls, had_none.then_some(Loss::NoCategory))
    }

    fn changes(&self) -> Vec<Collection> {
        let of = Owner::Repository(self.repository.clone());
        vec![Collection::new(Kind::Repository, of)]
    }

    fn described(&self, _before: &Before) -> Option<(Resource, Standing)> {
        let resource = self.settings().resource(&self.repository);
        Some((resource, Standing::Existing))
    }
}

/// Deletes a repository with every tag in it: `DELETE …/repos/{repository}`, answered with 204
/// (examples §2.12). Some sites may refuse with 406 `4060012` while it holds tags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeleteRepository {
    /// Which.
    pub repository: RepositoryPath,
}

impl<M> Write<M> for DeleteRepository {
    fn request(&self) -> Result<Request, NotSent> {
        Ok(Request::new(&DELETE, &self.repository.parameters()))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::of_repository(&self.repository)]
    }

    fn read_back(&self) -> Request {
        show(&self.repository)
    }

    fn judge(&self, subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        presence::judge(presence::of(subject, read_back), false)
    }

    fn manner(&self) -> Manner {
        Manner::Remove
    }

    fn inverse(&self, _before: &Before) -> Inverse<M> {
        Inverse::None(Why::ContentGone)
    }

    fn changes(&self) -> Vec<Collection> {
        changes(&self.repository)
    }
}

/// The repository with all that is in it, and the organization, which tells how many it has.
fn changes(repository: &RepositoryPath) -> Vec<Collection> {
    let mut changed = Collection::all_of(repository);
    let of = Owner::Organization(repository.organization.clone());
    changed.push(Collection::new(Kind::Organization, of));
    changed
}

fn show(repository: &RepositoryPath) -> Request {
    let repository = repository.clone();
    ShowRepository { repository }.request()
}
