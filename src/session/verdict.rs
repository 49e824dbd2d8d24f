//! Whether IAM still accepts a token that a service refuses.

use cloud_api::Timestamp;
use futures::FutureExt as _;
use futures::future::{LocalBoxFuture, Shared};
use leptos::prelude::*;

use super::outcome::is_not_accepted;
use super::sign_in::describe;
use crate::browser::clock::{hear_accepted, now};
use crate::net::{Net, Token};

/// What IAM says of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is good.
    Good,
    /// It is not accepted any more.
    Ended,
    /// IAM did not say.
    Unknown,
}

/// For so long a verdict stands: a page asks several services at once, and a live page again and again.
const STANDS_MILLISECONDS: i64 = 60_000;

/// IAM, asked about one token.
struct Inquiry {
    token: Token,
    since: Timestamp,
    verdict: Shared<LocalBoxFuture<'static, Verdict>>,
}

impl Inquiry {
    fn begin(net: Net, token: Token) -> Self {
        Self {
            verdict: ask(net, token.clone()).boxed_local().shared(),
            token,
            since: now(),
        }
    }

    fn stands_for(&self, token: &Token, from: Option<Timestamp>) -> bool {
        let age = now().milliseconds_since(self.since);
        self.token == *token
            && (0..STANDS_MILLISECONDS).contains(&age)
            && from.is_none_or(|from| from <= self.since)
    }
}

/// What IAM was last asked.
#[derive(Clone, Copy)]
pub(super) struct Inquiries(StoredValue<Option<Inquiry>, LocalStorage>);

impl Inquiries {
    /// Nothing yet.
    pub(super) fn none() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// What IAM says of a token, from a time on where that matters; all who wonder at the same time wait for
    /// one answer.
    pub(super) async fn verdict(self, net: Net, token: &Token, from: Option<Timestamp>) -> Verdict {
        let verdict = self.0.try_update_value(|inquiry| {
            if !inquiry
                .as_ref()
                .is_some_and(|it| it.stands_for(token, from))
            {
                *inquiry = None;
            }
            let inquiry = inquiry.get_or_insert_with(|| Inquiry::begin(net, token.clone()));
            inquiry.verdict.clone()
        });
        match verdict {
            Some(verdict) => verdict.await,
            // The console is gone.
            None => Verdict::Unknown,
        }
    }

    /// The token that it was about leaves the memory.
    pub(super) fn forget(self) {
        self.0.set_value(None);
    }
}

async fn ask(net: Net, token: Token) -> Verdict {
    match describe(net, token).await {
        Ok(description) => {
            hear_accepted(None, description.expires_at());
            Verdict::Good
        }
        Err(error) if is_not_accepted(&error) => Verdict::Ended,
        Err(_) => Verdict::Unknown,
    }
}
