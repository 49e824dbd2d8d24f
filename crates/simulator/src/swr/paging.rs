//! Pages of lists by offset and limit.

use serde_json::Value;

use crate::gateway::answer::{Answer, Response, json_answer};

use super::refusal::refused;

const DEFAULT_LIMIT: usize = 100;

fn bad() -> Response {
    refused(400, "SVCSTG.SWR.4000056", "Invalid page size")
}

/// Rows to pass over and to give; `None` when the two did not come together, and are ignored.
pub fn page(offset: Option<&str>, limit: Option<&str>) -> Result<Option<(usize, usize)>, Response> {
    let (Some(offset), Some(_)) = (offset, limit) else {
        return Ok(None);
    };
    let offset = offset.parse().map_err(|_| bad())?;
    Ok(Some((offset, self::limit(limit)?)))
}

/// Rows to give.
pub fn limit(limit: Option<&str>) -> Result<usize, Response> {
    let Some(limit) = limit else {
        return Ok(DEFAULT_LIMIT);
    };
    match limit.parse() {
        Ok(limit) if (1..=1_000).contains(&limit) => Ok(limit),
        _ => Err(bad()),
    }
}

/// The page of these rows, with its `Content-Range` where a page was asked for.
pub fn answer<T>(
    rows: &[T],
    page: Option<(usize, usize)>,
    describe: impl Fn(&T) -> Result<Value, Response>,
) -> Answer {
    let total = rows.len();
    let (offset, limit) = page.unwrap_or((0, DEFAULT_LIMIT));
    let rows = rows.iter().skip(offset).take(limit);
    let body = rows.map(describe).collect::<Result<Vec<Value>, _>>()?;
    let range = format!("{offset}-{}/{total}", body.len());
    let mut response = json_answer(200, &Value::Array(body));
    if page.is_some() {
        response.headers.push(("Content-Range".to_owned(), range));
    }
    Ok(response)
}
