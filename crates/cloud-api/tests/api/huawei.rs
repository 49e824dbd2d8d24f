//! Terraform as it is on Huawei Cloud, whose provider has the most.

use cloud_api::clipboard::terraform::{self, Provider, Resource, Standing, Written};
use cloud_api::{Before, Mutation};

pub fn blocks(resource: &Resource, standing: Standing) -> Option<String> {
    terraform::blocks(resource, standing, Provider::HuaweiCloud)
}

pub fn all(resources: impl IntoIterator<Item = Resource>) -> Written {
    terraform::all(resources, Provider::HuaweiCloud)
}

pub fn change(mutation: &Mutation, before: &Before) -> Option<String> {
    terraform::change(mutation, before, Provider::HuaweiCloud)
}
