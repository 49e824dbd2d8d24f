//! The query of a call, checked by the documented rules.

use std::ops::RangeInclusive;

use serde_json::{Value, json};

use crate::gateway::answer::{Answer, Response, json_answer};
use crate::gateway::incoming::Incoming;

use super::refusal::invalid;

/// The types of registries that a query may name.
pub const REGISTRY_TYPES: [&str; 6] = [
    "Harbor",
    "Jfrog",
    "SwrPrivate",
    "SwrShared",
    "SwrEnterprise",
    "Other",
];

pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    pub fn of(request: &Incoming) -> Self {
        Self(request.pairs())
    }

    fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// A text of at least one and at most so many characters.
    pub fn text(&self, name: &str, longest: usize) -> Result<Option<String>, Response> {
        match self.get(name) {
            Some(text) if !(1..=longest).contains(&text.chars().count()) => Err(invalid(name)),
            found => Ok(found.map(str::to_owned)),
        }
    }

    pub fn number(&self, name: &str, range: RangeInclusive<i64>) -> Result<Option<i64>, Response> {
        let Some(text) = self.get(name) else {
            return Ok(None);
        };
        match text.parse() {
            Ok(number) if range.contains(&number) => Ok(Some(number)),
            Ok(_) | Err(_) => Err(invalid(name)),
        }
    }

    /// One of the known words.
    pub fn word(&self, name: &str, known: &[&str]) -> Result<Option<String>, Response> {
        match self.get(name) {
            Some(word) if !known.contains(&word) => Err(invalid(name)),
            found => Ok(found.map(str::to_owned)),
        }
    }

    /// Some of the types, parted by commas; `None` when all are meant.
    pub fn registry_types(&self) -> Result<Option<Vec<String>>, Response> {
        const NAME: &str = "registry_type";
        let Some(list) = self.get(NAME) else {
            return Ok(None);
        };
        let types: Vec<String> = list.split(',').map(str::to_owned).collect();
        if types
            .iter()
            .all(|one| REGISTRY_TYPES.contains(&one.as_str()))
        {
            Ok(Some(types))
        } else {
            Err(invalid(NAME))
        }
    }

    /// The asked part of a list, with the number of all its rows.
    pub fn page<T>(&self, rows: Vec<T>, describe: impl Fn(T) -> Value) -> Answer {
        self.page_of(rows, 200, describe)
    }

    /// The same of a list that gives at most so many rows, though more may be asked for.
    pub fn page_of<T>(&self, rows: Vec<T>, most: i64, describe: impl Fn(T) -> Value) -> Answer {
        let offset = self.number("offset", 0..=2_000_000)?.unwrap_or(0);
        let limit = self.number("limit", 10..=200)?.unwrap_or(10);
        let total = rows.len();
        let page: Vec<Value> = rows
            .into_iter()
            .skip(offset as usize)
            .take(limit.min(most) as usize)
            .map(describe)
            .collect();
        Ok(json_answer(
            200,
            &json!({ "total_num": total, "data_list": page }),
        ))
    }
}
