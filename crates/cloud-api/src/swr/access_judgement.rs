//! What an access list that is read back says of the grants that a write was about.

use std::collections::BTreeMap;

use super::access::{AccessList, AccessRow, Grant};
use crate::wire::body;
use crate::wire::fields::read_object;
use crate::write::Judgement;
use crate::{ApiError, Kind, Meaning, Response, Subject};

/// An access list, understood once however many grants are looked for in it.
pub(super) struct ReadBack {
    /// By user ID.
    rows: Result<BTreeMap<String, AccessRow>, ApiError>,
    /// Set when a row that does not say whose it is may be the one that is looked for.
    open: Option<ApiError>,
    /// Set when a row does not tell its level.
    level_not_given: ApiError,
}

impl ReadBack {
    /// An object that is no access list tells nothing: the caller's own level can be missing, the
    /// others' cannot.
    pub(super) fn of(answer: &Response) -> Self {
        let list = read_object(answer, |fields| {
            if !fields.has("others_auths") {
                fields.spoil("others_auths");
            }
            AccessList::read(fields)
        });
        let list = match list {
            // What is gone took its grants along.
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => {
                Ok(AccessList::default())
            }
            read => read,
        };
        let is_open = |list: &AccessList| {
            list.left_out() > 0 || list.grants().iter().any(|row| row.user_id.is_empty())
        };
        let nameless = || body::unreadable(answer, "a grant without user_id");
        let open = list.as_ref().is_ok_and(is_open).then(nameless);
        let rows = list.map(|list| {
            // Of two rows of one user the first counts.
            let rows = list.grants().iter().rev();
            rows.map(|row| (row.user_id.clone(), row.clone())).collect()
        });
        Self {
            rows,
            open,
            level_not_given: body::unreadable(answer, "auth is not given"),
        }
    }

    /// The direct grant of the subject's user, if any.
    fn row_of(&self, subject: &Subject) -> Result<Option<&AccessRow>, ApiError> {
        let rows = self.rows.as_ref().map_err(Clone::clone)?;
        let row = rows.get(&subject.id);
        match (row.filter(|_| subject.kind == Kind::Grant), &self.open) {
            (None, Some(error)) => Err(error.clone()),
            (row, _) => Ok(row),
        }
    }

    /// Whether a subject has no grant any more.
    pub(super) fn removed(&self, subject: &Subject) -> Judgement {
        match self.row_of(subject) {
            Ok(None) => Judgement::Applied,
            Ok(Some(_)) => Judgement::NotApplied,
            Err(error) => Judgement::CannotTell(error),
        }
    }

    /// Whether each subject has the level that was given.
    pub(super) fn granted(&self, grants: &[Grant], subjects: &[&Subject]) -> Vec<Judgement> {
        let wanted = grants.iter().rev();
        let wanted: BTreeMap<&str, i64> = wanted
            .map(|grant| (grant.user_id.as_str(), grant.auth.number()))
            .collect();
        let judge = |subject: &&Subject| match self.row_of(subject).map(|row| row.map(|it| it.auth))
        {
            Ok(None) => Judgement::NotApplied,
            Ok(Some(None)) => Judgement::CannotTell(self.level_not_given.clone()),
            Ok(Some(auth)) if auth == wanted.get(&*subject.id).copied() => Judgement::Applied,
            Ok(Some(_)) => Judgement::NotApplied,
            Err(error) => Judgement::CannotTell(error),
        };
        subjects.iter().map(judge).collect()
    }
}
