//! Sharing a repository with an account, and stopping it.

use serde::{Deserialize, Serialize};

use super::repository_write::is_same_text;
use super::shared_account::{
    AccountName, Deadline, ShareDescription, SharedAccount, ShowSharedAccount, parameters,
    shared_accounts_of,
};
use crate::clipboard::terraform::{Resource, Standing};
use crate::undo::Inverse;
use crate::wire::body;
use crate::write::{Judgement, Manner, Write};
use crate::{
    ApiError, Before, Collection, Endpoint, Loss, Meaning, Method, NotSent, Operation,
    RepositoryPath, Request, Response, Subject, Why,
};

const CREATE: Endpoint = Endpoint::swr(
    Method::Post,
    "/v2/manage/namespaces/{namespace}/repositories/{repository}/access-domains",
    "CreateRepoDomains",
);
const DELETE: Endpoint = Endpoint::swr(
    Method::Delete,
    "/v2/manage/namespaces/{namespace}/repositories/{repository}/access-domains/{access_domain}",
    "DeleteRepoDomains",
);

/// The one right that the API knows here.
const READ: &str = "read";

/// Shares a private repository with an account: `POST …/access-domains`, answered with 201 (examples
/// §2.11). It needs manage on the repository; the account can pull from the same region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateSharedAccount {
    /// Which repository.
    pub repository: RepositoryPath,
    /// With whom.
    pub account: AccountName,
    /// Until when.
    pub deadline: Deadline,
    /// What is noted beside it.
    pub description: ShareDescription,
}

/// Stops sharing a repository with an account: `DELETE …/access-domains/{access_domain}`, answered
/// with 204, or 400 `4001090` where it was stopped already (examples §2.11).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeleteSharedAccount {
    /// Which repository.
    pub repository: RepositoryPath,
    /// With whom.
    pub account: AccountName,
}

impl<M: From<DeleteSharedAccount>> Write<M> for CreateSharedAccount {
    fn request(&self) -> Result<Request, NotSent> {
        #[derive(Serialize)]
        struct Body<'a> {
            access_domain: &'a AccountName,
            permit: &'a str,
            deadline: &'a Deadline,
            description: &'a ShareDescription,
        }
        let content = Body {
            access_domain: &self.account,
            permit: READ,
            deadline: &self.deadline,
            description: &self.description,
        };
        let request = Request::new(&CREATE, &self.repository.parameters());
        Ok(request.with_body(body::encode(&content)))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::shared_account(&self.repository, &self.account)]
    }

    fn read_back(&self) -> Request {
        show(&self.repository, &self.account)
    }

    /// The description says nothing of who can pull, and a service may write it otherwise.
    fn judge(&self, _subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        match find(&self.account, read_back) {
            Ok(None) => Judgement::NotApplied,
            Ok(Some(shared)) => match shared.deadline() {
                Some(deadline) if deadline.is_same(&self.deadline) => Judgement::Applied,
                Some(_) => Judgement::NotApplied,
                None => Judgement::CannotTell(body::unreadable(read_back, "deadline is not given")),
            },
            Err(error) => Judgement::CannotTell(error),
        }
    }

    /// What is noted beside it goes with the share.
    fn are_as_left(
        &self,
        _subjects: &[Subject],
        _before: &Before,
        look: &Response,
    ) -> Vec<Judgement> {
        let noted =
            |shared: &SharedAccount| is_same_text(&shared.description, self.description.as_str());
        vec![match find(&self.account, look) {
            Ok(None) => Judgement::NotApplied,
            Ok(Some(shared)) => match shared.deadline() {
                Some(deadline) if deadline.is_same(&self.deadline) && noted(&shared) => {
                    Judgement::Applied
                }
                Some(_) => Judgement::NotApplied,
                None => Judgement::CannotTell(body::unreadable(look, "deadline is not given")),
            },
            Err(error) => Judgement::CannotTell(error),
        }]
    }

    fn inverse(&self, before: &Before) -> Inverse<M> {
        let delete = DeleteSharedAccount {
            repository: self.repository.clone(),
            account: self.account.clone(),
        };
        Inverse::of_creation(delete.into(), before)
    }

    fn changes(&self) -> Vec<Collection> {
        vec![shared_accounts_of(&self.repository)]
    }

    fn described(&self, _before: &Before) -> Option<(Resource, Standing)> {
        let description = self.description.as_str();
        let resource =
            Resource::shared_account(&self.repository, &self.account, &self.deadline, description);
        Some((resource?, Standing::New))
    }
}

impl<M: From<CreateSharedAccount>> Write<M> for DeleteSharedAccount {
    fn request(&self) -> Result<Request, NotSent> {
        let parameters = parameters(&self.repository, &self.account);
        Ok(Request::new(&DELETE, &parameters))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::shared_account(&self.repository, &self.account)]
    }

    fn read_back(&self) -> Request {
        show(&self.repository, &self.account)
    }

    fn judge(&self, _subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        match find(&self.account, read_back) {
            Ok(None) => Judgement::Applied,
            Ok(Some(_)) => Judgement::NotApplied,
            Err(error) => Judgement::CannotTell(error),
        }
    }

    fn manner(&self) -> Manner {
        Manner::Remove
    }

    /// Shares again as it was. The API takes no time of the past, so what had ended stays ended.
    fn inverse(&self, before: &Before) -> Inverse<M> {
        let Before::SharedAccount(shared) = before else {
            return Inverse::None(Why::NotRead);
        };
        if shared.account != self.account.as_str() {
            return Inverse::None(Why::NotRead);
        }
        let lost = |loss| Inverse::None(Why::AllLost(loss));
        if shared.has_expired() {
            return lost(Loss::SharedAccountExpired(shared.account.clone()));
        }
        match self.again(shared) {
            Some(create) => Inverse::of(vec![create.into()], None),
            None => lost(Loss::SharedAccountNotTaken(shared.account.clone())),
        }
    }

    fn changes(&self) -> Vec<Collection> {
        vec![shared_accounts_of(&self.repository)]
    }
}

impl DeleteSharedAccount {
    /// What would share as it was; `None` when the API takes no such share.
    fn again(&self, shared: &SharedAccount) -> Option<CreateSharedAccount> {
        (shared.permit == READ).then_some(CreateSharedAccount {
            repository: self.repository.clone(),
            account: self.account.clone(),
            deadline: shared.deadline()?,
            description: shared.description.parse().ok()?,
        })
    }
}

fn show(repository: &RepositoryPath, account: &AccountName) -> Request {
    let (repository, account) = (repository.clone(), account.clone());
    ShowSharedAccount {
        repository,
        account,
    }
    .request()
}

/// The share with this account. A repository that is gone is shared with nobody.
fn find(account: &AccountName, read_back: &Response) -> Result<Option<SharedAccount>, ApiError> {
    match ShowSharedAccount::decode(read_back) {
        Ok(Some(shared)) if !shared.account.is_empty() && shared.account != account.as_str() => {
            Err(body::unreadable(read_back, "another account is shown"))
        }
        Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Ok(None),
        read => read,
    }
}
