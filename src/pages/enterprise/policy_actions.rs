//! What a person can do with replication policies: run them, enable, disable and delete them.

use cloud_api::enterprise::PolicyId;
use leptos::prelude::*;

use super::deed::Deed;
use super::dialogs::{Asked, dialog_about, load_ahead};
use super::place::Place;
use super::policies_look::Chosen;
use crate::i18n::Message;
use crate::listing::selected_action::selected_action;
use crate::live::{live, shown};
use crate::table::RowAction;
use crate::ui::{ButtonKind, write_button};

/// The actions, with what is being asked about.
#[derive(Clone, Copy)]
pub struct PolicyActions {
    asked: RwSignal<Option<Deed>>,
}

/// The policies that are acted on.
type Policies = Box<dyn Fn() -> Vec<PolicyId> + Send + Sync>;

impl PolicyActions {
    /// With nothing asked; the dialogs are loaded.
    #[must_use]
    pub fn closed() -> Self {
        load_ahead();
        Self {
            asked: RwSignal::new(None),
        }
    }

    /// For the rows of a table.
    #[must_use]
    pub fn of_rows(self) -> Vec<RowAction> {
        let all = [Deed::Run, Deed::Enable, Deed::Disable, Deed::Delete];
        let action = |deed: Deed| {
            selected_action(kind(deed), deed.words(), move || {
                self.asked.set(Some(deed));
            })
        };
        all.map(action).into()
    }

    /// For one policy, in words of its page.
    pub fn button(self, deed: Deed, words: Message) -> AnyView {
        write_button(kind(deed), words, move || {
            self.asked.set(Some(deed));
        })
    }

    /// The dialog about these policies, while it is open; `on_sent` runs once something is on its way.
    pub fn dialogs(self, place: Place, policies: Policies, on_sent: Callback<()>) -> AnyView {
        let (place, policies) = (StoredValue::new(place), StoredValue::new(policies));
        let close = Callback::new(move |()| self.asked.set(None));
        live(move || {
            let dialog = |deed| {
                untrack(|| {
                    let chosen = Chosen {
                        place: place.get_value(),
                        policies: policies.with_value(|policies| policies()),
                    };
                    dialog_about(Asked::Policies(deed, chosen), on_sent, close)
                })
            };
            shown(self.asked.get().map(dialog))
        })
        .into_any()
    }
}

fn kind(deed: Deed) -> ButtonKind {
    match deed {
        Deed::Delete => ButtonKind::DangerText,
        Deed::Run | Deed::Enable | Deed::Disable => ButtonKind::Plain,
    }
}
