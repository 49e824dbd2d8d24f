//! The pages of one policy and of one execution of it. They are a file of their own, loaded while a
//! page is looked at from which they open.

use cloud_api::enterprise::{ExecutionId, PolicyId};
use leptos::prelude::*;
#[cfg(feature = "separate-areas")]
use leptos::wasm_split::wasm_split;

use super::place::Place;
use super::{execution, policy};
use crate::ui::piece::{self, Built, built, page_of_piece};

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        enterprise_policy,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_enterprise_policy),
        fallible
    )
)]
fn enterprise_policy(place: Place, policy: PolicyId, execution: Option<ExecutionId>) -> Built {
    Ok(match execution {
        None => policy::page(place, policy),
        Some(execution) => execution::page(place, policy, execution),
    })
}

#[cfg(not(feature = "separate-areas"))]
async fn load_enterprise_policy() -> Result<(), leptos::wasm_split::SplitLoaderError> {
    Ok(())
}

/// The page of a policy, or of an execution of it.
pub fn page(place: Place, policy: PolicyId, execution: Option<ExecutionId>) -> AnyView {
    let build = move || untrack(|| built(enterprise_policy(place.clone(), policy, execution)));
    page_of_piece(load_enterprise_policy, build)
}

/// Loads them before one is opened.
pub fn load_ahead() {
    piece::load_ahead(load_enterprise_policy());
}
