//! SWR Enterprise: instances, the target registries of each, and what is replicated to and from them.

mod audit_log;
mod called;
mod cells;
mod choices;
mod deed;
mod dialogs;
mod execution;
mod followed;
mod instance;
mod instances;
mod lines;
mod listed_field;
mod lists;
mod new_run;
mod overview;
mod place;
mod places;
mod policies;
mod policies_look;
mod policy;
mod policy_actions;
mod policy_dialog;
mod policy_form;
mod policy_pages;
mod policy_side;
mod progress_cells;
mod registries_look;
mod registry_actions;
mod registry_dialog;
mod registry_form;
mod registry_row;
mod replication;
mod reports;
mod routes;
mod run_cells;
mod running;
mod stop_dialog;
mod target_registries;
mod unchangeable;
mod use_cells;

use cloud_api::TextError;
use leptos::prelude::*;
use words::text_problem::id_problem;

use crate::i18n::{t, text};
use crate::session::at_project;
use crate::work::Entry;
use dialogs::{Asked, dialog_about};
use place::Place;
use registry_form::{RegistryForm, Restoring};

pub use routes::{Route, Tab};

/// The form that brings back a target registry which a change has taken away.
pub fn restore_form(of: Entry, asked: changes::Asked, on_close: Callback<()>) -> AnyView {
    let place = Place {
        project: asked.registry.project.clone(),
        instance: asked.registry.instance.clone(),
    };
    let wanted = RegistryForm::Restore(Box::new(Restoring { of, asked }));
    let asked = Asked::RegistryForm(place, wanted);
    dialog_about(asked, Callback::new(|()| ()), on_close)
}

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Instances => at_project(instances::page),
        Route::Instance(instance, tab) => at_project(move |project| {
            let instance = instance.clone();
            instance::page(Place { project, instance }, tab)
        }),
        Route::Policy(instance, id) => at_project(move |project| {
            let instance = instance.clone();
            policy_pages::page(Place { project, instance }, id, None)
        }),
        Route::Execution(instance, policy, id) => at_project(move |project| {
            let instance = instance.clone();
            policy_pages::page(Place { project, instance }, policy, Some(id))
        }),
        Route::MalformedInstance { error, .. } => malformed_instance(&error),
    }
}

/// The page of an ID that no instance can have: nothing is asked.
fn malformed_instance(error: &TextError) -> AnyView {
    view! {
        <p>{t(id_problem(error))}</p>
        <p>
            <a href=Route::Instances.to_string()>{t(text::instance_back())}</a>
        </p>
    }
    .into_any()
}
