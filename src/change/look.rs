//! How a dialog looks once more before it sends.

use changes::Found;
use cloud_api::ApiError;
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use leptos::prelude::*;

use crate::i18n::{Message, text};

/// Reads once more and says what was found; begun anew at each press.
pub struct Look {
    begin: Box<dyn Fn() -> LocalBoxFuture<'static, Found>>,
    /// Why what is on screen could not be read, where that is what is read once more.
    error: Option<Box<dyn Fn() -> Option<ApiError>>>,
    words: fn() -> Message,
}

impl Look {
    /// Reads in a way of the dialog's own.
    pub fn by(look: impl Fn() -> LocalBoxFuture<'static, Found> + 'static) -> Self {
        Self {
            begin: Box::new(look),
            error: None,
            words: text::last_look_reading,
        }
    }

    /// The same under words of the dialog's own while it reads.
    #[must_use]
    pub fn called(self, words: fn() -> Message) -> Self {
        Self { words, ..self }
    }

    /// Reads what is on screen once more, and compares the picture of it with the one that was shown.
    /// `error` tells why it could not be read; it is asked after the reading.
    pub fn over<S: PartialEq + 'static, R: Future<Output = ()> + 'static>(
        read: impl Fn() -> R + 'static,
        picture: impl Fn() -> S + Copy + 'static,
        error: impl Fn() -> Option<ApiError> + Copy + 'static,
    ) -> Self {
        let here = StoredValue::new(());
        let look = Self::by(move || {
            let shown = untrack(picture);
            let reading = read();
            async move {
                reading.await;
                // What was on screen is gone with a page that was left meanwhile.
                if here.try_get_value().is_none() {
                    return Found::Changed;
                }
                untrack(|| match error() {
                    None => Found::compare(&shown, Ok(&picture())),
                    Some(error) => Found::NotRead(error),
                })
            }
            .boxed_local()
        });
        Self {
            error: Some(Box::new(error)),
            ..look
        }
    }

    /// Begins.
    pub(super) fn begin(&self) -> LocalBoxFuture<'static, Found> {
        (self.begin)()
    }

    /// Why what is on screen could not be read, from the moment when the dialog opens; `None` where
    /// something else is read once more. Reacts.
    pub(super) fn error(&self) -> Option<Option<ApiError>> {
        self.error.as_ref().map(|error| error())
    }

    /// What is said while it reads.
    pub(super) fn words(&self) -> Message {
        (self.words)()
    }
}
