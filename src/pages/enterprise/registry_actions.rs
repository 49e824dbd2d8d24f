//! What a person can do with target registries: make one, change one, delete some.

use cloud_api::enterprise::TargetRegistry;
use leptos::prelude::*;

use super::dialogs::{Asked, dialog_about, load_ahead};
use super::place::Place;
use super::registries_look::ChosenRegistries;
use super::registry_form::RegistryForm;
use crate::i18n::text;
use crate::listing::selected_action::{selected_action, single_action};
use crate::live::{live, shown};
use crate::table::RowAction;
use crate::ui::{ButtonKind, write_button};

/// What is being asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Create,
    Edit,
    Delete,
}

/// The actions, with what is being asked about.
#[derive(Clone, Copy)]
pub struct RegistryActions {
    asked: RwSignal<Option<Deed>>,
}

/// The registries that are acted on.
type Registries = Box<dyn Fn() -> Vec<TargetRegistry> + Send + Sync>;

impl RegistryActions {
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
        let ask = move |deed| move || self.asked.set(Some(deed));
        vec![
            single_action(|_| text::registry_form_edit_alone(), ask(Deed::Edit)),
            selected_action(
                ButtonKind::DangerText,
                text::work_delete_target_registries,
                ask(Deed::Delete),
            ),
        ]
    }

    /// The button that makes one.
    pub fn create(self) -> AnyView {
        write_button(
            ButtonKind::Primary,
            text::registry_form_create(),
            move || {
                self.asked.set(Some(Deed::Create));
            },
        )
    }

    /// The dialog about these registries, while it is open; `on_sent` runs once something is on its way.
    pub fn dialogs(self, place: Place, registries: Registries, on_sent: Callback<()>) -> AnyView {
        let (place, registries) = (StoredValue::new(place), StoredValue::new(registries));
        let close = Callback::new(move |()| self.asked.set(None));
        let asked = move |deed: Deed| {
            let (place, rows) = (place.get_value(), registries.with_value(|rows| rows()));
            Some(match deed {
                Deed::Create => Asked::RegistryForm(place, RegistryForm::Create),
                Deed::Edit => {
                    let row = rows.into_iter().next()?;
                    Asked::RegistryForm(place, RegistryForm::Edit(row.id?, Box::new(row)))
                }
                Deed::Delete => {
                    let rows = rows.into_iter();
                    let registries = rows.filter_map(|row| row.id);
                    Asked::DeleteRegistries(ChosenRegistries {
                        place,
                        registries: registries.collect(),
                    })
                }
            })
        };
        live(move || {
            let asked = self.asked.get().and_then(|deed| untrack(|| asked(deed)));
            shown(asked.map(|asked| untrack(|| dialog_about(asked, on_sent, close))))
        })
        .into_any()
    }
}
