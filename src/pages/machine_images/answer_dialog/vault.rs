//! The vault into which full-ECS images are accepted.

use cloud_api::ims::{Decision, VaultId};
use cloud_api::{ApiError, TextError};
use leptos::prelude::*;
use words::explanation::of_image_share;
use words::failure::remedy;
use words::text_problem::id_problem;

use super::answered::Answered;
use crate::form::{Field, TextField};
use crate::i18n::{Message, text};
use crate::live::{derived, live, shown};
use crate::ui::focus_by_id;

/// ID of the field in the page.
const FIELD: &str = "answer-vault";

/// The field, which is there only while a vault is needed.
#[derive(Clone, Copy)]
pub struct Vault {
    field: Field,
    /// Whether the service asked for one.
    is_demanded: RwSignal<bool>,
    is_needed: Memo<bool>,
    /// What stood in the field when the button was pressed.
    asked: StoredValue<String>,
}

impl Vault {
    /// Of the images that are accepted; rejecting needs none.
    pub fn of(answered: Answered) -> Self {
        let is_demanded = RwSignal::new(false);
        let is_needed = derived(move || {
            let is_accepted = answered.decision == Decision::Accepted;
            is_accepted && (is_demanded.get() || answered.needs_vault())
        });
        Self {
            field: Field::new(problem),
            is_demanded,
            is_needed,
            asked: StoredValue::new(String::new()),
        }
    }

    /// The field.
    pub fn view(self) -> AnyView {
        let field = self.field;
        let needed = move || {
            view! {
                <TextField
                    id=FIELD
                    label=text::answer_vault()
                    hint=text::answer_vault_hint()
                    field
                />
            }
        };
        live(move || shown(self.is_needed.get().then(needed))).into_any()
    }

    /// What is typed, nothing where none is needed; the error is that it is no vault's ID. Reacts.
    pub fn typed(self) -> Result<Option<VaultId>, TextError> {
        match self.is_needed.get() {
            true => self.field.text.with(|text| text.trim().parse().map(Some)),
            false => Ok(None),
        }
    }

    /// What was typed when the button was pressed.
    pub fn asked(self) -> Option<VaultId> {
        let asked = self.asked.with_value(|asked| asked.trim().parse().ok());
        asked.filter(|_| self.is_needed.get_untracked())
    }

    /// Whether the field is complete; says what is missing.
    pub fn check(self) -> bool {
        let is_complete = self.typed().is_ok();
        self.asked.set_value(self.field.text.get_untracked());
        self.field.forget_refusal();
        if !is_complete {
            self.field.touch();
            focus_by_id(FIELD);
        }
        is_complete
    }

    /// Puts the service's refusal where it belongs.
    pub fn refuse(self, error: &ApiError) {
        let why = of_image_share(error).unwrap_or_else(|| remedy(error));
        self.is_demanded.set(true);
        self.field.refuse(self.asked.get_value(), why);
        // It may be drawn only now.
        request_animation_frame(|| focus_by_id(FIELD));
    }
}

fn problem(text: &str) -> Option<Message> {
    match text.trim().parse::<VaultId>() {
        Ok(_) => None,
        Err(TextError::Empty) => Some(text::image_share_vault_none()),
        Err(error) => Some(id_problem(&error)),
    }
}
