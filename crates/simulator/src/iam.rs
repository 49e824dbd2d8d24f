//! Tokens, projects, users (examples §1.1 to §1.4).

use cloud_api::{Response, Timestamp};
use serde_json::{Value, json};

use crate::identities::{
    ACCOUNT_ID, ACCOUNT_NAME, PEOPLE, PROJECT_ID, REGION, SUB_PROJECT, SUB_PROJECT_ID,
};
use crate::incoming::Incoming;
use crate::refusal::{iam, iam_code, json_answer, unknown_path};
use crate::signature::{Caller, caller};
use crate::state::{Issued, Scope, State};

/// Where this IAM says it lives.
const HOST: &str = "https://iam.eu-de.example.com";

/// Answers a request of IAM.
pub fn answer(state: &mut State, request: &Incoming, path: &str, now: Timestamp) -> Response {
    match (&*request.method, path) {
        ("POST", "/v3/auth/tokens") => create_token(state, request, now),
        ("GET", "/v3/auth/tokens") => validate_token(state, request, now),
        ("GET", "/v3/auth/projects") => match checked(state, request, path, now) {
            Ok(_) => projects(),
            Err(refusal) => refusal,
        },
        ("GET", "/v3/users") => match checked(state, request, path, now) {
            // The one Security Administrator of the account.
            Ok(caller) if caller.is_administrator() => users(state, request),
            Ok(_) => iam(
                403,
                "Forbidden",
                "You are not authorized to perform the requested action: identity:list_users",
            ),
            Err(refusal) => refusal,
        },
        _ => unknown_path(),
    }
}

/// IAM's own words for a caller that it does not accept (examples §1.2).
fn checked(
    state: &State,
    request: &Incoming,
    path: &str,
    now: Timestamp,
) -> Result<Caller, Response> {
    if request.header("Authorization").is_some() {
        return caller(state, request, path, now);
    }
    let Some(token) = request.header("X-Auth-Token") else {
        return Err(iam(401, "Unauthorized", "Authentication required"));
    };
    match state.tokens.get(token) {
        None => Err(iam(401, "Unauthorized", "The X-Auth-Token is invalid!")),
        Some(issued) if issued.expires_at <= now => {
            Err(iam_code(401, "IAM.0066", "The token has expired."))
        }
        Some(issued) => Ok(Caller {
            user_id: issued.user_id.clone(),
            scope: issued.scope,
        }),
    }
}

fn create_token(state: &mut State, request: &Incoming, now: Timestamp) -> Response {
    let bad = || iam(400, "Bad Request", "The request body is invalid");
    let Ok(body) = serde_json::from_slice::<Value>(&request.body) else {
        return bad();
    };
    let auth = &body["auth"];
    if auth["identity"]["methods"] != json!(["password"]) {
        return bad();
    }
    let user = &auth["identity"]["password"]["user"];
    let (Some(name), Some(password), Some(account)) = (
        user["name"].as_str(),
        user["password"].as_str(),
        user["domain"]["name"].as_str(),
    ) else {
        return bad();
    };
    let person = PEOPLE.iter().find(|person| {
        person.name == name && person.password == password && account == ACCOUNT_NAME
    });
    let Some(person) = person else {
        return iam(401, "Unauthorized", "The username or password is wrong.");
    };
    let Some(scope) = scope(&auth["scope"]) else {
        return iam(403, "Forbidden", "You have no right to do this action");
    };
    let (token, issued) = state.issue(person.id, scope, now);
    let mut response = json_answer(201, &describe(state, &issued, request));
    response.headers.push(("X-Subject-Token".to_owned(), token));
    response
}

/// The project wins where both are sent; without any scope it is the account.
fn scope(scope: &Value) -> Option<Scope> {
    let (project, domain) = (&scope["project"], &scope["domain"]);
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
fn validate_token(state: &State, request: &Incoming, now: Timestamp) -> Response {
    let caller = match checked(state, request, "/v3/auth/tokens", now) {
        Ok(caller) => caller,
        Err(refusal) => return refusal,
    };
    let invalid =
        |status, title: &str| iam(status, title, "X-Subject-Token is invalid in the request");
    let Some(subject) = request.header("X-Subject-Token") else {
        return invalid(400, "Bad Request");
    };
    match state.tokens.get(subject) {
        Some(issued) if issued.expires_at > now => {
            if issued.user_id != caller.user_id && !caller.is_administrator() {
                return iam(
                    403,
                    "Forbidden",
                    "You are not authorized to perform the requested action.",
                );
            }
            let mut response = json_answer(200, &describe(state, issued, request));
            response
                .headers
                .push(("X-Subject-Token".to_owned(), subject.to_owned()));
            response
        }
        Some(_) | None => invalid(404, "Not Found"),
    }
}

/// The body of both token calls; with any `nocatalog` there is no catalog.
fn describe(state: &State, issued: &Issued, request: &Incoming) -> Value {
    let domain = json!({ "id": ACCOUNT_ID, "name": ACCOUNT_NAME });
    let name = state.user_name(&issued.user_id);
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

fn projects() -> Response {
    let project = |id: &str, name: &str, parent: &str, description: &str| {
        json!({
            "id": id,
            "name": name,
            "domain_id": ACCOUNT_ID,
            "parent_id": parent,
            "is_domain": false,
            "enabled": true,
            "description": description,
            "links": { "self": format!("{HOST}/v3/projects/{id}") },
        })
    };
    json_answer(
        200,
        &json!({
            "projects": [
                project(PROJECT_ID, REGION, ACCOUNT_ID, ""),
                project(SUB_PROJECT_ID, SUB_PROJECT, PROJECT_ID, "team"),
            ],
            "links": links("/v3/auth/projects"),
        }),
    )
}

fn users(state: &State, request: &Incoming) -> Response {
    let name = request.parameter("name");
    let enabled = match request.parameter("enabled").as_deref() {
        None => None,
        Some("true") => Some(true),
        Some("false") => Some(false),
        Some(_) => return iam(400, "Bad Request", "enabled must be true or false"),
    };
    let is_account = request
        .parameter("domain_id")
        .is_none_or(|id| id == ACCOUNT_ID);
    let users: Vec<Value> = state
        .users
        .iter()
        .filter(|_| is_account)
        .filter(|(_, user)| name.as_ref().is_none_or(|name| *name == user.name))
        .filter(|(_, user)| enabled.is_none_or(|enabled| enabled == user.enabled))
        .map(|(id, user)| {
            json!({
                "id": id,
                "name": user.name,
                "domain_id": ACCOUNT_ID,
                "enabled": user.enabled,
                "description": "",
                "password_expires_at": null,
                "links": { "self": format!("{HOST}/v3/users/{id}") },
            })
        })
        .collect();
    json_answer(200, &json!({ "users": users, "links": links("/v3/users") }))
}

fn links(path: &str) -> Value {
    json!({ "self": format!("{HOST}{path}"), "previous": null, "next": null })
}

/// RFC 3339 with six fraction digits, as IAM writes times.
fn written(time: Timestamp) -> String {
    let milliseconds = time.milliseconds();
    let (date, rest) = crate::written_time::date_and_time(milliseconds.div_euclid(1_000));
    format!("{date}T{rest}.{:03}000Z", milliseconds.rem_euclid(1_000))
}
