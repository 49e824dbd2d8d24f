//! Lists of repositories, by offset and by marker (examples §1.9 and §2.10).

use serde_json::{Value, json};

use crate::gateway::answer::{Answer, Response, json_answer};
use crate::gateway::caller::Caller;
use crate::gateway::incoming::Incoming;

use super::address::{INTERNAL_REGISTRY, REGISTRY, address};
use super::call::Call;
use super::filter::filter_pairs;
use super::paging;
use super::refusal::refused;
use super::state::State;
use super::state::organization::Organization;
use super::state::repository::Repository;

/// What may stand in a `filter`.
const FILTER_KEYS: [&str; 7] = [
    "namespace",
    "name",
    "category",
    "limit",
    "offset",
    "order_column",
    "order_type",
];

/// What a list was asked for.
#[derive(Default)]
struct Wanted {
    namespace: Option<String>,
    name: Option<String>,
    category: Option<String>,
    is_public: Option<bool>,
    offset: Option<String>,
    limit: Option<String>,
    column: Option<String>,
    is_descending: bool,
}

impl Wanted {
    fn read(request: &Incoming) -> Result<Self, Response> {
        let pairs = request.pairs();
        let filter = pairs
            .iter()
            .find(|(key, _)| key == "filter")
            .map(|(_, value)| value);
        // When both styles are sent, the filter wins.
        let is_filter = filter.is_some();
        let pairs: Vec<(&str, &str)> = match filter {
            None => pairs
                .iter()
                .map(|(key, value)| (key.as_str(), value.as_str()))
                .collect(),
            Some(filter) => filter_pairs(filter)
                .ok_or_else(|| refused(400, "SVCSTG.SWR.4009014", "Invalid filter"))?,
        };
        if is_filter && pairs.iter().any(|(key, _)| !FILTER_KEYS.contains(key)) {
            return Err(refused(400, "SVCSTG.SWR.4001035", "Invalid filter"));
        }
        let value = |key: &str| {
            pairs
                .iter()
                .find(|(name, _)| *name == key)
                .map(|(_, value)| (*value).to_owned())
        };
        let is_public = match value("is_public").as_deref() {
            None => None,
            Some("true") => Some(true),
            Some("false") => Some(false),
            Some(_) => {
                return Err(refused(
                    400,
                    "SVCSTG.SWR.4001009",
                    "is_public must be a boolean",
                ));
            }
        };
        let is_descending = match value("order_type").as_deref() {
            None | Some("asc") => false,
            Some("desc") => true,
            Some(_) => return Err(refused(400, "SVCSTG.SWR.4001035", "Invalid order type")),
        };
        // Only inside a filter are the others documented by every site.
        let columns: &[&str] = match is_filter {
            true => &["name", "updated_time", "tag_count"],
            false => &["updated_at"],
        };
        let column = value("order_column");
        if column
            .as_ref()
            .is_some_and(|column| !columns.contains(&column.as_str()))
        {
            return Err(refused(400, "SVCSTG.SWR.4001035", "Invalid order column"));
        }
        Ok(Self {
            namespace: value("namespace"),
            // As a parameter of its own the name may hold `$` for a slash; inside a filter not.
            name: value("name").map(|name| match is_filter {
                true => name,
                false => name.replace('$', "/"),
            }),
            category: value("category"),
            is_public,
            offset: value("offset"),
            limit: value("limit"),
            column,
            is_descending,
        })
    }

    fn fits(&self, organization: &Organization, repository: &Repository) -> bool {
        let part = |wanted: &Option<String>, text: &str| {
            wanted
                .as_ref()
                .is_none_or(|wanted| text.contains(wanted.as_str()))
        };
        part(&self.namespace, &organization.name)
            && part(&self.name, &repository.name)
            && self
                .category
                .as_ref()
                .is_none_or(|wanted| *wanted == repository.category)
            && self
                .is_public
                .is_none_or(|wanted| wanted == repository.is_public)
    }

    fn rows<'a>(
        &self,
        state: &'a State,
        caller: &Caller,
    ) -> Vec<(&'a Organization, &'a Repository)> {
        let all = state.organizations.values().flat_map(|organization| {
            let repositories = organization.repositories.values();
            repositories.map(move |repository| (organization, repository))
        });
        all.filter(|(organization, repository)| self.fits(organization, repository))
            .filter(|(organization, repository)| organization.level_on(repository, caller) > 0)
            .collect()
    }
}

pub fn by_offset(state: &mut State, call: &Call<'_>) -> Answer {
    let wanted = Wanted::read(call.request)?;
    let page = paging::page(wanted.offset.as_deref(), wanted.limit.as_deref())?;
    let mut rows = wanted.rows(state, call.caller);
    match wanted.column.as_deref() {
        Some("name") => rows.sort_by(|(_, one), (_, other)| one.name.cmp(&other.name)),
        Some("updated_time" | "updated_at") => {
            rows.sort_by(|(_, one), (_, other)| one.updated_at.cmp(&other.updated_at));
        }
        Some("tag_count") => rows.sort_by_key(|(_, repository)| repository.num_images),
        None | Some(_) => {}
    }
    if wanted.is_descending {
        rows.reverse();
    }
    let total = rows.len();
    Ok(paging::answer(rows, page, |(organization, repository)| {
        summary(organization, repository, total)
    }))
}

/// A row of the list by offset; other names for the times than a repository by itself has.
fn summary(organization: &Organization, repository: &Repository, total: usize) -> Value {
    json!({
        "name": repository.name,
        "category": repository.category,
        "description": repository.description,
        "size": repository.size,
        "is_public": repository.is_public,
        "num_images": repository.num_images,
        "num_download": repository.num_download,
        "created_at": repository.created_at,
        "updated_at": repository.updated_at,
        "logo": "",
        "url": "",
        "path": address(REGISTRY, organization, repository),
        "internal_path": address(INTERNAL_REGISTRY, organization, repository),
        "domain_name": organization.account().name(),
        "namespace": organization.name,
        // A repository without images has null here, not an empty list.
        "tags": repository.tags.newest_names(),
        "status": false,
        "total_range": total,
    })
}

/// The newest first; the marker is the ID of the last row of the page before.
pub fn by_marker(state: &mut State, call: &Call<'_>) -> Answer {
    let wanted = Wanted::read(call.request)?;
    let limit = paging::limit(call.request.parameter("limit").as_deref())?;
    let marker = call.request.parameter("marker");
    let Ok(marker) = marker.map(|marker| marker.parse::<u64>()).transpose() else {
        return Err(refused(400, "SVCSTG.SWR.4001025", "Invalid marker"));
    };
    let mut rows = wanted.rows(state, call.caller);
    rows.retain(|(_, repository)| marker.is_none_or(|marker| repository.id < marker));
    rows.sort_by_key(|(_, repository)| std::cmp::Reverse(repository.id));
    let is_last = rows.len() <= limit;
    rows.truncate(limit);
    let repos: Vec<Value> = rows
        .iter()
        .map(|(organization, repository)| {
            json!({
                "id": repository.id,
                "name": repository.name,
                "category": repository.category,
                "description": repository.description,
                "size": repository.size,
                "is_public": repository.is_public,
                "num_images": repository.num_images,
                "num_download": repository.num_download,
                "created_at": repository.created_at,
                "updated_at": repository.updated_at,
                "domain_name": organization.account().name(),
                "namespace_name": organization.name,
                "status": false,
            })
        })
        .collect();
    let mut body = json!({ "repos": repos });
    if let Some((_, last)) = rows.last().filter(|_| !is_last) {
        body["nextMarker"] = json!(last.id);
    }
    Ok(json_answer(200, &body))
}
