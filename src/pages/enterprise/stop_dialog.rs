//! Before executions are stopped: which, and what happens to what they copy.

use changes::{PlannedWrite, RestsOn};
use cloud_api::enterprise::{Execution, ExecutionId, Page, PolicyId, StopExecution};
use cloud_api::{Before, Mutation};
use leptos::prelude::*;

use super::lines::lines_of;
use super::place::Place;
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Counted, Ends, WriteDialog, consequence, plan_of};
use crate::i18n::{Message, text};
use crate::live::{derived, live};
use crate::query::Query;
use crate::ui::ButtonKind;

/// What shall be stopped.
pub struct Stop {
    /// Where.
    pub place: Place,
    /// Of which policy.
    pub policy: PolicyId,
    /// The executions.
    pub executions: Vec<ExecutionId>,
    /// Where they were read.
    pub read: Query<Page<Execution>>,
}

/// The dialog. How they stand is read once more before anything is sent; what has ended by then is not
/// stopped.
pub fn stop_dialog(stop: Stop, on_sent: Callback<()>, on_close: Callback<()>) -> AnyView {
    let Stop {
        place,
        policy,
        executions,
        read,
    } = stop;
    let count = executions.len();
    let (place, executions) = (StoredValue::new(place), StoredValue::new(executions));
    // Those that are not over.
    let open = move || -> Vec<ExecutionId> {
        let page = read.value();
        let rows = page.iter().flat_map(|page| page.rows.iter());
        let open = rows.filter(|row| !row.is_over()).filter_map(|row| row.id);
        executions.with_value(|chosen| open.filter(|id| chosen.contains(id)).collect())
    };
    let planned = move || -> Vec<PlannedWrite> {
        let stop = |execution: ExecutionId| {
            let place = place.get_value();
            PlannedWrite {
                names: vec![execution.to_string()],
                before: Before::Nothing,
                mutation: Mutation::StopExecution(StopExecution {
                    project: place.project,
                    instance: place.instance,
                    policy,
                    execution,
                }),
            }
        };
        open().into_iter().map(stop).collect()
    };
    let lines = move || {
        let lines = open().into_iter();
        let line = |id: ExecutionId| text::execution_called(id.to_string());
        lines_of(lines.map(line).collect::<Vec<Message>>())
    };
    let content = view! {
        {live(lines)}
        {consequence(text::executions_stop_consequence())}
    };
    WriteDialog {
        title: text::work_stop_executions(count as u64),
        place: None,
        content: content.into_any(),
        copies: Copies::Requests(live(planned)),
        confirmation: Confirmation::for_count(count),
        kind: ButtonKind::Danger,
        action: text::work_stop_executions(count as u64),
        check: Box::new(|| true),
        look: Look::over(move || read.read_again(), open, move || read.error()),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::executions_not_checked(),
        plan: Box::new(move || plan_of(planned())),
        ends: Ends::WhenSent(Box::new(move |_| on_sent.run(()))),
        on_close,
    }
    .show_counted(Counted {
        nothing: text::executions_nothing_left(),
        count: derived(move || planned().len()),
        says: text::work_stop_executions,
        title: None,
    })
}
