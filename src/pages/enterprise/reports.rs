//! The tabs that only tell of an instance: its overview and its audit log. They are a file of their own,
//! loaded while another tab is looked at.

use cloud_api::enterprise::Instance;
use leptos::prelude::*;
#[cfg(feature = "separate-areas")]
use leptos::wasm_split::wasm_split;

use super::place::Place;
use super::{audit_log, overview};
use crate::query::Query;
use crate::ui::piece::{self, Built, built, page_of_piece};

/// A tab that only tells.
#[derive(Clone, Copy)]
pub enum Report {
    /// What the instance is, how much it holds, and where its images go; from what was read of it.
    Overview(Query<Instance>),
    /// Who did what with its images.
    AuditLog,
}

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        enterprise_reports,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_enterprise_reports),
        fallible
    )
)]
fn enterprise_reports(place: Place, report: Report) -> Built {
    Ok(match report {
        Report::Overview(details) => overview::page(&place, details),
        Report::AuditLog => audit_log::page(&place),
    })
}

#[cfg(not(feature = "separate-areas"))]
async fn load_enterprise_reports() -> Result<(), leptos::wasm_split::SplitLoaderError> {
    Ok(())
}

/// The tab.
pub fn page(place: Place, report: Report) -> AnyView {
    let build = move || untrack(|| built(enterprise_reports(place.clone(), report)));
    page_of_piece(load_enterprise_reports, build)
}

/// Loads them before one is opened.
pub fn load_ahead() {
    piece::load_ahead(load_enterprise_reports());
}
