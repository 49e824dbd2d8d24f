//! Creating a target registry, changing one, and creating one again that was deleted.

mod fields;
mod meanwhile;
mod restoring;
mod target_fields;

use changes::{Found, PlannedWrite, RestsOn};
use cloud_api::enterprise::{
    AccessSecret, CreateRegistry, ListTargetRegistries, RegistryBefore, RegistryId,
    RegistrySettings, ShowTargetRegistry, TargetRegistry, UpdateRegistry,
};
use cloud_api::{ApiError, Before, Meaning, Mutation, Operation as _};
use futures::FutureExt as _;
use leptos::prelude::*;
use words::failure::{outcome, remedy};

use super::place::Place;
use super::unchangeable::unchangeable;
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog, plan_of};
use crate::i18n::{t, text};
use crate::live::{follow, live, shown};
use crate::query::{Query, Rest, use_query, use_rest};
use crate::session::{Session, use_session};
use crate::ui::ButtonKind;
use crate::ui::failure::{failure_because, failure_of};
use crate::work::{Work, use_work};
use fields::Fields;
use meanwhile::Meanwhile;
pub use restoring::Restoring;

/// What a form is for.
pub enum RegistryForm {
    /// One is made.
    Create,
    /// This one is changed.
    Edit(RegistryId, Box<TargetRegistry>),
    /// One is brought back.
    Restore(Box<Restoring>),
}

/// The registry that is changed.
#[derive(Clone, Copy)]
struct Changed {
    id: RegistryId,
    /// How it is.
    read: Query<TargetRegistry>,
    /// How it is as far as the person knows: what is otherwise is somebody else's.
    known: StoredValue<Option<TargetRegistry>>,
}

/// An open form.
#[derive(Clone, Copy)]
struct Form {
    place: StoredValue<Place>,
    fields: Fields,
    changed: Option<Changed>,
    /// What stands in the fields when the button is pressed.
    asked: StoredValue<Option<(PlannedWrite, AccessSecret)>>,
    /// Whether the name of one that is made was looked for and is free.
    is_free: StoredValue<Option<bool>>,
    /// What somebody else has changed of one that is changed; nothing is sent before it was shown.
    meanwhile: RwSignal<Option<Meanwhile>>,
    refusal: RwSignal<Option<ApiError>>,
    session: Session,
    rest: Rest,
    work: Work,
}

/// The dialog; it stays open until the service has taken the registry.
pub fn registry_form(place: Place, wanted: RegistryForm, on_close: Callback<()>) -> AnyView {
    let changed = match &wanted {
        RegistryForm::Create => None,
        RegistryForm::Edit(id, _) => Some((*id, None)),
        RegistryForm::Restore(restoring) => restoring.changes(),
    };
    let known = match &wanted {
        RegistryForm::Create => None,
        RegistryForm::Edit(_, registry) => Some((**registry).clone()),
        RegistryForm::Restore(restoring) => Some(restoring.registry().clone()),
    };
    if let Some(registry) = known.as_ref().filter(|it| it.known_type().is_none()) {
        // Nobody knows what a registry of such a type needs.
        let why = text::registry_form_type_unknown(registry.registry_type.as_str());
        return unchangeable(text::registry_form_edit(), why, on_close);
    }
    let form = Form {
        changed: changed.map(|(id, known)| Changed {
            id,
            known: StoredValue::new(known),
            read: use_query(ShowTargetRegistry {
                project: place.project.clone(),
                instance: place.instance.clone(),
                registry: id,
            }),
        }),
        place: StoredValue::new(place),
        fields: Fields::new(),
        asked: StoredValue::new(None),
        is_free: StoredValue::new(None),
        meanwhile: RwSignal::new(None),
        refusal: RwSignal::new(None),
        session: use_session(),
        rest: use_rest(),
        work: use_work(),
    };
    let told = RwSignal::new(known);
    let restoring = match wanted {
        RegistryForm::Create => None,
        RegistryForm::Edit(..) => {
            told.set(None);
            form.fill_once_read(told);
            None
        }
        RegistryForm::Restore(restoring) => {
            told.with_untracked(|it| it.iter().for_each(|it| form.fields.fill(it)));
            Some(*restoring)
        }
    };
    form.show(told, restoring, on_close)
}

impl Form {
    /// What is typed over what a read tells that came later is lost: it fills the fields once.
    fn fill_once_read(self, told: RwSignal<Option<TargetRegistry>>) {
        let Some(changed) = self.changed else { return };
        follow(move || {
            let Some(read) = changed.read.value() else {
                return;
            };
            if told.with_untracked(Option::is_none) {
                self.fields.fill(&read);
                changed.known.set_value(Some((*read).clone()));
                told.set(Some((*read).clone()));
            }
        });
    }

    fn show(
        self,
        told: RwSignal<Option<TargetRegistry>>,
        restoring: Option<Restoring>,
        on_close: Callback<()>,
    ) -> AnyView {
        let is_made = self.changed.is_none();
        let (title, action) = match (is_made, &restoring) {
            (true, None) => (text::registry_form_create(), text::registry_form_create()),
            (true, Some(_)) => (text::registry_form_again(), text::registry_form_again()),
            (false, _) => (text::registry_form_edit(), text::policy_save()),
        };
        let is_new = is_made && restoring.is_none();
        let is_read = move || is_new || told.with(Option::is_some);
        let fields = move || match is_read() {
            true => untrack(|| self.fields.view(told.get().as_ref())),
            false => match self.changed.and_then(|changed| changed.read.error()) {
                Some(_) => ().into_any(),
                None => view! { <p role="status">{t(text::table_loading())}</p> }.into_any(),
            },
        };
        let not_read = move || {
            let error = self.changed.and_then(|changed| changed.read.error());
            error.filter(|_| !is_read())
        };
        let refused = move || {
            shown(
                self.refusal
                    .get()
                    .map(|error| failure_because(outcome(&error), remedy(&error), &error, None)),
            )
        };
        let purpose = match is_made {
            true => text::registry_form_purpose(),
            false => text::registry_form_whole(),
        };
        let waiting = shown(restoring.as_ref().map(Restoring::waiting));
        let meanwhile = move || shown(self.meanwhile.get().map(Meanwhile::view));
        let content = view! {
            <p id="dialog-description">{t(purpose)}</p>
            {waiting}
            {live(fields)}
            <div role="alert">
                {failure_of(text::registry_form_not_read(), not_read, None)} {live(refused)}
                {live(meanwhile)}
            </div>
        };
        let check = move || is_read() && self.take_in();
        let writes = move || {
            let typed = self.fields.typed().map(|settings| self.planned(settings));
            typed.into_iter().collect()
        };
        let following = restoring.map(|it| it.following(self.work, self.session, self.rest));
        let refused = Box::new(move |error| self.refuse(error));
        let ends = match following {
            Some(done) => Ends::WhenTakenThen { done, refused },
            None => Ends::WhenTaken(refused),
        };
        WriteDialog {
            title,
            place: None,
            content: content.into_any(),
            copies: Copies::Described(live(writes)),
            confirmation: Confirmation::for_count(1),
            kind: ButtonKind::Primary,
            action,
            check: Box::new(check),
            look: self.look(),
            rests_on: match is_made {
                true => RestsOn::WhatIsFoundIfRead,
                false => RestsOn::WhatIsFound,
            },
            not_read: text::registry_form_not_read(),
            plan: Box::new(move || self.plan()),
            ends,
            on_close,
        }
        .show()
    }

    /// Takes in what stands in the fields; they say what is missing.
    fn take_in(self) -> bool {
        self.refusal.set(None);
        self.meanwhile.set(None);
        let settings = self.fields.settings();
        let asked = settings.map(|(settings, secret)| (self.planned(settings), secret));
        self.asked.set_value(asked);
        self.asked.with_value(Option::is_some)
    }

    fn planned(self, settings: RegistrySettings) -> PlannedWrite {
        let Place { project, instance } = self.place.get_value();
        PlannedWrite {
            names: vec![settings.name.to_string()],
            before: Before::Nothing,
            mutation: match self.changed {
                None => Mutation::CreateRegistry(CreateRegistry {
                    project,
                    instance,
                    settings,
                }),
                Some(Changed { id, .. }) => Mutation::UpdateRegistry(UpdateRegistry {
                    project,
                    instance,
                    registry: id,
                    settings,
                }),
            },
        }
    }

    fn look(self) -> Look {
        match self.changed {
            Some(changed) => Look::by(move || {
                async move {
                    changed.read.read_again().await;
                    // The person may have left the dialog meanwhile.
                    match self.asked.try_get_value() {
                        Some(_) => self.compare(changed),
                        None => Found::Changed,
                    }
                }
                .boxed_local()
            }),
            None => Look::by(move || {
                async move {
                    let found = self.look_for_name().await;
                    self.is_free.try_set_value(found);
                    Found::Same
                }
                .boxed_local()
            }),
        }
    }

    /// Compares the registry with what the person knows of it, who knows it from then on.
    fn compare(self, changed: Changed) -> Found {
        if let Some(error) = changed.read.error_untracked() {
            return Found::NotRead(error);
        }
        let (Some(known), Some(now)) = (changed.known.get_value(), changed.read.value_untracked())
        else {
            return Found::Same;
        };
        let meanwhile = Meanwhile::take_in(self.fields, &known, &now);
        changed.known.set_value(Some((*now).clone()));
        self.meanwhile.set(meanwhile);
        Found::Same
    }

    /// Whether the name is free; `None` where that cannot be told: then the service judges.
    async fn look_for_name(self) -> Option<bool> {
        let (planned, _) = self.asked.try_get_value()??;
        let is_awaited = || self.asked.try_with_value(|_| ()).is_some();
        let read = planned.mutation.read_back();
        let answer = self.rest.ask(self.session, read, &is_awaited).await?.ok()?;
        let page = ListTargetRegistries::decode(&answer).ok()?;
        let name = planned.names.first()?;
        let is_whole =
            page.rows.left_out == 0 && page.total.is_none_or(|total| total <= page.rows.received());
        match page.rows.iter().any(|row| row.name == *name) {
            true => Some(false),
            false => is_whole.then_some(true),
        }
    }

    fn plan(self) -> Option<Vec<Vec<PlannedWrite>>> {
        let (mut planned, secret) = self.asked.get_value()?;
        match self.changed {
            // Whoever has not seen it looks again.
            Some(_) if self.meanwhile.with_untracked(Option::is_some) => return None,
            Some(Changed { read, .. }) => {
                let read = read.value_untracked()?;
                planned.before = Before::TargetRegistry(RegistryBefore::of(&read));
            }
            None => match self.is_free.get_value() {
                Some(false) => {
                    let name = planned.names.first().cloned().unwrap_or_default();
                    self.fields.refuse_name(text::failure_thing_there(name));
                    return None;
                }
                Some(true) => planned.before = Before::Absent,
                // The service judges.
                None => {}
            },
        }
        self.work.hold_secret(&planned.mutation, secret);
        plan_of(vec![planned])
    }

    /// Puts a refusal where it belongs, with the service's own words under the fields.
    fn refuse(self, error: ApiError) {
        match error.meaning() {
            Some(Meaning::AlreadyThere) => {
                let name = self.asked.with_value(|asked| {
                    let planned = asked.as_ref().map(|(planned, _)| planned);
                    planned.and_then(|it| it.names.first().cloned())
                });
                let name = name.unwrap_or_default();
                self.fields.refuse_name(text::failure_thing_there(name));
            }
            Some(Meaning::Invalid) => {
                self.fields.refuse_reaching(text::registry_form_refused());
                self.refusal.set(Some(error));
            }
            _ => self.refusal.set(Some(error)),
        }
    }
}
