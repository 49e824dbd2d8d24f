//! What policies are narrowed by: when they run, whether they run at all, and how they ran last.

use cloud_api::enterprise::{RunStatus, TriggerType};
use leptos::prelude::*;
use words::replication_policy::{run_status_words, trigger_words};

use super::row::Row;
use crate::i18n::{Message, text};
use crate::listing::choices::{AllRows, Called, Choices, Trait, choices_menu};
use crate::table::GridRows;

/// The names of the parameters in the address.
pub const PARAMETERS: &[&str] = &["triggers", "state", "result"];

/// When it runs.
pub const TRIGGER: Trait<Row> = Trait {
    parameter: PARAMETERS[0],
    of: |row| &row.policy.trigger_type,
    words: trigger_words,
};

/// Whether it runs at all.
const STATE: Trait<Row> = Trait {
    parameter: PARAMETERS[1],
    of: Row::state,
    words: state_words,
};

/// How it ran last.
const RESULT: Trait<Row> = Trait {
    parameter: PARAMETERS[2],
    of: |row| row.last_run.result(),
    words: result_words,
};

/// All of them.
pub const TRAITS: &[Trait<Row>] = &[TRIGGER, STATE, RESULT];

fn state_words(name: &str) -> Option<Message> {
    match name {
        "enabled" => Some(text::policies_enabled()),
        "disabled" => Some(text::policies_disabled()),
        _ => None,
    }
}

fn result_words(name: &str) -> Option<Message> {
    match name {
        "never" => Some(text::policies_never()),
        "earlier" => Some(text::policies_earlier()),
        other => run_status_words(other),
    }
}

/// All, as check boxes in menus.
pub fn menus(choices: Choices<Row>, all: AllRows<Row>, rows: GridRows) -> AnyView {
    let trigger = Called {
        id: "policy-triggers",
        label: text::policies_trigger,
        chosen: text::policies_trigger_chosen,
    };
    let state = Called {
        id: "policy-states",
        label: text::registries_status,
        chosen: text::policies_status_chosen,
    };
    let result = Called {
        id: "policy-results",
        label: text::policies_last_run,
        chosen: text::policies_last_run_chosen,
    };
    let triggers = TriggerType::ALL.map(TriggerType::name);
    let results = [RunStatus::Failed, RunStatus::Succeeded].map(RunStatus::name);
    let states = ["enabled", "disabled"];
    [
        choices_menu(trigger, TRIGGER, choices, all, (&triggers, rows)),
        choices_menu(state, STATE, choices, all, (&states, rows)),
        choices_menu(result, RESULT, choices, all, (&results, rows)),
    ]
    .into_any()
}
