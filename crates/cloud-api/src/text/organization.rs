//! Names of organizations.

use super::carried::check_carried_segment;
use super::name_rule::NameRule;
use super::ruled::{TextError, ruled_text};

ruled_text!(
    /// An organization of the shared edition: 1 to 64 characters, a lowercase letter first, a
    /// lowercase letter or digit last, `.` `_` `-` between, never two of them side by side except
    /// exactly two underscores. Some sites list other names, such as `a--b` (corrections §2).
    OrganizationName,
    check_organization,
    check_carried_segment
);

fn check_organization(text: &str) -> Result<(), TextError> {
    NameRule::ORGANIZATION.check(text)
}
