//! Policies to copy: the read of them, and the policies as Terraform writes them.

use cloud_api::Request;
use cloud_api::clipboard::terraform::{Provider, Resource, Written, all};
use cloud_api::enterprise::{InstanceId, PolicySettings};
use leptos::prelude::*;

use super::row::Row;
use crate::change::copy_written::copy_written;
use crate::change::provider::use_provider;
use crate::i18n::text;
use crate::live::{Live, live};

/// The buttons. Policies whose settings are not all told are left out of Terraform, and a note counts them.
pub fn copy_policies(instance: &InstanceId, read: Request, rows: Live<Vec<Row>>) -> AnyView {
    let (instance, provider) = (instance.clone(), use_provider());
    copy_written(
        live(move || vec![read.clone()]),
        live(move || described(&instance, &rows(), provider)),
        text::policies_copy_left_out,
    )
}

fn described(instance: &InstanceId, rows: &[Row], provider: Provider) -> Written {
    let resource = |row: &Row| {
        Some(Resource::ReplicationPolicy {
            instance: instance.clone(),
            id: row.policy.id?.to_string(),
            settings: PolicySettings::of(&row.policy)?,
        })
    };
    let found: Vec<Resource> = rows.iter().filter_map(resource).collect();
    let without = (rows.len() - found.len()) as u64;
    let mut written = all(found, provider);
    written.left_out += without;
    written
}
