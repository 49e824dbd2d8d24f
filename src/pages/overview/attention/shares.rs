//! Machine images that others share and that wait for an answer.

use cloud_api::Meaning;
use cloud_api::ims::MemberStatus;
use leptos::prelude::*;

use super::line::line;
use crate::i18n::text;
use crate::live::{derived, live};
use crate::pages::overview::reading::Reading;
use crate::scans::machine_images::received;
use crate::ui::IconName;

/// Where they are answered.
const SHARED_WITH_ME: &str = "machine-images/shared-with-me";

/// The line.
pub fn shares(reading: Option<Reading>) -> AnyView {
    let list = received(MemberStatus::Pending);
    if let Some(reading) = reading {
        reading.refreshes_with_it(list.status);
    }
    let pending = derived(move || list.rows.with(|rows| rows.len() as u64));
    let failed = derived(move || list.status.error.get());
    live(move || {
        let told = match (pending.get(), failed.get()) {
            (0, None) => None,
            // That list says why.
            (0, Some(error)) => {
                let words = match error.meaning() {
                    Some(Meaning::WrongPath) => text::machine_images_not_offered(),
                    _ => text::received_pending_failed(),
                };
                Some((words, SHARED_WITH_ME.to_owned()))
            }
            (pending, _) => Some((
                text::overview_attention_pending(pending),
                format!("{SHARED_WITH_ME}?status=pending"),
            )),
        };
        line(IconName::Server, told)
    })
    .into_any()
}
