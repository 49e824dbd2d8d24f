//! What a task copies, or to where.

use serde_json::Value;

use crate::wire::fields::Fields;

/// What a task copies, or to where. The service sends the JSON text of Harbor's resource, and in older
/// examples a plain text (corrections §5).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TaskResource {
    /// Artifacts of a repository.
    Artifacts {
        /// The repository with its namespace; untrusted text.
        repository: String,
        /// Their tags; untrusted texts, none for artifacts without any.
        tags: Vec<String>,
    },
    /// As the service wrote it; untrusted text, empty where it is not told.
    Text(String),
}

impl Default for TaskResource {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl TaskResource {
    pub(super) fn read(fields: Fields<'_>, name: &'static str) -> Self {
        match fields.get(name) {
            Some(Value::String(text)) => {
                let told = serde_json::from_str(text).ok();
                let resource = told.as_ref().and_then(Self::of_harbor);
                resource.unwrap_or_else(|| Self::Text(text.clone()))
            }
            Some(value) => Self::of_harbor(value).unwrap_or_else(|| Self::Text(value.to_string())),
            None => Self::default(),
        }
    }

    /// `None` for a resource that names no repository.
    fn of_harbor(resource: &Value) -> Option<Self> {
        let metadata = resource.get("metadata")?;
        let repository = metadata.get("repository")?.get("name")?.as_str()?;
        if repository.is_empty() {
            return None;
        }
        let artifacts = metadata.get("artifacts").and_then(Value::as_array);
        let tags = artifacts.into_iter().flatten();
        let tags = tags.filter_map(|artifact| artifact.get("tags")?.as_array());
        let tags = tags.flatten().filter_map(Value::as_str);
        Some(Self::Artifacts {
            repository: repository.to_owned(),
            tags: tags.map(str::to_owned).collect(),
        })
    }
}
