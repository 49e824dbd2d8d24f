//! Secrets that writes lack wherever they are kept or copied: in the memory of this page alone, and only
//! until the service has taken what they belong to.

use cloud_api::enterprise::AccessSecret;
use cloud_api::{Mutation, NotSent, Request};
use leptos::prelude::*;

/// The secrets that were typed, each with the whole write that it was typed for: another write over the
/// same thing may go to another place, which must not get it.
#[derive(Clone, Copy)]
pub(super) struct Secrets(StoredValue<Vec<(Mutation, AccessSecret)>>);

impl Secrets {
    pub(super) fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    pub(super) fn hold(self, of: &Mutation, secret: AccessSecret) {
        self.forget(of);
        self.0.update_value(|held| held.push((of.clone(), secret)));
    }

    pub(super) fn forget(self, of: &Mutation) {
        let is_other = |(held, _): &(Mutation, AccessSecret)| held != of;
        self.0.update_value(|held| held.retain(is_other));
    }

    pub(super) fn forget_all(self) {
        self.0.set_value(Vec::new());
    }

    /// The request of a write with the secret that it lacks.
    pub(super) fn join(self, mutation: &Mutation) -> Result<Request, NotSent> {
        let request = mutation.request()?;
        if request.lacks_secret_at.is_none() {
            return Ok(request);
        }
        let held = self.0.with_value(|held| {
            let of_this = held.iter().find(|(of, _)| of == mutation);
            of_this.map(|(_, secret)| secret.clone())
        });
        let secret = held.ok_or(NotSent::NoSecret)?;
        Ok(request.with_secret(secret.secret()))
    }
}
