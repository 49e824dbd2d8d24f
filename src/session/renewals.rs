//! Attempts to get another token in the place of one.

use futures::future::{LocalBoxFuture, Shared};
use leptos::prelude::*;

use crate::net::Credential;

/// The last attempt to get another token in the place of one.
#[derive(Clone, Copy)]
pub(super) struct Renewals(pub(super) StoredValue<Option<Renewal>, LocalStorage>);

/// The one attempt that there is for a token, and whether another one has taken its place.
pub(super) struct Renewal {
    pub(super) of: Credential,
    pub(super) is_renewed: Shared<LocalBoxFuture<'static, bool>>,
}

impl Renewals {
    /// None yet.
    pub(super) fn none() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// The token that it was about leaves the memory.
    pub(super) fn forget(self) {
        self.0.set_value(None);
    }
}
