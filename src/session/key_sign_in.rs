//! From an access key to a checked identity.

use std::rc::Rc;

use cloud_api::iam::{
    AccessKeyId, ListDomains, ListProjectsNamed, Named, ShowAccessKey, ShowUser, TokenScope,
};
use cloud_api::swr::{AccessPlace, ListOrganizations, ShowAccess, Visibility};
use cloud_api::{ApiError, Meaning, Operation, OrganizationName, Secret, Unreadable, UserId};
use futures::FutureExt as _;

use super::key_in_use::KeyInUse;
use super::outcome::Identity;
use super::outcome::{Again, Begin, MainProject, SignInError};
use super::project_choice::{begin_in, main_project, main_projects};
use super::sign_in::place_of;
use crate::browser::hmac_key::HmacKey;
use crate::net::{Credential, Net, Signer as _, SigningKey};

/// An access key as a person gave it.
#[derive(Debug)]
pub struct GivenKey {
    /// Its ID.
    pub id: AccessKeyId,
    /// Its secret.
    pub secret: Secret,
    /// What comes with a temporary key.
    pub security_token: Option<Secret>,
    /// Whose it is, for where nothing that can be asked tells.
    pub user_id: Option<UserId>,
}

/// How many organizations are asked whose a temporary key is.
const ORGANIZATIONS_ASKED: usize = 3;

/// Finds out with an access key for which account, project and person it is. One call goes first, and
/// nothing is asked any more once a signature is refused. Without a scope the one project that there is
/// is taken, or one is chosen.
///
/// # Errors
/// [`SignInError`] says why it cannot be used; [`SignInError::SeveralProjects`] goes on from here.
pub async fn sign_in_with_key(
    net: Net,
    given: GivenKey,
    scope: Option<TokenScope>,
) -> Result<Identity, SignInError> {
    let is_temporary = given.security_token.is_some();
    let secret = HmacKey::import(given.secret).await;
    let secret = secret.map_err(|_| SignInError::NotSecure)?;
    let key = KeyInUse::new(given.id.clone(), secret, given.security_token);
    let account = account(net, &key).await?;
    let key = key.of_account(account.id.clone());
    let projects = projects(net, &key, scope).await?;
    let owner = Owner {
        access_key: (!is_temporary).then_some(given.id),
        user_id: given.user_id,
        account,
    };
    let owner = Rc::new(owner);
    begin_in(net, projects, begin_with(net, key, owner)).await
}

fn begin_with(net: Net, key: KeyInUse, owner: Rc<Owner>) -> Begin {
    Rc::new(move |project: &MainProject| {
        in_project(net, key.clone(), Rc::clone(&owner), project.clone()).boxed_local()
    })
}

/// Whose the key is, as far as it is known before a project is.
struct Owner {
    /// The ID of a permanent key.
    access_key: Option<AccessKeyId>,
    user_id: Option<UserId>,
    account: Named,
}

async fn in_project(
    net: Net,
    key: KeyInUse,
    owner: Rc<Owner>,
    project: MainProject,
) -> Result<Identity, SignInError> {
    let again = Again::new(begin_with(net.for_good(), key.clone(), Rc::clone(&owner)));
    let key = key.in_project(project.id.clone());
    let place = place_of(net, &project.region)?;
    let person = person(net.at(place), &key, &owner).await?;
    Ok(Identity {
        credential: Credential::Key(SigningKey::new(Rc::new(key))),
        again: Some(again),
        unused: None,
        place,
        user_id: person.id,
        user_name: person.name,
        account_id: owner.account.id.clone(),
        account_name: owner.account.name.clone(),
        project_id: project.id,
        region: project.region,
        expires_at: None,
    })
}

async fn ask<O: Operation>(
    net: Net,
    key: &KeyInUse,
    operation: O,
) -> Result<O::Output, SignInError> {
    let answer = key.send(net, operation.request()).await;
    answer
        .and_then(|response| O::decode(&response))
        .map_err(|error| why(key, error))
}

fn why(key: &KeyInUse, error: ApiError) -> SignInError {
    match key.wrong_clock() {
        Some(clock) => SignInError::WrongClock(clock, error),
        None => SignInError::Key(error),
    }
}

async fn account(net: Net, key: &KeyInUse) -> Result<Named, SignInError> {
    let accounts = ask(net, key, ListDomains).await?;
    let account = accounts
        .rows
        .into_iter()
        .find(|account| !account.id.is_empty());
    account.ok_or_else(|| {
        SignInError::Key(ApiError::Unreadable(Unreadable {
            status: 200,
            at: "domains names no account".to_owned(),
            request_id: None,
        }))
    })
}

/// The projects that are meant. The list of the person's own needs no right; the account's is asked
/// where that one does not have the region.
async fn projects(
    net: Net,
    key: &KeyInUse,
    scope: Option<TokenScope>,
) -> Result<Vec<MainProject>, SignInError> {
    let own = Credential::Key(SigningKey::new(Rc::new(key.clone())));
    let own = main_projects(net, own)
        .await
        .map_err(|error| why(key, error));
    let Some(scope) = scope else {
        return own;
    };
    let is_meant = |project: &MainProject| match &scope {
        TokenScope::Region(region) => project.region == *region,
        TokenScope::Project(id) => project.id == *id,
    };
    let mut meant = own.clone().unwrap_or_default();
    meant.retain(is_meant);
    if let (true, TokenScope::Region(region)) = (meant.is_empty(), &scope) {
        let named = ListProjectsNamed {
            region: region.clone(),
        };
        if let Ok(list) = ask(net, key, named).await {
            meant = list.projects.rows.iter().filter_map(main_project).collect();
            meant.retain(is_meant);
        }
    }
    match (meant.is_empty(), own) {
        (false, _) => Ok(meant),
        (true, Err(error)) => Err(error),
        (true, Ok(_)) => Err(SignInError::NotInScope),
    }
}

/// Whose the key is: IAM knows it of permanent keys, SWR tells the caller of whatever has an access list.
async fn person(net: Net, key: &KeyInUse, owner: &Owner) -> Result<Named, SignInError> {
    if let Some(access_key) = owner.access_key.clone() {
        match ask(net, key, ShowAccessKey { access_key }).await {
            Ok(found) => return Ok(named(net, key, found.user_id).await),
            Err(error) if is_end(&error) => return Err(error),
            Err(_) => {}
        }
    }
    if let Some(person) = of_access_lists(net, key).await? {
        return Ok(person);
    }
    match &owner.user_id {
        Some(id) => Ok(named(net, key, id.to_string()).await),
        None => Err(SignInError::PersonUnknown),
    }
}

/// A person with the name that IAM knows them by; without one their ID stands for it.
async fn named(net: Net, key: &KeyInUse, id: String) -> Named {
    let user = match UserId::listed(&id) {
        Some(user_id) => ask(net, key, ShowUser { user_id }).await.ok(),
        None => None,
    };
    let name = user.map(|user| user.name).filter(|name| !name.is_empty());
    Named {
        name: name.unwrap_or_else(|| id.clone()),
        id,
    }
}

/// Whom SWR names as the caller, where an access list can be read.
async fn of_access_lists(net: Net, key: &KeyInUse) -> Result<Option<Named>, SignInError> {
    let list = ListOrganizations {
        visibility: Visibility::Granted,
        name: None,
    };
    let organizations = match ask(net, key, list).await {
        Ok(organizations) => organizations,
        Err(error) if is_end(&error) => return Err(error),
        Err(_) => return Ok(None),
    };
    let names = organizations.rows.iter();
    let names = names.filter_map(|it| OrganizationName::listed(&it.name));
    for name in names.take(ORGANIZATIONS_ASKED) {
        let place = AccessPlace::Organization(name);
        let Ok(access) = ask(net, key, ShowAccess { place }).await else {
            continue;
        };
        if let Some(own) = access.self_auth.filter(|own| !own.user_id.is_empty()) {
            return Ok(Some(Named {
                id: own.user_id,
                name: own.user_name,
            }));
        }
    }
    Ok(None)
}

/// Whether nothing more is to be asked with this key.
fn is_end(error: &SignInError) -> bool {
    match error {
        SignInError::Key(error) => error.meaning() == Some(Meaning::SignInAgain),
        SignInError::WrongClock(..) => true,
        _ => false,
    }
}
