//! A quota in words.

use cloud_api::swr::Quota;

use crate::{Message, text};

/// How many organizations there are of those that there may be; `None` where the service does not
/// tell both.
#[must_use]
pub fn of_organizations(quota: &Quota) -> Option<Message> {
    let used = quota.used?.try_into().ok()?;
    let limit = quota.quota_limit?.try_into().ok()?;
    Some(text::create_organization_quota(limit, used))
}
