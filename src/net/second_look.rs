//! A second request where the first one got nothing: whether anybody is there at all.

use connection::SecondLook;
use futures::FutureExt as _;
use futures::future::{Either, select};
use gloo_net::http::RequestBuilder;
use gloo_timers::future::TimeoutFuture;
use web_sys::{
    ReferrerPolicy, RequestCache, RequestCredentials, RequestMode, RequestRedirect, ResponseType,
};

use super::limit::ANSWER_MILLISECONDS;
use crate::browser::address::leads_elsewhere;
use crate::browser::environment::is_demo;

/// Asks an address once more, without a credential and without reading what comes. Another origin is asked
/// as for a picture, which no server has to allow; at the own one a redirect is seen as what it is.
/// In the demo there is nobody to ask.
pub async fn second_look(address: &str) -> SecondLook {
    if is_demo() {
        return SecondLook::Silent;
    }
    let request = RequestBuilder::new(address)
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .referrer_policy(ReferrerPolicy::NoReferrer);
    let request = match leads_elsewhere(address) {
        true => request.mode(RequestMode::NoCors),
        false => request
            .redirect(RequestRedirect::Manual)
            .header("X-Image-Console", "1"),
    };
    let late = TimeoutFuture::new(ANSWER_MILLISECONDS);
    match select(request.send().boxed_local(), late).await {
        Either::Left((Ok(answer), _)) => match answer.type_() {
            ResponseType::Opaqueredirect => SecondLook::LeadsElsewhere,
            _ => SecondLook::Answers,
        },
        Either::Left((Err(_), _)) | Either::Right(_) => SecondLook::Silent,
    }
}
