//! Tokens: by password, and what one is good for (examples §1.1 and §1.2).

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::account::Account;
use crate::gateway::answer::{Answer, empty, json_answer};
use crate::gateway::caller::Scope;
use crate::gateway::identities::{REGION, SUB_PROJECT, SUB_PROJECT_ID};
use crate::gateway::incoming::{Arrived, Incoming};
use crate::gateway::tokens::Issued;
use crate::gateway::written_time::date_and_time;

use super::call::Call;
use super::links::HOST;
use super::refusal::refused;
use super::state::State;

pub fn create(state: &mut State, arrived: &Arrived<'_>) -> Answer {
    let bad = || refused(400, "Bad Request", "The request body is invalid");
    let body: Value = serde_json::from_slice(&arrived.request.body).map_err(|_| bad())?;
    let auth = &body["auth"];
    let methods = &auth["identity"]["methods"];
    if *methods != json!(["password"]) && *methods != json!(["password", "totp"]) {
        return Err(bad());
    }
    let user = &auth["identity"]["password"]["user"];
    let (Some(name), Some(password), Some(account)) = (
        user["name"].as_str(),
        user["password"].as_str(),
        user["domain"]["name"].as_str(),
    ) else {
        return Err(bad());
    };
    let found = Account::named(account).and_then(|account| {
        let mut people = account.people().iter();
        let person = people.find(|person| person.name == name && person.password == password)?;
        Some((account, person))
    });
    let Some((account, person)) = found else {
        return Err(refused(
            401,
            "Unauthorized",
            "The username or password is wrong.",
        ));
    };
    let standing = state.standing(person);
    standing.check(person.id, &auth["identity"])?;
    let Some(scope) = scope(&auth["scope"], account) else {
        return Err(refused(
            403,
            "Forbidden",
            "You have no right to do this action",
        ));
    };
    let (token, issued) = state.tokens.issue(person.id, scope, arrived.now);
    let mut response = json_answer(201, &describe(state, &issued, arrived.request));
    response.headers.push(("X-Subject-Token".to_owned(), token));
    Ok(response)
}

/// The project wins where both are sent; without any scope it is the account. The account of a project's
/// name need not be sent here (corrections §6), but must be the right one.
fn scope(scope: &Value, account: Account) -> Option<Scope> {
    let (project, domain) = (&scope["project"], &scope["domain"]);
    let owner = &project["domain"];
    if owner["name"].as_str().unwrap_or(account.name()) != account.name()
        || owner["id"].as_str().unwrap_or(account.id()) != account.id()
    {
        return None;
    }
    let name_and_id = |value: &Value| {
        let text = |key: &str| value[key].as_str().map(str::to_owned);
        (text("name"), text("id"))
    };
    let has_sub_project = account == Account::Acme;
    match name_and_id(project) {
        (Some(name), _) if name == REGION => Some(Scope::Main),
        (Some(name), _) if name == SUB_PROJECT && has_sub_project => Some(Scope::Sub),
        (None, Some(id)) if id == account.main_project() => Some(Scope::Main),
        (None, Some(id)) if id == SUB_PROJECT_ID && has_sub_project => Some(Scope::Sub),
        (None, None) if project.is_null() => match name_and_id(domain) {
            (Some(name), _) if name == account.name() => Some(Scope::Account),
            (None, Some(id)) if id == account.id() => Some(Scope::Account),
            (None, None) if domain.is_null() => Some(Scope::Account),
            _ => None,
        },
        _ => None,
    }
}

/// The caller's token is checked before the subject.
pub fn validate(state: &mut State, call: &Call<'_>) -> Answer {
    let &Arrived { request, now, .. } = call.arrived;
    let invalid =
        |status, title: &str| refused(status, title, "X-Subject-Token is invalid in the request");
    let Some(subject) = request.header("X-Subject-Token") else {
        return Err(invalid(400, "Bad Request"));
    };
    let Ok(issued) = state.tokens.find(subject, now) else {
        return Err(invalid(404, "Not Found"));
    };
    let is_over_them = call.caller.is_administrator()
        && Account::of_user(&issued.user_id) == call.caller.account();
    if issued.user_id != call.caller.user_id && !is_over_them {
        return Err(refused(
            403,
            "Forbidden",
            "You are not authorized to perform the requested action.",
        ));
    }
    let mut response = json_answer(200, &describe(state, issued, request));
    response
        .headers
        .push(("X-Subject-Token".to_owned(), subject.to_owned()));
    Ok(response)
}

/// Only one's own (corrections §6).
pub fn revoke(state: &mut State, call: &Call<'_>) -> Answer {
    let &Arrived { request, now, .. } = call.arrived;
    let invalid =
        |status, title: &str| refused(status, title, "X-Subject-Token is invalid in the request");
    let Some(subject) = request.header("X-Subject-Token") else {
        return Err(invalid(400, "Bad Request"));
    };
    match state.tokens.find(subject, now) {
        Ok(issued) if issued.user_id == call.caller.user_id => {
            let subject = subject.to_owned();
            state.tokens.revoke(&subject);
            Ok(empty(204))
        }
        Ok(_) => Err(refused(
            403,
            "Forbidden",
            "You are not authorized to perform the requested action.",
        )),
        Err(_) => Err(invalid(404, "Not Found")),
    }
}

/// The body of both token calls; with any `nocatalog` there is no catalog.
fn describe(state: &State, issued: &Issued, request: &Incoming) -> Value {
    let account = Account::of_user(&issued.user_id);
    let domain = json!({ "id": account.id(), "name": account.name() });
    let name = state.users.name(&issued.user_id);
    let role = |name: &str| json!({ "id": "0", "name": name });
    let roles = match account
        .people()
        .iter()
        .find(|person| person.id == issued.user_id)
    {
        Some(person) if person.is_administrator => vec![role("te_admin"), role("secu_admin")],
        _ => vec![role("te_agency")],
    };
    let mut token = json!({
        "methods": ["password"],
        "issued_at": written(issued.issued_at),
        "expires_at": written(issued.expires_at),
        "user": { "id": issued.user_id, "name": name, "password_expires_at": "", "domain": domain },
        "roles": roles,
    });
    match issued.scope {
        Scope::Main => {
            token["project"] =
                json!({ "id": account.main_project(), "name": REGION, "domain": domain });
        }
        Scope::Sub => {
            token["project"] =
                json!({ "id": SUB_PROJECT_ID, "name": SUB_PROJECT, "domain": domain });
        }
        Scope::Account => token["domain"] = domain,
    }
    if request
        .parameter("nocatalog")
        .is_none_or(|value| value.is_empty())
    {
        token["catalog"] = catalog(issued.scope);
    }
    json!({ "token": token })
}

/// Global services, and for a project those of its region.
fn catalog(scope: Scope) -> Value {
    let service = |name: &str, id: &str, region: &str, url: &str| {
        json!({ "id": id, "name": name, "type": name, "endpoints": [{
            "id": id, "interface": "public", "region": region, "region_id": region, "url": url,
        }] })
    };
    let iam = service("iam", "100a6a3477f1495286500", "*", &format!("{HOST}/v3"));
    let swr = service(
        "swr",
        "100a6a3477f1495286501",
        REGION,
        "https://swr-api.eu-de.example.com/v2",
    );
    match scope {
        Scope::Account => json!([iam]),
        Scope::Main | Scope::Sub => json!([iam, swr]),
    }
}

/// RFC 3339 with six fraction digits, as IAM writes times.
fn written(time: Timestamp) -> String {
    let milliseconds = time.milliseconds();
    let (date, rest) = date_and_time(milliseconds.div_euclid(1_000));
    format!("{date}T{rest}.{:03}000Z", milliseconds.rem_euclid(1_000))
}
