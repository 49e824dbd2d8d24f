//! A field that may hold what the service has listed.

use leptos::prelude::*;

use crate::form::Field;
use crate::i18n::Message;

/// A field whose rule binds what people type, and not what the service has listed: that goes back to it as it
/// came.
#[derive(Clone, Copy)]
pub struct ListedField {
    /// Its state.
    pub field: Field,
    listed: StoredValue<String>,
    carried: fn(&str) -> bool,
}

impl ListedField {
    /// An empty field with the rule for what is typed; `carried` tells what of what is listed a request can
    /// carry.
    pub fn new(
        check: impl Fn(&str) -> Option<Message> + Send + Sync + 'static,
        carried: fn(&str) -> bool,
    ) -> Self {
        let listed = StoredValue::new(String::new());
        let check = move |text: &str| match is_listed(listed, carried, text) {
            true => None,
            false => check(text),
        };
        Self {
            field: Field::new(check),
            listed,
            carried,
        }
    }

    /// Puts in what the service has listed.
    pub fn fill(self, text: String) {
        self.listed.set_value(text.clone());
        self.field.text.set(text);
    }

    /// Whether what the service has listed stands in it, if only nothing; reacts.
    pub fn is_as_listed(self) -> bool {
        let text = self.field.text.get();
        self.listed.with_value(|listed| *listed == text)
    }

    /// Reads what stands in it, either by the rule for what is typed or as it was listed; reacts.
    pub fn read<T>(
        self,
        typed: impl FnOnce(&str) -> Option<T>,
        listed: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.field.text.get();
        match is_listed(self.listed, self.carried, &text) {
            true => listed(&text),
            false => typed(&text),
        }
    }
}

fn is_listed(listed: StoredValue<String>, carried: fn(&str) -> bool, text: &str) -> bool {
    listed.with_value(|listed| listed == text) && carried(text)
}
