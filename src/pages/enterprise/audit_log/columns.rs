//! How an entry of the audit log stands in the table and in its export, which has the API's own names.

use cloud_api::enterprise::{AuditLog, Moment};
use leptos::prelude::*;
use words::enterprise::audit_operation_words;

use crate::i18n::{Untrusted, moment, t, text, timed, use_i18n};
use crate::pages::enterprise::cells::{moment_cell, moment_rank, moment_told};
use crate::table::cells::identifier::identifier_cell;
use crate::table::{Column, Columns};

/// The columns.
pub fn columns() -> Columns<AuditLog> {
    Columns {
        key: |entry| entry.id.clone(),
        name: |entry| entry.resource.clone(),
        selectable: None,
        columns: vec![
            Column::unseen().exported("id", |entry: &AuditLog| &entry.id),
            Column::text("resource", text::audit_log_resource())
                .of(|entry: &AuditLog| &entry.resource)
                .searched()
                .exported("resource", |entry| &entry.resource)
                .copied(text::audit_log_copy_resource, |entry| {
                    entry.resource.clone()
                })
                .wide(12.0, 2.0),
            Column::text("operation", text::audit_log_operation())
                .of(|entry: &AuditLog| &entry.operation)
                .exported("operation", |entry| &entry.operation)
                .cell(operation_cell)
                .wide(7.0, 0.5)
                .fact(),
            Column::text("kind", text::registries_type())
                .of(|entry: &AuditLog| &entry.resource_type)
                .exported("resource_type", |entry| &entry.resource_type)
                .wide(7.0, 0.5)
                .leaves_room(),
            Column::text("user", text::audit_log_user())
                .of(|entry: &AuditLog| &entry.username)
                .searched()
                .exported("username", |entry| &entry.username)
                .copied(text::audit_log_copy_user, |entry| entry.username.clone())
                .cell(|entry| identifier_cell(entry.username.clone()))
                .wide(9.5, 1.5)
                .own_line(),
            Column::number("time", text::audit_log_time())
                .of_rank(|entry: &AuditLog| moment_rank(&entry.op_time))
                .exported_words("op_time", |entry| moment_told(&entry.op_time))
                .cell(time_cell)
                .wide(13.0, 0.75),
        ],
    }
}

fn operation_cell(entry: &AuditLog) -> AnyView {
    match entry.known_operation() {
        Some(operation) => t(audit_operation_words(operation)).into_any(),
        None => {
            let text = entry.operation.clone();
            view! { <Untrusted text /> }.into_any()
        }
    }
}

/// To the second: who looks here asks when, not how long ago.
fn time_cell(entry: &AuditLog) -> AnyView {
    match entry.op_time {
        Moment::At(time) => {
            let words = use_i18n();
            timed(time, move |now| moment(time, now, words.language()))
        }
        _ => moment_cell(&entry.op_time),
    }
}
