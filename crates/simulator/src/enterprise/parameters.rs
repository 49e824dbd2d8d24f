//! The query of a call, checked by the documented rules (corrections §5).

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::answer::{Answer, Response, json_answer};
use crate::gateway::incoming::Incoming;

use super::refusal::invalid;

/// Rows of a page where the call does not say, of most lists.
pub const USUAL: u64 = 10;
/// The most that a page has.
pub const MOST: u64 = 100;

/// What a list can be sorted by.
pub struct Order<'o, T> {
    pub columns: &'o [&'o str],
    pub name: fn(&T) -> &str,
    pub created: fn(&T) -> Timestamp,
    pub updated: fn(&T) -> Timestamp,
}

pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    pub fn of(request: &Incoming) -> Self {
        Self(request.pairs())
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// One of the known words.
    pub fn word(&self, name: &str, known: &[&str]) -> Result<Option<&str>, Response> {
        match self.text(name) {
            Some(word) if !known.contains(&word) => Err(invalid(name)),
            found => Ok(found),
        }
    }

    /// A whole number from 0.
    pub fn number(&self, name: &str) -> Result<Option<u64>, Response> {
        let parsed = self.text(name).map(str::parse).transpose();
        parsed.map_err(|_| invalid(name))
    }

    pub fn limit(&self, usual: u64) -> Result<u64, Response> {
        let limit = self.number("limit")?.unwrap_or(usual);
        match (1..=MOST).contains(&limit) {
            true => Ok(limit),
            false => Err(invalid("limit")),
        }
    }

    /// Sorts by creation, the newest first, where nothing else is asked for.
    pub fn sort<T>(&self, rows: &mut [&T], order: &Order<'_, T>) -> Result<(), Response> {
        let by = self.word("order_column", order.columns)?;
        let direction = self.word("order_type", &["desc", "asc"])?;
        match by {
            Some("name") => rows.sort_by(|one, other| (order.name)(one).cmp((order.name)(other))),
            Some("updated_at") => rows.sort_by_key(|row| (order.updated)(row)),
            _ => rows.sort_by_key(|row| (order.created)(row)),
        }
        if direction != Some("asc") {
            rows.reverse();
        }
        Ok(())
    }

    /// The asked part of a list under its key, with the number of all its rows. An offset is a multiple
    /// of the limit.
    pub fn page<T>(
        &self,
        key: &str,
        rows: Vec<T>,
        usual: u64,
        describe: impl Fn(T) -> Value,
    ) -> Answer {
        let limit = self.limit(usual)?;
        let offset = self.number("offset")?.unwrap_or(0);
        if !offset.is_multiple_of(limit) {
            return Err(invalid("offset must be 0 or a multiple of limit"));
        }
        let total = rows.len();
        let first = usize::try_from(offset).unwrap_or(usize::MAX);
        let page: Vec<Value> = rows
            .into_iter()
            .skip(first)
            .take(limit as usize)
            .map(describe)
            .collect();
        Ok(json_answer(200, &json!({ key: page, "total": total })))
    }
}
