//! A place in the console: a path and what stands behind its `?`.

use crate::browser::demo::PARAMETER;

/// A path and the parameters behind the `?`, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The path after the mount point, as it stands in the address bar.
    pub path: String,
    /// Filters and the like.
    pub query: Vec<(String, String)>,
}

impl Location {
    /// Reads what stands after the mount point: path, `?`, query.
    #[must_use]
    pub fn parse(address: &str) -> Self {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let decode = |text: &str| {
            let spaces = text.replace('+', " ");
            percent_encoding::percent_decode_str(&spaces)
                .decode_utf8_lossy()
                .into_owned()
        };
        let query = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .map(|(key, value)| (decode(key), decode(value)))
            // Which environment it is of is no part of a place.
            .filter(|(key, _)| key != PARAMETER)
            .collect();
        Self {
            path: path.to_owned(),
            query,
        }
    }

    /// A parameter's value; the first where there are several.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let pair = self.query.iter().find(|(key, _)| key == name)?;
        Some(&pair.1)
    }

    /// The address, relative to the mount point.
    #[must_use]
    pub fn address(&self) -> String {
        if self.query.is_empty() {
            return self.path.clone();
        }
        let query = cloud_api::canonical_query(
            self.query
                .iter()
                .map(|(key, value)| (key.as_str(), value.as_str())),
        );
        format!("{}?{query}", self.path)
    }
}
