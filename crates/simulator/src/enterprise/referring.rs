//! What the deletion of a registry does with the policies that refer to it.

/// The documents do not say which of the two the cloud does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReferringPolicies {
    /// They keep the registry from being deleted, disabled ones too, as upstream Harbor does.
    #[default]
    Refuse,
    /// They stay, and refer to a registry that is gone.
    Orphan,
}

/// What a test orders, in the body of its order.
pub fn ordered(body: &[u8]) -> Option<ReferringPolicies> {
    let body: serde_json::Value = serde_json::from_slice(body).ok()?;
    match body["orphan"].as_bool()? {
        true => Some(ReferringPolicies::Orphan),
        false => Some(ReferringPolicies::Refuse),
    }
}
