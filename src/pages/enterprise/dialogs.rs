//! The dialogs of SWR Enterprise. They are a file of their own, loaded while a page is looked at from
//! which they open.

use leptos::prelude::*;
#[cfg(feature = "separate-areas")]
use leptos::wasm_split::wasm_split;

use super::deed::Deed;
use super::place::Place;
use super::policies_look::Chosen;
use super::policy_dialog::policy_dialog;
use super::policy_form::{Edited, policy_form};
use super::registries_look::ChosenRegistries;
use super::registry_dialog::delete_registries_dialog;
use super::registry_form::{RegistryForm, registry_form};
use super::stop_dialog::{Stop, stop_dialog};
use crate::ui::piece::{self, Built, built, dialog_of_piece};

/// What a person wants to do.
pub enum Asked {
    /// Something with replication policies.
    Policies(Deed, Chosen),
    /// Create a replication policy.
    CreatePolicy(Place),
    /// Change one.
    EditPolicy(Place, Edited),
    /// Stop executions.
    Stop(Stop),
    /// Delete target registries, and what keeps them in use before.
    DeleteRegistries(ChosenRegistries),
    /// Create a target registry, change one or bring one back.
    RegistryForm(Place, RegistryForm),
}

/// What a dialog tells of itself.
#[derive(Clone, Copy)]
struct Answers {
    /// It is on its way.
    on_sent: Callback<()>,
    on_close: Callback<()>,
}

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        enterprise_dialogs,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_enterprise_dialogs),
        fallible
    )
)]
fn enterprise_dialogs(asked: Asked, answers: Answers) -> Built {
    let Answers { on_sent, on_close } = answers;
    Ok(match asked {
        Asked::Policies(deed, chosen) => policy_dialog(deed, chosen, on_sent, on_close),
        Asked::CreatePolicy(place) => policy_form(place, None, on_close),
        Asked::EditPolicy(place, edited) => policy_form(place, Some(edited), on_close),
        Asked::Stop(stop) => stop_dialog(stop, on_sent, on_close),
        Asked::RegistryForm(place, wanted) => registry_form(place, wanted, on_close),
        Asked::DeleteRegistries(chosen) => delete_registries_dialog(chosen, on_sent, on_close),
    })
}

#[cfg(not(feature = "separate-areas"))]
async fn load_enterprise_dialogs() -> Result<(), leptos::wasm_split::SplitLoaderError> {
    Ok(())
}

/// The dialog that asks about it; `on_sent` runs once it is on its way.
pub fn dialog_about(asked: Asked, on_sent: Callback<()>, on_close: Callback<()>) -> AnyView {
    let build = move || built(enterprise_dialogs(asked, Answers { on_sent, on_close }));
    dialog_of_piece(load_enterprise_dialogs(), build, on_close)
}

/// Loads them before one is opened.
pub fn load_ahead() {
    piece::load_ahead(load_enterprise_dialogs());
}
