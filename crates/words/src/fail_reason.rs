//! Why a registry or an image failed, in words.

use cloud_api::hss::FailReason;

use crate::{Message, text};

/// What a documented cause means and what to do next.
#[must_use]
pub fn remedy(reason: FailReason) -> Message {
    match reason {
        FailReason::ClusterAbnormal => text::fail_reason_cluster(),
        FailReason::NoWayToRegistry => text::fail_reason_no_way(),
        FailReason::ServiceFault => text::fail_reason_service(),
    }
}

/// A cause in words where it is a documented one, else as HSS words it.
#[must_use]
pub fn cause(reason: &str) -> Message {
    match FailReason::named(reason) {
        Some(known) => remedy(known),
        None => text::item_name(reason),
    }
}
