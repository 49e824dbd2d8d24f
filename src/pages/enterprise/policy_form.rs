//! Creating a replication policy, and changing one.

mod fields;
mod matching;
mod meanwhile;
mod next_runs;
mod registry_field;

use changes::{Found, PlannedWrite, RestsOn};
use cloud_api::enterprise::{
    CreatePolicy, ListPolicies, PolicyChange, PolicyId, PolicySettings, RefusedSetting,
    ReplicationPolicy, UpdatePolicy,
};
use cloud_api::{ApiError, Before, Mutation, Operation as _};
use futures::FutureExt as _;
use leptos::prelude::*;
use words::failure::{outcome, remedy};

use super::place::Place;
use super::unchangeable::unchangeable;
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog, plan_of};
use crate::i18n::{Message, text};
use crate::live::{live, shown};
use crate::query::{Rest, use_rest};
use crate::session::{Session, use_session};
use crate::ui::ButtonKind;
use crate::ui::failure::failure_because;
use fields::Fields;

/// The policy that is changed.
pub struct Edited {
    /// Its ID.
    pub id: PolicyId,
    /// How it was shown.
    pub policy: ReplicationPolicy,
}

/// An open form.
#[derive(Clone, Copy)]
struct Form {
    place: StoredValue<Place>,
    /// The policy that is changed, with its settings; none for one that is made.
    edited: StoredValue<Option<(PolicyId, PolicySettings)>>,
    fields: Fields,
    /// What somebody else has changed of one that is changed; nothing is sent before it was shown.
    meanwhile: RwSignal<Vec<Message>>,
    session: Session,
    rest: Rest,
}

/// What came of the look before sending.
enum Looked {
    /// Nothing is known; the service judges.
    Untold,
    /// Whether the name is free.
    Name(bool),
    /// The change, over the policy as it is now.
    Now(Box<PlannedWrite>),
    /// How the policy is now could not be read: what is sent is all of it, and would write over what
    /// somebody has changed.
    NotRead(ApiError),
}

/// The dialog; it stays open until the service has taken the policy.
pub fn policy_form(place: Place, edited: Option<Edited>, on_close: Callback<()>) -> AnyView {
    let settings = match &edited {
        None => None,
        Some(edited) => match PolicySettings::of(&edited.policy) {
            Some(settings) => Some((edited.id, settings)),
            // What is sent is the whole body.
            None => {
                let why = text::policies_not_told(edited.policy.name.as_str());
                return unchangeable(text::policy_edit(), why, on_close);
            }
        },
    };
    let fields = Fields::new(&place, settings.as_ref().map(|(_, settings)| settings));
    let form = Form {
        place: StoredValue::new(place),
        edited: StoredValue::new(settings),
        fields,
        meanwhile: RwSignal::new(Vec::new()),
        session: use_session(),
        rest: use_rest(),
    };
    let (title, action) = match edited {
        None => (text::policy_create(), text::policy_create()),
        Some(_) => (text::policy_edit(), text::policy_save()),
    };
    form.show(title, action, on_close)
}

impl Form {
    fn show(self, title: Message, action: Message, on_close: Callback<()>) -> AnyView {
        let fields = self.fields;
        let asked = StoredValue::new(None::<PlannedWrite>);
        // Whether the name was looked for and is free.
        let is_free = StoredValue::new(None::<bool>);
        let refusal = RwSignal::new(None::<ApiError>);
        let refused = move || {
            shown(
                refusal
                    .get()
                    .map(|error| failure_because(outcome(&error), remedy(&error), &error, None)),
            )
        };
        let content = view! {
            {fields.view()}
            <div role="alert">
                {live(refused)} {live(move || meanwhile::view(self.meanwhile.get()))}
            </div>
        };
        let check = move || {
            refusal.set(None);
            self.meanwhile.set(Vec::new());
            // It was another name that was looked for.
            is_free.set_value(None);
            asked.set_value(fields.settings().map(|settings| self.planned(settings)));
            asked.with_value(Option::is_some)
        };
        let look = Look::by(move || {
            let looked_for = asked.get_value();
            async move {
                if let Some(planned) = looked_for {
                    match self.look(planned).await {
                        Looked::Untold => {}
                        Looked::Name(free) => drop(is_free.try_set_value(Some(free))),
                        Looked::Now(planned) => drop(asked.try_set_value(Some(*planned))),
                        Looked::NotRead(error) => return Found::NotRead(error),
                    }
                }
                Found::Same
            }
            .boxed_local()
        });
        let plan = move || {
            // Whoever has not seen it looks again.
            if self.meanwhile.with_untracked(|lines| !lines.is_empty()) {
                return None;
            }
            let mut planned = asked.get_value()?;
            if self.edited.with_value(Option::is_none) {
                match is_free.get_value() {
                    Some(false) => {
                        fields.refuse(RefusedSetting::Name, text::policy_taken());
                        return None;
                    }
                    Some(true) => planned.before = Before::Absent,
                    // The service judges.
                    None => {}
                }
            }
            plan_of(vec![planned])
        };
        let writes = move || {
            let typed = fields.typed().map(|settings| self.planned(settings));
            typed.into_iter().collect()
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
            look,
            rests_on: match self.edited.with_value(Option::is_some) {
                true => RestsOn::WhatIsFound,
                false => RestsOn::WhatIsFoundIfRead,
            },
            not_read: text::policies_not_checked(),
            plan: Box::new(plan),
            ends: Ends::WhenTaken(Box::new(move |error| match RefusedSetting::of(&error) {
                Some(setting) => fields.refuse(setting, words_of(&error)),
                None => refusal.set(Some(error)),
            })),
            on_close,
        }
        .show()
    }

    fn planned(self, settings: PolicySettings) -> PlannedWrite {
        let place = self.place.get_value();
        let names = vec![settings.name.to_string()];
        match self.edited.get_value() {
            None => PlannedWrite {
                names,
                before: Before::Nothing,
                mutation: Mutation::CreatePolicy(CreatePolicy {
                    project: place.project,
                    instance: place.instance,
                    settings,
                }),
            },
            Some((policy, before)) => PlannedWrite {
                names,
                before: Before::ReplicationPolicy(before),
                mutation: Mutation::UpdatePolicy(UpdatePolicy {
                    project: place.project,
                    instance: place.instance,
                    policy,
                    change: PolicyChange::Edit,
                    settings,
                }),
            },
        }
    }

    /// Whether the name is free; of a policy that is changed how it is now: what somebody else has changed
    /// meanwhile is shown first.
    async fn look(self, planned: PlannedWrite) -> Looked {
        let is_awaited = || self.place.try_with_value(|_| ()).is_some();
        let read = planned.mutation.read_back();
        let answer = self.rest.ask(self.session, read, &is_awaited).await;
        let edited = self.edited.try_get_value().flatten();
        let answer = match answer {
            Some(Ok(answer)) => answer,
            Some(Err(error)) if edited.is_some() => return Looked::NotRead(error),
            // The service judges, or nobody waits any more.
            Some(Err(_)) | None => return Looked::Untold,
        };
        if let Some((policy, known)) = edited {
            return match PolicySettings::shown_by(&answer) {
                Ok(now) => self.over(policy, planned, &known, now),
                Err(error) => Looked::NotRead(error),
            };
        }
        let (Ok(page), Some(name)) = (ListPolicies::decode(&answer), planned.names.first()) else {
            return Looked::Untold;
        };
        let is_whole =
            page.rows.left_out == 0 && page.total.is_none_or(|total| total <= page.rows.received());
        match page.rows.iter().any(|row| row.name == *name) {
            true => Looked::Name(false),
            false if is_whole => Looked::Name(true),
            false => Looked::Untold,
        }
    }

    /// The change over the policy as it is now, as which the person knows it from then on.
    fn over(
        self,
        policy: PolicyId,
        planned: PlannedWrite,
        known: &PolicySettings,
        now: PolicySettings,
    ) -> Looked {
        let Mutation::UpdatePolicy(asked) = planned.mutation else {
            return Looked::Untold;
        };
        let typed = untrack(|| self.fields.typed());
        let shown = typed.as_ref().unwrap_or(&asked.settings).over(known, &now);
        let over = asked.settings.over(known, &now);
        let lines = meanwhile::take_in(self.fields, known, &now, &shown);
        self.meanwhile.set(lines);
        self.edited.set_value(Some((policy, now)));
        Looked::Now(Box::new(self.planned(over)))
    }
}

/// What the service said of a refused setting: its own words, because its codes are not documented.
fn words_of(error: &ApiError) -> Message {
    match error {
        ApiError::Refused(refusal) if !refusal.message.is_empty() => {
            text::policy_refused(refusal.message.as_str())
        }
        error => remedy(error),
    }
}
