//! Which repositories and tags meet the conditions of a policy.

use super::cannot_tell::CannotTell;
use super::filter::{Filter, FilterType};
use super::glob::Glob;
use crate::Listed;

/// The conditions of a policy, understood. A name has to meet all that look at names, a tag all that look
/// at tags; without any, everything is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matching {
    names: Vec<Glob>,
    tags: Vec<Glob>,
}

impl Matching {
    /// What the conditions take.
    ///
    /// # Errors
    /// Where one of them is not understood, because then nothing is sure of the others' result.
    pub fn of(filters: &Listed<Filter>) -> Result<Self, CannotTell> {
        if filters.left_out > 0 {
            return Err(CannotTell::Unread);
        }
        let mut matching = Self {
            names: Vec::new(),
            tags: Vec::new(),
        };
        for filter in filters.iter() {
            if !matches!(&*filter.decoration, "" | "matches") {
                return Err(CannotTell::Unknown(filter.decoration.clone()));
            }
            let globs = match filter.known_type() {
                Some(FilterType::Name) => &mut matching.names,
                Some(FilterType::Tag) => &mut matching.tags,
                None => return Err(CannotTell::Unknown(filter.filter_type.clone())),
            };
            let pattern = filter.value.as_ref().ok_or(CannotTell::Unread)?;
            // Harbor takes everything where a pattern is empty.
            if pattern.is_empty() {
                continue;
            }
            let glob = pattern.parse().map_err(|error| CannotTell::Pattern {
                pattern: pattern.clone(),
                error,
            })?;
            globs.push(glob);
        }
        Ok(matching)
    }

    /// Whether a repository is taken, by namespace and name joined by `/`.
    #[must_use]
    pub fn takes_repository(&self, whole_name: &str) -> bool {
        self.names.iter().all(|glob| glob.matches(whole_name))
    }

    /// Whether a tag is taken.
    #[must_use]
    pub fn takes_tag(&self, tag: &str) -> bool {
        self.tags.iter().all(|glob| glob.matches(tag))
    }
}
