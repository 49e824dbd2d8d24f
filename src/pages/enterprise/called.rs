//! What pages about an instance are called, by what was read of it.

use cloud_api::enterprise::{PolicyId, ShowInstance, ShowPolicy};

use super::place::Place;
use super::routes::{Route, Tab};
use crate::i18n::{Message, text};
use crate::query::use_query;
use crate::ui::call_page_above;

/// A name (untrusted text), where there is one; without it a page keeps its ID.
pub fn called(name: &str) -> Option<Message> {
    (!name.is_empty()).then(|| text::item_name(name))
}

/// Reads what the instance above a page is called.
pub fn call_instance_above(place: &Place) {
    let details = use_query(ShowInstance {
        project: place.project.clone(),
        instance: place.instance.clone(),
    });
    let page = Route::Instance(place.instance.clone(), Tab::ReplicationPolicies);
    call_page_above(page.to_string(), move || called(&details.value()?.name));
}

/// Reads what the policy above a page is called.
pub fn call_policy_above(place: &Place, policy: PolicyId) {
    let details = use_query(ShowPolicy {
        project: place.project.clone(),
        instance: place.instance.clone(),
        policy,
    });
    let page = Route::Policy(place.instance.clone(), policy);
    call_page_above(page.to_string(), move || called(&details.value()?.name));
}
