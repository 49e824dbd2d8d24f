//! How a registry of a task stands in the table and in its export, which has the API's own names.

use std::hash::{Hash, Hasher};
use std::rc::Rc;

use cloud_api::hss::{FailReason, Grouped, TaskRegistry, by_cause};
use leptos::prelude::*;
use words::fail_reason::remedy;
use words::registry_type::type_words;

use crate::i18n::{Untrusted, t, text};
use crate::pages::security_sync::again_dialog::shown_name;
use crate::pages::security_sync::grouping::{BY_CAUSE, Grouping, alike};
use crate::pages::security_sync::registry_status::{rank, status_pill};
use crate::pages::security_sync::registry_type::type_cell;
use crate::table::cells::unnameable::unnameable;
use crate::table::{Column, Columns, selectable_where};

/// A registry and where it stands when those that failed alike stand together.
#[derive(Clone)]
pub struct Row {
    /// The registry.
    pub registry: TaskRegistry,
    grouped: Grouped,
}

/// What is seen of it: the place in the order is not.
impl Hash for Row {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.registry.hash(state);
        self.grouped.alike.hash(state);
        self.grouped.group.hash(state);
    }
}

/// The rows of a task's registries.
pub fn grouped(registries: &[TaskRegistry]) -> Rc<Vec<Row>> {
    let grouped = by_cause(registries);
    let rows = registries.iter().cloned().zip(grouped);
    Rc::new(
        rows.map(|(registry, grouped)| Row { registry, grouped })
            .collect(),
    )
}

/// The columns; red is for the `latest` task.
pub fn columns(grouping: Grouping, latest: Memo<bool>) -> Columns<Row> {
    Columns {
        key: |row| row.registry.registry_id.clone(),
        name: |row| shown_name(&row.registry).to_owned(),
        selectable: Some(|row| {
            selectable_where(row.registry.to_sync().is_some(), text::table_unnameable)
        }),
        columns: vec![
            Column::unseen()
                .of(|row: &Row| &row.registry.registry_id)
                .searched()
                .exported("registry_id", |row| &row.registry.registry_id)
                .copied(text::table_copy_id, |row| row.registry.registry_id.clone()),
            Column::text("name", text::registries_name())
                .of(|row: &Row| shown_name(&row.registry))
                .searched()
                .exported("registry_name", |row| &row.registry.registry_name)
                .cell(name_cell)
                .wide(11.5, 1.75),
            Column::text("type", text::registries_type())
                .of(|row: &Row| &row.registry.registry_type)
                .searched_as(|row| type_words(&row.registry.registry_type))
                .exported("registry_type", |row| &row.registry.registry_type)
                .cell(|row| type_cell(&row.registry.registry_type))
                .wide(9.0, 1.0)
                .leaves_room(),
            Column::text("status", text::registries_status())
                .of_rank(|row: &Row| rank(&row.registry.sync_status))
                .exported("sync_status", |row| &row.registry.sync_status)
                .cell(move |row| status_pill(&row.registry.sync_status, latest))
                .wide(9.0, 1.0)
                .fact(),
            Column::text(BY_CAUSE, text::image_sync_tasks_cause())
                .of_rank(|row: &Row| row.grouped.place as i64)
                .exported("failed_reason", |row| &row.registry.failed_reason)
                .cell(move |row| cause_cell(row, grouping))
                .wide(16.0, 2.0)
                .own_lines(),
            Column::unseen()
                .of(|row: &Row| &row.registry.failed_reason)
                .searched_as(|row| FailReason::named(&row.registry.failed_reason).map(remedy)),
        ],
    }
}

fn name_cell(row: &Row) -> AnyView {
    let name = shown_name(&row.registry).to_owned();
    view! {
        <Untrusted text=name />
        {unnameable(row.registry.to_sync().is_some())}
    }
    .into_any()
}

fn cause_cell(row: &Row, grouping: Grouping) -> AnyView {
    let cause = row.registry.failed_reason.clone();
    let words = match FailReason::named(&cause) {
        Some(known) => view! { <span title=known.name()>{t(remedy(known))}</span> }.into_any(),
        None => view! { <Untrusted text=cause.clone() /> }.into_any(),
    };
    view! {
        {words}
        {alike(row.grouped, grouping)}
    }
    .into_any()
}
