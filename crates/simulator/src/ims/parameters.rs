//! The query of a call, checked by the documented rules.

use crate::gateway::answer::Response;
use crate::gateway::incoming::Incoming;

use super::refusal::invalid;

/// Rows of a page where the call does not say, and the most that one gives.
const USUAL: usize = 500;

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

    /// The part of the rows that follows the marker.
    pub fn page<T>(&self, rows: Vec<T>, id: impl Fn(&T) -> &str) -> Result<Vec<T>, Response> {
        let limit = match self.text("limit").map(str::parse::<usize>) {
            None => USUAL,
            Some(Ok(limit @ 1..)) => limit.min(USUAL),
            Some(Ok(0) | Err(_)) => return Err(invalid("limit")),
        };
        let first = match self.text("marker") {
            None => 0,
            Some(marker) => {
                let place = rows.iter().position(|row| id(row) == marker);
                place.ok_or_else(|| invalid("marker"))? + 1
            }
        };
        Ok(rows.into_iter().skip(first).take(limit).collect())
    }
}
