//! Lists of repositories, by offset and by marker (examples §1.9 and §2.10).

use serde_json::{Value, json};

use crate::gateway::answer::{Answer, Response, json_answer};
use crate::gateway::incoming::Incoming;

use super::address::{INTERNAL_REGISTRY, REGISTRY, address};
use super::call::Call;
use super::filter::filter_pairs;
use super::listing::{Order, Selection};
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
    selection: Selection,
    offset: Option<String>,
    limit: Option<String>,
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
        let order = match (value("order_column").as_deref(), is_filter) {
            (None, _) => Order::Organization,
            (Some("name"), true) => Order::Name,
            (Some("updated_time"), true) | (Some("updated_at"), false) => Order::Updated,
            (Some("tag_count"), true) => Order::Tags,
            (Some(_), _) => {
                return Err(refused(400, "SVCSTG.SWR.4001035", "Invalid order column"));
            }
        };
        let selection = Selection {
            namespace: value("namespace"),
            // As a parameter of its own the name may hold `$` for a slash; inside a filter not.
            name: value("name").map(|name| match is_filter {
                true => name,
                false => name.replace('$', "/"),
            }),
            category: value("category"),
            is_public,
            order,
            is_descending,
        };
        Ok(Self {
            selection,
            offset: value("offset"),
            limit: value("limit"),
        })
    }
}

pub fn by_offset(state: &mut State, call: &Call<'_>) -> Answer {
    let wanted = Wanted::read(call.request)?;
    let page = paging::page(wanted.offset.as_deref(), wanted.limit.as_deref())?;
    let rows = state.listing(&wanted.selection, call.caller);
    paging::answer(&rows, page, |place| {
        let (organization, repository) = state.repository(place)?;
        Ok(summary(organization, repository, rows.len()))
    })
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
    let newest = Selection {
        order: Order::Newest,
        is_descending: false,
        ..wanted.selection
    };
    let rows = state.listing(&newest, call.caller);
    let start = rows.partition_point(|place| {
        let repository = state.repository(place);
        marker.is_some_and(|marker| repository.is_ok_and(|(_, found)| found.id >= marker))
    });
    let rows = &rows[start..];
    let is_last = rows.len() <= limit;
    let rows = &rows[..limit.min(rows.len())];
    let rows = rows.iter().map(|place| state.repository(place));
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
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
