//! Tokens: by password, and what one is good for (examples §1.1 and §1.2).

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::answer::{Answer, json_answer};
use crate::gateway::caller::Scope;
use crate::gateway::identities::{
    ACCOUNT_ID, ACCOUNT_NAME, PEOPLE, PROJECT_ID, REGION, SUB_PROJECT, SUB_PROJECT_ID,
};
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
    if auth["identity"]["methods"] != json!(["password"]) {
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
    let person = PEOPLE.iter().find(|person| {
        person.name == name && person.password == password && account == ACCOUNT_NAME
    });
    let Some(person) = person else {
        return Err(refused(
            401,
            "Unauthorized",
            "The username or password is wrong.",
        ));
    };
    let Some(scope) = scope(&auth["scope"]) else {
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
fn scope(scope: &Value) -> Option<Scope> {
    let (project, domain) = (&scope["project"], &scope["domain"]);
    let owner = &project["domain"];
    if owner["name"].as_str().unwrap_or(ACCOUNT_NAME) != ACCOUNT_NAME
        || owner["id"].as_str().unwrap_or(ACCOUNT_ID) != ACCOUNT_ID
    {
        return None;
    }
    let name_and_id = |value: &Value| {
        let text = |key: &str| value[key].as_str().map(str::to_owned);
        (text("name"), text("id"))
    };
    match name_and_id(project) {
        (Some(name), _) if name == REGION => Some(Scope::Main),
        (Some(name), _) if name == SUB_PROJECT => Some(Scope::Sub),
        (None, Some(id)) if id == PROJECT_ID => Some(Scope::Main),
        (None, Some(id)) if id == SUB_PROJECT_ID => Some(Scope::Sub),
        (None, None) if project.is_null() => match name_and_id(domain) {
            (Some(name), _) if name == ACCOUNT_NAME => Some(Scope::Account),
            (None, Some(id)) if id == ACCOUNT_ID => Some(Scope::Account),
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
    if issued.user_id != call.caller.user_id && !call.caller.is_administrator() {
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

/// The body of both token calls; with any `nocatalog` there is no catalog.
fn describe(state: &State, issued: &Issued, request: &Incoming) -> Value {
    let domain = json!({ "id": ACCOUNT_ID, "name": ACCOUNT_NAME });
    let name = state.users.name(&issued.user_id);
    let role = |name: &str| json!({ "id": "0", "name": name });
    let roles = match PEOPLE.iter().find(|person| person.id == issued.user_id) {
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
            token["project"] = json!({ "id": PROJECT_ID, "name": REGION, "domain": domain });
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
