//! Who a token or access key is for, and where it works.

use changes::Scope;
use cloud_api::{ProjectId, RegionId, Timestamp};
use config::Place;

use crate::net::Credential;

/// Who a token or access key is for, and where it works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    pub(super) credential: Credential,
    /// Where requests go.
    pub place: Place,
    /// ID of the person's user; compared with the rows of access lists.
    pub user_id: String,
    /// Name of the person's user; untrusted text.
    pub user_name: String,
    /// ID of the account; compared with what rows are of.
    pub account_id: String,
    /// Name of the account; untrusted text.
    pub account_name: String,
    /// The project.
    pub project_id: ProjectId,
    /// Its region, which is also the main project's name.
    pub region: RegionId,
    /// Until when the token is good, where IAM said so readably. A key does not tell.
    pub expires_at: Option<Timestamp>,
}

impl Identity {
    /// In whose name and where the token or key acts.
    #[must_use]
    pub fn scope(&self) -> Scope {
        Scope {
            cloud: self.place.cloud_id().to_owned(),
            region: self.region.to_string(),
            project_id: self.project_id.to_string(),
            user_id: self.user_id.clone(),
        }
    }

    /// Whether an access key signs in its name.
    #[must_use]
    pub fn is_of_key(&self) -> bool {
        matches!(self.credential, Credential::Key(_))
    }

    /// Tells this person from others in what the tab remembers.
    pub(super) fn mark(&self) -> String {
        let cloud = match self.place {
            Place::OwnOrigin => String::new(),
            Place::Of(cloud, _) => format!("{} ", cloud.id),
        };
        format!("{cloud}{} {} ", self.account_id, self.user_id)
    }
}
