//! Secrets that writes lack wherever they are kept or copied: in the memory of this page alone, and only
//! until the service has taken what they belong to.

use cloud_api::enterprise::AccessSecret;
use cloud_api::{Mutation, NotSent, Request, Subject};
use leptos::prelude::*;

/// The secrets that were typed, each by what it belongs to.
#[derive(Clone, Copy)]
pub(super) struct Secrets(StoredValue<Vec<(Subject, AccessSecret)>>);

impl Secrets {
    pub(super) fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    pub(super) fn hold(self, subject: Subject, secret: AccessSecret) {
        self.forget(&subject);
        self.0.update_value(|held| held.push((subject, secret)));
    }

    pub(super) fn forget(self, subject: &Subject) {
        let is_other = |(held, _): &(Subject, AccessSecret)| held != subject;
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
        let subject = mutation.subjects().into_iter().next();
        let held = self.0.with_value(|held| {
            let is_it = |(of, _): &&(Subject, AccessSecret)| Some(of) == subject.as_ref();
            held.iter().find(is_it).map(|(_, secret)| secret.clone())
        });
        let secret = held.ok_or(NotSent::NoSecret)?;
        Ok(request.with_secret(secret.secret()))
    }
}
